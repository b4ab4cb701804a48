/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a table calls a kind, or from a name, to a kind of the network. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-private.h"

#include "model/netz-kind.h"
#include "model/netz-search.h"
#include "model/netz-suggest.h"

#include <string.h>

struct _NetzImportKinds
{
  const NetzImportMap *map;
  GHashTable *known; /* folded id, key or name -> id of a kind */
  GHashTable *asked; /* what was asked for before -> id, or NULL */
  NetzGuess *guess;
};

static void
know (NetzImportKinds *self, const char *text, const char *kind)
{
  char *folded = netz_fold (text);

  if (*folded == '\0' || g_hash_table_contains (self->known, folded))
    g_free (folded);
  else
    g_hash_table_insert (self->known, folded, (gpointer) kind);
}

static void
learn (NetzImportKinds *self, const NetzKind *kind)
{
  const char *id = netz_record_get_id (&kind->parent_instance);

  know (self, id, id);
  for (guint i = 0; kind->keys != NULL && i < kind->keys->len; i++)
    {
      const char *key = kind->keys->pdata[i];

      know (self, key, id);
      if (key[0] == '0' && key[1] != '\0') /* as a spreadsheet leaves it */
        know (self, key + 1, id);
    }
  for (guint i = 0; kind->names != NULL && i < kind->names->len; i++)
    know (self, netz_part_get (kind->names->pdata[i], "text"), id);
  netz_suggest_learn (self->guess, kind);
}

NetzImportKinds *
netz_import_kinds_new (const NetzSnapshot *snapshot, const NetzImportMap *map)
{
  NetzImportKinds *self = g_new0 (NetzImportKinds, 1);

  self->map = map;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->guess = netz_guess_new ();
  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_KIND); i++)
    learn (self, (const NetzKind *) netz_snapshot_get_nth (snapshot, NETZ_TABLE_KIND, i));
  return self;
}

void
netz_import_kinds_free (NetzImportKinds *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->asked);
  netz_guess_free (self->guess);
  g_free (self);
}

static const char *
look_up (NetzImportKinds *self, const char *text)
{
  g_autofree char *folded = netz_fold (text);
  const char *kind = g_hash_table_lookup (self->map->kinds, folded);

  if (kind == NULL)
    kind = g_hash_table_lookup (self->known, folded);
  return kind != NULL ? kind : netz_guess_kind (self->guess, text, NULL);
}

/* The id of the kind: by what the table says, by the name, or the one that the mapping has for the rest; or NULL. */
const char *
netz_import_kinds_find (NetzImportKinds *self, const char *text, const char *name)
{
  gpointer kind = NULL;

  if (*text != '\0' && !g_hash_table_lookup_extended (self->asked, text, NULL, &kind))
    {
      kind = (gpointer) look_up (self, text);
      g_hash_table_insert (self->asked, g_strdup (text), kind);
    }
  if (kind == NULL && *text == '\0' && self->map->kind == NULL)
    kind = (gpointer) netz_guess_kind (self->guess, name, NULL);
  return kind != NULL ? kind : self->map->kind;
}
