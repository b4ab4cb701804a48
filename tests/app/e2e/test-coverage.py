#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The coverage page by keyboard: the cursor tells each cell, a gap is filled, a number leads to the canvas."""
from person import Program, press, run, wait_until

NETWORK = '''<?xml version="1.0" encoding="UTF-8"?>
<network xmlns="urn:netzwerkstatt:network" version="1.0" id="n-0000000000001">
  <settings title="Small"/>
  <kinds>
    <kind id="library" group="provider"><name lang="en">Library</name></kind>
    <kind id="gymnasium" group="school"><name lang="en">Gymnasium</name></kind>
  </kinds>
  <programmes>
    <programme id="ls" from="library" to="@school" systematic="true"><name lang="en">Books</name></programme>
  </programmes>
  <institutions>
    <institution id="i-000000000000a" kind="gymnasium" name="Alpha" x="0" y="0" district="North"/>
    <institution id="i-000000000000b" kind="gymnasium" name="Beta" x="200" y="0" district="North"/>
    <institution id="i-000000000000k" kind="library" name="Near" x="0" y="200" capacity="5"/>
    <institution id="i-000000000000m" kind="library" name="Full" x="200" y="200" capacity="0"/>
  </institutions>
  <partnerships>
    <partnership id="p-0000000000001" from="i-000000000000k" to="i-000000000000a" programme="ls"
      status="established" since="2005"/>
  </partnerships>
</network>
'''


def open_page(folder):
    path = folder / 'small.netz'
    path.write_text(NETWORK, encoding='utf-8')
    program = Program(path)
    wait_until('the network', lambda: program.window.name == 'Small')
    press('alt+3')
    return program


def cursor(program):
    focused = program.focused()
    return focused.name if focused else ''


def to_the_matrix(program):
    # The choices above the matrix may look alike to assistive technology: what counts is where Tab ends.
    def comes():
        if 'schools have a partner' in cursor(program):
            return True
        press('Tab')
        return False

    wait_until('Tab to come to the matrix', comes)


def go(program, key, wanted):
    press(key)
    wait_until(wanted, lambda: cursor(program) == wanted)


def case_cells(folder):
    """Each cell is told, a gap is filled and taken back, a partnership is shown on the canvas."""
    program = open_page(folder)
    to_the_matrix(program)
    go(program, 'Down', 'North: 1 of 2 schools have a partner.')
    go(program, 'Down', 'Alpha: 1 of 1 are covered.')
    go(program, 'Right', 'Alpha, Books: Established, since 2005')
    go(program, 'Down', 'Beta, Books: no partner')
    press('Return')
    # Who has room comes first, and the keyboard is on it.
    program.find('list', 'Whom to ask')
    press('Return')
    wait_until('the idea', lambda: cursor(program) == 'Beta, Books: Idea')
    program.find('label', 'A partnership of Near and Beta is planned, as an idea.')
    go(program, 'ctrl+z', 'Beta, Books: no partner')
    go(program, 'Up', 'Alpha, Books: Established, since 2005')
    press('Return')
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))


run(case_cells)
