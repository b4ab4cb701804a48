/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the outline. The same network is always the same text, whatever the
 * locale: institutions by their folded names, then by ids; numbers of those
 * with one name follow the ids, as they do for the reader.
 */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-outline.h"

#include "interchange/netz-outline-line.h"
#include "model/netz-date.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An institution and how lines call it. */
typedef struct
{
  const NetzInstitution *institution;
  char *folded;
  guint n_same_name; /* institutions of that name */
  guint n_same_kind; /* those of them that have its kind */
  guint number;      /* which of those it is, from 1 */
  char *reference;   /* how partnerships call it */
} Entry;

typedef struct
{
  const NetzPartnership *partnership;
  const Entry *from;
  const Entry *to;
} Line;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->folded);
  g_free (entry->reference);
  g_free (entry);
}

/* Of one name, those without a kind come last: the reader would give it to them. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a;
  const Entry *second = *(const Entry *const *) b;
  int order = strcmp (first->folded, second->folded);

  if (order != 0)
    return order;
  if ((first->institution->kind == NULL) != (second->institution->kind == NULL))
    return first->institution->kind == NULL ? 1 : -1;
  return strcmp (netz_record_get_id (&first->institution->parent_instance),
                 netz_record_get_id (&second->institution->parent_instance));
}

static char *
print_kind (const NetzInstitution *institution)
{
  g_autofree char *kind = institution->kind != NULL ? netz_outline_quote_value (institution->kind) : NULL;

  return g_strconcat ("[", kind != NULL ? kind : "", "]", NULL);
}

static char *
print_name (const Entry *entry, gboolean with_kind)
{
  g_autofree char *name = netz_outline_quote_name (entry->institution->name != NULL ? entry->institution->name : "");
  g_autofree char *kind = with_kind ? print_kind (entry->institution) : NULL;
  g_autofree char *number = entry->n_same_kind > 1 ? g_strdup_printf (" #%u", entry->number) : NULL;

  return g_strconcat (name, number != NULL ? number : "", kind != NULL ? " " : "", kind, NULL);
}

/* Entries from `first` on that have one name; says of each which it is. Returns how many. */
static guint
number_group (GPtrArray *entries, guint first)
{
  g_autoptr (GHashTable) n_by_kind = g_hash_table_new (g_str_hash, g_str_equal);
  const Entry *head = g_ptr_array_index (entries, first);
  guint end = first;

  for (; end < entries->len && strcmp (((Entry *) g_ptr_array_index (entries, end))->folded, head->folded) == 0; end++)
    {
      Entry *entry = g_ptr_array_index (entries, end);
      const char *kind = entry->institution->kind != NULL ? entry->institution->kind : "";

      entry->number = GPOINTER_TO_UINT (g_hash_table_lookup (n_by_kind, kind)) + 1;
      g_hash_table_insert (n_by_kind, (gpointer) kind, GUINT_TO_POINTER (entry->number));
    }
  for (guint i = first; i < end; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);
      const char *kind = entry->institution->kind != NULL ? entry->institution->kind : "";

      entry->n_same_name = end - first;
      entry->n_same_kind = GPOINTER_TO_UINT (g_hash_table_lookup (n_by_kind, kind));
      entry->reference = print_name (entry, entry->n_same_name > 1);
    }
  return end - first;
}

static GPtrArray *
list_entries (NetzNetwork *network, GHashTable *by_id)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  NetzInstitution *institution;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->institution = institution;
      entry->folded = g_strstrip (netz_fold (institution->name));
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (by_id, (gpointer) netz_record_get_id (NETZ_RECORD (institution)), entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len;)
    i += number_group (entries, i);
  return entries;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;
  int order = compare_entries (&first->from, &second->from);

  if (order == 0)
    order = compare_entries (&first->to, &second->to);
  if (order == 0)
    order = g_strcmp0 (first->partnership->programme, second->partnership->programme);
  if (order == 0)
    order = strcmp (netz_record_get_id (&first->partnership->parent_instance),
                    netz_record_get_id (&second->partnership->parent_instance));
  return order;
}

static GArray *
list_lines (NetzNetwork *network, GHashTable *by_id)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  NetzPartnership *partnership;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      Line line = { .partnership = partnership };

      line.from = partnership->from != NULL ? g_hash_table_lookup (by_id, partnership->from) : NULL;
      line.to = partnership->to != NULL ? g_hash_table_lookup (by_id, partnership->to) : NULL;
      if (line.from != NULL && line.to != NULL && line.from != line.to)
        g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lines);
  return lines;
}

static gboolean
is_status (const char *text)
{
  const NetzField *field = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status");

  for (const NetzChoice *choice = field->choices; choice->id != NULL; choice++)
    if (strcmp (choice->id, text) == 0)
      return TRUE;
  return FALSE;
}

/* A value that the reader might take for something else stands behind the name of its field. */
static void
append_value (GString *text, const char *field, const char *value, gboolean bare)
{
  g_autofree char *quoted = netz_outline_quote_value (value != NULL ? value : "");

  /* The text is long: only its end is looked at. */
  g_string_append (text, text->len >= 2 && memcmp (text->str + text->len - 2, ": ", 2) == 0 ? "" : ", ");
  if (bare && strcmp (quoted, value) == 0)
    g_string_append (text, value);
  else
    g_string_append_printf (text, "%s=%s", field, value != NULL && *value != '\0' ? quoted : "");
}

static void
append_date (GString *text, const char *field, const char *value)
{
  NetzDate date;

  if (value == NULL)
    return;
  if (netz_date_parse (value, &date))
    g_string_append_printf (text, ", %s %s", field, value);
  else
    append_value (text, field, value, FALSE);
}

static void
append_line (GString *text, NetzNetwork *network, const Line *line)
{
  const NetzPartnership *partnership = line->partnership;
  const char *programme = partnership->programme;

  g_string_append_printf (text, "%s -- %s : ", line->from->reference, line->to->reference);
  append_value (text, "programme", programme,
                programme != NULL && netz_network_get_programme (network, programme) != NULL &&
                    !is_status (programme) && strchr (programme, ' ') == NULL && strchr (programme, '=') == NULL);
  append_value (text, "status", partnership->status, partnership->status != NULL && is_status (partnership->status));
  append_date (text, "since", partnership->since);
  append_date (text, "until", partnership->until);
  g_string_append_c (text, '\n');
}

static void
append_title (GString *text, NetzNetwork *network)
{
  const char *title = netz_network_get_settings (network)->title;
  g_autofree char *line = g_strdup (title);

  if (line == NULL)
    return;
  g_strdelimit (line, "\r\n", ' ');
  g_string_append_printf (text, "# %s\n\n", line);
}

/**
 * netz_outline_write:
 * @network: a network
 *
 * Writes institutions with their kinds, and partnerships with programme,
 * status and dates, so that netz_outline_apply_full() makes the same of it.
 * O(n log n).
 *
 * Returns: (transfer full): the lines
 */
char *
netz_outline_write (NetzNetwork *network)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) entries = list_entries (network, by_id);
  g_autoptr (GArray) lines = list_lines (network, by_id);
  GString *text = g_string_new (NULL);

  append_title (text, network);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *name = print_name (g_ptr_array_index (entries, i), TRUE);

      g_string_append_printf (text, "%s\n", name);
    }
  if (entries->len > 0 && lines->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < lines->len; i++)
    append_line (text, network, &g_array_index (lines, Line, i));
  return g_string_free (text, FALSE);
}
