"""How Sphinx builds the site: `python -m sphinx -W -b html docs site` (https://www.sphinx-doc.org/)."""

from provenance import __version__

project = "provenance"
author = "The provenance authors"
version = release = __version__
project_copyright = author

extensions = ["myst_parser"]
exclude_patterns = ["generate"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 4
smartquotes = False  # it would make one dash of the two in --data

html_theme = "furo"
html_title = "provenance"
html_static_path = ["style"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_use_index = False
html_last_updated_fmt = None
