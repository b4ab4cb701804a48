/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-preferences.h"

struct _NetzPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *style_row;
  AdwComboRow *language_row;
  GtkSwitch *ended_switch;
  GtkSwitch *overview_switch;
  GtkSwitch *snap_switch;
};

G_DEFINE_FINAL_TYPE (NetzPreferences, netz_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows of the template. */
static const char *const styles[] = { "auto", "light", "dark", "print", "projector", NULL };
static const char *const languages[] = { "auto", "de", "en", NULL };

static gboolean
get_row (GValue *value, GVariant *variant, gpointer names)
{
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; ((const char *const *) names)[i] != NULL; i++)
    if (g_str_equal (((const char *const *) names)[i], name))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  g_value_set_uint (value, 0);
  return TRUE;
}

static GVariant *
set_row (const GValue *value, const GVariantType *type, gpointer names)
{
  guint row = g_value_get_uint (value);

  return row < g_strv_length (names) ? g_variant_new_string (((const char *const *) names)[row]) : NULL;
}

static void
netz_preferences_class_init (NetzPreferencesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, NetzPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, NetzPreferences, ended_switch);
  gtk_widget_class_bind_template_child (widget_class, NetzPreferences, overview_switch);
  gtk_widget_class_bind_template_child (widget_class, NetzPreferences, snap_switch);
}

static void
netz_preferences_init (NetzPreferences *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.netzwerkstatt.Netzwerkstatt");

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind_with_mapping (settings, "style", self->style_row, "selected", G_SETTINGS_BIND_DEFAULT, get_row,
                                set_row, (gpointer) styles, NULL);
  g_settings_bind_with_mapping (settings, "name-language", self->language_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_row, set_row, (gpointer) languages, NULL);
  g_settings_bind (settings, "show-ended", self->ended_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-overview", self->overview_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "snap", self->snap_switch, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * netz_preferences_show:
 * @parent: (nullable): the window that waits
 */
void
netz_preferences_show (GtkWindow *parent)
{
  gtk_window_present (g_object_new (NETZ_TYPE_PREFERENCES, "transient-for", parent, NULL));
}
