"""What `make` installs: from a lock with hashes, which agrees with the lists that people read."""

import hashlib
import re
import sys
import zipfile

import pytest

from tests.served import ROOT, environ, free_port, run_make

LISTS = ("requirements", "requirements-dev")
LOCK_AGAIN = "a list has changed and its lock has not: run make lock"


# The locks


def pinned(name):
    """The packages of a list that people read, and of those it includes, with their versions."""
    text = (ROOT / f"{name}.txt").read_text()
    included = [pinned(other) for other in re.findall(r"^-r (\S+)\.txt", text, re.M)]
    own = dict(re.findall(r"^([\w.-]+)(?:\[.*\])?==(\S+)", text.lower(), re.M))
    return own if not included else own | included[0]


def entries(name):
    """Of each package of a lock: its name, its version, and all that stands below."""
    return re.findall(r"^([\w.-]+)==([^\s;]+)(.*(?:\n +.*)*)", (ROOT / f"{name}.lock").read_text(), re.M)


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_holds_what_its_list_names(name):
    assert pinned(name).items() <= {(package, version) for package, version, _rest in entries(name)}, LOCK_AGAIN


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_holds_nothing_that_its_list_has_dropped(name):
    asked = {package for package, _version, rest in entries(name) if "-r requirements" in rest}
    assert asked == set(pinned(name)), LOCK_AGAIN


@pytest.mark.parametrize("name", LISTS)
def test_each_package_of_a_lock_has_a_hash_and_no_address(name):
    text = (ROOT / f"{name}.lock").read_text()
    assert len(entries(name)) == len(re.findall(r"^[^\s#]", text, re.M)) > 20
    assert [package for package, _version, rest in entries(name) if "--hash=sha256:" not in rest] == []
    assert not re.search(r"://|index-url|find-links", text)


def test_developers_run_what_the_paper_runs():
    ours, theirs = ({entry[:2] for entry in entries(name)} for name in LISTS)
    assert ours <= theirs, LOCK_AGAIN


# Installing, from packages made here into a folder beside


def wheel(folder, name, version, requires=""):
    """A package with nothing in it. Returns its hash."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + (
        f"Requires-Dist: {requires}\n" if requires else ""
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-{version}.dist-info/METADATA", about)
        archive.writestr(
            f"{name}-{version}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{name}-{version}.dist-info/RECORD", "")
        archive.writestr(f"{name}.py", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Place:
    """A folder with a Makefile, a list and a lock, where pip finds two packages: ink, and paper, which needs it."""

    def __init__(self, folder):
        self.folder = folder
        self.hashes = {"ink": wheel(folder, "ink", "1"), "paper": wheel(folder, "paper", "1", "ink")}
        (folder / "Makefile").symlink_to(ROOT / "Makefile")
        (folder / "requirements.txt").write_text("paper==1\n")
        # Python as it is, but what pip installs goes elsewhere.
        (folder / "venv/bin").mkdir(parents=True)
        (folder / "venv/bin/python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (folder / "venv/bin/python").chmod(0o755)

    def lock(self, *lines):
        (self.folder / "requirements.lock").write_text("".join(line.format(**self.hashes) + "\n" for line in lines))

    def make(self, **more):
        pip = {"PIP_CONFIG_FILE": "/dev/null", "PIP_TARGET": str(self.folder / "installed"), "PIP_NO_INDEX": "1"}
        given = environ(self.folder) | pip | {"PIP_FIND_LINKS": str(self.folder)} | more
        return run_make("install", "VENV=venv", f"PYTHON={sys.executable}", cwd=self.folder, env=given)

    @property
    def installed(self):
        return sorted(path.stem for path in self.folder.glob("installed/*.py"))


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


WHOLE = ("ink==1 --hash=sha256:{ink}", "paper==1 --hash=sha256:{paper}")


def test_what_is_locked_is_installed_once(place):
    place.lock(*WHOLE)
    made = place.make()
    assert (made.stdout, made.stderr, made.returncode) == ("Installing requirements.lock into venv …\n", "", 0)
    assert place.installed == ["ink", "paper"]
    assert place.make().stdout == ""
    place.lock(*WHOLE, "# anew")
    assert place.make().stdout == made.stdout


@pytest.mark.parametrize(
    "lines",
    [
        ("ink==1", "paper==1 --hash=sha256:{paper}"),
        ("ink==1 ; sys_platform == 'none' --hash=sha256:{ink}", "paper==1 --hash=sha256:{paper}"),
        ("ink==2 --hash=sha256:{ink}", "paper==1 --hash=sha256:{paper}"),
    ],
    ids=["no hash", "not for this platform", "no such version"],
)
def test_where_a_hash_is_missing_the_list_is_installed_and_it_says_so(place, lines):
    place.lock(*lines)
    made = place.make()
    assert (
        "requirements.lock lacks a hash for this Python and platform: installing from requirements.txt" in made.stdout
    )
    assert (made.stderr, made.returncode, place.installed) == ("", 0, ["ink", "paper"])
    assert place.make().stdout == ""


def test_another_hash_stops_it(place):
    place.lock(WHOLE[0], "paper==1 --hash=sha256:" + "0" * 64)
    made = place.make()
    assert "a package has another hash than requirements.lock says" in made.stderr
    assert "lacks a hash" not in made.stdout
    assert (made.returncode != 0, place.installed) == (True, [])
    # Nor is it taken for done the next time.
    assert place.make().returncode != 0


def test_an_index_that_does_not_answer_is_no_reason_to_do_without_hashes(place):
    place.lock(*WHOLE)
    nowhere = f"http://127.0.0.1:{free_port()}/"
    made = place.make(PIP_NO_INDEX="0", PIP_INDEX_URL=nowhere, PIP_FIND_LINKS="", PIP_RETRIES="1")
    assert "Retrying" in made.stderr
    assert (made.returncode != 0, "lacks a hash" in made.stdout) == (True, False)
