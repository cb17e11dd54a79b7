"""The values behind every page, as dependencies: their parameters are what an address may ask for."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Path, Query, Request

from onrecord.model import EntityKind
from onrecord.present.judging import decisions
from onrecord.serve import entities, facts, judging, lists, overview, stories
from onrecord.serve.rows import (
    DecisionList,
    DifferenceList,
    EntityPage,
    FactList,
    FactPage,
    Matrix,
    Network,
    PairList,
    PairPage,
    Places,
    Review,
    Run,
    StatementPage,
    StoryList,
    StoryPage,
    Timeline,
)
from onrecord.serve.shelf import Shelf

_DAY = r"^(\d{4}(-\d\d(-\d\d)?)?)?$"
Words = Annotated[str, Query(max_length=300, description='Words to search for; "a phrase", -not, begin*.')]
Name = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(pattern=_DAY, description="A day, month or year, ISO 8601.")]
After = Annotated[int, Query(ge=0, le=1_000_000_000, description="The `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=200, description="Rows of a page.")]
Id = Annotated[str, Path(max_length=80)]
State = Annotated[str, Path(pattern=r"^[A-Za-z]{3}$", description="ISO 3166-1 alpha-3.")]


def shelf_of(request: Request) -> Shelf:
    """Return the shelf."""
    shelf: Shelf = request.app.state.shelf
    return shelf


Held = Annotated[Shelf, Depends(shelf_of)]


def story_list(
    shelf: Held,
    q: Words = "",
    start: Day = "",
    end: Day = "",
    state: Name = "",
    person: Name = "",
    outlet: Name = "",
    type: Name = "",
    order: Literal["match", "newest", "reports", "sources", "differences"] = "match",
    after: After = 0,
    limit: Limit = 25,
) -> StoryList:
    """Return stories found by words and filters."""
    asked = lists.StoryQuery(q, start, end, state, person, outlet, type, order, after, limit)
    with shelf.read() as db:
        return lists.stories(db, asked)


def story(shelf: Held, id: Id, after: After = 0) -> StoryPage:
    """Return a story with its facts beside its reports, a page of reports at a time."""
    with shelf.read() as db:
        return stories.story_page(db, id, after, shelf.stamp)


Story = Annotated[StoryPage, Depends(story)]


def matrix(shelf: Held, id: Id, after: After = 0, first: After = 0, limit: Limit = 60) -> Matrix:
    """Return what each report says of each fact; `first` is how many reports to leave out."""
    with shelf.read() as db:
        return stories.matrix(db, id, after, first, limit)


def fact_list(
    shelf: Held,
    q: Words = "",
    kind: Literal["", "event", "statement", "relation", "figure", "difference", "entity"] = "",
    type: Name = "",
    story: Name = "",
    start: Day = "",
    end: Day = "",
    after: After = 0,
    limit: Limit = 25,
) -> FactList:
    """Return facts found by words and filters, those of most independent sources first."""
    with shelf.read() as db:
        return lists.facts(db, lists.FactQuery(q, kind, type, story, start, end, after, limit))


def entity_list(
    shelf: Held, q: Words = "", kind: EntityKind | Literal[""] = "", after: After = 0, limit: Limit = 50
) -> FactList:
    """Return persons, states and other entities, those of most independent sources first."""
    with shelf.read() as db:
        return lists.facts(db, lists.FactQuery(q=q, kind="entity", type=kind, after=after, limit=limit))


def fact(shelf: Held, id: Id, after: After = 0) -> FactPage:
    """Return why a fact is on record."""
    with shelf.read() as db:
        return facts.fact_page(db, id, after, shelf.judgements)


def statement(shelf: Held, id: Id) -> StatementPage:
    """Return the wordings of a statement."""
    with shelf.read() as db:
        return facts.statement_page(db, id)


def entity(shelf: Held, id: Id) -> EntityPage:
    """Return who somebody is, and what the record has of them."""
    with shelf.read() as db:
        return entities.entity_page(db, id)


def pair_list(shelf: Held, state: Name = "", after: After = 0, limit: Limit = 50) -> PairList:
    """Return pairs of states, those with most between them first."""
    with shelf.read() as db:
        return lists.pairs(db, state, after, limit)


def pair(
    shelf: Held,
    a: State,
    b: State,
    what: Literal["", "meetings", "statements", "agreements", "incidents", "relations"] = "",
    after: After = 0,
    limit: Limit = 50,
) -> PairPage:
    """Return what lies between two states, in the order of days."""
    with shelf.read() as db:
        return entities.pair_page(db, a, b, what, after, limit)


def difference_list(
    shelf: Held, q: Words = "", kind: Name = "", story: Name = "", after: After = 0, limit: Limit = 25
) -> DifferenceList:
    """Return differences with every position."""
    with shelf.read() as db:
        return overview.differences(db, q, kind, story, after, limit)


def review(shelf: Held, what: Literal["merges", "facts"] = "merges", after: After = 0, limit: Limit = 10) -> Review:
    """Return what is left to judge."""
    with shelf.read() as db:
        return judging.review(db, what, after, limit, shelf.judgements)


def decision_list(shelf: Held, after: After = 0, limit: Limit = 50) -> DecisionList:
    """Return what people judged, the latest first."""
    held = decisions(shelf.judgements)[::-1]
    following = str(after + limit) if len(held) > after + limit else None
    return DecisionList(tuple(held[after : after + limit]), len(held), following)


def run(shelf: Held, stage: Name = "", after: After = 0, limit: Limit = 50) -> Run:
    """Return what was read and refused, and the confidence of facts."""
    with shelf.read() as db:
        return overview.run(db, stage, after, limit)


def timeline(
    shelf: Held, story: Name = "", state: Name = "", start: Day = "", end: Day = "", after: After = 0, limit: Limit = 50
) -> Timeline:
    """Return events over time."""
    return shelf.kept(overview.timeline, story, state, start, end, after, limit)


def places(
    shelf: Held, story: Name = "", state: Name = "", start: Day = "", end: Day = "", limit: Limit = 100
) -> Places:
    """Return the places of events."""
    return shelf.kept(overview.places, story, state, start, end, limit)


def network(
    shelf: Held,
    who: EntityKind = "state",
    story: Name = "",
    state: Name = "",
    start: Day = "",
    end: Day = "",
    limit: Limit = 60,
) -> Network:
    """Return which entities most events tie."""
    return shelf.kept(overview.network, who, story, state, start, end, limit)
