#!/usr/bin/env python3
"""What somebody sees who uses the shell of jomun-search in a terminal, compared with tests/golden/screens.

Needs $JOMUN_SEARCH, $JOMUN_ADD (jomun-index), $JOMUN_SOURCE_DIR and tmux, whose screen is captured. After a change that is meant:
    screens.py --write    # and read the difference
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

SECONDS = 30  # for one step; the sanitizers are slow
PROMPT = "jomun>"
MORE = "-- more --"

CLAUSES = [
    ("accord/en#1", "Testing Accord", "States shall promote AI safety and share what they learn about AI safety with each other."),
    ("accord/en#2", "Testing Accord", "Personal data shall be protected."),
    ("accord/zh-Hans#1", "测试协定", "各国应当促进人工智能安全，并分享经验。"),
    ("accord/zh-Hans#2", "测试协定", "个人信息应当受到保护。"),
    ("accord/ko#1", "시험 협정", "각국은 인공지능 안전을 증진하고 서로의 경험을 공유하여야 한다."),
    ("accord/ja#1", "試験協定", "各国は、ＡＩの安全性を促進する。"),
    ("budget/en#1", "Budget Act", "The budget is public."),
]

# Name, columns and rows, and what is done: keys, and what the last line that is not empty has in it then. Keys in <> have the names that
# tmux gives them; a pair of numbers is a new size.
SCREENS = [
    ("query", (80, 32), [("人工智能安全<Enter>", PROMPT)]),
    ("narrow", (44, 40), [(":set expand none<Enter>", PROMPT), ("인공지능 안전<Enter>", PROMPT)]),
    ("wide-characters", (60, 12), [("안전한합의<Left><Left><BSpace>国", "jomun> 안전国합의"), ("<Home>人<End>会", "jomun> 人안전国합의会")]),
    ("long-line", (40, 10), [("人工智能安全" * 8 + "<BSpace><Home>a<End>b", "安b")]),
    ("odd-input", (60, 16), [("NEAR/0 \"<Enter>", PROMPT), (":nonsense<Enter>", PROMPT), ("：set limit many<Enter>", PROMPT), ("　<Enter>", PROMPT)]),
    ("half-typed-line", (60, 8), [("인공지능 안<C-c>", PROMPT), (":set limit<Enter>", PROMPT)]),
    ("completed-command", (60, 12), [(":<Tab><Tab>", "jomun> :"), ("se<Tab>ex<Tab>a<Tab>n<Tab><Enter>", PROMPT)]),
    ("completed-field", (60, 8), [("lang<Tab>:zh<Tab><Tab>", "jomun> language:zh")]),
    ("completed-initials", (60, 8), [("ㅇㄱㅈㄴ<Tab>", "jomun> 인공지능")]),
    ("kwic", (80, 16), [(":kwic AI safety<Enter>", PROMPT)]),
    ("matrix", (80, 12), [(":matrix AI safety; 개인정보; 「甲；乙」<Enter>", PROMPT)]),
    ("lexicon", (80, 20), [(":lexicon 상호운용성<Enter>", PROMPT)]),
    ("help", (100, 24), [(":help<Enter>", PROMPT)]),
    ("settings", (80, 24), [(":set lim 3<Enter>", PROMPT), (":set<Enter>", PROMPT)]),
    ("paging", (60, 8), [(":set<Enter>", MORE)]),
    ("paging-next-screen", (60, 8), [(":set<Enter>", MORE), ("<Space>", MORE)]),
    ("paging-next-line", (60, 8), [(":set<Enter>", MORE), ("<Enter>", MORE)]),
    ("paging-left", (60, 8), [(":set<Enter>", MORE), ("q", PROMPT), (":set limit<Enter>", PROMPT)]),
    ("paging-off", (60, 8), [(":set paging off<Enter>", PROMPT), (":set<Enter>", PROMPT)]),
    ("resized", (100, 20), [((50, 20), PROMPT), (":show accord/ko#1<Enter>", PROMPT)]),
]


class Window:
    """The shell in a window of a tmux of its own."""

    def __init__(self, folder, name, size):
        # A name of its own: the server before may not have ended.
        self.tmux = ["tmux", "-u", "-S", os.path.join(folder, name), "-f", os.path.join(folder, "tmux.conf")]
        columns, rows = size
        self.run("new-session", "-d", "-x", str(columns), "-y", str(rows), os.environ["JOMUN_SEARCH"])

    def run(self, *arguments):
        return subprocess.run([*self.tmux, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout

    def press(self, keys):
        for text in re.findall(r"<[A-Z][A-Za-z-]*>|[^<]+", keys):
            if text.startswith("<"):
                self.run("send-keys", text[1:-1])
            else:
                self.run("send-keys", "-l", text)

    def screen(self):
        lines = [line.rstrip() for line in self.run("capture-pane", "-p").split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def wait_for(self, last):
        """The screen, once its last line has this in it and nothing moves any more."""
        end = time.monotonic() + SECONDS
        before = None
        while time.monotonic() < end:
            screen = self.screen()
            if screen and screen == before and last in screen[-1]:
                return screen
            before = screen
            time.sleep(0.25)
        raise TimeoutError(f"no last line {last!r} in\n" + "\n".join(before or []))

    def close(self):
        subprocess.run([*self.tmux, "kill-server"], capture_output=True)


def captured(folder, name, size, steps):
    window = Window(folder, name, size)
    try:
        window.wait_for(PROMPT)
        for keys, last in steps:
            if isinstance(keys, tuple):
                window.run("resize-window", "-x", str(keys[0]), "-y", str(keys[1]))
            else:
                window.press(keys)
            screen = window.wait_for(last)
    finally:
        window.close()
    text = "\n".join(screen) + "\n"
    return re.sub(r"\d+ forms", "# forms", re.sub(r"\d+\.\d ms", "#.# ms", text))


def main():
    golden = os.path.join(os.environ["JOMUN_SOURCE_DIR"], "tests", "golden", "screens")
    write = sys.argv[1:] == ["--write"]
    folder = tempfile.mkdtemp()
    failures = 0
    try:
        for name in ("JOMUN_INDEX", "NO_COLOR", "TMUX"):
            os.environ.pop(name, None)
        os.environ.update(XDG_DATA_HOME=folder, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder, HOME=folder, LC_ALL="C.UTF-8", INPUTRC="/dev/null")
        with open(os.path.join(folder, "tmux.conf"), "w", encoding="utf-8") as file:
            file.write("set -g status off\nset -g default-terminal screen\nset -g escape-time 0\n")
        clauses = os.path.join(folder, "clauses.jsonl")
        with open(clauses, "w", encoding="utf-8") as file:
            for citation, title, text in CLAUSES:
                work, language = citation[: citation.index("#")].split("/")
                file.write(json.dumps({"id": citation, "work": work, "language": language, "title": title, "text": text}) + "\n")
        subprocess.run([os.environ["JOMUN_ADD"], "--quiet", "add", clauses], check=True)
        for name, size, steps in SCREENS:
            history = os.path.join(folder, "jomun", "history")
            if os.path.exists(history):
                os.remove(history)
            screen = captured(folder, name, size, steps)
            path = os.path.join(golden, name + ".txt")
            if write:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(screen)
                continue
            with open(path, encoding="utf-8") as file:
                expected = file.read()
            print(("ok: " if screen == expected else "FAILED: ") + name)
            if screen != expected:
                failures += 1
                print("\n".join(difflib.unified_diff(expected.split("\n"), screen.split("\n"), "golden", "screen", lineterm="")))
    finally:
        shutil.rmtree(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
