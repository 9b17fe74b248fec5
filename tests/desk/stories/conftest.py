"""A story with two revisions, and one that somebody types in."""

import pytest

from articles.actions import stories
from articles.models import Attribution, drafts
from tests.desk.keeping import Tab


@pytest.fixture
def story(make_story, union, lina):
    """A story with all that it can have in its first revision, and none of it in its second."""
    said = Attribution(source=union, words="Two years of building,", capacity="Secretary")
    story = make_story(kicker="Ports", bylines=[lina], tags=["Ports", "Pay"], attributions=[said], note="call them")
    return stories.revise(
        story,
        drafts.with_changes(
            story, headline="Another", body="<p>x</p>", kicker="", bylines=[], tags=[], attributions=[]
        ),
        version=1,
        by=None,
    )


@pytest.fixture
def tab(desk, chief, make_story):
    return Tab(desk, chief, make_story(headline="Saved"))
