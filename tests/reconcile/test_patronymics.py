"""Names that name the father: another father is another man, and the son is not called by the father's name."""

from __future__ import annotations

import pytest

from onrecord.reconcile.persons import name_score, surnames


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Faris bin Karim bin Hamad", "Faris bin Talal Al Nuri"),
        ("Karim bin Hamad", "Faris bin Karim"),
        ("Faris ibn Karim", "Faris ibn Talal"),
    ],
)
def test_another_father_is_another_man(a: str, b: str) -> None:
    assert name_score(a, b) == 0


def test_spellings_and_family_names_do_not_part_him() -> None:
    assert name_score("Faris bin Karim Al Nuri", "Fares bin Karim") > 0.8
    assert name_score("David Ben Amir", "David Ben-Amir") == 1


def test_nobody_is_called_by_his_father_s_name() -> None:
    assert surnames(["Faris bin Karim"]) == {"faris"}
    assert surnames(["Ana Lind"]) == {"ana", "lind"}


def test_a_style_before_the_name_is_no_part_of_it() -> None:
    assert name_score("Syed Karim Raza Nuri", "Karim Raza Nuri") == 1
    assert name_score("Syed Nuri", "Karim Nuri") == 0
