"""Changes to hand-written files of records that leave all the rest as it was: docs/how-to/write-records.md.

Every change is read back before anybody may write it: the records have to be what they were, and what was added.
"""
