import Testing

@testable import ivr_tui

@Suite struct RectangleTests {
  private let area = Rectangle(x: 2, y: 1, width: 20, height: 10)

  @Test("parts follow one another and fill the rectangle")
  func splits() {
    #expect(
      area.rows([.fixed(1), .share(1), .share(2)]) == [
        Rectangle(x: 2, y: 1, width: 20, height: 1), Rectangle(x: 2, y: 2, width: 20, height: 3),
        Rectangle(x: 2, y: 5, width: 20, height: 6),
      ])
    #expect(
      area.columns([.share(1), .fixed(7), .share(1)]).map { [$0.x, $0.width] }
        == [[2, 6], [8, 7], [15, 7]])
  }

  @Test(
    "parts never exceed the rectangle", arguments: [0, 1, 2, 5, 9, 10, 33])
  func narrow(width: Int) {
    let whole = Rectangle(x: 0, y: 0, width: width, height: 1)
    let parts = whole.columns([.fixed(4), .share(3), .fixed(-2), .share(0), .fixed(6), .share(1)])
    #expect(parts.reduce(0) { $0 + $1.width } <= width)
    #expect(parts.allSatisfy { $0.width >= 0 && $0.endX <= max(width, $0.x) })
    #expect(width < 10 || parts.reduce(0) { $0 + $1.width } == width)
  }

  @Test("insets and intersections do not turn inside out")
  func insets() {
    #expect(area.inset() == Rectangle(x: 3, y: 2, width: 18, height: 8))
    #expect(Rectangle(x: 0, y: 0, width: 1, height: 3).inset().isEmpty)
    #expect(
      area.intersection(Rectangle(x: 20, y: 0, width: 9, height: 3))
        == Rectangle(x: 20, y: 1, width: 2, height: 2))
    #expect(area.intersection(Rectangle(x: 50, y: 50, width: 9, height: 3)).isEmpty)
    #expect(area.contains(Point(x: 21, y: 10)))
    #expect(!area.contains(Point(x: 22, y: 10)))
    #expect(Rectangle(x: 0, y: 0, width: -4, height: 2).width == 0)
  }
}
