import Foundation
import IVRLanguages

/// The cases of the reference engine, read from beside the package.
struct PebbleSuite {
  let cases: [OrderedJSON]
  private let context: OrderedJSON

  /// The cases; `nil` where the folder is missing.
  static func load() throws -> PebbleSuite? {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    folder.appendPathComponent("shared/conformance/pebble")
    guard
      let lines = try? String(contentsOf: folder.appending(path: "cases.jsonl"), encoding: .utf8),
      let context = try? String(contentsOf: folder.appending(path: "context.json"), encoding: .utf8)
    else { return nil }
    let cases = lines.split(separator: "\n").compactMap { OrderedJSON(String($0)) }
    guard let context = OrderedJSON(context) else { return nil }
    return PebbleSuite(cases: cases, context: context)
  }

  /// What differs from the expected outcome; `nil` where nothing does.
  func failure(of test: OrderedJSON) -> String? {
    let actual = outcome(of: test, .v4, longIntegers: false)
    return compare(test, Self.outcome(test), actual)
  }

  func olderFailure(of test: OrderedJSON) -> String? {
    guard let expected = test["differs"]?["v3.2.2"] else { return nil }
    let actual = outcome(of: test, .v3, longIntegers: false)
    return compare(test, Self.outcome(expected), actual)
  }

  func longFailure(of test: OrderedJSON) -> String? {
    // The reference engine refuses integers beyond 64 bits here; a flow never holds one.
    if test["ctx_long"]?["error"]?.string == "InputCoercionException" { return nil }
    let expected = test["ctx_long"] ?? test
    return compare(test, Self.outcome(expected), outcome(of: test, .v4, longIntegers: true))
  }

  private func compare(_ test: OrderedJSON, _ expected: String, _ actual: String) -> String? {
    guard expected != actual else { return nil }
    let name = test["id"]?.string ?? "?"
    return "\(name) \(test["template"]?.string ?? "") expected \(expected) but got \(actual)"
  }

  private static func outcome(_ test: OrderedJSON) -> String {
    test["result"]?.string.map { "\"\($0)\"" } ?? "error at \(test["phase"]?.string ?? "?")"
  }

  private func outcome(
    of test: OrderedJSON, _ version: TemplateDialect.Version, longIntegers: Bool
  ) -> String {
    let dialect = TemplateDialect(
      version: version, strictVariables: test["strict"]?.isTrue ?? false,
      autoescape: test["autoescape"]?.isTrue ?? false)
    let scope = Names(names: (test["context"] ?? context).value(longIntegers: longIntegers))
    do {
      let template = try Template(test["template"]?.string ?? "", dialect: dialect)
      return "\"\(try template.render(in: scope))\""
    } catch {
      return "error at \(error.phase == .parse ? "parse" : "eval")"
    }
  }

  private struct Names: TemplateScope {
    let names: TemplateValue
    let now: Int64 = 0
    func value(named name: String) -> TemplateValue? {
      guard case .map(let map) = names else { return nil }
      return map[.text(name)]
    }
  }
}

/// JSON that keeps the order of members and the text of numbers.
indirect enum OrderedJSON {
  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case list([OrderedJSON])
  case object([(String, OrderedJSON)])

  init?(_ text: String) {
    var reader = Reader(text)
    guard let value = reader.value() else { return nil }
    self = value
  }

  subscript(name: String) -> OrderedJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

  var string: String? { if case .text(let text) = self { text } else { nil } }
  var isTrue: Bool { if case .bool(true) = self { true } else { false } }

  /// The value as Java's readers give it: integers short where they fit.
  func value(longIntegers: Bool) -> TemplateValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .text(let text): .text(text)
    case .number(let digits):
      if let short = Int32(digits), !longIntegers {
        .smallInteger(short)
      } else if let long = Int64(digits) {
        .integer(long)
      } else if digits.contains(where: { ".eE".contains($0) }) {
        .double(Double(digits) ?? 0)
      } else {
        .bigInteger(digits)
      }
    case .list(let members): .list(members.map { $0.value(longIntegers: longIntegers) })
    case .object(let members):
      .map(TemplateMap(members.map { (.text($0.0), $0.1.value(longIntegers: longIntegers)) }))
    }
  }

  /// A reader of well-formed JSON; strings go through Foundation.
  private struct Reader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func value() -> OrderedJSON? {
      skip()
      guard place < bytes.count else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "{"): return object()
      case UInt8(ascii: "["): return list()
      case UInt8(ascii: "\""): return string().map { .text($0) }
      default: return word()
      }
    }

    private mutating func object() -> OrderedJSON? {
      var members: [(String, OrderedJSON)] = []
      place += 1
      skip()
      while place < bytes.count, bytes[place] != UInt8(ascii: "}") {
        guard let name = string() else { return nil }
        skip()
        place += 1
        guard let member = value() else { return nil }
        members.append((name, member))
        comma()
      }
      place += 1
      return .object(members)
    }

    private mutating func list() -> OrderedJSON? {
      var members: [OrderedJSON] = []
      place += 1
      skip()
      while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
        guard let member = value() else { return nil }
        members.append(member)
        comma()
      }
      place += 1
      return .list(members)
    }

    private mutating func comma() {
      skip()
      if place < bytes.count, bytes[place] == UInt8(ascii: ",") { place += 1 }
      skip()
    }

    private mutating func string() -> String? {
      let start = place
      place += 1
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      place += 1
      let data = Data(bytes[start..<min(place, bytes.count)])
      return try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as? String
    }

    private mutating func word() -> OrderedJSON? {
      let start = place
      while place < bytes.count, !",]} \n\r\t".utf8.contains(bytes[place]) { place += 1 }
      switch String(decoding: bytes[start..<place], as: UTF8.self) {
      case "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      case let digits: return .number(digits)
      }
    }

    private mutating func skip() {
      while place < bytes.count, " \n\r\t".utf8.contains(bytes[place]) { place += 1 }
    }
  }
}
