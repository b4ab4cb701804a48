/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-scope-bar.h"

#include "app/netz-scope-editor.h"

#include <glib/gi18n-lib.h>

/* How long chips are at most, and at least while there is no room. */
#define MOST_LETTERS 40
#define FEW_LETTERS 20

struct _NetzScopeBar
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkBox *chips;
  GtkMenuButton *add_button;
  NetzScopeEditor *editor;
  GtkLabel *count;
  GtkToggleButton *fade_button;
  GtkMenuButton *views_button;
  GtkWidget *clear_button;
  GtkWidget *close_button;

  NetzSession *session;
  gboolean asked;   /* it is to be seen also while nothing is left out */
  gboolean editing; /* the editor is ready for a condition that there is */
};

G_DEFINE_FINAL_TYPE (NetzScopeBar, netz_scope_bar, ADW_TYPE_BIN)

static NetzCondition *
get_condition (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "netz-condition");
}

static void
set_scope (NetzScopeBar *self, const NetzScope *scope)
{
  g_autoptr (GError) error = NULL;

  if (!netz_session_set_scope (self->session, scope, &error))
    g_warning ("%s", error->message);
}

/* The keyboard goes to the chip that takes the place of the one that goes. */
static void
focus_chip (NetzScopeBar *self, guint place)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  for (guint i = 0; i < place && chip != NULL && gtk_widget_get_next_sibling (chip) != NULL; i++)
    chip = gtk_widget_get_next_sibling (chip);
  if (chip != NULL)
    gtk_widget_grab_focus (gtk_widget_get_last_child (chip));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static void
remove_chip (NetzScopeBar *self, GtkWidget *chip)
{
  g_autoptr (NetzScope) scope = netz_scope_copy (netz_session_get_scope (self->session));
  guint place = 0;

  for (GtkWidget *other = gtk_widget_get_prev_sibling (chip); other != NULL;
       other = gtk_widget_get_prev_sibling (other))
    place++;
  netz_scope_remove_condition (scope, get_condition (chip));
  /* Whoever takes filters away may want to add others: the bar stays where it is. */
  self->asked = TRUE;
  set_scope (self, scope);
  focus_chip (self, place);
}

static void
on_remove (NetzScopeBar *self, GtkWidget *button)
{
  remove_chip (self, gtk_widget_get_parent (button));
}

static void
on_edit (NetzScopeBar *self, GtkWidget *button)
{
  const NetzCondition *condition = get_condition (gtk_widget_get_parent (button));

  self->editing = TRUE;
  netz_scope_editor_edit (self->editor, self->session, condition->type, condition->term);
  gtk_menu_button_popup (self->add_button);
}

static gboolean
on_chip_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, NetzScopeBar *self)
{
  if (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete && key != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  remove_chip (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  return GDK_EVENT_STOP;
}

static void
free_condition (gpointer data)
{
  g_free (((NetzCondition *) data)->text);
  g_free (data);
}

/* What the editor has no field for, words and lists of texts, can be taken away only. */
static gboolean
can_edit (NetzScopeBar *self, const NetzCondition *condition)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (netz_session_get_scope (self->session)->filter, NULL);
  const NetzTerm *term = NULL;

  if (condition->type != NETZ_CONDITION_TERM)
    return TRUE;
  term = netz_filter_get_term (filter, condition->term);
  return term->op != NETZ_TERM_WORD && !g_str_equal (term->field, "id") && g_strv_length (term->values) < 100;
}

static GtkWidget *
make_name (NetzScopeBar *self, const NetzCondition *condition)
{
  GtkWidget *label = gtk_label_new (condition->text);
  GtkWidget *button = NULL;
  /* Translators: a filter, such as "Kind: Library", that can be changed */
  g_autofree char *named = g_strdup_printf (_("Change filter: %s"), condition->text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LETTERS);
  /* Where there are many, they are scrolled, not shortened until nobody can tell them apart. */
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (condition->text, -1), FEW_LETTERS));
  gtk_widget_set_tooltip_text (label, condition->text);
  if (!can_edit (self, condition))
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, named, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_chip (NetzScopeBar *self, const NetzCondition *condition)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  NetzCondition *copy = g_memdup2 (condition, sizeof *condition);
  /* Translators: a filter, such as "Kind: Library", that can be taken away */
  g_autofree char *named = g_strdup_printf (_("Remove filter: %s"), condition->text);

  copy->text = g_strdup (condition->text);
  g_object_set_data_full (G_OBJECT (chip), "netz-condition", copy, free_condition);
  gtk_widget_add_css_class (chip, "netz-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (chip), make_name (self, condition));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_tooltip_text (remove, named);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, named, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), remove);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_chip_key), self, 0);
  gtk_widget_add_controller (chip, keys);
  return chip;
}

static gboolean
is_chip_of (GtkWidget *chip, const NetzCondition *condition)
{
  const NetzCondition *shown = get_condition (chip);

  return shown->type == condition->type && shown->term == condition->term && g_str_equal (shown->text, condition->text);
}

/* Chips that say what they said stay, and with them the keyboard in them. */
static void
show_chips (NetzScopeBar *self)
{
  g_autoptr (GPtrArray) conditions = netz_scope_list_conditions (netz_session_get_scope (self->session),
                                                                 netz_session_get_network (self->session),
                                                                 netz_session_get_language (self->session));
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  GtkWidget *last = NULL;

  for (guint i = 0; i < conditions->len; i++)
    {
      GtkWidget *next = chip != NULL ? gtk_widget_get_next_sibling (chip) : NULL;

      if (chip == NULL || !is_chip_of (chip, conditions->pdata[i]))
        {
          GtkWidget *made = make_chip (self, conditions->pdata[i]);

          gtk_box_insert_child_after (self->chips, made, last);
          if (chip != NULL)
            gtk_box_remove (self->chips, chip);
          chip = made;
        }
      last = chip;
      chip = next;
    }
  while (chip != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (chip);

      gtk_box_remove (self->chips, chip);
      chip = next;
    }
}

static void
show_count (NetzScopeBar *self)
{
  guint all = netz_network_get_size (netz_session_get_network (self->session), NETZ_TABLE_INSTITUTION);
  guint shown = netz_network_get_size (netz_session_get_part (self->session), NETZ_TABLE_INSTITUTION);
  /* Translators: so many of so many institutions are looked at */
  g_autofree char *text = g_strdup_printf (ngettext ("%'u of %'u institution", "%'u of %'u institutions", all), shown,
                                           all);

  gtk_label_set_label (self->count, text);
}

static void
update (NetzScopeBar *self)
{
  const NetzScope *scope = self->session != NULL ? netz_session_get_scope (self->session) : NULL;
  gboolean everything = scope == NULL || netz_scope_is_everything (scope);

  gtk_widget_set_visible (GTK_WIDGET (self), scope != NULL && (!everything || self->asked));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  show_chips (self);
  show_count (self);
  gtk_toggle_button_set_active (self->fade_button, scope->fade);
  gtk_widget_set_visible (self->clear_button, !everything);
  gtk_widget_set_visible (self->close_button, everything);
}

static void
on_network_changed (NetzScopeBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    show_count (self);
}

static void
on_fade_toggled (NetzScopeBar *self)
{
  g_autoptr (NetzScope) scope = NULL;

  if (self->session == NULL)
    return;
  scope = netz_scope_copy (netz_session_get_scope (self->session));
  scope->fade = gtk_toggle_button_get_active (self->fade_button);
  set_scope (self, scope);
}

/* There is no such button while something is left out: nobody shall forget that. */
static void
on_close (NetzScopeBar *self)
{
  self->asked = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-canvas", NULL);
  update (self);
}

static void
on_editor_shown (NetzScopeBar *self)
{
  if (!self->editing && self->session != NULL)
    netz_scope_editor_begin (self->editor, self->session);
  self->editing = FALSE;
}

static void
netz_scope_bar_dispose (GObject *object)
{
  netz_scope_bar_set_session (NETZ_SCOPE_BAR (object), NULL);
  G_OBJECT_CLASS (netz_scope_bar_parent_class)->dispose (object);
}

static void
netz_scope_bar_class_init (NetzScopeBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_scope_bar_dispose;
  g_type_ensure (NETZ_TYPE_SCOPE_EDITOR);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-scope-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, chips);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, editor);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, count);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, fade_button);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, views_button);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, clear_button);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_fade_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
netz_scope_bar_init (NetzScopeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->editor, "show", G_CALLBACK (on_editor_shown), self, G_CONNECT_SWAPPED);
}

/**
 * netz_scope_bar_set_session:
 * @session: (nullable): whose scope to show
 */
void
netz_scope_bar_set_session (NetzScopeBar *self, NetzSession *session)
{
  g_return_if_fail (NETZ_IS_SCOPE_BAR (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  self->asked = FALSE;
  if (session != NULL)
    {
      g_signal_connect_object (session, "scope-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::language", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (on_network_changed), self,
                               G_CONNECT_SWAPPED);
    }
  if (self->chips != NULL)
    update (self);
}

/**
 * netz_scope_bar_add:
 *
 * Shows the bar, and the popover in which a filter is put together.
 */
void
netz_scope_bar_add (NetzScopeBar *self)
{
  g_return_if_fail (NETZ_IS_SCOPE_BAR (self));

  if (self->session == NULL)
    return;
  self->asked = TRUE;
  update (self);
  gtk_menu_button_popup (self->add_button);
}

/**
 * netz_scope_bar_set_views_menu:
 * @menu: what the button "Views" opens
 */
void
netz_scope_bar_set_views_menu (NetzScopeBar *self, GMenuModel *menu)
{
  g_return_if_fail (NETZ_IS_SCOPE_BAR (self));

  gtk_menu_button_set_menu_model (self->views_button, menu);
}
