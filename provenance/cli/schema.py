"""`provenance schema`."""

from typing import Annotated

import typer

from provenance.cli.output import print_data, write_files


def command(
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = "-",
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
) -> None:
    """Write the JSON Schema of the records: with it an editor completes fields, explains them and marks faults.

    Name FILE at the top of your records:  # yaml-language-server: $schema=FILE

    Examples:
      provenance schema -o records.schema.json
    """
    from provenance.json_text import dump_json  # noqa: PLC0415 - not for --help
    from provenance.read.schema import records_schema  # noqa: PLC0415 - as above

    text = dump_json(records_schema())
    if output == "-":
        print_data(text)
    else:
        write_files({output: text}, force=force)
