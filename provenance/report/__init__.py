"""Answers as lines for eyes; nothing here writes, and nothing here computes an answer."""
