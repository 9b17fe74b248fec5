"""Who says so: the statements of a story by owner, each owner under one number."""

from dataclasses import dataclass, field

# A statement on another occasion or on other terms stands in an entry of its own.
SAME = ("source_id", "name", "capacity", "occasion", "obtained_on", "terms", "check_made")


@dataclass(frozen=True)
class Owner:
    """What one owner said on one occasion, on the same terms; `first` tells of all of it."""

    number: int
    statements: list = field(default_factory=list)

    @property
    def first(self):
        return self.statements[0]


def by_owner(statements):
    """The owners in the order in which they first speak, numbered as readers see it."""
    owners = {}
    for statement in statements:
        same = tuple(getattr(statement, name) for name in SAME)
        owners.setdefault(same, Owner(len(owners) + 1)).statements.append(statement)
    return list(owners.values())
