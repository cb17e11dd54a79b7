"""Who is who across reports: local entities joined to the entities of the record, each joining with its reason."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Entity, Findings, Judgement, Reuse, Span
from onrecord.model.record import Verdict
from onrecord.reconcile.groups import Groups
from onrecord.reconcile.names import bodies_clash, is_generic, keys
from onrecord.reconcile.persons import (
    countries_agree,
    name_score,
    name_tokens,
    near,
    near_surname,
    offices_agree,
    one_post,
    sound,
    surnames,
)
from onrecord.reconcile.wishes import Wishes
from onrecord.reconcile.words import fold

PROGRAM = "program"
_SAME = 0.79  # score from which two full names are one person's


@dataclass(frozen=True, slots=True)
class Local:
    """An entity of one report, with the story of the report."""

    entity: Entity
    report: str
    story: str


@dataclass(frozen=True)
class Links:
    """`groups` of local entity ids that are one entity, and the judgements that made them so."""

    groups: tuple[tuple[str, ...], ...]
    judgements: tuple[Judgement, ...]


class _Linker:
    """Collects joinings; the members of a group must agree with one another two by two."""

    def __init__(self, locals_: Sequence[Local], wishes: Wishes) -> None:
        self.locals = {x.entity.id: x for x in locals_}
        self.groups = Groups(self.locals)
        self.members = {i: [i] for i in self.locals}
        self.judged: dict[tuple[str, str], Judgement] = {}
        self.wishes = wishes

    def join(self, a: str, b: str, score: float, why: str) -> None:
        """Make `a` and `b` one, unless two of their members speak against it; put a judgement on record."""
        first, second = sorted((self.groups.root(a), self.groups.root(b)))
        if first == second:
            return
        if self.wishes.part(self.members[first], self.members[second]):
            self.judge(a, b, "different", score, "a person has judged them to be two")
            return
        for x in self.members[first][:20]:
            for y in self.members[second][:20]:
                if clash := self._clash(x, y):
                    self.judge(a, b, "different", score, clash)
                    return
        self.groups.join(first, second)
        fewer, more = sorted((self.members[first], self.members.pop(second)), key=len)
        for member in fewer:
            insort(more, member)
        self.members[first] = more
        if score < 1:
            self.judge(a, b, "same", score, why)

    def judge(self, a: str, b: str, verdict: Verdict, score: float, why: str) -> None:
        """Put a judgement on record, once for a pair."""
        left, right = sorted((a, b))
        self.judged.setdefault((left, right), Judgement(left, right, verdict, round(score, 3), why, PROGRAM, None))

    def _clash(self, a: str, b: str) -> str | None:
        x, y = self.locals[a], self.locals[b]
        if x.entity.kind == "person" and y.entity.kind == "person":
            return persons_clash(x, y)
        return None


def persons_clash(x: Local, y: Local) -> str | None:
    """Return why two persons cannot be one, if so."""
    a, b = x.entity, y.entity
    full = len(name_tokens(a.name)) > 1 and len(name_tokens(b.name)) > 1
    if full and name_score(a.name, b.name) < _SAME and not _same_holder(x, y):
        return f"{a.name} and {b.name} are two names"
    if countries_agree(a, b):
        return None
    if x.story == y.story and name_score(a.name, b.name) == 1.0 and len(name_tokens(a.name)) > 1:
        return None  # one full name within one story: the country was read wrongly in one of them
    return f"{a.name} of {a.country} and {b.name} of {b.country}"


def _same_holder(x: Local, y: Local) -> bool:
    """Return whether two full names are one person's: in one story, of one surname, in one post of one state."""
    a, b = x.entity, y.entity
    return x.story == y.story and one_post(a, b) and near(name_tokens(a.name)[-1], name_tokens(b.name)[-1])


def link(findings: Sequence[Findings], reuse: Sequence[Reuse], stories: Mapping[str, str], wishes: Wishes) -> Links:
    """Return the entities of all reports, joined; `stories` gives the story of each report id."""
    found = [Local(e, f.report.id, stories[f.report.id]) for f in findings for e in f.entities]
    linker = _Linker(found, wishes)
    named = [x for x in found if x.entity.named]
    for kind in sorted({x.entity.kind for x in named} - {"person"}):
        _link_bodies([x for x in named if x.entity.kind == kind], linker)
    _link_persons([x for x in named if x.entity.kind == "person"], linker)
    _link_unnamed([x for x in found if not x.entity.named], reuse, linker)
    for a, b in wishes.together(linker.locals):
        linker.groups.join(a, b)
    groups = tuple(tuple(g) for g in linker.groups.members())
    return Links(groups, tuple(linker.judged[k] for k in sorted(linker.judged)))


def _link_bodies(named: Sequence[Local], linker: _Linker) -> None:
    """Join by key: states by country, others by name, alias, acronym or designator."""
    by_key: dict[str, list[Local]] = defaultdict(list)
    for x in sorted(named, key=lambda x: x.entity.id):
        for key in sorted(keys(x.entity)):
            by_key[key].append(x)
    for key in sorted(by_key, key=lambda k: (k.startswith("ac:"), k)):  # long names first: they part the acronyms
        kept: list[Local] = []
        for x in by_key[key]:
            other = next((k for k in kept if _bodies_agree(k, x, key)), None)
            if other is None:
                kept.append(x)
            else:
                linker.join(other.entity.id, x.entity.id, *_body_reason(other.entity, x.entity))


def _bodies_agree(x: Local, y: Local, key: str) -> bool:
    a, b = x.entity, y.entity
    if a.kind == "state" or a.kind == "equipment":
        return True
    if not countries_agree(a, b):
        return False
    if key.startswith("ac:") and bodies_clash(a, b):
        return False
    if a.kind in ("organisation", "group") and not key.startswith("ac:") and is_generic(key):
        return a.country == b.country and (a.country is not None or x.story == y.story)
    if a.kind == "place":
        return a.country == b.country or x.story == y.story
    return True


def _body_reason(a: Entity, b: Entity) -> tuple[float, str]:
    if fold(a.name) == fold(b.name):
        return 1.0, "same name"
    if a.kind == "state":
        return 1.0, "same country code"
    return 0.9, f"{a.name} and {b.name} share a name, an acronym or a designator"


def _link_persons(named: Sequence[Local], linker: _Linker) -> None:
    full = sorted((x for x in named if len(name_tokens(x.entity.name)) > 1), key=lambda x: x.entity.id)
    for score, a, b in _name_pairs(full):
        linker.join(a, b, score, "the full names are one but for spelling or length" if score < 1 else "same name")
    for a, b in _holders(full):
        linker.join(a, b, 0.8, "one surname, and one post of one state in one story")
    short = sorted((x for x in named if len(name_tokens(x.entity.name)) <= 1), key=lambda x: x.entity.id)
    _link_surnames(short, full, linker)


def _holders(full: Sequence[Local]) -> Iterable[tuple[str, str]]:
    """Yield pairs of persons of one story who bear one surname in one post, each with the first of its kind.

    Those who are described alike are compared once.
    """
    by_surname: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for x in full:
        if x.entity.offices and x.entity.country:
            by_surname[x.story, sound(name_tokens(x.entity.name)[-1])[:3]].append(x)
    for group in by_surname.values():
        kept: dict[Hashable, Local] = {}
        for x in group:
            other = next((k for k in kept.values() if _same_holder(k, x)), None)
            if other:
                yield other.entity.id, x.entity.id
            else:
                kept.setdefault((name_tokens(x.entity.name), x.entity.country, x.entity.offices), x)


def _link_unnamed(unnamed: Sequence[Local], reuse: Sequence[Reuse], linker: _Linker) -> None:
    """Join "a military official" of two reports only where both have the words from one text."""
    by_report: dict[str, list[Local]] = defaultdict(list)
    for x in unnamed:
        by_report[x.report].append(x)
    for row in reuse:
        left, right = (by_report.get(r, ()) for r in row.reports)
        for x in left:
            for y in right:
                same = x.entity.kind == y.entity.kind and fold(x.entity.name) == fold(y.entity.name)
                if same and any(_mentioned(x, p.a) and _mentioned(y, p.b) for p in row.passages):
                    linker.join(x.entity.id, y.entity.id, 0.95, "the same words in a passage that both reports share")


def _mentioned(x: Local, span: Span) -> bool:
    return any(span.covers(e.span) for e in x.entity.evidence)


def _name_pairs(full: Sequence[Local]) -> list[tuple[float, str, str]]:
    """Return pairs of local persons whose full names agree, best first; equal names are chained, not crossed."""
    same: dict[tuple[str, ...], list[Local]] = defaultdict(list)
    for x in full:
        same[name_tokens(x.entity.name)].append(x)
    pairs = [(1.0, a.entity.id, b.entity.id) for group in same.values() for a, b in _chain(group)]
    blocks: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for tokens in sorted(same):
        for key in sorted(_sounds(tokens)):
            blocks[key].append(same[tokens][0])
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for n, x in enumerate(block):
            for y in block[n + 1 :]:
                pair = (x.entity.id, y.entity.id)
                if pair not in seen and (score := name_score(x.entity.name, y.entity.name)) >= _SAME:
                    pairs.append((min(score, 0.99), *pair))
                seen.add(pair)
    return sorted(pairs, key=lambda p: (-p[0], p[1], p[2]))


def _sounds(tokens: Sequence[str]) -> set[tuple[str, str]]:
    """Return keys of which two spellings of one name share one: the sound of the given name, and of another part."""
    heard = [sound(t) for t in tokens]
    keys = {(heard[0][:1], part[:3]) for part in heard[1:]}
    return keys | {(heard[-1][:1], heard[0][:3])}


def _chain(group: Sequence[Local]) -> Iterable[tuple[Local, Local]]:
    """Yield pairs that tie persons of one full name: by country, then the unknown ones, then across stories."""
    by_country: dict[str, list[Local]] = defaultdict(list)
    for x in group:
        by_country[x.entity.country or ""].append(x)
    for members in by_country.values():
        yield from ((members[0], y) for y in members[1:])
    firsts = [by_country[c][0] for c in sorted(by_country)]
    for n, x in enumerate(firsts):
        yield from ((x, y) for y in firsts[n + 1 :])


def _link_surnames(short: Sequence[Local], full: Sequence[Local], linker: _Linker) -> None:
    """Join one who is called by the surname alone to the only bearer of that surname in the story."""
    bearers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for x in full:
        for part in surnames((x.entity.name, *x.entity.aliases)):
            bearers[x.story][part].add(linker.groups.root(x.entity.id))
    alone: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for x in short:
        part = (name_tokens(x.entity.name) or ("",))[-1]
        found = bearers[x.story].get(part) or _alike(part, bearers[x.story])
        roots = sorted(r for r in found if countries_agree(linker.locals[r].entity, x.entity))
        if len(roots) == 1:
            linker.join(roots[0], x.entity.id, 0.9, "the only bearer of this surname in the story")
        elif not roots:
            alone[x.story, part].append(x)
        else:
            for root in roots:
                linker.judge(root, x.entity.id, "different", 0.5, "several bear this surname in the story")
    for group in alone.values():
        for y in group[1:]:
            if countries_agree(group[0].entity, y.entity) and offices_agree(group[0].entity, y.entity):
                linker.join(group[0].entity.id, y.entity.id, 0.85, "same surname in one story")


def _alike(part: str, bearers: Mapping[str, set[str]]) -> set[str]:
    """Return the persons of a story whose surname is a spelling of this one."""
    return {root for name, roots in bearers.items() if near_surname(part, name) for root in roots}
