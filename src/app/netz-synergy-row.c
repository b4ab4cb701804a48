/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-synergy-row.h"

#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

struct _NetzSynergyRow
{
  AdwExpanderRow parent_instance;

  NetzNetwork *network;
  const NetzSynergy *pair; /* lives as long as the list that shows it */
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (NetzSynergyRow, netz_synergy_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_SHOW_IDS,
  SIGNAL_PLAN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
name_of (NetzSynergyRow *self, const char *id)
{
  NetzInstitution *institution = netz_network_get_institution (self->network, id);

  return institution != NULL ? netz_describe_record (self->network, NETZ_RECORD (institution)) : g_strdup (id);
}

static void
on_show (NetzSynergyRow *self)
{
  GPtrArray *schools = self->pair->schools;
  g_autofree const char **ids = g_new0 (const char *, schools->len + 4);
  guint n = 0;

  ids[n++] = self->pair->a;
  ids[n++] = self->pair->b;
  if (self->pair->link != NULL)
    ids[n++] = self->pair->link;
  for (guint i = 0; i < schools->len; i++)
    ids[n++] = schools->pdata[i];
  g_signal_emit (self, signals[SIGNAL_SHOW_IDS], 0, ids);
}

static void
on_plan (NetzSynergyRow *self)
{
  g_signal_emit (self, signals[SIGNAL_PLAN], 0);
}

static void
on_school_activated (NetzSynergyRow *self, GtkWidget *row)
{
  const char *ids[] = { g_object_get_data (G_OBJECT (row), "netz-id"), NULL };

  g_signal_emit (self, signals[SIGNAL_SHOW_IDS], 0, ids);
}

static GtkWidget *
create_school (NetzSynergyRow *self, const char *id)
{
  NetzInstitution *school = netz_network_get_institution (self->network, id);
  g_autofree char *name = name_of (self, id);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (school != NULL && school->district != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), school->district);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Show on the canvas"));
  g_object_set_data_full (G_OBJECT (row), "netz-id", g_strdup (id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_school_activated), self, G_CONNECT_SWAPPED);
  return row;
}

/* A list of thousands of pairs would else have tens of thousands of rows. */
static void
on_expanded (NetzSynergyRow *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  for (guint i = 0; i < self->pair->schools->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), create_school (self, self->pair->schools->pdata[i]));
}

static GtkWidget *
create_button (const char *icon, const char *label, const char *name)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (icon != NULL)
    gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_buttons (NetzSynergyRow *self, const char *both)
{
  /* Translators: %s is "A – B", the names of two institutions */
  g_autofree char *show_name = g_strdup_printf (_("Show on the canvas: %s"), both);
  g_autofree char *plan_name = g_strdup_printf (_("Plan a link: %s"), both);
  GtkWidget *show = create_button ("find-location-symbolic", _("Show on the Canvas"), show_name);
  GtkWidget *plan;

  if (self->pair->state == NETZ_SYNERGY_OPEN)
    {
      plan = create_button (NULL, _("Plan a Link"), plan_name);
      g_signal_connect_object (plan, "clicked", G_CALLBACK (on_plan), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (self), plan);
    }
  g_signal_connect_object (show, "clicked", G_CALLBACK (on_show), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), show);
}

/* Why it is not further up or down. */
static char *
describe_share (const NetzSynergy *pair)
{
  if (pair->schools->len == 0)
    return g_strdup ("");
  /* Translators: the percentage is of the schools that at least one of two providers serves */
  return g_strdup_printf (ngettext ("That is %.0f %% of all schools that either serves.",
                                    "These are %.0f %% of all schools that either serves.", pair->schools->len),
                          100 * pair->share);
}

static void
netz_synergy_row_finalize (GObject *object)
{
  g_clear_object (&NETZ_SYNERGY_ROW (object)->network);
  G_OBJECT_CLASS (netz_synergy_row_parent_class)->finalize (object);
}

static void
netz_synergy_row_class_init (NetzSynergyRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_synergy_row_finalize;

  signals[SIGNAL_SHOW_IDS] = g_signal_new ("show-ids", NETZ_TYPE_SYNERGY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[SIGNAL_PLAN] = g_signal_new ("plan", NETZ_TYPE_SYNERGY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
netz_synergy_row_init (NetzSynergyRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

/**
 * netz_synergy_row_new:
 * @network: the network that the pair was found in
 * @pair: what to show; it must live as long as the row
 * @rank: its place in the list, from 1
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
netz_synergy_row_new (NetzNetwork *network, const NetzSynergy *pair, guint rank)
{
  NetzSynergyRow *self = g_object_new (NETZ_TYPE_SYNERGY_ROW, NULL);
  g_autofree char *number = g_strdup_printf ("%u", rank);
  GtkWidget *label = gtk_label_new (number);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *both = NULL;
  g_autofree char *sentence = netz_synergy_explain (network, pair);
  g_autofree char *share = describe_share (pair);

  self->network = g_object_ref (network);
  self->pair = pair;
  a = name_of (self, pair->a);
  b = name_of (self, pair->b);
  both = g_strdup_printf ("%s – %s", a, b);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), sentence);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), share);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), pair->schools->len > 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), label);
  add_buttons (self, both);
  return GTK_WIDGET (self);
}

/**
 * netz_synergy_row_get_pair:
 *
 * Returns: (transfer none): what is shown
 */
const NetzSynergy *
netz_synergy_row_get_pair (NetzSynergyRow *self)
{
  return self->pair;
}
