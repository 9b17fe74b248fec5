"""The Arabic catalogue, message by message."""

import ast
import re
from pathlib import Path

CATALOGUE = Path("locale/ar/LC_MESSAGES/django.po")


def entries(file):
    """What is said, each with its lines: `msgid`, `msgstr` …, and `#,` for its flags."""
    for block in file.read_text().split("\n\n"):
        said = {"#,": " ".join(re.findall(r"^#,(.*)$", block, re.MULTILINE))}
        name = ""
        for key, text in re.findall(r'^(?:(msg\S+) )?(".*")$', block, re.MULTILINE):
            name = key or name
            said[name] = said.get(name, "") + ast.literal_eval(text)
        yield said
