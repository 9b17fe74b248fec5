"""Topics: what the paper has written about."""

from collections import Counter

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from articles.models.publication import Publication
from articles.models.tags import Tag
from articles.public import forwarding, paging
from articles.public.pages import page, show

INDEX_SIZE = 200
RELATED = 8


@page
def index(request, edition):
    """All topics by slug, page by page: `?after=` the last one seen."""
    after = request.GET.get("after", "").replace("\0", "")[:100]
    tags = list(Tag.objects.filter(language=edition.language, slug__gt=after).order_by("slug")[: INDEX_SIZE + 1])
    more = tags[INDEX_SIZE - 1].slug if len(tags) > INDEX_SIZE else ""
    return show(request, "tags/index.html", {"tags": tags[:INDEX_SIZE], "more": more})


@page
def topic(request, edition, slug):
    siblings = Tag.objects.filter(family=OuterRef("family")).exclude(language=OuterRef("language"))
    in_others = ArraySubquery(siblings.values(json=JSONObject(name="name", language="language", slug="slug")))
    tag = Tag.objects.filter(language=edition.language, slug=slug).annotate(siblings=in_others).first()
    if tag is None:
        return forwarding.topic(edition, slug)
    rows = Publication.objects.live().tagged(tag, paging.before(request)).for_list(edition.language).with_tag_ids()
    found = paging.cut(rows)
    return show(request, "tags/topic.html", {"tag": tag, "list": found, "related": _related(tag, found.rows)})


def _related(tag, stories):
    """What else these stories are about, most of them first."""
    beside = Counter(number for story in stories for number in story.tag_ids if number != tag.pk)
    often = [number for number, _times in beside.most_common(RELATED)]
    names = Tag.objects.only("name", "slug").in_bulk(often)
    return [names[number] for number in often if number in names]
