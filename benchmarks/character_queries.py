#!/usr/bin/env python3
# Jomun: queries of 2 to 8 characters for an index, always the same for the same index.
# Copyright (C) 2026 the Jomun developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the clauses of an index (jomun-index export) from standard input and prints lines of id<TAB>query for query_benchmark: runs of 2 to 8
characters of Han or Hangul cut from the texts, 100 `frequent` ones, which at least 90 of 100,000 clauses have, and 100 `rare` ones, which at
most 8 of 100,000 have."""

import argparse
import json
import random
import re
import sys

OF_A_KIND = 100
FREQUENT, RARE = 90 / 100_000, 8 / 100_000
RUNS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,}|[\uac00-\ud7a3]{2,}")


def count_lines(text, wanted, most):
    """How many lines have `wanted`, but not more than `most`."""
    count, at = 0, text.find(wanted)
    while at >= 0 and count < most:
        count += 1
        end = text.find("\n", at)
        at = text.find(wanted, end) if end >= 0 else -1
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phrases", action="store_true", help="put each query into quotation marks")
    quote = '"' if parser.parse_args().phrases else ""
    clauses = [json.loads(line)["text"].replace("\n", " ") for line in sys.stdin]
    text = "\n".join(clauses)
    chance = random.Random(1)
    queries = {"frequent": [], "rare": []}
    seen = set()
    while any(len(found) < OF_A_KIND for found in queries.values()):
        runs = RUNS.findall(chance.choice(clauses))
        length = chance.randint(2, 8)
        runs = [run for run in runs if len(run) >= length]
        if not runs:
            continue
        run = chance.choice(runs)
        at = chance.randint(0, len(run) - length)
        query = run[at : at + length]
        if query in seen:
            continue
        seen.add(query)
        share = count_lines(text, query, FREQUENT * len(clauses)) / len(clauses)
        kind = "frequent" if share >= FREQUENT else "rare" if share <= RARE else None
        if kind and len(queries[kind]) < OF_A_KIND:
            queries[kind].append(query)
    for kind, found in queries.items():
        for number, query in enumerate(found):
            print(f"{kind}.{number}\t{quote}{query}{quote}")


if __name__ == "__main__":
    main()
