"""What the documents say is there, is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


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


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")), ids=lambda path: path.name
)
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
