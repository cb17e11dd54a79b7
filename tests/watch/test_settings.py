"""SOURCES.toml: what it may say, and one line for what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import ConfigError
from onrecord.model import Report
from onrecord.watch import Topic, load_settings
from onrecord.watch.wanted import check_states, judge

WHOLE = """
contact = "mailto:desk@example.org"
every = 15
allow_private = ["10.1.0.0/16"]

[[feed]]
url = "https://news.example/rss"
outlet = "Example Post"
pages = false
topics = ["talks"]

[[folder]]
path = "inbox"

[topics.talks]
names = ["Ana Lind"]
states = ["NOR", "Denmark"]
words = ["ceasefire"]
match = "all"

[limits]
timeout = 10
recheck = [1, 12]
"""


def load(tmp_path: Path, text: str) -> object:
    (tmp_path / "s.toml").write_text(text, encoding="utf-8")
    return load_settings(tmp_path / "s.toml")


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(WHOLE, encoding="utf-8")
    settings = load_settings(tmp_path / "s.toml")
    assert settings.feeds[0].outlet == "Example Post"
    assert [feed.pages for feed in settings.feeds] == [False]
    assert settings.folders[0].path == str(tmp_path / "inbox")
    assert settings.topics["talks"].match == "all"
    assert list(settings.limits.recheck) == [1, 12]
    assert str(settings.allow_private[0]) == "10.1.0.0/16"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "names nothing to follow"),
        ("contact = ", "not valid TOML"),
        ('[[feed]]\nurl = "https://a.example/"', "hosts are to know who asks"),
        (WHOLE + "\nsize = 3", "'size' is no setting of limits"),
        ("speed = 1\n" + WHOLE, "'speed' is no setting"),
        (WHOLE.replace('url = "https://news.example/rss"', ""), "feed lacks"),
        (WHOLE.replace("pages = false", 'pages = "no"'), "true or false"),
        (WHOLE.replace("timeout = 10", "timeout = -1"), "negative"),
        (WHOLE.replace("timeout = 10", 'timeout = "long"'), "timeout is not written as it should be"),
        (WHOLE.replace('match = "all"', 'match = "some"'), '"any" or "all"'),
        (WHOLE.replace('["10.1.0.0/16"]', '["home"]'), "allow_private"),
        (WHOLE.replace("[topics.talks]", "[topics.other]"), "there is no [topics.talks]"),
        (WHOLE.replace("every = 15", "every = true"), "every is not written as it should be"),
        (WHOLE.replace("desk@", "dësk@"), "contact holds a character"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert reason in str(caught.value)
    assert "s.toml" in str(caught.value)
    assert "\n" not in str(caught.value).replace("\\n", "")


@pytest.mark.parametrize(
    ("topic", "wanted"),
    [
        (Topic(name="t", names=("Ana Lind",)), True),
        (Topic(name="t", names=("ana lind",)), False),
        (Topic(name="t", names=("Ana",)), True),
        (Topic(name="t", names=("An",)), False),
        (Topic(name="t", states=("Norway",)), True),
        (Topic(name="t", states=("nor",)), True),
        (Topic(name="t", states=("Sweden",)), False),
        (Topic(name="t", words=("Harbour Deal",)), True),
        (Topic(name="t", words=("harbor",)), False),
        (Topic(name="t", words=("strike",), states=("Norway",)), True),
        (Topic(name="t", words=("strike",), states=("Norway",), match="all"), False),
    ],
)
def test_what_a_topic_wants(topic: Topic, wanted: bool) -> None:
    report = Report(id="r", text="Norwegian minister Ana  Lind praised the harbour\ndeals.", title="Talks")
    assert judge(report, [topic]).wanted == wanted


def test_without_topics_everything_is_wanted() -> None:
    assert judge(Report(id="r", text="Anything."), []).wanted


def test_a_state_that_is_none_is_said_before_anything_is_fetched() -> None:
    with pytest.raises(ConfigError, match="'Narnia' is no state"):
        check_states([Topic(name="t", states=("Narnia",))])
