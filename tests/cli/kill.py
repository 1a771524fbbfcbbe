#!/usr/bin/env python3
"""What becomes of an index when its writer is killed, and of readers meanwhile.

usage: kill.py KILLS [SEED]     needs $JOMUN_ADD (jomun-index) and $JOMUN_SEARCH

Every round writes all texts anew, adds them to the index, and kills the program with SIGKILL at a random moment. Then the index must be
sound, each version in it wholly old or wholly new, and all that was reported as committed there; the same command run again must complete
the work. A reader searches without pause and must never fail. At the end: two writers at once, a full disk, a folder that is read only.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

INDEX, SEARCH = os.environ["JOMUN_ADD"], os.environ["JOMUN_SEARCH"]
FILES, ARTICLES = 80, 30
failures = 0


def fail(what):
    global failures
    failures += 1
    print(f"FAILED: {what}", file=sys.stderr)


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def write_texts(folder, generation):
    os.makedirs(folder, exist_ok=True)
    for number in range(FILES):
        articles = "".join(
            f"Article {i}\nGeneration{generation} of the marker: the party {number} shall cooperate in matter {i * 7919 % 1000}, "
            f"数据安全 and 인공지능 and term{number * i}.\n\n"
            for i in range(1, ARTICLES + 1)
        )
        with open(f"{folder}/act{number:02}.txt", "w") as file:
            file.write(f"Test Act {number}\n\n{articles}")


def generations(index):
    """The generations of the clauses of each version, by name."""
    result = {}
    exported = run(INDEX, "--index", index, "export")
    if exported.returncode != 0:
        fail(f"export: {exported.stderr}")
    for line in exported.stdout.splitlines():
        clause = json.loads(line)
        generation = clause["text"].split()[0] if "text" in clause else ""
        result.setdefault(clause["work"], []).append(generation)
    return result


def check(index, when):
    checked = run(INDEX, "--index", index, "check")
    if checked.returncode != 0:
        fail(f"{when}: check: {checked.stderr}")


class Reader(threading.Thread):
    """Searches again and again, as soon as there is an index."""

    def __init__(self, index):
        super().__init__()
        self.index, self.stopped, self.searches = index, False, 0

    def run(self):
        while not self.stopped:
            if not os.path.exists(self.index + "/iamglass"):
                time.sleep(0.005)
                continue
            answer = run(SEARCH, "--index", self.index, "--expand", "none", "marker cooperate")
            if answer.returncode not in (0, 1):
                fail(f"a reader: {answer.stderr}")
            self.searches += 1

    def stop(self):
        self.stopped = True
        self.join()


def add_command(index, texts):
    return [INDEX, "--index", index, "add", "--memory", "1M", texts]


def kill_rounds(folder, kills):
    index, texts = f"{folder}/index", f"{folder}/texts"
    write_texts(texts, 0)
    begin = time.monotonic()
    if run(*add_command(index, texts)).returncode != 0:
        fail("the first run")
    duration = time.monotonic() - begin
    killed = committed_lines = 0
    for generation in range(1, kills + 1):
        if generation % 4 == 0:  # one that is just being made
            subprocess.run(["rm", "-rf", index], check=True)
        write_texts(texts, generation)
        reader = Reader(index)
        reader.start()
        with open(f"{folder}/errors", "w+") as errors:
            writer = subprocess.Popen(add_command(index, texts), stderr=errors, stdin=subprocess.DEVNULL)
            time.sleep(random.uniform(0, duration * 1.1))
            writer.kill()
            killed += writer.wait() != 0
            errors.seek(0)
            reported = [line.split() for line in errors if line.endswith(" files committed\n")]
        reader.stop()
        when = f"round {generation}"
        if os.path.exists(index + "/iamglass"):
            check(index, when)
            found = generations(index)
            for work, of_clauses in found.items():
                if len(set(of_clauses)) != 1 or len(of_clauses) != ARTICLES:
                    fail(f"{when}: {work} is neither old nor new: {of_clauses}")
            for number in range(int(reported[-1][1]) if reported else 0):
                if found.get(f"act{number:02}", [""])[0] != f"Generation{generation}":
                    fail(f"{when}: act{number:02} was reported as committed and is not there")
            committed_lines += len(reported)
        elif reported:
            fail(f"{when}: something was reported as committed and there is no index")
        again = run(*add_command(index, texts))
        if again.returncode != 0:
            fail(f"{when}: the same command again: {again.stderr}")
        check(index, f"{when}, run again")
        expected = {f"act{number:02}": [f"Generation{generation}"] * ARTICLES for number in range(FILES)}
        if generations(index) != expected:
            fail(f"{when}: the same command again did not complete the work")
    print(f"{kills} rounds, {killed} killed, {committed_lines} commits before a kill, a run takes {duration:.2f} s")
    if kills >= 50 and (killed == 0 or committed_lines == 0):
        fail("no kill came between commits: the texts are too few or the rounds")


def two_writers(folder):
    """Either may be first; the other is told why it has to wait."""
    index, texts = f"{folder}/two", f"{folder}/texts"
    message = f"jomun-index: {index}: another program is writing to it; wait until it has ended\n"
    outcomes = []
    with open(f"{folder}/errors", "w+") as errors:
        first = subprocess.Popen(add_command(index, texts) + ["--again", "--quiet"], stderr=errors, stdin=subprocess.DEVNULL)
        while first.poll() is None:
            second = run(*add_command(index, texts), "--again", "--quiet")
            outcomes.append((second.returncode, second.stderr))
        errors.seek(0)
        outcomes.append((first.returncode, errors.read()))
    if not set(outcomes) <= {(0, ""), (2, message)} or (2, message) not in outcomes or (0, "") not in outcomes:
        fail(f"two writers: {outcomes}")
    check(index, "two writers")
    if len(generations(index)) != FILES:
        fail("two writers: not all files are there")


def in_a_mount(script):
    """Runs a shell script that may mount; None where this user cannot."""
    unshare = ["unshare", "--user", "--map-root-user", "--mount"]
    try:
        if run(*unshare, "true").returncode != 0:
            unshare = ["unshare", "--mount"]
            if run(*unshare, "true").returncode != 0:
                return None
    except FileNotFoundError:
        return None
    return run(*unshare, "bash", "-c", script)


def full_disk(folder):
    disk, texts = f"{folder}/disk", f"{folder}/texts"
    os.makedirs(disk)
    result = in_a_mount(
        f"mount -t tmpfs -o size=3m none {disk} || exit 77; "
        f"'{INDEX}' --index {disk}/index add --quiet {texts}/act00.txt || exit 1; "
        f"head -c 2300k /dev/zero >{disk}/filler; "
        f"'{INDEX}' --index {disk}/index add --quiet {texts} && exit 2; "
        f"'{INDEX}' --index {disk}/index check --quiet || exit 3; "
        f"'{INDEX}' --index {disk}/index list | grep -q act00/en || exit 4; "
        f"rm {disk}/filler; mount -o remount,size=200m {disk}; "
        f"'{INDEX}' --index {disk}/index add --quiet {texts} || exit 5; "
        f"'{INDEX}' --index {disk}/index check --quiet || exit 6; [[ $('{INDEX}' --index {disk}/index list | wc -l) == {FILES} ]]"
    )
    if result is None or result.returncode == 77:
        print("full disk: skipped, this user may not mount")
    elif result.returncode != 0:
        fail(f"full disk: step {result.returncode}: {result.stderr}")
    elif "look for a full disk" not in result.stderr:
        fail(f"full disk: the message is {result.stderr}")


def read_only_folder(folder):
    disk, texts = f"{folder}/read-only", f"{folder}/texts"
    os.makedirs(disk)
    run(INDEX, "--index", f"{disk}/index", "add", "--quiet", f"{texts}/act00.txt")
    result = in_a_mount(
        f"mount --bind {disk} {disk} && mount -o remount,bind,ro {disk} || exit 77; "
        f"'{INDEX}' --index {disk}/index add --quiet {texts}; [[ $? == 2 ]] || exit 1; "
        f"'{INDEX}' --index {disk}/new add --quiet {texts}; [[ $? == 2 ]] || exit 2; "
        f"'{SEARCH}' --index {disk}/index --expand none marker >/dev/null || exit 3"
    )
    if result is None or result.returncode == 77:
        print("read-only folder: skipped, this user may not mount")
    elif result.returncode != 0:
        fail(f"read-only folder: step {result.returncode}: {result.stderr}")
    elif result.stderr.count("give a folder that you may write to") != 2 or result.stderr.count("\n") != 2:
        fail(f"read-only folder: the messages are {result.stderr}")


def main():
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    random.seed(seed)
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_DATA_HOME=f"{folder}/data", LC_ALL="C.UTF-8")
        os.environ.pop("JOMUN_INDEX", None)
        kill_rounds(folder, int(sys.argv[1]))
        two_writers(folder)
        full_disk(folder)
        read_only_folder(folder)
    sys.exit(1 if failures else 0)


main()
