/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-row.h"

struct _NetzRow
{
  GObject parent_instance;

  NetzRecord *record;
  NetzRecord *others[3]; /* whose names the row says; not owned, compared only */
  guint degree;        /* of an institution */
  GArray *keys;        /* Key; NULL: none yet */
};

/* What a row is sorted by in a column: costly to make, and compared many times. */
typedef struct
{
  gconstpointer column;
  char *key;
} Key;

static void
clear_key (gpointer data)
{
  g_free (((Key *) data)->key);
}

G_DEFINE_FINAL_TYPE (NetzRow, netz_row, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
netz_row_finalize (GObject *object)
{
  g_object_unref (NETZ_ROW (object)->record);
  g_clear_pointer (&NETZ_ROW (object)->keys, g_array_unref);
  G_OBJECT_CLASS (netz_row_parent_class)->finalize (object);
}

static void
netz_row_class_init (NetzRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_row_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", NETZ_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
netz_row_init (NetzRow *self)
{
}

/**
 * netz_row_new:
 * @record: an institution or a partnership
 *
 * Returns: (transfer full): its row
 */
NetzRow *
netz_row_new (NetzRecord *record)
{
  NetzRow *self = g_object_new (NETZ_TYPE_ROW, NULL);

  self->record = g_object_ref (record);
  return self;
}

/**
 * netz_row_get_record:
 *
 * Returns: (transfer none): the record as it is now
 */
NetzRecord *
netz_row_get_record (NetzRow *self)
{
  return self->record;
}

/**
 * netz_row_get_id:
 *
 * Returns: (transfer none): the record's id
 */
const char *
netz_row_get_id (NetzRow *self)
{
  return netz_record_get_id (self->record);
}

/**
 * netz_row_get_key:
 * @column: whose
 *
 * Returns: (transfer none) (nullable): what was set for it since the row changed last
 */
const char *
netz_row_get_key (NetzRow *self, gconstpointer column)
{
  for (guint i = 0; self->keys != NULL && i < self->keys->len; i++)
    if (g_array_index (self->keys, Key, i).column == column)
      return g_array_index (self->keys, Key, i).key;
  return NULL;
}

/**
 * netz_row_set_key:
 * @column: whose; a row has one key for each
 * @key: (transfer full): what the row is sorted by there
 *
 * Returns: (transfer none): @key
 */
const char *
netz_row_set_key (NetzRow *self, gconstpointer column, char *key)
{
  Key pair = { column, key };

  if (self->keys == NULL)
    {
      self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
      g_array_set_clear_func (self->keys, clear_key);
    }
  g_array_append_val (self->keys, pair);
  return key;
}

/* Kind, frame, ends, programme: the row says something else when one of them is called otherwise. */
static gboolean
update_others (NetzRow *self, NetzNetwork *network)
{
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (self->record, &n_fields);
  gboolean different = FALSE;
  guint n = 0;

  for (guint i = 0; i < n_fields && n < G_N_ELEMENTS (self->others); i++)
    {
      const char *id = fields[i].type == NETZ_FIELD_REF ? netz_field_get_text (&fields[i], self->record) : NULL;
      NetzRecord *other = id != NULL ? netz_network_get (network, fields[i].target, id) : NULL;

      if (fields[i].type != NETZ_FIELD_REF)
        continue;
      different = different || other != self->others[n];
      self->others[n++] = other;
    }
  return different;
}

static gboolean
update_degree (NetzRow *self, NetzNetwork *network)
{
  GPtrArray *incident = netz_network_get_incident (network, netz_row_get_id (self));
  guint degree = incident != NULL ? incident->len : 0;
  gboolean other = degree != self->degree;

  self->degree = degree;
  return other;
}

/**
 * netz_row_update:
 * @network: the network that is shown
 * @record: what the record is there now
 *
 * Emits "changed" where the row says something else now.
 *
 * Returns: whether it does
 */
gboolean
netz_row_update (NetzRow *self, NetzNetwork *network, NetzRecord *record)
{
  gboolean other = g_set_object (&self->record, record);

  other = update_others (self, network) || other;
  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    other = update_degree (self, network) || other;
  if (other)
    {
      g_clear_pointer (&self->keys, g_array_unref);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  return other;
}
