"""The way in for an asynchronous web server. `make run` uses wsgi.py."""

import os

from django.core.asgi import get_asgi_application

from newsroom import letters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = letters.of_asgi(get_asgi_application())
