"""Rows of the ledger whose words somebody changed: those that stand nowhere, with the passage that took their place,
and those that were verified otherwise."""

from articles.text import changed, folding
from articles.text.changed import Texts
from articles.text.comparing import Fate


def passages(body, statements, places, open_ones, no_quotations, story):
    """{number of a row: the passage that took the place of its words}. `open_ones`: what is quoted and nobody's."""
    texts = Texts(story.body if story else "", body)
    return changed.changed(texts, statements, places, _in_text(open_ones), _in_text(no_quotations))


def _in_text(quoted):
    """Those that stand in the text itself: what stands above it takes nobody's place."""
    return [each.quotation for each in quoted if each.at.paragraph >= 0]


def still_open(open_ones, passages):
    """The quotations that took no row's place."""
    taken = [passage.place for passage in passages.values()]
    return [each for each in open_ones if not any(_meet(each.at, place) for place in taken)]


def _meet(one, other):
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def told(statements, standing, passages, verified):
    """What became of the words of each such row, by its number:

        {"old": the old words, "words" and "occurrence": those that stand there now,
         "pieces": [["same", "gone" or "new", its text], …], "was_verified": whether the old ones were}

    `standing`: the words at each row's place as they stand, and `verified`: those that were verified and fell, each by
    the number of its row.
    """
    for number, ((words, occurrence), stands) in enumerate(zip(statements, standing, strict=True)):
        if passage := passages.get(number):
            yield number, _told(words, stands, passage.words, passage.occurrence, number in verified)
        elif stands and number in verified and folding.fold(verified[number]) != folding.fold(words):
            yield number, _told(verified[number], stands, words, occurrence, True)


def _told(old, stands, words, occurrence, was_verified):
    pieces = [(piece.change.value, piece.text) for piece in changed.pieces(old, stands)]
    is_other = any(change != Fate.SAME.value for change, _text in pieces)
    return {
        "old": old,
        "words": words,
        "occurrence": occurrence,
        "pieces": pieces if is_other else [],
        "was_verified": was_verified,
    }
