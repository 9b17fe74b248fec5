"""The newsroom's app: after each migration the roles and the readers' wall are made anew."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        # Here, and nowhere else, an import stands in a function: models exist only now.
        from articles import migrated  # noqa: PLC0415

        pre_migrate.connect(migrated.before, sender=self)
        post_migrate.connect(migrated.after, sender=self)
