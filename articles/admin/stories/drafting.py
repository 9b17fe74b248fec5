"""The draft that a story's form holds: what is typed, as any other way in would bring it."""

from math import inf

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
    return frozenset(written | {formset.prefix for formset in formsets if formset.has_changed()})


def _rows(formset):
    """The rows that stay, in their order; among them those that a colleague has added since the form was shown."""
    goes, shown = set(formset.deleted_forms), {form.instance.pk for form in formset.forms}
    stay = [form for form in formset.forms if form not in goes and (form.instance.pk or form.has_changed())]
    unseen = [row for row in formset.get_queryset() if row.pk not in shown]
    return sorted([*unseen, *(form.instance for form in stay)], key=lambda row: (row.position, row.pk or inf))
