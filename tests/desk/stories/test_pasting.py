"""What was pasted is answered as it may stand in a text, and what came of it in the words of whoever pasted it."""

from collections import Counter

import pytest
from django.urls import reverse
from django.utils import translation

from articles.admin.stories import pasting
from articles.text.foreign.seen import Left

AS_JSON = {"Accept": "application/json"}
HTML = (
    "<p>The fee is <del>400</del> <ins>500</ins> dinars.</p><p class=MsoCommentText>Not to be named</p><p class="
    'MsoCommentText>Nor here</p><iframe src="https://www.youtube.com/embed/x"></iframe>'
)
WRAPPED = "The harbour board met on Sunday evening and spoke of nothing\nbut the fee, which it has put off."


@pytest.fixture
def paste(client, reporter):
    client.force_login(reporter)

    def ask(headers=AS_JSON, **data):
        answer = client.post(reverse("admin:articles_story_pasted"), data, headers=headers)
        assert answer.status_code == 200
        return answer.json() if headers else answer

    return ask


def test_what_was_left_out_is_said(paste):
    assert paste(html=HTML) == {
        "html": "<p>The fee is 500 dinars.</p>",
        "left_out": "left out: 2 remarks, 1 deletion, 1 video",
        "joined": "",
        "lines_html": "",
        "bounded": "",
        "pictures": 0,
        "most_pictures": 20,
    }


def test_whoever_does_not_ask_for_json_gets_the_html_alone(paste):
    answer = paste(headers=None, html=HTML)
    assert answer.content.decode() == "<p>The fee is 500 dinars.</p>"
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


def test_joined_lines_are_said_and_can_be_kept(paste):
    said = paste(plain=WRAPPED)
    assert said["joined"] == "joined 2 lines: keep the lines"
    assert said["html"] == f"<p>{WRAPPED.replace(chr(10), ' ')}</p>"
    assert said["lines_html"] == "".join(f"<p>{line}</p>" for line in WRAPPED.split("\n"))


def test_pictures_are_counted_and_their_captions_no_paragraphs(paste):
    figure = "<figure><img src=file:///x.png><figcaption>A ferry</figcaption></figure>"
    said = paste(html=f"<p>One.</p>{figure}{figure}{figure}<img src=data:image/png;base64,x alt='A long text of it'>")
    assert (said["html"], said["pictures"]) == ("<p>One.</p>", 4)
    assert said["left_out"] == "left out: 3 pictures with their captions, 1 picture"


def test_too_much_comes_in_as_words_and_it_is_said(paste):
    said = paste(html="<p><b>word</b></p>" * 2_001)
    assert said["bounded"] == "too much for one paste: the words came in without their marks"
    assert said["html"] == "<p>word</p>" * 2_001
    assert paste(plain="word", bounded="1")["bounded"]


def test_a_large_table_is_said_beside_what_was_left_out():
    said = pasting.left_out(Counter({Left.TABLE: 1, Left.REMARK: 1}))
    assert said == "left out: 1 remark; 1 table was too large: its rows are paragraphs"


def test_a_table_of_rows_that_are_not_alike_is_told_to_be_too_large(paste):
    rows = ["<th>Budget</th>", "<td>Ministry</td><td>2026</td>", "<td>1</td>" * 13]
    told = paste(html="<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    assert told["html"].startswith("<p>Budget</p><p>Ministry | 2026</p>")
    assert "1 table was too large" in told["left_out"] + told["bounded"]


def test_a_great_deal_of_plain_text_comes_in_as_it_is(paste):
    told = paste(plain="a <b>\n" * 400_000)
    assert told["html"].startswith("<p>a &lt;b&gt;</p><p>")
    assert told["bounded"]


def test_each_kind_has_words_of_its_own_but_for_what_is_nobodys():
    silent = {Left.FURNITURE, Left.ANCHOR, Left.TABLE}
    assert set(pasting.IN_WORDS) == set(Left) - silent
    with translation.override("en"):
        assert pasting.left_out(Counter(Left.FURNITURE)) == ""
