"""Addresses that the desk makes for what an editor has only named."""

from django.utils.translation import gettext as _

from articles.admin.forms.refusable import DeskForm
from articles.text import folding


def free_slug(rows, text, fallback):
    """A slug made from `text` that none of `rows` has."""
    slug = folding.slug(text, fallback=fallback)
    return folding.free(slug, rows.filter(slug__startswith=slug[:60]).values_list("slug", flat=True))


class SluggedForm(DeskForm):
    """A form whose slug, left empty, is made from what the row is called."""

    named_by = "name"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("A part of its address. Left empty, it is made for you.")

    def clean(self):
        cleaned = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = self.made_slug(cleaned)
        elif "slug" in self.changed_data and cleaned.get("slug"):
            # An address that is asked for in capitals forwards to the one in small letters.
            cleaned["slug"] = cleaned["slug"].lower()
        return cleaned

    def made_slug(self, cleaned):
        fallback = self._meta.model._meta.model_name
        return free_slug(self.slugs_in_the_way(cleaned), cleaned.get(self.named_by) or "", fallback)

    def slugs_in_the_way(self, cleaned):
        return self._meta.model.objects.all()
