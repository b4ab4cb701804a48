/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/netz-key-figures.h"
#include "planning/netz-standing.h"
#include "support/netz-test-network.h"

#include <string.h>

/*
 * By hand: three islands of more than one (A-s-B-t, M-N, X-Y), and u and R alone. A and B serve s, B serves t; M and N
 * are linked; s works with A twice, which is one partner.
 */
#define TOWN "A:library B:museum M:archive N:stage R:vhs s:gymnasium t:gymnasium u:gymnasium X Y " \
  "A-s::established A-s:other:established B-s::established B-t::established M-N:link:established X-Y::established"

typedef struct
{
  const char *id;
  double value;
  const char *ids;
} Expected;

static const Expected expected[] = {
  { "institutions", 10, "A B M N R X Y s t u" },
  { "partnerships", 6, "A-s A-s/2 B-s B-t M-N X-Y" },
  { "mean_partners", 1.0, "B s" }, /* five pairs among ten */
  { "density", 5.0 / 45, "A-s A-s/2 B-s B-t M-N X-Y" },
  { "schools", 3, "s t u" },
  { "schools_with_provider", 2.0 / 3, "s t" },
  { "schools_without_provider", 1, "u" },
  { "providers", 5, "A B M N R" },
  { "providers_without_school", 3, "M N R" },
  { "partner_links", 1, "M-N" },
  { "providers_linked", 0.4, "M N" },
  { "islands", 3, "M N X Y" },
  { "outside_largest", 6, "M N R X Y u" },
  { "isolated", 2, "R u" },
};

static char *
join (GPtrArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) ids->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
test_town (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TOWN);
  g_autoptr (NetzKeyFigures) figures = netz_key_figures_new (network);

  g_assert_cmpuint (figures->figures->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NetzKeyFigure *figure = netz_key_figures_find (figures, expected[i].id);
      g_autofree char *ids = NULL;

      g_test_message ("%s", expected[i].id);
      g_assert_true (figure == figures->figures->pdata[i]);
      g_assert_cmpfloat_with_epsilon (figure->value, expected[i].value, 1e-12);
      g_ptr_array_sort (figure->ids, compare_ids);
      ids = join (figure->ids);
      g_assert_cmpstr (ids, ==, expected[i].ids);
      g_assert_cmpuint (strlen (netz_key_figure_get_label (figure)), >, 0);
      g_assert_cmpuint (strlen (netz_key_figure_get_explanation (figure)), >, 0);
    }
}

static void
test_degrees (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TOWN);
  g_autoptr (NetzKeyFigures) figures = netz_key_figures_new (network);
  static const guint counts[] = { 2, 6, 2 };

  g_assert_cmpuint (figures->degrees->len, ==, G_N_ELEMENTS (counts));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (((GPtrArray *) figures->degrees->pdata[i])->len, ==, counts[i]);
}

static void
test_empty (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("");
  g_autoptr (NetzKeyFigures) figures = netz_key_figures_new (network);

  for (guint i = 0; i < figures->figures->len; i++)
    g_assert_cmpfloat (((NetzKeyFigure *) figures->figures->pdata[i])->value, ==, 0);
  g_assert_cmpuint (figures->degrees->len, ==, 0);
}

static void
test_print (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TOWN);
  g_autoptr (NetzKeyFigures) figures = netz_key_figures_new (network);
  g_autofree char *count = netz_key_figure_print (netz_key_figures_find (figures, "institutions"));
  g_autofree char *mean = netz_key_figure_print (netz_key_figures_find (figures, "mean_partners"));
  g_autofree char *share = netz_key_figure_print (netz_key_figures_find (figures, "schools_with_provider"));

  g_assert_cmpstr (count, ==, "10");
  g_assert_cmpstr (mean, ==, "1.00");
  g_assert_cmpstr (share, ==, "66.7 %");
  g_assert_null (netz_key_figures_find (figures, "beauty"));
}

/* Which partnerships each standing leaves. */
static void
test_standings (void)
{
  static const char *const left[NETZ_N_STANDINGS] = { "A-B", "A-B A-C", "A-B A-C A-D A-E A-F" };
  g_autoptr (NetzNetwork) network
      = netz_test_network_new ("A B C D E F G A-B::established A-C::preparation A-D::idea A-E::dormant A-F A-G::ended");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);

  for (guint standing = 0; standing < NETZ_N_STANDINGS; standing++)
    {
      g_autoptr (NetzSnapshot) cut = netz_standing_cut (standing, snapshot);
      g_autoptr (GString) text = g_string_new (NULL);
      NetzStanding parsed;

      for (guint i = 0; i < netz_snapshot_get_size (cut, NETZ_TABLE_PARTNERSHIP); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                                netz_record_get_id (netz_snapshot_get_nth (cut, NETZ_TABLE_PARTNERSHIP, i)));
      g_assert_cmpstr (text->str, ==, left[standing]);
      g_assert_cmpuint (netz_snapshot_get_size (cut, NETZ_TABLE_INSTITUTION), ==, 7);
      g_assert_true (netz_standing_parse (netz_standing_get_name (standing), &parsed));
      g_assert_cmpint (parsed, ==, standing);
    }
  g_assert_false (netz_standing_parse ("dreamt", &(NetzStanding) { 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key-figures/town", test_town);
  g_test_add_func ("/key-figures/degrees", test_degrees);
  g_test_add_func ("/key-figures/empty", test_empty);
  g_test_add_func ("/key-figures/print", test_print);
  g_test_add_func ("/key-figures/standings", test_standings);
  return g_test_run ();
}
