"""The way in for the web server."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from newsroom import charsets
from newsroom.environment import CannotStart

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
try:
    application = charsets.of_wsgi(get_wsgi_application())
except CannotStart as reason:
    print(reason, file=sys.stderr)
    # Gunicorn's own sign that another worker would fare no better.
    raise SystemExit(3) from None
