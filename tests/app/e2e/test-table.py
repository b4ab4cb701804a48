#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table with the keyboard alone: one cell, several rows at once, a wrong value, a table from elsewhere."""
import xml.etree.ElementTree
from pathlib import Path

from person import Program, expect, netz, press, run, wait_until, write

LINES = '''Archiv der Stadt [archive]
GGS Nippes [primary-school]
Museum Ludwig [museum]
GGS Nippes -- Museum Ludwig : museum-school, idea
'''


def make_network(folder):
    outline = Path(folder, 'network.txt')
    outline.write_text(LINES, encoding='utf-8')
    path = Path(folder, 'network.netz')
    netz('convert', outline, path)
    return path


def save(program, path):
    press('ctrl+s')
    program.wait_saved(path)


def saved(path, name):
    """What the file says of the institution of that name."""
    return next(one for one in xml.etree.ElementTree.parse(path).iter()
                if one.tag.endswith('}institution') and one.get('name') == name)


def open_table(program):
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    press('alt+2')
    program.find('tree table', 'Institutions')
    wait_until('the first row to have the keyboard', lambda: (program.focused() or program).role == 'table row')


def case_cells(folder):
    """Cells are changed by keys, one and several at once."""
    path = make_network(folder)
    program = Program(path)
    open_table(program)
    # Archiv der Stadt: name, kind, district
    press('Right', 'Right', 'Return')
    program.find('text', 'District')
    write('Ehrenfeld')
    press('Return')
    save(program, path)
    expect('the district', saved(path, 'Archiv der Stadt').get('district'), 'Ehrenfeld')

    # the two rows below: what is typed with Ctrl+Enter goes to all that are selected
    press('Down', 'shift+Down')
    write('K')
    program.find('text', 'District')
    write('alk')
    press('ctrl+Return')
    save(program, path)
    for name in ('GGS Nippes', 'Museum Ludwig'):
        expect(f'the district of {name}', saved(path, name).get('district'), 'Kalk')
    press('ctrl+z')
    save(program, path)
    expect('the district after undo', saved(path, 'GGS Nippes').get('district'), None)


def case_wrong_value(folder):
    """What is no value is refused where it was typed."""
    path = make_network(folder)
    program = Program(path)
    open_table(program)
    # name, kind, district, partnerships, social index
    press('Right', 'Right', 'Right', 'Right', 'F2')
    program.find('text', 'Social index')
    write('many')
    press('Return')
    wait_until('the refusal', lambda: 'many' in program.find('text', 'Social index').description)
    press('Escape')
    wait_until('the row to have the keyboard again', lambda: program.focused().role == 'table row')


run(case_cells, case_wrong_value)
