/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-details.h"

struct _NetzDetails
{
  AdwWindow parent_instance;

  GtkLabel *text;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NetzDetails, netz_details, ADW_TYPE_WINDOW)

static void
on_row_activated (NetzDetails *self, GtkListBoxRow *row)
{
  const char *ids[] = { g_object_get_data (G_OBJECT (row), "netz-id"), NULL };
  NetzWindow *window = NETZ_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  NetzSession *session = window != NULL ? netz_window_get_session (window) : NULL;

  if (ids[0] == NULL || session == NULL)
    return;
  netz_selection_set (netz_session_get_selection (session), ids);
  netz_canvas_scroll_to_ids (netz_window_get_canvas (window), ids);
  gtk_window_close (GTK_WINDOW (self));
}

static void
netz_details_class_init (NetzDetailsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/netzwerkstatt/Netzwerkstatt/netz-details.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzDetails, text);
  gtk_widget_class_bind_template_child (widget_class, NetzDetails, list);
}

static void
netz_details_init (NetzDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
}

/**
 * netz_details_new:
 * @title: of the window
 * @text: whole sentences above the list
 *
 * Returns: (transfer none): a window that waits to be presented
 */
NetzDetails *
netz_details_new (NetzWindow *parent, const char *title, const char *text)
{
  NetzDetails *self = g_object_new (NETZ_TYPE_DETAILS, "transient-for", parent, "title", title, NULL);

  gtk_label_set_label (self->text, text);
  return self;
}

/**
 * netz_details_add:
 * @sentence: what is to be said
 * @quiet: (nullable): below it, in small type
 * @id: (nullable): what on the canvas it is about
 */
void
netz_details_add (NetzDetails *self, const char *sentence, const char *quiet, const char *id)
{
  GtkWidget *row = NULL;

  g_return_if_fail (NETZ_IS_DETAILS (self));

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", sentence, "title-lines", 4,
                      "activatable", id != NULL, NULL);
  if (quiet != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), quiet);
  if (id != NULL)
    {
      g_object_set_data_full (G_OBJECT (row), "netz-id", g_strdup (id), g_free);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_list_box_append (self->list, row);
}
