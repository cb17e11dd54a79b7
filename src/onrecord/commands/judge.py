"""`onrecord judge`: a person corrects the record; what was said is kept for good, undoing it is, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from onrecord.commands.common import RecordFile, progress, say, say_unfinished
from onrecord.errors import InputError
from onrecord.model import Judgement
from onrecord.pipeline import reconcile_into
from onrecord.present.judging import ANSWERS, UNDONE, Decision, decisions, judgement, open_merges, undone
from onrecord.present.sides import Side, sides
from onrecord.present.words import counted
from onrecord.store import Store

_HOW = "same A B, different A B, unsure A B, right FACT, wrong FACT, undo NUMBER"


def judge(
    file: RecordFile,
    answer: Annotated[str | None, typer.Argument(metavar="ANSWER", help=f"One of: {_HOW}.")] = None,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Of facts, as the list and `export` give them.")
    ] = None,
    why: Annotated[str, typer.Option("--why", help="The reason; it is kept.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so; without it, 'reviewer'.")] = "",
    later: Annotated[
        bool, typer.Option("--later", help="Only keep it; the next judgement without this, or `build`, applies it.")
    ] = False,
    shown: Annotated[int, typer.Option("--show", min=0, help="How many of each to list.")] = 10,
) -> None:
    """Say which facts are one or two, right or wrong; without an answer, list what was said and what is open."""
    Store.open(file).close()  # a record that is not there is not made
    if answer is None:
        _list(file, shown)
        return
    with Store.open(file, create=True) as store:
        made = _made(store, str(file), answer, ids or [], why, by)
        store.judge(made)
        if not later:
            with progress(False) as bars:
                reconcile_into(store, bars)
        last = decisions(store.judgements())[-1]
    said = f"{file}: {_line(last)}"
    say(f"{said}; to take it back: onrecord judge {file} undo {last.number}" if answer != "undo" else said)
    if answer == "wrong":
        say("it is left out of readouts, exports and counts; this list and the judgements of the JSON export keep it")


def _made(store: Store, file: str, answer: str, ids: Sequence[str], why: str, by: str) -> Judgement:
    """Return what is to be kept; raise `InputError`, one line that says what to do, where it makes no sense."""
    if answer == "undo":
        if len(ids) != 1 or not ids[0].isdecimal():
            raise InputError(f"undo takes the number of one judgement; see them with: onrecord judge {file}")
        if why:
            raise InputError("undo keeps no reason; leave --why out")
        return undone(int(ids[0]), store.judgements(), by)
    wanted = 1 if answer in ("right", "wrong") else 2
    if answer in ANSWERS and len(ids) != wanted:
        raise InputError(f"{answer} is said of {counted(wanted, 'fact')}, and {len(ids)} were given; write: {_HOW}")
    made = judgement(ids[0] if ids else "", ids[1] if len(ids) > 1 else None, answer, why, by)
    for id_ in sorted({made.left, made.right}):
        if not store.knows(id_):
            where = f"see ids with: onrecord judge {file}, or in: onrecord export {file}"
            raise InputError(f"{file} holds no fact {id_!r}; {where}")
    return made


def _list(file: RecordFile, shown: int) -> None:
    """Print the judgements of people, the latest first, and the program's open ones with the words of both sides."""
    with Store.open(file) as store:
        judgements = store.judgements()
        merges = open_merges(store.record().judgements, judgements)
        wanted = {id_ for merge in merges[:shown] for id_ in (merge.left, merge.right)}
        wanted |= {d.left for d in decisions(judgements) if d.answer == "wrong" and d.stands}
        found = sides((body for _, _, body in store.rows() if body), wanted)
        say_unfinished(store)
    console = Console(soft_wrap=True, highlight=False)
    for line in told(decisions(judgements), merges, found, shown):
        console.print(line)


def told(history: Sequence[Decision], merges: Sequence[Judgement], found: dict[str, Side], shown: int) -> Iterator[str]:
    """Yield the lines of the list, with marks for colours."""
    yield f"[bold]Judgements of people: {len(history)}[/]"
    for decision in history[::-1][:shown]:
        over = "" if decision.stands or decision.answer == UNDONE else " [dim](stands no more)[/]"
        yield f"  {escape(_line(decision))}{over}"
        if decision.answer == "wrong" and decision.stands and decision.left in found:
            yield f"    [dim]left out:[/] {_side(found[decision.left])}"
    yield f"[bold]Merges that the program made or refused, open: {len(merges)}[/], the least sure first"
    for merge in merges[:shown]:
        yield f"  {merge.score:.2f} {merge.verdict} {merge.left} {merge.right} [dim]{escape(merge.why)}[/]"
        for side in (found.get(merge.left), found.get(merge.right)):
            if side is not None:
                yield f"    {_side(side)}"


def _side(side: Side) -> str:
    return f"{escape(f'{side.outlet}: {side.title}')} [dim]{escape(f'in: {side.words}')}[/]"


def _line(decision: Decision) -> str:
    pair = decision.left if decision.left == decision.right else f"{decision.left} {decision.right}"
    why = f": {decision.why}" if decision.why not in ("", decision.answer) else ""
    return f"judgement {decision.number}, {decision.answer} {pair}{why} ({decision.by}, {decision.at or 'no time'})"
