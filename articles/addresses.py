"""The words that the site's own addresses use, and what a section may therefore not be called: plain data."""

# First words of the public addresses, of the desk's, and of files that crawlers and browsers ask for at the root.
# A test walks the URLconf and fails on a first word that is missing here.
RESERVED = frozenset(
    "about accounts admin api archive contributors corrections favicon.ico feeds healthz history latest media"
    " news-sitemap.xml newsletter photos preview robots.txt search sections sitemap.xml sources static tags"
    " topics".split()
)


def is_reserved(slug: str, languages: frozenset[str] | set[str] = frozenset()) -> bool:
    """Whether the site needs `slug` as the first word of an address: a word of its own, a language, or a year."""
    return slug in RESERVED or slug in languages or (slug.isdecimal() and len(slug) == 4)
