/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-error.h"

G_DEFINE_QUARK (netz-table-error, netz_table_error)
