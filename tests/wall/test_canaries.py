"""Words planted in all that is not public; then every public page is walked, and none may appear."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import get_resolver

from articles import doors
from articles.actions import (
    erasing,
    evidence,
    footings,
    keeping,
    locking,
    merging,
    publishing,
    recalls,
    replies,
    stories,
)
from articles.models import Attribution, Contributor, Page, Photo, Source, Tag, drafts
from articles.public.walking import OF_NO_EDITION

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

MARK = "zq"  # every canary begins with it, and no other word of these tests does


def canary(place):
    return f"{MARK}{place}"


def texts(place):
    """Every text of a story, with a canary of its own in each."""
    words = {name: canary(f"{place}{name}") for name in ("kicker", "headline", "standfirst", "dateline", "note")}
    return words | {"body": f"<p>“{canary(place)}body,” it said.</p>", "lead_caption": canary(f"{place}caption")}


def hidden_photo(place):
    photo = Photo.objects.create(
        slug=canary(f"{place}photo"),
        image=f"photos/{canary(place)}.webp",
        width=16,
        height=9,
        made_as=canary(f"{place}made"),
        widths=[16],
        credit=canary(f"{place}credit"),
        licence=canary(f"{place}licence"),
    )
    photo.texts.create(language="en", alt_text=canary(f"{place}alt"), caption=canary(f"{place}photocaption"))
    photo.texts.create(language="ar", alt_text=canary(f"{place}alt"), caption=canary(f"{place}photocaption"))
    return photo


def hidden_source(place):
    source = Source.objects.create(slug=canary(f"{place}source"), name=canary(f"{place}name"), kind="organisation")
    for language in ("en", "ar"):
        source.names.create(language=language, name=canary(f"{place}called"))
        source.titles.create(language=language, title=canary(f"{place}title"))
    return source


def hidden_attribution(place, source):
    said = {name: canary(place + name) for name in ("capacity", "occasion", "note")}
    return Attribution(source=source, words=f"{canary(place)}body,", **said)


def hidden_story(edition, place, **more):
    """A story of which nothing may be seen, nor of its photo, source, contributor and tag."""
    return stories.start(
        drafts.new(
            edition,
            section=edition.sections.first(),
            lead_photo=hidden_photo(place),
            bylines=[Contributor.objects.create(slug=canary(f"{place}author"), name=canary(f"{place}author"))],
            tags=[canary(f"{place}tag")],
            attributions=[hidden_attribution(place, hidden_source(place))],
            **texts(place) | more,
        ),
        by=None,
    )


def hear(story, place):
    """Evidence on which the first statement of a story rests: words, file, salt, and the reason for what differs."""
    said = {name: canary(f"{place}{name}") for name in ("label", "place", "text")}
    row = evidence.keep(story, by=None, kind="recording", file=b"%PDF-" + canary("file").encode(), **said)
    type(row).objects.filter(pk=row.pk).update(salt=canary(f"{place}salt"))
    reason = {"reason": canary(f"{place}reason"), "place": canary(f"{place}moment"), "is_signed": True}
    footings.rest(story.attributions.first(), evidence=row, use="verbatim", by=None, **reason)


def plant(edition, soon, chief, editor):
    """Each kind of what is not public, once, in one edition."""
    name = edition.language
    hidden_story(edition, f"{name}draft")
    scheduled = hidden_story(edition, f"{name}scheduled")
    hear(scheduled, f"{name}heard")
    publishing.publish(scheduled, revision=1, by=None, at=soon)
    cancelled = hidden_story(edition, f"{name}cancelled")
    publishing.publish(cancelled, revision=1, by=None, at=soon)
    publishing.call_off(cancelled, by=None)
    type_and_leave(scheduled, chief)
    recalls.recall(Source.objects.get(slug=canary(f"{name}scheduledsource")), by=chief, reason=canary("recanted"))
    hidden_story(edition, f"{name}embargoed", embargo_until=soon)
    withdrawn = hidden_story(edition, f"{name}withdrawn")
    publishing.publish(withdrawn, revision=1, by=None)
    publishing.withdraw(withdrawn, by=None, reason="It was wrong.")
    erased = hidden_story(edition, f"{name}erased", slug=f"erased-{name}")
    publishing.publish(erased, revision=1, by=None)
    erasing.erase(erased, by=chief, agreed_by=editor, reason=canary("courtorder"))


def type_and_leave(story, person):
    """What somebody has typed of a story, and of one that is not saved yet, and never saved."""
    typed = [[name, words] for name, words in texts("unsaved").items()]
    for key, family in ((story.pk, ""), (None, story.family)):
        keeping.keep(keeping.Page(person, key, family, tab="a" * 32, turn=1), typed, version=1)


def ask_in_public(story):
    """Who was asked for comment on what readers have, and what they answered: all of it the desk's."""
    said = {name: canary(f"reply{name}") for name in ("subject", "asked", "how")}
    replies.note(replies.ask(story, by=None, asked_at=locking.clock(), **said), by=None, answer=canary("replied"))


def recall_in_public(source, person):
    """A source that readers know is recalled, and a passage kept: neither is for them, nor why."""
    for item in recalls.recall(source, by=person, reason=canary("recanted")).items.all():
        recalls.keep(item, by=person, reason=canary("maystand"))


@pytest.fixture
def editions(english, arabic):
    return [english, arabic]


@pytest.fixture
def planted(live_story, make_story, english, arabic, soon, chief, editor, lina, union):
    """Both editions, with what is public and what is not side by side in the same section, tag and source."""
    lina.user = get_user_model().objects.create_user(canary("login"), email=f"{canary('mail')}@example.org")
    lina.save()
    for walk in doors.WALKS:
        walk.plant(canary)
    for edition in (english, arabic):
        Page.objects.create(edition=edition, slug="about", title="About", body="<p>About</p>")
        plant(edition, soon, chief, editor)
    said = Attribution(source=union, words="عامان من البناء")
    body = "<p>«عامان من البناء»، قالت النقابة.</p>"
    story = make_story(arabic, headline="إضراب", body=body, bylines=[lina], tags=["ميناء"], attributions=[said])
    hear(story, "live")
    publishing.publish(story, revision=1, by=None)
    recall_in_public(union, chief)
    ask_in_public(live_story)
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="Put right"), version=1, by=None)
    publishing.correct(live_story, revision=2, by=None, kind="correction", wrong="4,000", right="3,400")
    publishing.rename(live_story, slug="renamed", by=None)
    merging.merge_tags(Tag.objects.get(key="ports"), into=Tag.objects.get(key="pay"), by=None)
    newer = hidden_attribution("newer", hidden_source("newer"))
    changes = texts("newer") | {"lead_photo": hidden_photo("newer")}
    stories.revise(
        live_story,
        drafts.with_changes(live_story, tags=[canary("newertag")], attributions=[newer], **changes),
        version=2,
        by=None,
    )
    return live_story


def addresses(editions):
    """{URL name: paths to ask}: what is there, what is hidden, what was, and what never was, of whichever app."""
    walked = {name: list(paths) for walk in doors.WALKS for name, paths in walk.addresses(editions).items()}
    days = {path[:11] for path in walked["story"]}
    walked["story"] += [f"{day}{MARK}{name}draftheadline/" for day in days for name in ("en", "ar")]
    return walked


def url_names():
    """Every name of a public address, from the URLconf itself."""
    patterns = get_resolver("articles.public.urls").url_patterns
    flat = [inner for outer in patterns for inner in getattr(outer, "url_patterns", [outer])]
    return {pattern.name for pattern in flat}


def test_every_public_address_is_walked_or_known_to_be_private(planted, editions):
    private = {name for walk in doors.WALKS for name in walk.private}
    assert set(addresses(editions)) | private == url_names()


def heard(response):
    """All that a reader's browser gets: status line, headers, body."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return repr(sorted(response.headers.items())) + body.decode(errors="replace")


def test_no_public_page_says_a_hidden_word(planted, editions, client):
    seen = 0
    for name, paths in addresses(editions).items():
        for path in paths:
            for prefix in ("/",) if name in OF_NO_EDITION else ("/", "/ar/"):
                response = client.get(prefix + path)
                assert response.status_code in (200, 301, 404, 410), (prefix + path, response.status_code)
                assert MARK not in heard(response), prefix + path
                assert not response.cookies
                seen += response.status_code == 200
    assert seen >= 20


def test_the_walk_would_find_a_leak(planted, client):
    """The test of the test: what is published of the same story is heard."""
    response = client.get("/economy/")
    assert "Dockers reject pay offer" in heard(response)
    publishing.publish(planted, revision=3, by=None)
    assert MARK in heard(client.get("/economy/"))
