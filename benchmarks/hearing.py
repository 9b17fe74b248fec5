"""A quotation beside its evidence, in milliseconds of processor time: it is to cost 20 at most with ten thousand words,
and no more than the evidence is longer."""

import random
import time

from articles.text.hearing import comparing

FEWER, MANY = 1_250, 10_000
QUOTED = 60
ROUNDS = 9
SYLLABLES = ("ba", "ke", "ti", "do", "lu", "ma", "ne", "pi", "ro", "su")


def rows():
    """What is compared, and its milliseconds with fewer and with many words of evidence that was read before."""
    few, many = (_asked(size) for size in (FEWER, MANY))
    yield from ((f"quotation, {name}", _milliseconds(*few[name]), _milliseconds(*many[name])) for name in few)


def _asked(size):
    words = _speech(size)
    quoted = words[size // 2 : size // 2 + QUOTED]
    changed = [*quoted[:20], "never", *quoted[20:40], *quoted[41:]]
    halves = f"“{' '.join(quoted[30:])},” she said, “{' '.join(quoted[:30])}”"
    heard, repeated = comparing.listen(" ".join(words)), comparing.listen("the " * size)
    return {
        "word for word": (" ".join(quoted), heard),
        "two words changed": (" ".join(changed), heard),
        "an ellipsis": (" ".join([*quoted[:20], "…", *quoted[30:]]), heard),
        "halves turned": (halves, heard),
        "made up": (" ".join(_speech(QUOTED)[::-1]), heard),
        "one word repeated": ("the " * (QUOTED - 1) + "cat", repeated),
    }


def _speech(size):
    chance = random.Random(size)
    return ["".join(chance.choices(SYLLABLES, k=2)) for _word in range(size)]


def _milliseconds(printed, heard):
    return 1000 * min(_seconds(printed, heard) for _round in range(ROUNDS))


def _seconds(printed, heard):
    began = time.process_time()
    comparing.compare(printed, heard)
    return time.process_time() - began
