/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-background-dialog.h"

#include "app/netz-file-dialogs.h"
#include "app/netz-window-commands.h"
#include "format/netz-bytes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* As base64 it must fit into one text of a file. */
#define LARGEST_PICTURE ((gsize) 6 * 1024 * 1024)
#define DEFAULT_WIDTH 1600.0
#define DEFAULT_OPACITY 0.4

struct _NetzBackgroundDialog
{
  AdwWindow parent_instance;

  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  AdwActionRow *picture_row;
  GtkWidget *choose_button;
  GtkSwitch *embed_switch;
  GtkWidget *width_row;
  GtkSpinButton *width_spin;
  GtkWidget *opacity_row;
  GtkScale *opacity_scale;

  NetzWindow *window; /* not owned: the dialog goes with it */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NetzBackgroundDialog, netz_background_dialog, ADW_TYPE_WINDOW)

static NetzNetwork *
get_network (NetzBackgroundDialog *self)
{
  return netz_session_get_network (netz_window_get_session (self->window));
}

static NetzRecord *
edit_settings (NetzBackgroundDialog *self, NetzDraft *draft)
{
  return netz_draft_edit (draft, NETZ_TABLE_SETTINGS, netz_network_get_id (get_network (self)));
}

static void
show_error (NetzBackgroundDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_info_bar_set_revealed (self->error_bar, text != NULL);
}

static void
fill_rows (NetzBackgroundDialog *self)
{
  NetzSettings *settings = netz_network_get_settings (get_network (self));
  gboolean has = settings->background != NULL || settings->background_href != NULL;
  const char *subtitle = _("None");

  self->filling = TRUE;
  if (settings->background != NULL)
    subtitle = _("Inside the file");
  else if (settings->background_href != NULL)
    subtitle = settings->background_href;
  adw_action_row_set_subtitle (self->picture_row, subtitle);
  gtk_widget_set_sensitive (self->width_row, has);
  gtk_widget_set_sensitive (self->opacity_row, has);
  if (has && isfinite (settings->background_width))
    gtk_spin_button_set_value (self->width_spin, settings->background_width);
  if (has && isfinite (settings->background_opacity))
    gtk_range_set_value (GTK_RANGE (self->opacity_scale), settings->background_opacity * 100);
  self->filling = FALSE;
}

static void
on_width_changed (NetzBackgroundDialog *self)
{
  g_autoptr (NetzDraft) draft = NULL;

  if (self->filling || netz_window_get_session (self->window) == NULL)
    return;
  draft = netz_draft_new (get_network (self), _("Change Background Picture"));
  netz_record_set_number (edit_settings (self, draft), "background-width",
                          gtk_spin_button_get_value (self->width_spin));
  netz_session_commit_joined (netz_window_get_session (self->window), draft, "background-width");
}

static void
on_opacity_changed (NetzBackgroundDialog *self)
{
  g_autoptr (NetzDraft) draft = NULL;

  if (self->filling || netz_window_get_session (self->window) == NULL)
    return;
  draft = netz_draft_new (get_network (self), _("Change Background Picture"));
  netz_record_set_number (edit_settings (self, draft), "background-opacity",
                          gtk_range_get_value (GTK_RANGE (self->opacity_scale)) / 100);
  netz_session_commit_joined (netz_window_get_session (self->window), draft, "background-opacity");
}

static void
place_picture (NetzBackgroundDialog *self, NetzRecord *settings)
{
  NetzRect visible = netz_canvas_get_visible (netz_window_get_canvas (self->window));
  double width = netz_rect_is_empty (&visible) ? DEFAULT_WIDTH : round (visible.width * 0.9);

  netz_record_set_number (settings, "background-x", round (visible.x + visible.width * 0.05));
  netz_record_set_number (settings, "background-y", round (visible.y + visible.height * 0.05));
  netz_record_set_number (settings, "background-width", width);
  netz_record_set_number (settings, "background-opacity", DEFAULT_OPACITY);
}

static void
take_picture (NetzBackgroundDialog *self, const char *path, GBytes *bytes)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Background Picture"));
  NetzSettings *before = netz_network_get_settings (get_network (self));
  gboolean had = before->background != NULL || before->background_href != NULL;
  NetzRecord *settings = edit_settings (self, draft);
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (gtk_switch_get_active (self->embed_switch))
    text = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  netz_record_set_text (settings, "background", text);
  netz_record_set_text (settings, "background-href", text == NULL ? name : NULL);
  if (!had)
    place_picture (self, settings);
  netz_window_commit (self->window, draft);
  fill_rows (self);
}

/* A name alone is found again only beside the file. */
static gboolean
lies_beside (NetzBackgroundDialog *self, const char *path)
{
  const char *network = netz_session_get_path (netz_window_get_session (self->window));
  g_autofree char *theirs = g_path_get_dirname (path);
  g_autofree char *ours = network != NULL ? g_path_get_dirname (network) : NULL;

  return ours != NULL && g_str_equal (ours, theirs);
}

static void
on_chosen (GFile *file, gpointer data)
{
  g_autoptr (NetzBackgroundDialog) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;

  if (path == NULL || self->window == NULL || netz_window_get_session (self->window) == NULL)
    return;
  bytes = netz_bytes_read_file (path, LARGEST_PICTURE, NULL, &error);
  if (bytes == NULL)
    show_error (self, error->message);
  else if (!gtk_switch_get_active (self->embed_switch)
           && (!lies_beside (self, path) || !g_utf8_validate (base, -1, NULL)))
    show_error (self,
                _("A picture that is not kept inside the file must lie in the same folder as the saved network."));
  else
    {
      show_error (self, NULL);
      take_picture (self, path, bytes);
    }
}

static void
on_choose (NetzBackgroundDialog *self)
{
  netz_file_dialogs_open_picture (GTK_WINDOW (self), on_chosen, g_object_ref (self));
}

static void
netz_background_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&NETZ_BACKGROUND_DIALOG (object)->window);
  G_OBJECT_CLASS (netz_background_dialog_parent_class)->dispose (object);
}

static void
netz_background_dialog_class_init (NetzBackgroundDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_background_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-background-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, error_bar);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, picture_row);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, embed_switch);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, opacity_row);
  gtk_widget_class_bind_template_child (widget_class, NetzBackgroundDialog, opacity_scale);
}

static void
netz_background_dialog_init (NetzBackgroundDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (on_choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width_spin, "value-changed", G_CALLBACK (on_width_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opacity_scale, "value-changed", G_CALLBACK (on_opacity_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * netz_background_dialog_new:
 * @parent: the window whose network gets a picture
 *
 * Returns: (transfer none): a dialog that waits to be presented
 */
NetzBackgroundDialog *
netz_background_dialog_new (NetzWindow *parent)
{
  NetzBackgroundDialog *self = g_object_new (NETZ_TYPE_BACKGROUND_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->window, parent);
  fill_rows (self);
  return self;
}

/**
 * netz_window_choose_background:
 *
 * Opens the dialog for the background picture.
 */
void
netz_window_choose_background (NetzWindow *self, int detail)
{
  gtk_window_present (GTK_WINDOW (netz_background_dialog_new (self)));
}

/**
 * netz_window_remove_background:
 *
 * Takes the background picture away.
 */
void
netz_window_remove_background (NetzWindow *self, int detail)
{
  NetzNetwork *network = netz_session_get_network (netz_window_get_session (self));
  g_autoptr (NetzDraft) draft = netz_draft_new (network, _("Remove Background Picture"));
  NetzRecord *settings = netz_draft_edit (draft, NETZ_TABLE_SETTINGS, netz_network_get_id (network));

  netz_record_set_text (settings, "background", NULL);
  netz_record_set_text (settings, "background-href", NULL);
  if (netz_window_commit (self, draft))
    netz_messages_toast_undo (netz_window_get_messages (self), _("The background picture was removed."));
}
