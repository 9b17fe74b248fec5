"""Where two move and edit the sentences of one text, nothing comes to stand there twice: it is right or asked."""

import random
import re
from collections import Counter

import pytest

from articles import text
from articles.text import joining, threeway
from tests.proofs import SEED, tries

WORDS = [
    "quay",
    "crane",
    "union",
    "years",
    "rest",
    "port",
    "week",
    "ships",
    "grain",
    "pay",
    "night",
    "rain",
    "dock",
    "said",
    "on",
]
SENTENCES = ("The union asked for two years of rest.", "The port said no on Sunday.", "Nothing moved on the quay.")


def sentences(of, few):
    """Three sentences, of words that stand there once, or of a few that stand there often."""
    words = of.sample(WORDS, 15) if not few else [of.choice(WORDS[:6]) for _word in range(15)]
    return [words[start : start + 5] for start in (0, 5, 10)]


def edited(of, sentences, mark):
    """One or two changes as people make them: a sentence or a phrase moved, a word put in, changed or taken out."""
    made = [list(each) for each in sentences]
    for _change in range(of.randint(1, 2)):
        at, words = of.randrange(len(made)), of.choice(made)
        place = of.randrange(len(words))
        match of.choice(["move", "move", "move a phrase", "add", "change", "take out"]):
            case "move":
                made.insert(of.randrange(len(made)), made.pop(at))
            case "move a phrase" if len(words) > 3:
                phrase, words[place : place + 2] = words[place : place + 2], []
                into = of.choice(made)
                into[of.randrange(len(into) + 1) :][:0] = phrase
                words += [] if into is not words else phrase
            case "add":
                words.insert(place, f"{mark}{of.randrange(99)}")
            case "take out" if len(words) > 1:
                del words[place]
            case _:
                words[place] = f"{mark}{of.randrange(99)}"
    return made


def one_paragraph(sentences):
    return f"<p>{' '.join(' '.join(each) + '.' for each in sentences)}</p>"


def paragraphs(sentences):
    return "".join(f"<p>{' '.join(each)}.</p>" for each in sentences)


def lines(sentences):
    return "\n".join(" ".join(each) for each in sentences)


def words(written):
    return re.findall(r"\w+", text.plain(written) if written.startswith("<p>") else written)


def in_threes(written):
    """Three words in a row: what nobody writes twice by chance."""
    found = words(written)
    return Counter(zip(found, found[1:], found[2:], strict=False))


@pytest.mark.parametrize(
    ("written", "counted"),
    [(one_paragraph, lambda html: Counter(words(html))), (paragraphs, in_threes), (lines, in_threes)],
    ids=["each word of a paragraph", "three words of paragraphs", "three words of lines"],
)
@pytest.mark.parametrize("few", [False, True], ids=["there once", "there often"])
def test_it_is_there_no_more_often_than_it_was_and_either_added(written, counted, few):
    join, asked, number_of_tries = (
        joining.lines if written is lines else joining.html,
        0,
        tries(sample=2000, full=50000),
    )
    for number in range(number_of_tries):
        of = random.Random(f"{SEED} {number}")
        was = sentences(of, few)
        base, mine, theirs = (written(each) for each in (was, edited(of, was, "mine"), edited(of, was, "theirs")))
        merged = join(base, mine, theirs)
        asked += bool(merged.clashes)
        there, before, own, other = map(counted, (merged.value, base, mine, theirs))
        most = before + (own - before) + (other - before)
        assert not [each for each in there if 0 < most[each] < there[each]], (base, mine, theirs, merged.value)
    assert asked < number_of_tries / 2, "most of it is not asked"


@pytest.mark.parametrize("apart", [" ", "</p><p>"], ids=["in a paragraph", "paragraphs"])
def test_a_sentence_that_both_have_moved_is_asked_and_mine_stays(apart):
    base, mine, theirs = (
        f"<p>{apart.join(SENTENCES[each] for each in order)}</p>" for order in ((0, 1, 2), (1, 0, 2), (1, 2, 0))
    )
    merged = joining.html(base, mine, theirs.replace("two", "three"))
    assert (merged.value, bool(merged.clashes)) == (mine, True)


def test_a_sentence_that_both_have_moved_to_another_paragraph_is_asked():
    first, second, third = (f"<p>{each} It was told to nobody there.</p>" for each in SENTENCES)
    moved = "Cranes stood still all day."
    base = f"<p>{SENTENCES[0]} {moved} It was told to nobody there.</p>{second}{third}"
    mine = first + second.replace("</p>", f" {moved}</p>") + third
    theirs = first + second + third.replace("</p>", f" {moved}</p>")
    merged = joining.html(base, mine, theirs)
    assert merged == threeway.Merged(mine, (threeway.Clash(base, mine, theirs),))


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        # One moved, one edited the other.
        ((1, 0, 2), ("quay", "pier"), "The port said no on Sunday. The union asked for two years of rest. Nothing"),
        ((0, 2, 1), ("two", "three"), "The union asked for three years of rest. Nothing moved on the quay. The port"),
    ],
)
def test_a_sentence_that_one_has_moved_beside_one_that_the_other_has_edited_is_there_once(mine, theirs, joined):
    base = f"<p>{' '.join(SENTENCES)}</p>"
    merged = joining.html(base, f"<p>{' '.join(SENTENCES[each] for each in mine)}</p>", base.replace(*theirs))
    assert not merged.clashes
    assert merged.value.startswith(f"<p>{joined}")
    assert Counter(words(merged.value)) == Counter(words(base.replace(*theirs)))
