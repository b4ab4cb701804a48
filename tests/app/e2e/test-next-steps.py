#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections Next Steps and Compare of the Insights page, with the keyboard alone."""
import re
import xml.etree.ElementTree
from pathlib import Path

from person import Program, expect, netz, press, run, wait_until, write, xdotool

LINES = '''Museum Ludwig [museum]
GGS Nippes [primary-school]
Museum Ludwig -- GGS Nippes : museum-school, idea
'''
ENDS = 'Museum Ludwig – GGS Nippes'


def make_network(folder, name='network', lines=LINES):
    outline = Path(folder, f'{name}.txt')
    outline.write_text(lines, encoding='utf-8')
    path = Path(folder, f'{name}.netz')
    netz('convert', outline, path)
    return path


def saved(path):
    """What the file says of its partnership."""
    press('ctrl+s')
    return next(one for one in xml.etree.ElementTree.parse(path).iter() if one.tag.endswith('}partnership'))


def wait_saved(path, what, probe):
    wait_until(what, lambda: probe(saved(path)))


def keyboard_is_at(program):
    """What has the keyboard, and where: many a button has no name of its own."""
    focused = program.focused()
    return (focused.name, focused.role, focused.box()) if focused else None


def tab_to(program, name, key='Tab'):
    """Tab on until the keyboard is on what is so named."""
    for _ in range(25):
        before = keyboard_is_at(program)
        if before and re.search(name, before[0]):
            return
        press(key)
        wait_until('the keyboard to move', lambda: keyboard_is_at(program) not in (None, before))
    raise AssertionError(f'{key} does not come to {name}')


def open_section(program, name, sign):
    """The Insights page, and down its list of sections until that one has the keyboard and its sign is to be seen."""
    def has_keyboard():
        focused = program.focused()
        return focused is not None and any(part.name == name for part in focused.walk())

    xdotool('mousemove', 0, 0)
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    press('alt+4')
    program.find('list item', re.compile('^2 Institutions'))
    wait_until('the canvas to be left', lambda: program.focused() and not program.canvas.has('focused'))
    press('shift+Tab')
    for _ in range(5):
        if has_keyboard():
            break
        press('Down')
    wait_until(f'{name} to have the keyboard', has_keyboard)
    wait_until('the section', sign)


def case_steps(folder):
    """The next step, who is responsible and the status are entered in the list."""
    path = make_network(folder)
    program = Program(path)
    open_section(program, 'Next Steps', lambda: program.look_for('text', f'Next step: {ENDS}'))
    tab_to(program, f'^Begin: {ENDS}')
    press('space')
    program.find('button', f'Agreed: {ENDS}')
    wait_saved(path, 'the status in the file', lambda one: one.get('status') == 'preparation')

    tab_to(program, f'^Next step: {ENDS}')
    write('Anrufen')
    press('Tab')
    write('Eva')
    press('Tab')
    write('1.9.2030')
    press('Return')
    wait_saved(path, 'the step in the file', lambda one: one.get('next-step') == 'Anrufen')
    wait_saved(path, 'the date in the file', lambda one: one.get('next-date') == '2030-09-01')
    expect('who leads', [(part.get('side'), part.get('person')) for part in saved(path)], [('lead', 'Eva')])

    program.find('button', f'Agreed: {ENDS}').do()
    program.find('label', 'Nothing to Do Here')
    wait_saved(path, 'the status in the file', lambda one: one.get('status') == 'established')
    press('ctrl+z')
    program.find('button', f'Agreed: {ENDS}')


def case_criteria(folder):
    """What a criterion lacks is entered on the spot."""
    path = make_network(folder, lines=LINES.replace('idea', 'established'))
    program = Program(path)
    open_section(program, 'Next Steps', lambda: program.look_for('label', 'To Do'))
    tab_to(program, '^Agreements$')
    press('space')
    program.find('button', f'Written agreement: {ENDS}')
    tab_to(program, f'^Written agreement: {ENDS}')
    press('space')
    program.find('text', 'Agreement signed')
    write('6.5.2030')
    press('Return')
    wait_saved(path, 'the agreement in the file', lambda one: one.get('agreement') == '2030-05-06')
    program.wait_gone('button', f'Written agreement: {ENDS}')


def case_compare(folder):
    """A file is laid beside the open network, and taken away."""
    path = make_network(folder)
    other = make_network(folder, 'other', LINES + 'VHS Köln [adult-education]\n')
    program = Program(path)
    open_section(program, 'Compare', lambda: program.look_for('button', 'Add Networks…'))
    program.find('label', 'the open network')
    tab_to(program, '^Add Networks…')
    press('Return')
    wait_until('the dialog', lambda: len(list(program.children())) > 1)
    write(str(other))
    wait_until('the name', lambda: any(str(other.name) in text.text() for window in program.children()
                                       for text in window.look_for('text')))
    press('Return')
    program.find('label', 'other.netz')
    program.find('label', '3')
    tab_to(program, '^Remove “')
    press('space')
    program.wait_gone('label', 'other.netz')


if __name__ == '__main__':
    run(case_steps, case_criteria, case_compare)
