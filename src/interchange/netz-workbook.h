/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a workbook: XML in a ZIP archive, streamed through a SAX parser
 * that gets names without prefix and refuses document types. For the readers
 * of XLSX and ODS only. What unpacks to more than NETZ_TABLE_MAX_UNPACKED
 * bytes is refused.
 */
#pragma once

#include <gio/gio.h>
#include <libxml/SAX2.h>

G_BEGIN_DECLS

/**
 * NetzWorkbookHandler:
 * @start: an element begins; attributes as libxml2 gives them
 * @end: it ends
 * @text: (nullable): what stands in it; may come in pieces
 *
 * What is done with the XML; each gets @data and gives %FALSE to stop reading.
 */
typedef struct
{
  gboolean (*start) (gpointer data, const char *name, guint n_attributes, const xmlChar **attributes);
  gboolean (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} NetzWorkbookHandler;

GHashTable *netz_workbook_list (GBytes *bytes, GError **error);
gboolean netz_workbook_read (GBytes *bytes,
                             const char *part,
                             const NetzWorkbookHandler *handler,
                             gpointer data,
                             GError **error);
gboolean netz_workbook_find_text (GBytes *bytes, const char *part, const char *text);
char *netz_workbook_get_attribute (guint n_attributes, const xmlChar **attributes, const char *name);
guint netz_workbook_get_number (guint n_attributes, const xmlChar **attributes, const char *name, guint otherwise);

G_END_DECLS
