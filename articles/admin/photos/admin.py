"""Photos: the library, and the pictures themselves for the desk."""

from functools import partial
from pathlib import PurePath

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.forms.widgets import Script
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.actions import photos, picturing
from articles.actions.before_readers import LETS_OUT, may_change_seen
from articles.admin.forms.by_language import ByLanguage, LanguageForm
from articles.admin.forms.fields import DayInput
from articles.admin.forms.slugs import SluggedForm, free_slug
from articles.admin.photos import chooser, offering, uses
from articles.admin.photos.filters import LacksFilter, LicenceFilter, UseFilter
from articles.admin.photos.offering import Offered
from articles.admin.photos.uses import MOST_SHOWN
from articles.admin.shell.site import desk
from articles.admin.tables.admins import DeskAdmin
from articles.models import Photo, PhotoText
from articles.models.photos import today
from articles.pictures import uploads
from articles.pictures.renditions import FORMS
from articles.rules.numbers import number


class PictureField(forms.FileField):
    """Takes a file of any name, since none is kept. Django's own field would open it before anyone has looked at it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"max_length": None})


class PhotoForm(Offered, SluggedForm):
    looked_over = forms.BooleanField(label="", required=False, widget=forms.HiddenInput)

    class Meta:
        field_classes = {"image": PictureField}
        widgets = {
            "image": forms.FileInput(
                attrs={
                    "accept": "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif,.hif",
                    "data-most": uploads.MOST_BYTES,
                    "data-too-large": uploads.REFUSALS["bytes"],
                }
            )
        }

    def clean_image(self):
        """Refuses what is no picture of ours, and draws it anew under a name that says nothing but what it is."""
        uploaded = self.cleaned_data["image"]
        try:
            taken = uploads.accepted(uploaded)
        except uploads.NotTaken as refusal:
            raise ValidationError(refusal.sentence, code=refusal.code) from None
        self.uploaded_as, self.notes = PurePath(uploaded.name).stem, taken.notes
        taken.content.name = f"picture{taken.suffix}"
        return taken.content

    def made_slug(self, cleaned):
        slug = free_slug(Photo.objects, getattr(self, "uploaded_as", ""), "photo")
        return slug if slug.isascii() else free_slug(Photo.objects, "", "photo")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("image"):
            self.offer(cleaned, self.notes)
        if cleaned.get("image") and cleaned.get("slug"):
            cleaned["image"].name = cleaned["slug"] + PurePath(cleaned["image"].name).suffix
        return cleaned


class UploadForm(PhotoForm):
    """The form of a new photo in the window where one is chosen: with its text in the language of the story."""

    alt_text = PhotoText._meta.get_field("alt_text").formfield(
        required=True, widget=forms.Textarea(attrs={"rows": 3}), help_text=chooser.ALT_TEXT_HELP
    )
    caption = PhotoText._meta.get_field("caption").formfield(widget=forms.Textarea(attrs={"rows": 2}))

    class Meta(PhotoForm.Meta):
        model = Photo
        fields = ("image", "slug", "credit", "licence", "licence_ends_on", "origin", "focal_x", "focal_y")
        widgets = PhotoForm.Meta.widgets | {"licence_ends_on": DayInput()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["credit"].required = True


class TextForm(LanguageForm):
    class Meta:
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("alt_text", "caption")}


class TextInline(ByLanguage):
    model = PhotoText
    fk_name = "photo"
    form = TextForm
    verbose_name_plural = gettext_lazy("What it shows")
    fields = ("language", "alt_text", "caption", "credit")


def photo_file(photo, asked):
    """What was made of a photo at the width asked for, or the next; itself where none is asked for, or made."""
    wanted = number(asked.get("width"))
    width = None if wanted is None else photo.nearest(wanted)
    form = asked.get("form") if asked.get("form") in FORMS else "jpg"
    return photo.image.open() if width is None else default_storage.open(photo.file(width, form))


@admin.register(Photo, site=desk)
class PhotoAdmin(DeskAdmin):
    form = PhotoForm
    upload_form = UploadForm
    add_form_template = "admin/photos/add_form.html"
    change_form_template = "admin/photos/change_form.html"
    inlines = (TextInline,)
    # What was published with one picture must not come to show another.
    fixed = ("image", "slug")
    list_display = ("tile",)
    list_filter = (LicenceFilter, LacksFilter, UseFilter)
    list_per_page = 60
    actions = None
    ordering = ("-pk",)
    # This makes Django show a search field; `get_search_results` says how it finds.
    search_fields = ("slug",)
    search_help_text = gettext_lazy("Words of caption, alternative text, credit or name, in either language")

    class Media:
        css = {"all": ("admin-newsroom/photos/photos.css",)}
        js = (Script("admin-newsroom/photos/page.js", type="module"),)

    def for_list(self, rows):
        return rows.for_library()

    def called(self, photo):
        """The photo's name in the library."""
        return photo.text_in(get_language()).caption or photo.slug

    def get_search_results(self, request, queryset, search_term):
        return queryset.found_by(search_term), False

    def get_fieldsets(self, request, obj=None):
        shown = () if obj else ("image", "looked_over")
        return (
            (None, {"fields": (*shown, "slug", "credit", ("licence", "licence_ends_on"), "origin")}),
            (_("Focal point"), {"fields": (("focal_x", "focal_y"),)}),
            *(((_("Portrait"), {"fields": ("is_let_out",)}),) if obj else ()),
        )

    def get_readonly_fields(self, request, obj=None):
        """Only those who may publish let a photo out."""
        closed = () if may_change_seen(Photo, request.user) else LETS_OUT["photo"]
        return tuple(dict.fromkeys([*super().get_readonly_fields(request, obj), *closed]))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            urgency, words = uses.licence_in_words(
                obj, Photo.objects.filter(pk=obj.pk).values_list(today(), flat=True).get()
            )
            thumbnail = f"{reverse('admin:articles_photo_file', args=[obj.pk])}?width="
            found = uses.stories_of(obj)
            licence = " ".join([words, *([_("See below who shows it.")] if found else [])])
            context |= {"photo": obj, "thumbnail": thumbnail, "urgency": urgency, "licence": licence, "uses": found}
            context["portrayed"] = obj.portrayed.all()[:MOST_SHOWN]
            context["may_crop"] = "focal_x" in context["adminform"].form.fields
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/file/", view(self.file), name="articles_photo_file"),
            path("choose/", view(partial(chooser.choose, admin=self)), name="articles_photo_choose"),
            path("upload/", view(partial(chooser.upload, admin=self)), name="articles_photo_upload"),
            path("offered/", view(partial(offering.offer, admin=self)), name="articles_photo_offered"),
            path("<int:pk>/lacking/", view(partial(chooser.lacking, admin=self)), name="articles_photo_lacking"),
        ]
        return own + super().get_urls()

    def save_model(self, request, obj, form, change):
        if not change:
            obj.added_by = request.user
        with photos.on_disk():
            super().save_model(request, obj, form, change)
            # A credit can be mended of a picture whose file is gone.
            if not change or {"focal_x", "focal_y"} & set(form.changed_data):
                picturing.make(obj)

    def file(self, request, pk):
        """The picture at `?width=`, or as it is kept: readers' address for it answers only once it is published."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        photo = get_object_or_404(Photo, pk=pk)
        try:
            return FileResponse(
                photo_file(photo, request.GET), headers={"Content-Security-Policy": "default-src 'none'; sandbox"}
            )
        except OSError:
            raise Http404 from None

    @admin.display(description=gettext_lazy("photo"))
    def tile(self, photo):
        language = get_language()
        urgency, licence = uses.licence_in_words(photo, photo.today)
        context = {"photo": photo, "each": chooser.card(photo, language), "urgency": urgency, "licence": licence}
        lacking = [name for code, name in settings.LANGUAGES if not photo.text_in(code).alt_text]
        return render_to_string("admin/photos/tile.html", context | {"lacking": lacking})
