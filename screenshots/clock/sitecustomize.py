"""The clock of each Python process that has this folder on its PYTHONPATH: it stands at SCREENSHOTS_AT.

Python imports a module of this name at its start. Not libfaketime for Python as well: under it `time.sleep` fails."""

import os
from datetime import datetime

import time_machine

time_machine.travel(datetime.fromisoformat(os.environ["SCREENSHOTS_AT"]), tick=False).start()
