/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-page.h"

typedef struct
{
  NetzSession *session;
  gboolean stale;
  guint idle;
} NetzWindowPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NetzWindowPage, netz_window_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_ON_CANVAS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
refresh (gpointer data)
{
  NetzWindowPage *self = data;
  NetzWindowPagePrivate *private = netz_window_page_get_instance_private (self);

  private->idle = 0;
  if (private->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      private->stale = FALSE;
      NETZ_WINDOW_PAGE_GET_CLASS (self)->refresh (self);
    }
  return G_SOURCE_REMOVE;
}

static void
netz_window_page_map (GtkWidget *widget)
{
  NetzWindowPagePrivate *private = netz_window_page_get_instance_private (NETZ_WINDOW_PAGE (widget));

  GTK_WIDGET_CLASS (netz_window_page_parent_class)->map (widget);
  if (private->stale)
    netz_window_page_queue_refresh (NETZ_WINDOW_PAGE (widget));
}

static void
netz_window_page_dispose (GObject *object)
{
  NetzWindowPagePrivate *private = netz_window_page_get_instance_private (NETZ_WINDOW_PAGE (object));

  g_clear_handle_id (&private->idle, g_source_remove);
  netz_window_page_set_session (NETZ_WINDOW_PAGE (object), NULL);
  G_OBJECT_CLASS (netz_window_page_parent_class)->dispose (object);
}

static void
netz_window_page_class_init (NetzWindowPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = netz_window_page_dispose;
  GTK_WIDGET_CLASS (class)->map = netz_window_page_map;

  signals[SIGNAL_SHOW_ON_CANVAS] = g_signal_new ("show-on-canvas", NETZ_TYPE_WINDOW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
netz_window_page_init (NetzWindowPage *self)
{
}

/**
 * netz_window_page_get_session:
 *
 * Returns: (nullable) (transfer none): what is shown
 */
NetzSession *
netz_window_page_get_session (NetzWindowPage *self)
{
  NetzWindowPagePrivate *private = netz_window_page_get_instance_private (self);

  return private->session;
}

/**
 * netz_window_page_set_session:
 * @session: (nullable): what is to be shown
 */
void
netz_window_page_set_session (NetzWindowPage *self, NetzSession *session)
{
  NetzWindowPagePrivate *private = netz_window_page_get_instance_private (self);

  g_return_if_fail (NETZ_IS_WINDOW_PAGE (self));

  if (private->session == session)
    return;
  if (private->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (private->session, self);
      g_signal_handlers_disconnect_by_data (netz_session_get_network (private->session), self);
    }
  g_set_object (&private->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "scope-changed", G_CALLBACK (netz_window_page_queue_refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (netz_session_get_network (session), "changed",
                               G_CALLBACK (netz_window_page_queue_refresh), self, G_CONNECT_SWAPPED);
    }
  if (NETZ_WINDOW_PAGE_GET_CLASS (self)->session_changed != NULL)
    NETZ_WINDOW_PAGE_GET_CLASS (self)->session_changed (self);
  netz_window_page_queue_refresh (self);
}

/**
 * netz_window_page_queue_refresh:
 *
 * What the page shows is no longer so: it is computed anew when the program has
 * nothing more urgent to do, or when the page comes into sight.
 */
void
netz_window_page_queue_refresh (NetzWindowPage *self)
{
  NetzWindowPagePrivate *private = netz_window_page_get_instance_private (self);

  private->stale = TRUE;
  if (private->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    private->idle = g_idle_add (refresh, self);
}

/**
 * netz_window_page_show_on_canvas:
 * @ids: (array zero-terminated=1): institutions, partnerships, frames or notes
 *
 * Asks for the canvas, with these selected and in sight.
 */
void
netz_window_page_show_on_canvas (NetzWindowPage *self, const char *const *ids)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_ON_CANVAS], 0, ids);
}
