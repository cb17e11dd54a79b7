"""Start and end of offices, as a report says them."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.config import Config
from onrecord.extract import extract
from onrecord.model import Report


def terms(text: str) -> set[tuple[str, str | None, str | None]]:
    findings = extract(annotate(Report(id="r-test", text=f"{text}\n\nThe river was calm again."), Config()))
    return {(o.title or "", o.start, o.end) for e in findings.entities for o in e.offices}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ikal Demir, who served as Turkey's interior minister from 2009 to 2014, spoke.",
         ("interior minister", "2009", "2014")),
        ("Ana Ruiz, president of Peru since May 2021, spoke in Lima.", ("president", "2021-05", None)),
        ("Pavel Novak resigned as interior minister on 3 May 2021.", ("interior minister", None, "2021-05-03")),
        ("Luis Paz was appointed defence minister in March 2020.", ("defence minister", "2020-03", None)),
        ("Prime Minister Ana Ruiz met her deputies in 2019.", ("Prime Minister", None, None)),
    ],
)  # fmt: skip
def test_when_an_office_was_held(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in terms(text)
