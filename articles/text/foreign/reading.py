"""Foreign HTML, read token by token into a tree of what it means. One pass; nothing that it holds is read twice."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape, unescape

from articles.text import markup, windows
from articles.text.foreign import media, numbering, quoting, seen, tables
from articles.text.foreign.seen import Left
from articles.text.foreign.state import State, inherited
from articles.text.foreign.styles import Sheet
from articles.text.foreign.trees import WITHOUT_END, Element, words

# Two spaces in a row are kept apart by programs that draw them; between words one is enough.
_SPACES = re.compile(r"(?:&nbsp;|\s){2,}")
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_EMPHASIS = {"bold": "strong", "italic": "em", "raised": "sup", "lowered": "sub"}
_ALREADY = {"bold": {"b", "strong", "th"}, "italic": {"i", "em"}, "raised": {"sup"}, "lowered": {"sub"}}
_CELLS = {"td", "th", "caption"}
_BLOCKS = markup.BLOCKS | {"item", tables.FLAT, media.GONE}
_TABLE = {"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
_KEPT = (markup.BLOCKS | markup.INLINE | _TABLE) - {"form", "nav", "fieldset", "figure", "body"}
# A form that holds so much is a page, as some programs make all theirs.
_FORM_THAT_IS_A_PAGE = 200


@dataclass
class _Open:
    """An element that is open."""

    element: Element
    state: State
    left: Left | None = None
    begun: int = 0
    hides: bool = False
    division: "_Open | None" = None
    paragraph: "_Open | None" = None
    is_remark: bool = False


@dataclass
class Reading:
    """A walk through balanced HTML. `told` counts what is left out."""

    sheet: Sheet
    told: Counter[Left]
    is_from_a_paper: bool = False
    is_saved: bool = False
    keeps_blank_lines: bool = False
    stack: list[_Open] = field(default_factory=lambda: [_Open(Element(), State())])
    # How many open elements, from the outermost that is left out, are not read; and what of letters stood in them.
    skipped: int = 0
    skipped_letters: int = 0
    remarks: int = 0
    anchors: int = 0
    letters: int = 0

    def finished(self) -> Element:
        self.told[Left.REMARK] = max(self.told[Left.REMARK], self.anchors)
        return self._gathered(self.stack[0].element)

    def step(self, token: markup.Token) -> None:
        if token.is_text:
            self._text(token.source)
        elif token.is_end:
            self._close()
        elif token.name in WITHOUT_END:
            self._single(self._element(token))
        else:
            self._open(self._element(token))

    def _element(self, token: markup.Token) -> Element:
        return element(
            token.name, {name: unescape(said) for name, said in _ATTRIBUTE.findall(token.source)}, self.sheet
        )

    # Text

    def _text(self, html: str) -> None:
        here = self.stack[-1]
        bare = html.strip()
        if self.skipped:
            self.skipped_letters += len(bare)
        elif here.state.is_tiny or here.state.is_invisible:
            here.hides |= bool(bare and bare != "&nbsp;")
        elif html:
            self.letters += len(bare)
            self._say(here, html)

    def _say(self, here: _Open, html: str) -> None:
        if here.state.face:
            html = escape(windows.pictured(unescape(html), here.state.face), quote=False).replace("\xa0", "&nbsp;")
        if here.state.keeps_lines and "\n" in html:
            return self._say_lines(here.element, html)
        is_one = html == "&nbsp;" and not self.is_saved
        here.element.add(" " if is_one else html if self.is_saved else _SPACES.sub(self._space, html))

    def _say_lines(self, parent: Element, html: str) -> None:
        first, *others = html.split("\n")
        parent.add(_SPACES.sub(" ", first))
        for line in others:
            parent.add(Element("br"))
            parent.add(_SPACES.sub(" ", line))

    def _space(self, found: re.Match[str]) -> str:
        return "\n\n" if self.keeps_blank_lines and _BLANK_LINE.search(found[0]) else " "

    # Tags

    def _single(self, single: Element) -> None:
        parent = self.stack[-1]
        if self.skipped or single.name in ("wbr", "input"):
            return
        if single.name in ("br", "hr"):
            if not (parent.state.is_tiny or parent.state.is_invisible):
                parent.element.add(single)
        elif seen.unseen(single) is None:
            self._leave(parent.element, single)

    def _leave(self, parent: Element, medium: Element) -> None:
        """A picture, a video or a frame is left out, and what a small one says is written."""
        said = media.letters(medium) if medium.name == "img" else ""
        if said:
            return parent.add(escape(said, quote=False))
        kind: Left | None = media.MEDIA.get(medium.name, Left.PICTURE)
        if kind is Left.PICTURE:
            kind = media.kind(medium)
        elif media.of_video(medium.attributes.get("src", "") or medium.attributes.get("data", "")):
            kind = Left.VIDEO
        self.told[kind or Left.FURNITURE] += 1
        if kind or media.is_unscripted(medium):
            parent.add(Element(media.GONE, {"kind": kind or ""}))

    def _open(self, new: Element) -> None:
        around = self.stack[-1]
        if self.skipped:
            self.skipped += 1
            self.remarks += "remark" in new.means
            self.stack.append(_Open(new, around.state))
            return
        here = _Open(
            new, inherited(new, around.state), begun=self.letters, division=around.division, paragraph=around.paragraph
        )
        here.left = self._left(here, around.state)
        if here.left or new.name in media.MEDIA:
            self.skipped, self.skipped_letters, self.remarks = 1, 0, 0
        here.division = here if new.name in ("div", "td") else around.division
        here.paragraph = here if new.name in ("p", "li") else around.paragraph
        if seen.leads_back_from_a_remark(new):
            self._in_a_remark(around)
        self.stack.append(here)

    def _in_a_remark(self, around: _Open) -> None:
        """What begins with the way back to the text is a remark: a part of the document, or else a paragraph."""
        for each in (around.division, around.paragraph):
            if each and each.begun == self.letters:
                each.is_remark = True
                return

    def _left(self, here: _Open, around: State) -> Left | None:
        if "marker" in here.element.means:
            return None if here.state.in_heading else Left.FURNITURE if not around.item else None
        return seen.unseen(here.element, in_ours=self.is_from_a_paper)

    def _close(self) -> None:
        closed = self.stack.pop()
        around = self.stack[-1]
        if self.skipped:
            self.skipped -= 1
            if not self.skipped:
                self._skipped(closed, around)
            return
        self.told[Left.HIDDEN] += closed.hides and not closed.state.in_statement
        if closed.is_remark:
            self.told[Left.REMARK] += 1
            return
        for each in self._meant(closed, around):
            around.element.add(each)

    def _skipped(self, closed: _Open, around: _Open) -> None:
        left = closed.left
        if left is None:
            self._leave(around.element, closed.element)
        elif left is Left.ANCHOR:
            self.anchors += bool(self.skipped_letters) and not seen.leads_back_from_a_remark(closed.element)
        elif left is Left.REMARK:
            self.told[left] += self.remarks or bool(self.skipped_letters)
        elif self.skipped_letters and left is not Left.FURNITURE and not around.state.in_statement:
            self.told[left] += 1

    # What it means

    def _meant(self, closed: _Open, around: _Open) -> list[Element | str]:
        """What stands for an element that was closed: one, several, or nothing."""
        each, state = closed.element, closed.state
        if "marker" in each.means and around.state.item is not None:
            around.state.item.attributes["marker"] = words(each)
            return []
        each = self._gathered(each)
        return self._by_name(each, closed) or self._dressed(each, state)

    def _by_name(self, each: Element, closed: _Open) -> list[Element | str] | None:
        """What elements of a meaning of their own become; None for all others."""
        if each.name == "figure" and not markup.PHOTO.fullmatch(each.attributes.get("data-photo", "")):
            return [Element("div").with_children(media.figure(each, self.told))]
        if each.name == "table":
            return [tables.read(each, self.told, is_meant=self.is_saved)]
        if seen.leads_to_a_statement(each):
            return [Element("").with_children(seen.without_its_number(each))]
        if each.name == "ol":
            return list(numbering.in_tags(each))
        if each.name == "q":
            return [quoting.marked(each, closed.state.lang, closed.state.quotes - 1)]
        if each.name == "rt":
            return [" (", *each.children, ")"] if each.letters else [""]
        if each.name == "form" and each.letters < _FORM_THAT_IS_A_PAGE:
            self.told[Left.FORM] += bool(each.letters)
            return [""]
        return None

    def _dressed(self, each: Element, state: State) -> list[Element | str]:
        """An element with its styles as elements in it; without a name where it is nothing but these."""
        if "level" in each.attributes:
            each.name = "item"
        means = {
            word: name
            for word, name in _EMPHASIS.items()
            if word in each.means
            and each.name not in _ALREADY[word] | _CELLS
            and not (word == "bold" and state.in_heading)
        }
        if each.name in _BLOCKS or each.holds & _BLOCKS:
            means = {word: name for word, name in means.items() if name not in ("sup", "sub")}
        inner = each.children
        for name in means.values():
            inner = [Element(name).with_children(inner)]
        is_plain = each.name in ("b", "strong") and "regular" in each.means
        is_plain |= each.name in ("i", "em") and "upright" in each.means
        if (each.name not in _KEPT | {"item", "figure", "q"} or is_plain) and each.name != "figure":
            return inner if len(inner) == 1 else [Element("", means=each.means).with_children(inner)]
        return [each.with_children(inner)]

    def _gathered(self, each: Element) -> Element:
        """An element whose items stand in lists, and from which captions of pictures are gone."""
        children = each.children
        if "item" in each.holds:
            children = list(numbering.gathered(children))
        if media.GONE in each.holds or "table" in each.holds:
            children = media.beside(children, self.told)
        if each.name in numbering.LISTS:
            children = numbering.with_their_items(children)
        return each if children is each.children else each.with_children(children)


def element(name: str, attributes: dict[str, str], sheet: Sheet) -> Element:
    """An element as it was written, and what its styles mean."""
    means = sheet.meanings(name, attributes.get("class", ""), attributes.get("style", ""))
    is_caption = media.is_caption(attributes.get("class", ""))
    return Element(name, attributes, means=means | {"caption"} if is_caption else means)
