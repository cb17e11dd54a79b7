"""Sayings that are told with a verb and a clause, an infinitive or a noun phrase: indirect and mixed speech."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract import cues
from onrecord.extract.clauses import can_speak, cue_span, is_document, is_mutual, is_people, is_real, subject
from onrecord.extract.contents import runs
from onrecord.extract.frames import frames
from onrecord.extract.frames_clauses import Frame
from onrecord.extract.nominal import named
from onrecord.extract.tails import is_open_report, is_second_report, list_goes_on, without_channel
from onrecord.extract.tellings import Source, Telling, is_quoted, source_of
from onrecord.model import Span

_STATING = frozenset(
    {"state", "announce", "report", "say", "declare", "note", "disclose", "reveal", "confirm", "write"}
)

_WEAK = frozenset({"noun", "with", "as", "to", "urge"})

Verb = tuple[int, int]  # a sentence's index and a word's place in it


def reported(annotation: Annotation, used: Collection[Verb]) -> list[Telling]:
    """Return the indirect and mixed sayings of the report, in order of the text.

    `used` are verbs that already carry a quotation: what else they report ("..., he said, and that ...") still counts.
    """
    found: list[Telling] = []
    for sentence in annotation.sentences:
        found += _according(annotation, sentence)
        found += _stated_before(annotation, sentence)
        found += named(annotation, sentence)
        found += _with_verbs(annotation, sentence, used)
    return found


def _with_verbs(annotation: Annotation, sentence: Sentence, used: Collection[Verb]) -> list[Telling]:
    verbs = [t for t in sentence.tokens if t.pos in {"VERB", "AUX"}]
    told = {v.i: frames(sentence, v) for v in verbs}
    held = {v.i: speaker_word(annotation, sentence, v) for v in verbs}
    cuts = _share_speakers(annotation, sentence, told, held)
    found: list[Telling] = []
    for verb in verbs:
        head = held[verb.i]
        if head is None or not is_real(sentence, verb):
            continue
        for frame in told[verb.i]:
            if frame.front and (sentence.index, verb.i) in used:
                continue
            telling = _telling(annotation, sentence, verb, head, frame, cuts.get(verb.i, set()))
            if telling is not None:
                found.append(telling)
    return found


def _share_speakers(
    annotation: Annotation, sentence: Sentence, told: dict[int, list[Frame]], held: dict[int, Token | None]
) -> dict[int, set[int]]:
    """Give verbs that lean on a report its speaker (in `held`); return, by verb, the words that are not its content.

    A participle in what one says ("..., warning that ...") and a joined report have the speaker of the whole; where it
    stays open whose a joined report is, nobody speaks.
    """
    cuts: dict[int, set[int]] = {}
    for at in sorted(told):
        verb, speaker = sentence.tokens[at], held[at]
        if speaker is None or not told[at]:
            continue
        for inner in (t for frame in told[at] for t in _participles(annotation, sentence, verb, frame, told)):
            held[inner.i] = speaker
            cuts.setdefault(at, set()).update(t.i for t in sentence.subtree(inner))
        for joined in (t for t in sentence.subtree(verb) if t.i > at):
            if is_second_report(sentence, joined):
                held[joined.i] = speaker
            elif is_open_report(sentence, joined) and sentence.head(joined) is not verb:
                held[joined.i] = None
    return cuts


def speaker_word(annotation: Annotation, sentence: Sentence, verb: Token) -> Token | None:
    """Return the head word of who says what `verb` reports, None where nobody can be meant."""
    head = subject(sentence, verb)
    if head is None:
        return _name_before(annotation, sentence, verb)
    beside = _person_beside(annotation, sentence, verb, head)
    if beside is not None:
        return beside
    if any(d.text.lower() in {"no", "neither"} for d in sentence.children(head, "det")):
        return None  # "no group has claimed the attack"
    mention = annotation.mention_of(head)
    kind = mention.kind if mention else None
    if verb.dep == "relcl" and head is sentence.head(verb):  # "..., which said": a body, never a place or thing
        named = _name_before_clause(annotation, sentence, verb)
        if named is not None:
            return named
        return head if kind in {"person", "organisation", "state", "mechanism"} or is_document(head) else None
    return head if can_speak(head, kind, verb) else None


def _person_beside(annotation: Annotation, sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return the last word of a person's name right before a verb whose subject the parser seeks further left.

    So where an aside parts the two: "Referring to the raid - which killed six - Minister Holm said ...".
    """
    last = sentence.tokens[verb.i - 1] if verb.i and verb.tag in {"VBD", "VBZ"} and head.i < verb.i - 1 else None
    if last is None or cues.base(verb.lemma) not in cues.SPEAKING:
        return None
    persons = [m for m in annotation.mentions if m.end == last.end and m.form == "name" and m.kind == "person"]
    start = min((m.full_start for m in persons), default=head.start)
    before = [t for t in sentence.tokens if t.end <= start]
    if start <= head.start or not before or before[-1].text not in {",", "—", "–", "-", "--"}:
        return None
    return None if is_people(head) or annotation.mention_of(head) in persons or _is_named(annotation, head) else last


def _is_named(annotation: Annotation, head: Token) -> bool:
    return any(
        m.start <= head.start and head.end <= m.end and m.form == "name" and m.kind in {"person", "organisation"}
        for m in annotation.mentions
    )


def _name_before_clause(annotation: Annotation, sentence: Sentence, verb: Token) -> Token | None:
    """Return the last word of the name that a relative clause follows: "... A and B, which denies it" means B."""
    first = sentence.subtree(verb)[0].i
    before = [t for t in sentence.tokens[:first] if t.text != ","]
    names = [m for m in annotation.mentions if before and m.end == before[-1].end and m.form == "name"]
    return before[-1] if any(m.kind in {"person", "organisation", "state"} for m in names) else None


def _name_before(annotation: Annotation, sentence: Sentence, verb: Token) -> Token | None:
    """Return the last word of a name right before a finite verb to which the parser gives no subject."""
    if verb.tag not in {"VBD", "VBZ"} or verb.dep not in {"ROOT", "ccomp", "conj"}:
        return None
    before = [t for t in sentence.tokens[: verb.i] if t.pos not in {"ADV", "AUX"}]
    if not before or sentence.children(verb, "nsubj", "nsubjpass") or before[-1].dep == "dobj":
        return None
    last = before[-1]
    names = [m for m in annotation.mentions if m.end == last.end and m.form == "name"]
    return last if any(m.kind in {"person", "organisation", "state"} for m in names) else None


def _participles(
    annotation: Annotation, sentence: Sentence, verb: Token, frame: Frame, told: dict[int, list[Frame]]
) -> list[Token]:
    return [
        t
        for t in frame.content
        if t.tag == "VBG"
        and t.dep in {"advcl", "acl", "conj"}
        and told.get(t.i)
        and t.i > verb.i + 1
        and sentence.tokens[t.i - 1].text in {",", "and", "while"}
        and not is_quoted(annotation, t)
        and cues.base(t.lemma) in cues.THAT | cues.NOUN | cues.AS | cues.TO_OTHERS
    ]


def _telling(
    annotation: Annotation, sentence: Sentence, verb: Token, head: Token, frame: Frame, cut: Collection[int]
) -> Telling | None:
    lemma = cues.base(verb.lemma)
    source = source_of(sentence, head, annotation, joined=verb.dep != "relcl")
    body = [t for t in frame.content if t.i not in cut and not source.span.start <= t.start < source.span.end]
    body = list(without_channel(sentence, (*body, *list_goes_on(sentence, verb, body))))
    if len(body) > 1 and body[0].text.lower() == "that" and body[0].tag in {"IN", "WDT"}:
        body = body[1:]
    while len(body) > 1 and (body[-1].pos == "CCONJ" or (body[-1].pos == "PUNCT" and body[-2].pos == "CCONJ")):
        body = body[:-1]
    if not any(t.pos not in {"PUNCT", "PART", "ADP", "DET"} for t in body):
        return None
    if frame.pattern in {"noun", "with", "as"} and lemma in cues.SHOWING and head.pos == "PRON" and head.tag == "WDT":
        return None
    if frame.pattern == "with" and is_mutual(sentence, verb, source.several):
        return None
    if frame.pattern in _WEAK and head.text.lower() in {"i", "we"}:
        return None  # "We call for a change": a quotation whose marks are lost, or the writer's own view
    within = annotation.quoted(verb.start) is not None
    enacted = frame.pattern in _WEAK and verb.tag in {"VBZ", "VBP"} and lemma not in cues.SPEAKING
    if within and (head.pos == "PRON" or enacted):
        return None  # "we believe", "the minister offers his sympathy" within quoted words is what the speaker says
    content = runs(sentence, body, annotation.report.text)
    whom = frame.addressee
    return Telling(
        source=source,
        cue=cue_span(sentence, verb, *frame.extra),
        content=content,
        verb=Span(verb.start, verb.end),
        clause=_clause(sentence, verb, body),
        sentence=sentence.index,
        pattern=frame.pattern,
        belief=frame.belief,
        addressee=Span(whom.start, whom.end) if whom is not None else None,
    )


def _clause(sentence: Sentence, verb: Token, content: list[Token]) -> tuple[Span, ...]:
    """Return the words that hang on the verb but are not content: where channel and occasion stand."""
    inside = {t.i for t in content}
    if verb.dep == "acl":  # "a statement welcoming ...": the noun names the channel
        return (Span(sentence.head(verb).start, sentence.head(verb).end), Span(verb.start, verb.end))
    return tuple(Span(t.start, t.end) for t in sentence.subtree(verb) if t.i not in inside)


def _according(annotation: Annotation, sentence: Sentence) -> list[Telling]:
    """Find "according to X, S" and "S, according to X", also "as per X"."""
    found = []
    tokens = sentence.tokens
    for first, second in pairwise(tokens):
        pair = (first.text.lower(), second.text.lower())
        as_told = second.text.lower() == "by" and _is_as_told(sentence, first)
        if not (as_told or pair in {("according", "to"), ("per", "to"), ("as", "per")}) or is_quoted(annotation, first):
            continue
        named = sentence.children(second, "pobj") or sentence.children(first, "pobj")
        if not named:
            continue
        source = source_of(sentence, named[0], annotation)
        body = _rest(sentence, first, source)
        if len(body) > 2:
            found.append(
                Telling(
                    source=source,
                    cue=Span(first.start, second.end),
                    content=runs(sentence, body, annotation.report.text),
                    verb=Span(first.start, first.end),
                    clause=(source.span,),
                    sentence=sentence.index,
                    pattern="according",
                )
            )
    return found


def _is_as_told(sentence: Sentence, verb: Token) -> bool:
    """Return whether a participle stands in "as reported by", "as previously stated by"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, verb.i - 2) : verb.i]]
    stating = verb.tag == "VBN" and cues.base(verb.lemma) in _STATING
    return stating and "as" in before and (before[-1] == "as" or before[-1].endswith("ly"))


def _stated_before(annotation: Annotation, sentence: Sentence) -> list[Telling]:
    """Find "S. This was stated by X": the content is the sentence before."""
    if sentence.index == 0 or annotation.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return []
    before = annotation.sentences[sentence.index - 1]
    for verb in sentence.tokens[:6]:
        subjects = sentence.children(verb, "nsubjpass")
        agents = [n for a in sentence.children(verb, "agent") for n in sentence.children(a, "pobj")]
        if cues.base(verb.lemma) not in _STATING or not subjects or not agents:
            continue
        if subjects[0].i > 0 or subjects[0].text.lower() not in {"this", "it"} or sentence.children(verb, "ccomp"):
            continue
        return [
            Telling(
                source=source_of(sentence, agents[0], annotation),
                cue=Span(verb.start, verb.end),
                content=(Span(before.start, before.end),),
                verb=Span(verb.start, verb.end),
                clause=_clause(sentence, verb, []),
                sentence=sentence.index,
                pattern="that",
            )
        ]
    return []


def _rest(sentence: Sentence, first: Token, source: Source) -> list[Token]:
    """Return what "according to" vouches for: the clause it hangs on, else the sentence around it."""
    last = max(t.i for t in sentence.tokens if t.start < source.span.end)
    below = {t.i for t in sentence.subtree(first)}
    while last + 1 in below and sentence.tokens[last + 1].text != ",":
        last += 1
    out = {t.i for t in sentence.tokens if first.i <= t.i <= last}
    while first.i and sentence.tokens[first.i - 1].text.lower() in {"as", "previously", "earlier", "already"}:
        first = sentence.tokens[first.i - 1]
        out.add(first.i)
    start = max((t.i + 1 for t in sentence.tokens[: first.i] if t.text in {";", ":"}), default=0)
    out |= set(range(start))
    for t in sentence.subtree(first):
        if t.i > last and (t.dep in {"relcl", "acl", "appos"} or sentence.head(t).i > last):
            out.add(t.i)
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].pos == "PUNCT":
        last += 1
    rest = [t for t in sentence.tokens if t.i not in out]
    if rest and rest[0].i > first.i:  # "According to X, S": all that follows
        return rest
    before, after = [t for t in rest if t.i < first.i], [t for t in rest if t.i > first.i]
    inserted = sentence.tokens[first.i - 1].text == "," and last + 1 < len(sentence.tokens) and bool(after)
    goes_on = (
        inserted
        and after[0].i <= last + 2
        and after[0].tag not in {"VBG", "WDT", "WP", "CC", "IN"}
        and sentence.tokens[last].text == ","
    )
    return rest if goes_on or len(before) <= 2 else before
