#!/usr/bin/env python3
"""Prints the tables of README.md from what `tokenize_benchmark --benchmark_repetitions=5 --benchmark_out=FILE` wrote.

usage: tokenize_table.py FILE
"""
import collections
import json
import sys

SPLITTERS = ("jomun-1", "cjk-bigram-1", "hangul-syllable-1", "latin-word-1", "icu-word", "naive-bigram")
BUILDERS = ("jomun-1+xapian", "xapian-ngram")


def row(*cells):
    print("| " + " | ".join(cells) + " |")


def head(*cells):
    row(*cells)
    print("|---|" + "--:|" * (len(cells) - 1))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        results = json.load(file)
    rates = collections.defaultdict(dict)  # language -> contender -> megabytes (10^6) a second, median
    for result in results["benchmarks"]:
        if "error_message" in result:
            sys.exit(f"{result['name']}: {result['error_message']}")
        if result.get("aggregate_name") == "median":
            _, language, contender = result["run_name"].split("/")
            rates[language][contender] = result["bytes_per_second"] / 1e6

    head("MB/s", *SPLITTERS, "of naive", "× ICU")
    for language, rate in sorted(rates.items()):
        row(language, *(f"{rate[name]:.0f}" for name in SPLITTERS), f"{rate['jomun-1'] / rate['naive-bigram']:.2f}", f"{rate['jomun-1'] / rate['icu-word']:.1f}")
    print()
    head("MB/s", *BUILDERS, "× Xapian")
    for language, rate in sorted(rates.items()):
        row(language, *(f"{rate[name]:.1f}" for name in BUILDERS), f"{rate['jomun-1+xapian'] / rate['xapian-ngram']:.1f}")


if __name__ == "__main__":
    main()
