"""Numbers in what a browser sends: anyone may write anything there."""

# No row has a longer one; of far longer ones Python itself refuses to make a number.
MOST_DIGITS = 18


def number(said):
    """The number that was written, or None."""
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS else None
