/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-search.h"

#include "model/netz-search-term.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _NetzFilter
{
  GPtrArray *terms;
};

/* Appends one letter, but the e that spells an umlaut out: "ae" and "ä" are both "a". */
static void
append_folded (GString *folded, gunichar letter)
{
  char last = folded->len > 0 ? folded->str[folded->len - 1] : '\0';

  if (letter == 'e' && (last == 'a' || last == 'o' || last == 'u'))
    return;
  g_string_append_unichar (folded, letter);
}

/* U+00C0 to U+00FF, which in UTF-8 are 0xC3 and one byte more: what is left of them. */
static const char *const latin[64] = {
  "a", "a", "a", "a", "a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i",
  "ð", "n", "o", "o", "o", "o", "o", "×", "ø", "u", "u", "u", "u", "y", "þ", "ss",
  "a", "a", "a", "a", "a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i",
  "ð", "n", "o", "o", "o", "o", "o", "÷", "ø", "u", "u", "u", "u", "y", "þ", "y",
};

/* Nearly all names here are of these letters; searching folds each of them. NULL where one is another. */
static char *
fold_latin (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 8);

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p < 0x80)
      append_folded (folded, (gunichar) g_ascii_tolower ((char) *p));
    else if (*p == 0xc3 && (p[1] & 0xc0) == 0x80)
      {
        p++;
        for (const char *rest = latin[*p & 0x3f]; *rest != '\0'; rest = g_utf8_next_char (rest))
          append_folded (folded, g_utf8_get_char (rest));
      }
    else
      {
        g_string_free (folded, TRUE);
        return NULL;
      }
  return g_string_free (folded, FALSE);
}

/**
 * netz_fold:
 * @text: (nullable): any text
 *
 * Brings texts that a person takes for the same to the same letters: small
 * ones, without accents, "ß" as "ss", and umlauts spelt out as without, so that
 * "Köln", "Koeln" and "koln" agree. For comparing only, never to be shown; the
 * language of the user has no part in it. O(length).
 *
 * Returns: (transfer full): the folded text, "" for %NULL
 */
char *
netz_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *folded;
  char *quick;

  if (text == NULL)
    return g_strdup ("");
  quick = fold_latin (text);
  if (quick != NULL)
    return quick;

  valid = g_utf8_make_valid (text, -1);
  lower = g_utf8_casefold (valid, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (apart));
  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      /* Marks, and what is there but not seen: joiners, direction marks, the soft hyphen. */
      if (!g_unichar_ismark (letter) && g_unichar_type (letter) != G_UNICODE_FORMAT)
        append_folded (folded, letter);
    }
  return g_string_free (folded, FALSE);
}

/* What stands between two blanks. */
typedef struct
{
  GPtrArray *pieces; /* alternatives: texts without their quotation marks */
  gsize op_at;       /* where in the first an operator stood outside quotation marks, or G_MAXSIZE */
} Token;

static void
clear_token (Token *self)
{
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Token, clear_token)

static gboolean
is_operator (const char *p)
{
  return strchr ("=<>~!", *p) != NULL && (*p != '!' || p[1] == '=');
}

static void
end_piece (Token *self, GString *piece)
{
  g_ptr_array_add (self->pieces, g_strdup (piece->str));
  g_string_truncate (piece, 0);
}

/* Takes quoted and unquoted characters up to the next blank. */
static gboolean
take_token (Token *self, const char **cursor, GError **error)
{
  g_autoptr (GString) piece = g_string_new (NULL);
  const char *p = *cursor;
  gboolean inside = FALSE;

  for (; *p != '\0' && (inside || !g_ascii_isspace (*p)); p++)
    if (*p == '"' && inside && p[1] == '"')
      g_string_append_c (piece, *p++);
    else if (*p == '"')
      inside = !inside;
    else if (*p == '|' && !inside)
      end_piece (self, piece);
    else
      {
        if (!inside && self->op_at == G_MAXSIZE && self->pieces->len == 0 && is_operator (p))
          self->op_at = piece->len;
        g_string_append_c (piece, *p);
      }
  *cursor = p;
  if (inside)
    g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE, _("The quotation mark before “%s” is not closed."),
                 piece->str);
  end_piece (self, piece);
  return !inside;
}

static NetzTermOperator
read_operator (const char *text, gsize *length)
{
  *length = text[0] != '\0' && text[1] == '=' ? 2 : 1;
  if (*length == 2)
    switch (text[0])
      {
      case '!':
        return NETZ_TERM_DIFFERENT;
      case '<':
        return NETZ_TERM_AT_MOST;
      case '>':
        return NETZ_TERM_AT_LEAST;
      default:
        *length = 1;
        break;
      }
  return text[0] == '<'   ? NETZ_TERM_LESS
         : text[0] == '>' ? NETZ_TERM_GREATER
         : text[0] == '~' ? NETZ_TERM_CONTAINS
                          : NETZ_TERM_EQUAL;
}

/* A word of nothing, as `""` is one, asks nothing. */
static gboolean
add_word (NetzFilter *self, Token *token)
{
  for (guint i = token->pieces->len; i-- > 0;)
    if (*(const char *) token->pieces->pdata[i] == '\0')
      g_ptr_array_remove_index (token->pieces, i);
  if (token->pieces->len == 0)
    return TRUE;
  g_ptr_array_add (token->pieces, NULL);
  g_ptr_array_add (self->terms, netz_term_new (NETZ_TERM_WORD, NULL, (const char *const *) token->pieces->pdata, NULL));
  return TRUE;
}

static gboolean
add_term (NetzFilter *self, Token *token, GError **error)
{
  g_autofree char *field = NULL;
  char *first = token->pieces->pdata[0];
  NetzTermOperator op;
  NetzTerm *term;
  gsize length;

  if (token->op_at == G_MAXSIZE || token->op_at == 0)
    return add_word (self, token);
  op = read_operator (first + token->op_at, &length);
  field = g_strndup (first, token->op_at);
  token->pieces->pdata[0] = g_strdup (first + token->op_at + length);
  g_free (first);
  g_ptr_array_add (token->pieces, NULL);
  term = netz_term_new (op, field, (const char *const *) token->pieces->pdata, error);
  if (term != NULL)
    g_ptr_array_add (self->terms, term);
  return term != NULL;
}

/**
 * netz_filter_new:
 * @text: (nullable): the terms, as above
 * @error: return location: %NETZ_MODEL_ERROR_VALUE
 *
 * Reads a filter. One without terms lets everything pass.
 *
 * Returns: (transfer full) (nullable): the filter, %NULL with @error set
 */
NetzFilter *
netz_filter_new (const char *text, GError **error)
{
  g_autoptr (NetzFilter) self = g_new0 (NetzFilter, 1);
  const char *cursor = text != NULL ? text : "";

  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_term_free);
  for (;;)
    {
      g_auto (Token) token = { .op_at = G_MAXSIZE };

      while (g_ascii_isspace (*cursor))
        cursor++;
      if (*cursor == '\0')
        return g_steal_pointer (&self);
      token.pieces = g_ptr_array_new_with_free_func (g_free);
      if (!take_token (&token, &cursor, error) || !add_term (self, &token, error))
        return NULL;
    }
}

/**
 * netz_filter_free:
 * @self: (transfer full) (nullable): a filter
 */
void
netz_filter_free (NetzFilter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_free (self);
}

/**
 * netz_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets everything pass
 */
gboolean
netz_filter_is_empty (const NetzFilter *self)
{
  return self->terms->len == 0;
}

/**
 * netz_filter_get_n_terms:
 * @self: a filter
 *
 * Returns: of how many terms it is
 */
guint
netz_filter_get_n_terms (const NetzFilter *self)
{
  return self->terms->len;
}

/**
 * netz_filter_get_term:
 * @self: a filter
 * @index: which
 *
 * Returns: (transfer none): a term
 */
const NetzTerm *
netz_filter_get_term (const NetzFilter *self, guint index)
{
  g_return_val_if_fail (index < self->terms->len, NULL);

  return g_ptr_array_index (self->terms, index);
}

/**
 * netz_filter_set_term:
 * @self: a filter
 * @index: which; one more than there are to add one
 * @term: (transfer full) (nullable): what it is to be; %NULL takes it away
 */
void
netz_filter_set_term (NetzFilter *self, guint index, NetzTerm *term)
{
  g_return_if_fail (index <= self->terms->len);

  if (index < self->terms->len)
    g_ptr_array_remove_index (self->terms, index);
  if (term != NULL)
    g_ptr_array_insert (self->terms, (int) index, term);
}

/**
 * netz_filter_print:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): it as netz_filter_new() reads it, %NULL where it lets everything pass
 */
char *
netz_filter_print (const NetzFilter *self)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->terms->len; i++)
    g_ptr_array_add (terms, netz_term_print (g_ptr_array_index (self->terms, i)));
  g_ptr_array_add (terms, NULL);
  return self->terms->len > 0 ? g_strjoinv (" ", (char **) terms->pdata) : NULL;
}

/**
 * netz_filter_matches:
 * @self: a filter
 * @network: the network that @record is in
 * @record: any record
 *
 * O(length of the record's texts), for conditions on partnerships O(those of the institution).
 *
 * Returns: whether all terms hold
 */
gboolean
netz_filter_matches (const NetzFilter *self, NetzNetwork *network, const NetzRecord *record)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (!netz_term_matches (g_ptr_array_index (self->terms, i), network, record))
      return FALSE;
  return TRUE;
}

/**
 * netz_filter_find:
 * @self: a filter
 * @network: where to look
 * @table: the table whose records to look at
 *
 * O(n log n) in the records of @table.
 *
 * Returns: (transfer full) (element-type NetzRecord): those that pass, sorted by id; each with a reference
 */
GPtrArray *
netz_filter_find (const NetzFilter *self, NetzNetwork *network, NetzTable table)
{
  g_autoptr (GPtrArray) all = netz_network_list (network, table);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (netz_filter_matches (self, network, g_ptr_array_index (all, i)))
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (all, i)));
  return found;
}

/**
 * netz_search_by_name:
 * @network: where to look
 * @name: a name as somebody would type it
 *
 * Finds the institution of that name: exactly so, else folded. Where several
 * have it, the one with the lowest id. O(n).
 *
 * Returns: (transfer none) (nullable): the institution
 */
NetzInstitution *
netz_search_by_name (NetzNetwork *network, const char *name)
{
  g_autofree char *folded = netz_fold (name);
  NetzInstitution *found = NULL;
  gboolean found_exactly = FALSE;
  NetzInstitution *institution;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    {
      gboolean exactly = g_strcmp0 (institution->name, name) == 0;
      g_autofree char *other = exactly || institution->name == NULL ? NULL : netz_fold (institution->name);

      if (!exactly && (found_exactly || g_strcmp0 (other, folded) != 0))
        continue;
      if (found == NULL || (exactly && !found_exactly) ||
          strcmp (netz_record_get_id (NETZ_RECORD (institution)), netz_record_get_id (NETZ_RECORD (found))) < 0)
        found = institution;
      found_exactly = found_exactly || exactly;
    }
  return found;
}
