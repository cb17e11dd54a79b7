"""Words that tell of one kind of happening: a bombing, a blast and an attack may be one event in three reports."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from onrecord.reconcile.words import content_words, fold_word, stem, weight_of

_WEIGHT = 3.0  # of a shared concept: as much as a fairly common word
_WEIGHTS = {"#attack": 1.0, "#agree": 1.5}  # the widest ones tell less

_CONCEPTS = {
    "attack": """
        attack attacks attacked attacking assault assaulted raid raided bombing bombings bomb bombed bombs blast blasts
        explosion explosions exploded detonated detonate blew blown suicide airstrike airstrikes strike strikes struck
        hit shelling shelled shells artillery rocket rockets missile missiles shooting shot gunfire gunmen fired opened
        massacre killing killings killed kill ambush ambushed stabbing clash clashes clashed fighting fought offensive
    """,
    "bomb": """
        bombing bombings bomb bombs blast blasts explosion explosions exploded detonated detonate blew blown suicide
        explosives explosive vest
    """,
    "airstrike": "airstrike airstrikes strike strikes struck bombed jets jet warplanes raid raids",
    "shelling": "shelling shelled shells artillery rocket rockets mortar mortars",
    "clash": "clash clashes clashed fighting fought exchange skirmish skirmishes firefight hostilities",
    "seizure": "seized seize seizure captured capture capturing took taken overran occupied occupy stormed",
    "sign": "sign signed signing signs inked ink initialled concluded conclusion",
    "agree": "agree agreed agreeing agreement deal accord pact treaty truce ceasefire memorandum contract committed",
    "truce": "truce ceasefire armistice cessation",
    "join": "join joined joining accession acceded admitted member membership",
    "lift": "lift lifted lifting ease eased easing remove removed removing suspend suspended end ended waive waived",
    "impose": "impose imposed imposing slap slapped announced announce introduce introduced sanction sanctioned",
    "expel": "expel expelled expulsion expelling evict evicted eviction deport deported leave",
    "recall": "recall recalled recalling",
    "summon": "summon summoned summoning",
    "demand": "urge urged urging call called calling demand demanded ask asked appeal appealed request requested",
    "condemn": "condemn condemned condemning condemnation denounce denounced criticise criticised deplored",
    "accuse": "accuse accused accusing accusation accusations blame blamed blaming allege alleged",
    "deny": "deny denied denies reject rejected rejects dismiss dismissed refuse refused refuses",
    "deliver": "deliver delivered delivery supply supplied send sent provide provided hand handed",
    "deploy": """
        deploy deployed deployment mobilise mobilised scramble scrambled exercise exercises drill drills manoeuvre
        manoeuvres
    """,
    "protest": "protest protests protested demonstration demonstrations rally rallied rallies riot riots unrest",
    "release": "release released free freed freeing swap exchange prisoners",
    "sever": "sever severed severing cut cuts cutting break broke broken suspend suspended ties relations",
    "invite": "invite invited inviting invitation",
    "accept": "accept accepted accepting acceptance welcomed",
    "thank": "thank thanked thanking thanks gratitude grateful appreciation appreciated",
    "praise": "praise praised praising hail hailed laud lauded commend commended welcome welcomed",
    "back": "back backed backing support supported endorse endorsed pledge pledged reaffirm reaffirmed reiterated",
    "oust": "oust ousted ouster overthrow overthrew overthrown topple toppled toppling deposed removal coup fall",
    "visit": "visit visited visiting arrive arrived trip tour travelled",
    "arrest": "arrest arrested arresting detain detained detention custody",
    "vote": "vote voted voting adopt adopted adopting adoption pass passed approve approved resolution",
    "threaten": "threaten threatened threatening threat warn warned vowed vow ultimatum",
    "launch": "launch launched fire fired test tested",
    "retreat": "retreat retreated pull pulled pullout withdraw withdrew withdrawal disengage disengagement leave left",
    "close": "close closed closing shut shuttered seal sealed border crossings crossing",
}


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for concept, words in _CONCEPTS.items():
        for word in words.split():
            found[stem(fold_word(word))].add(f"#{concept}")
    return {word: frozenset(concepts) for word, concepts in found.items()}


def concepts_of(word: str) -> frozenset[str]:
    """Return the concepts that a stem stands for."""
    return _by_stem().get(word, frozenset())


def telling(text: str) -> frozenset[str]:
    """Return the stems of the content words of `text` and the concepts that they stand for."""
    stems = content_words(text)
    return stems | {concept for s in stems for concept in concepts_of(s)}


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Return 0..1: how far two sets of stems and concepts tell the same."""
    both, small, large = _weight(a & b), *sorted((_weight(a), _weight(b)))
    return both / small * 0.5 + both / (small + large) if both else 0.0


def _weight(stems: frozenset[str]) -> float:
    concepts = {s for s in stems if s.startswith("#")}
    plain = {s for s in stems if s not in concepts and s not in _by_stem()}
    return weight_of(frozenset(plain)) + sum(_WEIGHTS.get(c, _WEIGHT) for c in sorted(concepts))
