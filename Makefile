# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# What people type.  What it stands on: CMakePresets.json (builds), tools/setup (packages), tools/check (lint).
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test check check-sanitize bench build install package
MAKEFLAGS += --no-print-directory --no-builtin-rules

EXAMPLE := examples/global-report-2013
INVENTED := examples/demo-network
PROGRAM := build/release/bin/commonground

help:
	@echo 'make demo            install what is missing, build, write the reports of both examples'
	@echo 'make test            install what is missing, build, run every test (the browser tests too)'
	@echo 'make check           layout, licences, words, build, fast tests, lint of what changed: before every commit'
	@echo 'make check-sanitize  every test under AddressSanitizer and UndefinedBehaviorSanitizer'
	@echo 'make bench           benchmarks; the figures are explained in docs/performance.md'
	@echo 'make install         build, then install below PREFIX (/usr/local; DESTDIR is put before it)'
	@echo 'make package         build, then write build/release/commonground_*.deb'
	@echo 'Debian 12 is what they are made for; packages are installed with apt-get (sudo when you are not root).'

demo:
	@tools/setup demo
	@echo 'demo: building (4 to 8 minutes the first time)'
	@cmake --preset release >build/configure.log || { tail -n 20 build/configure.log; exit 1; }
	@cmake --build --preset release --target commonground commonground-parser commonground-scanner
	@$(PROGRAM) report $(EXAMPLE) -o report
	@echo 'demo: an invented network, from Word files, PDFs, scans and photographs'
	@$(PROGRAM) report $(INVENTED) -o report-demo-network
	@echo 'demo: to work on it in a browser:  $(PROGRAM) serve $(INVENTED)'

# The tests run against the build that people run, so that after `make demo` only the tests are left to build.
test:
	@tools/setup demo test
	@echo 'test: building (8 to 12 minutes the first time)'
	@cmake --preset release >build/configure.log || { tail -n 20 build/configure.log; exit 1; }
	@cmake --build --preset release
	@ctest --preset release

PREFIX ?= /usr/local
build:
	@cmake --preset release >build/configure.log || { tail -n 20 build/configure.log; exit 1; }
	@cmake --build --preset release --target commonground commonground-parser commonground-scanner

install:
	@tools/setup demo
	@$(MAKE) build
	@cmake --install build/release --prefix $(PREFIX)

package:
	@tools/setup demo package
	@$(MAKE) build
	@cd build/release && cpack -G DEB

check:
	@tools/setup demo check
	@tools/check

check-sanitize:
	@tools/setup demo test
	@cmake --preset sanitize >build/configure.log || { tail -n 20 build/configure.log; exit 1; }
	@cmake --build --preset sanitize
	@ctest --preset sanitize

bench:
	@tools/setup demo bench
	@cmake --preset bench >build/configure.log || { tail -n 20 build/configure.log; exit 1; }
	@cmake --build --preset bench
	@bench/run
