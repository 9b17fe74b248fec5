"""How the database does what it is asked: its plans, node by node."""

from articles.models import Address, Correction, Placement, Publication, PublishedByline, PublishedTag, Statement

PAGE = 31
# Some rows that the walk meets are old versions, and some are of the other edition.
MET = 12 * PAGE
RECORD = (Publication, PublishedByline, PublishedTag, Statement, Correction, Address, Placement)


def nodes(plan):
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


def explain(cursor, sql):
    cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}")
    return cursor.fetchone()[0][0]["Plan"]


def done(plans):
    """The nodes of some plans that were carried out."""
    return [node for plan in plans for node in nodes(plan) if node["Actual Loops"]]


def met(node):
    """The rows that a node has looked at, as PostgreSQL counts them: on average over its loops."""
    removed = sum(node.get(f"Rows Removed by {what}", 0) for what in ("Filter", "Index Recheck", "Join Filter"))
    return (node["Actual Rows"] + removed) * node["Actual Loops"]


def big_tables():
    """The tables of the record with more rows than a page may meet."""
    return {model._meta.db_table for model in RECORD if model.objects.count() > MET}


def blocks(plans):
    """Blocks of 8 kB that were looked at."""
    return sum(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] for plan in plans)


def assert_nothing_big_is_read_through(done):
    big = big_tables()
    for node in done:
        if node.get("Relation Name") in big:
            assert node["Node Type"] != "Seq Scan"
            assert met(node) <= MET
        if node["Node Type"] in {"Sort", "Hash"}:
            assert node["Actual Rows"] <= MET
