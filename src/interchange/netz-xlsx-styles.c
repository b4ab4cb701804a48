/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How numbers of an XLSX workbook are meant: days are numbers that only a format tells apart. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-xlsx.h"

#include "interchange/netz-workbook.h"
#include "model/netz-field.h"

#include <math.h>
#include <string.h>

#define LAST_DAY 2958465.0 /* 9999-12-31 */
#define DAYS_TO_1904 1462
#define MINUTES_A_DAY 1440
#define MOST_DIGITS 15

typedef struct
{
  GHashTable *formats; /* number of a format -> its style */
  GArray *styles;
  gboolean in_cells;
} Styles;

/* Whether a format shows a day; what stands in quotes and brackets or behind a backslash is text or colour. */
static gboolean
shows_day (const char *code)
{
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (*p == '"' || *p == '[')
        {
          const char *end = strchr (p + 1, *p == '"' ? '"' : ']');

          if (end == NULL)
            return FALSE;
          p = end;
        }
      else if (strchr ("yYdDjJtT", *p) != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
judge_format (const char *code)
{
  gsize zeros = strspn (code, "0");

  if (zeros > 1 && zeros <= MOST_DIGITS && code[zeros] == '\0')
    return NETZ_XLSX_STYLE (NETZ_XLSX_DIGITS, zeros);
  if (g_ascii_strcasecmp (code, "General") == 0 || g_ascii_strcasecmp (code, "Standard") == 0)
    return NETZ_XLSX_NUMBER;
  return shows_day (code) ? NETZ_XLSX_DATE : NETZ_XLSX_NUMBER;
}

/* Those that have no code in the file. */
static guint
judge_builtin (guint number)
{
  return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36 ||
         (number >= 50 && number <= 54) || number == 57 || number == 58 ? NETZ_XLSX_DATE : NETZ_XLSX_NUMBER;
}

static gboolean
start_style (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  Styles *self = data;
  guint number = netz_workbook_get_number (n, attributes, "numFmtId", 0), style;
  gpointer own;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cells = TRUE;
  else if (strcmp (name, "numFmt") == 0)
    {
      g_autofree char *code = netz_workbook_get_attribute (n, attributes, "formatCode");

      style = judge_format (code != NULL ? code : "");
      g_hash_table_insert (self->formats, GUINT_TO_POINTER (number), GUINT_TO_POINTER (style));
    }
  else if (self->in_cells && strcmp (name, "xf") == 0)
    {
      style = g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (number), NULL, &own)
                ? GPOINTER_TO_UINT (own) : judge_builtin (number);
      g_array_append_val (self->styles, style);
    }
  return TRUE;
}

static gboolean
end_style (gpointer data, const char *name)
{
  Styles *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cells = FALSE;
  return TRUE;
}

/* A guint for each cell style, made by NETZ_XLSX_STYLE. */
GArray *
netz_xlsx_read_styles (GBytes *bytes, const char *part, GError **error)
{
  static const NetzWorkbookHandler handler = { start_style, end_style, NULL };
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (guint));
  Styles self = { formats, styles, FALSE };

  return netz_workbook_read (bytes, part, &handler, &self, error) ? g_steal_pointer (&styles) : NULL;
}

/* Days are counted from 1899-12-31, with a 29 February 1900 that never was; hence from the 30th for all after it. */
static char *
print_day (double serial, gboolean from_1904)
{
  double day = floor (serial);
  guint minutes = (guint) lround ((serial - day) * MINUTES_A_DAY) % MINUTES_A_DAY;
  GDate date;
  char text[32];

  if (from_1904)
    day += DAYS_TO_1904;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) day);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  if (minutes > 0)
    g_snprintf (text + strlen (text), sizeof text - strlen (text), " %02u:%02u", minutes / 60, minutes % 60);
  return g_strdup (text);
}

/* A number as the file has it, as the text that its format means. What is no number stays as it is. */
char *
netz_xlsx_print_number (const char *text, guint style, gboolean from_1904)
{
  double number;

  if (!netz_number_parse (text, &number))
    return g_strdup (text);
  if ((style & 0xff) == NETZ_XLSX_DATE && number >= 1 && number <= LAST_DAY)
    return print_day (number, from_1904);
  if ((style & 0xff) == NETZ_XLSX_DIGITS && number >= 0 && number == floor (number) && number < 1e15)
    return g_strdup_printf ("%0*" G_GINT64_FORMAT, (int) (style >> 8), (gint64) number);
  return netz_number_print (number);
}
