"""Which letters an Arabic name may be written with, as its Latin spelling tells; and the same signs for an Arabic word.

A skeleton has a sign for each consonant, one for those that Latin cannot tell apart, and one for each long vowel: A, y,
w. Between two consonants stands a point, where Arabic writes nothing, or an apostrophe for the ع that Latin leaves out;
V is the letter that a word begins with where Latin begins with a vowel.
"""

import re
from collections.abc import Iterator, Sequence

from articles.text.spellings import latin, ways

_MOST = 48
_SIGNS = {
    letter: sign
    for sign, letters in {
        "b": "بپ", "t": "تط", "T": "ث", "j": "جچگ", "h": "حه", "x": "خ", "d": "دض", "z": "ذزظ", "r": "ر", "s": "سص",
        "S": "ش", "G": "غ", "f": "فڤ", "k": "قك", "l": "ل", "m": "م", "n": "ن", "w": "و", "y": "ي", "A": "ا", "e": "ع",
    }.items()
    for letter in letters
}  # fmt: skip
_HARD = "VbtTjhxdzrsSGfklmn"
_BETWEEN = re.compile(f"(?<=[{_HARD}])(?=[{_HARD}])")
_BEFORE_LAST_H = re.compile("[.'](?=h$)")
_BESIDE_LONG = re.compile(f"(?<![{_HARD}])[.']|[.'](?=[Awy])")
_SEVERAL = re.compile(r"\.'|'\.")
_SILENT_AYN = re.compile(f"(?<=[{_HARD}])e(?=[{_HARD}])")
_TWO_AT_THE_END = re.compile(f"([{_HARD}])\\.([{_HARD}])$")
_AMR = re.compile("([^Awye])([^Awye])w")


def of_arabic(word: str, is_beginning: bool = False) -> Iterator[str]:
    """The skeleton of a folded word in Arabic letters; a second one where its last letter is not spoken (عمرو)."""
    signs = "".join(_SIGNS.get(letter, "") for letter in word)
    begun = "V" + signs[1:] if signs[:1] in ("A", "e") else signs
    if is_beginning:
        yield _tidy(begun, is_beginning)
        return
    yield _tidy(begun)
    if len(begun) <= 4 and _AMR.fullmatch(begun[-3:]):
        yield re.sub(r"\.(\w)$", r"_\1", _tidy(begun[:-1]))


def of_latin(word: str, is_beginning: bool = False) -> Iterator[str]:
    """The skeletons of the Arabic words that a folded word in Latin letters may stand for."""
    heard = latin.sounds(word)
    places = [_choices(heard, place, is_beginning) for place in range(len(heard))]
    pairs = list(_one_of_which_is_written(heard))
    found: dict[str, None] = {}
    for way in ways.through(places, _MOST):
        if all(_is_written(way[one]) or _is_written(way[other]) for one, other in pairs):
            skeleton = _tidy("".join(way), is_beginning)
            found[skeleton] = None
            if not is_beginning and heard[-2:] and not latin.VOWELS & set(heard[-2:]):
                found[_TWO_AT_THE_END.sub(r"\1_\2", skeleton)] = None
    yield from found


def _is_written(choice: str) -> bool:
    return choice.strip("V") not in ("", ".")


def _tidy(signs: str, is_beginning: bool = False) -> str:
    """The points where they belong: one between two consonants, none beside a long vowel, nor before the last h."""
    plain = _SILENT_AYN.sub("'", signs).replace("e", "")
    pointed = _BETWEEN.sub(".", _BESIDE_LONG.sub("", _SEVERAL.sub("'", plain)))
    return pointed if is_beginning else _BEFORE_LAST_H.sub("", pointed).rstrip(".'")


# What each sound is written with

_CONSONANTS: dict[str, list[str]] = {
    "p": ["b"], "v": ["f"], "g": ["j", "G"], "T": ["T", "th", "z"], "D": ["z", "d", "dh"], "S": ["S", "sh"],
    "C": ["S", "tS"], "c": ["k", "s"], "W": ["w", "."],
}  # fmt: skip
_WITHIN: dict[str, list[str]] = {
    "a": [".", "A", "'"], "aa": ["A", "'"], "ai": ["y", "Ay", "Ayy"], "ae": ["Ay", "y", "A"],
    "aw": ["w", "ww"], "aou": ["w", "Aw", "ww"],
    "e": [".", "y", "A"], "i": [".", "y"], "ii": ["y"], "o": [".", "w"], "oe": ["w", ".", "y"], "ou": ["w", "."],
    "u": [".", "w", "'"], "uu": ["w"], "ue": ["w", ".", "wy"], "uV": ["w", "."],
}  # fmt: skip
_LAST: dict[str, list[str]] = {
    "a": ["h", "A", "y"], "aa": ["A", "h"], "e": ["", "h", "y", "A"], "i": ["y"], "o": ["w", "h"], "u": ["w"],
    "ou": ["w", "h"],
}  # fmt: skip


def _choices(heard: Sequence[str], place: int, is_beginning: bool) -> list[str]:
    sound, last = heard[place], len(heard) - 1
    if sound not in latin.VOWELS:
        is_unwritten = sound == "h" and place == last > 0 and not is_beginning and heard[place - 1] in ("a", "e")
        return ["h", "", "A", "y"] if is_unwritten else _CONSONANTS.get(sound, [sound])
    if place == 0:
        return [f"V{written}".rstrip(".'") for written in _WITHIN[sound] if written != "'"]
    if not is_beginning and place == last:
        return _LAST.get(sound, _WITHIN[sound])
    if not is_beginning and heard[place:] == [sound, "h"] and sound in ("a", "e"):
        return ["", "A"]
    if heard[place - 1] == "w" and sound in ("ou", "uu"):
        return [".", "w"]  # Dawood
    begins_open = is_beginning and place == last and heard[place - 1] in ("y", "w", "W")
    if begins_open or _must_be_written(heard, place):
        return [written for written in _WITHIN[sound] if _is_written(written) and written != "'"]
    return _WITHIN[sound]


def _must_be_written(heard: Sequence[str], place: int) -> bool:
    """Whether Arabic has a letter for this vowel: that of the last, closed syllable (Mahmoud), and one behind a y or w
    that follows the word's first consonant (Ziad, Fouad, and not Maryam)."""
    sound, before = heard[place], [each for each in heard[:place] if each in latin.VOWELS]
    is_in_last = place + 2 == len(heard) and heard[-1] not in latin.VOWELS and heard[place - 1] != "w"
    if is_in_last and before and (sound == "ou" or (sound == "u" and before[-1] in ("a", "aa"))):
        return True
    return sound == "a" and place == 2 and heard[1] in ("y", "W", "uV") and heard[0] not in latin.VOWELS


def _one_of_which_is_written(heard: Sequence[str]) -> Iterator[tuple[int, int]]:
    """An a and an i with one consonant between them (Karim, Amir): one of them is a long vowel in Arabic."""
    for place in range(len(heard) - 3):
        before, between, sound, behind = heard[place : place + 4]
        if before in ("a", "aa") and sound == "i" and not {between, behind} & latin.VOWELS:
            yield place, place + 2
