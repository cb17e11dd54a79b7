"""The documentation as a site: `make docs` writes it to build/docs. Nothing in it is loaded from another host."""

project = "onrecord"
author = "The onrecord developers"
project_copyright = ""

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["notebooks"]
nitpicky = True
smartquotes = False  # a quotation mark is shown as it is written

myst_heading_anchors = 3

html_theme = "alabaster"
html_title = "onrecord"
html_theme_options = {
    "description": "Who met whom, who did what, who said what, in the words of each report",
    "page_width": "1180px",
    "body_max_width": "none",
}
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html"]}
