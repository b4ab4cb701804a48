# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the conventions share: the tree as texts, and TAP.

A check is a function that takes {path: text} and returns complaints, one a string. Each is run twice: on the tree,
where it must be silent, and on a planted fault, where it must not.
"""
import os
import subprocess
import sys
from pathlib import Path

TOP = Path(os.environ.get('NETZ_SOURCE_DIR', Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get('NETZ_BUILD_DIR', TOP / 'build'))


def tracked():
    """The paths of all files of the project, by git, or without git whatever lies there but for builds."""
    listed = subprocess.run(['git', '-C', TOP, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if listed.returncode == 0:
        paths = listed.stdout.decode().split('\0')
        return sorted({path for path in paths if path and (TOP / path).is_file()})
    return sorted(str(path.relative_to(TOP)) for path in TOP.rglob('*')
                  if path.is_file() and not str(path.relative_to(TOP)).startswith(('build', '.git/', '_')))


def texts(*ends):
    """{path: text} of the files whose path ends so; of all files without an end. What is not UTF-8 text is left out."""
    found = {}
    for path in tracked():
        if not ends or path.endswith(ends):
            try:
                found[path] = (TOP / path).read_text(encoding='utf-8')
            except UnicodeDecodeError:
                pass
    return found


class Tap:
    """Result lines, and the plan at the end."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def result(self, title, complaints):
        """One case: passed if there are no complaints."""
        self.count += 1
        complaints = list(complaints)
        for complaint in complaints[:200]:
            print('#', complaint)
        if complaints:
            self.failed += 1
            print(f'# {len(complaints)} in all')
        print('not ok' if complaints else 'ok', self.count, '-', title, flush=True)

    def skip(self, title, why):
        self.count += 1
        print(f'ok {self.count} - {title} # SKIP {why}', flush=True)

    def check(self, title, check, tree, planted):
        """The check on the tree, and on a planted fault."""
        self.result(title, check(tree))
        self.result(title + ', and a planted fault is found', [] if check(planted) else ['the fault was not found'])

    def end(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)
