#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tables of README.md from what netz-bench-layout prints: tables.py layout.json > README.md"""
import json
import sys

HEAD = """# How fast, how good

Made by `tests/bench/tables.py` from one run of `netz-bench-layout` (`ninja -C build tests/bench/netz-bench-layout`). All
lay out the same made-up networks, two partnerships an institution, with boxes of the sizes that shapes with their names
have. Machines differ and are noisy: compare the ratios.

- **stress**: how far distances are from the shortest ways, squared, as a share, after the best scaling
- **crossings**: for each edge, straight lines; **overlaps**: pairs of boxes that cover each other
- **area**: of the whole, in millions of square units; **through boxes**: of third institutions, for each edge
"""


def main():
    rows = json.load(open(sys.argv[1], encoding='utf-8'))
    print(HEAD)
    for size in sorted({row['institutions'] for row in rows}):
        print(f'## {size:,} institutions\n')
        print('| | seconds | stress | crossings | overlaps | area | through boxes |\n|---|---|---|---|---|---|---|')
        for row in (row for row in rows if row['institutions'] == size):
            print(f"| {row['layout']} | {row['seconds']:.3g} | {row['stress']:.3f} | {row['crossings_per_edge']:.2f} "
                  f"| {row['overlaps']:,} | {row['area'] / 1e6:.4g} | {row['passes']:.2f} |")
        print()


main()
