"""Two outlets' reports of one invented happening, with the facts that extraction would find in them."""

from __future__ import annotations

from onrecord.model import Dateline, Findings
from tests.reconcile.factory import Maker

POST = """Arden Falls, Jun 26: Defence Minister Odran Velk held talks with his Peruvian and Norwegian counterparts on \
the sidelines of the Lake States Forum in Arden Falls.
Velk first met Norwegian Defence Minister Sigrun Aasland and called the meeting a “frank exchange”.
In another meeting, Velk sat down with Peruvian Defence Minister Tomas Quilla. “We had fruitful exchanges on widening \
our naval patrols,” Velk said on X.
Projects include the supply of L-40 launchers, licensed production of K-12 trucks and Ro-7 boats.
The bombing in Sellin on April 22 killed 31 villagers including a Finnish nurse.
“Piracy's harbours are no longer out of range,” Velk said.
The visit comes after the 2020 border crisis and the accord of 2023."""

WIRE = """Lima, June 26 (NWA) Peru's Defence Minister Tomas Quilla met Odran Velk, who came to the Lake States Forum, \
in Arden Falls on Thursday.
"We had fruitful exchanges on widening our naval patrols", Velk wrote on X.
Earlier, Velk also met his Norwegian counterpart Sigrun Aasland. Work for 2025 was reviewed.
The ministers spoke of several projects, including the supply of L-40, licensed production of K-12 trucks and Ro-7 \
boats.
Speaking of the April 22 Sellin bombing that killed 31 villagers — including a Finnish nurse — Velk urged action.
"Harbours of piracy are no longer safe," he declared.
--NWA"""


def post() -> Findings:
    """Return the findings of the first report: Velk met Aasland first."""
    m = Maker(POST, "Harbour Post", dateline=Dateline("Arden Falls", "--06-26", "Arden Falls, Jun 26:"))
    velk = m.person("Odran Velk", "Odran Velk", "Velk", office="Defence Minister")
    aasland = m.person("Sigrun Aasland", country="NOR", office="Defence Minister")
    quilla = m.person("Tomas Quilla", country="PER", office="Defence Minister")
    forum = m.entity("organisation", "Lake States Forum")
    launchers = m.entity("equipment", "L-40")
    m.date("Jun 26", "--06-26")
    m.date("2020", "2020")
    m.date("2023", "2023")
    one = m.event("CONSULT", "met", velk, aasland, label="Velk met Aasland")
    two = m.event("CONSULT", "sat down", velk, quilla, label="Velk sat down with Quilla")
    m.order(one, two, "first met")
    bombing = m.event(
        "ASSAULT", "bombing", place="Sellin", date=m.date("April 22", "--04-22"), label="bombing in Sellin"
    )
    m.figure("31 villagers", 31, "villagers", bombing, measure="killed")
    m.statement(velk, "“We had fruitful exchanges on widening our naval patrols,”", channel="X")
    m.statement(velk, "“Piracy's harbours are no longer out of range,”")
    m.relation("supply", "supply of L-40 launchers", None, launchers)
    m.relation("member_of", "Lake States Forum", velk, forum)
    return m.done()


def wire() -> Findings:
    """Return the findings of the second report: Velk met Quilla after he had met Aasland... or so Lima has it."""
    m = Maker(WIRE, "Lima Tribune", agency="NWA", dateline=Dateline("Lima", "--06-26", "Lima, June 26 (NWA)"))
    velk = m.person("Odran Velk", "Odran Velk", "Velk")
    quilla = m.person("Tomas Quilla", country="PER", office="Defence Minister")
    aasland = m.person("Sigrun Aasland", country="NOR")
    launchers = m.entity("equipment", "L-40")
    thursday = m.date("Thursday", None, 3)
    m.date("June 26", "--06-26")
    m.date("2025", "2025")
    two = m.event("CONSULT", "met", velk, quilla, label="Quilla met Velk", date=thursday)
    one = m.event("CONSULT", "also met", velk, aasland, label="Velk met Aasland")
    m.order(two, one, "Earlier, Velk also met")
    bombing = m.event("ASSAULT", "bombing", place="Sellin", date=m.date("April 22", "--04-22"), label="Sellin bombing")
    m.figure("31 villagers", 31, "villagers", bombing, measure="killed")
    m.statement(velk, '"We had fruitful exchanges on widening our naval patrols"', cue="wrote", channel="X")
    m.statement(velk, '"Harbours of piracy are no longer safe,"', cue="declared")
    m.relation("supply", "supply of L-40", None, launchers)
    return m.done()


def copy_of(findings: Findings, outlet: str) -> Findings:
    """Return the same report as another outlet prints it, with its facts found anew."""
    from onrecord.model import report_id
    from tests.reconcile.rename import carried_over

    new = report_id(outlet, findings.report.published, findings.report.text)
    return carried_over(findings, findings.report.id, new, outlet)
