#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The committee's paper with the keyboard alone: filled in, looked at, saved, kept in the network."""
import re
import xml.etree.ElementTree
from pathlib import Path

from person import Program, expect, netz, press, run, wait_until, write

LINES = '''GGS Nippes [primary-school]
Museum Ludwig [museum]
GGS Nippes -- Museum Ludwig : museum-school, established
'''


def open_dialog(folder, keys):
    outline = Path(folder, 'network.txt')
    outline.write_text(LINES, encoding='utf-8')
    path = Path(folder, 'network.netz')
    netz('convert', outline, path)
    program = Program(path)
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    press(*keys)
    return program, path


def wait_dialog(program):
    """The dialog, when it can be used."""
    dialog = wait_until('the dialog', lambda: next((one for one in program.children() if one.name == 'Committee Paper'),
                                                   None))
    dialog.find('button', re.compile('^Save As'))
    return dialog


def wait_closed(program):
    wait_until('the end of the dialog', lambda: all(one.name != 'Committee Paper' for one in program.children()))
    wait_until('the window to be active again', lambda: program.window.has('active'))


def papers(path):
    return [one for one in xml.etree.ElementTree.parse(path).iter() if one.tag.endswith('}paper')]


def case_committee_paper(folder):
    """A paper is filled in, shown and saved, and its head is kept in the network."""
    program, path = open_dialog(folder, ['ctrl+shift+d'])
    wait_dialog(program)
    press('Tab', 'Tab', 'Tab')
    write('Schulausschuss')
    press('Return')
    press('alt+s')
    paper = Path(folder, 'paper.txt')
    program.save_as(paper)
    wait_until('the paper', paper.exists)
    expect('whether the paper names the committee', 'Schulausschuss' in paper.read_text(encoding='utf-8'), True)
    wait_closed(program)
    press('ctrl+s')
    wait_until('the paper in the network', lambda: [one.get('body') for one in papers(path)] == ['Schulausschuss'])


def case_nothing_is_left_behind(folder):
    """Who only looks at the paper changes nothing."""
    program, path = open_dialog(folder, ['ctrl+shift+d'])
    wait_dialog(program)
    press('Escape')
    wait_closed(program)
    expect('unsaved changes', program.look_for('label', re.compile('unsaved')), [])
    expect('papers', papers(path), [])


if __name__ == '__main__':
    run(case_committee_paper, case_nothing_is_left_behind)
