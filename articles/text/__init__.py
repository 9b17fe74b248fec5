"""A story's text: made safe, read, compared, found and hashed. Pure functions on strings; nothing asks a table.

arabic      what Arabic words share, for search
blocks      how safe HTML becomes a story's blocks
body        safe HTML, read as plain text
canonical   the bytes that a version's hash is made of
comparing   two texts word by word
figures     the photos in a text
folding     one spelling for search, tags and slugs, Arabic included
joining     two texts that were made of one, joined paragraph by paragraph and word by word
ledger      whose words stand where, and which quotations are nobody's
markup      the one reader of HTML: tags and text, each with its place
outline     what a text has beside its words, for a comparison
pairing     which paragraph of one text became which of another
passages    attributed words found and marked in a text
pasted      what other programs put on the clipboard, as HTML says it
quotations  what stands between quotation marks
search      from words to lexemes and queries
threeway    two values or lists that were made of one, made one again
"""

from articles.text.body import (
    clean,
    excerpt,
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
    "paragraphs",
    "plain",
    "reading_minutes",
    "shortened",
    "word_count",
    "words_a_minute",
]
