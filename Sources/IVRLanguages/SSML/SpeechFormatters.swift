import CICU
import Synchronization

/// ICU's formatters, kept for the next use, since making one takes a quarter of a millisecond.
///
/// What comes out depends on the arguments alone: what ICU does not know of a locale it takes from
/// American English, never from the environment.
enum SpeechFormatters {
  /// No more formatters of a kind than these are kept.
  private static let maximumFormatters = 64
  /// No more texts than these are kept.
  private static let maximumTexts = 2_048

  private struct Kept {
    var spellers: [String: Speller] = [:]
    var formatters: [String: SkeletonFormatter] = [:]
    var texts: [String: String] = [:]
  }

  private static let kept = Mutex(Kept())

  /// A whole number in words, by the first of the rule sets that the locale has.
  ///
  /// The empty name is the locale's usual rule set. `nil` where none of them is there.
  static func spell(_ value: Int64, rules: [String], locale: String) -> String? {
    kept.withLock { kept in
      for name in rules {
        if let words = speller(name, locale, &kept).spell(value) { return words }
      }
      return nil
    }
  }

  /// A number between whole ones in words.
  static func spell(fraction value: Double, locale: String) -> String? {
    kept.withLock { speller("", locale, &$0).spell(fraction: value) }
  }

  /// A decimal number as an ICU skeleton asks for it.
  static func format(_ decimal: String, skeleton: String, locale: String) -> String? {
    kept.withLock { kept in
      let key = locale + "|" + skeleton
      if let known = kept.formatters[key] { return known.format(decimal) }
      if kept.formatters.count >= maximumFormatters { kept.formatters.removeAll() }
      let made = SkeletonFormatter(locale: locale, skeleton: skeleton)
      kept.formatters[key] = made
      return made.format(decimal)
    }
  }

  /// How a locale orders the parts of a date that a skeleton names.
  static func datePattern(_ skeleton: String, locale: String) -> String? {
    text("\(locale)|date|\(skeleton)") { ci_date_pattern(locale, skeleton, $0, $1) }
  }

  /// The name of a month from 1 to 12, within a date or standing alone.
  static func month(_ month: Int, isAlone: Bool, locale: String) -> String? {
    text("\(locale)|month|\(month)|\(isAlone)") {
      ci_month(locale, Int32(month - 1), isAlone ? 1 : 0, $0, $1)
    }
  }

  private static func speller(
    _ rules: String, _ locale: String, _ kept: inout Kept
  ) -> Speller {
    let key = locale + "|" + rules
    if let known = kept.spellers[key] { return known }
    if kept.spellers.count >= maximumFormatters { kept.spellers.removeAll() }
    let made = Speller(locale: locale, rules: rules)
    kept.spellers[key] = made
    return made
  }

  private static func text(
    _ key: String, _ make: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) -> String? {
    kept.withLock { kept in
      if let known = kept.texts[key] { return known }
      guard let made = ICUText.written(make) else { return nil }
      if kept.texts.count >= maximumTexts { kept.texts.removeAll() }
      kept.texts[key] = made
      return made
    }
  }
}

/// One of ICU's formatters for words, or none where the locale lacks the rule set.
private final class Speller {
  private let formatter: UnsafeMutableRawPointer?

  init(locale: String, rules: String) {
    formatter = ci_speller_open(locale, rules)
  }

  deinit {
    if let formatter { ci_speller_close(formatter) }
  }

  func spell(_ value: Int64) -> String? {
    guard let formatter else { return nil }
    return ICUText.written { ci_spell(formatter, value, $0, $1) }
  }

  func spell(fraction value: Double) -> String? {
    guard let formatter else { return nil }
    return ICUText.written { ci_spell_fraction(formatter, value, $0, $1) }
  }
}

/// One of ICU's formatters for numbers, or none where ICU does not know what is asked for.
private final class SkeletonFormatter {
  private let formatter: UnsafeMutableRawPointer?

  init(locale: String, skeleton: String) {
    formatter = ci_formatter_open(locale, skeleton)
  }

  deinit {
    if let formatter { ci_formatter_close(formatter) }
  }

  func format(_ decimal: String) -> String? {
    guard let formatter else { return nil }
    return ICUText.written { ci_format(formatter, decimal, $0, $1) }
  }
}

/// Text that ICU writes.
private enum ICUText {
  /// What a function of ICU writes, without the soft hyphens that some languages' words hold.
  static func written(
    _ write: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) -> String? {
    let capacity = 4_096
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      guard let start = buffer.baseAddress else { return String?.none }
      let length = Int(write(start, Int32(capacity)))
      guard length >= 0 else { return nil }
      return String(
        decoding: buffer[..<length].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return text.map { text in String(text.unicodeScalars.filter { $0 != "\u{AD}" }) }
  }
}
