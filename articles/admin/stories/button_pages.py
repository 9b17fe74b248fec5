"""One page for each button of a story: it asks, acts, and says what readers see now."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from articles.actions import versions
from articles.actions.locking import clock
from articles.actions.refusals import MovedOn
from articles.admin.forms import languages, namesakes, readers_view
from articles.admin.forms.sentences import REFUSALS, as_form_error, sentence
from articles.admin.shell.logins import address_of
from articles.admin.stories import buttons, checklist, history
from articles.admin.stories.history import TO_READERS
from articles.doors import Done
from articles.models import Contributor, Story, standing
from articles.models.standing import Standing
from articles.rules.numbers import number


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def page(request, pk, *, site, name):
    """One button's own page: it asks and, when answered, acts. No transaction around it: a guard speaks at commit."""
    button = buttons.named()[name]
    if not buttons.may_press(request, button):
        raise PermissionDenied
    story = _story_or_404(pk)
    with timezone.override(story.edition.zone):
        form = _form(request, button, story)
        if form.is_bound and form.is_valid():
            done = _carry_out(request, button, story, form)
            if done:
                return done
        return _ask(site, request, button, story, form)


def _story_or_404(pk):
    try:
        return standing.again(Story(pk=pk))
    except Story.DoesNotExist:
        raise Http404 from None


def _form(request, button, story):
    data = request.POST if request.method == "POST" else None
    revision = number(request.GET.get("revision"))
    initial = {"revision": story.version if revision is None else revision, "edition": request.GET.get("edition")}
    form = button.form(story, request.user, data, initial=initial)
    form.asked_from = address_of(request)
    return form


def _carry_out(request, button, story, form):
    """Do it, and say what readers see now."""
    try:
        done = button.act(story, request.user, form.cleaned_data) or Done()
    except REFUSALS as refusal:
        return _refuse(request, button, standing.again(story), form, refusal)
    went_to = done.story or story
    said = [button.success_message, *done.sentences, *readers_view.briefly(standing.again(went_to))]
    messages.success(request, readers_view.in_one_line(said))
    return redirect("admin:articles_story_change", went_to.pk)


def _refuse(request, button, story, form, refusal):
    """Show the form again with what stands against it; but not where there is nothing left to press: a second click."""
    if not button.is_offered(story):
        messages.warning(request, readers_view.in_one_line([sentence(refusal), history.latest(story, TO_READERS)]))
        return redirect("admin:articles_story_change", story.pk)
    form.add_error(None, as_form_error(refusal))
    if isinstance(refusal, MovedOn):
        form.story = story
        form.show_change(story)
    return None


def heading(button, form):
    """The button's name, with the revision that it takes if it takes one."""
    number = form["revision"].value() if button.saves else None
    return _("%(button)s: revision %(number)s") % {"button": button.deed, "number": number} if number else button.deed


def _going_out(button, story, form):
    """What readers will get, and what warns. A moment that is still to be named is not before the embargo."""
    now = clock()
    is_moment_open = "at" in button.form.base_fields
    at = max(now, story.embargo_until or now) if is_moment_open else now
    known = languages.called_in(story.edition.language, Contributor.objects.filter(bylines__story=story))
    told = namesakes.slugs(Contributor, known.values())
    bylines = [
        languages.beside(*filter(None, [str(known[key]), told.get(key)]))
        for key in story.bylines.values_list("contributor", flat=True)
    ]
    # What a correction says, once it is typed.
    said = tuple(form.data.get(name, "")[:2_000] for name in ("wrong", "right") if name in form.fields)
    found = checklist.in_the_way(story, at, said)
    stopping = [finding for _place, finding in found["findings"] if finding.blocks]
    stops = bool(stopping)
    return found | {
        # Where nothing else stops it, a chief may.
        "may_override": stops and all(finding.rule for finding in stopping) and "all_the_same" in form.fields,
        "verdict": _("What stops it is put right on the form.") if stops else _("You may go on all the same."),
        # What stops it now need not stop it at a moment that is still to be named, nor with other words in the form.
        "is_stopped": not is_moment_open and any(finding.field != "correction" for finding in stopping),
        "may_waive": form.by.has_perm("articles.change_story") and (found["unowned"] or found["waived"]),
        "address": versions.expected_address(story, at),
        "is_day_open": is_moment_open and not story.begun_at,
        "beside": [*([story.section.name] if story.section else []), *bylines],
    }


def _ways(story, revision):
    """Where to look at what goes out, before it does: what is said, and the address."""

    def address(name, **asked):
        return reverse(f"admin:articles_story_{name}", args=[story.pk], query=asked)

    yield _("Preview revision %(number)s") % {"number": revision}, address("preview", revision=revision)
    if story.standing == Standing.CHANGED:
        yield _("Compare with what readers have"), address("compare", **{"from": "live", "to": revision})


def _ask(site, request, button, story, form):
    context = site.each_context(request) | {
        "title": button.label,
        "subtitle": str(story),
        "button": button,
        "story": story,
        "form": form,
        "media": form.media,
        "opts": Story._meta,
        "sentences": readers_view.sentences(standing.again(story) if form.errors else story),
        "word": Standing(story.standing).label,
        "heading": heading(button, form),
    }
    if button.saves:
        context |= _going_out(button, story, form) | {"ways": list(_ways(story, form["revision"].value()))}
    return render(request, "admin/stories/action.html", context)
