#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Insights page with the keyboard alone: a link is planned and taken back, a figure looked at, groups coloured."""
import re
import xml.etree.ElementTree
from pathlib import Path

from person import Program, expect, netz, press, run, wait_until

LINES = '''Stadtbibliothek [library]
Museum Ludwig [museum]
GGS Nippes [primary-school]
GGS Porz [primary-school]
Gymnasium Kalk [gymnasium]
Stadtbibliothek -- GGS Nippes : library-school, established
Museum Ludwig -- GGS Nippes : museum-school, established
Stadtbibliothek -- GGS Porz : library-school, established
'''


def make_network(folder):
    outline = Path(folder, 'network.txt')
    outline.write_text(LINES, encoding='utf-8')
    path = Path(folder, 'network.netz')
    netz('convert', outline, path)
    return path


def partnerships(path):
    return [(one.get('programme'), one.get('status')) for one in xml.etree.ElementTree.parse(path).iter()
            if one.tag.endswith('}partnership')]


def save(program, path):
    press('ctrl+s')
    program.wait_saved(path)


def has_keyboard(program, name):
    """Whether it is called so or, as the toolkit's list of sections, only has a label that says so."""
    control = program.focused()
    return control is not None and any((part.name or '').startswith(name) for part in control.walk())


def place(program):
    """What has the keyboard, told apart from all else."""
    control = program.focused()
    return control and (control.role, control.name, control.box())


def tab_to(program, name):
    """Go on with the Tab key until what is called so has the keyboard."""
    for _ in range(40):
        before = wait_until('something to have the keyboard', lambda: place(program))
        if before[1].startswith(name):
            return
        press('Tab')
        wait_until('the keyboard to go on', lambda: place(program) not in (before, None))
    raise AssertionError(f'{name} is not reached by the Tab key')


def open_section(program, name):
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    press('alt+4')
    program.find('list item', '5 Institutions')
    wait_until('the canvas to be left', lambda: program.focused() and not program.canvas.has('focused'))
    press('shift+Tab')
    for _ in range(5):
        if has_keyboard(program, name):
            break
        press('Down')
    wait_until(f'{name} to have the keyboard', lambda: has_keyboard(program, name))


def case_plan(folder):
    """Two that serve the same school are found, their link is planned, and planned no more after undo."""
    path = make_network(folder)
    program = Program(path)
    open_section(program, 'Synergies')
    program.find('label', 'Museum Ludwig and Stadtbibliothek both serve 1 school and are not linked.')
    tab_to(program, 'Plan a link: Museum Ludwig – Stadtbibliothek')
    press('space')
    program.find('label', 'Museum Ludwig and Stadtbibliothek both serve 1 school; their link: Idea.')
    save(program, path)
    expect('the link', ('partner-link', 'idea') in partnerships(path), True)
    press('ctrl+z')
    program.find('button', 'Plan a link: Museum Ludwig – Stadtbibliothek')
    save(program, path)
    expect('partnerships after undo', len(partnerships(path)), 3)


def case_figure(folder):
    """A key figure that is pressed shows on the canvas what it counts."""
    program = Program(make_network(folder))
    open_section(program, 'Key Figures')
    tab_to(program, '1 Schools without a provider')
    press('Return')
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    wait_until('the school to be selected',
               lambda: [row.name.split(',')[0] for row in program.list.walk() if row.has('selected')]
               == ['Gymnasium Kalk'])


def case_structure(folder):
    """Without whom it falls apart; communities by colour, and off again."""
    path = make_network(folder)
    program = Program(path)
    before = path.read_bytes()
    open_section(program, 'Structure')
    program.find('label', 'If Stadtbibliothek leaves, what it joins falls into 2 parts.')
    # Its role depends on the version of the toolkit.
    wait_until('the button for colours',
               lambda: next((part for part in program.walk() if part.name == 'Show by Colour'), None)).do()
    off = program.find('button', 'Turn Off')
    program.find('button', re.compile('^Group [12], Stadtbibliothek: 2 institutions$'))
    expect('the file', path.read_bytes(), before)
    off.do()
    program.wait_gone('button', 'Turn Off')


run(case_plan, case_figure, case_structure)
