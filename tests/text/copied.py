"""What other programs put on the clipboard, as files, and what should become of each."""

from pathlib import Path

CLIPBOARD = Path(__file__).parent / "clipboard"
HTML = sorted(path for path in CLIPBOARD.glob("*.html") if ".clean" not in path.name)
PLAIN = sorted(CLIPBOARD.glob("*.txt"))


def clean(path):
    """What should become of it: a block on each line."""
    return path.with_name(path.name.removesuffix(".html") + ".clean.html").read_text().replace("\n", "")
