# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does at the program, and what a screen reader would tell them: for tests of the whole program.

The program runs on the screen and the session bus that tests/support/with-display makes. Keys and pointer come from
xdotool; what is there is read from the accessibility bus. Nothing waits for a time: everything that is looked for is
looked for again until it is there, and is a failure when it has not come after PATIENCE seconds.
"""
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree
from pathlib import Path

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

TOP = Path(__file__).resolve().parents[3]
BUILD = Path(os.environ.get('NETZ_BUILD_DIR', TOP / 'build'))
PROGRAM = BUILD / 'src/app/netzwerkstatt'
NETZ = BUILD / 'src/cli/netz'
PATIENCE = 15
PAUSE = 0.02
BETWEEN_KEYS = 12  # ms

# GTK calls what has no name of its own by its type, and a button by its label with and without the mnemonic.
TYPE_NAME = re.compile(r'(Gtk|Adw|Netz)[A-Z]\w+')
TWICE = re.compile(r'(?P<first>.+) (?P<second>.+)')

# Everything that can be told about a control, by the names of Atspi.Role: the bus changes what it calls them.
ROLES = {'button': 'PUSH_BUTTON', 'toggle': 'TOGGLE_BUTTON', 'text': 'TEXT', 'entry': 'ENTRY', 'panel': 'PANEL',
         'label': 'LABEL', 'list': 'LIST', 'list item': 'LIST_ITEM', 'frame': 'FRAME', 'dialog': 'DIALOG',
         'check': 'CHECK_BOX', 'choice': 'COMBO_BOX', 'scroll pane': 'SCROLL_PANE', 'menu item': 'MENU_ITEM'}
ROLE_NAMES = {getattr(Atspi.Role, value): key for key, value in ROLES.items()}
LEAVES = (Atspi.Role.LABEL, Atspi.Role.IMAGE, Atspi.Role.SEPARATOR, Atspi.Role.SCROLL_BAR)


class Disappointment(AssertionError):
    """Something was expected of the program and did not come."""


def wait_until(what, probe, patience=PATIENCE):
    """Ask probe() again and again until it gives something true, and return that."""
    end = time.monotonic() + patience
    while True:
        try:
            found = probe()
        except GLib.Error:
            # What was looked at went away meanwhile.
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Disappointment(f'waited in vain for {what}')
        time.sleep(PAUSE)


def expect(what, got, wanted):
    if got != wanted:
        raise Disappointment(f'{what}: {got!r} instead of {wanted!r}')


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True).stdout


def press(*keys):
    """Press keys one after the other, as X calls them: 'ctrl+s', 'Return'."""
    xdotool('key', '--delay', BETWEEN_KEYS, *keys)


def write(text):
    """Write with the keyboard."""
    xdotool('type', '--delay', BETWEEN_KEYS, text)


def netz(*arguments):
    """What the command line says; its exit status must be 0."""
    return subprocess.run([NETZ, *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True).stdout


def info(path):
    return json.loads(netz('info', '--json', path))


class Saved:
    """What is in a file, read without the program."""

    def __init__(self, path):
        self.root = xml.etree.ElementTree.parse(path).getroot()
        self.places = {}
        names = {}
        for one in self._all('institution'):
            names[one.get('id')] = one.get('name')
            self.places[one.get('name')] = float(one.get('x')), float(one.get('y'))
        self.pairs = sorted(tuple(sorted((names[one.get('from')], names[one.get('to')])))
                            for one in self._all('partnership'))

    def _all(self, table):
        return [one for one in self.root.iter() if one.tag.rpartition('}')[2] == table]

    @property
    def names(self):
        return sorted(self.places)


class Control:
    """Something on the accessibility bus."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        role = self.accessible.get_role()
        return ROLE_NAMES.get(role, role.value_nick.replace('-', ' '))

    @property
    def name(self):
        name = (self.accessible.get_name() or '').strip()
        if TYPE_NAME.fullmatch(name):
            return ''
        half = name[len(name) // 2 + 1:]
        return half if name.replace('_', '') in (f'{half} {half}', half) else name

    @property
    def description(self):
        return self.accessible.get_description() or ''

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    def box(self):
        """Where it is in its window: x, y, width, height; None for what is no widget."""
        try:
            box = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        except GLib.Error:
            return None
        return box.x, box.y, box.width, box.height

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Control(child)

    def walk(self):
        """This and all that is in it, without pages that were never shown: those have no size."""
        yield self
        try:
            role = self.accessible.get_role()
            if role in LEAVES:
                return
            may_be_page = role == Atspi.Role.PANEL and self.box() is None
            for child in self.children():
                if not may_be_page or child.box()[2] > 0:
                    yield from child.walk()
        except GLib.Error:
            pass

    def look_for(self, role, name=None):
        """All in it with this role and this name. A regular expression is a name, too."""
        fits = name.search if isinstance(name, re.Pattern) else lambda other: name is None or other == name
        found = []
        for control in self.walk():
            try:
                if control.role == role and fits(control.name):
                    found.append(control)
            except GLib.Error:
                pass
        return found

    def find(self, role, name=None, patience=PATIENCE):
        """The first one in it, waited for."""
        text = name.pattern if isinstance(name, re.Pattern) else name
        return wait_until(f'{role} “{text}”', lambda: next(iter(self.look_for(role, name)), None), patience)

    def wait_gone(self, role, name):
        wait_until(f'the end of {role} “{name}”', lambda: not self.look_for(role, name))

    def text(self):
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    def do(self):
        """Its default action, as a screen reader does it."""
        self.accessible.do_action(0)

    def focused(self):
        """What has the keyboard."""
        return next((control for control in self.walk() if control.has('focused')), None)

    def __repr__(self):
        return f'{self.role} “{self.name}”'


class Program(Control):
    """One running Netzwerkstatt."""

    running = []
    canvas_says = 'Tab goes from'  # a test in another language sets these
    list_name = 'Institutions'

    def __init__(self, *arguments, before=()):
        self.errors = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen([*before, PROGRAM, *map(str, arguments)], stderr=self.errors)
        Program.running.append(self)
        super().__init__(wait_until('the program on the accessibility bus', self._find_it))
        self.window = wait_until('a window', lambda: next(self.children(), None))
        self.wait_active()

    def _find_it(self):
        if self.process.poll() is not None:
            raise Disappointment(f'the program ended with {self.process.returncode}: {self.said()}')
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == self.process.pid:
                application.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def wait_active(self, name=None):
        """Until a window has the keyboard: any, or the one of that name."""
        return wait_until(f'the window “{name or ""}” to be active', lambda: next(
            (window for window in self.children() if window.has('active') and name in (None, window.name)), None))

    def said(self):
        """What it wrote to the standard error."""
        self.errors.seek(0)
        return self.errors.read()

    def kill(self):
        """As a power cut would: there is nothing that the program can do about it."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def wait_end(self):
        return wait_until('the end of the program', lambda: self.process.poll() is not None) and self.process.returncode

    @functools.cached_property
    def canvas(self):
        """Its name is what the keyboard is on in it; its description tells the keys."""
        return wait_until('the canvas', lambda: next(
            # Later versions of GTK have a role for groups.
            (one for role in ('panel', 'grouping') for one in self.look_for(role)
             if one.description.startswith(self.canvas_says)), None))

    @functools.cached_property
    def list(self):
        """The list of institutions beside the canvas."""
        return self.find('list', self.list_name)

    def screen(self, x, y):
        """From the window's coordinates to the screen's: around a window there is a rim of a few pixels."""
        shell = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', xdotool(
            'getactivewindow').strip()).splitlines())
        width, height = self.window.box()[2:]
        return (int(shell['X']) + (int(shell['WIDTH']) - width) // 2 + int(x),
                int(shell['Y']) + (int(shell['HEIGHT']) - height) // 2 + int(y))

    def rows(self):
        """The list beside the canvas: what it says of each institution, in its order."""
        return [row.name for row in self.list.children()]

    def wait_rows(self, wanted):
        try:
            wait_until('the list', lambda: self.rows() == wanted)
        except Disappointment:
            expect('the list', self.rows(), wanted)

    def name_institution(self, written, end='Return', name='Name of the institution'):
        """Write into the entry that has opened on the canvas, and end with that key."""
        entry = self.canvas.find('text', name)
        wait_until('the entry to have the keyboard', lambda: any(one.has('focused') for one in entry.walk()))
        write(written)
        wait_until(f'“{written}” in the entry', lambda: entry.text() == written)
        press(end)

    def wait_institution(self, name):
        wait_until(f'{name} in the list', lambda: any(row.startswith(name + ', ') for row in self.rows()))

    def save_as(self, path):
        """Answer the dialog for the name of a file."""
        entry = wait_until('the dialog for saving', lambda: next(
            (found for window in self.children() if window.name not in ('', self.window.name)
             for found in window.look_for('text', re.compile('Name'))), None))
        wait_until('the name to have the keyboard', lambda: any(one.has('focused') for one in entry.walk()))
        press('ctrl+a')
        write(str(path))
        wait_until('the name in the dialog', lambda: entry.text() == str(path))
        press('Return')

    def wait_saved(self, path):
        wait_until(f'{path} to be there', path.exists)
        self.find('label', path.name)
        wait_until('the window to be active again', lambda: self.window.has('active'))


def picture(name):
    """Keep what is to be seen now, where NETZ_TEST_PICTURES says so."""
    folder = os.environ.get('NETZ_TEST_PICTURES')
    if folder:
        subprocess.run(['import', '-window', 'root', Path(folder) / f'{name}.png'], check=False)


def run_case(number, case):
    title = case.__doc__.splitlines()[0].rstrip('.')
    with tempfile.TemporaryDirectory(prefix='netz-') as folder:
        for home in ('XDG_STATE_HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME'):
            os.environ[home] = f'{folder}/{home}'
        try:
            case(Path(folder))
            why = None
        except Exception:  # pylint: disable=broad-except
            why = traceback.format_exc()
            picture(case.__name__)
        for program in Program.running:
            ended = program.process.poll()
            program.kill()
            if why and ended is not None:
                why += f'The program ended with {ended}: {program.said()}'
            warnings = [line for line in program.said().splitlines() if re.search(r'(WARNING|CRITICAL) \*\*', line)]
            if warnings and why is None:
                why = '\n'.join(['The program complained:', *warnings])
        Program.running.clear()
    for line in (why or '').splitlines():
        print('#', line)
    print('not ok' if why else 'ok', number, '-', title, flush=True)
    return why is None


def run(*cases):
    """Run the cases, each in a folder of its own, and tell the results as TAP."""
    print(f'1..{len(cases)}', flush=True)
    # What is written in these tests is on every key of a German keyboard.
    subprocess.run(['setxkbmap', 'de'], check=False)
    chosen = os.environ.get('NETZ_TEST_CASE', '')
    good = [run_case(number, case) for number, case in enumerate(cases, 1) if chosen in case.__name__]
    sys.exit(0 if all(good) else 1)
