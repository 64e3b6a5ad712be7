#include "CICU.h"

#include <stddef.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

enum { CI_UNITS = 1024 };

// What a locale lacks would come from the environment's locale; two machines must not differ.
static void ci_prepare(void) {
  UErrorCode status = U_ZERO_ERROR;
  uloc_setDefault("en_US", &status);
}

static int32_t ci_give(const UChar *text, int32_t length, char *out, int32_t capacity,
                       UErrorCode status) {
  int32_t written = 0;
  if (U_FAILURE(status) || length < 0 || length > CI_UNITS) return -1;
  u_strToUTF8(out, capacity, &written, text, length, &status);
  return U_FAILURE(status) || written > capacity ? -1 : written;
}

// A formatter that writes numbers as words by a named rule set, or by the usual one where the name
// is empty; NULL where the locale has no such rules.
void *ci_speller_open(const char *locale, const char *rules) {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  int32_t length = 0;
  ci_prepare();
  UNumberFormat *speller = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);
  if (U_SUCCESS(status) && rules[0]) {
    u_strFromUTF8(name, 64, &length, rules, -1, &status);
    unum_setTextAttribute(speller, UNUM_DEFAULT_RULESET, name, length, &status);
  }
  if (U_SUCCESS(status)) return speller;
  if (speller) unum_close(speller);
  return NULL;
}

void ci_speller_close(void *speller) { unum_close((UNumberFormat *)speller); }

int32_t ci_spell(void *speller, int64_t value, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar text[CI_UNITS];
  int32_t length =
      unum_formatInt64((UNumberFormat *)speller, value, text, CI_UNITS, NULL, &status);
  return ci_give(text, length, out, capacity, status);
}

int32_t ci_spell_fraction(void *speller, double value, char *out,
                          int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar text[CI_UNITS];
  int32_t length =
      unum_formatDouble((UNumberFormat *)speller, value, text, CI_UNITS, NULL, &status);
  return ci_give(text, length, out, capacity, status);
}

// A formatter for a number skeleton, such as "unit/meter unit-width-full-name"; NULL where ICU does
// not know what it asks for.
void *ci_formatter_open(const char *locale, const char *skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  UChar wanted[256];
  int32_t length = 0;
  ci_prepare();
  u_strFromUTF8(wanted, 256, &length, skeleton, -1, &status);
  UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(wanted, length, locale, &status);
  if (U_SUCCESS(status)) return formatter;
  unumf_close(formatter);
  return NULL;
}

void ci_formatter_close(void *formatter) { unumf_close((UNumberFormatter *)formatter); }

int32_t ci_format(void *formatter, const char *decimal, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar text[CI_UNITS];
  int32_t length = -1;
  UFormattedNumber *number = unumf_openResult(&status);
  unumf_formatDecimal((UNumberFormatter *)formatter, decimal, -1, number, &status);
  if (U_SUCCESS(status)) length = unumf_resultToString(number, text, CI_UNITS, &status);
  unumf_closeResult(number);
  return ci_give(text, length, out, capacity, status);
}

// How a locale orders the parts of a date, such as "d 'de' MMMM 'de' y" for "yMMMMd".
int32_t ci_date_pattern(const char *locale, const char *skeleton, char *out,
                        int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar wanted[64], text[CI_UNITS];
  int32_t length = 0;
  ci_prepare();
  u_strFromUTF8(wanted, 64, &length, skeleton, -1, &status);
  UDateTimePatternGenerator *generator = udatpg_open(locale, &status);
  if (U_FAILURE(status)) return -1;
  length = udatpg_getBestPattern(generator, wanted, length, text, CI_UNITS, &status);
  udatpg_close(generator);
  return ci_give(text, length, out, capacity, status);
}

// The name of a month, 0 for January, within a date or standing alone.
int32_t ci_month(const char *locale, int32_t month, int alone, char *out,
                 int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar text[CI_UNITS];
  ci_prepare();
  UDateFormat *format = udat_open(UDAT_LONG, UDAT_LONG, locale, u"UTC", 3, NULL, 0, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = udat_getSymbols(format, alone ? UDAT_STANDALONE_MONTHS : UDAT_MONTHS, month,
                                   text, CI_UNITS, &status);
  udat_close(format);
  return ci_give(text, length, out, capacity, status);
}
