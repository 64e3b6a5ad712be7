import IVRLanguages
import Testing

/// A small generator with a fixed seed, so that a failing input comes back on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct JSONRandomInputTests {
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "D800", "\"a\":", "\"b\"", "1", "-", "0", ".",
    "e", "+", "true", "nul", " ", "\n", "\u{1}", "é", "😀", "\"\\n\"",
  ].map { Array($0.utf8) }

  @Test("Random input never traps and what is read prints back")
  func neverTraps() throws {
    var generator = SeededGenerator(seed: 9535)
    var accepted = 0
    for round in 0..<4_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        bytes += Self.pieces.randomElement(using: &generator) ?? []
      }
      if round % 3 == 0, !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      _ = JSONText.locate([.key("a"), .index(0)], in: bytes)
      do throws(JSONError) {
        let value = try JSONText.parse(bytes: bytes)
        accepted += 1
        #expect(try JSONText.parse(JSONText.print(value)) == value)
      } catch {
        #expect(error.position.offset <= bytes.count)
      }
    }
    #expect(accepted > 20)
  }

  @Test("Repeated keys at all depths keep their first place and last value")
  func repeatedKeys() throws {
    var generator = SeededGenerator(seed: 8259)
    for _ in 0..<400 {
      let (text, value) = Self.object(depth: 0, &generator)
      #expect(try JSONText.parse(text) == value)
    }
  }

  /// An object whose keys often occur again, outside and inside it, as text and as value.
  private static func object(
    depth: Int, _ generator: inout SeededGenerator
  ) -> (text: String, value: JSONValue) {
    var object = JSONObject()
    var parts: [String] = []
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let key = ["a", "b", "c", "a longer key"].randomElement(using: &generator) ?? "a"
      let number = Int64.random(in: 0...99, using: &generator)
      var (text, value) = (String(number), JSONValue.integer(number))
      if depth < 4, number % 3 == 0 { (text, value) = Self.object(depth: depth + 1, &generator) }
      if number % 5 == 0 { (text, value) = ("[\(text)]", [value]) }
      object[number % 7 == 0 ? "a" : key] = value
      parts.append((number % 7 == 0 ? "\"\\u0061\"" : "\"\(key)\"") + ":" + text)
    }
    return ("{" + parts.joined(separator: ",") + "}", .object(object))
  }
}
