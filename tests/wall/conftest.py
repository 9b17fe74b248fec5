"""A row of each table that readers see."""

import pytest

from articles.actions import placing, publishing
from articles.models import Contributor, Page, Photo, SourceTitle


@pytest.fixture
def paper(live_story, make_story, english, arabic, union, lina, soon):
    """A row of each table that readers see, and of some one that they do not see yet."""
    photo = Photo.objects.create(
        slug="quay", image="photos/quay.jpg", width=8, height=8, credit="Sami", is_let_out=True
    )
    photo.texts.create(language="en", alt_text="A quay")
    lina.names.create(language="en", name="Lina H.", about="Ports")
    Contributor.objects.filter(pk=lina.pk).update(portrait=photo)
    union.names.create(language="en", name="The union")
    SourceTitle.objects.create(source=union, language="en", title="Union of dockers")
    Page.objects.create(edition=english, slug="ethics", title="Ethics", body="<p>Ethics.</p>")
    placing.place(live_story, slot=1, by=None)
    figure = '<p>No, she said.</p><figure data-photo="quay"></figure>'
    publishing.publish(
        make_story(headline="Pictured", slug="pictured", body=figure, lead_photo=photo), revision=1, by=None
    )
    later = make_story(headline="Later", slug="later", tags=["Later"])
    publishing.publish(later, revision=1, by=None, at=soon)
    return live_story
