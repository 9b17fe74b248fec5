"""The draft that a story's form holds: what is typed, as any other way in would bring it."""

from math import inf

from articles.models import Story
from articles.models.drafts import ALL, Draft


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
    """The rows that stay, in their order. Those that a colleague has added since are not among them: what is saved
    keeps them."""
    goes = set(formset.deleted_forms)
    stay = [form.instance for form in formset.forms if form not in goes and (form.instance.pk or form.has_changed())]
    return sorted(stay, key=lambda row: (row.position, row.pk or inf))
