"""Quotations: whose words they are. Marks and neighbouring words decide, for parsers fail on quotations."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.annotation import Annotation, Quotation, Sentence, Token
from onrecord.extract import cues
from onrecord.extract.clauses import can_speak, cue_span, is_people, is_real
from onrecord.extract.reported import speaker_word
from onrecord.extract.tellings import Source, Telling, source_of
from onrecord.model import Span

_DOUBLE = '"“”„«'
_ENDS = ",.?!…—–-"
_FARTHEST = 30  # words between a quotation and its verb
_SKIPPED = frozenset({"ADV", "CCONJ", "PUNCT", "INTJ", "SPACE"})


def quoted(annotation: Annotation) -> list[Telling]:
    """Return the sayings that are wholly quoted, in order of the text, interrupted ones joined."""
    found: list[Telling] = []
    open_paragraph = -2
    for quotation in annotation.quotations:
        paragraph = _paragraph(annotation, quotation)
        previous = found[-1] if found else None
        same = previous is not None and _paragraph_at(annotation, previous.content[-1].start) == paragraph
        telling = _own(annotation, quotation)
        if telling is not None:
            if previous is not None and same and _is_same_cue(telling, previous):
                found[-1] = previous.with_content(_span(quotation))
            else:
                found.append(telling)
        elif previous is not None and _runs_on(annotation, quotation, previous, same):
            found[-1] = previous.with_content(_span(quotation))
        elif previous is not None and paragraph - open_paragraph <= 1 and _is_paragraph(annotation, quotation):
            follows = _paragraph_at(annotation, previous.content[-1].start) == paragraph - 1
            if follows and _nothing_between(annotation, paragraph):
                found.append(_carried(quotation, previous))
            else:
                continue
        else:
            continue
        open_paragraph = paragraph
    return found


def _span(quotation: Quotation) -> Span:
    return Span(quotation.start, quotation.end)


def _is_same_cue(telling: Telling, previous: Telling) -> bool:
    return telling.verb is not None and telling.verb == previous.verb


def _paragraph_at(annotation: Annotation, offset: int) -> int:
    return next((n for n, p in enumerate(annotation.layout.paragraphs) if p.start <= offset < p.end), -1)


def _paragraph(annotation: Annotation, quotation: Quotation) -> int:
    return _paragraph_at(annotation, quotation.start)


def _own(annotation: Annotation, quotation: Quotation) -> Telling | None:
    """Return the saying of a quotation with a cue of its own, after it or before it."""
    return _after(annotation, quotation) or _before(annotation, quotation)


# -- a cue after the quotation: "...," X said


def _after(annotation: Annotation, quotation: Quotation) -> Telling | None:
    text = annotation.report.text
    paragraph = annotation.layout.paragraphs[_paragraph(annotation, quotation)]
    last = text[quotation.start : quotation.end].rstrip("\"”»'’ ")[-1:]
    gap = text[quotation.end : quotation.end + 2].strip()
    if last not in _ENDS and gap[:1] not in {",", "—", "–", "-"} and not _is_whole(annotation, quotation):
        return None
    sentence = next((s for s in annotation.sentences if s.end > quotation.end and s.start < paragraph.end), None)
    if sentence is None or sentence.start >= paragraph.end:
        return None
    words = [t for t in sentence.tokens if t.start >= quotation.end]
    if not words or words[0].start - quotation.end > 3:
        return None
    tail = []
    for word in words[:_FARTHEST]:
        if annotation.quoted(word.start) is not None or word.text in {";", ":"}:
            break
        tail.append(word)
    if last == "." and tail and tail[0].text[:1].isupper() and tail[0].pos != "PROPN" and tail[0].pos != "PRON":
        return None
    lead = _unquoted_lead(annotation, quotation)
    if lead is not None and _opens_with_participle(annotation, lead):
        return None  # 'Calling it "a farce", X said that ...': a saying of its own
    telling = _tail_telling(annotation, quotation, sentence, tail, strict=last == "." or lead is not None)
    return telling.with_content(lead) if telling is not None and lead is not None else telling


def _is_whole(annotation: Annotation, quotation: Quotation) -> bool:
    """Return whether a quotation is a sentence or more that opens its paragraph, its closing comma forgotten."""
    words = quotation.inner.of(annotation.report.text).split()
    paragraph = annotation.layout.paragraphs[_paragraph(annotation, quotation)]
    return quotation.start == paragraph.start and len(words) >= 6 and words[0][:1].isupper()


def _unquoted_lead(annotation: Annotation, quotation: Quotation) -> Span | None:
    """Return the words of its sentence before a quotation that begins in its middle: The plan was "a farce," X said."""
    first = quotation.inner.of(annotation.report.text).lstrip()[:1]
    sentence = next((s for s in annotation.sentences if s.start < quotation.start < s.end), None)
    if sentence is None or not first.islower():
        return None
    words = [t for t in sentence.tokens if t.start < quotation.start and annotation.quoted(t.start) is None]
    reporting = [
        t
        for t in words
        if t.pos == "VERB" and cues.base(t.lemma) in cues.SPEAKING and speaker_word(annotation, sentence, t) is not None
    ]
    if reporting or not any(t.pos not in _SKIPPED for t in words):
        return None
    return Span(sentence.start, quotation.end)


def _opens_with_participle(annotation: Annotation, lead: Span) -> bool:
    return any(
        t.tag == "VBG" and t.dep == "advcl" for s in annotation.sentences for t in s.tokens[:1] if t.start == lead.start
    )


def _tail_telling(
    annotation: Annotation, quotation: Quotation, sentence: Sentence, tail: list[Token], strict: bool
) -> Telling | None:
    tail = [t for i, t in enumerate(tail) if any(u.pos not in _SKIPPED for u in tail[: i + 1])]
    if not tail:
        return None
    if [t.text.lower() for t in tail[:2]] == ["according", "to"] and len(tail) > 2:
        named = sentence.children(tail[1], "pobj") or (tail[2],)
        source = source_of(sentence, named[0], annotation)
        cue = Span(tail[0].start, tail[1].end)
        return _make(annotation, quotation, sentence, source, cue, tail[0], "quote")
    for at, word in enumerate(tail):
        if word.pos not in {"VERB", "AUX"} and not (word.tag.startswith("VB") or (at == 0 and _may_say(word))):
            continue
        if cues.base(word.lemma) not in cues.QUOTE and not _may_say(word):
            if word.dep in {"relcl", "acl", "aux", "auxpass"} or word.pos == "AUX":
                continue
            return None
        head = _tail_speaker(annotation, sentence, tail, at)
        if head is None:
            if word.dep in {"relcl", "acl", "aux", "auxpass"}:
                continue
            return None
        if strict and any(c.i > word.i for c in sentence.children(word, "ccomp", "dobj", "xcomp")):
            return None
        if not is_real(sentence, word) and word.tag != "VB":
            return None
        source = source_of(sentence, head, annotation)
        return _make(annotation, quotation, sentence, source, cue_span(sentence, word), word, "quote")
    return None


def _may_say(word: Token) -> bool:
    return word.text.lower() in {"said", "says", "added", "wrote", "tweeted", "posted"}


def _tail_speaker(annotation: Annotation, sentence: Sentence, tail: list[Token], at: int) -> Token | None:
    """Return the speaker beside the verb at `tail[at]`: "X said" or "said X"."""
    word = tail[at]
    inside = {t.i for t in tail}
    named = speaker_word(annotation, sentence, word)
    if named is not None and named.i in inside:
        first = min(t.i for t in sentence.subtree(named))
        if named.i > word.i or first <= tail[0].i or at <= 1 or not _other_clause(tail[:at], named):
            return named
    if at == 0:  # "said X": the first noun phrase after the verb
        for word in tail[1:8]:
            if word.dep in {"compound", "amod", "det", "poss", "nmod", "case", "nummod"} or word.pos in {
                "ADJ",
                "DET",
                "ADP",
                "ADV",
                "PART",
            }:
                continue
            return word if _is_somebody(annotation, word) else None
        return None
    nouns = [
        t for t in tail[:at] if t.pos in {"PROPN", "PRON", "NOUN"} and t.dep not in {"compound", "poss", "pobj", "nmod"}
    ]
    if nouns and all(t.pos not in {"VERB"} for t in tail[:at]) and _is_somebody(annotation, nouns[0]):
        return nouns[0]
    return None


def _other_clause(before: list[Token], named: Token) -> bool:
    return any(t.pos == "VERB" and t.dep not in {"relcl", "acl"} and t.i < named.i for t in before)


def _is_somebody(annotation: Annotation, head: Token) -> bool:
    mention = annotation.mention_of(head)
    return head.pos in {"PROPN", "PRON", "NOUN"} and can_speak(head, mention.kind if mention else None)


# -- a cue before the quotation: X said: "..."


def _before(annotation: Annotation, quotation: Quotation) -> Telling | None:
    text = annotation.report.text
    paragraph = annotation.layout.paragraphs[_paragraph(annotation, quotation)]
    lead = text[paragraph.start : quotation.start].rstrip()
    if not lead:
        return _lead_in(annotation, quotation)
    mark = lead[-1]
    sentences = [s for s in annotation.sentences if paragraph.start <= s.start < quotation.start]
    if not sentences:
        return None
    sentence = sentences[-1]
    words = [t for t in sentence.tokens if t.end <= quotation.start]
    head = []
    for word in reversed(words[-_FARTHEST:]):
        if annotation.quoted(word.start) is not None:
            break
        head.append(word)
    if not head or mark in ".!?;)":
        return None
    if mark not in ":,":
        return _fused(annotation, quotation, sentence, head)
    for word in head:
        if word.pos not in {"VERB", "AUX"} or cues.base(word.lemma) not in cues.QUOTE or word.dep in {"aux", "auxpass"}:
            continue
        named = speaker_word(annotation, sentence, word)
        if named is None or (not is_real(sentence, word)):
            continue
        if mark == "," and _has_own_content(sentence, word, quotation):
            return None
        source = source_of(sentence, named, annotation)
        return _make(annotation, quotation, sentence, source, cue_span(sentence, word), word, "quote")
    return _label(annotation, quotation, sentence, list(reversed(head))) if mark == ":" else None


def _has_own_content(sentence: Sentence, verb: Token, quotation: Quotation) -> bool:
    return any(
        c.i > verb.i and c.start < quotation.start and c.pos in {"VERB", "AUX"}
        for c in sentence.children(verb, "ccomp", "xcomp")
    )


def _fused(annotation: Annotation, quotation: Quotation, sentence: Sentence, head: list[Token]) -> Telling | None:
    """Take a quotation that follows its verb without a comma: X said "..."; a fragment stays with the clause."""
    word = head[0]
    that = word.text.lower() == "that"
    if that and len(head) > 1:
        word = head[1]
    if word.pos != "VERB" or cues.base(word.lemma) not in cues.THAT or not is_real(sentence, word):
        return None
    if cues.base(word.lemma) in {"warn", "demand", "announce", "propose", "report", "cite"} and not that:
        return None
    named = speaker_word(annotation, sentence, word)
    after = annotation.report.text[quotation.end : quotation.end + 1]
    ends = annotation.report.text[: quotation.end].rstrip("\"”»'’ ")[-1:] in ".?!," or after in ".,;\n"
    if named is None or not ends:
        return None
    source = source_of(sentence, named, annotation)
    return _make(annotation, quotation, sentence, source, cue_span(sentence, word), word, "quote")


def _label(annotation: Annotation, quotation: Quotation, sentence: Sentence, head: list[Token]) -> Telling | None:
    """Take `Name: "..."`, the form of interviews and lists of reactions."""
    words = [t for t in head if t.pos != "PUNCT"]
    if not words or len(words) > 8 or words[0].i > 1 or any(t.pos in {"VERB", "AUX"} for t in words):
        return None
    mention = annotation.mention_of(words[-1])
    if mention is None or mention.kind not in {"person", "organisation", "state"} or mention.form != "name":
        return None
    colon = head[-1]
    return _make(
        annotation,
        quotation,
        sentence,
        source_of(sentence, words[-1], annotation),
        Span(colon.start, colon.end),
        colon,
        "label",
    )


def _lead_in(annotation: Annotation, quotation: Quotation) -> Telling | None:
    """Take a quotation at the head of a paragraph whose predecessor ends "X said:", "X said," or "X said"."""
    number = _paragraph(annotation, quotation)
    if number < 1:
        return None
    before = [s for s in annotation.sentences if s.paragraph == number - 1]
    if not before or not _nothing_between(annotation, number):
        return None
    sentence, last = before[-1], before[-1].tokens[-1]
    if not last.text.endswith((":", ",")) and not (last.pos == "VERB" and cues.base(last.lemma) in cues.SPEAKING):
        return None
    for word in reversed(sentence.tokens):
        if word.pos != "VERB" or cues.base(word.lemma) not in cues.QUOTE | {"issue", "release", "make", "follow"}:
            continue
        named = speaker_word(annotation, sentence, word)
        if named is not None and is_real(sentence, word):
            source = source_of(sentence, named, annotation)
            return _make(annotation, quotation, sentence, source, cue_span(sentence, word), word, "quote")
    return None


def _make(
    annotation: Annotation,
    quotation: Quotation,
    sentence: Sentence,
    source: Source,
    cue: Span,
    verb: Token,
    pattern: str,
) -> Telling:
    clause = tuple(Span(t.start, t.end) for t in sentence.tokens if annotation.quoted(t.start) is None)
    dative = sentence.children(verb, "dobj", "dative") if verb.pos == "VERB" else ()
    whom = next((d for d in dative if d.start >= cue.end and annotation.quoted(d.start) is None), None)
    return Telling(
        source=source,
        cue=cue,
        content=(_span(quotation),),
        verb=Span(verb.start, verb.end),
        clause=clause,
        sentence=sentence.index,
        pattern=pattern,
        addressee=Span(whom.start, whom.end) if whom is not None and (is_people(whom) or whom.pos == "PROPN") else None,
    )


# -- quotations without a cue of their own


def _runs_on(annotation: Annotation, quotation: Quotation, previous: Telling, same: bool) -> bool:
    """Return whether a quotation continues the one before: "...," he said. "..." in one paragraph, or left open."""
    if any(q.number == quotation.number for q in annotation.quotations if q.end == previous.content[-1].end):
        return True
    if not same or not _is_utterance(annotation, quotation):
        return False
    if previous.verb is not None and previous.content[-1].end <= previous.verb.start < quotation.start:
        before = [x for x in annotation.sentences if x.start < quotation.start]
        return before[-1].index == previous.sentence or before[-1].start == quotation.start
    return not annotation.report.text[previous.content[-1].end : quotation.start].strip(" .,\n")


def _is_utterance(annotation: Annotation, quotation: Quotation) -> bool:
    inner = quotation.inner.of(annotation.report.text).strip()
    text = annotation.report.text
    before = text[: quotation.start].rstrip()[-1:]
    return before in {".", ",", "?", "!", "—", "”", '"'} and len(inner.split()) >= 2 and (inner[-1:] in ".?!…,")


def _is_paragraph(annotation: Annotation, quotation: Quotation) -> bool:
    paragraph = annotation.layout.paragraphs[_paragraph(annotation, quotation)]
    inner = quotation.inner.of(annotation.report.text)
    return (
        quotation.start == paragraph.start
        and paragraph.end - quotation.end <= 2
        and len(inner.split()) >= 5
        and inner.rstrip()[-1:] in ".?!…"
        and annotation.report.text[quotation.start] in _DOUBLE
    )


def _nothing_between(annotation: Annotation, paragraph: int) -> bool:
    """Return whether a paragraph follows the one before it at once, without a line that was taken for a heading."""
    first, second = annotation.layout.paragraphs[paragraph - 1], annotation.layout.paragraphs[paragraph]
    return not annotation.report.text[first.end : second.start].strip()


def _carried(quotation: Quotation, previous: Telling) -> Telling:
    """Give a paragraph that is one quotation to the speaker of the paragraph before."""
    return replace(
        previous, content=(_span(quotation),), clause=(), pattern="carried", carried=True, addressee=None, verb=None
    )
