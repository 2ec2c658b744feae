"""Answers as sentences: what is said of an answer, in the same words on a terminal, on a page and in a file."""
