"""An editor's first story, from login to publication: by mouse and by keyboard alone, at a desk and on a phone, in both
languages. What it takes in clicks and keystrokes is printed and may not grow. SCREENSHOTS=1 shows each step."""

import io
from dataclasses import dataclass, replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from playwright.sync_api import expect

from articles.models import Photo
from tests.e2e.hands import Hands
from tests.proofs import some


@dataclass
class Script:
    kicker: str
    headline: str
    standfirst: str
    body: tuple[str, ...]
    tags: str
    source: str
    byline: str
    section: str


SCRIPTS = {
    "en": Script(
        kicker="Ferries",
        headline="Ferry crews accept night shifts",
        standfirst="A year of talks ends on a quay.",
        body=("The crews voted on Sunday.", "“We asked for rest, and we got rest,” said the Ferry Guild."),
        tags="Night work، Ferries,",
        source="Ferry Guild",
        byline="Lina",
        section="economy",
    ),
    "ar": Script(
        kicker="عبّارات",
        headline="طواقم العبّارات تقبل نوبات الليل",
        standfirst="عام من المحادثات ينتهي على الرصيف.",
        body=("صوتت الطواقم يوم الأحد.", "«طلبنا الراحة فنلناها»، قالت رابطة البحارة."),
        tags="عمل ليلي, عبّارات،",
        source="رابطة البحارة",
        byline="لينا",
        section="اقتصاد",
    ),
}
WAYS = [(language, width, by) for language in ("en", "ar") for width in (1440, 390) for by in ("mouse", "keyboard")]
ALWAYS = {("en", 1440, "mouse"), ("ar", 390, "keyboard")}
PROVED = some((way for way in WAYS if way not in ALWAYS), sample=2)
# Clicks and keystrokes, those of the text itself among them: what it takes today.
MOST = {
    ("en", 1440, "mouse"): (26, 209),
    ("en", 390, "mouse"): (27, 209),
    ("ar", 1440, "mouse"): (26, 194),
    ("ar", 390, "mouse"): (27, 194),
    ("en", 1440, "keyboard"): (0, 365),
    ("en", 390, "keyboard"): (0, 357),
    ("ar", 1440, "keyboard"): (0, 350),
    ("ar", 390, "keyboard"): (0, 342),
}


@pytest.fixture
def shelves(english, arabic, lina):
    """What the paper has already: those who write, and a photo."""
    lina.names.create(language="ar", name="لينا هسكو")
    kept = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(kept, "JPEG")
    photo = Photo.objects.create(slug="quay", image=SimpleUploadedFile("q.jpg", kept.getvalue()), credit="Sami Idris")
    photo.texts.create(language="en", alt_text="The quay at night", caption="The quay.")
    photo.texts.create(language="ar", alt_text="الرصيف ليلًا", caption="الرصيف.")
    return {"en": english, "ar": arabic}


class FirstStory:
    """The way of one editor, step by step."""

    def __init__(self, page, url, by, script, edition):
        self.page, self.url, self.script, self.edition = page, url, script, edition
        self.hands = Hands(page, by)

    def field(self, name):
        return self.page.locator(f"#id_{name}")

    def log_in(self):
        self.page.goto(f"{self.url}/admin/")
        self.hands.write(self.page.locator("[name=username]"), "chief")
        self.hands.write(self.page.locator("[name=password]"), "newsroom-demo")
        self.hands.key("Enter")
        expect(self.page).to_have_url(f"{self.url}/admin/")

    def start(self):
        self.hands.press(self.page.locator("a[href='/admin/articles/story/add/']").first)
        self.hands.choose(self.field("edition"), str(self.edition.pk))

    def write(self):
        for name in ("kicker", "headline", "standfirst"):
            self.hands.write(self.field(name), getattr(self.script, name))
        self.hands.go(self.page.locator("#id_body_editor"))
        for number, paragraph in enumerate(self.script.body):
            if number:
                self.hands.key("Enter")
            self.hands.type(paragraph)

    def attribute(self):
        """The quotation that nobody owns yet, as the ledger proposes: to a source that is made by the same key."""
        proposed = self.page.locator(".open-line .proposal").first
        expect(proposed).to_contain_text(self.script.source)
        if self.hands.has_mouse:
            self.hands.press(proposed)
        else:
            self.hands.key("Control+Alt+a")
            expect(proposed).to_be_focused()
            self.hands.key("Enter")
        expect(self.page.locator("#attributions-0 .said-by")).to_contain_text(self.script.source)

    def file(self):
        """What belongs to the text: where it stands, who wrote it, what it is about, its picture."""
        section = self.edition.sections.get(slug=self.script.section)
        self.hands.choose(self.field("section"), str(section.pk))
        self.hands.press(self.page.locator("#bylines-group .add-row a"))
        self.hands.look_up(self.page.locator("#bylines-0 [role=combobox]"), self.script.byline, self.script.byline)
        self.hands.write(self.field("tags"), self.script.tags)
        self.hands.press(self.page.locator("[data-do=library]"))
        window = self.page.locator("dialog.photo-chooser")
        expect(window.get_by_role("searchbox")).to_be_focused()
        self.hands.type("quay")
        expect(window.locator("[data-photo]")).to_have_count(1)
        self._take(window.locator("[data-photo]"))
        expect(window).to_have_count(0)

    def _take(self, photo):
        if self.hands.has_mouse:
            self.hands.press(photo)
        else:
            self.hands.key("ArrowDown")
            self.hands.key("Enter")

    def save(self):
        self.hands.key("Control+s")
        expect(self.page.locator(".story-state[data-is=saved]")).to_be_visible()

    def preview(self):
        if self.page.viewport_size["width"] < 1000:
            self.hands.press(self.page.locator(".panel-more"))
        self.hands.press(self.page.locator("[name=_then][value=preview]"))
        self.page.wait_for_url("**/preview/**")
        frame = self.page.frame_locator("iframe").first
        expect(frame.locator("h1")).to_contain_text(self.script.headline)

    def come_back(self):
        self.hands.press(self.page.locator("#content a[href*='/change/']").first)
        expect(self.page.locator("#id_body_editor")).to_be_visible()

    def ask(self):
        """What publishing would do."""
        self.hands.key("Control+Enter")
        self.page.wait_for_url("**/publish/**")

    def publish(self):
        self.hands.press(self.page.locator("#content form [type=submit]"))
        expect(self.page.locator(".messagelist .success")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "width", "by"),
    [*sorted(ALWAYS), *(pytest.param(*way, marks=pytest.mark.prove) for way in PROVED)],
)
def test_an_editors_first_story(language, width, by, page, reader, live_server, shelves, chief, keep_screenshot):
    chief.desk_language = language
    chief.save()
    page.set_viewport_size({"width": width, "height": 900})
    script, edition = SCRIPTS[language], shelves[language]
    first = FirstStory(page, live_server.url, by, script, edition)
    steps = (
        first.log_in,
        first.start,
        first.write,
        first.attribute,
        first.file,
        first.save,
        first.preview,
        first.come_back,
        first.ask,
        first.publish,
    )
    for step in steps:
        step()
        keep_screenshot(page, f"first-story-{language}-{width}-{by}-{step.__name__}")
    version = edition.stories.get().publications.live().get()
    reader.sees(version.get_absolute_url(), script.headline, script.kicker, script.source, script.byline)
    assert sorted(tag.name for tag in edition.stories.get().tags.all()) == sorted(
        name.strip() for name in script.tags.replace("،", ",").split(",") if name.strip()
    )
    taken = (first.hands.clicks, first.hands.keys)
    print(f"{language}, {width} px, by {by}: {taken[0]} clicks, {taken[1]} keystrokes")  # noqa: T201
    assert all(count <= most for count, most in zip(taken, MOST[language, width, by], strict=True))


SENTENCE = "Boats wait below the wall while the crews count what a night costs and a day brings. "


@pytest.mark.prove
def test_four_hundred_words_go_live_step_by_step(page, reader, live_server, shelves, chief, keep_screenshot, proof):
    """From “New story” to what a reader sees: with a quotation, its source, two tags, a byline and a photo."""
    quotation = SCRIPTS["en"].body[1]
    script = replace(SCRIPTS["en"], body=(SENTENCE * 12, quotation, SENTENCE * 12))
    assert sum(len(paragraph.split()) for paragraph in script.body) >= 400
    first = FirstStory(page, live_server.url, "mouse", script, shelves["en"])
    first.log_in()
    steps = (first.start, first.write, first.attribute, first.file, first.preview, first.come_back, first.ask)
    with proof.timed("from “New story” to what readers see"):
        for step in (*steps, first.publish):
            step()
            keep_screenshot(page, f"four-hundred-words-{step.__name__}")
    version = shelves["en"].stories.get().publications.live().get()
    reader.sees(version.get_absolute_url(), script.headline, script.source)
    assert first.hands.clicks <= MOST["en", 1440, "mouse"][0]
