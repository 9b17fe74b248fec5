"""A name in Latin letters as it sounds, and the spellings that are usual for the same sounds."""

import re
from collections.abc import Iterator, Sequence

from articles.text.spellings import ways

_MOST = 32
_DOUBLED = re.compile(r"([^aeiou\W])\1+")
# The sounds, each with the letters that stand for it; the first that fits. An upper-case sign is a sound for which
# Latin has two letters. A vowel in front of another is a consonant, or becomes one: Ouahid, Ziad, Fuad.
_V = "[aeiou]"
_SOUNDS = [
    ("S", "sch|sh"), ("x", "kh"), ("G", "gh"), ("T", "th"), ("D", "dh"), ("j", "dj|j"), ("C", "tch|ch"),
    ("f", "ph|f"), ("k", "ck|[qk]"), ("c", "c(?=[eiy])"), ("k", "c"),
    ("aou", f"aou(?!{_V})"), ("aw", f"a(?:u|w|o)(?!{_V})"), ("a", f"a(?=(?:ou|u|w){_V})"), ("W", f"ou(?={_V})"),
    ("ou", "ou"), ("uu", "oo|uu"), ("ii", "ee|ii"), ("aa", "aa"), ("ai", f"[ae][iy](?!{_V})"), ("ae", "ae(?!e)"),
    ("oe", "oe(?![ei])"), ("ue", "ue(?![ei])"), ("uV", f"u(?={_V})"),
    ("y", f"(?<!^)iy(?={_V})"), ("y", f"[iy](?={_V})"), ("i", "[iy]"), ("a", "a"), ("e", "e"), ("u", "u"), ("o", "o"),
    *((letter, letter) for letter in "bdghlmnprstvwxz"),
]  # fmt: skip
_SOUND = re.compile("|".join(f"({letters})" for _sound, letters in _SOUNDS))
VOWELS = {"a", "aa", "ai", "aw", "ae", "aou", "e", "i", "ii", "o", "oe", "ou", "u", "uu", "ue", "uV"}
_LIKE_U = {"o", "ou", "u", "uu"}

# How each sound is spelled in a key. Vowels are of three kinds there: a, i, u. ä, ö and ü are A, O and U where they
# are written with an e, and lose their points where they are not.
_SPELLED: dict[str, list[str]] = {
    "C": ["S"], "T": ["T", "z"], "D": ["d", "z"], "g": ["G", "j"], "c": ["k", "s"], "W": ["w", "u"], "uV": ["u", "w"],
    "y": ["i"], "aa": ["a"], "ii": ["i"], "uu": ["u"], "o": ["u"], "ou": ["u", "aw"], "aou": ["aw", "awu"],
    "ae": ["ai", "A"], "oe": ["O", "oi", "oa"], "ue": ["U", "ui", "ua"], "e": ["i", "a"],
}  # fmt: skip


def sounds(word: str) -> list[str]:
    """The sounds of a folded word in Latin letters; doubled consonants are one."""
    return [_SOUNDS[match.lastindex - 1][0] for match in _SOUND.finditer(_DOUBLED.sub(r"\1", word)) if match.lastindex]


def spellings(word: str, is_beginning: bool = False) -> Iterator[str]:
    """The keys of a word; two words are alike that share one. `is_beginning`: what keys may begin with."""
    heard = sounds(word)
    places = [_choices(heard, place, is_beginning) for place in range(len(heard))]
    yield from dict.fromkeys("".join(way) for way in ways.through(places, _MOST))


def _choices(heard: Sequence[str], place: int, is_beginning: bool) -> list[str]:
    sound = heard[place]
    spelled = _SPELLED.get(sound, [sound])
    is_last = place == len(heard) - 1
    if is_last and not is_beginning and place and (sound == "e" or (sound == "h" and heard[place - 1] in VOWELS)):
        return [*spelled, ""]  # Rahmane, Fatimah
    if sound == "e":
        return [*spelled, *_further(heard, place)]
    if sound == "i" and _is_swallowed(heard, place) and heard[place - 2] == heard[place + 2 :][0] == "a":
        return [*spelled, ""]  # Fatima, Fatma
    if sound == "o" and place == 1 and not is_last:
        return [*spelled, "aw"]  # Nofal, Nawfal
    return spelled


def _further(heard: Sequence[str], place: int) -> Iterator[str]:
    """What else an e may stand for: a u after another one (Yousef), and nothing (Fatema)."""
    before = [sound for sound in heard[:place] if sound in VOWELS]
    is_closed = place + 2 == len(heard)
    if before and before[-1] in _LIKE_U and is_closed:
        yield "u"
    if _is_swallowed(heard, place):
        yield ""


def _is_swallowed(heard: Sequence[str], place: int) -> bool:
    """Whether a short vowel between single consonants may go unspoken: there are vowels before and after them."""
    around = [heard[at] in VOWELS if 0 <= at < len(heard) else None for at in range(place - 2, place + 3)]
    return around == [True, False, True, False, True]
