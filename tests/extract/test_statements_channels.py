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
        ("On X , the governor urged", "X"),
        ("Singh 's office said on ‘ X ’", "X"),
        ("In a blog post , the company said", "report"),
        ("In an email to AFP , the firm said", "email"),
        ("the clerk wrote in a text message", "text message"),
        ("In a video message , the hostage said", "video"),
        ("the airline said in a statement posted online", "statement"),
        ("The mission statement of the club says", None),
        ("the club , whose past statements differ , said", None),
        ("At a daily briefing , the spokesman said", "press conference"),
        ("He said after the press conference", None),
        ("Briefing reporters after the meeting , the envoy said", "remarks to reporters"),
        ("he told a group of reporters outside the court", "remarks to reporters"),
        ("the minister replied to questions from the media", "remarks to reporters"),
        ("she said in an interview broadcast on the station 's Facebook page", "Facebook"),
        ("At a news conference streamed on Facebook , she said", "press conference"),
        ("In comments to Reuters , the governor said", "interview"),
        ("the farmer told The Verge", "interview"),
        ("the farmer told WABC", "interview"),
        ("the farmer told The Hague", None),
        ("Writing in the Lisbon Herald , the historian said", "report"),
        ("the book , which draws on decades of interviews , claims", None),
        ("Testifying before Congress , the admiral said", "testimony"),
        ("the witness told the court", "testimony"),
        ("The prosecutors said in court documents", "report"),
        ("In Tuesday 's debate , the mayor said", "debate"),
        ("one of the figures in the immigration debate , said", None),
        ("wrote a man from his work address to a shop", None),
        ("Throughout his remarks , the mayor cast", "speech"),
        ("the governor sent the mayor a letter saying", "letter"),
        ("In his state of the nation address , the president vowed", "speech"),
        ("Speaking before lawmakers , the premier said", "speech"),
        ("the minister said on the sidelines of a summit", None),
        ("Speaking on national radio , the minister said", "radio"),
        ("According to an internal memo", "report"),
        ("the senator trails in the polls", None),
        ("Chairing a cabinet meeting , the premier said", "meeting"),
        ("Malcolm X said", None),
        ("the minister told parliament", None),
    ],
)
def test_channel(clause: str, channel: str | None) -> None:
    assert find_channel(clause) == channel
