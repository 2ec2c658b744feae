"""A page made of an export: everything it says is found here, before any HTML is written."""

from collections.abc import Iterable, Iterator, Sequence

from iso3166 import countries_by_alpha2

from provenance.export.figure import Export
from provenance.export.page.answers import claim_views
from provenance.export.page.model import Dossier, Page, Plate, Record
from provenance.export.page.records import by_record, records_of
from provenance.export.words import left_out_words
from provenance.model import Case
from provenance.wording.numbers import plural


def page_of(export: Export) -> Page:
    """Make the page of the answers for one claim or several."""
    records = records_of(export)
    return Page(
        plate=_plate(export),
        claims=claim_views(export, by_record(records, export.nodes)),
        records=records,
        choices=tuple(_choices(export, records)),
        figure=export.figure,
    )


def _plate(export: Export) -> Plate:
    cases = list(_cases(export))
    title = export.answers[0].text if len(export.answers) == 1 else _title(export, cases)
    return Plate(
        title=title,
        dossiers=tuple(map(_dossier, cases)),
        cutoff=_cutoff(export),
        left_out=left_out_words(export.figure),
    )


def _title(export: Export, cases: Sequence[Case]) -> str:
    files = {export.tracer.workspace.claims[answer.claim].place.file for answer in export.answers}
    found = cases[0].title if len(cases) == 1 and files == {cases[0].place.file} else None
    return found or plural(len(export.answers), "claim")


def _cases(export: Export) -> Iterator[Case]:
    """Give the dossiers of the files in which the claims stand."""
    workspace = export.tracer.workspace
    files = {workspace.claims[answer.claim].place.file for answer in export.answers}
    return (case for case in workspace.cases if case.place.file in files)


def _dossier(case: Case) -> Dossier:
    period = case.period.text if case.period else None
    fields = (("Question", case.question), ("Period", period), ("Notes", case.notes))
    return Dossier(title=case.title or "", fields=tuple((name, text) for name, text in fields if text))


def _cutoff(export: Export) -> str:
    if export.figure.as_of is not None:
        return f"{export.figure.as_of}: what was published later is left out"
    supports = (export.tracer.support(answer.claim, answer.as_of) for answer in export.answers)
    reports = (export.tracer.graph.report(node) for support in supports for node in support.nodes)
    dates = [report.published for report in reports if report is not None and report.published is not None]
    latest = f"; the latest report is of {max(dates, key=lambda date: date.sort_key).text}" if dates else ""
    return f"none: everything on record counts{latest}"


def _choices(export: Export, records: Sequence[Record]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    outlets = export.tracer.workspace.outlets
    yield "outlet", _sorted((record.outlet, outlets[record.outlet].name) for record in records if record.outlet)
    yield "country", _sorted((record.country, _country(record.country)) for record in records if record.country)
    yield "kind", _sorted((kind, kind) for record in records for kind in record.kinds)


def _sorted(choices: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(set(choices), key=lambda choice: (choice[1].casefold(), choice)))


def _country(code: str) -> str:
    found = countries_by_alpha2.get(code)
    return f"{found.apolitical_name} ({code})" if found else code
