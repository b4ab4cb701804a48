/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-steps-list.h"

#include "app/netz-todo-entry.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

#define DATE_CHARS 10

struct _NetzStepsList
{
  AdwBin parent_instance;

  GtkLabel *told;
  GtkDropDown *choice;
  GtkStack *stack;
  GtkColumnView *view;

  NetzSession *session;
  GListStore *store;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (NetzStepsList, netz_steps_list, ADW_TYPE_BIN)

/* What the choice above the list shows. */
enum
{
  ALL,
  OVERDUE,
  WITHOUT_STEP,
  WITHOUT_RESPONSIBLE,
};

/* --- cells --- */

static gboolean
take_responsible (NetzTodoCell *cell, const char *text, GError **error)
{
  netz_todo_commit_contact (cell, "lead", text, _("Change Who Is Responsible"));
  return TRUE;
}

static gboolean
take_step (NetzTodoCell *cell, const char *text, GError **error)
{
  return netz_todo_commit_field (cell, "next-step", text, _("Change Next Step"), error);
}

static gboolean
take_date (NetzTodoCell *cell, const char *text, GError **error)
{
  return netz_todo_commit_field (cell, "next-date", text, _("Change Next Step"), error);
}

/* The parts of the last column. */
enum
{
  STEP,
  RESPONSIBLE,
  SIGN,
  DATE,
};

static void
on_day_selected (NetzTodoCell *cell)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (cell->extra));
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (cell->item != NULL && !cell->filling)
    take_date (cell, text, NULL);
}

static GtkWidget *
create_calendar (NetzTodoCell *cell)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  cell->extra = gtk_calendar_new ();
  g_signal_connect_swapped (cell->extra, "day-selected", G_CALLBACK (on_day_selected), cell);
  gtk_popover_set_child (GTK_POPOVER (popover), cell->extra);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  return button;
}

static GtkWidget *
create_date (NetzTodoCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  cell->parts[SIGN] = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  cell->parts[DATE] = netz_todo_entry_new (cell, _("no date"), take_date);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell->parts[DATE]), DATE_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell->parts[DATE]), DATE_CHARS);
  gtk_widget_add_css_class (cell->parts[SIGN], "error");
  gtk_widget_set_tooltip_text (cell->parts[SIGN], _("Overdue"));
  gtk_widget_add_css_class (linked, "linked");
  gtk_box_append (GTK_BOX (linked), cell->parts[DATE]);
  gtk_box_append (GTK_BOX (linked), create_calendar (cell));
  gtk_box_append (GTK_BOX (box), cell->parts[SIGN]);
  gtk_box_append (GTK_BOX (box), linked);
  return box;
}

/* What comes next; below it by whom and until when. */
static void
create_step (NetzTodoCell *cell)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  cell->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  cell->parts[STEP] = netz_todo_entry_new (cell, _("no next step yet"), take_step);
  cell->parts[RESPONSIBLE] = netz_todo_entry_new (cell, _("nobody is responsible yet"), take_responsible);
  gtk_widget_set_hexpand (cell->parts[RESPONSIBLE], TRUE);
  gtk_widget_set_valign (cell->widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (below), cell->parts[RESPONSIBLE]);
  gtk_box_append (GTK_BOX (below), create_date (cell));
  gtk_box_append (GTK_BOX (cell->widget), cell->parts[STEP]);
  gtk_box_append (GTK_BOX (cell->widget), below);
}

static void
show_step (NetzTodoCell *cell)
{
  g_autofree char *responsible = netz_next_step_get_responsible (cell->item->partnership);
  g_autofree char *date = netz_todo_entry_print_date (cell->item->partnership->next_date);
  gboolean overdue = cell->item->overdue;

  netz_todo_entry_show (cell->parts[STEP], cell->item->partnership->next_step);
  netz_todo_entry_show (cell->parts[RESPONSIBLE], responsible);
  netz_todo_entry_show (cell->parts[DATE], date);
  netz_todo_name_widget (cell, cell->parts[STEP], _("Next step"));
  netz_todo_name_widget (cell, cell->parts[RESPONSIBLE], _("Responsible"));
  netz_todo_name_widget (cell, cell->parts[DATE], overdue ? _("By when, overdue") : _("By when"));
  gtk_widget_set_visible (cell->parts[SIGN], overdue);
  if (overdue)
    gtk_widget_add_css_class (cell->parts[DATE], "netz-overdue");
  else
    gtk_widget_remove_css_class (cell->parts[DATE], "netz-overdue");
}

/* One step on: an idea is being prepared, what is being prepared is agreed on. */
static void
on_advance (NetzTodoCell *cell)
{
  gboolean idea = netz_progress_of (cell->item->partnership) == NETZ_PROGRESS_IDEA;

  netz_todo_commit_field (cell, "status", idea ? "preparation" : "established", _("Change Status"), NULL);
}

static void
create_status (NetzTodoCell *cell)
{
  GtkWidget *choice;

  netz_todo_create_status (cell);
  choice = cell->inner;
  cell->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  cell->extra = gtk_button_new ();
  gtk_widget_set_valign (cell->widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (cell->widget), choice);
  gtk_box_append (GTK_BOX (cell->widget), cell->extra);
  g_signal_connect_swapped (cell->extra, "clicked", G_CALLBACK (on_advance), cell);
}

static void
show_status (NetzTodoCell *cell)
{
  gboolean idea = netz_progress_of (cell->item->partnership) == NETZ_PROGRESS_IDEA;
  const char *label = idea ? _("Begin") : _("Agreed");

  netz_todo_show_status (cell);
  gtk_button_set_label (GTK_BUTTON (cell->extra), label);
  gtk_widget_set_tooltip_text (cell->extra,
                               idea ? _("The status becomes “in preparation”") : _("The status becomes “established”"));
  netz_todo_name_widget (cell, cell->extra, label);
}

static const NetzTodoColumn columns[] = {
  { N_("Partnership"), 250, FALSE, netz_todo_create_partnership, netz_todo_show_partnership },
  { N_("Status"), 156, FALSE, create_status, show_status },
  { N_("Next step, responsible, by when"), 0, TRUE, create_step, show_step },
};

/* --- the list --- */

static gboolean
is_wanted (gpointer object, gpointer data)
{
  NetzTodoItem *item = object;
  NetzStepsList *self = data;
  g_autofree char *responsible = NULL;

  switch (gtk_drop_down_get_selected (self->choice))
    {
    case OVERDUE:
      return item->overdue;
    case WITHOUT_STEP:
      return item->without_step;
    case WITHOUT_RESPONSIBLE:
      responsible = netz_next_step_get_responsible (item->partnership);
      return responsible == NULL;
    default:
      return TRUE;
    }
}

static void
update_stack (NetzStepsList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
on_choice (NetzStepsList *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
tell (NetzStepsList *self, GArray *steps, guint n_overdue, guint n_without)
{
  g_autofree char *all = g_strdup_printf (ngettext ("%u partnership is planned.",
                                                    "%u partnerships are planned.", steps->len),
                                          steps->len);
  g_autofree char *overdue = g_strdup_printf (ngettext ("%u is overdue.", "%u are overdue.", n_overdue), n_overdue);
  g_autofree char *without = g_strdup_printf (ngettext ("%u has no next step.", "%u have no next step.", n_without),
                                              n_without);
  g_autofree char *text = g_strjoin (" ", all, overdue, without, NULL);

  gtk_label_set_label (self->told, text);
}

/**
 * netz_steps_list_show:
 * @steps: (element-type NetzNextStep): what there is to do
 * @day: the day that counts as today
 * @keep_order: what is in the list stays where it is
 */
void
netz_steps_list_show (NetzStepsList *self, GArray *steps, const GDate *day, gboolean keep_order)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (steps->len, g_object_unref);
  guint n_overdue = 0, n_without = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const NetzNextStep *step = &g_array_index (steps, NetzNextStep, i);
      NetzTodoItem *item = netz_todo_item_new (step->partnership);

      item->overdue = g_date_valid (&step->due) && g_date_compare (&step->due, day) < 0;
      item->without_step = step->without_step;
      n_overdue += item->overdue;
      n_without += item->without_step;
      g_ptr_array_add (items, item);
    }
  netz_todo_items_update (self->store, items, keep_order);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  tell (self, steps, n_overdue, n_without);
}

/**
 * netz_steps_list_set_session:
 * @session: (nullable): whose partnerships they are
 */
void
netz_steps_list_set_session (NetzStepsList *self, NetzSession *session)
{
  g_list_store_remove_all (self->store);
  g_set_object (&self->session, session);
}

static const char *
get_name (NetzNetwork *network, const char *id)
{
  const NetzInstitution *institution = netz_network_get_institution (network, id);

  return institution != NULL ? institution->name : NULL;
}

/**
 * netz_steps_list_create_sheet:
 *
 * Returns: (transfer full): what is listed, in its order
 */
NetzSheet *
netz_steps_list_create_sheet (NetzStepsList *self)
{
  const char *heads[] = { _("From"), _("To"), _("Programme"), _("Status"), _("Responsible"), _("Next step"),
                          _("By when"), _("Overdue"), NULL };
  NetzSheet *sheet = netz_sheet_new (_("Next Steps"), heads);
  NetzNetwork *network = netz_session_get_network (self->session);
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (NetzTodoItem) item = g_list_model_get_item (model, i);
      const NetzPartnership *partnership = item->partnership;
      g_autofree char *responsible = netz_next_step_get_responsible (partnership);

      netz_sheet_add_text (sheet, get_name (network, partnership->from));
      netz_sheet_add_text (sheet, get_name (network, partnership->to));
      netz_sheet_add_text (sheet, netz_describe_programme (network, partnership->programme,
                                                           netz_session_get_language (self->session)));
      netz_sheet_add_text (sheet, netz_describe_status (netz_progress_get_status (netz_progress_of (partnership))));
      netz_sheet_add_text (sheet, responsible);
      netz_sheet_add_text (sheet, partnership->next_step);
      netz_sheet_add_date (sheet, partnership->next_date);
      netz_sheet_add_text (sheet, item->overdue ? _("yes") : _("no"));
    }
  return sheet;
}

static void
netz_steps_list_finalize (GObject *object)
{
  NetzStepsList *self = NETZ_STEPS_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (netz_steps_list_parent_class)->finalize (object);
}

static void
netz_steps_list_class_init (NetzStepsListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = netz_steps_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-steps-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzStepsList, told);
  gtk_widget_class_bind_template_child (widget_class, NetzStepsList, choice);
  gtk_widget_class_bind_template_child (widget_class, NetzStepsList, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzStepsList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
}

static void
netz_steps_list_init (NetzStepsList *self)
{
  g_autoptr (GtkFilterListModel) filtered = NULL;
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (NETZ_TYPE_TODO_ITEM);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (filtered)));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    netz_todo_add_column (self->view, &columns[i], &self->session, NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
}
