/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-name-entry.h"

#include "canvas/netz-kind-chooser.h"
#include "model/netz-describe.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_MATCHES 5
#define SHORTEST_SEARCH 2
#define SAME_NAME 3

struct _NetzNameEntry
{
  GtkWidget parent_instance;

  NetzScene *scene;
  char *partner;
  NetzCanvasGuessFunc guess;
  gpointer guess_data;

  GtkWidget *box;
  GtkEditable *text;
  NetzKindChooser *chooser;
  GtkListBox *list;         /* the new one, then what exists, best first; hidden where nothing exists */
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (NetzNameEntry, netz_name_entry, GTK_TYPE_WIDGET)

enum
{
  ACCEPTED,
  CANCELLED,
  LINES_PASTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How well an institution matches what is typed; 0 = not at all. */
static int
get_match (const NetzInstitution *institution,
           const char            *needle)
{
  g_autofree char *name = netz_fold (institution->name != NULL ? institution->name : "");
  g_autofree char *short_name = netz_fold (institution->short_name != NULL ? institution->short_name : "");

  if (g_str_equal (name, needle) || (*short_name != '\0' && g_str_equal (short_name, needle)))
    return SAME_NAME;
  if (g_str_has_prefix (name, needle))
    return 2;
  return strstr (name, needle) != NULL || strstr (short_name, needle) != NULL;
}

typedef struct
{
  NetzInstitution *institution;
  int quality;
} Match;

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *one = a;
  const Match *other = b;

  if (one->quality != other->quality)
    return other->quality - one->quality;
  return g_utf8_collate (netz_institution_get_label (one->institution),
                         netz_institution_get_label (other->institution));
}

/* Those that match what is typed, best first. O(institutions). */
static GArray *
find_matches (NetzNameEntry *self,
              const char    *typed)
{
  g_autofree char *needle = netz_fold (typed);
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  NetzNetworkIter iter;
  NetzInstitution *institution;

  if (g_utf8_strlen (needle, -1) < SHORTEST_SEARCH)
    return matches;

  netz_network_iter_init (&iter, netz_scene_get_network (self->scene), NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      Match match = { institution, get_match (institution, needle) };

      if (match.quality > 0 && g_strcmp0 (netz_record_get_id (NETZ_RECORD (institution)), self->partner) != 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  if (matches->len > MOST_MATCHES)
    g_array_set_size (matches, MOST_MATCHES);
  return matches;
}

static void
append_row (NetzNameEntry *self,
            const char    *label,
            const char    *id)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 36);
  gtk_widget_set_margin_start (text, 6);
  gtk_widget_set_margin_end (text, 6);
  gtk_widget_set_margin_top (text, 3);
  gtk_widget_set_margin_bottom (text, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (NetzNameEntry *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
make_hint (NetzNameEntry *self,
           gboolean       matches)
{
  NetzInstitution *partner = NULL;
  g_autofree char *text = NULL;

  if (matches)
    {
      gtk_label_set_label (self->hint, _("There is one already. Up and Down choose, Enter takes."));
      return;
    }
  if (self->partner != NULL)
    partner = netz_network_get_institution (netz_scene_get_network (self->scene), self->partner);
  if (partner != NULL)
    text = g_strdup_printf (_("Partner of %s. Enter: done. Tab: one more. Ctrl+Down: other kind."),
                            netz_institution_get_label (partner));
  else
    text = g_strdup (_("Enter: done. Tab: and a partner of it. Ctrl+Down: other kind."));
  gtk_label_set_label (self->hint, text);
}

/* Takes the one with just that name where there is one, else the new one. */
static void
update_matches (NetzNameEntry *self,
                const char    *typed)
{
  g_autoptr (GArray) matches = find_matches (self, typed);
  g_autofree char *as_new = g_strdup_printf (_("Add “%s” as a new institution"), typed);
  gboolean same = matches->len > 0 && g_array_index (matches, Match, 0).quality == SAME_NAME;

  clear_rows (self);
  make_hint (self, matches->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), matches->len > 0);
  if (matches->len == 0)
    return;

  append_row (self, as_new, NULL);
  for (guint i = 0; i < matches->len; i++)
    {
      NetzInstitution *institution = g_array_index (matches, Match, i).institution;
      /* Translators: an institution that is in the network already, in place of a new one. */
      g_autofree char *label = g_strdup_printf (_("Take “%s”"), netz_institution_get_label (institution));

      append_row (self, label, netz_record_get_id (NETZ_RECORD (institution)));
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, same ? 1 : 0));
}

static void
on_text_changed (NetzNameEntry *self)
{
  g_autofree char *typed = netz_name_entry_get_text (self);

  update_matches (self, typed);
  if (self->guess != NULL && *typed != '\0')
    netz_kind_chooser_guess (self->chooser,
                             self->guess (netz_scene_get_network (self->scene), typed, self->guess_data));
}

static void
on_insert_text (NetzNameEntry *self,
                const char    *text,
                int            length,
                int           *position,
                GtkEditable   *delegate)
{
  g_autofree char *piece = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  if (strchr (g_strchomp (piece), '\n') == NULL)
    return;
  g_signal_stop_emission_by_name (delegate, "insert-text");
  g_signal_emit (self, signals[LINES_PASTED], 0, piece);
}

static void
on_row_activated (NetzNameEntry *self,
                  GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  g_signal_emit (self, signals[ACCEPTED], 0, FALSE);
}

static void
step_row (NetzNameEntry *self,
          int            direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + direction : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        NetzNameEntry         *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[ACCEPTED], 0, FALSE);
      return TRUE;

    case GDK_KEY_Tab:
      g_signal_emit (self, signals[ACCEPTED], 0, TRUE);
      return TRUE;

    case GDK_KEY_Escape:
      g_signal_emit (self, signals[CANCELLED], 0);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (alt && keyval == GDK_KEY_Down)
        netz_kind_chooser_open (self->chooser);
      else if (control)
        netz_kind_chooser_step (self->chooser, keyval == GDK_KEY_Down ? 1 : -1);
      else
        step_row (self, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
netz_name_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NETZ_NAME_ENTRY (widget)->text));
}

static void
netz_name_entry_dispose (GObject *object)
{
  NetzNameEntry *self = NETZ_NAME_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->partner, g_free);

  G_OBJECT_CLASS (netz_name_entry_parent_class)->dispose (object);
}

static void
netz_name_entry_class_init (NetzNameEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = netz_name_entry_dispose;
  widget_class->grab_focus = netz_name_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "netz-name-entry");

  signals[ACCEPTED] = g_signal_new ("accepted", NETZ_TYPE_NAME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[CANCELLED] = g_signal_new ("cancelled", NETZ_TYPE_NAME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[LINES_PASTED] = g_signal_new ("lines-pasted", NETZ_TYPE_NAME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
netz_name_entry_init (NetzNameEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_start (self->box, 8);
  gtk_widget_set_margin_end (self->box, 8);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->text = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->text, 30);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the institution"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the institution"), -1);
  gtk_box_append (GTK_BOX (self->box), entry);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Institutions with a similar name"), -1);

  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_max_width_chars (self->hint, 36);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, keys);

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_text_changed), self);
  g_signal_connect_swapped (gtk_editable_get_delegate (self->text), "insert-text", G_CALLBACK (on_insert_text), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

/**
 * netz_name_entry_new:
 * @scene: what is drawn
 * @kind: (nullable): the kind, where it is known already
 * @partner: (nullable): the institution whose partner the new one becomes
 *
 * Returns: an empty entry
 */
GtkWidget *
netz_name_entry_new (NetzScene  *scene,
                     const char *kind,
                     const char *partner)
{
  NetzNameEntry *self = g_object_new (NETZ_TYPE_NAME_ENTRY, NULL);

  self->scene = g_object_ref (scene);
  self->partner = g_strdup (partner);
  self->chooser = NETZ_KIND_CHOOSER (netz_kind_chooser_new (scene));
  if (kind != NULL)
    netz_kind_chooser_choose (self->chooser, kind);

  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->hint));
  make_hint (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * netz_name_entry_set_guess_func:
 * @self: the entry
 * @func: (nullable): tells the kind from a name
 * @user_data: for @func
 */
void
netz_name_entry_set_guess_func (NetzNameEntry      *self,
                                NetzCanvasGuessFunc func,
                                gpointer            user_data)
{
  g_return_if_fail (NETZ_IS_NAME_ENTRY (self));

  self->guess = func;
  self->guess_data = user_data;
}

/**
 * netz_name_entry_get_text:
 * @self: the entry
 *
 * Returns: (transfer full): what was typed, without blanks around it
 */
char *
netz_name_entry_get_text (NetzNameEntry *self)
{
  g_return_val_if_fail (NETZ_IS_NAME_ENTRY (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
}

const char *
netz_name_entry_get_kind (NetzNameEntry *self)
{
  g_return_val_if_fail (NETZ_IS_NAME_ENTRY (self), NULL);

  return netz_kind_chooser_get_kind (self->chooser);
}

/**
 * netz_name_entry_get_existing:
 * @self: the entry
 *
 * Returns: (nullable): id of the institution to take in place of a new one
 */
const char *
netz_name_entry_get_existing (NetzNameEntry *self)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (NETZ_IS_NAME_ENTRY (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? g_object_get_data (G_OBJECT (row), "id") : NULL;
}

const char *
netz_name_entry_get_partner (NetzNameEntry *self)
{
  g_return_val_if_fail (NETZ_IS_NAME_ENTRY (self), NULL);

  return self->partner;
}
