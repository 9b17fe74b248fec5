"""A story's text: made safe, read, compared, found and hashed. Pure functions on strings; nothing asks a table.

addresses   links out of what wrapped them, without what follows a reader about
arabic      what Arabic words share, for search
blocks      how safe HTML becomes a story's blocks
body        safe HTML, read as plain text
canonical   the bytes that a version's hash is made of
clipboard   a whole paste: read, counted and bounded
comparing   two texts word by word
figures     the photos in a text
folding     one spelling for search, tags and slugs, Arabic included
foreign     HTML of other programs, read as what it means
go_betweens  who wraps addresses, and which parameters are trackers: data
ledger      whose words stand where, and which quotations are nobody's
lines       plain text as paragraphs: lines broken at a width are joined
linking     addresses in the words of a text
markup      the one reader of HTML: tags and text, each with its place
outline     what a text has beside its words, for a comparison
passages    attributed words found and marked in a text
pasted      what other programs put on the clipboard, as HTML says it
quotations  what stands between quotation marks
search      from words to lexemes and queries
tables      the tables in a text, on readers' pages
windows     characters and faces of Windows, as the signs that were seen
"""

from articles.text.body import (
    clean,
    excerpt,
    kept,
    paragraphs,
    plain,
    reading_minutes,
    shortened,
    word_count,
    words_a_minute,
)

__all__ = [
    "clean",
    "excerpt",
    "kept",
    "paragraphs",
    "plain",
    "reading_minutes",
    "shortened",
    "word_count",
    "words_a_minute",
]
