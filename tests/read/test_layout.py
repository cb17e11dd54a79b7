"""The layout of a text: head, body, foot; nothing overlaps, and everything lies in the text."""

from __future__ import annotations

import re
import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Layout, Span
from onrecord.read import find_layout
from onrecord.read.layout import analyse

BODY = "The two ministers met on Thursday and agreed on a plan for the year."
MORE = "They will meet again in the spring, an aide to the minister said."


def parts(layout: Layout) -> list[Span]:
    found = (layout.title, layout.outlet, layout.byline, layout.dateline, layout.agency, layout.sign_off)
    return [span for span in found if span is not None]


def body(text: str) -> list[str]:
    return [span.of(text) for span in find_layout(text).paragraphs]


def assert_sound(text: str) -> None:
    layout = find_layout(text)
    for span in (*layout.paragraphs, *parts(layout)):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
    for before, after in zip(layout.paragraphs, layout.paragraphs[1:], strict=False):
        assert before.end <= after.start
    for paragraph in layout.paragraphs:
        assert not re.search(r"\n\s*\n", paragraph.of(text))  # a paragraph may run over the end of a line, no further
        assert not any(paragraph.overlaps(part) for part in parts(layout))


def test_a_whole_report() -> None:
    text = (
        "Ministers agree on a plan\n"
        "Borough Media Network - Lima\n"
        "By Jane Doe, Ana Lind and Jo Berg\n"
        f"Lima, Jun 26 (Andina): {BODY}\n"
        "\n"
        "ALSO READ: Ten things to know about the plan\n"
        f"{MORE}\n"
        "ADVERTISEMENT\n"
        "--Andina\n"
        "\n"
        "/as\n"
    )
    layout = find_layout(text)
    found = {
        "title": layout.title,
        "outlet": layout.outlet,
        "byline": layout.byline,
        "dateline": layout.dateline,
        "agency": layout.agency,
        "sign_off": layout.sign_off,
    }
    assert {name: span.of(text) if span else None for name, span in found.items()} == {
        "title": "Ministers agree on a plan",
        "outlet": "Borough Media Network",
        "byline": "By Jane Doe, Ana Lind and Jo Berg",
        "dateline": "Lima, Jun 26 (Andina):",
        "agency": "Andina",
        "sign_off": "--Andina\n\n/as",
    }
    assert body(text) == [BODY, MORE]
    assert_sound(text)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Borough Media Network - Lima", "Borough Media Network"),
        ("The Borough Times | Nairobi", "The Borough Times"),
        ("BBC News, Kinshasa", "BBC News"),
        ("The Borough Herald", "The Borough Herald"),
        ("boroughnews.com", "boroughnews.com"),
    ],
)
def test_outlet_lines(line: str, outlet: str) -> None:
    text = f"{line}\n{BODY}\n{MORE}\n"
    layout = find_layout(text)
    assert layout.outlet is not None
    assert layout.outlet.of(text) == outlet
    assert body(text) == [BODY, MORE]


def test_an_outlet_without_a_media_word_is_known_by_the_place_of_the_dateline() -> None:
    text = f"Kestrel Eleven - Tarsk\nTarsk, Jun 26: {BODY}\n"
    layout = find_layout(text)
    assert layout.outlet is not None
    assert layout.outlet.of(text) == "Kestrel Eleven"
    other = find_layout(f"Kestrel Eleven - Mirova\nTarsk, Jun 26: {BODY}\n")
    assert other.outlet is None


def test_an_outlet_before_a_dash_leads_the_first_paragraph() -> None:
    text = f"Borough Daily News – {BODY}\n{MORE}\n"
    layout = find_layout(text)
    assert layout.outlet is not None
    assert layout.outlet.of(text) == "Borough Daily News"
    assert body(text) == [BODY, MORE]


@pytest.mark.parametrize("line", ["World News", "Politics", "Defence / Asia", "Top Stories"])
def test_a_section_is_no_outlet(line: str) -> None:
    assert find_layout(f"{line}\nMinisters agree on a plan\n{BODY}\n").outlet is None


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("BY JANE DOE", "JANE DOE", None),
        ("By Jane Doe, Ana van der Lind and Jo Berg", "Jane Doe, Ana van der Lind and Jo Berg", None),
        ("By Jane Doe, Reuters", "Jane Doe", "Reuters"),
        ("Jane Doe, Reuters", "Jane Doe", "Reuters"),
        ("By JANE DOE Associated Press", "JANE DOE", "AP"),
        ("By Jane Doe | Agence France-Presse", "Jane Doe", "AFP"),
        ("By Jane Doe | June 26, 2025", "Jane Doe", None),
        ("By Xinhua", None, "Xinhua"),
        ("Our Special Correspondent", "Our Special Correspondent", None),
        ("TVN / WEB DESK", "TVN / WEB DESK", None),
        ("Jane Doe / The Borough Post", "Jane Doe", None),
        ("Agence France-Presse", None, "AFP"),
        ("By Agencies", None, None),
    ],
)
def test_bylines(line: str, names: str | None, agency: str | None) -> None:
    anatomy = analyse(f"Ministers agree on a plan\n{line}\n{BODY}\n{MORE}\n")
    assert (anatomy.byline, anatomy.agency) == (names, agency)
    assert len(anatomy.layout.paragraphs) == 2


@pytest.mark.parametrize(
    "line",
    [
        "By Thursday, all troops had left the valley.",
        "By the river, two men were waiting for the boat.",
        "By Monday the road was open again, the police said.",
    ],
)
def test_a_sentence_with_by_is_no_byline(line: str) -> None:
    text = f"{BODY}\n{line}\n"
    assert find_layout(text).byline is None
    assert line in body(text)


@pytest.mark.parametrize(
    ("ending", "agency"),
    [
        ("--IANS", "IANS"),
        ("-- ANI", "ANI"),
        ("--IANS\n\nint/as", "IANS"),
        ("PTI ABC DEF", "PTI"),
        ("(Reporting by Jane Doe in Lima; Editing by Jo Berg)", None),
        ("With inputs from ANI", "ANI"),
        ("(With PTI inputs)", "PTI"),
        ("(With inputs from agencies)", None),
        ("© 2025 AFP", "AFP"),
        ("Copyright 2025 The Associated Press. All rights reserved.", "AP"),
        ("The Associated Press contributed to this report.", "AP"),
        ("(This story has not been edited by our staff and is auto-generated from a syndicated feed.)", None),
        ("Source: Xinhua", "Xinhua"),
        ("Reuters", "Reuters"),
        ("(Xinhua)", "Xinhua"),
        ("Written by Jane Doe", None),
        ("First Published: Apr 21 2024 | 3:09 PM IST", None),
    ],
)
def test_sign_offs(ending: str, agency: str | None) -> None:
    text = f"{BODY}\n\n{MORE}\n\n{ending}\n"
    anatomy = analyse(text)
    assert anatomy.agency == agency
    assert anatomy.layout.sign_off is not None
    assert anatomy.layout.sign_off.of(text) == ending
    assert body(text) == [BODY, MORE]


@pytest.mark.parametrize(
    ("ending", "agency"),
    [("(Xinhua)", "Xinhua"), ("(KLMN)", "KLMN"), ("(With PTI inputs)", "PTI"), ("(end) jd.ab", None)],
)
def test_a_sign_off_at_the_end_of_the_last_paragraph(ending: str, agency: str | None) -> None:
    text = f"{BODY}\n{MORE} {ending}"
    anatomy = analyse(text)
    assert anatomy.agency == agency
    assert anatomy.layout.sign_off is not None
    assert anatomy.layout.sign_off.of(text) == ending
    assert body(text) == [BODY, MORE]


def test_an_acronym_at_the_end_of_a_sentence_is_no_sign_off() -> None:
    text = f"{BODY}\nThey spoke at the Norland Cooperation Organisation (NCO)."
    assert find_layout(text).sign_off is None


def test_the_dateline_credits_before_the_sign_off() -> None:
    assert analyse(f"Lima, June 26 (AFP) {BODY}\n\n(With inputs from Reuters)\n").agency == "AFP"


@pytest.mark.parametrize(
    "line",
    [
        "Also read: Ten things to know about the plan",
        "READ MORE: Ten things to know",
        "Read more",
        "ADVERTISEMENT",
        "Advertisement - Continue Reading Below",
        "Facebook Twitter WhatsApp Email",
        "Share this article",
        "Photo: Jane Doe / Getty Images",
        "(Image: GETTY)",
        "FILE - In this June 2, 2017, file photo, the minister waves to a crowd.",
        "REUTERS/Jane Doe",
        "The minister waves to the crowd outside the hall on Friday (AP Photo/Jane Doe)",
        "Follow Jane Doe on Twitter @janedoe.",
        "https://news.invalid/story/1",
        "Sign up for our newsletter",
        "___",
        "3 min read",
        "Read < 1 minute",
        "Reading time: 4 minutes",
        "Subscribe",
        "Skip links",
        "FILE PHOTO: Jane Doe waves to a crowd in Lima.",
        "Harbour_Talks_0626_01.jpg Jane Doe waves to a crowd in Lima, with her aides behind her.",
        "We use cookies to improve your experience on our website.",
        "A subhead without an end",
        "- A subhead of an agency -",
        "— Jane Doe (@jane_doe) June 26, 2025",
    ],
)
def test_furniture_between_paragraphs_is_dropped(line: str) -> None:
    assert body(f"{BODY}\n{line}\n{MORE}\n") == [BODY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Read the plan before you vote, the minister told the crowd.",
        "Share prices fell by a tenth on the news of the plan.",
        "Related-party deals were banned under the plan last year.",
        "More than 20 people were killed in the blast, police said.",
        "Watch towers were built along the border in the spring.",
        "Photographs of the site were shown to the ministers.",
        "“We will not go,” he told Reuters.",
        "Source of the fire was a cable, the police chief said.",
        "It ended with a list of demands:",
    ],
)
def test_sentences_are_kept(line: str) -> None:
    assert line in body(f"{BODY}\n{line}\n{MORE}\n")


def test_a_subhead_above_a_list_is_dropped_and_the_list_kept() -> None:
    items = ["- Three ships and two boats were seen off the cape.", "- No one was hurt."]
    text = "\n".join([BODY, "What is known", *items, MORE])
    assert body(text) == [BODY, *items, MORE]


def test_captions_above_the_dateline_are_dropped() -> None:
    text = (
        "The two ministers, Jane Doe, left, and Jo Berg, at the hall in Lima on Monday.\n"
        "Delegates vote on the plan at the hall. (U.N.)\n"
        f"LIMA (AFP) – {BODY}\n"
    )
    assert body(text) == [BODY]


def test_dates_in_the_head_are_the_day_of_publication() -> None:
    for line in (
        "June 26, 2025",
        "Thursday, June 26, 2025 10:15 AM",
        "2025-06-26 08:49:47",
        "Published: 08:57 PM, 26 June 2025",
        "Published on June 26, 2025",
        "Source: Xinhua| 2025-06-26 08:49:47|Editor: jd",
        "News Desk, 26 Jun, 2025 10:10 PM",
    ):
        anatomy = analyse(f"Ministers agree on a plan\n{line}\n{BODY}\n{MORE}\n")
        assert anatomy.published == "2025-06-26", line
        assert len(anatomy.layout.paragraphs) == 2


def test_of_several_days_the_first_is_that_of_publication() -> None:
    text = f"Ministers agree on it\nUpdated: June 28, 2025\nPublished: June 26, 2025\n{BODY}\n"
    assert analyse(text).published == "2025-06-26"
    assert analyse(f"Lima, Monday 30 June 2025\nPublished: 08:57 PM, 26 June 2025\n{BODY}").published == "2025-06-26"


@pytest.mark.parametrize(
    "line",
    [
        "Eklendi: 26.06.2025 11:36:30 / Son hali: 27.06.2025 09:12:00 / English News",
        "2 min read Last Updated : Jun 26 2025 | 3:09 PM IST",
        "Published: 08:57 PM, 26 June 2025",
    ],
)
def test_a_time_of_publication_among_the_first_paragraphs_counts_and_is_no_body(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{MORE}\n"
    assert analyse(text).published == "2025-06-26"
    assert body(text) == [BODY, MORE]


@pytest.mark.parametrize("line", ["First Published: Jun 26 2025 | 3:09 PM IST", "Jun 26, 2025 (Andina)", "2025-06-26"])
def test_the_foot_says_when_the_report_was_published(line: str) -> None:
    text = f"{BODY}\n\n{MORE}\n\n{line}\n"
    assert analyse(text).published == "2025-06-26"
    assert body(text) == [BODY, MORE]


def test_the_day_of_a_picture_counts_if_the_text_is_about_its_weekday() -> None:
    caption = "Jane Doe (R) talks to Jo Berg (L) as part of a summit in Lima on June 26, 2025. /ANP"
    assert analyse(f"{caption}\n\nMinisters agree on a plan\n\n{BODY}\n{MORE}").published == "2025-06-26"
    other = BODY.replace("Thursday", "Friday")
    assert analyse(f"{caption}\n\nMinisters agree on a plan\n\n{other}\n{MORE}").published is None
    dated = f"{caption}\n\nMinisters agree on a plan\nPublished: June 28, 2025\n{BODY}\n{MORE}"
    assert analyse(dated).published == "2025-06-28"


def test_a_caption_that_stands_twice_is_dropped() -> None:
    caption = "Jane Doe, rght, and Jo Berg leave the old customs house after their talks in Lima on Monday."
    for second in (caption, f"{caption} PHOTO: ANDINA"):
        assert body(f"Ministers agree on a plan\n\n{caption}\n{second}\n\n{BODY}\n{MORE}") == [BODY, MORE]


def test_a_dateline_before_a_bullet() -> None:
    text = f"LIMA • {BODY}\n{MORE}"
    layout = find_layout(text)
    assert layout.dateline is not None
    assert layout.dateline.of(text) == "LIMA •"
    assert body(text) == [BODY, MORE]


def test_words_that_lead_to_a_quotation_are_no_heading() -> None:
    lines = [BODY, "The Norland foreign ministry replied", "“We shall answer in due time, and in good faith.”", MORE]
    assert body("\n".join(lines)) == lines


def test_the_name_of_a_section_is_no_headline() -> None:
    assert find_layout(f"Newsof Norland\n\nLIMA (AFP) – {BODY}\n{MORE}").title is None


def test_a_day_in_a_sentence_dates_nothing() -> None:
    assert analyse(f"{BODY}\nThe plan was published on June 26, 2025, and soon forgotten.\n").published is None


def test_a_text_without_head_is_all_body() -> None:
    text = f"{BODY}\n{MORE}\n"
    assert body(text) == [BODY, MORE]
    assert parts(find_layout(text)) == []


def test_a_headline_with_a_full_stop() -> None:
    text = f"Ministers Agree on a Plan for Next Year.\n\n{BODY}\n"
    layout = find_layout(text)
    assert layout.title is not None
    assert layout.title.of(text) == "Ministers Agree on a Plan for Next Year."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Ministers agree on a plan | The Borough Post", "The Borough Post"),
        ("Ministers agree on a plan - BBC News", "BBC News"),
        ("Ministers agree on a plan - Orlan", None),
        ("Ministers agree on a plan - TASS", None),
    ],
)
def test_an_outlet_at_the_end_of_the_headline(line: str, outlet: str | None) -> None:
    text = f"{line}\n{BODY}\n"
    layout = find_layout(text)
    assert (layout.outlet.of(text) if layout.outlet else None) == outlet
    assert layout.title is not None
    assert layout.title.of(text) == ("Ministers agree on a plan" if outlet else line)


def test_one_line_is_body() -> None:
    assert body("Ministers agree on a plan") == ["Ministers agree on a plan"]


LONG = (
    "The two foreign ministers met in the old customs house on Thursday and, after three hours of talks behind closed"
    " doors, agreed on a plan for the ferries. The plan goes to both parliaments in the autumn. Nobody expects a"
    " quarrel over it, an aide said."
)
LATER = (
    "They will meet again in the spring, when the new pier at Orlan is to be opened, said the aide, who asked not to be"
    " named because the day is not yet fixed by the two governments."
)


@pytest.mark.parametrize("width", [60, 72, 79])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_text_broken_at_a_fixed_width_is_put_together(width: int, between: str) -> None:
    paragraphs = [LONG, LATER, LONG.replace("Thursday", "Friday")]
    text = between.join(textwrap.fill(words, width) for words in paragraphs)
    assert [" ".join(found.split()) for found in body(text)] == paragraphs
    assert_sound(text)


def test_head_and_foot_of_a_broken_text_stay_apart() -> None:
    head = "Ministers agree on a plan for the ferries between the two ports\nBy Jane Doe\nJune 26, 2025\n\n"
    text = head + textwrap.fill(LONG, 66) + "\n\n" + textwrap.fill(LATER, 66) + "\n\n--IANS\n"
    anatomy = analyse(text)
    assert anatomy.layout.title is not None
    assert anatomy.layout.title.of(text) == "Ministers agree on a plan for the ferries between the two ports"
    assert (anatomy.byline, anatomy.published, anatomy.agency) == ("Jane Doe", "2025-06-26", "IANS")
    assert [" ".join(found.split()) for found in body(text)] == [LONG, LATER]


def test_lines_that_are_sentences_are_not_put_together() -> None:
    lines = [
        "The two met in the hall at nine.",
        "They spoke of the plan for long.",
        "They will meet in the spring.",
    ] * 2
    assert body("\n".join(lines)) == lines


def test_text_broken_at_a_fixed_width_loses_no_line() -> None:
    words = f"{BODY} {MORE}".split()
    lines = [" ".join(words[n : n + 6]) for n in range(0, len(words), 6)]
    text = "\n".join(lines)
    assert " ".join(body(text)) == " ".join(words)


def test_empty_texts() -> None:
    for text in ("", "\n\n", " \n\t\n"):
        assert find_layout(text) == Layout()


LINES = st.sampled_from(
    [
        "Ministers agree on a plan", "Borough Media Network - Lima", "By Jane Doe, Reuters", "LIMA (AP) —",
        "(Reuters) -",
        f"Lima, Jun 26: {BODY}", f"Minsk, June 26 (IANS) {BODY}", BODY, MORE, "Read more", "--IANS", "/as", "",
        "   ",
        "PTI | Matera | Updated: 29-06-2021 21:26 IST", "June 26, 2025", "(With PTI inputs)", f"{BODY} (Xinhua)",
        "Brussels", "Borough Daily News – The plan is dead.", "© 2025 AFP", "Photo: Getty Images", "\t", "x" * 300,
        "(FEEDCO - Kuwait News Agency (KUNA)) DOHA, Oct 19 (KUNA) --", "boroughnews.com", "(end)", "— ", "…",
        "Jane Doe / The Post",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES | st.text(max_size=60), max_size=14))
def test_whatever_the_lines_the_layout_is_sound(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert_sound(text)
    assert find_layout(text) == find_layout(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_whatever_the_text_the_layout_is_sound(text: str) -> None:
    assert_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 1_000_000,
        "A b " * 250_000,
        "A.\n" * 300_000,
        "\n" * 1_000_000,
        "(" * 400_000,
        "_ " * 400_000,
        "- " * 400_000,
    ],
    ids=["letters", "words", "lines", "breaks", "brackets", "rules", "dashes"],
)
def test_a_million_characters_take_little_time(text: str) -> None:
    began = time.process_time()
    find_layout(text)
    assert time.process_time() - began < 10
