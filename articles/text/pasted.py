"""What other programs put on the clipboard, said as HTML says it: pure functions on strings.

Word processors say bold, lists and headings by styles, and web pages bring their menus along.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import nh3

from articles.text import markup

_FOREIGN = re.compile(r"\sstyle\s*=|\bmso|<\??(?:img|picture|nav|button|form|xml|o:|st1:|span|font)\b", re.IGNORECASE)
_STYLE = re.compile(r' style="[^"]*"')
# Two spaces in a row are kept apart by programs that draw them; between words one is enough.
_SPACES = re.compile(r"(?:&nbsp;|\s){2,}")
_NUMBER = re.compile(r"\s*[(]?(?:\w{1,3}|[ivxlc]+)\s*[.)\-]", re.IGNORECASE)
_PICTURES = {"img", "picture"}
_STYLED = {"span", "font"}
_NOT_TEXT = markup.NOT_TEXT | {"nav", "button", "form"}
_NOT_KEPT = _NOT_TEXT | {"body", "caption", "details", "fieldset", "legend", "summary", "tbody", "tfoot", "thead"}
_KEPT = (markup.BLOCKS | markup.INLINE | _PICTURES | _STYLED | {"br"}) - _NOT_KEPT
# Of an address. One may be wrapped in another, and that in another.
_LONGEST = 4_000
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi)|spm|ns_mchannel)")


def plainly(html: str) -> str:
    """Bold, emphasis and lists as tags; without what is hidden, menus, forms, and pictures with their captions.

    HTML that no other program wrote comes back as it is.
    """
    if not _FOREIGN.search(html):
        return html
    tidy = nh3.clean(
        html,
        tags=_KEPT,
        clean_content_tags=_NOT_TEXT,
        attributes={"*": {"style", "dir", "lang"}, "a": {"href", "style"}, "figure": {"data-photo"}},
        attribute_filter=lambda _element, name, value: _meanings(value) if name == "style" else value,
        link_rel=None,
    )
    translation = _Translation()
    for token in markup.tokens(_without_pictures(tidy)):
        translation.step(token)
    return translation.html()


def paragraphs(typed: str) -> str:
    """Plain text as HTML: of a wire that breaks its lines at a width and sets a paragraph in, and of a message too."""
    blocks = [block for block in re.split(r"\n\s*\n|\n(?=[ \t]{2})", typed.replace("\r", "")) if block.strip()]
    parts = [part for block in blocks for part in ([block] if _is_wrapped(block) else block.split("\n"))]
    return "".join(f"<p>{escape(' '.join(part.split()), quote=False)}</p>" for part in parts)


def _is_wrapped(block: str) -> bool:
    """Whether its lines were broken at a width: none but the last is short, and none is long."""
    lengths = [len(line) for line in block.split("\n")]
    return len(lengths) > 1 and max(lengths) <= 100 and min(lengths[:-1]) >= 40


def untracked(url: str) -> str:
    """An address without what follows the reader about, and without a search engine's wrapping."""
    if "?" not in url or len(url) > _LONGEST or not url.lower().startswith("http"):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.netloc.removeprefix("www.") == "google.com" and parts.path == "/url":
        wrapped = (parse_qs(parts.query).get("q") or [""])[0]
        return untracked(wrapped) if wrapped.startswith("http") else url
    said = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in said if not _TRACKING.fullmatch(name.lower())]
    return url if len(kept) == len(said) else parts._replace(query=urlencode(kept)).geturl()


def _without_pictures(tidy: str) -> str:
    """A picture of someone else's goes, and with it the caption that would stand in the text without it."""
    kept: list[markup.Token] = []
    begun = None  # where the innermost figure began, if it is one without a photo of ours
    for token in markup.tokens(tidy):
        kept.append(token)
        if token.name == "figure":
            if token.is_end and begun is not None and any(each.name in _PICTURES for each in kept[begun:]):
                del kept[begun:]
            begun = None if token.is_end or token.attributes else len(kept) - 1
    return "".join(token.source for token in kept)


def _meanings(style: str) -> str | None:
    """Of a style attribute, the words that the reader below knows."""
    said = {name.strip().lower(): value.strip().lower() for name, _, value in _declarations(style)}
    weight, slant = said.get("font-weight", ""), said.get("font-style", "")
    level = re.search(r"level(\d)", said.get("mso-list", ""))
    words = [
        "bold" * bool(re.fullmatch(r"bold(er)?|[6-9]00", weight)),
        "regular" * bool(re.fullmatch(r"normal|[1-5]00", weight)),
        "italic" * slant.startswith(("italic", "oblique")),
        "upright" * (slant == "normal"),
        "hidden" * (said.get("display") == "none" or said.get("mso-hide") == "all"),
        "marker" * (said.get("mso-list") == "ignore"),
        f"level{level[1]}" if level else "",
    ]
    return " ".join(filter(None, words)) or None


def _declarations(style: str) -> Iterator[tuple[str, str, str]]:
    return (each.replace("!important", "").partition(":") for each in style.split(";"))


class _Item(NamedTuple):
    level: int
    kind: str
    html: str


class _Open(NamedTuple):
    """An element that is open: what closes it, and what it means."""

    closing: str
    means: frozenset[str]
    begins: int


@dataclass
class _Translation:
    stack: list[_Open] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    marker: str = ""
    # What the open elements mean, counted: they may be many, and are asked about at each piece of text.
    means: Counter[str] = field(default_factory=Counter)

    def html(self) -> str:
        self._write_items()
        return "".join(self.out)

    def step(self, token: markup.Token) -> None:
        if token.is_text:
            self._text(token.source)
        elif token.name in ("br", "hr"):
            self.out += [token.source] if not self._is("hidden") and not self._is("marker") else []
        elif token.is_end and token.name not in _PICTURES:
            self._close(self.stack.pop())
        elif token.name not in _PICTURES:
            self._open(token)

    def _text(self, html: str) -> None:
        if self._is("marker"):
            self.marker += html
        elif not self._is("hidden"):
            if html.strip() and not self._is("item"):
                self._write_items()
            self.out.append(" " if html == "&nbsp;" else _SPACES.sub(" ", html))

    def _open(self, tag: markup.Token) -> None:
        name = tag.name
        means = set(tag.attributes.get("style", "").split()) | ({"heading"} if name in markup.HEADINGS else set())
        level = next((word for word in means if word.startswith("level")), None)
        if level and name in markup.HEADINGS | {"p", "div"} and not self._is("item"):
            means.add("item")
            self.marker = ""
        elif name not in _STYLED | {"a"} and not self._is("item") and not self._is("hidden"):
            self._write_items()
        inside = self._reopen_item() if name in markup.LISTS else ""
        begins = len(self.out)
        tags = [] if self._is("hidden") or self._is("marker") else self._tags(name, _STYLE.sub("", tag.source), means)
        self.out += tags
        closing = "".join(f"</{each.strip('<>').partition(' ')[0]}>" for each in reversed(tags))
        self.stack.append(_Open(closing + inside, frozenset(means), begins))
        self.means.update(means)

    def _reopen_item(self) -> str:
        """A list that stands after an item, and not in it, belongs to that item."""
        while self.out and not self.out[-1].strip():
            self.out.pop()
        if not self.out or self.out[-1] != "</li>":
            return ""
        return self.out.pop()

    def _tags(self, name: str, tag: str, means: set[str]) -> list[str]:
        is_plain = (name in ("b", "strong") and "regular" in means) or (name in ("i", "em") and "upright" in means)
        in_heading = name in markup.HEADINGS or self._is("heading")
        tags = [] if is_plain or name in _STYLED or "item" in means else [tag]
        tags += ["<strong>"] if "bold" in means and name not in ("b", "strong") and not in_heading else []
        return tags + (["<em>"] if "italic" in means and name not in ("i", "em") else [])

    def _close(self, closed: _Open) -> None:
        self.means.subtract(closed.means)
        self.out.append(closed.closing)
        if "item" in closed.means:
            html = "".join(self.out[closed.begins :])
            del self.out[closed.begins :]
            level = next(int(word[5:]) for word in closed.means if word.startswith("level"))
            self.items.append(_Item(max(level, 1), "ol" if _NUMBER.match(self.marker) else "ul", html))

    def _write_items(self) -> None:
        """The items so far, as lists in lists."""
        opened: list[str] = []
        for level, kind, html in self.items:
            while len(opened) > level or (len(opened) == level and opened[-1] != kind):
                self.out.append(f"</li></{opened.pop()}>")
            self.out.append("</li>" if len(opened) == level else "")
            while len(opened) < level:
                opened.append(kind)
                self.out.append(f"<{kind}>")
            self.out.append(f"<li>{html}")
        self.out += [f"</li></{kind}>" for kind in reversed(opened)]
        self.items = []

    def _is(self, meaning: str) -> bool:
        return self.means[meaning] > 0
