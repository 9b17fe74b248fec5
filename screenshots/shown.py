"""What is photographed: names and paths, as plain data.

A path may go on to a link: ("/economy/", "sarran-dockers") is the page that a link on /economy/ whose address has these
words leads to. So stories are found, whose addresses bear the day on which the demo was loaded."""

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

# The four that README opens with: whose page, which, how wide, in which look, how much of it, what is pressed first.
PICTURES = {
    "front-en": ("en", "front", 1440, "light", 1100, ""),
    "story-ar": ("ar", "story", 1440, "light", 1100, "#passage-4"),
    "story-en-phone": ("en", "story", 390, "dark", 844, "#passage-4"),
    "desk": ("desk", "story", 1440, "light", 1100, ""),
}
