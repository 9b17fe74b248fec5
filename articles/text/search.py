"""From words to what PostgreSQL's full-text search stores and is asked for, in both languages: pure functions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import snowballstemmer

from articles.text import arabic, folding
from articles.text.spellings import names as spelled

# Short, and without what a newspaper's reader means: US and WHO, and «علي», which once folded is also «على».
_ENGLISH_STOP_WORDS = """
    a an and are as at be been but by for from had has have he her his i if in into is it its of on or our she so than
    that the their them then there these they this to was we were which with would you your
"""
_ARABIC_STOP_WORDS = """
    الا التي الذي الذين الي ان انه انها او اي اذا به بها تلك ثم حتي ذلك عليه عليها عن عنه عنها فقد في فيه فيها قد
    كان كانت كما لا لقد لكن لم لن له لها ليس ما مع من منذ منه منها هذا هذه هم هناك هو هي
"""
_STOP_WORDS = frozenset(_ENGLISH_STOP_WORDS.split() + _ARABIC_STOP_WORDS.split())

# U.S. and U.S.-led; 3.5 and 1,000; C++ and C#; any other word, with its apostrophes.
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:{_LETTER}\.){{2,8}}(?!\w)|(?:{_LETTER}\.){{1,8}}{_LETTER}(?!\w)"
    r"|\d+(?:[.,]\d+)+|[a-z](?:\+\+|#)(?!\w)|[^\W_]+(?:'[^\W_]+)*"
)
_HAS_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f]")
_TERM = re.compile(r'(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))')

# PostgreSQL's limits (manual, 12.11): a lexeme is less than 2 kB and has at most 256 positions, none above 16,383; a
# tsvector is less than 1 MB. So many lexemes, each of 64 characters of 4 bytes with 4 bytes of its own, and 2 bytes for
# each position, stay below that.
_LONGEST_LEXEME = 64
_MOST_LEXEMES = 3_500
_MOST_POSITIONS = 256
_LAST_POSITION = 16_383
_BETWEEN_PARTS = 10  # no phrase is found across the end of a headline

_LONGEST_QUESTION = 1_000
_MOST_WORDS = 16


def lexemes(text: str, language: str) -> list[str]:
    """What `text` can be found by, in its order: folded, without stop words, stemmed by the script of each word.

    Words in Latin letters are English and words in Arabic letters Arabic, whichever of the two `language` is; texts in
    any other language are only folded.
    """
    return [lexeme for lexeme in _lexemes(text, language) if lexeme]


def _lexemes(text: str, language: str) -> Iterator[str | None]:
    """The lexemes, one a word; None for a stop word, whose place counts."""
    is_stemmed = language.lower().partition("-")[0] in {"en", "ar"}
    for match in _WORD.finditer(folding.fold(text)):
        word = match.group()[:_LONGEST_LEXEME]
        yield (_stem(word) if is_stemmed else _bare(word))


@lru_cache(maxsize=32_768)
def _stem(word: str) -> str | None:
    if _is_stop_word(word):
        return None
    if _HAS_ARABIC.search(word):
        return _bare(arabic.stem(word))
    # A new stemmer (0.4 µs) for each word not yet remembered: it keeps its word in itself, and threads would mix them.
    return _bare(snowballstemmer.stemmer("english").stemWord(word))


def _is_stop_word(word: str) -> bool:
    heads = {word, word.partition("'")[0]}  # it's, they're
    if word.startswith("و"):
        heads.add(word[1:])  # وهو, ومن
    return not heads.isdisjoint(_STOP_WORDS)


def _bare(word: str) -> str:
    """A word without signs that only join: us for u.s., dont for don't, 1000 for 1,000; in 3.5 the point stays."""
    kept = word if word[:1].isdigit() else word.replace(".", "")
    return kept.replace("'", "").replace(",", "")


def vector(parts: Sequence[tuple[str, str]], language: str) -> str:
    """A tsvector literal, as 'port':3A,17 'strike':4B, of `parts`: a weight from A to D and a plain text each.

    To be cast (::tsvector), not given to to_tsvector(). Text of any length makes a valid one: of a text beyond
    PostgreSQL's limits (manual, 12.11) what comes last is cut or loses its place.
    """
    positions: dict[str, list[str]] = {}
    at = 0
    for weight, text in parts:
        for lexeme in _lexemes(text, language):
            at += 1
            if lexeme and (lexeme in positions or len(positions) < _MOST_LEXEMES):
                _note(positions.setdefault(lexeme, []), at, _WEIGHTS[weight])
        at += _BETWEEN_PARTS
    return " ".join(f"{_quoted(lexeme)}:{','.join(found)}" for lexeme, found in positions.items())


_WEIGHTS = {"A": "A", "B": "B", "C": "C", "D": ""}  # D is what PostgreSQL takes an unmarked position for


def _note(found: list[str], at: int, weight: str) -> None:
    is_last = at >= _LAST_POSITION
    if len(found) < _MOST_POSITIONS and not (is_last and found and found[-1].startswith(str(_LAST_POSITION))):
        found.append(f"{min(at, _LAST_POSITION)}{weight}")


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def query(words: str, language: str) -> str | None:
    """What a reader typed as a tsquery, to be cast (::tsquery); None when it names nothing that could be found.

    All words must be there; "words in quotation marks" next to each other; -word must not. At most 16 words of the
    first 1,000 characters count. Exclusions alone are None: their answer would be nearly the whole archive.
    """
    terms: dict[str, bool] = {}
    room = _MOST_WORDS
    for minus, quoted, word in _TERM.findall(folding.fold(words[:_LONGEST_QUESTION])):
        phrase = _phrase(quoted or word, language)[:room]
        room -= len(phrase)
        if phrase:
            terms["!" * bool(minus) + _followed(phrase)] = not minus
    return " & ".join(terms) if any(terms.values()) else None


def _phrase(words: str, language: str) -> list[tuple[int, str]]:
    """The lexemes of `words`, each with its place among them: cease-fire is a phrase too."""
    return [(place, lexeme) for place, lexeme in enumerate(_lexemes(words, language)) if lexeme]


def _followed(phrase: list[tuple[int, str]]) -> str:
    """'state' <2> 'emergency': each lexeme as far behind the one before it as the reader wrote it."""
    before = phrase[0][0]
    parts = [_quoted(phrase[0][1])]
    for place, lexeme in phrase[1:]:
        parts.append(f"<{place - before}> {_quoted(lexeme)}".replace("<1>", "<->", 1))
        before = place
    return parts[0] if len(parts) == 1 else f"({' '.join(parts)})"


# Names, which are looked up as they are typed: by the beginning of any word

_NAME_WORD = re.compile(r"[^\W_]+")
_WHOLE = "="  # before the lexeme that is a whole name; no word begins with it
_LONGEST_NAME = 200
_MOST_TYPED = 8


def names(*each: str) -> str:
    """A tsvector literal of what something is called: each name whole, each word, in Arabic without article too."""
    return _literal(_names(each))


def people(*each: str) -> str:
    """The same of what somebody is called, with the keys of the usual spellings in either script."""
    keys = dict.fromkeys(key for name in each for key in spelled.keys(name[:_LONGEST_QUESTION]))
    return _literal(_names(each) | keys)


def _literal(lexemes: Iterable[str]) -> str:
    return " ".join(_quoted(lexeme[:_LONGEST_NAME]) for lexeme in lexemes)


def _names(each: Iterable[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    for name in map(folding.key, each):
        words = _NAME_WORD.findall(name)
        bare = map(arabic.without_article, words)
        found |= dict.fromkeys([_WHOLE + name, *words, *bare] if name else [])
    return found


def typed(text: str) -> str | None:
    """A tsquery for what bears each word of `text`, the beginning of a word sufficing; None if it has no words."""
    words = _NAME_WORD.findall(folding.key(text[:_LONGEST_QUESTION]))[:_MOST_TYPED]
    return " & ".join(f"{_quoted(word[:_LONGEST_NAME])}:*" for word in words) or None


def alike(text: str, is_unfinished: bool = True) -> str | None:
    """A tsquery for who bears such a name in one of the usual spellings, in either script; None if it has no words."""
    return _alike(text[:_LONGEST_QUESTION], is_unfinished)


@lru_cache(maxsize=1024)  # Cached: the names of a text are asked for with each pause of who writes it.
def _alike(text: str, is_unfinished: bool) -> str | None:
    wanted = spelled.asked(text, is_unfinished)[:_MOST_TYPED]
    return " & ".join(f"({' | '.join(map(_asked_for, choices))})" for choices in wanted) or None


def _asked_for(key: spelled.Key) -> str:
    return _quoted(key.text) + ":*" * key.is_beginning


def called(text: str) -> tuple[str, str]:
    """Two tsqueries: for what is called exactly `text`, and for that whose name begins so."""
    whole = _quoted((_WHOLE + folding.key(text[:_LONGEST_QUESTION]))[:_LONGEST_NAME])
    return whole, f"{whole}:*"
