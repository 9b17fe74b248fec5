"""Balanced HTML as a tree: elements in elements, each with what a reader of foreign HTML asks of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

WITHOUT_END = {"br", "hr", "img", "wbr", "embed", "input"}
# Names that say what stood there, and are not written.
_SIGNS = {"", "gone", "rows"}
_WRITTEN = ("data-photo", "dir", "href", "lang", "start", "type")


@dataclass(eq=False)
class Element:
    """An element. Its children are elements, and text as HTML writes it. Without a name it is what it holds."""

    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    means: frozenset[str] = frozenset()
    # How many characters it holds that are no space, and which elements, at any depth.
    letters: int = 0
    holds: set[str] = field(default_factory=set)

    def add(self, child: "Element | str") -> None:
        self.children.append(child)
        if isinstance(child, str):
            self.letters += len(child.replace("&nbsp;", "")) - child.count(" ") - child.count("\n")
        else:
            self.letters += child.letters
            self.holds |= child.holds
            self.holds.add(child.name)

    def with_children(self, children: "list[Element | str]") -> "Element":
        """The same element with other children."""
        other = Element(self.name, self.attributes, means=self.means)
        for child in children:
            other.add(child)
        return other

    def elements(self) -> "Iterator[Element]":
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))


def nodes(children: list[Element | str]) -> Iterator[Element | str]:
    """Children and what they hold, in the order of the text: an element before its own."""
    waiting = [iter(children)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            continue
        yield node
        if isinstance(node, Element):
            waiting.append(iter(node.children))


def words(element: Element) -> str:
    """The plain text that it holds."""
    return unescape("".join(node for node in nodes(element.children) if isinstance(node, str)))


def written(root: Element) -> str:
    """The tree as HTML."""
    out: list[str] = []
    waiting: list[tuple[str, Iterator[Element | str]]] = [("", iter(root.children))]
    while waiting:
        end, rest = waiting[-1]
        node = next(rest, None)
        if node is None:
            out.append(end)
            waiting.pop()
        elif isinstance(node, str):
            out.append(node)
        elif node.name in WITHOUT_END:
            out.append(f"<{node.name}>")
        else:
            out.append(_start(node))
            waiting.append(("" if node.name in _SIGNS else f"</{node.name}>", iter(node.children)))
    return "".join(out)


def _start(element: Element) -> str:
    kept = ((name, element.attributes.get(name)) for name in _WRITTEN)
    said = "".join(f' {name}="{escape(value)}"' for name, value in kept if value)
    return "" if element.name in _SIGNS else f"<{element.name}{said}>"
