"""A save in place: what a script is told beside that it is saved, to show it where it stands."""

from django.contrib import messages
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.actions.locking import clock
from articles.admin.forms import readers_view
from articles.admin.stories import drafting
from articles.models import standing

# Not shown by a value alone: of these a page that is loaded anew tells more.
CHOSEN = {"lead_photo", "source", "contributor", "verified_by"}
UNSEEN = {"version", "family", "id", "story", "DELETE"}


def said_of(story):
    """When a story was saved last, in its edition's time, and as which revision."""
    at, now = (localtime(moment, story.edition.zone) for moment in (story.changed_at, clock()))
    time = date_format(at, "H:i" if at.date() == now.date() else _("j M Y, H:i"))
    return _("Saved %(time)s · revision %(number)s") % {"time": time, "number": story.version}


def shown(admin, request, story, told):
    """What the page shows from now on: where the story stands, and whatever the form holds that is not what is
    saved."""
    story = standing.again(story)
    stands = admin.standing(request, story)
    ids = _ids(request.saved_lines, story)
    values, is_all = _not_on_the_screen(admin, request, story, ids)
    line = readers_view.in_one_line(told)
    if not is_all:
        # The page is loaded anew, and says it then.
        admin.message_user(request, line, messages.SUCCESS)
    return {
        "around": _around(admin, request, story),
        "state": said_of(story),
        "told": line,
        "standing": render_to_string("admin/stories/standing.html", stands, request),
        "buttons": render_to_string("admin/stories/buttons.html", stands, request),
        "values": values,
        "ids": ids,
        "is_all": is_all,
    }


def _around(admin, request, story):
    """What stands around the form: the window's title, the trail, the heading, the links to the story's other pages."""
    named = {"title": _("Change %s") % admin.opts.verbose_name, "subtitle": admin.called(story), "original": story}
    named |= {"opts": admin.opts, "site_title": admin.admin_site.site_title}
    return render_to_string("admin/stories/around.html", named, request)


def _ids(formsets, story):
    """The number of its row for each line of the form that stays, by the line's prefix."""
    found = {}
    for lines in formsets:
        rows = list(getattr(story, lines.prefix).all())
        by_what = {getattr(row, f"{lines.of}_id"): row.pk for row in rows if lines.prefix == "bylines"}
        stay = [line for line in lines.forms if line not in lines.deleted_forms]
        for line in stay:
            key = line.instance.pk or by_what.get(getattr(line.instance, f"{lines.of}_id"))
            if key in {row.pk for row in rows}:
                found[line.prefix] = key
    return found


def _not_on_the_screen(admin, request, story, ids):
    """What a second save of the same form would change: {name of a field: its saved value}, and whether that is all."""
    data = request.POST.copy()
    data["version"] = str(story.version)
    for prefix in {line.rpartition("-")[0] for line in ids}:
        data[f"{prefix}-INITIAL_FORMS"] = str(sum(line.rpartition("-")[0] == prefix for line in ids))
    for line, key in ids.items():
        data[f"{line}-id"] = str(key)
    form, formsets = drafting.forms(admin, request, data, story, story)
    values, is_all = _values(form, "{}"), not CHOSEN & set(form.changed_data)
    for lines in formsets:
        # By their rows: lines that were taken away leave gaps on the page, and none in a formset.
        called = {key: line for line, key in ids.items() if line.startswith(f"{lines.prefix}-")}
        is_all = is_all and called.keys() == {row.pk for row in lines.get_queryset()}
        for line in lines.initial_forms:
            values |= _values(line, f"{called.get(line.instance.pk)}-{{}}")
            is_all = is_all and not CHOSEN & set(line.changed_data)
    return values, is_all


def _values(form, called):
    """The saved values of the fields that hold something else, each by its name on the page."""
    return {called.format(name): _value(form, name) for name in form.changed_data if name not in UNSEEN | CHOSEN}


def _value(form, name):
    """The saved value of a field, as its widget has it."""
    field = form.fields[name]
    value = field.widget.format_value(field.prepare_value(form.get_initial_for_field(field, name)))
    value = next(iter(value), "") if isinstance(value, list) else value
    return "" if value is None else str(value)
