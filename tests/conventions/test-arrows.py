#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may know whom: the arrows between the folders of src."""
import re
import subprocess
import shutil

from conventions import BUILD, Tap, texts

ALLOWED = {
    'model': set(),
    'format': {'model'},
    'interchange': {'model'},
    'planning': {'model'},
    'graph': {'model'},
    'layout': set(),
    'arrange': {'model', 'layout'},
    'scene': {'model'},
    'report': {'scene', 'planning', 'interchange', 'model'},
    'canvas': {'scene', 'model'},
    'cli': {'model', 'format', 'interchange', 'planning', 'graph', 'layout', 'arrange', 'scene', 'report'},
    'app': {'model', 'format', 'interchange', 'planning', 'graph', 'layout', 'arrange', 'scene', 'report', 'canvas'},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
TOOLKIT = ('gtk/', 'gdk/', 'gsk/', 'adwaita')


def includes(tree):
    """Yield (path, layer, bracket, what is included) of everything in src/LAYER/."""
    for path, text in tree.items():
        parts = path.split('/')
        if len(parts) >= 3 and parts[0] == 'src':
            for bracket, name in INCLUDE.findall(text):
                yield path, parts[1], bracket, name


def check_arrows(tree):
    for path, layer, bracket, name in includes(tree):
        if bracket != '"':
            continue
        folder = name.split('/')[0] if '/' in name else None
        if layer not in ALLOWED:
            yield f'{path}: the folder src/{layer} is not in the drawing'
        elif name == 'config.h' or name.endswith('-resources.h'):
            continue
        elif folder is None:
            yield f'{path}: "{name}" is included without its folder'
        elif folder != layer and folder not in ALLOWED[layer]:
            yield f'{path}: {layer} may not know {folder} ("{name}")'


def check_igraph(tree):
    for path, layer, _, name in includes(tree):
        if name.startswith('igraph') and layer != 'graph':
            yield f'{path}: only src/graph includes {name}'


def check_toolkit(tree):
    for path, layer, _, name in includes(tree):
        if name.startswith(TOOLKIT) and layer not in ('canvas', 'app'):
            yield f'{path}: {layer} may not include {name}'


def check_model(tree):
    for path, layer, _, name in includes(tree):
        if layer == 'model' and name.startswith(('gio/', 'cairo', 'pango', 'libxml', 'librsvg')):
            yield f'{path}: the model has no files and no drawing ({name})'


def needed(program):
    """The libraries that a program asks for, directly or through others."""
    return subprocess.run(['ldd', program], check=True, stdout=subprocess.PIPE, text=True).stdout


def main():
    tap = Tap()
    tree = texts('.c', '.h')

    tap.check('folders know only whom they may', lambda t: list(check_arrows(t)), tree,
              {'src/scene/netz-x.c': '#include "format/netz-reader.h"\n'})
    tap.check('only src/graph includes igraph.h', lambda t: list(check_igraph(t)), tree,
              {'src/app/netz-x.c': '#include <igraph.h>\n'})
    tap.check('only canvas and app include the toolkit', lambda t: list(check_toolkit(t)), tree,
              {'src/cli/netz-x.c': '# include <gtk/gtk.h>\n'})
    tap.check('the model has no files and no drawing', lambda t: list(check_model(t)), tree,
              {'src/model/netz-x.c': '#include <gio/gio.h>\n'})

    title = 'netz is linked to no toolkit'
    netz = BUILD / 'src/cli/netz'
    if not shutil.which('ldd'):
        tap.skip(title, 'no ldd')
    elif not netz.exists():
        tap.result(title, [f'{netz} is not built'])
    else:
        tap.result(title, [line.strip() for line in needed(netz).splitlines() if 'libgtk' in line or 'libadwaita' in line])
        app = BUILD / 'src/app/netzwerkstatt'
        tap.result(title + ', and the same look finds it in the window program',
                   [] if app.exists() and 'libgtk' in needed(app) else ['libgtk was not found'])
    tap.end()


if __name__ == '__main__':
    main()
