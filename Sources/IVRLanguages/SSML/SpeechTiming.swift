/// How long things are heard: pauses, rates and the number of words in a text.
enum SpeechTiming {
  /// No pause is longer than an hour, in milliseconds.
  static let maximumPause: Int64 = 3_600_000

  /// The silence of a `break` strength, in milliseconds; `nil` for a word that is none.
  ///
  /// The standard gives the order and leaves the lengths to us: `x-strong` is a paragraph's pause.
  static func pause(strength: String) -> Int64? {
    switch strength {
    case "none": 0
    case "x-weak": 100
    case "weak": 200
    case "medium": 400
    case "strong": 700
    case "x-strong": 1_000
    default: nil
    }
  }

  /// A time such as `1.5s`, `+250ms` or `.5s`, in milliseconds; `nil` where it is none.
  ///
  /// Source: SSML 1.1, section 1.5 (time designation). Parts of a millisecond are dropped.
  static func pause(time: String) -> Int64? {
    var number = time[...]
    if number.first == "+" { number.removeFirst() }
    guard number.last == "s" else { return nil }
    number.removeLast()
    let isMilliseconds = number.last == "m"
    if isMilliseconds { number.removeLast() }
    guard let thousandths = thousandths(number) else { return nil }
    return min(isMilliseconds ? thousandths / 1_000 : thousandths, maximumPause)
  }

  /// A `prosody` rate in percent of the voice's own; `nil` where it is none.
  ///
  /// A plain percentage counts from the voice's rate, a signed one from `current`. From 20 to 500.
  static func rate(_ text: String, current: Int) -> Int? {
    switch text {
    case "x-slow": return 50
    case "slow": return 75
    case "medium", "default": return 100
    case "fast": return 150
    case "x-fast": return 200
    default: break
    }
    guard text.last == "%" else { return nil }
    let number = text.dropLast()
    let isSigned = number.first == "+" || number.first == "-"
    guard let thousandths = thousandths(isSigned ? number.dropFirst() : number) else { return nil }
    let percent = Int(min(thousandths / 1_000, 1_000))
    guard isSigned else { return min(max(percent, 20), 500) }
    let changed = current * (number.first == "-" ? 100 - percent : 100 + percent) / 100
    return min(max(changed, 20), 500)
  }

  /// The number of words that a text is spoken with.
  static func words(in text: String) -> Int {
    text.split(separator: " ").reduce(0) { $0 + SpokenToken($1).words }
  }

  /// A decimal number times 1 000, such as 1 500 for `1.5`; far too large ones are cut.
  private static func thousandths(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : "0"
    guard let whole = parts.first, !fraction.isEmpty, !(whole.isEmpty && parts.count < 2),
      (whole + fraction).allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let seconds = whole.isEmpty ? 0 : Int64(whole) ?? .max
    let rest = Int64(fraction.prefix(3)) ?? 0
    let scale: Int64 = [1: 100, 2: 10][fraction.count] ?? 1
    return min(seconds, maximumPause * 1_000) * 1_000 + rest * scale
  }
}
