"""Which static files are served: all that apps and static/ hold, but for maps of sources that we do not serve."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class ServedFiles(StaticFilesConfig):
    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "*.map"]
