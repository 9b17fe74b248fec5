"""No page is wider than a phone, and no letter is cut off, whatever the word and the size of the letters."""

import pytest

from articles.actions import publishing, stories
from articles.models import Attribution, Contributor, Page, Section, Source, Tag, drafts
from articles.rules.words import CorrectionKind
from tests.e2e.people import Desk
from tests.pictures.library import stored_photo

NARROW = {"width": 320, "height": 700}
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"
ARABIC_WORD = "أفاستسقيناكموها" * 4
ADDRESS = "https://harbour.example/" + "a" * 100
OUTSIDE = """() => {
    const outside = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest(".visually-hidden, .skip") || !parent.checkVisibility()) continue;
        const range = new Range();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
            if (box.left < -1 || box.right > innerWidth + 1)
                outside.add(`${parent.className || parent.tagName}: ${node.data.slice(0, 40)}`);
    }
    return [...outside];
}"""


@pytest.fixture
def long_words(english, arabic, make_story, chief):
    """A paper in both languages all of whose lines have a word that is longer than a phone is wide."""
    for edition, word in ((english, WORD), (arabic, ARABIC_WORD)):
        edition.tagline, edition.copyright_line = f"News {word}", f"© {word} {ADDRESS}"
        edition.save()
        section = Section.objects.create(
            edition=edition, name=word, slug="long", family="long", description=f"{word} {ADDRESS}", position=3
        )
        Page.objects.create(edition=edition, slug="ours", title=word, body=f"<p>{word} {ADDRESS}</p><h2>{word}</h2>")
        writer = Contributor.objects.create(slug=f"writer-{edition.language}", name=word)
        writer.names.create(language=edition.language, name=word, about=f"{word} {ADDRESS}")
        source = Source.objects.create(slug=f"source-{edition.language}", name=word, kind="organisation")
        source.titles.create(language=edition.language, title=f"{word} {ADDRESS}"[:160])
        photo = stored_photo(f"quay-{edition.language}")
        photo.texts.get_or_create(language=edition.language, defaults={"alt_text": word})
        said = Attribution(source=source, words=f"He said {word}", capacity=f"{word} {ADDRESS}"[:160], occasion=word)
        for number in range(7):
            story = make_story(
                edition, section=section, headline=f"{word} {number}", kicker=word[:60], standfirst=f"{word} {ADDRESS}",
                dateline=word, lead_photo=photo, lead_caption=f"{word} {ADDRESS}",
                tags=[word[:90], f"{word[:90]} {number % 2}"],
                bylines=[writer], attributions=[said],
                body=f"<p>“He said {word}” {ADDRESS}</p><ul><li>{word}</li></ul><blockquote><p>{word}</p></blockquote>"
                f"<h2>{word}</h2>",
            )  # fmt: skip
            publishing.publish(story, revision=1, by=None)
        for kind in (CorrectionKind.CORRECTION, CorrectionKind.RETRACTION):
            story = stories.revise(
                story, drafts.with_changes(story, headline=f"{word} {kind}"), version=story.version, by=chief
            )
            how = {"kind": kind, "wrong": f"{word} {ADDRESS}", "right": f"{word} {ADDRESS}"}
            version = publishing.correct(story, revision=story.version, by=None, **how)
    return version


def addresses(version):
    prefix = "/ar" if version.edition.language == "ar" else ""
    tag = Tag.objects.filter(language=version.edition.language).first()
    language = version.edition.language
    yield from (f"{prefix}{path}" for path in ("/", "/long/", "/corrections/", "/about/ours/", "/topics/", "/nowhere/"))
    yield version.get_absolute_url()
    yield f"{prefix}/topics/{tag.slug}/"
    yield f"{prefix}/sources/source-{language}/"
    yield f"{prefix}/contributors/writer-{language}/"
    yield f"{prefix}/archive/{version.day:%Y/%m/%d}/"


def at_the_desk(version):
    story = f"/admin/articles/story/{version.story_id}"
    yield from ("/admin/", "/admin/articles/story/", f"{story}/change/", f"{story}/history/", f"{story}/compare/?to=2")
    yield from (
        "/admin/articles/tag/",
        f"{story}/correct/",
        f"/admin/articles/placement/front/{version.edition.language}/",
    )


def is_within(page, url, letters):
    page.goto(url)
    page.evaluate(f"document.documentElement.style.fontSize = '{letters}'")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate("scrollTo(0, 0)")
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_no_page_is_wider_than_a_phone_and_no_letter_is_cut_off(page, live_server, long_words, letters, subtests):
    page.set_viewport_size(NARROW)
    for edition in ("en", "ar"):
        version = type(long_words).objects.live().filter(edition__language=edition, story__version__gt=1).get()
        for path in addresses(version):
            with subtests.test(path=path):
                is_within(page, live_server.url + path, letters)


def test_no_page_of_the_desk_is_wider_than_a_phone(page, live_server, long_words, subtests):
    page.set_viewport_size(NARROW)
    Desk(page, live_server.url).log_in("chief")
    for path in at_the_desk(long_words):
        with subtests.test(path=path):
            page.goto(live_server.url + path)
            assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
