"""What the documents say is there, is there."""

import re
from pathlib import Path

import pytest

from screenshots import shown
from tests.house.catalogue import CATALOGUE, entries

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
DOCUMENTS = sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md"))


def tree():
    """The paths of README's map, from its indentation."""
    block = re.search(r"```text\n(.*?)```", README.read_text(), re.S)[1]
    folders = []
    for line in block.splitlines():
        indent, name = re.match(r"( *)(\S+)", line).groups()
        folders[len(indent) // 4 :] = [name]
        yield "/".join(part.rstrip("/") for part in folders)


def test_every_path_in_the_readmes_map_exists():
    paths = list(tree())
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_and_link_that_a_document_names_exists(document):
    text = document.read_text()
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("decision", sorted(ROOT.glob("docs/decisions/*.md")), ids=lambda path: path.name)
def test_a_decision_is_short_and_says_why(decision):
    text = decision.read_text()
    assert text.startswith(f"# {decision.name[:4]}. ")
    assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequence"))
    assert len(text.splitlines()) < 30


def test_every_variable_of_the_environment_is_in_the_readme():
    named = set(re.findall(r'environment\.\w+\("([A-Z_]+)"', (ROOT / "newsroom/settings.py").read_text()))
    named |= {"READERS_DATABASE_URL", "PORT"}
    assert named
    assert [name for name in sorted(named) if f"`{name}`" not in README.read_text()] == []


def test_each_picture_is_taken_by_a_command_light_and_shown():
    kept = {path.stem: path.stat().st_size for path in ROOT.glob("docs/pictures/*")}
    assert kept.keys() == shown.GUIDE.keys() | shown.README.keys()
    assert max(kept.values()) <= 120_000
    named = {name for path in DOCUMENTS for name in re.findall(r"pictures/([\w-]+)\.webp\)", path.read_text())}
    assert kept.keys() == named


def words_of_the_screens(said):
    """All that the interface says in English (`msgid`) or in Arabic (`msgstr`)."""
    for name in ("django.po", "djangojs.po"):
        for entry in entries((ROOT / CATALOGUE).with_name(name)):
            for key, words in entry.items():
                if key.startswith(said):
                    yield re.sub(r"[\u2066-\u2069]", "", words).replace("%s", "…").strip(". ").lower()


@pytest.mark.parametrize(
    ("guide", "said", "least"),
    [
        ("desk.md", "msgid", 80),
        ("desk.ar.md", "msgstr", 80),
        ("sources.md", "msgid", 15),
        ("sources.ar.md", "msgstr", 10),
    ],
)
def test_what_the_guide_sets_in_bold_stands_on_the_screens(guide, said, least):
    bold = re.findall(r"\*\*(.+?)\*\*", " ".join((ROOT / "docs" / guide).read_text().split()))
    assert len(bold) > least
    known = set(words_of_the_screens(said))
    assert [words for words in bold if words.strip(". ").lower() not in known] == []
