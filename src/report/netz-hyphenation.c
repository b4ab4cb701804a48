/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-hyphenation.h"

#include <hyphen.h>
#include <string.h>

#define SHORTEST_WORD 6  /* letters */
#define LEAST_BEFORE 3
#define LEAST_AFTER 4
#define LONGEST_WORD 100 /* bytes: what is longer is no word */
#define SOFT_HYPHEN "\u00ad"

struct _NetzHyphenation
{
  HyphenDict *dictionary; /* NULL: none */
};

static HyphenDict *
load (const char *name)
{
  g_autofree char *file = g_strdup_printf ("hyph_%s.dic", name);
  const char *const *folders = g_get_system_data_dirs ();
  const char *const usual[] = { "/usr/share", NULL };

  for (int round = 0; round < 2; round++)
    for (guint i = 0; (round == 0 ? folders : usual)[i] != NULL; i++)
      {
        g_autofree char *path = g_build_filename ((round == 0 ? folders : usual)[i], "hyphen", file, NULL);

        if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
          return hnj_hyphen_load (path);
      }
  return NULL;
}

/* How many breaks the dictionary allows is in @hyphens, a digit for each letter; odd = after this one. */
static gboolean
find_breaks (NetzHyphenation *self, const char *word, gsize length, char *hyphens, char ***replacements)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize) length);
  g_autofree char *encoded = self->dictionary->utf8
                                 ? g_strdup (lower)
                                 : g_convert (lower, -1, self->dictionary->cset, "UTF-8", NULL, NULL, NULL);
  g_autofree int *positions = NULL;
  g_autofree int *cuts = NULL;
  int *pos = NULL, *cut = NULL;
  gboolean failed;

  if (encoded == NULL || strlen (encoded) > LONGEST_WORD)
    return FALSE;
  failed = hnj_hyphen_hyphenate2 (self->dictionary, encoded, (int) strlen (encoded), hyphens, NULL, replacements, &pos,
                                  &cut);
  positions = pos;
  cuts = cut;
  return !failed;
}

static void
append_word (NetzHyphenation *self, GString *out, const char *word, gsize length)
{
  char hyphens[LONGEST_WORD + 8] = { 0 };
  char **replacements = NULL;
  glong n = g_utf8_strlen (word, (gssize) length);
  const char *p = word;

  if (n < SHORTEST_WORD || length > LONGEST_WORD || !find_breaks (self, word, length, hyphens, &replacements))
    {
      g_string_append_len (out, word, (gssize) length);
      return;
    }
  for (glong i = 0; i < n; i++)
    {
      const char *next = g_utf8_next_char (p);

      g_string_append_len (out, p, next - p);
      if ((hyphens[i] & 1) && i + 1 >= LEAST_BEFORE && n - i - 1 >= LEAST_AFTER &&
          (replacements == NULL || replacements[i] == NULL))
        g_string_append (out, SOFT_HYPHEN);
      p = next;
    }
  for (glong i = 0; replacements != NULL && i < n; i++)
    free (replacements[i]);
  free (replacements);
}

/**
 * netz_hyphenation_new:
 * @language: "de" or "en"
 *
 * Reads the dictionary, some 100 kB.
 *
 * Returns: (transfer full): where its words may be divided
 */
NetzHyphenation *
netz_hyphenation_new (const char *language)
{
  NetzHyphenation *self = g_new0 (NetzHyphenation, 1);

  self->dictionary = load (g_str_equal (language, "de") ? "de_DE" : "en_GB");
  return self;
}

void
netz_hyphenation_free (NetzHyphenation *self)
{
  if (self->dictionary != NULL)
    hnj_hyphen_free (self->dictionary);
  g_free (self);
}

gboolean
netz_hyphenation_has_dictionary (const NetzHyphenation *self)
{
  return self->dictionary != NULL;
}

/**
 * netz_hyphenation_insert:
 * @self: a dictionary
 * @text: a text
 *
 * Returns: (transfer full): it with soft hyphens (U+00AD) where words may be divided
 */
char *
netz_hyphenation_insert (NetzHyphenation *self, const char *text)
{
  GString *out;
  const char *p = text;

  if (self->dictionary == NULL)
    return g_strdup (text);
  out = g_string_new (NULL);
  while (*p != '\0')
    {
      const char *end = p;

      while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > p)
        append_word (self, out, p, (gsize) (end - p));
      else
        {
          end = g_utf8_next_char (p);
          g_string_append_len (out, p, end - p);
        }
      p = end;
    }
  return g_string_free (out, FALSE);
}
