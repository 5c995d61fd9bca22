# `make run` and `make test` are enough on a fresh machine. The rest is for those who change Reststop.
PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
LONG_SUITES := tests/faults tests/bench

.DEFAULT_GOAL := help
.PHONY: help run chat server test check faults bench guards lock trust clean python venv venv-chat venv-server dev

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: venv ## Start Reststop (here in the terminal, when no chat token is set)
	@$(BIN)/reststop run $(ARGS)

chat: venv-chat ## Start Reststop with the libraries for Slack and Discord, where tokens are set
	@$(BIN)/reststop run $(ARGS)

server: venv-server ## Start Reststop with all that several processes on PostgreSQL need (docs/operations.md)
	@$(BIN)/reststop run $(ARGS)

# To compile the tests takes each worker ten seconds: it is done once, and `make clean` removes what came of it.
test faults: export PYTHONDONTWRITEBYTECODE =

test: dev ## Run the tests (ARGS="-k quiet" picks some)
	$(BIN)/python -m pytest -n auto --dist worksteal --part=short $(addprefix --ignore=,$(LONG_SUITES)) $(ARGS)

check: dev ## Check style, types, imports, content, locks and licences
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/reststop content check
	$(BIN)/python -m tools.check_lock
	$(BIN)/python -m tools.check_licences

faults: dev ## Run the long suite that kills, delays and repeats things, and draws more
	$(BIN)/python -m pytest -n auto --dist worksteal --part=long --ignore=tests/bench $(ARGS)

bench: dev ## Measure how fast the busy paths are
	@$(BIN)/python -m tests.bench $(ARGS)

guards: dev ## Measure the two guards (ARGS="--held --errors 20", or ARGS=--markdown for docs/guards.md)
	@$(BIN)/python -m tools.measure_guards $(ARGS)

lock: python ## Write the locks again from pyproject.toml (ARGS=--upgrade for newer versions)
	@$(PYTHON) -m tools.make_locks $(ARGS)

trust: dev ## Write what of docs/trust is made from the code and the locks
	$(BIN)/python -m tools.make_trust

clean: ## Remove what make made here; notes and keys are elsewhere and stay
	rm -rf .venv .tools build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find adapters bot tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

venv: python
	@$(PYTHON) -m tools.make_venv run

venv-chat: python
	@$(PYTHON) -m tools.make_venv chat

venv-server: python
	@$(PYTHON) -m tools.make_venv server

dev: python
	@$(PYTHON) -m tools.make_venv dev

python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Reststop needs Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Reststop needs Python 3.11 or newer, and $(PYTHON) is %d.%d. Another one can be named: make run PYTHON=python3.12" % sys.version_info[:2])'
