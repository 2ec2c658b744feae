"""The command line: parse, call one function, print, return an exit code. One file a command.

This is the only room that knows Typer, opens output files, prints and exits.
"""
