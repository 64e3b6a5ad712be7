/// Quantities in words.
struct UnitWords {
  /// Whose words.
  let language: SpeechLanguage

  /// Abbreviations and names as authors write them, with ICU's identifiers; case counts first.
  private static let units: [String: String] = [
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "µm": "micrometer",
    "nm": "nanometer", "mi": "mile", "yd": "yard", "ft": "foot", "'": "foot", "′": "foot",
    "in": "inch", "\"": "inch", "″": "inch", "kg": "kilogram", "g": "gram", "mg": "milligram",
    "t": "metric-ton", "lb": "pound", "lbs": "pound", "oz": "ounce", "st": "stone",
    "l": "liter", "L": "liter", "ml": "milliliter", "mL": "milliliter", "cl": "centiliter",
    "dl": "deciliter", "gal": "gallon", "qt": "quart", "pt": "pint", "c": "cup",
    "floz": "fluid-ounce", "fl oz": "fluid-ounce", "tsp": "teaspoon", "tbsp": "tablespoon",
    "mph": "mile-per-hour", "mi/h": "mile-per-hour", "kph": "kilometer-per-hour",
    "km/h": "kilometer-per-hour", "kmh": "kilometer-per-hour", "m/s": "meter-per-second",
    "mpg": "mile-per-gallon", "°C": "celsius", "°F": "fahrenheit", "°": "degree",
    "ºC": "celsius", "ºF": "fahrenheit", "K": "kelvin", "%": "percent", "‰": "permille",
    "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
    "s": "second", "sec": "second", "secs": "second", "ms": "millisecond",
    "µs": "microsecond", "ns": "nanosecond", "d": "day", "wk": "week", "mo": "month",
    "yr": "year", "yrs": "year", "B": "byte", "kB": "kilobyte", "KB": "kilobyte",
    "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "b": "bit", "kb": "kilobit",
    "Mb": "megabit", "Gb": "gigabit", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz",
    "GHz": "gigahertz", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "kWh": "kilowatt-hour",
    "V": "volt", "A": "ampere", "mA": "milliampere", "Ω": "ohm", "J": "joule",
    "kJ": "kilojoule", "cal": "calorie", "kcal": "kilocalorie", "Pa": "pascal",
    "hPa": "hectopascal", "psi": "pound-force-per-square-inch", "bar": "bar", "N": "newton",
    "m²": "square-meter", "m2": "square-meter", "km²": "square-kilometer",
    "km2": "square-kilometer", "cm²": "square-centimeter", "cm2": "square-centimeter",
    "ft²": "square-foot", "ft2": "square-foot", "sq ft": "square-foot", "sqft": "square-foot",
    "sq mi": "square-mile", "ac": "acre", "ha": "hectare", "m³": "cubic-meter",
    "m3": "cubic-meter", "cm³": "cubic-centimeter", "cm3": "cubic-centimeter",
    "ft³": "cubic-foot", "ft3": "cubic-foot", "dB": "decibel", "lx": "lux", "px": "pixel",
    "rpm": "revolution-per-minute", "ppm": "permillion", "ct": "carat", "kn": "knot",
  ]
  /// Names that are spoken as they stand, in the singular.
  private static let names: Set<String> = [
    "kilometer", "meter", "centimeter", "millimeter", "mile", "yard", "foot", "inch",
    "kilogram", "gram", "milligram", "pound", "ounce", "stone", "liter", "milliliter", "gallon",
    "quart", "pint", "cup", "teaspoon", "tablespoon", "celsius", "fahrenheit", "degree",
    "percent", "hour", "minute", "second", "millisecond", "day", "week", "month", "year",
    "byte", "kilobyte", "megabyte", "gigabyte", "hertz", "watt", "kilowatt", "volt", "acre",
    "hectare", "decibel", "calorie", "knot", "carat",
  ]
  private static let irregular = [
    "feet": "foot", "inches": "inch", "metre": "meter", "kilometre": "kilometer",
    "centimetre": "centimeter", "millimetre": "millimeter", "litre": "liter",
    "millilitre": "milliliter", "metres": "meter", "kilometres": "kilometer",
    "centimetres": "centimeter", "millimetres": "millimeter", "litres": "liter",
    "millilitres": "milliliter",
  ]
  private static let feminine: [String: Set<String>] = [
    "es": [
      "mile", "yard", "inch", "pound", "ounce", "metric-ton", "hour", "week", "cup", "pint",
      "tablespoon", "teaspoon", "calorie", "mile-per-hour", "hectare", "kilocalorie", "stone",
    ],
    "fr": [
      "pound", "ounce", "metric-ton", "hour", "minute", "second", "week", "cup", "pint",
      "millisecond", "calorie", "kilocalorie", "year", "tablespoon", "teaspoon", "nanosecond",
      "microsecond",
    ],
  ]

  /// `twenty-five degrees Celsius`; a unit that nobody knows is spoken as it stands.
  func words(_ number: WrittenNumber, unit: String) -> String {
    if unit == "rpm", language.isEnglish {
      return language.words.number(number) + " revolutions per minute"
    }
    guard let identifier = Self.identifier(unit), let text = words(number, of: identifier) else {
      return language.words.number(number) + " " + unit
    }
    return text
  }

  /// A quantity of a unit by ICU's identifier; `nil` where ICU does not know it.
  func words(_ number: WrittenNumber, of identifier: String) -> String? {
    let digits = number.digits + (number.fraction.isEmpty ? "" : "." + number.fraction)
    let written = "group-off numbering-system/latn .##############################"
    let skeleton = "unit/\(identifier) unit-width-full-name " + written
    guard number.digits.count <= 18,
      let plain = SpeechFormatters.format(digits, skeleton: written, locale: language.locale),
      let text = SpeechFormatters.format(digits, skeleton: skeleton, locale: language.locale),
      text.contains(plain)
    else { return nil }
    let positive = language.words.number(number.magnitude, counting: gender(of: identifier))
    let sign = number.isNegative ? language.words.minus + " " : ""
    let spoken = VisibleText.folded(text.replacing(plain, with: " " + positive + " "))
    return sign + spoken.replacing("%", with: "percent")
  }

  /// ICU's identifier for a unit as an author writes it.
  private static func identifier(_ unit: String) -> String? {
    if let known = units[unit] { return known }
    let name = unit.lowercased().filter { $0 != "." }
    if let known = irregular[name] { return known }
    if names.contains(name) { return name }
    if name.last == "s", names.contains(String(name.dropLast())) { return String(name.dropLast()) }
    return units[name]
      ?? (name == "°c" ? "celsius" : name == "°f" ? "fahrenheit" : nil)
  }

  private func gender(of identifier: String) -> SpeechWords.Gender {
    if Self.feminine[language.code]?.contains(identifier) == true { return .feminine }
    return language.isEnglish ? .none : .masculine
  }
}
