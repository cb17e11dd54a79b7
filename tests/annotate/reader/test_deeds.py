import numpy as np

from onrecord.annotate.reader.decode import Tagged
from onrecord.annotate.reader.deeds import MODES, PARTS, SIZES, STATUSES, TYPES, deeds_of, tagged
from onrecord.annotate.reader.links import WIDTH, Ties
from onrecord.annotate.reader.model import Emitted
from onrecord.annotate.reader.words import find_words
from onrecord.model import Span

TEXT = "Oto met Bay in Doln on Monday"
WORDS = find_words(TEXT, [Span(0, len(TEXT))])[0]
FAR = np.zeros((3, 18))
ENDS = np.cumsum(SIZES)


def emitted(tags: dict[int, str], status: str = "occurred", mode: str = "CONSULT") -> Emitted:
    """Scores that say these tags: a type for the trigger, a part for the others."""
    deeds = np.zeros((len(WORDS), int(ENDS[-1])), np.float32)
    deeds[:, 0] = deeds[:, ENDS[0]] = 3.0
    for word, name in tags.items():
        if name in TYPES:
            deeds[word, 1 + 2 * TYPES.index(name)] = 9.0
            deeds[word, ENDS[1] + STATUSES.index(status)] = deeds[word, ENDS[2] + MODES.index(mode)] = 5.0
        else:
            deeds[word, ENDS[0] + 1 + 2 * PARTS.index(name)] = 9.0
    none = np.zeros((len(WORDS), 1), np.float32)
    return Emitted(none, none, none, deeds, np.zeros((len(WORDS), 3 * 4 * WIDTH), np.float32))


def test_a_deed_has_its_words() -> None:
    said = emitted({0: "party", 1: "CONSULT", 2: "party", 4: "place", 6: "date"}, "planned", "CONSULT:visit")
    ties = Ties(FAR, np.array([1.0, -1.0, 1.0]))
    (deed,) = deeds_of(WORDS, said, ties)
    assert (deed.trigger.of(TEXT), deed.type, deed.mode, deed.status) == ("met", "CONSULT", "visit", "planned")
    assert [a.of(TEXT) for a in deed.actors] == ["Oto", "Bay"]
    assert deed.recipients == ()
    assert deed.place is not None and deed.place.of(TEXT) == "Doln"
    assert deed.date is not None and deed.date.of(TEXT) == "Monday"
    assert 0.9 < deed.confidence < 1


def test_who_is_both_is_what_is_likelier() -> None:
    said = emitted({0: "party", 1: "ACCUSE"}, mode="ACCUSE")
    (deed,) = deeds_of(WORDS, said, Ties(FAR, np.array([1.0, 2.0, 0.0])))
    assert deed.actors == ()
    assert [r.of(TEXT) for r in deed.recipients] == ["Oto"]


def test_a_mode_is_one_of_its_type() -> None:
    (deed,) = deeds_of(WORDS, emitted({1: "AID"}, mode="ASSAULT:aerial"), Ties(FAR, np.zeros(3)))
    assert deed.mode is None


def test_triggers_of_the_window_before_are_left_out() -> None:
    said = emitted({1: "CONSULT", 5: "AID"}, mode="AID")
    assert [d.type for d in deeds_of(WORDS, said, Ties(FAR, np.zeros(3)), seen=2)] == ["AID"]


def test_words_without_a_trigger_tell_nothing() -> None:
    assert list(deeds_of(WORDS, emitted({0: "party"}), Ties(FAR, np.zeros(3)))) == []


def test_stretches_are_as_sure_as_their_words() -> None:
    scores = np.log(np.array([[0.1, 0.8, 0.1], [0.2, 0.2, 0.6], [0.9, 0.05, 0.05]]))
    assert tagged(scores) == [Tagged(0, 0, 2, tagged(scores)[0].sure)]
    assert np.isclose(tagged(scores)[0].sure, 0.85)
