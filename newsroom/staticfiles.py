"""Which static files are served, by which names, and whether they have changed since they were last collected."""

import hashlib
import os

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from whitenoise.storage import CompressedManifestStaticFilesStorage


class ServedFiles(StaticFilesConfig):
    """The files of all apps and of static/, but for source maps, whose sources we do not serve."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "*.map"]


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Modules import one another by hashed names. An import map would be inline, which the policy forbids."""

    support_js_module_import_aggregation = True
    # Addresses in stylesheets are replaced; those of source maps, which are not there, are not.
    patterns = (("*.css", CompressedManifestStaticFilesStorage.patterns[0][1][:2]),)


def fingerprint() -> str:
    """A fingerprint of every file that would be collected: its name, its length and when it was changed."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(ServedFiles.ignore_patterns):
            found = os.stat(storage.path(path))
            digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
