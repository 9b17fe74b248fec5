"""The draft that a story's form holds: what is typed, as any other way in would bring it."""

from copy import copy
from math import inf

from articles import text
from articles.actions import verifying
from articles.models import Story
from articles.models.drafts import ALL, Draft


def forms(admin, request, data, instance, story):
    """The form and the formsets below it, bound to what was typed. `story`: the one whose page it is, or None."""
    form = admin.get_form(request, story, change=story is not None)(data, instance=instance)
    found = admin.get_formsets_with_inlines(request, story)
    return form, [_lines(lines, inline, request, data, instance) for lines, inline in found]


def _lines(lines, inline, request, data, instance):
    prefix = lines.get_default_prefix()
    return lines(data, instance=instance, prefix=prefix, queryset=inline.get_queryset(request))


def typed(admin, request, story):
    """The draft of a form while one types, valid or not: what cannot be saved yet is as it was saved last, and a row
    that lacks something is none. And the prefixes of its attributions."""
    form, formsets = forms(admin, request, request.POST, copy(story), story)
    form.is_valid()
    form.instance.body = text.kept(form.instance.body)
    rows = {lines.prefix: [line for line in lines.forms if _stands(lines, line)] for lines in formsets}
    said, written = rows.get("attributions", []), rows.get("bylines", [])
    people, said_by = [line.instance.contributor for line in written], [line.instance for line in said]
    _settle(story, said_by)
    return Draft(form.instance, people, [], said_by), [line.prefix for line in said]


def _settle(story, rows):
    """A check of other words falls, as it will when they are saved."""
    saved = story.attributions.values("pk", "words", "check_made", "verified_by_id")
    was = {row["pk"]: row for row in saved}
    for row in rows:
        if row.pk in was:
            verifying.settle(row, was[row.pk])


def _stands(lines, line):
    """Whether a line is a row that would be saved."""
    is_typed = line.instance.pk is not None or line.has_changed()
    return is_typed and line.is_valid() and not line.cleaned_data.get("DELETE") and bool(line.instance.story_id)


def draft_of(form, formsets):
    """The draft of a valid form and of the formsets below it. A formset that its user may not see changes nothing."""
    rows = {formset.prefix: _rows(formset) for formset in formsets}
    return Draft(
        form.instance,
        [row.contributor for row in rows.get("bylines", ())],
        form.cleaned_data["tags"],
        rows.get("attributions", []),
        changed=_changed(form, formsets) if form.instance.pk else ALL,
    )


def _changed(form, formsets):
    written = set(form.changed_data) & {*Story.WRITTEN, "tags"}
    return frozenset(written | {lines.prefix for lines in formsets if any(_is_changed(lines))})


def _is_changed(lines):
    """Whether each line is a change. A new one that is taken away again is none."""
    goes = set(lines.deleted_forms)
    return (line.has_changed() and (line.instance.pk is not None or line not in goes) for line in lines.forms)


def _rows(formset):
    """The rows that stay, in their order. Those that a colleague has added since are not among them: what is saved
    keeps them."""
    goes = set(formset.deleted_forms)
    stay = [form.instance for form in formset.forms if form not in goes and (form.instance.pk or form.has_changed())]
    return sorted(stay, key=lambda row: (row.position, row.pk or inf))
