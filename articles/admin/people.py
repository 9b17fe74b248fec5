"""Accounts. Whoever keeps them gives roles, and no right beyond the table of roles."""

from functools import partial

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Q
from django.urls import path
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.admin.forms import moved_on
from articles.admin.forms.refusable import Refusable, Tells
from articles.admin.shell import waits
from articles.admin.shell.site import desk
from articles.admin.tables.walking import Narrowed
from articles.models import User
from articles.rules.numbers import number
from articles.rules.roles import ROLES
from articles.text import folding


class NewAccount(Refusable, AdminUserCreationForm):
    class Meta(AdminUserCreationForm.Meta):
        model = User


class Account(Refusable, UserChangeForm):
    class Meta(UserChangeForm.Meta):
        model = User
        # Named, so that a column that is added later is not shown by itself.
        fields = ("username", "password", "first_name", "last_name", "email", "is_active", "is_staff", "groups")

    def clean(self):
        """Names stand in sentences, which they may not turn round."""
        cleaned = super().clean()
        names = cleaned.keys() & {"first_name", "last_name"}
        return cleaned | {name: folding.unturned(cleaned[name]) for name in names}


class NewPassword(AdminPasswordChangeForm):
    """Django's, whose warning is put together before it is known in which language."""

    usable_password_help_text = format_lazy(
        '<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>',
        _("Without a password nobody logs in to this account, and the one it has is lost."),
    )


class ByRole(admin.RelatedFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = _("role")


@admin.register(User, site=desk)
class StaffAdmin(Tells, UserAdmin):
    """Django's log is kept for accounts: it names no story and no source, and there is no event for them."""

    form = Account
    add_form = NewAccount
    change_password_form = NewPassword
    view_on_site = False
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Name"), {"fields": (("first_name", "last_name"), "email")}),
        (_("Role"), {"fields": ("groups", "is_active", "is_staff")}),
        (_("Dates"), {"fields": (("last_login", "date_joined"),)}),
    )
    readonly_fields = ("last_login", "date_joined")
    list_display = ("username", "first_name", "last_name", "roles", "last_login", "shut")
    list_filter = (("groups", ByRole), "is_active")

    def get_changelist(self, request, **kwargs):
        return Narrowed

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_urls(self):
        view = self.admin_site.admin_view(partial(waits.page, site=self.admin_site))
        return [path("waits/", view, name="articles_user_waits"), *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        """Not of an account that may do everything, but by another such: its password would be its keys."""
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not is_above

    def has_delete_permission(self, request, obj=None):
        # What someone did stays theirs: shut the account instead.
        return False

    def get_readonly_fields(self, request, obj=None):
        """Nobody gives themselves a role."""
        is_own = obj is not None and obj.pk == request.user.pk
        return (*self.readonly_fields, *(("groups", "is_staff", "is_active") if is_own else ()))

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups":
            account = number(request.resolver_match.kwargs.get("object_id"))
            held = Q() if account is None else Q(user=account)
            field.queryset = Group.objects.filter(Q(name__in=ROLES) | held).distinct()
            field.label = _("Role")
            field.help_text = _("The role says what one may do.")
        return field

    def save_model(self, request, obj, form, change):
        if change:
            moved_on.hold(obj)
        else:
            obj.is_staff = True  # Everyone with an account works here.
        super().save_model(request, obj, form, change)

    def log_change(self, request, obj, message):
        """Whoever was shut out meanwhile is not let in again by a page that was opened before."""
        if message:
            moved_on.refuse(obj, request.POST.get("seen"))
            super().log_change(request, obj, message)

    def history_view(self, request, object_id, extra_context=None):
        account = self.get_object(request, unquote(object_id))
        said = {"title": _("History"), "subtitle": str(account)}
        return super().history_view(request, object_id, said | (extra_context or {}))

    @admin.display(description=_("shut out"))
    def shut(self, user):
        return "" if user.is_active else _("shut out")

    @admin.display(description=_("role"))
    def roles(self, user):
        return _(", ").join(group.name for group in user.groups.all())
