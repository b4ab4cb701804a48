#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workshop with the keyboard: made, a session opened, what the room says marked with it; the guided round."""
import re
import xml.etree.ElementTree
from pathlib import Path

from person import Program, expect, netz, press, run, wait_until, write

LINES = '''GGS Nippes [primary-school]
Museum Ludwig [museum]
GGS Nippes -- Museum Ludwig : museum-school, idea
'''


def make_network(folder):
    outline = Path(folder, 'network.txt')
    outline.write_text(LINES, encoding='utf-8')
    path = Path(folder, 'network.netz')
    netz('convert', outline, path)
    return path


def elements(path, name):
    return [one for one in xml.etree.ElementTree.parse(path).iter() if one.tag.endswith('}' + name)]


def save(program, path):
    press('ctrl+s')
    program.wait_saved(path)


def begin(path):
    program = Program(path)
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    return program


def make_workshop(program):
    """A workshop with a title, an agenda to be written, and one session."""
    press('alt+5')
    wait_until('the button to have the keyboard', lambda: program.find('button', 'New Workshop').has('focused'))
    press('Return')
    program.find('button', 'Add a session')
    write('Probe')
    program.find('label', 'Probe')
    program.find('button', 'Add a session').do()
    program.wait_active('New Session')
    write('25.8.2008')
    press('Return')
    program.wait_active('network')
    program.find('button', 'Open').do()


def case_session(folder):
    """While a session is open, what is drawn is marked with it, and undo takes the mark along."""
    path = make_network(folder)
    program = begin(path)
    make_workshop(program)
    program.find('button', re.compile('Session open: Whole-day session, .*, 0 changes'))
    press('alt+1')
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    press('Insert')
    program.name_institution('Archiv der Stadt')
    program.find('button', re.compile('Session open: Whole-day session, .*, 1 change$'))
    save(program, path)
    logged = elements(path, 'logged')
    expect('what is logged', [(one.get('session'), one.get('action'), one.text) for one in logged],
           [('s1', 'added', 'Archiv der Stadt')])
    expect('the title', elements(path, 'workshop')[0].get('title'), 'Probe')
    press('ctrl+z')
    program.find('button', re.compile('Session open: Whole-day session, .*, 0 changes'))
    program.find('button', 'Close the Session').do()
    program.wait_gone('button', 'Close the Session')
    save(program, path)
    expect('the session', elements(path, 'session')[0].get('state'), 'closed')
    expect('what is logged after undo', elements(path, 'logged'), [])


def case_round(folder):
    """The questions one after the other; the part of the network that was looked at before comes back."""
    program = begin(make_network(folder))
    press('ctrl+alt+r')
    program.find('label', '1 of 5: Who is here?')
    press('alt+Next')
    program.find('label', '2 of 5: Who is missing?')
    press('Next', 'Next')
    program.find('label', '4 of 5: Which are ideas?')
    program.find('label', '1 partnership is an idea.')
    press('Prior')
    program.find('label', '3 of 5: Which partnerships are lived?')
    wait_until('nothing to be left', lambda: program.rows() == [])
    press('Escape')
    program.wait_gone('label', '3 of 5: Which partnerships are lived?')
    wait_until('everything to be back', lambda: len(program.rows()) == 2)


run(case_session, case_round)
