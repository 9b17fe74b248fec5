"""Several stories at once: their section, their tags. Each is a save of its own, with a revision and an event; one that
is refused does not stop the others."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles.actions import stories
from articles.admin.forms.fields import TagNames
from articles.admin.forms.sentences import REFUSALS, sentence
from articles.models import Section, Story, Tag, drafts
from articles.models.standing import Standing, with_standing
from articles.rules.numbers import number
from articles.text import subjects

MOST = 200


@dataclass(frozen=True)
class Bulk:
    """`ask` makes the field for the stories of one edition, or None where there is nothing to ask; `change` says what
    to save of one, or None if it is so."""

    label: str
    explanation: str
    ask: Callable
    change: Callable


@dataclass
class Outcome:
    changed: list = field(default_factory=list)
    unchanged: list = field(default_factory=list)
    refused: list = field(default_factory=list)


def _which_section(edition, _chosen):
    sections = Section.objects.filter(edition=edition, merged_into=None)
    return forms.ModelChoiceField(sections, required=False, empty_label=_("as they are"))


def _which_tags(edition, _chosen):
    attributes = {"dir": edition.direction, "lang": edition.language}
    field = TagNames(
        required=False, help_text=_("Between commas of either script. New ones are made as you type them.")
    )
    field.widget.attrs.update(attributes)
    return field


def _which_of_theirs(edition, chosen):
    of_these = [story for story in chosen if story.edition_id == edition.pk]
    tags = Tag.objects.filter(story_tags__content_object__in=of_these).distinct()
    return forms.ModelMultipleChoiceField(tags, required=False, widget=forms.CheckboxSelectMultiple) if tags else None


def _set_section(story, section):
    return None if story.section_id == section.pk else {"section": section}


def _add_tags(story, names):
    known = {tag.key for tag in story.tags.all()}
    new = [name for name in names if subjects.key(name) not in known]
    return {"tags": [*story.tags.all(), *new]} if new else None


def _remove_tags(story, tags):
    before = list(story.tags.all())
    after = [tag for tag in before if tag not in tags]
    return {"tags": after} if after != before else None


BULK = {
    "section": Bulk(
        gettext_lazy("Set section…"), gettext_lazy("Move these stories to a section."), _which_section, _set_section
    ),
    "add-tags": Bulk(
        gettext_lazy("Add tags…"), gettext_lazy("They keep the tags that they have."), _which_tags, _add_tags
    ),
    "remove-tags": Bulk(
        gettext_lazy("Remove tags…"),
        gettext_lazy("Choose which of their tags to take off."),
        _which_of_theirs,
        _remove_tags,
    ),
}


class Asked(forms.Form):
    """A field for each edition among the stories, and the version of each story that the editor has seen."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20_000)
    error_css_class = "errors"

    def __init__(self, bulk, chosen, *args):
        initial = {"seen": " ".join(f"{story.pk}:{story.version}" for story in chosen)}
        super().__init__(*args, initial=initial)
        editions = {story.edition_id: story.edition for story in chosen}
        for edition in editions.values():
            if asked := bulk.ask(edition, chosen):
                self.fields[f"of_{edition.pk}"] = asked
                asked.label = edition.name

    @property
    def asks(self):
        return bool(self.visible_fields())

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(value for name, value in cleaned.items() if name != "seen"):
            raise forms.ValidationError(_("Choose something first."))
        return cleaned


def action(name):
    """The line in the list's menu: it leads to the page that asks."""

    @admin.action(permissions=["change"], description=BULK[name].label)
    def ask(model_admin, request, chosen):
        numbers = list(chosen.order_by().values_list("pk", flat=True)[: MOST + 1])
        if len(numbers) > MOST:
            messages.warning(request, _("%s stories at once are the most.") % MOST)
            return None
        back = {"back": request.GET.urlencode()} if request.GET else {}
        asked = urlencode({"pk": numbers, **back}, doseq=True)
        return redirect(f"{reverse(f'admin:articles_story_bulk_{name}')}?{asked}")

    ask.__name__ = name.replace("-", "_")
    return ask


@require_http_methods(["GET", "HEAD", "POST"])
def page(request, *, site, name):
    """The page that asks, and then does it story by story."""
    if not request.user.has_perm("articles.change_story"):
        raise PermissionDenied
    bulk, versions = BULK[name], _versions(request)
    chosen = list(_chosen(versions))
    if not chosen:
        messages.warning(request, _("Choose stories in the list first."))
        return _back(request)
    form = Asked(bulk, chosen, request.POST if request.method == "POST" else None)
    if not form.asks:
        messages.warning(request, _("None of them has a tag."))
        return _back(request)
    if form.is_bound and form.is_valid():
        _tell(request, _carry_out(bulk, chosen, versions, form.cleaned_data, by=request.user))
        return _back(request)
    context = site.each_context(request) | {
        "title": bulk.label,
        "bulk": bulk,
        "form": form,
        "media": form.media,
        "back": _back(request).url,
        "chosen": [(story, Standing(story.standing)) for story in chosen],
        "live_count": sum(Standing(story.standing).is_live for story in chosen),
        "opts": Story._meta,
    }
    return render(request, "admin/stories/bulk.html", context)


def _versions(request):
    """{number: version} of the stories: as the page had them, or, before there is one, the numbers alone."""
    if request.method == "POST":
        pairs = [each.partition(":")[::2] for each in request.POST.get("seen", "").split()]
    else:
        pairs = [(each, "0") for each in request.GET.getlist("pk")]
    read = [(number(pk), number(version)) for pk, version in pairs]
    return dict([pair for pair in read if None not in pair][:MOST])


def _chosen(versions):
    stories = Story.objects.filter(pk__in=versions).select_related("edition", "section").prefetch_related("tags")
    return with_standing(stories.defer("body", "note"))


def _carry_out(bulk, chosen, versions, asked, *, by):
    outcome = Outcome()
    for story in chosen:
        wanted = asked.get(f"of_{story.edition_id}")
        changes = bulk.change(story, wanted) if wanted else None
        if changes is None:
            outcome.unchanged.append(story)
            continue
        try:
            stories.revise(story, drafts.with_changes(story, **changes), version=versions[story.pk], by=by)
        except REFUSALS as refusal:
            outcome.refused.append((story, sentence(refusal)))
        else:
            outcome.changed.append(story)
    return outcome


def _tell(request, outcome):
    """Messages: how many stories were saved, and for each that was refused, why."""
    if changed := len(outcome.changed):
        said = ngettext("%(number)s story was changed.", "%(number)s stories were changed.", changed) % {
            "number": changed
        }
        if live := sum(Standing(story.standing).is_live for story in outcome.changed):
            unseen = ngettext(
                "Readers do not see it of the one that is live, until it is published again.",
                "Readers do not see it of the %(number)s that are live, until they are published again.",
                live,
            )
            said = f"{said} {unseen % {'number': live}}"
        messages.success(request, said)
    if unchanged := len(outcome.unchanged):
        said = ngettext("%(number)s story was so already.", "%(number)s stories were so already.", unchanged) % {
            "number": unchanged
        }
        messages.info(request, said)
    if outcome.refused:
        lines = [(_form_of(story), str(story), said) for story, said in outcome.refused]
        listed = format_html_join("", '<li><a href="{}"><bdi>{}</bdi></a>: {}</li>', lines)
        number = len(lines)
        said = ngettext("%(number)s story was not changed:", "%(number)s stories were not changed:", number) % {
            "number": number
        }
        messages.warning(request, format_html("{}<ul>{}</ul>", said, listed))


def _form_of(story):
    return reverse("admin:articles_story_change", args=[story.pk])


def _back(request):
    """Go back to the list, narrowed as it was."""
    query = QueryDict(request.GET.get("back", "")[:2000]).urlencode()
    return redirect(f"{reverse('admin:articles_story_changelist')}{'?' if query else ''}{query}")
