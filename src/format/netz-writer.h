/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The writer: from the records of a network to the bytes of a file. Canonical:
 * the same network is always the same bytes. It writes to memory only and may
 * be called from any thread; netz-file.h puts the bytes on disk.
 */
#pragma once

#include "model/netz-snapshot.h"

G_BEGIN_DECLS

GBytes *netz_writer_write (const NetzSnapshot *snapshot);

G_END_DECLS
