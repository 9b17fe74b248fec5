"""Names of several languages side by side, and the direction of each."""

from django.utils.translation import get_language_info

FIRST_STRONG_ISOLATE, POP = "\u2068", "\u2069"


def isolated(text):
    """The text with marks that keep it in its own direction, where no markup can say so."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP}"


def beside(*texts):
    """HTML with the texts in a row, each in its own direction."""
    return " · ".join(map(isolated, texts)) if len(texts) > 1 else str(texts[0])


def other_names(row):
    """The names of a row in other languages, each once, without its own."""
    return names_of(row)[1:]


def names_of(row, language=None):
    """The names of a row, each once: in the language asked for, as the desk files it, and in the others."""
    names = row.names.all()
    own = [each.name for each in names if each.language == language]
    return list(dict.fromkeys([*own, row.name, *(each.name for each in names)]))


def called_in(language, rows):
    """The rows by number, each under its name in a language: to be shown, and never saved."""
    known = rows.called_in(language).in_bulk()
    for row in known.values():
        row.name = row.called or row.name
    return known


def direction_of(language):
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
