/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-key-figures.h"

#include "planning/netz-roles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  INSTITUTIONS,
  PARTNERSHIPS,
  MEAN_PARTNERS,
  DENSITY,
  SCHOOLS,
  SCHOOLS_SERVED,
  SCHOOLS_WITHOUT,
  PROVIDERS,
  PROVIDERS_WITHOUT,
  PARTNER_LINKS,
  PROVIDERS_LINKED,
  ISLANDS,
  OUTSIDE,
  ISOLATED,
  N_FIGURES,
} Index;

static const struct
{
  const char *id;
  NetzKeyFigureType type;
  const char *label;
  const char *explanation;
} table[N_FIGURES] = {
  [INSTITUTIONS] = { "institutions", NETZ_KEY_FIGURE_COUNT, N_("Institutions"),
                     N_("All that belong to the network: schools, providers, offices and bodies.") },
  [PARTNERSHIPS] = { "partnerships", NETZ_KEY_FIGURE_COUNT, N_("Partnerships"),
                     N_("Two institutions can have several, of different programmes.") },
  [MEAN_PARTNERS] = { "mean_partners", NETZ_KEY_FIGURE_MEAN, N_("Partners on average"),
                      N_("With how many others an institution works together. Shown: those with more than that.") },
  [DENSITY] = { "density", NETZ_KEY_FIGURE_SHARE, N_("Density"),
                N_("Of all pairs of institutions that there could be, the share that work together. Networks with "
                   "many schools have a low one, since schools rarely work with each other.") },
  [SCHOOLS] = { "schools", NETZ_KEY_FIGURE_COUNT, N_("Schools"), N_("Institutions whose kind is a school form.") },
  [SCHOOLS_SERVED] = { "schools_with_provider", NETZ_KEY_FIGURE_SHARE, N_("Schools with a provider"),
                       N_("The share of the schools that work with at least one library, museum or other provider.") },
  [SCHOOLS_WITHOUT] = { "schools_without_provider", NETZ_KEY_FIGURE_COUNT, N_("Schools without a provider"),
                        N_("No library, no museum, no other provider works with them: the gaps to close first.") },
  [PROVIDERS] = { "providers", NETZ_KEY_FIGURE_COUNT, N_("Providers"),
                  N_("Libraries, adult education, museums and others that work with schools.") },
  [PROVIDERS_WITHOUT] = { "providers_without_school", NETZ_KEY_FIGURE_COUNT, N_("Providers without a school"),
                          N_("They are in the network and work with no school: here is room.") },
  [PARTNER_LINKS] = { "partner_links", NETZ_KEY_FIGURE_COUNT, N_("Links among providers"),
                      N_("Partnerships between two providers. They are what turns many pairs into one network.") },
  [PROVIDERS_LINKED] = { "providers_linked", NETZ_KEY_FIGURE_SHARE, N_("Providers that are linked"),
                         N_("The share of the providers that work with at least one other provider.") },
  [ISLANDS] = { "islands", NETZ_KEY_FIGURE_COUNT, N_("Islands"),
                N_("Parts of the network that no partnership joins; one is a whole network. Those without a partner "
                   "are not counted. Shown: all but the largest.") },
  [OUTSIDE] = { "outside_largest", NETZ_KEY_FIGURE_COUNT, N_("Outside the largest island"),
                N_("From here nobody in the largest island can be reached, not even over several others.") },
  [ISOLATED] = { "isolated", NETZ_KEY_FIGURE_COUNT, N_("Without a partner"),
                 N_("Institutions that have no partnership at all.") },
};

/* What is known of an institution while the figures are made. */
typedef struct
{
  NetzInstitution *record;
  gboolean is_school;
  gboolean is_provider;
  gboolean has_school;
  gboolean has_provider;
  guint n_partners;
  guint island; /* index of another of the same island, or its own */
} Member;

typedef struct
{
  NetzNetwork *network;
  NetzKeyFigures *result;
  GPtrArray *institutions;
  Member *members;
  GHashTable *indices; /* id -> index + 1 */
  guint n_pairs;
} Count;

static void
free_figure (gpointer data)
{
  NetzKeyFigure *figure = data;

  g_ptr_array_unref (figure->ids);
  g_free (figure);
}

static GPtrArray *
create_ids (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}

static void
add_id (GPtrArray *ids, gpointer record)
{
  g_ptr_array_add (ids, g_ref_string_new (netz_record_get_id (record)));
}

static NetzKeyFigure *
get (Count *self, Index index)
{
  return self->result->figures->pdata[index];
}

static void
count_in (Count *self, Index index, gpointer record)
{
  add_id (get (self, index)->ids, record);
  get (self, index)->value++;
}

static guint
find_island (Member *members, guint index)
{
  while (members[index].island != index)
    {
      members[index].island = members[members[index].island].island;
      index = members[index].island;
    }
  return index;
}

/* @found: the last member from which a partner was counted, so that each counts once */
static void
look_at (Count *self, guint index, guint *found)
{
  Member *member = &self->members[index];
  const char *own = netz_record_get_id (NETZ_RECORD (member->record));
  GPtrArray *incident = netz_network_get_incident (self->network, own);

  for (guint i = 0; incident != NULL && i < incident->len; i++)
    {
      const char *id = netz_partnership_get_other (incident->pdata[i], own);
      guint other = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, id)) : 0;

      if (other == 0 || other - 1 == index || found[other - 1] == index + 1)
        continue;
      other--;
      found[other] = index + 1;
      member->n_partners++;
      member->has_school |= self->members[other].is_school;
      member->has_provider |= self->members[other].is_provider;
      self->members[find_island (self->members, index)].island = find_island (self->members, other);
    }
  self->n_pairs += member->n_partners;
}

static void
look_at_all (Count *self)
{
  g_autofree guint *found = g_new0 (guint, self->institutions->len + 1);

  for (guint i = 0; i < self->institutions->len; i++)
    {
      NetzInstitution *record = self->institutions->pdata[i];

      g_hash_table_insert (self->indices, (gpointer) netz_record_get_id (NETZ_RECORD (record)),
                           GUINT_TO_POINTER (i + 1));
      self->members[i] = (Member) {
        .record = record,
        .is_school = netz_role_is_school (self->network, record),
        .is_provider = netz_role_is_provider (self->network, record),
        .island = i,
      };
    }
  for (guint i = 0; i < self->institutions->len; i++)
    look_at (self, i, found);
  self->n_pairs /= 2;
}

static void
count_member (Count *self, const Member *member)
{
  count_in (self, INSTITUTIONS, member->record);
  if (member->n_partners == 0)
    count_in (self, ISOLATED, member->record);
  if (member->is_school)
    {
      count_in (self, SCHOOLS, member->record);
      count_in (self, member->has_provider ? SCHOOLS_SERVED : SCHOOLS_WITHOUT, member->record);
    }
  if (member->is_provider)
    {
      count_in (self, PROVIDERS, member->record);
      if (!member->has_school)
        count_in (self, PROVIDERS_WITHOUT, member->record);
      if (member->has_provider)
        count_in (self, PROVIDERS_LINKED, member->record);
    }
}

static void
add_degree (Count *self, const Member *member)
{
  GPtrArray *degrees = self->result->degrees;

  while (degrees->len <= member->n_partners)
    g_ptr_array_add (degrees, create_ids ());
  add_id (degrees->pdata[member->n_partners], member->record);
}

static void
count_partnerships (Count *self)
{
  g_autoptr (GPtrArray) partnerships = netz_network_list (self->network, NETZ_TABLE_PARTNERSHIP);

  for (guint i = 0; i < partnerships->len; i++)
    {
      count_in (self, PARTNERSHIPS, partnerships->pdata[i]);
      add_id (get (self, DENSITY)->ids, partnerships->pdata[i]);
      if (netz_role_is_partner_link (self->network, partnerships->pdata[i]))
        count_in (self, PARTNER_LINKS, partnerships->pdata[i]);
    }
}

static void
count_islands (Count *self)
{
  guint n = self->institutions->len;
  g_autofree guint *sizes = g_new0 (guint, n + 1);
  guint largest = 0;

  for (guint i = 0; i < n; i++)
    sizes[find_island (self->members, i)]++;
  for (guint i = 0; i < n; i++)
    {
      if (sizes[i] > 1)
        get (self, ISLANDS)->value++;
      if (sizes[i] > sizes[largest])
        largest = i;
    }
  for (guint i = 0; i < n; i++)
    if (find_island (self->members, i) != largest)
      {
        count_in (self, OUTSIDE, self->members[i].record);
        if (self->members[i].n_partners > 0)
          add_id (get (self, ISLANDS)->ids, self->members[i].record);
      }
}

static void
count_ratios (Count *self)
{
  double n = self->institutions->len;
  double mean = n > 0 ? 2 * self->n_pairs / n : 0;
  double n_schools = get (self, SCHOOLS)->value;
  double n_providers = get (self, PROVIDERS)->value;

  get (self, MEAN_PARTNERS)->value = mean;
  for (guint i = 0; i < self->institutions->len; i++)
    if (self->members[i].n_partners > mean)
      add_id (get (self, MEAN_PARTNERS)->ids, self->members[i].record);
  get (self, DENSITY)->value = n > 1 ? 2 * self->n_pairs / (n * (n - 1)) : 0;
  if (n_schools > 0)
    get (self, SCHOOLS_SERVED)->value /= n_schools;
  if (n_providers > 0)
    get (self, PROVIDERS_LINKED)->value /= n_providers;
}

/**
 * netz_key_figures_new:
 * @network: a network of the calling thread
 *
 * O(n log n). Islands are found by union-find (Galler and Fischer, 1964) with
 * path halving.
 *
 * Returns: (transfer full): its key figures
 */
NetzKeyFigures *
netz_key_figures_new (NetzNetwork *network)
{
  g_autoptr (GPtrArray) institutions = netz_network_list (network, NETZ_TABLE_INSTITUTION);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree Member *members = g_new0 (Member, institutions->len + 1);
  NetzKeyFigures *result = g_new0 (NetzKeyFigures, 1);
  Count count = { network, result, institutions, members, indices, 0 };

  result->figures = g_ptr_array_new_with_free_func (free_figure);
  result->degrees = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      NetzKeyFigure *figure = g_new0 (NetzKeyFigure, 1);

      figure->id = table[i].id;
      figure->type = table[i].type;
      figure->ids = create_ids ();
      g_ptr_array_add (result->figures, figure);
    }
  look_at_all (&count);
  for (guint i = 0; i < institutions->len; i++)
    {
      count_member (&count, &members[i]);
      add_degree (&count, &members[i]);
    }
  count_partnerships (&count);
  count_islands (&count);
  count_ratios (&count);
  return result;
}

/**
 * netz_key_figures_free:
 * @self: (transfer full): figures
 */
void
netz_key_figures_free (NetzKeyFigures *self)
{
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->degrees);
  g_free (self);
}

/**
 * netz_key_figures_find:
 * @self: figures
 * @id: what programs call one
 *
 * Returns: (nullable) (transfer none): that one
 */
const NetzKeyFigure *
netz_key_figures_find (const NetzKeyFigures *self, const char *id)
{
  for (guint i = 0; i < N_FIGURES; i++)
    if (strcmp (table[i].id, id) == 0)
      return self->figures->pdata[i];
  return NULL;
}

static guint
find_line (const NetzKeyFigure *figure)
{
  guint line = 0;

  while (line + 1 < N_FIGURES && table[line].id != figure->id)
    line++;
  return line;
}

/**
 * netz_key_figure_get_label:
 * @self: a figure
 *
 * Returns: its name, in the language of the messages
 */
const char *
netz_key_figure_get_label (const NetzKeyFigure *self)
{
  return _(table[find_line (self)].label);
}

/**
 * netz_key_figure_get_explanation:
 * @self: a figure
 *
 * Returns: a sentence that says what it means
 */
const char *
netz_key_figure_get_explanation (const NetzKeyFigure *self)
{
  return _(table[find_line (self)].explanation);
}

/**
 * netz_key_figure_print:
 * @self: a figure
 *
 * Returns: (transfer full): the number as people read it, by the locale
 */
char *
netz_key_figure_print (const NetzKeyFigure *self)
{
  switch (self->type)
    {
    case NETZ_KEY_FIGURE_MEAN:
      return g_strdup_printf ("%.2f", self->value);
    case NETZ_KEY_FIGURE_SHARE:
      /* Translators: a share in percent */
      return g_strdup_printf (_("%.1f %%"), 100 * self->value);
    default:
      return g_strdup_printf ("%'.0f", self->value);
    }
}
