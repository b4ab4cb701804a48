#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""netz readiness."""
import csv
import io
import re
from pathlib import Path

from cli import TOP, cases_of, done, found, main, network, refused

COLOGNE = TOP / 'data' / 'samples' / 'koeln-2008.netz'


def without_the_competence_team():
    text = COLOGNE.read_text(encoding='utf-8')
    less = re.sub(r' *<participant [^>]*role="Koordination"[^>]*/>\n', '', text)
    assert less != text
    Path('less.netz').write_text(less, encoding='utf-8')


def test_all_is_met():
    figures = done('readiness', '--json', COLOGNE).json()
    assert figures['ready'] and figures['met'] == 18 and figures['missing'] == 0, figures
    library = next(c for c in figures['conditions'] if c['id'] == 'takes-part-library')
    assert library['met'] and library['met_by'][0]['id'] == 'i-qa2cfyez86fv8'


def test_without_the_competence_team_two_conditions_say_so():
    without_the_competence_team()
    figures = found('readiness', '-j', 'less.netz').json()
    missing = [c for c in figures['conditions'] if not c['met']]
    assert [c['id'] for c in missing] == ['group-supervision', 'takes-part-competence-team'], missing
    assert figures['required_missing'] == 1 and not figures['ready']
    assert all(c['missing'][0]['candidates'][0]['id'] == 'i-w3k1fwb528r52' for c in missing), missing
    german = found('readiness', 'less.netz', env={'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}).out
    assert 'Schulaufsicht und Kompetenzteam nehmen teil.' in german, german


def test_csv():
    without_the_competence_team()
    rows = list(csv.DictReader(io.StringIO(found('readiness', '--csv', 'less.netz').out)))
    assert len(rows) == 18
    assert [row['condition'] for row in rows if row['met'] == 'no'] == ['group-supervision',
                                                                       'takes-part-competence-team']


def test_choose_the_workshop():
    assert done('readiness', '-w', 'werkstatt im kommunalen bildungsnetzwerk', '--json', COLOGNE).json()['ready']
    assert done('readiness', '-w', 'w-yhfr9vcheg4dy', '--json', COLOGNE).json()['ready']
    assert 'no workshop' in refused('readiness', '-w', 'another', COLOGNE).err


def test_without_a_workshop():
    figures = found('readiness', '--json', '-', stdin=network()).json()
    assert figures['workshop'] is None and figures['met'] == 0
    assert found('readiness', '-', stdin=network()).out.startswith('There is no workshop')


def test_wrong_usage():
    refused('readiness')
    refused('readiness', '--json', '--csv', COLOGNE)
    refused('readiness', '--catalogue', 'another', COLOGNE)


if __name__ == '__main__':
    main(cases_of(globals()))
