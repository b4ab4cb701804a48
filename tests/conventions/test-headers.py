#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header compiles alone, and what it declares is documented."""
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from conventions import TOP, Tap, texts

PACKAGES = {
    'model': ['gobject-2.0'],
    'format': ['gio-unix-2.0', 'libxml-2.0'],
    'interchange': ['gio-unix-2.0', 'libxml-2.0'],
    'layout': ['gio-unix-2.0'],
    'arrange': ['gio-unix-2.0'],
    'graph': ['gio-unix-2.0', 'igraph'],
    'scene': ['gio-unix-2.0', 'pangocairo', 'librsvg-2.0'],
    'canvas': ['gtk4'],
    'app': ['libadwaita-1'],
    'cli': ['gio-unix-2.0', 'pangocairo'],
}


def flags_of(layer):
    asked = subprocess.run(['pkg-config', '--cflags', *PACKAGES.get(layer, ['gtk4', 'libadwaita-1'])],
                           check=True, stdout=subprocess.PIPE, text=True)
    return shlex.split(asked.stdout)


def compile_alone(path, flags, source=None):
    """The compiler's complaints about a file with nothing but this header, or about the text given in its place."""
    tried = subprocess.run(['gcc', '-std=gnu11', '-fsyntax-only', '-Wall', '-Werror', '-x', 'c', '-', '-I', TOP / 'src',
                            '-I', TOP, *flags],
                           input=source or f'#include "{path}"\n', stderr=subprocess.PIPE, text=True, check=False)
    return [f'{path}: {line}' for line in tried.stderr.splitlines() if 'error:' in line][:3] if tried.returncode else []


def declared(text):
    """The names of the functions that a header declares and that somebody writes, without what macros make."""
    text = re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL)
    text = re.sub(r'^\s*#(?:.*\\\n)*.*$', '', text, flags=re.MULTILINE)
    text = re.sub(r'^G_(DECLARE|DEFINE)_\w+\s*\([^;{]*?\)\s*;?$', '', text, flags=re.MULTILINE)
    # Bodies of inline functions and of structs are no declarations.
    text = re.sub(r'\{[^{}]*\}', ';', text)
    text = re.sub(r'\{[^{}]*\}', ';', text)
    names = re.findall(r'(?:^|[\s*])(netz_\w+)\s*\([^;]*?\)\s*(?:G_GNUC_\w+\s*(?:\([^)]*\))?\s*)*;', text)
    return [name for name in names if not name.endswith(('_get_type', '_quark'))]


def words_of(tree, folder):
    """All words in the sources of a folder of src."""
    return {word for path, text in tree.items() if path.startswith(folder) for word in re.findall(r'\w+', text)}


def check_documented(tree):
    """What other folders use is documented where it is written; what stays in its folder may be."""
    folders = {path.rsplit('/', 1)[0] + '/' for path in tree if path.startswith('src/') and path.count('/') == 2}
    words = {folder: words_of(tree, folder) for folder in folders}
    for folder in sorted(folders):
        bodies = '\n'.join(text for path, text in tree.items() if path.startswith(folder))
        documented = set(re.findall(r'/\*\*\s*\n\s*\*\s*(\w+):', bodies))
        elsewhere = set().union(*(found for other, found in words.items() if other != folder))
        for path, text in tree.items():
            if path.startswith(folder) and path.endswith('.h'):
                for name in declared(text):
                    if name in elsewhere and name not in documented:
                        yield f'{path}: {name} is used in other folders and not documented'


def main():
    tap = Tap()
    headers = {path: text for path, text in texts('.h').items() if path.startswith('src/')}
    layers = {path.split('/')[1] for path in headers}
    flags = {layer: flags_of(layer) for layer in layers}
    with ThreadPoolExecutor(2) as pool:
        complaints = pool.map(lambda path: compile_alone(path, flags[path.split('/')[1]]), headers)
    tap.result('every header compiles alone', [line for lines in complaints for line in lines])
    tap.result('every header compiles alone, and a planted fault is found',
               [] if compile_alone('planted.h', [], 'GList *planted (void);\n') else ['the fault was not found'])

    tap.check('what other folders use is documented', lambda t: list(check_documented(t)), texts('.c', '.h'),
              {'src/model/a.h': 'void netz_a_do (NetzA *self,\n                int   n);\n', 'src/model/a.c': '',
               'src/app/b.c': 'netz_a_do (a, 1);'})
    tap.end()


if __name__ == '__main__':
    sys.exit(main())
