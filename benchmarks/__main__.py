"""`python -m benchmarks [stories]`, on a database of its own that is gone afterwards."""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from benchmarks import timing
    from tests import database

    database.prepare()
    try:
        timing.run(int(sys.argv[1]) if len(sys.argv) > 1 else timing.STORIES)
    finally:
        database.release()
