"""Numbers in what a browser sends: anyone may write anything there. Whether one can be a row's is asked here alone."""

# No row has a longer one; of far longer ones Python itself refuses to make a number.
MOST_DIGITS = 18


def number(said: str | None) -> int | None:
    """The number that was written, or None."""
    return int(said) if said and are_digits(said) and len(said) <= MOST_DIGITS else None


def are_digits(said: str) -> bool:
    """Whether it is written with 0 to 9 alone: Python takes the digits of any script, and “²” for one."""
    return said.isascii() and said.isdecimal()
