# `make demo` shows the main job on sample reports, `make test` runs every check, `make docs` builds the documentation as a
# site into build/docs (the tests build it, too). Each sets up .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check docs clean

demo: $(VENV)/ready
	@$(BIN)/onrecord demo

test: check
	$(BIN)/pytest

docs: $(VENV)/ready
	$(BIN)/python -m sphinx -n -W --keep-going -q -b html docs build/docs
	@echo build/docs/index.html

check: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
