#ifndef IVR_CICU_H
#define IVR_CICU_H

#include <stdint.h>

// ICU behind functions of our own: its headers may not meet Swift, since Foundation brings another
// ICU whose types go by the same names, and its functions carry the version in their names.
//
// All text goes in and out as UTF-8. A function that writes text returns its length in bytes, or -1.

// A formatter that writes numbers as words by a named rule set, or by the usual one where the name
// is empty; NULL where the locale has no such rules.
void *ci_speller_open(const char *locale, const char *rules);
void ci_speller_close(void *speller);
int32_t ci_spell(void *speller, int64_t value, char *out, int32_t capacity);
int32_t ci_spell_fraction(void *speller, double value, char *out, int32_t capacity);

// A formatter for a number skeleton, such as "unit/meter unit-width-full-name"; NULL where ICU does
// not know what it asks for.
void *ci_formatter_open(const char *locale, const char *skeleton);
void ci_formatter_close(void *formatter);
int32_t ci_format(void *formatter, const char *decimal, char *out, int32_t capacity);

// How a locale orders the parts of a date, such as "d 'de' MMMM 'de' y" for "yMMMMd".
int32_t ci_date_pattern(const char *locale, const char *skeleton, char *out, int32_t capacity);

// The name of a month, 0 for January, within a date or standing alone.
int32_t ci_month(const char *locale, int32_t month, int alone, char *out, int32_t capacity);

#endif
