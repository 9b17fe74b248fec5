"""What is said of a row in each language: a small form for each, side by side, written in its own direction."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import get_language_info

from articles.admin.forms.languages import direction_of
from articles.admin.forms.lines import ClosedOnceSeen, LineForm, Lines
from articles.rules.numbers import number


class LanguageForm(LineForm):
    """Its language is not chosen: there is a form for each."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.language:
            for name in self.fields.keys() - {"language"}:
                self.fields[name].widget.attrs |= {"lang": self.language, "dir": direction_of(self.language)}

    @property
    def language(self):
        language = self.instance.language or self.initial.get("language")
        return language if language in dict(settings.LANGUAGES) else ""

    @property
    def language_name(self):
        return get_language_info(self.language)["name_translated"] if self.language else ""


class LanguageFormSet(Lines):
    """Of these forms, those are empty that nobody has written yet."""

    def __init__(self, data=None, *args, instance=None, **kwargs):
        unwritten = [{"language": language} for language in unwritten_of(self.model, self.fk.name, instance)]
        if data and instance and instance.pk:
            data = self._caught_up(data, kwargs.get("prefix") or self.get_default_prefix(), instance)
        super().__init__(data, *args, instance=instance, **({"initial": unwritten} | kwargs))

    def _caught_up(self, data, prefix, instance):
        """What was typed as new in a language that has been written meanwhile is a change of that: no second one."""
        written = self.model.objects.filter(**{self.fk.name: instance}).order_by("pk")
        keys = {str(pk): language for pk, language in written.values_list("pk", "language")}
        total = number(data.get(f"{prefix}-TOTAL_FORMS")) or 0
        lines = [_line(data, f"{prefix}-{index}-") for index in range(min(total, self.absolute_max))]
        told = {line.get("id") for line in lines}
        missing = {language: pk for pk, language in keys.items() if pk not in told}
        late = [line for line in lines if not line.get("id") and line.get("language") in missing]
        if not late:
            return data
        for line in late:
            line["id"] = missing[line["language"]]
        lines.sort(key=lambda line: not line.get("id"))
        caught_up = data.copy()
        caught_up[f"{prefix}-INITIAL_FORMS"] = str(sum(bool(line.get("id")) for line in lines))
        for index, line in enumerate(lines):
            for name, value in line.items():
                caught_up[f"{prefix}-{index}-{name}"] = value
        return caught_up


def _line(data, prefix):
    return {name.removeprefix(prefix): data.get(name) for name in data if name.startswith(prefix)}


class ByLanguage(ClosedOnceSeen, admin.StackedInline):
    """An inline with a form for each language. `fk_name`, the foreign key to the row, is to be named."""

    form = LanguageForm
    formset = LanguageFormSet
    template = "admin/forms/by_language.html"
    max_num = len(settings.LANGUAGES)
    # What it is for, under its heading.
    said = ""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "language":
            kwargs["widget"] = forms.HiddenInput()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_extra(self, request, obj=None, **kwargs):
        return len(unwritten_of(self.model, self.fk_name, obj))


def unwritten_of(model, fk, row):
    """The languages in which nothing has been said of `row`."""
    written = model.objects.filter(**{fk: row}).values_list("language", flat=True) if row and row.pk else ()
    written = set(written)
    return [language for language, _name in settings.LANGUAGES if language not in written]
