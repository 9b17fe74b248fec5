"""What the browser tests ask of a story's form: what it says of itself, and what its editor has."""

from playwright.sync_api import expect


def is_kept(page):
    """Wait until what was typed is kept."""
    expect(page.locator(".story-state .is-kept[data-is=kept]")).to_be_visible()


def save_in_place(page):
    page.keyboard.press("Control+s")
    expect(page.locator(".story-state .not-saved")).to_be_hidden()
    expect(page.locator(".story-state .is-saved")).to_be_visible()


# The words before the caret in its paragraph, how far the page is scrolled, and whether the editor can undo.
WHERE = """() => {
    const { editor } = document.querySelector("[data-writing]");
    const { $from } = editor.state.selection;
    return [$from.parent.textContent.slice(0, $from.parentOffset), Math.round(scrollY), editor.can().undo()];
}"""


def where(page):
    return page.evaluate(WHERE)
