"""The settings of a paper that is served on the tests' own database, while a test is its desk."""

import os
from pathlib import Path

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES

for each in DATABASES.values():
    each["NAME"] = os.environ["PAPER_DATABASE"]
READERS_ALIAS = "readers"
VAR = Path(os.environ["PAPER_VAR"])
