#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each command with good and bad arguments: exit status, output, messages."""
import re
import shutil
import struct
import subprocess
from pathlib import Path

from cli import COMMANDS, NETZ, TOP, cases_of, done, found, main, network, refused

SCHEMA = TOP / 'data' / 'schema' / 'network-1.rng'


def make(name='a.netz', *lines):
    done('new', '-o', name, '--title', 'Köln')
    if lines:
        done('edit', name, *(part for line in lines for part in ('-e', line)))


def test_help_and_version():
    assert 'netz COMMAND' in done('--help').out
    assert done('help').out == done('--help').out
    assert re.fullmatch(r'netz \d+\.\d+\.\d+\n', done('--version').out)
    for command in COMMANDS:
        assert f'  {command} ' in done('--help').out
        text = done(command, '--help').out
        assert f'netz {command}' in text and text == done('help', command).out
        assert all(len(line) < 100 for line in text.splitlines()), text


def test_wrong_usage():
    for arguments in ([], ['frobnicate'], ['help', 'frobnicate'], ['--frobnicate'], ['new'], ['new', '-o'],
                      ['new', 'a.netz'], ['check'], ['check', '--frobnicate', 'a'], ['info'], ['info', 'a', 'b'],
                      ['convert', 'a'], ['convert', 'a', 'b', 'c'], ['edit'], ['edit', 'a.netz'],
                      ['edit', '-', '-'], ['diff', 'a'], ['diff', '-', '-'], ['convert', '--width', 'wide', 'a', 'b']):
        outcome = refused(*arguments)
        assert outcome.out == '' and '--help' in outcome.err, (arguments, outcome)


def test_manual_pages_and_completion_name_every_option():
    completion = (TOP / 'data' / 'bash-completion' / 'netz').read_text(encoding='utf-8')
    for command in COMMANDS:
        page = (TOP / 'data' / 'man' / f'netz-{command}.1').read_text(encoding='utf-8')
        options = re.findall(r'--([a-z-]+)', done(command, '--help').out.split(':', 2)[2].split('\n\n')[0])
        assert options, command
        for option in options:
            assert f'Fl Fl {option}' in page, (command, option)
            assert f'--{option}' in completion, (command, option)
        assert command in completion


def test_completion_works():
    script = f'''
      . "{TOP}/data/bash-completion/netz"
      touch some.netz other.doc
      try () {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _netz; printf '%s\\n' "${{COMPREPLY[@]}}"; }}
      try netz conv; try netz convert --pap; try netz convert --to p; try netz convert --to = sv; try netz info so'''
    run = subprocess.run(['bash', '-c', 'shopt -s extglob\n' + script], stdout=subprocess.PIPE, text=True, check=True)
    assert run.stdout.split() == ['convert', '--paper', 'png', 'pdf', 'svg', 'some.netz'], run.stdout


def test_new():
    make()
    data = Path('a.netz').read_bytes()
    assert 'title="Köln"'.encode() in data and b'<kind id="library"' in data
    assert b'<institution ' not in data
    assert 'exists' in refused('new', '-o', 'a.netz').err or 'already' in refused('new', '-o', 'a.netz').err
    assert Path('a.netz').read_bytes() == data
    done('new', '-o', 'a.netz', '--force', '-c', 'general')
    assert b'catalogue="general"' in Path('a.netz').read_bytes()
    assert done('new', '-o', '-').out.startswith('<?xml')
    assert 'bildungspartner-nrw' in refused('new', '-o', 'b.netz', '-c', 'frobnicate').err
    refused('new', '-o', 'no-such-folder/b.netz')
    assert sorted(path.name for path in Path('.').iterdir()) == ['a.netz', 'a.netz~']


def test_written_files_are_valid():
    if shutil.which('xmllint') is None:
        return 'xmllint is missing'
    make('a.netz', 'Stadtbibliothek -- GGS Nord : idea, since 2008/09, tags="a, b"', 'set GGS Nord : pupils=200')
    subprocess.run(['xmllint', '--noout', '--relaxng', SCHEMA, 'a.netz'], check=True, stderr=subprocess.PIPE)
    return None


def test_check_clean():
    make('a.netz', 'Stadtbibliothek -- GGS Nord')
    outcome = done('check', 'a.netz')
    assert outcome.out == '' and outcome.err == '', outcome
    Path('b.netz').write_bytes(network('<institutions><institution id="i-1" name="A" kind="library"/></institutions>'))
    assert done('check', 'b.netz').err == ''
    assert done('check', '--notes', 'b.netz').err.startswith('b.netz:9: ')


def test_check_finds():
    Path('a.netz').write_bytes(network('''  <institutions>
    <institution id="i-1" kind="zoo" name="A" x="0" y="0"/>
    <institution id="i-2" kind="library" name="B" x="9" y="0"/>
  </institutions>
  <partnerships>
    <partnership id="p-1" from="i-1" to="i-9" programme="library-school"/>
    <partnership id="p-2" from="i-1" to="i-2" programme="library-school" since="2008-08" until="2007"/>
    <partnership
       id = 'p-3' from="i-2" to="i-1" since="2024-02-30" programme="library-school" until="2001"/>
  </partnerships>'''))
    lines = found('check', 'a.netz').err.splitlines()
    for number, word in ((10, 'zoo'), (14, 'i-9'), (15, '2007'), (16, '2024-02-30')):
        assert any(line.startswith(f'a.netz:{number}: ') and word in line for line in lines), (number, lines)
    assert found('check', 'a.netz', 'a.netz').err.splitlines() == lines * 2
    file = found('check', '--json', 'a.netz').json()[0]
    assert file['file'] == 'a.netz' and file['readable'] is True
    assert {'dangling-end', 'date-order', 'unknown-kind'} <= {issue['rule'] for issue in file['issues']}
    assert {issue['line'] for issue in file['issues']} == {10, 14, 15, 16}


def test_check_goes_on_after_an_unreadable_file():
    make()
    Path('bad.netz').write_bytes(b'<network')
    outcome = refused('check', 'bad.netz', 'none.netz', 'a.netz')
    assert 'bad.netz:1: ' in outcome.err and 'none.netz: ' in outcome.err
    files = refused('check', '--json', 'bad.netz', 'a.netz').json()
    assert [file['readable'] for file in files] == [False, True]


def test_info():
    make('a.netz', 'Stadtbibliothek -- GGS Nord', 'Stadtbibliothek -- GGS Süd : idea', 'Museum Ludwig',
         'set GGS Nord : district=Nippes')
    figures = done('info', '--json', '--measures', 'a.netz').json()
    assert figures['title'] == 'Köln' and figures['institutions'] == 4 and figures['partnerships'] == 2
    assert figures['by_kind'] == {'library': 1, 'museum': 1, 'primary-school': 2}
    assert figures['by_programme'] == {'library-school': 2}
    assert figures['by_status'] == {'established': 1, 'idea': 1}
    assert figures['by_district'] == {'': 3, 'Nippes': 1}
    assert figures['components'] == 2 and figures['isolated'] == 1
    assert abs(figures['density'] - 1 / 3) < 1e-12 and figures['mean_degree'] == 1
    each = {row['name']: row for row in figures['measures']}
    assert each['Stadtbibliothek']['degree'] == 2 and each['Museum Ludwig']['closeness'] == 0
    assert abs(each['Stadtbibliothek']['betweenness'] - 1 / 3) < 1e-12
    assert 'measures' not in done('info', '--json', 'a.netz').json()
    text = done('info', '--measures', 'a.netz').out
    assert text.startswith('Köln\n') and 'Institutions: 4' in text and 'GGS Süd' in text
    empty = done('info', '--json', '-', stdin=network()).json()
    assert empty['institutions'] == 0 and empty['density'] == 0 and empty['mean_degree'] == 0


def test_parts_of_a_network():
    koeln = str(TOP / 'data' / 'samples' / 'koeln-2008.netz')
    figures = done('info', '--json', '--filter', 'kind=library|museum', koeln).json()
    assert set(figures['by_kind']) == {'library', 'museum'}, figures
    figures = done('info', '--json', '--filter', 'status=established', '--as-of', '31.12.2004', koeln).json()
    assert set(figures['by_status']) == {'established'} and 0 < figures['partnerships'] < 40, figures
    whole = done('info', '--json', koeln).json()
    assert figures['partnerships'] < whole['partnerships']
    assert 'There is no field' in refused('info', '--filter', 'door=red', koeln).err
    assert '“soon” is not a date' in refused('info', '--as-of', 'soon', koeln).err
    assert 'The views are: “' in refused('info', '--view', 'Nirgends', koeln).err
    assert done('info', '--json', '--view', 'partner untereinander', koeln).json()['partnerships'] > 0
    done('convert', '--quiet', '--filter', 'kind=library', koeln, 'part.svg')
    assert 'Hauptschule' not in Path('part.svg').read_text(encoding='utf-8')
    assert not Path('part.netz').exists()
    refused('convert', '--filter', 'kind=library', koeln, 'part.netz')
    assert not Path('part.netz').exists()


def test_the_same_figures_in_any_locale():
    make('a.netz', 'Stadtbibliothek -- GGS Nord', 'Stadtbibliothek -- GGS Süd', 'Museum')
    expected = done('info', '--json', '--measures', 'a.netz').out
    for locale in ('C', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'no-such-locale'):
        assert done('info', '--json', '--measures', 'a.netz', env={'LC_ALL': locale}).out == expected
    for name in ('c', 'd'):
        shutil.copy('a.netz', f'{name}.netz')
    done('edit', 'c.netz', '-e', 'set Museum : latitude=50.9413', env={'LC_ALL': 'C'})
    done('edit', 'd.netz', '-e', 'set Museum : latitude=50.9413', env={'LC_ALL': 'de_DE.UTF-8'})
    assert Path('c.netz').read_bytes() == Path('d.netz').read_bytes()


def test_names_are_escaped_in_json_and_harmless_on_a_terminal():
    name = 'A"\\ B\u202e\u2028 <b>%s'
    make('a.netz', '"A""\\ B\u202e\u2028 <b>%s"')
    assert done('info', '--json', '-m', 'a.netz').json()['measures'][0]['name'] == name
    text = done('info', '-m', 'a.netz').out
    assert '\u202e' not in text and '<b>%s' in text and '\u2028' not in text


def test_convert_outline_and_back():
    make('a.netz', 'Stadtbibliothek -- GGS Nord : idea, since 2008/09', 'Museum []', 'GGS Nord -- Museum : ended')
    outcome = done('convert', 'a.netz', 'a.txt')
    assert 'a.txt: ' in outcome.err and 'place' in outcome.err
    assert done('convert', '-q', 'a.netz', 'quiet.txt').err == ''
    done('convert', 'a.txt', 'b.netz')
    done('convert', '-q', 'b.netz', 'b.txt')
    # The title is the network's own and stands in the first as a comment.
    assert Path('a.txt').read_text(encoding='utf-8').split('\n', 2)[2] == Path('b.txt').read_text(encoding='utf-8')
    assert done('check', '--notes', 'b.netz').err.count('place') == 0
    assert Path('a.txt').read_text(encoding='utf-8') == done('convert', '-q', '--to', 'outline', 'a.netz', '-').out


def test_convert_is_canonical_and_keeps_the_unknown():
    text = network('''<x:note xmlns:x="urn:x" x:y='1'>hello</x:note><!-- remark -->
<institutions><institution name='B &amp; C' id="i-2" colour-of-door="red"/><institution id="i-1" name="A"/></institutions>''')
    Path('a.netz').write_bytes(text)
    done('convert', '-q', 'a.netz', 'b.netz')
    done('convert', '-q', 'b.netz', 'c.netz')
    data = Path('b.netz').read_bytes()
    assert Path('c.netz').read_bytes() == data
    for kept in (b'urn:x', b'hello', b'remark', b'colour-of-door="red"', b'B &amp; C'):
        assert kept in data, (kept, data)
    assert data.index(b'i-1') < data.index(b'i-2')
    assert done('convert', '-q', '--to', 'netz', '-', '-', stdin=text).raw == data


def test_convert_pictures():
    make('a.netz', 'Stadtbibliothek Köln -- GGS Süd', 'Café Größe')
    for suffix, magic in (('png', b'\x89PNG'), ('svg', b'<?xml'), ('pdf', b'%PDF')):
        outcome = done('convert', 'a.netz', f'a.{suffix}')
        assert Path(f'a.{suffix}').read_bytes().startswith(magic)
        assert outcome.err.startswith(f'a.{suffix}: ')
        assert done('convert', '-q', '--to', suffix, 'a.netz', '-').raw.startswith(magic)
    done('convert', '-q', '--width', '640', 'a.netz', 'w.PNG')
    assert struct.unpack('>I', Path('w.PNG').read_bytes()[16:20])[0] == 640
    assert 'Café Größe' in Path('a.svg').read_text(encoding='utf-8')
    assert 'Mein Titel' in done('convert', '-q', '-t', 'Mein Titel', '--to', 'svg', 'a.netz', '-').out
    bare = done('convert', '-q', '--no-legend', '--to', 'svg', 'a.netz', '-').out
    assert len(bare) < len(done('convert', '-q', '--to', 'svg', 'a.netz', '-').out)
    assert 'Bibliothek' in done('convert', '-q', '--lang', 'de', '--to', 'svg', 'a.netz', '-').out
    for style in ('light', 'dark', 'print', 'projector'):
        done('convert', '-q', '--style', style, 'a.netz', f'{style}.svg')
    assert Path('dark.svg').read_bytes() != Path('print.svg').read_bytes()


def test_convert_pdf_paper():
    if shutil.which('pdfinfo') is None:
        return 'pdfinfo is missing'
    make('a.netz', 'Stadtbibliothek Köln -- GGS Süd')

    def pages(*options):
        done('convert', '-q', *options, 'a.netz', 'a.pdf')
        text = subprocess.run(['pdfinfo', 'a.pdf'], stdout=subprocess.PIPE, text=True, check=True).stdout
        size = re.search(r'Page size:\s+([\d.]+) x ([\d.]+)', text)
        return int(re.search(r'Pages:\s+(\d+)', text)[1]), round(float(size[1])), round(float(size[2]))

    assert pages('--paper', 'A4') == (1, 595, 842)
    assert pages('--paper', 'a3', '--landscape') == (1, 1191, 842)
    assert pages('--paper', 'A0') == (1, 2384, 3370)
    assert pages('--tiles', '2')[0] >= 2
    text = subprocess.run(['pdftotext', 'a.pdf', '-'], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert 'Stadtbibliothek' in text
    return None


def test_convert_refuses():
    make()
    for arguments in (['a.netz', 'a.doc'], ['a.netz', '-'], ['a.netz', 'a.pdf', '--paper', 'A9'],
                      ['a.netz', 'a.png', '--width', '-3'], ['a.netz', 'a.png', '--width', '1000000000'],
                      ['a.netz', 'a.png', '--style', 'loud'], ['--from', 'png', 'a.netz', 'b.netz'],
                      ['--to', 'doc', 'a.netz', 'b.netz'], ['none.netz', 'a.pdf'], ['a.netz', 'none/a.pdf'],
                      ['a.txt', 'b.netz'], ['-c', 'frobnicate', 'c.txt', 'b.netz']):
        Path('c.txt').write_text('A\n', encoding='utf-8')
        before = sorted(path.name for path in Path('.').iterdir())
        refused('convert', *arguments)
        assert sorted(path.name for path in Path('.').iterdir()) == before, arguments


def test_edit():
    make('a.netz', 'Stadtbibliothek Köln [library]')
    Path('script.txt').write_text('# more\nVHS Köln\nstadtbibliothek koeln -- VHS Köln : idea\n', encoding='utf-8')
    done('edit', 'a.netz', '-e', 'Museum Ludwig', 'script.txt')
    figures = done('info', '--json', 'a.netz').json()
    assert figures['institutions'] == 3 and figures['partnerships'] == 1
    done('edit', 'a.netz', '-', stdin='remove Museum Ludwig\nrename VHS Köln : Volkshochschule'.encode())
    assert 'Volkshochschule' in done('convert', '-q', '--to', 'outline', 'a.netz', '-').out
    filtered = done('edit', '-', '-e', 'remove Volkshochschule', stdin=Path('a.netz').read_bytes())
    assert b'Volkshochschule"' not in filtered.raw and b'Stadtbibliothek' in filtered.raw


def test_edit_all_or_nothing():
    make('a.netz', 'A [library]')
    data = Path('a.netz').read_bytes()
    Path('script.txt').write_text('B\nset Z : district=x\nC -- \n', encoding='utf-8')
    outcome = refused('edit', 'a.netz', '-e', 'D [zoo]', 'script.txt')
    lines = outcome.err.splitlines()
    assert len(lines) == 3 and lines[0].startswith('-e:1: '), lines
    assert lines[1].startswith('script.txt:2: ') and lines[2].startswith('script.txt:3: '), lines
    assert Path('a.netz').read_bytes() == data
    refused('edit', 'none.netz', '-e', 'A')
    assert not Path('none.netz').exists()
    refused('edit', 'a.netz', 'none.txt')
    refused('edit', 'a.netz', '-', stdin=b'A\0B')
    refused('edit', 'a.netz', '-', stdin=b'A\xffB')
    assert Path('a.netz').read_bytes() == data


def test_edit_that_changes_nothing_writes_nothing():
    make('a.netz', 'A [library]')
    Path('a.netz~').unlink(missing_ok=True)
    before = Path('a.netz').stat()
    done('edit', 'a.netz', '-e', 'A [library]')
    after = Path('a.netz').stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert not Path('a.netz~').exists()


def test_diff():
    make('a.netz', 'Stadtbibliothek -- GGS Nord : idea', 'Museum')
    shutil.copy('a.netz', 'b.netz')
    same = done('diff', 'a.netz', 'b.netz')
    assert same.out == '' and same.err == ''
    assert done('diff', '--json', 'a.netz', 'b.netz').json() == {'changes': []}
    done('edit', 'b.netz', '-e', 'remove Museum', '-e', 'set Stadtbibliothek -- GGS Nord : established',
         '-e', 'set GGS Nord : district=Nippes', '-e', 'VHS')
    text = found('diff', 'a.netz', 'b.netz').out
    headings = [line for line in text.splitlines() if not line.startswith(' ')]
    assert headings == ['GGS Nord', 'Museum', 'Stadtbibliothek', 'VHS'], text
    assert '  District: now Nippes' in text and 'Idea → Established' in text
    changes = {(change['table'], change['name'].split(' (')[0]): change
               for change in found('diff', '--json', 'a.netz', 'b.netz').json()['changes']}
    assert changes['institution', 'Museum']['change'] == 'removed'
    assert changes['institution', 'VHS']['change'] == 'added'
    status = changes['partnership', 'Stadtbibliothek – GGS Nord']
    assert status['fields'] == [{'field': 'status', 'before': 'idea', 'after': 'established'}]
    found('diff', '-', 'a.netz', stdin=Path('b.netz').read_bytes())
    refused('diff', 'a.netz', 'none.netz')


def places(path):
    """Where each institution is."""
    text = Path(path).read_text()
    return {name: (float(x), float(y))
            for name, x, y in re.findall(r'<institution [^>]*name="([^"]*)"[^>]* x="([^"]*)" y="([^"]*)"', text)}


def test_layout():
    make('a.netz', *(f'Stadtbibliothek -- GGS {name}' for name in 'Nord Ost West'.split()), 'Museum -- GGS Nord')
    before = Path('a.netz').read_bytes()
    for engine in 'force kind district layered circle rings tidy new'.split():
        done('layout', 'a.netz', '-o', 'b.netz', '--engine', engine)
        done('layout', 'a.netz', '-o', 'c.netz', '--engine', engine)
        assert Path('b.netz').read_bytes() == Path('c.netz').read_bytes(), engine
        assert len(places('b.netz')) == 5, engine
        done('check', 'b.netz')
    assert Path('a.netz').read_bytes() == before
    done('layout', 'a.netz', '-o', 'b.netz', '--seed', '2')
    assert places('a.netz') != places('b.netz')
    heights = {}
    done('layout', 'a.netz', '-o', 'b.netz', '-e', 'layered')
    for name, (_, y) in places('b.netz').items():
        heights.setdefault('school' if name.startswith('GGS') else 'provider', set()).add(y)
    assert max(heights['provider']) < min(heights['school']), heights
    assert 'coordinates' in refused('layout', 'a.netz', '-o', 'd.netz', '-e', 'map').err
    refused('layout', 'a.netz', '-o', 'd.netz', '-e', 'frobnicate')
    refused('layout', 'a.netz')
    assert 'i-none' in refused('layout', 'a.netz', '-o', 'd.netz', '-e', 'rings', '--around', 'i-none').err
    assert not Path('d.netz').exists()
    done('layout', 'a.netz', '-o', 'a.netz', '-e', 'circle')


def test_german():
    make('a.netz', 'Stadtbibliothek -- GGS Nord : idea')
    text = done('info', 'a.netz', env={'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}).out
    assert 'Grundschule' in text and 'Bibliothek' in text, text


def test_no_toolkit():
    if shutil.which('readelf') is None:
        return 'readelf is missing'
    needed = subprocess.run(['readelf', '-d', NETZ], stdout=subprocess.PIPE, text=True, check=True).stdout
    libraries = re.findall(r'NEEDED.*\[(.*)\]', needed)
    assert any(name.startswith('libglib') for name in libraries)
    assert not [name for name in libraries if re.match('lib(gtk|gdk-|adwaita|X11|wayland)', name)], libraries
    return None


def test_no_display():
    make('a.netz', 'A -- B')
    done('convert', '-q', 'a.netz', 'a.pdf', env={'DISPLAY': '', 'WAYLAND_DISPLAY': '', 'HOME': '/nonexistent'})


main(cases_of(globals()))
