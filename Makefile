# Insyn: the commands for building, looking at and testing the site. `make help` lists them.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: admin site serve check fix language explain hook new report doctor docs test test-orca quick bench lint format tools prepare prepare-admin prepare-test clean distclean help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin

# Compiled once, Python starts in a fraction of the time; a computer may be set up to keep nothing.
unexport PYTHONDONTWRITEBYTECODE

# The first Python on the path that is new enough (3.11).
PYTHON = $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
  then command -v $$p; break; fi; done)

# What they say names the commands as they are run here.
site serve check fix language explain new hook report doctor docs: export INSYN_COMMAND := make

# make site BASE_URL=https://projekt.example.se   the address the site will have
# make site PREVIEW=1                             search engines are asked to stay away
# make site ADMIN=1                               with the form for editors at /admin/
# make site ADMIN=try                             the form for trying: nothing leaves the browser
BUILD = $(strip $(if $(BASE_URL),--base-url "$(BASE_URL)") $(if $(PREVIEW),--preview) $(if $(ADMIN),$(if $(filter try,$(ADMIN)),--try-admin,--admin)))

site: $(if $(ADMIN),prepare-admin,prepare) ## Build the website into public/
	@$(BIN)/insyn build $(BUILD)

serve: prepare ## Show the site in your browser; it follows your edits
	@$(BIN)/insyn serve

# make check SINCE=main                       only what has come with the changes since then
check: prepare ## Find every mistake in the content, write nothing
	@$(BIN)/insyn check $(if $(SINCE),--since "$(SINCE)")

# make fix YES=1                              mend all of it without asking
fix: prepare ## Mend what is safe to mend, when you have seen it
	@$(BIN)/insyn fix $(if $(YES),--yes)

# make language CARD=content/projects/our-work.md   one card, in all its languages
language: prepare ## See what could be said more plainly
	@$(BIN)/insyn language $(CARD)

# make explain CODE=municipality-unknown      the page of help on that code
explain: prepare ## List the codes of problems, or explain one
	@$(BIN)/insyn check --explain $(CODE)

hook: prepare ## Let git check the content at every commit
	@$(BIN)/insyn hook

# make new TITLE="A title"                    a project
# make new SHORT=1 TITLE="A title"            only the fields that must be there
# make new KIND=story TITLE="A title"         a story; or KIND=organisation, KIND=notice, KIND=word
# make new KIND=translation TITLE=content/projects/x.md    the card in English; or KIND=easy
new: prepare ## Begin a card: make new TITLE="A title"
	@$(BIN)/insyn new $(or $(KIND),project) "$(TITLE)" $(if $(SHORT),--short)

# make report REMOVING=content/projects/a-project.md   what would break if the card went
report: prepare ## See what in the content needs a review
	@$(BIN)/insyn report $(if $(REMOVING),--removing "$(REMOVING)")

doctor: prepare ## See what is installed here, what is missing and how to get it
	@$(BIN)/insyn doctor

admin: prepare-admin ## Fetch the form for editors; make site ADMIN=1 puts it on the site
	@$(BIN)/insyn admin

docs: prepare ## Bring the tables of the guides and the catalogues of texts up to date
	@$(BIN)/python generator/reference.py
	@$(BIN)/python generator/catalogues.py
	@$(BIN)/insyn editors

test: lint tools ## Run every check: style, types and all tests, with a real browser
	@$(BIN)/pytest -n auto --dist loadfile --evidence suite

# make test-orca UPDATE=1                     write the transcripts anew; read them before you keep them
test-orca: prepare-test ## Hear the site with a real screen reader (Orca; Debian)
	@$(BIN)/python tests/orca/packages.py
	@$(BIN)/pytest -q tests/orca --evidence orca $(if $(UPDATE),--update-golden)

# Only to collect the many tests of these folders takes seconds.
QUICK := --ignore tests/browser --ignore tests/accessibility --ignore tests/orca

quick: prepare-test ## Run the tests that need no browser (under half a minute)
	@$(BIN)/pytest -n auto --dist loadfile -q -m "not slow" $(QUICK)

# make bench N=3000; make bench PREVIEW=yes
bench: prepare-test ## Measure a build of 300 made-up projects: time, memory, pages, weights
	@$(BIN)/python tests/bench.py $(or $(N),300) $(if $(PREVIEW),--preview)

lint: prepare-test ## Check style and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "Some files are not formatted: run make format."; exit 1; }
	@$(BIN)/mypy --strict --no-error-summary

format: prepare-test ## Format the code and mend what can be mended by rule
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format

tools: prepare-test # The checkers and the browser that Python's index does not have
	@$(BIN)/python tests/tools.py

prepare:
	@$(if $(PYTHON),"$(PYTHON)" generator/prepare.py,echo "Insyn behöver Python 3.11 eller nyare. Insyn needs Python 3.11 or newer. Debian: apt install python3" >&2; exit 1)

prepare-admin:
	@$(if $(PYTHON),"$(PYTHON)" generator/prepare.py --extra admin,echo "Insyn behöver Python 3.11 eller nyare. Insyn needs Python 3.11 or newer. Debian: apt install python3" >&2; exit 1)

prepare-test:
	@$(if $(PYTHON),"$(PYTHON)" generator/prepare.py --extra test,echo "Insyn behöver Python 3.11 eller nyare. Insyn needs Python 3.11 or newer. Debian: apt install python3" >&2; exit 1)

clean: ## Remove the built site and all caches
	@rm -rf public build dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find generator tests -name __pycache__ -type d -not -path '*/node_modules/*' -prune -exec rm -rf {} +

distclean: clean ## Remove the installed tools as well
	@rm -rf .venv tests/node_modules

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; \
	  do printf '%-18s %s\n' "$$name" "$$text"; done
