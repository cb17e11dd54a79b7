"""Words of offices, ranks and forms of address, in lower case."""

from __future__ import annotations

from onrecord.annotate.lexicon.words import words

# The noun at which an office is known. Both "spokesman" and "chairman" have an office of their own in reports.
HEADS = words(
    """minister president premier chancellor secretary ambassador envoy commander spokesman spokeswoman spokesperson
    governor mayor king queen prince princess emir amir sultan pope senator congressman congresswoman lawmaker mp
    mep speaker chairman chairwoman chairperson chair co-chair director commissioner leader head chief judge justice
    prosecutor adviser advisor councillor councilor counsellor counselor delegate negotiator diplomat coordinator
    rapporteur
    representative vice-president vice-chancellor undersecretary under-secretary secretary-general president-elect
    commander-in-chief emperor empress shah caliph ayatollah patriarch archbishop bishop cardinal imam mufti rabbi
    administrator comptroller auditor solicitor attorney taoiseach tanaiste intendant prefect sheriff superintendent
    inspector commissar parliamentarian legislator founder co-founder ceo chairwoman-designate consul attache
    attaché nuncio high-commissioner strongman mediator whip deputy candidate nominee
    executive priest pastor mantri pm"""
)
PLURALS = {f"{h}s": h for h in HEADS} | {
    "spokesmen": "spokesman", "spokespeople": "spokesperson", "spokespersons": "spokesperson", "chairmen": "chairman",
    "congressmen": "congressman", "secretaries": "secretary", "envoys": "envoy", "attorneys": "attorney",
    "deputies": "deputy", "lawmakers": "lawmaker", "under-secretaries": "under-secretary", "chiefs": "chief",
}  # fmt: skip

# Words that stand before the head and belong to the title.
MODIFIERS = words(
    """prime deputy vice first second third acting former interim caretaker outgoing incoming then ex ex- late senior
    junior chief special permanent presidential vice-presidential principal assistant associate joint general under
    crown grand high supreme top lead union federal state cabinet national foreign defence defense interior home
    external internal finance financial treasury economy economic trade commerce commercial industry industrial
    energy oil petroleum health education justice law legal labour labor agriculture environment climate transport
    transportation culture tourism science technology information broadcasting communications communication digital
    media press public planning development infrastructure housing water irrigation fisheries mines mining steel
    railways railway aviation shipping ports sports sport youth women family social welfare humanitarian human
    rights refugee refugees migration immigration integration europe european commonwealth colonial military army
    navy naval air force forces armed police security intelligence counter-terrorism counterterrorism anti-terror
    nuclear space cyber border coast guard civil protection emergency emergencies disaster relief reconciliation
    peace affairs diplomatic diplomacy policy relations parliamentary parliament house senate assembly congressional
    opposition minority majority party ruling rebel militia separatist insurgent militant jihadist guerrilla tribal
    religious spiritual community political civil student union country regional provincial district local city
    municipal village metropolitan veteran longtime long-time international self-proclaimed self-declared de facto
    transitional provisional exiled ousted deposed jailed detained under- newly appointed newly-appointed elected
    designate managing executive non-executive legislative judicial general's attorney solicitor advocate inspector
    director auditor surgeon consul governor secretary cooperation integration chemicals fertilizers textiles power
    renewable corporate rural urban tribal minority strategic research antiterrorism investigative operations
    operational field wing squadron northern southern eastern western central minister adviser advisor ambassador
    parish raksha rajya
    white house department ministry office bureau agency commission command delegation mission chief negotiating"""
)
# Modifiers that may only be part of an office when another modifier or the head follows directly; never standing first
# by themselves in the title, since they as often belong to the sentence ("then", "late", "second").
LOOSE = words("then late second third country local community newly appointed veteran white house minister")

# After the head: "minister of/for/to X".
PORTFOLIO = MODIFIERS | words(
    """state middle east africa asia pacific indo-pacific americas affairs war commerce cooperation interior works
    employment pensions children gender minorities religion parliament council constitution reform administration
    territories decentralization investment investments telecommunications electricity livestock forestry food
    nutrition hydrocarbons gas culture arts heritage antiquities staff chiefs mobilization regions cooperation
    integration citizenship equality disability innovation diaspora veterans expatriates endowments
    devolution privatisation privatization revenue entrepreneurship skills ecology natural resources minerals mineral
    construction urbanism lands wildlife roads highways customs taxation monitoring coordination martyrs statistics
    frontier frontiers narcotics"""
)

# General officers and below; several words first. Abbreviations are read with or without the stop.
RANKS = tuple(
    tuple(r.split())
    for r in sorted(
        """lieutenant general|major general|brigadier general|colonel general|army general|captain general|
        lieutenant colonel|
        lieutenant commander|second lieutenant|first lieutenant|vice admiral|rear admiral|fleet admiral|field marshal|
        air chief marshal|air marshal|air vice marshal|air commodore|group captain|wing commander|squadron leader|
        flight lieutenant|warrant officer|sergeant major|master sergeant|staff sergeant|general of the army|
        marshal of the air force|general|brigadier|colonel|major|captain|lieutenant|sergeant|corporal|admiral|commodore|
        marshal|commander|private|lt gen|lt. gen.|lt. gen|lt general|maj gen|maj. gen.|maj. gen|brig gen|brig. gen.|
        brig. gen|lt col|lt. col.|lt. col|gen|gen.|brig|brig.|col|col.|maj|maj.|capt|capt.|lt|lt.|sgt|sgt.|adm|adm.|
        cdr|cdr.|cpl.|lance naik|naik|havildar|
        naib subedar|subedar|sepoy|lance corporal|admiral of the fleet|marshal of the royal air force|
        general of the air force|chief master sergeant|senior master sergeant|technical sergeant|sergeant first class|
        command sergeant major|chief warrant officer|master chief petty officer|chief petty officer|petty officer|
        flying officer|pilot officer|sub lieutenant|surgeon vice admiral|surgeon rear admiral|lieutenant captain|
        senior captain|senior colonel|
        vice adm.|rear adm.|cmdr|cmdr.|cpl|major-general|lieutenant-general|brigadier-general|
        colonel-general|lieutenant-colonel|vice-admiral|rear-admiral""".replace("\n", "").split("|"),
        key=lambda r: (-len(r.split()), r),
    )
    for r in [r.strip()]
)

HONORIFICS = words(
    """mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame sheikh sheikha shaikh shri smt prof prof. professor rev
    rev. reverend fr father brother sister monsieur madame herr señor senor hon hon. honourable honorable excellency
    h.e. majesty highness amb amb. alhaji alhaja hajia engr engr. barr. sen. rep. gov. shrimati datuk dato
    maulana mullah sayyid hajj haji ustaz comrade baroness baron count viscount duke duchess doctor"""
)

# Nouns that introduce a person by name but are no office.
ROLES = words(
    """analyst activist lawyer journalist reporter correspondent resident farmer teacher researcher scholar academic
    economist historian author writer expert scientist doctor engineer businessman businesswoman billionaire tycoon
    philanthropist entrepreneur survivor witness victim refugee student fisherman shopkeeper soldier pilot driver
    nurse paramedic worker volunteer priest cleric preacher lecturer fellow photographer blogger editor publisher
    columnist politician dissident oligarch warlord official officer aide operative gunman suspect attacker bomber
    militant father mother son daughter brother sister wife husband widow uncle nephew cousin grandson king-maker
    counterpart successor predecessor colleague rival ally co-author actor actress singer footballer coach veteran
    tourist national mr mrs leader-in-waiting whistleblower defendant plaintiff eyewitness worshipper worshiper
    shopkeeper trader parishioner villager neighbour neighbor bystander passenger commuter campaigner supporter
    voter protester demonstrator singer rapper artist"""
)
FORMER = words("former ex ex- late ousted deposed then outgoing")
