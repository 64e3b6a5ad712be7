import IVRTestSupport
import Testing

@testable import ivr_tui

@Suite struct ThemeTests {
  @Test(
    "every colour can be read on white, and but for the light theme's on black",
    arguments: ThemeColor.allCases)
  func contrast(color: ThemeColor) {
    let luminance = Self.luminance(of: Int(color.extended))
    let isOfLight = Theme.all.allSatisfy { theme in
      theme == .light || StyleRole.allCases.allSatisfy { theme.look($0).color != color }
    }
    #expect((luminance + 0.05) / 0.05 >= 3 || isOfLight)
    #expect(1.05 / (luminance + 0.05) >= (isOfLight ? 4.5 : 3))
    #expect(color.basic.map { (1...6).contains($0) } ?? true)
  }

  @Test("safe needs no eye for red and green")
  func safe() {
    let colors = Set(StyleRole.allCases.compactMap { Theme.safe.look($0).color })
    #expect(colors.isSubset(of: [.blue, .orange]))
  }

  @Test("themes are what their pictures say", arguments: Theme.all)
  func pictures(theme: Theme) {
    let lines = StyleRole.allCases.map { role in
      let look = theme.look(role)
      let modifiers = [
        look.modifiers.contains(.bold) ? " bold" : "", look.modifiers.contains(.dim) ? " dim" : "",
        look.modifiers.contains(.underline) ? " underline" : "",
        look.modifiers.contains(.reverse) ? " reverse" : "",
      ]
      return "\(role) \(look.color.map { "\($0)" } ?? "own")" + modifiers.joined()
    }
    Snapshot.compare(
      lines.joined(separator: "\n") + "\n",
      SharedData.root + "/Tests/Snapshots/theme-\(theme.name).txt", #_sourceLocation)
  }

  @Test("mono has no colour, and no theme's selection is told by colour alone")
  func mono() {
    #expect(StyleRole.allCases.allSatisfy { Theme.mono.look($0).color == nil })
    for theme in Theme.all {
      #expect(theme.look(.selection).modifiers.contains(.reverse))
      #expect(theme.look(.text) == Look())
    }
    #expect(Theme.named("mono")?.name == "mono")
    #expect(Theme.named("none") == nil)
  }

  @Test("every role has a letter of its own")
  func letters() {
    let letters = StyleRole.allCases.map { Style($0).letter }
    #expect(Set(letters).count == letters.count)
    #expect(Style(.good, .reverse).letter == "G")
    #expect(Style(.selection).letter == "V")
  }

  @Test(
    "NO_COLOR and the terminal decide",
    arguments: [
      (256, nil, ColorSupport.extended), (8, nil, .basic), (88, nil, .basic), (0, nil, .none),
      (-1, nil, .none), (256, "", .extended), (256, "1", .none), (8, "0", .none),
    ] as [(Int, String?, ColorSupport)])
  func support(colors: Int, noColor: String?, wanted: ColorSupport) {
    #expect(ColorSupport(colors: colors, noColor: noColor) == wanted)
  }

  @Test("without UTF-8 every character has one of ASCII")
  func ascii() {
    #expect("┏━┓│●▶→…e\u{301}中".map { AsciiGlyphs.of(String($0)) }.joined() == "#=#|*>>~e?")
    #expect(AsciiGlyphs.of("") == "")
  }

  /// Relative luminance of one of the 256 colours.
  ///
  /// Source: WCAG 2.1 and xterm's colour cube.
  private static func luminance(of number: Int) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let gray = 8 + 10 * (number - 232)
    let cube = number - 16
    let channels =
      number >= 232
      ? [gray, gray, gray] : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    let linear = channels.map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The value to the power of 2.4: its square times the fifth root of its square.
  private static func power(_ value: Double) -> Double {
    let square = value * value
    var root = 0.5
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
