"""The desk's pages that are measured: lists with filters and searches, look-ups, forms; and what fills a desk with many
thousand stories, tags and sources to ask them of."""

from django.db import connection
from django.urls import reverse

from articles.models import Attribution, Byline, Source, SourceName, Story, StoryTag, Tag
from articles.models.standing import Standing

LIST = "/admin/articles/story/"

# Desk's rows made of others: a story's text under a new number, with what hangs on it.
MORE = """
    CREATE TEMPORARY TABLE more ON COMMIT DROP AS
        SELECT s.id AS old, nextval(pg_get_serial_sequence('articles_story', 'id')) AS new
        FROM (SELECT id FROM articles_story ORDER BY id LIMIT {of}) s, generate_series(1, {times});
    INSERT INTO articles_story ({columns}) SELECT {values} FROM more JOIN articles_story s ON s.id = more.old;
    INSERT INTO articles_storywords (story_id, vector)
        SELECT new, vector FROM more JOIN articles_storywords ON story_id = old;
    INSERT INTO articles_storytag (content_object_id, tag_id)
        SELECT new, tag_id FROM more JOIN articles_storytag ON content_object_id = old;
    INSERT INTO articles_byline (story_id, contributor_id, position)
        SELECT new, contributor_id, position FROM more JOIN articles_byline ON story_id = old;
"""


def multiply(of, times):
    names = [field.column for field in Story._meta.concrete_fields]
    own = {
        "id": "more.new",
        "family": "'more-' || more.new",
        "changed_at": "s.changed_at + random() * interval '1 day'",
    }
    values = ", ".join(own.get(name, f's."{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(MORE.format(of=of, times=times, columns=columns, values=values).replace("%", "%%"))


def name_many(count):
    """Tags and sources, with names in both languages."""
    Tag.objects.bulk_create(
        Tag(name=f"Subject {n}", key=f"Subject {n}", slug=f"subject-{n}", language="en") for n in range(count)
    )
    sources = Source.objects.bulk_create(
        Source(slug=f"person-{n}", name=f"Given{n % 90} Family{n % 977}") for n in range(count)
    )
    SourceName.objects.bulk_create(
        SourceName(source=source, language="ar", name=f"اسم {n % 90} عائلة {n}") for n, source in enumerate(sources)
    )


def pages():
    """By kind: what each is called, and its address."""
    return {"list": dict(lists()), "look-up": dict(look_ups()), "form": dict(forms())}


def lists():
    """By what it is called: the address of each list."""
    most = Attribution.objects.values_list("source", flat=True).latest("pk")
    yield from ((f"stories, {word.value}", f"{LIST}?standing={word.value}") for word in Standing)
    for words in ("port", "the", "xylophone", "وزير", "minister harbour", "12345", "dock"):
        yield f"stories, search “{words}”", f"{LIST}?q={words}"
    for narrowed in (
        "kind__exact=opinion", "stage__exact=ready", "stage__exact=pitch", "mine=work", f"source={most}",
        f"tag={StoryTag.objects.values_list('tag', flat=True).latest('pk')}",
        f"contributor={Byline.objects.values_list('contributor', flat=True).latest('pk')}",
        "changed_from=2020-01-01&changed_until=2020-01-31", "live_from=2020-01-01&live_until=2020-01-31",
        "before=2018-01-01T00:00:00.000000_5",
    ):  # fmt: skip
        yield f"stories, {narrowed.partition('=')[0]}", f"{LIST}?{narrowed}"
    for model in ("story", "tag", "source", "contributor", "photo", "publication", "event", "revision", "address"):
        yield model, f"/admin/articles/{model}/"
    yield "tags, search", "/admin/articles/tag/?q=subj 49"
    yield "sources, search", "/admin/articles/source/?q=عائلة 49"


def look_ups():
    for model, field, term in (
        ("attribution", "source", "fam"), ("attribution", "source", "g"), ("attribution", "source", "عائلة"),
        ("storytag", "tag", "sub"), ("byline", "contributor", "a"), ("placement", "story", "por"),
    ):  # fmt: skip
        asked = f"app_label=articles&model_name={model}&field_name={field}&term={term}"
        yield f"look-up, {field} “{term}”", f"/admin/autocomplete/?{asked}"


def forms():
    for model in (Story, Tag, Source):
        row = model.objects.latest("pk")
        yield f"form, {row._meta.model_name}", reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])
    yield "front page", "/admin/articles/placement/front/en/"
    yield "first page", "/admin/"
