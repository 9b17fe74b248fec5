"""Two stories that are the same at each size, filed as those of a synthetic archive are: a bare one with two tags and
no passage, and a rich one with a dozen attributed passages, a photo and a correction."""

import re
from dataclasses import replace
from datetime import timedelta

from articles.actions import declaring, locking
from articles.models import Publication
from articles.rules.words import Change, Kind
from articles.samples import filing, inventing, stock

HEADLINES = {"story": "A bare story to be measured", "rich story": "A rich story to be measured"}
PASSAGES, SEED = 12, 20_000
AGE, CORRECTED_AFTER = timedelta(days=20), timedelta(hours=5)
CORRECTION = ("The ferry leaves at six in the morning.", "The ferry leaves at seven in the morning.")


@declaring.command("make bench")
def plant():
    now = locking.clock()
    first = now - AGE
    pool = list(inventing.stories(SEED, 4 * PASSAGES, now, ["en"]))
    filing.file([bare(pool, first), rich(pool, first + timedelta(hours=1))], stock.take())


def addresses(edition):
    """Where they are, by what they are."""
    rows = Publication.objects.live().filter(edition=edition, headline__in=HEADLINES.values())
    found = {row.headline: row.get_absolute_url() for row in rows}
    return {name: found[headline] for name, headline in HEADLINES.items()}


def bare(pool, at):
    version = _version(pool, at, HEADLINES["story"], [])
    return _story(pool, [], [version], picture=None)


def rich(pool, at):
    told = passages(pool)
    version = _version(pool, at, HEADLINES["rich story"], [paragraph for _statement, paragraph in told])
    corrected = replace(version, at=at + CORRECTED_AFTER, change=Change.CORRECTION, correction=CORRECTION)
    return _story(pool, [statement for statement, _paragraph in told], [version, corrected], picture=0.0)


def passages(pool):
    """A dozen statements, each of a source of its own, with the paragraph of the text that it stands in."""
    found = {}
    for story in pool:
        for statement in story.statements:
            [paragraph, *_more] = [each for each in _paragraphs(story) if statement.words in each]
            found.setdefault(statement.source, (statement, paragraph))
    return list(found.values())[:PASSAGES]


def _story(pool, statements, versions, picture):
    common = {"kind": Kind.NEWS, "shelf": 0.0, "tags": [0, 1], "bylines": [0], "withdrawn": ""}
    return replace(pool[0], statements=statements, versions=versions, picture=picture, **common)


def _version(pool, at, headline, paragraphs):
    """A version whose text has these paragraphs, and between them as many as a bare story has."""
    plain = [each for story in pool if not story.statements for each in _paragraphs(story)][:6]
    body = "".join([*plain[:2], *paragraphs, *plain[2:]])
    return replace(pool[0].versions[0], at=at, change=Change.FIRST, headline=headline, body=body)


def _paragraphs(story):
    return re.findall(r"<p>.*?</p>", story.versions[0].body)
