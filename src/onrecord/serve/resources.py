"""The list of all that is served: each path with its type, and which of its values are the rows of its table."""

from __future__ import annotations

from onrecord.present.judging import Decision
from onrecord.serve import providers, rows
from onrecord.serve.web import Resource

RESOURCES = (
    Resource("/stories", "stories", rows.StoryList, providers.story_list, lambda v: v.items, rows.StoryRow),
    Resource("/stories/{id}/matrix", "matrix", rows.Matrix, providers.matrix, lambda v: v.rows, rows.MatrixRow),
    Resource("/stories/{id}", "story", rows.StoryPage, providers.story, lambda v: v.facts, rows.FactRow),
    Resource("/facts", "facts", rows.FactList, providers.fact_list, lambda v: v.items, rows.FactRow),
    Resource("/facts/{id}", "fact", rows.FactPage, providers.fact, lambda v: v.tellings, rows.Telling),
    Resource(
        "/statements/{id}", "statement", rows.StatementPage, providers.statement, lambda v: v.variants, rows.VariantRow
    ),
    Resource("/entities", "entities", rows.FactList, providers.entity_list, lambda v: v.items, rows.FactRow),
    Resource(
        "/entities/{id}",
        "entity",
        rows.EntityPage,
        providers.entity,
        lambda v: (*v.met, *v.did, *v.said, *v.relations),
        rows.FactRow,
    ),
    Resource("/pairs", "pairs", rows.PairList, providers.pair_list, lambda v: v.items, rows.PairRow),
    Resource("/pairs/{a}/{b}", "pair", rows.PairPage, providers.pair, lambda v: v.facts, rows.FactRow),
    Resource(
        "/differences",
        "differences",
        rows.DifferenceList,
        providers.difference_list,
        lambda v: v.items,
        rows.DifferenceRow,
    ),
    Resource("/review", "review", rows.Review, providers.review, lambda v: v.merges, rows.Judged),
    Resource("/judgements", "judgements", rows.DecisionList, providers.decision_list, lambda v: v.items, Decision),
    Resource("/run", "run", rows.Run, providers.run, lambda v: v.issues, rows.IssueRow),
    Resource("/timeline", "timeline", rows.Timeline, providers.timeline, lambda v: v.facts, rows.FactRow),
    Resource("/map", "map", rows.Places, providers.places, lambda v: v.spots, rows.Spot),
    Resource("/network", "network", rows.Network, providers.network, lambda v: v.edges, rows.Edge),
)
