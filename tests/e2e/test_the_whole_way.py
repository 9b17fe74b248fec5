"""From the desk to readers and back, as an editor and a reader do it, in each edition."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.e2e.people import Desk


@dataclass
class Script:
    """What is typed, in the language of one edition."""

    language: str
    prefix: str
    section: str
    headline: str
    body: str
    words: str
    source: str
    tag: str
    newer: str
    slug: str
    wrong: str
    right: str
    reason: str


ENGLISH = Script(
    language="en",
    prefix="",
    section="economy",
    headline="Ferry crews accept night shifts",
    body="The crews voted on Sunday.\n\n“We asked for rest, and we got rest,” said the guild.",
    words="We asked for rest, and we got rest,",
    source="Ferry Guild",
    tag="Night work",
    newer="Ferry crews accept night shifts and a rise",
    slug="ferry-crews-vote",
    wrong="It said that the crews voted on Saturday.",
    right="They voted on Sunday.",
    reason="A quotation in it was not genuine.",
)
ARABIC = Script(
    language="ar",
    prefix="/ar",
    section="اقتصاد",
    headline="طواقم العبّارات تقبل نوبات الليل",
    body="صوتت الطواقم يوم الأحد.\n\n«طلبنا الراحة فنلناها»، قالت الرابطة.",
    words="طلبنا الراحة فنلناها",
    source="رابطة البحارة",
    tag="عمل ليلي",
    newer="طواقم العبّارات تقبل نوبات الليل وزيادة الأجور",
    slug="تصويت-الطواقم",
    wrong="ذكرنا أن التصويت جرى يوم السبت.",
    right="جرى التصويت يوم الأحد.",
    reason="تبيّن أن أحد الاقتباسات غير صحيح.",
)


class Play:
    """One edition's editor, reader and story, act by act."""

    def __init__(self, script, desk, reader, edition, keep_screenshot):
        self.script, self.desk, self.reader, self.edition = script, desk, reader, edition
        self.keep = lambda page, name: keep_screenshot(page, f"{name}-{script.language}")

    def path(self):
        """Where readers find the story now."""
        return self.edition.stories.get().publications.live().get().get_absolute_url()

    def listings(self):
        version = self.edition.stories.get().publications.live().get()
        topic = version.publishedtags.get().tag.slug
        return [f"{self.script.prefix}/{path}" for path in ("", f"{self.script.section}/", f"topics/{topic}/")]

    def source_page(self):
        source = self.edition.stories.get().publications.live().get().statements.get().source
        return f"{self.script.prefix}/sources/{source.slug}/"

    def write(self):
        self.desk.start(self.edition, self.edition.sections.get(slug=self.script.section), self.script)
        self.desk.attribute(self.script)
        self.desk.save()
        self.keep(self.desk.page, "desk-draft")
        self.reader.sees_nothing(self.script.prefix + "/", self.script.headline)

    def publish(self):
        self.desk.press("Publish now")
        self.keep(self.desk.page, "desk-live")
        for listing in self.listings():
            self.reader.sees(listing, self.script.headline)
        self.reader.sees(self.source_page(), self.script.words.rstrip(","), self.script.headline)
        self.reader.sees(self.path(), self.script.headline, self.script.source)
        self.keep(self.reader.page, "story")

    def change(self):
        self.desk.page.locator("#id_headline").fill(self.script.newer)
        self.desk.save()
        self.reader.sees(self.path(), self.script.headline)
        self.reader.sees_nothing(self.path(), self.script.newer)

    def correct(self):
        self.desk.press("Publish as correction…", wrong=self.script.wrong, right=self.script.right)
        self.reader.sees(self.path(), self.script.newer, self.script.right)
        self.reader.sees(f"{self.script.prefix}/corrections/", self.script.right)

    def rename(self):
        old = self.path()
        self.desk.press("Rename…", slug=self.script.slug)
        self.reader.open(old)
        assert self.path() != old
        expect(self.reader.page).to_have_url(re.compile(f"{re.escape(self.path())}$"))

    def withdraw(self):
        path = self.path()
        self.desk.press("Withdraw…", reason=self.script.reason)
        gone = self.reader.open(path, status=410)
        expect(gone).to_contain_text(self.script.reason)
        expect(gone).not_to_contain_text(self.script.newer)
        section = f"{self.script.prefix}/{self.script.section}/"
        self.reader.sees_nothing(section, self.script.headline, self.script.newer)
        self.keep(self.reader.page, "section")


@pytest.mark.parametrize(
    "script", [pytest.param(ENGLISH, id="en"), pytest.param(ARABIC, id="ar", marks=pytest.mark.prove)]
)
def test_a_story_goes_the_whole_way(script, page, reader, live_server, english, arabic, chief, keep_screenshot):
    edition = {"en": english, "ar": arabic}[script.language]
    desk = Desk(page, live_server.url)
    desk.log_in("chief")
    play = Play(script, desk, reader, edition, keep_screenshot)
    for act in (play.write, play.publish, play.change, play.correct, play.rename, play.withdraw):
        act()
    verbs = edition.stories.get().events.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["started", "published", "revised", "corrected", "renamed", "withdrawn"]
