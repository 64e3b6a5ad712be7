import Testing

@testable import ivr_tui

@Suite struct KeyDecoderTests {
  @Test(
    "plain characters and controls",
    arguments: [
      ("a", [Key.character("a")]), ("12", [.character("1"), .character("2")]),
      ("ü", [.character("ü")]),
      ("中", [.character("中")]), (" ", [.character(" ")]), ("\r", [.enter]), ("\n", [.enter]),
      ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{3}", [.control("c")]),
      ("\u{1A}", [.control("z")]), ("\0", [.control(" ")]), ("\u{1C}", [.control("\\")]),
      ("\u{1F}", [.control("_")]), ("\u{9B}", []),
    ])
  func plain(text: String, wanted: [Key]) {
    #expect(keys(text) == wanted)
  }

  @Test(
    "escape and Alt",
    arguments: [
      ("\u{1B}", [Key.escape]), ("\u{1B}1", [.alt("1")]),
      ("\u{1B}x\u{1B}y", [.alt("x"), .alt("y")]),
      ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}\r", [.escape, .enter]),
      ("\u{1B}[", [.alt("[")]),
      ("\u{1B}O", [.alt("O")]), ("\u{1B}\u{1B}[A", [.escape, .up]), ("\u{1B}ü", [.alt("ü")]),
    ])
  func alt(text: String, wanted: [Key]) {
    #expect(keys(text) == wanted)
  }

  @Test(
    "sequences of every common terminal",
    arguments: [
      ("[A", Key.up), ("OA", .up), ("[B", .down), ("[C", .right), ("OD", .left), ("[H", .home),
      ("[1~", .home), ("[7~", .home), ("OF", .end), ("[4~", .end), ("[8~", .end), ("[2~", .insert),
      ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
      ("OP", .function(1)),
      ("[P", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)), ("[[E", .function(5)),
      ("[15~", .function(5)), ("[17~", .function(6)), ("[21~", .function(10)),
      ("[24~", .function(12)),
      ("[15;2~", .function(5)), ("[1;5C", .right), ("O5C", .right), ("[1;2R", .function(3)),
      ("[1;2S", .function(4)), ("Op", .character("0")), ("Oy", .character("9")),
      ("Oj", .character("*")), ("OM", .enter),
    ])
  func sequences(text: String, wanted: Key) {
    #expect(keys("\u{1B}" + text) == [wanted])
    #expect(keys("\u{1B}" + text + "7") == [wanted, .character("7")])
  }

  @Test(
    "what is unknown is swallowed whole",
    arguments: [
      "[201~", "[?1;2c", "[24;80R", "[<0;3;4M", "[<0;3;4m", "[M !!", "[I", "[O",
      "[99~", "[27;5;9~", "[?2004;1$y", "[97;5u", "[[Z", "OZ",
      "[" + String(repeating: "1;", count: 90) + "x",
    ])
  func unknown(text: String) {
    #expect(keys("\u{1B}" + text) == [])
    #expect(keys("\u{1B}" + text + "5") == [.character("5")])
  }

  @Test(
    "pasted text is text, whatever stands in it",
    arguments: [
      ("q1 \r\n", "q1 \r\n"), ("", ""), ("\u{1B}[A", "\u{1B}[A"), ("\u{1B}\u{1B}", "\u{1B}\u{1B}"),
      ("中é", "中é"), ("\u{1B}[201", "\u{1B}[201"), ("\u{1B}[20", "\u{1B}[20"),
    ])
  func paste(text: String, wanted: String) {
    var decoder = KeyDecoder()
    var pasted: [String] = []
    var keys: [Key] = []
    for byte in "a\u{1B}[200~\(text)\u{1B}[201~b".utf8 {
      keys += decoder.feed(byte) + decoder.flushIfPending()
      if let text = decoder.takePaste() { pasted.append(text) }
    }
    #expect(pasted == [wanted])
    #expect(keys == [.character("a"), .character("b")])
  }

  @Test("a paste is bounded, and ends where it ends")
  func longPaste() {
    var decoder = KeyDecoder()
    let text = String(repeating: "x", count: 100_000)
    let keys = "\u{1B}[200~\(text)\u{1B}[201~1".utf8.flatMap { decoder.feed($0) }
    #expect(keys == [.character("1")])
    var other = BracketedPaste()
    let ends = text.unicodeScalars.count { other.take($0) }
    #expect(ends == 0)
    #expect(other.text.count == 10_000)
  }

  @Test("a sequence may come in pieces, and one that breaks off is dropped")
  func pieces() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed("\u{1B}" as Unicode.Scalar) + decoder.feed("[" as Unicode.Scalar)
        + decoder.feed("1" as Unicode.Scalar) == [])
    #expect(decoder.isPending)
    #expect(
      decoder.feed("5" as Unicode.Scalar) + decoder.feed("~" as Unicode.Scalar) == [.function(5)])
    #expect(!decoder.isPending)
    #expect(keys("\u{1B}[1;") == [])
    #expect(keys("\u{1B}[1\u{1B}[B") == [.down])
    #expect(keys("\u{1B}[1\r") == [.enter])
  }

  @Test("a key that curses knows ends what is pending")
  func cursesKey() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}" as Unicode.Scalar) == [])
    #expect(decoder.feed(.up) == [.escape, .up])
    #expect(decoder.feed(.function(1)) == [.function(1)])
  }

  @Test("random input never traps", arguments: 0..<40)
  func random(seed: UInt64) {
    var state = seed
    var text = ""
    for _ in 0..<400 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Int(state >> 33)
      let alphabet = Array("\u{1B}\u{1B}[[OO0123;~?<MmZABPRu\r\u{0}\u{9B}中a")
      text.append(alphabet[pick % alphabet.count])
    }
    #expect(keys(text).count <= text.count)
  }

  @Test(
    "bytes become characters, and what is no UTF-8 is dropped",
    arguments: [
      ([0x61, 0xFF, 0x62], [Key.character("a"), .character("b")]),
      ([0xC3, 0xBC], [.character("ü")]),
      ([0xE4, 0xB8, 0xAD], [.character("中")]), ([0xE4, 0xB8, 0x31], [.character("1")]),
      ([0x80, 0x31], [.character("1")]), ([0xC0, 0x80, 0x31], [.character("1")]),
      ([0xF0, 0x9F, 0x98, 0x80], [.character("😀")]), ([0xED, 0xA0, 0x80, 0x31], [.character("1")]),
      ([0x1B, 0xC3, 0xBC], [.alt("ü")]), ([0xF8, 0x88, 0x80, 0x80, 0x31], [.character("1")]),
    ] as [([UInt8], [Key])])
  func bytes(bytes: [UInt8], wanted: [Key]) {
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed($0) } + decoder.flush() == wanted)
  }

  @Test("a character may come in two reads")
  func splitCharacter() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(UInt8(0xC3)) + decoder.flush() == [])
    #expect(decoder.feed(UInt8(0xBC)) == [.character("ü")])
  }

  @Test(
    "mouse reports in SGR form",
    arguments: [
      ("<0;11;7M", MouseEvent(kind: .press(.left), position: Point(x: 10, y: 6))),
      ("<0;11;7m", MouseEvent(kind: .release(.left), position: Point(x: 10, y: 6))),
      ("<20;1;1M", MouseEvent(kind: .press(.left), position: Point(x: 0, y: 0))),
      ("<64;300;90M", MouseEvent(kind: .wheelUp, position: Point(x: 299, y: 89))),
      ("<65;1;2M", MouseEvent(kind: .wheelDown, position: Point(x: 0, y: 1))),
      ("<35;1;2M", nil), ("<0;0;2M", nil), ("<0;1M", nil), ("<;;M", nil), ("0;1;2M", nil),
      ("<99999999999999999999;1;1M", nil),
    ] as [(String, MouseEvent?)])
  func mouse(_ report: String, _ event: MouseEvent?) {
    var decoder = KeyDecoder()
    let keys = ("\u{1B}[" + report).unicodeScalars.flatMap { decoder.feed($0) }
    #expect(keys == [])
    #expect(decoder.takeReport() == event)
    #expect(decoder.takeReport() == nil && !decoder.isPending)
  }

  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return text.unicodeScalars.flatMap { decoder.feed($0) } + decoder.flush()
  }
}

extension KeyDecoder {
  /// What the terminal does when nothing more is there to read; not within a sequence.
  fileprivate mutating func flushIfPending() -> [Key] { isPending ? [] : flush() }
}
