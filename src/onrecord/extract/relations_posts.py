"""Who holds which office, told in verbs: "was appointed chairman", "serves as envoy", "the director is Ana Ruiz"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate import Annotation, Mention, Sentence, Token
from onrecord.annotate.lexicon.offices import HEADS
from onrecord.annotate.lexicon.words import words
from onrecord.extract.relations_build import Draft, Piece, piece
from onrecord.extract.status import status_of
from onrecord.model import Span

_POSTS = HEADS | words("trustee treasurer dean vice-chairman co-chairman counsel coo cfo vp")
_POSTS -= words("deputy candidate nominee leader founder co-founder lawmaker diplomat strongman mediator")
_GIVE = words("appoint name elect reelect re-elect choose install swear reappoint promote designate confirm select")
_HOLD = words("serve act work succeed replace resign continue return retire remain take list")
_BE = words("be become remain")
# Forms of address that are offices: "Sen. Ana Ruiz". The full word joins it with "senator" told elsewhere.
_SHORT = {
    "sen": "senator", "rep": "representative", "gov": "governor", "lt. gov": "lieutenant governor",
    "lt gov": "lieutenant governor", "atty. gen": "attorney general", "amb": "ambassador", "sec": "secretary",
}  # fmt: skip
_BEFORE = re.compile(
    rf"(?<![\w.])(?P<ex>(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate)[\s-]+(?:[A-Z]\w+\s+){{0,2}})?"
    rf"(?P<title>{'|'.join(sorted((re.escape(k.title()) for k in _SHORT), key=len, reverse=True))})\.\s+$"
)
_NOT_NOW = words("former ex ex- late next future possible potential would-be any no another aspiring then")
_NEAR = 6  # words from "is" to the name in "the director is Ana Ruiz"
_WIDE = 60  # code points before a name in which its form of address stands
_LEFT = ("compound", "amod", "nmod")


def with_posts(annotation: Annotation, offices: Sequence[Draft]) -> list[Draft]:
    """Return `offices`, told by names and descriptions, with those that a clause tells.

    Where both tell one, the clause gives the holder's name ("X is the chairman": X, not "the chairman") and the
    description the rest.
    """
    drafts = list(offices)
    for post in find_posts(annotation):
        title = next(p.span for p in post.pieces if p.role == "trigger")
        same = next((n for n, d in enumerate(drafts) if d.subject == post.subject and _tells(d, title)), None)
        if same is None:
            drafts.append(post)
        else:
            holder = tuple(p for p in post.pieces if p.role == "subject")
            drafts[same] = replace(
                drafts[same], pieces=(*holder, *(p for p in drafts[same].pieces if p.role != "subject"))
            )
    return drafts


def _tells(draft: Draft, title: Span) -> bool:
    return any(p.role == "trigger" and p.span.overlaps(title) for p in draft.pieces)


def find_posts(annotation: Annotation) -> Iterator[Draft]:
    """Yield a draft for each named person of whom a clause says that they hold, or have just been given, an office."""
    for sentence in annotation.sentences:
        for mention in annotation.mentions_in(sentence.start, sentence.end):
            yield from _addressed(annotation, sentence, mention)
        for token in sentence.tokens:
            if not _is_post(sentence, token):
                continue
            for who, verb in _holders(annotation, sentence, token):
                if status_of(sentence, verb) in ("occurred", "ongoing"):
                    yield _draft(annotation, sentence, who, token)
            if (named := _beside(annotation, sentence, token)) is not None:
                yield _draft(annotation, sentence, named, token)


def _addressed(annotation: Annotation, sentence: Sentence, who: Mention) -> Iterator[Draft]:
    """Read "Ohio Gov. John Roe"."""
    if who.kind != "person" or who.form != "name" or len(who.entities) != 1:
        return
    found = _BEFORE.search(annotation.report.text[max(sentence.start, who.start - _WIDE) : who.start])
    if found is None or found["ex"]:
        return
    start = who.start - len(found[0]) + found.start("title") - found.start()
    words_ = Span(start, start + len(found["title"]) + 1)
    pieces = (Piece(who.span, "subject", who.entities[0]), Piece(words_, "trigger"))
    yield Draft("holds_office", pieces, who.entities[0], confidence=0.85, apart=_SHORT[found["title"].lower()])


def _holders(annotation: Annotation, sentence: Sentence, noun: Token) -> Iterator[tuple[Mention, Token]]:
    """Yield the persons who hold the office of `noun`, with the verb that says so."""
    head = sentence.head(noun)
    if noun.dep in ("attr", "oprd") and head.lemma.lower() in _BE | _GIVE:
        yield from _persons(annotation, sentence, head, given=head.lemma.lower() in _GIVE)
    elif noun.dep == "pobj" and head.text.lower() == "as":
        verb = sentence.head(head)
        lemma = verb.lemma.lower()
        if lemma in _GIVE | _HOLD:
            yield from _persons(annotation, sentence, verb, given=lemma in _GIVE)
    elif noun.dep == "nsubj" and head.lemma.lower() == "be":
        for name in sentence.children(head, "attr")[:1]:
            near = name.i - head.i < _NEAR
            if near and (who := _person(annotation, name)) is not None and who.form == "name":
                yield who, head


def _is_post(sentence: Sentence, token: Token) -> bool:
    """Whether the word is a post that somebody holds now: "former", "the next", "a possible" are none."""
    if token.lemma.lower() not in _POSTS or token.pos not in ("NOUN", "PROPN"):
        return False
    return not any(t.text.lower() in _NOT_NOW for t in sentence.children(token))


def _beside(annotation: Annotation, sentence: Sentence, noun: Token) -> Mention | None:
    """Return who stands in apposition: "Ana Ruiz, the head of the council", "the group's president, Ana Ruiz"."""
    head = sentence.head(noun)
    text = annotation.report.text
    if noun.dep == "appos":
        who = _person(annotation, head)
        near = (
            who is not None
            and who.form == "name"
            and re.fullmatch(r",\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w.’'-]+\s+){0,5}", text[who.end : noun.start])
        )
        return who if near else None
    after = [t for t in sentence.children(noun, "appos") if t.i > noun.i]
    for prep in sentence.children(noun, "prep"):  # the parser hangs the name on the last noun before it
        after += [t for t in sentence.subtree(prep) if t.dep == "appos"]
    for token in after:
        who = _person(annotation, token)
        if (
            who is not None
            and who.form == "name"
            and re.fullmatch(r"(?:\s+(?:of|for)\s+[^,;:]{2,60}?)?,?\s+", text[noun.end : who.full_start])
        ):
            return who
    return None


def _persons(annotation: Annotation, sentence: Sentence, verb: Token, given: bool) -> Iterator[tuple[Mention, Token]]:
    """Yield the object of giving, or the subject of holding or of a passive; "X, who", "its head, X" mean X."""
    passive = sentence.children(verb, "nsubjpass")
    found = passive or (sentence.children(verb, "dobj") if given else sentence.children(verb, "nsubj"))
    if not found and verb.dep in ("acl", "conj"):
        found = (
            (sentence.head(verb),)
            if verb.dep == "acl"
            else sentence.children(sentence.head(verb), "nsubj", "nsubjpass")
        )
    for token in found:
        meant = sentence.head(verb) if verb.dep == "relcl" and token.text.lower() in ("who", "that") else token
        named = (meant, *sentence.children(meant, "appos"))
        whom = [m for t in named if (m := _person(annotation, t)) is not None]
        whom.sort(key=lambda m: m.form != "name")
        if whom:
            yield whom[0], verb


def _person(annotation: Annotation, token: Token) -> Mention | None:
    mention = annotation.mention_of(token)
    if mention is None or mention.kind != "person" or len(mention.entities) != 1:
        return None
    return mention if annotation.entity(mention.entities[0]).named else None


def _draft(annotation: Annotation, sentence: Sentence, who: Mention, noun: Token) -> Draft:
    left = [t for t in sentence.children(noun, *_LEFT) if t.i < noun.i and t.text[:1].isalpha()]
    first = min((t for t in left), key=lambda t: t.i, default=noun)
    states = [m for m in annotation.mentions_in(first.start, noun.end) if m.kind == "state"]
    start = max([first.start, *(m.end + 1 for m in states)])
    title = Span(min(start, noun.start), noun.end)
    of = _held(annotation, sentence, noun, states)
    pieces = [piece(who, "subject", who.entities[0]), Piece(title, "trigger")]
    if of is not None:
        pieces.append(piece(of, "object"))
    words_ = " ".join(re.findall(r"\w+", title.of(annotation.report.text).lower().replace("defense", "defence")))
    return Draft(
        "holds_office",
        tuple(pieces),
        subject=who.entities[0],
        object=of.entities[0] if of is not None else None,
        confidence=0.75,
        apart=words_,
    )


def _held(annotation: Annotation, sentence: Sentence, noun: Token, states: list[Mention]) -> Mention | None:
    """Return the state or body that the office is of: "president of Moldova", "Moldovan president"."""
    for preposition in sentence.children(noun, "prep"):
        for goal in sentence.children(preposition, "pobj"):
            mention = annotation.mention_of(goal)
            known = mention is not None and mention.kind in ("state", "organisation", "group", "mechanism")
            if known and preposition.text.lower() == "of" and mention is not None and len(mention.entities) == 1:
                return mention
    return next((m for m in states if len(m.entities) == 1), None)
