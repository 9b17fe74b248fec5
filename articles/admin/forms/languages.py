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
    return names_of(row)[1:]


def names_of(row, language=None):
    """Each once: what it is called in the language asked for, as the desk files it, and in the others."""
    names = row.names.all()
    own = [each.name for each in names if each.language == language]
    return list(dict.fromkeys([*own, row.name, *(each.name for each in names)]))


def called_in(language, rows):
    """By number, under the name that a language has for each: to be shown, and never saved."""
    known = rows.called_in(language).in_bulk()
    for row in known.values():
        row.name = row.called or row.name
    return known


def direction_of(language):
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
