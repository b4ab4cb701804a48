/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-store-job.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/**
 * netz_store_note:
 * @job: a save
 * @sentence: translated
 *
 * Adds to what the user is told about a save that went well otherwise.
 */
void
netz_store_note (NetzStoreJob *job,
                 const char *sentence)
{
  if (job->report->notes == NULL)
    job->report->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < job->report->notes->len; i++)
    if (g_str_equal (job->report->notes->pdata[i], sentence))
      return;
  g_ptr_array_add (job->report->notes, g_strdup (sentence));
}

/* What every message about a failed save ends with. */
static const char *
get_assurance (const NetzStoreJob *job)
{
  if (job->report->rescued_path != NULL || job->report->outcome != NETZ_STORE_OLD)
    return NULL;
  return job->exists && S_ISREG (job->status.st_mode) ? _("The file on disk is as it was.") : _("Nothing was written.");
}

/**
 * netz_store_fail_with:
 * @job: a save
 * @code: what is wrong
 * @format: translated sentences
 *
 * Sets the error of @job and says what is on disk now.
 *
 * Returns: %FALSE
 */
gboolean
netz_store_fail_with (NetzStoreJob *job,
                      NetzFormatError code,
                      const char *format,
                      ...)
{
  g_autofree char *sentence = NULL;
  const char *assurance = get_assurance (job);
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (assurance != NULL)
    netz_format_error_set (job->error, code, 0, 0, "%s %s", sentence, assurance);
  else
    netz_format_error_set (job->error, code, 0, 0, "%s", sentence);
  return FALSE;
}

/**
 * netz_store_fail_changed:
 * @job: a save
 *
 * Returns: %FALSE, with the error that somebody else wrote the file
 */
gboolean
netz_store_fail_changed (NetzStoreJob *job)
{
  g_autofree char *display = g_filename_display_name (job->target);

  netz_format_error_set (job->error, NETZ_FORMAT_ERROR_CHANGED_ON_DISK, 0, 0,
                         _("Somebody else has written “%s” since it was opened. Your version was not saved."), display);
  return FALSE;
}

static gboolean
fail_no_space (NetzStoreJob *job,
               const char *folder)
{
  g_autofree char *needed = g_format_size (g_bytes_get_size (job->content));

  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NO_SPACE,
                               /* TRANSLATORS: a folder, a size in bytes. */
                               _("There is no space left in “%s”, where %s are needed."), folder, needed);
}

static gboolean
fail_permission (NetzStoreJob *job,
                 const char *folder,
                 const char *file)
{
  if (job->exists && !(job->flags & NETZ_STORE_IN_PLACE))
    return netz_store_fail_with (job, NETZ_FORMAT_ERROR_FOLDER_NOT_WRITABLE,
                                 /* TRANSLATORS: a file, its folder. */
                                 _("You may write “%s”, but make no files in “%s”. It can be overwritten in place, "
                                   "which is less safe, or saved elsewhere."),
                                 file, folder);
  return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_ALLOWED, _("You may not write in “%s”."), folder);
}

/**
 * netz_store_fail:
 * @job: a save
 * @number: an errno
 *
 * Returns: %FALSE, with the error that says what @number means to a user
 */
gboolean
netz_store_fail (NetzStoreJob *job,
                 int number)
{
  g_autofree char *folder = g_filename_display_name (job->folder_path);
  g_autofree char *file = g_filename_display_name (job->target);

  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return fail_no_space (job, folder);
    case EROFS:
      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_READ_ONLY,
                                   _("“%s” is on a medium that can only be read."), file);
    case EACCES:
    case EPERM:
      return fail_permission (job, folder, file);
    case ENAMETOOLONG:
      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NAME_TOO_LONG, _("The name “%s” is too long."), file);
    case ENOENT:
    case ENOTDIR:
      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NO_FOLDER, _("There is no folder “%s”."), folder);
    case ELOOP:
      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_NOT_REGULAR, _("“%s” is a link that leads back to itself."),
                                   file);
    case EBUSY:
    case ETXTBSY:
      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_BUSY, _("Another program holds “%s” at the moment."), file);
    case NETZ_STORE_DIFFERS:
      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_IO,
                                   _("What was written to “%s” could not be read back as it was: the medium fails."),
                                   folder);
    default:
      return netz_store_fail_with (job, NETZ_FORMAT_ERROR_IO, _("“%s” could not be saved: %s."), file,
                                   g_strerror (number));
    }
}
