"""What a page asks has one plan for all values, since it is prepared: it costs little more than the plan for these."""

import pytest
from django.db import connections
from django.db.models import Count
from django.urls import reverse
from psycopg.sql import SQL, Identifier, Literal

from articles.models import Contributor, Publication, Source, Tag, Withdrawal
from benchmarks.pages import pages
from tests import archives
from tests.proofs import tries
from tests.readers.plans import MET, PAGE, big_tables, blocks, done, met

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

STORIES = tries(sample=2_000, full=20_000)
# How a plan for all values may compare with the plan for these: in blocks of 8 kB that are looked at, and in rows.
MOST = 2
MODES = ("force_generic_plan", "force_custom_plan")


@pytest.fixture
def archive(english, arabic):
    archives.furnish(english, arabic)
    archives.make(STORIES)
    archives.add_long_story(40)
    with connections["default"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return english, arabic


def rare(edition):
    """The pages of what has least on its shelf, and of what is not there, or not any more."""

    def to(name, rows, through):
        rarest = rows.annotate(count=Count(through)).filter(count__gt=0).order_by("count", "pk").first()
        return reverse(name, kwargs={"language": edition.prefix, "slug": rarest.slug})

    of_edition = Publication.objects.filter(edition=edition)
    withdrawn = of_edition.filter(story__in=Withdrawal.objects.open().values("story")).first()
    there = {
        "rare topic": to("topic", Tag.objects.filter(language=edition.language), "published_tags"),
        "rare source": to("source", Source.objects.filter(may_have_page=True), "statements"),
        "rare contributor": to("contributor", Contributor.objects, "published_bylines"),
    }
    no_story = of_edition.live().earliest("first_live_at").get_absolute_url().replace("-", "_")
    no_topic = reverse("topic", kwargs={"language": edition.prefix, "slug": "nothing"})
    return there | {"withdrawn": withdrawn.get_absolute_url(), "no story": no_story, "no topic": no_topic}


def asked(client, paths):
    """The pages' names, and what each asks that none before it has asked: SQL and its values."""
    heard = []
    known = set()

    def hear(execute, sql, values, many, context):
        heard.append((sql, values))
        return execute(sql, values, many, context)

    for name, path in paths.items():
        heard.clear()
        with connections["readers"].execute_wrapper(hear):
            assert client.get(path).status_code in (200, 404, 410), path
        for sql, values in heard:
            if (sql, repr(values)) not in known:
                yield name, sql, values
            known.add((sql, repr(values)))


def plans(sql, values):
    """The plan that a query has as it is prepared, for all values, and the plan for these."""
    readers = connections["readers"]
    readers.close()
    with readers.cursor() as cursor:
        for _time in range(2):
            cursor.execute(sql, values)
        cursor.execute("SELECT name FROM pg_prepared_statements")
        ((name,),) = cursor.fetchall()
        given = SQL("({})").format(SQL(", ").join(map(Literal, values))) if values else SQL("")
        explain = SQL("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE {}{}").format(Identifier(name), given)
        for mode in MODES:
            cursor.execute(f"SET plan_cache_mode = {mode}")
            cursor.execute(explain)
            yield cursor.fetchone()[0][0]["Plan"]


def rows(plan):
    return sum(map(met, done([plan])))


def assert_good_for_all_values(prepared, custom, big):
    assert blocks([prepared]) <= MOST * blocks([custom]) + PAGE
    assert rows(prepared) <= MOST * rows(custom) + PAGE
    for node in done([prepared]):
        assert (node["Node Type"], node.get("Relation Name")) not in {("Seq Scan", table) for table in big}
        assert "Sort" not in node["Node Type"] or node["Actual Rows"] <= MET


@pytest.mark.prove
def test_what_a_page_asks_has_a_plan_that_is_good_for_rare_and_for_common(archive, client, subtests, proof):
    big = big_tables()
    for edition in archive:
        for page, sql, values in asked(client, pages(edition) | rare(edition)):
            proof.tried += 1
            prepared, custom = plans(sql, values)
            with subtests.test(edition=edition.language, page=page, sql=sql[-300:]):
                assert_good_for_all_values(prepared, custom, big)
                assert "IN (%s" not in sql, "a list of values is a statement for each length: keys.among is one"
