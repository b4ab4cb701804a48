/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-random.h"

static const char *const nasty[] = {
  "x",
  "Straße & Co. <b>\"'</b>",
  "  leading and trailing  ",
  "tab\tline\nreturn\rend\r\n",
  "]]> --> ?> <!-- <![CDATA[",
  "&amp;#38;&#38;&lt;",
  "%s%n%1$s",
  "\u202eright to left\u202c\u200b",
  "\U0001F3EB\u0301\u0301\u0301",
  "\ufffd\ufffc\uffee\ue000\U0010ffff",
  "\xc2\x85\u2028\u00a0\x7f",
  "0",
  " ",
  "\n",
  "../../etc/passwd",
  "=1+1",
  "xmlns:a=\"b\"",
};

static const double numbers[] = {
  0, 1, -1, 0.1, -0.01, 1.0 / 3, 1e15, 123456789.125, 1e300, -1e-300, 5e-5, 1e21, 2.5e-7, 999999999999999.0,
};

static const char *
pick (GRand *random)
{
  return nasty[g_rand_int_range (random, 0, G_N_ELEMENTS (nasty))];
}

/* Extras as the reader makes them: by slot, attributes by name, then content. */
static NetzExtras *
make_extras (GRand *random)
{
  NetzExtras *extras;

  if (g_rand_boolean (random))
    return NULL;
  extras = netz_extras_new ();
  netz_extras_add (extras, "", "foreign", pick (random));
  netz_extras_add (extras, "", "g:a", pick (random));
  netz_extras_add (extras, "", "xml:lang", "de");
  netz_extras_add (extras, "", "xmlns:g", "urn:g?a&b");
  netz_extras_add (extras, "", NULL, "<h:x xmlns:h=\"urn:h\"><y z=\"&lt;&quot;&#10;\">a &amp; b</y></h:x>");
  netz_extras_add (extras, "", NULL, "stray &lt;text&gt;");
  netz_extras_add (extras, "before", NULL, "<!-- before -->");
  netz_extras_add (extras, "before", NULL, "<?pi data?>");
  return extras;
}

static GPtrArray *
make_strings (GRand *random)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  guint n = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (strings, g_ref_string_new (pick (random)));
  return strings;
}

static GPtrArray *
make_parts (GRand *random,
            const NetzPartType *type)
{
  GPtrArray *parts = netz_parts_new ();
  guint n = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autofree const char **values = g_new0 (const char *, type->n_fields);
      g_autoptr (NetzExtras) extras = type->text_field < 0 ? make_extras (random) : NULL;

      for (guint j = 0; j < type->n_fields; j++)
        values[j] = g_rand_int_range (random, 0, 4) > 0 ? pick (random) : NULL;
      g_ptr_array_add (parts, netz_part_new_with_extras (type, values, extras));
    }
  return parts;
}

static void
fill_field (GRand *random,
            NetzRecord *record,
            const NetzField *field)
{
  g_autoptr (GPtrArray) list = NULL;

  switch (field->type)
    {
    case NETZ_FIELD_NUMBER:
      netz_field_set_number (field, record, numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]);
      break;
    case NETZ_FIELD_BOOLEAN:
      netz_field_set_boolean (field, record, g_rand_boolean (random));
      break;
    case NETZ_FIELD_STRINGS:
      list = make_strings (random);
      netz_field_set_list (field, record, list);
      break;
    case NETZ_FIELD_PARTS:
      list = make_parts (random, field->part);
      netz_field_set_list (field, record, list);
      break;
    default:
      netz_field_set_text (field, record, pick (random));
    }
}

static NetzRecord *
make_record (GRand *random,
             NetzTable table,
             guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%s%u", netz_table_get_info (table)->prefix, pick (random), number);
  NetzRecord *record = netz_record_new (table, id);
  g_autoptr (NetzExtras) extras = table != NETZ_TABLE_SETTINGS ? make_extras (random) : NULL;
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (table, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_rand_int_range (random, 0, 5) > 0)
      fill_field (random, record, &fields[i]);
  netz_record_set_extras (record, extras);
  return record;
}

/* (transfer full): a network with @n_records in each table */
NetzSnapshot *
netz_test_random_network (GRand *random,
                          guint n_records)
{
  NetzSnapshot *snapshot = netz_snapshot_new ();

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    for (guint i = 0; i < (table == NETZ_TABLE_SETTINGS ? 1 : n_records); i++)
      netz_snapshot_take (snapshot, make_record (random, table, i));
  netz_snapshot_sort (snapshot);
  return snapshot;
}
