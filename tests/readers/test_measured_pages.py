"""What `make bench` measures is there: the two stories that are the same at each size, and pages that are answered."""

import pytest

from articles.models import Publication
from benchmarks import addresses, planted
from tests import archives

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]


@pytest.fixture
def edition(english, arabic):
    archives.furnish(english, arabic)
    planted.plant()
    return english


def test_of_the_planted_stories_one_is_bare_and_one_rich(edition, client):
    told = {
        row.headline: (
            row.statements.count(),
            row.publishedtags.count(),
            bool(row.photo),
            row.story.corrections.count(),
        )
        for row in Publication.objects.live()
    }
    assert told == {
        planted.HEADLINES["story"]: (0, 2, False, 0),
        planted.HEADLINES["rich story"]: (planted.PASSAGES, 2, True, 1),
    }


def test_each_passage_of_the_rich_story_is_marked_in_its_text(edition, client):
    page = client.get(planted.addresses(edition)["rich story"]).content.decode()
    assert [f'id="passage-{number + 1}"' in page for number in range(planted.PASSAGES)] == [True] * planted.PASSAGES


def test_every_address_that_is_measured_is_answered(edition, client, subtests):
    archives.make(700)
    found = addresses.addresses(edition)
    assert found["pages"].keys() == {"story", "rich story", *addresses.KINDS}
    assert {"front", "section"} <= found["far"].keys()
    assert all(len(set(walk)) == len(walk) > 300 for walk in found["walks"].values())
    far = [path for _number, path in found["far"].values()]
    for path in [*found["pages"].values(), *far, *(path for walk in found["walks"].values() for path in walk[:3])]:
        with subtests.test(path=path):
            assert client.get(path).status_code == 200
