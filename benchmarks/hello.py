"""The yardstick: a bare Django view that returns 20,000 bytes, without middleware, under the paper's own web server."""

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

SIZE = 20_000
HEAD, FOOT = "<!doctype html><html><head><title>Hello</title></head><body>", "</body></html>"
PARAGRAPHS = "".join(f"<p>{'What the harbour says of it is this. ' * 9}</p>\n" for _paragraph in range(70))
PAGE = HEAD + PARAGRAPHS[: SIZE - len(HEAD + FOOT)] + FOOT


def hello(request):
    return HttpResponse(PAGE)


urlpatterns = [path("", hello)]


def application():
    """A settings module of its own would be the paper's, or one more file."""
    settings.configure(SECRET_KEY="hello", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], INSTALLED_APPS=[])
    django.setup()
    return get_wsgi_application()
