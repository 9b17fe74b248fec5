"""Arabic words as they are folded: what is joined to them, and which tables they are in."""

import re
from functools import lru_cache

from articles.text import speech
from articles.text.speakers import arabic_ways as ways
from articles.text.speakers import arabic_words as data

# Nouns of action by their shape: إنزال, اعتقال, تعيين.
_DEED = re.compile(r"(?:ا\w{2,3}ا\w|ت\w{2}ي\w|ا\w{1,2}ا\wه)\Z")
TANWIN = ("ً", "ٌ", "ٍ")
PRONOUNS = ("ها", "هم", "هما", "ه")
PARTICLES = data.PARTICLES | data.MANNERS | speech.THAT
_PARTING = PARTICLES | data.WITH_PRONOUNS | data.PREPOSITIONS | speech.ATTRIBUTING
# Tables that are asked together.
NOUNS = data.OFFICES | data.HOUSES | data.PAPERS
PEOPLE = data.OFFICES | data.CROWDS
SOMEBODY = NOUNS | data.CROWDS
THINGS = data.PAPERS | data.UTTERANCES | data.OCCASIONS | data.DEEDS
THINGS_AND_HOUSES = THINGS | data.HOUSES
OWNERS = NOUNS | data.RELATIONS
BUSY = data.OFFICES | data.HOUSES | data.RELATIONS


@lru_cache(maxsize=4096)
def bare(key: str) -> str:
    """A word without its article."""
    is_another = key in data.NAMES_LIKE_THE_ARTICLE or key.startswith(data.LIKE_THE_ARTICLE)
    return key[2:] if key.startswith("ال") and len(key) > 3 and not is_another else key


@lru_cache(maxsize=16384)
def is_one_of(key: str, table: frozenset[str]) -> bool:
    """Whether a word is in a table, as it is, of a woman (ة, a ت before a pronoun), or of several."""
    word = bare(key)
    if key in data.NO_NOUNS:
        return False
    if word in table:
        return True
    singular = next(
        (
            word[: -len(end)]
            for end in ("تان", "ات", "ين", "ون", "ان", "ه", "ا")
            if word.endswith(end) and len(word) > 4
        ),
        "",
    )
    return singular in table or f"{singular}ه" in table


@lru_cache(maxsize=4096)
def is_crowd(key: str) -> bool:
    """Whether a word tells of several: of the tables, or with the article and the end of a plural (المتجمعون)."""
    is_construct = key.endswith("و") and len(key) > 4 and key[:-1] in data.OFFICES
    is_accusative = key.endswith("ا") and key[:-1] in data.CROWDS
    is_plural = is_definite(key) and key.endswith("ون") and len(key) > 6
    return bare(key) in data.CROWDS or is_accusative or is_plural or is_construct


def without_pronoun(key: str) -> list[str]:
    """What a noun may be without the pronoun that is joined to it: والده, صحيفته."""
    nouns = [key[: -len(end)] for end in PRONOUNS if key.endswith(end)]
    return [*nouns, *(f"{noun.removesuffix('ت')}ه" for noun in nouns), *(noun.removesuffix("ت") for noun in nouns)]


@lru_cache(maxsize=4096)
def goes_on_to_say(key: str) -> bool:
    """Whether “and” is joined to a verb of saying: وقال."""
    return key[:1] in ("و", "ف") and key[1:] in ways.GOING_ON


@lru_cache(maxsize=4096)
def is_with_a_thing(key: str) -> bool:
    """Whether بـ is joined to a thing that is written, said or done: بتغريدة, ببراءة."""
    is_joined = key[:1] == "ب" and len(key) > 3 and key not in data.OWN_LETTERS
    is_thing = is_joined and any(is_one_of(noun, THINGS) for noun in (key[1:], *without_pronoun(key[1:])))
    return is_thing or (is_joined and is_deed(key[1:]))


@lru_cache(maxsize=16384)
def parts(key: str) -> bool:
    """Whether a word ends a run of words that name somebody, whatever stands before it."""
    if key in _PARTING or (key[:1] in ("و", "ف") and key[1:] in PARTICLES):
        return True
    return key.startswith(("بال", "لل")) or is_with_a_thing(key)


@lru_cache(maxsize=4096)
def is_nobody(key: str) -> bool:
    """Whether a word with the article is nobody and no house, as far as the tables tell."""
    return not (is_one_of(key, SOMEBODY) or is_one_of(key, data.RELATIONS) or is_crowd(key))


@lru_cache(maxsize=4096)
def is_deed(noun: str) -> bool:
    """Whether a word has the shape of what is done: إنزال, اعتقال, تعيين."""
    return bool(_DEED.match(noun))


@lru_cache(maxsize=4096)
def may_be_participle(key: str) -> bool:
    """Whether a word with the article may say what somebody is, as المسلح does, and is nothing that is done to."""
    return key.startswith("الم") and not is_one_of(key, THINGS_AND_HOUSES)


@lru_cache(maxsize=4096)
def begins_so(key: str) -> bool:
    """Whether the first letter of a word is its own, and no “and” or “for” that is joined to it."""
    return len(key) < 4 or key in data.OWN_LETTERS or is_one_of(key, OWNERS)


def is_definite(key: str) -> bool:
    """Whether a word has the article."""
    return bare(key) != key


def gender(key: str) -> str:
    """Whom a first name, or a noun, is of, as far as its letters tell."""
    if key in data.FEMININE or (key.endswith(("ه", "اء")) and key not in data.MASCULINE_IN_A):
        return "she"
    return ""
