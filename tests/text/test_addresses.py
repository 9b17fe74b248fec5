"""Addresses come out of what wrapped them, lose what follows a reader about, and keep every other byte."""

import pytest

from articles import text
from articles.text import addresses

REPORT = "https://harbour.example/report?year=2026"
SAFE = "safelinks.protection.outlook.com/?url=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&data=05%7C01%7C"
WRAPPED = [
    f"https://eur01.{SAFE}someone%40paper.example%7Cabc%7C0%7C0&sdata=x%3D&reserved=0",
    f"https://nam12.{SAFE}someone%40paper.example%7Cabc&sdata=x&reserved=0",
    "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2F"
    "harbour.example%2Freport%3Fyear%3D2026&locale=en",
    "https://www.google.com/url?q=https://harbour.example/report%3Fyear%3D2026&sa=D&source=editors&ust=17&usg=AOv",
    "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&ved=x",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026%26fbclid%3DIw&h=AT0",
    "https://lm.facebook.com/l.php?u=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&h=AT0",
    "https://l.instagram.com/?u=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&e=AT",
    "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&urlhash=x",
    "https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026",
    "https://slack-redir.net/link?url=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&v=3",
    "https://out.reddit.com/t3_x?url=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&token=x",
    "https://urldefense.proofpoint.com/v1/url?u=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&k=x&r=someone",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__harbour.example_report-3Fyear-3D2026&d=DwMF&r=someone",
    "https://urldefense.com/v3/__https://harbour.example/report*year=2026__;Pw!!abc!def$",
    "https://secure-web.cisco.com/1abc/https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026",
    "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fharbour.example%2freport%3fyear%3d2026&c=E,1,x&typo=1",
    "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&rut=x",
    "https://www.bing.com/ck/a?!&&p=x&u=a1aHR0cHM6Ly9oYXJib3VyLmV4YW1wbGUvcmVwb3J0P3llYXI9MjAyNg&ntb=1",
    "https://t.umblr.com/redirect?z=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026&t=x",
    "https://vk.com/away.php?to=https%3A%2F%2Fharbour.example%2Freport%3Fyear%3D2026",
    "https://href.li/?https://harbour.example/report?year=2026",
    "https://substack.com/redirect/2/eyJlIjoiaHR0cHM6Ly9oYXJib3VyLmV4YW1wbGUvcmVwb3J0P3llYXI9MjAyNiIsInAiOjF9?s=r",
    # One in another: what a search engine wrapped went through a mail.
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252F"
    "harbour.example%252Freport%253Fyear%253D2026%26sa%3DD&data=05%7Csomeone%40paper.example",
]


@pytest.mark.parametrize("address", WRAPPED)
def test_what_a_go_between_wrapped_is_unwrapped(address):
    assert addresses.untracked(address) == REPORT
    link = f'<p><a href="{address.replace("&", "&amp;")}">it</a></p>'
    assert text.clean(link) == f'<p><a href="{REPORT}">it</a></p>'


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("https://harbour.example/s?q=%DB%D2%C9&utm_source=mail", "https://harbour.example/s?q=%DB%D2%C9"),
        ("https://harbour.example/f?x=~a%20b:c,d@e&gclid=1", "https://harbour.example/f?x=~a%20b:c,d@e"),
        ("https://harbour.example/?p&utm_medium=x", "https://harbour.example/?p"),
        ("https://harbour.example/s?a=1;b=2&fbclid=9#part", "https://harbour.example/s?a=1;b=2#part"),
        ("https://harbour.example/?a=1;utm_source=x;b=2", "https://harbour.example/?a=1;b=2"),
        ("https://harbour.example/?b=2&A=+%2b&mc_eid=1&&c=", "https://harbour.example/?b=2&A=+%2b&&c="),
        ("https://harbour.example/?UTM_Source=x&q=%d8%a8", "https://harbour.example/?q=%d8%a8"),
        ("https://harbour.example/#utm_source=rss", "https://harbour.example/"),
        ("https://harbour.example/?utm_source=x#:~:text=a%20b&utm_x=1", "https://harbour.example/#:~:text=a%20b&utm_x=1"),
        ("https://harbour.example/a?q=a\\b&utm_id=1", "https://harbour.example/a?q=a\\b"),
        ("https://harbour.example/خبر?id=٣&igshid=x", "https://harbour.example/خبر?id=٣"),
        ("https://videos.example/watch?v=1&si=x", "https://videos.example/watch?v=1&si=x"),
        ("https://youtu.be/abc?si=x&t=4", "https://youtu.be/abc?t=4"),
        ("https://letters.substack.com/p/quay?r=1abc&utm_campaign=post", "https://letters.substack.com/p/quay"),
    ],
)  # fmt: skip
def test_a_tracker_goes_and_every_other_byte_stays(address, left):
    assert addresses.untracked(address) == left
    assert addresses.untracked(left) == left


@pytest.mark.parametrize(
    "address",
    [
        "https://harbour.example/a?email=someone%40paper.example&x=1",
        "https://harbour.example/a?x=1&u=someone@paper.example",
        "https://harbour.example/a?data=05%7C01%7Csomeone%40paper.example%7C1&x=1",
        "https://harbour.example/a?id=c29tZW9uZUBwYXBlci5leGFtcGxl&x=1",
        "https://harbour.example/a?x=1&recipient_id=77",
        "https://harbour.example/a?to=someone%2540paper.example&x=1",
    ],
)
def test_nothing_that_names_who_received_it_remains(address):
    assert addresses.untracked(address) == "https://harbour.example/a?x=1"


@pytest.mark.parametrize(
    "address",
    [
        "mailto:desk@paper.example?subject=utm_source=x",
        "/economy/?utm_source=x",
        "https://t.co/abc",
        "https://share.example/login?next=https%3A%2F%2Fharbour.example%2F",
        "https://www.facebook.com/sharer.php?u=https%3A%2F%2Fharbour.example%2F",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/search?q=https://harbour.example/",
        "https://web.archive.org/web/2026/https://harbour.example/",
        "https://[oops/?utm_source=x",
        "https:///?utm_source=x",
    ],
)
def test_what_is_not_ours_to_rewrite_stays(address):
    assert addresses.untracked(address) == address


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p>https://harbour.example/a?utm_source=x</p>", '<p><a href="https://harbour.example/a">https://harbour.example/a</a></p>'),
        ("https://harbour.example/a", '<p><a href="https://harbour.example/a">https://harbour.example/a</a></p>'),
        ("<ul><li>https://harbour.example/a</li></ul>", '<ul><li><a href="https://harbour.example/a">https://harbour.example/a</a></li></ul>'),
        ("<p>See<br>https://harbour.example/a<br>now</p>", '<p>See<br><a href="https://harbour.example/a">https://harbour.example/a</a><br>now</p>'),
        ("<p>https://harbour.example/?a=1&amp;b=2</p>", '<p><a href="https://harbour.example/?a=1&amp;b=2">https://harbour.example/?a=1&amp;b=2</a></p>'),
        ("<p>See https://harbour.example/a.</p>", "<p>See https://harbour.example/a.</p>"),
        ("<p>See https://harbour.example/a?fbclid=x, he said.</p>", "<p>See https://harbour.example/a, he said.</p>"),
        ("<p>“https://harbour.example/”</p>", "<p>“https://harbour.example/”</p>"),
    ],
)  # fmt: skip
def test_an_address_alone_on_a_line_becomes_a_link(html, cleaned):
    assert text.clean(html) == cleaned
    assert text.clean(cleaned) == cleaned


def test_an_address_from_which_an_editor_took_the_link_stays_without_one_when_it_is_saved():
    assert text.kept("<p>https://harbour.example/</p>") == "<p>https://harbour.example/</p>"
