/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-pages.h"

#include "app/netz-coverage-page.h"
#include "app/netz-insights-page.h"
#include "app/netz-session-bar.h"
#include "app/netz-table-page.h"
#include "app/netz-workshop-page.h"

#include <glib/gi18n-lib.h>

struct _NetzPages
{
  AdwBin parent_instance;

  NetzSessionBar *bar;
  NetzRoundPanel *round;
  AdwViewStack *stack;
  NetzStage *stage;
  NetzSession *session;
};

G_DEFINE_FINAL_TYPE (NetzPages, netz_pages, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_VISIBLE_PAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* A line for each page; the canvas is a widget of its own. */
static const struct
{
  NetzPageId id;
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} pages[] = {
  { NETZ_PAGE_NETWORK, "network", N_("Network"), "io.github.netzwerkstatt.Netzwerkstatt-symbolic",
    netz_stage_get_type },
  { NETZ_PAGE_TABLE, "table", N_("Table"), "view-list-symbolic", netz_table_page_get_type },
  { NETZ_PAGE_COVERAGE, "coverage", N_("Coverage"), "view-grid-symbolic", netz_coverage_page_get_type },
  { NETZ_PAGE_INSIGHTS, "insights", N_("Insights"), "dialog-information-symbolic", netz_insights_page_get_type },
  { NETZ_PAGE_WORKSHOP, "workshop", N_("Workshop"), "system-users-symbolic", netz_workshop_page_get_type },
};

static void
on_show_on_canvas (NetzPages *self, const char *const *ids)
{
  netz_pages_show_on_canvas (self, ids);
}

static void
add_page (NetzPages *self, guint line)
{
  GtkWidget *page = g_object_new (pages[line].get_type (), NULL);
  AdwViewStackPage *child = adw_view_stack_add_named (self->stack, page, pages[line].name);

  adw_view_stack_page_set_title (child, _(pages[line].title));
  adw_view_stack_page_set_icon_name (child, pages[line].icon);
  if (NETZ_IS_STAGE (page))
    self->stage = NETZ_STAGE (page);
  else
    g_signal_connect_object (page, "show-on-canvas", G_CALLBACK (on_show_on_canvas), self, G_CONNECT_SWAPPED);
}

static void
on_visible_changed (NetzPages *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE_PAGE]);
}

static void
netz_pages_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VISIBLE_PAGE:
      g_value_set_uint (value, netz_pages_get_visible (NETZ_PAGES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
netz_pages_dispose (GObject *object)
{
  g_clear_object (&NETZ_PAGES (object)->session);
  G_OBJECT_CLASS (netz_pages_parent_class)->dispose (object);
}

static void
netz_pages_class_init (NetzPagesClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = netz_pages_get_property;
  object_class->dispose = netz_pages_dispose;

  properties[PROP_VISIBLE_PAGE]
      = g_param_spec_uint ("visible-page", NULL, NULL, 0, G_N_ELEMENTS (pages), 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
netz_pages_init (NetzPages *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_vhomogeneous (self->stack, FALSE);
  adw_view_stack_set_hhomogeneous (self->stack, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    add_page (self, i);
  self->round = NETZ_ROUND_PANEL (netz_round_panel_new ());
  netz_stage_add_panel (self->stage, GTK_WIDGET (self->round));
  self->bar = NETZ_SESSION_BAR (netz_session_bar_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_visible_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * netz_pages_get_stage:
 *
 * Returns: (transfer none): the canvas with what lies on it
 */
NetzStage *
netz_pages_get_stage (NetzPages *self)
{
  g_return_val_if_fail (NETZ_IS_PAGES (self), NULL);

  return self->stage;
}

/**
 * netz_pages_get_stack:
 *
 * Returns: (transfer none): what a switcher switches
 */
AdwViewStack *
netz_pages_get_stack (NetzPages *self)
{
  g_return_val_if_fail (NETZ_IS_PAGES (self), NULL);

  return self->stack;
}

/**
 * netz_pages_get_round:
 *
 * Returns: (transfer none): the questions of the guided round, over the canvas
 */
NetzRoundPanel *
netz_pages_get_round (NetzPages *self)
{
  g_return_val_if_fail (NETZ_IS_PAGES (self), NULL);

  return self->round;
}

/**
 * netz_pages_set_session:
 * @session: (nullable): what the pages show
 */
void
netz_pages_set_session (NetzPages *self, NetzSession *session)
{
  g_return_if_fail (NETZ_IS_PAGES (self));

  g_set_object (&self->session, session);
  netz_session_bar_set_session (self->bar, session);
  netz_round_panel_end (self->round);
  netz_stage_set_document (self->stage, session != NULL ? netz_session_get_scene (session) : NULL,
                           session != NULL ? netz_session_get_selection (session) : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = adw_view_stack_get_child_by_name (self->stack, pages[i].name);

      if (NETZ_IS_WINDOW_PAGE (page))
        netz_window_page_set_session (NETZ_WINDOW_PAGE (page), session);
    }
  netz_pages_show (self, NETZ_PAGE_NETWORK);
}

/**
 * netz_pages_get_visible:
 *
 * Returns: the page in sight
 */
NetzPageId
netz_pages_get_visible (NetzPages *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (name, pages[i].name) == 0)
      return pages[i].id;
  return NETZ_PAGE_NETWORK;
}

/**
 * netz_pages_show:
 * @page: the one that is to be seen
 */
void
netz_pages_show (NetzPages *self, NetzPageId page)
{
  g_return_if_fail (NETZ_IS_PAGES (self));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].id == page)
      adw_view_stack_set_visible_child_name (self->stack, pages[i].name);
  /* Whoever comes by key goes on by key. */
  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->stack));
}

/**
 * netz_pages_show_on_canvas:
 * @ids: (array zero-terminated=1): institutions, partnerships, frames or notes
 *
 * Shows the canvas with these selected and in sight.
 */
void
netz_pages_show_on_canvas (NetzPages *self, const char *const *ids)
{
  g_return_if_fail (NETZ_IS_PAGES (self));

  if (self->session == NULL)
    return;
  netz_pages_show (self, NETZ_PAGE_NETWORK);
  netz_selection_set (netz_session_get_selection (self->session), ids);
  netz_canvas_scroll_to_ids (netz_stage_get_canvas (self->stage), ids);
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}
