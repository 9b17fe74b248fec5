"""Where the database is: one server and two connections to it, the readers' with rights to views only."""

import hashlib
import hmac
from collections.abc import Iterable
from typing import Any

import psycopg
from django import db
from psycopg.conninfo import conninfo_to_dict

from newsroom.embedded.cluster import APPLICATION, DATABASE, PORT, READERS, Cluster
from newsroom.environment import CannotStart, text

OLDEST = 15
FORM = "postgres://user:password@host:5432/database"
DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
# A query that takes five seconds is no page; the rest is what the wall's role is for, and what PREPARED needs. One plan
# stands for rare and for common topics: a bitmap, which looks cheap for a few rows, would read a common one to its end
# and sort it, where a walk of the index stops with the page.
READERS_SESSION = (
    "-c search_path=readers -c default_transaction_read_only=on -c statement_timeout=5000"
    " -c plan_cache_mode=force_generic_plan -c enable_bitmapscan=off"
)
# The wall's views make plans of hundreds of lines. Each is made once on a connection, and used from the second time on.
PREPARED = {"server_side_binding": True, "prepare_threshold": 1}
# A worker has four threads. With the checks a restart of the server costs one failed request, without them up to 23.
POOL = {"min_size": 1, "max_size": 8, "timeout": 5}
# No more than threads: each connection plans for itself, and keeps its plans in memory of the server.
READERS_POOL = {**POOL, "max_size": 4}


def connections(embedded: Cluster | None, secret_key: str) -> dict[str, dict[str, Any]]:
    """Django's DATABASES."""
    default = inside(embedded, APPLICATION) if embedded else given("DATABASE_URL")
    readers = _readers(embedded, default, secret_key)
    session = f"{readers['OPTIONS'].get('options', '')} {READERS_SESSION}".strip()
    readers["OPTIONS"] = {**readers["OPTIONS"], **PREPARED, "options": session}
    mirrored = {"TEST": {"MIRROR": "default"}}
    return {"default": _pooled(default, POOL), "readers": _pooled(readers, READERS_POOL) | mirrored}


def inside(embedded: Cluster, role: str) -> dict[str, Any]:
    host = str(embedded.socket_folder)
    return {"NAME": DATABASE, "USER": role, "PASSWORD": "", "HOST": host, "PORT": PORT, "OPTIONS": {}}


def given(name: str) -> dict[str, Any]:
    """The server that a variable names, read by PostgreSQL's own parser."""
    address = _parsed(name)
    if not address.get("user") or not address.get("dbname"):
        raise CannotStart(f"{name} names no user or no database: write it as {FORM}.")
    options = {key: value for key, value in address.items() if key not in DJANGO_NAMES}
    return {ours: address.get(theirs, "") for theirs, ours in DJANGO_NAMES.items()} | {"OPTIONS": options}


def _parsed(name: str) -> dict[str, Any]:
    url = text(name)
    try:
        if url.startswith(("postgres://", "postgresql://")):
            return conninfo_to_dict(url)
    except psycopg.Error:
        pass
    # The value stays out of the sentence: it may hold a password.
    raise CannotStart(f"{name} is not the address of a PostgreSQL: write it as {FORM}.")


def _readers(embedded: Cluster | None, default: dict[str, Any], secret_key: str) -> dict[str, Any]:
    if text("READERS_DATABASE_URL"):
        return given("READERS_DATABASE_URL")
    if embedded:
        return inside(embedded, READERS)
    # The same on every host that has the key, and nothing more to configure.
    password = hmac.new(secret_key.encode(), b"readers role", hashlib.sha256).hexdigest()
    return {**default, "USER": f"{default['USER']}_readers", "PASSWORD": password}


def _pooled(address: dict[str, Any], pool: dict[str, int]) -> dict[str, Any]:
    return {
        **address,
        "ENGINE": "newsroom.postgresql",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**address["OPTIONS"], "pool": dict(pool)},
    }


def close_pools() -> None:
    ours: Iterable[Any] = db.connections.all()
    for connection in ours:
        connection.close_pool()


def reach(embedded: Cluster | None, default: dict[str, Any]) -> None:
    """Start the embedded server, or make sure that the one at DATABASE_URL answers and is new enough."""
    if embedded:
        embedded.start()
        return
    version = _version(default)
    if version < OLDEST:
        raise CannotStart(f"The server at DATABASE_URL is PostgreSQL {version}: name one that is {OLDEST} or newer.")


def connect(address: dict[str, Any], **session: Any) -> psycopg.Connection:
    """A new connection, outside Django's."""
    known = {theirs: address[ours] for theirs, ours in DJANGO_NAMES.items() if address[ours]}
    options = {key: value for key, value in address["OPTIONS"].items() if key != "pool"}
    return psycopg.connect(**{"connect_timeout": 5, **known, **options, **session})


def _version(address: dict[str, Any]) -> int:
    try:
        with connect(address) as connection:
            return connection.info.server_version // 10000
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise CannotStart(
            f"The PostgreSQL at DATABASE_URL does not answer ({reason}): start it, or correct DATABASE_URL."
        ) from error
