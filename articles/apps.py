"""The newsroom's app: doors open when it starts; after each migration the roles and the readers' wall are made anew."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        # Here, and nowhere else, an import stands in a function: models exist only now.
        from articles import migrated  # noqa: PLC0415

        autodiscover_modules("desk", "paper")
        pre_migrate.connect(migrated.before, sender=self)
        # After the last app that has tables, which alone are told: until then the permissions of others do not exist.
        post_migrate.connect(migrated.after, sender=[app for app in apps.get_app_configs() if app.models_module][-1])
