"""Exports as W3C PROV: the document that the three PROV formats write, and the vocabulary and shapes it keeps."""
