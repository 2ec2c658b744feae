"""The site is built without a warning, no link in it leads nowhere, and it asks no network."""

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.docs.pages import DOCS

pytestmark = pytest.mark.skipif(
    not all(find_spec(name) for name in ("sphinx", "furo", "myst_parser")), reason="needs the extra `docs`"
)


class _Page(HTMLParser):
    """What a page links to, what it loads, and the places in it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: words or "" for name, words in attrs}
        self.places.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and "href" in given:
            self.loads.append(given["href"])
        elif "src" in given:
            self.loads.append(given["src"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, _Page]:
    """Build the site as a reader of the how-to does, and give its pages."""
    folder = tmp_path_factory.mktemp("site").resolve()
    words = ["-W", "--keep-going", "-q", "-b", "html", "-d", str(folder / "kept"), str(DOCS), str(folder / "site")]
    done = subprocess.run([sys.executable, "-m", "sphinx", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return {path: _Page(path.read_text("utf-8")) for path in sorted((folder / "site").rglob("*.html"))}


def _broken(site: dict[Path, _Page]) -> Iterator[str]:
    for path, page in site.items():
        for address in (*page.links, *page.loads):
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "data", "mailto"):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file():
                yield f"{path.name}: {address} is no file"
            elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in site[target].places:
                yield f"{path.name}: {address} is no place in it"


def test_every_page_of_the_docs_is_in_the_site(site: dict[Path, _Page]) -> None:
    root = next(path.parent for path in site if path.name == "index.html" and path.parent.name == "site")
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    assert pages <= {path.relative_to(root) for path in site}
    home = site[root / "index.html"]
    assert {str(page) for page in pages} - {"index.html"} <= {urlsplit(link).path for link in home.links}


def test_no_link_is_broken(site: dict[Path, _Page]) -> None:
    assert list(_broken(site)) == []


def test_a_broken_link_is_noticed(tmp_path: Path) -> None:
    text = (
        '<a id="here" href="#here"></a><a href="#there"></a><a href="b.html"></a><img src="https://example.org/a.png">'
    )
    (tmp_path / "a.html").write_text(text, "utf-8")
    found = list(_broken({(tmp_path / "a.html").resolve(): _Page(text)}))
    assert found == ["a.html: #there is no place in it", "a.html: b.html is no file"]


def test_nothing_is_loaded_from_elsewhere(site: dict[Path, _Page]) -> None:
    loaded = {address for page in site.values() for address in page.loads}
    assert loaded
    assert {address for address in loaded if urlsplit(address).scheme or urlsplit(address).netloc} == set()
    styles = "".join(path.read_text("utf-8") for path in next(iter(site)).parent.rglob("*.css"))
    assert "url(http" not in styles
    assert "@import" not in styles
