/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-panel.h"
#include "app/netz-workshop-edit.h"

typedef struct
{
  AdwPreferencesGroup *group;
  GPtrArray *rows;
  NetzSession *session;
  NetzCatalogue *catalogue;
  char *workshop;
} NetzWorkshopPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NetzWorkshopPanel, netz_workshop_panel, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_ON_CANVAS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define PRIVATE(self) ((NetzWorkshopPanelPrivate *) netz_workshop_panel_get_instance_private (self))

static void
netz_workshop_panel_dispose (GObject *object)
{
  NetzWorkshopPanelPrivate *private = PRIVATE (NETZ_WORKSHOP_PANEL (object));

  g_clear_object (&private->session);
  g_clear_pointer (&private->catalogue, netz_catalogue_unref);
  g_clear_pointer (&private->workshop, g_free);
  G_OBJECT_CLASS (netz_workshop_panel_parent_class)->dispose (object);
}

static void
netz_workshop_panel_finalize (GObject *object)
{
  g_ptr_array_unref (PRIVATE (NETZ_WORKSHOP_PANEL (object))->rows);
  G_OBJECT_CLASS (netz_workshop_panel_parent_class)->finalize (object);
}

static void
netz_workshop_panel_class_init (NetzWorkshopPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = netz_workshop_panel_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_workshop_panel_finalize;
  signals[SIGNAL_SHOW_ON_CANVAS] = g_signal_new ("show-on-canvas", NETZ_TYPE_WORKSHOP_PANEL, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
netz_workshop_panel_init (NetzWorkshopPanel *self)
{
  NetzWorkshopPanelPrivate *private = PRIVATE (self);

  private->rows = g_ptr_array_new ();
  private->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (private->group));
}

/* The place of the row that has the keyboard, -1 where none has. */
static int
find_focused (NetzWorkshopPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GPtrArray *rows = PRIVATE (self)->rows;

  for (guint i = 0; focus != NULL && i < rows->len; i++)
    if (focus == rows->pdata[i] || gtk_widget_is_ancestor (focus, rows->pdata[i]))
      return (int) i;
  return -1;
}

static void
focus_row (NetzWorkshopPanel *self, int place)
{
  GPtrArray *rows = PRIVATE (self)->rows;

  if (place < 0 || rows->len == 0)
    return;
  gtk_widget_grab_focus (rows->pdata[MIN ((guint) place, rows->len - 1)]);
}

/**
 * netz_workshop_panel_show:
 * @session: what is shown
 * @workshop: (nullable): id of one of its workshops
 * @catalogue: for conditions and actor groups
 */
void
netz_workshop_panel_show (NetzWorkshopPanel *self,
                          NetzSession *session,
                          const char *workshop,
                          NetzCatalogue *catalogue)
{
  NetzWorkshopPanelPrivate *private = PRIVATE (self);
  g_autofree char *id = g_strdup (workshop);
  int focused = find_focused (self);
  NetzWorkshop *record;

  g_set_object (&private->session, session);
  if (private->catalogue != catalogue)
    {
      g_clear_pointer (&private->catalogue, netz_catalogue_unref);
      private->catalogue = netz_catalogue_ref (catalogue);
    }
  g_free (private->workshop);
  private->workshop = g_steal_pointer (&id);
  record = netz_workshop_edit_get (session, private->workshop);
  if (record != NULL)
    NETZ_WORKSHOP_PANEL_GET_CLASS (self)->fill (self, record);
  focus_row (self, focused);
}

/**
 * netz_workshop_panel_clear:
 *
 * Takes all rows away.
 */
void
netz_workshop_panel_clear (NetzWorkshopPanel *self)
{
  NetzWorkshopPanelPrivate *private = PRIVATE (self);

  for (guint i = 0; i < private->rows->len; i++)
    adw_preferences_group_remove (private->group, private->rows->pdata[i]);
  g_ptr_array_set_size (private->rows, 0);
}

NetzSession *
netz_workshop_panel_get_session (NetzWorkshopPanel *self)
{
  return PRIVATE (self)->session;
}

NetzNetwork *
netz_workshop_panel_get_network (NetzWorkshopPanel *self)
{
  return netz_session_get_network (PRIVATE (self)->session);
}

NetzCatalogue *
netz_workshop_panel_get_catalogue (NetzWorkshopPanel *self)
{
  return PRIVATE (self)->catalogue;
}

const char *
netz_workshop_panel_get_id (NetzWorkshopPanel *self)
{
  return PRIVATE (self)->workshop;
}

AdwPreferencesGroup *
netz_workshop_panel_get_group (NetzWorkshopPanel *self)
{
  return PRIVATE (self)->group;
}

/**
 * netz_workshop_panel_add:
 * @row: a row, which goes with the next netz_workshop_panel_clear()
 */
void
netz_workshop_panel_add (NetzWorkshopPanel *self, GtkWidget *row)
{
  NetzWorkshopPanelPrivate *private = PRIVATE (self);

  adw_preferences_group_add (private->group, row);
  g_ptr_array_add (private->rows, row);
}

/**
 * netz_workshop_panel_add_heading:
 * @text: what the rows after it have in common
 */
void
netz_workshop_panel_add_heading (NetzWorkshopPanel *self, const char *text)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "netz-row-heading");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  netz_workshop_panel_add (self, row);
}

/**
 * netz_workshop_panel_show_on_canvas:
 * @id: (nullable): an institution or partnership
 */
void
netz_workshop_panel_show_on_canvas (NetzWorkshopPanel *self, const char *id)
{
  const char *ids[] = { id, NULL };

  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_SHOW_ON_CANVAS], 0, ids);
}

/**
 * netz_workshop_panel_make_row:
 * @title: a text, not markup
 * @subtitle: (nullable): a text, not markup
 *
 * Returns: (transfer floating): an AdwActionRow
 */
GtkWidget *
netz_workshop_panel_make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  return row;
}
