"""Passwords cannot be guessed by trying, and nobody else is shut out by whoever tries."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connections
from django.db.models import F
from django.test import Client, RequestFactory

from articles.actions import logins
from articles.actions.logins import ELSEWHERE, HERE, WAIT, TooManyTries, recognise
from articles.actions.refusals import NotAllowed
from articles.admin.shell.logins import address_of, warn_of_proxy
from articles.models import Event, Tries
from tests.desk.forms import form_of
from tests.desk.stories.buttons import at

RIGHT = "newsroom-demo"
ROOT = Path(__file__).parents[3]


def guess(name="editor", password="wrong", address="192.0.2.1"):
    """What comes of it: who it is, None, or “wait”."""
    try:
        return recognise(name, password, address=address)
    except TooManyTries:
        return "wait"


def later(by):
    Tries.objects.update(until=F("until") - by)


def test_after_five_wrong_passwords_not_even_the_right_one_is_taken(editor):
    assert [guess() for _ in range(HERE + 1)] == [None] * HERE + ["wait"]
    assert guess(password=RIGHT) == "wait"
    later(WAIT)
    assert guess(password=RIGHT) == editor


def test_asking_again_does_not_make_the_wait_longer(editor):
    for _ in range(HERE):
        guess()
    before = Tries.objects.get(count=HERE, until__isnull=False, pk=logins._key("here", "editor", "192.0.2.1")).until
    assert guess() == "wait"
    assert Tries.objects.get(pk=logins._key("here", "editor", "192.0.2.1")).until == before


def test_who_gets_it_right_begins_anew(editor):
    for _ in range(3):
        assert [guess() for _ in range(HERE - 1)] == [None] * (HERE - 1)
        assert guess(password=RIGHT) == editor


def test_a_shared_address_shuts_out_nobody_but_the_one_who_was_tried(editor, chief):
    for _ in range(HERE + 1):
        guess("editor")
    assert guess("chief", RIGHT) == chief


def test_many_addresses_shut_out_strangers_and_not_the_address_that_knows_them(editor):
    assert guess(password=RIGHT, address="192.0.2.1") == editor
    for number in range(ELSEWHERE):
        assert guess(address=f"198.51.100.{number}") is None
    assert guess(password=RIGHT, address="203.0.113.1") == "wait"
    assert guess(password=RIGHT, address="192.0.2.1") == editor
    later(logins.KNOWN_FOR)
    assert guess(password=RIGHT, address="203.0.113.1") == editor


def test_one_address_alone_cannot_use_up_the_tries_of_all(editor):
    for _ in range(ELSEWHERE + 10):
        guess(address="198.51.100.1")
    assert guess(password=RIGHT, address="203.0.113.1") == editor


def test_a_name_that_does_not_exist_is_answered_alike(editor):
    def said(name):
        answers = []
        for _ in range(HERE + 1):
            try:
                answers.append(recognise(name, "wrong", address="192.0.2.1"))
            except TooManyTries as refusal:
                answers.append(str(refusal))
        return answers

    assert said("editor") == said("no-such-name")
    assert guess("EDITOR") == "wait"


def test_one_address_cannot_try_a_password_on_many_names(editor, chief):
    assert guess("chief", RIGHT, address="198.51.100.1") == chief
    answers = [guess(f"name-{number}", address="198.51.100.1") for number in range(logins.SPRAYED + 1)]
    assert answers == [None] * logins.SPRAYED + ["wait"]
    assert guess("editor", RIGHT, address="198.51.100.1") == "wait"
    # Whom the address knows is not shut out of it, nor is anyone out of another.
    assert guess("chief", RIGHT, address="198.51.100.1") == chief
    assert guess("editor", RIGHT, address="192.0.2.1") == editor
    later(WAIT)
    assert guess("editor", RIGHT, address="198.51.100.1") == editor


def test_a_newsroom_that_logs_in_for_the_first_time_is_not_one_that_guesses(editor):
    for _ in range(logins.SPRAYED + 1):
        assert guess(password=RIGHT, address="198.51.100.1") == editor
        Tries.objects.filter(count=0).delete()
    assert guess("chief", address="198.51.100.1") is None


def test_one_who_was_shut_out_or_is_not_on_the_staff_is_nobody(editor, chief):
    editor.is_active, chief.is_staff = False, False
    editor.save()
    chief.save()
    assert (guess("editor", RIGHT), guess("chief", RIGHT)) == (None, None)


def test_no_name_and_no_password_is_kept_or_logged(editor, caplog):
    for _ in range(HERE + 2):
        guess("a password typed for a name", "a secret")
    kept = str(list(Tries.objects.values_list()))
    assert len(caplog.records) == 1
    for word in ("secret", "password typed", "192.0.2.1, None"):
        assert word not in kept + caplog.text


def test_what_is_forgotten_is_dropped(editor):
    guess()
    guess("chief", address="192.0.2.7")
    later(timedelta(days=40))
    guess("no-such-name")
    assert not Tries.objects.filter(until__lt=logins.clock()).exists()
    assert {each.account for each in Tries.objects.all()} == {None}


@pytest.mark.django_db(transaction=True)
def test_of_many_guesses_at_once_no_more_are_judged(editor, monkeypatch):
    judged = []
    monkeypatch.setattr(logins, "authenticate", lambda **given: judged.append(given))
    start = Barrier(24)

    def attempt(_number):
        start.wait()
        try:
            return guess()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(24) as pool:
        answers = list(pool.map(attempt, range(24)))
    assert (len(judged), answers.count("wait")) == (HERE, 24 - HERE)


# At the desk


def log_in(client, **typed):
    return client.post("/admin/login/", {"username": "editor", "password": "wrong"} | typed)


def test_the_login_page_says_how_long_to_wait_in_the_language_of_the_desk(client, editor):
    for _ in range(HERE):
        assert "wait" not in str(log_in(client).context["form"].non_field_errors())
    page = log_in(client, password=RIGHT)
    assert "wait 15 minutes, then try again" in str(page.context["form"].non_field_errors())
    assert RIGHT not in page.content.decode()
    later(WAIT)
    assert log_in(client, password=RIGHT).status_code == 302


def test_the_second_persons_password_counts_too(client, chief, editor, live_story):
    client.force_login(chief)
    address = at(live_story, "erase")
    wrong = {"reason": "A court", "username": "editor", "password": "wrong"}
    sent = form_of(client.get(address)) | wrong
    for _ in range(HERE):
        assert "do not go together" in client.post(address, sent).content.decode()
    page = client.post(address, sent | {"password": RIGHT}).content.decode()
    assert "wait 15 minutes" in page
    assert "A court" in page
    assert "wait" in str(log_in(client, password=RIGHT).context["form"].non_field_errors())
    assert live_story.erasures.count() == 0


# Lifting a wait

WAITS = "/admin/articles/user/waits/"


@pytest.fixture
def keeper(client, administrator):
    client.force_login(administrator)
    return client


def waits(client):
    return [(str(wait.account or ""), wait.address) for wait in client.get(WAITS).context["waits"]]


def test_who_keeps_accounts_sees_who_waits_and_lifts_it(keeper, editor, chief):
    for _ in range(HERE):
        guess("EDITOR")
        guess("a password typed for a name")
    for number in range(ELSEWHERE):
        guess("chief", address=f"198.51.100.{number}")
    assert sorted(waits(keeper)) == [("chief", ""), ("editor", "192.0.2.1")]
    page = keeper.get(WAITS).content.decode()
    assert "Lift the wait of editor" in page
    key = logins._key("here", "editor", "192.0.2.1")
    assert "They may try again now" in keeper.post(WAITS, {"wait": key}, follow=True).content.decode()
    assert guess(password=RIGHT) == editor
    event = Event.objects.get()
    assert (event.verb, event.about, event.by.username, event.note) == ("lifted", editor, "admin", "")
    assert "ended already" in keeper.post(WAITS, {"wait": key}, follow=True).content.decode()
    assert Event.objects.count() == 1


def test_an_address_that_waits_is_lifted_too(keeper, editor):
    for number in range(logins.SPRAYED + 1):
        guess(f"name-{number}", address="198.51.100.1")
    assert waits(keeper) == [("", "198.51.100.1")]
    keeper.post(WAITS, {"wait": logins._key("sprayed", "", "198.51.100.1")})
    assert guess("editor", RIGHT, address="198.51.100.1") == editor
    assert keeper.get("/admin/articles/event/").status_code == 200


def test_who_keeps_no_accounts_lifts_no_wait(client, chief, editor):
    for _ in range(HERE):
        guess()
    client.force_login(chief)
    assert client.get(WAITS).status_code == client.post(WAITS).status_code == 403
    with pytest.raises(NotAllowed):
        logins.lift(logins._key("here", "editor", "192.0.2.1"), by=chief)
    assert guess(password=RIGHT) == "wait"


def test_passwords_are_judged_in_one_place():
    asking = [path for path in ROOT.glob("[a-z]*/**/*.py") if "authenticate(" in path.read_text()]
    assert [path.name for path in asking if "tests" not in path.relative_to(ROOT).parts] == ["logins.py"]


# Addresses


@pytest.mark.parametrize(
    ("proxies", "passed", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "made-up, 203.0.113.9", "203.0.113.9"),
        (2, "made-up, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_an_address_is_what_our_own_proxy_has_seen(settings, proxies, passed, address):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=passed)
    assert address_of(request) == address


def test_a_proxy_that_the_settings_do_not_know_of_is_told_once_and_shown(keeper, settings, caplog):
    through = {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}
    warn_of_proxy.cache_clear()
    for _ in range(2):
        Client(headers={"X-Forwarded-For": "203.0.113.9"}).post("/admin/login/", {"username": "x", "password": "y"})
    assert [record.message.partition(". ")[0] for record in caplog.records] == [
        "A login came with X-Forwarded-For, and PROXIES is 0"
    ]
    assert "PROXIES is 0" in keeper.get(WAITS, **through).content.decode()
    assert "PROXIES" not in keeper.get(WAITS).content.decode()
    settings.PROXIES = 1
    assert "PROXIES" not in keeper.get(WAITS, **through).content.decode()
