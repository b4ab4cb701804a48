#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""netz report: the committee's paper and the network in words."""
import hashlib
import re
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

from cli import TOP, cases_of, done, main, network, refused

COLOGNE = TOP / 'data' / 'samples' / 'koeln-2008.netz'
SMALL = TOP / 'tests' / 'data' / 'report' / 'paper.netz'
HEAD = ['--body', 'Ausschuss Schule und Weiterbildung', '--date', '2008-08-11', '--item', '4.1']


def tool(*arguments):
    run = subprocess.run(arguments, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert not run.stderr, run.stderr
    return run.stdout.decode()


def plain(text):
    """Without line breaks, so that a sentence is found wherever its lines end."""
    return re.sub(r'\s+', ' ', text)


def without_today(text):
    """A paper says the day on which it was made."""
    return re.sub(r'(Erstellt am|Made on) (.*?) (mit|with) Netzwerkstatt', r'\1 TODAY \3 Netzwerkstatt', plain(text))


def assert_golden(name, text):
    golden = (SMALL.parent / name).read_text(encoding='utf-8')
    if without_today(text) != without_today(golden):
        raise AssertionError(f'{name} is not what is written:\n{text}')
    # The lines up to the sources, which wrap by today's date, are the same too.
    mark = re.compile('^(Quellen|Sources)$', re.M)
    assert mark.split(text)[0] == mark.split(golden)[0], text


def test_golden_german():
    assert_golden('paper-de.txt', done('report', SMALL, '-o', '-').out)


def test_golden_english():
    assert_golden('paper-en.txt', done('report', SMALL, '--lang', 'en', '-o', '-').out)


def test_golden_words():
    assert_golden('words-de.txt', done('report', SMALL, '--words', '-o', '-').out)


def test_language_is_not_that_of_the_messages():
    english = plain(done('report', SMALL, '-l', 'en', '-o', '-', env={'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}).out)
    german = plain(done('report', SMALL, '-l', 'de', '-o', '-', env={'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}).out)
    assert 'is in preparation' in english and 'angebahnt' not in english
    assert 'wird angebahnt' in german and 'preparation' not in german


def pdf_text(*options):
    done('report', COLOGNE, '-o', 'paper.pdf', *options)
    return plain(tool('pdftotext', 'paper.pdf', '-'))


def test_pdf_has_every_sentence():
    text = pdf_text(*HEAD, '--since', '2008-01-01')
    for sentence in ['Unterlage zur Sitzung im öffentlichen Teil', 'Ausschuss Schule und Weiterbildung',
                     '11. August 2008', '4.1', 'Stand des kommunalen Bildungsnetzwerks',
                     'Mit Stand 11. August 2008 gehören zum Netz „Bildungsnetzwerk Köln“ 70 Einrichtungen: 45 Schulen, '
                     '17 Bildungspartner und 8 steuernde Stellen.',
                     '71 Partnerschaften sind etabliert, also vereinbart und gelebt.',
                     '33 Partnerschaften werden angebahnt.', '16 sind bislang eine Idee.', '5 ruhen.',
                     '3 sind beendet.', '30 von 45 Schulen (67 %) haben eine etablierte Partnerschaft',
                     'Am geringsten ist die Abdeckung hier: Rodenkirchen, 1 von 5.',
                     'Vom Stand 1. Januar 2008 zum Stand 11. August 2008 hat sich geändert:',
                     '11 Partnerschaften sind neu etabliert:', 'Paare von Bildungspartnern arbeiten',
                     '49 Partnerschaften sind geplant oder in Anbahnung.',
                     'Umwelt- und naturwissenschaftliche Bildung', 'Kooperationsvereinbarung', 'Seite 1 von']:
        assert sentence in text, (sentence, text)
    digest = hashlib.sha256(COLOGNE.read_bytes()).hexdigest()
    assert digest in text.replace(' ', ''), text[-600:]


def test_pdf_is_a_document():
    done('report', COLOGNE, '-o', 'paper.pdf', *HEAD)
    info = tool('pdfinfo', 'paper.pdf')
    assert re.search(r'^Title: +Stand des kommunalen Bildungsnetzwerks$', info, re.M), info
    assert re.search(r'^Author: +Amt für Weiterbildung \(42\)$', info, re.M), info
    assert re.search(r'^Tagged: +yes$', info, re.M), info
    assert re.search(r'^Page size: +595\.\d+ x 841\.\d+ pts \(A4\)$', info, re.M), info
    pages = int(re.search(r'^Pages: +(\d+)$', info, re.M)[1])
    text = tool('pdftotext', 'paper.pdf', '-')
    assert 5 <= pages <= 9 and text.count('\f') == pages, info
    for page in range(1, pages + 1):
        assert f'Seite {page} von {pages}' in text
    fonts = tool('pdffonts', 'paper.pdf').splitlines()[2:]
    assert fonts and all(line[60:].split()[0] == 'yes' or ' yes ' in line for line in fonts), fonts
    assert b'/Lang (de-DE)' in Path('paper.pdf').read_bytes()
    structure = tool('pdfinfo', '-struct', 'paper.pdf')
    for tag in ['H1', 'H2', 'Table', 'TH', 'TD', 'LBody', 'Figure']:
        assert re.search(rf'^ *{tag}\b', structure, re.M), tag
    # One root, and a table over several pages is one table.
    assert [line for line in structure.splitlines() if line and line[0] != ' '] == ['Document'], structure[:500]
    assert len(re.findall(r'^  Table\b', structure, re.M)) == 6, structure


def boxes(*options):
    return [line[1] == 'x' for line in done('report', SMALL, '-o', '-', *options).out.splitlines()
            if re.match(r'\[[x ]\] ', line)]


def test_boxes():
    assert boxes() == [False, False, False, True]
    for number, reason in enumerate(['notice', 'answer', 'inquiry', 'motion']):
        assert boxes('--reason', reason) == [index == number for index in range(4)], reason
    assert done('report', '-', '-o', '-', stdin=network()).out.count('[x] Notice of the administration') == 1


def test_persons_stay_out_of_the_public_part():
    assert 'Erika Muster' not in done('report', SMALL, '-o', '-').out
    secret = done('report', SMALL, '--part', 'non-public', '-o', '-').out
    assert 'nichtöffentlichen Teil' in secret and 'Erika Muster' in plain(secret)


def test_since_file():
    text = SMALL.read_text(encoding='utf-8')
    earlier = re.sub(r' *<partnership id="p-2".*?/>\n', '', text).replace('2024-06-30', '2023-06-30')
    assert earlier != text
    Path('earlier.netz').write_text(earlier, encoding='utf-8')
    out = plain(done('report', SMALL, '--since-file', 'earlier.netz', '-o', '-').out)
    assert 'Gegenüber dem Netz mit Stand 30. Juni 2023 hat sich geändert: Eine Partnerschaft ist neu etabliert: - ' \
           'Heimatmuseum – Ahornschule' in out, out
    same = plain(done('report', SMALL, '--since-file', SMALL, '-o', '-').out)
    assert 'hat sich nichts geändert.' in same


def test_left_out():
    text = SMALL.read_text(encoding='utf-8').replace('reason="motion"', 'reason="motion" left-out="coverage picture"')
    Path('less.netz').write_text(text, encoding='utf-8')
    out = done('report', 'less.netz', '-o', '-').out
    assert 'Abdeckung' not in out and '[Bild' not in out and 'Synergien' in out


def test_empty_network():
    out = plain(done('report', '-', '-l', 'de', '-o', '-', stdin=network()).out)
    assert 'gehören zum Netz „Test“ noch keine Einrichtungen.' in out and 'Synergien' not in out, out
    for suffix in ['pdf', 'odt', 'html']:
        done('report', '-', '-o', f'empty.{suffix}', stdin=network())


def test_odt():
    done('report', COLOGNE, '-o', 'paper.odt', *HEAD)
    with zipfile.ZipFile('paper.odt') as archive:
        first = archive.infolist()[0]
        assert first.filename == 'mimetype' and first.compress_type == zipfile.ZIP_STORED
        assert archive.read('mimetype') == b'application/vnd.oasis.opendocument.text'
        manifest = ElementTree.fromstring(archive.read('META-INF/manifest.xml'))
        named = {entry.attrib['{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path'] for entry in manifest}
        assert named - {'/'} == set(archive.namelist()) - {'mimetype', 'META-INF/manifest.xml'}, named
        for part in ['content.xml', 'styles.xml', 'meta.xml']:
            ElementTree.fromstring(archive.read(part))
        content = archive.read('content.xml').decode()
        assert all(archive.read(name).startswith(b'\x89PNG') for name in named if name.endswith('.png'))
    names = set(re.findall(r'style:name="([^"]+)"', content))
    with zipfile.ZipFile('paper.odt') as archive:
        names |= set(re.findall(r'style:name="([^"]+)"', archive.read('styles.xml').decode()))
    used = set(re.findall(r'(?:text|table|draw):style-name="([^"]+)"', content))
    assert used <= names, used - names
    text = plain(re.sub('<[^>]+>', ' ', content))
    assert '70 Einrichtungen: 45 Schulen' in text and '☒ Mitteilung der Verwaltung' in text, text[:2000]


def test_html():
    done('report', COLOGNE, '-o', 'words.html', '--words')
    html = Path('words.html').read_text(encoding='utf-8')
    assert '<html lang="de">' in html and '<h1>Bildungsnetzwerk Köln</h1>' in html
    assert html.count('<h4>') == 70 and '<script' not in html and 'src=' not in html
    done('report', COLOGNE, '-o', 'paper.html')
    paper = Path('paper.html').read_text(encoding='utf-8')
    assert '<svg' in paper and '<caption>' in paper and 'scope="col"' in paper


def test_part_of_the_network():
    out = plain(done('report', COLOGNE, '--filter', 'kind=library', '-o', '-').out)
    assert '4 Einrichtungen: 4 Bildungspartner.' in out, out
    assert 'Mit Stand 31. Dezember 2005' not in out
    assert 'Mit Stand 2005 ' in plain(done('report', COLOGNE, '--as-of', '2005', '-o', '-').out)


def test_wrong_usage():
    refused('report', COLOGNE)
    refused('report', '-o', 'x.pdf')
    refused('report', COLOGNE, '-o', 'x.docx')
    refused('report', COLOGNE, '-o', 'x.pdf', '--reason', 'another')
    refused('report', COLOGNE, '-o', 'x.pdf', '--date', 'tomorrow')
    refused('report', COLOGNE, '-o', 'x.pdf', '--lang', 'fr')
    refused('report', COLOGNE, '-o', 'x.pdf', '--paper', 'none')
    refused('report', COLOGNE, '-o', 'missing/x.pdf')
    assert not Path('x.pdf').exists()


if __name__ == '__main__':
    main(cases_of(globals()))
