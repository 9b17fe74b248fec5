"""What readers find, and what they are told when they do not, in both editions."""

import re
from datetime import timedelta

import pytest

from articles.actions import merging, placing, publishing, stories
from articles.models import Page, Source, Tag, drafts

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]


def path_of(story):
    return story.publications.live().get().get_absolute_url()


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    return response.content.decode()


@pytest.fixture
def arabic_story(make_story, arabic, lina, union):
    union.names.create(language="ar", name="نقابة عمال الميناء")
    lina.names.create(language="ar", name="لينا هسكو")
    said = stories.Attribution(source=union, words="عامان من البناء")
    body = "<p>«عامان من البناء»، قالت النقابة.</p>"
    story = make_story(
        arabic, headline="إضراب في الميناء", body=body, bylines=[lina], tags=["موانئ"], attributions=[said]
    )
    publishing.publish(story, revision=1, by=None)
    return story


def test_a_story_stands_on_the_front_in_its_section_topic_source_contributor_and_archive(live_story, client):
    day = live_story.publications.get().day
    for path in ("/", "/economy/", "/topics/ports/", "/contributors/lina-hasko/", f"/archive/{day:%Y/%m/%d}/"):
        assert "Dockers reject pay offer" in page(client, path), path
    assert "Two years of building" in page(client, "/sources/dockers-union/")
    assert f"/archive/{day:%Y/%m}/" in page(client, f"/archive/{day:%Y}/")


def test_a_story_shows_who_says_so(live_story, client):
    text = page(client, path_of(live_story))
    assert "Dockers’ Union" in text
    assert 'href="/sources/dockers-union/"' in text
    assert 'id="statement-1"' in text
    assert 'id="passage-1"' in text


def test_the_arabic_edition_is_arabic(arabic_story, client):
    text = page(client, path_of(arabic_story))
    assert '<html lang="ar" dir="rtl"' in text
    assert "نقابة عمال الميناء" in text
    assert "لينا هسكو" in text
    assert "٢٠" in text
    assert "إضراب في الميناء" in page(client, "/ar/اقتصاد/")


def test_siblings_lead_to_each_other(live_story, arabic, client):
    sibling = stories.start_sibling(live_story, edition=arabic, by=None)
    written = {"headline": "إضراب", "body": "<p>نص</p>", "section": arabic.sections.get()}
    stories.revise(sibling, drafts.with_changes(sibling, **written), version=1, by=None)
    publishing.publish(sibling, revision=2, by=None)
    assert f'href="{path_of(sibling)}"' in page(client, path_of(live_story))
    assert f'href="{path_of(live_story)}"' in page(client, path_of(sibling))


def test_a_renamed_story_forwards(live_story, client):
    old = path_of(live_story)
    publishing.rename(live_story, slug="pay-talks", by=None)
    assert client.get(old).headers["Location"] == path_of(live_story)
    assert client.get(old).status_code == 301


def test_a_withdrawn_story_says_so_and_gives_the_reason(live_story, client):
    path = path_of(live_story)
    publishing.withdraw(live_story, by=None, reason="A quotation was not genuine.")
    text = page(client, path, status=410)
    assert "A quotation was not genuine." in text
    assert "Dockers" not in text
    assert "Dockers" not in page(client, "/economy/")
    page(client, "/topics/ports/", status=404)
    page(client, "/sources/dockers-union/", status=404)


def test_merged_tags_and_sections_forward(live_story, english, client):
    merging.merge_tags(Tag.objects.get(key="ports"), into=Tag.objects.get(key="pay"), by=None)
    merging.merge_sections(english.sections.get(slug="economy"), into=english.sections.get(slug="world"), by=None)
    assert client.get("/topics/ports/").headers["Location"] == "/topics/pay/"
    assert client.get("/economy/").headers["Location"] == "/world/"
    assert "Dockers" in page(client, "/world/")


def test_private_people_have_no_page(make_story, client):
    person = Source.objects.create(slug="a-neighbour", name="A. Neighbour")
    story = make_story(attributions=[stories.Attribution(source=person, words="Two years of building,")])
    publishing.publish(story, revision=1, by=None)
    page(client, "/sources/a-neighbour/", status=404)
    text = page(client, path_of(story))
    assert "A. Neighbour" in text
    assert "/sources/a-neighbour/" not in text


def test_a_public_figure_has_one(make_story, client):
    minister = Source.objects.create(slug="a-minister", name="A. Minister", is_public_figure=True)
    minister.titles.create(language="en", title="Minister of Transport")
    story = make_story(attributions=[stories.Attribution(source=minister, words="Two years of building,")])
    publishing.publish(story, revision=1, by=None)
    assert "Minister of Transport" in page(client, "/sources/a-minister/")


def test_a_correction_stands_on_the_story_and_in_the_list(live_story, arabic, client):
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="Put right"), version=1, by=None)
    publishing.correct(live_story, revision=2, by=None, kind="correction", wrong="It said 4,000.", right="It is 3,400.")
    for path in (path_of(live_story), "/corrections/", "/corrections/correction/"):
        assert "It is 3,400." in page(client, path)
    assert "It is 3,400." not in page(client, "/corrections/apology/")
    assert "It is 3,400." not in page(client, "/ar/corrections/")


def test_topics_stand_by_kind_and_each_kind_by_the_alphabet(make_story, arabic, client, monkeypatch):
    story = make_story(tags=["Ports", "Pay", "Sarran"])
    Tag.objects.filter(key="sarran").update(kind="place")
    publishing.publish(story, revision=1, by=None)
    monkeypatch.setattr("articles.public.views.topics.INDEX_SIZE", 1)
    monkeypatch.setattr("articles.public.views.topics.FIRST", 1)
    text = page(client, "/topics/")
    assert text.index("/topics/pay/") < text.index("/topics/sarran/")
    assert "/topics/ports/" not in text  # but on the page of its kind, to which this one leads
    assert text.count("/topics/kinds/topic/") == 2
    first, rest = page(client, "/topics/kinds/topic/"), page(client, "/topics/kinds/topic/?after=pay")
    assert "?after=pay" in first
    assert [f"/topics/{slug}/" in first for slug in ("pay", "ports", "sarran")] == [True, False, False]
    assert [f"/topics/{slug}/" in rest for slug in ("pay", "ports", "sarran")] == [False, True, False]
    assert 'rel="alternate"' not in rest  # the other edition's list goes on elsewhere
    page(client, "/topics/kinds/nothing/", status=404)
    publishing.publish(make_story(arabic, tags=["بنوك", "إيران", "ازدهار", "أدب"]), revision=1, by=None)
    monkeypatch.setattr("articles.public.views.topics.INDEX_SIZE", 3)
    first, rest = page(client, "/ar/topics/kinds/topic/"), page(client, "/ar/topics/kinds/topic/?after=ب")
    listed = re.findall(r"<li><a [^>]*>(.*?)</a>", first.partition('class="index"')[2])
    assert listed[:3] == ["أدب", "ازدهار", "إيران"]
    assert "بنوك" in rest
    assert "إيران" not in rest


def test_placements_lead_the_front_and_the_river_repeats_nothing(live_story, make_story, client):
    publishing.publish(make_story(headline="Newest"), revision=1, by=None)
    placing.place(live_story, slot=1, by=None)
    text = page(client, "/")
    main = text[text.index("<main") : text.index("</main")]
    assert main.index("Dockers reject pay offer") < main.index("Newest")
    assert main.count(f'href="{path_of(live_story)}"') <= 2


def test_lists_page_by_key_and_lose_nothing(make_story, now, client):
    for number in range(65):
        story = make_story(headline=f"Story number {number:03}")
        publishing.import_version(story, live_from=now - timedelta(days=1, minutes=number), by=None)
    found, path = [], "/economy/"
    while path:
        text = page(client, path)
        found += sorted({part[:3] for part in text.split("Story number ")[1:]})
        path = (
            "/economy/" + text.split('href="?', 1)[1].split('"')[0].join(["?", ""]) if 'href="?before=' in text else ""
        )
    assert found == [f"{number:03}" for number in range(65)]


def test_stories_of_the_same_moment_are_all_listed(make_story, now, client):
    at = now - timedelta(days=1)
    for number in range(35):
        publishing.import_version(make_story(headline=f"Story number {number:03}"), live_from=at, by=None)
    first = page(client, "/economy/")
    second = page(client, "/economy/?" + first.split('href="?', 1)[1].split('"')[0])
    listed = {part[:3] for text in (first, second) for part in text.split("Story number ")[1:]}
    assert len(listed) == 35


@pytest.mark.parametrize(
    "query", ["nonsense", "1", "1-", "-1", "1-1-1", "9" * 30 + "-1", "١-١", "%00", "1-" + "9" * 30]
)
def test_a_page_that_no_list_has_is_a_bad_request(live_story, client, query):
    assert "</html>" in page(client, f"/?before={query}", status=400)


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/2026/13/01/x/",
        "/2026/02/30/x/",
        "/archive/2026/13/",
        "/fr/",
        "/topics/x/",
        "/sources/x/",
        "/ar/x/",
    ]
    + [
        "/contributors/x/",
        "/about/x/",
        "/%00/",
        "/topics/a%00b/",
        "/0000/00/00/x/",
        "/photos/1/",
        "/photos/1/x/320.avif",
        "/photos/1/x/card-1-2.jpg",
        "/archive/0000/",
    ],
)
def test_what_is_not_there_gets_a_page_that_helps(live_story, arabic, client, path):
    text = page(client, path, status=404)
    assert "</html>" in text
    assert 'href="/' in text


def test_a_page_not_found_speaks_the_language_of_its_edition(live_story, arabic, client):
    assert 'lang="ar"' in page(client, "/ar/لا-شيء/", status=404)


def test_the_default_edition_has_no_prefix(live_story, client):
    response = client.get("/en/economy/?before=1-1")
    assert (response.status_code, response.headers["Location"]) == (301, "/economy/?before=1-1")


def test_about_pages(english, client):
    Page.objects.create(edition=english, slug="ethics", title="Ethics", body="<p>We say who says so.</p>")
    assert "We say who says so." in page(client, "/about/ethics/")


def test_times_are_those_of_the_edition(make_story, english, client):
    english.time_zone = "Asia/Tokyo"
    english.save()
    story = make_story()
    publishing.publish(story, revision=1, by=None)
    version = story.publications.get()
    assert f"{version.live_from.astimezone(english.zone):%H:%M}" in page(client, path_of(story))


def test_no_page_sets_a_cookie_or_varies_by_one(live_story, client):
    for path in ("/", path_of(live_story), "/nothing/"):
        response = client.get(path)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


def test_no_page_asks_another_host_or_needs_a_script(live_story, client):
    for path in ("/", "/economy/", path_of(live_story), "/topics/", "/archive/", "/corrections/"):
        text = page(client, path)
        assert (
            re.sub(r'<script type="module" src="/static/js/statements\.js"></script>', "", text).count("<script") == 0
        )
        assert "//" not in text.replace("http://testserver", "").replace("https://schema.org", "").replace("<!--", "")


def test_healthz_says_up(english, client):
    assert client.get("/healthz").content == b"up\n"


def test_the_readers_side_reads_nothing_over_the_desks_connection(live_story, client, django_assert_num_queries):
    path = path_of(live_story)
    with django_assert_num_queries(0):
        page(client, "/")
        page(client, path)


@pytest.mark.parametrize("path", ["/en//evil.example/x", "/en/%5Cevil.example/", "/en///evil.example"])
def test_no_address_redirects_to_another_host(english, client, path):
    assert not client.get(path).headers.get("Location", "/").startswith(("//", "/\\", "http"))


def test_an_error_under_the_default_editions_language_is_an_error(english, client):
    assert client.get("/en/2026/01/01/nothing/at/all/").status_code == 404


def test_a_withdrawn_story_says_so_while_its_return_is_scheduled(live_story, soon, client, behind_the_wall):
    path = live_story.publications.get().get_absolute_url()
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    publishing.publish(live_story, revision=1, by=None, at=soon)
    assert client.get(path).status_code == 410
