#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters, the day that is looked at and saved views, with the keyboard alone."""
import re
import xml.etree.ElementTree
from pathlib import Path

from person import Disappointment, Program, expect, netz, picture, press, run, wait_until, write

LINES = '''Archiv der Stadt [archive]
GGS Nippes [primary-school]
Museum Ludwig [museum]
VHS Köln [adult-education]
GGS Nippes -- Museum Ludwig : museum-school, established, since 2005-08
Archiv der Stadt -- VHS Köln : partner-link, idea, since 2008
'''
ARCHIVE = 'Archiv der Stadt, Archive, 1 partnership'
SCHOOL = 'GGS Nippes, Primary school, 1 partnership'
MUSEUM = 'Museum Ludwig, Museum, 1 partnership'
VHS = 'VHS Köln, Adult education centre, 1 partnership'


def open_network(folder):
    outline = Path(folder, 'network.txt')
    outline.write_text(LINES, encoding='utf-8')
    path = Path(folder, 'network.netz')
    netz('convert', outline, path)
    program = Program(path)
    program.wait_rows([ARCHIVE, SCHOOL, MUSEUM, VHS])
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    return path, program


def tab_to(program, name, key='Tab'):
    """Tab on until the keyboard is on what is so named."""
    for _ in range(60):
        focused = program.focused()
        if focused and re.search(name, focused.name):
            return
        press(key)
        before = focused.name if focused else None
        wait_until('the keyboard to move', lambda: (program.focused() or program).name != before)
    raise AssertionError(f'Tab does not come to {name}')


def wait_focus(program, name):
    wait_until(f'the keyboard on {name}', lambda: program.focused() and re.search(name, program.focused().name))


def choose_field(program, place):
    """In the popover of a new filter."""
    wait_focus(program, 'What is asked for')
    press('space')
    wait_until('the list of fields', lambda: program.focused().role == 'list item')
    press(*['Down'] * place, 'Return')
    wait_focus(program, 'What is asked for')


def write_value(program, value):
    entry = program.find('text', 'Value')
    wait_until('the value to have the keyboard', lambda: any(one.has('focused') for one in entry.walk()))
    press('ctrl+a')
    write(value)
    wait_until('the value', lambda: entry.text() == value)
    press('Return')


def go_to_panel(program, name):
    """F6 from panel to panel."""
    for _ in range(6):
        press('F6')
        try:
            wait_until('the panel', lambda: program.focused() and re.search(name, program.focused().name), 1)
            return
        except Disappointment:
            pass
    raise AssertionError(f'F6 does not come to {name}')


def check_chips(folder):
    """Filters come and go in any order, and wrong values are refused."""
    _, program = open_network(folder)
    press('ctrl+l')
    wait_focus(program, 'What is asked for')
    tab_to(program, r'^Archive \(1\)$')
    press('space')
    tab_to(program, r'^Museum \(1\)$')
    press('space')
    tab_to(program, '^Add$')
    press('Return')
    program.find('button', 'Remove filter: Kind: Archive or Museum')
    program.wait_rows([ARCHIVE.replace('1 partnership', '0 partnerships'),
                       MUSEUM.replace('1 partnership', '0 partnerships')])
    program.find('label', '2 of 4 institutions')

    press('ctrl+l')
    choose_field(program, 6)
    press('Tab', 'Tab')
    write_value(program, 'soon')
    program.find('alert', re.compile('“soon” is not a date'))
    write_value(program, '8/2005')
    program.find('button', 'Remove filter: Since: August 2005')
    program.wait_rows([MUSEUM.replace('1 partnership', '0 partnerships')])
    picture('filters')

    tab_to(program, '^Remove filter: Kind', 'shift+Tab')
    press('Delete')
    program.wait_rows([SCHOOL, MUSEUM])
    wait_focus(program, '^Remove filter: Since')
    press('Return')
    program.wait_rows([ARCHIVE, SCHOOL, MUSEUM, VHS])
    expect('the number of all', program.find('label', '4 of 4 institutions').name, '4 of 4 institutions')


def check_day(folder):
    """The timeline's handle is moved by keys, and everything follows."""
    _, program = open_network(folder)
    press('ctrl+t')
    program.find('label', 'All that is recorded')
    go_to_panel(program, '^Play the growth')
    tab_to(program, '^Day that is looked at$')
    press('Home')
    program.find('button', 'Remove filter: As of 01/01/2005')
    program.wait_rows([row.replace('1 partnership', '0 partnerships') for row in (ARCHIVE, SCHOOL, MUSEUM, VHS)])
    press('Prior')
    program.find('label', '01/01/2006: 1 partnership')
    program.wait_rows([ARCHIVE.replace('1 partnership', '0 partnerships'), SCHOOL, MUSEUM,
                       VHS.replace('1 partnership', '0 partnerships')])
    # Played by school years to the end.
    press('space')
    program.find('label', '31/12/2008: 2 partnerships')
    program.wait_rows([ARCHIVE, SCHOOL, MUSEUM, VHS])
    picture('timeline')
    press('ctrl+alt+l')
    program.find('label', 'All that is recorded')


def check_views(folder):
    """What is looked at is saved as a view, chosen again, and undone like any other edit."""
    path, program = open_network(folder)
    press('ctrl+l')
    wait_focus(program, 'What is asked for')
    tab_to(program, r'^Museum \(1\)$')
    press('space')
    tab_to(program, '^Add$')
    press('Return')
    program.find('button', 'Remove filter: Kind: Museum')
    press('ctrl+shift+v')
    program.wait_active('Views')
    write('Nur Museen')
    wait_until('the name of the view', lambda: any(one.text() == 'Nur Museen' for one in program.look_for('text')))
    press('Return')
    program.find('button', 'Show “Nur Museen”')
    picture('views')
    press('Escape')
    program.wait_active(program.window.name)
    press('ctrl+alt+l')
    program.wait_rows([ARCHIVE, SCHOOL, MUSEUM, VHS])
    press('ctrl+shift+v')
    program.wait_active('Views')
    tab_to(program, '^Show “Nur Museen”')
    press('Return')
    program.wait_rows([MUSEUM.replace('1 partnership', '0 partnerships')])
    press('ctrl+s')
    program.wait_saved(path)
    view = next(one for one in xml.etree.ElementTree.parse(path).iter() if one.tag.endswith('}view'))
    expect('the view in the file', (view.get('title'), view.get('filter')), ('Nur Museen', 'kind=museum'))
    press('ctrl+z')
    program.find('button', 'Redo: Save View')


if __name__ == '__main__':
    run(check_chips, check_day, check_views)
