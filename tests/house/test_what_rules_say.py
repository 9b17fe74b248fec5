"""A rule of the database is told in words: a constraint's stand beside it, a trigger's in a table of their own."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from articles.admin.forms.sentences import OF_TRIGGERS, sentence
from articles.models import Edition, Section, guard
from articles.wall import telling


def constraints():
    models = apps.get_app_config("articles").get_models()
    return [each for model in models for each in model._meta.constraints]


def refused(make):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        make()
    return error.value


def test_no_two_constraints_have_one_name():
    names = [each.name for each in constraints()]
    assert len(names) == len(set(names))


def test_the_table_has_triggers_rules_alone():
    assert not OF_TRIGGERS.keys() & {each.name for each in constraints()}
    assert all(f"'{rule}'" in guard.SQL + telling.COMMON for rule in OF_TRIGGERS)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Another section of this edition has this slug already."), ("ar", "لقسم آخر من هذه الطبعة هذه اللاحقة.")],
)
def test_what_the_database_refuses_is_told_as_its_constraint_says(english, language, said):
    taken = english.sections.first()
    error = refused(lambda: Section.objects.create(edition=english, name="Other", slug=taken.slug))
    with translation.override(language):
        assert said in sentence(error)


def test_a_rule_without_words_is_told_by_its_name(english):
    error = refused(lambda: Edition.objects.filter(pk=english.pk).update(position=-1))
    assert sentence(error) == (
        "The database refused this by its rule “articles_edition_position_check”. Nothing was saved."
    )


def test_a_form_is_told_the_same_before_the_database_is_asked(english):
    taken = english.sections.first()
    with pytest.raises(ValidationError) as error:
        Section(edition=english, name="Other", slug=taken.slug).validate_constraints()
    assert error.value.messages == ["Another section of this edition has this slug already."]


def test_a_second_default_is_refused_beside_its_box(english):
    with pytest.raises(ValidationError) as error:
        Edition(language="ar", name="خط الزوال", direction="rtl", is_default=True).validate_constraints()
    said = "Another edition is the default already: only one can be."
    assert error.value.message_dict == {"is_default": [said]}
