"""Rows of one name, told apart wherever one of them is chosen: by what is said of them, the slug, their last story."""

from collections import Counter, defaultdict

from articles import text
from articles.admin.forms import languages
from articles.models import searching
from articles.text import folding

# So many of one name are looked at; whoever has more of them is told apart all the same.
MOST = 200
LONGEST = 60


def slugs(model, rows):
    """{number: slug} of those rows that have a name which another row has too."""
    known = {row.pk: row for row in rows}
    return {pk: known[pk].slug for pk in _with_namesakes(model, known.values())}


def notes(model, rows, language):
    """{number: what tells it apart} of the same rows, as a look-up says it."""
    twins = slugs(model, rows)
    if not twins:
        return {}
    last = dict(model.objects.filter(pk__in=twins).with_last_story().values_list("pk", "last_story"))
    about = {row.pk: _about(row, language) for row in rows}
    return {
        pk: languages.beside(*(text.shortened(each, LONGEST) for each in (about[pk], slug, last[pk]) if each))
        for pk, slug in twins.items()
    }


def apart(named):
    """(key, name, what else it is called) as (key, label): a name that stands twice with what else it is called."""
    named = list(named)
    times = Counter(name for _key, name, _other in named)
    return [(key, f"{name} ({other})" if times[name] > 1 else name) for key, name, other in named]


def _with_namesakes(model, rows):
    if not hasattr(model, "names") or not hasattr(model, "used_by"):
        return []
    # A protected source is known by its label, in its own story alone.
    named = {row.pk: _keys(row) for row in rows if not getattr(row, "protected_in_id", None)}
    if not named:
        return []
    bearers = defaultdict(set)
    for other in _called(model, set().union(*named.values())):
        for key in _keys(other):
            bearers[key].add(other.pk)
    return [pk for pk, keys in named.items() if any(bearers[key] - {pk} for key in keys)]


def _called(model, names):
    """The rows that bear one of these names, with all their names."""
    rows = model.objects.filter(searching.bearing(model, names)).prefetch_related("names").order_by("pk")
    return (rows.filter(protected_in=None) if hasattr(model, "protected_in") else rows)[:MOST]


def _keys(row):
    others = getattr(row, "_prefetched_objects_cache", {}).get("names", ())
    return {folding.key(name) for name in (row.name, *(each.name for each in others))}


def _about(row, language):
    """What readers of a language are told of a contributor."""
    said = {each.language: getattr(each, "about", "") for each in row.names.all()}
    return said.get(language) or next(filter(None, said.values()), "")
