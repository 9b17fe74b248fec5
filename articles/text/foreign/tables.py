"""Tables of other programs: those of data as rows and columns, those that laid out a page as what they hold."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from articles.text import markup
from articles.text.foreign.seen import Left
from articles.text.foreign.trees import Element, words

MOST_COLUMNS, MOST_ROWS = 12, 200
# A column of short cells: what stands in a table of data is said in a few words, and now and then in a sentence.
_LONGEST_CELL, _USUAL_CELL = 300, 80
# A table that is none, as it stands in the tree: whatever is around it laid out a page.
FLAT = "rows"
_IN_A_CELL = {"a", "b", "strong", "i", "em", "sup", "sub", ""}


@dataclass
class _Cell:
    element: Element
    is_head: bool
    letters: int

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        bold = sum(child.letters for child in _bold(self.element))
        return self.is_head or "bold" in self.element.means or bool(self.letters and bold == self.letters)


@dataclass
class _Grid:
    """The cells of a table in rows of one length. A merged cell stands in each of its places."""

    head: list[list[_Cell | None]] = field(default_factory=list)
    body: list[list[_Cell | None]] = field(default_factory=list)
    caption: Element | None = None
    is_too_large: bool = False

    @property
    def rows(self) -> list[list[_Cell | None]]:
        return self.head + self.body

    @property
    def cells(self) -> list[_Cell]:
        return [cell for row in self.rows for cell in row if cell and cell.letters]


def read(table: Element, told: Counter[Left], *, is_meant: bool = False) -> Element:
    """A table of data as it may stand in a text; the parts of another one after each other.

    `is_meant`: somebody made it in the editor, and nothing is guessed of it.
    """
    if FLAT in table.holds or "table" in table.holds or "figure" in table.holds or _is_for_layout(table):
        return _in_order(table)
    grid = _grid(table)
    if grid.is_too_large:
        told[Left.TABLE] += 1
        return _in_rows(table)
    if not is_meant:
        _squeeze(grid)
    is_kept = bool(grid.cells) if is_meant else _is_data(grid)
    return _written(grid) if is_kept else _in_order(table)


def _is_for_layout(table: Element) -> bool:
    return table.attributes.get("role") in ("presentation", "none")


def _is_data(grid: _Grid) -> bool:
    rows, cells = grid.rows, grid.cells
    if len(rows) < 2 or len(cells) < 2:
        return False
    if any(cell.element.holds & markup.HEADINGS for cell in cells):
        return False
    lengths = [cell.letters for cell in cells]
    has_head = bool(grid.head) or grid.caption is not None or any(cell.is_head for cell in cells)
    is_short = max(lengths) <= _LONGEST_CELL and sum(lengths) <= _USUAL_CELL * len(lengths)
    return has_head or (len(rows[0]) > 1 and is_short)


def _grid(table: Element) -> _Grid:
    grid = _Grid()
    waiting: dict[int, tuple[_Cell, int]] = {}
    for part, row in _rows(table):
        cells = _laid(row, waiting, is_head=part == "thead")
        if len(cells) > MOST_COLUMNS or len(grid.head) + len(grid.body) >= MOST_ROWS + 1:
            grid.is_too_large = True
            return grid
        (grid.head if part == "thead" and not grid.body else grid.body).append(cells)
    grid.caption = next((child for child in table.elements() if child.name == "caption" and child.letters), None)
    columns = max(map(len, grid.rows), default=0)
    for each in grid.rows:
        each += [None] * (columns - len(each))
    return grid


def _rows(table: Element) -> Iterator[tuple[str, Element]]:
    """Its rows, those of the foot last, each with the part in which it stands."""
    feet = []
    for child in table.elements():
        if child.name == "tfoot":
            feet.append(child)
        elif child.name == "tr":
            yield "tbody", child
        else:
            yield from ((child.name, row) for row in child.elements() if row.name == "tr")
    yield from (("tfoot", row) for foot in feet for row in foot.elements() if row.name == "tr")


def _laid(row: Element, waiting: dict[int, tuple[_Cell, int]], *, is_head: bool) -> list[_Cell | None]:
    """The cells of a row, with those that reach into it from above."""
    cells: list[_Cell | None] = []
    for element in (child for child in row.elements() if child.name in ("td", "th")):
        _from_above(cells, waiting)
        cell = _Cell(element, is_head or element.name == "th", element.letters)
        for _column in range(_span(element, "colspan", MOST_COLUMNS + 1)):
            if (below := _span(element, "rowspan", MOST_ROWS + 1) - 1) > 0:
                waiting[len(cells)] = cell, below
            cells.append(cell)
        if len(cells) > MOST_COLUMNS:
            return cells
    _from_above(cells, waiting)
    return cells


def _from_above(cells: list[_Cell | None], waiting: dict[int, tuple[_Cell, int]]) -> None:
    while len(cells) in waiting and len(cells) <= MOST_COLUMNS:
        cell, below = waiting.pop(len(cells))
        if below > 1:
            waiting[len(cells)] = cell, below - 1
        cells.append(cell)


def _span(element: Element, name: str, most: int) -> int:
    said = element.attributes.get(name, "")
    return min(max(int(said), 1), most) if re.fullmatch(r"\d{1,6}", said) else 1


def _squeeze(grid: _Grid) -> None:
    """Takes out rows and columns that are empty. A first row of one cell is the caption."""
    grid.head, grid.body = _filled(grid.head), _filled(grid.body)
    columns = max(map(len, grid.rows), default=0)
    _take_title(grid, columns)
    used = [at for at in range(columns) if any((cell := row[at]) and cell.letters for row in grid.rows)]
    grid.head, grid.body = ([[row[at] for at in used] for row in rows] for rows in (grid.head, grid.body))
    _take_head(grid)


def _filled(rows: list[list[_Cell | None]]) -> list[list[_Cell | None]]:
    return [row for row in rows if any(cell and cell.letters for cell in row)]


def _take_title(grid: _Grid, columns: int) -> None:
    rows = grid.head or grid.body
    is_title = len(grid.rows) > 2 and columns > 1 and _is_one(rows[0])
    if is_title and grid.caption is None and rows[0][0]:
        grid.caption = rows[0][0].element
        del rows[0]


def _is_one(row: list[_Cell | None]) -> bool:
    """Whether one cell takes the whole row."""
    return bool(row) and row[0] is not None and all(cell is row[0] for cell in row)


def _take_head(grid: _Grid) -> None:
    """The first row is the head where it is set so: all of it bold, and what follows not."""
    if grid.head or len(grid.body) < 2 or not grid.body[0]:
        return
    first, second = ([cell for cell in row if cell and cell.letters] for row in grid.body[:2])
    if all(cell.is_bold for cell in first) and not all(cell.is_bold for cell in second):
        grid.head.append(grid.body.pop(0))


def _bold(element: Element) -> Iterator[Element]:
    """The outermost bold parts of a cell."""
    waiting = list(element.elements())
    while waiting:
        each = waiting.pop()
        if each.name in ("b", "strong"):
            yield each
        else:
            waiting += each.elements()


def _written(grid: _Grid) -> Element:
    table = Element("table")
    if grid.caption is not None:
        table.add(in_lines("caption", [grid.caption]))
    if grid.head:
        head, row = Element("thead"), Element("tr")
        for column in zip(*grid.head, strict=True):
            row.add(_plain(in_lines("th", list({id(cell): cell.element for cell in column if cell}.values()))))
        head.add(row)
        table.add(head)
    body = Element("tbody")
    for cells in grid.body:
        body.add(_row(cells))
    table.add(body)
    return table


def _row(cells: list[_Cell | None]) -> Element:
    row = Element("tr")
    is_one = len(cells) > 1 and _is_one(cells)
    for at, cell in enumerate(cells):
        said = [_bold_as_it_is(cell)] if cell and not (is_one and at) else []
        row.add(in_lines("th" if cell and cell.element.name == "th" else "td", said))
    return row


def _bold_as_it_is(cell: _Cell) -> Element:
    """The cell, with its weight said by an element: its styles are not kept."""
    is_bold = "bold" in cell.element.means and cell.element.name == "td"
    strong = Element("strong").with_children(cell.element.children)
    return cell.element.with_children([strong]) if is_bold else cell.element


def in_lines(name: str, parts: list[Element]) -> Element:
    """A cell: the words of its blocks in lines, for nothing but words and links stands in it."""
    cell = Element(name, _direction(parts))
    for part in parts:
        for child in _in_lines(part):
            is_break = isinstance(child, Element) and child.name == "br"
            if not is_break or (cell.children and not _ends_a_line(cell)):
                cell.add(child)
    while cell.children and _ends_a_line(cell):
        cell.children.pop()
    return cell


def _direction(parts: list[Element]) -> dict[str, str]:
    inside = [child for part in parts for child in part.elements()]
    said = next((each.attributes for each in (*parts, *inside) if each.attributes.get("dir")), {})
    return {name: said[name] for name in ("dir", "lang") if name in said}


def _ends_a_line(cell: Element) -> bool:
    last = cell.children[-1]
    return not last.strip() if isinstance(last, str) else last.name == "br"


def _in_lines(element: Element) -> Iterator[Element | str]:
    waiting: list[Iterator[Element | str]] = [iter(element.children)]
    ends: list[bool] = [True]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            if ends.pop():
                yield Element("br")
        elif isinstance(child, str) or child.name == "br" or _is_inline(child):
            yield child
        else:
            is_block = child.name not in _IN_A_CELL
            if is_block:
                yield Element("br")
            waiting.append(iter(child.children))
            ends.append(is_block)


def _plain(element: Element) -> Element:
    """A cell of the head, which is bold as it is."""
    children: list[Element | str] = []
    for child in element.children:
        is_bold = isinstance(child, Element) and child.name in ("b", "strong")
        children += child.children if is_bold and isinstance(child, Element) else [child]
    return element.with_children(children)


def _is_inline(element: Element) -> bool:
    return element.name in _IN_A_CELL - {""} and element.holds <= _IN_A_CELL | {"br"}


def _in_order(table: Element) -> Element:
    """What the cells hold, one after the other."""
    flat = Element(FLAT)
    captions = [child for child in table.elements() if child.name == "caption"]
    cells = (cell for _part, row in _rows(table) for cell in row.elements())
    for each in (*captions, *cells):
        block = Element("div", each.attributes)
        for child in each.children:
            block.add(child)
        flat.add(block)
    return flat


def _in_rows(table: Element) -> Element:
    """Each row as a paragraph."""
    flat = Element(FLAT)
    for _part, row in _rows(table):
        said = [" ".join(words(cell).split()) for cell in row.elements() if cell.name in ("td", "th")]
        paragraph = Element("p")
        paragraph.add(escape(" | ".join(filter(None, said)), quote=False))
        flat.add(paragraph)
    return flat
