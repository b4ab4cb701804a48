#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around netz: hostile files, closed pipes, full disks, kills, other writers."""
import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from cli import COMMANDS, NETZ, cases_of, done, found, main, netz, network, refused

BOMB = b'<!DOCTYPE n [' + b''.join(
    b'<!ENTITY a%d "%s">' % (i, b'&a%d;' % (i - 1) * 10 if i else b'ha') for i in range(10)) + b']>'


def commands_on(path):
    """Every command that reads a file, on this one."""
    return [['check', path], ['info', path], ['convert', path, 'out.pdf'], ['convert', '--from', 'netz', path, 'out.txt'],
            ['edit', path, '-e', 'A'], ['diff', path, path]]


def refuse_everywhere(path):
    before = sorted(entry.name for entry in Path('.').iterdir())
    for arguments in commands_on(path):
        refused(*arguments)
    assert sorted(entry.name for entry in Path('.').iterdir()) == before


def test_hostile_files():
    secret = Path('secret')
    secret.write_text('s3cret-text', encoding='utf-8')
    good = network('<institutions><institution id="i-1" name="A"/></institutions>')
    hostile = {
        'empty': b'', 'blank': b' \n', 'declaration': b'<?xml version="1.0"?>\n', 'nul': bytes(500),
        'nul-tail': good + bytes(20), 'two': good + good, 'page': b'<!DOCTYPE html><html><body>Login</body></html>',
        'html': b'<html><body>Login</body></html>', 'gzip': b'\x1f\x8b\x08\x00' + bytes(50), 'png': b'\x89PNG\r\n\x1a\n',
        'json': b'{"a": 1}', 'markers': good.replace(b'  <kinds>', b'<<<<<<< ours\n  <kinds>'),
        'bomb': BOMB + good.replace(b'"Test"', b'"&a9;"'),
        'external': b'<!DOCTYPE n [<!ENTITY x SYSTEM "secret">]>' + good.replace(b'"Test"', b'"&x;"'),
        'remote': b'<!DOCTYPE n SYSTEM "http://127.0.0.1:9/x.dtd">' + good,
        'entity': good.replace(b'"Test"', b'"&undefined;"'), 'deep': b'<a>' * 100000,
        'attributes': b'<network ' + b''.join(b'a%d="1" ' % i for i in range(100000)) + b'/>',
        'namespace': good.replace(b'urn:netzwerkstatt:network', b'urn:other'),
        'major': good.replace(b'version="1.0" id', b'version="9.0" id'), 'latin': good.replace(b'"Test"', b'"K\xf6ln"'),
        'control': good.replace(b'"Test"', b'"a\x01b"'), 'reference': good.replace(b'"Test"', b'"&#1;"'),
        'unknown-encoding': good.replace(b'UTF-8', b'UTF-77'),
    }
    for name, data in hostile.items():
        path = f'{name}.netz'
        Path(path).write_bytes(data)
        for arguments in commands_on(path):
            outcome = refused(*arguments)
            assert 's3cret' not in outcome.err and 's3cret' not in outcome.out
            assert outcome.err.startswith(path + ':'), (name, outcome)
        assert Path(path).read_bytes() == data
        assert refused('info', '-', stdin=data).err.startswith('-')
    assert not Path('out.pdf').exists() and not Path('out.txt').exists()


def test_cut_off_anywhere():
    done('new', '-o', 'a.netz', '-c', 'general')
    done('edit', 'a.netz', '-e', 'A -- B')
    data = Path('a.netz').read_bytes()
    chance = random.Random(1)
    for size in sorted(chance.sample(range(len(data) - 1), 60)) + [len(data) - 2]:
        outcome = refused('check', '-', stdin=data[:size])
        assert outcome.err.startswith('-:'), outcome


def test_changed_anywhere():
    done('new', '-o', 'a.netz', '-c', 'general')
    done('edit', 'a.netz', '-e', 'A -- B : idea, since 2008')
    data = Path('a.netz').read_bytes()
    chance = random.Random(2)
    for _ in range(120):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 3))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        netz('check', '--notes', '-', stdin=bytes(changed))
        netz('info', '--measures', '-', stdin=bytes(changed))


def test_odd_values_are_kept():
    text = network('''<institutions>
      <institution id="i-1" name="A" x="NaN" y="1e999"/><institution id="i-1" name="B" x="1,5" y="-0"/>
      <institution id="i-3" name="C" kind="zoo" x="1e300" y="1e9"/></institutions>
      <partnerships><partnership id="p-1" from="i-1"/><partnership id="p-2"/><partnership id="p-3" from="i-1" to="i-1"/>
      <partnership id="p-4" from="i-1" to="i-3" since="2024-02-30" until="9999999" status="dreaming"/></partnerships>''')
    Path('a.netz').write_bytes(text)
    found('check', 'a.netz')
    found('check', '--json', 'a.netz').json()
    done('info', '--json', '--measures', 'a.netz').json()
    done('convert', 'a.netz', 'b.netz')
    data = Path('b.netz').read_bytes()
    for kept in (b'"NaN"', b'"1e999"', b'"1,5"', b'"zoo"', b'"2024-02-30"', b'"9999999"', b'"dreaming"', b'p-1', b'p-2'):
        assert kept in data, (kept, data)
    for suffix in ('png', 'svg', 'pdf', 'txt'):
        outcome = netz('convert', '-q', 'a.netz', f'a.{suffix}')
        assert outcome.status == 0 or (outcome.status == 2 and outcome.err), outcome
        if suffix == 'svg' and outcome.status == 0:
            assert b'nan' not in Path('a.svg').read_bytes().lower().replace(b'name', b'')


def test_only_regular_files():
    Path('folder').mkdir()
    os.mkfifo('pipe')
    os.symlink('loop', 'loop')
    server = socket.socket(socket.AF_UNIX)
    server.bind('socket')
    for path in ('folder', 'pipe', 'loop', 'socket', '/dev/zero', '/dev/null', 'none', 'folder/none', 'none/none'):
        refuse_everywhere(path)
    server.close()
    done('new', '-o', 'a.netz')
    for path in ('folder', 'pipe', '/dev/full'):
        refused('convert', '--to', 'svg', 'a.netz', path)
        refused('convert', '--to', 'netz', 'a.netz', path)


def test_odd_file_names():
    for name in ('-a.netz', ' b .netz', 'c\nd.netz', '%s%n.netz', 'e;f.netz', b'g\xff.netz', 'ü.netz'):
        done('new', '-o', name)
        done('edit', '-e', 'A -- B', '--', name)
        done('check', '--', name)
        done('diff', '--', name, name)
        done('convert', '-q', '--to', 'outline', '--', name, '-')
        message = refused('new', '-o', name).err
        assert '\n' not in message.splitlines()[0] and message.count('\n') == 2, message


def test_in_is_out():
    done('new', '-o', 'a.netz')
    done('edit', 'a.netz', '-e', 'A -- B')
    data = Path('a.netz').read_bytes()
    os.symlink('a.netz', 'link.netz')
    done('convert', '-q', 'a.netz', 'a.netz')
    done('convert', '-q', 'link.netz', 'a.netz')
    done('convert', '-q', 'a.netz', 'link.netz')
    assert Path('a.netz').read_bytes() == data and Path('link.netz').is_symlink()
    done('convert', '-q', 'a.netz', 'a.txt')
    lines = Path('a.txt').read_bytes()
    done('convert', '-q', 'a.txt', 'a.txt')
    assert Path('a.txt').read_bytes() == lines


def test_closed_and_full_standard_output():
    done('new', '-o', 'a.netz')
    done('edit', 'a.netz', '-e', 'A -- B')
    shutil.copy('a.netz', 'b.netz')
    done('edit', 'b.netz', '-e', 'C')
    talking = [['--help'], ['--version'], ['info', 'a.netz'], ['info', '--json', 'a.netz'], ['check', '--json', 'a.netz'],
               ['diff', 'a.netz', 'b.netz'], ['convert', '--to', 'outline', 'a.netz', '-'],
               ['convert', '--to', 'png', 'a.netz', '-'], ['convert', '--to', 'netz', 'a.netz', '-'],
               ['new', '-o', '-'], ['edit', '-', '-e', 'D']]
    talking += [[command, '--help'] for command in COMMANDS]
    data = Path('a.netz').read_bytes()
    for arguments in talking:
        with open('/dev/full', 'wb') as full:
            refused(*arguments, stdin=data, stdout=full)
        reading, writing = os.pipe()
        os.close(reading)
        refused(*arguments, stdin=data, stdout=writing)
        os.close(writing)
        shell = subprocess.run(['sh', '-c', 'exec "$0" "$@" >&-', NETZ, *arguments], input=data, stderr=subprocess.PIPE,
                               check=False, timeout=60)
        assert shell.returncode == 2, (arguments, shell)
    # Without any descriptor nothing that is printed ends up in a file.
    for closed in ('>&-', '2>&-', '<&-', '<&- >&- 2>&-'):
        subprocess.run(['sh', '-c', f'exec "$0" edit a.netz -e "zoo [zoo]" {closed}', NETZ], check=False, timeout=60,
                       stderr=subprocess.DEVNULL)
        assert Path('a.netz').read_bytes() == data
        subprocess.run(['sh', '-c', f'exec "$0" new -f -o c.netz {closed}', NETZ], check=True, timeout=60)
        done('check', 'c.netz')


def test_output_folder_is_closed():
    if os.geteuid() == 0:
        return 'root may write everywhere'
    done('new', '-o', 'a.netz')
    Path('closed').mkdir(mode=0o555)
    refused('convert', 'a.netz', 'closed/a.pdf')
    refused('new', '-o', 'closed/a.netz')
    return None


def test_file_size_limit():
    done('new', '-o', 'a.netz')
    data = Path('a.netz').read_bytes()

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    refused('convert', 'a.netz', 'a.pdf', preexec_fn=limit)
    refused('edit', 'a.netz', '-e', 'A -- B', preexec_fn=limit)
    assert Path('a.netz').read_bytes() == data
    assert sorted(path.name for path in Path('.').iterdir()) == ['a.netz']


def test_few_descriptors():
    def limit():
        resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))

    done('new', '-o', 'a.netz', preexec_fn=limit)
    done('edit', 'a.netz', '-e', 'A -- B', preexec_fn=limit)
    done('check', *['a.netz'] * 100, preexec_fn=limit)
    done('convert', '-q', 'a.netz', 'a.pdf', preexec_fn=limit)


def test_killed_while_saving():
    done('new', '-o', 'a.netz')
    script = '\n'.join(f'Institution {i} -- Institution {i + 1}' for i in range(400))
    Path('script.txt').write_text(script, encoding='utf-8')
    done('edit', 'a.netz', 'script.txt')
    old = Path('a.netz').read_bytes()
    begin = time.monotonic()
    shutil.copy('a.netz', 'b.netz')
    done('edit', 'b.netz', '-e', 'rename Institution 7 : Seven')
    span = time.monotonic() - begin
    chance = random.Random(3)
    n_new = 0
    for _ in range(25):
        Path('a.netz').write_bytes(old)
        with subprocess.Popen([NETZ, 'edit', 'a.netz', '-e', 'rename Institution 7 : Seven'], stderr=subprocess.DEVNULL) as run:
            time.sleep(chance.uniform(0, span * 1.2))
            run.kill()
        data = Path('a.netz').read_bytes()
        if data != old:
            n_new += 1
            assert b'name="Seven"' in data and data.endswith(b'</network>\n')
        done('info', 'a.netz')
    print(f'# {n_new} of 25 had been saved when they were killed')


def test_many_writers():
    done('new', '-o', 'a.netz', '-c', 'general')
    runs = [subprocess.Popen([NETZ, 'edit', 'a.netz', '-e', f'Institution {i}'], stderr=subprocess.PIPE) for i in range(12)]
    told = [run.communicate(timeout=120)[1] for run in runs]
    assert [run.returncode for run in runs] == [0] * len(runs), told
    names = done('convert', '-q', '--to', 'outline', 'a.netz', '-').out
    for i in range(len(runs)):
        assert f'Institution {i} ' in names, (i, names)


def test_ten_thousand_files():
    done('new', '-o', 'a.netz', '-c', 'general')
    Path('small.netz').write_bytes(network())
    done('check', *['small.netz'] * 10000)


def test_many_institutions():
    """A hostile size for whatever is not linear."""
    n = 3000
    lines = [f'Schule {i % 300} #{i // 300 + 1} [primary-school]' for i in range(n)]
    lines += [f'Hub [library] -- Schule {i % 300} #{i // 300 + 1} : library-school' for i in range(n)]
    Path('a.txt').write_text('\n'.join(lines), encoding='utf-8')
    done('convert', '-q', 'a.txt', 'a.netz')
    figures = done('info', '--json', 'a.netz').json()
    assert figures['institutions'] == n + 1 and figures['partnerships'] == n and figures['components'] == 1
    assert found('check', 'a.netz').err.count('more than one') == n - 300
    done('convert', '-q', 'a.netz', 'b.txt')
    done('convert', '-q', 'b.txt', 'b.netz')
    assert done('info', '--json', 'b.netz').json()['by_kind'] == figures['by_kind']


main(cases_of(globals()))
