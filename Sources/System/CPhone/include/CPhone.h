#ifndef IVR_CPHONE_H
#define IVR_CPHONE_H

#include <stddef.h>
#include <stdint.h>

// A C face of libphonenumber. Every function may be called from any thread. Texts come with their
// length in bytes and may hold anything; regions end with a zero byte. No exception leaves.
//
// Functions that write a text fill at most `size` bytes, add no zero byte, and return the length;
// CPHONE_FAULT where it does not fit or the library gave up.

#ifdef __cplusplus
extern "C" {
#endif

enum {
  CPHONE_FAULT = -1,           // the library gave up: no memory, or an exception
  CPHONE_INPUT_BYTES = 4096,   // longer texts are not looked at: CPHONE_TOO_LONG
  CPHONE_TEXT_BYTES = 1024,    // enough for every text that is written
  CPHONE_EXTENSION_BYTES = 64
};

// What parsing says.
enum {
  CPHONE_PARSED,
  CPHONE_INVALID_COUNTRY_CODE,
  CPHONE_NOT_A_NUMBER,
  CPHONE_TOO_SHORT_AFTER_IDD,
  CPHONE_TOO_SHORT,
  CPHONE_TOO_LONG
};

// The ways of writing a number.
enum { CPHONE_E164, CPHONE_INTERNATIONAL, CPHONE_NATIONAL, CPHONE_RFC3966 };

// Whether the number of digits is one that the plan knows.
enum {
  CPHONE_POSSIBLE,
  CPHONE_POSSIBLE_LOCALLY,
  CPHONE_UNKNOWN_COUNTRY_CODE,
  CPHONE_DIGITS_TOO_FEW,
  CPHONE_DIGITS_NO_LENGTH,
  CPHONE_DIGITS_TOO_MANY
};

// What a number is for.
enum {
  CPHONE_FIXED_LINE,
  CPHONE_MOBILE,
  CPHONE_FIXED_LINE_OR_MOBILE,
  CPHONE_TOLL_FREE,
  CPHONE_PREMIUM_RATE,
  CPHONE_SHARED_COST,
  CPHONE_VOIP,
  CPHONE_PERSONAL_NUMBER,
  CPHONE_PAGER,
  CPHONE_UAN,
  CPHONE_VOICEMAIL,
  CPHONE_UNKNOWN
};

// What a call to a short number costs.
enum { CPHONE_COST_TOLL_FREE, CPHONE_COST_STANDARD, CPHONE_COST_PREMIUM, CPHONE_COST_UNKNOWN };

// A number that was read.
typedef struct {
  int32_t country_code;
  int32_t leading_zeros;  // how many zeros belong to the number and stand before its digits
  uint64_t national_number;
  int32_t extension_length;
  char extension[CPHONE_EXTENSION_BYTES];
} cphone_number;

// What a plan says about a short number.
typedef struct {
  int32_t is_emergency;         // exactly an emergency number
  int32_t connects_to_emergency;  // it, or digits behind it, reach the emergency service
  int32_t is_possible;
  int32_t is_valid;
  int32_t cost;
} cphone_short_number;

int cphone_parse(const char *text, size_t length, const char *region, cphone_number *result);
int cphone_format(const cphone_number *number, int format, char *buffer, size_t size);
int cphone_possibility(const cphone_number *number);
int cphone_type(const cphone_number *number);
int cphone_is_valid(const cphone_number *number);
int cphone_is_valid_for_region(const cphone_number *number, const char *region);
// The region, `001` for numbers of no region; length 0 where none fits.
int cphone_region(const cphone_number *number, char *buffer, size_t size);

int cphone_short_number_info(
    const char *text, size_t length, const char *region, cphone_short_number *result);

// Whether a text is a vanity number, such as 1-800-FLOWERS.
int cphone_has_letters(const char *text, size_t length);
// The text with its letters replaced by the digits on their keys.
int cphone_letters_to_digits(const char *text, size_t length, char *buffer, size_t size);

// The calling code of a region; 0 where there is no such region.
int cphone_calling_code(const char *region);
// The main region of a calling code; length 0 where there is no such code.
int cphone_main_region(int calling_code, char *buffer, size_t size);
// All regions in the order of the alphabet, two letters each.
int cphone_regions(char *buffer, size_t size);
// A number that is valid in a region for a type; 0 where there is none, else 1.
int cphone_example(const char *region, int type, cphone_number *result);

#ifdef __cplusplus
}
#endif

#endif
