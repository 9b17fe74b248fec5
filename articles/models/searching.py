"""How rows are found: stories by their words, and by name whatever has one."""

from django.db.models import Case, IntegerField, Q, When
from django.db.models.expressions import RawSQL

from articles.models.address import Address
from articles.models.editions import Edition
from articles.models.fields import PeopleField
from articles.models.publication import Publication
from articles.models.story import Story, StoryWords
from articles.rules import paths
from articles.rules.numbers import number
from articles.text import folding, search

# Materialized, or PostgreSQL walks the list by time in the hope of meeting a rare word (see docs/decisions/0020).
_MATCHING = """
    WITH matching AS MATERIALIZED (SELECT {column} FROM {table} WHERE vector @@ %s::tsquery)
    SELECT {column} FROM matching
"""
_STORIES = _MATCHING.format(column="story_id", table=StoryWords._meta.db_table)
_VERSIONS = _MATCHING.format(column="id", table=Publication._meta.db_table)
_OF_ADDRESS = f"""
    SELECT address.story_id FROM {Address._meta.db_table} address JOIN {Edition._meta.db_table} edition
    ON edition.id = address.edition_id WHERE address.story_id IS NOT NULL AND address.day = %s AND address.slug = %s
    AND (edition.language = %s OR (%s = '' AND edition.is_default))
"""
_OF_SLUG = f"SELECT id FROM {Story._meta.db_table} WHERE slug LIKE %s"
_OF_NUMBER = "SELECT %s::bigint"


def stories_found(stories, typed, *, is_unfinished=False):
    """Stories that bear all words typed; also the one of that number, and those whose slug begins so. An address finds
    its story, whether it is the one of today or an old one, with all that others hung on it."""
    if not typed.strip():
        return stories
    ways = list(_ways(typed.strip(), is_unfinished))
    if not ways:
        return stories.none()
    sql = " UNION ".join(f"({way})" for way, *_values in ways)
    return stories.filter(pk__in=RawSQL(sql, [value for _way, *values in ways for value in values]))


def _ways(typed, is_unfinished):
    if address := paths.of_story(typed):
        yield _OF_ADDRESS, *_meant(address)
    if (at_desk := paths.at_desk(typed)) is not None:
        yield _OF_NUMBER, at_desk
    if address or at_desk is not None:
        return
    query = search.query(typed, "en")
    if query:
        yield _STORIES, f"{query}:*" if is_unfinished and query.endswith("'") else query
    if len(typed.split()) == 1 and (slug := folding.slug(paths.decoded(typed).strip("/"), fallback="")):
        yield _OF_SLUG, f"{slug}%"
    if (found := number(typed)) is not None:
        yield _OF_NUMBER, found


def _meant(address):
    return address.day, address.slug, address.language, address.language


def versions_found(versions, typed):
    if address := paths.of_story(typed):
        return versions.filter(story__in=RawSQL(_OF_ADDRESS, _meant(address)))
    query = search.query(typed, "en")
    if query:
        return versions.filter(pk__in=RawSQL(_VERSIONS, [query]))
    return versions.none() if typed.strip() else versions


def named(rows, typed, *names):
    """Rows of that name, in any spelling; the beginning of each word is enough.

    `names` are the tables of their names in languages, each with the column that leads to `rows`.
    """
    if not typed.strip():
        return rows
    words = _either(rows.model, typed, search.typed)
    return rows.filter(_matching(rows.model, words, names)) if words else rows.none()


def offered(rows, typed, *names):
    """The same, and people whose name is usually spelled so, in either script: a person says whether it is one of
    them."""
    alike = search.alike(typed) if _are_people(rows.model) else None
    if not alike:
        return named(rows, typed, *names)
    words = " | ".join(filter(None, (_either(rows.model, typed, search.typed), alike)))
    return rows.filter(_matching(rows.model, words, names))


def alike(rows, name, *names):
    """People of whom somebody of that name, written to its end, may be one."""
    query = search.alike(name, is_unfinished=False)
    return rows.filter(_matching(rows.model, query, names)) if query else rows.none()


# How near to what was typed a row is that is found: `found_as` of `best_first`.
WHOLE, BEGINNING, WORDS, ALIKE = range(4)


def best_first(rows, typed, *names):
    """Rows of exactly that name first, then names that begin so, then the rest by name, and last who is spelled
    otherwise."""
    if not typed.strip():
        return rows.order_by("name", "pk")
    ranks = [(rank, _either(rows.model, typed, query)) for rank, query in _RANKS.items()]
    whens = [When(_matching(rows.model, query, names), then=rank) for rank, query in ranks if query]
    found_as = Case(*whens, default=ALIKE, output_field=IntegerField())
    return rows.annotate(found_as=found_as).order_by("found_as", "name", "pk")


_RANKS = {
    WHOLE: lambda text: search.called(text)[0],
    BEGINNING: lambda text: search.called(text)[1],
    WORDS: search.typed,
}


def _are_people(model):
    return isinstance(model._meta.get_field("found_by"), PeopleField)


def bearing(model, names, spelled=()):
    """The condition of rows that bear one of these names, in any language; of those `spelled` also who may be one."""
    relation = model._meta.get_field("names")
    whole = [search.called(name)[0] for name in sorted(names)]
    usual = [f"({query})" for name in sorted(spelled) if (query := search.alike(name, is_unfinished=False))]
    either = " | ".join(filter(None, [*whole, *usual]))
    return _matching(model, either, [(relation.related_model, relation.field.attname)])


def _either(model, typed, query):
    """The query for what was typed, or for the one spelling of its meaning, where the rows have such a one."""
    spellings = [typed, *([model.respelled(typed)] if hasattr(model, "respelled") else [])]
    queries = dict.fromkeys(filter(None, map(query, spellings)))
    return " | ".join(f"({each})" for each in queries)


def _matching(model, query, names):
    """One set of numbers, from the index of each table: an OR between tables would read both through."""
    tables = [(model, "id"), *names]
    sql = " UNION ".join(
        f"SELECT {column} FROM {table._meta.db_table} WHERE found_by @@ %s::tsquery" for table, column in tables
    )
    return Q(pk__in=RawSQL(sql, [query] * len(tables)))
