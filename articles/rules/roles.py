"""Who may do what at the desk: one table of plain data, from which groups and permissions are made."""

from types import MappingProxyType

DESK = ("story", "byline", "storytag", "attribution")
SHARED = ("contributor", "contributorname", "tag", "source", "sourcename", "sourcetitle", "photo", "phototext")
# Rows of the shared tables that are lines of another row: a wrong one may go.
LINES = ("contributorname", "sourcename", "sourcetitle", "phototext")
RECORD = (
    "publication",
    "publishedbyline",
    "publishedtag",
    "publishedphoto",
    "statement",
    "correction",
    "withdrawal",
    "address",
)
PAPER = ("edition", "section", "page")
# How grave the rules of sourcing are in a section.
RULES = ("sectionrule",)
# What of a table of the paper whoever keeps the house may change: `keep_edition`. The rest is the chief's.
KEPT = MappingProxyType({"edition": frozenset({"language", "time_zone", "is_default", "position"})})


def _may(*verbs: str, on: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{verb}_{model}" for verb in verbs for model in on)


_PUBLISH = {"publish_story", "withdraw_story", "correct_story", "rename_story", "place_story"}
# Erasing takes a chief who asks, and a second person who agrees.
_AGREE = {"agree_to_erase_story"}

_READ = _may("view", on=(*DESK, *SHARED, *RECORD, *PAPER, *RULES, "revision", "event", "placement", "recall"))
# What was heard is for those who write. That of a protected source is for the chief and for who entered it.
_HEAR = _may("view", "add", "change", "delete", on=("evidence",))
_WRITE = _READ | _HEAR | _may("add", "change", on=DESK + SHARED) | _may("delete", on=DESK[1:] + LINES)
# What readers see follows its own table, at once: whoever may publish may change it.
_PUBLIC = {f"change_public_{name}" for name in ("contributor", "photo", "source", "tag")}
_KEEP = {f"keep_{name}" for name in KEPT}
_EDIT = _WRITE | _PUBLISH | _AGREE | _PUBLIC | {"report_statement"}
# What a section's rules of sourcing stop is a chief's to set, and to let out all the same.
_SOURCING = {"override_gate"} | _may("add", "change", "delete", on=RULES)
_HEAR_ALL = {"view_protected_evidence", "set_evidence_term"}
_CHIEFS = {"erase_story", "view_erasure", "merge_tag", "merge_section"}
_LEAD = _EDIT | _KEEP | _HEAR_ALL | _CHIEFS | _SOURCING | _may("add", "change", on=PAPER)
# Admins keep the house and the accounts; they neither write nor publish, not what the paper says of itself either, nor
# agree to an erasure: who makes accounts could otherwise be both people.
_RUN = _READ | _KEEP | {"view_erasure"} | _may("view", "add", "change", on=("user",))

ROLES = MappingProxyType({"reporter": _WRITE, "copy": _WRITE, "editor": _EDIT, "chief": _LEAD, "admin": _RUN})


def roles_with(permission: str) -> list[str]:
    """The roles that have a permission, in the order of the table."""
    return [role for role, names in ROLES.items() if permission in names]
