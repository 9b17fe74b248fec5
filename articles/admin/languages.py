"""Names of several languages side by side, and the direction of each."""

from django.utils.translation import get_language_info

FIRST_STRONG_ISOLATE, POP = "\u2068", "\u2069"


def isolated(text):
    """In its own direction, where there is no markup to say so."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP}"


def beside(*texts):
    """Texts in a row, each in its own direction."""
    return " · ".join(map(isolated, texts)) if len(texts) > 1 else str(texts[0])


def other_names(row):
    """What it is called beside its own name: in other languages, each once."""
    return [name for name in dict.fromkeys(each.name for each in row.names.all()) if name != row.name]


def direction_of(language):
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
