/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every field of every table, and tries texts, numbers and dates that people and files bring. */
#include "model/netz-date.h"
#include "model/netz-network.h"

#include <math.h>
#include <string.h>

/* Gives a field some value of its type, another for another seed. */
static void
fill (const NetzField *field, NetzRecord *record, int seed)
{
  g_autofree char *text = g_strdup_printf ("text %d\tß & <b>", seed);
  g_autoptr (GPtrArray) list = NULL;

  if (netz_field_is_text (field))
    netz_field_set_text (field, record, text);
  else if (field->type == NETZ_FIELD_NUMBER)
    netz_field_set_number (field, record, seed + 0.5);
  else if (field->type == NETZ_FIELD_BOOLEAN)
    netz_field_set_boolean (field, record, TRUE);
  else if (field->type == NETZ_FIELD_STRINGS)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
      g_ptr_array_add (list, g_ref_string_new (text));
      netz_field_set_list (field, record, list);
    }
  else
    {
      g_autofree const char **values = g_new (const char *, field->part->n_fields);

      for (guint i = 0; i < field->part->n_fields; i++)
        values[i] = text;
      list = netz_parts_new ();
      g_ptr_array_add (list, netz_part_new (field->part, values));
      netz_field_set_list (field, record, list);
    }
}

static void
test_every_field (gconstpointer data)
{
  NetzTable table = GPOINTER_TO_UINT (data);
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (table, &n_fields);
  g_autoptr (NetzRecord) empty = netz_record_new (table, "id");
  g_autoptr (NetzRecord) full = netz_record_new (table, "id");

  g_assert_cmpuint (n_fields, >, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (NetzRecord) copy = NULL;
      GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (full), fields[i].name);

      g_assert_nonnull (spec);
      g_assert_true (netz_table_find_field (table, fields[i].name) == &fields[i]);
      g_assert_false (netz_field_is_set (&fields[i], empty));
      fill (&fields[i], full, 1);
      g_assert_true (netz_field_is_set (&fields[i], full));
      g_assert_false (netz_field_equal (&fields[i], empty, full));
      copy = netz_record_copy (full);
      g_assert_true (netz_record_equal (copy, full));
      fill (&fields[i], copy, 2);
      g_assert_cmpint (netz_record_equal (copy, full), ==, fields[i].type == NETZ_FIELD_BOOLEAN);
      netz_field_unset (&fields[i], copy);
      g_assert_false (netz_field_is_set (&fields[i], copy));
    }
  g_assert_false (netz_record_equal (full, empty));
}

static void
test_sealed_records_refuse (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (NetzRecord) record = netz_record_new (NETZ_TABLE_INSTITUTION, NULL);

      netz_record_seal (record);
      netz_record_set_text (record, "name", "changed");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*is_sealed*");
}

static void
test_values (void)
{
  static const struct
  {
    NetzTable table;
    const char *field;
    const char *input;
    const char *stored; /* NULL: refused */
  } rows[] = {
    { NETZ_TABLE_INSTITUTION, "x", "1,5", "1.5" },
    { NETZ_TABLE_INSTITUTION, "x", "-0", "0" },
    { NETZ_TABLE_INSTITUTION, "x", "nan", NULL },
    { NETZ_TABLE_INSTITUTION, "x", "0x10", NULL },
    { NETZ_TABLE_INSTITUTION, "x", "1e999", NULL },
    { NETZ_TABLE_INSTITUTION, "x", "0.1", "0.1" },
    { NETZ_TABLE_INSTITUTION, "pupils", "300", "300" },
    { NETZ_TABLE_INSTITUTION, "pupils", "3.5", NULL },
    { NETZ_TABLE_INSTITUTION, "pupils", "", "" },
    { NETZ_TABLE_INSTITUTION, "tags", " a,b ,, c", "a, b, c" },
    { NETZ_TABLE_INSTITUTION, "pinned", "yes", "true" },
    { NETZ_TABLE_INSTITUTION, "pinned", "perhaps", NULL },
    { NETZ_TABLE_INSTITUTION, "contacts", "x", NULL },
    { NETZ_TABLE_INSTITUTION, "name", "a\001b\xEF\xBF\xBF", "ab" },
    { NETZ_TABLE_INSTITUTION, "name", " two\nlines ", " two\nlines " },
    { NETZ_TABLE_PARTNERSHIP, "status", "Idea", "idea" },
    { NETZ_TABLE_PARTNERSHIP, "status", "great", NULL },
    { NETZ_TABLE_PARTNERSHIP, "since", "25.8.2008", "2008-08-25" },
    { NETZ_TABLE_PARTNERSHIP, "since", "soon", NULL },
    { NETZ_TABLE_KIND, "colour", "#12ab9F", "#12ab9F" },
    { NETZ_TABLE_KIND, "colour", "blue", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NetzRecord) record = netz_record_new (rows[i].table, NULL);
      g_autoptr (GError) error = NULL;
      gboolean set = netz_record_set (record, rows[i].field, rows[i].input, &error);
      g_autofree char *stored = netz_record_print (record, rows[i].field);

      g_test_message ("%s = “%s”", rows[i].field, rows[i].input);
      g_assert_cmpint (set, ==, rows[i].stored != NULL);
      g_assert_cmpstr (stored, ==, rows[i].stored != NULL ? rows[i].stored : "");
      if (!set)
        g_assert_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } rows[] = { { 0, "0" },         { -40, "-40" },     { 0.1, "0.1" },    { 1 / 3.0, "0.333333333333333" },
               { 1e300, "1e+300" }, { -2.5, "-2.5" }, { 123456789012.25, "123456789012.25" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = netz_number_print (rows[i].number);
      double back;

      g_assert_true (netz_number_parse (text, &back));
      g_assert_cmpfloat (back, ==, rows[i].number);
      if (i != 3)
        g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *input;
    const char *canonical; /* NULL: not a date */
    gboolean is_file_form;
  } rows[] = {
    { "2008", "2008", TRUE },           { "2008-08", "2008-08", TRUE },       { "2008-08-25", "2008-08-25", TRUE },
    { "2008/09", "2008/09", TRUE },     { "1999/00", "1999/00", TRUE },       { "2008/10", NULL, FALSE },
    { "2024-02-30", NULL, FALSE },      { "2023-02-29", NULL, FALSE },        { "9999999", NULL, FALSE },
    { "25.8.2008", "2008-08-25", FALSE }, { "25.08.2008", "2008-08-25", FALSE }, { "8/2008", "2008-08", FALSE },
    { "2008/2009", "2008/09", FALSE },  { "2008/2010", NULL, FALSE },         { "13.2008", NULL, FALSE },
    { "2008-8-5", "2008-08-05", FALSE }, { "", NULL, FALSE },                 { "2008-08-25x", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NetzDate date, strict;
      gboolean parsed = netz_date_parse_input (rows[i].input, &date);
      g_autofree char *text = parsed ? netz_date_print (&date) : NULL;

      g_test_message ("“%s”", rows[i].input);
      g_assert_cmpstr (text, ==, rows[i].canonical);
      g_assert_cmpint (netz_date_parse (rows[i].input, &strict), ==, rows[i].is_file_form);
    }
}

static void
test_valid_on (void)
{
  g_assert_true (netz_date_valid_on ("2005", NULL, "2008-08-11"));
  g_assert_false (netz_date_valid_on ("2008-09", NULL, "2008-08-11"));
  g_assert_true (netz_date_valid_on (NULL, "2007/08", "2008-07-31"));
  g_assert_false (netz_date_valid_on (NULL, "2007/08", "2008-08-01"));
  g_assert_true (netz_date_valid_on ("odd", "odd", "2008"));
  g_assert_true (netz_date_valid_on ("2008-12", NULL, "2008"));
}

static void
test_ids (void)
{
  g_autofree char *a = netz_id_new (NETZ_TABLE_INSTITUTION), *b = netz_id_new (NETZ_TABLE_INSTITUTION);
  g_autofree char *first = NULL, *second = NULL;

  g_assert_true (g_str_has_prefix (a, "i-") && strlen (a) == 15);
  g_assert_cmpstr (a, !=, b);
  netz_id_seed (7);
  first = netz_id_new (NETZ_TABLE_PARTNERSHIP);
  netz_id_seed (7);
  second = netz_id_new (NETZ_TABLE_PARTNERSHIP);
  netz_id_seed (0);
  g_assert_cmpstr (first, ==, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      g_autofree char *path = g_strconcat ("/records/fields/", netz_table_get_info (table)->element, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (table), test_every_field);
    }
  g_test_add_func ("/records/sealed", test_sealed_records_refuse);
  g_test_add_func ("/records/values", test_values);
  g_test_add_func ("/records/numbers", test_numbers);
  g_test_add_func ("/records/dates", test_dates);
  g_test_add_func ("/records/valid-on", test_valid_on);
  g_test_add_func ("/records/ids", test_ids);
  return g_test_run ();
}
