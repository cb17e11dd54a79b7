"""Figures: what is counted, what befell it, which event it belongs to; and numbers that are no figure."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract.events import find_events
from onrecord.extract.figures import find_figures
from onrecord.model import Report
from tests.extract.relations_kit import event, figures


def lines(text: str) -> list[str]:
    return [f"{f.value:g} {f.unit} {f.measure or '-'}" for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 26 civilians.", ["26 civilians killed"]),
        ("The blast claimed 12 lives.", ["12 people killed"]),
        ("The storm claimed the lives of 40 fishermen.", ["40 fishermen killed"]),
        ("The landslide left 12 dead and 30 missing.", ["12 people killed", "30 people missing"]),
        ("Twelve people were killed in the raid.", ["12 people killed"]),
        ("The death toll rose to 51 from 40.", ["51 people killed"]),
        ("The number of injured reached 200.", ["200 people injured"]),
        ("Gunmen opened fire, killing at least 12 and injuring 30 others.", ["12 people killed", "30 people injured"]),
        ("There were 12 deaths and more than 200 arrests.", ["12 people killed", "200 people arrested"]),
        ("Officials spoke of nine civilian fatalities.", ["9 civilians killed"]),
        ("It led to the deaths of at least two civilians.", ["2 civilians killed"]),
        ("Troops killed 26 civilians and 3 soldiers, including 4 children.",
         ["26 civilians killed", "3 soldiers killed", "4 children killed"]),
        ("Twelve people died, five of them children.", ["12 people killed", "5 children killed"]),
        ("Twelve people died, one of whom was a six-year-old girl.", ["12 people killed", "1 girl killed"]),
        ("The blast killed nine people, including a child.", ["1 child killed", "9 people killed"]),
        ("Some 40,000 villagers were forced from their homes.", ["40000 villagers displaced"]),
        ("Six people were killed in Osh, two in Naryn and one in Talas.",
         ["6 people killed", "2 people killed", "1 people killed"]),
        ("Three soldiers were killed and seven injured.", ["3 soldiers killed", "7 people injured"]),
        ("Around 400 people, most of them women, were abducted.", ["400 people abducted"]),
        ("Some 7 million people have been displaced by the war.", ["7e+06 people displaced"]),
        ("Fifteen people sustained injuries in the blast.", ["15 people injured"]),
        ("At least one person was killed.", ["1 people killed"]),
        ("Police arrested 17 men.", ["17 men arrested"]),
        ("The rebels freed 40 hostages.", ["40 hostages released"]),
        ("Nearly 3,000 dead and hundreds missing, the agency said.", ["3000 people killed"]),
        ("More than 60 civilians were killed and injured in the blasts.", ["60 civilians casualties"]),
        ("The blasts killed or wounded 60 civilians.", ["60 civilians casualties"]),
        ("The blasts killed nine and wounded 60 civilians.", ["9 people killed", "60 civilians wounded"]),
        ("After many were killed and wounded in Osh, the blasts killed 60 civilians.", ["60 civilians killed"]),
        ("Seventeen militants were neutralised.", ["17 militants neutralised"]),
    ],
)  # fmt: skip
def test_what_befell_people(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway ordered 55 Leopard tanks for $2.1 billion.", ["55 Leopard tanks ordered", "2.1e+09 US dollars -"]),
        ("The navy launched 40 ballistic and cruise missiles.", ["40 ballistic and cruise missiles launched"]),
        ("The air force carried out strikes on nine high-value rebel sites.", ["9 high-value rebel sites struck"]),
        ("Air defences shot down 22 drones.", ["22 drones shot down"]),
        ("Peru deployed 5,000 troops along the 2,800-km border.", ["5000 troops deployed", "2800 km distance"]),
        ("The quake destroyed 8,000 homes.", ["8000 homes destroyed"]),
        ("It covers 24 howitzers and 10,000 rounds of ammunition.", ["10000 rounds of ammunition -"]),
        ("The 33-year history of relations was recalled.", ["33 year duration"]),
        ("The talks lasted three hours.", ["3 hour duration"]),
        ("More than a decade of war ended.", ["10 year duration"]),
        ("The party has ruled for half a century.", ["50 year duration"]),
        ("The five-decade rule ended.", ["50 year duration"]),
        ("The town lies 30 km from the border.", ["30 km distance"]),
        ("The candidate won 71% of the vote.", ["71 per cent -"]),
        ("The contract, worth 350 million euros, was signed.", ["3.5e+08 euros price"]),
        ("They signed a $5.4 billion deal.", ["5.4e+09 US dollars price"]),
        ("A 16-member bloc sent 300 observers.", ["300 observers sent"]),
        ("Some 20,000 protesters gathered in the square.", ["20000 protesters gathered"]),
        ("The summit was attended by eight heads of state.", ["8 heads of state attended"]),
        ("The party won 195 of 250 seats.", ["195 seats won", "250 seats seats"]),
        ("It bought nine single-seat and three two-seat jets.", ["3 two-seat jets bought"]),
        (
            "The resolution was adopted by 120 votes to 12, with 30 abstentions.",
            ["120 votes voted for", "12 votes voted against", "30 votes abstained"],
        ),
        (
            "With 153 supporting the draft resolution, 10 against and 23 countries abstaining, it passed.",
            ["153 votes voted for", "10 votes voted against", "23 votes abstained"],
        ),
        ("Ten countries, including Peru and Chad, voted against the resolution.", ["10 votes voted against"]),
        ("Kenya, Chad and 20 other countries abstained from the vote.", []),
        ("The treaty was rejected by 80 votes to 12.", ["80 votes votes"]),
        ("Kenya expelled 12 diplomats.", ["12 diplomats expelled"]),
        ("The party took 195 of 250 seats.", ["195 seats seats", "250 seats seats"]),
        ("Chad deployed one of six ships.", ["1 ships deployed"]),
        ("Chad sent six ships, two of which were hit.", ["6 ships sent", "2 ships struck"]),
        ("Fighters of more than 100 armed groups roam the hills.", ["100 armed groups -"]),
        ("It is up for renewal in one or two years.", ["1.5 year duration"]),
    ],
)
def test_things_money_and_time(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers met in Lima.",
        "Both sides agreed on two things.",
        "They spoke of three areas of work.",
        "It happened on 14 May 2024 at 7:35 a.m.",
        "The 1977 treaty and the 2019 elections were cited.",
        "Mr Ortega, 50, lives in a 33-year-old house.",
        "A man aged 61 spoke.",
        "The S-300 and T-72 were on show.",
        "Resolution 1701 and Article 5 were cited.",
        "The deal failed 16 years ago.",
        "One of the men spoke.",
        "An attack on one country is an attack on both.",
        "Chad beat Niger 3-1 in the final.",
        "The second soldier in a week spoke.",
        "Hundreds of people fled and dozens were hurt.",
        "One in five voters stayed at home.",
        "The Group of 20 met.",
        "Flight 370 took off from gate 12.",
        "The quake had a magnitude of 6.3.",
        "The three leaders spoke by phone.",
        "Sergeant Scott Hale, 42, of Leeds, died on Monday.",
        "The news came that one of the soldiers had been killed.",
        "He served two terms.",
        "The 16-member bloc met.",
        "The pact links 65 countries.",
        "Three members of Chile's congress resigned.",
    ],
)
def test_no_figure(text: str) -> None:
    assert lines(text) == []


def test_figure_belongs_to_the_attack_that_killed() -> None:
    text = "The minister met his guest and condemned the bombing in Osh that killed 26 civilians."
    events = (event(text, "met", "CONSULT"), event(text, "bombing"))
    (figure,) = figures(text, events)
    assert figure.of == "ev-bombing"


def test_figure_belongs_to_the_governing_trigger_of_several() -> None:
    text = "The shelling killed nine soldiers, while the raid wounded 40 villagers."
    events = (event(text, "shelling"), event(text, "raid"))
    assert [(f.value, f.of) for f in figures(text, events)] == [(9, "ev-shelling"), (40, "ev-raid")]


def test_toll_in_the_next_sentence_belongs_to_the_attack() -> None:
    text = "Gunmen carried out an attack on a market. At least 12 people were killed."
    (figure,) = figures(text, (event(text, "attack"),))
    assert (figure.of, figure.bound) == ("ev-attack", "at_least")


def test_sites_belong_to_the_strikes_and_not_to_what_came_before_them() -> None:
    text = "The army conducted targeted airstrikes on nine bases in the valley following the deadly ambush."
    (figure,) = figures(text, (event(text, "conducted targeted airstrikes"), event(text, "ambush")))
    assert (figure.value, figure.of) == (9, "ev-conducted targeted airstrikes")


def test_a_meeting_owns_no_dead() -> None:
    text = "The ministers met. Twelve people were killed in the flood."
    (figure,) = figures(text, (event(text, "met", "CONSULT"),))
    assert figure.of is None


def test_duration_of_relations_is_no_part_of_an_attack() -> None:
    text = "The attack came after 33 years of ties."
    (figure,) = figures(text, ())
    assert (figure.value, figure.of) == (33, None)


def test_told_twice_is_one_figure_with_two_tellings() -> None:
    text = "The blast killed 26 civilians. Officials said the 26 civilians were killed by a mine."
    (figure,) = figures(text)
    assert {e.mention for e in figure.evidence} == {0, 1}


def test_same_number_of_two_fates_is_two_figures() -> None:
    assert lines("The raid killed 12 people and 12 people were wounded.") == ["12 people killed", "12 people wounded"]


def test_range_and_ceiling() -> None:
    (between,) = figures("The blast killed between 20 and 30 people.")
    assert (between.low, between.high) == (20, 30)
    (ceiling,) = figures("Up to 500 people were killed.")
    assert (ceiling.low, ceiling.high, ceiling.bound) == (0, 500, "nearly")


def test_evidence_quotes_the_words_of_the_number() -> None:
    (figure,) = figures("At the market at least 26 civilians were killed.")
    assert figure.text == "at least 26 civilians"
    assert [(e.text, e.role) for e in figure.evidence] == [("at least 26 civilians", "mention"), ("killed", "mention")]


def test_the_fuller_unit_of_one_toll_is_kept() -> None:
    text = (
        "The minister condemned the attack in Palu, which resulted in the death of three Kenyan soldiers.\n"
        "Three soldiers were killed and one injured."
    )
    found = [f for f in figures(text, (event(text, "attack"),)) if f.measure == "killed"]
    assert [(f.value, f.unit) for f in found] == [(3, "Kenyan soldiers")]
    assert len({e.mention for e in found[0].evidence}) == 2


def test_units_that_name_others_stay_apart() -> None:
    text = "The attack in Palu killed three Kenyan soldiers and three Norwegian soldiers."
    assert sorted(lines(text)) == ["3 Kenyan soldiers killed", "3 Norwegian soldiers killed"]


def test_how_long_a_visit_lasts_in_an_aside_is_no_figure_of_the_meeting() -> None:
    text = "Lee, who is on a five-day visit, met Berg."
    assert [f.of for f in figures(text, (event(text, "met", "CONSULT"),))] == [None]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("Kenya handed over 12 boats to Peru.", "12 boats", "exact"),
        ("Norwegian troops handed over three boats to Kenya on Monday.", "three boats", "exact"),
        ("The Labour Party won over 60 seats.", "over 60 seats", "more_than"),
        ("Peru gave over $5 million in aid.", "over $5 million", "more_than"),
        ("The blast killed over 30 people.", "over 30 people", "more_than"),
    ],
)
def test_over_of_a_verb_is_no_bound(text: str, words: str, bound: str) -> None:
    annotation = annotate(Report(id="r-test", text=text), Config())
    (figure,) = find_figures(annotation, find_events(annotation)[0])
    assert (figure.text, figure.bound) == (words, bound)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Senators approved the pact in a 67-32 vote.", [(32, "voted against", "votes"), (67, "voted for", "votes")]),
        ("The bill was rejected by 12-30 votes.", [(12, "votes", "votes"), (30, "votes", "votes")]),
        ("Between 12-30 ships set out to vote.", []),
        ("She spoke to a crowd of more than 1,300 in Lima.", [(1300, "attended", "people")]),
        ("A mother of 12 was killed in the raid.", []),
        ("The aide delivered $300, 000 to the plotters.", [(300000, "delivered", "US dollars")]),
        ("The week saw 120 Peruvian soldiers killed.", [(120, "killed", "Peruvian soldiers")]),
        ("Two strikes engaged three units and four vehicles.", [(3, "struck", "units"), (4, "struck", "vehicles")]),
        ("The firm engaged 4 lawyers.", []),
        ("A shell hit the square, killing Ana Ruiz, 40.", []),
    ],
)
def test_votes_crowds_and_what_strikes_engage(text: str, told: list[tuple[float, str, str]]) -> None:
    assert sorted((f.value, f.measure, f.unit) for f in figures(text)) == told


def test_another_blow_is_not_the_attack_told_before() -> None:
    text = (
        "Gunmen attacked a convoy near Mombasa on Friday, killing 10 people. "
        "Last year she was far from the site of the bombardment, which killed five soldiers."
    )
    annotation = annotate(Report(id="r-test", text=text), Config())
    told = {f.value: f.of for f in find_figures(annotation, find_events(annotation)[0])}
    assert told[10] is not None
    assert told[5] is None
