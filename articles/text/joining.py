"""Two texts that were made of one, joined: paragraph by paragraph, line by line and word by word.

What both have changed in the same words is a clash, and is asked of a person: the joined text then has mine.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from os.path import commonprefix
from typing import Any, NamedTuple

from articles.text import body, comparing, markup, threeway
from articles.text.pairing import paired
from articles.text.threeway import Clash, Merged, Settle, Woven

_NAME = re.compile(r"\w+")
_PHRASE = 3


def lines(base: str, mine: str, theirs: str) -> Merged:
    """A plain text of one line or several, joined line by line and word by word."""
    if mine in (base, theirs) or theirs == base:
        return threeway.whole(base, mine, theirs)
    parts = [text.split("\n") for text in (base, mine, theirs)]
    woven = _paragraphs(*parts, one=_line, bag=lambda line: Counter(line.split()))
    joined = "\n".join(woven.pieces)
    if threeway.is_doubled(*map(_phrases, (joined, base, mine, theirs))):
        return Merged(mine, (Clash(base, mine, theirs),))
    return Merged(joined, woven.clashes)


def html(base: str, mine: str, theirs: str) -> Merged:
    """A story's text, joined block by block and, within a block that both have changed, word by word."""
    base, mine, theirs = map(body.kept, (base, mine, theirs))
    if mine in (base, theirs) or theirs == base:
        return threeway.whole(base, mine, theirs)
    woven = _blocks(*map(_nodes, (base, mine, theirs)))
    joined = body.kept(_html(woven.pieces))
    if not base or _is_doubled(joined, base, mine, theirs):
        return Merged(mine, (Clash(base, mine, theirs),))
    return Merged(joined, woven.clashes)


def _is_doubled(joined: str, base: str, mine: str, theirs: str) -> bool:
    """Whether both have moved a block or a phrase, each to another place, so that it stands in both."""
    there, *sides = (Counter(node.html for node in _nodes(text)) for text in (joined, mine, theirs))
    if any(0 < max(side[each] for side in sides) < number for each, number in there.items()):
        return True
    return threeway.is_doubled(*(_phrases(body.plain(text)) for text in (joined, base, mine, theirs)))


def _phrases(plain: str) -> Counter[tuple[str, ...]]:
    """All so many words in a row as nobody writes twice by chance."""
    words = list(filter(threeway.is_word, comparing.tokens(plain)))
    return Counter(zip(*(words[after:] for after in range(_PHRASE)), strict=False))


def _paragraphs(
    base: Sequence[Any],
    mine: Sequence[Any],
    theirs: Sequence[Any],
    *,
    one: Callable[[Any, Any, Any], Merged],
    bag: Callable[[Any], Counter[str]],
) -> Woven:
    refine = lambda was, change: paired(was, change, bag)  # noqa: E731
    return threeway.weave(base, mine, theirs, settle=_settled(one), refine=refine)


def _settled(one: Callable[[Any, Any, Any], Merged]) -> Settle:
    """How a stretch that both have changed is settled: word by word where one paragraph became one; both stay where
    each has put in something of their own."""

    def settle(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> Woven:
        if not base:
            return Woven([*theirs, *(each for each in mine if each not in theirs)])
        if len(base) == len(mine) == len(theirs) == 1:
            merged = one(base[0], mine[0], theirs[0])
            return Woven([merged.value], merged.clashes)
        return threeway.clash(base, mine, theirs)

    return settle


# Lines


def _line(base: str, mine: str, theirs: str) -> Merged:
    woven = _words(*map(comparing.tokens, (base, mine, theirs)), said=str)
    return Merged("".join(woven.pieces), (Clash(base, mine, theirs),) if woven.clashes else ())


def _words(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any], *, said: Callable[[Any], str]) -> Woven:
    """Two rows of words joined. Two changes that no word stands between are changes of the same words; and so is a word
    that both have taken to another place."""

    def is_word(each: Any) -> bool:
        return threeway.is_word(said(each))

    def touches(between: Sequence[Any]) -> bool:
        return not any(map(is_word, between))

    woven = threeway.weave(base, mine, theirs, settle=threeway.clash, touches=touches, is_anchor=is_word)
    there = (Counter(filter(threeway.is_word, map(said, side))) for side in (woven.pieces, base, mine, theirs))
    return threeway.clash(base, mine, theirs) if threeway.is_doubled(*there) else woven


# Blocks


class _Node(NamedTuple):
    """A block with what it holds, or the text in one, which has no tag."""

    start: str
    html: str
    inner: tuple["_Node", ...] = ()


def _nodes(safe: str) -> tuple[_Node, ...]:
    """The blocks of a clean text."""
    held: list[list[_Node]] = [[]]
    starts: list[str] = []
    for is_block, run in markup.runs(safe):
        if not is_block:
            held[-1] += [_Node("", source)] if (source := "".join(token.source for token in run)).strip() else []
            continue
        for tag in run:
            if not tag.is_end:
                starts.append(tag.source)
                held.append([])
            elif starts:
                block = _block(starts.pop(), held.pop())
                held[-1].append(block)
    return tuple(held[0])


def _block(start: str, inner: Iterable[_Node]) -> _Node:
    return _Node(start, f"{start}{_html(inner)}{_end(start)}", tuple(inner))


def _html(nodes: Iterable[_Node]) -> str:
    return "".join(node.html for node in nodes)


def _end(start: str) -> str:
    found = _NAME.search(start)
    return f"</{found[0]}>" if found else ""


def _blocks(base: Sequence[_Node], mine: Sequence[_Node], theirs: Sequence[_Node]) -> Woven:
    woven = _paragraphs(base, mine, theirs, one=_one, bag=_bag)
    told = (clash if isinstance(clash.base, str) else Clash(*map(_html, clash)) for clash in woven.clashes)
    return Woven(woven.pieces, tuple(told))


def _bag(node: _Node) -> Counter[str]:
    """The words of a block; of a photo, above all which one it is."""
    tag = next(markup.tags(node.html), None)
    return Counter([*body.plain(node.html).split(), *([tag.photo] * 99 if tag and tag.photo else [])])


def _one(base: _Node, mine: _Node, theirs: _Node) -> Merged:
    """One block, which both have changed."""
    both = (base, mine, theirs)
    if mine in (base, theirs) or theirs == base:
        return threeway.whole(*both)
    start = threeway.whole(*(node.start for node in both))
    if start.clashes or len({bool(node.start) for node in both}) > 1:
        return Merged(mine, (Clash(*(node.html for node in both)),))
    if start.value:
        woven = _blocks(*(node.inner for node in both))
        return Merged(_block(start.value, woven.pieces), woven.clashes)
    woven = _words(*(list(_units(node.html)) for node in both), said=lambda unit: unit.text)
    return Merged(_Node("", _written(woven.pieces)), (Clash(*(node.html for node in both)),) if woven.clashes else ())


class _Unit(NamedTuple):
    """A word, a sign or white space, with the emphasis and links around it."""

    text: str
    around: tuple[str, ...]


def _units(inline: str) -> Iterator[_Unit]:
    around: list[str] = []
    for token in markup.tokens(inline):
        if token.is_text or token.name == "br":
            yield from (_Unit(each, tuple(around)) for each in comparing.tokens(token.text))
        elif not token.is_end:
            around.append(token.source)
        elif around:
            around.pop()


def _written(units: Iterable[_Unit]) -> str:
    """Words as HTML: between two, what only one of them stands in is closed and opened."""
    written: list[str] = []
    around: tuple[str, ...] = ()
    for text, path in [*units, _Unit("", ())]:
        shared = len(commonprefix([path, around]))
        written += [*map(_end, reversed(around[shared:])), *path[shared:]]
        written.append("<br>" if text == "\n" else escape(text, quote=False))
        around = path
    return "".join(written)
