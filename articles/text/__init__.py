"""A story's text: made safe, read, compared, found and hashed. Pure functions on strings; nothing asks a table.

above        what stands above a text, and what is quoted there
addresses    links out of what wrapped them, without what follows a reader about
answers      what was asked before somebody said something
arabic       what Arabic words share, for search
bearing      whether an Arabic noun bears words between marks as its name
blocks       how safe HTML becomes a story's blocks
body         safe HTML, read as plain text
canonical    the bytes that a version's hash is made of
cases        the cases of an Arabic phrase
changed      what took the place of attributed words that stand nowhere any more
clipboard    a whole paste: read, counted and bounded
comparing    two texts word by word
contexts     what stands around words between marks: the rest of their sentence
counting     how the items of a numbered list are counted: figures, letters, Roman numerals
directions   what runs from left to right in a text of the other direction
figures      the photos in a text
folding      one spelling for search, tags and slugs, Arabic included
foreign      HTML of other programs, read as what it means
go_betweens  who wraps addresses, and which parameters are trackers: data
hearing      a quotation beside its evidence, word by word
joining      two texts that were made of one, joined paragraph by paragraph and word by word
kinds        kinds of things that have names of their own, and words that give a name: data
ledger       whose words stand where, and which quotations are nobody's
lines        plain text as paragraphs: lines broken at a width are joined
linking      addresses in the words of a text
margins      what stands beside a text
marks        quotation marks as people type them, and what each may do
markup       the one reader of HTML: tags and text, each with its place
mending      a passage put as it was heard, in the text and in its statement
naming       whether words between marks are a name, a title, a word as a word
numbers      numbers that are read from left to right
outline      what a text has beside its words, for a comparison
pairing      which paragraph of one text became which of another
passages     attributed words found and marked in a text
pasted       what other programs put on the clipboard, as HTML says it
quotations   what is quoted: words between marks that are somebody's
remembering  what was read in a paragraph is remembered
repeating    what a line says again of what a text quotes
search       from words to lexemes and queries
singles      single quotation marks, told from apostrophes
spans        what stands between quotation marks, over paragraphs
speakers     who is proposed as the owner of each quotation
speech       verbs and words of saying: data
spellings    how names of people are spelled, in both scripts: who is offered for what is typed
spoken       whether words between marks are somebody's
subjects     what makes two spellings of a subject one tag, and tags as an editor types them
tables       the tables in a text, on readers' pages
tallies      the figures that a story may rest on: sums, shares, votes, the dead
threeway     two values or lists that were made of one, made one again
whereabouts  where words stand in a text
windows      characters and faces of Windows, as the signs that were seen
written      where attributed words are written in the HTML of a text, as two numbers
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
