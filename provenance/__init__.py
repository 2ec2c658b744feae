"""Trace a news claim to its original sources."""

__version__ = "0.1.0"
