"""The cases of an Arabic phrase: what a verb takes is written otherwise than what a sentence begins with."""

import re

_HARAKAT = re.compile("[\u064b-\u0652]")
_LETTERS = re.compile("[\u0621-\u064a]{3,}")
# Behind these the accusative has no letter of its own; behind «ه» it would be a pronoun.
_WITHOUT = ("ة", "ه", "ا", "ى", "اء", "ون", "ين")
# An alif behind these is no ending: her, our, what, they did.
_OTHERS = ("ها", "نا", "ما", "وا")


def cases(words: str) -> list[str]:
    """A phrase as it stands, and with all its words in the accusative and in the other cases: «ربيع بطيء», «ربيعًا
    بطيئًا»."""
    if not _LETTERS.search(words):
        return [words]
    bare = _HARAKAT.sub("", words).split()
    return list(dict.fromkeys((words, " ".join(map(_accusative, bare)), " ".join(map(_other, bare)))))


def _accusative(word: str) -> str:
    if not _LETTERS.fullmatch(word) or word.startswith("ال"):
        return word
    if word.endswith("ون"):
        return f"{word[:-2]}ين"
    if word.endswith(_WITHOUT):
        return word
    return f"{word[:-1]}ئا" if word.endswith("يء") else f"{word}ا"


def _other(word: str) -> str:
    if not _LETTERS.fullmatch(word) or len(word) < 4:
        return word
    if word.endswith("ين"):
        return f"{word[:-2]}ون"
    if not word.endswith("ا") or word.endswith(_OTHERS):
        return word
    return f"{word[:-2]}ء" if word.endswith("ئا") else word[:-1]
