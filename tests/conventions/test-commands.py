#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The helpers behind tools/run and tools/test: what is installed when, how cases are counted, the virtual screen."""
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from conventions import TOP, Tap

DPKG_QUERY = '''#!/bin/sh
for package in "$@"; do :; done
case " $ABSENT " in *" $package "*) exit 1 ;; esac
echo installed
'''
LOGGING = '''#!/bin/sh
echo "$(basename "$0") $*" >> "$LOG"
[ "$(basename "$0")" != "$FAILING" ]
'''
SUDO = '''#!/bin/sh
echo "sudo $1" >> "$LOG"
exec "$@"
'''


def prepare(absent='', user='0', failing='', sudo=True):
    """(exit status, output, what was called) of tools/prepare on a machine that lacks these packages."""
    with tempfile.TemporaryDirectory() as folder:
        bin_folder = Path(folder) / 'bin'
        bin_folder.mkdir()
        stubs = {'dpkg-query': DPKG_QUERY, 'apt-get': LOGGING, 'id': f'#!/bin/sh\necho {user}\n'}
        if sudo:
            stubs['sudo'] = SUDO
        for name, text in stubs.items():
            (bin_folder / name).write_text(text, encoding='utf-8')
            (bin_folder / name).chmod(0o755)
        # Only these and a shell, so that no sudo of the machine is found.
        for name in ('sh', 'awk', 'grep', 'head', 'dirname', 'basename', 'env'):
            (bin_folder / name).symlink_to(shutil.which(name))
        log = Path(folder) / 'log'
        log.touch()
        done = subprocess.run(['sh', TOP / 'tools/prepare', 'build'], text=True, check=False, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT,
                              env={'PATH': str(bin_folder), 'ABSENT': absent, 'LOG': str(log), 'FAILING': failing})
        return done.returncode, done.stdout, log.read_text(encoding='utf-8')


def check_prepare(tap):
    status, output, called = prepare()
    tap.result('nothing missing: silent, and apt-get is not called',
               [] if (status, output, called) == (0, '', '') else [status, output, called])

    status, output, called = prepare(absent='meson gettext')
    tap.result('what is missing is said and installed, and nothing else',
               [] if status == 0 and 'Installing these Debian packages: meson gettext' in output
               and called.splitlines()[-1] == 'apt-get install -q -y --no-install-recommends meson gettext'
               else [status, output, called])

    status, output, called = prepare(absent='meson', user='1000')
    tap.result('who is not root uses sudo',
               [] if status == 0 and called.startswith('sudo apt-get\n') else [status, output, called])

    status, output, called = prepare(absent='meson', user='1000', sudo=False)
    tap.result('without root and sudo it says what to do',
               [] if status == 1 and called == '' and 'apt-get install --no-install-recommends meson' in output
               else [status, output, called])

    status, output, called = prepare(absent='meson', failing='apt-get')
    tap.result('a failing apt-get is a failure', [] if status == 1 else [status, output, called])


def count(runs):
    with tempfile.TemporaryDirectory() as folder:
        logs = []
        for number, lines in enumerate(runs):
            logs.append(Path(folder) / f'{number}.json')
            logs[-1].write_text(''.join(json.dumps(line) + '\n' for line in lines), encoding='utf-8')
        done = subprocess.run([TOP / 'tests/support/count-cases', *logs], stdout=subprocess.PIPE, text=True, check=False)
        return done.stdout.splitlines()[-1], done.returncode


def check_count(tap):
    def run(name, result, stdout):
        return {'name': name, 'result': result, 'returncode': 0 if result == 'OK' else 1, 'stdout': stdout}

    good = run('a', 'OK', '# x\nok 1 /a/b\nok 2 - /a/c\nok 3 /a/d # SKIP no data\n1..3\n')
    bad = run('a', 'FAIL', 'ok 1 /a/b\nnot ok 2 /a/c\n1..2\n')
    for title, runs, expected in (
            ('cases are counted, not programs', [[good, run('plain', 'OK', 'hello')]], ('3 passed, 0 failed', 0)),
            ('a failed case fails', [[bad]], ('1 passed, 1 failed', 1)),
            ('two builds count once, and the worse of both', [[good], [bad]], ('1 passed, 1 failed', 1)),
            ('a program that dies after good cases fails', [[run('a', 'ERROR', 'ok 1 /a/b\n')]], ('1 passed, 1 failed', 1)),
            ('a program without a word that runs out of time fails', [[run('a', 'TIMEOUT', '')]], ('0 passed, 1 failed', 1)),
            ('no test is a failure', [[]], ('0 passed, 1 failed', 1)),
            ('only skipped ones are a failure', [[run('a', 'SKIP', '1..0 # SKIP')]], ('0 passed, 0 failed', 1))):
        got = count(runs)
        tap.result(title, [] if got == expected else [f'{got}, expected {expected}'])


def check_display(tap):
    title = 'a program on the virtual screen has a screen, a bus and a home of its own'
    if not shutil.which('Xvfb') or not shutil.which('dbus-run-session') or not shutil.which('xdotool'):
        tap.skip(title, 'no Xvfb, dbus-run-session or xdotool')
        return
    script = 'echo "$HOME"; test -n "$DBUS_SESSION_BUS_ADDRESS" && xdotool getdisplaygeometry; exit 7'
    done = subprocess.run([TOP / 'tests/support/with-display', 'sh', '-c', script], stdout=subprocess.PIPE, text=True,
                          check=False, env={**os.environ, 'NETZ_TEST_SCREEN': '1024x768'})
    lines = done.stdout.splitlines()
    tap.result(title, [] if len(lines) == 2 and lines[0] != os.environ.get('HOME') and lines[1] == '1024 768' else lines)
    tap.result('its exit status comes through', [] if done.returncode == 7 else [done.returncode])
    tap.result('nothing is left behind', [lines[0]] if lines and Path(lines[0]).exists() else [])


def main():
    tap = Tap()
    check_prepare(tap)
    check_count(tap)
    check_display(tap)
    tap.end()


if __name__ == '__main__':
    main()
