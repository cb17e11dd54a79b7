"""Who met whom: sides, counterparts, larger meetings, visits, calls, and what is no meeting."""

import pytest

from .events_kit import read

LEAD = (
    "Defence Minister Tomas Lindqvist held bilateral talks with his Kenyan and Peruvian counterparts "
    "on the sidelines of "
    "the African Union (AU) Defence Ministers' Meeting in Nairobi, Kenya, discussing maritime security.\n"
    "Lindqvist first met Kenyan Defence Minister Joseph Mwangi.\n"
    "In another meeting, Lindqvist sat down with Peruvian Defence Minister Carlos Quispe."
)


def test_talks_with_two_counterparts_are_two_meetings() -> None:
    found = read(LEAD)
    for other in ("Joseph Mwangi", "Carlos Quispe"):
        event = found.with_actors("Tomas Lindqvist", other)
        assert event.type == "CONSULT"
        assert "held bilateral talks" in found.words(event, "trigger")
        assert len({e.mention for e in event.evidence}) == 2
        assert event.place is not None
        assert (event.place.name, event.place.country) == ("Nairobi", "KEN")
    assert not any({"Joseph Mwangi", "Carlos Quispe"} <= set(found.names(e.actors)) for e in found.events)


def test_the_larger_meeting_is_an_event_that_holds_the_others() -> None:
    found = read(LEAD)
    whole = found.with_actors("African Union")
    assert whole.within is None
    assert whole.mode == "multilateral"
    assert "Defence Ministers' Meeting" in whole.label
    assert {e.within for e in found.of("CONSULT") if e.id != whole.id} == {whole.id}


def test_first_met_puts_one_meeting_before_the_next() -> None:
    found = read(LEAD)
    first, then = (
        found.with_actors("Tomas Lindqvist", "Joseph Mwangi"),
        found.with_actors("Tomas Lindqvist", "Carlos Quispe"),
    )
    assert [(o.first, o.then, o.evidence[0].text) for o in found.orders] == [(first.id, then.id, "first met")]
    assert then.after == (first.id,)
    assert first.after == ()


def test_earlier_puts_the_later_told_meeting_first() -> None:
    found = read(
        "Foreign Minister Ana Duarte met Jonas Berg, her Norwegian counterpart, in Lisbon on Monday.\n"
        "Earlier, Duarte also met Kenyan President William Otieno."
    )
    assert found.order() == [("Ana Duarte met William Otieno", "Ana Duarte met Jonas Berg", "Earlier, Duarte also met")]


def test_several_tellings_of_a_meeting_are_one_event() -> None:
    found = read(
        "Kenyan Foreign Minister Grace Wanjiru met her Norwegian counterpart Jonas Berg in Oslo on Tuesday.\n"
        "During the meeting with Berg, Wanjiru thanked Norway for its help.\n"
        "The two ministers discussed fisheries and agreed on a plan for joint patrols."
    )
    meeting = found.one("CONSULT")
    assert found.names(meeting.actors) == ["Grace Wanjiru", "Jonas Berg"]
    assert len({e.mention for e in meeting.evidence}) >= 2
    assert any("fisheries" in topic for topic in meeting.topics)
    agreed = found.one("AGREE")
    assert found.names(agreed.actors) == ["Grace Wanjiru", "Jonas Berg"]
    assert found.words(agreed, "trigger") == ["agreed on a plan for joint patrols"]


def test_a_visitor_is_actor_and_the_host_state_recipient() -> None:
    found = read("Peruvian President Carlos Quispe visited Norway on Monday.")
    visit = found.one("CONSULT")
    assert visit.mode == "visit"
    assert found.names(visit.actors) == ["Carlos Quispe"]
    assert found.names(visit.recipients) == ["Norway"]
    assert {p.role for p in visit.participants} == {"visitor", "host"}


def test_a_call_is_by_phone() -> None:
    found = read("Kenyan President William Otieno spoke by phone with Peruvian President Carlos Quispe on Friday.")
    call = found.one("CONSULT")
    assert call.mode == "phone"
    assert found.names(call.actors) == ["Carlos Quispe", "William Otieno"]
    assert call.date is not None
    assert call.date.text == "Friday"


@pytest.mark.parametrize(
    "text",
    [
        "The proposal of Foreign Minister Ana Duarte met with criticism.",
        "Foreign Minister Ana Duarte met the demands of the unions.",
        "Foreign Minister Ana Duarte spoke at a press conference in Lisbon.",
        "“We met President Carlos Quispe in Lima,” Foreign Minister Ana Duarte said.",
        "Kenya and Norway have a growing defence dialogue between the two countries.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert read(text).of("CONSULT") == []


def test_a_meeting_still_to_come_is_planned() -> None:
    found = read("Kenyan President William Otieno will meet Peruvian President Carlos Quispe in Lima next week.")
    assert found.one("CONSULT").status == "planned"


def test_a_meeting_that_was_not_is_denied() -> None:
    found = read("Kenyan President William Otieno did not meet Peruvian President Carlos Quispe in Lima.")
    assert [e.status for e in found.of("CONSULT")] == ["denied"]


def test_a_date_or_a_place_is_no_topic() -> None:
    text = "Kenyan Foreign Minister Grace Wanjiru held talks with her Norwegian counterpart Jonas Berg on {}."
    assert read(text.format("Feb. 24, 2025")).one("CONSULT").topics == ()
    assert read(text.format("fisheries")).one("CONSULT").topics == ("fisheries",)


def test_three_who_meet_are_one_meeting() -> None:
    found = read(
        "Kenyan Defence Minister Grace Wanjiru held a trilateral meeting at NATO headquarters with Norwegian Defence "
        "Minister Jonas Berg and Peruvian Defence Minister Carlos Quispe."
    )
    event = found.one("CONSULT")
    assert found.names(event.actors) == ["Carlos Quispe", "Grace Wanjiru", "Jonas Berg"]


def test_a_town_before_a_colon_is_no_subject_and_the_day_before_the_verb_counts() -> None:
    found = read(
        "Lisbon: Kenya Foreign Minister Grace Wanjiru and her Norwegian counterpart Jonas Berg on Thursday held "
        "bilateral talks, which included fisheries."
    )
    event = found.with_actors("Grace Wanjiru", "Jonas Berg")
    assert event.date is not None
    assert event.date.text == "Thursday"
    assert found.words(event, "date") == ["Thursday"]


def test_with_behind_the_larger_meeting_names_who_was_met() -> None:
    found = read(
        "President William Otieno also met on the sidelines of the summit with the Norwegian Prime Minister, "
        "Jonas Berg, with whom he discussed fisheries."
    )
    assert found.with_actors("William Otieno", "Jonas Berg").type == "CONSULT"


def test_nobody_meets_for_the_first_time_in_words_that_name_no_new_meeting() -> None:
    found = read(
        "Norwegian Foreign Minister Jonas Berg met Kenyan President William Otieno in Nairobi on Friday. "
        "It was the first time a senior Norwegian official had met with Otieno."
    )
    assert [found.names(e.actors) for e in found.of("CONSULT")] == [["Jonas Berg", "William Otieno"]]


def test_who_arrives_for_a_visit_is_a_visitor() -> None:
    found = read("President Grace Wanjiru arrived in Oslo, Norway on Sunday at the start of a state visit.")
    event = found.with_actors("Grace Wanjiru")
    assert event.mode == "visit"
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("Oslo", "NOR")
    assert found.words(event, "date") == ["Sunday"]


def test_who_arrives_for_the_funeral_visits_nobody() -> None:
    assert not read("President Grace Wanjiru arrived in Oslo on Sunday for the funeral of the king.").of("CONSULT")


def test_the_town_says_where_a_building_stands() -> None:
    found = read("Norwegian Minister Jonas Berg met Kenyan President William Otieno at Nyota Palace in Nairobi.")
    place = found.with_actors("Jonas Berg", "William Otieno").place
    assert place is not None
    assert place.country == "KEN"


def test_contact_by_telephone_is_a_call() -> None:
    found = read("Kenyan Defence Minister Grace Wanjiru contacted her counterpart Jonas Berg by telephone on May 5.")
    assert found.with_actors("Grace Wanjiru", "Jonas Berg").mode == "phone"


def test_talks_that_somebody_will_come_for_are_planned() -> None:
    found = read("Norwegian envoy Jonas Berg will arrive in Nairobi on Monday for talks with Grace Wanjiru.")
    (talks,) = found.of("CONSULT")
    assert talks.status == "planned"
    assert talks.place is not None
    assert talks.place.name == "Nairobi"
    assert found.words(talks, "date") == ["Monday"]


def test_to_call_on_a_person_is_to_meet() -> None:
    event = read("Norwegian Minister Jonas Berg will also call on the President of Kenya Grace Wanjiru.")
    (call,) = event.events
    assert (call.type, call.status, event.names(call.actors)) == ("CONSULT", "planned", ["Grace Wanjiru", "Jonas Berg"])
    assert event.words(call, "trigger") == ["call on"]
    greeting = read("Norwegian Minister Jonas Berg called on Kenyan President Grace Wanjiru to congratulate her.")
    assert [e.type for e in greeting.events if e.type in ("CONSULT", "REQUEST")] == ["CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya called on Peru to withdraw its troops.",
        "Kenya called upon Peru and Norway not to send weapons.",
        "Norwegian Minister Jonas Berg called on Kenyan President Grace Wanjiru to release the detainees.",
    ],
)
def test_to_call_on_somebody_to_do_it_is_a_request(text: str) -> None:
    assert [e.type for e in read(text).events if e.type in ("REQUEST", "CONSULT")] == ["REQUEST"]


@pytest.mark.parametrize(
    "name",
    [
        "West Asian Union for Trade and Transport (WAUTT) summit",
        "Organization for Security and Co-operation in Europe (OSCE) summit",
        "Union of Andean States (UAS) summit",
    ],
)
def test_a_larger_meeting_begins_with_the_whole_name_of_its_body(name: str) -> None:
    found = read(f"Kenyan Minister Grace Wanjiru met Norwegian Minister Jonas Berg on the sidelines of the {name}.")
    (whole,) = [e for e in found.events if e.mode == "multilateral"]
    assert found.words(whole, "trigger") == [name]
    assert whole.label == name
    assert found.with_actors("Grace Wanjiru", "Jonas Berg").within == whole.id


@pytest.mark.parametrize(
    "wish",
    [
        "at Lisbon's request",
        "at the request of Lisbon",
        "on Lisbon's initiative",
        "at Lisbon's invitation",
    ],
)
def test_at_whose_wish_they_met_is_not_where(wish: str) -> None:
    found = read(f"Kenyan Minister Grace Wanjiru met Norwegian Minister Jonas Berg {wish} on Monday.")
    assert found.with_actors("Grace Wanjiru", "Jonas Berg").place is None
    assert "Portugal" in {e.name for e in found.annotation.entities if e.kind == "state"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kenya mediated the negotiations between Peru and Chile on Monday.", "Peru negotiated with Chile"),
        ("Talks between Peru and Chile ended in Nairobi on Monday.", "Peru held talks with Chile"),
        ("Minister Ana Ruiz held talks with Minister Jonas Berg in Oslo.", "Ana Ruiz held talks with Jonas Berg"),
        ("Minister Ana Ruiz met Minister Jonas Berg in Oslo for talks.", "Ana Ruiz met Jonas Berg"),
        ("Minister Ana Ruiz will hold talks with Minister Jonas Berg.", "Ana Ruiz to hold talks with Jonas Berg"),
    ],
)
def test_the_label_says_met_only_where_the_words_do(text: str, label: str) -> None:
    assert [e.label for e in read(text).of("CONSULT")] == [label]


CALLS = (
    "Turkish Foreign Minister Kerem Aksoylu condemned the raid. The minister made the remarks during phone calls with "
    "his Greek and Cypriot counterparts.\n"
    "During the two separate phone calls, Aksoylu discussed with Greek Foreign Minister Nikos Pappas and Cypriot "
    "Foreign Minister Andreas Lykos the latest developments."
)


def test_two_separate_calls_told_together_are_two() -> None:
    assert sorted(e.label for e in read(CALLS).of("CONSULT")) == [
        "Kerem Aksoylu spoke by phone with Andreas Lykos",
        "Kerem Aksoylu spoke by phone with Nikos Pappas",
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Prime Minister Hamad Rashid received on Monday a phone call from Foreign Minister Jonas Berg. "
            "During the phone call, Rashid and Berg reviewed the truce.",
            "Hamad Rashid spoke by phone with Jonas Berg",
        ),
        (
            "President Ned Calder and President Park Jin-ho spoke by phone on Monday. "
            "Calder and Park discussed ships by telephone, an aide said.",
            "Ned Calder spoke by phone with Park Jin-ho",
        ),
        (
            "Minister Ana Ruiz had a video call with Minister Jonas Berg on Monday.",
            "Ana Ruiz spoke by video with Jonas Berg",
        ),
    ],
)
def test_one_call_told_twice_is_one_event(text: str, label: str) -> None:
    (call,) = read(text).of("CONSULT")
    assert (call.label, call.mode) == (label, "phone")


def test_of_a_council_of_a_bloc_only_the_council_meets() -> None:
    text = "She flew to Lima for the third session of the African Union Council of Ministers (AU) on Monday."
    found = read(text)
    assert found.names(found.one("CONSULT").actors) == ["Council of Ministers"]


def test_a_talk_told_before_the_meeting_is_that_meeting() -> None:
    text = (
        "Kenyan Foreign Minister Shah Oto Bay and his Peruvian counterpart Ana Roe discussed trade, a statement said. "
        "The pact was inked in Lima on Monday after the meeting between Bay and Roe."
    )
    found = read(text)
    assert found.names(found.one("CONSULT").actors) == ["Ana Roe", "Shah Oto Bay"]
