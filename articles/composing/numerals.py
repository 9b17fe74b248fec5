"""Numbers in the numerals of a language."""

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def in_numerals(value, language):
    """`value` as text, in the numerals that readers of `language` expect."""
    return str(value).translate(ARABIC_INDIC) if language == "ar" else str(value)
