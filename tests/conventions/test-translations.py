#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""POTFILES.in names every file with something to translate; the German is complete.

With --update it writes POTFILES.in instead.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from conventions import TOP, Tap, texts

MARKED = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*(?:\d\s*,\s*)?"')


def has_texts(path, text):
    if path.endswith('.c'):
        return path.startswith('src/') and MARKED.search(re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL))
    if path.endswith('.h'):
        return path.startswith('src/') and MARKED.search(text)
    if path.endswith('.ui'):
        return re.search(r'translatable="(yes|true|1)"', text)
    return path.startswith('data/') and path.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml'))


def check_potfiles(tree):
    lines = [line for line in tree['po/POTFILES.in'].split('\n') if line and not line.startswith('#')]
    if lines != sorted(set(lines)):
        yield 'po/POTFILES.in is not sorted'
    wanted = {path for path, text in tree.items() if has_texts(path, text)}
    for path in sorted(wanted - set(lines)):
        yield f'po/POTFILES.in lacks {path}'
    for path in sorted(set(lines) - wanted):
        yield f'po/POTFILES.in has {path}, which has nothing to translate'


def update_potfiles(tree):
    path = TOP / 'po/POTFILES.in'
    comments = [line for line in tree['po/POTFILES.in'].split('\n') if line.startswith('#')]
    wanted = sorted(path for path, text in tree.items() if has_texts(path, text))
    path.write_text('\n'.join(comments + wanted) + '\n', encoding='utf-8')


def complaints_of_german(template, translated):
    """What is missing, fuzzy or wrong in a .po file against a template."""
    with tempfile.TemporaryDirectory() as folder:
        merged = Path(folder) / 'de.po'
        subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, translated, template], check=True)
        formatted = subprocess.run(['msgfmt', '--check', '--statistics', '-o', '/dev/null', merged],
                                   stderr=subprocess.PIPE, text=True, check=False, env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'})
        missing = subprocess.run(['msgattrib', '--untranslated', '--no-wrap', '--no-obsolete', merged],
                                 stdout=subprocess.PIPE, text=True, check=True).stdout
    if formatted.returncode or 'untranslated' in formatted.stderr or 'fuzzy' in formatted.stderr:
        yield from formatted.stderr.strip().splitlines()
        yield from re.findall(r'^msgid (".+")$', missing, re.MULTILINE)


def main():
    if sys.argv[1:] == ['--update']:
        update_potfiles(texts())
        return
    tap = Tap()
    tap.check('POTFILES.in is complete', lambda t: list(check_potfiles(t)), texts(),
              {'po/POTFILES.in': '', 'src/app/netz-x.c': 'f (_("Text"));\n'})

    title = 'the German is complete'
    if not shutil.which('xgettext'):
        tap.skip(title, 'no gettext')
        tap.end()
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / 'netzwerkstatt.pot'
        subprocess.run(['xgettext', '--from-code=UTF-8', '--directory', TOP, '--files-from', TOP / 'po/POTFILES.in',
                        '--output', template, '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                        '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
                        '--flag=C_:2:pass-c-format', '--flag=_:1:pass-c-format', '--flag=ngettext:1:pass-c-format',
                        '--flag=ngettext:2:pass-c-format'],
                       check=True, stderr=subprocess.DEVNULL)
        tap.result(title, complaints_of_german(template, TOP / 'po/de.po'))
        planted = Path(folder) / 'planted.po'
        planted.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', encoding='utf-8')
        tap.result(title + ', and a planted fault is found',
                   [] if list(complaints_of_german(template, planted)) else ['the fault was not found'])
    tap.end()


if __name__ == '__main__':
    main()
