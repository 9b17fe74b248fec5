"""What holds for an element and for all that it holds, by its name and its styles."""

from dataclasses import dataclass, replace

from articles.text import markup
from articles.text.foreign import seen
from articles.text.foreign.trees import Element


@dataclass
class State:
    """What holds for an element and for all that it holds, unless that says otherwise."""

    keeps_lines: bool = False
    is_tiny: bool = False
    is_invisible: bool = False
    in_heading: bool = False
    in_statement: bool = False
    face: str = ""
    lang: str = ""
    quotes: int = 0
    item: Element | None = None


def inherited(new: Element, around: State) -> State:
    means, name = new.means, new.name
    state = replace(around, lang=new.attributes.get("lang") or around.lang)
    state.quotes += name == "q"
    state.in_heading |= name in markup.HEADINGS
    state.in_statement |= seen.leads_to_a_statement(new)
    state.is_tiny = "tiny" in means or (around.is_tiny and "sized" not in means)
    state.is_invisible = "invisible" in means or (around.is_invisible and "visible" not in means)
    state.keeps_lines = name == "pre" or "lines" in means or (around.keeps_lines and "no-lines" not in means)
    state.face = next((face for face in ("symbol", "wingdings") if face in means), around.face)
    level = next((word[5:] for word in means if word.startswith("level")), None)
    if level and name in ("p", "div") and not around.item:
        new.attributes["level"] = level
        state.item = new
    return state
