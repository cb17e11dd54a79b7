"""Who people are, in words: name, rank and office as the record has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.states import state_name, state_of
from onrecord.extract.meetings_words import Manner, manner_of
from onrecord.model import Entity, Event, Office, Place
from onrecord.present.readout import Piece
from onrecord.present.view import View
from onrecord.present.words import capital, the_body, the_state, tidy

_NOUNS = {"phone": "call", "video": "call", "met": "meeting", "talked": "talks", "negotiated": "negotiations"}
_ENVOY = re.compile(r"\b(?:ambassador|envoy|(?:permanent |special )?representative|nuncio|high commissioner)$", re.I)


def name_of(view: View, entity: str | None) -> str:
    """Return the plain name of an entity."""
    held = view.entities.get(entity or "")
    return tidy(held.name) if held else "somebody whom the record does not name"


def called(view: View, entity: str | None) -> str:
    """Return the name of an entity as it stands within a sentence: "the Coast Guard Commission", "the Netherlands"."""
    held = view.entities.get(entity or "")
    name = name_of(view, entity)
    if held is not None and held.kind == "state":
        return the_state(name)
    return the_body(name) if held is not None and held.kind in ("organisation", "mechanism") else name


def names(view: View, entities: Sequence[str], within: bool = False) -> list[Piece]:
    """Return "A, B and C", names only; `within` a sentence with their articles."""
    say = called if within else name_of
    return joined([[Piece(say(view, entity), "name")] for entity in entities])


def joined(items: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Set items in a row as English does: "a, b and c"."""
    found: list[Piece] = []
    for n, item in enumerate(items):
        if n:
            found.append(Piece(" and " if n == len(items) - 1 else ", "))
        found.extend(item)
    return found


def first_capital(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces that begin a line: their first letter large."""
    return [Piece(capital(pieces[0].text), pieces[0].style), *pieces[1:]] if pieces else []


def person(view: View, entity: str, office: str | None = None) -> list[Piece]:
    """Return "Vice Admiral Ann Lee (Defence Minister of Norway)"; `office` is the one held in the event."""
    held = view.entities.get(entity)
    if held is None:
        return [Piece(name_of(view, entity), "name")]
    chosen = _office(held, office)
    if not held.named:
        return [Piece(tidy(held.name), "name")]
    rank = next((o.rank for o in held.offices if o.rank), None) if held.kind == "person" else None
    pieces = [Piece(tidy(f"{rank} {held.name}" if rank else held.name), "name")]
    said = office_words(chosen, held.country) if held.kind == "person" and chosen else None
    if said is None and held.kind not in ("state", "place") and held.country:
        country = _country(held.country)
        said = None if country and (country in held.name or _says_state(held)) else country
    return [*pieces, Piece(f" ({said})", "muted")] if said else pieces


def _says_state(held: Entity) -> bool:
    """Return whether a name says its country already: "French government"."""
    words = (state_of(word.removesuffix("'s").removesuffix("’s")) for word in held.name.split())
    return any(word is not None and word.iso3 == held.country for word in words)


def _office(held: Entity, title: str | None) -> Office | None:
    """Return the office of that title, else the first that has one; a title that the entity lacks stands by itself."""
    titled = [o for o in held.offices if o.title]
    if title is None:
        return next(iter(titled or held.offices), None)
    same = [o for o in titled if _spelt(o.title or "") == _spelt(title)]
    return same[0] if same else Office(title=title)


def _spelt(title: str) -> str:
    return tidy(title).casefold().replace("defence", "defense").removeprefix("the ")


def office_words(office: Office, country: str | None = None) -> str | None:
    """Return an office as words: "Defence Minister of Norway"; None where there is only a rank and no country.

    `country` is the holder's; it is set after a comma, since the office itself may be another's.
    """
    own, holders = _country(office.country), _country(country)
    if office.title is None:
        return own or holders
    title = tidy(office.title)
    if any(state_of(word) for word in title.split()):
        return title
    if own and office.organisation and _ENVOY.search(title):  # sent by the one, to the other
        return f"{title} of {the_state(own)} to {the_body(tidy(office.organisation))}"
    if office.organisation and office.organisation.casefold() not in title.casefold():
        return f"{title}, {tidy(office.organisation)}"
    if own:
        return f"{title}, {own}" if " of " in title or "," in title else f"{title} of {the_state(own)}"
    return f"{title}, {holders}" if holders else title


def _country(iso3: str | None) -> str | None:
    return (state_name(iso3) or iso3) if iso3 else None


def offices_of(held: Entity) -> list[str]:
    """Return every office of a person in words, with rank and dates as far as they are known, once each."""
    found = []
    titled = {office.rank for office in held.offices if office.title}
    for office in held.offices:
        if office.title is None and office.rank in titled:
            continue
        said = office_words(office, held.country) if office.title else None
        parts = [tidy(office.rank) if office.rank else None, said]
        words = ", ".join(part for part in parts if part)
        if words and words not in found:
            found.append(words)
    return found


def place_words(place: Place) -> str:
    """Return "Hobart, Australia"; the country alone where the place is the country."""
    country = _country(place.country)
    name = tidy(place.name)
    own = state_of(name)
    is_state = own is not None and own.form == "name" and own.iso3 == place.country
    said = country is None or country.casefold() in name.casefold() or is_state
    return name if said else f"{name}, {country}"


def everyone(view: View, event: Event) -> list[list[Piece]]:
    """Return all who took part in an event, each with office."""
    offices = {p.entity: p.office for p in event.participants}
    order = dict.fromkeys([*event.actors, *event.recipients, *offices])
    return [person(view, entity, offices.get(entity)) for entity in order]


def handle(view: View, event: Event) -> str:
    """Return a few words by which other lines call an event: "the meeting of A and B"."""
    order = list(dict.fromkeys([*event.actors, *event.recipients, *(p.entity for p in event.participants)]))
    if event.type == "CONSULT" and len(order) > 1:
        if event.mode == "visit" and event.actors and event.recipients:
            return f"the visit of {_plain(view, event.actors)} to {_plain(view, event.recipients)}"
        return f"the {_NOUNS[manner(view, event)]} of {_plain(view, order)}"
    return tidy(event.label)


def manner(view: View, event: Event) -> Manner:
    """Return how those of an encounter came together, as far as the words that tell it say."""
    triggers = (piece.text for piece in view.evidence(event) if piece.role == "trigger")
    return manner_of(triggers, event.mode == "phone")


def _plain(view: View, entities: Sequence[str]) -> str:
    return "".join(piece.text for piece in names(view, entities))
