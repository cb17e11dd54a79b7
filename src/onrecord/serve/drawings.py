"""Pictures drawn here as SVG: timeline, map, network. They hold no style and no script: the sheet colours them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

from markupsafe import Markup, escape

from onrecord.present.words import MONTHS, shortened
from onrecord.serve.rows import Edge, Linked, Span, Spot

_LANES = (
    ("met or agreed", ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "CONCEDE", "AID", "RETREAT")),
    ("said against", ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST")),
    ("did against", ("SANCTION", "MOBILIZE", "COERCE", "ASSAULT")),
)
_LEFT, _WIDTH, _LANE = 112, 960, 62
_MOST_MONTHS = 36  # months that have a column each; beyond that, years


def timeline(spans: Sequence[Span]) -> Markup:
    """Return months (years, where there are many) as columns and kinds of deeds as rows, a disc for how many."""
    if not spans:
        return Markup("")
    by_month = len(_months(spans)) <= _MOST_MONTHS and all(len(s.month) == 7 for s in spans)
    columns = _months(spans) if by_month else _years(spans)
    if len(columns) > 60:
        columns = columns[-60:]
    counts: Counter[tuple[str, int]] = Counter()
    for span in spans:
        lane = next(n for n, (_, types) in enumerate(_LANES) if span.type in types)
        counts[span.month[: len(columns[0])], lane] += span.events
    step = (_WIDTH - _LEFT) / len(columns)
    most = max(counts.values())
    parts = [_lane(n, name) for n, (name, _) in enumerate(_LANES)]
    for c, column in enumerate(columns):
        x = _LEFT + step * (c + 0.5)
        if c % max(1, math.ceil(len(columns) / 14)) == 0:
            parts.append(
                f'<text class="tick" x="{x:.0f}" y="{_LANE * len(_LANES) + 22}">{escape(_column(column))}</text>'
            )
        for lane in range(len(_LANES)):
            if n := counts[column, lane]:
                radius = min(26.0, step / 2 - 1, 5 + 21 * math.sqrt(n / most))
                y = _LANE * (lane + 0.5)
                label = f"{_column(column)}, {_LANES[lane][0]}: {n}"
                parts.append(
                    f'<circle class="lane{lane}" cx="{x:.0f}" cy="{y:.0f}" r="{max(3.0, radius):.1f}">'
                    f"<title>{escape(label)}</title></circle>"
                )
                if radius > 8:
                    parts.append(f'<text class="count" x="{x:.0f}" y="{y + 4:.0f}">{n}</text>')
    return _svg("timeline", _WIDTH, _LANE * len(_LANES) + 32, "Events over time", parts)


def _lane(n: int, name: str) -> str:
    y = _LANE * (n + 0.5)
    return (
        f'<line class="rule" x1="{_LEFT}" y1="{y:.0f}" x2="{_WIDTH}" y2="{y:.0f}"/>'
        f'<text class="lane" x="0" y="{y + 4:.0f}">{escape(name)}</text>'
    )


def _months(spans: Sequence[Span]) -> list[str]:
    """Return every month from the first to the last."""
    first, last = (min(s.month for s in spans), max(s.month for s in spans))
    if len(first) < 7 or len(last) < 7:
        return _years(spans)
    start, end = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (first, last))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, min(end, start + 600) + 1)]


def _years(spans: Sequence[Span]) -> list[str]:
    years = sorted({int(s.month[:4]) for s in spans})
    return [f"{year:04d}" for year in years]


def _column(said: str) -> str:
    return f"{MONTHS[int(said[5:7]) - 1][:3]} {said[:4]}" if len(said) == 7 else said


@lru_cache(maxsize=1)
def _land() -> str:
    return resources.files("onrecord.serve").joinpath("static", "land.txt").read_text(encoding="ascii")


def world(spots: Sequence[Spot]) -> Markup:
    """Return the places of events on the earth (equirectangular), cut to where they lie, discs for how many."""
    if not spots:
        return Markup("")
    xs, ys = [2 * (s.longitude + 180) for s in spots], [2 * (90 - s.latitude) for s in spots]
    left, top, width, height = _window(xs, ys)
    scale = width / 720
    most = max(s.events for s in spots)
    parts = [f'<path class="land" d="{_land()}"/>']
    for number, (spot, x, y) in reversed([*enumerate(zip(spots, xs, ys, strict=True), 1)]):
        radius = scale * (5 + 11 * math.sqrt(spot.events / most))
        label = f"{number}. {shortened(spot.name, 60)}: {spot.events}"
        parts.append(
            f'<circle class="spot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" stroke-width="{scale:.2f}">'
            f"<title>{escape(label)}</title></circle>"
        )
        if number <= 25:
            size = 9 * scale
            parts.append(
                f'<text class="count" x="{x:.1f}" y="{y + size / 3:.1f}" font-size="{size:.2f}">{number}</text>'
            )
    return _svg("map", width, height, "Places of events", parts, left, top)


def _window(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float, float, float]:
    """Return left, top, width and height of the part of the earth to show: twice as wide as high, not too near."""
    middle, centre = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    width = min(720.0, max(120.0, 1.25 * (max(xs) - min(xs)), 2.5 * (max(ys) - min(ys))))
    height = width / 2
    return (
        max(0.0, min(720 - width, middle - width / 2)),
        max(0.0, min(360 - height, centre - height / 2)),
        width,
        height,
    )


def network(edges: Sequence[Edge]) -> Markup:
    """Return who has to do with whom: names in a ring, the best connected first, lines as strong as the events."""
    degrees: Counter[str] = Counter()
    nodes: dict[str, Linked] = {}
    for edge in edges:
        for node in (edge.left, edge.right):
            nodes[node.id] = node
            degrees[node.id] += edge.events
    shown = _ring([id_ for id_, _ in sorted(degrees.items(), key=lambda item: (-item[1], item[0]))[:24]], edges)
    if not shown:
        return Markup("")
    size, radius = 720.0, 205.0
    place = {
        id_: (size / 2 + radius * math.cos(angle), 260 + radius * math.sin(angle))
        for id_, angle in ((id_, 2 * math.pi * (n + 0.5) / len(shown) - math.pi / 2) for n, id_ in enumerate(shown))
    }
    most = max(e.events for e in edges)
    parts = [
        line for edge in edges if edge.left.id in place and edge.right.id in place for line in _line(edge, place, most)
    ]
    top = max(degrees.values())
    for id_, (x, y) in place.items():
        held = 4 + 9 * math.sqrt(degrees[id_] / top)
        right = x >= size / 2 - 1
        beside = x + (held + 5 if right else -held - 5)
        parts.append(
            f'<a href="/entities/{escape(id_)}"><circle class="node" cx="{x:.1f}" cy="{y:.1f}" r="{held:.1f}"/>'
            f'<text class="{"right" if right else "left"}" x="{beside:.1f}" y="{y + 4:.1f}">'
            f"{escape(shortened(nodes[id_].title, 26))}</text></a>"
        )
    return _svg("network", size, 520, "Who has to do with whom", parts, role="group")


def _ring(ids: Sequence[str], edges: Sequence[Edge]) -> list[str]:
    """Return ids in an order in which those with most between them stand near."""
    tied = {(a, b): e.events for e in edges for a, b in ((e.left.id, e.right.id), (e.right.id, e.left.id))}
    left, order = list(ids), list[str]()
    while left:
        last = order[-1] if order else ""
        best = max(left, key=lambda id_: (tied.get((last, id_), 0), -left.index(id_)))
        order.append(best)
        left.remove(best)
    return order


def _line(edge: Edge, place: dict[str, tuple[float, float]], most: int) -> Iterator[str]:
    (x1, y1), (x2, y2) = place[edge.left.id], place[edge.right.id]
    label = f"{shortened(edge.left.title, 60)} and {shortened(edge.right.title, 60)}: {edge.events}"
    width = 1 + 6 * math.sqrt(edge.events / most)
    yield (
        f'<path class="edge" d="M{x1:.1f} {y1:.1f}Q360 260 {x2:.1f} {y2:.1f}" stroke-width="{width:.1f}">'
        f"<title>{escape(label)}</title></path>"
    )


def _svg(
    name: str,
    width: float,
    height: float,
    title: str,
    parts: Sequence[str],
    left: float = 0,
    top: float = 0,
    role: str = "img",
) -> Markup:
    box = f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}"
    return Markup(f'<svg class="{name}" viewBox="{box}" role="{role}" aria-label="{title}">{"".join(parts)}</svg>')
