"""What an editor's hands do, counted: the mouse and the keyboard, or the keyboard alone."""

from playwright.sync_api import expect

MOST_STEPS = 400
IS_THERE = "target => target === document.activeElement"
LIES_BEHIND = """target => {
    const from = document.activeElement;
    if (!from || from === document.body) return true;
    return Boolean(from.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


def box_of(target):
    """Where it stands, in pixels, once it stands there: a page that is still being drawn has no such place."""
    expect(target).to_be_visible()
    return target.bounding_box()


class Hands:
    """By "mouse", what can be pressed is pressed with it. By "keyboard", it is gone to with Tab, and never touched."""

    def __init__(self, page, by):
        self.page, self.has_mouse = page, by == "mouse"
        self.clicks = self.keys = 0

    def key(self, name):
        self.page.keyboard.press(name)
        self.keys += 1

    def type(self, text):
        self.page.keyboard.type(text)
        self.keys += len(text)

    def go(self, target):
        """Bring the focus to it."""
        target.wait_for()
        if self.has_mouse:
            target.click()
            self.clicks += 1
            return
        for _step in range(MOST_STEPS):
            if target.evaluate(IS_THERE):
                return
            self.key("Tab" if target.evaluate(LIES_BEHIND) else "Shift+Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def press(self, target, key="Enter"):
        self.go(target)
        if not self.has_mouse:
            self.key(key)

    def write(self, target, text):
        self.go(target)
        self.type(text)

    def choose(self, select, value):
        if self.has_mouse:
            select.select_option(value)
            self.clicks += 2
            return
        self.go(select)
        for _step in range(select.locator("option").count()):
            if select.input_value() == value:
                return
            self.key("ArrowDown")
        assert select.input_value() == value

    def look_up(self, chooser, typed, name):
        """Type in a field that finds as one types, and choose."""
        self.go(chooser)
        self.type(typed)
        # What was found before anything was typed gives way to what is found now, from under the mouse.
        found = self.page.locator("[role=option][aria-selected=true]", has_text=name)
        found.wait_for()
        if self.has_mouse:
            found.click()
            self.clicks += 1
        else:
            self.key("Enter")
