"""How often somebody has tried to log in, so that passwords cannot be guessed by trying."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Tries(models.Model):
    """A count, forgotten after `until`. The key is a hash: people type passwords where their name belongs.

    Where the name is that of an account, that is said, and from where; so a wait can be lifted.
    """

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(_("tries"))
    until = models.DateTimeField(_("until"), db_index=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    address = models.CharField(_("from"), max_length=50, blank=True)

    class Meta:
        verbose_name = _("tries to log in")
        verbose_name_plural = _("tries to log in")
        default_permissions = ()

    def __str__(self):
        return f"{self.count} until {self.until:%Y-%m-%d %H:%M}"
