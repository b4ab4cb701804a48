#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""netz coverage."""
import csv
import io
from pathlib import Path
from xml.etree import ElementTree

from cli import TOP, cases_of, done, found, main, refused

COLOGNE = TOP / 'data' / 'samples' / 'koeln-2008.netz'
NAMESPACE = '{urn:netzwerkstatt:network}'
RANKS = {'ended': 1, 'dormant': 2, 'idea': 3, 'preparation': 4, 'established': 5}
GERMAN = {'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}

# One library, which can serve one school and serves two, and a museum; by hand:
#              library            museum
#   North A    established 2005   -
#         B    established 2007   preparation
#   South C    -                  -
SMALL = '''<?xml version="1.0" encoding="UTF-8"?>
<network xmlns="urn:netzwerkstatt:network" version="1.0" id="n-0000000000001">
  <settings title="=Small"/>
  <kinds>
    <kind id="library" group="provider"/>
    <kind id="museum" group="provider"/>
    <kind id="gymnasium" group="school"/>
    <kind id="realschule" group="school"/>
  </kinds>
  <programmes>
    <programme id="ls" from="library" to="@school" systematic="true"><name lang="en">Books</name></programme>
    <programme id="ms" from="museum" to="@school" systematic="true"><name lang="en">Arts</name></programme>
  </programmes>
  <institutions>
    <institution id="i-000000000000a" kind="gymnasium" name="A" district="North" social-index="7.5"/>
    <institution id="i-000000000000b" kind="realschule" name="B" district="North" social-index="2"/>
    <institution id="i-000000000000c" kind="gymnasium" name="C" district="South"/>
    <institution id="i-000000000000k" kind="library" name="L" capacity="1"/>
    <institution id="i-000000000000m" kind="museum" name="M"/>
  </institutions>
  <partnerships>
    <partnership id="p-0000000000001" from="i-000000000000k" to="i-000000000000a" programme="ls" status="established" since="2005-08"/>
    <partnership id="p-0000000000002" from="i-000000000000k" to="i-000000000000b" programme="ls" status="established" since="2007/08"/>
    <partnership id="p-0000000000003" from="i-000000000000b" to="i-000000000000m" programme="ms" status="preparation" since="2008"/>
  </partnerships>
</network>
'''


def small():
    Path('small.netz').write_text(SMALL, encoding='utf-8')
    return 'small.netz'


def count_by_hand(least):
    """Covered schools by programme, and in all, counted from the file in another way."""
    root = ElementTree.parse(COLOGNE).getroot()
    groups = {kind.get('id'): kind.get('group') for kind in root.iter(NAMESPACE + 'kind')}
    kinds = {one.get('id'): groups.get(one.get('kind')) for one in root.iter(NAMESPACE + 'institution')}
    systematic = {one.get('id') for one in root.iter(NAMESPACE + 'programme') if one.get('systematic')}
    covered = {programme: set() for programme in systematic}
    for one in root.iter(NAMESPACE + 'partnership'):
        ends = {kinds[one.get('from')]: one.get('from'), kinds[one.get('to')]: one.get('to')}
        if set(ends) == {'school', 'provider'} and one.get('programme') in systematic \
                and RANKS[one.get('status')] >= least:
            covered[one.get('programme')].add(ends['school'])
    schools = {school for some in covered.values() for school in some}
    return {programme: len(some) for programme, some in covered.items()}, len(schools)


def test_small_by_hand():
    figures = done('coverage', '--json', small()).json()
    assert (figures['schools'], figures['covered']) == (3, 2), figures
    assert [(c['id'], c['name'], c['covered']) for c in figures['columns']] == [('ms', 'Arts', 0), ('ls', 'Books', 2)]
    assert [(g['key'], g['schools'], g['covered'], g['by_column']) for g in figures['groups']] == [
        ('North', 2, 2, {'ms': 0, 'ls': 2}), ('South', 1, 0, {'ms': 0, 'ls': 0})]
    assert figures['rows'][0]['cells'] == {'ls': {
        'status': 'established', 'since': '2005-08', 'partnership': 'p-0000000000001', 'partnerships': 1}}
    assert figures['rows'][1]['cells']['ms']['status'] == 'preparation' and figures['rows'][2]['cells'] == {}


def test_what_counts():
    arts = {}
    for status in ('established', 'preparation', 'idea'):
        figures = done('coverage', '-j', '--count', status, small()).json()
        arts[status] = figures['columns'][0]['covered']
    assert arts == {'established': 0, 'preparation': 1, 'idea': 1}, arts


def test_groups():
    groups = done('coverage', '-j', '--by', 'social-index', small()).json()['groups']
    assert [g['key'] for g in groups] == ['8', '2', ''], groups
    groups = done('coverage', '-j', '--by', 'kind', '--columns', 'kinds', small()).json()['groups']
    assert [(g['key'], g['by_column']) for g in groups] == [
        ('gymnasium', {'library': 1, 'museum': 0}), ('realschule', {'library': 1, 'museum': 0})], groups


def test_gaps():
    gaps = found('coverage', '--gaps', '--json', small()).json()['gaps']
    assert [(g['name'], g['missing'], g['begun']) for g in gaps] == [
        ('A', ['ms'], 0), ('B', ['ms'], 1), ('C', ['ms', 'ls'], 0)], gaps
    without = found('coverage', '--without', '--json', small()).json()['gaps']
    assert [g['name'] for g in without] == ['C']
    done('coverage', '--without', '--filter', 'district=North', small())


def test_filter():
    """The library lies nowhere, but the schools in the north have it all the same."""
    figures = done('coverage', '-j', '--filter', 'district=North', small()).json()
    assert (figures['schools'], figures['covered']) == (2, 2), figures
    load = found('coverage', '-j', '--load', '--filter', 'kind=library', small()).json()
    assert [(p['name'], p['schools']) for p in load['providers']] == [('L', 2)], load


def test_load():
    load = found('coverage', '--load', '--json', small()).json()
    assert (load['overloaded'], load['room']) == (1, 5), load
    assert [(p['name'], p['schools'], p['begun'], p['capacity'], p['own_capacity'], p['state'], p['excess'])
            for p in load['providers']] == [('L', 2, 0, 1, True, 'over', 1), ('M', 0, 1, 5, False, 'room', 0)], load
    text = found('coverage', '--load', small()).out
    assert '1 too many' in text and 'room for 5' in text and '2–5' in text, text


def test_csv():
    rows = list(csv.DictReader(io.StringIO(done('coverage', '--csv', small()).out)))
    assert [row['name'] for row in rows] == ['A', 'B', 'C']
    assert rows[0]['ls'] == 'established' and rows[0]['ls_since'] == '2005-08' and rows[0]['ms'] == ''
    assert (rows[0]['social_index'], rows[0]['share']) == ('7.5', '0.5'), rows[0]
    comma = done('coverage', '--csv', '--decimal', 'comma', small(), env=GERMAN).out
    rows = list(csv.DictReader(io.StringIO(comma), delimiter=';'))
    assert (rows[0]['social_index'], rows[0]['share']) == ('7,5', '0,5'), rows[0]
    gaps = list(csv.DictReader(io.StringIO(found('coverage', '--gaps', '--csv', small()).out)))
    assert [(gap['name'], gap['missing'], gap['status']) for gap in gaps] == [
        ('A', 'ms', ''), ('B', 'ms', 'preparation'), ('C', 'ms', ''), ('C', 'ls', '')], gaps
    load = list(csv.DictReader(io.StringIO(found('coverage', '--load', '--csv', small()).out)))
    assert [(row['name'], row['schools'], row['room'], row['excess']) for row in load] == [
        ('L', '2', '0', '1'), ('M', '0', '5', '0')], load


def test_as_of():
    figures = done('coverage', '-j', '--as-of', '2006', small()).json()
    assert [c['covered'] for c in figures['columns']] == [0, 1], figures['columns']


def test_cologne_counted_in_another_way():
    for status in ('established', 'preparation', 'idea'):
        figures = done('coverage', '-j', '--count', status, COLOGNE).json()
        by_programme, in_all = count_by_hand(RANKS[status])
        assert {c['id']: c['covered'] for c in figures['columns']} == by_programme, (status, figures['columns'])
        assert figures['covered'] == in_all and figures['schools'] == 45
        assert sum(g['schools'] for g in figures['groups']) == 45
        assert sum(g['covered'] for g in figures['groups']) == in_all


def test_cologne():
    figures = done('coverage', '-j', COLOGNE).json()
    assert (figures['schools'], figures['covered']) == (45, 28)
    assert {c['id']: c['covered'] for c in figures['columns']}['library-school'] == 16
    assert [g['key'] for g in figures['groups']][0] == 'Chorweiler' and len(figures['groups']) == 9
    text = done('coverage', COLOGNE).out
    assert '●05 ◐08' in text and '28 (62.2 %)' in text, text
    assert len(found('coverage', '-j', '--without', COLOGNE).json()['gaps']) == 17


def test_wrong_usage():
    refused('coverage')
    refused('coverage', '--json', '--csv', COLOGNE)
    refused('coverage', '--load', '--gaps', COLOGNE)
    assert 'social-index' in refused('coverage', '--by', 'colour', COLOGNE).err
    refused('coverage', '--as-of', 'tomorrow', COLOGNE)


if __name__ == '__main__':
    main(cases_of(globals()))
