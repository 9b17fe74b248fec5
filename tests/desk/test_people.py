"""Accounts at the desk: whoever keeps them gives roles, and nothing beyond."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from articles.admin.people import NewAccount
from articles.models import User
from tests.desk.forms import fill, form_of

ADD = "/admin/articles/user/add/"
PASSWORD = "a long phrase of no meaning"


@pytest.fixture
def desk(client, administrator):
    client.force_login(administrator)
    return client


def account(user):
    return reverse("admin:articles_user_change", args=[user.pk])


def group(name):
    return Group.objects.get(name=name)


def test_an_account_is_made_and_given_a_role(desk):
    response = fill(desk, ADD, username="samir", usable_password="true", password1=PASSWORD, password2=PASSWORD)
    samir = User.objects.get(username="samir")
    assert response.url == account(samir)
    assert (samir.is_staff, samir.is_superuser, samir.check_password(PASSWORD)) == (True, False, True)
    fill(desk, account(samir), groups=[group("editor").pk])
    assert User.objects.get(pk=samir.pk).has_perm("articles.publish_story")
    assert LogEntry.objects.filter(object_repr="samir").count() == 2


def test_rights_beyond_a_role_cannot_be_given(desk, reporter):
    page = desk.get(account(reporter)).content.decode()
    assert 'name="is_superuser"' not in page
    assert 'name="user_permissions"' not in page
    anything = Permission.objects.get(codename="erase_story").pk
    fill(desk, account(reporter), is_superuser="on", user_permissions=[anything])
    reporter = User.objects.get(pk=reporter.pk)
    assert (reporter.is_superuser, reporter.user_permissions.count()) == (False, 0)


def test_a_group_that_is_no_role_cannot_be_given_and_is_not_taken(desk, reporter):
    other = Group.objects.create(name="keepers of everything")
    assert fill(desk, account(reporter), groups=[other.pk]).status_code == 200
    reporter.groups.add(other)
    fill(desk, account(reporter), groups=[other.pk, group("copy").pk])
    assert set(reporter.groups.values_list("name", flat=True)) == {"keepers of everything", "copy"}


def test_nobody_gives_themselves_a_role(desk, administrator):
    fill(desk, account(administrator), groups=[group("chief").pk], first_name="Amal")
    administrator.refresh_from_db()
    assert administrator.first_name == "Amal"
    assert [one.name for one in administrator.groups.all()] == ["admin"]


def test_an_account_that_may_do_everything_is_beyond_an_admin(desk):
    root = User.objects.create_superuser("root", password=PASSWORD)
    assert desk.post(account(root), {"username": "root", "is_active": ""}).status_code == 403
    for method in (desk.get, desk.post):
        address = f"/admin/articles/user/{root.pk}/password/"
        assert method(address, {"password1": "x", "password2": "x"}).status_code == 403
    assert User.objects.get(pk=root.pk).check_password(PASSWORD)


def test_an_account_is_shut_and_never_deleted(desk, reporter):
    sent = form_of(desk.get(account(reporter)))
    del sent["is_active"]
    desk.post(account(reporter), sent)
    assert not User.objects.get(pk=reporter.pk).is_active
    assert desk.post(reverse("admin:articles_user_delete", args=[reporter.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "editor", "chief", "nobody"])
def test_accounts_are_for_those_who_keep_them(client, request, who, administrator):
    client.force_login(request.getfixturevalue(who))
    for address in ("/admin/articles/user/", ADD, account(administrator)):
        assert client.get(address).status_code == 403
        assert client.post(address, {"username": "x"}).status_code == 403
    assert client.get(f"/admin/articles/user/{administrator.pk}/password/").status_code == 403


@pytest.mark.parametrize(
    "typed",
    [
        {"username": ""},
        {"username": "x" * 151},
        {"username": "\x00"},
        {"password2": "other"},
        {"password1": "1", "password2": "1"},
    ],
)
def test_bad_input_makes_no_account(desk, typed):
    sent = {"username": "samir", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD} | typed
    assert fill(desk, ADD, **sent).status_code == 200
    assert User.objects.count() == 1


def test_a_page_that_was_open_lets_nobody_in_who_was_shut_out_meanwhile(desk, reporter):
    opened = form_of(desk.get(account(reporter)))
    shut = {name: value for name, value in opened.items() if name != "is_active"} | {"groups": [group("copy").pk]}
    assert desk.post(account(reporter), shut).status_code == 302
    refused = desk.post(account(reporter), opened | {"first_name": "Rim"})
    assert "Someone else has saved this since you opened it" in str(refused.context["adminform"].form.errors)
    assert '<td data-says="Saved now">' in refused.content.decode()
    reporter.refresh_from_db()
    assert (reporter.is_active, reporter.first_name) == (False, "")
    assert desk.post(account(reporter), form_of(refused)).status_code == 302
    assert User.objects.get(pk=reporter.pk).first_name == "Rim"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_make_the_same_account_at_once_one_is_told(administrator, monkeypatch):
    """Both have looked for the name, and found none."""
    monkeypatch.setattr(NewAccount, "clean_username", lambda form: form.cleaned_data["username"])
    monkeypatch.setattr(NewAccount, "validate_unique", lambda form: None)
    client = Client()
    client.force_login(administrator)
    typed = {"username": "samir", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    assert [client.post(ADD, typed).status_code for _time in range(2)] == [302, 200]
    assert User.objects.filter(username="samir").count() == 1
