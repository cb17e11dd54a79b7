"""Who is who across reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Entity, Judgement, Record
from onrecord.reconcile import reconcile
from onrecord.reconcile.persons import name_score
from tests.reconcile.factory import Maker

STORY = "The dredging of the Tornby shipping lane was the matter of long talks at the customs house of Brask. "


def record(*makes: Callable[[Maker], Entity], names: list[str]) -> Record:
    findings = []
    for n, (make, name) in enumerate(zip(makes, names, strict=True)):
        m = Maker(f"{STORY}There was {name}.", f"Outlet {n}")
        make(m)
        findings.append(m.done())
    return reconcile(findings)


def people(*given: tuple[str, str | None, str | None]) -> list[str]:
    """Return the persons of a record of one story; each report names one: (name, country, office)."""

    def maker(name: str, country: str | None, office: str | None) -> Callable[[Maker], Entity]:
        return lambda m: m.person(name, country=country, office=office)

    made = record(*(maker(*g) for g in given), names=[g[0] for g in given])
    assert len(made.stories) == 1
    return sorted(e.name for e in made.entities)


def bodies(kind: str, *given: tuple[str, str | None, tuple[str, ...]]) -> list[str]:
    def maker(name: str, country: str | None, aliases: tuple[str, ...]) -> Callable[[Maker], Entity]:
        return lambda m: m.entity(kind, name, country=country, aliases=aliases)  # type: ignore[arg-type]

    made = record(*(maker(*g) for g in given), names=[g[0] for g in given])
    return sorted(e.name for e in made.entities)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Andrei Zhukovsky", "Andrey Zhukovskiy"),
        ("Sergey Hlebnikov", "Sergei Khlebnikov"),
        ("José Raúl Arteta", "Jose Raul Arteta"),
        ("A. Zhukovsky", "Andrei Zhukovsky"),
        ("Recep Tayyip Demirel", "Recep Demirel"),
        ("Faisal bin Turki", "Faisal bin Turki Al Rashid"),
        ("Kim Yong Su", "Yong Su Kim"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert name_score(a, b) >= 0.79
    assert len(people((a, None, None), (b, None, None))) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Andrei Zhukovsky", "Pavel Zhukovsky"),
        ("Marina Costa", "Mariano Costa"),
        ("Ilse Brandvold", "Ilse Brandt"),
        ("Omar Said", "Omar Sadiq"),
    ],
)
def test_two_names(a: str, b: str) -> None:
    assert name_score(a, b) < 0.79
    assert len(people((a, None, None), (b, None, None))) == 2


def test_other_names_in_the_shipped_table_are_one_body() -> None:
    assert len(bodies("group", ("Daesh", None, ()), ("Islamic State", None, ()))) == 1
    assert len(bodies("group", ("Daesh", None, ()), ("Boko Haram", None, ()))) == 2


def test_a_surname_alone_joins_its_only_bearer() -> None:
    assert people(("Odran Velk", "NOR", None), ("Velk", None, None)) == ["Odran Velk"]


def test_a_surname_alone_joins_nobody_if_two_bear_it() -> None:
    assert people(("Odran Velk", None, None), ("Sunniva Velk", None, None), ("Velk", None, None)) == [
        "Odran Velk",
        "Sunniva Velk",
        "Velk",
    ]


def test_a_surname_of_another_country_joins_nobody() -> None:
    assert len(people(("Odran Velk", "NOR", "Prime Minister"), ("Velk", "PER", "Mayor"))) == 2


def test_judgements_say_why_and_by_whom() -> None:
    made = record(
        lambda m: m.person("Andrei Zhukovsky"),
        lambda m: m.person("Andrey Zhukovskiy"),
        names=["Andrei Zhukovsky", "Andrey Zhukovskiy"],
    )
    [judgement] = made.judgements
    assert (judgement.verdict, judgement.by, judgement.at) == ("same", "program", None)
    assert 0.79 <= judgement.score < 1
    assert judgement.left in {e.id for e in made.entities}


def test_states_are_one_by_their_code() -> None:
    assert len(bodies("state", ("Ivory Coast", "CIV", ()), ("Côte d'Ivoire", "CIV", ()))) == 1


def test_bodies_are_one_by_acronym_long_name_or_order_of_words() -> None:
    given = (("Lake States Forum", None, ("LSF",)), ("LSF", None, ()), ("Forum of Lake States", None, ()))
    assert len(bodies("organisation", *given)) == 1


def test_ministries_of_two_countries_are_two() -> None:
    assert len(bodies("organisation", ("Defence Ministry", "NOR", ()), ("Ministry of Defence", "PER", ()))) == 2
    assert len(bodies("organisation", ("Defense Ministry", "NOR", ()), ("Ministry of Defence", "NOR", ()))) == 1
    own = ("Norway's Defence Ministry", "NOR", ()), ("Norwegian Ministry of Defence", "NOR", ())
    assert len(bodies("organisation", *own, ("Defence Ministry", None, ()))) == 2


def test_one_acronym_of_two_long_names_is_two_bodies() -> None:
    left = ("Lake Safety Fund", None, ("LSF",))
    assert len(bodies("organisation", left, ("Tornby Timber Guild", None, ("LSF",)))) == 2


def test_designators_are_folded() -> None:
    assert len(bodies("equipment", ("KR-203", None, ()), ("Kr-203 rifles", None, ()), ("KR 203", None, ()))) == 1
    assert len(bodies("equipment", ("KR-203", None, ()), ("KR-204", None, ()))) == 2


def test_unnamed_persons_of_two_reports_are_two_unless_copied() -> None:
    def unnamed(m: Maker) -> Entity:
        return m.entity("person", "a harbour official", named=False)

    apart = record(unnamed, unnamed, names=["talk by a harbour official", "anger at a harbour official"])
    assert len(apart.entities) == 2
    tail = "word from a harbour official who inspected the flooded turbine cellar twice"
    assert len(record(unnamed, unnamed, names=[tail, tail + " today"]).entities) == 1


def test_one_post_and_one_surname_are_one_person_whose_name_differs() -> None:
    given = (("Vlastimir Hrenko", "NOR", "President"), ("Volodislav Hrenko", "NOR", "President"))
    assert len(people(*given)) == 1
    made = record(
        *(lambda m, g=g: m.person(g[0], country=g[1], office=g[2]) for g in given), names=[g[0] for g in given]
    )
    [difference] = [d for d in made.differences if d.kind == "name"]
    assert {p.value for p in difference.positions} == {"Vlastimir Hrenko", "Volodislav Hrenko"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Vlastimir Hrenko", "NOR", "President"), ("Volodislav Hrenko", "PER", "President")),
        (("Vlastimir Hrenko", "NOR", "President"), ("Volodislav Hrenko", "NOR", "Interior Minister")),
        (
            ("Vlastimir Hrenko", "NOR", "Deputy Foreign Minister"),
            ("Volodislav Hrenko", "NOR", "Deputy Foreign Minister"),
        ),
        (("Vlastimir Hrenko", "NOR", "Minister"), ("Volodislav Hrenko", "NOR", "Minister")),
    ],
)
def test_two_men_named_alike_in_other_posts_are_two(first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
    assert len(people(first, second)) == 2


def test_a_surname_with_a_letter_more_is_the_only_one_like_it() -> None:
    assert people(("Frolibert Mbandura", None, None), ("Bandura", None, None)) == ["Frolibert Mbandura"]
    several = (("Frolibert Mbandura", None, None), ("Odran Bandera", None, None), ("Bandura", None, None))
    assert "Bandura" in people(*several)


def test_two_persons_judged_apart_stay_apart_in_a_group_of_any_size() -> None:
    makers = [Maker(f"{STORY}There was Odran Velk.", f"Outlet {n}") for n in range(50)]
    ids = {m.person("Odran Velk").id: m.id for m in makers}
    findings = [m.done() for m in makers]
    assert len(reconcile(findings).entities) == 1
    left, right = sorted(ids)[24], sorted(ids)[49]
    judged = Judgement(left, right, "different", 0.0, "two men", "reader", "2025-07-01")
    found = reconcile(findings, judgements=[judged]).entities
    assert len(found) == 2
    assert not any({ids[left], ids[right]} <= set(e.reports) for e in found)
