/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-spans.h"

#include <string.h>

#define MAX_SPANS 100000

typedef struct
{
  guint left;
  guint top;
  guint right;
  guint bottom;
  char *text; /* NULL until its first cell has come */
} Span;

struct _NetzTableSpans
{
  GArray *spans;  /* Span, by their upper edge once sorted */
  GArray *active; /* indices of those that reach into the row */
  guint next;     /* the first span that begins below it */
  gboolean sorted;
  GString *text;
  GArray *starts; /* where the text of each column begins, G_MAXSIZE for none */
  guint row;
};

static void
clear_span (gpointer data)
{
  g_free (((Span *) data)->text);
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const Span *x = a, *y = b;

  return x->top < y->top ? -1 : x->top > y->top;
}

NetzTableSpans *
netz_table_spans_new (void)
{
  NetzTableSpans *self = g_new0 (NetzTableSpans, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (self->spans, clear_span);
  self->active = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
netz_table_spans_free (NetzTableSpans *self)
{
  g_array_unref (self->spans);
  g_array_unref (self->active);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/* Cells joined. All are added before the first row, or one whose first cell is in the row in hand, with its text. */
void
netz_table_spans_add (NetzTableSpans *self, guint left, guint top, guint right, guint bottom, const char *text)
{
  Span span = { left, top, MIN (right, NETZ_TABLE_MAX_COLUMNS - 1), bottom, g_strdup (text) };
  guint index = self->spans->len;

  if (index >= MAX_SPANS || left >= NETZ_TABLE_MAX_COLUMNS)
    {
      g_free (span.text);
      return;
    }
  g_array_append_val (self->spans, span);
  if (top == self->row)
    {
      g_array_append_val (self->active, index);
      self->next = self->spans->len;
    }
}

void
netz_table_spans_begin_row (NetzTableSpans *self, guint row)
{
  if (!self->sorted)
    g_array_sort (self->spans, compare_tops);
  self->sorted = TRUE;
  self->row = row;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  for (guint i = self->active->len; i-- > 0;)
    if (g_array_index (self->spans, Span, g_array_index (self->active, guint, i)).bottom < row)
      g_array_remove_index_fast (self->active, i);
  for (; self->next < self->spans->len && g_array_index (self->spans, Span, self->next).top <= row; self->next++)
    if (g_array_index (self->spans, Span, self->next).bottom >= row)
      g_array_append_val (self->active, self->next);
}

/* FALSE where there are too many columns. */
gboolean
netz_table_spans_put (NetzTableSpans *self, guint column, const char *text)
{
  const gsize none = G_MAXSIZE;

  if (*text == '\0')
    return TRUE;
  if (column >= NETZ_TABLE_MAX_COLUMNS)
    return FALSE;
  while (self->starts->len <= column)
    g_array_append_val (self->starts, none);
  g_array_index (self->starts, gsize, column) = self->text->len;
  g_string_append_len (self->text, text, (gssize) strlen (text) + 1);
  return TRUE;
}

static const char *
get_text (const NetzTableSpans *self, guint column)
{
  gsize start = column < self->starts->len ? g_array_index (self->starts, gsize, column) : G_MAXSIZE;

  return start != G_MAXSIZE ? self->text->str + start : "";
}

static void
fill (NetzTableSpans *self, Span *span)
{
  if (span->text == NULL)
    span->text = g_strdup (get_text (self, span->left));
  for (guint column = span->left; column <= span->right && *span->text != '\0'; column++)
    netz_table_spans_put (self, column, span->text);
}

gboolean
netz_table_spans_end_row (NetzTableSpans *self, NetzTableRowMaker *maker, GError **error)
{
  for (guint i = 0; i < self->active->len; i++)
    fill (self, &g_array_index (self->spans, Span, g_array_index (self->active, guint, i)));
  for (guint column = 0; column < self->starts->len; column++)
    {
      const char *text = get_text (self, column);

      netz_table_row_maker_add (maker, text, strlen (text));
    }
  return netz_table_row_maker_end_row (maker, self->row, error);
}
