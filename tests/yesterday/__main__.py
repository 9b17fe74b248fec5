"""`python -m tests.yesterday`: a new demo of this checkout becomes the paper of yesterday. It takes a minute or two."""

import subprocess
import sys
import tempfile
from pathlib import Path

from newsroom import databases
from newsroom.embedded.cluster import APPLICATION, Cluster
from tests.served import ROOT, environ, newsroom
from tests.yesterday import paper
from tests.yesterday.visiting import Reader

HAPPENING = [sys.executable, "-m", "tests.yesterday.happening"]
FIRST = ("/", "/ar/", "/manifest.webmanifest", "/ar/manifest.webmanifest", "/healthz")
PREFIX = "CASE WHEN edition.is_default THEN '/' ELSE '/' || edition.language || '/' END"
BY_DAY = f"{PREFIX} || to_char(row.day, 'YYYY/MM/DD/') || row.slug || '/'"
OF_EDITION = "JOIN articles_edition edition ON edition.id = row.edition_id"
# What no page may link to any more: of each version, and all that forwards.
KNOWN = f"""
    SELECT {BY_DAY} FROM articles_publication row {OF_EDITION}
    UNION SELECT {BY_DAY} FROM articles_address row {OF_EDITION} WHERE row.story_id IS NOT NULL
    UNION SELECT {PREFIX} || row.slug || '/' FROM articles_address row {OF_EDITION} WHERE row.section_id IS NOT NULL
    UNION SELECT {PREFIX} || 'topics/' || row.slug || '/' FROM articles_address row {OF_EDITION}
    WHERE row.tag_id IS NOT NULL
"""
TO_COME = f"SELECT {BY_DAY}, min(row.live_from) FROM articles_publication row {OF_EDITION} GROUP BY 1"


def make():
    with tempfile.TemporaryDirectory() as folder, newsroom(Path(folder)) as running:
        subprocess.run(HAPPENING, cwd=ROOT, env=environ(folder), check=True)
        address = databases.inside(Cluster(Path(folder) / "postgres"), APPLICATION)
        with databases.connect(address) as connection:
            known = [path for (path,) in connection.execute(KNOWN)]
            begins = dict(connection.execute(TO_COME).fetchall())
        found = Reader(running.port).wander(*FIRST, *known).values()
        paper.write(sorted(answer for each in found if (answer := lasting(each, begins))))
        paper.dump(address)


def lasting(answer, begins):
    """What the address answers from now on, or from when it begins to; nothing where there is only nothing."""
    if answer.status != 404:
        return answer
    begin = begins.get(answer.path)
    return begin and answer._replace(status=200, since=begin.isoformat())


if __name__ == "__main__":
    make()
