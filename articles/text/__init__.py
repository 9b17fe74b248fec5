"""A story's text: made safe, read, compared, found and hashed. Pure functions on strings; nothing asks a table.

addresses    links out of what wrapped them, without what follows a reader about
arabic       what Arabic words share, for search
blocks       how safe HTML becomes a story's blocks
body         safe HTML, read as plain text
canonical    the bytes that a version's hash is made of
clipboard    a whole paste: read, counted and bounded
comparing    two texts word by word
directions   what runs from left to right in a text of the other direction
figures      the photos in a text
folding      one spelling for search, tags and slugs, Arabic included
foreign      HTML of other programs, read as what it means
go_betweens  who wraps addresses, and which parameters are trackers: data
joining      two texts that were made of one, joined paragraph by paragraph and word by word
ledger       whose words stand where, and which quotations are nobody's
lines        plain text as paragraphs: lines broken at a width are joined
linking      addresses in the words of a text
markup       the one reader of HTML: tags and text, each with its place
numbers      numbers that are read from left to right
outline      what a text has beside its words, for a comparison
pairing      which paragraph of one text became which of another
passages     attributed words found and marked in a text
pasted       what other programs put on the clipboard, as HTML says it
quotations   what stands between quotation marks
search       from words to lexemes and queries
subjects     what makes two spellings of a subject one tag, and tags as an editor types them
tables       the tables in a text, on readers' pages
threeway     two values or lists that were made of one, made one again
windows      characters and faces of Windows, as the signs that were seen
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
