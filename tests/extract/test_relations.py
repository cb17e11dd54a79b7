"""Relations told in clauses: transfers, membership, presidency, mechanisms, treaties, former names, offices."""

from __future__ import annotations

import pytest

from onrecord.extract.relations import find_relations
from tests.extract.relations_kit import annotated, told

_P, _C = "{Peru:state=PER}", "{Chile:state=CHL}"
_BODY = "{ASEAN:organisation}"
_MECH = "{the Andean Commission:mechanism}"
_X = "{K9:equipment}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_P} delivered 24 {_X} howitzers to {_C}.", "delivery: Peru / K9 / Chile+Peru"),
        (f"{_P} will deliver 24 {_X} howitzers to {_C}.", "delivery: Peru / K9 / Chile+Peru planned"),
        (f"{_P} did not deliver {_X} howitzers to {_C}.", "delivery: Peru / K9 / Chile+Peru denied"),
        (f"{_P} may supply {_X} howitzers to {_C}.", "supply: Peru / K9 / Chile+Peru hypothetical"),
        (f"{_P} sold {_X} howitzers to {_C}.", "supply: Peru / K9 / Chile+Peru"),
        (f"{_C} bought 36 {_X} howitzers from {_P}.", "supply: Peru / K9 / Chile+Peru"),
        (f"{_C} ordered {_X} howitzers from {_P}.", "supply: Peru / K9 / Chile+Peru planned"),
        (f"{_P} signed a contract to supply {_X} howitzers to {_C}.", "supply: Peru / K9 / Chile+Peru planned"),
        (f"{_C} signed a deal to buy 12 {_X} howitzers from {_P}.", "supply: Peru / K9 / Chile+Peru planned"),
        (f"{_P} signed a deal with {_C} for {_X} howitzers.", "supply: - / K9 / Chile+Peru planned"),
        (f"{_X} howitzers were supplied to {_C} by {_P}.", "supply: Peru / K9 / Chile+Peru"),
        (f"The two {_X} batteries delivered by {_P} to {_C} are in use.", "delivery: Peru / K9 / Chile+Peru"),
        (f"{_P} provided {_C} with {_X} launchers.", "supply: Peru / K9 / Chile+Peru"),
        (f"{_P} and {_C} will jointly produce the {_X} howitzer.", "joint_production: - / K9 / Chile+Peru planned"),
        (f"{_P} and {_C} jointly developed the {_X} howitzer.", "joint_development: - / K9 / Chile+Peru"),
        (f"{_P} builds {_X} howitzers under licence.", "licensed_production: Peru / K9 / Peru"),
        (f"{_P} manufactures the {_X} howitzer.", "production: Peru / K9 / Peru"),
        (
            "{Canada:state=CAN} urged " + f"{_C} to buy {_X} howitzers from {_P}.",
            "supply: Peru / K9 / Chile+Peru called_for",
        ),
        (f"{_P} handed over {_X} howitzers to {_C}.", "delivery: Peru / K9 / Chile+Peru"),
    ],
)
def test_transfers(text: str, expected: str) -> None:
    assert told(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        f"{_P} fired three {_X} shells.",
        f"{_P} sent {_X} jets to intercept the drones.",
        f"{_C} operates {_X} howitzers.",
        f"{_C} destroyed the {_X} howitzers.",
        f"The {_X} howitzers of {_C} took part in the parade.",
        f"{_P} and {_C} praised the {_X} howitzer.",
    ],
)
def test_no_transfer(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_P} joined {_BODY} in 2019.", {"member_of: Peru / ASEAN / Peru"}),
        (f"{_P} formally joined the {_BODY} family as a new member.", {"member_of: Peru / ASEAN / Peru"}),
        (f"{_P} became a full member of {_BODY}.", {"member_of: Peru / ASEAN / Peru"}),
        (f"{_P}, a member of {_BODY}, objected.", {"member_of: Peru / ASEAN / Peru"}),
        ("The minister of " + f"{_P}, a member of {_BODY}, objected.", {"member_of: Peru / ASEAN / Peru"}),
        (f"{_BODY} member {_P} objected.", {"member_of: Peru / ASEAN / Peru"}),
        (f"{_BODY} members {_P} and {_C} met.", {"member_of: Peru / ASEAN / Peru", "member_of: Chile / ASEAN / Chile"}),
        (f"{_P} acceded to {_BODY}.", {"member_of: Peru / ASEAN / Peru"}),
        (f"{_P} wants to join {_BODY}.", {"acceding_to: Peru / ASEAN / Peru planned"}),
        (f"{_P} will join {_BODY} next year.", {"acceding_to: Peru / ASEAN / Peru planned"}),
        (f"{_P} moves closer to full {_BODY} membership.", {"acceding_to: Peru / ASEAN / Peru ongoing"}),
        (f"{_P} applied for membership of {_BODY}.", {"acceding_to: Peru / ASEAN / Peru ongoing"}),
        (f"{_P}'s accession to {_BODY} was discussed.", {"acceding_to: Peru / ASEAN / Peru ongoing"}),
        (f"{_P} signed the protocol for {_C}'s {_BODY} membership.", {"acceding_to: Chile / ASEAN / Chile ongoing"}),
        (f"{_P} holds the rotating presidency of {_BODY}.", {"presides_over: Peru / ASEAN / Peru"}),
        (f"Under {_P}'s first-ever chairmanship of {_BODY}, they met.", {"presides_over: Peru / ASEAN / Peru"}),
        ("{Peru:state=PER} spoke. Under the {Peruvian:adjective>Peru} presidency of " + f"{_BODY}, they met.",
         {"presides_over: Peru / ASEAN / Peru"}),
        (f"{_P}, the current chair of {_BODY}, was host.", {"presides_over: Peru / ASEAN / Peru"}),
        (f"{_P} chairs {_BODY} this year.", {"presides_over: Peru / ASEAN / Peru"}),
        (f"{_P} will assume the presidency of {_BODY}.", {"presides_over: Peru / ASEAN / Peru planned"}),
        (f"The {_BODY} summit opened. {_C} praised {_P}'s presidency of the group.",
         {"presides_over: Peru / ASEAN / Peru"}),
        (f"Leaders of the {_BODY} bloc, of which both {_P} and {_C} are members, met.",
         {"member_of: Peru / ASEAN / Peru", "member_of: Chile / ASEAN / Chile"}),
        (f"{_BODY}, of which {_P} is not a member, met.", set()),
        (f"{_P} joined {_BODY} in condemning the attack.", set()),
        (f"{_P} is not a member of {_BODY}.", set()),
        (f"{_P}, a former member of {_BODY}, objected.", set()),
        (f"{_P} left {_BODY}.", set()),
        (f"{_P} joined the exercise.", set()),
        (f"The {_BODY} member states met in {_P}.", set()),
        (f"{_P} chaired the {_BODY} meeting.", set()),
        (f"{_P}'s presidency of the council angered {_BODY}.", set()),
    ],
)  # fmt: skip
def test_membership(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_P} and {_C} work through {_MECH}, co-chaired by the two defence ministers.",
         "heads: - / the Andean Commission / Chile+Peru"),
        (f"Work of {_MECH}, headed by {{Ana Ruiz:person=PER}}, goes on.", "heads: Ana Ruiz / the Andean Commission / "),
        (f"{{Ana Ruiz:person=PER}} heads {_MECH}.", "heads: Ana Ruiz / the Andean Commission / "),
        (f"Ties between {_P} and {_C} are guided by {_MECH}.", "governed_by: - / the Andean Commission / Chile+Peru"),
        (f"Cooperation between {_P} and {_C} is structured through {_MECH}.",
         "governed_by: - / the Andean Commission / Chile+Peru"),
        (f"Defence ties of {_P} with {_C} develop within the framework of {_MECH}.",
         "governed_by: - / the Andean Commission / Chile+Peru"),
        (f"{_P} ratified {{the Escazu Agreement:mechanism}}.", "party_to: Peru / the Escazu Agreement / Peru"),
        (f"{_P} is a party to {{the Ottawa Convention:mechanism}}.", "party_to: Peru / the Ottawa Convention / Peru"),
        (f"{_P} and {_C} signed {{the Lima Pact:mechanism}} on Monday.", "party_to: - / the Lima Pact / Chile+Peru"),
        (f"See {{the Lima Treaty:mechanism}} between {_P} and {_C}.", "party_to: - / the Lima Treaty / Chile+Peru"),
    ],
)  # fmt: skip
def test_mechanisms_and_treaties(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"A delegation led by {{Ana Ruiz:person=PER}} visited {_MECH}.",
        f"{_P} withdrew from {{the Escazu Agreement:mechanism}}.",
        f"{_P} will sign {{the Lima Treaty:mechanism}}.",
        f"{_P} accused {_C} of violating {{the Lima Pact:mechanism}}.",
        f"{_P} and {_C} spoke of {_MECH}.",
    ],
)
def test_no_mechanism(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("The frigate {KRI Bayu:equipment} (formerly Sovereign) sailed.", "Sovereign"),
        ("{KRI Bayu:equipment}, formerly known as HMS Sovereign, sailed.", "HMS Sovereign"),
        ("The {KNM Otto:equipment} frigate (formerly Sir Roald) sailed.", "Sir Roald"),
        ("The port of {Lushan:place} (previously Port Albert) reopened.", "Port Albert"),
    ],
)
def test_former_names_are_words_and_no_entity(text: str, former: str) -> None:
    (relation,) = find_relations(annotated(text))
    assert relation.predicate == "formerly_named"
    assert relation.object is None
    assert [e.text for e in relation.evidence if e.role == "object"] == [former]


def test_former_rank_is_no_former_name() -> None:
    assert told("{Novak:person} (formerly a colonel) spoke.") == set()


def test_an_office_told_twice_is_one_relation() -> None:
    person = "{Ana Ruiz:person=PER@Defence Minister}"
    text = f"Defence Minister {person} of {_P} spoke. Later Defence Minister {person} flew home."
    (held,) = find_relations(annotated(text))
    assert (held.predicate, held.subject, held.object) == ("holds_office", "en-Ana Ruiz", "en-Peru")
    assert [e.text for e in held.evidence if e.role == "trigger"] == ["Defence Minister", "Defence Minister"]


def test_two_offices_are_two_relations() -> None:
    text = (
        f"Defence Minister {{Ana Ruiz:person=PER@Defence Minister}} of {_P} spoke. Vice President"
        " {Ana Ruiz:person=PER@Vice President} flew home."
    )
    assert len(find_relations(annotated(text))) == 2


def test_occupation_is_no_office() -> None:
    assert find_relations(annotated("The analyst {Ana Ruiz:person=PER@analyst} spoke.")) == []


def test_evidence_quotes_the_report_and_facts_are_sorted() -> None:
    annotation = annotated(
        f"{_P} delivered {_X} tanks to {_C}. {_P} joined {_BODY}. {_P} delivered {_X} tanks to {_C}."
    )
    found = find_relations(annotation)
    assert [r.id for r in found] == sorted(r.id for r in found)
    text = annotation.report.text
    assert all(text[e.start : e.end] == e.text for r in found for e in r.evidence)
    delivery = next(r for r in found if r.predicate == "delivery")
    assert {e.mention for e in delivery.evidence} == {0, 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Ana Ruiz:person} was sworn in as president of {Peru:state=PER}.", {("Ana Ruiz", "president", "Peru")}),
        ("{Ana Ruiz:person} appointed {Luis Paz:person} as finance minister.", {("Luis Paz", "finance minister", "-")}),
        ("{Ana Ruiz:person} succeeded {Luis Paz:person} as governor.", {("Ana Ruiz", "governor", "-")}),
        ("{Ana Ruiz:person}, who served as ambassador, left.", {("Ana Ruiz", "ambassador", "-")}),
        ("{Ana Ruiz:person} is a trustee of {the Salt Fund:organisation}.", {("Ana Ruiz", "trustee", "the Salt Fund")}),
        ("The executive director is {Ana Ruiz:person}.", {("Ana Ruiz", "executive director", "-")}),
        ("They met Lima Gov. {Ana Ruiz:person} and Sen. {Luis Paz:person}.",
         {("Ana Ruiz", "Gov.", "-"), ("Luis Paz", "Sen.", "-")}),
        ("They met former Gov. {Ana Ruiz:person}.", set()),
        ("{Ana Ruiz:person} wants to become president of {Peru:state=PER}.", set()),
        ("{Ana Ruiz:person} was not appointed governor.", set()),
        ("{Ana Ruiz:person}, the spokesman of the ruling council, spoke.", {("Ana Ruiz", "spokesman", "-")}),
        ("The chairman of the lower house, {Ana Ruiz:person}, was present.", {("Ana Ruiz", "chairman", "-")}),
        ("{Ana Ruiz:person}, a former governor, left.", set()),
    ],
)  # fmt: skip
def test_offices_told_in_clauses(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = [r for r in find_relations(annotated(text)) if r.predicate == "holds_office"]
    names = {e.id: e.name for e in annotated(text).entities}
    triggers = {r.id: next(e.text for e in r.evidence if e.role == "trigger") for r in found}
    assert {(names[r.subject or ""], triggers[r.id], names.get(r.object or "", "-")) for r in found} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_P} and {_C}, both members of {_BODY}, met.",
         {"member_of: Peru / ASEAN / Peru", "member_of: Chile / ASEAN / Chile"}),
        (f"{_BODY} member states, {_P} and {_C} met.", set()),
        (f"{_P} was admitted to {_BODY} as a full member.", {"member_of: Peru / ASEAN / Peru"}),
        (f"{_P} is a member of {_BODY}, as is {_C}.",
         {"member_of: Peru / ASEAN / Peru", "member_of: Chile / ASEAN / Chile"}),
        (f"{_P} joined {_BODY} in 1949 and {_C} in 1982.",
         {"member_of: Peru / ASEAN / Peru", "member_of: Chile / ASEAN / Chile"}),
        (f"Under {_P}'s presidency of the {{G7:mechanism}}, they met.", {"presides_over: Peru / G7 / Peru"}),
        (f"Cooperation between {_P} and {_C} rests on {{the Treaty of Lima:mechanism}}.",
         {"governed_by: - / the Treaty of Lima / Chile+Peru"}),
        (f"{_P} ordered 9 {_X} howitzers and 2 {{M1:equipment}} tanks from {_C}.",
         {"supply: Chile / K9 / Chile+Peru planned", "supply: Chile / M1 / Chile+Peru planned"}),
        (f"{_P} builds the {_X} howitzer under licence from {_C}.", {"licensed_production: Peru / K9 / Chile+Peru"}),
        (f"The {_X} howitzer built in {_P} under licence from {_C} was shown.",
         {"licensed_production: Peru / K9 / Chile+Peru"}),
    ],
)  # fmt: skip
def test_lists_and_licences(text: str, expected: set[str]) -> None:
    assert told(text) == expected
