/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which service providers could gain from working together. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-private.h"

#include "planning/netz-synergy.h"

#define MOST_PAIRS 8u   /* in the table */
#define MOST_SCHOOLS 3u /* named of the first pair */

static void
describe_number (const NetzPaperWork *self, guint n)
{
  NetzWording w = self->wording;
  g_autofree char *number = netz_say_number (w, n);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (netz_say (w, "No two service providers work with the same school without being linked with each "
                               "other.",
                               "Keine zwei Bildungspartner arbeiten mit derselben Schule, ohne miteinander vernetzt "
                               "zu sein."));
  else
    text = g_strdup_printf (netz_say_n (w, n,
                                        "One pair of service providers works with the same schools, but not with each "
                                        "other yet. If they joined forces, these schools would gain.",
                                        "%s pairs of service providers work with the same schools, but not with each "
                                        "other yet. If they joined forces, these schools would gain.",
                                        "Ein Paar von Bildungspartnern arbeitet mit denselben Schulen, aber noch nicht "
                                        "miteinander. Vernetzten sich die beiden, gewönnen diese Schulen.",
                                        "%s Paare von Bildungspartnern arbeiten mit denselben Schulen, aber noch nicht "
                                        "miteinander. Vernetzten sie sich, gewönnen diese Schulen."), number);
  netz_dossier_add_paragraph (self->dossier, text);
}

/* The pair that shares most, in a sentence with some of its schools. */
static void
describe_first (const NetzPaperWork *self, const NetzSynergy *pair)
{
  NetzWording w = self->wording;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  guint n = pair->schools->len;

  for (guint i = 0; i < MIN (n, MOST_SCHOOLS); i++)
    g_ptr_array_add (names, (gpointer) netz_paper_name (self, pair->schools->pdata[i]));
  g_ptr_array_add (names, NULL);
  list = netz_say_list (w, (const char *const *) names->pdata);
  text = g_strdup_printf (n > MOST_SCHOOLS
                              ? netz_say (w, "First of them: %1$s and %2$s share %3$u schools, among them %4$s.",
                                          "An erster Stelle: %1$s und %2$s haben %3$u Schulen gemeinsam, darunter "
                                          "%4$s.")
                              : netz_say_n (w, n, "First of them: %1$s and %2$s share %3$u school: %4$s.",
                                            "First of them: %1$s and %2$s share %3$u schools: %4$s.",
                                            "An erster Stelle: %1$s und %2$s haben %3$u Schule gemeinsam: %4$s.",
                                            "An erster Stelle: %1$s und %2$s haben %3$u Schulen gemeinsam: %4$s."),
                          netz_paper_name (self, pair->a), netz_paper_name (self, pair->b), n, list);
  netz_dossier_add_paragraph (self->dossier, text);
}

static void
add_table (const NetzPaperWork *self, GPtrArray *pairs)
{
  NetzWording w = self->wording;
  NetzDossierTable *table = netz_dossier_table_new (netz_say (w, "Proposed links among service providers",
                                                              "Vorgeschlagene Vernetzungen von Bildungspartnern"));

  netz_dossier_table_add_column (table, netz_say (w, "Service provider", "Bildungspartner"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "with", "mit"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "Schools shared", "Gemeinsame Schulen"), NETZ_COLUMN_END);
  netz_dossier_table_add_column (table, netz_say (w, "Share of all that they work with",
                                                  "Anteil an allen ihren Schulen"), NETZ_COLUMN_END);
  for (guint i = 0; i < MIN (pairs->len, MOST_PAIRS); i++)
    {
      const NetzSynergy *pair = pairs->pdata[i];
      g_autofree char *number = netz_say_number (w, pair->schools->len);
      g_autofree char *share = netz_say_percent (w, pair->schools->len, pair->n_a + pair->n_b - pair->schools->len);

      netz_dossier_table_add_row (table, (const char *const[]) { netz_paper_name (self, pair->a),
                                                                 netz_paper_name (self, pair->b), number, share,
                                                                 NULL });
    }
  netz_dossier_add_table (self->dossier, table);
}

static guint
count_providers (const NetzPaperWork *self)
{
  NetzPaperCounts counts;

  netz_paper_count (self->network, &counts);
  return counts.providers;
}

gboolean
netz_committee_has_synergies (const NetzPaperWork *self)
{
  return count_providers (self) >= 2;
}

void
netz_committee_write_synergies (const NetzPaperWork *self)
{
  g_autoptr (NetzSynergies) synergies = netz_synergies_find (self->network, NETZ_STANDING_ESTABLISHED);
  GPtrArray *open = synergies->by_state[NETZ_SYNERGY_OPEN];

  describe_number (self, open->len);
  if (open->len == 0)
    return;
  describe_first (self, open->pdata[0]);
  add_table (self, open);
}
