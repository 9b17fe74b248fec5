"""What a browser sends of a form that nobody has touched: names and values, as texts."""

from django import forms


def of(form):
    """All that an unbound form sends, by the names of its page. A file is not among it."""
    fields = {name: field for name, field in form.fields.items() if not isinstance(field, forms.FileField)}
    return {form.add_prefix(name): values(form[name]) for name, field in fields.items() if not field.disabled}


def values(bound):
    """The values that one field sends: none of an empty box, several of a list of boxes."""
    widget = bare(bound)
    value = bound.value()
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if widget.check_test(value) else []
    said = widget.format_value(value)
    if isinstance(said, list | tuple):
        return [str(each) for each in said if each is not None] or ([] if widget.allow_multiple_selected else [""])
    return ["" if said is None else str(said)]


def bare(bound):
    """The widget of a field, without what Django lays around one that names another row."""
    return getattr(bound.field.widget, "widget", bound.field.widget)


def rows(form_class, rows, prefix, **more):
    """What the lines of a formset send for these rows: those that have a number first."""
    kept = sorted(rows, key=lambda row: row.pk is None)
    data = {f"{prefix}-TOTAL_FORMS": [str(len(kept))], f"{prefix}-INITIAL_FORMS": [str(sum(bool(r.pk) for r in kept))]}
    for place, row in enumerate(kept):
        data |= of(form_class(instance=row, prefix=f"{prefix}-{place}"))
        told = {"id": row.pk or "", "position": rows.index(row)} | more
        data |= {f"{prefix}-{place}-{name}": [str(value)] for name, value in told.items()}
    return data
