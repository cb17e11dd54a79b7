"""Common nouns for people and bodies who do something or to whom it is done."""

from __future__ import annotations

from onrecord.annotate.annotation import Token
from onrecord.annotate.lexicon.words import words

PEOPLE = words(
    """activist agent aide ally ambassador analyst armyman assailant assassin attacker authorities backer bomber boy
    bureaucrat captain captive captor chairman chairwoman child children citizen civilian clan cleric colonel combatant
    commander commando commandos commissioner congressman congresswoman convict cop councillor counterpart crew critic
    delegate delegation demonstrator deputy detainee dictator diplomat dissident doctor driver employee envoy evacuee
    executive exile expert extremist faction family farmer father fighter fisherman fishermen foe gang general girl
    governor guard guerrilla guerrillas gunman gunmen hacker hardliner hijacker hostage imam immigrant inmate inspector
    insurgent intruder investigator islamist jihadi jihadist journalist judge juror kidnapper king lawmaker lawyer
    leader legislator lobbyist loyalist marine mayor mediator medic member mercenary migrant militant militia militiaman
    militiamen miner minister mob monitor monk mother mourner nation national negotiator nun nurse observer offender
    officer official opponent opposition pacifist parliamentarian partisan passenger patient peacekeeper people
    pilgrim pilot pirate police policeman policemen policewoman politician president priest prisoner professor
    prosecutor protester protestor ranger rebel rebels recruit refugee relative reporter representative republican
    rescuer resident rioter ruler sailor scientist secretary senator separatist settler sheriff shooter smuggler sniper
    soldier spokesman spokesperson spokeswoman spy staff staffer striker student supporter survivor suspect
    sympathizer teacher terrorist tourist trader trafficker troops tribesman tribesmen trooper unionist veteran
    victim villager volunteer voter warlord whistleblower wife woman women man men worker worshipper youth youths"""
)
BODIES = words(
    """administration agency airline alliance army assembly authority bank battalion bloc brigade cabinet
    campaign cartel church city coalition commission committee company congregation convoy council country court
    delegation department embassy firm force government group grouping guard hospital house institution
    judiciary junta leadership legislature majority media military ministry minority mission movement navy
    neighbor neighbour newspaper office opposition organisation organization panel parliament party patrol
    police press regime school senate side squad state station team tribe tribunal troop union unit university
    watchdog wing"""
)
# Of these, those through whom a state or a body itself acts.
OFFICIAL = words(
    """administration army authority battalion brigade cabinet commando commandos convoy council court delegation force
    government guard judiciary junta legislature marine military ministry mission navy negotiator parliament patrol
    peacekeeper police regime senate side soldier squad troop troops unit"""
)


def is_person(word: Token) -> bool:
    """Return whether a common noun is one for people."""
    return bool({word.lemma.lower(), word.text.lower()} & PEOPLE)
