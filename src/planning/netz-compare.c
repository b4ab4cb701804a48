/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
compute_share (double part, double whole)
{
  return whole > 0 ? part / whole : NAN;
}

static double
compute_institutions (const NetzFigures *figures)
{
  return figures->institutions;
}

static double
compute_schools (const NetzFigures *figures)
{
  return figures->schools;
}

static double
compute_providers (const NetzFigures *figures)
{
  return figures->providers;
}

static double
compute_steering (const NetzFigures *figures)
{
  return figures->steering;
}

static double
compute_others (const NetzFigures *figures)
{
  return figures->others;
}

static double
compute_partnerships (const NetzFigures *figures)
{
  double sum = 0;

  for (guint i = 0; i < NETZ_N_PROGRESS; i++)
    sum += figures->by_status[i];
  return sum;
}

static double
compute_established (const NetzFigures *figures)
{
  return figures->by_status[NETZ_PROGRESS_ESTABLISHED];
}

static double
compute_preparation (const NetzFigures *figures)
{
  return figures->by_status[NETZ_PROGRESS_PREPARATION];
}

static double
compute_ideas (const NetzFigures *figures)
{
  return figures->by_status[NETZ_PROGRESS_IDEA];
}

static double
compute_dormant (const NetzFigures *figures)
{
  return figures->by_status[NETZ_PROGRESS_DORMANT];
}

static double
compute_ended (const NetzFigures *figures)
{
  return figures->by_status[NETZ_PROGRESS_ENDED];
}

static double
compute_coverage (const NetzFigures *figures)
{
  return compute_share (figures->covered, figures->schools);
}

static double
compute_links (const NetzFigures *figures)
{
  return figures->links;
}

static double
compute_links_planned (const NetzFigures *figures)
{
  return figures->links_planned;
}

/* Partners are counted once, whatever they have together; so "netz info" says the same. */
static double
compute_density (const NetzFigures *figures)
{
  double n = figures->institutions;

  return compute_share (figures->pairs, n * (n - 1) / 2);
}

static double
compute_mean_partners (const NetzFigures *figures)
{
  return compute_share (2.0 * figures->pairs, figures->institutions);
}

static double
compute_communities (const NetzFigures *figures)
{
  return figures->communities >= 0 ? figures->communities : NAN;
}

static double
compute_per_thousand (const NetzFigures *figures)
{
  return compute_share (1000.0 * figures->partnerships_of_these, figures->pupils);
}

static double
compute_schools_with_pupils (const NetzFigures *figures)
{
  return figures->schools_with_pupils;
}

/* A line for each figure. Behind coverage come the programmes, which are data. */
static const struct
{
  const char *id;
  const char *group;
  const char *label;
  NetzCompareUnit unit;
  double (*compute) (const NetzFigures *figures);
} lines[] = {
  { "institutions", N_ ("Institutions"), N_ ("All institutions"), NETZ_COMPARE_COUNT, compute_institutions },
  { "schools", N_ ("Institutions"), N_ ("Schools"), NETZ_COMPARE_COUNT, compute_schools },
  { "providers", N_ ("Institutions"), N_ ("Providers"), NETZ_COMPARE_COUNT, compute_providers },
  { "steering", N_ ("Institutions"), N_ ("Steering bodies"), NETZ_COMPARE_COUNT, compute_steering },
  { "others", N_ ("Institutions"), N_ ("Other institutions"), NETZ_COMPARE_COUNT, compute_others },
  { "partnerships", N_ ("Partnerships"), N_ ("All partnerships"), NETZ_COMPARE_COUNT, compute_partnerships },
  { "established", N_ ("Partnerships"), N_ ("Established"), NETZ_COMPARE_COUNT, compute_established },
  { "preparation", N_ ("Partnerships"), N_ ("In preparation"), NETZ_COMPARE_COUNT, compute_preparation },
  { "idea", N_ ("Partnerships"), N_ ("Ideas"), NETZ_COMPARE_COUNT, compute_ideas },
  { "dormant", N_ ("Partnerships"), N_ ("Dormant"), NETZ_COMPARE_COUNT, compute_dormant },
  { "ended", N_ ("Partnerships"), N_ ("Ended"), NETZ_COMPARE_COUNT, compute_ended },
  { "coverage", N_ ("Share of schools with …"), N_ ("at least one partner"), NETZ_COMPARE_SHARE, compute_coverage },
  { "partner-links", N_ ("Linkage"), N_ ("Links among providers"), NETZ_COMPARE_COUNT, compute_links },
  { "partner-links-planned", N_ ("Linkage"), N_ ("Links among providers that are planned"), NETZ_COMPARE_COUNT,
    compute_links_planned },
  { "mean-partners", N_ ("Linkage"), N_ ("Partners of an institution on average"), NETZ_COMPARE_NUMBER,
    compute_mean_partners },
  { "density", N_ ("Linkage"), N_ ("Density"), NETZ_COMPARE_SMALL, compute_density },
  { "communities", N_ ("Linkage"), N_ ("Communities"), NETZ_COMPARE_COUNT, compute_communities },
  { "per-thousand-pupils", N_ ("Pupils"), N_ ("Partnerships per 1,000 pupils"), NETZ_COMPARE_NUMBER,
    compute_per_thousand },
  { "schools-with-pupils", N_ ("Pupils"), N_ ("Schools whose pupils are known"), NETZ_COMPARE_COUNT,
    compute_schools_with_pupils },
};

static void
free_row (gpointer data)
{
  NetzCompareRow *row = data;

  g_free (row->id);
  g_free (row->label);
  g_free (row->values);
  g_free (row);
}

static NetzCompareRow *
add_row (NetzComparison *self, char *id, const char *group, char *label, NetzCompareUnit unit)
{
  NetzCompareRow *row = g_new0 (NetzCompareRow, 1);

  row->id = id;
  row->group = group;
  row->label = label;
  row->unit = unit;
  row->values = g_new0 (double, self->n_columns);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* A programme that one of the networks has, by id. */
typedef struct
{
  const char *id;
  const char *name;
} Programme;

static int
compare_programmes (gconstpointer a, gconstpointer b)
{
  const Programme *first = a;
  const Programme *second = b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static GArray *
unite_programmes (const NetzFigures *const *figures, guint n_figures)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *programmes = g_array_new (FALSE, FALSE, sizeof (Programme));

  for (guint i = 0; i < n_figures; i++)
    {
      NetzProgrammeFigures *row;
      GHashTableIter iter;
      char *id;

      g_hash_table_iter_init (&iter, figures[i]->programmes);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &row))
        if (g_hash_table_add (known, id))
          {
            Programme programme = { id, row->name };

            g_array_append_val (programmes, programme);
          }
    }
  g_array_sort (programmes, compare_programmes);
  return programmes;
}

/* A network without the programme has nobody covered by it. */
static void
add_programmes (NetzComparison *self, const NetzFigures *const *figures)
{
  g_autoptr (GArray) programmes = unite_programmes (figures, self->n_columns);

  for (guint i = 0; i < programmes->len; i++)
    {
      const Programme *programme = &g_array_index (programmes, Programme, i);
      NetzCompareRow *row = add_row (self, g_strconcat ("coverage.", programme->id, NULL),
                                     _("Share of schools with …"), g_strdup (programme->name), NETZ_COMPARE_SHARE);

      for (guint k = 0; k < self->n_columns; k++)
        {
          NetzProgrammeFigures *found = g_hash_table_lookup (figures[k]->programmes, programme->id);

          row->values[k] = compute_share (found != NULL ? found->covered : 0, figures[k]->schools);
        }
    }
}

/**
 * netz_comparison_new:
 * @figures: (array length=n_figures): what each network comes to
 * @n_figures: how many
 *
 * Returns: (transfer full): the table
 */
NetzComparison *
netz_comparison_new (const NetzFigures *const *figures, guint n_figures)
{
  NetzComparison *self = g_new0 (NetzComparison, 1);

  self->n_columns = n_figures;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      NetzCompareRow *row = add_row (self, g_strdup (lines[i].id), _(lines[i].group), g_strdup (_(lines[i].label)),
                                     lines[i].unit);

      for (guint k = 0; k < n_figures; k++)
        row->values[k] = lines[i].compute (figures[k]);
      if (g_str_equal (lines[i].id, "coverage"))
        add_programmes (self, figures);
    }
  return self;
}

/**
 * netz_comparison_free:
 * @self: (transfer full): a comparison
 */
void
netz_comparison_free (NetzComparison *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * netz_compare_format:
 * @value: a value of a row
 * @unit: what it is
 *
 * Returns: (transfer full): it for reading, by locale; a dash where it is not known
 */
char *
netz_compare_format (double value, NetzCompareUnit unit)
{
  if (isnan (value))
    return g_strdup ("–");
  switch (unit)
    {
    case NETZ_COMPARE_COUNT:
      return g_strdup_printf ("%'.0f", value);
    case NETZ_COMPARE_SHARE:
      /* TRANSLATORS: a share in per cent; in German a blank goes before the sign. */
      return g_strdup_printf (_("%.0f%%"), 100 * value);
    case NETZ_COMPARE_SMALL:
      return g_strdup_printf ("%.4f", value);
    case NETZ_COMPARE_NUMBER:
    default:
      return g_strdup_printf ("%'.2f", value);
    }
}
