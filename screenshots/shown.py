"""What is photographed: names and paths, as plain data.

A path may go on to a link: ("/economy/", "sarran-dockers") is the page that a link on /economy/ whose address has these
words leads to, ("/archive/", ".month td") the one of the first link in such a part. So pages are found whose addresses
bear the day on which the demo was loaded."""

from typing import NamedTuple

ENGLISH = {
    "front": "/",
    "story": ("/economy/", "sarran-dockers-reject-pay-offer"),
    "section": "/world/",
    "opinion": "/opinion/",
    "topics": "/topics/",
    "topic": "/topics/ports/",
    "source": "/sources/maren-toll/",
    "contributor": "/contributors/leena-hasko/",
    "archive": "/archive/",
    "month": ("/archive/", ".month caption"),
    "day": ("/archive/", ".shade-4"),
    "corrections": "/corrections/",
    "apologies": "/corrections/apology/",
    "about": "/about/how-we-treat-sources/",
    "not-found": "/nowhere/at/all/",
}
ARABIC = {
    "front": "/ar/",
    "story": ("/ar/اقتصاد/", "عمال-ميناء-سران"),
    "section": "/ar/العالم/",
    "opinion": "/ar/رأي/",
    "topics": "/ar/topics/",
    "topic": ("/ar/topics/", "/ar/topics/سران"),
    "source": "/ar/sources/maren-toll/",
    "contributor": "/ar/contributors/leena-hasko/",
    "archive": "/ar/archive/",
    "month": ("/ar/archive/", ".month caption"),
    "day": ("/ar/archive/", ".shade-4"),
    "corrections": "/ar/corrections/",
    "apologies": "/ar/corrections/apology/",
    "about": "/ar/about/كيف-نتعامل-مع-مصادرنا/",
    "not-found": "/ar/nowhere/",
}
EDITIONS = {"en": ENGLISH, "ar": ARABIC}

# Of those that are live, one that the desk has changed.
STORY = ("/admin/articles/story/?q=coastal-line-reopens", "/change/")
KINDS = ("photo", "source", "tag", "contributor", "section", "edition", "page")
RECORD = ("publication", "correction", "withdrawal", "address", "event", "revision")


def of_kind(kind, **more):
    """The list of a kind, the form of its first row, and what belongs to the form."""
    form = (f"/admin/articles/{kind}/", "/change/")
    return {f"{kind}-list": form[0], f"{kind}-form": form} | {
        f"{kind}-{name}": (*form, f"../{name}/") for name in more.get("beside", ())
    }


def of_shared(kind):
    """A kind of which an editor makes, changes and merges rows."""
    merge = ("merge",) if kind in {"tag", "section"} else ()
    pages = of_kind(kind, beside=("history", *merge))
    return pages | {f"{kind}-new": f"/admin/articles/{kind}/add/"}


DESK = {
    "first-page": "/admin/",
    "stories": "/admin/articles/story/",
    "stories-none": "/admin/articles/story/?q=nothing+is+called+so",
    "story": STORY,
    "story-new": "/admin/articles/story/add/",
    **{
        f"story-{name}": (*STORY, f"../{name}/")
        for name in ("publish", "schedule", "correct", "withdraw", "rename", "place", "history", "compare")
        + ("preview", "erase")
    },
    **{
        f"stories-{name}": f"/admin/articles/story/bulk/{name}/?pk=1&pk=2"
        for name in ("section", "add-tags", "remove-tags")
    },
    "placements": "/admin/articles/placement/",
    "placements-all": "/admin/articles/placement/all/",
    "placements-front": "/admin/articles/placement/front/en/",
    "erasure-list": "/admin/articles/erasure/",
    "password": "/admin/password_change/",
    "not-found": "/admin/nowhere/",
    **{name: path for kind in KINDS for name, path in of_shared(kind).items()},
    **{name: path for kind in RECORD for name, path in of_kind(kind).items()},
}
# Whose are the pages of the desk that a chief has not.
ACCOUNTS = of_shared("user") | {"user-waits": "/admin/articles/user/waits/"}
FORBIDDEN = {"forbidden": "/admin/articles/user/"}
LOGIN = {"login": "/admin/login/?next=/admin/&language={language}"}

WIDTHS = (390, 820, 1440)
DESK_WIDTHS = (390, 1440)
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "print": {"color_scheme": "light", "media": "print"},
}
DESK_LOOKS = {name: LOOKS[name] for name in ("light", "dark")}


class Room(NamedTuple):
    """Pages by name, seen by a reader, or at the desk, in a language, by one of the staff."""

    name: str
    pages: dict[str, str | tuple[str, ...]]
    widths: tuple[int, ...] = WIDTHS
    looks: dict[str, dict[str, str]] = LOOKS
    desk: str = ""
    staff: str = "chief"


def rooms():
    for language, pages in EDITIONS.items():
        yield Room(language, pages)
    for language in EDITIONS:
        seen = {"widths": DESK_WIDTHS, "looks": DESK_LOOKS}
        login = {name: path.format(language=language) for name, path in LOGIN.items()}
        yield Room(f"desk-{language}", login, **seen)
        for staff, pages in {"chief": DESK, "admin": ACCOUNTS, "reporter": FORBIDDEN}.items():
            yield Room(f"desk-{language}", pages, **seen, desk=language, staff=staff)


class Picture(NamedTuple):
    """One for the documents, of readers' pages or of the desk in a language: how much, from where, what is pressed."""

    path: str | tuple[str, ...]
    desk: str = ""
    width: int = 1440
    height: int = 1100
    look: str = "light"
    scrolled_to: str = ""
    pressed: str = ""


README = {
    "front-en": Picture(ENGLISH["front"]),
    "story-ar": Picture(ARABIC["story"], pressed="#passage-4"),
    "story-en-phone": Picture(ENGLISH["story"], width=390, height=844, look="dark", pressed="#passage-4"),
    "desk": Picture(DESK["story"], desk="en", look="dark"),
}


def guide(language, slug, compared):
    """What docs/desk.md shows, by a story that is live with changes not out."""
    story = (f"/admin/articles/story/?q={slug}", "/change/")
    pictures = {
        "first-page": Picture("/admin/", height=900),
        "story": Picture(story),
        "attributions": Picture(story, height=900, scrolled_to="#attributions-group"),
        "photo": Picture(story, height=900, pressed=".lead-photo [data-do=library]"),
        "preview": Picture((*story, "/compare/", "/preview/?revision=2"), height=1000),
        "compare": Picture((*story, "/compare/"), height=compared),
        "front": Picture(f"/admin/articles/placement/front/{language}/", height=1000),
    }
    return {f"desk-{name}-{language}": picture._replace(desk=language) for name, picture in pictures.items()}


GUIDE = guide("en", "coastal-line-reopens", 640) | guide("ar", "تثبيت-الفائدة-وتحذير", 420)
