#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told: desktop file, metainfo, media type, settings, icons; and what an installation has."""
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from conventions import BUILD, TOP, Tap

ID = 'io.github.netzwerkstatt.Netzwerkstatt'


def complaints_of(*command, **more):
    """The output of a command that failed; nothing of one that went well."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
    return [line for line in done.stdout.splitlines() if line] or ['it failed'] if done.returncode else []


def judge(tap, title, command, path, spoil):
    """One case on the file, and one on the same file spoiled."""
    if not shutil.which(command[0]):
        tap.skip(title, f'no {command[0]}')
        return
    tap.result(title, complaints_of(*command, path))
    with tempfile.TemporaryDirectory() as folder:
        planted = Path(folder) / path.name
        planted.write_text(spoil(path.read_text(encoding='utf-8')), encoding='utf-8')
        tap.result(title + ', and a planted fault is found',
                   [] if complaints_of(*command, planted) else ['the fault was not found'])


def media_type_of(data_home, path):
    asked = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], stdout=subprocess.PIPE, text=True,
                           check=False, env={**os.environ, 'XDG_DATA_HOME': str(data_home)})
    return asked.stdout.rsplit('standard::content-type: ', 1)[-1].strip()


def check_media_type(tap):
    title = 'a network is known by its name and by its content'
    if not shutil.which('update-mime-database') or not shutil.which('gio'):
        tap.skip(title, 'no update-mime-database or no gio')
        return
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder) / 'mime/packages'
        packages.mkdir(parents=True)
        shutil.copy(TOP / f'data/{ID}.mime.xml', packages / f'{ID}.xml')
        complaints = complaints_of('update-mime-database', Path(folder) / 'mime')
        begin = '<?xml version="1.0" encoding="UTF-8"?>\n'
        cases = (('a.netz', begin, True),
                 ('unnamed', begin + '<network xmlns="urn:netzwerkstatt:network" version="1.0"/>\n', True),
                 ('other', begin + '<network/>\n', False))
        for name, text, is_network in cases:
            path = Path(folder) / name
            path.write_text(text, encoding='utf-8')
            got = media_type_of(folder, path)
            if (got == 'application/x-netzwerkstatt+xml') != is_network:
                complaints.append(f'{name} is taken for {got}')
        tap.result(title, complaints)


def check_installation(tap):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', folder],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        tap.result('DESTDIR=… meson install works', done.stdout.splitlines() if done.returncode else [])
        found = {str(path.relative_to(folder)) for path in Path(folder).rglob('*') if not path.is_dir()}
    expected = ['bin/netzwerkstatt', 'bin/netz', f'share/applications/{ID}.desktop', f'share/metainfo/{ID}.metainfo.xml',
                f'share/glib-2.0/schemas/{ID}.gschema.xml', f'share/mime/packages/{ID}.xml',
                f'share/icons/hicolor/scalable/apps/{ID}.svg', f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
                'share/icons/hicolor/scalable/mimetypes/application-x-netzwerkstatt+xml.svg',
                'share/locale/de/LC_MESSAGES/netzwerkstatt.mo', 'share/man/man1/netz.1',
                'share/bash-completion/completions/netz', 'share/netzwerkstatt/samples/koeln-2008.netz',
                'share/netzwerkstatt/samples/leer.netz', 'share/netzwerkstatt/catalogues/bildungspartner-nrw.xml',
                'share/netzwerkstatt/catalogues/general.xml', 'share/netzwerkstatt/schema/network-1.rng',
                'share/netzwerkstatt/icons/kinds/library.svg']
    tap.result('an installation has everything',
               [f'{path} is not installed' for path in expected if not any(name.endswith('/' + path) for name in found)])
    tap.result('an installation has nothing that is only for building',
               [path for path in found if path.endswith(('meson.build', '.a', '.h', '.in', '.po'))])


def main():
    tap = Tap()
    judge(tap, 'the desktop file is valid', ['desktop-file-validate'], BUILD / f'data/{ID}.desktop',
          lambda text: text.replace('Type=Application', 'Type=Machine'))
    judge(tap, 'the metainfo is valid', ['appstreamcli', 'validate', '--no-net', '--no-color'],
          BUILD / f'data/{ID}.metainfo.xml', lambda text: text.replace('<summary', '<sumary'))
    judge(tap, 'the media type is well-formed', ['xmllint', '--noout', '--nonet'], TOP / f'data/{ID}.mime.xml',
          lambda text: text.replace('</comment>', '', 1))
    judge(tap, 'the settings are valid', ['sh', '-c', 'glib-compile-schemas --strict --dry-run "$(dirname "$0")"'],
          TOP / f'data/{ID}.gschema.xml', lambda text: text.replace("'auto'", 'auto'))
    for icon in sorted((TOP / 'icons').rglob('*.svg')):
        tap.result(f'{icon.relative_to(TOP)} is well-formed', complaints_of('xmllint', '--noout', '--nonet', icon))
    check_media_type(tap)
    check_installation(tap)
    tap.end()


if __name__ == '__main__':
    main()
