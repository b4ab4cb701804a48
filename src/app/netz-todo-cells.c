/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-todo-cells.h"

#include "app/netz-window-page.h"
#include "model/netz-describe.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* What the factory of a column hands to each of its cells. */
typedef struct
{
  const NetzTodoColumn *column;
  NetzSession **session;
  gpointer data;
} Maker;

static void
show (NetzTodoCell *cell)
{
  if (cell->item == NULL || *cell->session == NULL)
    return;
  cell->filling = TRUE;
  cell->column->show (cell);
  cell->filling = FALSE;
}

static void
forget_item (NetzTodoCell *cell)
{
  if (cell->item != NULL)
    g_signal_handlers_disconnect_by_data (cell->item, cell);
  g_clear_object (&cell->item);
}

static void
free_cell (gpointer data)
{
  forget_item (data);
  g_free (data);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const Maker *maker = data;
  NetzTodoCell *cell = g_new0 (NetzTodoCell, 1);

  cell->session = maker->session;
  cell->column = maker->column;
  cell->data = maker->data;
  maker->column->create (cell);
  g_object_set_data_full (G_OBJECT (cell->widget), "netz-cell", cell, free_cell);
  gtk_list_item_set_child (list_item, cell->widget);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static NetzTodoCell *
get_cell (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "netz-cell");
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  NetzTodoCell *cell = get_cell (list_item);

  forget_item (cell);
  cell->item = g_object_ref (gtk_list_item_get_item (list_item));
  g_signal_connect_swapped (cell->item, "changed", G_CALLBACK (show), cell);
  show (cell);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  forget_item (get_cell (list_item));
}

static void
free_maker (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * netz_todo_add_column:
 * @view: a list
 * @column: what the column is; must stay
 * @session: where to look for the session
 * @data: for the cells
 */
void
netz_todo_add_column (GtkColumnView *view, const NetzTodoColumn *column, NetzSession **session, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (_(column->title), factory);
  Maker *maker = g_new0 (Maker, 1);

  maker->column = column;
  maker->session = session;
  maker->data = data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), maker, free_maker, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_column_view_column_set_expand (added, column->expand);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (added, column->width);
  gtk_column_view_append_column (view, added);
}

/**
 * netz_todo_commit_field:
 * @cell: a cell
 * @field: a field of partnerships
 * @text: what was entered
 * @label: what the step is called
 * @error: where to say what is wrong with it
 *
 * Returns: whether it could be set
 */
gboolean
netz_todo_commit_field (NetzTodoCell *cell, const char *field, const char *text, const char *label, GError **error)
{
  NetzSession *session = *cell->session;
  const char *const ids[] = { netz_todo_item_get_id (cell->item), NULL };
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), label);

  if (!netz_set_field (draft, ids, field, text, error))
    return FALSE;
  netz_session_commit (session, draft);
  return TRUE;
}

/**
 * netz_todo_commit_contact:
 * @cell: a cell
 * @side: whose contact it is: "from", "to" or "lead"
 * @person: a name; "" for nobody
 * @label: what the step is called
 */
void
netz_todo_commit_contact (NetzTodoCell *cell, const char *side, const char *person, const char *label)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (*cell->session), label);

  netz_set_contact (draft, netz_todo_item_get_id (cell->item), side, person);
  netz_session_commit (*cell->session, draft);
}

static void
on_show (NetzTodoCell *cell)
{
  const char *const ids[] = { netz_todo_item_get_id (cell->item), NULL };
  GtkWidget *page = gtk_widget_get_ancestor (cell->widget, NETZ_TYPE_WINDOW_PAGE);

  if (page != NULL)
    netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (page), ids);
}

/* A button with the two institutions, and below them the programme. */
void
netz_todo_create_partnership (NetzTodoCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->widget = gtk_button_new ();
  cell->inner = gtk_label_new (NULL);
  cell->extra = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->inner), 0);
  gtk_label_set_xalign (GTK_LABEL (cell->extra), 0);
  gtk_label_set_wrap (GTK_LABEL (cell->inner), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell->inner), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (cell->inner), 2);
  gtk_label_set_ellipsize (GTK_LABEL (cell->inner), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (cell->extra), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell->extra, "dim-label");
  gtk_widget_add_css_class (cell->extra, "caption");
  gtk_box_append (GTK_BOX (box), cell->inner);
  gtk_box_append (GTK_BOX (box), cell->extra);
  gtk_button_set_child (GTK_BUTTON (cell->widget), box);
  gtk_widget_add_css_class (cell->widget, "flat");
  gtk_widget_add_css_class (cell->widget, "netz-todo-name");
  gtk_widget_set_valign (cell->widget, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (cell->widget, _("Show on the canvas"));
  g_signal_connect_swapped (cell->widget, "clicked", G_CALLBACK (on_show), cell);
}

static const char *
get_name (NetzNetwork *network, const char *id)
{
  const NetzInstitution *institution = netz_network_get_institution (network, id);

  return institution != NULL && institution->name != NULL ? institution->name : _("an institution without a name");
}

/**
 * netz_todo_describe_ends:
 * @cell: a cell that shows something
 *
 * Returns: (transfer full): the two institutions
 */
char *
netz_todo_describe_ends (const NetzTodoCell *cell)
{
  NetzNetwork *network = netz_session_get_network (*cell->session);
  const NetzPartnership *partnership = cell->item->partnership;

  /* Translators: two institutions that have a partnership. */
  return g_strdup_printf (_("%s – %s"), get_name (network, partnership->from), get_name (network, partnership->to));
}

/**
 * netz_todo_name_widget:
 * @cell: a cell that shows something
 * @widget: a widget in it
 * @what: what it is for
 *
 * Tells those who do not see the row which partnership it belongs to.
 */
void
netz_todo_name_widget (const NetzTodoCell *cell, GtkWidget *widget, const char *what)
{
  g_autofree char *ends = netz_todo_describe_ends (cell);
  /* Translators: a column of a table, and the two institutions of the row */
  g_autofree char *name = g_strdup_printf (C_("cell of a table", "%s: %s"), what, ends);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
netz_todo_show_partnership (NetzTodoCell *cell)
{
  g_autofree char *ends = netz_todo_describe_ends (cell);
  const char *programme = netz_describe_programme (netz_session_get_network (*cell->session),
                                                   cell->item->partnership->programme,
                                                   netz_session_get_language (*cell->session));

  gtk_label_set_label (GTK_LABEL (cell->inner), ends);
  gtk_label_set_label (GTK_LABEL (cell->extra), programme);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, ends,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, programme, -1);
}

static void
on_status_selected (NetzTodoCell *cell)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (cell->inner));

  if (!cell->filling && cell->item != NULL && selected < NETZ_N_PROGRESS)
    netz_todo_commit_field (cell, "status", netz_progress_get_status (selected), _("Change Status"), NULL);
}

/* A choice of the statuses. */
void
netz_todo_create_status (NetzTodoCell *cell)
{
  const char *labels[NETZ_N_PROGRESS + 1] = { NULL };

  for (NetzProgress progress = 0; progress < NETZ_N_PROGRESS; progress++)
    labels[progress] = netz_describe_status (netz_progress_get_status (progress));
  cell->widget = cell->inner = gtk_drop_down_new_from_strings (labels);
  gtk_widget_set_valign (cell->widget, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (cell->inner, "notify::selected", G_CALLBACK (on_status_selected), cell);
}

void
netz_todo_show_status (NetzTodoCell *cell)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (cell->inner), netz_progress_of (cell->item->partnership));
  netz_todo_name_widget (cell, cell->inner, _("Status"));
}
