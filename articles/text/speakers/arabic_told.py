"""What stands in Arabic between a verb of saying and who says it: to whom it was said, when, and by whose turn."""

from articles.text.speakers import arabic_words as data
from articles.text.speakers.arabic_letters import is_one_of
from articles.text.speakers.shapes import Sentence

_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
_BY_TURNS = frozenset(("جانبه", "جانبها", "جهته", "جهتها", "جهتهم", "جانبهم", "جهتهما"))
_LONGEST_NAME = 5


def behind(sentence: Sentence, index: int) -> int:
    """The place behind all that stands there."""
    while (following := _one(sentence, index)) > index:
        index = following
    return index


def _one(sentence: Sentence, index: int) -> int:
    if index >= len(sentence.words):
        return index
    key, following = sentence.key(index), sentence.key(index + 1)
    if key == "," and following not in data.MEANWHILE and not _is_turn(sentence, index + 1):
        return index
    if key in data.WITH_PRONOUNS or key in data.MEANWHILE:
        return index + 1
    if _is_turn(sentence, index):
        return index + 2
    if key == "ل":
        return _behind_marks(sentence, index + 1)
    is_pronoun = key.endswith(("ها", "هم", "هما")) or sentence.words[index].text.endswith("ه")
    is_theirs = key[:1] == "ل" and len(key) > 4 and is_pronoun and key not in data.OWN_LETTERS
    if is_theirs or (key.startswith("لل") and len(key) > 4):
        return index + 1
    if key[:1] == "ل" and key not in data.OWN_LETTERS and is_one_of(key[1:], data.HOUSES):
        return max(_behind_marks(sentence, index + 1), index + 2)
    return index


def _is_turn(sentence: Sentence, index: int) -> bool:
    """“For his part”."""
    return sentence.key(index) == "من" and sentence.key(index + 1) in _BY_TURNS


def _behind_marks(sentence: Sentence, index: int) -> int:
    """Behind a name between marks; `index` where none stands, so that the word before it is passed over."""
    words = sentence.words
    if index >= len(words) or words[index].is_quotation:
        return min(index + 1, len(words))
    ends = range(index + 1, min(len(words), index + _LONGEST_NAME)) if words[index].text in _OPENING else ()
    return next((end + 1 for end in ends if words[end].text in _CLOSING), index)
