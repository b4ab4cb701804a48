/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows speak of which institutions of the network. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-private.h"

#include "model/netz-institution.h"
#include "model/netz-partnership.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define EARTH_RADIUS 6371008.8 /* metres, mean */
#define SAME_DOOR 30.0         /* metres within which the same name means the same */
#define NEAR 300.0             /* metres within which it may */
#define FAR 1500.0             /* metres beyond which it does not */
#define ALIKE 0.5              /* part of the words of two names that agree */
#define MOST_PROPOSALS 5
#define COMMON_WORD 50         /* institutions with it; such a word finds nothing */

typedef struct
{
  NetzImportReading *reading;
  GHashTable *by_number; /* number -> institution */
  GHashTable *by_word;   /* word of a name -> GPtrArray of institutions */
  GHashTable *n_partnerships;
  GHashTable *taken;     /* institutions that a row has been matched with */
} Matching;

typedef struct
{
  const NetzInstitution *institution;
  double score;
  gboolean certain;
} Proposal;

/* Metres between two, by the haversine formula; NAN where one has no coordinates. */
double
netz_import_measure_distance (const NetzInstitution *a, const NetzInstitution *b)
{
  double to_radians = G_PI / 180;
  double dy = (b->latitude - a->latitude) * to_radians / 2, dx = (b->longitude - a->longitude) * to_radians / 2;
  double shrink = cos (a->latitude * to_radians) * cos (b->latitude * to_radians);
  double h = sin (dy) * sin (dy) + shrink * sin (dx) * sin (dx);

  return isnan (h) ? NAN : 2 * EARTH_RADIUS * asin (sqrt (MIN (h, 1)));
}

/* The words of a name without those that stand in very many: short forms of schools and the word "Straße". */
static char **
split_words (const char *name, const char *town)
{
  g_autofree char *folded = netz_fold (name);
  g_autofree char *folded_town = netz_fold (town);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_auto (GStrv) all = NULL;

  for (char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && (*p & 0x80) == 0)
      *p = ' ';
  all = g_strsplit (folded, " ", -1);
  for (guint i = 0; all[i] != NULL; i++)
    {
      gsize length = strlen (all[i]);

      if (g_str_has_suffix (all[i], "strasse"))
        all[i][length -= 4] = '\0';
      if (length > 3 && strcmp (all[i], folded_town) != 0)
        g_ptr_array_add (words, g_strdup (all[i]));
    }
  if (words->len == 0 && *folded != '\0')
    g_ptr_array_add (words, g_strdup (folded));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *x = netz_fold (a);
  g_autofree char *y = netz_fold (b);

  return *x != '\0' && strcmp (x, y) == 0;
}

static gboolean
differ (const char *a, const char *b)
{
  return a != NULL && b != NULL && !same_text (a, b);
}

/* Which part of the words of the longer name stands in the other, too; 1 for the same name. */
static double
compare_names (const NetzInstitution *a, const NetzInstitution *b)
{
  g_auto (GStrv) x = split_words (a->name, a->town);
  g_auto (GStrv) y = split_words (b->name, b->town);
  guint n_x = g_strv_length (x), n_y = g_strv_length (y), common = 0;

  if (same_text (a->name, b->name))
    return 1;
  for (guint i = 0; i < n_x; i++)
    common += g_strv_contains ((const char *const *) y, x[i]) ? 1 : 0;
  return MAX (n_x, n_y) > 0 ? MIN (0.9, common / (double) MAX (n_x, n_y)) : 0;
}

static gboolean
same_address (const NetzInstitution *a, const NetzInstitution *b)
{
  return same_text (a->street, b->street) && !differ (a->postcode, b->postcode) && !differ (a->town, b->town) &&
         strpbrk (a->street, "0123456789") != NULL;
}

/* Says how likely the two are the same: by name and place, never by one alone; 0 for not at all. */
static double
judge (const NetzInstitution *row, const NetzInstitution *old, gboolean *certain)
{
  double name = compare_names (row, old), distance = netz_import_measure_distance (row, old), place = 0;

  *certain = FALSE;
  if (name < ALIKE || distance > FAR || (name < 1 && differ (row->kind, old->kind)))
    return 0;
  if (same_address (row, old) || distance <= SAME_DOOR)
    place = 1;
  else if (distance <= NEAR)
    place = 0.8;
  else if (same_text (row->district, old->district) || same_text (row->postcode, old->postcode))
    place = 0.5;
  else if (name == 1 && !differ (row->district, old->district) && !differ (row->postcode, old->postcode) &&
           !differ (row->town, old->town))
    place = 0.2; /* nothing is known of a place, or only the town */
  *certain = name == 1 && place == 1 && !differ (row->kind, old->kind);
  return name * place;
}

static void
index_institution (Matching *self, NetzInstitution *institution)
{
  const char *scheme = self->reading->import->map->scheme;
  const char *number = scheme != NULL ? netz_institution_get_official_id (institution, scheme) : NULL;
  g_auto (GStrv) words = split_words (institution->name, institution->town);

  if (number != NULL)
    {
      if (!g_hash_table_contains (self->by_number, number))
        g_hash_table_insert (self->by_number, (gpointer) number, institution);
      /* A number that is not in the list is another institution's, so its name finds nothing. */
      if (g_hash_table_contains (self->reading->cells, "number"))
        return;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      GPtrArray *list = g_hash_table_lookup (self->by_word, words[i]);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->by_word, g_strdup (words[i]), list);
        }
      g_ptr_array_add (list, institution);
    }
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const Proposal *x = a, *y = b;

  return x->score > y->score ? -1 : x->score < y->score;
}

static GArray *
find_proposals (Matching *self, const NetzInstitution *row)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) words = split_words (row->name, row->town);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GPtrArray *list = g_hash_table_lookup (self->by_word, words[i]);

      for (guint k = 0; list != NULL && list->len <= COMMON_WORD && k < list->len; k++)
        {
          Proposal proposal = { list->pdata[k] };

          if (!g_hash_table_add (seen, list->pdata[k]) || g_hash_table_contains (self->taken, list->pdata[k]))
            continue;
          proposal.score = judge (row, proposal.institution, &proposal.certain);
          if (proposal.score > 0)
            g_array_append_val (proposals, proposal);
        }
    }
  g_array_sort (proposals, compare_scores);
  return proposals;
}

static void
set_match (Matching *self, NetzImportItem *item, const NetzInstitution *institution)
{
  const NetzRecord *old = &institution->parent_instance;

  item->id = g_strdup (netz_record_get_id (old));
  item->n_partnerships = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_partnerships, item->id));
  item->changes = netz_import_find_changes (self->reading->import, item->row, old);
  item->state = item->changes != 0 ? NETZ_IMPORT_CHANGED : NETZ_IMPORT_SAME;
  item->decision = item->changes != 0 ? NETZ_IMPORT_UPDATE : NETZ_IMPORT_SKIP;
  g_hash_table_add (self->taken, (gpointer) institution);
}

static void
propose (Matching *self, NetzImportItem *item)
{
  g_autoptr (GArray) proposals = find_proposals (self, (const NetzInstitution *) item->row);
  const Proposal *first = (const Proposal *) (gpointer) proposals->data;

  if (proposals->len == 0)
    return;
  if (first->certain && (proposals->len == 1 || !first[1].certain))
    {
      set_match (self, item, first->institution);
      return;
    }
  item->state = NETZ_IMPORT_UNSURE;
  item->decision = NETZ_IMPORT_SKIP;
  item->proposals = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MIN (proposals->len, MOST_PROPOSALS); i++)
    g_ptr_array_add (item->proposals, g_strdup (netz_record_get_id (&first[i].institution->parent_instance)));
  item->id = g_strdup (item->proposals->pdata[0]);
}

static void
count_partnerships (Matching *self, const NetzSnapshot *snapshot)
{
  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_PARTNERSHIP); i++)
    {
      const NetzPartnership *partnership = (gpointer) netz_snapshot_get_nth (snapshot, NETZ_TABLE_PARTNERSHIP, i);
      char *const ends[] = { partnership->from, partnership->to };

      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        if (ends[k] != NULL)
          g_hash_table_insert (self->n_partnerships, ends[k],
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->n_partnerships, ends[k]))
                                                 + 1));
    }
}

/* Those that have a number of the list's register which the list, filtered or not, does not have. */
static void
add_gone (Matching *self, const NetzSnapshot *snapshot)
{
  const NetzImport *import = self->reading->import;

  if (import->map->scheme == NULL || !g_hash_table_contains (self->reading->cells, "number"))
    return;
  for (guint i = 0; i < netz_snapshot_get_size (snapshot, NETZ_TABLE_INSTITUTION); i++)
    {
      NetzInstitution *institution = (gpointer) netz_snapshot_get_nth (snapshot, NETZ_TABLE_INSTITUTION, i);
      const char *number = netz_institution_get_official_id (institution, import->map->scheme);
      NetzImportItem *item;

      if (number == NULL || g_hash_table_contains (self->reading->seen, number))
        continue;
      item = netz_import_item_new (NETZ_IMPORT_GONE, NETZ_IMPORT_MARK);
      item->id = g_strdup (netz_record_get_id (&institution->parent_instance));
      item->n_partnerships = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_partnerships, item->id));
      g_ptr_array_add (import->items, item);
    }
}

/* O(n) but for names that are alike. Numbers first, so that no name takes away what a number knows. */
void
netz_import_match (NetzImportReading *reading)
{
  const NetzImport *import = reading->import;
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) n_partnerships = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  Matching self = { reading, by_number, by_word, n_partnerships, taken };

  count_partnerships (&self, import->snapshot);
  for (guint i = 0; i < netz_snapshot_get_size (import->snapshot, NETZ_TABLE_INSTITUTION); i++)
    index_institution (&self, (gpointer) netz_snapshot_get_nth (import->snapshot, NETZ_TABLE_INSTITUTION, i));
  for (guint i = 0; i < import->items->len; i++)
    {
      NetzImportItem *item = import->items->pdata[i];
      const char *number = import->map->scheme != NULL
                             ? netz_institution_get_official_id ((NetzInstitution *) item->row, import->map->scheme)
                             : NULL;
      const NetzInstitution *found = number != NULL ? g_hash_table_lookup (by_number, number) : NULL;

      if (found != NULL)
        set_match (&self, item, found);
    }
  for (guint i = 0; i < import->items->len; i++)
    {
      NetzImportItem *item = import->items->pdata[i];

      if (item->id == NULL)
        propose (&self, item);
    }
  add_gone (&self, import->snapshot);
}
