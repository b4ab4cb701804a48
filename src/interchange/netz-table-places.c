/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-places.h"

#include "model/netz-field.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#define MAX_DEPTH 64 /* the parser calls itself for each level */

typedef struct
{
  NetzTableRowMaker *maker;
  GPtrArray *columns;  /* names of properties */
  GHashTable *indices; /* name -> index + 1 */
} Places;

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED, text);
  return FALSE;
}

/* The parser says where only in its message, "<data>:LINE:COLUMN: …", and its versions count columns differently. */
static gboolean
refuse_json (const GError *problem, GError **error)
{
  guint line = 1;

  sscanf (problem->message, "%*[^:]:%u:", &line);
  g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED, _("Line %u: this is not JSON."), line);
  return FALSE;
}

/* Looks at the brackets only: what is no JSON otherwise, the parser says. */
static gboolean
check_depth (const char *text, gsize size, GError **error)
{
  gboolean in_text = FALSE;
  guint depth = 0, line = 1;

  for (gsize i = 0; i < size; i++)
    {
      char c = text[i];

      line += c == '\n' ? 1 : 0;
      if (in_text && c == '\\')
        i++;
      else if (c == '"')
        in_text = !in_text;
      else if (!in_text && (c == '[' || c == '{') && ++depth > MAX_DEPTH)
        {
          g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_LIMIT,
                       _("Line %u: brackets stand in each other more than %d times."), line, MAX_DEPTH);
          return FALSE;
        }
      else if (!in_text && (c == ']' || c == '}') && depth > 0)
        depth--;
    }
  return TRUE;
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_feature (JsonArray *features, guint index)
{
  JsonNode *node = json_array_get_element (features, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
learn_columns (Places *self, JsonArray *features)
{
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *properties = get_object (get_feature (features, i), "properties");
      JsonObjectIter iter;
      const char *name;

      if (properties == NULL)
        continue;
      json_object_iter_init_ordered (&iter, properties);
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        if (self->columns->len < NETZ_TABLE_MAX_COLUMNS - 3 && !g_hash_table_contains (self->indices, name))
          {
            g_ptr_array_add (self->columns, (gpointer) name);
            g_hash_table_insert (self->indices, (gpointer) name, GUINT_TO_POINTER (self->columns->len));
          }
    }
}

static char *
print_value (JsonNode *node)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (type == G_TYPE_DOUBLE)
    return netz_number_print (json_node_get_double (node));
  return json_to_string (node, FALSE);
}

static void
add_value (Places *self, JsonNode *node)
{
  g_autofree char *text = print_value (node);

  netz_table_row_maker_add (self->maker, text, strlen (text));
}

/* Points only: for a line or an area nobody has said where its middle is. */
static void
add_place (Places *self, JsonObject *feature)
{
  JsonObject *geometry = get_object (feature, "geometry");
  JsonArray *coordinates = get_array (geometry, "coordinates");
  gboolean is_point = coordinates != NULL && json_array_get_length (coordinates) >= 2 &&
                      JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 0)) &&
                      JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 1));

  for (guint i = 0; i < 2; i++)
    add_value (self, is_point ? json_array_get_element (coordinates, i) : NULL);
}

static gboolean
add_header (Places *self, GError **error)
{
  static const char *const place[] = { "longitude", "latitude" };

  netz_table_row_maker_add (self->maker, "id", 2);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *name = g_ptr_array_index (self->columns, i);
      /* OpenStreetMap's exports put their tags in a folder of this name. */
      const char *plain = g_str_has_prefix (name, "tags/") ? name + 5 : name;

      netz_table_row_maker_add (self->maker, plain, strlen (plain));
    }
  for (guint i = 0; i < G_N_ELEMENTS (place); i++)
    netz_table_row_maker_add (self->maker, place[i], strlen (place[i]));
  return netz_table_row_maker_end_row (self->maker, 0, error);
}

static gboolean
add_feature (Places *self, JsonObject *feature, guint number, GError **error)
{
  JsonObject *properties = get_object (feature, "properties");
  JsonNode *id = json_object_get_member (feature, "id");

  add_value (self, id);
  for (guint i = 0; i < self->columns->len; i++)
    add_value (self, properties != NULL ? json_object_get_member (properties, self->columns->pdata[i]) : NULL);
  add_place (self, feature);
  return netz_table_row_maker_end_row (self->maker, number, error);
}

static gboolean
read_features (Places *self, JsonArray *features, GError **error)
{
  learn_columns (self, features);
  if (!add_header (self, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = get_feature (features, i);

      if (feature == NULL)
        {
          g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED, _("Feature %u is not an object."), i + 1);
          return FALSE;
        }
      if (!add_feature (self, feature, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
netz_table_places_read (GBytes *bytes, NetzTableRowMaker *maker, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) problem = NULL;
  Places self = { maker, columns, indices };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonArray *features;
  JsonNode *root;

  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    return refuse (error, _("The text is not UTF-8, as JSON has to be."));
  if (!check_depth (text, size, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, text, (gssize) size, &problem))
    return refuse_json (problem, error);
  root = json_parser_get_root (parser);
  features = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? get_array (json_node_get_object (root), "features") : NULL;
  return features != NULL ? read_features (&self, features, error)
                          : refuse (error, _("This is JSON, but no collection of GeoJSON features."));
}
