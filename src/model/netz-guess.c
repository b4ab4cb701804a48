/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-guess.h"
#include "model/netz-search.h"

#include <string.h>

/* One word of a name, or of a pattern. */
typedef struct
{
  char *exact;
  char *folded;
  guint compound; /* which run without a blank it belongs to; hyphens do not end it */
} Token;

typedef struct
{
  char *kind;
  char *word;
  GPtrArray *tokens;
  gboolean exact;
  gboolean open_start;
  gboolean open_end;
  guint length; /* of all its words, in bytes when folded */
  guint order;
} Pattern;

struct _NetzGuess
{
  GPtrArray *patterns;
  GHashTable *whole;  /* folded first word -> GPtrArray of Pattern */
  GPtrArray *partial; /* those whose first word is only a part of a word */
};

/* A pattern at a place of a name. */
typedef struct
{
  const Pattern *pattern;
  guint compound;
  guint end;
} Match;

static void
free_token (gpointer data)
{
  Token *token = data;

  g_free (token->exact);
  g_free (token->folded);
  g_free (token);
}

static void
free_pattern (gpointer data)
{
  Pattern *pattern = data;

  g_free (pattern->kind);
  g_free (pattern->word);
  g_ptr_array_unref (pattern->tokens);
  g_free (pattern);
}

static gboolean
is_hyphen (gunichar letter)
{
  return letter == '-' || letter == 0x2010 || letter == 0x2011;
}

static void
append_token (GPtrArray *tokens, const char *start, const char *end, guint compound)
{
  Token *token = g_new0 (Token, 1);

  token->exact = g_strndup (start, (gsize)(end - start));
  token->folded = netz_fold (token->exact);
  token->compound = compound;
  g_ptr_array_add (tokens, token);
}

static GPtrArray *
split_words (const char *text)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (free_token);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *start = NULL;
  guint compound = 0;

  for (const char *p = composed;; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter != 0 && (g_unichar_isalnum (letter) || g_unichar_ismark (letter)))
        {
          start = start ? start : p;
          continue;
        }
      if (start)
        append_token (tokens, start, p, compound);
      start = NULL;
      if (letter == 0)
        return tokens;
      if (!is_hyphen (letter))
        compound++;
    }
}

static gboolean
token_matches (const Pattern *pattern, guint index, const Token *token)
{
  const Token *wanted = g_ptr_array_index (pattern->tokens, index);
  const char *want = pattern->exact ? wanted->exact : wanted->folded;
  const char *have = pattern->exact ? token->exact : token->folded;
  gboolean open_start = pattern->open_start && index == 0;
  gboolean open_end = pattern->open_end && index == pattern->tokens->len - 1;

  if (open_start && open_end)
    return strstr (have, want) != NULL;
  if (open_start)
    return g_str_has_suffix (have, want);
  if (open_end)
    return g_str_has_prefix (have, want);
  return strcmp (have, want) == 0;
}

static gboolean
pattern_matches (const Pattern *pattern, GPtrArray *tokens, guint at)
{
  if (at + pattern->tokens->len > tokens->len)
    return FALSE;
  for (guint i = 0; i < pattern->tokens->len; i++)
    if (!token_matches (pattern, i, g_ptr_array_index (tokens, at + i)))
      return FALSE;
  return TRUE;
}

static int
openness (const Pattern *pattern)
{
  return (pattern->open_start ? 1 : 0) + (pattern->open_end ? 2 : 0);
}

/* Negative where `a` decides before `b`. */
static int
compare_matches (const Match *a, const Match *b)
{
  if (a->compound != b->compound)
    return a->compound < b->compound ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;
  if (a->pattern->tokens->len != b->pattern->tokens->len)
    return a->pattern->tokens->len > b->pattern->tokens->len ? -1 : 1;
  if (openness (a->pattern) != openness (b->pattern))
    return openness (a->pattern) < openness (b->pattern) ? -1 : 1;
  if (a->pattern->length != b->pattern->length)
    return a->pattern->length > b->pattern->length ? -1 : 1;
  return a->pattern->order < b->pattern->order ? -1 : 1;
}

static void
try_patterns (GPtrArray *patterns, GPtrArray *tokens, guint at, Match *best)
{
  const Token *token = g_ptr_array_index (tokens, at);

  for (guint i = 0; patterns && i < patterns->len; i++)
    {
      Match match = { g_ptr_array_index (patterns, i), token->compound, at };

      match.end += match.pattern->tokens->len;
      if (pattern_matches (match.pattern, tokens, at) && (best->pattern == NULL || compare_matches (&match, best) < 0))
        *best = match;
    }
}

static gboolean
has_letters (GPtrArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    if (*((const Token *)g_ptr_array_index (tokens, i))->folded == '\0')
      return FALSE;
  return tokens->len > 0;
}

static void
index_pattern (NetzGuess *self, Pattern *pattern)
{
  const Token *first = g_ptr_array_index (pattern->tokens, 0);
  GPtrArray *same = g_hash_table_lookup (self->whole, first->folded);

  if (pattern->open_start || (pattern->open_end && pattern->tokens->len == 1))
    {
      g_ptr_array_add (self->partial, pattern);
      return;
    }
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->whole, g_strdup (first->folded), same);
    }
  g_ptr_array_add (same, pattern);
}

/**
 * netz_guess_new:
 *
 * Returns: (transfer full): one that knows no word yet
 */
NetzGuess *
netz_guess_new (void)
{
  NetzGuess *self = g_new0 (NetzGuess, 1);

  self->patterns = g_ptr_array_new_with_free_func (free_pattern);
  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->partial = g_ptr_array_new ();
  return self;
}

/**
 * netz_guess_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
netz_guess_free (NetzGuess *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->whole);
  g_ptr_array_unref (self->partial);
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

/**
 * netz_guess_add:
 * @self: what is being filled
 * @kind: the id of a kind
 * @word: a word that betrays it, in the notation above
 *
 * Returns: %FALSE if @word has no letter or digit, or a star in its midst, and was left out
 */
gboolean
netz_guess_add (NetzGuess *self, const char *kind, const char *word)
{
  g_autofree char *plain = NULL;
  Pattern *pattern = NULL;
  const char *start = NULL;
  gsize length = 0;

  g_return_val_if_fail (self && kind && word, FALSE);

  pattern = g_new0 (Pattern, 1);
  pattern->kind = g_strdup (kind);
  pattern->word = g_strstrip (g_strdup (word));
  start = pattern->word;
  pattern->exact = *start == '=';
  start += pattern->exact ? 1 : 0;
  pattern->open_start = *start == '*';
  start += pattern->open_start ? 1 : 0;
  length = strlen (start);
  pattern->open_end = length > 0 && start[length - 1] == '*';
  plain = g_strndup (start, length - (pattern->open_end ? 1 : 0));
  pattern->tokens = split_words (plain);
  if (strchr (plain, '*') || !has_letters (pattern->tokens))
    {
      free_pattern (pattern);
      return FALSE;
    }
  for (guint i = 0; i < pattern->tokens->len; i++)
    pattern->length += (guint)strlen (((const Token *)g_ptr_array_index (pattern->tokens, i))->folded);
  pattern->order = self->patterns->len;
  g_ptr_array_add (self->patterns, pattern);
  index_pattern (self, pattern);
  return TRUE;
}

/**
 * netz_guess_kind:
 * @self: the words
 * @name: the name of an institution
 * @word: (out) (optional) (nullable) (transfer none): the word that decided, as it was added
 *
 * Costs one look-up a word of the name and one comparison for each pattern with a star at its first word.
 *
 * Returns: (nullable) (transfer none): the id of the kind, or %NULL if no word is in the name
 */
const char *
netz_guess_kind (const NetzGuess *self, const char *name, const char **word)
{
  g_autoptr (GPtrArray) tokens = NULL;
  Match best = { NULL, 0, 0 };

  g_return_val_if_fail (self && name, NULL);

  tokens = split_words (name);
  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = g_ptr_array_index (tokens, i);

      if (best.pattern && token->compound > best.compound)
        break;
      try_patterns (g_hash_table_lookup (self->whole, token->folded), tokens, i, &best);
      try_patterns (self->partial, tokens, i, &best);
    }
  if (word)
    *word = best.pattern ? best.pattern->word : NULL;
  return best.pattern ? best.pattern->kind : NULL;
}
