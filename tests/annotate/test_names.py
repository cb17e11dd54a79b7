import pytest

from tests.annotate.reading import entity, mention, names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal covers the K-725 system and V-81 tanks.", ["K-725", "V-81"]),
        ("They fly Br-44 TX aircraft, LoR-17 and Vostrel helicopters.", ["Br-44 TX", "LoR-17", "Vostrel"]),
        ("Two SkyLance cruise missiles and a Harrow surface-to-air missile system were sold.", ["Harrow", "SkyLance"]),
        ("INS Thunderbow and HMS Marigold sailed home.", ["HMS Marigold", "INS Thunderbow"]),
        ("A K9 howitzer and HIMARS were seen.", ["HIMARS", "K9"]),
        ("Peru bought Alba 2 tanks and 12 Bora jets.", ["Alba 2", "Bora"]),
        ("On Monday 3 tanks were seen.", []),
        ("In Arica 3 tanks were seen.", []),
        ("Under Article-5 the G-20 met about COVID-19.", []),
        ("The army bought the G-589 and the P-84.", ["G-589", "P-84"]),
        ("They discussed the U-589 and the AU-203.", ["AU-203", "U-589"]),
        ("The U-17 team and the G-77 met.", []),
        ("Drills called Joint Sea-2024 ended.", []),
        ("The health system and the Schengen system need money.", []),
    ],
)
def test_equipment(text: str, expected: list[str]) -> None:
    assert names(text, "equipment") == expected


def test_spellings_of_equipment_are_one() -> None:
    text = "AQ-118 rifles were built. Later more Aq-118 rifles came."
    assert entity(text, "AQ-118").aliases == ("Aq-118",)


def test_former_name_is_an_alias() -> None:
    text = "INS Thunderbow (formerly Admiral Penrose) sailed. The Penrose was old."
    assert "Admiral Penrose" in entity(text, "INS Thunderbow").aliases
    assert names(text, "person") == []


def test_operation_and_its_short_form() -> None:
    text = "Operation Silver Kestrel began in May. Exercise Long Reach ended."
    assert names(text, "operation") == ["Exercise Long Reach", "Operation Silver Kestrel"]


@pytest.mark.parametrize(
    ("text", "kind", "name", "country"),
    [
        ("The Defence Ministry of Belarus denied it.", "organisation", "Defence Ministry of Belarus", "BLR"),
        ("Cambodia’s foreign ministry denied it.", "organisation", "Cambodia's foreign ministry", "KHM"),
        ("The Thai army denied it.", "organisation", "Thai army", "THA"),
        ("Talks use the TCC-ES mechanism.", "mechanism", "TCC-ES", None),
        ("It works through the EZSC-M&D commission.", "mechanism", "EZSC-M&D", None),
        ("They signed the Lake Orsa Agreement.", "mechanism", "Lake Orsa Agreement", None),
        ("The alliance, NATO, met.", "organisation", "NATO", None),
        ("Two Hamas rockets fell.", "group", "Hamas", None),
        ("The Palestinian militant group Hamas agreed.", "group", "Hamas", "PSE"),
        ("Fighters of Lebanon-based Hezbollah left.", "group", "Hezbollah", "LBN"),
        ("Troops hold the Line of Grey Stones (LGS).", "place", "Line of Grey Stones", None),
    ],
)
def test_bodies(text: str, kind: str, name: str, country: str | None) -> None:
    found = entity(text, name)
    assert (found.kind, found.country) == (kind, country)


def test_acronym_in_brackets_joins_the_long_name() -> None:
    text = "The Upper Orsa Water Commission (UOWC) met. The UOWC agreed on nothing."
    found = entity(text, "Upper Orsa Water Commission")
    assert found.aliases == ("UOWC",)
    assert len(found.evidence) == 3


def test_table_joins_long_and_short_names() -> None:
    text = "The African Union sent observers. The AU said so."
    assert entity(text, "African Union").aliases == ("AU",)
    assert entity(text, "African Union").code == "IGO"


def test_longer_body_is_not_the_known_one() -> None:
    assert "Security Council" not in names("The National Security Council met.", "organisation")


@pytest.mark.parametrize(
    "text",
    [
        "A blast in Drumkeer killed two.",
        "The Drumkeer terror attack killed two.",
        "He arrived from Drumkeer, Ireland, on Sunday.",
        "The city of Drumkeer fell.",
        "Fighting went on in eastern Drumkeer.",
        "Near Drumkeer, two people died.",
    ],
)
def test_unknown_place_by_context(text: str) -> None:
    assert names(text, "place") == ["Drumkeer"]


def test_states_by_name_nationality_and_capital() -> None:
    text = "Kenyan troops left. Ties between New Delhi and Moscow improved. He flew to Moscow."
    annotation = read(text)
    states = [(m.text, m.form) for m in annotation.mentions if m.kind == "state"]
    assert states == [("Kenyan", "adjective"), ("New Delhi", "name"), ("Moscow", "name")]
    assert [m.text for m in annotation.mentions if m.kind == "place"] == ["Moscow"]


def test_a_seat_of_government_that_is_gone_to_is_a_building() -> None:
    annotation = read("She visited Rideau Hall. He made a trip to the White House. The White House said no.")
    assert [m.text for m in annotation.mentions if m.kind == "place"] == ["Rideau Hall", "White House"]
    assert [m.text for m in annotation.mentions if m.kind == "state"] == ["The White House"]


def test_platforms_are_no_names() -> None:
    annotation = read("She wrote on X and in a Telegram post. “Thanks,” she said on X. Then she slept.")
    assert not [e for e in annotation.entities if e.named]


def test_agency_counts_only_when_it_acts_or_is_told() -> None:
    assert names("The minister read Reuters and smiled.", "organisation") == []
    assert names("The minister told Reuters that it was over.", "organisation") == ["Reuters"]
    assert names("Reuters reported that it was over.", "organisation") == ["Reuters"]


def test_held_place() -> None:
    found = mention("Shelling hit Russia-occupied Alderon on Sunday.", "Russia-occupied Alderon")
    assert found.kind == "place"


def test_mentions_are_exact_and_sorted() -> None:
    text = "Kenyan Defence Minister Oto Brannigan met Mara Tellis, Norway's foreign minister, in Drumkeer, Ireland."
    annotation = read(text)
    assert list(annotation.mentions) == sorted(annotation.mentions, key=lambda m: (m.start, m.end, m.kind))
    for found in annotation.mentions:
        assert text[found.start : found.end] == found.text
        assert found.full_start <= found.start < found.end <= found.full_end
    for held in annotation.entities:
        assert all(text[e.start : e.end] == e.text and e.role == "mention" for e in held.evidence)
    assert len({e.id for e in annotation.entities}) == len(annotation.entities)


def test_region_of_two_names_is_one_place() -> None:
    assert names("Jammu and Kashmir is quiet.", "place") == ["Jammu and Kashmir"]
    assert names("Fighting near Drumkeer and near Orsamoor went on.", "place") == ["Drumkeer", "Orsamoor"]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Ministry of Foreign Affairs", "MFA"),
        ("Foreign Ministry", "MoFA"),
        ("Ministry of External Affairs", "MEA"),
        ("Norwegian Ministry of Defence", "MoD"),
        ("Peruvian Ministry of National Defence", "MND"),
        ("Central Election Commission", "CEC"),
    ],
)
def test_a_body_and_its_initials_that_never_stand_together_are_one(long: str, short: str) -> None:
    found = entity(f"The {long} condemned the raid on Tuesday. The {short} said that it was sad.", long)
    assert found.aliases == (short,)


def test_initials_that_two_bodies_share_mean_neither() -> None:
    text = "The Central Election Commission met the Caspian Energy Council in Oslo. The CEC said it was content."
    assert names(text, "organisation") == ["CEC", "Caspian Energy Council", "Central Election Commission"]
