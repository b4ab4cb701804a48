/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-agreements-list.h"

#include "app/netz-agreements-cells.h"
#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

struct _NetzAgreementsList
{
  AdwBin parent_instance;

  GtkLabel *told;
  GtkSpinButton *months;
  GtkDropDown *choice;
  GtkStack *stack;
  GtkColumnView *view;

  NetzSession *session;
  GListStore *store;
  GtkCustomFilter *filter;
  GPtrArray *criteria; /* NetzCatalogueItem */
  guint n_judged;
  guint n_registrable;
  guint n_without_contact;
  GDate day;
};

G_DEFINE_FINAL_TYPE (NetzAgreementsList, netz_agreements_list, ADW_TYPE_BIN)

/* What the choice above the list shows. */
enum
{
  TO_DO,
  ENDING,
  MISSING,
  WITHOUT_CONTACT,
  REGISTRABLE,
  ALL,
};

static gboolean
ends (const NetzAgreement *row)
{
  return row->state == NETZ_AGREEMENT_ENDING || row->state == NETZ_AGREEMENT_OVER;
}

static gboolean
lacks (const NetzAgreement *row)
{
  return row->agreed && row->judged && row->missing != 0;
}

static gboolean
is_wanted (gpointer object, gpointer data)
{
  const NetzAgreement *row = &NETZ_TODO_ITEM (object)->agreement;
  NetzAgreementsList *self = data;

  switch (gtk_drop_down_get_selected (self->choice))
    {
    case TO_DO:
      return ends (row) || lacks (row);
    case ENDING:
      return ends (row);
    case MISSING:
      return lacks (row);
    case WITHOUT_CONTACT:
      return row->agreed && row->judged && row->without != NETZ_SIDE_NONE;
    case REGISTRABLE:
      return netz_agreement_is_registrable (row);
    default:
      return TRUE;
    }
}

static void
update_stack (NetzAgreementsList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
tell (NetzAgreementsList *self, guint n_over, guint n_ending)
{
  g_autofree char *registrable
      = g_strdup_printf (ngettext ("%u of %u agreed partnership is registrable.",
                                   "%u of %u agreed partnerships are registrable.", self->n_judged),
                         self->n_registrable, self->n_judged);
  g_autofree char *over = g_strdup_printf (ngettext ("%u agreement is over.", "%u agreements are over.", n_over),
                                           n_over);
  g_autofree char *ending = g_strdup_printf (ngettext ("%u ends soon.", "%u end soon.", n_ending), n_ending);
  g_autofree char *contacts = g_strdup_printf (ngettext ("%u lacks a contact.", "%u lack a contact.",
                                                         self->n_without_contact), self->n_without_contact);
  g_autofree char *text = g_strjoin (" ", registrable, over, ending, contacts, NULL);

  gtk_label_set_label (self->told, text);
}

/* What ends soon depends on the months; it is found out here, without counting all anew. */
static void
judge_ends (NetzAgreementsList *self)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint months = (guint) gtk_spin_button_get_value_as_int (self->months);
  guint n_over = 0, n_ending = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (NetzTodoItem) item = g_list_model_get_item (model, i);

      netz_agreement_judge_end (&item->agreement, &self->day, months);
      n_over += item->agreement.state == NETZ_AGREEMENT_OVER;
      n_ending += item->agreement.state == NETZ_AGREEMENT_ENDING;
      g_signal_emit_by_name (item, "changed");
    }
  tell (self, n_over, n_ending);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_months (NetzAgreementsList *self)
{
  if (self->session != NULL)
    judge_ends (self);
}

static void
on_choice (NetzAgreementsList *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * netz_agreements_list_show:
 * @agreements: what was found out
 * @day: the day that counts as today
 * @keep_order: what is in the list stays where it is
 */
void
netz_agreements_list_show (NetzAgreementsList *self, NetzAgreements *agreements, const GDate *day,
                           gboolean keep_order)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (agreements->rows->len, g_object_unref);

  for (guint i = 0; i < agreements->rows->len; i++)
    {
      const NetzAgreement *row = &g_array_index (agreements->rows, NetzAgreement, i);
      NetzTodoItem *item = netz_todo_item_new (row->partnership);

      item->agreement = *row;
      item->agreement.partnership = NULL;
      g_ptr_array_add (items, item);
    }
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  self->criteria = g_ptr_array_ref (agreements->criteria);
  self->n_judged = agreements->n_judged;
  self->n_registrable = agreements->n_registrable;
  self->n_without_contact = agreements->n_without_contact;
  self->day = *day;
  netz_todo_items_update (self->store, items, keep_order);
  judge_ends (self);
}

/**
 * netz_agreements_list_set_session:
 * @session: (nullable): whose partnerships they are
 */
void
netz_agreements_list_set_session (NetzAgreementsList *self, NetzSession *session)
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

static void
add_row (NetzAgreementsList *self, NetzSheet *sheet, NetzTodoItem *item)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  const NetzPartnership *partnership = item->partnership;
  g_autofree char *end = netz_date_print_day (&item->agreement.end);

  netz_sheet_add_text (sheet, get_name (network, partnership->from));
  netz_sheet_add_text (sheet, get_name (network, partnership->to));
  netz_sheet_add_text (sheet, netz_describe_programme (network, partnership->programme,
                                                       netz_session_get_language (self->session)));
  netz_sheet_add_text (sheet, netz_describe_status (partnership->status));
  netz_sheet_add_date (sheet, partnership->agreement);
  netz_sheet_add_date (sheet, end);
  netz_sheet_add_text (sheet, netz_agreements_cells_describe_state (&item->agreement));
  if (item->agreement.judged)
    netz_sheet_add_text (sheet, netz_agreement_is_registrable (&item->agreement) ? _("yes") : _("no"));
  else
    netz_sheet_add_empty (sheet);
  for (guint i = 0; i < self->criteria->len; i++)
    if (!item->agreement.judged)
      netz_sheet_add_empty (sheet);
    else
      netz_sheet_add_text (sheet, (item->agreement.missing & (1u << i)) != 0 ? _("missing") : _("yes"));
}

/**
 * netz_agreements_list_create_sheet:
 *
 * Returns: (transfer full): what is listed, in its order, with a column for each criterion
 */
NetzSheet *
netz_agreements_list_create_sheet (NetzAgreementsList *self)
{
  const char *const heads[] = { _("From"), _("To"), _("Programme"), _("Status"), _("Agreement signed"), _("Ends on"),
                                _("End"), _("Registrable") };
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  NetzSheet *sheet;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (columns, (gpointer) heads[i]);
  for (guint i = 0; self->criteria != NULL && i < self->criteria->len; i++)
    g_ptr_array_add (columns, (gpointer) netz_catalogue_item_get_name (self->criteria->pdata[i],
                                                                       netz_language_get ()));
  g_ptr_array_add (columns, NULL);
  sheet = netz_sheet_new (_("Agreements"), (const char *const *) columns->pdata);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (NetzTodoItem) item = g_list_model_get_item (model, i);

      add_row (self, sheet, item);
    }
  return sheet;
}

static void
netz_agreements_list_finalize (GObject *object)
{
  NetzAgreementsList *self = NETZ_AGREEMENTS_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  G_OBJECT_CLASS (netz_agreements_list_parent_class)->finalize (object);
}

static void
netz_agreements_list_class_init (NetzAgreementsListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = netz_agreements_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-agreements-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzAgreementsList, told);
  gtk_widget_class_bind_template_child (widget_class, NetzAgreementsList, months);
  gtk_widget_class_bind_template_child (widget_class, NetzAgreementsList, choice);
  gtk_widget_class_bind_template_child (widget_class, NetzAgreementsList, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzAgreementsList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_months);
}

static void
netz_agreements_list_init (NetzAgreementsList *self)
{
  g_autoptr (GtkFilterListModel) filtered = NULL;
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_date_clear (&self->day, 1);
  self->store = g_list_store_new (NETZ_TYPE_TODO_ITEM);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (filtered)));
  netz_agreements_cells_add (self->view, &self->session, &self->criteria);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
}
