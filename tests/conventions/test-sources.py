#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the sources are written: licence line, length of lines, names, nothing of anybody's machine."""
import re

from conventions import Tap, texts

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
LONGEST = 120
# Folders of the people who write, spelled so that this file does not contain them.
MACHINE = re.compile('/(?:' + 'work|home' + ')/')


def check_licence(tree):
    for path, text in tree.items():
        if text.split('\n', 1)[0] != f'/* {LICENCE} */':
            yield f'{path}: the first line is not the licence line'


def check_length(tree):
    for path, text in tree.items():
        for number, line in enumerate(text.split('\n'), 1):
            if len(line) > LONGEST:
                yield f'{path}:{number}: {len(line)} characters'


def check_spaces(tree):
    for path, text in tree.items():
        if text and not text.endswith('\n'):
            yield f'{path}: no newline at the end'
        for number, line in enumerate(text.split('\n'), 1):
            if line != line.rstrip() or '\t' in line:
                yield f'{path}:{number}: a tab, or white space at the end'


def check_guard(tree):
    for path, text in tree.items():
        if not re.search(r'^#pragma once$', text, re.MULTILINE):
            yield f'{path}: no #pragma once'


def check_domain(tree):
    for path, text in tree.items():
        layer = path.split('/')[1]
        named = re.findall(r'^#define G_LOG_DOMAIN "([^"]*)"', text, re.MULTILINE)
        if named != [f'netz-{layer}']:
            yield f'{path}: G_LOG_DOMAIN is not "netz-{layer}" once'


def check_machine(tree):
    for path, text in tree.items():
        for number, line in enumerate(text.split('\n'), 1):
            if MACHINE.search(line):
                yield f'{path}:{number}: names a folder of somebody\'s machine'


def check_unfinished(tree):
    for path, text in tree.items():
        for number, line in enumerate(text.split('\n'), 1):
            if re.search(r'\b(' + 'TO' + 'DO|FIX' + r'ME|XX' + r'X)\b', line):
                yield f'{path}:{number}: {line.strip()}'


def check_templates(tree):
    """A template has the name of the file that uses it."""
    for path in tree:
        if path.startswith('ui/') and path.endswith('.ui'):
            name = path[3:-3]
            if not any(f'src/{folder}/{name}.c' in tree for folder in ('app', 'canvas')):
                yield f'{path}: no src/app/{name}.c'


def main():
    tap = Tap()
    c = {path: text for path, text in texts('.c').items() if not path.startswith('tests/data/')}
    h = texts('.h')
    ours = {**c, **h}
    everything = texts()
    written = {path: text for path, text in everything.items()
               if path.endswith(('.c', '.h', '.py', '.ui', '.css', 'meson.build'))}
    src = {path: text for path, text in c.items() if path.startswith('src/')}

    tap.check('every .c begins with the licence line', lambda t: list(check_licence(t)), c,
              {'src/model/netz-x.c': '#include <glib.h>\n'})
    tap.check('no line of code is too long', lambda t: list(check_length(t)), ours, {'a.c': 'x' * 121})
    tap.check('no tabs, no white space at ends of lines', lambda t: list(check_spaces(t)), written, {'a.c': 'int a; \n'})
    tap.check('every header is guarded', lambda t: list(check_guard(t)), h, {'a.h': '#ifndef A\n'})
    tap.check('every source names its layer in the log', lambda t: list(check_domain(t)), src,
              {'src/model/a.c': '#define G_LOG_DOMAIN "netz-format"\n'})
    tap.check('no file names a folder of a machine', lambda t: list(check_machine(t)), everything,
              {'README.md': 'see /' + 'home/me/x'})
    tap.check('nothing says that it is unfinished', lambda t: list(check_unfinished(t)), written, {'a.c': '/* TO' + 'DO */'})
    tap.check('every template has a source of its name', lambda t: list(check_templates(t)), everything,
              {'ui/netz-x.ui': '<interface/>', 'src/model/netz-x.c': ''})
    tap.end()


if __name__ == '__main__':
    main()
