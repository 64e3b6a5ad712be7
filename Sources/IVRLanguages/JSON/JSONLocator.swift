/// One step into a JSON value.
public enum JSONStep: Hashable, Sendable, Codable {
  /// The member with this key.
  case key(String)
  /// The element at this index, from 0.
  case index(Int)
}

/// Where a value stands in a text, in bytes.
public struct JSONLocation: Hashable, Sendable {
  /// The key with its quotes; `nil` for elements and the root.
  public let key: Range<Int>?
  /// The value, strings with their quotes.
  public let value: Range<Int>
}

extension JSONText {
  /// Where the value at a path stands in the text; `nil` where the path leads nowhere.
  ///
  /// The text is scanned up to the place on each call, so parsing needs to keep no positions. Of
  /// a key that occurs twice the last is meant. Faults behind the place are not noticed.
  public static func locate(_ path: [JSONStep], in bytes: [UInt8]) -> JSONLocation? {
    bytes.withUnsafeBufferPointer { JSONLocator(bytes: $0).locate(path) }
  }
}

/// Walks over JSON text without making values.
private struct JSONLocator {
  let bytes: UnsafeBufferPointer<UInt8>

  func locate(_ path: [JSONStep]) -> JSONLocation? {
    var key: Range<Int>?
    var start = skipBlanks(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    for step in path {
      switch step {
      case .key(let name):
        guard let member = member(name, from: start) else { return nil }
        (key, start) = member
      case .index(let index):
        guard let element = element(index, from: start) else { return nil }
        (key, start) = (nil, element)
      }
    }
    guard let end = end(of: start) else { return nil }
    return JSONLocation(key: key, value: start..<end)
  }

  private func member(_ name: String, from start: Int) -> (Range<Int>?, Int)? {
    guard byte(start) == UInt8(ascii: "{") else { return nil }
    var found: (Range<Int>?, Int)?
    var at = skipBlanks(start + 1)
    while byte(at) == UInt8(ascii: "\""), let keyEnd = end(of: at) {
      let colon = skipBlanks(keyEnd)
      guard byte(colon) == UInt8(ascii: ":") else { return found }
      let value = skipBlanks(colon + 1)
      if isKey(at..<keyEnd, name) { found = (at..<keyEnd, value) }
      guard let valueEnd = end(of: value) else { return found }
      at = skipBlanks(valueEnd)
      guard byte(at) == UInt8(ascii: ",") else { return found }
      at = skipBlanks(at + 1)
    }
    return found
  }

  private func element(_ index: Int, from start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: "["), index >= 0 else { return nil }
    var at = skipBlanks(start + 1)
    for _ in 0..<index {
      guard let elementEnd = end(of: at) else { return nil }
      at = skipBlanks(elementEnd)
      guard byte(at) == UInt8(ascii: ",") else { return nil }
      at = skipBlanks(at + 1)
    }
    return end(of: at) == nil ? nil : at
  }

  private func isKey(_ range: Range<Int>, _ name: String) -> Bool {
    let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
    guard inner.contains(UInt8(ascii: "\\")) else { return inner.elementsEqual(name.utf8) }
    let key = try? JSONText.parse(bytes: Array(bytes[range])).string
    return key.map { $0.utf8.elementsEqual(name.utf8) } ?? false
  }

  /// The offset after the value that starts at `start`; `nil` where there is none.
  private func end(of start: Int) -> Int? {
    switch byte(start) {
    case UInt8(ascii: "\""): return endOfString(start)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return endOfContainer(start)
    default:
      var at = start
      while let byte = byte(at), byte > 32, !",]}:\"{[".utf8.contains(byte) { at += 1 }
      return at > start ? at : nil
    }
  }

  private func endOfContainer(_ start: Int) -> Int? {
    var depth = 0
    var at = start
    while let byte = byte(at) {
      switch byte {
      case UInt8(ascii: "\""):
        guard let after = endOfString(at) else { return nil }
        at = after
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { return at }
    }
    return nil
  }

  private func endOfString(_ start: Int) -> Int? {
    var at = start + 1
    while let byte = byte(at), byte != UInt8(ascii: "\"") {
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return at < bytes.count ? at + 1 : nil
  }

  private func skipBlanks(_ start: Int) -> Int {
    var at = start
    while let byte = byte(at), byte == 32 || byte == 10 || byte == 13 || byte == 9 { at += 1 }
    return at
  }

  private func byte(_ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }
}
