"""What other programs put on the clipboard, as files, and what should become of each."""

from pathlib import Path

CLIPBOARD = Path(__file__).parent / "clipboard"
HTML = sorted(path for path in CLIPBOARD.glob("*.html") if ".clean" not in path.name)
# One for each program, named with its version: what it copies, what becomes of it (.clean.html), and what is left out.
PROGRAMS = sorted(path for path in (CLIPBOARD / "programs").glob("*.html") if ".clean" not in path.name)
PLAIN = sorted(CLIPBOARD.glob("*.txt"))


def clean(path):
    """What should become of it: a block on each line."""
    return path.with_name(path.name.removesuffix(".html") + ".clean.html").read_text().replace("\n", "")


def left_out(path):
    """What should be left out of it, counted: as in “remark 1, deletion 2”."""
    said = path.with_name(path.name.removesuffix(".html") + ".left.txt").read_text().strip()
    return {kind: int(count) for kind, count in (each.split() for each in said.split(", "))}
