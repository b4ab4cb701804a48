/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-outline-names.h"

#include "model/netz-describe.h"
#include "model/netz-operations.h"
#include "model/netz-search.h"
#include "model/netz-suggest.h"

#include <string.h>

struct _NetzOutlineNames
{
  NetzDraft *draft;
  GHashTable *institutions; /* folded name -> GPtrArray of ids, in the order of the draft */
  GHashTable *partnerships; /* both ends, sorted -> GPtrArray of ids; made when first needed */
  GHashTable *words[NETZ_N_TABLES]; /* folded id or name of a kind, programme or frame -> id; likewise */
  GHashTable *statuses;     /* folded id or name -> id */
  GHashTable *by_kinds;     /* both kinds -> the programme that follows from them, "" for none */
  NetzGuess *guess;
};

static char *
make_key (const char *name)
{
  return g_strstrip (netz_fold (name));
}

static char *
make_pair (const char *a, const char *b)
{
  return strcmp (a, b) < 0 ? g_strconcat (a, "\n", b, NULL) : g_strconcat (b, "\n", a, NULL);
}

static GHashTable *
make_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/* Takes `key`. */
static void
append_id (GHashTable *lists, char *key, const char *id)
{
  GPtrArray *ids = g_hash_table_lookup (lists, key);

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (lists, key, ids);
    }
  else
    g_free (key);
  g_ptr_array_add (ids, g_strdup (id));
}

/* The records behind `key` that are still in the draft. */
static GPtrArray *
get_records (NetzOutlineNames *self, GHashTable *lists, const char *key, NetzTable table)
{
  GPtrArray *ids = g_hash_table_lookup (lists, key);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      NetzRecord *record = netz_draft_get (self->draft, table, g_ptr_array_index (ids, i));

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

/**
 * netz_outline_names_new:
 * @draft: the draft that is being written; it must outlive the index
 *
 * O(n log n).
 *
 * Returns: (transfer full): the index
 */
NetzOutlineNames *
netz_outline_names_new (NetzDraft *draft)
{
  NetzOutlineNames *self = g_new0 (NetzOutlineNames, 1);
  g_autoptr (GPtrArray) institutions = netz_draft_list (draft, NETZ_TABLE_INSTITUTION);

  self->draft = draft;
  self->institutions = make_lists ();
  self->by_kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < institutions->len; i++)
    {
      const NetzInstitution *institution = g_ptr_array_index (institutions, i);

      append_id (self->institutions, make_key (institution->name), netz_record_get_id (&institution->parent_instance));
    }
  return self;
}

/**
 * netz_outline_names_free:
 * @self: (transfer full): an index
 */
void
netz_outline_names_free (NetzOutlineNames *self)
{
  g_clear_pointer (&self->institutions, g_hash_table_unref);
  g_clear_pointer (&self->partnerships, g_hash_table_unref);
  g_clear_pointer (&self->statuses, g_hash_table_unref);
  g_clear_pointer (&self->by_kinds, g_hash_table_unref);
  g_clear_pointer (&self->guess, netz_guess_free);
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    g_clear_pointer (&self->words[table], g_hash_table_unref);
  g_free (self);
}

/**
 * netz_outline_names_find_institutions:
 * @self: the index
 * @name: a name as somebody types it
 *
 * Returns: (transfer container) (element-type NetzInstitution): those of that name, in the order of the draft
 */
GPtrArray *
netz_outline_names_find_institutions (NetzOutlineNames *self, const char *name)
{
  g_autofree char *key = make_key (name);

  return get_records (self, self->institutions, key, NETZ_TABLE_INSTITUTION);
}

/**
 * netz_outline_names_add_institution:
 * @self: the index
 * @id: the id of an institution that has come into the draft
 * @name: its name
 */
void
netz_outline_names_add_institution (NetzOutlineNames *self, const char *id, const char *name)
{
  append_id (self->institutions, make_key (name), id);
}

/**
 * netz_outline_names_rename:
 * @self: the index
 * @id: the id of an institution
 * @old: (nullable): its name so far
 * @name: (nullable): its name from now on
 */
void
netz_outline_names_rename (NetzOutlineNames *self, const char *id, const char *old, const char *name)
{
  g_autofree char *key = make_key (old);
  GPtrArray *ids = g_hash_table_lookup (self->institutions, key);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (strcmp (g_ptr_array_index (ids, i), id) == 0)
      {
        g_ptr_array_remove_index (ids, i);
        break;
      }
  append_id (self->institutions, make_key (name), id);
}

static void
index_partnerships (NetzOutlineNames *self)
{
  g_autoptr (GPtrArray) all = netz_draft_list (self->draft, NETZ_TABLE_PARTNERSHIP);

  self->partnerships = make_lists ();
  for (guint i = 0; i < all->len; i++)
    {
      const NetzPartnership *partnership = g_ptr_array_index (all, i);

      if (partnership->from != NULL && partnership->to != NULL)
        append_id (self->partnerships, make_pair (partnership->from, partnership->to),
                   netz_record_get_id (&partnership->parent_instance));
    }
}

/**
 * netz_outline_names_find_partnerships:
 * @self: the index
 * @a: the id of an institution
 * @b: the id of another
 *
 * Returns: (transfer container) (element-type NetzPartnership): those of the two, in either direction
 */
GPtrArray *
netz_outline_names_find_partnerships (NetzOutlineNames *self, const char *a, const char *b)
{
  g_autofree char *key = make_pair (a, b);

  if (self->partnerships == NULL)
    index_partnerships (self);
  return get_records (self, self->partnerships, key, NETZ_TABLE_PARTNERSHIP);
}

/**
 * netz_outline_names_add_partnership:
 * @self: the index
 * @id: the id of a partnership that has come into the draft
 * @a: the id of one end
 * @b: the id of the other end
 */
void
netz_outline_names_add_partnership (NetzOutlineNames *self, const char *id, const char *a, const char *b)
{
  if (self->partnerships == NULL)
    index_partnerships (self);
  else
    append_id (self->partnerships, make_pair (a, b), id);
}

/* What was there first keeps the word; ids go before names. */
static void
add_word (GHashTable *words, const char *word, const char *id)
{
  g_autofree char *key = make_key (word);

  if (*key != '\0' && !g_hash_table_contains (words, key))
    g_hash_table_insert (words, g_steal_pointer (&key), g_strdup (id));
}

static void
add_names (GHashTable *words, const NetzRecord *record)
{
  const NetzField *field = netz_table_find_field (netz_record_get_table (record), "names");
  GPtrArray *names = field != NULL ? netz_field_get_list (field, record) : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    add_word (words, netz_part_get (g_ptr_array_index (names, i), "text"), netz_record_get_id (record));
  if (names == NULL && netz_record_get_title (record) != NULL)
    add_word (words, netz_record_get_title (record), netz_record_get_id (record));
}

static const char *
find_word (NetzOutlineNames *self, NetzTable table, const char *name)
{
  g_autofree char *key = make_key (name);

  if (self->words[table] == NULL)
    {
      g_autoptr (GPtrArray) all = netz_draft_list (self->draft, table);

      self->words[table] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (guint i = 0; i < all->len; i++)
        add_word (self->words[table], netz_record_get_id (g_ptr_array_index (all, i)),
                  netz_record_get_id (g_ptr_array_index (all, i)));
      for (guint i = 0; i < all->len; i++)
        add_names (self->words[table], g_ptr_array_index (all, i));
    }
  return g_hash_table_lookup (self->words[table], key);
}

/**
 * netz_outline_names_find_kind:
 * @self: the index
 * @name: an id, or a name in any language
 *
 * Returns: (transfer none) (nullable): the id of the kind
 */
const char *
netz_outline_names_find_kind (NetzOutlineNames *self, const char *name)
{
  return find_word (self, NETZ_TABLE_KIND, name);
}

/**
 * netz_outline_names_find_programme:
 * @self: the index
 * @name: an id, or a name in any language
 *
 * Returns: (transfer none) (nullable): the id of the programme
 */
const char *
netz_outline_names_find_programme (NetzOutlineNames *self, const char *name)
{
  return find_word (self, NETZ_TABLE_PROGRAMME, name);
}

/**
 * netz_outline_names_find_frame:
 * @self: the index
 * @name: an id or a title
 *
 * Returns: (transfer none) (nullable): the id of the frame
 */
const char *
netz_outline_names_find_frame (NetzOutlineNames *self, const char *name)
{
  return find_word (self, NETZ_TABLE_FRAME, name);
}

/**
 * netz_outline_names_find_status:
 * @self: the index
 * @name: an id, or a name in English or the language of the messages
 *
 * Returns: (transfer none) (nullable): the status as in files
 */
const char *
netz_outline_names_find_status (NetzOutlineNames *self, const char *name)
{
  g_autofree char *key = make_key (name);

  if (self->statuses == NULL)
    {
      const NetzField *field = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status");

      self->statuses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (const NetzChoice *choice = field->choices; choice->id != NULL; choice++)
        {
          add_word (self->statuses, choice->id, choice->id);
          add_word (self->statuses, choice->label, choice->id);
          add_word (self->statuses, netz_field_get_choice_label (field, choice->id), choice->id);
        }
    }
  return g_hash_table_lookup (self->statuses, key);
}

static gboolean
is_id (const char *name)
{
  return g_ascii_islower (*name) && name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/**
 * netz_outline_names_make:
 * @self: the index
 * @table: kinds or programmes
 * @name: an id or a name that none of them has
 *
 * Adds a kind or programme to the draft that has nothing but its name.
 *
 * Returns: (transfer none): its id
 */
const char *
netz_outline_names_make (NetzOutlineNames *self, NetzTable table, const char *name)
{
  gboolean take = is_id (name) && netz_draft_get (self->draft, table, name) == NULL;
  NetzRecord *record = netz_draft_add (self->draft, netz_record_new (table, take ? name : NULL));
  const char *const values[] = { netz_language_get (), name };
  g_autoptr (GPtrArray) names = netz_parts_new ();

  g_ptr_array_add (names, netz_part_new (&netz_name_part, values));
  netz_field_set_list (netz_table_find_field (table, "names"), record, names);
  if (table == NETZ_TABLE_KIND)
    netz_record_set_text (record, "group", "other");
  g_clear_pointer (&self->words[table], g_hash_table_unref);
  g_clear_pointer (&self->guess, netz_guess_free);
  g_hash_table_remove_all (self->by_kinds);
  return netz_record_get_id (record);
}

static void
fill_guess (NetzOutlineNames *self)
{
  g_autoptr (GPtrArray) kinds = netz_draft_list (self->draft, NETZ_TABLE_KIND);

  self->guess = netz_guess_new ();
  for (guint i = 0; i < kinds->len; i++)
    netz_suggest_learn (self->guess, g_ptr_array_index (kinds, i));
}

/**
 * netz_outline_names_guess_kind:
 * @self: the index
 * @name: the name of an institution
 *
 * Returns: (transfer none) (nullable): the id of the kind that the name speaks of
 */
const char *
netz_outline_names_guess_kind (NetzOutlineNames *self, const char *name)
{
  if (self->guess == NULL)
    fill_guess (self);
  return netz_guess_kind (self->guess, name, NULL);
}

/**
 * netz_outline_names_guess_programme:
 * @self: the index
 * @kind_a: (nullable): the id of a kind
 * @kind_b: (nullable): the id of a kind
 *
 * Returns: (transfer none) (nullable): the id of the programme that joins the two
 */
const char *
netz_outline_names_guess_programme (NetzOutlineNames *self, const char *kind_a, const char *kind_b)
{
  g_autofree char *key = NULL;
  const char *programme;

  if (kind_a == NULL || kind_b == NULL)
    return NULL;
  key = make_pair (kind_a, kind_b);
  programme = g_hash_table_lookup (self->by_kinds, key);
  if (programme == NULL)
    {
      const char *found = netz_programme_for_kinds (self->draft, kind_a, kind_b);

      g_hash_table_insert (self->by_kinds, g_steal_pointer (&key), g_strdup (found != NULL ? found : ""));
      return found;
    }
  return *programme != '\0' ? programme : NULL;
}
