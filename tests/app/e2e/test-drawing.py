#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network is drawn with the pointer, saved, and found again by a new process after the first was killed."""
import math
import os
import re
import time
from pathlib import Path

from person import Disappointment, Program, Saved, expect, info, picture, press, run, wait_until, xdotool

NAMES = ['GGS Nippes', 'Stadtbibliothek Köln', 'Museum Ludwig', 'VHS Köln', 'Humboldt-Gymnasium', 'Schulamt für Köln']
PAIRS = [(0, 1), (0, 2), (4, 3), (4, 5), (1, 5)]
ROWS = ['GGS Nippes, Primary school, 2 partnerships',
        'Humboldt-Gymnasium, Grammar school (Gymnasium), 2 partnerships',
        'Museum Ludwig, Museum, 1 partnership',
        'Schulamt für Köln, School supervision, 2 partnerships',
        'Stadtbibliothek Köln, Library, 2 partnerships',
        'VHS Köln, Adult education centre, 1 partnership']
DOUBLE_CLICK = 0.45  # s
RIM = 20  # from the middle of an institution to where partnerships begin


class Hand:
    """A hand with a mouse over the canvas; places are counted from its top left corner."""

    def __init__(self, program):
        self.program = program
        self.box = program.canvas.box()
        self.clicked = 0

    def at(self, x, y):
        return self.program.screen(self.box[0] + x, self.box[1] + y)

    def double_click(self, x, y):
        # What follows sooner is a third and fourth click to GTK.
        time.sleep(max(0, self.clicked + DOUBLE_CLICK - time.monotonic()))
        xdotool('mousemove', *self.at(x, y), 'click', '--repeat', 2, '--delay', 60, 1)
        self.clicked = time.monotonic()

    def drag(self, start, end):
        """From the rim of what is at start to what is at end."""
        distance = math.dist(start, end)
        x, y = (a + (b - a) * RIM / distance for a, b in zip(start, end))
        xdotool('mousemove', *self.at(x, y), 'mousedown', 1)
        for step in range(1, 7):
            xdotool('mousemove', *self.at(x + (end[0] - x) * step / 6, y + (end[1] - y) * step / 6))
        xdotool('mouseup', 1)


def open_entry(program, hand, place):
    """Double-click until the entry is there: a busy machine may take the two clicks for two single ones."""
    for _ in range(3):
        hand.double_click(*place)
        try:
            return program.canvas.find('text', 'Name of the institution')
        except Disappointment as reason:
            last = reason
        press('Escape')
    raise last


def draw(program):
    """The six and the five; gives where the six are."""
    program.find('button', re.compile('^New: Bildungspartner NRW')).do()
    wait_until('an empty network', lambda: program.window.name == 'Untitled network')
    hand = Hand(program)
    places = [(120 + i % 3 * 200, 150 + i // 3 * 200) for i in range(6)]
    for name, place in zip(NAMES, places):
        open_entry(program, hand, place)
        program.name_institution(name)
        program.wait_institution(name)
    for count, (a, b) in enumerate(PAIRS, 1):
        hand.drag(places[a], places[b])
        ends = (NAMES[a], NAMES[b])
        wait_until(f'the partnership of {ends}', lambda: sum(map(degree, program.rows())) == 2 * count)
    return places


def degree(row):
    return int(re.search(r'(\d+) partnership', row).group(1))


def check_saved(path, places):
    told = info(path)
    expect('institutions by netz info', told['institutions'], 6)
    expect('partnerships by netz info', told['partnerships'], 5)
    saved = Saved(path)
    expect('the names in the file', saved.names, sorted(NAMES))
    expect('the pairs in the file', saved.pairs, sorted(tuple(sorted((NAMES[a], NAMES[b]))) for a, b in PAIRS))
    # Where the hand pressed, but for where the middle of the view was when the network began.
    middle = saved.places[NAMES[0]]
    for name, place in zip(NAMES, places):
        x, y = saved.places[name]
        expect(f'where {name} is', (round(x - middle[0]), round(y - middle[1])),
               (place[0] - places[0][0], place[1] - places[0][1]))


def check_drawn_saved_killed_found(folder):
    """Six institutions and five partnerships, drawn and saved, outlive the end of the program."""
    path = folder / 'Köln.netz'
    program = Program()
    places = draw(program)
    program.wait_rows(ROWS)
    picture('drawn')
    press('ctrl+s')
    program.save_as(path)
    program.wait_saved(path)
    program.kill()
    check_saved(path, places)

    again = Program(path)
    again.wait_rows(ROWS)
    again.find('label', 'Köln.netz')
    picture('found')


def check_unsaved_comes_back(folder):
    """What was drawn and never saved is offered again after a kill."""
    program = Program()
    program.find('button', re.compile('^New: Bildungspartner NRW')).do()
    wait_until('an empty network', lambda: program.window.name == 'Untitled network')
    open_entry(program, Hand(program), (100, 100))
    program.name_institution('GGS Nippes')
    program.wait_rows(['GGS Nippes, Primary school, 0 partnerships'])
    journals = Path(os.environ['XDG_STATE_HOME']) / 'netzwerkstatt/journals'
    wait_until('the journal', lambda: any(b'GGS Nippes' in one.read_bytes() for one in journals.glob('*')))
    program.kill()

    again = Program()
    again.wait_rows(['GGS Nippes, Primary school, 0 partnerships'])
    again.find('label', re.compile('recovered|not saved|unsaved', re.IGNORECASE))
    picture('recovered')


if __name__ == '__main__':
    run(check_drawn_saved_killed_found, check_unsaved_comes_back)
