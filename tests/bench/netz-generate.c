/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-bench"

#include "netz-generate.h"
#include "model/netz-institution.h"

#include <math.h>

#define PER_DISTRICT 120
#define SPACING 190.0

typedef struct
{
  const char *id;
  const char *group;
  const char *shape;
  const char *colour;
  const char *name; /* what names of such institutions begin with */
} KindRow;

static const KindRow kinds[] = {
  { "primary-school", "school", "circle", "#8fbfe8", "GGS" },
  { "realschule", "school", "circle", "#2f74c0", "Realschule" },
  { "gymnasium", "school", "circle", "#2f74c0", "Gymnasium" },
  { "comprehensive-school", "school", "circle", "#2f74c0", "Gesamtschule" },
  { "vocational-college", "school", "circle", "#123f7a", "Berufskolleg" },
  { "library", "provider", "rounded", "#dea511", "Stadtteilbibliothek" },
  { "museum", "provider", "rounded", "#1b6d49", "Museum" },
  { "adult-education", "provider", "rounded", "#52003f", "Volkshochschule" },
};

#define N_SCHOOL_KINDS 5u

static const char *const streets[] = { "Antwerpener Straße", "Am Lindenhof", "Görlinzer Zentrum", "Überm Bach",
                                       "Große Brückengasse", "Nußbaumerweg", "Weißdornallee", "An St. Ännchen" };
static const char *const statuses[] = { "established", "established", "established", "preparation", "idea", "dormant" };

static void
add_kinds (NetzSnapshot *snapshot)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      NetzRecord *kind = netz_record_new (NETZ_TABLE_KIND, kinds[i].id);

      netz_record_set_text (kind, "group", kinds[i].group);
      netz_record_set_text (kind, "shape", kinds[i].shape);
      netz_record_set_text (kind, "colour", kinds[i].colour);
      netz_record_set_text (kind, "icon", kinds[i].id);
      netz_snapshot_take (snapshot, kind);
    }
}

static void
add_programmes (NetzSnapshot *snapshot)
{
  static const char *const rows[][2] = { { "library-school", "#0072b2" }, { "museum-school", "#1b6d49" },
                                         { "partner-link", "#c03020" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NetzRecord *programme = netz_record_new (NETZ_TABLE_PROGRAMME, rows[i][0]);

      netz_record_set_text (programme, "colour", rows[i][1]);
      netz_record_set_text (programme, "line", i == 2 ? "double" : "single");
      netz_snapshot_take (snapshot, programme);
    }
}

static char *
make_id (char prefix, guint number)
{
  return g_strdup_printf ("%c-%08x", prefix, number);
}

static gboolean
is_provider (guint number)
{
  return number % 12 == 0;
}

static void
add_institution (NetzSnapshot *snapshot, GRand *rand, guint number, guint n)
{
  guint district = number / PER_DISTRICT, place = number % PER_DISTRICT;
  guint columns = MAX (1, (guint) ceil (sqrt (n / (double) PER_DISTRICT)));
  double side = ceil (sqrt (PER_DISTRICT));
  guint kind = is_provider (number)
                   ? N_SCHOOL_KINDS + (guint)g_rand_int_range (rand, 0, (gint32)(G_N_ELEMENTS (kinds) - N_SCHOOL_KINDS))
                   : (guint)g_rand_int_range (rand, 0, (gint32)N_SCHOOL_KINDS);
  g_autofree char *id = make_id ('i', number);
  g_autofree char *name = g_strdup_printf ("%s %s %u", kinds[kind].name,
                                           streets[g_rand_int_range (rand, 0, G_N_ELEMENTS (streets))], number);
  g_autofree char *district_name = g_strdup_printf ("Bezirk %u", district);
  NetzRecord *record = netz_record_new (NETZ_TABLE_INSTITUTION, id);

  netz_record_set_text (record, "name", name);
  netz_record_set_text (record, "kind", kinds[kind].id);
  netz_record_set_text (record, "district", district_name);
  netz_institution_set_position (
      NETZ_INSTITUTION (record),
      (district % columns) * (side + 2) * SPACING + fmod (place, side) * SPACING + g_rand_double_range (rand, -40, 40),
      (district / columns) * (side + 2) * SPACING * 0.6 + floor (place / side) * SPACING * 0.6
          + g_rand_double_range (rand, -20, 20));
  netz_snapshot_take (snapshot, record);
}

/* A provider of the same district nine times in ten; those with low numbers have the most partners. */
static guint
pick_provider (GRand *rand, guint number, guint n)
{
  guint providers = (n + 11) / 12;
  guint provider;

  if (g_rand_int_range (rand, 0, 10) < 9)
    {
      guint first = number / PER_DISTRICT * PER_DISTRICT;
      double skew = g_rand_double (rand);

      provider = first / 12 + (guint) (skew * skew * (PER_DISTRICT / 12));
    }
  else
    provider = (guint) (pow (g_rand_double (rand), 3) * providers);
  return MIN (provider, providers - 1) * 12;
}

static void
add_partnership (NetzSnapshot *snapshot, GRand *rand, guint number, guint from, guint to)
{
  g_autofree char *id = make_id ('p', number), *a = make_id ('i', from), *b = make_id ('i', to);
  g_autofree char *since = g_strdup_printf ("%u-%02u", 1998 + number * 7 % 13, 1 + number % 12);
  NetzRecord *record = netz_record_new (NETZ_TABLE_PARTNERSHIP, id);

  netz_record_set_text (record, "from", a);
  netz_record_set_text (record, "to", b);
  netz_record_set_text (record, "programme",
                        is_provider (from) && is_provider (to) ? "partner-link"
                        : from % 24 == 0                       ? "library-school"
                                                               : "museum-school");
  netz_record_set_text (record, "status", statuses[g_rand_int_range (rand, 0, G_N_ELEMENTS (statuses))]);
  netz_record_set_text (record, "since", since);
  netz_snapshot_take (snapshot, record);
}

/**
 * netz_generate:
 * @n_institutions: how many institutions; there are twice as many partnerships
 * @seed: a seed
 *
 * Returns: (transfer full): a network's records
 */
NetzSnapshot *
netz_generate (guint n_institutions, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  NetzSnapshot *snapshot = netz_snapshot_new ();

  netz_snapshot_take (snapshot, netz_record_new (NETZ_TABLE_SETTINGS, "n-generated"));
  add_kinds (snapshot);
  add_programmes (snapshot);
  for (guint i = 0; i < n_institutions; i++)
    add_institution (snapshot, rand, i, n_institutions);
  for (guint i = 0; i < 2 * n_institutions; i++)
    {
      guint to = i / 2, from = pick_provider (rand, to, n_institutions);

      add_partnership (snapshot, rand, i, from != to ? from : (to + 1) % n_institutions, to);
    }
  netz_snapshot_sort (snapshot);
  g_rand_free (rand);
  return snapshot;
}
