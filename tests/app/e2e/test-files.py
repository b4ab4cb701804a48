#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says and does about files that are broken, cannot be written, or are not saved yet."""
import os
import re
import shutil

from person import TOP, Program, Saved, expect, netz, picture, press, run, wait_until

SAMPLE = TOP / 'data/samples/leer.netz'
# Even root must not write where it is not allowed to.
AS_ANYBODY = ['setpriv', '--bounding-set=-dac_override,-dac_read_search,-fowner',
              '--inh-caps=-dac_override,-dac_read_search,-fowner']


def make(path):
    """A network of two partners."""
    netz('new', '--output', path)
    netz('edit', '-e', 'GGS Nippes -- Stadtbibliothek Köln', path)
    return path


def add(program, name):
    wait_until('the canvas to have the keyboard', lambda: program.canvas.has('focused'))
    press('Insert')
    program.name_institution(name)
    program.wait_institution(name)


def check_broken(folder):
    """A broken file is not opened; it is said what is wrong in which line."""
    path = make(folder / 'kaputt.netz')
    text = path.read_text(encoding='utf-8').replace('</institutions>', '</institution>')
    path.write_text(text, encoding='utf-8')
    line = text[:text.index('</institution>')].count('\n') + 1
    program = Program(path)
    said = program.find('label', re.compile('kaputt.netz')).name
    expect('the line', re.findall(r'line (\d+)|:(\d+):', said) != [] and str(line) in said, True)
    picture('broken')
    expect('the file is as it was', path.read_text(encoding='utf-8'), text)


def check_not_writable(folder):
    """Where a file cannot be written, it is said so, and another place is offered."""
    locked = folder / 'gesperrt'
    locked.mkdir()
    path = make(locked / 'Netz.netz')
    first = path.read_bytes()
    path.chmod(0o444)
    locked.chmod(0o555)
    try:
        program = Program(path, before=AS_ANYBODY)
        add(program, 'VHS Köln')
        press('ctrl+s')
        button = program.find('button', re.compile('^Save As'))
        picture('not-writable')
        button.do()
        other = folder / 'anderswo.netz'
        program.save_as(other)
        program.wait_saved(other)
        expect('the first file', path.read_bytes(), first)
        expect('the names in the other', Saved(other).names, ['GGS Nippes', 'Stadtbibliothek Köln', 'VHS Köln'])
    finally:
        locked.chmod(0o755)


def check_asked_once(folder):
    """Unsaved changes are asked for when the window closes: once, and nothing is written without leave."""
    path = make(folder / 'Netz.netz')
    first = path.read_bytes()
    program = Program(path)
    add(program, 'VHS Köln')
    press('ctrl+w')
    program.find('button', 'Cancel')
    picture('asked')
    press('Escape')
    program.wait_gone('button', 'Cancel')
    wait_until('the window to be active', lambda: program.window.has('active'))
    expect('the name is still there', any(row.startswith('VHS Köln') for row in program.rows()), True)
    press('ctrl+w')
    program.find('button', 'Close without Saving').do()
    expect('how the program ended', program.wait_end(), 0)
    expect('the file', path.read_bytes(), first)
    expect('no unsaved work is left', sum(len(files) for _, _, files in os.walk(os.environ['XDG_STATE_HOME'])), 0)


def check_saved_on_closing(folder):
    """Who saves on closing is not asked again, and finds it in the file."""
    path = make(folder / 'Netz.netz')
    program = Program(path)
    add(program, 'VHS Köln')
    press('ctrl+w')
    program.find('button', 'Save').do()
    expect('how the program ended', program.wait_end(), 0)
    expect('the names', Saved(path).names, ['GGS Nippes', 'Stadtbibliothek Köln', 'VHS Köln'])


def check_unchanged_not_asked(folder):
    """A window with nothing to save closes without a question."""
    path = make(folder / 'Netz.netz')
    program = Program(path)
    wait_until('the network', lambda: len(program.rows()) == 2)
    press('ctrl+w')
    expect('how the program ended', program.wait_end(), 0)


def check_undone_to_the_first_byte(folder):
    """Undo of everything and a save give the first bytes again."""
    path = folder / 'Netz.netz'
    shutil.copy(SAMPLE, path)
    first = path.read_bytes()
    program = Program(path)
    add(program, 'GGS Nippes')
    press('c')
    program.name_institution('Stadtbibliothek Köln')
    program.wait_institution('Stadtbibliothek Köln')
    press('shift+Right', 'Up')
    press('ctrl+a', 'ctrl+d')
    wait_until('four in the list', lambda: len(program.rows()) == 4)
    save_again(path)
    expect('the edited bytes are others', path.read_bytes() != first, True)
    undo = program.find('button', re.compile('^Undo'))
    press(*['ctrl+z'] * 12)
    wait_until('nothing left to undo', lambda: not undo.has('sensitive'))
    program.wait_rows([])
    save_again(path)
    expect('the bytes are the first', path.read_bytes() == first, True)


def save_again(path):
    before = path.stat().st_ino, path.stat().st_mtime_ns
    press('ctrl+s')
    wait_until('the file to be saved again', lambda: (path.stat().st_ino, path.stat().st_mtime_ns) != before)


if __name__ == '__main__':
    run(check_broken, check_not_writable, check_asked_once, check_saved_on_closing, check_unchanged_not_asked,
        check_undone_to_the_first_byte)
