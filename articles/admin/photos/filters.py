"""What the library of photos can be narrowed to."""

from django.conf import settings
from django.contrib.admin import SimpleListFilter
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class PhotoFilter(SimpleListFilter):
    """A filter of which each choice is a function of photos."""

    choices_of = {}

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _narrow) in self.choices_of.items()]

    def queryset(self, request, queryset):
        chosen = self.choices_of.get(self.value())
        return chosen[1](queryset) if chosen else queryset


class LicenceFilter(PhotoFilter):
    title = _("licence")
    parameter_name = "licence"
    choices_of = {
        "runs": (_("Runs"), lambda photos: photos.licensed()),
        "running-out": (_("Runs out within 30 days"), lambda photos: photos.running_out()),
        "run-out": (_("Has run out"), lambda photos: photos.run_out()),
        "live": (
            _("Live, and runs out or has run out"),
            lambda photos: (photos.running_out() | photos.run_out()).live(),
        ),
    }


class LacksFilter(PhotoFilter):
    title = _("what is missing")
    parameter_name = "lacks"
    choices_of = {
        language: (
            format_lazy(_("Alternative text in {language}"), language=_(name)),
            lambda photos, language=language: photos.without_alt_text(language),
        )
        for language, name in settings.LANGUAGES
    } | {"credit": (_("Credit"), lambda photos: photos.filter(credit=""))}


class UseFilter(PhotoFilter):
    title = _("use")
    parameter_name = "use"
    choices_of = {
        "used": (_("In a story"), lambda photos: photos.used()),
        "live": (_("In a live story"), lambda photos: photos.live()),
        "unused": (_("In no story"), lambda photos: photos.unused()),
    }
