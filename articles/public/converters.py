"""The parts of public addresses: languages, days, slugs in any script."""

from datetime import date, datetime

from django.conf import settings
from django.urls import register_converter

from articles.rules.words import CorrectionKind, TagKind
from articles.text import folding


class Language:
    """A language that the paper may appear in. Whether it does is for the editions to say."""

    regex = "|".join(code for code, _name in settings.LANGUAGES)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class Slug(Language):
    regex = f"{folding.IN_SLUGS}{{1,100}}"


class Colour(Language):
    """0d5c63, without the # that an address cannot carry."""

    regex = "[0-9a-f]{6}"


class OfCorrection(Language):
    """A kind of correction, by its one word."""

    regex = "|".join(CorrectionKind.values)


class OfTag(Language):
    """A kind of topic, likewise."""

    regex = "|".join(TagKind.values)


class Day:
    """2026/11/22. A day that no calendar has is no address."""

    regex = "[0-9]{4}/[0-9]{2}/[0-9]{2}"
    form = "%Y/%m/%d"

    def to_python(self, value):
        return datetime.strptime(value, self.form).date()

    def to_url(self, value: date):
        return f"{value.year:04}{value:/%m/%d}"


class Month(Day):
    regex = "[0-9]{4}/[0-9]{2}"
    form = "%Y/%m"

    def to_url(self, value: date):
        return f"{value.year:04}{value:/%m}"


class Year(Day):
    regex = "[0-9]{4}"
    form = "%Y"

    def to_url(self, value: date):
        return f"{value.year:04}"


def register():
    kinds = {"language": Language, "slug": Slug, "colour": Colour, "day": Day, "month": Month, "year": Year}
    kinds |= {"correction": OfCorrection, "tag": OfTag}
    for name, converter in kinds.items():
        register_converter(converter, "paper_" + name)
