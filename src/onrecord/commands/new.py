"""`onrecord new`: what came, what was changed, what is now disputed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from onrecord.changes import Change, News, Tie, find_news, find_ties
from onrecord.commands.common import RecordFile, say_unfinished
from onrecord.errors import InputError
from onrecord.model import Difference, Event, Fact, Figure, Report, Statement
from onrecord.read import language_name
from onrecord.store import Store

_SHOWN = 160  # code points of a sentence that are printed
_SAID = {"version": "changed in silence", "correction": "corrected", "retraction": "retracted"}


def new(
    file: RecordFile,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="UTC: 2025-03-03, or 2025-03-03T10:00; without it, all.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Tell what is new, what was changed or corrected, and what is now disputed."""
    moment = parse_since(since)
    with Store.open(file) as store:
        record, times = store.record(), store.read_times()
        say_unfinished(store)
        ties = find_ties(record.reports, store.versions())
    found = find_news(record, times, ties, moment)
    reports = {report.id: report for report in record.reports}
    if as_json:
        typer.echo(json.dumps(to_dict(found, reports, moment), ensure_ascii=False, indent=1))
        return
    console = Console(soft_wrap=True, highlight=False)
    for line in told(found, reports):
        console.print(line)


def parse_since(said: str) -> str:
    """Return a time as the record keeps it (UTC, ISO 8601); `InputError` for what is no date."""
    if not said:
        return ""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        raise InputError(f"--since {said!r} is no date; write 2025-03-03 or 2025-03-03T10:00") from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds")


def told(news: News, reports: Mapping[str, Report]) -> Iterator[str]:
    """Yield the lines of the news, with marks for colours."""
    yield f"[bold]New reports: {len(news.reports)}[/]"
    for report in sorted(news.reports, key=lambda r: (r.published or "", r.outlet or "", r.id)):
        language = "" if report.language == "en" else f" ({language_name(report.language)}: kept, not read)"
        yield f"  {_named(report)}{language}"
    yield f"[bold]Changed articles: {len(news.changed)}[/]"
    for tie in news.changed:
        yield from _changed(tie, reports)
    yield f"[bold]Other corrections and retractions: {len(news.corrections)}[/]"
    for tie in news.corrections:
        corrected = reports.get(tie.earlier or "")
        what = _named(corrected) if corrected else "a report that is not held, or that cannot be told"
        yield f"  {_SAID[tie.kind]}: {what}"
        yield f"    {escape(_short(tie.notice.text)) if tie.notice else ''} [dim]({_named(reports[tie.later])})[/]"
    for name, differences in (("Now disputed", news.now_disputed), ("Disputed among new reports", news.differences)):
        yield f"[bold]{name}: {len(differences)}[/]"
        for difference in differences:
            yield from _disputed(difference, reports)
    yield f"[bold]Confirmed by an independent report: {len(news.confirmed)}[/]"
    for fact in news.confirmed:
        yield f"  {escape(label(fact))} [dim]({fact.independent_sources} sources)[/]"


def _changed(tie: Tie, reports: Mapping[str, Report]) -> Iterator[str]:
    old, later = reports[tie.earlier or ""], reports[tie.later]
    yield f"  {_named(later)}: {_SAID[tie.kind]}"
    if tie.notice:
        yield f"    it says: {escape(_short(tie.notice.text))}"
    for change in tie.changes:
        yield f"    {_change(change, old.text, later.text)}"


def _change(change: Change, old: str, new: str) -> str:
    before = escape(_short(change.before.of(old))) if change.before else ""
    after = escape(_short(change.after.of(new))) if change.after else ""
    if change.kind == "added":
        return f"[green]added[/]   {after}"
    if change.kind == "removed":
        return f"[red]taken out[/] {before}"
    gone, come = (escape(words) or "nothing" for words in change.what)
    return f"[yellow]{change.kind}[/]  [red]{gone}[/] became [green]{come}[/] in: {after}"


def _disputed(difference: Difference, reports: Mapping[str, Report]) -> Iterator[str]:
    yield f"  {difference.kind}"
    for position in difference.positions:
        report = reports.get(position.report)
        who = (report.outlet if report else None) or position.report
        yield f"    {escape(who)}: {escape(_short(position.value))}"


def _named(report: Report) -> str:
    title = report.title or _short(report.text)
    return escape(f"{report.outlet or report.source or report.id}: “{title}”, {report.published or 'no date'}")


def label(fact: Fact) -> str:
    """Return a fact in a few words."""
    if isinstance(fact, Event):
        return fact.label
    if isinstance(fact, Statement):
        return _short(f"{fact.speaker_text}: {fact.content}")
    return fact.text if isinstance(fact, Figure) else " … ".join(_short(e.text) for e in fact.evidence[:3])


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= _SHOWN else one[: _SHOWN - 1].rstrip() + "…"


def to_dict(news: News, reports: Mapping[str, Report], since: str) -> dict[str, Any]:
    """Return the news as plain values; spans are code points of the report before and of the one after."""
    return {
        "since": since or None,
        "reports": [r.id for r in news.reports],
        "changed": [_tie(tie, reports) for tie in news.changed],
        "corrections": [_tie(tie, reports) for tie in news.corrections],
        "now_disputed": [asdict(d) for d in news.now_disputed],
        "differences": [asdict(d) for d in news.differences],
        "confirmed": [fact.id for fact in news.confirmed],
    }


def _tie(tie: Tie, reports: Mapping[str, Report]) -> dict[str, Any]:
    old, later = reports.get(tie.earlier or ""), reports[tie.later]
    return {
        "kind": tie.kind,
        "earlier": tie.earlier,
        "later": tie.later,
        "silent": tie.notice is None,
        "notice": tie.notice.text if tie.notice else None,
        "changes": [
            asdict(change)
            | {
                "words_before": change.before.of(old.text) if old and change.before else None,
                "words_after": change.after.of(later.text) if change.after else None,
            }
            for change in tie.changes
        ],
    }
