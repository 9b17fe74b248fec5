"""A save that is refused at its very end has said nothing of success."""

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError
from django.urls import reverse

from articles.admin.tables.admins import DeskAdmin
from articles.models import Section

pytestmark = pytest.mark.django_db


@pytest.fixture
def section(client, chief, english):
    client.force_login(chief)
    return english.sections.first()


def save(client, section):
    address = reverse("admin:articles_section_change", args=[section.pk])
    sent = {"name": "Harbour", "description": "", "position": 0, "sibling": ""}
    sent |= {f"sourcing_rules-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
    return client.post(address, sent)


def messages_of(response):
    return [str(each) for each in get_messages(response.wsgi_request)]


def test_what_was_saved_is_said(client, section):
    response = save(client, section)
    assert response.status_code == 302, response.context["errors"]
    assert len(messages_of(response)) == 1
    assert "Harbour" in messages_of(response)[0]


def test_what_was_refused_after_all_is_not(client, section, monkeypatch):
    answer = DeskAdmin.response_change

    def refuse(admin, request, row):
        answer(admin, request, row)
        raise IntegrityError

    monkeypatch.setattr(DeskAdmin, "response_change", refuse)
    response = save(client, section)
    assert response.status_code == 200
    assert messages_of(response) == []
    assert "The database could not take this in. Nothing was saved." in response.content.decode()
    assert Section.objects.get(pk=section.pk).name == section.name
