"""What is photographed: names and paths, as plain data.

A path may go on to a link: ("/economy/", "sarran-dockers") is the page that a link on /economy/ whose address has these
words leads to. So stories are found, whose addresses bear the day on which the demo was loaded."""

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
    "month": ("/archive/", "/archive/20", "/archive/20"),
    "corrections": "/corrections/",
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
    "month": ("/ar/archive/", "/ar/archive/20", "/ar/archive/20"),
    "corrections": "/ar/corrections/",
    "about": "/ar/about/how-we-treat-sources/",
    "not-found": "/ar/nowhere/",
}
EDITIONS = {"en": ENGLISH, "ar": ARABIC}

DESK = {
    "first-page": "/admin/",
    "stories": "/admin/articles/story/",
    "story": ("/admin/articles/story/?q=sarran", "/change/"),
    "new-story": "/admin/articles/story/add/",
    "history": ("/admin/articles/story/?q=sarran", "/change/", "/history/"),
    "photos": "/admin/articles/photo/",
    "sources": "/admin/articles/source/",
    "tags": "/admin/articles/tag/",
    "contributors": "/admin/articles/contributor/",
    "sections": "/admin/articles/section/",
    "editions": "/admin/articles/edition/",
    "placements": "/admin/articles/placement/",
    "corrections": "/admin/articles/correction/",
    "events": "/admin/articles/event/",
}
LOGGED_IN_AS = "chief"

WIDTHS = (390, 820, 1440)
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "print": {"color_scheme": "light", "media": "print"},
}


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
    "desk": Picture(DESK["story"], desk="en"),
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
