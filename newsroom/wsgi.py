"""The way in for the web server."""

import os
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from newsroom import charsets
from newsroom.environment import CannotStart
from newsroom.kept import answers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
try:
    django = get_wsgi_application()
    ask = import_string("articles.wall.generation.told")
    application = charsets.of_wsgi(answers.of_wsgi(django, ask, most=settings.PAGE_CACHE * 2**20))
except CannotStart as reason:
    print(reason, file=sys.stderr)
    # Gunicorn's own sign that another worker would fare no better.
    raise SystemExit(3) from None
