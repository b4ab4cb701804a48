/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-scope-editor.h"

#include "app/netz-scope-field.h"
#include "model/netz-date.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>

#define NONE G_MAXUINT

struct _NetzScopeEditor
{
  GtkPopover parent_instance;

  GtkDropDown *field_choice;
  GtkDropDown *operator_choice;
  GtkWidget *scroller;
  GtkBox *choices;
  GtkEditable *entry;
  GtkWidget *steps_box;
  GtkSpinButton *steps;
  GtkLabel *problem;
  GtkButton *apply_button;

  GPtrArray *fields; /* NetzScopeField, in the order of the rows */
  NetzSession *session;
  guint term; /* the one that is changed; NONE: another is added */
};

G_DEFINE_FINAL_TYPE (NetzScopeEditor, netz_scope_editor, GTK_TYPE_POPOVER)

static const NetzScopeField *
get_field (NetzScopeEditor *self)
{
  guint index = gtk_drop_down_get_selected (self->field_choice);

  return index < self->fields->len ? self->fields->pdata[index] : NULL;
}

static void
show_problem (NetzScopeEditor *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_typed (NetzScopeEditor *self)
{
  show_problem (self, NULL);
}

static void
clear_choices (NetzScopeEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
}

static void
fill_choices (NetzScopeEditor *self, const NetzScopeField *field)
{
  g_autoptr (GPtrArray) choices = netz_scope_field_list_choices (field, netz_session_get_network (self->session),
                                                                 netz_session_get_language (self->session));

  for (guint i = 0; i < choices->len; i++)
    {
      const NetzScopeChoice *choice = choices->pdata[i];
      /* Translators: a value, and how many have it: "Library (4)" */
      g_autofree char *label = g_strdup_printf (_("%s (%'u)"), choice->label, choice->count);
      GtkWidget *check = gtk_check_button_new_with_label (label);

      g_object_set_data_full (G_OBJECT (check), "netz-value", g_strdup (choice->value), g_free);
      g_object_set_data_full (G_OBJECT (check), "netz-label", netz_fold (choice->label), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->choices, check);
    }
}

static void
fill_operators (NetzScopeEditor *self, const NetzScopeField *field)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const NetzTermOperator *operators = netz_scope_field_get_operators (field, &n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, netz_scope_field_describe_operator (field, operators[i]));
  gtk_drop_down_set_model (self->operator_choice, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (self->operator_choice), n > 0);
}

static const char *
get_hint (const NetzScopeField *field)
{
  switch (field->value)
    {
    case NETZ_VALUE_DATE:
      /* Translators: how a date can be typed */
      return _("25.8.2008, 8/2008, 2008 or 2008/09");
    case NETZ_VALUE_INSTITUTION:
      return _("Name of the institution");
    default:
      return "";
    }
}

static void
suggest (NetzScopeEditor *self, const NetzScopeField *field)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  const char *single = netz_selection_get_single (netz_session_get_selection (self->session));
  NetzInstitution *institution = single != NULL ? netz_network_get_institution (network, single) : NULL;
  const char *text = "";

  if (field->value == NETZ_VALUE_INSTITUTION && institution != NULL && institution->name != NULL)
    text = institution->name;
  gtk_editable_set_text (self->entry, text);
}

static void
on_field_chosen (NetzScopeEditor *self)
{
  const NetzScopeField *field = get_field (self);

  if (field == NULL || self->session == NULL)
    return;
  show_problem (self, NULL);
  clear_choices (self);
  fill_operators (self, field);
  if (field->value == NETZ_VALUE_CHOICES)
    fill_choices (self, field);
  suggest (self, field);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), get_hint (field));
  gtk_widget_set_visible (self->scroller, field->value == NETZ_VALUE_CHOICES);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), field->value != NETZ_VALUE_CHOICES);
  gtk_widget_set_visible (self->steps_box, field->value == NETZ_VALUE_INSTITUTION);
}

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE, text);
  return FALSE;
}

/* The values that were ticked or typed, ended by NULL; none where nothing was. */
static GPtrArray *
collect_values (NetzScopeEditor *self, const NetzScopeField *field)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  NetzDate date;

  if (field->value == NETZ_VALUE_CHOICES)
    {
      GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->choices));

      for (; check != NULL; check = gtk_widget_get_next_sibling (check))
        if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
          g_ptr_array_add (values, g_strdup (g_object_get_data (G_OBJECT (check), "netz-value")));
    }
  else if (field->value == NETZ_VALUE_DATE && netz_date_parse_input (text, &date))
    g_ptr_array_add (values, netz_date_print (&date));
  else if (*text != '\0')
    g_ptr_array_add (values, g_steal_pointer (&text));
  return values;
}

static gboolean
set_term (NetzScopeEditor *self, const NetzScopeField *field, NetzScope *scope, GError **error)
{
  g_autoptr (GPtrArray) values = collect_values (self, field);
  guint n;
  const NetzTermOperator *operators = netz_scope_field_get_operators (field, &n);
  guint selected = gtk_drop_down_get_selected (self->operator_choice);

  if (values->len == 0)
    return refuse (error, field->value == NETZ_VALUE_CHOICES ? _("Nothing is ticked.") : _("A value is missing."));
  if (field->value == NETZ_VALUE_NUMBER)
    g_strdelimit (values->pdata[0], ",", '.');
  g_ptr_array_add (values, NULL);
  netz_scope_set_term (scope, self->term,
                       netz_term_new (operators[MIN (selected, n - 1)], field->name,
                                      (const char *const *) values->pdata, NULL));
  return TRUE;
}

static gboolean
set_focus (NetzScopeEditor *self, NetzScope *scope, GError **error)
{
  const char *name = gtk_editable_get_text (self->entry);
  NetzInstitution *institution = netz_search_by_name (netz_session_get_network (self->session), name);

  if (institution == NULL)
    return refuse (error, _("There is no institution of that name."));
  netz_scope_set_focus (scope, netz_record_get_id (NETZ_RECORD (institution)),
                        (guint) gtk_spin_button_get_value_as_int (self->steps));
  return TRUE;
}

static gboolean
fill_scope (NetzScopeEditor *self, NetzScope *scope, GError **error)
{
  const NetzScopeField *field = get_field (self);
  g_autoptr (GPtrArray) values = NULL;

  switch (field->condition)
    {
    case NETZ_CONDITION_FOCUS:
      return set_focus (self, scope, error);
    case NETZ_CONDITION_AS_OF:
      values = collect_values (self, field);
      if (values->len == 0)
        return refuse (error, _("A value is missing."));
      netz_scope_set_as_of (scope, values->pdata[0]);
      return TRUE;
    default:
      return set_term (self, field, scope, error);
    }
}

static void
on_apply (NetzScopeEditor *self)
{
  g_autoptr (NetzScope) scope = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || get_field (self) == NULL)
    return;
  scope = netz_scope_copy (netz_session_get_scope (self->session));
  if (!fill_scope (self, scope, &error) ||
      !netz_scope_check (scope, netz_session_get_network (self->session), &error) ||
      !netz_session_set_scope (self->session, scope, &error))
    {
      show_problem (self, error->message);
      if (gtk_widget_get_visible (GTK_WIDGET (self->entry)))
        gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
netz_scope_editor_dispose (GObject *object)
{
  NetzScopeEditor *self = NETZ_SCOPE_EDITOR (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (netz_scope_editor_parent_class)->dispose (object);
}

static void
netz_scope_editor_finalize (GObject *object)
{
  g_clear_pointer (&NETZ_SCOPE_EDITOR (object)->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (netz_scope_editor_parent_class)->finalize (object);
}

static void
netz_scope_editor_class_init (NetzScopeEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_scope_editor_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_scope_editor_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-scope-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, field_choice);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, operator_choice);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, steps_box);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, steps);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, NetzScopeEditor, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

/* What has the keyboard is the button inside. */
static void
name_drop_down (GtkDropDown *drop_down, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (drop_down))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
netz_scope_editor_init (NetzScopeEditor *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) label = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->term = NONE;
  self->fields = netz_scope_fields_list ();
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (list, ((NetzScopeField *) self->fields->pdata[i])->label);
  name_drop_down (self->field_choice, _("What is asked for"));
  name_drop_down (self->operator_choice, _("How it is asked for"));
  gtk_drop_down_set_expression (self->field_choice, label);
  gtk_drop_down_set_model (self->field_choice, G_LIST_MODEL (list));
}

static void
prepare (NetzScopeEditor *self, NetzSession *session, guint term)
{
  g_set_object (&self->session, session);
  self->term = term;
  gtk_button_set_label (self->apply_button, term == NONE ? _("Add") : _("Change"));
}

static void
choose_field (NetzScopeEditor *self, guint index)
{
  if (gtk_drop_down_get_selected (self->field_choice) == index)
    on_field_chosen (self);
  else
    gtk_drop_down_set_selected (self->field_choice, index);
}

static void
tick (NetzScopeEditor *self, const NetzTerm *term)
{
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->choices));

  for (; check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      const char *value = g_object_get_data (G_OBJECT (check), "netz-value");
      const char *label = g_object_get_data (G_OBJECT (check), "netz-label");

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_strv_contains ((const char *const *) term->values, value) ||
                                       g_strv_contains ((const char *const *) term->folded, label));
    }
}

static void
show_term (NetzScopeEditor *self, const NetzTerm *term)
{
  const NetzScopeField *field = NULL;
  const NetzTermOperator *operators;
  g_autofree char *text = NULL;
  guint n;

  for (guint i = 0; i < self->fields->len; i++)
    if (netz_scope_field_is_of (self->fields->pdata[i], term))
      choose_field (self, i);
  field = get_field (self);
  operators = netz_scope_field_get_operators (field, &n);
  for (guint i = 0; i < n; i++)
    if (operators[i] == term->op)
      gtk_drop_down_set_selected (self->operator_choice, i);
  tick (self, term);
  text = field->value == NETZ_VALUE_DATE ? netz_date_display (term->values[0]) : g_strdup (term->values[0]);
  gtk_editable_set_text (self->entry, text);
}

static void
choose_condition (NetzScopeEditor *self, NetzConditionType type)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((NetzScopeField *) self->fields->pdata[i])->condition == type)
      choose_field (self, i);
}

static void
show_as_of (NetzScopeEditor *self)
{
  g_autofree char *day = netz_date_display (netz_session_get_scope (self->session)->as_of);

  choose_condition (self, NETZ_CONDITION_AS_OF);
  gtk_editable_set_text (self->entry, day);
}

static void
show_focus (NetzScopeEditor *self)
{
  const NetzScope *scope = netz_session_get_scope (self->session);
  NetzInstitution *institution = netz_network_get_institution (netz_session_get_network (self->session), scope->focus);

  choose_condition (self, NETZ_CONDITION_FOCUS);
  gtk_spin_button_set_value (self->steps, scope->steps);
  if (institution != NULL)
    gtk_editable_set_text (self->entry, institution->name != NULL ? institution->name : "");
}

/**
 * netz_scope_editor_begin:
 * @session: whose scope gets one condition more
 *
 * Makes it ready to be popped up.
 */
void
netz_scope_editor_begin (NetzScopeEditor *self, NetzSession *session)
{
  g_return_if_fail (NETZ_IS_SCOPE_EDITOR (self));

  prepare (self, session, NONE);
  choose_field (self, gtk_drop_down_get_selected (self->field_choice));
}

/**
 * netz_scope_editor_edit:
 * @session: whose scope is changed
 * @type: what kind of a condition
 * @term: which term of the filter, for %NETZ_CONDITION_TERM
 *
 * Makes it ready to be popped up.
 */
void
netz_scope_editor_edit (NetzScopeEditor *self, NetzSession *session, NetzConditionType type, guint term)
{
  g_autoptr (NetzFilter) filter = netz_filter_new (netz_session_get_scope (session)->filter, NULL);

  g_return_if_fail (NETZ_IS_SCOPE_EDITOR (self));

  prepare (self, session, type == NETZ_CONDITION_TERM ? term : NONE);
  gtk_button_set_label (self->apply_button, _("Change"));
  if (type == NETZ_CONDITION_AS_OF)
    show_as_of (self);
  else if (type == NETZ_CONDITION_FOCUS)
    show_focus (self);
  else if (filter != NULL && term < netz_filter_get_n_terms (filter))
    show_term (self, netz_filter_get_term (filter, term));
}
