/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDocument: a file that a command works on: the network in it and what is
 * known of the file. Functions that fail have said why on standard error.
 */
#pragma once

#include "cli/netz-command.h"
#include "format/netz-file.h"
#include "model/netz-network.h"

G_BEGIN_DECLS

/**
 * NetzDocument:
 * @path: the file, or "-"
 * @network: what is in it
 * @report: (nullable): what the reader of our own format noticed
 * @stamp: (nullable): what the file was
 */
typedef struct
{
  char *path;
  NetzNetwork *network;
  NetzReadReport *report;
  NetzFileStamp *stamp;
  GBytes *bytes;
  GHashTable *lines;
} NetzDocument;

#define NETZ_DOCUMENT_CATALOGUE "bildungspartner-nrw"

NetzDocument *netz_document_load (const char *path, const char *format, const char *catalogue);
void netz_document_free (NetzDocument *self);
guint64 netz_document_find_line (NetzDocument *self, NetzTable table, const char *id);
void netz_document_tell_notes (NetzDocument *self);

NetzNetwork *netz_document_make_network (const char *catalogue);
gboolean netz_document_apply (NetzNetwork *network, NetzDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzDocument, netz_document_free)

G_END_DECLS
