/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-catalogue-item.h"
#include "model/netz-part.h"

struct _NetzCatalogueItem
{
  gatomicrefcount references;
  char *id;
  GPtrArray *names;
  GPtrArray *texts;
  GHashTable *parameters;
};

/**
 * netz_catalogue_item_new:
 * @id: its id
 * @names: (nullable) (transfer none): parts of type `netz_name_part`
 * @texts: (nullable) (transfer none): parts of type `netz_name_part`
 * @parameters: (nullable) (transfer none): text to text; not to be changed any more
 *
 * Returns: (transfer full): an item
 */
NetzCatalogueItem *
netz_catalogue_item_new (const char *id, GPtrArray *names, GPtrArray *texts, GHashTable *parameters)
{
  NetzCatalogueItem *self = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (NetzCatalogueItem, 1);
  g_atomic_ref_count_init (&self->references);
  self->id = g_strdup (id);
  self->names = names != NULL ? g_ptr_array_ref (names) : NULL;
  self->texts = texts != NULL ? g_ptr_array_ref (texts) : NULL;
  self->parameters = parameters != NULL ? g_hash_table_ref (parameters) : NULL;
  return self;
}

/**
 * netz_catalogue_item_ref:
 * @self: an item
 *
 * Returns: (transfer full): @self
 */
NetzCatalogueItem *
netz_catalogue_item_ref (NetzCatalogueItem *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_catalogue_item_unref:
 * @self: (transfer full): an item
 */
void
netz_catalogue_item_unref (NetzCatalogueItem *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->parameters, g_hash_table_unref);
  g_free (self);
}

/**
 * netz_catalogue_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): its id
 */
const char *
netz_catalogue_item_get_id (const NetzCatalogueItem *self)
{
  return self->id;
}

/**
 * netz_catalogue_item_get_name:
 * @self: an item
 * @language: (nullable): "de", "en" …
 *
 * Returns: (transfer none): its name in @language or the nearest there is; its id where it has none
 */
const char *
netz_catalogue_item_get_name (const NetzCatalogueItem *self, const char *language)
{
  const char *name = netz_parts_get_name (self->names, language);

  return name != NULL ? name : self->id;
}

/**
 * netz_catalogue_item_get_text:
 * @self: an item
 * @language: (nullable): "de", "en" …
 *
 * Returns: (transfer none): what it means, or what would mend it, a sentence; "" where it has none
 */
const char *
netz_catalogue_item_get_text (const NetzCatalogueItem *self, const char *language)
{
  const char *text = netz_parts_get_name (self->texts, language);

  return text != NULL ? text : "";
}

/**
 * netz_catalogue_item_get:
 * @self: an item
 * @parameter: the name of a parameter
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
netz_catalogue_item_get (const NetzCatalogueItem *self, const char *parameter)
{
  return self->parameters != NULL ? g_hash_table_lookup (self->parameters, parameter) : NULL;
}

/**
 * netz_catalogue_item_get_number:
 * @self: an item
 * @parameter: the name of a parameter
 * @fallback: what to take where it is missing or no number
 *
 * Returns: its value
 */
guint
netz_catalogue_item_get_number (const NetzCatalogueItem *self, const char *parameter, guint fallback)
{
  const char *text = netz_catalogue_item_get (self, parameter);
  guint64 number = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL))
    return fallback;
  return (guint)number;
}

/**
 * netz_catalogue_item_has:
 * @self: an item
 * @parameter: the name of a parameter that is a list divided by blanks
 * @word: a word
 *
 * Returns: whether the list has @word
 */
gboolean
netz_catalogue_item_has (const NetzCatalogueItem *self, const char *parameter, const char *word)
{
  const char *text = netz_catalogue_item_get (self, parameter);
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  return g_strv_contains ((const char *const *)words, word);
}
