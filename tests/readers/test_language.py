"""How the paper writes in each of its languages, and that nothing is left in the wrong one."""

import re
from datetime import date

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from articles.templatetags import paper as words
from tests.readers.in_memory import ARABIC, AT, ENGLISH, render, source, statement, story

# How the paper writes


@pytest.mark.parametrize(
    ("write", "english", "arabic"),
    [
        (words.in_words, "22 July 2026", "٢٢ يوليو ٢٠٢٦"),
        (words.weekday_in_words, "Wednesday, 22 July 2026", "الأربعاء ٢٢ يوليو ٢٠٢٦"),
        (words.month_in_words, "July 2026", "يوليو ٢٠٢٦"),
        (words.month_of_year, "July", "يوليو"),
        (words.year_in_words, "2026", "٢٠٢٦"),
    ],
)
def test_days_are_written_in_the_words_and_numerals_of_the_language(write, english, arabic):
    assert write(date(2026, 7, 22)) == english
    with translation.override("ar"):
        assert write(date(2026, 7, 22)) == arabic
        assert write("2026-07-22") == arabic
        assert write(None) == ""


def test_moments_are_told_in_the_zone_of_the_edition():
    with timezone.override(ENGLISH.zone):
        assert words.clock(AT) == "14:05"
    with timezone.override(ARABIC.zone), translation.override("ar"):
        assert words.clock(AT) == "١٦:٠٥"
        assert words.at_moment(AT) == '<time datetime="2026-07-22T16:05:00+03:00">٢٢ يوليو ٢٠٢٦، ١٦:٠٥</time>'


def test_a_list_tells_the_time_of_what_is_of_the_day_and_the_day_of_what_is_older():
    with timezone.override(ENGLISH.zone):
        day = timezone.localtime(AT).date()
        assert ">14:05<" in words.lately(AT, day)
        assert ">22 July<" in words.lately(AT, date(2026, 7, 23))
        assert ">22 July 2026<" in words.lately(AT, date(2027, 1, 1))
        assert words.day_before_today(timezone.now()) == ""
    with timezone.override(ARABIC.zone), translation.override("ar"):
        assert ">٢٢ يوليو<" in words.lately(AT, date(2026, 12, 31))


def test_a_change_on_another_day_is_told_with_its_day():
    later = AT.replace(day=23)
    with timezone.override(ENGLISH.zone):
        assert "23 July 2026, 14:05" in words.at_later_moment(later, AT)
        assert "July" not in words.at_later_moment(AT.replace(hour=20), AT)


@pytest.mark.parametrize(
    ("since", "until", "english", "arabic"),
    [
        ("2021-03-01", "2024-06-30", "March 2021 – June 2024", "مارس ٢٠٢١ – يونيو ٢٠٢٤"),
        ("2021-03-01", None, "since March 2021", "منذ مارس ٢٠٢١"),
        (None, "2024-06-30", "until June 2024", "حتى يونيو ٢٠٢٤"),
        (None, None, "", ""),
    ],
)
def test_a_title_is_borne_for_a_period(since, until, english, arabic):
    title = {"since": since, "until": until}
    assert words.period(title) == english
    with translation.override("ar"):
        assert words.period(title) == arabic


@pytest.mark.parametrize(
    ("said", "english", "arabic"),
    [
        ("We were offered a bridge,", "“We were offered a bridge”", "«We were offered a bridge»"),
        ("“عامان من البناء،”", "“عامان من البناء”", "«عامان من البناء»"),
        ("the dockers’", "“the dockers’”", "«the dockers’»"),
        ("Why now?", "“Why now?”", "«Why now?»"),
    ],
)
def test_words_stand_in_the_quotation_marks_of_the_language(said, english, arabic):
    assert words.quoted(said) == english
    with translation.override("ar"):
        assert words.quoted(said) == arabic


def test_only_the_source_s_own_words_are_quoted():
    assert words.as_worded(statement(kind="quotation")) == "“We were offered a bridge”"
    assert words.as_worded(statement(kind="data", words="92 per cent")) == "92 per cent"


def names(language, *people):
    bylines = [{"name": name, "slug": "x"} for name in people]
    with translation.override(language):
        row = Template("{% load paper %}{% names bylines link=False %}").render(
            Context({"bylines": bylines, "edition": ENGLISH})
        )
    return re.sub("</?bdi>", "", row)


def test_names_stand_in_a_row():
    assert names("en", "Ann") == "Ann"
    assert names("en", "Ann", "Bo & Co", "Cy") == "Ann, Bo &amp; Co and Cy"
    assert names("ar", "آن", "بو", "سي") == "آن وبو وسي"


def test_each_name_is_isolated_and_leads_to_its_page():
    html = render("stories/story.html", ARABIC)
    assert '<a href="/ar/contributors/leena-hasko/"><bdi>Leena Hasko</bdi></a> و<a' in html


def test_a_source_is_called_by_its_name_in_the_language():
    assert words.called(source()) == "Maren Toll"
    with translation.override("ar"):
        assert words.called(source()) == "مارين تول"
        assert words.also_called(source()) == [{"language": "en", "name": "Maren Toll"}]
    with translation.override("fr"):
        assert words.called(source()) == "Toll, Maren"


def test_news_is_not_labelled_and_nothing_is_labelled_twice():
    assert words.labels(story(ENGLISH, kind="news")) == ["Sarran"]
    assert words.labels(story(ENGLISH, kind="news", kicker="")) == ["Economy"]
    assert words.labels(story(ENGLISH, kind="opinion", kicker="Opinion")) == ["Opinion"]
    assert words.labels(story(ENGLISH, kind="opinion")) == ["Opinion", "Sarran"]
