"""Who may do what at the desk: one table of plain data, from which groups and permissions are made."""

from types import MappingProxyType

DESK = ("story", "byline", "storytag", "attribution")
SHARED = ("contributor", "contributorname", "tag", "source", "sourcename", "sourcetitle", "photo", "phototext")
RECORD = ("publication", "publishedbyline", "publishedtag", "statement", "correction", "withdrawal", "address")
PAPER = ("edition", "section", "page")


def _may(*verbs: str, on: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{verb}_{model}" for verb in verbs for model in on)


_READ = _may("view", on=DESK + SHARED + RECORD + PAPER + ("revision", "event", "placement"))
_WRITE = _READ | _may("add", "change", on=DESK) | _may("delete", on=DESK[1:]) | _may("add", "change", on=SHARED)
_EDIT = _WRITE | {
    "publish_story",
    "withdraw_story",
    "correct_story",
    "rename_story",
    "place_story",
    "agree_to_erase_story",
}
_LEAD = _EDIT | _may("change", on=PAPER) | {"add_page", "add_section", "merge_tag", "merge_section"}
_LEAD |= {"erase_story"}
_RUN = _READ | _may("add", "change", on=PAPER) | _may("view", "add", "change", on=("user",)) | {"agree_to_erase_story"}

# Erasing takes a chief who asks and a second person who agrees: a chief or an editor or an admin.
# Admins keep the house and the accounts; they neither write nor publish.
ROLES = MappingProxyType({"reporter": _WRITE, "copy": _WRITE, "editor": _EDIT, "chief": _LEAD, "admin": _RUN})
