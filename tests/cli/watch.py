#!/usr/bin/env python3
"""jomun-index watch, as users run it. Needs $JOMUN_ADD (jomun-index)."""

import os
import signal
import subprocess
import sys
import tempfile
import time

INDEX = os.environ["JOMUN_ADD"]
ACT = "Test Act\n\nArticle 1\nIt begins.\n\nArticle 2\nIt ends.\n"
failures = 0


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(content)


def listed(index):
    listing = subprocess.run([INDEX, "--index", index, "list"], capture_output=True, text=True)
    return [" ".join(line.split()[:2]) for line in listing.stdout.splitlines()]


def expect(what, function, expected):
    """Waits until it is so: how long a change takes is not what is tested."""
    global failures
    deadline = time.monotonic() + 60
    while (value := function()) != expected:
        if time.monotonic() > deadline:
            failures += 1
            print(f"FAILED: {what}: {value} instead of {expected}", file=sys.stderr)
            return
        time.sleep(0.05)


def watching(folder, index, stop):
    """The steps; `stop` is the signal that ends it."""
    texts = f"{folder}/texts"
    write(f"{texts}/a.txt", ACT)
    with open(f"{folder}/errors", "w+") as errors:
        watcher = subprocess.Popen([INDEX, "--index", index, "watch", texts], stderr=errors, stdin=subprocess.DEVNULL)

        def said():
            with open(f"{folder}/errors") as text:
                return text.read()

        expect("it begins", lambda: "watching 1 folder; stop with Ctrl-C" in said(), True)
        expect("what is there", lambda: listed(index), ["a/en 2"])
        write(f"{texts}/b.txt", ACT)
        expect("a new file", lambda: listed(index), ["a/en 2", "b/en 2"])
        write(f"{texts}/a.txt", ACT + "\nArticle 3\nIt goes on.\n")
        expect("a changed file", lambda: listed(index), ["a/en 3", "b/en 2"])
        write(f"{texts}/new/deep/c.txt", ACT)
        expect("a file in a new folder", lambda: listed(index), ["a/en 3", "b/en 2", "c/en 2"])
        os.rename(f"{texts}/new/deep/c.txt", f"{texts}/new/deep/d.txt")
        expect("a renamed file", lambda: listed(index), ["a/en 3", "b/en 2", "d/en 2"])
        os.remove(f"{texts}/b.txt")
        expect("a removed file", lambda: listed(index), ["a/en 3", "d/en 2"])
        os.rename(f"{texts}/new", f"{folder}/elsewhere")
        expect("a folder moved away", lambda: listed(index), ["a/en 3"])
        write(f"{texts}/bad.txt", "")
        expect("a bad file", lambda: "bad.txt: empty; " in said(), True)
        # Others may write between changes.
        write(f"{folder}/other/e.txt", ACT)
        added = subprocess.run([INDEX, "--index", index, "add", "--quiet", f"{folder}/other/e.txt"], capture_output=True, text=True)
        expect("another command adds", lambda: (added.returncode, added.stderr), (0, ""))
        write(f"{texts}/f.txt", ACT)
        expect("what others added stays", lambda: listed(index), ["a/en 3", "e/en 2", "f/en 2"])
        watcher.send_signal(stop)
        expect("it ends when told to", lambda: watcher.wait(timeout=60), 0)
        checked = subprocess.run([INDEX, "--index", index, "check", "--quiet"], capture_output=True, text=True)
        expect("the index is sound", lambda: (checked.returncode, checked.stderr), (0, ""))


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    for stop in (signal.SIGINT, signal.SIGTERM):
        with tempfile.TemporaryDirectory() as folder:
            watching(folder, f"{folder}/index", stop)
    with tempfile.TemporaryDirectory() as folder:
        refused = subprocess.run([INDEX, "--index", f"{folder}/index", "watch", f"{folder}/none"], capture_output=True, text=True)
        expected = f"jomun-index: {folder}/none: is no folder; give one, whose files are then indexed whenever they change\n"
        expect("a folder that is not there", lambda: (refused.returncode, refused.stderr), (2, expected))
    sys.exit(1 if failures else 0)


main()
