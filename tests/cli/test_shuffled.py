"""The same records in another order of files, records and keys give the same bytes from every command."""

import os
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.cli.ran import Provenance, Write
from tests.cli.shapes import SHAPES
from tests.cli.test_hostile import ASK, CLAIMS, IDS, KINDS

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


COMMANDS = [
    *(["trace", claim, *options] for claim in CLAIMS for options in ([], ["--json"], ["--down"])),
    *(["tree", claim, "--down"] for claim in CLAIMS),
    *(["list", kind] for kind in KINDS),
    *(["show", id_] for id_ in IDS),
    *([command, claim] for claim in CLAIMS for command in ASK),
    ["why", "several", "clerk"],
    ["impact", "wire"],
    ["impact", "town", "--json"],
    ["gaps"],
    ["gaps", "--json"],
    ["gaps", "--csv"],
    ["tree", "hard"],
    ["tree", "wire-1", "--down"],
    *(["export", claim, "--format", form] for claim in CLAIMS for form in ("json", "dot")),
    ["trace", "with several orgins"],
    ["trace", "claim"],
    ["show", "wier"],
]


def outputs(provenance: Provenance) -> dict[str, tuple[int, str, str]]:
    """Run every command; what tells where a record stands in the files is left out."""
    found = {}
    for arguments in COMMANDS:
        code, out, err = provenance(*arguments)
        found[" ".join(arguments)] = (code, re.sub(r"data/[\w/]+\.ya?ml:\d+(:\d+)?", "PLACE", out), err)
    return found


def shuffled(order: random.Random) -> dict[str, str]:
    """Spread the records over three files, in another order of records and keys; lists inside records stay as they are."""
    files: list[dict[str, Any]] = [{}, {}, {}]
    records = yaml.load(SHAPES, Loader=yaml.BaseLoader)
    for section, value in mixed(records.items(), order):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, record in mixed(pairs, order):
            file = order.choice(files)
            if isinstance(value, dict):
                file.setdefault(section, {})[key] = reordered(record, order)
            else:
                file.setdefault(section, []).append(reordered(record, order))
    names = mixed(["z.yaml", "b/c.yml", "a.yaml"], order)
    return {name: yaml.safe_dump(file, sort_keys=False) for name, file in zip(names, files, strict=True) if file}


def mixed(items: Any, order: random.Random) -> list[Any]:
    found = list(items)
    return order.sample(found, len(found))


def reordered(record: Any, order: random.Random) -> Any:
    """Put keys in another order; the flags are booleans again."""
    if not isinstance(record, dict):
        return record
    flags = {"true": True, "false": False}
    return {
        key: flags.get(value, value) if key == "on_record" else reordered(value, order)
        for key, value in mixed(record.items(), order)
    }


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_records_changes_nothing(provenance: Provenance, write: Write, seed: int) -> None:
    path = write(SHAPES)
    expected = outputs(provenance)
    path.unlink()
    for name, text in shuffled(random.Random(seed)).items():
        write(text, name)
    assert outputs(provenance) == expected


def test_the_order_in_which_a_folder_is_listed_changes_nothing(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in shuffled(random.Random(0)).items():
        write(text, name)
    runs = [*COMMANDS, ["check"], ["check", "--json"]]
    expected = [provenance(*arguments) for arguments in runs]
    walk = os.walk

    def backwards(top: str, **options: Any) -> Iterator[tuple[str, list[str], list[str]]]:
        return ((folder, folders, names[::-1]) for folder, folders, names in list(walk(top, **options))[::-1])

    monkeypatch.setattr("provenance.files.os.walk", backwards)
    assert [provenance(*arguments) for arguments in runs] == expected


def test_paths_named_in_another_order_are_the_same_records(provenance: Provenance, write: Write) -> None:
    names = [str(write(text, name)) for name, text in shuffled(random.Random(1)).items()]
    forwards, backwards = (provenance("check", *order) for order in (names, names[::-1]))
    assert forwards == backwards
