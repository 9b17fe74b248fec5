"""The field that holds a photo: seen as it is, chosen in a window, looked up by name without JavaScript."""

from django import forms
from django.conf import settings
from django.forms.widgets import Script
from django.template.loader import render_to_string

from articles.admin.forms.fields import LookUp
from articles.admin.photos.chooser import card
from articles.models import Photo
from articles.rules.numbers import number


class PhotoLookUp(LookUp):
    """Speaks of the photo in the language that its attribute `lang` has, that of the story."""

    def render(self, name, value, attrs=None, renderer=None):
        language = self.attrs.get("lang", settings.LANGUAGE_CODE)
        look_up = super().render(name, value, attrs, renderer)
        context = {"look_up": look_up, "card": self._chosen(value, language), "language": language}
        # Not by the forms' renderer, which knows the templates of apps alone.
        return render_to_string("admin/photos/lead_photo.html", context)

    def _chosen(self, value, language):
        chosen = number(str(value))
        photo = chosen and Photo.objects.filter(pk=chosen).prefetch_related("texts").first()
        return card(photo, language) if photo else None

    @property
    def media(self):
        own = forms.Media(
            css={"all": ["admin-newsroom/photos/photos.css"]},
            js=[Script("admin-newsroom/photos/field.js", type="module")],
        )
        return super().media + own
