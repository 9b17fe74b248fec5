"""A story's text as HTML, made safe and read as plain text: pure functions on strings."""

import re
from collections import Counter
from urllib.parse import quote

import nh3

from articles.text import addresses, blocks, counting, directions, linking, markup, pasted, remembering, windows
from articles.text.foreign.seen import Left

_DEEPEST_PARSED = 500  # the parser's time grows with the square of the depth: 100,000 elements took it 49 s
_CLOSES_ITSELF = {"p", "li", "td", "tr", "th", "dt", "dd", "option", "br", "hr", "img", "input", "wbr", "col", "meta"}

# A sign and no tag: “<two per cent”, “<ann@example.org>”. The parser would take all that follows for its attributes.
_SIGN = re.compile(
    r"""<(?![a-zA-Z][\w:-]*(?:\.(?:head|content|end))?(?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>|/[a-zA-Z][^<>]*>|!)"""
)
_PROLOGUE = re.compile(r"<\?xml[^<>]*>", re.IGNORECASE)


# Safe HTML


def clean(html: str, told: Counter[Left] | None = None) -> str:
    """`html` as the body of a story: safe, and in one canonical form. Plain text becomes paragraphs. Idempotent.

    Blocks are p, h2, h3, ul, ol, li, blockquote and table; in them stand strong, em, sup, sub, a and br. Attributes are
    `dir`, `lang`, the `start` of an ol that does not begin at 1, its `type` where it counts in letters or in Roman
    numerals (a, A, i, I), and the `href` of a link, to http, https, mailto or a path of ours. No `rel` is stored: links
    open no window, and what they tell of where the reader came from is for the Referrer-Policy to say. A photo is
    <figure data-photo="its-slug"><figcaption>its own caption, plain</figcaption></figure>; its caption may be missing.
    A table is <table><caption>…</caption><thead><tr><th>…</th></tr></thead><tbody><tr><td>…</td></tr></tbody></table>:
    caption and head may be missing, no cell is merged, none holds a block, and there are 12 columns × 200 rows at most.

    It is read as what was copied from elsewhere: what was not seen there does not enter. What is left out is counted
    in `told`.
    """
    return _canonical(html, told, is_saved=False)


def kept(html: str) -> str:
    """The same for HTML that was written at the desk: each table is one, and no address becomes a link by itself."""
    return _kept(html)


@remembering.of_text
def _kept(html: str) -> str:
    return _canonical(html, None, is_saved=True)


def _canonical(html: str, told: Counter[Left] | None, *, is_saved: bool) -> str:
    printable = directions.kept(_SIGN.sub("&lt;", _PROLOGUE.sub("", blocks.UNPRINTABLE.sub("", windows.marks(html)))))
    is_shallow = _depth(printable) <= _DEEPEST_PARSED
    safe = nh3.clean(
        pasted.plainly(printable, told, is_saved=is_saved) if is_shallow else pasted.words(printable),
        tags={*blocks.RENAMED, *blocks.TABLE, "br", "hr"},
        clean_content_tags=markup.NOT_TEXT,
        attributes={"*": {"dir", "lang"}, "a": {"href"}, "figure": {"data-photo"}, "ol": {"start", "type"}},
        attribute_filter=_attribute,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    written = blocks.written(safe)
    return written if is_saved else linking.linked(written)


def _depth(html: str) -> int:
    """How deep the parser might have to nest `html`, at most. Only what has to be closed counts."""
    depth = deepest = 0
    is_open: Counter[str] = Counter()
    for tag in markup.tags(html):
        step = -bool(is_open[tag.name]) if tag.is_end else tag.name not in _CLOSES_ITSELF
        is_open[tag.name] += step
        depth += step
        deepest = max(deepest, depth)
    return deepest


_OF_LISTS = {"start": counting.start, "type": counting.kind}


def _attribute(_element: str, name: str, value: str) -> str | None:
    if name == "href":
        return _link(value)
    if name == "data-photo":
        return value if markup.PHOTO.fullmatch(value) else None
    if name in _OF_LISTS:
        return _OF_LISTS[name](value)
    rule = r"(?i:rtl|ltr|auto)" if name == "dir" else r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8}){0,4}"
    return value.lower() if re.fullmatch(rule, value) else None


def _link(value: str) -> str | None:
    """An address as browsers read it (WHATWG URL: a backslash is a slash, line ends are nothing); None if forbidden.

    `//host` is given https: nh3 lets it through, and in a feed or a mail it means nothing.
    """
    url = _printable(addresses.untracked(_printable(value)))
    return url if re.match(r"https?://[^/?#]|mailto:[^?]+@|/(?!/)", url, re.IGNORECASE) else None


def _printable(value: str) -> str:
    bare = re.sub(r"[\t\n\f]", "", blocks.UNPRINTABLE.sub("", value)).strip()
    place, rest = re.fullmatch(r"([^?#]*)(.*)", bare, re.DOTALL).groups()  # type: ignore[union-attr]
    url = re.sub(r"^//+", "https://", place.replace("\\", "/")) + rest
    return re.sub(r"[\s\"<>`^{|}]", lambda unsafe: quote(unsafe.group()), url)


# Reading


def paragraphs(html: str) -> list[str]:
    """The plain text of each block of cleaned HTML that has any: a paragraph, a heading, an item of a list."""
    return list(_read(html)[0])


def headings(html: str) -> list[bool]:
    """For each of them whether it is a heading."""
    return list(_read(html)[1])


@remembering.of_text
def _read(html: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    texts, headings, is_heading = [], [], False
    for is_block, tokens in markup.runs(html):
        if is_block:
            is_heading = tokens[-1].name in markup.HEADINGS and not tokens[-1].is_end
        elif text := "".join(token.text for token in tokens).strip():
            texts.append(text)
            headings.append(is_heading)
    return tuple(texts), tuple(headings)


def plain(html: str) -> str:
    """The text of cleaned HTML, a blank line between paragraphs. Text, not HTML: to be escaped where it is shown."""
    return "\n\n".join(paragraphs(html))


def word_count(html: str) -> int:
    """Words as a reader counts them: what stands between spaces and has a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in plain(html).split())


# Adults read 238 words of English non-fiction a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047); we round down.
# An Arabic word carries its article, prepositions and pronouns, so there are fewer to a minute: our own estimate.
_WORDS_A_MINUTE = {"ar": 180}
_WORDS_A_MINUTE_ELSEWHERE = 230


def words_a_minute(language: str) -> int:
    return _WORDS_A_MINUTE.get(language.partition("-")[0], _WORDS_A_MINUTE_ELSEWHERE)


def reading_minutes(html: str, language: str) -> int:
    """Whole minutes that reading takes, rounded up, at least one."""
    return max(1, -(-word_count(html) // words_a_minute(language)))


def excerpt(html: str, characters: int) -> str:
    """The beginning of the text on one line, at most `characters` long, cut at a word's end with an ellipsis."""
    return shortened(plain(html), characters)


def shortened(plain: str, characters: int) -> str:
    """A plain text, cut as `excerpt` does."""
    text = " ".join(plain.split())
    if len(text) <= characters:
        return text
    room = max(characters - 1, 0)
    whole_words = text[: room + 1].rpartition(" ")[0] or text[:room]
    return whole_words.rstrip(" ,;:.،؛-–—") + "…" if characters > 0 else ""
