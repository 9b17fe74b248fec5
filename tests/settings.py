"""The settings of tests: a server of their own, never the one that holds the demo or the paper."""

import os

# What a developer has exported must not change what the tests see. DATABASE_URL and NEWSROOM_VAR may.
os.environ.update(
    DEBUG="0",
    DEMO="1",
    SECRET_KEY="tests-only: nothing that this key signs is ever worth forging",
    ALLOWED_HOSTS="",
    CACHE_URL="locmemcache://",
    EMAIL_URL="memorymail://",
    READERS_DATABASE_URL="",
)

from newsroom import databases  # noqa: E402
from newsroom.embedded.cluster import Cluster  # noqa: E402
from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import DATABASES, EMBEDDED, INSTALLED_APPS, SECRET_KEY, VAR  # noqa: E402

if EMBEDDED:
    EMBEDDED = Cluster(VAR / "postgres-test", durable=False)
    DATABASES = databases.connections(EMBEDDED, SECRET_KEY)
else:
    # Roles belong to the whole server: the paper's own readers keep their password.
    DATABASES["readers"]["USER"] += "_in_tests"

for connection in DATABASES.values():
    connection["ENGINE"] = "tests.postgresql"
    del connection["OPTIONS"]["pool"]
# An ordinary test's rows are in a transaction that a second connection cannot see.
READERS_ALIAS = "default"

# An app beside `articles` that goes through every door.
if os.environ.get("TOY") != "0":
    INSTALLED_APPS = [*INSTALLED_APPS, "tests.toy"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "evidence": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# As the paper's pictures are made, at fewer widths: a demo newspaper has fifty.
PICTURE_WIDTHS = (320, 960)
# Static files as they are, without collecting them first.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
