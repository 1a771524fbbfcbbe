#!/usr/bin/env python3
"""Prints the tables of README.md from what `tokenize_benchmark --benchmark_repetitions=5 --benchmark_out=FILE` wrote.

usage: tokenize_table.py FILE

MB/s are 10^6 bytes of text in a second of CPU time, the median of the repetitions. Which tokenizers are Jomun's, the default one first, is
taken from FILE too. Languages and contenders that were not measured are left out.
"""
import collections
import json
import statistics
import sys


def row(*cells):
    print("| " + " | ".join(cells) + " |")


def head(*cells):
    row(*cells)
    print("|---|" + "--:|" * (len(cells) - 1))


def three_digits(value):
    return f"{value:.{0 if value >= 99.95 else 1 if value >= 9.995 else 2}f}"


class Group:
    """The contenders that do one job."""

    def __init__(self):
        self.contenders = []
        self.rates = collections.defaultdict(dict)  # language -> contender -> MB/s

    def add(self, language, contender, rate):
        if contender not in self.contenders:
            self.contenders.append(contender)
        self.rates[language][contender] = rate

    def print_rates(self):
        self.print_table("MB/s", self.contenders, lambda rates, contender: rates[contender])

    def print_ratios(self, own, others):
        others = [other for other in self.contenders if other in others]
        if own in self.contenders and others:
            self.print_table(f"`{own}` ×", others, lambda rates, contender: rates[own] / rates[contender], needed=own)

    def print_table(self, title, contenders, value, needed=None):
        head(title, *contenders)
        for language, rates in self.rates.items():
            if needed and needed not in rates:
                continue
            cells = (three_digits(value(rates, contender)) if contender in rates else "" for contender in contenders)
            row(language, *cells)
        print()


def read(path):
    """The groups by name, the names of Jomun's tokenizers, and (coefficient of variation, benchmark) of each benchmark."""
    with open(path, encoding="utf-8") as file:
        results = json.load(file)
    groups = collections.defaultdict(Group)
    spreads = []
    # Interleaved repetitions end in any order; families are numbered in the order of registration.
    for result in sorted(results["benchmarks"], key=lambda result: result["family_index"]):
        if "error_message" in result:
            sys.exit(f"{result['name']}: {result['error_message']}")
        if result.get("aggregate_name") == "median":
            group, language, contender = result["run_name"].split("/")
            groups[group].add(language, contender, result["bytes_per_second"] / 1e6)
        elif result.get("aggregate_name") == "cv":
            spreads.append((result["cpu_time"], result["run_name"]))
    if not groups:
        sys.exit(f"{path} has no medians; give tokenize_benchmark --benchmark_repetitions=5")
    return groups, results["context"]["tokenizers"].split(), spreads


def main():
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    groups, tokenizers, spreads = read(sys.argv[1])
    default = tokenizers[0]
    own = {"tokenize": default, "document": f"{default}+xapian"}
    for name, group in groups.items():
        group.print_rates()
        if name in own:
            group.print_ratios(own[name], [other for other in group.contenders if other not in (*tokenizers, own[name])])
    if spreads:
        median, (most, where) = statistics.median(spread for spread, _ in spreads), max(spreads)
        print(f"Coefficient of variation of the repetitions: median {median:.1%}, at most {most:.1%} ({where}).")


if __name__ == "__main__":
    main()
