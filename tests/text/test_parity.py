"""Two siblings' statements beside each other: what one has and the other not."""

import pytest

from articles.rules.parity import Shared, parity


def said(key, *owners, quoted=True, carries=()):
    return Shared(key, frozenset(owners), quoted, carries)


TOLL, HESSE, UNION = 1, 2, 3


@pytest.mark.parametrize(
    ("theirs", "ours", "missing", "added"),
    [
        ([], [], (), ()),
        ([said(1, TOLL), said(2, HESSE)], [], (0, 1), ()),
        ([said(1, TOLL), said(2, HESSE)], [said(9, HESSE)], (0,), ()),
        ([said(1, TOLL)], [said(8, TOLL), said(9, HESSE)], (), (1,)),
        ([said(1, TOLL), said(2, TOLL), said(3, TOLL)], [said(8, TOLL), said(9, TOLL)], (2,), ()),
        # A joint statement is one of both, and of neither alone.
        ([said(1, TOLL, UNION)], [said(8, TOLL)], (0,), (0,)),
        ([said(1, TOLL, UNION)], [said(8, UNION, TOLL)], (), ()),
        # A quotation for a quotation first, and a paraphrase of the same source where there is no other.
        ([said(1, TOLL), said(2, TOLL, quoted=False)], [said(8, TOLL, quoted=False)], (0,), ()),
        ([said(1, TOLL)], [said(8, TOLL, quoted=False)], (), ()),
        # Who is protected is a row of its own in each story.
        ([said(1, 0)], [said(8, 0)], (), ()),
    ],
)
def test_what_nobody_has_tied_is_found_by_its_owners(theirs, ours, missing, added):
    found = parity(theirs, ours)
    assert (found.missing, found.added, found.moved) == (missing, added, ())
    assert found.is_whole == (not missing and not added)


def test_what_somebody_has_tied_is_one_statement_whatever_the_order():
    theirs = [said(1, TOLL), said(2, TOLL), said(3, TOLL)]
    assert parity(theirs, [said(8, TOLL, carries=(3,))]).missing == (0, 1)
    assert parity(theirs, [said(8, TOLL, carries=(2,)), said(9, TOLL)]).missing == (2,)


def test_the_tie_holds_in_both_directions():
    assert parity([said(1, TOLL, carries=(8,))], [said(8, HESSE)]).moved == ((0, 0),)


def test_one_passage_may_hold_several_of_their_statements():
    theirs = [said(1, TOLL), said(2, HESSE)]
    assert parity(theirs, [said(8, TOLL, HESSE, carries=(1, 2))]).is_whole
    assert parity(theirs, [said(8, TOLL, carries=(1, 2))]).moved == ((1, 0),)


def test_what_was_tied_and_belongs_to_another_there_is_told():
    assert parity([said(1, HESSE)], [said(8, TOLL, carries=(1,))]) == ((), (), ((0, 0),))
    # An owner more than they have is another owner too.
    assert parity([said(1, HESSE)], [said(8, TOLL, HESSE, carries=(1,))]).moved == ((0, 0),)


def test_a_tie_to_a_statement_that_is_gone_is_none():
    assert parity([said(1, TOLL)], [said(8, TOLL, carries=(77,))]).is_whole
