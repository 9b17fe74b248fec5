"""How the items of a numbered list are counted: in figures, in letters, in Roman numerals."""

# What `type` says of a list, where it says more than that it has figures. HTML has no such word for أ، ب، ج: these
# are counted in the figures of the page.
KINDS = ("a", "A", "i", "I")
MOST = 99_999
_LETTERS = 26
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_IN_ROMAN = 3_999


def start(said: str) -> str | None:
    """The number at which a list begins, as it is kept; None where it begins as lists do."""
    try:
        number = int(said)
    except ValueError:
        return None
    return str(number) if 0 <= number <= MOST and number != 1 else None


def kind(said: str) -> str | None:
    """What a list is counted in, as it is kept; None for figures, and for what is no kind."""
    return said if said in KINDS else None


def written(number: int, kind: str) -> str:
    """The number as readers see it before an item: browsers have figures where there is no letter or numeral."""
    counted = {"a": _in_letters, "i": _in_roman}.get(kind.lower(), str)(number)
    return counted.upper() if kind.isupper() else counted


def _in_letters(number: int) -> str:
    letters, rest = "", number
    while rest > 0:
        rest, place = divmod(rest - 1, _LETTERS)
        letters = chr(ord("a") + place) + letters
    return letters or str(number)


def _in_roman(number: int) -> str:
    if not 0 < number <= _MOST_IN_ROMAN:
        return str(number)
    letters, rest = "", number
    for value, numeral in _ROMAN:
        letters += numeral * (rest // value)
        rest %= value
    return letters
