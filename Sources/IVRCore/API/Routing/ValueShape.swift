import IVRLanguages

/// What a parameter or a member of a body must look like.
struct ValueShape: Sendable {
  /// Kinds of values.
  indirect enum Kind: Sendable {
    /// Text of at most so many bytes; blank text counts as missing.
    case text(limit: Int)
    /// One of some words.
    case choice([String])
    /// `true` or `false`.
    case flag
    /// A whole number within bounds.
    case whole(ClosedRange<Int64>)
    /// An object of the given members; others are left alone.
    case object([ValueShape])
    /// A list of at most so many elements.
    case list(Kind, limit: Int)
    /// A number.
    case number
    /// An object of at most so many members of one kind, whatever their names.
    case map(Kind, limit: Int)
    /// One of several kinds; described, never checked.
    case either([Kind])
    /// A kind that documents give a name.
    case named(String, Kind)
    /// Anything.
    case any
  }

  /// The name.
  let name: String
  /// The kind.
  let kind: Kind
  /// Whether it must be there.
  var isRequired = true
  /// What it means, in a sentence; empty where the name says it.
  var note = ""

  /// A value that must be there.
  static func required(_ name: String, _ kind: Kind, _ note: String = "") -> ValueShape {
    ValueShape(name: name, kind: kind, note: note)
  }

  /// A value that may be missing or null.
  static func optional(_ name: String, _ kind: Kind, _ note: String = "") -> ValueShape {
    ValueShape(name: name, kind: kind, isRequired: false, note: note)
  }
}

extension ValueShape {
  /// Throws 400 with the first thing that is wrong with an object.
  static func check(
    _ object: JSONObject, _ shapes: [ValueShape], inside place: String = ""
  ) throws(APIError) {
    for shape in shapes { try shape.check(object, place) }
  }

  private func check(_ object: JSONObject, _ place: String) throws(APIError) {
    let path = place + name
    let value = object[name] ?? .null
    let isMissing = value.isNull || isText && value.string?.trimmed.isEmpty == true
    if isMissing {
      guard !isRequired else { throw APIError(400, "\(path) is missing.") }
      return
    }
    try Self.check(value, kind, path)
  }

  private var isText: Bool { if case .text = kind { true } else { false } }

  private static func check(_ value: JSONValue, _ kind: Kind, _ path: String) throws(APIError) {
    switch kind {
    case .text(let limit): try checkText(value, limit, path)
    case .choice(let words):
      guard let word = value.string, words.contains(word) else {
        throw APIError(400, "\(path) must be \(words.joined(separator: ", ")).")
      }
    case .flag:
      guard value.bool != nil else { throw APIError(400, "\(path) must be true or false.") }
    case .whole(let bounds):
      guard let number = value.number?.whole, bounds.contains(number) else {
        throw APIError(400, "\(path) must be a whole number\(words(bounds)).")
      }
    case .object(let shapes):
      guard let object = value.object else { throw APIError(400, "\(path) is not an object.") }
      try check(object, shapes, inside: path + ".")
    case .list(let element, let limit):
      guard let elements = value.array else { throw APIError(400, "\(path) is not a list.") }
      guard elements.count <= limit else {
        throw APIError(400, "\(path) has more than \(limit) elements.")
      }
      for (place, value) in elements.enumerated() { try check(value, element, "\(path)[\(place)]") }
    case .number:
      guard value.number != nil else { throw APIError(400, "\(path) must be a number.") }
    case .map(let element, let limit): try checkMap(value, element, limit, path)
    case .named(_, let kind): try check(value, kind, path)
    case .either, .any: break
    }
  }

  private static func checkMap(
    _ value: JSONValue, _ element: Kind, _ limit: Int, _ path: String
  ) throws(APIError) {
    guard let object = value.object else { throw APIError(400, "\(path) is not an object.") }
    guard object.count <= limit else {
      throw APIError(400, "\(path) has more than \(limit) pairs.")
    }
    for member in object.members { try check(member.value, element, "\(path).\(member.key)") }
  }

  private static func checkText(
    _ value: JSONValue, _ limit: Int, _ path: String
  ) throws(APIError) {
    guard let text = value.string else { throw APIError(400, "\(path) is not text.") }
    guard text.utf8.count <= limit else {
      throw APIError(400, "\(path) is longer than \(limit) bytes.")
    }
  }

  private static func words(_ bounds: ClosedRange<Int64>) -> String {
    switch (bounds.lowerBound, bounds.upperBound) {
    case (.min, .max): ""
    case (let low, .max): " from \(low)"
    case (let low, let high): " from \(low) to \(high)"
    }
  }
}

extension ValueShape {
  /// The parameters of an address as an object of the shapes' kinds.
  ///
  /// The first of several parameters of a name counts; others than those of the shapes are left out.
  /// Throws 400.
  static func read(
    _ pairs: [(name: String, value: String)], _ shapes: [ValueShape]
  ) throws(APIError) -> JSONObject {
    var object = JSONObject()
    for shape in shapes {
      guard let text = pairs.first(where: { $0.name == shape.name })?.value else { continue }
      object[shape.name] = shape.value(of: text)
    }
    try check(object, shapes)
    return object
  }

  private func value(of text: String) -> JSONValue {
    switch kind {
    case .whole: Int64(text).map { .integer($0) } ?? .string(text)
    case .flag: text == "true" ? true : text == "false" ? false : .string(text)
    default: .string(text)
    }
  }
}
