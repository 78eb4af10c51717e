# make              sets up .venv once and prints all shipped decks and scripts to output/
# make test         the tests that need nothing but Python
# make lint         style, types, floors
# make full         every test, the whole matrix of decks and layouts too
# make wheel-test   installs sdist, wheel and editable elsewhere and uses them there
# make proof        looks at the PDFs with other people's programs (installs them when root)
# make bench        how long it takes, beside others
# make schemas      schemas/ from the models and kinds
# make gallery      every kind on every size in every theme, one picture a theme, in docs/beeld
# make picture      the README's picture, from the PDFs of shipped decks
# make messages     the catalogue of what people read on screen
# make clean        back to a fresh clone
#
# Paths are relative and tools start as modules, so that a checkout may lie in a folder with spaces.

PYTHON ?= python3
BIN := .venv/bin
PY := $(BIN)/python
STAMP := .venv/set-up-done

# A test or a build speaks the language that it asks for, not the one of this shell.
unexport KAARTENSPEL_LANG LANGUAGE PYTHONPATH PYTHONHOME

.DELETE_ON_ERROR:
.PHONY: all setup test lint full wheel-test proof bench schemas gallery picture messages clean

all: $(STAMP)
	$(BIN)/kaartenspel build --output output
	$(BIN)/kaartenspel script --to pdf,docx,html,md --output output

setup: $(STAMP)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "kaartenspel needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)

test: $(STAMP)
	$(PY) -m pytest --numprocesses auto

lint: $(STAMP)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(BIN)/lint-imports --no-logo

full: $(STAMP)
	$(PY) -m pytest --numprocesses auto -m 'full or not full'

wheel-test: $(STAMP)
	$(PY) -m pytest tests/packaging

proof: $(STAMP)
	bash tools/proof-programs.sh
	$(PY) -m pytest -m 'full or not full' tests/proof

bench: $(STAMP)
	$(PY) bench/run.py

schemas: $(STAMP)
	$(PY) tools/schemas.py

gallery: $(STAMP)
	$(PY) tools/gallery.py

picture: $(STAMP)
	$(PY) tools/picture.py

messages: $(STAMP)
	$(PY) tools/messages.py

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name .gitkeep -delete
