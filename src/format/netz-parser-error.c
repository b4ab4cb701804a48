/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-parser-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int parser_code;
  NetzFormatError code;
  const char *message;
} Translation;

static const Translation translations[] = {
  { XML_ERR_DOCUMENT_EMPTY, NETZ_FORMAT_ERROR_EMPTY, N_("The file is empty.") },
  { XML_ERR_DOCUMENT_END, NETZ_FORMAT_ERROR_SYNTAX, N_("There is something after the end of the network.") },
  { XML_ERR_TAG_NOT_FINISHED, NETZ_FORMAT_ERROR_TRUNCATED, N_("The file ends early.") },
  { XML_ERR_TAG_NAME_MISMATCH, NETZ_FORMAT_ERROR_SYNTAX, N_("An element is ended by the name of another.") },
  { XML_ERR_ATTRIBUTE_REDEFINED, NETZ_FORMAT_ERROR_SYNTAX, N_("An attribute is given twice.") },
  { XML_NS_ERR_ATTRIBUTE_REDEFINED, NETZ_FORMAT_ERROR_SYNTAX, N_("An attribute is given twice.") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, NETZ_FORMAT_ERROR_SYNTAX, N_("The value of an attribute needs quotation marks.") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, NETZ_FORMAT_ERROR_SYNTAX, N_("An attribute has no value.") },
  { XML_ERR_LT_IN_ATTRIBUTE, NETZ_FORMAT_ERROR_SYNTAX, N_("A “<” in a value must be written as “&lt;”.") },
  { XML_ERR_SPACE_REQUIRED, NETZ_FORMAT_ERROR_SYNTAX, N_("A blank is missing between attributes.") },
  { XML_ERR_UNDECLARED_ENTITY, NETZ_FORMAT_ERROR_SYNTAX, N_("An entity is used that XML itself does not have.") },
  { XML_WAR_UNDECLARED_ENTITY, NETZ_FORMAT_ERROR_SYNTAX, N_("An entity is used that XML itself does not have.") },
  { XML_ERR_INVALID_CHAR, NETZ_FORMAT_ERROR_CHARACTER, N_("There is a character that XML does not allow.") },
  { XML_ERR_INVALID_CHARREF, NETZ_FORMAT_ERROR_CHARACTER,
    N_("A reference names a character that XML does not allow.") },
  { XML_ERR_HYPHEN_IN_COMMENT, NETZ_FORMAT_ERROR_SYNTAX, N_("A comment must not contain “--”.") },
  { XML_ERR_RESERVED_XML_NAME, NETZ_FORMAT_ERROR_SYNTAX, N_("An XML declaration stands where none belongs.") },
  { XML_ERR_UNKNOWN_VERSION, NETZ_FORMAT_ERROR_SYNTAX, N_("This version of XML is not known.") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, NETZ_FORMAT_ERROR_SYNTAX, N_("A prefix is used that is not declared.") },
  { XML_NS_ERR_QNAME, NETZ_FORMAT_ERROR_SYNTAX, N_("There is a name with a misplaced colon.") },
  { XML_NS_ERR_COLON, NETZ_FORMAT_ERROR_SYNTAX, N_("There is a name with a misplaced colon.") },
  { XML_NS_ERR_XML_NAMESPACE, NETZ_FORMAT_ERROR_SYNTAX, N_("A prefix is declared in a way that is not allowed.") },
  { XML_NS_ERR_EMPTY, NETZ_FORMAT_ERROR_SYNTAX, N_("A prefix is declared in a way that is not allowed.") },
};

/**
 * netz_parser_error_set:
 * @error: return location
 * @parser_error: what libxml2 says
 *
 * Sets an error with the place that the parser gives.
 */
void
netz_parser_error_set (GError **error,
                       const xmlError *parser_error)
{
  guint64 line = parser_error->line > 0 ? parser_error->line : 0;
  guint64 column = parser_error->int2 > 0 && line > 0 ? parser_error->int2 : 0;
  g_autofree char *original = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (translations); i++)
    if (translations[i].parser_code == parser_error->code)
      {
        netz_format_error_set (error, translations[i].code, line, column, "%s", _(translations[i].message));
        return;
      }
  original = g_strstrip (g_utf8_make_valid (parser_error->message != NULL ? parser_error->message : "", -1));
  netz_format_error_set (error, NETZ_FORMAT_ERROR_SYNTAX, line, column,
                         /* TRANSLATORS: the message of the XML parser follows, in English. */
                         _("This is not well-formed XML: %s"), original);
}
