from onrecord.annotate.reader.pieces import Pieces

VOCABULARY = ["[UNK]", "talk", "##s", "un", "##talk", "##ed", "o", "'", "neil", "##l", "中", "e"]


def cut(word: str) -> list[str]:
    return [VOCABULARY[i] for i in Pieces(VOCABULARY).of(word)]


def test_longest_piece_first() -> None:
    assert cut("Talks") == ["talk", "##s"]
    assert cut("untalked") == ["un", "##talk", "##ed"]


def test_signs_and_ideographs_stand_by_themselves() -> None:
    assert cut("O'Neill") == ["o", "'", "neil", "##l"]
    assert cut("中中") == ["中", "中"]


def test_accents_are_left_out() -> None:
    assert cut("é") == ["e"]


def test_what_no_piece_covers_is_unknown() -> None:
    assert cut("xyz") == cut("talk" * 40) == cut("\u200f") == ["[UNK]"]
