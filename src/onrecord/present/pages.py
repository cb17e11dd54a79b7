"""What all pages of HTML are made with: how templates are read, and the files that stand beside them."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment(package: str, **offered: object) -> Environment:
    """Return the templates of a package, everything in them escaped, with what they may call."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= offered
    return made


@lru_cache(maxsize=8)
def asset(name: str) -> str:
    """Return a style sheet or script that goes into a page of its own."""
    return resources.files("onrecord.present").joinpath("templates", name).read_text(encoding="utf-8")
