"""Two revisions of a story compared, and an earlier one restored."""

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.actions import stories
from articles.admin.forms import moved_on, readers_view
from articles.admin.forms.sentences import REFUSALS, sentence
from articles.admin.stories import history
from articles.admin.stories.comparison import differences, label_of
from articles.admin.stories.history import SAVING, story_of
from articles.models import Story, drafts, standing
from articles.rules.numbers import number


def compare(request, pk, *, site):
    """Two revisions, word by word. `from` may be what readers have, `to` is the newest unless told otherwise."""
    story = story_of(request, pk)
    new = _revision(story, request.GET.get("to") or str(story.version))
    old = _revision(story, request.GET.get("from") or str(new.number - 1))
    context = history.page_context(
        request, site, story, _("Revisions %(old)s and %(new)s") % {"old": old.number, "new": new.number}
    )
    context |= {
        "old": old,
        "new": new,
        "is_erased": old.is_erased or new.is_erased,
        "earlier": old.number > 1 and old.number - 1,
        "later": new.number < story.version and new.number + 1,
    }
    with timezone.override(story.edition.zone):
        if not context["is_erased"]:
            found = differences(drafts.of_revision(old), drafts.of_revision(new))
            context["differences"] = [each for each in found if each.name != "slug" or _is_chosen(story, old, new)]
        return render(request, "admin/stories/compare.html", context)


def _is_chosen(story, old, new):
    """Whether the slug that differs was changed by who saved, and not given to the story as it went out."""
    first, last = sorted([old.number, new.number])
    between = story.revisions.filter(number__gt=first, number__lte=last).with_changes()
    return any("slug" in each.changed_names for each in between)


def _revision(story, asked):
    wanted = story.live_revision if asked == "live" else number(asked)
    revision = story.revisions.select_related("by").filter(number=wanted or 0).first()
    if revision is None:
        raise Http404
    return revision


# Restoring


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request, pk, *, site):
    """What restoring a revision would change; and, when answered, the restoring."""
    if not request.user.has_perm("articles.change_story"):
        raise PermissionDenied
    story = story_of(request, pk)
    asked = request.POST if request.method == "POST" else request.GET
    revision = _revision(story, asked.get("revision") or str(story.version - 1))
    refusal = None
    if request.method == "POST":
        try:
            stories.restore(story, revision=revision.number, version=_version(asked), by=request.user)
        except REFUSALS as refused:
            refusal, story = sentence(refused), standing.again(story)
        else:
            return _restored(request, story, revision)
    return _ask(request, site, story, revision, refusal)


def _version(asked):
    return number(asked.get("version")) or -1


def _restored(request, story, revision):
    said = [
        _("Revision %s has been restored.") % revision.number,
        undo(story),
        *readers_view.briefly(standing.again(story)),
    ]
    messages.success(request, readers_view.in_one_line(said))
    return redirect("admin:articles_story_change", story.pk)


def saved(story):
    """What a save has made, the way back, and what else it did: an embargo calls off what was to go out before."""
    back = [undo(story)] if story.version > 1 else []
    notes = story.events.filter(revision=story.version, verb__in=SAVING).exclude(note="").values_list("note", flat=True)
    return [_("Saved as revision %s.") % story.version, *back, *notes]


def taken(story, user):
    """What a save has taken over from others, and from whom: a sentence, or none."""
    fields = [(label_of(each.name), moved_on.said(*each.saved, user)) for each in story.taken]
    return [moved_on.taken_over(fields)] if fields else []


def undo(story):
    """The way back to what the desk had before the last save."""
    number = Story.objects.values_list("version", flat=True).get(pk=story.pk) - 1
    address = reverse("admin:articles_story_restore", args=[story.pk], query={"revision": number})
    return format_html('<a href="{}">{}</a>.', address, _("Undo"))


def _ask(request, site, story, revision, refusal):
    context = history.page_context(request, site, story, _("Restore revision %s") % revision.number)
    context |= {"revision": revision, "refusal": refusal}
    with timezone.override(story.edition.zone):
        try:
            draft = stories.restored(story, revision=revision.number, by=request.user)
        except REFUSALS as refused:
            context["refusal"] = sentence(refused)
        else:
            context["differences"] = differences(drafts.of_story(story), draft)
            context["stays"] = list(_stays(story, revision, draft))
        return render(request, "admin/stories/restore.html", context)


def _stays(story, revision, draft):
    """The fields that restoring does not bring back, and why."""
    if revision.state["slug"] not in ("", draft.story.slug):
        yield _("The address stays: the story has been published. “Rename” moves it.")
    embargo = revision.state["embargo_until"]
    if draft.story.embargo_until != (embargo and datetime.fromisoformat(embargo)):
        yield _("The embargo stays as it is: your role does not allow you to lift it.")
    for name in dict.fromkeys(name for name, _key in draft.gone):
        yield _("%s: what it had there exists no more, and stays away.") % label_of(name)
