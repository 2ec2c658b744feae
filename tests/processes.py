"""Programs that a test stops, kills or leaves without room."""

import os


def unmeasured() -> dict[str, str]:
    """Give the environment without what starts the measure of coverage in a program.

    Its own lock may be held when Ctrl-C comes (coverage/collector.py, `lock_data`), and it writes files of its own.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}
