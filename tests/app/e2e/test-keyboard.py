#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything with the keyboard alone: the pointer lies in a corner and is not touched."""
import re

from person import Disappointment, Program, Saved, expect, info, picture, press, run, wait_until, xdotool

NAMES = ['Archiv der Stadt', 'GGS Nippes', 'Humboldt-Gymnasium', 'Museum Ludwig', 'Stadtbibliothek Köln', 'VHS Köln']
PAIRS = [('Archiv der Stadt', 'VHS Köln'), ('GGS Nippes', 'Museum Ludwig'), ('GGS Nippes', 'Stadtbibliothek Köln'),
         ('Humboldt-Gymnasium', 'Museum Ludwig'), ('Humboldt-Gymnasium', 'VHS Köln')]
ROWS = ['Archiv der Stadt, Archive, 1 partnership',
        'GGS Nippes, Primary school, 2 partnerships',
        'Humboldt-Gymnasium, Grammar school (Gymnasium), 2 partnerships',
        'Museum Ludwig, Museum, 2 partnerships',
        'Stadtbibliothek Köln, Library, 1 partnership',
        'VHS Köln, Adult education centre, 2 partnerships']


def tab_to(program, name):
    """Tab on until the keyboard is on what is so named."""
    for _ in range(40):
        focused = program.focused()
        if focused and re.search(name, focused.name):
            return
        press('Tab')
        before = focused.name if focused else None
        wait_until('the keyboard to move', lambda: (program.focused() or program).name != before)
    raise AssertionError(f'Tab does not come to {name}')


def begin(program):
    xdotool('mousemove', 0, 0)
    tab_to(program, '^New: Bildungspartner NRW')
    press('Return')
    wait_until('an empty network', lambda: program.window.name == 'Untitled network')
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))


def new(program, name, end='Return'):
    press('Insert')
    program.name_institution(name, end)
    program.wait_institution(name)


def partner(program, name, end='Return'):
    """Answer an entry that asks for a partner."""
    program.canvas.find('label', re.compile('^Partner of '))
    program.name_institution(name, end)


def focused_name(program):
    """The institution that the keyboard is on, as the canvas tells it."""
    return program.canvas.name.split(', ')[1] if ', ' in program.canvas.name else program.canvas.name


def wait_on(program, name):
    wait_until(f'the keyboard on {name}', lambda: focused_name(program) == name)


def build(program):
    new(program, 'GGS Nippes', 'Tab')
    partner(program, 'Stadtbibliothek Köln', 'Tab')
    program.wait_institution('Stadtbibliothek Köln')
    partner(program, 'Museum Ludwig')
    program.wait_institution('Museum Ludwig')
    wait_on(program, 'Museum Ludwig')
    # By C, with one that is new, and from that one to one that is there.
    press('c')
    partner(program, 'Humboldt-Gymnasium')
    wait_on(program, 'Humboldt-Gymnasium')
    new(program, 'VHS Köln')
    wait_on(program, 'VHS Köln')
    press('c')
    partner(program, 'Humboldt-Gymnasium')
    wait_on(program, 'Humboldt-Gymnasium')
    new(program, 'Archiv der Stadt')
    wait_on(program, 'Archiv der Stadt')
    press('c')
    partner(program, 'VHS Köln')


def check_built_by_keyboard(folder):
    """Six institutions and five partnerships by the keyboard alone outlive the end of the program."""
    path = folder / 'Tasten.netz'
    program = Program()
    begin(program)
    build(program)
    program.wait_rows(ROWS)
    picture('keyboard')
    press('ctrl+s')
    program.save_as(path)
    program.wait_saved(path)
    program.kill()

    expect('institutions by netz info', info(path)['institutions'], 6)
    expect('the names in the file', Saved(path).names, NAMES)
    expect('the pairs in the file', Saved(path).pairs, PAIRS)
    Program(path).wait_rows(ROWS)


def check_edited_by_keyboard(folder):
    """Tab, the arrows, F2, Delete, undo and redo do what they say."""
    path = folder / 'Tasten.netz'
    program = Program()
    begin(program)
    new(program, 'GGS Nippes', 'Tab')
    partner(program, 'Museum Ludwig')
    wait_on(program, 'Museum Ludwig')
    press('ctrl+s')
    program.save_as(path)
    program.wait_saved(path)
    first = path.read_bytes()
    x, y = Saved(path).places['Museum Ludwig']

    press('Right', 'Right', 'shift+Down')
    press('F2')
    entry = program.canvas.find('text', 'Name of the institution')
    wait_until('the old name', lambda: entry.text() == 'Museum Ludwig')
    press('ctrl+a')
    program.name_institution('Museum Schnütgen')
    program.wait_institution('Museum Schnütgen')
    save_again(path)
    saved = Saved(path)
    expect('the names', saved.names, ['GGS Nippes', 'Museum Schnütgen'])
    expect('the way of the arrows', saved.places['Museum Schnütgen'], (x + 10, y + 50))

    press('ctrl+Left')
    wait_on(program, 'GGS Nippes')
    press('Delete')
    program.wait_rows(['Museum Schnütgen, Museum, 0 partnerships'])
    press('ctrl+z')
    program.wait_rows(['GGS Nippes, Primary school, 1 partnership', 'Museum Schnütgen, Museum, 1 partnership'])
    press('ctrl+shift+z')
    program.wait_rows(['Museum Schnütgen, Museum, 0 partnerships'])

    press('ctrl+z', 'ctrl+z')
    program.wait_rows(['GGS Nippes, Primary school, 1 partnership', 'Museum Ludwig, Museum, 1 partnership'])
    undo_moves(program)
    save_again(path)
    expect('the bytes after all is undone', path.read_bytes() == first, True)


def undo_moves(program):
    """Arrow keys that follow quickly are one step, slower ones are several."""
    undo = program.find('button', 'Undo: Move')
    for _ in range(3):
        if undo.name == 'Undo: Move':
            press('ctrl+z')
            try:
                wait_until('the last of the moves', lambda: undo.name != 'Undo: Move', 1)
            except Disappointment:
                pass
    expect('what can be undone', undo.name, 'Undo: Add an institution')


def save_again(path):
    before = path.stat().st_ino, path.stat().st_mtime_ns
    press('ctrl+s')
    wait_until('the file to be saved again', lambda: (path.stat().st_ino, path.stat().st_mtime_ns) != before)


if __name__ == '__main__':
    run(check_built_by_keyboard, check_edited_by_keyboard)
