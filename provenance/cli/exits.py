"""The exit codes of every command."""

DONE = 0
FOUND = 1
UNUSABLE = 2
BUG = 3
INTERRUPTED = 130
