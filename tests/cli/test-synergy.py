#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""netz synergy, and what netz info --measures says of structure."""
import csv
import io
import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

from cli import TOP, cases_of, done, main, refused

COLOGNE = TOP / 'data' / 'samples' / 'koeln-2008.netz'
COUNTED = {
    'established': {'established'},
    'preparation': {'established', 'preparation'},
    'all': {'established', 'preparation', 'idea', 'dormant'},
}


def count_again(counted):
    """The same another way: all pairs of providers, as sets."""
    root = ET.parse(COLOGNE).getroot()
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    named = lambda name: [e for e in elements if e.tag.rpartition('}')[2] == name]
    groups = {k.get('id'): k.get('group') for k in named('kind')}
    role = {i.get('id'): groups.get(i.get('kind')) for i in named('institution')}
    served, links = {i: set() for i in role if role[i] == 'provider'}, {}
    for p in named('partnership'):
        ends = (p.get('from'), p.get('to'))
        roles = tuple(role[e] for e in ends)
        if roles == ('provider', 'provider'):
            links.setdefault(frozenset(ends), set()).add(p.get('status'))
        elif sorted(roles) == ['provider', 'school'] and p.get('status') in counted:
            provider, school = ends if roles[0] == 'provider' else ends[::-1]
            served[provider].add(school)
    groups = {'open': {}, 'planned': {}, 'linked': {}, 'idle': {}}
    for a, b in itertools.combinations(served, 2):
        shared = served[a] & served[b]
        status = links.get(frozenset((a, b)), set()) - {'ended'}
        if status & counted:
            groups['linked' if shared else 'idle'][frozenset((a, b))] = shared
        elif shared:
            groups['planned' if status else 'open'][frozenset((a, b))] = shared
    return groups


def test_agrees_with_another_count():
    for status, counted in COUNTED.items():
        result = done('synergy', '--json', '--status', status, COLOGNE).json()
        assert result['counted'] == status
        for group, pairs in count_again(counted).items():
            said = {frozenset((p['a']['id'], p['b']['id'])): {s['id'] for s in p['schools']} for p in result[group]}
            assert said == pairs, (status, group, said, pairs)
            keys = [(-p['shared'], -p['share']) for p in result[group]]
            assert keys == sorted(keys), (status, group)
            assert all(p['shared'] == len(p['schools']) for p in result[group])


def test_first_in_cologne():
    text = done('synergy', COLOGNE).out
    assert text.startswith('Providers that serve the same schools and are not linked (9)\n     1  Medienzentrum der '
                           'Stadt Köln and Stadtteilbibliothek Nippes serve 2 of the same schools and are not linked.')


def test_csv():
    rows = list(csv.DictReader(io.StringIO(done('synergy', '--csv', COLOGNE).out)))
    assert [r['state'] for r in rows].count('open') == 9
    assert rows[0]['shared'] == '2' and rows[0]['share'] == '0.5' and rows[0]['rank'] == '1', rows[0]
    assert rows[0]['schools'] == 'Erich-Kästner-Gymnasium; Edith-Stein-Realschule'


def test_as_of():
    early = done('synergy', '--as-of', '1990', '--json', COLOGNE).json()
    assert early['open'] == [], early['open']


def test_refused():
    refused('synergy')
    refused('synergy', COLOGNE, COLOGNE)
    refused('synergy', '--json', '--csv', COLOGNE)
    refused('synergy', '--status', 'ended', COLOGNE)
    refused('synergy', '--as-of', 'soon', COLOGNE)
    refused('synergy', 'no-such-file.netz')


def test_structure():
    Path('row.txt').write_text('Aachen -- Bonn\nBonn -- Celle\nCelle -- Düren\nEssen\n', encoding='utf-8')
    done('convert', 'row.txt', 'row.netz')
    figures = done('info', '--measures', '--json', 'row.netz').json()
    ids = {m['name']: m['id'] for m in figures['measures']}
    assert figures['degree_distribution'] == [1, 2, 2]
    assert [len(i) for i in figures['islands']] == [4, 1]
    cuts = {c['name']: c for c in figures['cut_vertices']}
    assert set(cuts) == {'Bonn', 'Celle'} and cuts['Bonn']['split_off'] == 1 and cuts['Bonn']['parts'] == 2
    assert cuts['Bonn']['without_the_largest'] == [[ids['Aachen']]]
    assert len(figures['bridges']) == 3 and len(figures['bridges'][0]['split_off']) == 2
    assert sorted(map(sorted, figures['communities'])) == sorted(map(sorted, [[ids['Aachen'], ids['Bonn']],
                                                                             [ids['Celle'], ids['Düren']]]))
    text = done('info', '--measures', 'row.netz').out
    assert 'Without them an island falls apart: 2\n' in text and '  Bonn: 2 parts\n    – Aachen\n' in text, text
    assert 'cut_vertices' not in done('info', '--json', 'row.netz').json()


if __name__ == '__main__':
    main(cases_of(globals()))
