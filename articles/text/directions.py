"""What runs from left to right in a text that runs from right to left, and how it is told to whatever draws it.

Unicode draws a Latin word in Arabic as it is read. But the signs at its edges (C++, @name), and numbers with dashes,
spaces or a plus (+974 4412 3456), it takes for parts of the Arabic sentence and draws the other way round. Such a run
is isolated where it is shown: what is stored, hashed and searched stays as it was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import category

from articles.text import markup, numbers

LTR, RTL, AUTO = "ltr", "rtl", "auto"
# Left-to-right isolate, right-to-left isolate, first strong isolate, and the end of any (Unicode TR 9).
_BEGINNINGS, _END = {LTR: "\u2066", RTL: "\u2067", AUTO: "\u2068"}, "\u2069"
# Behind these somebody has said how it goes on: RLM, and the beginnings of embeddings, overrides and isolates.
_SAID = "\u200f\u202a\u202b\u202d\u202e\u2066\u2067"
_OVERRIDE, _END_OF_OVERRIDE = "\u202d", "\u202c"
_ARABIC_DIGIT = re.compile("[\u0660-\u0669]")

# Letters, vowel signs and punctuation of scripts that run from right to left; their digits and the separators in their
# numbers run the other way.
_LEFTWARD = (
    "\u0590-\u065f\u066a\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_MARKS = "\u200f\u202a-\u202e\u2066-\u2069"
_HAS_LEFTWARD = re.compile(f"[{_LEFTWARD}]")
# A letter or a digit that runs from left to right: a quick look before a long one.
_HAS_RIGHTWARD = re.compile(
    "[0-9A-Za-z\u00aa-\u058f\u0660-\u0669\u06f0-\u06f9\u0900-\u1fff\u2c00-\ud7ff\U00010000-\U000107ff]"
)
# A sign alone, such as the space between two words, is no run.
_STRETCH = re.compile(f"[^\n{_LEFTWARD}{_MARKS}]{{2,}}")
_LETTER, _WORD = re.compile(r"[^\W\d_]"), re.compile(r"[^\W_]")
# Signs that belong to the word that they touch: .NET, #tag, ~/path; C++, https://paper.example/.
_BEFORE, _BEHIND = frozenset(".@#$~/\\+*&_%-−"), frozenset("+#*/_=$&@~^|\\%™®©°")
_BRACKETS = {"(": ")", "[": "]"}
_ACRONYM = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_]\Z")
_VOID = {"br", "hr", "img", "source", "wbr", "use", "input", "meta", "link"}
_DIRECTION = re.compile(r"""\bdir\s*+=\s*+["']?(ltr|rtl|auto)\b|\bdirection\s*+:\s*+(ltr|rtl)\b""", re.IGNORECASE)
# What a text does not keep as an element, and what stands in it.
_ASIDE = re.compile(
    r"(<(span|bdi|bdo|font|code|kbd|samp|tt|cite|q|u|small|mark|time|data)\b[^<>]*>)([^<>]*)(?=</\2\s*>)", re.IGNORECASE
)
_LEFTWARD_BLOCK = re.compile(r"""<(?:p|div|li|td|h[1-6])\b[^<>]*?\bdir\s*+=\s*+["']?rtl""", re.IGNORECASE)


# In a line of plain text


def runs(text: str, base: str) -> Iterator[tuple[int, int]]:
    """From where to where in `text`, which runs in the direction `base`, a run has to be isolated to be read from left
    to right."""
    for stretch in _STRETCH.finditer(text):
        before = text[stretch.start() - 1 : stretch.start()]
        if before and before in _SAID:
            continue  # Somebody has said how it runs.
        if base == RTL or _HAS_LEFTWARD.match(before):
            is_touching = bool(_HAS_LEFTWARD.match(before))
            found = _of_stretch(stretch[0], base, is_touching)
            # One sign alone reads the same either way.
            yield from ((stretch.start() + start, stretch.start() + end) for start, end in found if end - start > 1)


def isolated(text: str, base: str = AUTO) -> str:
    """A line with its runs between isolates: for titles, letters, and whatever else knows no HTML."""
    parts, after = [], 0
    for start, end in runs(text, _resolved(text, base)) if _is_mixed(text, base) else ():
        parts += [text[after:start], *_between_characters(text[start:end])]
        after = end
    return "".join([*parts, text[after:]])


def apart(text: str) -> str:
    """A name among words of another language, likewise: it runs as its first letter does, and parts it from them."""
    return f"{_BEGINNINGS[AUTO]}{isolated(text)}{_END}" if text else ""


def _between_characters(run: str) -> tuple[str, str, str]:
    """A run between the characters of Unicode that isolate it. Arabic digits have to be told more: between two groups
    of them a space runs leftward even there, and an override alone turns it."""
    beginning, end = (_OVERRIDE, _END_OF_OVERRIDE) if _ARABIC_DIGIT.search(run) else ("", "")
    return _BEGINNINGS[LTR] + beginning, run, end + _END


def _between_tags(run: str) -> tuple[str, str, str]:
    """A run in an element that isolates it, likewise."""
    name = "bdo" if _ARABIC_DIGIT.search(run) else "bdi"
    return f'<{name} dir="ltr">', run, f"</{name}>"


def _is_mixed(text: str, base: str) -> bool:
    return bool(_HAS_RIGHTWARD.search(text)) and (base == RTL or bool(_HAS_LEFTWARD.search(text)))


def _resolved(text: str, base: str) -> str:
    """The direction of a text that says none itself: that of its first letter."""
    if base != AUTO:
        return base
    letter = _LETTER.search(text)
    return RTL if letter and _HAS_LEFTWARD.match(letter[0]) else LTR


def _of_stretch(stretch: str, base: str, is_touching: bool) -> Iterator[tuple[int, int]]:
    letter = _LETTER.search(stretch)
    if letter and base == LTR:
        # The sentence goes on by itself at its first word: what stands before it is taken for the other script's.
        word = stretch.rfind(" ", 0, letter.start()) + 1
        stretch = stretch[:word] if word else stretch.partition(" ")[0]
        letter = _LETTER.search(stretch)
    if not letter:
        yield from numbers.runs(stretch)
        return
    start, end = _edges(stretch, is_touching)
    # From letter to letter, or to digit, Unicode has it right by itself.
    is_right = stretch[start].isalpha() and (base == LTR or stretch[end - 1].isalnum())
    if not is_right:
        yield start, end


def _edges(stretch: str, is_touching: bool) -> tuple[int, int]:
    """Where the words of a stretch begin and end, with the signs that belong to them and without the sentence's own."""
    start = first = next(_WORD.finditer(stretch)).start()
    end = len(stretch) - next(place for place, char in enumerate(reversed(stretch)) if _WORD.match(char))
    while start and stretch[start - 1] in _BEFORE:
        start -= 1
    is_glued = stretch[start - 1].isalnum() if start else is_touching
    if is_glued or stretch[start:first].startswith(".."):
        start = first
    while end < len(stretch) and (stretch[end] in _BEHIND or category(stretch[end])[0] == "M"):
        end += 1
    for opening, closing in _BRACKETS.items():
        balance = stretch.count(opening, start, end) - stretch.count(closing, start, end)
        start -= balance < 0 and start > 0 and stretch[start - 1] == opening
        end += balance > 0 and stretch[end : end + 1] == closing
    # Looked at from no further back than an acronym is long.
    return start, end + (stretch[end : end + 1] == "." and bool(_ACRONYM.search(stretch[max(start, end - 24) : end])))


# In HTML


@dataclass
class _Line:
    """Text that one line box may hold, with the place of each character in the HTML, and its direction."""

    base: str
    text: list[str] = field(default_factory=list)
    tokens: list[markup.Token] = field(default_factory=list)


def drawn(html: str, base: str) -> str:
    """`html`, safe and balanced, in a page that runs in the direction `base`, with each run isolated by an element.

    Where a run begins in one element and ends in another, characters of Unicode isolate it. Where an element says a
    direction of its own, that is the direction in it.
    """
    if not _is_mixed(html, base):
        return html
    found = [place for line in _lines(html, base) for place in _places(line)]
    parts, after = [], 0
    for start, end in found:
        between = _between_tags if _is_whole(html, start, end) else _between_characters
        parts += [html[after:start], *between(html[start:end])]
        after = end
    return "".join([*parts, html[after:]])


def _lines(html: str, base: str) -> Iterator[_Line]:
    """The lines of the HTML: blocks part them, and so does whatever says a direction of its own."""
    line, around = _Line(base), [base]
    stack: list[tuple[str, bool]] = []
    for token in markup.tokens(html):
        if token.is_text or token.name == "br":
            line.text.append(token.text)
            line.tokens.append(token)
            continue
        if token.name in _VOID:
            continue
        parts = _opened(token, stack, around) if not token.is_end else _closed(token, stack, around)
        if parts:
            yield line
            line = _Line(around[-1])
    yield line


def _opened(tag: markup.Token, stack: list[tuple[str, bool]], around: list[str]) -> bool:
    said = _DIRECTION.search(tag.source)
    is_number = tag.name == "button"
    own = said and (said[1] or said[2]).lower() or (AUTO if tag.name == "bdi" else "")
    stack.append((tag.name, bool(own)))
    if own:
        around.append(own)
    return tag.is_block or bool(own) or is_number


def _closed(tag: markup.Token, stack: list[tuple[str, bool]], around: list[str]) -> bool:
    if not stack or stack[-1][0] != tag.name:
        return tag.is_block
    _name, has_own = stack.pop()
    if has_own:
        around.pop()
    # Behind a passage stands its number, which is no part of what follows it.
    return tag.is_block or has_own or tag.name == "button"


def _places(line: _Line) -> Iterator[tuple[int, int]]:
    text = "".join(line.text)
    found = list(runs(text, _resolved(text, line.base))) if _HAS_RIGHTWARD.search(text) else []
    if found:
        at = [place for token in line.tokens for place in token.places()]
        yield from ((at[start][0], at[end - 1][1]) for start, end in found)


def _is_whole(html: str, start: int, end: int) -> bool:
    """Whether what the run opens it closes, and nothing else."""
    depth = 0
    for tag in markup.tags(html, start, end):
        depth += 0 if tag.name in _VOID else -1 if tag.is_end else 1
        if depth < 0:
            return False
    return depth == 0


# As it is pasted


def kept(html: str) -> str:
    """Pasted HTML in which isolates say the direction of what no text keeps as an element, where it is seen: of what
    stands there against the direction of the whole, and has more in it than words."""
    if not _ASIDE.search(html):
        return html
    words = "".join(token.source for token in markup.tokens(html) if token.is_text)
    letters = _LETTER.findall(words)
    is_leftward = 2 * sum(bool(_HAS_LEFTWARD.match(letter)) for letter in letters) > len(letters)
    is_leftward |= bool(_LEFTWARD_BLOCK.search(html))
    return _ASIDE.sub(lambda found: _with_direction(found, RTL if is_leftward else LTR), html)


def _with_direction(found: re.Match[str], base: str) -> str:
    tag, name, words = found.groups()
    said = _DIRECTION.search(tag)
    own = _resolved(words, (said[1] or said[2]).lower() if said else AUTO if name.lower() in ("bdi", "bdo") else base)
    if own == base or not re.search(r"[^\w\s]|\d\s+\d", words) or (own == LTR) is bool(_HAS_LEFTWARD.search(words)):
        return found[0]
    return f"{tag}{_BEGINNINGS[own]}{words}{_END}"
