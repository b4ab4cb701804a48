#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs' networks: what is read, what is refused and where, what comes back after writing."""
import csv
import os
import re
import xml.etree.ElementTree
from pathlib import Path

from cli import TOP, done, main, refused

SAMPLE = TOP / 'data' / 'samples' / 'koeln-2008.netz'
GRAPHS = Path(os.environ.get('NETZ_TEST_DATA') or '/nonexistent')

YED = '''<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d0" yfiles.type="nodegraphics"/>
  <key for="node" id="d1" attr.name="Stadtbezirk" attr.type="string"><default>Kalk</default></key>
  <key for="edge" id="d1" attr.name="status" attr.type="string"/>
  <graph edgedefault="directed" id="G">
    <node id="n0" yfiles.foldertype="group"><data key="d0"><y:GroupNode><y:NodeLabel>Innenstadt</y:NodeLabel></y:GroupNode>
      </data>
      <graph id="n0:"><node id="n0::n0"><data key="d0"><y:ShapeNode><y:Geometry x="0" y="0" width="30" height="30"/>
        <y:NodeLabel>Stadtbibliothek &amp; mehr</y:NodeLabel></y:ShapeNode></data><data key="d1">Innenstadt</data></node>
      </graph></node>
    <node id="n1"><data key="d0"><y:ShapeNode><y:Geometry x="300" y="100" width="30" height="30"/>
      <y:NodeLabel/></y:ShapeNode></data><desc>GGS Beispielstr.</desc></node>
    <edge source="n0::n0" target="n1"><data key="d1">idea</data></edge>
    <edge source="n1" target="n1"/>
    <edge source="n1" target="n9"/>
    <hyperedge><endpoint node="n1"/></hyperedge>
  </graph>
</graphml>
'''
YFILES = '''<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/yfiles-common/3.0"
 xmlns:x="http://www.yworks.com/xml/yfiles-common/markup/3.0"><key id="d0" for="node" attr.name="NodeLabels"/>
<graph><node id="1"><data key="d0"><x:List><y:Label><y:Label.Text><![CDATA[Museum Ludwig]]></y:Label.Text></y:Label></x:List>
</data></node></graph><graph><node id="2"/></graph></graphml>
'''
GEXF = '''<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2"><graph>
<attributes class="node"><attribute id="0" title="kind" type="string"/><attribute id="1" title="Amt" type="string"/></attributes>
<nodes><node id="a" label="VHS K&#246;ln"><attvalues><attvalue for="0" value="adult-education"/><attvalue for="1" value="42"/>
</attvalues><viz:position x="10" y="20" z="0"/></node><node id="b" label="GGS B" start="2003-05-01"/></nodes>
<edges><edge id="0" source="a" target="b" weight="2.5"/></edges></graph></gexf>
'''
GML = '''Creator "somebody"
graph [ directed 0 comment "[ not a list ]"
  node [ id 1 label "Archiv der Stadt K&#246;ln" graphics [ x 10.5 y -3 type "oval" ] Amt "42" ]
  node [ id 2 LabelGraphics [ text "GGS B" ] ]
  edge [ source 1 target 2 label "Projekt" value 3 ]
]
'''
PAJEK = '''% comment
*Vertices 4
1 "Musikschule S\xfcd" 0.1 0.5 ellipse
3 GGS
*Edges :1 "first"
1 3 2.5 l "Konzert"
*Arcslist
2 1 4
*Matrix
0 0 0 0
0 0 1 0
0 0 0 0
0 0 0 0
*Vertices 9
'''.encode('cp1252')
DOT = '''/* a drawing */ strict digraph "Netz" { rankdir=LR; node [shape=box]; // all
  subgraph cluster_a { label="Kalk"; a [label="Stadtteilbibliothek\\nKalk", pos="0,0"]; }
  b [label=<<B>Museum</B>>, Amt=-3]; "c d":n -> {a; b} [label="zwei"]; a -> b -> "c d" # end
}
'''


def write(name, text):
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode('utf-8'))
    return name


def read(name, text):
    """What our file holds after reading: institutions by name, partnerships as pairs of names, what was said."""
    outcome = done('convert', write(name, text), 'out.netz')
    root = xml.etree.ElementTree.parse('out.netz').getroot()
    tag = '{urn:netzwerkstatt:network}'
    institutions = {one.get('id'): one for one in root.iter(tag + 'institution')}
    names = {key: one.get('name') for key, one in institutions.items()}
    pairs = sorted((names[one.get('from')], names[one.get('to')]) for one in root.iter(tag + 'partnership'))
    return root, {one.get('name'): one for one in institutions.values()}, pairs, outcome.err


def data(element):
    return {one.get('name'): one.text for one in element.iter('{urn:netzwerkstatt:network}data')}


def test_graphml_of_yed():
    root, institutions, pairs, said = read('a.graphml', YED)
    assert pairs == [('Stadtbibliothek & mehr', 'GGS Beispielstr.')], pairs
    library = institutions['Stadtbibliothek & mehr']
    assert library.get('kind') == 'library' and data(library)['Stadtbezirk'] == 'Innenstadt', library.attrib
    assert data(institutions['GGS Beispielstr.'])['Stadtbezirk'] == 'Kalk'
    assert [one.get('title') for one in root.iter('{urn:netzwerkstatt:network}frame')] == ['Innenstadt']
    assert library.get('frame')
    assert [one.get('status') for one in root.iter('{urn:netzwerkstatt:network}partnership')] == ['idea']
    assert float(institutions['GGS Beispielstr.'].get('x')) - float(library.get('x')) == 300
    for sentence in ('labels of yEd: 2', 'descriptions: 1', 'a.graphml:15: The connection of “n1” with itself',
                     'a.graphml:16: The connection of “n1” and “n9”', '1 connection of more than two'):
        assert sentence in said, (sentence, said)


def test_graphml_of_yfiles():
    _, institutions, _, said = read('a.xml', YFILES)
    assert sorted(institutions) == ['2', 'Museum Ludwig']
    assert 'There are 2 graphs' in said and 'labels of yFiles: 1' in said, said


def test_gexf():
    _, institutions, pairs, _ = read('a.gexf', GEXF)
    assert pairs == [('VHS Köln', 'GGS B')]
    assert institutions['VHS Köln'].get('kind') == 'adult-education' and data(institutions['VHS Köln']) == {'Amt': '42'}
    assert institutions['GGS B'].get('since') == '2003-05-01'


def test_gml():
    root, institutions, pairs, _ = read('a.gml', GML)
    assert pairs == [('Archiv der Stadt Köln', 'GGS B')]
    assert data(institutions['Archiv der Stadt Köln']) == {'Amt': '42'}
    edge = next(root.iter('{urn:netzwerkstatt:network}partnership'))
    assert edge.find('{urn:netzwerkstatt:network}description').text == 'Projekt' and data(edge) == {'value': '3'}


def test_pajek():
    _, institutions, pairs, said = read('a.net', PAJEK)
    assert sorted(institutions) == ['2', '4', 'GGS', 'Musikschule Süd']
    assert pairs == sorted([('Musikschule Süd', 'GGS'), ('2', 'Musikschule Süd'), ('2', '4'), ('2', 'GGS')]), pairs
    assert 'a.net:14: There is a second network' in said, said


def test_dot():
    root, institutions, pairs, _ = read('a.dot', DOT)
    assert sorted(institutions) == ['Museum', 'Stadtteilbibliothek Kalk', 'c d']
    assert pairs == sorted([('c d', 'Stadtteilbibliothek Kalk'), ('c d', 'Museum'), ('Stadtteilbibliothek Kalk', 'Museum'),
                            ('Museum', 'c d')]), pairs
    assert data(institutions['Museum']) == {'Amt': '-3'}
    assert [one.get('title') for one in root.iter('{urn:netzwerkstatt:network}frame')] == ['Kalk']


def test_told_by_content():
    for text, name in ((YED, 'a.xml'), (GEXF, 'b.txt'), (PAJEK, 'c.txt')):
        done('convert', write(name, text), 'out.netz')


BAD = [
    ('a.graphml', '<graphml>\n<graph><node id="1">\n</graph></graphml>', ':3', 'well-formed'),
    ('b.graphml', '<!DOCTYPE graphml [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<graphml>&e;</graphml>', '1', 'document type'),
    ('c.graphml', '<graphml><graph/></graphml>', '', 'no node'),
    ('d.graphml', '<svg/>', '1', 'no GraphML'),
    ('e.gexf', '<gexf><nothing/></gexf>', '1', 'no GEXF'),
    ('f.gml', 'graph [\n node [ id 1\n', '3', '“]”'),
    ('g.gml', 'nothing at all', '', '“graph [”'),
    ('h.gml', 'graph ' + '[ a ' * 3000, '', '“]”'),
    ('i.net', '*Vertices 2\n1 "a"\n*Edges\n1 x\n', '4', 'number of a vertex'),
    ('j.net', '*Vertices many\n', '1', 'how many'),
    ('k.net', '*Vertices 4000000000\n', '1', 'how many'),
    ('l.dot', 'graph {\n a -- \n}', '3', ''),
    ('m.dot', 'digraph { a -> b', '1', '“}”'),
    ('n.dot', 'graph ' + '{ a -- ' * 3000, '1', ''),
    ('o.dot', b'graph { \0 }', '', 'NUL'),
]


def test_refusals():
    for name, text, line, words in BAD:
        outcome = refused('convert', write(name, text), 'out.netz')
        assert line.strip(':') in outcome.err and words in outcome.err, (name, outcome)
        assert not Path('out.netz').exists(), name


def facts(path):
    info = done('info', '--json', path).json()
    return {key: info[key] for key in ('institutions', 'partnerships', 'by_kind', 'by_programme', 'by_status',
                                       'by_district', 'components', 'density')}


def test_out_and_in_again():
    wanted = facts(SAMPLE)
    for suffix in ('graphml', 'gexf', 'dot'):
        said = done('convert', SAMPLE, f'x.{suffix}').err
        assert 'contact persons are left out' in said and 'workshop is left out' in said, said
        done('convert', f'x.{suffix}', 'back.netz')
        assert facts('back.netz') == wanted, suffix
        text = Path(f'x.{suffix}').read_text(encoding='utf-8')
        assert 'Stadtbibliothek Köln' in text and 'Muster' not in text, suffix


def test_places_come_back():
    done('convert', write('a.graphml', YED), 'a.netz')
    for suffix in ('graphml', 'gexf', 'dot'):
        done('convert', 'a.netz', f'x.{suffix}')
        done('convert', f'x.{suffix}', 'back.netz')
        places = []
        for path in ('a.netz', 'back.netz'):
            text = Path(path).read_text(encoding='utf-8')
            xs = [float(re.search(r' x="([^"]*)"', one).group(1)) for one in re.findall(r'<institution [^>]*>', text)]
            places.append(round(max(xs) - min(xs)))
        assert abs(places[0] - places[1]) <= 1, (suffix, places)


def test_losses_have_one_line_each():
    outcome = done('convert', SAMPLE, 'x.dot')
    assert all(line.startswith('x.dot: ') for line in outcome.err.splitlines()), outcome


def test_counts_of_real_files():
    table = GRAPHS / 'EXPECTED.tsv'
    if not table.exists():
        return f'the files are not there ({GRAPHS})'
    seen = 0
    for row in csv.reader(table.read_text(encoding='utf-8').splitlines()[1:], delimiter='\t', quoting=csv.QUOTE_NONE):
        counts = re.search(r'\bnode=(\d+) edge=(\d+)', row[2]) or re.search(r'\bn=(\d+) e=(\d+)', row[2])
        if row[0].startswith('graphs/') and counts:
            done('convert', GRAPHS / row[0], 'out.netz')
            info = done('info', '--json', 'out.netz').json()
            assert (info['institutions'], info['partnerships']) == tuple(map(int, counts.groups())), row
            seen += 1
    assert seen >= 10, seen
    return None


if __name__ == '__main__':
    main([case for name, case in list(globals().items()) if name.startswith('test_')])
