"""What is found while a text is told apart into its parts, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import Layout, Span
from onrecord.read.byline import FoundByline
from onrecord.read.lines import Line

IN_DATELINE, IN_HEAD, IN_FOOT = 0, 1, 2  # where an agency is credited: the first counts most


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The layout of a text with what its parts say. `place` and `day` are the dateline's; `published` an ISO day."""

    layout: Layout
    place: str | None = None
    day: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Draft:
    """The parts found so far. Of two claims on one part the first stands."""

    parts: dict[str, Span] = field(default_factory=dict)
    title: str = ""
    place: str | None = None
    day: str | None = None
    agencies: list[tuple[int, str, Span]] = field(default_factory=list)
    byline: str | None = None
    published: dict[str, str] = field(default_factory=dict)
    pictured: str | None = None  # the day of a picture, where the text shows it to be the day of the news
    paragraphs: list[Span] = field(default_factory=list)

    def claim(self, part: str, span: Span) -> None:
        """Give `span` to `part` if that is still without one."""
        self.parts.setdefault(part, span)

    def credit(self, where: int, agency: str | None, span: Span) -> None:
        """Note that `agency`, if any, is credited at `span`."""
        if agency is not None:
            self.agencies.append((where, agency, span))

    def sign(self, line: Line, found: FoundByline, where: int) -> None:
        """Take the names and the agency of a byline."""
        if where == IN_HEAD:
            self.claim("byline", line.span)
        self.byline = self.byline or found.names
        self.credit(where, found.agency, line.span)

    def date(self, label: str, day: str) -> None:
        """Note a day of publication, if it has a year."""
        if not day.startswith("--"):
            self.published.setdefault(label, day)

    def finish(self) -> Anatomy:
        """Return what has been found."""
        published = min(self.published.values(), default=None) or self.pictured
        agency = None
        if self.agencies:
            _, agency, self.parts["agency"] = min(self.agencies, key=lambda credit: credit[0])
        layout = Layout(paragraphs=tuple(sorted(self.paragraphs)), **self.parts)
        return Anatomy(layout, self.place, self.day, agency, self.byline, published)
