#include "CPhone.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

#include <cstring>
#include <mutex>
#include <set>
#include <string>

using i18n::phonenumbers::Logger;
using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::ShortNumberInfo;

namespace {

// The library, set up once. It is left alive at the end of the process, as other threads may use it.
struct Library {
  PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
  ShortNumberInfo short_numbers;
  std::mutex mutex;

  // Left to itself, the library writes what it thinks of numbers to the standard output.
  Library() { Logger::set_logger_impl(new NullLogger); }
};

// Runs something with the library: one call at a time, and no exception comes out.
template <typename Body>
int with_library(Body body) {
  try {
    static Library &library = *new Library;
    std::lock_guard<std::mutex> lock(library.mutex);
    return body(library);
  } catch (...) {
    return CPHONE_FAULT;
  }
}

PhoneNumber number_from(const cphone_number &fields) {
  PhoneNumber number;
  number.set_country_code(fields.country_code);
  number.set_national_number(fields.national_number);
  if (fields.leading_zeros > 0) number.set_italian_leading_zero(true);
  if (fields.leading_zeros > 1) number.set_number_of_leading_zeros(fields.leading_zeros);
  if (fields.extension_length > 0 && fields.extension_length <= CPHONE_EXTENSION_BYTES)
    number.set_extension(std::string(fields.extension, fields.extension_length));
  return number;
}

// Copies what fits into the fields; an extension that does not fit is a fault.
int fields_from(const PhoneNumber &number, cphone_number *fields) {
  std::memset(fields, 0, sizeof *fields);
  fields->country_code = number.country_code();
  fields->national_number = number.national_number();
  if (number.italian_leading_zero())
    fields->leading_zeros =
        number.has_number_of_leading_zeros() ? number.number_of_leading_zeros() : 1;
  const std::string &extension = number.extension();
  if (extension.size() > sizeof fields->extension) return CPHONE_FAULT;
  std::memcpy(fields->extension, extension.data(), extension.size());
  fields->extension_length = static_cast<int32_t>(extension.size());
  return CPHONE_PARSED;
}

int copy(const std::string &text, char *buffer, size_t size) {
  if (text.size() > size) return CPHONE_FAULT;
  std::memcpy(buffer, text.data(), text.size());
  return static_cast<int>(text.size());
}

int parse_result(PhoneNumberUtil::ErrorType error) {
  switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR: return CPHONE_PARSED;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return CPHONE_INVALID_COUNTRY_CODE;
    case PhoneNumberUtil::NOT_A_NUMBER: return CPHONE_NOT_A_NUMBER;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD: return CPHONE_TOO_SHORT_AFTER_IDD;
    case PhoneNumberUtil::TOO_SHORT_NSN: return CPHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN: return CPHONE_TOO_LONG;
  }
  return CPHONE_FAULT;
}

PhoneNumberUtil::PhoneNumberFormat format_from(int format) {
  switch (format) {
    case CPHONE_INTERNATIONAL: return PhoneNumberUtil::INTERNATIONAL;
    case CPHONE_NATIONAL: return PhoneNumberUtil::NATIONAL;
    case CPHONE_RFC3966: return PhoneNumberUtil::RFC3966;
    default: return PhoneNumberUtil::E164;
  }
}

int possibility_result(PhoneNumberUtil::ValidationResult result) {
  switch (result) {
    case PhoneNumberUtil::IS_POSSIBLE: return CPHONE_POSSIBLE;
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return CPHONE_POSSIBLE_LOCALLY;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return CPHONE_UNKNOWN_COUNTRY_CODE;
    case PhoneNumberUtil::TOO_SHORT: return CPHONE_DIGITS_TOO_FEW;
    case PhoneNumberUtil::INVALID_LENGTH: return CPHONE_DIGITS_NO_LENGTH;
    case PhoneNumberUtil::TOO_LONG: return CPHONE_DIGITS_TOO_MANY;
  }
  return CPHONE_FAULT;
}

// The library's types in the order of the header; the last is UNKNOWN.
const PhoneNumberUtil::PhoneNumberType kTypes[] = {
    PhoneNumberUtil::FIXED_LINE,   PhoneNumberUtil::MOBILE,
    PhoneNumberUtil::FIXED_LINE_OR_MOBILE, PhoneNumberUtil::TOLL_FREE,
    PhoneNumberUtil::PREMIUM_RATE, PhoneNumberUtil::SHARED_COST,
    PhoneNumberUtil::VOIP,         PhoneNumberUtil::PERSONAL_NUMBER,
    PhoneNumberUtil::PAGER,        PhoneNumberUtil::UAN,
    PhoneNumberUtil::VOICEMAIL};

int type_result(PhoneNumberUtil::PhoneNumberType type) {
  for (int index = 0; index < CPHONE_UNKNOWN; index++)
    if (kTypes[index] == type) return index;
  return CPHONE_UNKNOWN;
}

int cost_result(ShortNumberInfo::ShortNumberCost cost) {
  switch (cost) {
    case ShortNumberInfo::TOLL_FREE: return CPHONE_COST_TOLL_FREE;
    case ShortNumberInfo::STANDARD_RATE: return CPHONE_COST_STANDARD;
    case ShortNumberInfo::PREMIUM_RATE: return CPHONE_COST_PREMIUM;
    default: return CPHONE_COST_UNKNOWN;
  }
}

// The library's words for "no region".
bool is_region(const std::string &region) { return !region.empty() && region != "ZZ"; }

}  // namespace

int cphone_parse(const char *text, size_t length, const char *region, cphone_number *result) {
  if (length > CPHONE_INPUT_BYTES) return CPHONE_TOO_LONG;
  return with_library([&](Library &library) {
    PhoneNumber number;
    int outcome = parse_result(library.numbers.Parse(std::string(text, length), region, &number));
    return outcome == CPHONE_PARSED ? fields_from(number, result) : outcome;
  });
}

int cphone_format(const cphone_number *number, int format, char *buffer, size_t size) {
  return with_library([&](Library &library) {
    std::string text;
    library.numbers.Format(number_from(*number), format_from(format), &text);
    return copy(text, buffer, size);
  });
}

int cphone_possibility(const cphone_number *number) {
  return with_library([&](Library &library) {
    return possibility_result(library.numbers.IsPossibleNumberWithReason(number_from(*number)));
  });
}

int cphone_type(const cphone_number *number) {
  return with_library([&](Library &library) {
    return type_result(library.numbers.GetNumberType(number_from(*number)));
  });
}

int cphone_is_valid(const cphone_number *number) {
  return with_library([&](Library &library) {
    return library.numbers.IsValidNumber(number_from(*number)) ? 1 : 0;
  });
}

int cphone_is_valid_for_region(const cphone_number *number, const char *region) {
  return with_library([&](Library &library) {
    return library.numbers.IsValidNumberForRegion(number_from(*number), region) ? 1 : 0;
  });
}

int cphone_region(const cphone_number *number, char *buffer, size_t size) {
  return with_library([&](Library &library) {
    std::string region;
    library.numbers.GetRegionCodeForNumber(number_from(*number), &region);
    return is_region(region) ? copy(region, buffer, size) : 0;
  });
}

int cphone_short_number_info(
    const char *text, size_t length, const char *region, cphone_short_number *result) {
  std::memset(result, 0, sizeof *result);
  result->cost = CPHONE_COST_UNKNOWN;
  if (length > CPHONE_INPUT_BYTES) return 0;
  return with_library([&](Library &library) {
    const std::string dialled(text, length);
    const ShortNumberInfo &info = library.short_numbers;
    result->is_emergency = info.IsEmergencyNumber(dialled, region);
    result->connects_to_emergency = info.ConnectsToEmergencyNumber(dialled, region);
    PhoneNumber number;
    if (library.numbers.Parse(dialled, region, &number) == PhoneNumberUtil::NO_PARSING_ERROR) {
      result->is_possible = info.IsPossibleShortNumberForRegion(number, region);
      result->is_valid = info.IsValidShortNumberForRegion(number, region);
      result->cost = cost_result(info.GetExpectedCostForRegion(number, region));
    }
    return 0;
  });
}

int cphone_has_letters(const char *text, size_t length) {
  if (length > CPHONE_INPUT_BYTES) return 0;
  return with_library([&](Library &library) {
    return library.numbers.IsAlphaNumber(std::string(text, length)) ? 1 : 0;
  });
}

int cphone_letters_to_digits(const char *text, size_t length, char *buffer, size_t size) {
  if (length > CPHONE_INPUT_BYTES) return CPHONE_FAULT;
  return with_library([&](Library &library) {
    std::string number(text, length);
    library.numbers.ConvertAlphaCharactersInNumber(&number);
    return copy(number, buffer, size);
  });
}

int cphone_calling_code(const char *region) {
  return with_library(
      [&](Library &library) { return library.numbers.GetCountryCodeForRegion(region); });
}

int cphone_main_region(int calling_code, char *buffer, size_t size) {
  return with_library([&](Library &library) {
    std::string region;
    library.numbers.GetRegionCodeForCountryCode(calling_code, &region);
    return is_region(region) ? copy(region, buffer, size) : 0;
  });
}

int cphone_regions(char *buffer, size_t size) {
  return with_library([&](Library &library) {
    std::set<std::string> regions;
    library.numbers.GetSupportedRegions(&regions);
    std::string text;
    for (const std::string &region : regions)
      if (region.size() == 2) text += region;
    return copy(text, buffer, size);
  });
}

int cphone_example(const char *region, int type, cphone_number *result) {
  if (type < 0 || type >= CPHONE_UNKNOWN) return 0;
  return with_library([&](Library &library) {
    PhoneNumber number;
    if (!library.numbers.GetExampleNumberForType(region, kTypes[type], &number)) return 0;
    return fields_from(number, result) == CPHONE_PARSED ? 1 : 0;
  });
}
