"""From PLOVER to CAMEO: the code, its name and its Goldstein value, for the formats that are older than PLOVER.

Where PLOVER says less than CAMEO would, the code is the general one of its kind ("060": cooperate materially, not
specified). CAMEO's codes are text: "042" is a visit, 42 is nothing. Goldstein values are those that GDELT gives.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Event, EventType
from onrecord.present.exports.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code with its name; `goldstein` from -10 to 10, None where the scale has no value."""

    code: str
    name: str
    goldstein: float | None

    @property
    def root(self) -> str:
        """Return the two digits of the kind."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """Return the first three digits."""
        return self.code[:3]

    @property
    def quad(self) -> int:
        """Return CAMEO's own quad, which differs from PLOVER's for some kinds."""
        root = int(self.root)
        return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


CAMEO: dict[str, Cameo] = {
    code: Cameo(code, name, goldstein)
    for code, goldstein, name in (
        ("030", 4.0, "Express intent to cooperate, not specified below"),
        ("040", 1.0, "Consult, not specified below"),
        ("041", 1.0, "Discuss by telephone"),
        ("042", 1.9, "Make a visit"),
        ("044", 2.5, "Meet at a 'third' location"),
        ("050", 3.5, "Engage in diplomatic cooperation, not specified below"),
        ("057", 8.0, "Sign formal agreement"),
        ("060", 6.0, "Engage in material cooperation, not specified below"),
        ("070", 7.0, "Provide aid, not specified below"),
        ("080", 5.0, "Yield, not specified below"),
        ("0841", 7.0, "Return, release person(s)"),
        ("0863", 9.0, "Allow humanitarian access"),
        ("0871", 9.0, "Declare truce, ceasefire"),
        ("0873", 9.0, "Demobilize armed forces"),
        ("0874", 10.0, "Retreat or surrender militarily"),
        ("090", -2.0, "Investigate, not specified below"),
        ("100", -5.0, "Demand, not specified below"),
        ("103", -5.0, "Demand material aid, not specified below"),
        ("104", -5.0, "Demand political reform, not specified below"),
        ("105", -5.0, "Demand that target yields, not specified below"),
        ("106", -5.0, "Demand meeting, negotiation"),
        ("110", -2.0, "Disapprove, not specified below"),
        ("111", -2.0, "Criticize or denounce"),
        ("112", -2.0, "Accuse, not specified below"),
        ("116", -2.0, "Find guilty or liable (legally)"),
        ("120", -4.0, "Reject, not specified below"),
        ("122", -4.0, "Reject request or demand for material aid, not specified below"),
        ("123", -4.0, "Reject request or demand for political reform, not specified below"),
        ("124", -4.0, "Refuse to yield, not specified below"),
        ("125", -5.0, "Reject proposal to meet, discuss, or negotiate"),
        ("130", -4.4, "Threaten, not specified below"),
        ("132", -5.8, "Threaten with administrative sanctions, not specified below"),
        ("138", -7.0, "Threaten with military force, not specified below"),
        ("1313", -5.8, "Threaten to reduce or break relations"),
        ("1382", -7.0, "Threaten occupation"),
        ("140", -6.5, "Engage in political dissent, not specified below"),
        ("141", -6.5, "Demonstrate or rally, not specified below"),
        ("142", -6.5, "Conduct hunger strike, not specified below"),
        ("143", -6.5, "Conduct strike or boycott, not specified below"),
        ("144", -7.5, "Obstruct passage, block, not specified below"),
        ("145", -7.5, "Protest violently, riot, not specified below"),
        ("150", -7.2, "Demonstrate military or police power, not specified below"),
        ("153", -7.2, "Mobilize or increase police power"),
        ("154", -7.2, "Mobilize or increase armed forces"),
        ("160", -4.0, "Reduce relations, not specified below"),
        ("170", -7.0, "Coerce, not specified below"),
        ("171", -9.2, "Seize or damage property, not specified below"),
        ("172", -5.0, "Impose administrative sanctions, not specified below"),
        ("1721", -5.0, "Impose restrictions on political freedoms"),
        ("1723", -5.0, "Impose curfew"),
        ("1724", -5.0, "Impose state of emergency or martial law"),
        ("173", -5.0, "Arrest, detain, or charge with legal action"),
        ("174", -5.0, "Expel or deport individuals"),
        ("175", -9.0, "Use tactics of violent repression"),
        ("176", None, "Attack cybernetically"),
        ("180", -9.0, "Use unconventional violence, not specified below"),
        ("181", -9.0, "Abduct, hijack, or take hostage"),
        ("182", -9.5, "Physically assault, not specified below"),
        ("1821", -9.0, "Sexually assault"),
        ("1822", -9.0, "Torture"),
        ("183", -10.0, "Conduct suicide, car, or other non-military bombing, not specified below"),
        ("1831", -10.0, "Carry out suicide bombing"),
        ("190", -10.0, "Use conventional military force, not specified below"),
        ("193", -10.0, "Fight with small arms and light weapons"),
        ("194", -10.0, "Fight with artillery and tanks"),
        ("195", -10.0, "Employ aerial weapons, not specified below"),
        ("204", -10.0, "Use weapons of mass destruction, not specified below"),
    )
}

_OF_TYPE: dict[EventType, str] = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "CONCEDE": "080", "COOPERATE": "060", "AID": "070",
    "RETREAT": "080", "REQUEST": "100", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "SANCTION": "160", "MOBILIZE": "150", "COERCE": "170", "ASSAULT": "180",
}  # fmt: skip
_OF_MODE: dict[EventType, dict[str, str]] = {
    "CONSULT": {"phone": "041", "visit": "042", "third-party": "044"},
    "RETREAT": {"release": "0841", "access": "0863", "ceasefire": "0871", "disarm": "0873"},
    "REQUEST": {"assist": "103", "change": "104", "yield": "105", "meet": "106"},
    "REJECT": {"assist": "122", "change": "123", "yield": "124", "meet": "125"},
    "ACCUSE": {"disapprove": "111", "investigate": "090", "allege": "112"},
    "THREATEN": {"restrict": "132", "relations": "1313", "territory": "1382", "violence": "138"},
    "PROTEST": {
        "demo": "141", "riot": "145", "strike": "143", "hunger": "142", "boycott": "143", "obstruct": "144",
        "vandalize": "145",
    },
    "SANCTION": {"convict": "116"},
    "MOBILIZE": {"troops": "154", "weapons": "154", "police": "153"},
    "COERCE": {
        "seize": "171", "restrict": "172", "censor": "1721", "curfew": "1723", "martial-law": "1724", "arrest": "173",
        "deport": "174", "cyber": "176",
    },
    "ASSAULT": {
        "abduct": "181", "beat": "182", "torture": "1822", "sexual": "1821", "primitive": "182", "firearms": "193",
        "explosives": "183", "suicide-attack": "1831", "aerial": "195", "drone": "195", "heavy-weapons": "194",
        "crowd-control": "175", "unconventional": "204",
    },
}  # fmt: skip


def cameo_of(bundle: Bundle, event: Event) -> Cameo:
    """Return the CAMEO code of an event: that of its mode, else that of its type.

    Signing is 057, for PLOVER has no mode that says so; attacks and withdrawals of armies are 190 and 0874.
    """
    if event.type == "SUPPORT" and bundle.signs(event):
        return CAMEO["057"]
    code = _OF_MODE.get(event.type, {}).get(event.mode or "", _OF_TYPE[event.type])
    if "military" in event.contexts:
        code = {("ASSAULT", None): "190", ("RETREAT", "withdraw"): "0874"}.get((event.type, event.mode), code)
    return CAMEO[code]
