"""From the desk to readers and back, as an editor and a reader do it, in each edition."""

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


@pytest.mark.parametrize("script", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_story_goes_the_whole_way(script, page, reader, live_server, english, arabic, chief, keep_screenshot):
    edition = {"en": english, "ar": arabic}[script.language]
    section = edition.sections.get(slug=script.section)
    desk = Desk(page, live_server.url)
    desk.log_in("chief")
    desk.start(edition, section, script)
    desk.attribute(script)
    desk.save()
    keep_screenshot(page, f"desk-draft-{script.language}")
    reader.sees_nothing(script.prefix + "/", script.headline)

    desk.press("Publish now")
    keep_screenshot(page, f"desk-live-{script.language}")
    story = edition.stories.get()
    version = story.publications.get()
    path = version.get_absolute_url()
    tag, source = version.publishedtags.get().tag, version.statements.get().source
    for listing in ("/", f"/{script.section}/", f"/topics/{tag.slug}/"):
        reader.sees(script.prefix + listing, script.headline)
    reader.sees(f"{script.prefix}/sources/{source.slug}/", script.words.rstrip(","), script.headline)
    reader.sees(path, script.headline, script.source)
    keep_screenshot(reader.page, f"story-{script.language}-390")

    page.locator("#id_headline").fill(script.newer)
    desk.save()
    reader.sees(path, script.headline)
    reader.sees_nothing(path, script.newer)

    desk.press("Publish as correction…", wrong=script.wrong, right=script.right)
    reader.sees(path, script.newer, script.right)
    reader.sees(f"{script.prefix}/corrections/", script.right)

    desk.press("Rename…", slug=script.slug)
    reader.open(path)
    renamed = story.publications.live().get().get_absolute_url()
    assert renamed != path
    assert reader.page.evaluate("decodeURI(location.pathname)") == renamed

    desk.press("Withdraw…", reason=script.reason)
    gone = reader.open(path, status=410)
    expect(gone).to_contain_text(script.reason)
    assert reader.open(renamed, status=410).inner_text().count(script.newer) == 0
    reader.sees_nothing(f"{script.prefix}/{script.section}/", script.headline, script.newer)
    keep_screenshot(reader.page, f"section-{script.language}-390")
