"""Whatever is sent with a request: a reader gets from what is kept just what would be set for them."""

import random

import pytest

from articles.actions import publishing, stories
from articles.models import drafts
from tests.kept.serving import Worker
from tests.proofs import SEED, tries

pytestmark = [pytest.mark.django_db(transaction=True, databases=["default", "readers"]), pytest.mark.prove]

HOSTS = [
    "testserver",
    "other.example",
    "TESTSERVER",
    "testserver:80",
    "testserver:8000",
    "evil.example",
    "a\nb",
    "[::1]",
]
QUERIES = ["", "before=1-1", "before=2000000000000000-1", "before=x", "before=1-1&before=2000000000000000-1", "after=m"]
QUERIES += [
    "utm_source=%3Cscript%3E",
    "BEFORE=1-1",
    "before%5B%5D=1-1",
    "before=%00",
    "&&&",
    "before",
    "=1-1",
    "%FF=%FF",
]
QUERIES += ["before=2000000000000000-1&x=" + "y" * 4000, "before=%D9%A2-1", "at=2020-01-01T00:00", "q=word"]
HEADERS = {
    "accept_encoding": ["", "gzip", "gzip;q=0", "br", "*", "identity;q=0", "gzip, gzip;q=0", "\xff"],
    "range": ["bytes=0-10", "bytes=-1", "lines=1-2"],
    "if_none_match": ["*", '"x"', "W/", '"' * 50],
    "if_modified_since": ["Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "now"],
    "if_match": ["*", '"x"'],
    "if_unmodified_since": ["Thu, 01 Jan 1970 00:00:00 GMT"],
    "accept_language": ["ar", "en;q=0"],
    "cookie": ["sessionid=x", "django_language=ar"],
    "x_forwarded_host": ["evil.example"],
    "x_forwarded_proto": ["https"],
    "x_original_url": ["/admin/"],
    "x_http_method_override": ["POST"],
    "save_data": ["on"],
}


def test_no_request_has_an_answer_that_was_made_for_another(host, english, arabic, make_story, proof):
    texts = ((english, "Dockers reject offer"), (arabic, "عمال الميناء"))
    paths = ["/", "/ar/", "/economy/", "/topics/", "/archive/", "/corrections/", "/none/", "/AR/", "//", "/ar", "/en/"]
    for edition, headline in texts:
        story = make_story(edition, headline=headline, tags=["Pay"])
        paths.append(publishing.publish(story, revision=1, by=None).get_absolute_url())
    chance, kept, bare = random.Random(SEED), Worker(), Worker(most=0)

    def ask(number):
        if number % 500 == 499:
            story.refresh_from_db()
            stories.revise(story, drafts.with_changes(story, headline=f"{number}"), version=story.version, by=None)
            publishing.publish(story, revision=story.version + 1, by=None)
        names = chance.sample(sorted(HEADERS), chance.randrange(4))
        headers = {name: chance.choice(HEADERS[name]) for name in names}
        headers |= {"host": chance.choice(HOSTS)} if chance.random() < 0.5 else {}
        query = chance.choice(QUERIES) if chance.random() < 0.6 else ""
        address, method = f"{chance.choice(paths)}?{query}", chance.choice(["GET", "GET", "GET", "HEAD"])
        ours, theirs = kept.get(address, method, **headers), bare.get(address, method, **headers)
        if 304 in {ours.status, theirs.status} and "if_modified_since" in headers:
            return  # The date of a page moves on with the clock, once, when the second of a change is over.
        assert (ours.status, ours.text, ours.lasting) == (theirs.status, theirs.text, theirs.lasting), (
            address,
            headers,
        )

    proof.hold(ask, range(tries(sample=200, full=10_000)))
    assert len(kept.set) < len(bare.set) * 0.8
