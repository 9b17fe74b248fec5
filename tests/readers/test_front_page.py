"""The front page: what stands where, and the faces that it is set in."""

import re
from datetime import timedelta
from itertools import chain, pairwise
from pathlib import Path

import pytest
from django.conf import settings

from articles.actions import placing, publishing
from articles.composing import arranging
from articles.models import Section
from tests.readers.in_memory import ARABIC, EDITIONS, ENGLISH, Reader, render, story

FONTS = Path(settings.BASE_DIR) / "static/fonts"
MOST_BYTES = 120_000
STAND_INS = [f"Newsreader as {name}" for name in ("Georgia", "Noto Serif", "Times")]
STAND_INS += ["Noto Naskh Arabic as Noto Sans", "Readex Pro as Noto Sans"]


def some(number, of=ENGLISH, section=1, **fields):
    """So many stories of a section, each another."""
    shelf = Section(pk=section, edition=of, name=f"Section {section}", slug=f"section-{section}")
    first = 100 * section
    return [
        story(of, pk=pk, story_id=pk, section=shelf, **{"kind": "news"} | fields) for pk in range(first, first + number)
    ]


def arranged(*counts, **fields):
    """Shelves of as many sections as there are counts."""
    return arranging.shelves(chain(*(some(count, section=at, **fields) for at, count in enumerate(counts, start=1))))


def names(rows):
    return [[shelf.arrangement.name for shelf in row] for row in rows]


# What stands where


def test_what_is_placed_comes_first_and_the_newest_follow():
    placed, newest = some(2), some(9, section=2)
    top = arranging.top(placed, newest)
    assert top == {"lead": placed[:1], "seconds": [placed[1], *newest[:3]], "more": []}


def test_what_is_placed_beyond_the_seconds_keeps_a_place():
    placed = some(12)
    assert arranging.top(placed, [])["more"] == placed[5:]


def test_what_was_paid_for_leads_nothing():
    [paid], reported = some(1, kind="sponsored"), some(2, section=2)
    assert arranging.top([], [paid, *reported])["lead"] == reported[:1]
    [[shelf]] = arranging.shelves([paid, *some(3)[1:]])
    assert shelf.stories[-1] == paid


def test_an_empty_paper_has_an_empty_front():
    assert arranging.top([], []) == {"lead": [], "seconds": [], "more": []}
    assert arranging.shelves([]) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("fields", [{}, {"photo": None}, {"kind": "opinion"}], ids=["pictures", "none", "opinion"])
def test_no_arrangement_stands_twice_in_a_row(count, fields):
    order = list(chain(*names(arranged(*[count] * 9, **fields))))
    assert len(order) == 9
    assert all(one != next_one for one, next_one in pairwise(order))


def test_a_half_shelf_stands_beside_another():
    assert names(arranged(1, 1, 3, 1)) == [["alone", "brief"], ["wide"], ["alone"]]


def test_a_shelf_of_pictures_has_them():
    assert names(arranged(3, photo=None)) == [["row"]]
    assert names(arranged(3)) == [["wide"]]


def test_opinion_is_told_by_its_names():
    rows = arranged(3, kind="opinion")
    assert names(rows) == [["voices"]]
    html = render("stories/front.html", ENGLISH, rows=rows)
    assert html.index('class="name"') < html.index("<bdi>Leena Hasko</bdi>", html.index("voices"))


def test_the_latest_leaves_opinion_to_its_section():
    river = some(2, kind="opinion") + some(7, section=2)
    assert arranging.latest(river) == river[2:7]


def test_what_has_a_place_is_known_by_its_story():
    rows = arranged(3, 2)
    told = arranging.told(arranging.top(some(1, section=9), []), rows)
    assert told == {900, 100, 101, 102, 200, 201}
    assert arranging.without(some(4), told) == some(4)[3:]


@pytest.mark.parametrize("of", EDITIONS, ids=["english", "arabic"])
def test_each_arrangement_is_a_section_with_its_heading(of):
    rows = arranging.shelves(chain(*(some(count, of, section=at) for at, count in enumerate((3, 4, 2, 1, 2), start=1))))
    assert len(set(chain(*names(rows)))) == 5
    page = Reader(render("stories/front.html", of, rows=rows))
    headings = {attributes["id"] for attributes in page.all("h2") if "id" in attributes}
    assert {attributes["aria-labelledby"] for attributes in page.all("section")} == headings
    levels = [int(tag[1]) for tag, _attributes in page.found if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.django_db(transaction=True)
def test_a_front_page_repeats_nothing_and_leaves_nothing_out(make_story, now, client):
    stories = [make_story(headline=f"Story number {number:02}") for number in range(20)]
    for number, each in enumerate(stories):
        publishing.import_version(each, live_from=now - timedelta(hours=1 + number), by=None)
    placing.place(stories[17], slot=1, by=None)
    text = client.get("/").content.decode()
    found = re.findall(r">Story number (\d\d)</a>", text)
    assert sorted(found) == [f"{number:02}" for number in range(20)]
    assert found[:5] == ["17", "00", "01", "02", "03"]
    assert '<section class="of-section' in text


# Faces


def faces():
    """Each @font-face that is fetched, as (file, what it says)."""
    blocks = re.findall(r"@font-face {(.*?)}", (FONTS / "letters.css").read_text(), flags=re.DOTALL)
    return [(found.group(1), block) for block in blocks if (found := re.search(r'url\("(.*?)"\)', block))]


def test_a_face_lies_beside_its_styles_and_waits_for_nobody():
    files = [file for file, _block in faces()]
    assert sorted(files) == sorted(path.name for path in FONTS.glob("*.woff2"))
    assert (FONTS / "letters.css").read_text().count("url(") == len(files)
    for _file, block in faces():
        assert "font-display: swap" in block
        assert "unicode-range: U+" in block


@pytest.mark.parametrize("family", ["Newsreader", "Newsreader Headlines", "Noto Naskh Arabic", "Readex Pro"])
def test_no_weight_of_a_face_is_made_up_by_the_browser(family):
    blocks = [block for _file, block in faces() if f'font-family: "{family}";' in block]
    assert blocks
    assert all("font-weight: 400 700;" in block for block in blocks)


@pytest.mark.parametrize("face", STAND_INS)
def test_what_stands_in_for_a_face_has_its_width_and_height_in_both_weights(face):
    blocks = re.findall(r"@font-face {(.*?)}", (FONTS / "letters.css").read_text(), flags=re.DOTALL)
    own = [block for block in blocks if f'font-family: "{face}";' in block]
    assert [re.search("font-weight: (.*);", block)[1] for block in own] == ["400 500", "600 700"]
    told = ("size-adjust", "ascent-override", "descent-override", "line-gap-override")
    assert all(f"{name}: " in block for block in own for name in told)


def test_each_family_has_its_licence():
    for file, _block in faces():
        family = next(path for path in FONTS.glob("*.OFL.txt") if file.startswith(path.name.removesuffix(".OFL.txt")))
        assert "SIL Open Font License" in family.read_text()


@pytest.mark.parametrize(
    "fetched",
    [
        pytest.param("newsreader-text newsreader-headlines newsreader-italic newsreader-text-extended", id="english"),
        pytest.param(
            "newsreader-text newsreader-headlines newsreader-italic noto-naskh-arabic noto-naskh-arabic-marks",
            id="english with a headline in Arabic",
        ),
        pytest.param(
            "noto-naskh-arabic noto-naskh-arabic-marks readex-pro-arabic newsreader-text newsreader-headlines",
            id="arabic with a headline in English",
        ),
    ],
)
def test_the_faces_of_a_page_are_light(fetched):
    assert sum((FONTS / f"{name}.woff2").stat().st_size for name in fetched.split()) <= MOST_BYTES


@pytest.mark.parametrize(
    ("of", "file"), [(ENGLISH, "newsreader-text"), (ARABIC, "noto-naskh-arabic")], ids=["english", "arabic"]
)
def test_a_page_asks_early_for_the_face_of_its_language_alone(of, file):
    early = [link for link in Reader(render("stories/front.html", of)).all("link") if link["rel"] == "preload"]
    assert [link["href"] for link in early] == [f"/static/fonts/{file}.woff2"]
    assert early[0].keys() >= {"crossorigin", "as", "type"}


# A section's own front


def position(number):
    return Section(pk=1, edition=ENGLISH, name="World", slug="world", position=number)


def test_sections_beside_each_other_in_the_menu_look_different():
    shapes = [arranging.section_front(position(number), some(6)).name for number in range(9)]
    assert all(one != next_one for one, next_one in pairwise(shapes))


def test_a_front_takes_what_it_can_fill():
    assert arranging.section_front(position(2), some(3)).takes == 3
    assert arranging.section_front(position(2), some(6, photo=None)) == arranging.PLAIN
    assert arranging.section_front(position(2), some(1)) == arranging.PLAIN


def test_a_section_of_opinion_is_told_by_its_names():
    front = arranging.section_front(position(2), some(5, kind="opinion"))
    assert (front.name, front.takes) == ("voices", 5)
