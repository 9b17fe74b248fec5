"""Readers' templates and styles: what they may hold, and what they make of a story in memory.

Nothing here has a database: a template that asked it a question would fail."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory

from articles.public import stylesheet
from articles.public.views.styles import styles
from tests.readers.in_memory import ARABIC, EDITIONS, ENGLISH, Reader, edition, pages, render

BASE = Path(settings.BASE_DIR)
TEMPLATES = [
    path for path in sorted((BASE / "templates").rglob("*.html")) if not {"admin", "registration"} & set(path.parts)
]
FONTS = BASE / "static/fonts"
STYLESHEETS = sorted((BASE / "static/css").glob("*.css"))

PHYSICAL = re.compile(
    r"(?:^|[;{\s])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b[\w-]*"
    r"|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


def named(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.name)


# What templates and stylesheets may hold


@named(TEMPLATES)
def test_a_template_holds_no_style_no_script_and_no_other_host(path):
    # One script of ours, deferred, without which all works.
    text = path.read_text().replace('<script type="module" src="{% static "js/statements.js" %}"></script>', "")
    assert not re.search(r"""<script|<style|\sstyle=|\son\w+=|javascript:|https?://""", text)


@named(TEMPLATES)
def test_no_condition_stands_in_a_condition(path):
    depth = 0
    for tag in re.findall(r"{%\s*(if|endif)\b", path.read_text()):
        depth += 1 if tag == "if" else -1
        assert depth <= 1


@named(STYLESHEETS)
def test_styles_know_no_left_and_no_right(path):
    rules = re.sub(r"/\*.*?\*/|@media[^{]*", "", path.read_text(), flags=re.DOTALL)
    assert not PHYSICAL.findall(rules)


@named(STYLESHEETS)
def test_each_stylesheet_stays_in_a_layer_that_the_first_one_put_in_order(path):
    order = re.search(r"@layer ([\w, ]+);", (BASE / "static/css/tokens.css").read_text()).group(1).split(", ")
    rules = re.sub(r"/\*.*?\*/|@layer [\w, ]+;", "", path.read_text(), flags=re.DOTALL).strip()
    assert re.match(r"@layer (\w+) {", rules).group(1) in order
    assert re.findall(r"^[^\s}]", rules, flags=re.MULTILINE) == ["@"]
    assert "url(" not in rules
    assert "@import" not in rules


# What they make of a story, without asking the database


each_page = pytest.mark.parametrize("template", pages(ENGLISH))
each_edition = pytest.mark.parametrize("of", EDITIONS, ids=["english", "arabic"])


@each_edition
@each_page
def test_a_page_is_in_the_language_and_the_direction_of_its_edition(template, of):
    html = Reader(render(template, of)).all("html")
    assert html == [{"lang": of.language, "dir": of.direction}]


@each_edition
@each_page
def test_headings_come_in_order(template, of):
    tags = [tag for tag, _attributes in Reader(render(template, of)).found]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each_edition
@each_page
def test_a_page_has_its_landmarks_and_a_way_past_the_menu(template, of):
    page = Reader(render(template, of))
    assert page.all("main") == [{"id": "main"}]
    assert page.all("a")[0]["href"] == "#main"
    assert all(attributes["aria-label"] for attributes in page.all("nav"))
    labels = [attributes["aria-label"] for attributes in page.all("nav")]
    assert len(labels) == len(set(labels))


@each_edition
@each_page
def test_pictures_have_text_and_dimensions(template, of):
    for picture in Reader(render(template, of)).all("img"):
        assert picture["alt"]
        assert (picture["width"], picture["height"]) == ("1600", "900")


@each_edition
@each_page
def test_names_within_a_page_are_not_given_twice(template, of):
    page = Reader(render(template, of))
    names = [attributes["id"] for _tag, attributes in page.found if "id" in attributes]
    assert len(names) == len(set(names))


@each_edition
@each_page
def test_a_page_asks_nothing_of_another_host(template, of):
    page = Reader(render(template, of))
    loaded = page.all("img") + [link for link in page.all("link") if link["rel"] == "stylesheet"]
    assert all((asked.get("src") or asked["href"]).startswith("/") for asked in loaded)


@each_edition
@each_page
def test_a_page_has_a_title_that_ends_with_the_paper_and_its_edition(template, of):
    title = re.search("<title>(.*?)</title>", render(template, of)).group(1)
    assert title.endswith(f"{of.name} – {of.get_language_display()}")


def test_every_template_of_a_page_is_tried():
    extending = [path for path in TEMPLATES if "{% extends" in path.read_text()]
    names = {path.relative_to(BASE / "templates").as_posix() for path in extending}
    assert names - {"errors/error.html", "errors/not_set_up.html"} == set(pages(ENGLISH))


def test_a_story_says_what_it_is_and_escapes_its_words():
    html = render("stories/story.html", ENGLISH)
    assert "<title>Sarran: Dockers &lt;Reject&gt; Offer – The Meridian – English</title>" in html
    assert "<span>Analysis</span>" in html
    assert '<time datetime="2026-07-22T14:05:00+01:00">22 July 2026, 14:05</time>' in html
    assert '<time datetime="2026-07-22T16:05:00+01:00">16:05</time>' in html


def test_a_story_leads_to_its_sibling_in_the_language_of_the_sibling():
    page = Reader(render("stories/story.html", ENGLISH))
    address = ARABIC.get_absolute_url() + "2026/07/22/%D8%B9%D9%85%D8%A7%D9%84/"
    assert {"rel": "alternate", "hreflang": "ar", "href": f"http://testserver{address}"} in page.all("link")
    assert {"href": address, "hreflang": "ar"} in page.all("a")
    assert {"class": "sibling", "lang": "ar", "dir": "rtl"} in page.all("p")


def test_a_source_has_a_link_only_where_it_may_have_a_page():
    page = Reader(render("stories/story.html", ENGLISH))
    assert {link["href"] for link in page.all("a") if "/sources/" in link["href"]} == {"/sources/maren-toll/"}


def test_who_says_so_leads_back_to_the_passage():
    page = Reader(render("stories/story.html", ENGLISH))
    assert {"id": "source-1", "class": "is-beside"} in page.all("li")
    assert "#passage-1" in [link["href"] for link in page.all("a")]


def test_terms_are_told_where_they_are_not_on_the_record():
    html = render("stories/story.html", ENGLISH)
    owners = html[html.index('class="owners') : html.index('class="sheet"')]
    assert owners.count("On background") == 1
    assert "On the record" not in owners


def test_a_story_marks_its_section_and_a_section_itself():
    def current(template):
        links = Reader(render(template, ENGLISH)).all("a")
        return [link["aria-current"] for link in links if "aria-current" in link]

    assert current("stories/story.html") == ["true"]
    assert current("sections/section.html") == ["page"]
    assert current("stories/front.html") == []


def test_a_section_names_its_sibling_to_machines():
    links = Reader(render("sections/section.html", ENGLISH)).all("link")
    assert {"rel": "alternate", "hreflang": "ar", "href": "http://testserver/ar/economy/"} in links


def test_a_list_goes_on_by_its_key_and_back_to_the_newest():
    first = render("sections/section.html", ENGLISH)
    later = render("sections/section.html", ENGLISH, "/economy/?before=9-9")
    assert 'href="?before=1-2"' in first
    assert "Newest" not in first
    assert 'href="/economy/">Newest' in later


def test_the_address_of_a_page_is_without_what_trackers_add():
    html = render("sections/section.html", ENGLISH, "/economy/?utm_source=x&before=9-9")
    assert '<link rel="canonical" href="http://testserver/economy/?before=9-9">' in html


def test_a_withdrawn_story_gives_the_reason_and_no_words_of_the_story():
    html = render("errors/410.html", ENGLISH)
    assert "The figures do not stand up." in html
    assert "Dockers" not in html


def test_a_page_without_edition_or_database_is_in_both_languages():
    html = render_to_string("errors/bare.html")
    assert 'lang="en" dir="ltr"' in html
    assert 'lang="ar" dir="rtl"' in html


def test_a_mistaken_colour_costs_the_colour_and_not_the_page():
    mistaken = edition("en", pk=1, name="The Meridian", direction="ltr", is_default=True)
    mistaken.accent = "teal"
    assert "/about/styles/0d5c63-6cc0c4-" in render("errors/404.html", mistaken)
    arabic = edition("ar", pk=2, name="خط الزوال", direction="rtl")
    arabic.accent, arabic.accent_dark = "#8a2c1f", "#e59a86"
    assert "/about/styles/8a2c1f-e59a86-" in render("errors/404.html", arabic)


def sheet(mark, **headers):
    return styles(RequestFactory().get("/", headers=headers), "8a2c1f", "e59a86", mark)


def test_all_styles_are_one_sheet_in_the_colours_of_the_edition():
    text = sheet("0").content.decode()
    assert "--accent:#8a2c1f" in text
    assert "--accent:#e59a86" in text
    for path in STYLESHEETS:
        last_rule = re.findall(r"^ +([.:#\w\[][^{\n]*) {", path.read_text(), flags=re.MULTILINE)[-1]
        assert last_rule in text
    assert text.index("@layer tokens, ") < text.index("@layer tokens {")
    assert set(re.findall(r'url\("(.*?)"\)', text)) == {f"/static/fonts/{path.name}" for path in FONTS.glob("*.woff2")}


def test_the_sheet_may_be_kept_for_as_long_as_it_is_what_pages_ask_for():
    assert "immutable" in sheet(stylesheet.mark())["Cache-Control"]
    for name, header in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        assert sheet(stylesheet.mark(), **{header: sheet(stylesheet.mark())[name]}).status_code == 304
    assert sheet("0")["Cache-Control"] == "no-store"
