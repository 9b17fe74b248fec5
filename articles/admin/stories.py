"""Stories: the list, the form, and the way from a save to a revision."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.forms.widgets import Script
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from articles.actions import shared, stories
from articles.actions.ground import clock
from articles.admin import (
    moved_on,
    previews,
    story_actions,
    story_answers,
    story_bulk,
    story_buttons,
    story_history,
    story_revisions,
)
from articles.admin.filters import (
    Changed,
    ContributorFilter,
    FirstLive,
    Mine,
    SectionFilter,
    SourceFilter,
    StandingFilter,
    TagFilter,
)
from articles.admin.finding import stories_found
from articles.admin.first_steps import first_steps
from articles.admin.ground import DeskAdmin, unsay
from articles.admin.photo_field import PhotoLookUp
from articles.admin.site import desk
from articles.admin.standing import (
    Standing,
    again,
    as_one,
    in_brief,
    sentences,
    standing_so,
    to_form,
    with_standing,
)
from articles.admin.story_findings import in_the_way
from articles.admin.story_form import StoryForm, in_parts
from articles.admin.story_inlines import AttributionInline, BylineInline
from articles.models import Edition, Story, Verb


@admin.register(Story, site=desk)
class StoryAdmin(DeskAdmin):
    form = StoryForm
    inlines = (BylineInline, AttributionInline)
    fixed = ("edition",)
    # The form has fields of its own by these names.
    exclude = ("version",)
    autocomplete_fields = ("lead_photo",)
    list_display = ("title", "where", "section", "kind", "stage", "with_readers", "last_changed")
    list_filter = (
        StandingFilter,
        Mine,
        "edition",
        SectionFilter,
        "kind",
        "stage",
        ContributorFilter,
        TagFilter,
        SourceFilter,
        Changed,
        FirstLive,
    )
    actions = tuple(map(story_bulk.action, story_bulk.BULK))
    # One index, one order.
    sortable_by = ("last_changed",)
    # Found by stored words: `get_search_results`.
    search_fields = ("words__vector",)
    search_help_text = gettext_lazy("Words of the headline or the text, the beginning of a slug, or a number")

    class Media:
        js = tuple(
            Script(f"admin-newsroom/{name}.js", type="module")
            for name in ("typed", "story-form", "story-attributions", "story-bylines", "tag-chips")
        )

    # The form

    def get_queryset(self, request):
        return with_standing(super().get_queryset(request)).select_related("edition", "section")

    def get_fieldsets(self, request, obj=None):
        told = (("version",) if self.has_change_permission(request, obj) else ()) if obj else ("family",)
        return (
            (_("The story"), {"classes": ("is-text",), "fields": ("kicker", "headline", "standfirst", "body", *told)}),
            (
                _("Where it belongs"),
                {
                    "classes": ("is-before-bylines",),
                    "fields": (("edition", "section"), ("kind", "stage"), "dateline", "tags"),
                },
            ),
            (_("Picture"), {"fields": ("lead_photo", "lead_caption")}),
            (_("Going out"), {"fields": ("slug", "embargo_until")}),
            (_("For the desk"), {"fields": ("note",)}),
        )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "lead_photo":
            kwargs["widget"] = PhotoLookUp(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        is_addressed = obj is not None and (obj.begun_at or obj.coming_from)
        return (*super().get_readonly_fields(request, obj), *(("slug",) if is_addressed else ()))

    def get_changeform_initial_data(self, request):
        """Most write in the language in which they read the desk."""
        own = Edition.objects.filter(language=get_language()).first()
        return ({"edition": own.pk} if own else {}) | super().get_changeform_initial_data(request)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """In the time of the story's edition, to the last letter."""
        with timezone.override(_zone(request, object_id)):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            return response.render() if hasattr(response, "render") else response

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= in_parts(context) | {
            "typed": context["adminform"].form,
            "editions": {
                each.pk: {"lang": each.language, "dir": each.direction, "name": each.name}
                for each in Edition.objects.all()
            },
        }
        if obj is None:
            context["first_steps"] = first_steps(request.user)
            context["buttons"] = list(story_buttons.offered_anew(request))
        else:
            # Not `obj`: on it stands what was typed, be it refused or not.
            story = obj if request.method == "GET" else again(obj)
            context |= self._standing(request, story) | {"moved_on": list(moved_on.of_story(context, story))}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _standing(self, request, story):
        return in_the_way(story) | {
            "word": Standing(story.standing),
            "said": sentences(story),
            "buttons": list(story_buttons.offered(request, story)),
            "new_siblings": list(story_buttons.offered_siblings(request, story)),
            "siblings": story.siblings().select_related("edition"),
            "saved": story,
        }

    # Saving

    def save_model(self, request, obj, form, change):
        """A new story. A change waits for `save_related`, which knows what else has changed."""
        if not change:
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        story = form.instance
        if not change:
            self._save_lines(request, form, formsets, change)
            stories.keep(story, by=request.user, at=clock(), verb=Verb.STARTED)
        elif form.writes() or any(formset.has_changed() for formset in formsets):
            _fresh, now = stories.claim(story, version=form.cleaned_data["version"])
            written = [name for name in form.changed_data if name in Story.WRITTEN]
            if "slug" in written:
                stories.refuse_slug(story)
            if "embargo_until" in written:
                stories.refuse_embargo(story, by=request.user)
            # What was not typed may have been moved meanwhile, by a merge or a publication.
            story.save(update_fields=written)
            self._save_lines(request, form, formsets, change)
            stories.keep(story, by=request.user, at=now)
        else:
            return
        request.was_saved = True

    def _save_lines(self, request, form, formsets, change):
        """What hangs on the story; a tag that there was not is made, and says so, after the story is locked."""
        typed, language = form.cleaned_data["tags"], form.instance.edition.language
        form.cleaned_data["tags"] = shared.name_tags(typed, language, by=request.user)
        super().save_related(request, form, formsets, change)

    # A story's events are those of its revisions.

    def log_addition(self, request, obj, message):
        pass

    def log_change(self, request, obj, message):
        pass

    def response_change(self, request, obj):
        return self._answer(request, obj, super().response_change(request, obj))

    def response_add(self, request, obj, post_url_continue=None):
        return self._answer(request, obj, super().response_add(request, obj, post_url_continue))

    def _answer(self, request, story, response):
        """On to the button that was pressed; or back, with one message: what was saved, and what readers have of it."""
        unsay(request)
        pressed = request.POST.get("_then")
        if pressed in story_buttons.SAVING:
            if not story_buttons.goes_on(pressed, again(story)):
                return self._stay(request, story)
            address = reverse(f"admin:articles_story_{pressed}", args=[story.pk], query={"revision": story.version})
            return redirect(address)
        stays, was_saved = "_continue" in request.POST, getattr(request, "was_saved", False)
        said = story_revisions.saved(story) if was_saved else [_("Nothing was changed.")]
        messages.success(request, as_one([*(() if stays else [to_form(story)]), *said, *in_brief(again(story))]))
        return response

    def _stay(self, request, story):
        nothing = _("Nothing has been changed since it went out, so there is nothing to publish.")
        messages.warning(request, as_one([nothing, *in_brief(again(story))]))
        return redirect("admin:articles_story_change", story.pk)

    # The buttons, and other pages

    def get_urls(self):
        site = self.admin_site
        pages = {name: partial(story_actions.page, site=site, name=name) for name in story_buttons.BUTTONS}
        others = {
            "preview": previews.preview,
            "preview_page": previews.page,
            "compare": story_revisions.compare,
            "restore": story_revisions.restore,
        }
        pages |= {name: partial(view, site=site) for name, view in others.items()}
        own = [
            path(f"<int:pk>/{name}/", site.admin_view(view), name=f"articles_story_{name}")
            for name, view in pages.items()
        ]
        own += [
            path(
                f"bulk/{name}/",
                site.admin_view(partial(story_bulk.page, site=site, name=name)),
                name=f"articles_story_bulk_{name}",
            )
            for name in story_bulk.BULK
        ]
        answers = {"pasted": story_answers.cleaned, "ledger": story_answers.ledger}
        own += [
            path(f"{name}/", site.admin_view(view), name=f"articles_story_{name}") for name, view in answers.items()
        ]
        return own + super().get_urls()

    def history_view(self, request, object_id, extra_context=None):
        story = self.get_object(request, unquote(object_id))
        return story_history.history(request, story and story.pk, site=self.admin_site)

    # The list

    def for_list(self, rows):
        return rows.defer("body", "note", "standfirst", "lead_caption")

    def get_search_results(self, request, queryset, search_term):
        is_lookup = request.resolver_match.url_name == "autocomplete"
        if is_lookup and (edition := request.GET.get("live_in", "")[:18]).isdecimal():
            # For a front page: what readers see of that edition.
            queryset = standing_so(queryset.filter(edition=edition), Standing.LIVE)
        return stories_found(queryset, search_term, is_unfinished=is_lookup), False

    @admin.display(description=gettext_lazy("headline"))
    def title(self, story):
        return format_html("<bdi>{}</bdi>", story)

    @admin.display(description=gettext_lazy("edition"))
    def where(self, story):
        return format_html("<bdi>{}</bdi>", story.edition)

    @admin.display(description=gettext_lazy("with readers"))
    def with_readers(self, story):
        word = Standing(story.standing)
        return format_html('<span class="standing is-{}">{}</span>', word.value, word.label)

    @admin.display(description=pgettext_lazy("when", "changed"), ordering="changed_at")
    def last_changed(self, story):
        return date_format(localtime(story.changed_at, story.edition.zone), _("j M Y, H:i"))


def _zone(request, object_id):
    """The time zone of the story's edition, or of the one that was chosen for a new story."""
    chosen = {"stories": object_id} if object_id else {"pk": request.POST.get("edition") or request.GET.get("edition")}
    try:
        edition = Edition.objects.filter(**chosen).first()
    except (ValueError, OverflowError):
        edition = None
    return edition.zone if edition else timezone.get_default_timezone()
