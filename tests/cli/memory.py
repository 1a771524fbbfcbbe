#!/usr/bin/env python3
"""What jomun-index add takes of memory for one large file is bounded by --memory, not by the file."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

MEGABYTE = 1 << 20
# Of the program, libraries, threads and what Xapian takes too: 43 MB were measured. Holding the file took 99 MB.
MOST = 70 * MEGABYTE


def write(path):
    """About 8 MB: many small versions whose clauses stand together, and a large one in between."""
    text = "인공지능의 안전과 신뢰를 확보하기 위하여 국가와 지방자치단체는 필요한 시책을 수립ㆍ시행하여야 한다. 国家对人工智能发展实行安全评估制度。" * 2
    with open(path, "w", encoding="utf-8") as out:
        for i in range(20000):
            work = "large" if i % 4 == 0 else f"small-{i // 40}"
            line = {"work": work, "language": "ko", "title": "제목", "path": ["제1장", "총칙"], "text": f"{i} {text[i % 50:]} {i * 7919 % 20000}"}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path.stat().st_size


def peak(arguments):
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"FAILED: {arguments} ended with {process.returncode}")
    return usage.ru_maxrss * 1024


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        size = write(folder / "set.jsonl")
        failures = 0
        for writer in ("bulk", "api"):
            got = peak([os.environ["JOMUN_ADD"], "--index", folder / writer, "add", "--quiet", "--jobs", "2", "--memory", "16M", "--writer", writer, folder / "set.jsonl"])
            print(f"{'ok' if got < MOST else 'FAILED'}: {writer}: {got / MEGABYTE:.0f} MB for a file of {size / MEGABYTE:.0f} MB")
            failures += got >= MOST
    sys.exit(failures)


if __name__ == "__main__":
    main()
