"""The words that the site's own addresses use, and that a section may therefore not be called."""

from articles import doors

# First words of the public addresses, of the desk's, and of files that crawlers and browsers ask for at the root.
# A test walks the URLconf and fails on a first word that is missing here.
RESERVED = frozenset({
    "about", "accounts", "admin", "api", "archive", "contributors", "corrections", "favicon.ico", "feeds",
    "healthz", "history", "latest", "manifest.webmanifest", "media", "news-sitemap.xml", "newsletter", "photos",
    "preview", "robots.txt", "search", "sections", "sitemap.xml", "sources", "static", "tags", "topics",
})  # fmt: skip


def brought() -> set[str]:
    """The first words of the addresses that apps have brought: the database knows those of `RESERVED` alone."""
    words = {str(pattern.pattern).partition("/")[0] for pattern in doors.ADDRESSES}
    return {word for word in words if word and "<" not in word}
