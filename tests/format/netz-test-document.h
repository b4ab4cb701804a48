/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small documents for tests of the format: from text to the canonical text or
 * an error, checked against the schema on the way.
 */
#pragma once

#include "format/netz-reader.h"

G_BEGIN_DECLS

/* Its line 1 is the declaration, line 2 the root's start tag followed by the body's first line. */
#define NETZ_TEST_ROOT "<network xmlns=\"urn:netzwerkstatt:network\" version=\"1.0\" id=\"n-1\">"

char *netz_test_document (const char *body);

GBytes *netz_test_bytes (const char *text);

char *netz_test_canonical (const char *text, NetzReadReport **report, GError **error);

char *netz_test_write (const NetzSnapshot *snapshot);

void netz_test_assert_valid (const char *text);

void netz_test_assert_contains (const char *text, const char *piece);

G_END_DECLS
