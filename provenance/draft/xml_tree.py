"""XML text -> elements with their lines. No DOCTYPE, hence no entity but XML's own five; bounded in depth."""

from dataclasses import dataclass, field
from xml.parsers import expat

from provenance.draft.problems import UnreadableError, no_xml
from provenance.limits import DEPTH
from provenance.problems import Place

_HINT = "mend it there, or export it again"


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, its attributes, its own text, and what is in it."""

    name: str
    line: int
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    below: list["Element"] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Give the text that stands directly in this element."""
        return "".join(self.text).strip()

    def named(self, name: str) -> list["Element"]:
        """Give what stands directly in this element and has a name."""
        return [each for each in self.below if each.name == name]


def read_xml(text: str, file: str) -> Element:
    """Read an XML document. Raises UnreadableError."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    open_: list[Element] = [Element("", 0, {})]
    deepest = DEPTH.now()

    def refuse(message: str, hint: str) -> UnreadableError:
        place = Place(file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        return UnreadableError(no_xml(place, message, hint))

    def doctype(*_: object) -> None:
        raise refuse("a DOCTYPE can make a small file grow without end", "delete the DOCTYPE: no format here needs one")

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_) > deepest:
            raise refuse(
                f"this is nested more than {DEPTH.shown(deepest)} deep", f"no graph needs so many; {DEPTH.raised}"
            )
        element = Element(name.rpartition(":")[2], parser.CurrentLineNumber, attributes)
        open_[-1].below.append(element)
        open_.append(element)

    def end(_: str) -> None:
        open_.pop()

    def words(found: str) -> None:
        open_[-1].text.append(found)

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    try:
        parser.Parse(text.removeprefix("\ufeff").encode("utf-8", "surrogatepass"), True)  # noqa: FBT003
    except expat.ExpatError as error:
        place = Place(file, error.lineno, error.offset + 1)
        message = f"this is not XML: {expat.errors.messages[error.code]}"
        lines = text.split("\n")
        excerpt = lines[error.lineno - 1][:2_000] if error.lineno <= len(lines) else None
        raise UnreadableError(no_xml(place, message, _HINT, excerpt)) from None
    return open_[0].below[0]
