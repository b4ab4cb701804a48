/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-way-group.h"

#include "app/netz-institution-chooser.h"
#include "app/netz-structure-rows.h"
#include "graph/netz-graph-job.h"
#include "graph/netz-graph-path.h"

#include <glib/gi18n-lib.h>

enum
{
  FROM,
  TO,
  N_ENDS,
};

struct _NetzWayGroup
{
  AdwBin parent_instance;

  NetzSession *session;
  NetzStanding standing;
  char *ends[N_ENDS]; /* ids, or NULL */
  GCancellable *cancellable;

  AdwPreferencesGroup *group;
  GtkBox *choosers;
  GtkWidget *row; /* the way, or NULL */
};

G_DEFINE_FINAL_TYPE (NetzWayGroup, netz_way_group, ADW_TYPE_BIN)

/* What the thread is given. */
typedef struct
{
  NetzSnapshot *snapshot;
  NetzStanding standing;
  char *ends[N_ENDS];
} Search;

static guint show_ids_signal;

static void
free_search (gpointer data)
{
  Search *search = data;

  netz_snapshot_unref (search->snapshot);
  for (guint i = 0; i < N_ENDS; i++)
    g_free (search->ends[i]);
  g_free (search);
}

static gpointer
find (NetzGraphJob *job, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (NetzSnapshot) counted = netz_standing_cut (search->standing, search->snapshot);
  g_autoptr (NetzGraph) graph = netz_graph_new (counted, error);

  return graph != NULL ? netz_graph_find_path (graph, search->ends[FROM], search->ends[TO], error) : NULL;
}

static void
on_activated (NetzWayGroup *self)
{
  GPtrArray *ids = netz_structure_row_get_ids (self->row);
  g_autofree const char **list = g_new0 (const char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    list[i] = ids->pdata[i];
  g_signal_emit (self, show_ids_signal, 0, list);
}

/* The partnership between each two on the way goes onto the canvas too. */
static void
add_partnerships (NetzWayGroup *self, NetzNetwork *network, GPtrArray *way)
{
  guint n = way->len;

  for (guint i = 0; i + 1 < n; i++)
    {
      GPtrArray *incident = netz_network_get_incident (network, way->pdata[i]);

      for (guint j = 0; incident != NULL && j < incident->len; j++)
        {
          NetzPartnership *partnership = incident->pdata[j];

          if (g_strcmp0 (netz_partnership_get_other (partnership, way->pdata[i]), way->pdata[i + 1]) == 0
              && netz_standing_counts (self->standing, partnership->status))
            g_ptr_array_add (way, g_ref_string_new (netz_record_get_id (NETZ_RECORD (partnership))));
        }
    }
}

static char *
describe_way (NetzNetwork *network, GPtrArray *way)
{
  g_autofree char *from = netz_structure_name (network, way->pdata[0]);
  g_autofree char *to = netz_structure_name (network, way->pdata[way->len - 1]);

  if (way->len == 2)
    /* Translators: the names of two institutions */
    return g_strdup_printf (_("%s and %s are partners."), from, to);
  return g_strdup_printf (ngettext ("From %s to %s it is %u step.", "From %s to %s it is %u steps.", way->len - 1),
                          from, to, way->len - 1);
}

static void
set_row (NetzWayGroup *self, GtkWidget *row)
{
  if (self->row != NULL)
    adw_preferences_group_remove (self->group, self->row);
  self->row = row;
  if (row != NULL)
    adw_preferences_group_add (self->group, row);
}

static void
show_way (NetzWayGroup *self, GPtrArray *way)
{
  NetzNetwork *network = netz_session_get_part (self->session);
  g_autofree char *sentence = NULL;
  g_autoptr (GString) steps = g_string_new (NULL);

  if (way->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No way leads from one to the other."));
      set_row (self, row);
      return;
    }
  sentence = describe_way (network, way);
  for (guint i = 0; i < way->len; i++)
    {
      g_autofree char *name = netz_structure_name (network, way->pdata[i]);

      g_string_append_printf (steps, "%s%s", i > 0 ? " → " : "", name);
    }
  add_partnerships (self, network, way);
  set_row (self, netz_structure_row_new (sentence, steps->str, g_ptr_array_ref (way)));
  g_signal_connect_object (self->row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzWayGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) way = netz_graph_job_run_finish (result, &error);

  if (way != NULL && self->session != NULL)
    show_way (self, way);
}

static void
stop (NetzWayGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search_way (NetzWayGroup *self)
{
  g_autoptr (NetzGraphJob) job = NULL;
  Search *search;

  stop (self);
  if (self->session == NULL || self->ends[FROM] == NULL || self->ends[TO] == NULL)
    {
      set_row (self, NULL);
      return;
    }
  search = g_new0 (Search, 1);
  search->snapshot = netz_network_snapshot (netz_session_get_part (self->session));
  search->standing = self->standing;
  for (guint i = 0; i < N_ENDS; i++)
    search->ends[i] = g_strdup (self->ends[i]);
  self->cancellable = g_cancellable_new ();
  job = netz_graph_job_new (self->cancellable);
  netz_graph_job_run_async (job, find, search, free_search, (GDestroyNotify) g_ptr_array_unref, on_found,
                            g_object_ref (self));
}

static void update_choosers (NetzWayGroup *self);

static void
choose (NetzWayGroup *self, guint end, const char *id)
{
  g_free (self->ends[end]);
  self->ends[end] = g_strdup (id);
  update_choosers (self);
  search_way (self);
}

static void
on_from_chosen (const char *id, gpointer data)
{
  choose (data, FROM, id);
}

static void
on_to_chosen (const char *id, gpointer data)
{
  choose (data, TO, id);
}

static void
add_chooser (NetzWayGroup *self, guint end)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  g_autofree char *name = self->ends[end] != NULL ? netz_structure_name (network, self->ends[end]) : NULL;
  const char *label = name != NULL ? name : end == FROM ? _("From…") : _("To…");
  NetzChosenFunc func = end == FROM ? on_from_chosen : on_to_chosen;
  GtkWidget *button = netz_institution_chooser_new_button (label, network, NULL, func, self, NULL);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (self->choosers, button);
}

static void
update_choosers (NetzWayGroup *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choosers))) != NULL)
    gtk_box_remove (self->choosers, child);
  for (guint i = 0; i < N_ENDS && self->session != NULL; i++)
    add_chooser (self, i);
}

/* What is selected when the page comes into sight is what is asked about. */
static void
take_selection (NetzWayGroup *self)
{
  g_autofree const char **ids = netz_selection_get_ids (netz_session_get_selection (self->session));
  NetzNetwork *network = netz_session_get_network (self->session);
  const char *found[N_ENDS] = { NULL };
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    if (netz_network_get_institution (network, ids[i]) != NULL)
      {
        if (n < N_ENDS)
          found[n] = ids[i];
        n++;
      }
  for (guint i = 0; n == N_ENDS && i < N_ENDS; i++)
    {
      g_free (self->ends[i]);
      self->ends[i] = g_strdup (found[i]);
    }
  for (guint i = 0; i < N_ENDS; i++)
    if (self->ends[i] != NULL && netz_network_get_institution (network, self->ends[i]) == NULL)
      g_clear_pointer (&self->ends[i], g_free);
}

static void
netz_way_group_dispose (GObject *object)
{
  NetzWayGroup *self = NETZ_WAY_GROUP (object);

  stop (self);
  g_clear_object (&self->session);
  for (guint i = 0; i < N_ENDS; i++)
    g_clear_pointer (&self->ends[i], g_free);
  G_OBJECT_CLASS (netz_way_group_parent_class)->dispose (object);
}

static void
netz_way_group_class_init (NetzWayGroupClass *class)
{
  G_OBJECT_CLASS (class)->dispose = netz_way_group_dispose;

  show_ids_signal = g_signal_new ("show-ids", NETZ_TYPE_WAY_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRV);
}

static void
netz_way_group_init (NetzWayGroup *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->choosers = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_set_homogeneous (self->choosers, TRUE);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->choosers), 12);
  adw_preferences_group_set_title (self->group, _("The Shortest Way"));
  adw_preferences_group_set_description (
      self->group, _("Over whom do two come to know each other? Choose them here, or select both on the canvas."));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->choosers));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * netz_way_group_new:
 *
 * Returns: (transfer floating): a group without a way
 */
GtkWidget *
netz_way_group_new (void)
{
  return g_object_new (NETZ_TYPE_WAY_GROUP, NULL);
}

/**
 * netz_way_group_refresh:
 * @session: (nullable): whose institutions
 * @standing: which partnerships the way may lead over
 *
 * Looks anew who is selected, and for the way.
 */
void
netz_way_group_refresh (NetzWayGroup *self, NetzSession *session, NetzStanding standing)
{
  g_return_if_fail (NETZ_IS_WAY_GROUP (self));

  g_set_object (&self->session, session);
  self->standing = standing;
  if (session != NULL)
    take_selection (self);
  update_choosers (self);
  search_way (self);
}
