# What a person does with Newsroom. Each target does all its own set-up.

PORT ?= 8000
# 1: a trial over plain HTTP, with the demo's stories and logins. 0: as in production, behind a proxy that ends TLS.
DEMO ?= 1
# More for pytest, as in make test ARGS="-k wall".
ARGS ?=
VENV ?= .venv
# The first of these that is new enough.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python $(NEW_ENOUGH) 2>/dev/null && echo $$python && break; done)
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
BIN := $(VENV)/bin
LONGEST_MODULE := 300

.PHONY: run test prove check

run: install
	@DEMO=$(DEMO) PORT=$(PORT) exec $(BIN)/python -m newsroom.launch

# Each of two workers takes a stretch, so that what a file loads once is loaded once, and helps the other with what is left.
test: install-dev
	@exec $(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

# The long proofs: crashes, races, fuzzing, clocks. A sample of each, in a quarter of an hour at most, the same for the same
# seed: make prove SEED=7. Everything, by hand, with a table of what was tried: make prove FULL=1
prove: install-dev
	@exec $(BIN)/python -m pytest -n 2 --dist worksteal -m prove $(ARGS)

# Silent when all is well.
check: install-dev
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(call quietly,$(BIN)/mypy)
	@$(call quietly,$(BIN)/lint-imports)
	@$(call quietly,$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING)
	@$(call quietly,$(TESTING) $(BIN)/python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run)
	@find . -name '*.py' -not -path '*/.*' -not -path './var/*' -not -path '*/migrations/*' -exec wc -l {} + \
		| awk '$$2 != "total" && $$1 > $(LONGEST_MODULE) { print $$2 " has " $$1 " lines: $(LONGEST_MODULE) is the most."; long = 1 } END { exit long }'

# An address where nobody answers: none of these asks a database for more than it can do without.
NOWHERE := DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing
TESTING := $(NOWHERE) DJANGO_SETTINGS_MODULE=tests.settings
PRODUCTION := env -u DEBUG -u DEMO -u READERS_DATABASE_URL $(NOWHERE) DJANGO_SETTINGS_MODULE=newsroom.settings \
	ALLOWED_HOSTS=paper.example SECRET_KEY=only-to-check-the-settings-with-and-never-to-sign-anything

quietly = said=$$($(1) 2>&1) || { echo "$$said"; exit 1; }

# What is installed has the hash that its lock gives it: make lock writes the locks from the readable lists, for each Python
# from 3.11 on and each platform at once. The virtual environment keeps a copy of each list and lock that was installed into it:
# while they agree, there is nothing to do.

.PHONY: install install-dev

install: list := requirements
install-dev: list := requirements-dev
install: lists := requirements.txt requirements.lock
install-dev: lists := requirements.txt requirements.lock requirements-dev.txt requirements-dev.lock
install install-dev:
	@for list in $(lists); do cmp -s $$list $(VENV)/$$list || missing=1; done; \
	[ -z "$$missing" ] && $(BIN)/python -c 'import django, psycopg' 2>/dev/null && exit; \
	"$(PYTHON)" $(NEW_ENOUGH) 2>/dev/null || { echo "$(TOO_OLD)" >&2; exit 1; }; \
	"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { echo "$(NO_VENV)" >&2; exit 1; }; \
	$(BIN)/python -m pip --version >/dev/null 2>&1 || \
		{ echo "Making $(VENV) …" && "$(PYTHON)" -m venv --clear $(VENV); } || exit; \
	echo "Installing $(list).lock into $(VENV) …"; \
	said=$$($(PIP_INSTALL) --require-hashes -r $(list).lock 2>&1) || case "$$said" in \
		*"DO NOT MATCH THE HASHES"*) printf '%s\n' "$$said" "$(OTHER_HASH)" >&2; exit 1;; \
		*"Retrying ("*) printf '%s\n' "$$said" >&2; exit 1;; \
		*"Hashes are required"*|*"must have their versions pinned"*|*"No matching distribution"*) \
			echo "$(NO_HASH)"; $(PIP_INSTALL) -q -r $(list).txt || exit;; \
		*) printf '%s\n' "$$said" >&2; exit 1;; \
	esac; \
	cp $(lists) $(VENV)/

PIP_INSTALL = $(BIN)/python -m pip install -q --disable-pip-version-check

TOO_OLD := Newsroom needs Python 3.11 or newer: install it, or name one, as in make run PYTHON=/path/to/python3.
NO_VENV := Newsroom needs Python’s venv module: install it (on Debian and Ubuntu, apt install python3-venv).
NO_HASH = $(list).lock lacks a hash for this Python and platform: installing from $(list).txt, without hashes …
OTHER_HASH = Nothing is installed: a package has another hash than $(list).lock says, so somebody may have changed it on its way.

.PHONY: lock

# Writes the locks anew after a change of a list. The newest of what the lists leave open, too: make lock ARGS=--upgrade
lock: install-dev
	@$(LOCK) -o requirements.lock requirements.txt $(ARGS)
	@$(LOCK) -o requirements-dev.lock -c requirements.lock requirements-dev.txt $(ARGS)

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

.PHONY: bench

# What readers' pages cost beside a bare Django view, in the demo and in an archive (docs/performance.md). More stories:
# make bench ARGS=100000. What the desk's take, its ledger and its comparing of evidence: make bench ARGS=desk
bench: install-dev
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m benchmarks $(ARGS)

.PHONY: messages

# What the interface says, gathered for the Arabic catalogue, which is then to be filled; and the catalogues compiled. Needs gettext. The English
# one is short and written by hand: what Django says of itself, said as a desk does.
messages: install-dev
	@$(TESTING) $(BIN)/python -m django makemessages --locale ar
	@cd locale && for name in ar/LC_MESSAGES/django ar/LC_MESSAGES/djangojs en/LC_MESSAGES/django; do msgfmt --check-format --output-file=$$name.mo $$name.po || exit; done

.PHONY: screenshots

# Each kind of page, both editions and the desk, at three widths, light, dark and on paper, into var/screenshots/. The four that
# README opens with: make screenshots ARGS=--pictures. One kind of page alone: make screenshots ARGS=story
# With clocks that stand, so that two sets can be compared: make screenshots ARGS="--at 2026-11-29T17:00 --into before"
screenshots: install-dev
	@$(BIN)/python -m screenshots $(ARGS)

.PHONY: guide

# The pictures of the editor's guide, docs/desk.md and docs/desk.ar.md, in the language of each.
guide: install-dev
	@$(BIN)/python -m screenshots --guide
