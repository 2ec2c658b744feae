"""Records in the making: what is found is put down here, matched, named and checked field by field."""

from collections.abc import Container, Iterable, Mapping

from provenance.draft.differences import differences
from provenance.draft.fields import fault_of
from provenance.draft.ids import free, is_id, slug
from provenance.draft.known import Known, host_of
from provenance.draft.proposal import Entry, Note, Proposal, Value
from provenance.model import Attribution, SourceKind, Stance, Workspace
from provenance.read.names import is_unnamed
from provenance.spelling import folded

SECTIONS = ("claims", "outlets", "parties", "sources", "reports", "responses")
"""The sections that are proposed, in the order hand-written files have them."""


class Draft:
    """Collects entries and notes. What the workspace has already is referred to and not proposed again."""

    def __init__(self, workspace: Workspace, *, show_known: bool = False) -> None:
        """Begin a draft beside a workspace.

        With `show_known` a report it has is written as a comment, not left out, and ids are made up, not read: one that
        is taken is told apart by its kind, and a comment says so.
        """
        self.known = Known(workspace)
        self._show_known = show_known
        self.notes: list[Note] = []
        self.warnings: list[str] = []
        self.remains: list[str] = []
        self._entries: dict[tuple[str, str], Entry] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._matched: dict[str, str] = {}
        self._taken = set(self.known.ids)
        self._reserved: set[str] = set()
        self._names: dict[str, str] = {}
        self._said: dict[tuple[str, str], dict[str, Value]] = {}

    def note(self, where: str, what: str) -> None:
        """Record what could not be placed."""
        self.notes.append(Note(where=where, what=what))

    def entry(self, section: str, id_: str) -> Entry | None:
        """Give a proposed record, or None where it is in the workspace already."""
        return self._entries.get((section, id_))

    def reserve(self, ids: Iterable[str]) -> None:
        """Keep the ids that the input gives from being made out of names for other records."""
        self._reserved |= set(ids)

    def reports(self) -> list[Entry]:
        """Give the reports put down so far, those that are in the workspace among them."""
        return [entry for (section, _), entry in self._entries.items() if section == "reports"]

    def proposed(self, section: str, key: str) -> Entry | None:
        """Give the proposed record that a key of the input stands for; None where there is none, or it is known."""
        entry = self._entries.get((section, self._ids.get((section, key), "")))
        return None if entry is None or self.is_known(entry) else entry

    def is_known(self, entry: Entry) -> bool:
        """Tell whether the workspace has this record already."""
        return entry.id in self._matched

    def claims(self) -> list[Entry]:
        """Give the claims that are proposed so far."""
        return [entry for (section, _), entry in self._entries.items() if section == "claims"]

    def has_claim(self, key: str) -> bool:
        """Tell whether a claim was asked for by this key."""
        return ("claims", key) in self._ids

    def claim(self, key: str, text: str | None, where: str) -> str:
        """Give the id of a claim; without a text its key stands for it, and a remark says so."""
        if ("claims", key) in self._ids:
            return self._ids["claims", key]
        text = key if text is None and not is_id(key) else text
        there = self.known.claim(key, text)
        if there:
            return self._match("claims", key, there)
        made = self._make("claims", key, slug(key, "claim"), where)
        made.fields["text"] = text or key
        if text is None:
            made.remark("the text of this claim is not in what was read: write it")
        return made.id

    def outlet(  # noqa: PLR0913 - what may be known of it
        self,
        name: str,
        where: str,
        *,
        id_: str | None = None,
        url: str | None = None,
        record: bool = False,
        country: str | None = None,
    ) -> str:
        """Give what stands for an outlet in a report: the id of a record if one is known or needed, else its name.

        With `record` one is made wherever there is none.
        """
        key = folded(id_ or name)
        if ("outlets", key) in self._ids:
            return self._ids["outlets", key]
        name = f"{name} (outlet)" if is_unnamed(name) else name
        domain = host_of(url) if url else None
        there = self.known.outlet(name, domain)
        if there:
            return self._match("outlets", key, there)
        if folded(name) in self._names:
            return self._names[folded(name)]
        if not record and not id_ and not domain and not country:
            return " ".join(name.split())
        made = self._make("outlets", key, id_ if id_ and is_id(id_) else slug(name, "outlet"), where)
        made.fields["name"] = name
        self.put(made, "country", country, where)
        if domain:
            made.fields["domains"] = [domain]
        self._names[folded(name)] = made.id
        return made.id

    def outlet_name(self, outlet: str) -> str:
        """Give the name of an outlet that `outlet` gave the id or name of."""
        made, there = self.entry("outlets", outlet), self.known.workspace.outlets.get(outlet)
        return str(made.fields["name"]) if made else there.name if there else outlet

    def party(self, name: str, where: str, id_: str, country: str | None = None) -> str:
        """Give the id of a party."""
        if ("parties", id_) in self._ids:
            return self._ids["parties", id_]
        there = self.known.party(name) or self.known.party(id_)
        if there:
            return self._match("parties", id_, there)
        made = self._make("parties", id_, slug(id_, "party"), where)
        made.fields["name"] = name
        self.put(made, "country", country, where)
        return made.id

    def source(self, id_: str, where: str, fields: Mapping[str, str], remark: str | None = None) -> str:
        """Give the id of a source; an anonymous one keeps only how it was described."""
        if ("sources", id_) in self._ids:
            return self._ids["sources", id_]
        there = self.known.source(id_, fields.get("name"), fields.get("described_as"))
        if there:
            return self._match("sources", id_, there)
        made = self._make("sources", id_, slug(id_, "source"), where)
        for name, words in fields.items():
            if fields["kind"] == SourceKind.ANONYMOUS and name not in ("kind", "described_as"):
                self.note(where, f"{name}: an anonymous source carries nothing that could identify it")
            else:
                self.put(made, name, words, where)
        if remark:
            made.remark(remark)
        return made.id

    def refer(self, section: str, id_: str) -> str:
        """Refer to a record that the workspace has, and give its id."""
        return self._match(section, id_, id_)

    def report(self, key: str, where: str, fields: Mapping[str, str | None], wanted: str | None = None) -> Entry:
        """Give the entry of a report under its key, made at first sight; later fields fill what is blank."""
        id_ = self._ids.get(("reports", key))
        if id_ is not None and ("reports", id_) in self._entries:
            made = self._entries["reports", id_]
        else:
            there = self.known.report(key, fields.get("url"), fields.get("outlet"), fields.get("published"))
            if there is None and self._show_known:
                there = self.known.titled(self.outlet_name(fields.get("outlet") or ""), fields.get("title"))
            made = self._make("reports", key, slug(wanted or key, "report"), where, there)
        for name, words in fields.items():
            self.put(made, name, words, where)
        return made

    def response(self, where: str, by: str, claim: str, stance: str) -> Entry:
        """Give the response of a party or source to a claim, made at first sight."""
        key = ("responses", f"{by} {claim} {stance}")
        if key not in self._entries:
            self._entries[key] = Entry(*key, where, {"by": by, "claim": claim, "stance": stance})
        return self._entries[key]

    def put(self, entry: Entry, name: str, words: str | None, where: str) -> None:
        """Set a field that is blank so far; what it cannot hold is noted, and so is a second value."""
        if words is None or not words.strip():
            return
        fault = fault_of(name, words)
        before = entry.fields.get(name)
        if fault:
            self.note(where, f"{name} of {entry.id}: {fault}")
        elif before is None:
            entry.fields[name] = words
        elif before != words:
            self.note(where, f"{name} of {entry.id}: '{words}'; it has '{before}' already")

    def say(self, report: Entry, claim: str, fields: Mapping[str, str | None], where: str) -> dict[str, Value]:
        """Give the statement of a report on a claim, made at first sight."""
        says = report.fields.setdefault("says", [])
        assert isinstance(says, list)
        said = self._said.get((report.id, claim))
        if said is None:
            said = self._said[report.id, claim] = {"claim": claim}
            says.append(said)
        self.add_to(said, fields, where, f"what {report.id} says of {claim}")
        return said

    def add_to(self, holder: dict[str, Value], fields: Mapping[str, str | None], where: str, what: str) -> None:
        """Set fields of a statement or citation; what they cannot hold is noted."""
        for name, words in fields.items():
            if words is None or not words.strip() or (name, words) in _USUAL:
                continue
            fault = fault_of(name, words)
            if fault is None and holder.setdefault(name, words) != words:
                fault = f"'{words}'; it has '{holder[name]}' already"
            if fault:
                self.note(where, f"{name} of {what}: {fault}")

    def proposal(self, files: tuple[str, ...]) -> Proposal:
        """Give what was drafted, in the order of sections; reports stand as they were found."""
        for entry in self._entries.values():
            if entry.section == "reports" and entry.id in self._matched and self._show_known:
                entry.duplicate_of = self.known.place(entry.id)
            elif entry.section == "reports" and entry.id in self._matched:
                place = self.known.place(entry.id)
                for difference in differences(entry, self.known.workspace):
                    self.note(entry.where, f"{entry.id}: your record ({place}) has it not so: {difference}")
            elif entry.section == "reports":
                _shorten(entry)
        entries = sorted(self._entries.values(), key=lambda each: SECTIONS.index(each.section))
        kept = tuple(entry for entry in entries if entry.id not in self._matched or entry.duplicate_of)
        known = tuple(f"{id_} ({self.known.place(id_)})" for id_ in sorted(self._matched))
        return Proposal(
            files=files,
            entries=kept,
            notes=tuple(dict.fromkeys(self.notes)),
            known=known,
            warnings=tuple(self.warnings),
            remains=tuple(self.remains),
        )

    def _match(self, section: str, key: str, there: str) -> str:
        self._ids[section, key] = self._matched[there] = there
        return there

    def _make(self, section: str, key: str, wanted: str, where: str, there: str | None = None) -> Entry:
        if there:
            self._matched[there] = there
        wanted = key if is_id(key) and not (self._show_known and section == "reports") else wanted
        id_ = there or self._free(section, wanted, () if wanted == key else self._reserved)
        made = Entry(section, id_, where)
        self._taken.add(id_)
        self._ids[section, key] = id_
        self._entries[section, id_] = made
        if self._show_known and id_ != wanted and not there:
            made.remark(f"the id '{wanted}' is taken ({self._holder(wanted)}): this is another")
        elif not self._show_known and id_ != key and is_id(key) and not there:
            made.remark(f"'{key}' in what was read: that id is taken")
            self.note(where, f"the id '{key}' is taken; proposed as '{id_}'")
        return made

    def _free(self, section: str, wanted: str, reserved: Container[str]) -> str:
        """Give an id that nobody has: made up ones are told apart by their kind before they are numbered."""
        kind = section.removesuffix("ies") + "y" if section.endswith("ies") else section.removesuffix("s")
        if self._show_known and wanted in self._taken and (section, wanted) not in self._entries:
            other = wanted in self.known.ids and self.known.section(wanted) == section
            wanted = wanted if other else f"{wanted}-{kind}"
        return free(wanted, self._taken, reserved)

    def _holder(self, id_: str) -> str:
        return self.known.place(id_) if id_ in self.known.ids else "in this draft"


def _shorten(report: Entry) -> None:
    """Write a single plain statement in the short form: `says: CLAIM`, with `cites` beside it."""
    says = report.fields.get("says")
    if not isinstance(says, list) or len(says) != 1 or not isinstance(says[0], dict):
        return
    said = says[0]
    if said.keys() <= {"claim", "cites"}:
        report.fields["says"] = said["claim"]
        if "cites" in said:
            report.fields["cites"] = said["cites"]


_USUAL = {("stance", Stance.SUPPORTS.value), ("attribution", Attribution.CLEAR.value)}
