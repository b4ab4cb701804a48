#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""netz import: a table into a network, again next year, and what goes wrong."""
from pathlib import Path

from cli import cases_of, done, found, main, refused

LIST = '''sep=;
Schulnummer;Schulform;Kurzbezeichnung;Ort;Strasse;
"1";"02";"Köln, GG ""Süd""";"Köln";"Weg 1";
"2";"20";"Köln, Gym Nord";"Köln";"Weg 2";
"3";"20";"Bonn, Gym";"Bonn";"Weg 3";
'''


def write(name, text, encoding='utf-8'):
    Path(name).write_text(text, encoding=encoding)


def test_first_and_second():
    done('new', '-o', 'a.netz')
    write('list.csv', LIST, 'cp1252')
    outcome = done('import', 'a.netz', 'list.csv', '--filter', 'ort = köln', '-o', 'b.netz', '--save-map', 'list.map')
    assert '     2 new' in outcome.out and '     0 gone' in outcome.out, outcome
    kinds = done('info', '--json', 'b.netz').json()['by_kind']
    assert 'primary-school' in str(kinds) and 'gymnasium' in str(kinds), kinds
    assert 'number=Schulnummer' in Path('list.map').read_text(encoding='utf-8')
    # Next year: one renamed, one gone, one new; the same mapping says what is wanted.
    write('next.csv', LIST.replace('Gym Nord', 'Gym Nordpark').replace('"1";', '"4";'))
    outcome = done('import', 'b.netz', 'next.csv', '--map', 'list.map', '-o', 'b.netz', '--json')
    report = outcome.json()
    assert (report['new'], report['gone'], report['renamed'], report['filtered']) == (1, 1, 1, 1), report
    assert 'not in the list any more' in Path('b.netz').read_text(encoding='utf-8')
    again = done('import', 'b.netz', 'next.csv', '--map', 'list.map', '-o', 'c.netz')
    assert '     2 unchanged' in again.out, again
    assert Path('b.netz').read_bytes() == Path('c.netz').read_bytes()


def test_report_only():
    done('new', '-o', 'a.netz')
    before = Path('a.netz').read_bytes()
    write('list.csv', LIST)
    outcome = done('import', 'a.netz', 'list.csv', '--all')
    assert 'new: Köln, GG "Süd"' in outcome.out, outcome
    assert Path('a.netz').read_bytes() == before
    assert done('import', 'a.netz', '-', stdin=LIST.encode()).out.count('new') == 1


def test_unsure():
    done('new', '-o', 'a.netz')
    done('edit', 'a.netz', '-e', 'Stadtbibliothek Kalk [library] : district=Kalk')
    write('list.csv', 'Name;Bezirk\nBibliothek Kalk, Stadtbibliothek;Kalk\n')
    outcome = found('import', 'a.netz', 'list.csv', '-o', 'b.netz')
    assert 'perhaps “Stadtbibliothek Kalk”' in outcome.out, outcome
    assert done('info', '--json', 'b.netz').json()['institutions'] == 1
    done('import', 'a.netz', 'list.csv', '-o', 'b.netz', '--unsure', 'new')
    assert done('info', '--json', 'b.netz').json()['institutions'] == 2
    done('import', 'a.netz', 'list.csv', '-o', 'b.netz', '--unsure', 'same')
    assert done('info', '--json', 'b.netz').json()['institutions'] == 1
    refused('import', 'a.netz', 'list.csv', '-o', 'c.netz', '--unsure', 'perhaps')
    assert not Path('c.netz').exists()


def test_partnerships():
    done('new', '-o', 'a.netz')
    done('edit', 'a.netz', '-e', 'Stadtbibliothek [library]', '-e', 'Gymnasium Nord [gymnasium]')
    write('pairs.csv', 'Bibliothek,Schule,Status\nStadtbibliothek,Gymnasium Nord,in Anbahnung\n')
    done('import', 'a.netz', 'pairs.csv', '-o', 'b.netz')
    info = done('info', '--json', 'b.netz').json()
    assert info['partnerships'] == 1 and 'preparation' in str(info['by_status']), info


def test_bad_tables():
    done('new', '-o', 'a.netz')
    for text, message in ((b'', 'The file is empty.'), (b'<html>', 'web page'), (b'PK\x03\x04', 'damaged'),
                          (b'A;B\n"1;2\n', 'Line 2, column 1')):
        Path('bad.csv').write_bytes(text)
        outcome = refused('import', 'a.netz', 'bad.csv', '-o', 'b.netz')
        assert message in outcome.err and outcome.err.startswith('bad.csv: '), outcome
        assert not Path('b.netz').exists()
    write('list.csv', LIST)
    for wrong in (['--filter', 'Land=NRW'], ['--filter', 'Land'], ['--key', 'Nr'], ['--map', 'list.csv'],
                  ['--map', 'nowhere'], ['--separator', 'abc'], ['--encoding', 'KLINGON'], ['--kind', 'castle']):
        outcome = refused('import', 'a.netz', 'list.csv', '-o', 'b.netz', *wrong)
        assert outcome.err and not Path('b.netz').exists(), (wrong, outcome)
    refused('import', 'a.netz')
    refused('import', '-', '-')


main(cases_of(globals()))
