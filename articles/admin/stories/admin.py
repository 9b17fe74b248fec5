"""Stories: the list, the form, and the way from a save to a revision."""

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.forms.widgets import Script
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from articles.actions import keeping as unsaved
from articles.actions import stories
from articles.actions.reconciling import Contested
from articles.admin.forms import readers_view, scripts
from articles.admin.photos.field import PhotoLookUp
from articles.admin.shell.first_steps import first_steps
from articles.admin.shell.site import desk
from articles.admin.stories import (
    bulk,
    buttons,
    checklist,
    contested,
    drafting,
    for_scripts,
    history,
    in_place,
    keeping,
    offers,
    pages,
    panels,
    revisions,
)
from articles.admin.stories.filters import (
    Changed,
    ContributorFilter,
    FirstLive,
    Mine,
    SectionFilter,
    SourceFilter,
    SourcingFilter,
    StandingFilter,
    TagFilter,
)
from articles.admin.stories.form import SCRIPTS, StoryForm, in_parts, zone_of
from articles.admin.stories.inlines import AttributionInline, BylineInline
from articles.admin.tables.admins import DeskAdmin
from articles.composing.drawing import drawn
from articles.models import Edition, Story, standing
from articles.models.searching import stories_found
from articles.models.standing import Standing, with_standing
from articles.rules.numbers import number


@admin.register(Story, site=desk)
class StoryAdmin(DeskAdmin):
    form = StoryForm
    change_form_template = "admin/stories/change_form.html"
    inlines = (BylineInline, AttributionInline)
    fixed = ("edition",)
    # The form has fields of its own by these names.
    exclude = ("version",)
    autocomplete_fields = ("lead_photo",)
    list_display = ("title", "where", "section", "kind", "stage", "sourcing_line", "with_readers", "last_changed")
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
        SourcingFilter,
        Changed,
        FirstLive,
    )
    actions = tuple(map(bulk.action, bulk.BULK))
    # One index, one order.
    sortable_by = ("last_changed",)
    # This makes Django show a search field; `get_search_results` finds by stored words.
    search_fields = ("words__vector",)
    search_help_text = gettext_lazy(
        "Words of the headline or the text, the beginning of a slug, a number, or an address"
    )

    class Media:
        js = tuple(Script(f"admin-newsroom/{name}.js", type="module") for name in SCRIPTS)

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
        """The form, in the time zone of the story's edition, to the last letter."""
        offers.take_back(request, object_id)
        with timezone.override(zone_of(request, object_id)):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            if scripts.is_asked_by(request) and hasattr(response, "context_data"):
                return for_scripts.refused(request, response)
            return response.render() if hasattr(response, "render") else response

    def before_refusing(self, request, object_id, refusal):
        """Once others have changed the same words, the form holds what was typed and all else that was saved: a second
        press writes nothing that nobody typed."""
        if not isinstance(refusal, Contested):
            return
        draft, row = refusal.reconciled.draft, self.get_object(request, unquote(object_id))
        fields = flatten_fieldsets(self.get_fieldsets(request, row))
        form = self.get_form(request, row, change=True, fields=fields)
        lines = [
            lines(instance=row, queryset=inline.get_queryset(request))
            for lines, inline in self.get_formsets_with_inlines(request, row)
            if inline.has_change_permission(request, row)
        ]
        form = form(instance=draft.story, initial={"tags": draft.tags})
        request.POST = contested.sent(request.POST, draft, form, lines)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= in_parts(context) | offers.beside(self, request, context, obj)
        context |= {
            "typed": context["adminform"].form,
            "panels": panels.beside(request, obj),
            "editions": {
                each.pk: {"lang": each.language, "dir": each.direction, "name": each.name, "zone": each.time_zone}
                for each in Edition.objects.all()
            },
        }
        if obj is None:
            context["first_steps"] = first_steps(request.user)
            context["buttons"] = list(buttons.offered_anew(request))
        else:
            # Not `obj`: on it stands what was typed, be it refused or not.
            story = obj if request.method == "GET" else standing.again(obj)
            context |= self.standing(request, story)
            refusal = getattr(request, "refusal", None)
            if isinstance(refusal, Contested):
                context |= {"moved_on": list(contested.both(refusal, request.user)), "is_joined": True}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def standing(self, request, story):
        """Where a story stands with readers, what is in its way, and its buttons."""
        return checklist.in_the_way(story) | {
            "state": in_place.said_of(story),
            "sourcing": checklist.sourcing(story),
            "word": Standing(story.standing),
            "sentences": readers_view.sentences(story),
            "buttons": list(buttons.offered(request, story)),
            "new_siblings": list(buttons.offered_siblings(request, story)),
            "siblings": story.siblings().select_related("edition"),
            "saved": story,
        }

    # Saving

    def save_model(self, request, obj, form, change):
        """A story is saved with all that hangs on it, by `save_related`."""

    def save_related(self, request, form, formsets, change):
        draft = drafting.draft_of(form, formsets)
        if not change:
            stories.start(draft, by=request.user)
        elif draft.changed:
            saved = stories.revise(form.instance, draft, version=form.cleaned_data["version"] or 0, by=request.user)
            request.was_saved = saved.version > form.instance.version
            form.instance.version, form.instance.taken = saved.version, saved.taken
        if not change:
            request.was_saved = True
        request.saved_lines = formsets
        unsaved.settle(keeping.sent_from(request, form.instance.pk if change else None))

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
        """On to the button that was pressed; or back, with one message: what was saved, what was taken over from
        others, and what readers have of it."""
        # Django's own word of it says less.
        request.to_say.clear()
        was_saved, taken = getattr(request, "was_saved", False), revisions.taken(story, request.user)
        said = [*(revisions.saved(story) if was_saved else [_("Nothing was changed.")]), *taken]
        if scripts.is_asked_by(request):
            shown = in_place.shown(self, request, story, said) if "_continue" in request.POST else {}
            return for_scripts.saved(request, story, was_saved=was_saved, **shown)
        pressed = request.POST.get("_then")
        if buttons.saves(pressed):
            if taken and pressed != "preview":
                return self._stay(request, story, [*taken, _("Look at it before it goes out.")])
            if not buttons.goes_on(pressed, standing.again(story)):
                return self._stay(request, story, [_nothing()])
            address = reverse(f"admin:articles_story_{pressed}", args=[story.pk], query={"revision": story.version})
            return redirect(address)
        stays = "_continue" in request.POST
        told = readers_view.in_one_line(
            [
                *(() if stays else [readers_view.link_to_form(story)]),
                *said,
                *readers_view.briefly(standing.again(story)),
            ]
        )
        self.message_user(request, told, messages.SUCCESS)
        return response

    def _stay(self, request, story, said):
        told = readers_view.in_one_line([*said, *readers_view.briefly(standing.again(story))])
        self.message_user(request, told, messages.WARNING)
        return redirect("admin:articles_story_change", story.pk)

    # The buttons, and other pages

    def get_urls(self):
        return [*pages.urls(self.admin_site), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        story = self.get_object(request, unquote(object_id))
        return history.history(request, story and story.pk, site=self.admin_site)

    # The list

    def for_list(self, rows):
        return rows.defer("body", "note", "standfirst", "lead_caption")

    def get_search_results(self, request, queryset, search_term):
        is_lookup = request.resolver_match.url_name == "autocomplete"
        edition = number(request.GET.get("live_in"))
        if is_lookup and edition is not None:
            # A look-up for a front page: stories that readers see in that edition.
            queryset = standing.narrowed(queryset.filter(edition=edition), Standing.LIVE)
        return stories_found(queryset, search_term, is_unfinished=is_lookup), False

    @admin.display(description=gettext_lazy("headline"))
    def title(self, story):
        return format_html("<bdi>{}</bdi>", drawn(story, "auto"))

    @admin.display(description=gettext_lazy("edition"))
    def where(self, story):
        return format_html("<bdi>{}</bdi>", story.edition)

    @admin.display(description=gettext_lazy("sourcing"))
    def sourcing_line(self, story):
        return format_html('<span class="sourcing-line">{}</span>', " · ".join(checklist.sourcing(story)))

    @admin.display(description=gettext_lazy("with readers"))
    def with_readers(self, story):
        word = Standing(story.standing)
        return format_html('<span class="standing is-{}">{}</span>', word.value, word.label)

    @admin.display(description=pgettext_lazy("when", "changed"), ordering="changed_at")
    def last_changed(self, story):
        return date_format(localtime(story.changed_at, story.edition.zone), _("j M Y, H:i"))


def _nothing():
    return _("Nothing has been changed since it went out, so there is nothing to publish.")
