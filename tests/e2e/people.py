"""An editor and a reader, as the browser tests play them."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from articles.models import User

PASTE = """(text, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(given)) if (data) clipboardData.setData(type, data);
    text.focus();
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


class Desk:
    """An editor at the admin, with the mouse and the keyboard."""

    def __init__(self, page, url):
        self.page, self.url = page, url

    def log_in(self, name):
        """Log in without the form, which test_first_story.py fills in."""
        client = Client()
        client.force_login(User.objects.get(username=name))
        session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": self.url}
        self.page.context.add_cookies([session])

    def start(self, edition, section, script):
        self.page.goto(f"{self.url}/admin/articles/story/add/")
        self.page.locator("#id_edition").select_option(str(edition.pk))
        self.page.locator("#id_section").select_option(str(section.pk))
        self.page.locator("#id_headline").fill(script.headline)
        self.write(*script.body.split("\n\n"))
        self.page.locator("#id_tags").fill(script.tag)

    def write(self, *paragraphs):
        """At the end of the text, as it is typed."""
        self.text().evaluate("text => text.closest('[data-writing]').editor.commands.focus('end')")
        # TipTap takes it in the next frame.
        expect(self.text()).to_be_focused()
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.insert_text(paragraph)

    def text(self):
        """The text, as the editor shows it."""
        return self.page.locator("#id_body_editor")

    def paste(self, html="", plain=""):
        """Paste HTML where the cursor stands, as another program puts it on the clipboard."""
        self.text().evaluate(PASTE, {"text/html": html, "text/plain": plain})

    def attribute(self, script):
        """The quotation, to a source made on the spot in the window that “+” opens."""
        row = self.page.locator("#attributions-0")
        if not row.count():
            self.page.get_by_role("button", name="Add another Attribution").click()
        row.locator("[name=attributions-0-words]").fill(script.words)
        with self.page.expect_popup() as opened:
            row.locator("#add_id_attributions-0-source").click()
        window = opened.value
        window.locator("#id_name").fill(script.source)
        window.locator("#id_kind").select_option("organisation")
        window.locator("[name=_save]").click()
        expect(row.locator(".field-source [role=combobox]")).to_have_value(script.source)

    def open(self, story):
        self.page.goto(f"{self.url}/admin/articles/story/{story.pk}/change/")
        expect(self.text()).to_be_visible()

    def choose_source(self, typed, name, row=0):
        """Choose a source, found by any of its names."""
        field = self.page.locator(f"#attributions-{row} .field-source [role=combobox]")
        field.press_sequentially(typed)
        field.locator("xpath=..").get_by_role("option", name=name).click()

    def save(self):
        self.page.locator("[name=_continue]").click()
        self.expect_saved()

    def expect_saved(self):
        """In place, where the form is; or by a message, on the page to which it leads."""
        said = self.page.locator(".story-state[data-is=saved], .messagelist .success")
        expect(said.first).to_be_visible()

    def press(self, label, **typed):
        """A button of the story, and what its page asks."""
        button = self.page.locator(".story-buttons").get_by_text(label, exact=True)
        button.click()
        for name, value in typed.items():
            field = self.page.locator(f"[name={name}]")
            (field.select_option if name == "slot" else field.fill)(value)
        self.page.locator("#content form .default").click()
        expect(self.page.locator(".messagelist .success").first).to_be_visible()


class Reader:
    """Someone else, in another browser window, without a cookie."""

    def __init__(self, page, url):
        self.page, self.url = page, url

    def status(self, path):
        return self.page.goto(self.url + path).status

    def open(self, path, status=200):
        answer = self.page.goto(self.url + path)
        assert answer.status == status, (path, answer.status)
        assert self.page.context.cookies() == []
        return self.page.locator("main")

    def sees(self, path, *texts):
        main = self.open(path)
        for text in texts:
            expect(main).to_contain_text(text)

    def sees_nothing(self, path, *texts):
        main = self.open(path)
        for text in texts:
            expect(main).not_to_contain_text(text)
