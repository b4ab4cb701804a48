# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running netz in a folder of its own, and TAP."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

TOP = Path(os.environ.get('NETZ_SOURCE_DIR', Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get('NETZ_BUILD_DIR', TOP / 'build'))
NETZ = BUILD / 'src' / 'cli' / 'netz'
COMMANDS = ['new', 'check', 'info', 'convert', 'edit', 'diff', 'import', 'readiness', 'agreements', 'compare', 'synergy', 'report', 'layout']
# Sanitizers are many times slower.
PATIENCE = 60
os.environ.setdefault('NETZ_DATA_DIR', str(TOP / 'data'))
os.environ.pop('LANGUAGE', None)


class Outcome:
    """How a run ended."""

    def __init__(self, run):
        self.status = run.returncode
        self.raw = run.stdout
        self.out = run.stdout.decode('utf-8', 'replace') if run.stdout is not None else None
        self.err = run.stderr.decode('utf-8', 'replace')

    def __repr__(self):
        return f'status {self.status}\nstdout: {self.out!r:.2000}\nstderr: {self.err!r:.2000}'

    def json(self):
        return json.loads(self.out)


def netz(*arguments, stdin=b'', env=None, **more):
    """Run netz; it never crashes and never hangs, whatever it is given."""
    environment = dict(os.environ, **(env or {}))
    if 'stdin_file' in more:
        more['stdin'] = more.pop('stdin_file')
    else:
        more['input'] = stdin
    more.setdefault('stdout', subprocess.PIPE)
    run = subprocess.run([NETZ, *arguments], env=environment, stderr=subprocess.PIPE, timeout=PATIENCE, check=False,
                         **more)
    outcome = Outcome(run)
    assert outcome.status in (0, 1, 2), outcome
    assert 'Sanitizer' not in outcome.err and 'CRITICAL' not in outcome.err and 'WARNING' not in outcome.err, outcome
    return outcome


def done(*arguments, **more):
    outcome = netz(*arguments, **more)
    assert outcome.status == 0, outcome
    return outcome


def found(*arguments, **more):
    outcome = netz(*arguments, **more)
    assert outcome.status == 1, outcome
    return outcome


def refused(*arguments, **more):
    """Refused, with words."""
    outcome = netz(*arguments, **more)
    assert outcome.status == 2, outcome
    assert outcome.err.strip(), outcome
    return outcome


def network(body='', root=''):
    """The text of a small file with a library and a primary school as kinds, in which line 9 is the first of @body."""
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<network xmlns="urn:netzwerkstatt:network" version="1.0" id="n-0000000000001"{root}>
  <settings title="Test"/>
  <kinds>
    <kind id="library" group="provider"/>
    <kind id="primary-school" group="school"/>
  </kinds>
  <programmes><programme id="library-school" from="library" to="@school"/></programmes>
{body}
</network>
'''.encode()


def main(cases):
    """Run each case in a fresh folder, which is the working directory, and print TAP."""
    failed = 0
    home = os.getcwd()
    for number, case in enumerate(cases, 1):
        folder = tempfile.mkdtemp(prefix='netz-test-')
        os.chdir(folder)
        title = case.__name__.removeprefix('test_').replace('_', ' ')
        try:
            reason = case()
            print(f'ok {number} - {title}' + (f' # SKIP {reason}' if reason else ''), flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            for line in traceback.format_exc().splitlines():
                print('#', line)
            print(f'not ok {number} - {title}', flush=True)
        finally:
            os.chdir(home)
            subprocess.run(['chmod', '-R', 'u+rwX', folder], check=False)
            shutil.rmtree(folder, ignore_errors=True)
    print(f'1..{len(cases)}')
    sys.exit(1 if failed else 0)


def cases_of(module):
    return [value for name, value in module.items() if name.startswith('test_')]
