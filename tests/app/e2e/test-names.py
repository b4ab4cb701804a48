#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can have the keyboard or be pressed has a name, in the window and in its dialogs."""
import re
import time

from person import LEAVES, Program, expect, netz, picture, press, run, wait_until

# Whatever else they are, these are always met by name.
NAMED = ('button', 'toggle', 'entry', 'text', 'choice', 'check', 'list item', 'radio button', 'slider', 'spin button',
         'link')
# The keyboard goes to what is in these, and past the tab of a window's only page.
PASSED_OVER = ('scroll pane', 'list', 'page tab')
FIRST = 'GGS Nippes'


def nameless(control, way=()):
    """The ways to those in sight that ought to have a name."""
    name = control.name
    box = control.box()
    if box and box[2:] == (0, 0):
        return
    way = way + (f'{control.role} “{name}”',)
    if not name and control.role not in PASSED_OVER and (control.role in NAMED or control.has('focusable')):
        yield ' / '.join(part for part in way if '“”' not in part) + ' / ' + control.role + f' at {control.box()}'
    # What a named choice or switch is made of is not met on its own.
    if name and control.role in ('choice', 'check'):
        return
    if control.accessible.get_role() not in LEAVES:
        page = control.role == 'panel' and control.box() is None
        for child in control.children():
            if not page or child.box()[2] > 0:
                yield from nameless(child, way)


def open_network(folder):
    path = folder / 'Netz.netz'
    netz('new', '--output', path)
    netz('edit', '-e', f'{FIRST} -- Stadtbibliothek Köln', path)
    program = Program(path)
    wait_until('the network', lambda: len(program.rows()) == 2)
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    return program


def check_window(folder):
    """Every control of the window has a name, whatever is selected."""
    program = open_network(folder)
    expect('without a name', list(nameless(program.window)), [])
    press('Tab')
    wait_until('the properties of one', lambda: program.look_for('text', 'Short name'))
    expect('without a name, one selected', list(nameless(program.window)), [])
    press('ctrl+a')
    program.find('label', re.compile('2 institutions', re.IGNORECASE))
    expect('without a name, two selected', list(nameless(program.window)), [])
    press('Insert')
    program.canvas.find('text', 'Name of the institution')
    expect('without a name, naming one', list(nameless(program.window)), [])


def check_pages(folder):
    """Every control of the pages beside the canvas has a name."""
    program = open_network(folder)
    for number in range(2, 6):
        press(f'alt+{number}')
        wait_until(f'page {number}', lambda: not program.canvas.has('showing'))
        wait_until('something that has the keyboard', program.focused)
        time.sleep(1)
        picture(f'page-{number}')
        expect(f'without a name on page {number}', list(nameless(program.window)), [])


def check_start_page(_folder):
    """Every control of the start page has a name."""
    program = Program()
    program.find('button', re.compile('^New: '))
    expect('without a name', list(nameless(program.window)), [])


def check_dialog(folder, key):
    program = open_network(folder)
    press(key)
    dialog = wait_until('the dialog', lambda: next(
        (window for window in program.children() if window.name != program.window.name), None))
    wait_until('what is in it', lambda: any(one.has('focused') for one in dialog.walk()))
    picture(f'dialog-{key}')
    expect('without a name', list(nameless(dialog)), [])
    expect('the dialog has a name itself', dialog.name != '', True)


def check_preferences(folder):
    """Every control of the preferences has a name."""
    check_dialog(folder, 'ctrl+comma')


def check_export(folder):
    """Every control of the export has a name."""
    check_dialog(folder, 'ctrl+e')


def check_kinds(folder):
    """Every control of the dialog of kinds has a name."""
    check_dialog(folder, 'ctrl+shift+k')


def check_quick_entry(folder):
    """Every control of the quick entry has a name."""
    check_dialog(folder, 'ctrl+shift+n')


if __name__ == '__main__':
    run(check_start_page, check_window, check_pages, check_preferences, check_export, check_kinds, check_quick_entry)
