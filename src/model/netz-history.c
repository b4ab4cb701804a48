/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-history.h"

typedef struct
{
  NetzEdit *edit;
  char *key; /* steps with the same key, one after the other, become one */
} Step;

struct _NetzHistory
{
  GObject parent_instance;

  NetzNetwork *network;
  GPtrArray *undo; /* Step, the last one on top */
  GPtrArray *redo;
  int saved; /* how many steps had been done when it was saved; -1: no number of steps leads back */
};

G_DEFINE_FINAL_TYPE (NetzHistory, netz_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
free_step (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->edit, netz_edit_unref);
  g_free (step->key);
  g_free (step);
}

static Step *
get_top (GPtrArray *steps)
{
  return steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;
}

static const char *
get_top_label (GPtrArray *steps)
{
  Step *step = get_top (steps);

  return step != NULL ? netz_edit_get_label (step->edit) : NULL;
}

static void
notify_all (NetzHistory *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
netz_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  NetzHistory *self = NETZ_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, netz_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, netz_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, netz_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, netz_history_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, netz_history_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
netz_history_finalize (GObject *object)
{
  NetzHistory *self = NETZ_HISTORY (object);

  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_object (&self->network);
  G_OBJECT_CLASS (netz_history_parent_class)->finalize (object);
}

static void
netz_history_class_init (NetzHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = netz_history_get_property;
  object_class->finalize = netz_history_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
netz_history_init (NetzHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func (free_step);
  self->redo = g_ptr_array_new_with_free_func (free_step);
}

/**
 * netz_history_new:
 * @network: a network
 *
 * Returns: (transfer full): its history, which begins now and counts as saved
 */
NetzHistory *
netz_history_new (NetzNetwork *network)
{
  NetzHistory *self = g_object_new (NETZ_TYPE_HISTORY, NULL);

  self->network = g_object_ref (network);
  return self;
}

/**
 * netz_history_get_network:
 * @self: a history
 *
 * Returns: (transfer none): the network whose history it is
 */
NetzNetwork *
netz_history_get_network (NetzHistory *self)
{
  return self->network;
}

/**
 * netz_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back
 */
gboolean
netz_history_can_undo (NetzHistory *self)
{
  return self->undo->len > 0;
}

/**
 * netz_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
netz_history_can_redo (NetzHistory *self)
{
  return self->redo->len > 0;
}

/**
 * netz_history_get_undo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what would be taken back
 */
const char *
netz_history_get_undo_label (NetzHistory *self)
{
  return get_top_label (self->undo);
}

/**
 * netz_history_get_redo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what would be done again
 */
const char *
netz_history_get_redo_label (NetzHistory *self)
{
  return get_top_label (self->redo);
}

/**
 * netz_history_is_modified:
 * @self: a history
 *
 * Returns: whether the network differs from what was saved
 */
gboolean
netz_history_is_modified (NetzHistory *self)
{
  return self->saved != (int) self->undo->len;
}

/**
 * netz_history_get_n_undo:
 * @self: a history
 *
 * Returns: how many steps can be taken back
 */
guint
netz_history_get_n_undo (NetzHistory *self)
{
  return self->undo->len;
}

/**
 * netz_history_get_n_redo:
 * @self: a history
 *
 * Returns: how many steps can be done again
 */
guint
netz_history_get_n_redo (NetzHistory *self)
{
  return self->redo->len;
}

static void
forget_redo (NetzHistory *self)
{
  if (self->saved > (int) self->undo->len)
    self->saved = -1;
  g_ptr_array_set_size (self->redo, 0);
}

static gboolean
may_join (NetzHistory *self, const char *key)
{
  Step *top = get_top (self->undo);

  return key != NULL && top != NULL && self->redo->len == 0 && self->saved != (int) self->undo->len
         && g_strcmp0 (top->key, key) == 0;
}

/**
 * netz_history_commit:
 * @self: a history
 * @draft: a draft for its network, spent afterwards; the caller frees it
 *
 * Applies the draft and makes it a step. A draft that changes nothing leaves
 * no step.
 *
 * Returns: whether anything changed
 */
gboolean
netz_history_commit (NetzHistory *self, NetzDraft *draft)
{
  return netz_history_commit_joined (self, draft, NULL);
}

/**
 * netz_history_commit_joined:
 * @self: a history
 * @draft: a draft for its network, spent afterwards; the caller frees it
 * @key: (nullable): what kind of small step it is
 *
 * As netz_history_commit(), but where the step before has the same @key both
 * become one: nudging by twenty key presses is one undo.
 *
 * Returns: whether anything changed
 */
gboolean
netz_history_commit_joined (NetzHistory *self, NetzDraft *draft, const char *key)
{
  g_autoptr (NetzEdit) edit = netz_draft_end (draft);

  g_return_val_if_fail (netz_draft_get_network (draft) == self->network, FALSE);

  if (netz_edit_get_size (edit) == 0)
    return FALSE;
  netz_network_apply (self->network, edit);
  if (may_join (self, key))
    {
      Step *top = get_top (self->undo);
      NetzEdit *joined = netz_edit_join (top->edit, edit);

      netz_edit_unref (top->edit);
      top->edit = joined;
    }
  else
    {
      Step *step = g_new0 (Step, 1);

      step->edit = netz_edit_ref (edit);
      step->key = g_strdup (key);
      forget_redo (self);
      g_ptr_array_add (self->undo, step);
    }
  notify_all (self);
  return TRUE;
}

/**
 * netz_history_undo:
 * @self: a history
 *
 * Takes the last step back.
 *
 * Returns: (transfer full) (nullable): the edit that was applied, %NULL where there was no step
 */
NetzEdit *
netz_history_undo (NetzHistory *self)
{
  g_autoptr (NetzEdit) edit = NULL;
  Step *step;

  if (self->undo->len == 0)
    return NULL;
  step = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  edit = netz_edit_reverse (step->edit);
  g_ptr_array_add (self->redo, step);
  netz_network_apply (self->network, edit);
  notify_all (self);
  return g_steal_pointer (&edit);
}

/**
 * netz_history_redo:
 * @self: a history
 *
 * Does the last step that was taken back again.
 *
 * Returns: (transfer full) (nullable): the edit that was applied, %NULL where there was no step
 */
NetzEdit *
netz_history_redo (NetzHistory *self)
{
  Step *step;

  if (self->redo->len == 0)
    return NULL;
  step = g_ptr_array_steal_index (self->redo, self->redo->len - 1);
  g_ptr_array_add (self->undo, step);
  netz_network_apply (self->network, step->edit);
  notify_all (self);
  return netz_edit_ref (step->edit);
}

/**
 * netz_history_mark_saved:
 * @self: a history
 *
 * The network as it is now is what was saved.
 */
void
netz_history_mark_saved (NetzHistory *self)
{
  self->saved = (int) self->undo->len;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * netz_history_mark_modified:
 * @self: a history
 *
 * Nothing that was saved is like the network: it was recovered, or its file is gone.
 */
void
netz_history_mark_modified (NetzHistory *self)
{
  self->saved = -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}
