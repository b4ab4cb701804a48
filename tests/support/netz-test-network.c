/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-test"

#include "support/netz-test-network.h"

#include <string.h>

#include "model/netz-snapshot.h"

static void
take_kind (NetzSnapshot *snapshot, GHashTable *known, const char *id)
{
  NetzRecord *kind;
  gboolean school;

  if (id == NULL || *id == '\0' || !g_hash_table_add (known, g_strconcat ("kind ", id, NULL)))
    return;
  school = g_str_has_suffix (id, "school") || g_str_equal (id, "gymnasium");
  kind = netz_record_new (NETZ_TABLE_KIND, id);
  netz_record_set_text (kind, "group", school ? "school" : "provider");
  netz_snapshot_take (snapshot, kind);
}

static void
take_programme (NetzSnapshot *snapshot, GHashTable *known, const char *id)
{
  if (id == NULL || *id == '\0' || !g_hash_table_add (known, g_strconcat ("programme ", id, NULL)))
    return;
  netz_snapshot_take (snapshot, netz_record_new (NETZ_TABLE_PROGRAMME, id));
}

static void
take_institution (NetzSnapshot *snapshot, GHashTable *known, const char *word)
{
  g_auto (GStrv) halves = g_strsplit (word, "@", 2);
  g_auto (GStrv) parts = g_strsplit (halves[0], ":", 2);
  NetzRecord *institution = netz_record_new (NETZ_TABLE_INSTITUTION, parts[0]);

  netz_record_set_text (institution, "name", parts[0]);
  if (parts[1] != NULL)
    netz_record_set_text (institution, "kind", parts[1]);
  take_kind (snapshot, known, parts[1]);
  if (halves[1] != NULL)
    {
      char *end = NULL;

      netz_record_set_number (institution, "x", g_ascii_strtod (halves[1], &end));
      g_assert_cmpint (*end, ==, ',');
      netz_record_set_number (institution, "y", g_ascii_strtod (end + 1, NULL));
    }
  netz_snapshot_take (snapshot, institution);
}

static void
take_partnership (NetzSnapshot *snapshot, GHashTable *known, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", 3);
  g_auto (GStrv) ends = g_strsplit (parts[0], "-", 2);
  g_autofree char *id = g_strdup (parts[0]);
  NetzRecord *partnership;

  for (guint n = 2; !g_hash_table_add (known, g_strdup (id)); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s/%u", parts[0], n);
    }
  partnership = netz_record_new (NETZ_TABLE_PARTNERSHIP, id);
  netz_record_set_text (partnership, "from", ends[0]);
  netz_record_set_text (partnership, "to", ends[1]);
  if (parts[1] != NULL && *parts[1] != '\0')
    netz_record_set_text (partnership, "programme", parts[1]);
  if (parts[1] != NULL && parts[2] != NULL)
    netz_record_set_text (partnership, "status", parts[2]);
  take_programme (snapshot, known, parts[1]);
  netz_snapshot_take (snapshot, partnership);
}

/**
 * netz_test_network_new:
 * @line: as above
 *
 * Returns: (transfer full): the network
 */
NetzNetwork *
netz_test_network_new (const char *line)
{
  g_autoptr (NetzSnapshot) snapshot = netz_snapshot_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  netz_snapshot_take (snapshot, netz_record_new (NETZ_TABLE_SETTINGS, "n-test"));
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize end_of_name = strcspn (words[i], ":@");
      const char *dash = strchr (words[i], '-');

      if (*words[i] == '\0')
        continue;
      if (dash != NULL && dash < words[i] + end_of_name)
        take_partnership (snapshot, known, words[i]);
      else
        take_institution (snapshot, known, words[i]);
    }
  netz_snapshot_sort (snapshot);
  return netz_network_new_from_snapshot (snapshot);
}

static char *
print_institution (const NetzInstitution *institution)
{
  g_autofree char *place = NULL;

  if (netz_institution_is_placed (institution))
    {
      g_autofree char *x = netz_number_print (institution->x);
      g_autofree char *y = netz_number_print (institution->y);

      place = g_strdup_printf ("@%s,%s", x, y);
    }
  return g_strconcat (institution->name != NULL ? institution->name : "?",
                      institution->kind != NULL ? ":" : "",
                      institution->kind != NULL ? institution->kind : "",
                      place, NULL);
}

static const char *
name_of (NetzNetwork *network, const char *id)
{
  NetzInstitution *institution = id != NULL ? netz_network_get_institution (network, id) : NULL;

  if (institution == NULL)
    return id != NULL ? id : "?";
  return institution->name != NULL ? institution->name : "?";
}

static char *
print_partnership (NetzNetwork *network, const NetzPartnership *partnership)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s-%s", name_of (network, partnership->from), name_of (network, partnership->to));
  if (partnership->programme != NULL || partnership->status != NULL)
    g_string_append_printf (text, ":%s", partnership->programme != NULL ? partnership->programme : "");
  if (partnership->status != NULL)
    g_string_append_printf (text, ":%s", partnership->status);
  return g_string_free (text, FALSE);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * netz_test_network_print:
 * @network: a network
 *
 * The line that makes such a network: names instead of ids, institutions before
 * partnerships, each sorted by their text.
 *
 * Returns: (transfer full): the line
 */
char *
netz_test_network_print (NetzNetwork *network)
{
  g_autoptr (GPtrArray) institutions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) partnerships = g_ptr_array_new_with_free_func (g_free);
  NetzNetworkIter iter;
  NetzInstitution *institution;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    g_ptr_array_add (institutions, print_institution (institution));
  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    g_ptr_array_add (partnerships, print_partnership (network, partnership));

  g_ptr_array_sort (institutions, compare_words);
  g_ptr_array_sort (partnerships, compare_words);
  g_ptr_array_extend_and_steal (institutions, g_steal_pointer (&partnerships));
  g_ptr_array_add (institutions, NULL);
  return g_strjoinv (" ", (char **) institutions->pdata);
}
