import numpy as np

from onrecord.annotate import Attribution
from onrecord.annotate.reader.attributions import CONTENT, CUE, SOURCE, Calibration, attribution, groups_of, signs
from onrecord.annotate.reader.decode import Tagged
from onrecord.annotate.reader.links import CUE_OF_CONTENT, SOURCE_OF_CUE, WIDTH, Links
from onrecord.annotate.reader.words import find_words
from onrecord.model import Span

NEAR = np.zeros((2, 18))
NEAR[:, 1:3] = NEAR[:, 9:11] = 3.0  # up to three words to either side
TEXT = "Oto said it rained, Bay added it snowed"
WORDS = find_words(TEXT, [Span(0, len(TEXT))])[0]
VECTORS = np.zeros((len(WORDS), 8 * WIDTH))


def tag(kind: int, begin: int, end: int) -> Tagged:
    return Tagged(kind, begin, end, 0.9)


def test_chances_add_up_and_nearness_counts() -> None:
    links = Links(NEAR, np.zeros(2))
    found = links.chances(VECTORS, SOURCE_OF_CUE, [tag(CUE, 1, 2)], [tag(SOURCE, 0, 1), tag(SOURCE, 8, 9)])
    assert np.isclose(found.sum(), 1)
    assert found[0, 0] > found[0, 1]


def test_no_partner_at_all_is_certain() -> None:
    assert Links(NEAR, np.zeros(2)).chances(VECTORS, CUE_OF_CONTENT, [tag(CONTENT, 2, 4)], []).tolist() == [[1.0]]


def test_each_content_goes_with_its_cue() -> None:
    found = [
        tag(SOURCE, 0, 1), tag(CUE, 1, 2), tag(CONTENT, 2, 4),
        tag(SOURCE, 5, 6), tag(CUE, 6, 7), tag(CONTENT, 7, 9),
    ]  # fmt: skip
    told = attributed(found, _vectors(), Links(NEAR, np.zeros(2)))
    said = [(t.source.of(TEXT) if t.source else None, [p.of(TEXT) for p in t.content]) for t in told]
    assert said == [("Oto", ["it rained"]), ("Bay", ["it snowed"])]


def test_a_content_without_cue_stands_alone_and_a_cue_without_content_is_dropped() -> None:
    links = Links(np.zeros((2, 18)), np.full(2, 9.0))
    told = attributed([tag(CUE, 1, 2), tag(CONTENT, 2, 4)], VECTORS, links)
    assert [(t.source, t.cue, [p.of(TEXT) for p in t.content]) for t in told] == [(None, None, ["it rained"])]


def test_the_surer_the_tags_the_surer_the_attribution() -> None:
    links, calibration = Links(NEAR, np.zeros(2)), Calibration([-1, 1, 0, 0, 0, 0, 0, 0, 0])
    chances = []
    for sure in (0.2, 0.6, 0.99):
        (group,) = groups_of([tag(CUE, 1, 2), tag(CONTENT, 2, 4)._replace(sure=sure)], VECTORS, links)
        chances.append(calibration.chance(signs(WORDS, group)))
    assert 0 < chances[0] < chances[1] < chances[2] < 1


def attributed(found: list[Tagged], vectors: np.ndarray, links: Links) -> list[Attribution]:
    return [attribution(WORDS, group, Calibration([0.0] * 9)) for group in groups_of(found, vectors, links)]


def _vectors() -> np.ndarray:
    """Make words of one half of the sentence ask for one another."""
    vectors = np.zeros((len(WORDS), 2, 4, WIDTH))
    vectors[:5, :, :, 0] = vectors[5:, :, :, 1] = 3.0
    return vectors.reshape(len(WORDS), -1)
