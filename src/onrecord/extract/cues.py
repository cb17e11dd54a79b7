"""Words that report speech or belief, by what they take as their content. Data only; written from general knowledge.

Verbs stand under their American spelling of -ize; `base` brings a lemma to it.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A finite clause: "said (that) talks would go on". Speech.
THAT = _words(
    """accept acknowledge add admit affirm allege announce answer argue assert assure attest boast brag
    calculate caution certify charge claim clarify comment complain concede conclude confess confide confirm
    contend continue counter declare demand deny describe disclose emphasize estimate exclaim explain
    forecast gripe guarantee hint imply indicate inform insist joke lament maintain mention muse note notify
    observe opine outline pledge point post posit predict proclaim promise pronounce propose protest publish
    quip rant read reaffirm reason reassure rebut recall recommend reckon recount reiterate relate remark
    remind repeat reply report request respond restate retort reveal rule say signal specify speculate
    spotlight state stipulate stress suggest surmise swear tell testify verify theorize threaten tweet underline
    underscore vow warn whisper write highlight elaborate quote cite advise urge retweet scoff fume shout
    yell beg plead stutter gush huff sneer rejoice rue marvel bemoan hypothesize acclaim advocate email ask"""
)
# A finite clause that somebody is said to hold in mind: belief, not speech.
THINK = _words(
    """believe think feel fear hope expect want doubt suspect worry assume consider presume imagine wish figure
    bet know guess suppose reckon understand realize recognize anticipate dread contemplate"""
)
# Verbs that may carry words in quotation marks; also those that take no clause.
QUOTE = THAT | _words(
    """accuse applaud assail attack begin blast blame call chide commend condemn congratulate criticize decry
    denounce deplore describe dismiss elaborate explain express fire hail interject interrupt invoke invite
    label laugh lash lie mock murmur pen phrase praise press preach query question quote rail reflect reject
    rejoin ridicule scream shoot sigh sing slam snap sum teach thank thunder urge utter voice wonder welcome
    cry joke instruct implore appeal speak start open close share go think hope believe caption sign agree
    echo apologize offer title""",
)
# An infinitive that says what the speaker will do: "vowed to defend the border".
TO = _words("vow pledge promise threaten offer swear claim propose guarantee commit demand ask undertake")
# An infinitive after the person addressed: "urged the members to unite".
TO_OTHERS = _words(
    """urge ask tell call advise instruct warn request implore beg exhort appeal remind caution beseech plead"""
)
# An infinitive that says what somebody wants or expects.
TO_THINK = _words("want expect hope wish prefer")
# A noun phrase: "emphasized the need for talks", "condemned the attack".
NOUN = _words(
    """accuse acknowledge admit affirm allege announce applaud assail assert blame blast bemoan caution
    champion claim commend condemn concede confirm congratulate criticize chide decry defend demand denounce
    deny deplore deride describe disavow disclose dismiss echo emphasize endorse exalt extol express hail
    highlight indicate lambast lambaste lament laud mock note oppose pledge postulate praise predict
    proclaim promise propose protest question reaffirm rebuke rebut recommend recount refute reiterate
    reject repeat repudiate reveal ridicule signal slam spotlight state stress suggest swear thank threaten
    tout underline underscore urge voice vow warn welcome favor disparage bash tweet retweet post allude
    knock rap rip pan reproach scold slap denigrate admonish"""
)
# What one claims in words: not "the blast claimed five lives".
CLAIMED = _words(
    """responsibility victory credit success innocence ignorance win ownership irregularity fraud interference abuse
    violation foul sabotage immunity neutrality"""
)
# A noun phrase with what is made of it: "described the talks as fruitful", "called it a good meeting".
AS = _words(
    """describe cite characterize depict portray label brand hail regard view see consider denounce condemn
    praise dismiss call dub deem term pronounce declare name slam blast criticize tout cast paint deride
    mock decry define identify designate refer recognize reject defend perceive"""
)
# Verb and preposition before a noun phrase: "called for restraint".
WITH = {
    "accuse": _words("of"),
    "allude": _words("to"),
    "apologize": _words("for to"),
    "appeal": _words("for to"),
    "argue": _words("for against"),
    "attribute": _words("to"),
    "ask": _words("for about"),
    "advocate": _words("for"),
    "boast": _words("of about"),
    "brag": _words("about of"),
    "call": _words("for"),
    "comment": _words("on about"),
    "commit": _words("to"),
    "complain": _words("of about"),
    "elaborate": _words("on"),
    "hint": _words("at"),
    "insist": _words("on"),
    "joke": _words("about"),
    "lash": _words("at"),
    "object": _words("to"),
    "plead": _words("for"),
    "point": _words("to"),
    "protest": _words("against"),
    "refer": _words("to"),
    "speak": _words("about of against"),
    "talk": _words("about of"),
    "testify": _words("about to"),
    "warn": _words("of against about"),
    "worry": _words("about"),
    "rail": _words("against"),
    "caution": _words("against"),
    "rant": _words("about"),
    "tweet": _words("about"),
    "write": _words("about of"),
    "hope": _words("for"),
    "wonder": _words("about"),
}
BELIEF = (
    THINK | TO_THINK | _words("see view regard consider deem perceive oppose favor prefer recognize wonder")
) - _words("ask")
# Not by themselves: with these a bare noun phrase or clause is said only by a person or body, never shown by a thing.
SHOWING = _words("show highlight underline underscore indicate reveal suggest signal reflect imply mark demonstrate")
# "made clear that", "is confident that".
CLEAR = _words("clear plain known public")
MINDED = _words(
    """confident convinced sure certain hopeful optimistic pessimistic sceptical skeptical concerned worried
    afraid adamant aware doubtful grateful proud sorry glad pleased happy upset angry disappointed surprised
    satisfied ready unequivocal insistent wary supportive critical fearful positive"""
) - _words("ready positive aware")
# Nouns whose clause is what was said: "his claim that ...".
SAYING_NOUNS = _words(
    """claim statement assertion argument suggestion accusation allegation warning belief view promise pledge
    contention insistence declaration vow fear hope comment remark announcement assurance admission
    prediction conviction opinion position message complaint charge speculation concern threat idea notion
    guarantee acknowledgement sense"""
)
ACCUSATIONS = _words("allegation accusation claim complaint charge warning denial")
BELIEF_NOUNS = _words("belief view fear hope conviction opinion concern idea notion sense")
# Documents that speak for whoever issued them.
DOCUMENTS = _words(
    """statement communique communiqué release report document declaration letter readout summary text post
    tweet message note memo resolution notice dispatch article poll survey study editorial filing lawsuit
    complaint indictment book transcript bulletin advisory website site page account caption press-release
    analysis paper memorandum record data figure statistic estimate file finding research review audit
    investigation probe census"""
)
ISSUED = _words(
    "statement communique communiqué release readout summary declaration notice bulletin document text post tweet"
)
PICTURES = _words("photo photograph picture image video footage clip link map")
# What is done with such a text by who speaks in it: "a statement released by the ministry".
ISSUING = _words("issue release publish post make give sign share read provide put attribute send")
# Verbs that show by themselves that somebody speaks, also where they only join another report.
VOICING = _words(
    """hail praise condemn urge call accuse reaffirm emphasize thank express reject denounce criticize describe
    pledge demand highlight underline underscore reveal disclose report inform blame blast slam applaud
    lament deplore commend laud decry dismiss"""
)
# What something is said in or at, at the end of a clause: "... in a post on X".
CHANNELS = _words("post tweet statement interview message speech address letter conference briefing video email thread")
PLATFORMS = _words("X Twitter Facebook Telegram Instagram Weibo YouTube LinkedIn Threads Bluesky")
# When and where something is said.
OCCASIONS = _words(
    """meeting talk session summit visit conference ceremony forum rally event occasion day week month year
    time morning evening afternoon night hour weekend debate hearing discussion conversation reporter
    journalist audience lawmaker medium"""
)
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
# Words of the names of bodies that issue statements, and of those who speak for them.
ISSUERS = _words(
    """ministry ministries department government presidency office embassy council commission secretariat union
    league army military police navy command forces authority authorities administration mission summit
    parliament kremlin palace chancellery house bloc organisation organization assembly"""
)
SPOKESPEOPLE = _words("spokesman spokeswoman spokesperson spokespeople")
# Verbs whose subject speaks even where nothing else shows that it can: "the actress said", "the airline added".
SPEAKING = _words(
    """say tell add argue claim announce insist warn note stress explain write reply respond remark state
    assert contend complain vow declare concede acknowledge deny tweet think believe allege caution quip
    recall reiterate admit"""
)
# Things that say nothing however the sentence is built.
NO_SPEAKERS = _words("it that this which what there these those")
# Common nouns of what happens or holds: they cover, show or aim at something, and say nothing.
MATTERS = _words(
    """meeting talk dialogue visit conversation discussion call trip tour dispute law legislation bill act policy
    proposal appointment event move decision attack strike conflict war crisis situation agreement deal accord treaty
    pact exercise operation ceremony signing partnership relation tie cooperation engagement interaction incident
    development project programme program plan initiative process step blast explosion bombing fire flood quake
    earthquake storm crash disaster shooting shelling raid offensive violence outbreak epidemic"""
)
# By these nothing is said: "declined to comment"; "citing" gives a reason, "discussing" a topic; "signed" is a deed.
WITHHOLDING = _words(
    """decline refuse refrain avoid fail omit forbear cite sign meet hold visit attend host receive join launch conduct
    exchange arrive travel send deploy hand deliver build buy sell open close begin start end focus cover discuss"""
)
# Common nouns of people and bodies that speak.
PEOPLE = ISSUERS | _words(
    """summit assembly official officials source sources spokesman spokeswoman spokesperson spokespeople
    spokesmen minister president premier chancellor leader leaders chief head secretary ambassador envoy
    diplomat diplomats general commander officer officers police army military navy ministry government
    governments authorities authority administration department agency office embassy palace kremlin council
    parliament senate congress court commission committee union alliance bloc group party opposition rebels
    militants militia movement organisation organization company firm bank witness witnesses resident
    residents analyst analysts expert experts observer observers critic critics supporter supporters
    activist activists campaigner campaigners lawyer lawyers judge prosecutor prosecutors attorney doctor
    doctors medics relatives family families father mother son daughter brother sister wife husband people
    man woman men women citizens voters lawmaker lawmakers senator senators congressman congresswoman
    representative representatives delegate delegates adviser advisers advisor advisors aide aides director
    chairman chairwoman chair member members deputy governor mayor king queen prince pope bishop archbishop
    priest sheikh cleric author writer professor scholar researcher researchers scientist scientists
    economist journalist reporter reporters editor host correspondent newspaper media outlet outlets channel
    network broadcaster country countries nation nations state states side sides team campaign counterpart
    counterparts colleague colleagues friend friends neighbour neighbours survivor survivors victim victims
    student students teacher teachers worker workers unions strategist pundit commentator commentators
    candidate candidates nominee conservatives liberals republicans democrats americans everyone everybody
    nobody someone somebody others many some most few all one both majority percent ministers presidents
    foundation institute think-tank leadership board panel jury crowd public pollster pollsters driver pilot
    soldier soldiers inspector watchdog monitors junta regime cabinet directorate delegation coalition consulate
    bureau task-force"""
)
# Auxiliaries that make a saying unreal; "will" and "would" stay out of it for threats and promises only.
UNREAL = _words("should could might may must can shall ought")
# Adverbs that make of a saying what somebody supposes.
GUESSED = _words("likely probably perhaps possibly maybe presumably")
RELAYING = _words("report quote cite")


def base(lemma: str) -> str:
    """Bring a verb's lemma to the spelling of the tables: "emphasise" and "favour" to "emphasize" and "favor"."""
    low = lemma.lower()
    if low.endswith("ise") and low[:-3] + "ize" in _IZE:
        return low[:-3] + "ize"
    return {"favour": "favor", "endorese": "endorse", "retweete": "retweet", "hop": "hope"}.get(low, low)


_IZE = frozenset(w for w in THAT | THINK | QUOTE | NOUN | AS | frozenset(WITH) if w.endswith("ize"))
