"""What other programs put on the clipboard, said as HTML says it: pure functions on strings.

Word processors say bold, lists and headings by styles, and web pages bring their menus along. The rule: what was not
seen in the document does not enter, what was meant is not lost, and what was left out is counted, to be told.
"""

import re
from collections import Counter
from html import escape, unescape

import nh3

from articles.text import addresses, lines, markup
from articles.text.foreign import reading, seen, styles
from articles.text.foreign.reading import Reading
from articles.text.foreign.seen import Left
from articles.text.foreign.trees import written

# Tags as a body has them. Tables are always read: they may be of any shape.
_CANONICAL = re.compile(
    r"(?:[^<]|</?(?:p|h2|h3|ul|ol|li|blockquote|strong|em|a|br|figure|figcaption|sup|sub)>"
    r'|<(?:p|h2|h3|ul|li|blockquote|strong|em|a|figure)(?: (?:href|dir|lang|data-photo)="[^"<>]*")+>'
    r'|<ol(?: (?:dir|lang|start|type)="[^"<>]*")+>)*+'
)
_FOREIGN = re.compile(
    r"\sstyle\s*=|\bmso|<\??(?:img|picture|nav|button|form|xml|o:|st1:|span|font|body)\b", re.IGNORECASE
)
# Elements whose content the parser would read as text, or drop; drawings and formulas, of which a mark stays; and
# elements with names of somebody's own, which may hide what they hold.
_PARSED_OTHERWISE = re.compile(r"<(/?)(iframe|noembed|noframes|noscript|xmp|amp-img|amp-\w+)(?=[\s/>])", re.IGNORECASE)
_RENAMED = {"iframe": "object", "xmp": "pre", "amp-img": "canvas", "noscript": 'canvas class="unscripted"'}
_DRAWN = re.compile(r"<(svg|math)(?=[\s/>])([^<>]*+)>", re.IGNORECASE)
_OWN_NAME = re.compile(r"<(/?)[a-z]\w*+[:-][\w:.-]*+", re.IGNORECASE)
_EMPTIED = {"script", "style", "template", "title", "svg", "math", "textarea", "select"}
_INLINE = """
    span font ins del s strike u small big mark tt code kbd samp var abbr acronym cite dfn time label q sup sub bdi bdo
    ruby rt rp data
"""
_MEDIA = "img picture video audio object embed canvas"
_READ = (
    markup.BLOCKS
    | markup.INLINE
    | {*_INLINE.split(), *_MEDIA.split(), "br", "wbr", "button", "input", "dialog", "menu"}
) - {"body"}
_ATTRIBUTES = {
    "*": {"style", "class", "id", "hidden", "role", "aria-hidden", "dir", "lang"},
    "a": {"href", "name"},
    "figure": {"data-photo"},
    "ol": {"start", "reversed", "type"},
    "li": {"value", "type"},
    "img": {"alt", "width", "height"},
    "canvas": {"width", "height"},
    "object": {"src", "data"},
    "embed": {"src"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}


def plainly(html: str, told: Counter[Left] | None = None, *, is_saved: bool = False) -> str:
    """Bold, emphasis, lists and tables as tags; without what was not seen, menus, forms, and pictures with captions.

    What is left out is counted in `told`. `is_saved`: the HTML comes from the editor, and nothing in it is guessed at.
    """
    if _CANONICAL.fullmatch(html):
        return html
    reading = Reading(
        sheet=styles.sheet(html),
        told=Counter() if told is None else told,
        is_from_a_paper=seen.is_ours(html),
        is_saved=is_saved,
        keeps_blank_lines=not _FOREIGN.search(html),
    )
    for token in markup.tokens(_balanced(html)):
        reading.step(token)
    return written(reading.finished())


def _balanced(html: str) -> str:
    parsed = _PARSED_OTHERWISE.sub(lambda tag: f"<{tag[1]}{_RENAMED.get(tag[2].lower(), 'canvas')}", html)
    marked = _DRAWN.sub(_with_mark, _OWN_NAME.sub(r"<\1span", parsed))
    return nh3.clean(marked, tags=_READ, clean_content_tags=_EMPTIED, attributes=_ATTRIBUTES, link_rel=None)


def _with_mark(tag: re.Match[str]) -> str:
    """A drawing or a formula behind an element that says so: what it holds is dropped by the parser."""
    said = tag[2].rstrip("/") + (' class="math"' if tag[1].lower() == "math" else "")
    return f"<canvas{said}></canvas>{tag[0]}"


_RAW_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++)))?""")


def words(html: str) -> str:
    """The words of HTML that nests too deep to be parsed: plain, and without what was not seen."""
    sheet, said = styles.sheet(html), []
    is_open: Counter[str] = Counter()
    stack: list[tuple[str, bool]] = []
    unseen = 0
    for token in markup.tokens(html):
        if token.is_text:
            said += [token.source] if not unseen else []
        elif not token.is_end and token.name not in _WITHOUT_END:
            stack.append((token.name, _is_unseen(token, sheet)))
            is_open[token.name] += 1
            unseen += stack[-1][1]
        while token.is_end and is_open[token.name]:
            name, was_unseen = stack.pop()
            is_open[name] -= 1
            unseen -= was_unseen
            if name == token.name:
                break
    return escape(unescape(" ".join(said)), quote=False)


_WITHOUT_END = {"br", "hr", "img", "wbr", "embed", "input", "meta", "link", "col", "source", "track", "area", "base"}


def _is_unseen(token: markup.Token, sheet: styles.Sheet) -> bool:
    said = {name.lower(): unescape(a or b or c) for name, a, b, c in _RAW_ATTRIBUTE.findall(token.source[1:-1])}
    element = reading.element(token.name, said, sheet)
    return token.name in _EMPTIED or seen.unseen(element) is not None


def paragraphs(typed: str) -> str:
    """Plain text as HTML."""
    return lines.read(typed).html


untracked = addresses.untracked
