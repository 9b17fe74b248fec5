"""How well one colour is read on another, as WCAG 2.2 counts it: 1 for the same colour, 21 for black on white."""

PAPER, DARK_PAPER = "#fbfaf7", "#131416"
# The least for text of usual size, by WCAG 2.2, 1.4.3.
LEAST = 4.5


def ratio(one: str, other: str) -> float:
    """Of two colours as #rrggbb."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
