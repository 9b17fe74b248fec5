"""What a script is told that sends a story's form: a save, a refusal, a contest, each in JSON."""

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags

from articles.actions.reconciling import Contested
from articles.admin.stories import contested
from articles.admin.stories.comparison import label_of


def saved(request, story, *, was_saved, **shown):
    """A story that is saved; `taken` says what of others' it now has, and `shown` what its page shows from now on."""
    return JsonResponse(
        {
            "is_saved": True,
            "is_new": was_saved,
            "story": story.pk,
            "version": story.version,
            "address": reverse("admin:articles_story_change", args=[story.pk]),
            "taken": [
                {
                    "field": each.name,
                    "label": label_of(each.name),
                    "by": str(each.saved.by or ""),
                    "at": each.saved.at.isoformat(),
                    "is_yours": each.saved.by == request.user,
                }
                for each in story.taken
            ],
        }
        | shown
    )


def refused(request, response):
    """A form that was refused: for what others changed too, 409; for what is to be put right, 422, with the id of each
    field."""
    refusal = getattr(request, "refusal", None)
    if isinstance(refusal, Contested):
        asked = {"both": list(contested.both(refusal, request.user)), "is_joined": True}
        both = render_to_string("admin/forms/both.html", asked, request)
        return contested.as_json(refusal, request.user, request.POST, both=both)
    context = response.context_data
    return JsonResponse(
        {
            "is_saved": False,
            "said": " ".join(strip_tags(str(each)) for each in context["adminform"].form.non_field_errors()),
            "refused": [{"at": each.at, "label": each.label, "said": each.said} for each in context["refused"]],
        },
        status=409 if response.status_code == 409 else 422,
    )
