/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-coverage-page.h"

#include "app/netz-coverage-item.h"
#include "app/netz-coverage-matrix.h"
#include "app/netz-coverage-plan.h"
#include "app/netz-coverage-sheets.h"
#include "app/netz-messages.h"
#include "app/netz-sheet-saver.h"
#include "model/netz-describe.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

struct _NetzCoveragePage
{
  NetzWindowPage parent_instance;

  NetzCoverageMatrix *matrix;
  GtkScrollbar *scrollbar;
  GtkStack *stack;
  GtkDropDown *by;
  GtkDropDown *columns;
  GtkDropDown *least;
  GtkDropDown *show;
  GtkListView *fairness;
  GtkListView *providers;
  GtkLabel *fairness_text;
  GtkLabel *load_text;

  NetzCoverage *coverage;
  NetzLoad *load;
  NetzNetwork *day; /* all that is there on the day that is looked at */
  GListStore *groups;
  GListStore *loads;
  guint lists; /* brings the lists beside the matrix up to date; 0: they are */
};

G_DEFINE_FINAL_TYPE (NetzCoveragePage, netz_coverage_page, NETZ_TYPE_WINDOW_PAGE)

static NetzSession *
get_session (NetzCoveragePage *self)
{
  return netz_window_page_get_session (NETZ_WINDOW_PAGE (self));
}

/* ---- counting ---- */

static NetzStage
get_least (NetzCoveragePage *self)
{
  static const NetzStage stages[] = { NETZ_STAGE_ESTABLISHED, NETZ_STAGE_PREPARATION, NETZ_STAGE_IDEA };

  return stages[MIN (gtk_drop_down_get_selected (self->least), G_N_ELEMENTS (stages) - 1)];
}

static void
forget (NetzCoveragePage *self)
{
  g_clear_handle_id (&self->lists, g_source_remove);
  netz_coverage_matrix_set_coverage (self->matrix, NULL, NETZ_COVERAGE_SHOW_ALL);
  g_clear_pointer (&self->coverage, netz_coverage_free);
  g_clear_pointer (&self->load, netz_load_free);
  g_clear_object (&self->day);
}

static void
count (NetzCoveragePage *self, NetzSession *session)
{
  NetzNetwork *network = netz_session_get_network (session);
  NetzNetwork *part = netz_session_get_part (session);
  const NetzCoverageOptions options = { (NetzCoverageColumns) gtk_drop_down_get_selected (self->columns),
                                        (NetzCoverageBy) gtk_drop_down_get_selected (self->by), get_least (self),
                                        netz_session_get_language (session) };

  g_clear_pointer (&self->coverage, netz_coverage_free);
  g_clear_pointer (&self->load, netz_load_free);
  if (part == network)
    g_set_object (&self->day, network);
  else
    {
      g_autoptr (NetzSnapshot) snapshot = netz_scope_cut_day (netz_session_get_scope (session), network);

      g_clear_object (&self->day);
      self->day = netz_network_new_from_snapshot (snapshot);
    }
  self->coverage = netz_coverage_new (self->day, part != network ? part : NULL, &options);
}

/* Counted when somebody looks: the matrix does not wait for it. */
static NetzLoad *
get_load (NetzCoveragePage *self)
{
  if (self->load == NULL)
    self->load = netz_load_new (self->day, NULL, get_least (self), netz_session_get_language (get_session (self)));
  return self->load;
}

/* ---- the lists beside ---- */

static NetzCoverageItem *
make_group_item (NetzCoveragePage *self, guint group)
{
  const NetzCoverageGroup *one = &self->coverage->groups[group];
  double share = one->n_rows > 0 ? (double) one->n_any / one->n_rows : 0;
  double average = self->coverage->n_rows > 0 ? (double) self->coverage->n_any / self->coverage->n_rows : 0;
  g_autofree char *figure = g_strdup_printf (_("%u of %u · %.0f %%"), one->n_any, one->n_rows, 100 * share);
  NetzCoverageItem *item = netz_coverage_item_new (NULL, one->label, figure);

  netz_coverage_item_set_bar (item, share, 0, average, FALSE);
  netz_coverage_item_take_schools (item, netz_coverage_list_schools (self->coverage, group, NETZ_COVERAGE_ALL, TRUE));
  return item;
}

/* Where least have a partner comes first. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const NetzCoverageItem *first = a;
  const NetzCoverageItem *second = b;

  return (first->full > second->full) - (first->full < second->full);
}

static void
show_fairness (NetzCoveragePage *self)
{
  const NetzCoverage *coverage = self->coverage;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  for (guint i = 0; i < coverage->n_groups; i++)
    g_ptr_array_add (items, make_group_item (self, i));
  g_list_store_splice (self->groups, 0, g_list_model_get_n_items (G_LIST_MODEL (self->groups)), items->pdata,
                       items->len);
  g_list_store_sort (self->groups, compare_items, NULL);
  text = g_strdup_printf (_("Schools with at least one partner. The stroke is the average of all: %.0f %%."),
                          coverage->n_rows > 0 ? 100.0 * coverage->n_any / coverage->n_rows : 0.0);
  gtk_label_set_text (self->fairness_text, text);
}

static NetzCoverageItem *
make_provider_item (const NetzLoadRow *row)
{
  double scale = MAX (MAX (row->most, row->served + row->begun), 1);
  g_autofree char *room = netz_coverage_plan_describe_load (row);
  /* Translators: schools that a provider serves, those it can serve, and whether there is room */
  g_autofree char *figure = g_strdup_printf (_("%u of %u · %s"), row->served, row->most, room);
  NetzCoverageItem *item = netz_coverage_item_new (netz_record_get_id (NETZ_RECORD (row->provider)),
                                                   netz_institution_get_label (row->provider), figure);

  netz_coverage_item_set_bar (item, row->served / scale, row->begun / scale, row->most / scale,
                              row->state == NETZ_LOAD_OVER);
  netz_coverage_item_take_schools (item, netz_load_row_list_served (row));
  return item;
}

static void
show_load (NetzCoveragePage *self)
{
  const NetzLoad *load = get_load (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text
      = g_strdup_printf (_("Room for %u schools; with too many: %u. Pale is what has begun, the stroke what the "
                           "provider can. Drag a school here to plan a partnership."),
                         load->room, load->n_over);

  for (guint i = 0; i < load->rows->len; i++)
    g_ptr_array_add (items, make_provider_item (load->rows->pdata[i]));
  g_list_store_splice (self->loads, 0, g_list_model_get_n_items (G_LIST_MODEL (self->loads)), items->pdata, items->len);
  gtk_label_set_text (self->load_text, text);
}

static gboolean
show_lists (gpointer data)
{
  NetzCoveragePage *self = data;

  self->lists = 0;
  show_fairness (self);
  show_load (self);
  return G_SOURCE_REMOVE;
}

static void
netz_coverage_page_refresh (NetzWindowPage *page)
{
  NetzCoveragePage *self = NETZ_COVERAGE_PAGE (page);
  NetzSession *session = get_session (self);

  netz_coverage_matrix_set_coverage (self->matrix, NULL, NETZ_COVERAGE_SHOW_ALL);
  count (self, session);
  netz_coverage_matrix_set_coverage (self->matrix, self->coverage,
                                     (NetzCoverageShow) gtk_drop_down_get_selected (self->show));
  if (self->lists == 0)
    self->lists = g_idle_add_full (G_PRIORITY_LOW, show_lists, self, NULL);
  gtk_stack_set_visible_child_name (self->stack, self->coverage->n_rows > 0 ? "matrix" : "empty");
}

static void
netz_coverage_page_session_changed (NetzWindowPage *page)
{
  forget (NETZ_COVERAGE_PAGE (page));
}

/* ---- doing ---- */

static void
plan (const char *provider, const char *school, const char *programme, gpointer data)
{
  NetzCoveragePage *self = data;
  NetzSession *session = get_session (self);
  NetzNetwork *network = netz_session_get_network (session);
  GtkWidget *messages = gtk_widget_get_ancestor (GTK_WIDGET (self), NETZ_TYPE_MESSAGES);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, _("Plan a partnership"));
  g_autoptr (GError) error = NULL;
  g_autofree char *a = netz_describe_record (network, netz_network_find (network, provider));
  g_autofree char *b = netz_describe_record (network, netz_network_find (network, school));
  /* Translators: the names of two institutions */
  g_autofree char *text = g_strdup_printf (_("A partnership of %s and %s is planned, as an idea."), a, b);

  if (netz_connect (draft, provider, school, programme, "idea", &error) == NULL)
    {
      if (messages != NULL)
        netz_messages_toast (NETZ_MESSAGES (messages), error->message);
    }
  else if (netz_session_commit (session, draft) && messages != NULL)
    netz_messages_toast_undo (NETZ_MESSAGES (messages), text);
}

static void
on_plan (NetzCoveragePage *self, guint row, guint column)
{
  GdkRectangle area;

  netz_coverage_matrix_get_cursor_area (self->matrix, &area);
  netz_coverage_plan_offer (GTK_WIDGET (self->matrix), &area, self->day, get_load (self), self->coverage, row, column,
                            plan, self);
}

static gboolean
on_dropped (const char *provider, const char *school, gpointer data)
{
  NetzCoveragePage *self = data;
  NetzNetwork *network = netz_session_get_network (get_session (self));

  if (school == NULL || !netz_role_is_school (network, netz_network_get_institution (network, school)))
    return FALSE;
  plan (provider, school, NULL, self);
  return TRUE;
}

static void
on_item_activated (NetzCoveragePage *self, guint position, GtkListView *list)
{
  g_autoptr (NetzCoverageItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (item->id != NULL)
    g_ptr_array_add (ids, item->id);
  for (guint i = 0; item->ids[i] != NULL; i++)
    g_ptr_array_add (ids, item->ids[i]);
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), (const char *const *) ids->pdata);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NetzCoveragePage *self = NETZ_COVERAGE_PAGE (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  const char *point = localeconv ()->decimal_point;
  NetzSheet *sheet;

  if (self->coverage == NULL)
    return;
  if (g_str_equal (what, "gaps"))
    sheet = netz_coverage_sheets_make_gaps (self->coverage, self->day);
  else if (g_str_equal (what, "load"))
    sheet = netz_coverage_sheets_make_load (get_load (self), self->day);
  else
    sheet = netz_coverage_sheets_make_matrix (self->coverage, self->day);
  netz_sheet_saver_save (widget, get_session (self), sheet, *point == ',' ? ',' : '.');
}

static void
netz_coverage_page_dispose (GObject *object)
{
  NetzCoveragePage *self = NETZ_COVERAGE_PAGE (object);

  if (self->matrix != NULL)
    forget (self);
  g_clear_object (&self->groups);
  g_clear_object (&self->loads);
  G_OBJECT_CLASS (netz_coverage_page_parent_class)->dispose (object);
}

static void
netz_coverage_page_class_init (NetzCoveragePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_coverage_page_dispose;
  NETZ_WINDOW_PAGE_CLASS (class)->refresh = netz_coverage_page_refresh;
  NETZ_WINDOW_PAGE_CLASS (class)->session_changed = netz_coverage_page_session_changed;

  g_type_ensure (NETZ_TYPE_COVERAGE_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-coverage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, matrix);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, by);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, columns);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, least);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, show);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, fairness);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, providers);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, fairness_text);
  gtk_widget_class_bind_template_child (widget_class, NetzCoveragePage, load_text);
  gtk_widget_class_bind_template_callback (widget_class, netz_window_page_queue_refresh);
  gtk_widget_class_bind_template_callback (widget_class, netz_window_page_show_on_canvas);
  gtk_widget_class_bind_template_callback (widget_class, on_plan);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_install_action (widget_class, "coverage.save", "s", save);
}

static void
netz_coverage_page_init (NetzCoveragePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_list_store_new (NETZ_TYPE_COVERAGE_ITEM);
  self->loads = g_list_store_new (NETZ_TYPE_COVERAGE_ITEM);
  netz_coverage_list_prepare (self->fairness, G_LIST_MODEL (self->groups), NULL, NULL);
  netz_coverage_list_prepare (self->providers, G_LIST_MODEL (self->loads), on_dropped, self);
  gtk_scrollbar_set_adjustment (self->scrollbar, netz_coverage_matrix_get_adjustment (self->matrix));
}
