"""The words of a reporting clause that name a channel."""

from __future__ import annotations

import pytest

from onrecord.extract.channels import find_channel


@pytest.mark.parametrize(
    ("clause", "channel"),
    [
        ("she posted on X after the meeting", "X"),
        ("she said in a post on social media platform X", "X"),
        ("Talking to X , the minister said", "X"),
        ("he tweeted", "Twitter"),
        ("she wrote on Twitter", "Twitter"),
        ("she wrote on X , formerly known as Twitter", "X"),
        ("he wrote on his Telegram channel", "Telegram"),
        ("he told a news conference", "press conference"),
        ("she told reporters in the capital", "remarks to reporters"),
        ("the ministry said in a statement", "statement"),
        ("he said in an interview with a daily", "interview"),
        ("she said in a televised address", "speech"),
        ("Addressing the assembly earlier , he urged", "speech"),
        ("he said by telephone", "phone call"),
        ("he said in a post", "social media"),
        ("he said on Monday", None),
        ("Malcolm X said", None),
        ("the minister told parliament", None),
    ],
)
def test_channel(clause: str, channel: str | None) -> None:
    assert find_channel(clause) == channel
