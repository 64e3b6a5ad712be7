import IVRCore
import Testing

@testable import ivr_tui

@Suite("Random keys")
struct RandomKeysTests {
  private static let keys: [Key] =
    "0123456789*#+dahpeoiwvnrgt[]?:q<>,. jkyzacx".map(Key.character)
    + [.enter, .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp]
    + [.pageDown, .backspace, .delete, .insert, .control("u"), .alt("2"), .alt("9")]
    + (1...12).map(Key.function)

  @Test("No sequence of keys, sizes and times traps", arguments: 1...16)
  func neverTraps(_ seed: UInt64) throws {
    var lab = try LabDriver()
    var random = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(count))
    }
    let sizes = [(80, 24), (60, 16), (160, 50), (20, 5), (61, 17), (140, 24), (3, 1)]
    for _ in 0..<250 {
      let key = Self.keys[next(Self.keys.count)]
      _ = update(&lab.state, .input(.key(key)))
      if next(4) == 0 { lab.tick(Int64(next(1_500))) }
      if next(12) == 0 {
        let (width, height) = sizes[next(sizes.count)]
        _ = update(&lab.state, .input(.resized(Size(width: width, height: height))))
      }
      if next(5) == 0 { #expect(lab.screen.size == lab.state.size) }
    }
    let waiting = lab.state.engine.state.queues.values.flatMap(\.line.entries).map(\.task)
    #expect(Set(waiting).count == waiting.count)
  }
}
