"""The tables agree with the codebook and with one another."""

from onrecord.extract.plover import MODES, QUADS, contexts_of, mode_of
from onrecord.extract.triggers import VERBS
from onrecord.extract.triggers_nouns import NOUNS


def test_every_reading_has_a_type_and_mode_of_the_codebook() -> None:
    for senses in VERBS.values():
        for sense in senses:
            assert sense.type in QUADS
            assert sense.mode is None or sense.mode in MODES[sense.type]
            assert sense.needs in ("actor", "recipient", "any", "bloc")
            assert 0 < sense.confidence <= 1
    for noun in NOUNS.values():
        assert noun.mode is None or noun.mode in MODES[noun.type]


def test_a_reading_keeps_its_groups_and_its_order() -> None:
    strike = VERBS["strike"]
    assert [s.type for s in strike] == ["AGREE", "ASSAULT"]
    assert "deal" in strike[0].objects
    assert {"ambassador", "envoy"} <= VERBS["recall"][0].objects


def test_contexts_and_modes() -> None:
    assert contexts_of(["army", "terror", "tea"]) == ("military", "terrorism")
    assert mode_of("CONSULT", "phone") == "phone"
    assert mode_of("AGREE", "phone") is None
