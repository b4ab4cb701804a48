#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""netz agreements and netz compare."""
import csv
import io
from pathlib import Path

from cli import TOP, cases_of, done, found, main, network, refused

COLOGNE = TOP / 'data' / 'samples' / 'koeln-2008.netz'
EMPTY = TOP / 'data' / 'samples' / 'leer.netz'
GERMAN = {'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}


def small():
    Path('a.netz').write_bytes(network('''  <institutions>
    <institution id="i-1" kind="library" name="A"/>
    <institution id="i-2" kind="primary-school" name="B"/>
    <institution id="i-3" kind="primary-school" name="C"/>
    <institution id="i-4" kind="primary-school" name="D"/>
  </institutions>
  <partnerships>
    <partnership id="p-1" from="i-1" to="i-2" status="established" agreement="2008-05-06" term="2" open-to-all="true">
      <contact side="from" person="Ada"/><contact side="to" person="Ben"/></partnership>
    <partnership id="p-2" from="i-1" to="i-3" status="idea" next-step="Anrufen" next-date="2010-05-01">
      <contact side="lead" person="Cem"/></partnership>
    <partnership id="p-3" from="i-1" to="i-4" programme="library-school" status="preparation"/>
  </partnerships>''').replace(b'to="@school"', b'to="@school" systematic="true"'))


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_small():
    small()
    figures = found('agreements', '--json', '--on', '2010-05-06', '--within', '1', 'a.netz').json()
    assert figures['on'] == '2010-05-06' and figures['within'] == 1 and 'actions' not in figures
    assert [(a['id'], a['state'], a['end']) for a in figures['agreements']] == [
        ('p-1', 'ending', '2010-05-06'), ('p-3', 'open', None)], figures
    assert figures['agreements'][0]['missing'] == ['programme'] and figures['judged'] == 1
    assert figures['agreements'][1]['without_contact'] == ['from', 'to']
    assert 'Ends within 1 month\n' in found('agreements', '--on', '6.5.2010', '-w', '1', 'a.netz').out
    assert 'Already over' in found('agreements', '--on', '2010-05-07', 'a.netz').out


def test_nothing_to_do():
    small()
    Path('b.netz').write_bytes(Path('a.netz').read_bytes().replace(b'id="p-1"', b'id="p-1" programme="library-school"'))
    found('agreements', '--on', '2009-05-06', 'b.netz')
    done('agreements', '--on', '2009-05-05', 'b.netz')
    assert done('agreements', '--missing', '--csv', '--on', '2011', 'b.netz').out.count('\n') == 1
    found('agreements', '--csv', '--on', '2011', 'b.netz')
    assert done('agreements', EMPTY).out.endswith('Without a contact on a side: 0\n')


def test_actions():
    small()
    table = rows(found('agreements', '--actions', '--csv', '--on', '2010-05-06', 'a.netz').out)
    assert [(r['id'], r['overdue'], r['responsible'], r['next_date']) for r in table] == [
        ('p-2', 'yes', 'Cem', '2010-05-01'), ('p-3', 'no', '', '')], table
    assert 'overdue since 01/05/2010: Anrufen (Cem)' in found('agreements', '-a', '--on', '2010-05-06', 'a.netz').out
    done('agreements', '--actions', '--filter', 'status=idea', '--on', '2010-05-01', 'a.netz')
    found('agreements', '--actions', '--filter', 'status=idea', '--on', '2010-05-02', 'a.netz')


def test_cologne():
    """Counted by a script of its own with ElementTree: see tests/planning/test-agreement.c."""
    figures = found('agreements', '--json', '--on', '2008-08-11', COLOGNE).json()
    counts = [figures[key] for key in ('judged', 'registrable', 'without_contact', 'ending', 'over')]
    assert counts == [43, 15, 15, 4, 9], counts
    assert figures['agreements'][9]['id'] == 'p-hwqpj0krbwzk5' and figures['agreements'][9]['end'] == '2008-08-14'
    figures = found('agreements', '--json', '--on', '2010-01-01', '--within=6', '--actions', '--missing', COLOGNE).json()
    assert figures['ending'] == 6 and figures['over'] == 16 and len(figures['agreements']) == 28
    assert len(figures['actions']) == 49 and sum(a['overdue'] for a in figures['actions']) == 7
    table = rows(found('agreements', '--csv', '--missing', '--on', '2008-08-11', COLOGNE).out)
    assert len(table) == 28 and sum('open-to-all' in row['missing'] for row in table) == 13


def test_catalogue():
    """The criteria are those of the network's catalogue: three in the general one; without one, the default."""
    small()
    data = Path('a.netz').read_bytes()
    for catalogue, missing in (('general', ['agreement', 'contacts']), ('gone', ['agreement', 'term', 'contacts',
                                                                                 'open-to-all'])):
        Path('b.netz').write_bytes(data.replace(b'title="Test"', f'title="T" catalogue="{catalogue}"'.encode()))
        figures = found('agreements', '--json', '--on', '2010', 'b.netz').json()
        assert figures['agreements'][1]['missing'] == missing, figures


def test_compare():
    small()
    files = done('compare', '--json', 'a.netz', COLOGNE, EMPTY).json()
    assert [f['institutions'] for f in files] == [4, 70, 0] and files[0]['file'] == 'a.netz'
    assert files[0]['coverage'] == 1 / 3 and files[0]['coverage.library-school'] == 0
    assert files[0]['density'] == 0.5 and files[2]['density'] is None
    assert files[1]['coverage'] == 30 / 45 and files[1]['partner-links'] == 11
    assert abs(files[1]['density'] - 128 / (70 * 69 / 2)) < 1e-12
    info = done('info', '--json', COLOGNE).json()
    assert abs(files[1]['density'] - info['density']) < 1e-12
    assert abs(files[1]['mean-partners'] - info['mean_degree']) < 1e-12


def test_compare_counts_communities():
    """Two triangles that one partnership joins are two communities; what is alone is none."""
    done('new', '-o', 'a.netz')
    lines = [f'{a} -- {b} : project' for a, b in ('AB', 'AC', 'BC', 'DE', 'DF', 'EF', 'CD')] + ['G']
    done('edit', 'a.netz', *(part for line in lines for part in ('-e', line)))
    assert [f['communities'] for f in done('compare', '--json', 'a.netz', EMPTY).json()] == [2, 0]


def test_compare_csv_and_text():
    table = list(csv.reader(io.StringIO(done('compare', '--csv', COLOGNE, EMPTY).out)))
    assert table[0] == ['figure', str(COLOGNE), str(EMPTY)] and ['schools', '45', '0'] in table, table
    text = done('compare', EMPTY, COLOGNE, env=GERMAN).out
    assert '(2) ' in text and '3,66' in text, text
    filtered = done('compare', '--json', '--filter', 'kind=library', COLOGNE, COLOGNE).json()
    assert filtered[0] == filtered[1] and filtered[0]['schools'] == 0


def test_compare_says_each_file_that_cannot_be_read():
    Path('bad.netz').write_bytes(b'<network')
    outcome = refused('compare', 'bad.netz', COLOGNE, 'none.netz')
    assert 'bad.netz:1: ' in outcome.err and 'none.netz: ' in outcome.err and outcome.out == ''


def test_wrong_usage():
    for arguments in (['agreements'], ['agreements', 'a', 'b'], ['agreements', '--on', 'soon', COLOGNE],
                      ['agreements', '--within', '-1', COLOGNE], ['agreements', '--csv', '--json', COLOGNE],
                      ['agreements', '--csv', '--missing', '--actions', COLOGNE], ['compare', COLOGNE],
                      ['compare'] + [COLOGNE] * 9, ['compare', '-', '-'], ['compare', '--csv', '--json', 'a', 'b'],
                      ['agreements', '--filter', '"', COLOGNE], ['compare', '--view', 'none', COLOGNE, COLOGNE]):
        assert refused(*arguments).out == ''


if __name__ == '__main__':
    main(cases_of(globals()))
