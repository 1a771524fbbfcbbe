#!/usr/bin/env python3
"""What becomes of an index when its writer is killed, and of readers meanwhile.

usage: kill.py KILLS [SEED]     needs $JOMUN_ADD (jomun-index) and $JOMUN_SEARCH

Every round writes all texts anew, adds them to the index, and kills the program with SIGKILL at a random moment. Then the index must be
sound, each version in it wholly old or wholly new, and all that was reported as committed there; the same command run again must complete
the work. In every second round the index is written anew as a whole: then it must be as it was before or as it would be after, and what is
left beside it must go with the next run, whoever writes then. The same for compact. A reader searches without pause and must never fail.
At the end: two writers at once, a full disk, a folder that is read only, and one beside which nothing can be written.
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


def add_command(index, texts, writer="api"):
    return [INDEX, "--index", index, "add", "--memory", "1M", "--writer", writer, texts]


def beside(index):
    """What a writer has beside the index, or has left there."""
    return sorted(name for name in os.listdir(os.path.dirname(index)) if name.startswith(os.path.basename(index) + "."))


def duration_of(command):
    begin = time.monotonic()
    done = run(*command)
    if done.returncode != 0:
        fail(f"{command}: {done.stderr}")
    return time.monotonic() - begin


def kill_rounds(folder, kills):
    index, texts = f"{folder}/index", f"{folder}/texts"
    write_texts(texts, 0)
    durations = {}
    for writer in ("api", "bulk"):
        durations[writer] = duration_of(add_command(index, texts, writer) + ["--again"])
    killed = committed_lines = 0
    of_bulk = {"before": 0, "after": 0, "left": 0}
    for generation in range(1, kills + 1):
        how = "bulk" if generation % 2 else "api"
        before = generation - 1
        if generation % 8 in (0, 1):  # one that is just being made
            before = None
            subprocess.run(["rm", "-rf", index], check=True)
        write_texts(texts, generation)
        reader = Reader(index)
        reader.start()
        with open(f"{folder}/errors", "w+") as errors:
            writer = subprocess.Popen(add_command(index, texts, how), stderr=errors, stdin=subprocess.DEVNULL)
            time.sleep(random.uniform(0, durations[how] * 1.1))
            writer.kill()
            killed += writer.wait() != 0
            errors.seek(0)
            reported = [line.split() for line in errors if line.endswith(" files committed\n")]
        reader.stop()
        when = f"round {generation}, {how}"
        left = beside(index)
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
            if how == "bulk":
                states = {of_clauses[0] for of_clauses in found.values()}
                if len(found) not in ((FILES,) if before is not None else (0, FILES)) or len(states) > 1:
                    fail(f"{when}: {len(found)} works of the states {states}")
                of_bulk["after" if states == {f"Generation{generation}"} else "before"] += 1
                of_bulk["left"] += f"{os.path.basename(index)}.building" in left
        elif reported:
            fail(f"{when}: something was reported as committed and there is no index")
        again = run(*add_command(index, texts, random.choice(("api", "bulk", "auto"))))
        if again.returncode != 0:
            fail(f"{when}: the same command again: {again.stderr}")
        check(index, f"{when}, run again")
        if beside(index):
            fail(f"{when}: run again, and there is still {beside(index)}")
        expected = {f"act{number:02}": [f"Generation{generation}"] * ARTICLES for number in range(FILES)}
        if generations(index) != expected:
            fail(f"{when}: the same command again did not complete the work")
    print(f"{kills} rounds, {killed} killed, {committed_lines} commits before a kill, runs take {durations} s, written anew: {of_bulk}")
    if kills >= 50 and (killed == 0 or committed_lines == 0):
        fail("no kill came between commits: the texts are too few or the rounds")
    if kills >= 50 and 0 in of_bulk.values():
        fail("no kill came where the index is written anew: the texts are too few or the rounds")


def kill_compact(folder, kills):
    """Nothing may change, whenever it is killed."""
    index = f"{folder}/index"
    compact = [INDEX, "--index", index, "compact"]
    before = generations(index)
    duration = duration_of(compact)
    for number in range(kills):
        reader = Reader(index)
        reader.start()
        program = subprocess.Popen(compact, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        time.sleep(random.uniform(0, duration * 1.1))
        program.kill()
        program.wait()
        reader.stop()
        check(index, f"compact {number}")
        if generations(index) != before:
            fail(f"compact {number}: the index has changed")
    duration_of(compact)
    if beside(index):
        fail(f"compact: there is still {beside(index)}")


def kill_first_removal(folder, kills):
    """Lists of terms are made before the first clause goes: what was there stays, or what should go has gone."""
    index, whole = f"{folder}/index", f"{folder}/whole"
    duration_of([INDEX, "--index", index, "compact"])
    subprocess.run(["cp", "-r", index, whole], check=True)
    before = generations(index)
    remove = [INDEX, "--index", index, "remove", "act01"]
    duration = duration_of(remove)
    after = generations(index)
    if before.keys() - after.keys() != {"act01"}:
        fail("remove: not that one has gone")
    outcomes = {"before": 0, "after": 0, "left": 0}
    for number in range(kills):
        when = f"removal {number}"
        # As a writer does it: a reader never sees half of it.
        subprocess.run(f"rm -rf '{index}'; cp -r '{whole}' '{index}.copy' && mv '{index}.copy' '{index}'", shell=True, check=True)
        reader = Reader(index)
        reader.start()
        program = subprocess.Popen(remove, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        time.sleep(random.uniform(0, duration * 3))  # the reader takes time too
        program.kill()
        program.wait()
        reader.stop()
        outcomes["left"] += f"{os.path.basename(index)}.building" in beside(index)
        check(index, when)
        found = generations(index)
        if found not in (before, after):
            fail(f"{when}: the index is neither as it was nor as it should be")
        outcomes["after" if found == after else "before"] += 1
        again = run(*remove)
        if again.returncode != (0 if found == before else 2):
            fail(f"{when}: the same command again: {again.stderr}")
        check(index, f"{when}, run again")
        if generations(index) != after or beside(index):
            fail(f"{when}: the same command again did not complete the work, or left {beside(index)}")
    subprocess.run(["rm", "-rf", whole], check=True)
    print(f"first removals killed: {outcomes}")
    if kills >= 25 and 0 in outcomes.values():
        fail("no kill came while the lists were made, or all did: the texts are too few or the rounds")


def two_writers(folder):
    """Either may be first; the other is told why it has to wait."""
    index, texts = f"{folder}/two", f"{folder}/texts"
    message = f"jomun-index: {index}: another program is writing to it; wait until it has ended\n"
    outcomes = []
    for one, other in (("api", "api"), ("bulk", "bulk"), ("bulk", "api")):
        with open(f"{folder}/errors", "w+") as errors:
            first = subprocess.Popen(add_command(index, texts, one) + ["--again", "--quiet"], stderr=errors, stdin=subprocess.DEVNULL)
            while first.poll() is None:
                second = run(*add_command(index, texts, other), "--again", "--quiet")
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
        f"'{INDEX}' --index {disk}/index add --quiet --writer bulk {texts} && exit 7; [[ $(ls {disk}) == $'filler\nindex' ]] || exit 8; "
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


def nothing_beside(folder):
    """An index that is a file system of its own, as in a container: it cannot be replaced, but be written to."""
    disk, texts = f"{folder}/mounted", f"{folder}/texts"
    os.makedirs(disk)
    with open(f"{folder}/large.txt", "w") as file:
        file.write("".join(f"Article {i}\nThe marker of matter {i} shall be kept.\n\n" for i in range(1, 30000)))
    result = in_a_mount(
        f"mount -t tmpfs -o size=200m none {disk} || exit 77; "
        f"'{INDEX}' --index {disk} add --quiet {texts} {folder}/large.txt || exit 1; "
        f"'{INDEX}' --index {disk} check --quiet || exit 2; "
        f"'{INDEX}' --index {disk} compact; [[ $? == 2 ]] || exit 3; "
        f"'{INDEX}' --index {disk} check --quiet || exit 4; [[ ! -e {disk}.building ]]"
    )
    if result is None or result.returncode == 77:
        print("nothing beside: skipped, this user may not mount")
    elif result.returncode != 0:
        fail(f"nothing beside: step {result.returncode}: {result.stderr}")
    elif "cannot be written" not in result.stderr or result.stderr.count("\n") != 1:
        fail(f"nothing beside: the message is {result.stderr}")


def main():
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    random.seed(seed)
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_DATA_HOME=f"{folder}/data", LC_ALL="C.UTF-8")
        os.environ.pop("JOMUN_INDEX", None)
        kill_rounds(folder, int(sys.argv[1]))
        kill_compact(folder, max(2, int(sys.argv[1]) // 8))
        kill_first_removal(folder, max(3, int(sys.argv[1]) // 4))
        two_writers(folder)
        full_disk(folder)
        read_only_folder(folder)
        nothing_beside(folder)
    sys.exit(1 if failures else 0)


main()
