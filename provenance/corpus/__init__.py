"""Many claims as tables: from a lab's reports, statements and citations to one row per claim.

A corpus is a folder of Parquet buckets. A bucket holds families of claims (tied by `stronger_than` and `part_of`), each
with the slice its answers come from (provenance/slices.py), so that any engine can trace a bucket alone.
"""
