"""Events by verbs and nouns: types, sides, place, date, status, and what is no event."""

import pytest

from .events_kit import read


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenya recalled its ambassador to Norway on Monday.", "SANCTION", ["Kenya"], ["Norway"]),
        ("Kenya severed diplomatic relations with Norway.", "SANCTION", ["Kenya"], ["Norway"]),
        ("Kenya accused Norway of meddling in its affairs.", "ACCUSE", ["Kenya"], ["Norway"]),
        ("Kenya threatened to expel Norwegian diplomats.", "THREATEN", ["Kenya"], []),
        ("Kenya and Norway signed a defence agreement.", "SUPPORT", ["Kenya", "Norway"], []),
        ("A defence agreement was signed between Kenya and Norway.", "SUPPORT", ["Kenya", "Norway"], []),
        ("Norwegian troops shelled a Kenyan village on Sunday.", "ASSAULT", ["Norway"], []),
        ("Norway lifted sanctions on Kenya.", "CONCEDE", ["Norway"], ["Kenya"]),
        ("Kenya joined the African Union family as a member.", "COOPERATE", ["Kenya"], ["African Union"]),
        ("Norway and Kenya launched a joint exercise on Monday.", "COOPERATE", ["Kenya", "Norway"], []),
    ],
)
def test_types_and_sides(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = read(text)
    event = found.one(kind)
    assert found.names(event.actors) == actors
    if recipients:
        assert found.names(event.recipients) == recipients
    assert event.status == "occurred"


def test_an_attack_named_twice_is_one_event_with_place_and_date() -> None:
    found = read(
        "President Carlos Quispe recalled the March 3 terror attack in Palu, which killed 12 people.\n"
        "The operation followed the deadly Palu terror attack."
    )
    attack = found.one("ASSAULT")
    assert found.words(attack, "trigger") == ["terror attack", "terror attack"]
    assert attack.place is not None
    assert attack.place.name == "Palu"
    assert attack.date is not None
    assert attack.date.start == "--03-03"
    assert "terrorism" in attack.contexts


def test_an_operation_is_one_event_with_its_actor() -> None:
    found = read(
        "Minister Ana Duarte praised Operation Falcon.\n"
        "The visit comes weeks after Operation Falcon, under which Portugal conducted airstrikes on six camps "
        "in Somalia."
    )
    operation = found.one("ASSAULT")
    assert operation.label == "Operation Falcon"
    assert found.names(operation.actors) == ["Portugal"]
    assert operation.place is not None
    assert operation.place.name == "Somalia"
    assert len({e.mention for e in operation.evidence}) == 3


def test_the_signing_of_its_protocol_has_the_owner_as_actor() -> None:
    found = read("Kenya moved closer to membership following the signing of its Memorandum of Obligation in 2019.")
    signing = found.one("SUPPORT")
    assert found.names(signing.actors) == ["Kenya"]
    assert signing.date is not None
    assert signing.date.start == "2019"


@pytest.mark.parametrize(
    "text",
    [
        "Attacks are rising.",
        "Kenya attacked late and Norway struck twice in the second half of the match.",
        "The minister called it an attack on inflation.",
        "“Norway attacked Kenya,” Foreign Minister Ana Duarte said.",
        "Foreign Minister Ana Duarte could attack Norway if talks fail.",
        "Kenya accused Norway of attacking a village.",
        "Ana Duarte heads the Department for the Prevention of Attacks.",
    ],
)
def test_nobody_attacked(text: str) -> None:
    assert read(text).of("ASSAULT") == []


def test_what_was_announced_is_planned() -> None:
    found = read("Kenya said it would expel the Norwegian ambassador.")
    assert found.one("SANCTION").status == "planned"


def test_one_event_after_another_by_clause() -> None:
    found = read("Kenya recalled its ambassador to Norway after Norwegian troops shelled a Kenyan village.")
    recalled, shelled = found.one("SANCTION"), found.one("ASSAULT")
    assert [(o.first, o.then) for o in found.orders] == [(shelled.id, recalled.id)]


def test_evidence_quotes_the_report_and_ids_are_unique() -> None:
    found = read(
        "Kenya recalled its ambassador to Norway.\nKenya and Norway signed a defence agreement in Oslo in 2019."
    )
    assert len({e.id for e in found.events}) == len(found.events) == 2
    for event in found.events:
        assert event.quad in (1, 2, 3, 4)
        for piece in event.evidence:
            assert found.text[piece.start : piece.end] == piece.text


def test_a_place_hangs_on_the_happening_and_not_on_the_topic() -> None:
    met = read(
        "Foreign Minister Ana Duarte met her Norwegian counterpart Jonas Berg in Lisbon on Monday.\n"
        "The two ministers exchanged views on the situation in Sudan."
    ).one("CONSULT")
    assert met.place is not None
    assert met.place.name == "Lisbon"
    talks = read("Portugal and Norway held talks on the war in Sudan.").one("CONSULT")
    assert talks.place is None


def test_a_region_of_two_names_is_one_place() -> None:
    attack = read("The terror attack in Jammu and Kashmir on Monday killed 12 people.").one("ASSAULT")
    assert attack.place is not None
    assert attack.place.name == "Jammu and Kashmir"


def test_the_owner_of_a_building_is_the_place() -> None:
    attack = read("The bomb attack at Nairobi's railway station on Monday killed 12 people.").one("ASSAULT")
    assert attack.place is not None
    assert attack.place.name == "Nairobi"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Chile are due to sign an agreement in Hobart on Friday.", "planned"),
        ("Norway and Chile are set to sign a treaty on Friday.", "planned"),
        ("A treaty between Norway and Chile is to be signed on Friday.", "planned"),
        ("Norway denied signing a pact with Chile.", "denied"),
        ("Peru denied that Norway and Chile had signed a defence agreement.", "denied"),
        ("Norway did not sign the treaty with Chile.", "denied"),
        ("Norway and Chile have signed a treaty.", "occurred"),
    ],
)
def test_a_signing_is_done_planned_or_denied(text: str, status: str) -> None:
    assert read(text).one("SUPPORT").status == status


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile could sign a treaty on Friday.",
        "Norway would sign the treaty if Chile lifted its sanctions.",
        "Norway and Chile have not yet signed the treaty.",
        "Norway threatened to sever ties with Chile.",
    ],
)
def test_what_is_only_thought_of_is_no_deed(text: str) -> None:
    assert not read(text).of("SUPPORT") + read(text).of("SANCTION")


def test_what_was_agreed_to_is_one_event() -> None:
    for text in (
        "Norway and Chile agreed to hold a joint naval exercise off Lima in October.",
        "Norway and Chile agreed to lift sanctions on Peru.",
        "Norway and Chile agreed to hold talks in Lima.",
        "The European Union and Norway decided to lift sanctions on Peru.",
    ):
        (event,) = read(text).events
        assert (event.type, event.status, event.date) == ("AGREE", "occurred", None)


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Australia has become the latest country to expel Norwegian diplomats.", "SANCTION", ["Australia"]),
        ("A Kenyan raid that resulted in the arrest of rebel leader Carlos Quispe followed.", "COERCE", ["Kenya"]),
        ("Kenyan President Ann Lee announced on Saturday the launch of strikes against Peru, where Kenya is at war.",
         "ASSAULT", ["Kenya"]),
    ],
)  # fmt: skip
def test_who_acted(text: str, kind: str, actors: list[str]) -> None:
    found = read(text)
    assert found.names(found.one(kind).actors) == actors


def test_an_order_is_given_and_what_is_ordered_is_still_to_come() -> None:
    found = read("Norway's ruling junta has ordered police to expel Kenya's ambassador.")
    assert found.one("REQUEST").status == "occurred"
    assert found.one("SANCTION").status == "planned"
    assert found.one("SANCTION").label.endswith("to expel Kenya's ambassador")


def test_a_label_has_a_subject_and_a_finite_verb() -> None:
    found = read("The soldiers who ousted Peru's president Carlos Quispe gave the Norwegian envoy 48 hours to leave.")
    assert found.one("COERCE").label == "The soldiers ousted Peru's president Carlos Quispe"
    assert (
        read("Kenya plans to expel Norwegian diplomats.").one("SANCTION").label == "Kenya to expel Norwegian diplomats"
    )
    assert (
        read("Kenya joined Peru in expelling Norwegian diplomats.").one("SANCTION").label.startswith("Kenya expelled")
    )


def test_a_deed_told_again_is_one_event() -> None:
    found = read(
        "The soldiers who ousted Peru's president Carlos Quispe closed the airport of Lima.\n"
        "Since ousting Quispe, the soldiers have named a government."
    )
    assert len({e.mention for e in found.one("COERCE").evidence}) == 2
    signed = read("Kenya and Peru signed a pact on Monday.\nKenya and Norway signed a pact on Monday.").of("SUPPORT")
    assert len(signed) == 2


def test_the_attack_points_back_and_is_no_second_event() -> None:
    found = read(
        "An Islamic State suicide bomber attacked a church in Damascus on Sunday, killing 22 people.\n"
        "The attack occurred at the St. Elias Church.\n"
        "The death toll from the blast later rose to 25."
    )
    attack = found.one("ASSAULT")
    assert found.names(attack.actors) == ["Islamic State"]
    assert attack.label == "Islamic State attacked a church in Damascus"
    assert len({e.mention for e in attack.evidence}) == 3


@pytest.mark.parametrize(
    ("text", "label", "place"),
    [
        ("A bomb exploded in Nairobi on Monday.", "A bomb exploded in Nairobi", "Nairobi"),
        ("Two gunmen hit a rally at Nairobi's railway station.", "Two gunmen hit a rally", "Nairobi"),
        ("A suicide bombing rocked Nairobi on Sunday.", "suicide bombing rocked Nairobi", "Nairobi"),
    ],
)
def test_attacks_by_nobody_named(text: str, label: str, place: str) -> None:
    attack = read(text).one("ASSAULT")
    assert attack.label == label
    assert attack.place is not None
    assert attack.place.name == place


def test_fire_and_blasts_are_attacks_only_with_a_weapon() -> None:
    assert read("Artillery volleys from Kenya killed 11 civilians.").one("ASSAULT").actors
    assert not read("The fire in Nairobi killed 11 civilians. A gas explosion in Nairobi on Monday hurt two.").events


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("The UN General Assembly adopted a resolution demanding a ceasefire by 120 votes to 12.", "REQUEST",
         "UN General Assembly adopted a resolution demanding a ceasefire"),
        ("The European Parliament approved a resolution condemning Kenya.", "ACCUSE",
         "European Parliament approved a resolution condemning Kenya"),
        ("The UN Security Council adopted a resolution imposing sanctions on Peru.", "SANCTION",
         "UN Security Council adopted a resolution imposing sanctions on Peru"),
        ("The UN Security Council adopted Resolution No. 2345 on Monday.", "SUPPORT",
         "UN Security Council adopted Resolution No. 2345"),
        ("Kenya vetoed the resolution.", "REJECT", "Kenya vetoed the resolution"),
        ("Kenya voted against the resolution.", "REJECT", "Kenya voted against the resolution"),
    ],
)  # fmt: skip
def test_resolutions_are_what_they_do(text: str, kind: str, label: str) -> None:
    (event,) = read(text).events
    assert (event.type, event.label, event.status) == (kind, label, "occurred")


def test_a_minister_stands_for_the_state_named_beside() -> None:
    found = read("Defence Minister Ana Duarte of Portugal and Defence Minister Jonas Berg, Norway, signed a pact.")
    assert "Norway" not in found.names(found.one("SUPPORT").actors)


def test_the_deal_was_signed_tells_the_signing_again() -> None:
    found = read(
        "Kenya and Norway have signed a defence pact.\nThe deal was signed on Wednesday by Defence Minister Ana Duarte."
    )
    signing = found.one("SUPPORT")
    assert signing.date is not None
    assert {"Kenya", "Norway"} <= set(found.names(signing.actors))


def test_labels_are_cut_at_a_noun() -> None:
    text = (
        "Kenya seized control of large parts of the mineral-rich eastern part of Peru including the regional capital."
    )
    (seized,) = read(text).events
    assert seized.label == "Kenya seized control of large parts of the mineral-rich eastern part of Peru"
    aside = read("Kenya and Norway agreed, after long talks, to share data on ships.").one("AGREE")
    assert aside.label == "Kenya and Norway agreed to share data"
    assert read("The Israeli strike on Nairobi killed 12.").one("ASSAULT").label == "Israeli strike on Nairobi"


def test_what_was_not_done_is_told_only_where_it_is_of_note() -> None:
    assert not read("Kenya did not recognise the government of Norway.").of("SUPPORT")
    assert read("Kenya denied attacking Norway.").one("ASSAULT").status == "denied"


def test_states_are_not_ousted() -> None:
    assert not read("The soldiers ousted Kenya on Monday.").of("COERCE")


def test_two_names_before_a_verb_both_act_where_the_parse_nests_them() -> None:
    found = read(
        "On Tuesday, Norwegian Crown Prince Olav bin Holm and Kenyan Prime Minister Joseph Mwangi signed the Joint "
        "Defence Agreement (JDA) in Nairobi."
    )
    assert found.names(found.one("SUPPORT").actors) == ["Joseph Mwangi", "Olav bin Holm"]


def test_the_second_of_two_plans_is_still_to_come() -> None:
    found = read("Kenya plans to recall its envoy and to expel Norwegian diplomats.")
    assert {e.status for e in found.of("SANCTION")} == {"planned"}
    text = "Kenya and Norway undertake to apply the accord by 29 July, and to begin talks on fisheries by 8 August."
    assert [e.type for e in read(text).events] == ["AGREE"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Norway conducted airstrikes inside Kenyan territory on Monday.",
         "Norway conducted airstrikes inside Kenyan territory"),
        ("Norway's government on Wednesday ordered the expulsion of the Kenyan envoy.",
         "Norway's government ordered the expulsion of the Kenyan envoy"),
        ("Norway and Kenya kicked off a joint exercise in Nairobi on Monday.",
         "Norway and Kenya kicked off a joint exercise in Nairobi"),
    ],
)  # fmt: skip
def test_a_carried_noun_is_told_with_its_verb(text: str, label: str) -> None:
    (event,) = read(text).events
    assert event.label == label


def test_what_is_of_two_bodies_joined_by_a_hyphen_is_of_both() -> None:
    found = read("Gunmen opened the attack in Palu on an African Union-United Nations convoy on Monday.")
    assert found.names(found.one("ASSAULT").recipients) == ["African Union", "United Nations"]


def test_a_past_clause_beside_an_order_has_happened_and_the_order_is_told_as_one() -> None:
    found = read(
        "Minister Grace Wanjiru directed the relevant authorities to arrest those involved as she expressed "
        "condolences to the families of Kenya."
    )
    ordered = found.one("COERCE")
    assert ordered.label == "Grace Wanjiru directed the relevant authorities to arrest those"
    assert ordered.status == "planned"
    assert found.one("SUPPORT").status == "occurred"


@pytest.mark.parametrize(
    "agreed",
    [
        "keep furthering the dialogue",
        "begin to rebuild the port",
        "work on a new treaty",
        "continue with the talks",
        "try and reopen the border",
        "help their neighbours",
        "help train pilots",
        "begin an exchange",
    ],
)
def test_a_label_goes_on_to_the_noun_behind_keep_and_begin(agreed: str) -> None:
    event = read(f"Kenya and Peru have agreed to {agreed} despite recent problems.").one("AGREE")
    assert event.label == f"Kenya and Peru agreed to {agreed}"


def test_a_label_tells_what_goes_on_as_going_on() -> None:
    found = read("Kenyan forces are shelling the port of Sirbo, officials said.")
    assert [e.label for e in found.of("ASSAULT")] == ["Kenyan forces are shelling the port of Sirbo"]
