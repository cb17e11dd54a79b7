"""Common nouns for people and bodies who do something or to whom it is done."""

from __future__ import annotations

from onrecord.annotate.annotation import Token
from onrecord.annotate.lexicon.words import words

PEOPLE = words(
    """activist agent aide ally ambassador analyst armyman assailant assassin attacker authorities backer bomber
    bureaucrat captain captor chairman chairwoman citizen civilian cleric colonel combatant commander commando
    commandos commissioner congressman congresswoman convict cop councillor counterpart crew critic delegate
    delegation demonstrator deputy detainee dictator diplomat dissident doctor driver employee envoy evacuee
    executive exile expert extremist faction farmer fighter fisherman fishermen foe gang general governor guard
    guerrilla guerrillas gunman gunmen hacker hardliner hijacker hostage imam immigrant inmate inspector
    insurgent intruder investigator islamist jihadi jihadist journalist judge juror kidnapper lawmaker lawyer
    leader legislator lobbyist loyalist man marine mayor mediator medic men mercenary migrant militant militia
    militiaman militiamen miner minister mob monitor monk mourner negotiator nun nurse observer offender officer
    official opponent opposition pacifist parliamentarian partisan passenger patient peacekeeper pilgrim pilot
    pirate police policeman policemen policewoman politician priest prisoner professor prosecutor protester
    protestor ranger rebel rebels refugee relative reporter representative republican rescuer resident rioter
    ruler sailor scientist secretary senator separatist settler sheriff shooter smuggler sniper soldier
    spokesman spokesperson spokeswoman spy staff staffer striker student supporter survivor suspect sympathizer
    teacher terrorist tourist trader trafficker tribesman tribesmen trooper troops unionist veteran victim
    villager volunteer voter warlord whistleblower woman women worker worshipper youth youths"""
)
BODIES = words(
    """administration agency airline army assembly authorities authority battalion bloc brigade cabinet campaign
    cartel coalition commission committee company congregation council court delegation department embassy firm
    force government group grouping guard institution judiciary junta legislature ministry movement navy
    newspaper opposition organisation organization panel parliament patrol police presidency press regime senate
    squad staff team tribunal troop union unit watchdog"""
)
# Of these, those through whom a state or a body itself acts.
OFFICIAL = words(
    """administration army authority battalion brigade cabinet commando commandos council court delegation force
    government guard judiciary junta legislature marine ministry navy negotiator parliament patrol peacekeeper
    police regime senate soldier squad troop troops unit"""
)
# And those who are an armed movement named with them: "M23 rebels" are M23.
FIGHTERS = words(
    """assailant attacker bomber fighter guerrilla guerrillas gunman gunmen insurgent militant militia militiamen rebel
    rebels terrorist"""
)


def is_person(word: Token) -> bool:
    """Return whether a common noun is one for people."""
    return bool({word.lemma.lower(), word.text.lower()} & PEOPLE)
