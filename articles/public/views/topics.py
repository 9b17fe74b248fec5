"""Topics: what the paper has written about."""

from collections import Counter
from itertools import groupby
from operator import attrgetter

from articles.composing import paging
from articles.models import keys
from articles.models.prepared import NUMBER, TEXT, Slot
from articles.models.publication import Publication
from articles.models.tags import Tag
from articles.public import forwarding
from articles.public.pages import page, show
from articles.rules.words import TagKind

# How many topics of each kind stand on the index, and how many on a page of one kind.
FIRST, INDEX_SIZE = 60, 200
RELATED = 8
ALPHABETS = {"en": "abcdefghijklmnopqrstuvwxyz", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"}

OF_TOPIC = paging.List(
    lambda before: (
        Publication.objects.live()
        .news()
        .tagged(Slot("tag", NUMBER), before)
        .for_list(Slot("language", TEXT))
        .with_tag_ids()
    )
)


@page
def index(request, edition):
    """The first of each kind in the order of the alphabet, in one question."""
    each = [_of_kind(edition, kind)[: FIRST + 1] for kind in TagKind]
    found = sorted(each[0].union(*each[1:], all=True), key=lambda tag: (TagKind.values.index(tag.kind), tag.key))
    kinds = [(TagKind(kind), list(tags)) for kind, tags in groupby(found, key=attrgetter("kind"))]
    shown = [(kind, tags[:FIRST], len(tags) > FIRST) for kind, tags in kinds]
    return show(request, "tags/index.html", {"kinds": shown})


@page(knows=("after",))
def of_kind(request, edition, kind):
    """The topics of one kind, page by page: `?after=` the last one shown, or a letter."""
    after = request.GET.get("after", "").replace("\0", "")[:100]
    tags = list(_of_kind(edition, kind).filter(key__gt=after)[: INDEX_SIZE + 1])
    more = tags[INDEX_SIZE - 1].key if len(tags) > INDEX_SIZE else ""
    letters = ALPHABETS.get(edition.language, "") if after or more else ""
    context = {"chosen": TagKind(kind), "kinds": TagKind, "tags": tags[:INDEX_SIZE], "more": more, "letters": letters}
    return show(request, "tags/kind.html", context)


def _of_kind(edition, kind):
    """Topics with the columns that the index shows, and no others: the wall looks at each column before it may be
    known. They are ordered by their keys: folded, «إيران» stands between «أدب» and «بنوك», and the letters are in the
    order of the alphabet.
    """
    of_kind = Tag.objects.filter(language=edition.language, kind=kind)
    return of_kind.only("kind", "slug", "key", "name").order_by("key")


@page(knows=paging.KNOWS)
def topic(request, edition, slug):
    tag = Tag.objects.for_readers(edition).filter(slug=slug).first()
    if tag is None:
        return forwarding.topic(edition, slug)
    found = OF_TOPIC.page(paging.before(request), tag=tag.pk, language=edition.language)
    return show(request, "tags/topic.html", {"tag": tag, "list": found, "related": _related(tag, found.rows)})


def _related(tag, stories):
    """What else these stories are about, most of them first."""
    beside = Counter(number for story in stories for number in story.tag_ids if number != tag.pk)
    often = [number for number, _times in beside.most_common(RELATED)]
    names = {tag.pk: tag for tag in Tag.objects.only("name", "slug").filter(keys.among("pk", often))}
    return [names[number] for number in often if number in names]
