"""What the form of an Arabic verb tells: whether somebody says something, and who, a woman, a man or several."""

from functools import lru_cache

from articles.text import speech
from articles.text.speakers import arabic_words as data

# By its first word, what stands before a source without a verb; the longest first.
_PATTERNS = sorted(data.BEFORE_A_SOURCE, key=lambda each: -len(each))
PATTERNS = {each[0]: [other for other in _PATTERNS if other[0] == each[0]] for each in _PATTERNS}
PARTICIPLES = data.SAYINGS | speech.PARTICIPLES


def gender(key: str) -> str:
    """A woman or a man, as the form of a verb tells; empty where it does not."""
    if key.endswith(("ت", "تا", "تها", "ته", "تهم", "تنا")) and not key.endswith("لفت"):
        return "she"
    if key.startswith("ت") and (speech.says(f"ي{key[1:]}") or speech.may_say(f"ي{key[1:]}")):
        return "" if speech.says(f"{key}ت") else "she"
    return "she" if key in PARTICIPLES and key.endswith(("ه", "ها")) and not key.endswith("وله") else "he"


def number(key: str) -> str:
    """They, where the form tells of two or more; else empty."""
    is_present = key[:1] in ("ي", "ت")
    ends = ("ان", "ون") if is_present else ("وا", "تا", "ا")
    is_several = key.endswith(ends) and speech.says(key) and len(key) > 3
    return "they" if is_several and not (key.endswith("ا") and not speech.says(key[:-1])) else ""


@lru_cache(maxsize=16384)
def may_tell(key: str, form: str) -> bool:
    """Whether a word, or what is left of it without “and”, may begin something that is read here."""
    is_phrase = key in PATTERNS or form in PATTERNS or form in data.PASSED_ON or form in data.PAPERS_SAY
    is_verb = key in PARTICIPLES or speech.says(key) or speech.may_say(key)
    return is_phrase or is_verb or key in data.DELIVERED or form == "اما" or form in ("في", "لكن") or key in speech.THAT
