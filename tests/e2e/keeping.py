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


# How the window is called, the trail, the heading, and wherever one can go from here but by what stands in the form.
AROUND = """() => {
    const parts = ".breadcrumbs, .breadcrumbs a, h1, h1 small, h1 bdi, .desk-head a, .desk-head [name=next]";
    const ways = ".object-tools a, .story-panel a:not(.story-told a)";
    const said = (each) => [each.tagName, each.getAttribute("href") ?? each.value, each.textContent.trim()].join(" ");
    return [document.title, ...[...document.querySelectorAll(`${parts}, ${ways}`)].map(said)];
}"""


def around(page):
    """What stands around the form."""
    return [" ".join(line.split()) for line in page.evaluate(AROUND)]
