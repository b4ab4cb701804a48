/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-catalogue.h"
#include "model/netz-suggest.h"

struct _NetzCatalogue
{
  gatomicrefcount references;
  char *id;
  GPtrArray *names;
  GPtrArray *texts;
  GPtrArray *kinds;
  GPtrArray *programmes;
  GPtrArray *items[NETZ_CATALOGUE_N_LISTS];
  NetzGuess *guess;
};

static NetzRecord *
find_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    if (g_str_equal (netz_record_get_id (g_ptr_array_index (records, i)), id))
      return g_ptr_array_index (records, i);
  return NULL;
}

/**
 * netz_catalogue_new:
 * @id: its id, the name of its file without the suffix
 *
 * Returns: (transfer full): a catalogue without anything in it, to be filled before others see it
 */
NetzCatalogue *
netz_catalogue_new (const char *id)
{
  NetzCatalogue *self = g_new0 (NetzCatalogue, 1);

  g_atomic_ref_count_init (&self->references);
  self->id = g_strdup (id);
  self->kinds = g_ptr_array_new_with_free_func (g_object_unref);
  self->programmes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < NETZ_CATALOGUE_N_LISTS; i++)
    self->items[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)netz_catalogue_item_unref);
  self->guess = netz_guess_new ();
  return self;
}

/**
 * netz_catalogue_ref:
 * @self: a catalogue
 *
 * Returns: (transfer full): @self
 */
NetzCatalogue *
netz_catalogue_ref (NetzCatalogue *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_catalogue_unref:
 * @self: (transfer full): a catalogue
 */
void
netz_catalogue_unref (NetzCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->programmes);
  for (guint i = 0; i < NETZ_CATALOGUE_N_LISTS; i++)
    g_ptr_array_unref (self->items[i]);
  netz_guess_free (self->guess);
  g_free (self);
}

/**
 * netz_catalogue_set_names:
 * @self: a catalogue that is being made
 * @names: (nullable) (transfer none): its name, parts of type `netz_name_part`
 * @texts: (nullable) (transfer none): a sentence on what it is for, parts of type `netz_name_part`
 */
void
netz_catalogue_set_names (NetzCatalogue *self, GPtrArray *names, GPtrArray *texts)
{
  g_return_if_fail (self->names == NULL && self->texts == NULL);

  self->names = names != NULL ? g_ptr_array_ref (names) : NULL;
  self->texts = texts != NULL ? g_ptr_array_ref (texts) : NULL;
}

/**
 * netz_catalogue_add_record:
 * @self: a catalogue that is being made
 * @record: (transfer none): a kind or a programme, which is sealed
 *
 * Returns: %FALSE if there is one with its id already
 */
gboolean
netz_catalogue_add_record (NetzCatalogue *self, NetzRecord *record)
{
  NetzTable table = netz_record_get_table (record);
  GPtrArray *records = table == NETZ_TABLE_KIND ? self->kinds : self->programmes;

  g_return_val_if_fail (table == NETZ_TABLE_KIND || table == NETZ_TABLE_PROGRAMME, FALSE);

  if (find_record (records, netz_record_get_id (record)) != NULL)
    return FALSE;
  netz_record_seal (record);
  g_ptr_array_add (records, g_object_ref (record));
  if (table == NETZ_TABLE_KIND)
    netz_suggest_learn (self->guess, NETZ_KIND (record));
  return TRUE;
}

/**
 * netz_catalogue_add_item:
 * @self: a catalogue that is being made
 * @list: where it belongs
 * @item: (transfer none): an item
 *
 * Returns: %FALSE if there is one with its id already
 */
gboolean
netz_catalogue_add_item (NetzCatalogue *self, NetzCatalogueList list, NetzCatalogueItem *item)
{
  if (netz_catalogue_find_item (self, list, netz_catalogue_item_get_id (item)) != NULL)
    return FALSE;
  g_ptr_array_add (self->items[list], netz_catalogue_item_ref (item));
  return TRUE;
}

/**
 * netz_catalogue_get_id:
 * @self: a catalogue
 *
 * Returns: (transfer none): its id
 */
const char *
netz_catalogue_get_id (const NetzCatalogue *self)
{
  return self->id;
}

/**
 * netz_catalogue_get_name:
 * @self: a catalogue
 * @language: (nullable): "de", "en" …
 *
 * Returns: (transfer none): its name in @language or the nearest there is; its id where it has none
 */
const char *
netz_catalogue_get_name (const NetzCatalogue *self, const char *language)
{
  const char *name = netz_parts_get_name (self->names, language);

  return name != NULL ? name : self->id;
}

/**
 * netz_catalogue_get_text:
 * @self: a catalogue
 * @language: (nullable): "de", "en" …
 *
 * Returns: (transfer none): what it is for, a sentence; "" where it does not say
 */
const char *
netz_catalogue_get_text (const NetzCatalogue *self, const char *language)
{
  const char *text = netz_parts_get_name (self->texts, language);

  return text != NULL ? text : "";
}

/**
 * netz_catalogue_get_kinds:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type NetzKind): its kinds, in the order of its file
 */
GPtrArray *
netz_catalogue_get_kinds (const NetzCatalogue *self)
{
  return self->kinds;
}

/**
 * netz_catalogue_get_programmes:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type NetzProgramme): its programmes, in the order of its file
 */
GPtrArray *
netz_catalogue_get_programmes (const NetzCatalogue *self)
{
  return self->programmes;
}

/**
 * netz_catalogue_get_items:
 * @self: a catalogue
 * @list: which
 *
 * Returns: (transfer none) (element-type NetzCatalogueItem): the items, in the order of its file
 */
GPtrArray *
netz_catalogue_get_items (const NetzCatalogue *self, NetzCatalogueList list)
{
  return self->items[list];
}

/**
 * netz_catalogue_find_kind:
 * @self: a catalogue
 * @id: (nullable): an id
 *
 * O(kinds).
 *
 * Returns: (transfer none) (nullable): the kind
 */
NetzKind *
netz_catalogue_find_kind (const NetzCatalogue *self, const char *id)
{
  return NETZ_KIND (find_record (self->kinds, id));
}

/**
 * netz_catalogue_find_kind_by_key:
 * @self: a catalogue
 * @key: a ministry's key of a school form, "02"
 *
 * O(kinds).
 *
 * Returns: (transfer none) (nullable): the kind that has this key
 */
NetzKind *
netz_catalogue_find_kind_by_key (const NetzCatalogue *self, const char *key)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      NetzKind *kind = g_ptr_array_index (self->kinds, i);

      for (guint k = 0; kind->keys != NULL && k < kind->keys->len; k++)
        if (g_str_equal (g_ptr_array_index (kind->keys, k), key))
          return kind;
    }
  return NULL;
}

/**
 * netz_catalogue_find_programme:
 * @self: a catalogue
 * @id: (nullable): an id
 *
 * O(programmes).
 *
 * Returns: (transfer none) (nullable): the programme
 */
NetzProgramme *
netz_catalogue_find_programme (const NetzCatalogue *self, const char *id)
{
  return NETZ_PROGRAMME (find_record (self->programmes, id));
}

/**
 * netz_catalogue_find_item:
 * @self: a catalogue
 * @list: where to look
 * @id: (nullable): an id
 *
 * O(items).
 *
 * Returns: (transfer none) (nullable): the item
 */
NetzCatalogueItem *
netz_catalogue_find_item (const NetzCatalogue *self, NetzCatalogueList list, const char *id)
{
  for (guint i = 0; id != NULL && i < self->items[list]->len; i++)
    {
      NetzCatalogueItem *item = g_ptr_array_index (self->items[list], i);

      if (g_str_equal (netz_catalogue_item_get_id (item), id))
        return item;
    }
  return NULL;
}

/**
 * netz_catalogue_guess_kind:
 * @self: a catalogue
 * @name: the name of an institution
 * @word: (out) (optional) (nullable) (transfer none): the word that decided
 *
 * Returns: (transfer none) (nullable): the id of the kind of which @name speaks, see netz-guess.h
 */
const char *
netz_catalogue_guess_kind (const NetzCatalogue *self, const char *name, const char **word)
{
  return netz_guess_kind (self->guess, name, word);
}

/**
 * netz_catalogue_programme_for:
 * @self: a catalogue
 * @a: the kind at one end
 * @b: the kind at the other end
 * @turned: (out) (optional): whether @b is the programme's first end
 *
 * Returns: (transfer none) (nullable): the programme that follows, see netz_suggest_programme()
 */
NetzProgramme *
netz_catalogue_programme_for (const NetzCatalogue *self, const NetzKind *a, const NetzKind *b, gboolean *turned)
{
  return netz_suggest_programme (self->programmes, a, b, turned);
}

static guint
install_records (GPtrArray *records, NetzTable table, NetzDraft *draft)
{
  guint added = 0;

  for (guint i = 0; i < records->len; i++)
    {
      NetzRecord *record = g_ptr_array_index (records, i);

      if (netz_draft_get (draft, table, netz_record_get_id (record)) != NULL)
        continue;
      netz_draft_add (draft, netz_record_copy (record));
      added++;
    }
  return added;
}

/* So that a later version of the program knows which conditions and criteria belong to the network. */
static void
name_catalogue (const NetzCatalogue *self, NetzDraft *draft)
{
  NetzSettings *settings = netz_network_get_settings (netz_draft_get_network (draft));
  const char *id = netz_record_get_id (&settings->parent_instance);
  NetzRecord *record = netz_draft_get (draft, NETZ_TABLE_SETTINGS, id);

  if (((NetzSettings *)record)->catalogue == NULL)
    netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_SETTINGS, id), "catalogue", self->id);
}

/**
 * netz_catalogue_install:
 * @self: a catalogue
 * @draft: an edit being written
 *
 * Puts its kinds and programmes into the network. Those whose id is there
 * already stay as they are, since they may have been changed by a person. A
 * network that names no catalogue yet names this one afterwards.
 *
 * Returns: how many were added
 */
guint
netz_catalogue_install (const NetzCatalogue *self, NetzDraft *draft)
{
  name_catalogue (self, draft);
  return install_records (self->kinds, NETZ_TABLE_KIND, draft) +
         install_records (self->programmes, NETZ_TABLE_PROGRAMME, draft);
}
