/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers of other programs' networks are given damaged files: they answer with a network or an error, never both. */
#include "interchange/netz-exchange.h"
#include "support/netz-test-network.h"

#include <string.h>

#define ROUNDS 4000

static const struct
{
  const char *format;
  const char *text;
} samples[] = {
  { "graphml", "<?xml version='1.0'?><graphml xmlns:y='y'><key id='d0' for='node' attr.name='label'/>"
               "<key id='d1' for='node'><default>x</default></key><graph><node id='a'><data key='d0'>A</data>"
               "<data key='d9'><y:ShapeNode><y:Geometry x='1' y='2' width='3' height='4'/><y:NodeLabel>B</y:NodeLabel>"
               "</y:ShapeNode></data><graph><node id='a::b'/></graph></node><node id='c'/><edge source='a' target='c'/>"
               "<edge source='a::b' target='c'><data key='d0'>e</data></edge></graph></graphml>" },
  { "gexf", "<gexf version='1.3'><graph><attributes class='node'><attribute id='0' title='t'/></attributes><nodes>"
            "<node id='1' label='A' pid='2'><attvalues><attvalue for='0' value='v'/></attvalues><position x='1' y='2'/>"
            "</node><node id='2'><nodes><node id='3' start='2008-01-01'/></nodes></node></nodes><edges>"
            "<edge source='1' target='3' weight='2' end='2009-01-01T00:00'/></edges></graph></gexf>" },
  { "gml", "Creator \"x\" graph [ directed 1 node [ id 1 label \"A &amp; &#228;\" graphics [ x 1 y -2.5 ] ] "
           "node [ id 2 gid 1 isGroup 0 ] edge [ source 1 target 2 label \"l\" value 3 ] ]" },
  { "pajek", "*Vertices 3\n1 \"A b\" 0.1 0.2\n2 B\n*Arcs :1\n1 2 3 l \"x\"\n*Edgeslist\n3 1 2\n"
             "*Matrix\n0 1 0\n1 0 0\n0 0 0\n" },
  { "dot", "strict digraph \"g\" { node [a=b]; rankdir=LR; a [label=\"x\\ny\", pos=\"1,2\"]; "
           "subgraph cluster_x { label=z; b } a -> {b; c:p} -> d [label=<<b>m</b>>, w=-3] /* c */ // d\n }" },
};

static gboolean
try_to_read (const NetzExchange *format, const char *text, gsize size)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library B:gymnasium");
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Read");
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = format->read (draft, bytes, &notes, &error);

  if (good)
    g_assert_no_error (error);
  else
    g_assert_nonnull (error);
  return good;
}

static void
test_whole (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_true (try_to_read (netz_exchange_find (samples[i].format), samples[i].text, strlen (samples[i].text)));
}

/* Every beginning of the file. */
static void
test_cut (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const NetzExchange *format = netz_exchange_find (samples[i].format);
  guint n_good = 0;

  for (gsize size = 0; size < strlen (samples[i].text); size++)
    n_good += try_to_read (format, samples[i].text, size);
  g_assert_cmpuint (n_good, <, strlen (samples[i].text));
}

static void
mutate (GRand *lot, GString *text)
{
  static const char *const pieces[] = { "<", ">", "\"", "[", "]", "{", "}", "--", "->", "&#0;", "\n", "*Vertices 9\n",
                                        "<graph>", "</graph>", "1e999", "-1", "<![CDATA[", "\xff", "*Matrix\n", "=" };
  guint at = (guint) g_rand_int_range (lot, 0, (gint32) MAX (text->len, 1));
  gsize length = (gsize) g_rand_int_range (lot, 1, 20);

  switch (g_rand_int_range (lot, 0, 4))
    {
    case 0:
      g_string_insert (text, at, pieces[g_rand_int_range (lot, 0, G_N_ELEMENTS (pieces))]);
      break;
    case 1:
      g_string_erase (text, at, (gssize) MIN (length, text->len - at));
      break;
    case 2:
      if (at < text->len)
        text->str[at] = (char) g_rand_int_range (lot, 1, 256);
      break;
    default:
      {
        g_autofree char *copy = g_strndup (text->str + at, (gsize) g_rand_int_range (lot, 1, 60));

        g_string_insert (text, g_rand_int_range (lot, 0, (gint32) MAX (text->len, 1)), copy);
      }
    }
}

static void
test_damaged (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const NetzExchange *format = netz_exchange_find (samples[i].format);
  GRand *lot = g_rand_new_with_seed (i + 1);
  guint n_good = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) text = g_string_new (samples[i].text);

      for (int n = g_rand_int_range (lot, 1, 6); n > 0; n--)
        mutate (lot, text);
      n_good += try_to_read (format, text->str, text->len);
    }
  g_rand_free (lot);
  g_assert_cmpuint (n_good, >, 0);
  g_assert_cmpuint (n_good, <, ROUNDS);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc run;
  } cases[] = { { "whole", test_whole }, { "cut", test_cut }, { "damaged", test_damaged } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      {
        g_autofree char *path = g_strdup_printf ("/foreign/%s/%s", samples[i].format, cases[k].name);

        g_test_add_data_func (path, GUINT_TO_POINTER (i), cases[k].run);
      }
  return g_test_run ();
}
