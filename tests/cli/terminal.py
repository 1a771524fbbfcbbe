#!/usr/bin/env python3
"""jomun-search on a real pseudo-terminal: prompt, editing, completion, history, colour, width.

Needs $JOMUN_SEARCH, $JOMUN_ADD (jomun-index). No display, and nothing but Python's standard library.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

SECONDS = 30  # for one answer; the sanitizers are slow
PROMPT = "jomun> "
failures = 0


def check(what, good, details=""):
    global failures
    print(("ok: " if good else "FAILED: ") + what)
    if not good:
        failures += 1
        print(details)


def plain(text):
    """The text without escape sequences and carriage returns."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", text)


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line if not unicodedata.combining(c))


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, arguments, width=80, **environment):
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update(environment)
            self.resize(width, descriptor=0)
            os.execv(os.environ["JOMUN_SEARCH"], ["jomun-search", *arguments])
        self.unread = b""

    def resize(self, width, descriptor=None, rows=60):
        fcntl.ioctl(self.descriptor if descriptor is None else descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, width, 0, 0))

    def read_until(self, text):
        """What comes up to and with `text`; everything, at the end of the program."""
        end = time.monotonic() + SECONDS
        while text is None or text.encode() not in self.unread:
            if not select.select([self.descriptor], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f"no {text!r} in {self.unread!r}")
            try:
                read = os.read(self.descriptor, 65536)
            except OSError:  # EIO: the program has ended
                read = b""
            if not read:
                break
            self.unread += read
        position = len(self.unread) if text is None or text.encode() not in self.unread else self.unread.index(text.encode()) + len(text.encode())
        result, self.unread = self.unread[:position], self.unread[position:]
        return result.decode(errors="replace")

    def send(self, text):
        os.write(self.descriptor, text.encode())

    def say(self, line):
        """Types a line and returns what is answered, up to the next prompt."""
        self.send(line + "\r")
        self.read_until("\n")
        return self.read_until(PROMPT)

    def finish(self):
        rest = self.read_until(None)
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.descriptor)
        return rest, code


def dialogue():
    terminal = Terminal([])
    greeting = plain(terminal.read_until(PROMPT))
    check("greeting and prompt", "3 clauses. Write a query, or :help.\n" in greeting, greeting)

    answer = terminal.say("인공지능 안전")
    check("a query in Korean", "test/zh-Hans#1" in answer and "because:" in answer, answer)
    check("colour on a terminal", "\x1b[1;31m" in answer, answer)
    check("no line wider than the terminal", max(map(columns, plain(answer).split("\n"))) <= 80, answer)

    answer = plain(terminal.say("안전한\x7f합의\x7f\x7f"))
    check("backspace takes a whole character", "searched: 안전 = " in answer, answer)
    answer = plain(terminal.say(":se\tlang\tko"))
    check("a command and a setting are completed", "language: ko\n" in answer, answer)
    answer = plain(terminal.say(":set work te\t"))
    check("a work is completed", "work: test\n" in answer, answer)
    answer = plain(terminal.say(":nonsense"))
    check("an error ends nothing", "is no command" in answer, answer)
    terminal.say(":unset work")
    terminal.say(":unset language")
    answer = terminal.say("ㅇㄱㅈㄴ\t")
    check("a word is completed by its initial consonants", "인공지능" in answer, answer)
    answer = terminal.say(":kwic 인공지능 안전")
    check("a concordance has colour", "\x1b[1;31m人工智能安全\x1b[0m" in answer, answer)
    check("and fits the terminal", 60 < max(map(columns, plain(answer).split("\n"))) <= 80, answer)

    terminal.send("half a query")
    terminal.read_until("query")
    terminal.send("\x03")
    terminal.read_until("\n")
    terminal.read_until(PROMPT)
    answer = plain(terminal.say(":set limit 1"))
    check("Ctrl-C empties the line", "limit: 1\n" in answer, answer)
    terminal.send("half a word\x1b[D\x03\x03")
    terminal.read_until(PROMPT)
    terminal.read_until(PROMPT)
    answer = plain(terminal.say(":unset language"))
    check("Ctrl-C at any moment", "language: all\n" in answer, answer)
    answer = plain(terminal.say("\x1b[A" * 10))
    check("the history is walked with the arrow", "because: " in answer and "1 to 1 shown" in answer, answer)

    terminal.resize(44)
    # The prompt is written again at any moment now, so it does not tell that the answer is over; and Ctrl-D is lost on a program that is
    # not reading.
    terminal.send("cooperate\r")
    answer = plain(terminal.read_until("because:") + terminal.read_until(PROMPT))
    check("a narrower terminal", max(map(columns, answer.split("\n"))) <= 44, answer)
    os.kill(terminal.pid, signal.SIGINT)
    answer = plain(terminal.say("cooperate"))
    check("an interrupt does not end the shell, nor what comes next", "test/en#1" in answer, answer)
    terminal.resize(80, rows=6)
    terminal.send(":set\r")
    terminal.read_until("-- more --")
    terminal.send("\x03")
    answer = plain(terminal.read_until(PROMPT))
    check("Ctrl-C ends a long answer", "explain" not in answer, answer)
    terminal.send(":set\r:set limit\r")
    answer = plain(terminal.read_until(PROMPT) + terminal.read_until(PROMPT))
    check("who types ahead is not asked", "-- more --" not in answer and "explain" in answer and answer.count("limit     ") == 2, answer)
    terminal.send("\x04")
    rest, code = terminal.finish()
    check("Ctrl-D ends it, without an error", code == 0, f"{rest!r} {code}")

    history = os.path.join(os.environ["XDG_STATE_HOME"], "jomun", "history")
    check("history is kept", "인공지능 안전" in open(history, encoding="utf-8").read().split("\n"))
    check("for nobody else", stat.S_IMODE(os.stat(history).st_mode) == 0o600)
    terminal = Terminal([])
    terminal.read_until(PROMPT)
    answer = plain(terminal.say("\x1b[A"))
    check("history from the last time", "  limit     10" in answer, answer)
    answer = terminal.send(":quit\r")
    rest, code = terminal.finish()
    check(":quit ends it", code == 0, f"{rest!r} {code}")


def colours():
    for what, environment in {"NO_COLOR": {"NO_COLOR": "1"}, "TERM=dumb": {"TERM": "dumb"}}.items():
        rest, code = Terminal(["cooperate"], **environment).finish()
        check(f"no colour with {what}", code == 0 and "\x1b[" not in rest and "because: " in rest, rest)
    rest, code = Terminal(["cooperate"]).finish()
    check("colour of one query", code == 0 and "\x1b[1mtest/en#1\x1b[0m" in rest, rest)
    rest, code = Terminal(["--show", "evil/en#1"]).finish()
    check("documents do not reach the terminal's controls", "\x1b]" not in rest and "\x07" not in rest and "\ufffd" in rest, repr(rest))
    rest, code = Terminal(["cooperate"], LC_ALL="C").finish()
    check("UTF-8 whatever the locale", "声明" in Terminal(["--show", "test/zh-Hans#1"], LC_ALL="C").finish()[0])


def main():
    folder = tempfile.mkdtemp()
    try:
        os.environ.update(XDG_DATA_HOME=folder, XDG_STATE_HOME=os.path.join(folder, "state"), HOME=folder, TERM="xterm", LC_ALL="C.UTF-8", INPUTRC="/dev/null")
        for name in ("JOMUN_INDEX", "NO_COLOR"):
            os.environ.pop(name, None)
        clauses = os.path.join(folder, "clauses.jsonl")
        with open(clauses, "w", encoding="utf-8") as file:
            file.write(
                '{"id":"test/en#1","text":"Parties shall cooperate on AI safety.","work":"test","language":"en","title":"Test Declaration"}\n'
                '{"id":"test/zh-Hans#1","text":"' + "各方发表声明，" * 30 + '应当在人工智能安全方面合作。","work":"test","language":"zh-Hans","title":"测试宣言"}\n'
                '{"id":"evil/en#1","text":"A \\u001b]0;x\\u0007 bell.","work":"evil","language":"en","title":"Evil"}\n'
            )
        subprocess.run([os.environ["JOMUN_ADD"], "--quiet", "add", clauses], check=True)
        dialogue()
        colours()
    finally:
        shutil.rmtree(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
