"""Relations: lasting ties between persons, states and bodies, and cooperation on equipment."""

from __future__ import annotations

from onrecord.annotate import Annotation
from onrecord.extract.offices import find_offices
from onrecord.extract.programmes import find_programmes
from onrecord.extract.relations_build import relations
from onrecord.extract.relations_mechanisms import find_mechanisms
from onrecord.extract.relations_membership import find_memberships
from onrecord.extract.relations_names import find_former_names
from onrecord.extract.relations_posts import with_posts
from onrecord.extract.relations_transfers import find_transfers
from onrecord.extract.relations_treaties import find_treaties
from onrecord.model import Relation


def find_relations(annotation: Annotation) -> list[Relation]:
    """Return the report's relations, sorted by id; what it tells several times is one, with a telling for each."""
    drafts = [
        *with_posts(annotation, list(find_offices(annotation))),
        *find_memberships(annotation),
        *find_mechanisms(annotation),
        *find_treaties(annotation),
        *find_former_names(annotation),
        *find_programmes(annotation),
        *find_transfers(annotation),
    ]
    return relations(annotation, drafts)
