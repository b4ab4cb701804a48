/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-readiness.h"
#include "app/netz-institution-chooser.h"
#include "app/netz-workshop-parts.h"
#include "planning/netz-readiness.h"

#include <glib/gi18n-lib.h>

#define NAMED 2      /* how many witnesses a condition's own row names */
#define MOST_ROWS 12 /* how many it opens to */

struct _NetzWorkshopReadiness
{
  NetzWorkshopPanel parent_instance;

  GHashTable *opened; /* ids of conditions that are open */
};

G_DEFINE_FINAL_TYPE (NetzWorkshopReadiness, netz_workshop_readiness, NETZ_TYPE_WORKSHOP_PANEL)

#define ID "netz-id"

static void
on_row_activated (NetzWorkshopPanel *panel, GtkWidget *row)
{
  netz_workshop_panel_show_on_canvas (panel, g_object_get_data (G_OBJECT (row), ID));
}

static void
on_expanded (NetzWorkshopReadiness *self, GParamSpec *pspec, GObject *row)
{
  const char *id = g_object_get_data (row, ID);

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_hash_table_add (self->opened, g_strdup (id));
  else
    g_hash_table_remove (self->opened, id);
}

static void
on_invite (const char *id, gpointer data)
{
  netz_workshop_parts_invite (NETZ_WORKSHOP_PANEL (data), id);
}

/* "Yes · Theo Probe (Gymnasium Kreuzgasse), …" or "No · what is missing" */
static char *
summarize (NetzNetwork *network, const NetzReadinessCondition *condition)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (g_strcmp0 (condition->type, "partnerships") == 0 && condition->count > 0)
    g_ptr_array_add (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u partnership", "%u partnerships",
                                                          condition->count),
                                             condition->count));
  else if (!condition->met)
    for (guint i = 0; i < condition->gaps->len; i++)
      g_ptr_array_add (words, g_strdup (((NetzReadinessGap *) condition->gaps->pdata[i])->text));
  else
    for (guint i = 0; i < condition->witnesses->len && i < NAMED; i++)
      g_ptr_array_add (words, netz_readiness_describe_witness (network, condition->witnesses->pdata[i]));
  if (condition->met && words->len == NAMED && condition->witnesses->len > NAMED)
    g_ptr_array_add (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                                          condition->witnesses->len - NAMED),
                                             condition->witnesses->len - NAMED));
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv ("; ", (char **) words->pdata);
  if (*joined == '\0')
    return g_strdup (condition->met ? C_ ("condition", "Yes") : C_ ("condition", "No"));
  return g_strdup_printf ("%s · %s", condition->met ? C_ ("condition", "Yes") : C_ ("condition", "No"), joined);
}

static void
add_witness (NetzWorkshopPanel *panel, GtkWidget *expander, const NetzReadinessWitness *witness)
{
  g_autofree char *text = netz_readiness_describe_witness (netz_workshop_panel_get_network (panel), witness);
  GtkWidget *row = netz_workshop_panel_make_row (text, NULL);

  if (witness->id != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _("Show on the canvas"));
      g_object_set_data_full (G_OBJECT (row), ID, g_strdup (witness->id), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), panel, G_CONNECT_SWAPPED);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_gap (NetzWorkshopPanel *panel, GtkWidget *expander, const NetzReadinessGap *gap)
{
  GtkWidget *row = netz_workshop_panel_make_row (gap->text, NULL);

  gtk_widget_add_css_class (row, "netz-gap");
  if (gap->invite && gap->ids->len > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               netz_institution_chooser_new_button (_("Invite…"),
                                                                    netz_workshop_panel_get_network (panel), gap->ids,
                                                                    on_invite, panel, NULL));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_rows (NetzWorkshopPanel *panel, GtkWidget *expander, const NetzReadinessCondition *condition)
{
  for (guint i = 0; i < condition->gaps->len; i++)
    add_gap (panel, expander, condition->gaps->pdata[i]);
  for (guint i = 0; i < condition->witnesses->len && i < MOST_ROWS; i++)
    add_witness (panel, expander, condition->witnesses->pdata[i]);
  if (condition->witnesses->len > MOST_ROWS)
    {
      guint n_more = condition->witnesses->len - MOST_ROWS;
      g_autofree char *more
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_more), n_more);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), netz_workshop_panel_make_row (more, NULL));
    }
  if (!condition->met && *condition->advice != '\0')
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), netz_workshop_panel_make_row (condition->advice, NULL));
}

static GtkWidget *
make_sign (const NetzReadinessCondition *condition)
{
  GtkWidget *sign = gtk_image_new_from_icon_name (condition->met ? "emblem-ok-symbolic" : "window-close-symbolic");

  gtk_widget_add_css_class (sign, condition->met ? "success" : condition->required ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  condition->met ? C_ ("condition", "Yes") : C_ ("condition", "No"), -1);
  return sign;
}

static void
add_condition (NetzWorkshopReadiness *self, const NetzReadinessCondition *condition)
{
  NetzWorkshopPanel *panel = NETZ_WORKSHOP_PANEL (self);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *summary = summarize (netz_workshop_panel_get_network (panel), condition);
  g_autofree char *safe_summary = g_markup_escape_text (summary, -1);
  g_autofree char *safe_name = g_markup_escape_text (condition->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), safe_summary);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), make_sign (condition));
  if (condition->required)
    {
      GtkWidget *label = gtk_label_new (_("required"));

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), label);
    }
  add_rows (panel, row, condition);
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (condition->id), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->opened, condition->id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);
  netz_workshop_panel_add (panel, row);
}

static void
add_conditions (NetzWorkshopReadiness *self, const NetzReadiness *readiness, gboolean met)
{
  for (guint i = 0; i < readiness->conditions->len; i++)
    {
      const NetzReadinessCondition *condition = readiness->conditions->pdata[i];

      if (condition->met == met)
        add_condition (self, condition);
    }
}

static char *
tell (const NetzReadiness *readiness)
{
  if (readiness->n_missing == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The condition holds.", "All %u conditions hold.",
                                         readiness->n_met),
                            readiness->n_met);
  if (readiness->n_required_missing == 0)
    return g_strdup_printf (_("%u of %u conditions hold; nothing that is required is missing."), readiness->n_met,
                            readiness->conditions->len);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u of %u conditions hold; %u that is required is missing.",
                                       "%u of %u conditions hold; %u that are required are missing.",
                                       readiness->n_required_missing),
                          readiness->n_met, readiness->conditions->len, readiness->n_required_missing);
}

static void
netz_workshop_readiness_fill (NetzWorkshopPanel *panel, NetzWorkshop *workshop)
{
  NetzWorkshopReadiness *self = NETZ_WORKSHOP_READINESS (panel);
  g_autoptr (NetzReadiness) readiness = netz_readiness_new (netz_workshop_panel_get_network (panel), workshop,
                                                            netz_workshop_panel_get_catalogue (panel), NULL);
  g_autofree char *told = tell (readiness);

  netz_workshop_panel_clear (panel);
  adw_preferences_group_set_description (netz_workshop_panel_get_group (panel), told);
  if (readiness->n_missing > 0)
    netz_workshop_panel_add_heading (panel, C_ ("conditions", "Missing"));
  add_conditions (self, readiness, FALSE);
  if (readiness->n_missing > 0 && readiness->n_met > 0)
    netz_workshop_panel_add_heading (panel, C_ ("conditions", "Met"));
  add_conditions (self, readiness, TRUE);
}

static void
netz_workshop_readiness_finalize (GObject *object)
{
  g_hash_table_unref (NETZ_WORKSHOP_READINESS (object)->opened);
  G_OBJECT_CLASS (netz_workshop_readiness_parent_class)->finalize (object);
}

static void
netz_workshop_readiness_class_init (NetzWorkshopReadinessClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_workshop_readiness_finalize;
  NETZ_WORKSHOP_PANEL_CLASS (class)->fill = netz_workshop_readiness_fill;
}

static void
netz_workshop_readiness_init (NetzWorkshopReadiness *self)
{
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adw_preferences_group_set_title (netz_workshop_panel_get_group (NETZ_WORKSHOP_PANEL (self)), _("Readiness"));
}
