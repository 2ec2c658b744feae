"""`python -m docs.generate`: write the pages of the reference that come out of the program."""

from docs.generate.pages import DOCS, PAGES

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
