/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzApplication: the program: it opens files in windows, one window a file,
 * and carries what belongs to no window.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

#define NETZ_TYPE_APPLICATION (netz_application_get_type ())
G_DECLARE_FINAL_TYPE (NetzApplication, netz_application, NETZ, APPLICATION, AdwApplication)

NetzApplication *netz_application_new (void);
NetzWindow *netz_application_find_window (NetzApplication *self, const char *path);
void netz_application_open_file (NetzApplication *self, GFile *file, NetzWindow *beside);
void netz_application_open_new (NetzApplication *self, const char *catalogue, NetzWindow *beside);
void netz_application_open_example (NetzApplication *self, NetzWindow *beside);
char *netz_application_get_data_path (const char *name);

G_END_DECLS
