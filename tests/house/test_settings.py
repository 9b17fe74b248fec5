"""The settings: safe in production, quick to try out, and clear about what is wrong with the environment."""

import json
import logging
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import DisallowedHost
from django.db import IntegrityError, connection, transaction

from newsroom import databases, environment, logs
from newsroom.embedded.cluster import Cluster
from newsroom.environment import CannotStart

ROOT = Path(__file__).resolve().parents[2]
KEY = "a-key-of-more-than-fifty-characters-for-the-tests-of-settings"
PRODUCTION = {
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": "paper.example",
    "DATABASE_URL": "postgres://paper:word@127.0.0.1:1/paper",
}
OURS = {*PRODUCTION, "READERS_DATABASE_URL", "CACHE_URL", "EMAIL_URL", "DEBUG", "DEMO", "NEWSROOM_VAR", "PORT"}
SHOW = "import json; from newsroom import settings as s; print(json.dumps({n: getattr(s, n) for n in %r}, default=str))"


def python(*arguments, **environ):
    """A process whose environment holds of ours only what is given."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS and "DJANGO" not in name}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=inherited | environ, capture_output=True, text=True, timeout=300
    )


def settings(*names, **environ):
    return json.loads(python("-c", SHOW % (names,), **environ).stdout)


@pytest.fixture
def bare(monkeypatch):
    """An environment that holds nothing of ours."""
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


# In production


def test_the_deploy_check_has_nothing_to_say_of_production():
    check = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (check.returncode, check.stderr) == (0, "")


def test_production_sends_its_cookies_over_https_only():
    names = ("DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_HTTPONLY")
    assert list(settings(*names, **PRODUCTION).values()) == [False, True, True, True, True]
    assert settings("SECURE_HSTS_SECONDS", **PRODUCTION)["SECURE_HSTS_SECONDS"] >= 365 * 24 * 60 * 60


def test_a_demo_works_over_plain_http_and_hides_its_tracebacks(tmp_path):
    names = ("DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS")
    assert list(settings(*names, DEMO="1", NEWSROOM_VAR=str(tmp_path)).values()) == [False, False, False, False, 0]


def test_nobody_is_mailed_an_error_report():
    assert settings("ADMINS", **PRODUCTION) == {"ADMINS": []}


# Values that make no sense


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("DEBUG", "maybe", environment.flag),
        ("DEMO", "2", environment.flag),
        ("PORT", "http", lambda name: environment.port(name, 8000)),
        ("PORT", "0", lambda name: environment.port(name, 8000)),
        ("PORT", "65536", lambda name: environment.port(name, 8000)),
        ("PORT", "٨٠٠٠", lambda name: environment.port(name, 8000)),
        ("NEWSROOM_VAR", "/dev/null", lambda name: environment.folder(name, ROOT / "var", ROOT)),
        ("ALLOWED_HOSTS", "", lambda name: environment.hosts(name, [])),
        ("ALLOWED_HOSTS", "https://paper.example", lambda name: environment.hosts(name, [])),
        ("ALLOWED_HOSTS", "paper.example/news", lambda name: environment.hosts(name, [])),
        ("SECRET_KEY", "", lambda name: environment.secret_key(name, None)),
        ("SECRET_KEY", "short", lambda name: environment.secret_key(name, None)),
        ("SECRET_KEY", "a" * 60, lambda name: environment.secret_key(name, None)),
        ("CACHE_URL", "memory", environment.cache),
        ("EMAIL_URL", "post.example", environment.mail),
        ("EMAIL_URL", "smtp://post.example:mail", environment.mail),
        ("EMAIL_URL", "smtp://", environment.mail),
        ("DATABASE_URL", "mysql://paper:word@post.example/paper", databases.given),
        ("DATABASE_URL", "paper", databases.given),
        ("DATABASE_URL", "postgres://127.0.0.1/paper", databases.given),
        ("DATABASE_URL", "postgres://paper@127.0.0.1", databases.given),
        ("DATABASE_URL", "postgres://paper@127.0.0.1/paper?colour=blue", databases.given),
    ],
)
def test_nonsense_is_refused_in_one_sentence_that_names_the_variable(bare, name, value, read):
    bare.setenv(name, value)
    with pytest.raises(CannotStart) as caught:
        read(name)
    sentence = str(caught.value)
    assert sentence.startswith(name)
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("name", ["DATABASE_URL", "EMAIL_URL", "CACHE_URL"])
def test_a_refused_address_is_not_shown_since_it_may_hold_a_password(bare, name):
    bare.setenv(name, "nonsense://paper:zanzibar@post.example")
    with pytest.raises(CannotStart) as caught:
        {"DATABASE_URL": databases.given, "EMAIL_URL": environment.mail, "CACHE_URL": environment.cache}[name](name)
    assert "zanzibar" not in str(caught.value)


@pytest.mark.parametrize(
    ("command", "environ"),
    [
        (["check"], {"DEBUG": "maybe"}),
        (["check"], {"SECRET_KEY": ""}),
        (["migrate"], PRODUCTION),
        (["migrate", "--settings=newsroom.settings"], {"DATABASE_URL": "sqlite://"}),
    ],
)
def test_a_command_that_cannot_start_says_one_sentence(command, environ):
    ended = python("manage.py", *command, **PRODUCTION | environ)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr


def test_the_web_server_is_told_that_another_worker_would_fare_no_better():
    ended = python("-c", "import newsroom.wsgi", **PRODUCTION | {"SECRET_KEY": "short"})
    assert (ended.returncode, ended.stderr.count("\n")) == (3, 1)


def test_a_server_that_is_too_old_is_refused(bare):
    bare.setattr(databases, "_version", lambda address: 14)
    with pytest.raises(CannotStart, match="PostgreSQL 14: name one that is 15 or newer"):
        databases.reach(None, {})


# Values that do


@pytest.mark.parametrize(("value", "read"), [("1", True), ("Yes", True), ("on", True), ("", False), ("FALSE", False)])
def test_a_flag_is_read_as_people_write_it(bare, value, read):
    bare.setenv("DEBUG", value)
    assert environment.flag("DEBUG") is read


def test_hosts_may_be_names_addresses_and_whole_domains(bare):
    bare.setenv("ALLOWED_HOSTS", "paper.example, .paper.example 127.0.0.1,[::1]")
    assert environment.hosts("ALLOWED_HOSTS", []) == ["paper.example", ".paper.example", "127.0.0.1", "[::1]"]


def test_a_folder_is_the_same_wherever_the_command_was_started(bare, tmp_path):
    bare.setenv("NEWSROOM_VAR", "elsewhere")
    bare.chdir(tmp_path)
    assert environment.folder("NEWSROOM_VAR", ROOT / "var", ROOT) == ROOT / "elsewhere"


def test_mail_goes_nowhere_until_it_is_told_where(bare):
    assert environment.mail("EMAIL_URL")["EMAIL_BACKEND"].endswith("dummy.EmailBackend")


@pytest.mark.parametrize(("scheme", "port"), [("smtp", 25), ("smtp+tls", 587), ("smtp+ssl", 465)])
def test_mail_goes_to_the_port_of_its_kind(bare, scheme, port):
    bare.setenv("EMAIL_URL", f"{scheme}://paper:p%2Bq@post.example")
    mail = environment.mail("EMAIL_URL")
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"], mail["EMAIL_HOST_PASSWORD"]) == ("post.example", port, "p+q")


def test_a_demo_makes_its_key_once_and_keeps_it_to_itself(bare, tmp_path):
    path = tmp_path / "new" / "secret-key"
    key = environment.secret_key("SECRET_KEY", path)
    assert key == environment.secret_key("SECRET_KEY", path)
    assert len(key) >= environment.KEY_LENGTH
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


# The two connections


def test_readers_of_the_embedded_server_have_a_role_of_their_own(bare, tmp_path):
    both = databases.connections(Cluster(tmp_path), KEY)
    assert [both[alias]["USER"] for alias in ("default", "readers")] == ["newsroom", "newsroom_readers"]
    assert "-c search_path=readers -c default_transaction_read_only=on" in both["readers"]["OPTIONS"]["options"]
    assert "options" not in both["default"]["OPTIONS"]


def test_readers_of_another_server_log_in_with_a_password_that_follows_from_the_key(bare):
    bare.setenv("DATABASE_URL", "postgres://paper:word@db.example:5433/news?sslmode=require")
    both, again, other = (databases.connections(None, key) for key in (KEY, KEY, KEY + "!"))
    place = {"USER": "paper_readers", "HOST": "db.example", "PORT": "5433", "NAME": "news"}
    assert both["readers"].items() >= place.items()
    assert both["readers"]["OPTIONS"]["sslmode"] == "require"
    assert both["readers"]["PASSWORD"] == again["readers"]["PASSWORD"] != other["readers"]["PASSWORD"]
    assert both["default"]["PASSWORD"] == "word"


def test_readers_may_have_a_server_of_their_own(bare):
    bare.setenv("DATABASE_URL", "postgres://paper:word@db.example/news")
    bare.setenv("READERS_DATABASE_URL", "postgres://public:other@replica.example/news?options=-c%20jit%3Doff")
    readers = databases.connections(None, KEY)["readers"]
    assert (readers["USER"], readers["HOST"]) == ("public", "replica.example")
    assert readers["OPTIONS"]["options"].startswith("-c jit=off -c search_path=readers")


def test_a_socket_can_be_named_in_an_address(bare):
    bare.setenv("DATABASE_URL", "postgres://paper@%2Fvar%2FRun%2Fpostgresql/news")
    assert databases.given("DATABASE_URL")["HOST"] == "/var/Run/postgresql"


# Logs


def record(error):
    try:
        raise error
    except Exception:
        return logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Failed: %s", ["/"], sys.exc_info())


@pytest.mark.django_db
@pytest.mark.parametrize("word", ["zanzibar"])
def test_a_log_line_says_where_an_error_arose_and_which_constraint_refused_it(word):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE told (word text CONSTRAINT told_no_secret CHECK (length(word) < 5))")
        with pytest.raises(IntegrityError, match=word) as caught, transaction.atomic():
            cursor.execute("INSERT INTO told VALUES (%s)", [word])
    line = logs.Discreet("{message}", style="{").format(record(caught.value))
    assert word not in line
    assert "raise error" in line
    assert "IntegrityError: 23514 told told_no_secret" in line


def test_other_errors_keep_their_message():
    line = logs.Discreet("{message}", style="{").format(record(ValueError("no such month")))
    assert "ValueError: no such month" in line


def test_a_host_that_is_refused_is_a_line_in_the_log_and_no_traceback():
    try:
        raise DisallowedHost("Invalid HTTP_HOST header: 'x'.")
    except DisallowedHost as error:
        told = (DisallowedHost, error, error.__traceback__)
    record = logging.LogRecord("django.security.DisallowedHost", logging.ERROR, "", 0, str(told[1]), (), told)
    assert logs.Discreet("%(message)s").format(record) == "Invalid HTTP_HOST header: 'x'."


def test_what_anybody_sent_begins_no_line_of_the_log_and_turns_none_round():
    sent = "The field x\r\n2026-01-01 ERROR forged\u202e\x1b[2J نص cannot be referenced." + "x" * 100_000
    refused = logging.LogRecord("django.security", logging.ERROR, "", 0, sent, (), None)
    for told in (refused, record(ValueError(sent))):
        line = logs.Discreet("{message}", style="{").format(told)
        assert r"x\r\n2026-01-01 ERROR forged\u202e\x1b[2J نص cannot" in line
        assert len(line) < 5_000
