"""Columns that put right what is written to them, whoever writes it: form, import, fixture or shell."""

from uuid import uuid4

from django.contrib.postgres.search import SearchVectorField
from django.core.validators import RegexValidator, validate_unicode_slug
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from articles import text
from articles.text import folding, search, subjects

_IN_ADDRESSES = RegexValidator(rf"^{folding.IN_SLUGS}+\Z", validate_unicode_slug.message)


class SafeHTMLField(models.TextField):
    """HTML, cleaned on its way to the database. COPY goes past it: an importer cleans for itself."""

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = text.kept(value)
        return super().get_db_prep_save(value, connection)


class Unturned:
    """A mixin for columns of words that are shown: characters that would turn them round are dropped. In a migration
    the column is Django's own."""

    def to_python(self, value):
        value = super().to_python(value)
        return folding.unturned(value) if isinstance(value, str) else value

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(folding.unturned(value) if isinstance(value, str) else value, connection)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        own = next(each for each in type(self).__mro__ if each.__module__.startswith("django.db.models"))
        return name, f"django.db.models.{own.__name__}", args, kwargs


class LineField(Unturned, models.CharField):
    pass


class WordsField(Unturned, models.TextField):
    pass


class AddressPart(models.SlugField):
    """A slug in any script, vowels that are written as marks included. In a migration the column is Django's own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **({"allow_unicode": True} | kwargs))
        self.default_validators = [_IN_ADDRESSES]

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.SlugField", args, kwargs

    def formfield(self, **kwargs):
        # Past Django's own, whose field refuses the marks.
        return models.CharField.formfield(self, **kwargs)


class KeyField(models.CharField):
    """A subject's name in the one spelling of its meaning. What is looked up is spelled so too."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return subjects.key(value)[: self.max_length] if isinstance(value, str) else value


class _MadeOf(DeferredAttribute):
    """The attribute of a `Made` field: it is read from the columns that the field is made of, by a form, an import and
    a fixture alike."""

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        return self.field.make(*(getattr(instance, name) for name in self.field.of))

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class Made(models.Field):
    """A column made of other columns of the row, `of`, to be searched. It follows them at each `save()`."""

    descriptor_class = _MadeOf

    def __init__(self, *args, of=(), **kwargs):
        self.of = tuple(of)
        super().__init__(*args, **({"default": "", "editable": False} | kwargs))

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}


class FoldedField(Made, models.TextField):
    """The words of other columns in their one spelling."""

    def make(self, *texts):
        return " ".join(map(folding.fold, texts))


class NamesField(Made, SearchVectorField):
    """What a row is looked up by: the words of its names."""

    def make(self, *names):
        return search.names(*names)


class PeopleField(NamesField):
    """The same of people, who are found by the usual spellings of their names, in either script."""

    def make(self, *names):
        return search.people(*names)


def new_family():
    return uuid4().hex


class FamilyField(models.CharField):
    """What the same story, section or tag shares with its siblings in other editions."""

    def __init__(self, *args, **kwargs):
        kwargs = {
            "max_length": 80,
            "default": new_family,
            "help_text": _("What siblings in other editions share."),
        } | kwargs
        super().__init__(*args, **kwargs)
