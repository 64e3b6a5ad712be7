# Two commands are enough: `make run` and `make test`. Each installs what it misses and says so.
#
# `run` uses the debug build: after an edit it is ready in seconds, a release build in over a
# minute. For an installed copy build with `swift build -c release`.

.PHONY: run test build lint format bench pictures fuzz load

# Options for the program, for example: make run ARGS=--plain
ARGS ?=

run:
	@scripts/run.sh $(ARGS)

test:
	@scripts/test.sh

build:
	@scripts/build.sh

lint:
	@scripts/lint.sh

format:
	@scripts/format.sh

# For some rows only: make bench ARGS="--rows 3,4"
bench:
	@scripts/bench.sh $(ARGS)

# Draws docs/pictures again from the real program.
pictures:
	@scripts/pictures.sh

# Minutes for each target, and the targets (all of them where none is named), for example:
# make fuzz MINUTES=1 TARGET="template jsonpath"
MINUTES ?= 5
TARGET ?=

fuzz:
	@scripts/fuzz.sh $(MINUTES) $(TARGET)

# 1,000 connections of one client ask the lab's server for a minute; nothing may be lost.
load:
	@scripts/load.sh $(ARGS)
