"""How the database does what it is asked: its plans, node by node."""


def nodes(plan):
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


def explain(cursor, sql):
    cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}")
    return cursor.fetchone()[0][0]["Plan"]
