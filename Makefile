# One place for every command; `make check` is what CI and the README run.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)

.PHONY: setup check lint types test gate corpus-lint bench docs wheel train

setup:            ## a virtual environment with everything, and a browser for the page tests
	python3 -m venv .venv
	.venv/bin/pip install --quiet --editable '.[all]'
	.ci/browser

check: lint types test gate   ## what has to be green

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

corpus-lint:      ## lengths, languages and facts of corpus/
	$(PYTHON) eval/corpus_lint.py

gate:             ## the quick quality gate: floors in eval/baseline.json
	$(PYTHON) eval/gate.py --quick

bench:            ## speed and memory, both sides in one run
	$(PYTHON) eval/bench.py

docs:             ## rewrite the generated pages (docs/cli.md)
	$(PYTHON) -m summarizer.cli.document docs/cli.md

wheel:
	$(PYTHON) -m build

train:            ## the shipped model; DATA is a folder as docs/training.md describes
	$(PYTHON) -m summarizer train models/recipes/tomtat.toml --data $(DATA)
