/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-report-dialog.h"

#include "app/netz-file-dialogs.h"
#include "app/netz-form.h"
#include "app/netz-report-job.h"
#include "model/netz-operations.h"
#include "report/netz-committee-report.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_DELAY 350   /* ms: while somebody types, no page is made */
#define PREVIEW_SCALE 1.25  /* pixels a point, on a screen of the usual density */
#define PULSE_TIME 120      /* ms */

struct _NetzReportDialog
{
  AdwWindow parent_instance;

  GtkWidget *save_button;
  GtkSpinner *spinner;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  GtkRevealer *busy;
  GtkProgressBar *progress;
  GtkWidget *stop_button;
  AdwComboRow *language_row;
  AdwComboRow *format_row;
  NetzForm *form;
  GtkWidget *earlier_group;
  AdwActionRow *earlier_row;
  GtkWidget *earlier_button;
  GtkWidget *clear_button;
  AdwPreferencesGroup *sections_group;
  GtkPicture *preview;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkLabel *page_label;
  GtkWidget *box;

  NetzWindow *window;     /* not owned: the dialog goes with it */
  NetzSession *session;
  char *paper;            /* id, NULL: the network in words */
  NetzRecord *fresh;      /* the paper as it was made for this dialog, if it was */
  GPtrArray *switches;    /* GtkSwitch, not owned: those of the sections */
  gboolean filling;
  GCancellable *showing;  /* stops the page that is being made */
  GCancellable *saving;   /* stops the paper that is being written */
  guint delay;
  guint pulse;
  guint page;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (NetzReportDialog, netz_report_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows of the template. */
static const char *const languages[] = { "de", "en" };

static const char *
get_language (NetzReportDialog *self)
{
  return languages[adw_combo_row_get_selected (self->language_row)];
}

static void
show_error (NetzReportDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_info_bar_set_revealed (self->error_bar, text != NULL);
}

/* The preview */

static void
show_page_number (NetzReportDialog *self)
{
  /* Translators: which page of a paper is shown, and how many it has */
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), self->page, self->n_pages);

  gtk_label_set_label (self->page_label, self->n_pages > 0 ? text : "");
  gtk_widget_set_sensitive (self->back_button, self->page > 1);
  gtk_widget_set_sensitive (self->next_button, self->page < self->n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
free_weak (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
on_page_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzReportDialog) self = g_weak_ref_get (data);
  g_autoptr (GError) error = NULL;
  guint page, n_pages;
  g_autoptr (GdkTexture) texture = netz_report_job_show_page_finish (result, &page, &n_pages, &error);

  free_weak (data);
  /* Another page is being made instead, or the dialog was closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self == NULL || self->session == NULL)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  show_error (self, error != NULL ? error->message : NULL);
  if (texture == NULL)
    return;
  self->page = page;
  self->n_pages = n_pages;
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  show_page_number (self);
}

static void
make_page (NetzReportDialog *self)
{
  double scale = PREVIEW_SCALE * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  /* A closed dialog does not wait for its page. */
  g_weak_ref_init (weak, self);
  g_cancellable_cancel (self->showing);
  g_clear_object (&self->showing);
  self->showing = g_cancellable_new ();
  gtk_spinner_set_spinning (self->spinner, TRUE);
  netz_report_job_show_page (netz_report_job_new (self->session, self->paper, get_language (self)), self->page, scale,
                             self->showing, on_page_made, weak);
}

static gboolean
on_delay (gpointer data)
{
  NetzReportDialog *self = data;

  self->delay = 0;
  make_page (self);
  return G_SOURCE_REMOVE;
}

static void
queue_page (NetzReportDialog *self)
{
  if (self->session == NULL)
    return;
  g_clear_handle_id (&self->delay, g_source_remove);
  self->delay = g_timeout_add (PREVIEW_DELAY, on_delay, self);
}

static void
on_back (NetzReportDialog *self)
{
  self->page = MAX (self->page, 2) - 1;
  make_page (self);
}

static void
on_next (NetzReportDialog *self)
{
  self->page = MIN (self->page + 1, MAX (self->n_pages, 1));
  make_page (self);
}

/* The paper in the network */

static NetzCommitteePaper *
get_paper (NetzReportDialog *self)
{
  return self->paper != NULL ? (NetzCommitteePaper *) netz_network_get (netz_session_get_network (self->session),
                                                                        NETZ_TABLE_PAPER, self->paper)
                             : NULL;
}

static void
set_text (NetzReportDialog *self, const char *field, const char *text, const char *label)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (self->session), label);
  NetzRecord *record = netz_draft_edit (draft, NETZ_TABLE_PAPER, self->paper);

  if (record == NULL)
    return;
  netz_record_set_text (record, field, text);
  netz_session_commit (self->session, draft);
}

static void
on_switch (GtkSwitch *toggle, GParamSpec *spec, NetzReportDialog *self)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  for (guint i = 0; i < self->switches->len; i++)
    if (!gtk_switch_get_active (self->switches->pdata[i]))
      g_ptr_array_add (left_out, g_object_get_data (self->switches->pdata[i], "section"));
  g_ptr_array_add (left_out, NULL);
  text = g_strjoinv (" ", (char **) left_out->pdata);
  set_text (self, "left-out", *text != '\0' ? text : NULL, _("Choose the sections of the paper"));
}

static void
add_section (NetzReportDialog *self, const NetzCommitteeSection *section)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dgettext (GETTEXT_PACKAGE, section->title));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (toggle), "section", (gpointer) section->id);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_switch), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (self->sections_group, row);
  g_ptr_array_add (self->switches, toggle);
}

/* Sections, and the earlier network, as the paper has them. */
static void
fill (NetzReportDialog *self)
{
  const NetzCommitteePaper *paper = get_paper (self);
  g_autofree char *name = NULL;

  if (paper == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->switches->len; i++)
    gtk_switch_set_active (self->switches->pdata[i],
                           !netz_committee_paper_leaves_out (paper, g_object_get_data (self->switches->pdata[i],
                                                                                       "section")));
  self->filling = FALSE;
  name = paper->since_file != NULL ? g_filename_display_name (paper->since_file) : NULL;
  adw_action_row_set_subtitle (self->earlier_row, name != NULL ? name : _("None: the paper goes by the dates"));
  gtk_widget_set_visible (self->clear_button, name != NULL);
}

static void
on_changed (NetzReportDialog *self)
{
  fill (self);
  queue_page (self);
}

static void
on_earlier_chosen (GFile *file, gpointer data)
{
  g_autoptr (NetzReportDialog) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *folder = NULL;
  const char *own;

  if (path == NULL || self->session == NULL)
    return;
  /* Beside the network it is kept by its name, so that both can be moved. */
  own = netz_session_get_path (self->session);
  folder = own != NULL ? g_path_get_dirname (own) : NULL;
  if (folder != NULL)
    {
      g_autofree char *parent = g_path_get_dirname (path);
      g_autofree char *name = g_path_get_basename (path);

      if (g_str_equal (parent, folder))
        {
          g_free (path);
          path = g_steal_pointer (&name);
        }
    }
  set_text (self, "since-file", path, _("Choose the earlier network"));
}

static void
on_choose_earlier (NetzReportDialog *self)
{
  netz_file_dialogs_open_network (GTK_WINDOW (self), netz_session_get_path (self->session), on_earlier_chosen,
                                  g_object_ref (self));
}

static void
on_clear_earlier (NetzReportDialog *self)
{
  set_text (self, "since-file", NULL, _("Compare with no earlier network"));
}

/* Saving */

static gboolean
on_pulse (gpointer data)
{
  gtk_progress_bar_pulse (NETZ_REPORT_DIALOG (data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
set_busy (NetzReportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->save_button, !busy);
  gtk_widget_set_sensitive (self->box, !busy);
  gtk_revealer_set_reveal_child (self->busy, busy);
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (busy)
    self->pulse = g_timeout_add (PULSE_TIME, on_pulse, self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzReportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = netz_report_job_save_finish (result, &error);
  g_autofree char *text = NULL;

  g_clear_object (&self->saving);
  /* The dialog was closed meanwhile: nobody is left to tell. */
  if (self->window == NULL)
    return;
  set_busy (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (name == NULL)
    {
      show_error (self, error->message);
      return;
    }
  text = g_strdup_printf (_("The paper is in “%s”."), name);
  netz_messages_toast (netz_window_get_messages (self->window), text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (NetzReportDialog) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->session == NULL)
    return;
  if (g_strcmp0 (path, netz_session_get_path (self->session)) == 0 || g_str_has_suffix (path, ".netz"))
    {
      show_error (self, _("That name belongs to a network. Choose another name for the paper."));
      return;
    }
  show_error (self, NULL);
  set_busy (self, TRUE);
  self->saving = g_cancellable_new ();
  netz_report_job_save (netz_report_job_new (self->session, self->paper, get_language (self)), path, self->saving,
                        on_saved, g_object_ref (self));
}

static void
on_save (NetzReportDialog *self)
{
  const NetzCommitteePaper *paper = get_paper (self);
  const char *title = paper != NULL && paper->title != NULL ? paper->title : netz_session_get_title (self->session);
  const char *suffix = netz_dossier_get_suffix (adw_combo_row_get_selected (self->format_row));
  g_autofree char *name = netz_file_dialogs_suggest_name (title, suffix);

  netz_file_dialogs_save_document (GTK_WINDOW (self), name, netz_session_get_path (self->session), on_file_chosen,
                                   g_object_ref (self));
}

static void
on_stop (NetzReportDialog *self)
{
  g_cancellable_cancel (self->saving);
}

/* A paper that was made for the dialog and in which nothing was entered is not left behind. */
static void
drop_fresh (NetzReportDialog *self)
{
  NetzCommitteePaper *paper = get_paper (self);

  if (self->fresh != NULL && paper != NULL && (NetzRecord *) paper == self->fresh &&
      g_strcmp0 (netz_history_get_undo_label (netz_session_get_history (self->session)), _("New committee paper")) == 0)
    netz_session_undo (self->session);
  g_clear_object (&self->fresh);
}

static void
netz_report_dialog_dispose (GObject *object)
{
  NetzReportDialog *self = NETZ_REPORT_DIALOG (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_cancellable_cancel (self->showing);
  g_cancellable_cancel (self->saving);
  g_clear_object (&self->showing);
  g_clear_object (&self->saving);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
      netz_form_set_session (self->form, NULL);
      drop_fresh (self);
    }
  g_clear_object (&self->session);
  g_clear_pointer (&self->paper, g_free);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (netz_report_dialog_parent_class)->dispose (object);
}

static void
netz_report_dialog_class_init (NetzReportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_report_dialog_dispose;
  g_type_ensure (NETZ_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, error_bar);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, earlier_row);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, clear_button);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, sections_group);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, NetzReportDialog, box);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_earlier);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_earlier);
}

static void
netz_report_dialog_init (NetzReportDialog *self)
{
  self->switches = g_ptr_array_new ();
  self->page = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The first paper of the network; a new one where there is none. */
static char *
find_paper (NetzReportDialog *self)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  g_autoptr (GPtrArray) papers = netz_network_list (network, NETZ_TABLE_PAPER);
  g_autoptr (NetzDraft) draft = NULL;
  g_autofree char *id = NULL;

  if (papers->len > 0)
    return g_strdup (netz_record_get_id (papers->pdata[0]));
  if (netz_session_is_read_only (self->session))
    return NULL;
  draft = netz_draft_new (network, _("New committee paper"));
  id = g_strdup (netz_add_paper (draft, NULL));
  if (!netz_session_commit (self->session, draft))
    return NULL;
  self->fresh = g_object_ref (netz_network_get (network, NETZ_TABLE_PAPER, id));
  return g_steal_pointer (&id);
}

static void
begin_paper (NetzReportDialog *self)
{
  const NetzCommitteeSection *sections;
  guint n_sections;

  self->paper = find_paper (self);
  if (self->paper == NULL)
    self->paper = g_strdup ("");
  sections = netz_committee_report_get_sections (&n_sections);
  /* The form is always there. */
  for (guint i = 1; i < n_sections; i++)
    add_section (self, &sections[i]);
  netz_form_set_session (self->form, self->session);
  netz_form_show (self->form, NETZ_TABLE_PAPER, (const char *const[]) { self->paper, NULL });
  gtk_widget_set_sensitive (GTK_WIDGET (self->sections_group), !netz_session_is_read_only (self->session));
  gtk_widget_set_sensitive (self->earlier_group, !netz_session_is_read_only (self->session));
  g_signal_connect_object (netz_session_get_network (self->session), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  fill (self);
}

static void
begin_words (NetzReportDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Network in Words"));
  adw_combo_row_set_selected (self->format_row, NETZ_DOSSIER_HTML);
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
  gtk_widget_set_visible (self->earlier_group, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sections_group), FALSE);
}

/**
 * netz_report_dialog_new:
 * @parent: the window whose network is reported on
 * @words: the network in words instead of the paper to a committee
 *
 * Returns: (transfer none): a dialog that waits to be presented
 */
NetzReportDialog *
netz_report_dialog_new (NetzWindow *parent, gboolean words)
{
  NetzReportDialog *self = g_object_new (NETZ_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  const char *language;

  g_set_weak_pointer (&self->window, parent);
  self->session = g_object_ref (netz_window_get_session (parent));
  language = netz_network_get_settings (netz_session_get_network (self->session))->language;
  adw_combo_row_set_selected (self->language_row, g_strcmp0 (language, "en") == 0 ? 1 : 0);
  if (words)
    begin_words (self);
  else
    begin_paper (self);
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (queue_page), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->language_row));
  show_page_number (self);
  make_page (self);
  return self;
}
