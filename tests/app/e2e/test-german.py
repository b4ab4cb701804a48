#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in German: what the window and its dialogs say, a date, a number."""
import gettext
import os
import re
import subprocess

from person import BUILD, TOP, Program, expect, netz, picture, press, run, wait_until

os.environ.update(LC_ALL='de_DE.UTF-8', LANGUAGE='de')
Program.canvas_says = 'Tab geht von'
Program.list_name = 'Einrichtungen'

# Words that are no German words: what is said with one of them is not translated.
WORDS = re.compile(r'\b(the|and|of|with|without|is|are|not|to|from|this|one|new|institutions?|partnerships?|schools?|'
                   r'library|save|open|close|cancel|undo|redo|zoom in|zoom out|show|find|since|until|kinds?|network|'
                   r'language|picture|legend|none|primary|number|agreement|place|properties)\b', re.IGNORECASE)
# The frame of a window and the choosers of GTK, where the desktop has no German: theirs, not the program's.
OF_GTK = {'Minimize', 'Maximize', 'Close', 'Minimize the window', 'Maximize the window', 'Close the window', '(None)'}
# Left as they are on purpose.
ALLOWED = {'Open Sans'}


def texts():
    """Each English text of the program, with its German one."""
    with open(BUILD / 'po/de/LC_MESSAGES/netzwerkstatt.mo', 'rb') as catalogue:
        entries = gettext.GNUTranslations(catalogue)._catalog.items()
    for key, german in entries:
        english = key[0] if isinstance(key, tuple) else key
        yield english.rpartition('\x04')[2].replace('_', ''), german.replace('_', '')


def find_english(control):
    """What is said in English in it: by name, by description."""
    pairs = list(texts())
    german = {there for _, there in pairs}
    english = {here for here, _ in pairs if here and '%' not in here} - german
    for one in control.walk():
        for text in {one.name, one.description} - {''} - OF_GTK - ALLOWED:
            if text in english or WORDS.search(text):
                yield f'{one.role} “{text}”'


def open_network(folder):
    path = folder / 'Netz.netz'
    netz('new', '--output', path)
    netz('edit', '-e', 'GGS Nippes -- Stadtbibliothek Köln', path)
    # Tab comes to one of the two first; which is not the matter here.
    for name in ('GGS Nippes', 'Stadtbibliothek Köln'):
        netz('edit', '-e', f'set {name} : since=1908-03-17, latitude=50.96', path)
    program = Program(path)
    wait_until('the network', lambda: len(program.rows()) == 2)
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    return program


def check_translated(_folder):
    """Nothing is left to translate."""
    said = subprocess.run(['msgfmt', '--statistics', '-o', '/dev/null', TOP / 'po/de.po'], stderr=subprocess.PIPE,
                          env={**os.environ, 'LC_ALL': 'C'}, check=True, text=True).stderr
    expect('untranslated or fuzzy', re.findall(r'\d+ (?:untranslated|fuzzy)', said), [])


def check_window(folder):
    """The window is in German, with nothing selected and with an institution."""
    program = open_network(folder)
    expect('the list', program.rows(), ['GGS Nippes, Grundschule, 1 Partnerschaft',
                                        'Stadtbibliothek Köln, Bibliothek, 1 Partnerschaft'])
    program.find('button', 'Hauptmenü')
    expect('said in English', list(find_english(program.window)), [])
    press('Tab')
    program.find('text', 'Kurzname')
    expect('said in English, one selected', list(find_english(program.window)), [])
    picture('german')


def check_date_and_number(folder):
    """A date and a number are written as Germans write them."""
    program = open_network(folder)
    press('Tab')
    program.find('text', 'Kurzname')
    shown = {one.name: one.text() for one in program.window.look_for('text')}
    expect('the date', shown.get('Besteht seit'), '17.03.1908')
    expect('the number', shown.get('Breitengrad'), '50,96')


def check_start_page(_folder):
    """The start page is in German."""
    program = Program()
    program.find('button', re.compile('^Neu: '))
    expect('said in English', list(find_english(program.window)), [])


def check_dialogs(folder):
    """The preferences, the export, the dialog of kinds and the quick entry are in German."""
    program = open_network(folder)
    for key in ('ctrl+comma', 'ctrl+e', 'ctrl+shift+k', 'ctrl+shift+n'):
        press(key)
        dialog = wait_until(f'the dialog of {key}', lambda: next(
            (window for window in program.children() if window.name != program.window.name), None))
        wait_until('what is in it', lambda: any(one.has('focused') for one in dialog.walk()))
        picture(f'german-{key}')
        expect(f'said in English after {key}', list(find_english(dialog)), [])
        press('Escape')
        wait_until('its end', lambda: len(list(program.children())) == 1)
        wait_until('the window to be active', lambda: program.window.has('active'))


def check_unsaved(folder):
    """The question about unsaved changes is in German."""
    program = open_network(folder)
    press('Insert')
    entry = program.canvas.find('text', 'Name der Einrichtung')
    wait_until('the entry to have the keyboard', lambda: any(one.has('focused') for one in entry.walk()))
    expect('said in English, naming one', list(find_english(program.canvas)), [])
    program.name_institution('VHS Köln', name='Name der Einrichtung')
    wait_until('three in the list', lambda: len(program.rows()) == 3)
    press('ctrl+w')
    program.find('button', 'Abbrechen')
    expect('said in English', [text for window in program.children() for text in find_english(window)], [])


if __name__ == '__main__':
    run(check_translated, check_start_page, check_window, check_date_and_number, check_dialogs, check_unsaved)
