/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPage is the XML being written: lines with their indentation, the open
 * start tag, and the prefixes in force, so that kept content declares only
 * what is not declared around it. Filled through its functions only.
 */
#pragma once

#include "format/netz-extras-index.h"

G_BEGIN_DECLS

typedef struct _NetzPage NetzPage;

/**
 * NetzPageSkip:
 * @name: name of an attribute that was kept
 * @user_data: as given to netz_page_add_extra_attributes()
 *
 * Returns: whether the element has that attribute already
 */
typedef gboolean (*NetzPageSkip) (const char *name, gconstpointer user_data);

NetzPage *netz_page_new (gsize size);

GBytes *netz_page_finish (NetzPage *self);

void netz_page_begin (NetzPage *self, const char *name);

void netz_page_add_attribute (NetzPage *self, const char *name, const char *value);

void netz_page_add_extra_attributes (NetzPage *self,
                                     const NetzExtrasGroup *group,
                                     NetzPageSkip skip,
                                     gconstpointer user_data);

void netz_page_open (NetzPage *self);

void netz_page_add_text (NetzPage *self, const char *text);

void netz_page_add_contents_inline (NetzPage *self, const NetzExtrasGroup *group);

void netz_page_add_contents (NetzPage *self, const NetzExtrasGroup *group);

void netz_page_end (NetzPage *self, const char *name);

G_END_DECLS
