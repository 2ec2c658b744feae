"""From a corpus back to tables, or to the YAML of a workspace."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from provenance.corpus.columns import SCHEMA
from provenance.corpus.formats import require_arrow
from provenance.corpus.new_folder import new_folder
from provenance.corpus.rejecting import CorpusError
from provenance.corpus.store import REST, bucket_paths, claim_families, read_bucket, read_shared
from provenance.corpus.writing import TableWriter
from provenance.model import Attribution, Citation, Report, Response, Source, UnclearCitation, Workspace
from provenance.packing import unpack

Row = dict[str, Any]

FORMATS = ("yaml", "parquet", "csv", "jsonl")
_REPORTS_A_FILE = 2000


def export_corpus(corpus: Path, folder: Path, form: str) -> int:
    """Write a corpus as tables or YAML into a new folder; gives how many reports there are.

    Raises CorpusError where there is no corpus, or the folder is not empty.
    """
    require_arrow()
    shared = read_shared(corpus)
    with new_folder(folder) as made:
        return _write_yaml(corpus, made, shared) if form == "yaml" else _write_tables(corpus, made, shared, form)


def _write_tables(corpus: Path, folder: Path, shared: Workspace, form: str) -> int:
    (folder / "tables.json").write_text(json.dumps({"schema": SCHEMA}) + "\n", encoding="utf-8")
    count = 0
    with TableWriter(folder, f".{form}") as writer:
        for table, row in _small_rows(shared):
            writer.add(table, row)
        for report in reports_of(corpus, shared):
            count += 1
            for table, row in _report_rows(report):
                writer.add(table, row)
    if not count:
        _write_empty(folder, form)
    return count


def _write_empty(folder: Path, form: str) -> None:
    """Write a table of reports without rows: a folder of tables has one."""
    with TableWriter(folder, f".{form}") as writer:
        writer.add_none("reports")


def reports_of(corpus: Path, shared: Workspace) -> Iterator[Report]:
    """Give every report of a corpus once: by the family of its first statement, then those that say nothing."""
    of_claim = claim_families(shared.claims)
    for path in bucket_paths(corpus):
        for family in read_bucket(path):
            for packed in json.loads(family.slice).get("reports", ()):
                report = unpack(Report, packed)
                if report.says and of_claim.get(report.says[0].claim, report.says[0].claim) == family.id:
                    yield report
    try:
        with (corpus / REST).open(encoding="utf-8") as rest:
            for line in rest:
                yield unpack(Report, json.loads(line))
    except (ValueError, LookupError, TypeError, OSError) as error:
        raise CorpusError(f"'{corpus / REST}' cannot be read ({error}): import the tables again") from None


def _plain(record: Any, *names: str) -> Row:
    """Give some fields of a record as cells: enumerated words and dates as text, what is empty left out."""
    found = {name: getattr(record, name) for name in names}
    return {name: _cell(one) for name, one in found.items() if one is not None and one != ()}


def _cell(found: Any) -> Any:
    if isinstance(found, bool):
        return found
    if isinstance(found, tuple):
        return [str(one) for one in found]
    return str(getattr(found, "text", found))


def _small_rows(shared: Workspace) -> Iterator[tuple[str, Row]]:
    for case in shared.cases:
        yield "cases", _plain(case, "title", "question", "period", "notes")
    for outlet in shared.outlets.values():
        if not outlet.implicit:
            fields = ("id", "name", "aliases", "kind", "country", "languages", "domains", "owner")
            yield "outlets", _plain(outlet, *fields, "state_affiliated", "reliability", "rated_by")
    for party in shared.parties.values():
        yield "parties", _plain(party, "id", "name", "aliases", "country")
    for source in shared.sources.values():
        yield "sources", _source_row(source)
    for claim in shared.claims.values():
        yield "claims", _plain(claim, "id", "text", "stronger_than", "part_of", "could_confirm", "credibility")
    for response in shared.responses:
        yield "responses", _response_row(response)
    for tie in shared.dependences:
        yield "dependences", _plain(tie, "between", "kind", "basis")


def _source_row(source: Source) -> Row:
    row = _plain(source, "id", "kind", "name", "described_as", "party", "url")
    if source.same_as:
        row["same_as"] = [tie.source if tie.certain else f"{tie.source}?" for tie in source.same_as]
    return row


def _response_row(response: Response) -> Row:
    row = _plain(response, "by", "claim", "stance", "date", "on_record", "quote", "reported_by")
    if response.cites:
        row["cites"] = json.dumps(_short_cites(response.cites), ensure_ascii=False)
    return row


def _short_cites(cites: Iterable[Citation | UnclearCitation]) -> list[Row]:
    """Give citations as YAML holds them."""
    return [
        {"unclear": [_short(one) for one in entry.alternatives]}
        if isinstance(entry, UnclearCitation)
        else _short(entry)
        for entry in cites
    ]


def _short(citation: Citation) -> Row:
    row = {citation.kind.value: citation.id, **_plain(citation, "mode", "quote", "url")}
    return {**row, "attribution": "unclear"} if citation.attribution is Attribution.UNCLEAR else row


def _report_rows(report: Report) -> Iterator[tuple[str, Row]]:
    fields = ("id", "outlet", "title", "author", "url", "archived", "published", "accessed", "language")
    row = _plain(report, *fields)
    if report.read is not None:
        row |= _plain(report.read, "via") | {"read": report.read.form.value}
    if report.changes:
        row["status"] = [f"{change}:{date.text}" for change, date in report.changes]
    yield "reports", row
    for position, said in enumerate(report.says, 1):
        row = {"report": report.id, **_plain(said, "claim", "stance", "certainty", "basis", "quote", "where")}
        if said.details:
            row["details"] = json.dumps(dict(said.details), ensure_ascii=False)
        yield "statements", {**row, "position": position}
        of = {"report": report.id, "claim": said.claim}
        yield from (("citations", {**of, **row}) for row in _citation_rows(said.cites))


def _citation_rows(cites: Iterable[Citation | UnclearCitation]) -> Iterator[Row]:
    position = unclear = 0
    for entry in cites:
        of: Mapping[str, int] = {}
        if isinstance(entry, UnclearCitation):
            unclear += 1
            of = {"unclear": unclear}
        for citation in entry.alternatives if isinstance(entry, UnclearCitation) else (entry,):
            position += 1
            row = _plain(citation, "kind", "id", "mode", "quote", "url")
            if citation.attribution is Attribution.UNCLEAR:
                row["attribution"] = "unclear"
            yield {**row, **of, "position": position}


def _write_yaml(corpus: Path, folder: Path, shared: Workspace) -> int:
    """Write YAML that is JSON inside: every text in quotes, one record on a line."""
    from provenance.corpus.shared import written_yaml  # noqa: PLC0415 - only this format needs it

    for number, case in enumerate(shared.cases):
        row = _plain(case, "title", "question", "period", "notes")
        (folder / f"case-{number:04}.yaml").write_text(f"case: {written_yaml(row)}\n", encoding="utf-8")
    sections: dict[str, list[str]] = {}
    for table, row in _small_rows(shared):
        if table == "cases":
            continue
        if table in ("responses", "dependences"):
            if "cites" in row:
                row["cites"] = json.loads(row["cites"])
            sections.setdefault(table, []).append(f"  - {written_yaml(row)}\n")
            continue
        if "same_as" in row:
            ties = row["same_as"]
            row["same_as"] = [
                {"source": one.rstrip("?"), "how": "possible" if one.endswith("?") else "certain"} for one in ties
            ]
        sections.setdefault(table, []).append(f"  {written_yaml(row.pop('id'))}: {written_yaml(row)}\n")
    for section, lines in sections.items():
        (folder / f"{section}.yaml").write_text(f"{section}:\n{''.join(lines)}", encoding="utf-8")
    return _write_reports(folder, reports_of(corpus, shared))


def _write_reports(folder: Path, reports: Iterable[Report]) -> int:
    from provenance.corpus.shared import written_yaml  # noqa: PLC0415 - only this format needs it

    count = 0
    lines: list[str] = []

    def write() -> None:
        if lines:
            name = f"reports-{(count - 1) // _REPORTS_A_FILE:06}.yaml"
            (folder / name).write_text(f"reports:\n{''.join(lines)}", encoding="utf-8")
            lines.clear()

    for report in reports:
        if len(lines) == _REPORTS_A_FILE:
            write()
        count += 1
        lines.append(f"  {written_yaml(report.id)}: {written_yaml(_report_mapping(report))}\n")
    write()
    return count


def _report_mapping(report: Report) -> Row:
    fields = ("outlet", "title", "author", "url", "archived", "published", "accessed", "language")
    found = _plain(report, *fields)
    if report.read is not None:
        found["read"] = report.read.form.value if report.read.via is None else {"via": report.read.via}
    if report.changes:
        found["status"] = {change.value: date.text for change, date in report.changes}
    if report.says:
        found["says"] = [_statement_mapping(said) for said in report.says]
    return found


def _statement_mapping(said: Any) -> Row:
    found = _plain(said, "claim", "stance", "certainty", "basis", "quote", "where")
    if said.details:
        found["details"] = dict(said.details)
    if said.cites:
        found["cites"] = _short_cites(said.cites)
    return found
