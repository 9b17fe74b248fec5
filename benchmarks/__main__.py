"""`python -m benchmarks [stories …]` judges readers' pages; `python -m benchmarks desk [stories]` times them in this
process, and the desk's. Each has a database of its own that is gone afterwards."""

import signal
import sys

import django

from benchmarks import judge

if __name__ == "__main__":
    if sys.argv[1:2] == ["desk"]:
        django.setup()

        from benchmarks import timing
        from tests import database

        database.prepare()
        try:
            timing.run(int(sys.argv[2]) if len(sys.argv) > 2 else timing.STORIES)
        finally:
            database.release()
    else:
        # What was started is stopped, however it is ended.
        signal.signal(signal.SIGTERM, lambda *_told: sys.exit("make bench was stopped before it was done."))
        judge.main(sys.argv[1:])
