"""The PostgreSQL that comes with the requirements: it starts, wherever it is put and whatever happened before."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from newsroom import databases
from newsroom.embedded import unprivileged
from newsroom.embedded.cluster import APPLICATION, DATABASE, READERS, SUPERUSER, Cluster
from newsroom.embedded.unprivileged import Runner
from newsroom.environment import CannotStart
from tests.proofs import tries

ROOT = Path(__file__).resolve().parents[2]
START = "import pathlib, sys; from newsroom.embedded.cluster import Cluster; Cluster(pathlib.Path(sys.argv[1])).start()"


@contextmanager
def serving(cluster):
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(Cluster(tmp_path_factory.mktemp("embedded") / "postgres", durable=False)) as cluster:
        yield cluster


@pytest.fixture
def cluster(tmp_path):
    """A cluster that is not started yet."""
    cluster = Cluster(tmp_path / "postgres", durable=False)
    yield cluster
    cluster.stop()


def connect(cluster, role=APPLICATION):
    return databases.connect(databases.inside(cluster, role), autocommit=True)


def ask(cluster, question, role=APPLICATION):
    with connect(cluster, role) as connection:
        return connection.execute(question).fetchone()[0]


def tell(cluster, statement):
    with connect(cluster) as connection:
        connection.execute(statement)


def deep(folder):
    return folder.joinpath(*["a-folder-within-another"] * 5, "postgres")


def postmaster(cluster):
    return int((cluster.folder / "postmaster.pid").read_text().split()[0])


def processes(cluster):
    """The server and all that it has started."""
    places = {path.parent: read_link(path) for path in Path("/proc").glob("[0-9]*/cwd")}
    return [int(process.name) for process, place in places.items() if place == str(cluster.folder)]


def read_link(path):
    try:
        return os.readlink(path)
    except OSError:
        return None


# A server


def test_a_started_server_is_an_18_that_speaks_utf_8(server):
    assert ask(server, "SHOW server_version").startswith("18.")
    assert ask(server, "SHOW server_encoding") == "UTF8"
    assert ask(server, "SELECT datcollate FROM pg_database WHERE datname = current_database()") == "C.UTF-8"


def test_the_application_owns_its_database_and_is_no_superuser(server):
    powers = "SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert ask(server, powers) is False
    assert ask(server, f"SELECT datdba::regrole::text FROM pg_database WHERE datname = '{DATABASE}'") == APPLICATION


def test_the_readers_role_can_log_in_and_make_nothing(server):
    assert ask(server, "SELECT current_user", READERS) == READERS
    with connect(server, READERS) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("CREATE TABLE anything ()")


def test_it_listens_to_no_network(server):
    assert ask(server, "SHOW listen_addresses") == ""


def test_its_socket_is_in_a_folder_closed_to_others(server):
    assert server.socket_folder.stat().st_mode & 0o777 == 0o700


def test_what_a_refused_row_says_stays_out_of_the_log(server):
    with connect(server) as connection:
        connection.execute("CREATE TABLE told (word text CHECK (word <> 'zanzibar'), number int)")
        with pytest.raises(psycopg.errors.CheckViolation, match="zanzibar"):
            connection.execute("INSERT INTO told VALUES (%s)", ["zanzibar"])
        with pytest.raises(psycopg.errors.InvalidTextRepresentation, match="zanzibar"):
            connection.execute("SELECT 'zanzibar'::int")
    assert "zanzibar" not in server.log.read_text()


# Starting


def test_starting_a_server_that_runs_changes_nothing(server):
    before = postmaster(server)
    server.start()
    assert postmaster(server) == before


def test_several_starters_at_once_get_one_server(cluster):
    starters = [subprocess.Popen([sys.executable, "-c", START, cluster.folder], cwd=ROOT) for _ in range(4)]
    assert [starter.wait(300) for starter in starters] == [0, 0, 0, 0]
    assert ask(cluster, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'newsroom%'") == 2


def test_a_path_too_long_for_a_socket_gets_a_short_folder_for_it(tmp_path):
    with serving(Cluster(deep(tmp_path), durable=False)) as cluster:
        assert cluster.socket_folder.parent == Path("/tmp")
        assert ask(cluster, "SELECT 1") == 1
    assert not cluster.socket_folder.exists()


def test_a_path_that_would_confuse_a_shell_or_a_connection_works(tmp_path):
    with serving(Cluster(tmp_path / 'Bob\'s "$HOME", `x` «ورق»' / "postgres", durable=False)) as cluster:
        assert ask(cluster, "SELECT 1") == 1


def test_a_start_that_was_killed_half_way_is_made_good(cluster):
    draft = cluster.folder.with_name("postgres.new")
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18")
    cluster.start()
    assert cluster.answers()


def test_settings_for_another_server_in_the_environment_change_nothing(cluster, monkeypatch):
    for name, value in {"PGPORT": "5999", "PGDATA": "/nowhere", "PGHOST": "nowhere.invalid", "PGUSER": "me"}.items():
        monkeypatch.setenv(name, value)
    cluster.start()
    assert ask(cluster, "SHOW port") == "5432"


def test_a_process_number_that_now_is_someone_elses_does_not_stop_a_start(cluster):
    cluster.start()
    cluster.stop()
    with subprocess.Popen(["sleep", "60"]) as stranger:
        (cluster.folder / "postmaster.pid").write_text(f"{stranger.pid}\n{cluster.folder}\n1\n5432\n\n\n\n")
        cluster.stop()
        cluster.start()
        assert stranger.poll() is None
        stranger.kill()


def test_stopping_what_does_not_run_does_nothing(cluster):
    cluster.folder.parent.mkdir(exist_ok=True)
    cluster.stop()
    assert not cluster.answers()


# One sentence


def refusal(call, *arguments):
    with pytest.raises(CannotStart) as caught:
        call(*arguments)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_folder_of_someone_else_is_refused(tmp_path):
    someone = Runner((), os.geteuid() + 1, os.getegid())
    assert "belongs to" in refusal(unprivileged.private, tmp_path, someone)


def test_a_folder_open_to_others_is_refused(cluster):
    cluster.folder.mkdir()
    cluster.folder.chmod(0o755)
    assert "chmod 700" in refusal(cluster.start)


def test_a_link_laid_where_the_short_folder_should_be_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    ourselves = Runner((), os.geteuid(), os.getegid())
    assert "belongs to" in refusal(unprivileged.private, tmp_path / "link", ourselves)


def test_a_folder_with_other_things_in_it_is_left_alone(cluster):
    cluster.folder.mkdir(mode=0o700)
    (cluster.folder / "letters").write_text("dear editor")
    assert "no database" in refusal(cluster.start)
    assert (cluster.folder / "letters").read_text() == "dear editor"


def test_data_of_another_version_is_refused(cluster):
    cluster.folder.mkdir(mode=0o700)
    (cluster.folder / "PG_VERSION").write_text("16\n")
    assert "PostgreSQL 16" in refusal(cluster.start)


def test_a_server_that_cannot_start_says_why_at_once(cluster, monkeypatch):
    cluster.start()
    cluster.stop()
    (cluster.folder / "global" / "pg_control").write_bytes(b"")
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail("It waits for what does not pass."))
    assert "pg_control" in refusal(cluster.start)


def test_root_without_any_way_to_step_down_is_told_so(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(unprivileged, "_runs", lambda command: False)
    assert "ordinary user" in refusal(unprivileged.runner.__wrapped__, Path("postgres"))


def test_root_tries_a_namespace_first_and_a_system_user_next(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(unprivileged, "_runs", lambda command: command[0] == "setpriv")
    assert unprivileged.runner.__wrapped__(Path("postgres")).prefix[0] == "setpriv"


# Crashes


def kill(numbers):
    for number in numbers:
        os.kill(number, signal.SIGKILL)


def write_until_it_dies(cluster, victims):
    """Each number that was acknowledged, while the given processes are killed in the middle of it."""
    acknowledged = []
    with pytest.raises(psycopg.OperationalError), connect(cluster) as connection:
        for number in range(1_000_000):
            connection.execute("INSERT INTO kept VALUES (%s)", [number])
            acknowledged.append(number)
            if number == 200:
                kill(victims(cluster))
    return acknowledged


@pytest.mark.prove
@pytest.mark.parametrize("victims", [lambda cluster: [postmaster(cluster)], processes], ids=["postmaster", "all"])
def test_after_a_kill_the_next_start_has_all_that_was_acknowledged(tmp_path, victims, proof):
    with serving(Cluster(tmp_path / "postgres")) as cluster:
        assert ask(cluster, "SHOW fsync") == "on"

        def crash(_number):
            tell(cluster, "CREATE TABLE IF NOT EXISTS kept (number int); TRUNCATE kept")
            acknowledged = write_until_it_dies(cluster, victims)
            cluster.start()
            assert ask(cluster, "SELECT count(*) FROM kept") >= len(acknowledged) > 200

        proof.hold(crash, range(tries(sample=2, full=5)))


@pytest.mark.prove
def test_backends_that_outlive_their_postmaster_are_waited_for(cluster, tmp_path):
    was_let_go = tmp_path / "let go"
    cluster.start()
    with connect(cluster, SUPERUSER) as busy:
        backend = busy.info.backend_pid
        os.kill(backend, signal.SIGSTOP)
        kill([postmaster(cluster)])
        waker = subprocess.Popen(["sh", "-c", f"sleep 4; touch '{was_let_go}'; kill -CONT {backend}"])
        cluster.start()
        assert was_let_go.exists()
        waker.wait()
    assert ask(cluster, "SELECT 1") == 1


@pytest.mark.prove
def test_a_folder_deleted_under_its_server_is_made_anew(tmp_path):
    (cluster := Cluster(deep(tmp_path), durable=False)).start()
    tell(cluster, "CREATE TABLE lost ()")
    while cluster.folder.exists():  # The server that still runs may be writing into it meanwhile.
        shutil.rmtree(cluster.folder, ignore_errors=True)
    with serving(cluster):
        assert ask(cluster, "SELECT to_regclass('lost')") is None
