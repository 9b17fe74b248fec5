"""The way in for an asynchronous web server. `make run` uses wsgi.py."""

import os

from django.core.asgi import get_asgi_application

from newsroom import charsets

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = charsets.of_asgi(get_asgi_application())
