"""What was read of a large workspace, kept in the user's cache folder, so that the next command need not read the YAML.

One SQLite file for each state of the files. Its name says what they hold, so it cannot be out of date; whatever is
wrong with it, the YAML is read instead. docs/explanation/workspace-index.md tells the whole of it.
"""
