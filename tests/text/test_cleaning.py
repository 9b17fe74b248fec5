"""A story's text: what is let through, and how it reads."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import text
from articles.text import figures
from tests import costs
from tests.text.strict import assert_is_safe

ATTRIBUTES = [
    "",
    ' href="/ok?a=1&amp;b=2"',
    " href=//host.example/x",
    ' href="java&#10;script:alert(1)"',
    " href=' javascript&colon;x'",
    ' href="/\\evil.example"',
    ' href="data:text/html,x"',
    ' href="mailto:a@b.example"',
    ' href="https://a.example/<b>&quot;onclick=x"',
    ' dir="RTL" lang=ar',
    ' dir="evil" lang="x<y"',
    ' data-photo="a-quay"',
    " data-photo=مرفأ",
    ' data-photo="a quay&quot;"',
    ' onclick="alert(1)" style="x:expression(1)" class=c id=d',
    " start=3 reversed colspan=2 rowspan=3",
    ' style="mso-list:l0 level2"',
    ' style="display:none; font-weight:bold"',
    ' style="white-space:pre; vertical-align:super"',
    ' href="https://a.example/#statement-3" class="caption"',
]
NAMES = """
    p h1 h2 h3 h4 ul ol li blockquote strong b em i a br hr div table tr td span script style svg math img iframe title
    figure figure figcaption textarea noscript template form input pre section select option plaintext
"""
TAGS = st.builds(
    "<{}{}{}>".format, st.sampled_from(["", "", "", "/"]), st.sampled_from(NAMES.split()), st.sampled_from(ATTRIBUTES)
)
WORDS = st.sampled_from(
    [
        "word",
        "كلمة",
        " ",
        "\n",
        "\n \n",
        "&nbsp;",
        "&lt;p&gt;",
        "&#0;",
        "&#1;",
        "&amp;lt;",
        "<",
        ">",
        '"',
        "&",
        "\u202e",
        "<!-- x -->",
    ]
)
MARKUP = st.one_of(
    st.lists(st.one_of(TAGS, WORDS), max_size=25).map("".join),
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.text("<>/ab=\"'& \n!-", max_size=40),
)


@settings(max_examples=250)
@example("a<i> <b> &#1;<i>\n b")
@given(MARKUP)
@example("<em>a<br></em><br>b")
@example("<br>a<br><strong></strong><br>b")
@example("<ul><li>a<ul></ul>b</li></ul>")
@example('<table><td><a href="/1">x<td><a href="/2">y')
@example("<a href=/1><table><td><a href=/2>y</table>")
@example("<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>")
def test_whatever_comes_in_only_what_is_allowed_comes_out_and_stays_as_it_is(html):
    cleaned = text.clean(html)
    assert_is_safe(cleaned)
    assert text.clean(cleaned) == cleaned == text.kept(cleaned)


@settings(max_examples=150)
@given(MARKUP)
@example("<table><tr><td>a<p>b<ul><li>c</table>")
@example("<table><caption><table><tr><td>a<tr><td>b</table></caption><tr><td>c<td>d</table>")
def test_what_is_saved_is_safe_too_and_stays_as_it_is(html):
    kept = text.kept(html)
    assert_is_safe(kept)
    assert text.kept(kept) == kept


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        '<img src=x onerror="alert(1)">',
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<p></p><p> &nbsp; </p><ul><li></li></ul><blockquote></blockquote><h2><br></h2>",
        "\x00\u200b",
    ],
)
def test_what_holds_no_text_leaves_nothing(html):
    assert text.clean(html) == ""


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("One\ntwo.\n\nThree <3 & 4.", "<p>One two.</p><p>Three &lt;3 &amp; 4.</p>"),
        ("<b>a</b>\n\n<i>b</i>", "<p><strong>a</strong></p><p><em>b</em></p>"),
        ("<h1>A</h1><h5>B</h5>", "<h2>A</h2><h3>B</h3>"),
        ("<div>a<br><br>b<br></div><div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a<br>b</p>", "<p>a<br>b</p>"),
        ("<strong><p>a</p><p>b</p></strong>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        ("<li>a<li>b", "<p>a</p><p>b</p>"),
        (
            "<ul>a<li>b<ol><li>c</ol>d</li><ul><li>e</ul></ul>",
            "<ul><li>a</li><li>b<ol><li>c</li></ol><p>d</p></li><li><ul><li>e</li></ul></li></ul>",
        ),
        ("<blockquote>a<p>b</blockquote>c", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
        ("<table><tr><td>a<td>b</table>", "<p>a</p><p>b</p>"),
        ('<p dir=RTL lang="ar" class=x>a<p dir=up>b', '<p dir="rtl" lang="ar">a</p><p>b</p>'),
        ("<p>a\u202eb\x07c&#7;</p>", "<p>abc</p>"),
        ('<figure data-photo="a-quay"></figure>', '<figure data-photo="a-quay"></figure>'),
        (
            '<p>a</p><figure data-photo="رصيف-1"><figcaption>b &amp; c</figcaption></figure><p>d</p>',
            '<p>a</p><figure data-photo="رصيف-1"><figcaption>b &amp; c</figcaption></figure><p>d</p>',
        ),
        (
            "<figure class=x data-photo=q><img src=x><figcaption> <p>a <b>b</b><p>c<br>d </figcaption>e</figure>",
            '<figure data-photo="q"><figcaption>a b c d e</figcaption></figure>',
        ),
        (
            "<figure data-photo='q'><figure data-photo=r>a</figure> <figcaption> </figcaption></figure>b",
            '<figure data-photo="q"><figcaption>a</figcaption></figure><p>b</p>',
        ),
        (
            "<ul><li>a<figure data-photo=q></figure>b</ul>",
            '<ul><li>a</li></ul><figure data-photo="q"></figure><ul><li><p>b</p></li></ul>',
        ),
        ("<figure><figcaption>a</figcaption></figure>", "<p>a</p>"),
        ('<figure data-photo="a b"><figcaption>a</figcaption></figure>', "<p>a</p>"),
        ('<figure data-photo=""></figure><p data-photo="q">a</p>', "<p>a</p>"),
    ],
)
def test_markup_is_brought_to_one_form(html, cleaned):
    assert text.clean(html) == cleaned


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://a.example/b?c=1&amp;d=2#e", "https://a.example/b?c=1&amp;d=2#e"),
        ("/2026/11/22/slug/", "/2026/11/22/slug/"),
        ("/ar/الأخبار/", "/ar/الأخبار/"),
        ("mailto:desk@meridian.example", "mailto:desk@meridian.example"),
        ("//host.example/x", "https://host.example/x"),
        ("/\\host.example", "https://host.example"),
        ("https:\\\\host.example", "https://host.example"),
        ("/&#9;/host.example", "https://host.example"),
        ("/a b\u2028c", "/a%20b%E2%80%A8c"),
        ("javascript:alert(1)", None),
        ("java&#9;script:alert(1)", None),
        ("&#1;javascript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("vbscript:x", None),
        ("data:text/html,x", None),
        ("https:/host.example", None),
        ("https:host.example", None),
        ("https://", None),
        ("page.html", None),
        ("#part", None),
        ("../up", None),
        ("", None),
    ],
)
def test_a_link_leads_where_a_newspaper_may_link_or_is_no_link(address, kept):
    expected = f'<p><a href="{kept}">x</a></p>' if kept else "<p>x</p>"
    assert text.clean(f'<p><a href="{address}" target="_blank">x</a></p>') == expected


@pytest.mark.parametrize("nested", ["<div>a", "<div></b>a", "<b>a", "<ul><li>a"])
def test_ten_thousands_of_nested_tags_cost_a_pass_and_lose_no_text(nested):
    costs.assert_grows_with_its_size(text.clean, lambda size: nested * size, 2_000)
    assert text.plain(text.clean(nested * 50_000)).count("a") == 50_000


# Reading

BODY = (
    "<h2>The quay</h2><p>Work at the port <em>stop</em>ped&nbsp;on Thursday<br>at noon, &amp; trucks — forty of them — "
    "wait.</p>"
    "<ul><li>one</li><li><p>two</p><p>three</p></li></ul>"
)


def test_paragraphs_are_the_text_of_each_block():
    assert text.paragraphs(BODY) == [
        "The quay",
        "Work at the port stopped\xa0on Thursday\nat noon, & trucks — forty of them — wait.",
        "one",
        "two",
        "three",
    ]
    assert text.plain(BODY) == "\n\n".join(text.paragraphs(BODY))


@given(MARKUP)
def test_no_text_of_a_cleaned_body_stands_outside_its_paragraphs(html):
    cleaned = text.clean(html)
    loose = re.sub("<[^>]*>", " ", cleaned).replace("&nbsp;", "\xa0")
    assert len("".join(text.paragraphs(cleaned)).split()) <= len(loose.split())
    assert bool(text.paragraphs(cleaned)) == bool(re.sub(r"<figure [^>]*></figure>", "", cleaned))


def test_dashes_are_no_words():
    assert text.word_count(BODY) == 19


@pytest.mark.parametrize(
    ("words", "language", "minutes"), [(0, "en", 1), (230, "en", 1), (231, "en", 2), (181, "ar", 2), (460, "fr", 2)]
)
def test_reading_takes_whole_minutes_and_at_least_one(words, language, minutes):
    assert text.reading_minutes(f"<p>{'word ' * words}</p>", language) == minutes


@pytest.mark.parametrize(
    ("characters", "excerpt"),
    [
        (100, "Talks failed, again and again."),
        (30, "Talks failed, again and again."),
        (29, "Talks failed, again and…"),
        (14, "Talks failed…"),
        (3, "Ta…"),
        (1, "…"),
        (0, ""),
    ],
)
def test_an_excerpt_ends_at_a_words_end(characters, excerpt):
    assert text.excerpt("<p>Talks failed,</p><p>again <em>and</em> again.</p>", characters) == excerpt


@given(MARKUP, st.integers(0, 50))
def test_an_excerpt_is_never_longer_than_asked(html, characters):
    assert len(text.excerpt(text.clean(html), characters)) <= characters


@pytest.mark.parametrize(
    "typed", ["Inflation was <two per cent.\n\nThe rest.", "Write to <ann@example.org> now.", "a < b and c > d", "<3"]
)
def test_a_sign_that_is_no_tag_loses_no_text(typed):
    assert "".join(text.plain(text.clean(typed)).split()) == "".join(typed.split())


@pytest.mark.parametrize("slug", ["quay", "ميناء", "हिन्दी", "ที่นี่", "น้ำ-2"])
def test_a_photo_may_have_a_slug_of_any_script(slug):
    figure = f'<figure data-photo="{slug}"><figcaption>a</figcaption></figure>'
    assert text.clean(figure) == figure
    assert figures.slugs(figure) == [slug]
