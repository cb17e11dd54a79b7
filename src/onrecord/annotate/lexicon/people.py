"""Common nouns for people and bodies who do something or to whom it is done."""

from __future__ import annotations

from onrecord.annotate.annotation import Token
from onrecord.annotate.lexicon.words import words

PEOPLE = words(
    """academic activist adviser advisor agent aide ambassador analyst aristocrat armyman assailant assassin attacker
    authorities backer bishop bomber boss bureaucrat businessman businessmen businesspeople businesswoman captain
    captor chairman chairwoman chief child children citizen civilian cleric colonel combatant commander commando
    commandos commissioner congressman congresswoman convict cop councillor counterpart crew critic delegate
    delegation demonstrator deputy detainee dictator diplomat dissident doctor donor driver economist elder employee
    engineer entrepreneur envoy evacuee executive exile expert extremist faction family farmer fighter figure
    fisherman fishermen foe gang general governor guard guerrilla guerrillas gunman gunmen hacker hardliner head
    hijacker host hostage imam immigrant inmate inspector insurgent intellectual interlocutor intruder investigator
    investor islamist jihadi jihadist journalist judge juror kidnapper king lawmaker lawyer leader lecturer
    legislator lobbyist loyalist magnate man marine mayor mediator medic member men mercenary migrant militant
    militia militiaman militiamen miner minister ministers mob monitor monk mourner negotiator negotiators nominee
    nun nurse observer offender officer official opponent opposition organiser organizer owner pacifist
    parliamentarian parliamentarians participant partisan partner passenger patient peacekeeper pensioner people
    pilgrim pilot pirate police policeman policemen policewoman politician premier president priest prince prisoner
    professor prosecutor protester protestor publisher queen rabbi ranger rebel rebels refugee relative reporter
    representative republican rescuer reservist resident rioter rival ruler sailor scholar scientist secretary
    senator separatist settler sheriff shooter smuggler sniper soldier spokesman spokesperson spokeswoman spy staff
    staffer striker student sultan supporter survivor suspect sympathizer teacher terrorist tourist trader
    trafficker trainee treasurer tribesman tribesmen trooper troops tycoon undersecretary unionist veteran victim
    villager volunteer voter warlord watchman whistleblower widow woman women worker worshipper writer youth youths"""
)
BODIES = words(
    """academy administration affiliate agency airline army assembly association authorities authority bank battalion
    bloc brigade bureau business cabinet campaign cartel chamber charity club coalition coastguard college
    commission committee company congregation consortium corporation council court delegation department directorate
    embassy establishment federation firm fleet force foundation fund government group grouping guard institute
    institution investigators judiciary junta league legislature lobby media ministries ministry mission movement
    navy network newspaper office opposition organisation organization outlet panel parliament party patrol platform
    police presidency press publisher regime secretariat senate service squad staff subcommittee syndicate team
    thinktank tribunal troop union unit university watchdog"""
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
# What a named body is, behind its name: "the M23 armed group" is M23.
KINDS = words(
    """agency alliance association bloc coalition community faction federation force group grouping league movement
    network organisation organization outfit party syndicate union"""
)
# Who these are, nobody knows without a word before them.
VAGUE = words("chief figure head host leader member participant party people")


def is_person(word: Token) -> bool:
    """Return whether a common noun is one for people."""
    return bool({word.lemma.lower(), word.text.lower()} & PEOPLE)
