/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files that were open lately, as the desktop remembers them, each with a
 * little picture in the cache folder.
 */
#pragma once

#include "model/netz-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NetzRecentFile:
 * @uri: of the file
 * @name: to be shown
 * @folder: to be shown, shortened by the home folder
 * @picture: (nullable): the file with its little picture
 */
typedef struct
{
  char *uri;
  char *name;
  char *folder;
  char *picture;
} NetzRecentFile;

void netz_recent_file_free (NetzRecentFile *self);
void netz_recent_add (const char *path, NetzNetwork *network);
GPtrArray *netz_recent_list (guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzRecentFile, netz_recent_file_free)

G_END_DECLS
