# make demo and make test set themselves up in .venv; they need Python 3.11 or newer; the tests of the workbench look for a Chromium.
PYTHON ?= python3
VENV ?= .venv
WORKERS ?= 2
DEMO ?= build/demo
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet
OLD := "sayso needs Python 3.11 or newer, and this is %d.%d. Name another one with: make PYTHON=python3.12" % sys.version_info[:2]

.PHONY: help demo test check shown bench clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    add the sample corpus to a ledger in $(DEMO) and look at it"
	@echo "make test    everything that CI runs: lint, types, floors, tests"
	@echo "make check   the same without the tests"
	@echo "make shown   run what README.md and docs/ show and write its output there"
	@echo "make bench   measure"
	@echo "make clean   take away what make made"

demo: $(VENV)/.core
	@BIN=$(BIN) DEMO=$(DEMO) sh tools/demo.sh

test: check
	@sh tools/browser.sh
	$(BIN)/pytest -n $(WORKERS)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

shown: $(VENV)/.dev
	$(BIN)/pytest tests/house/test_shown.py --update-shown

bench: $(VENV)/.dev
	$(BIN)/python bench/run.py

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Each stamp is older than pyproject.toml when that has changed, and is then made again.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit($(OLD) if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.core: $(VENV)/.made pyproject.toml
	$(PIP) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml
	$(PIP) --editable ".[dev]"
	@touch $@ $(VENV)/.core
