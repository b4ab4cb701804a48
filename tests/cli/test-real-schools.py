#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""
The 297 schools of Cologne with partnerships that are drawn by lot: what netz counts is counted here a second time, in
another language and another way.
"""
import csv
import io
import itertools
import os
import random
import sys
import xml.sax.saxutils
from collections import Counter, defaultdict
from pathlib import Path

from cli import done, found, main, netz

LIST = Path(os.environ.get('NETZ_TEST_DATA') or '/nonexistent', 'schools', 'nrw_schuldaten_2021.csv')
COLOGNE = '05315000'
SEED = 2008
KINDS = {'02': 'primary-school', '04': 'lower-secondary-school', '08': 'special-needs-school', '10': 'realschule',
         '14': 'sekundarschule', '15': 'comprehensive-school', '17': 'waldorf-school', '20': 'gymnasium',
         '25': 'second-chance-college', '30': 'vocational-college'}
PROVIDERS = [('library', 'library-school', 6), ('adult-education', 'adult-education-school', 1),
             ('museum', 'museum-school', 4), ('media-centre', 'media-centre-school', 1),
             ('archive', 'archive-school', 1), ('music-school', 'music-school-school', 2)]
STATUSES = ['established'] * 5 + ['preparation'] * 2 + ['idea'] * 2 + ['dormant', 'ended']


class Town:
    """Schools from the ministry's list, invented providers, partnerships by lot."""

    def __init__(self):
        lot = random.Random(SEED)
        text = LIST.read_bytes().decode('utf-8-sig')
        rows = list(csv.DictReader(io.StringIO(text.split('\n', 1)[1]), delimiter=';'))
        self.schools = {}
        for row in rows:
            if row['Gemeindeschluessel'] == COLOGNE and row['Schulform'] != '0A':
                self.schools['i-' + row['Schulnummer']] = (
                    KINDS.get(row['Schulform'], 'special-needs-school'), row['Kurzbezeichnung'],
                    f'Bezirk {int(row["PLZ"]) % 9 + 1}', lot.randint(1, 9))
        self.providers = {f'i-{kind}-{n}': (kind, f'{kind} {n}', programme)
                          for kind, programme, count in PROVIDERS for n in range(count)}
        self.partnerships = []
        for provider, (_, _, programme) in self.providers.items():
            for school in lot.sample(sorted(self.schools), lot.randint(0, 25)):
                since = lot.randint(1995, 2007)
                self.partnerships.append((provider, school, programme, lot.choice(STATUSES), since,
                                          since + lot.randint(1, 12) if lot.random() < .3 else None))
        pairs = list(itertools.combinations(sorted(self.providers), 2))
        for a, b in lot.sample(pairs, 8):
            self.partnerships.append((a, b, 'partner-link', lot.choice(STATUSES), 2005, None))

    def write(self, path, template):
        quote = xml.sax.saxutils.quoteattr
        institutions = [f'<institution id="{i}" name={quote(name)} kind="{kind}" district="{district}" '
                        f'social-index="{index}"/>' for i, (kind, name, district, index) in self.schools.items()]
        institutions += [f'<institution id="{i}" name="{name}" kind="{kind}"/>'
                         for i, (kind, name, _) in self.providers.items()]
        partnerships = [f'<partnership id="p-{n}" from="{a}" to="{b}" programme="{programme}" status="{status}" '
                        f'since="{since}"' + (f' until="{until}"' if until else '') + '/>'
                        for n, (a, b, programme, status, since, until) in enumerate(self.partnerships)]
        text = template.replace('<institutions>', '<institutions>\n' + '\n'.join(institutions))
        path.write_text(text.replace('<partnerships>', '<partnerships>\n' + '\n'.join(partnerships)), encoding='utf-8')

    def of_status(self, *statuses):
        return [one for one in self.partnerships if one[3] in statuses]


def town():
    """The town, and the file that says so; None without the list."""
    if not LIST.exists():
        return None, None
    path = Path('town.netz')
    done('new', '-o', 'empty.netz')
    made = Town()
    made.write(path, Path('empty.netz').read_text(encoding='utf-8'))
    return made, path


NO_LIST = f'the ministry’s list is not there ({LIST})'


def served(partnerships, schools):
    """Which schools each provider serves."""
    by_provider = defaultdict(set)
    for a, b, *_ in partnerships:
        if b in schools:
            by_provider[a].add(b)
    return by_provider


def test_sizes():
    made, path = town()
    if made is None:
        return NO_LIST
    assert len(made.schools) == 297, len(made.schools)
    info = done('info', '--json', path).json()
    assert info['institutions'] == 297 + len(made.providers)
    assert info['partnerships'] == len(made.partnerships)
    assert info['by_status'] == Counter(one[3] for one in made.partnerships)
    assert info['by_programme'] == Counter(one[2] for one in made.partnerships)
    kinds = Counter(kind for kind, *_ in made.schools.values()) + Counter(kind for kind, *_ in made.providers.values())
    assert info['by_kind'] == kinds
    pairs = {frozenset(one[:2]) for one in made.partnerships}
    n = info['institutions']
    assert abs(info['density'] - 2 * len(pairs) / (n * (n - 1))) < 1e-12
    touched = set().union(*pairs)
    assert info['isolated'] == n - len(touched)
    return None


def count_components(nodes, pairs):
    parent = {node: node for node in nodes}

    def root(node):
        while parent[node] != node:
            node = parent[node]
        return node
    for a, b in pairs:
        parent[root(a)] = root(b)
    return len({root(node) for node in nodes})


def test_components():
    made, path = town()
    if made is None:
        return NO_LIST
    info = done('info', '--json', path).json()
    nodes = list(made.schools) + list(made.providers)
    assert info['components'] == count_components(nodes, [one[:2] for one in made.partnerships])
    return None


def test_synergies():
    made, path = town()
    if made is None:
        return NO_LIST
    by_provider = served(made.of_status('established'), made.schools)
    linked = {frozenset(one[:2]) for one in made.partnerships if one[2] == 'partner-link' and one[3] == 'established'}
    wanted = {}
    for a, b in itertools.combinations(sorted(made.providers), 2):
        shared = by_provider[a] & by_provider[b]
        if shared and frozenset((a, b)) not in linked:
            wanted[frozenset((a, b))] = (len(shared), len(shared) / len(by_provider[a] | by_provider[b]))
    answer = done('synergy', '--json', path).json()
    # A link that is only planned does not count yet, but is told of apart.
    got = sorted(answer['open'] + answer['planned'], key=lambda one: (-one['shared'], -one['share']))
    assert wanted, 'the lot has given nobody a school in common'
    assert {frozenset((one['a']['id'], one['b']['id'])): one['shared'] for one in got} == {
        pair: shared for pair, (shared, _) in wanted.items()}
    for one in got:
        assert abs(one['share'] - wanted[frozenset((one['a']['id'], one['b']['id']))][1]) < 1e-9, one
    for rank in ('open', 'planned'):
        ranked = [(one['shared'], one['share']) for one in answer[rank]]
        assert ranked == sorted(ranked, reverse=True), ranked
    return None


def test_figures_beside_each_other():
    made, path = town()
    if made is None:
        return NO_LIST
    figures = done('compare', '--json', path, 'empty.netz').json()[0]
    established = made.of_status('established')
    covered = {b for a, b, *_ in established if b in made.schools}
    assert figures['schools'] == 297
    assert figures['providers'] == len(made.providers)
    assert figures['established'] == len(established)
    assert abs(figures['coverage'] - len(covered) / 297) < 1e-9
    for programme in {one[2] for one in established} - {'partner-link'}:
        share = len({b for _, b, which, *_ in established if which == programme}) / 297
        assert abs(figures['coverage.' + programme] - share) < 1e-9, programme
    assert figures['partner-links'] == len({frozenset(one[:2]) for one in established if one[2] == 'partner-link'})
    return None


def test_as_of():
    made, path = town()
    if made is None:
        return NO_LIST
    for year in (1994, 2000, 2004, 2008):
        # What ended without a date cannot have been there on a day; with one it was established until then.
        there = [one for one in made.partnerships if one[4] <= year and (one[5] is None or one[5] >= year)
                 and (one[3] != 'ended' or one[5] is not None)]
        info = done('info', '--json', '--as-of', str(year), path).json()
        assert info['partnerships'] == len(there), (year, info['partnerships'], len(there))
        assert info['by_status'].get('established', 0) == sum(one[3] in ('established', 'ended') for one in there)
    return None


def test_filters():
    made, path = town()
    if made is None:
        return NO_LIST
    library = [one for one in made.partnerships if one[2] == 'library-school']
    assert done('info', '--json', '--filter', 'programme=library-school', path).json()['partnerships'] == len(library)
    schools = [i for i, (kind, *_) in made.schools.items() if kind == 'gymnasium']
    assert done('info', '--json', '--filter', 'kind=gymnasium', path).json()['institutions'] == len(schools)
    need = [i for i, (*_, index) in made.schools.items() if index >= 8]
    assert done('info', '--json', '--filter', 'social-index>=8', path).json()['institutions'] == len(need)
    return None


def test_rules_and_readiness():
    made, path = town()
    if made is None:
        return NO_LIST
    assert netz('check', path).status in (0, 1)
    missing = found('readiness', '--json', path)
    assert missing.json()['ready'] is False
    return None


if __name__ == '__main__':
    main([case for name, case in list(globals().items()) if name.startswith('test_')])
    sys.exit()
