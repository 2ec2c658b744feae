"""Under which licences stands what the program runs on: read from the packages that are installed."""

import re
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution

from docs.generate.markdown import GENERATED, table

PROGRAM = "source-provenance"
EXTRAS = ("corpus", "draft", "notebook", "png", "prov", "xlsx")
"""The extras whose packages are listed; `nlp`, `spark` and `docs` are installed only where they are asked for."""

_WORDS = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
}
_SHORT = 60


def page() -> str:
    """Write the page of licences."""
    core = needed(())
    whole = needed(EXTRAS)
    return (
        f"{GENERATED}\n# Licences\n\n"
        "The program itself is under the MIT licence. This page is read from the packages that are installed "
        "(`python -m docs.generate`); it lists no versions, since [the lock](../explanation/supply-chain.md) does.\n\n"
        "## At run time\n\n"
        "All that `pip install source-provenance` brings.\n\n"
        f"{table(('package', 'licence'), [(name, licence(name)) for name in core])}\n"
        "## With extras\n\n"
        f"What {', '.join(f'`{name}`' for name in EXTRAS)} bring besides. The extras `nlp`, `spark` and `docs` bring "
        "many more: `pip-licenses` lists them where they are installed.\n\n"
        f"{table(('package', 'licence'), [(name, licence(name)) for name in whole if name not in core])}"
    )


def needed(extras: Iterable[str]) -> list[str]:
    """List the packages that the program needs with some extras, by name, as far as they are installed."""
    found: set[str] = set()
    waiting = [(PROGRAM, frozenset(extras))]
    while waiting:
        name, asked = waiting.pop()
        try:
            requirements = distribution(name).requires or []
        except PackageNotFoundError:
            continue  # for another system or Python
        if name != PROGRAM:
            found.add(name)
        for requirement in requirements:
            other, more = _needs(requirement, asked)
            if other and other not in found and other != PROGRAM:
                waiting.append((other, more))
    return sorted(found)


def _needs(requirement: str, asked: frozenset[str]) -> tuple[str, frozenset[str]]:
    """Give the package a requirement names, "" where it is for an extra that was not asked for."""
    before, _, marker = requirement.partition(";")
    wanted = re.findall(r"extra\s*==\s*['\"]([\w.-]+)['\"]", marker)
    if wanted and not asked.intersection(wanted):
        return "", frozenset()
    match = re.match(r"\s*([\w.-]+)\s*(?:\[([^\]]*)\])?", before)
    assert match is not None
    more = frozenset(one.strip() for one in (match[2] or "").split(",") if one.strip())
    return re.sub(r"[-_.]+", "-", match[1]).lower(), more


def licence(name: str) -> str:
    """Give the licence a package states: its expression, its classifiers, or the first line of its text."""
    told = distribution(name).metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classes = [one.rsplit(" :: ", 1)[-1] for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    classes = [one for one in classes if one != "OSI Approved"]
    if classes:
        return ", ".join(sorted(_WORDS.get(one, one) for one in classes))
    if "License" in told and told["License"].strip():
        return told["License"].strip().split("\n")[0][:_SHORT]
    return "not stated in its metadata"
