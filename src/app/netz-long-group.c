/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-long-group.h"

#include <glib/gi18n-lib.h>

/* So many rows are shown at first, and more each time. */
#define STEP 10

struct _NetzLongGroup
{
  AdwBin parent_instance;

  char *title;
  char *description;
  char *nothing; /* in place of the description where there is no row */
  AdwPreferencesGroup *group;
  GtkWidget *more;
  GPtrArray *rows;
  guint n;
  NetzLongGroupFunc func;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (NetzLongGroup, netz_long_group, ADW_TYPE_BIN)

static void
add_rows (NetzLongGroup *self)
{
  guint end = MIN (self->n, self->rows->len + STEP);

  while (self->rows->len < end)
    {
      GtkWidget *row = self->func (self->rows->len, self->data);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (self->more, self->rows->len < self->n);
}

static void
on_more (NetzLongGroup *self)
{
  guint first_new = self->rows->len;

  add_rows (self);
  gtk_widget_child_focus (self->rows->pdata[first_new], GTK_DIR_TAB_FORWARD);
}

static void
clear_rows (NetzLongGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
netz_long_group_finalize (GObject *object)
{
  NetzLongGroup *self = NETZ_LONG_GROUP (object);

  g_free (self->title);
  g_free (self->description);
  g_free (self->nothing);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (netz_long_group_parent_class)->finalize (object);
}

static void
netz_long_group_class_init (NetzLongGroupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_long_group_finalize;
}

static void
netz_long_group_init (NetzLongGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->more = gtk_button_new_with_label (_("Show More"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * netz_long_group_new:
 * @title: what stands above it
 * @description: what the rows are
 * @nothing: (nullable): what is said where there is none; %NULL: then the group is not seen
 *
 * Returns: (transfer floating): a group without rows
 */
GtkWidget *
netz_long_group_new (const char *title, const char *description, const char *nothing)
{
  NetzLongGroup *self = g_object_new (NETZ_TYPE_LONG_GROUP, NULL);

  self->title = g_strdup (title);
  self->description = g_strdup (description);
  self->nothing = g_strdup (nothing);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

/**
 * netz_long_group_set_suffix:
 * @suffix: what stands at the end of the title
 */
void
netz_long_group_set_suffix (NetzLongGroup *self, GtkWidget *suffix)
{
  adw_preferences_group_set_header_suffix (self->group, suffix);
}

/**
 * netz_long_group_fill:
 * @n: how many rows there are
 * @func: (nullable): makes one; called now, and when more are asked for
 * @data: for @func
 *
 * Shows other rows. %NULL: what there was is gone, and the group with it.
 */
void
netz_long_group_fill (NetzLongGroup *self, guint n, NetzLongGroupFunc func, gpointer data)
{
  /* Translators: a heading and how many rows follow */
  g_autofree char *title = g_strdup_printf (_("%s (%'u)"), self->title, n);

  g_return_if_fail (NETZ_IS_LONG_GROUP (self));

  clear_rows (self);
  self->n = n;
  self->func = func;
  self->data = data;
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, n == 0 ? self->nothing : self->description);
  gtk_widget_set_visible (GTK_WIDGET (self), func != NULL && (n > 0 || self->nothing != NULL));
  add_rows (self);
}

/**
 * netz_long_group_get_row:
 * @index: which, from 0
 *
 * Returns: (nullable) (transfer none): that row, or the last that is shown
 */
GtkWidget *
netz_long_group_get_row (NetzLongGroup *self, guint index)
{
  return self->rows->len > 0 ? self->rows->pdata[MIN (index, self->rows->len - 1)] : NULL;
}
