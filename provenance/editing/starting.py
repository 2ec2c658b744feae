"""A folder for records: a commented example, settings for editors, and what git needs to know."""

import json
from pathlib import Path

from provenance.files import find_files

FILES = {
    "README.md": "README.md",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".vscode/extensions.json": "extensions.json",
    ".vscode/settings.json": "settings.json",
    "data/example.yaml": "example.yaml",
}
"""What is written, and the file of `starter/` it is made of."""

EXAMPLE = "data/example.yaml"
SCHEMA = ".provenance/records.schema.json"
_SETTINGS = ".vscode/settings.json"
_STARTER = Path(__file__).parent / "starter"


class NotEmptyError(Exception):
    """A folder has what would be written already; says what."""


def start(folder: str) -> dict[str, str]:
    """Give the files of a new workspace, by path. Raises NotEmptyError, and never replaces a file."""
    texts = {name: (_STARTER / source).read_text("utf-8") for name, source in FILES.items()}
    texts[SCHEMA] = _schema()
    texts[_SETTINGS] = _with_schema(texts[_SETTINGS])
    texts[EXAMPLE] = f"# yaml-language-server: $schema=../{SCHEMA}\n{texts[EXAMPLE]}"
    root = Path(folder)
    there = [name for name in texts if (root / name).exists() or (root / name).is_symlink()]
    if not there and (root / "data").is_dir():
        there = [str(Path(file).relative_to(root)) for file in find_files(str(root / "data"))[0]]
    if there:
        raise NotEmptyError(", ".join(sorted(there)))
    return {str(root / name): texts[name] for name in sorted(texts)}


def _schema() -> str:
    """Give the JSON Schema of records as text, as `provenance schema` does."""
    from provenance.json_text import dump_json  # noqa: PLC0415 - only where a folder is begun
    from provenance.read.schema import records_schema  # noqa: PLC0415 - as above

    return dump_json(records_schema())


def _with_schema(settings: str) -> str:
    return (
        json.dumps({**json.loads(settings), "yaml.schemas": {SCHEMA: ["data/**/*.yaml", "data/**/*.yml"]}}, indent=2)
        + "\n"
    )
