"""Typed readers for the environment: a value that makes no sense stops the start, in one sentence."""

import importlib.util
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

YES = {"1", "true", "yes", "on"}
NO = {"", "0", "false", "no", "off"}
HOST = re.compile(r"\*|\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\]", re.IGNORECASE)
# What Django's own `check --deploy` asks of a key.
KEY_LENGTH, KEY_VARIETY = 50, 5
MAIL_PORTS = {"EMAIL_USE_TLS": 587, "EMAIL_USE_SSL": 465}


class CannotStart(Exception):
    """What stands in the way, and what to do about it: one sentence, shown without a traceback."""


def text(name: str) -> str:
    return os.environ.get(name, "").strip()


def flag(name: str) -> bool:
    value = text(name).lower()
    if value in YES | NO:
        return value in YES
    raise CannotStart(f"{name} is “{value}”: give 1 for yes or 0 for no.")


def port(name: str, default: int) -> int:
    value = text(name) or str(default)
    if re.fullmatch(r"[0-9]{1,5}", value) and 1 <= int(value) <= 65535:
        return int(value)
    raise CannotStart(f"{name} is “{value}”: give a number from 1 to 65535, such as {name}={default}.")


def number(name: str, default: int) -> int:
    value = text(name) or str(default)
    if re.fullmatch(r"[0-9]{1,2}", value):
        return int(value)
    raise CannotStart(f"{name} is “{value}”: give a number from 0 to 99, such as {name}={default}.")


def folder(name: str, default: Path, base: Path) -> Path:
    """Absolute, whatever directory a command was started in."""
    path = (base / Path(text(name) or default).expanduser()).resolve()
    if os.path.exists(path) and not path.is_dir():
        raise CannotStart(f"{name} is “{path}”, which is not a folder: name one that is, or one to be made.")
    return path


def proxies(name: str) -> list[str]:
    """Addresses with commas between, of proxies that are asked without TLS: on this machine, or in a net of ours."""
    found = [each.strip() for each in text(name).split(",") if each.strip()]
    for each in found:
        if not re.fullmatch(r"http://[A-Za-z0-9.\[\]:-]+/?", each):
            raise CannotStart(f"{name} has “{each}”: write each proxy as http://127.0.0.1:8090, with commas between.")
    return found


def hosts(name: str, default: list[str]) -> list[str]:
    """The names that the paper is served under. There must be some: without any, every page is a 400."""
    given = [host for host in re.split(r"[,\s]+", text(name)) if host]
    for host in given:
        if not HOST.fullmatch(host):
            raise CannotStart(f"{name} has “{host}”: give bare names, such as {name}=paper.example,www.paper.example.")
    if given or default:
        return given + default
    raise CannotStart(f"{name} is not set: name the hosts that serve the paper, such as {name}=paper.example.")


def secret_key(name: str, stored_in: Path | None) -> str:
    """The key given; or, where a file to keep one in is named, a key made once and kept there."""
    key = text(name)
    if not key and stored_in:
        return stored_key(stored_in)
    if len(key) >= KEY_LENGTH and len(set(key)) >= KEY_VARIETY and not key.startswith("django-insecure-"):
        return key
    wrong = "too easy to guess" if key else "not set"
    raise CannotStart(
        f"{name} is {wrong}: give {KEY_LENGTH} random characters or more, as from "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))', or try the paper out with DEMO=1."
    )


def stored_key(path: Path) -> str:
    try:
        if not path.exists():
            _store_key(path)
        return path.read_text().strip()
    except OSError as error:
        raise CannotStart(
            f"{path} cannot be used ({error.strerror}): start as its owner, or point NEWSROOM_VAR elsewhere."
        ) from error


def _store_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50))
    # A link either appears whole or is there already, so that two starters end with the same key.
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


def cache(name: str) -> dict[str, Any]:
    config = _address(name, "locmemcache://", Env.cache_url_config, "locmemcache:// or redis://127.0.0.1:6379/0")
    if "redis" in config["BACKEND"] and not importlib.util.find_spec("redis"):
        raise CannotStart(f"{name} asks for Redis, whose client is missing: pip install redis, or use locmemcache://.")
    return config


def mail(name: str) -> dict[str, Any]:
    """EMAIL_… settings. Unless told how, the paper sends nothing: mail on a console would end up in a log."""
    config = _address(name, "dummymail://", Env.email_url_config, "smtp+tls://user:password@mail.example:587")
    if "smtp" in config["EMAIL_BACKEND"] and not config["EMAIL_HOST"]:
        raise CannotStart(f"{name} names no host: write it as smtp+tls://user:password@mail.example:587.")
    config["EMAIL_PORT"] = config["EMAIL_PORT"] or next((p for use, p in MAIL_PORTS.items() if config.get(use)), 25)
    return {key: "" if value is None else value for key, value in config.items() if key != "OPTIONS"}


def _address(name: str, default: str, parse: Callable[[str], dict[str, Any]], example: str) -> dict[str, Any]:
    try:
        return parse(text(name) or default)
    except (ValueError, ImproperlyConfigured) as error:
        # The value stays out of the sentence: it may hold a password.
        raise CannotStart(f"{name} cannot be understood: write it as {example}.") from error
