"""The buttons of a story: each is pressed on its page, and says what came of it."""

from django.contrib.messages import get_messages
from django.urls import reverse

from tests.desk.forms import form_of

LATER = "2090-01-10T12:00"


def at(story, name, **query):
    return reverse(f"admin:articles_story_{name}", args=[story.pk], query=query)


def press(client, story, name, **asked):
    """Open a button's page, answer what it asks, and press."""
    address = at(story, name)
    return client.post(address, form_of(client.get(address)) | asked)


def said(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def errors_of(response):
    return str(response.context["form"].errors)
