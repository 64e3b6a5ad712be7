import Testing

@testable import ivr_tui

@Suite("Pictures of the shipped lab")
struct SnapshotTests {
  /// A moment of the duplicate story.
  enum Moment: String, CaseIterable {
    case start, typing, refused, offered, trace, ringing, help, directory, command, quit

    func play(_ lab: inout LabDriver) throws {
      switch self {
      case .start: break
      case .typing: try typing(&lab)
      case .refused: try refused(&lab)
      case .offered: try offered(&lab)
      case .trace:
        try refused(&lab)
        try lab.press("F4 w")
      case .ringing:
        try offered(&lab)
        try lab.press("a F2 p")
      case .help: try lab.press("?")
      case .directory: try lab.press("e down")
      case .command:
        try lab.press("Enter n")
        lab.type(":agent ")
      case .quit: try lab.press("Enter n q")
      }
    }

    /// A callback and a call wait before the caller who types the number.
    private func typing(_ lab: inout LabDriver) throws {
      try lab.askForCallback()
      lab.tick(20_000)
      try lab.press("p Enter n 2 p")
      lab.tick(9_000)
      try lab.press("Enter n 1")
      lab.tick(2_500)
      lab.type("1408526")
      lab.tick(400)
      try lab.press("6")
    }

    private func refused(_ lab: inout LabDriver) throws {
      try lab.askForCallback()
      lab.tick(60_000)
      try lab.press("Enter n 1")
      lab.type("14085267209")
      try lab.press("1 n")
    }

    private func offered(_ lab: inout LabDriver) throws {
      try refused(&lab)
      try lab.press("n F3 a")
      lab.tick(4_000)
    }
  }

  @Test("80x24", arguments: Moment.allCases)
  func small(_ moment: Moment) throws {
    var lab = try LabDriver()
    try moment.play(&lab)
    Snapshot.expect(lab.screen, "lab-80x24-\(moment.rawValue)")
  }

  @Test("160x50", arguments: [Moment.typing, .offered, .trace])
  func large(_ moment: Moment) throws {
    var lab = try LabDriver(size: Size(width: 160, height: 50))
    try moment.play(&lab)
    Snapshot.expect(lab.screen, "lab-160x50-\(moment.rawValue)")
  }

  @Test("60x16: one pane and what the others do", arguments: Pane.allCases)
  func single(_ pane: Pane) throws {
    var lab = try LabDriver(size: Size(width: 60, height: 16))
    try Moment.offered.play(&lab)
    try lab.press("F\(pane.functionKey)")
    Snapshot.expect(lab.screen, "lab-60x16-\(pane.name.lowercased())")
  }

  @Test("100x45: the trace below", arguments: [Moment.offered])
  func stacked(_ moment: Moment) throws {
    var lab = try LabDriver(size: Size(width: 100, height: 45))
    try moment.play(&lab)
    Snapshot.expect(lab.screen, "lab-100x45-\(moment.rawValue)")
  }

  @Test("80x24 zoomed", arguments: Pane.allCases)
  func zoomed(_ pane: Pane) throws {
    var lab = try LabDriver()
    try Moment.offered.play(&lab)
    try lab.press("F\(pane.functionKey) z")
    Snapshot.expect(lab.screen, "lab-80x24-zoom-\(pane.name.lowercased())")
  }

  @Test("80x24 with frames of ASCII characters")
  func ascii() throws {
    var lab = try LabDriver()
    lab.state.looks.borders = .ascii
    try Moment.refused.play(&lab)
    try lab.press("F4 / a l r")
    Snapshot.expect(lab.screen, "lab-80x24-ascii")
  }

  @Test("Smaller: one sentence", arguments: [(20, 5), (59, 16), (60, 15), (1, 1), (0, 0)])
  func tooSmall(_ width: Int, _ height: Int) throws {
    let lab = try LabDriver(size: Size(width: width, height: height))
    let words = lab.screen.textRows().flatMap { $0.split(separator: " ") }
    #expect(Strings.tooSmall(lab.state.size).split(separator: " ") == words || width < 20)
  }

  @Test("No size and no moment draws outside or traps", arguments: Moment.allCases)
  func anySize(_ moment: Moment) throws {
    var lab = try LabDriver()
    try moment.play(&lab)
    for (width, height) in [
      (60, 16), (61, 23), (79, 24), (80, 23), (139, 24), (140, 24), (300, 90), (80, 40), (100, 39),
    ] {
      for pane in Pane.allCases {
        lab.state.size = Size(width: width, height: height)
        lab.state.focus = pane
        #expect(lab.screen.size == lab.state.size)
      }
    }
  }

  @Test("The next useful act is one dim line and can be hidden")
  func hints() throws {
    var lab = try LabDriver()
    #expect(lab.screen.textRows()[22].hasPrefix(" next: Enter to dial"))
    #expect(lab.screen.styleRows()[22].hasPrefix("ddd"))
    try lab.press("T F2")
    #expect(lab.screen.textRows()[22].allSatisfy { $0 == " " })
    try lab.press("T F2")
    #expect(lab.screen.textRows()[22].contains("next:"))
  }

  @Test("The pane that needs the next act is marked")
  func marks() throws {
    var lab = try LabDriver()
    #expect(lab.text.contains("F2 Phone  !"))
    try lab.askForCallback()
    try lab.press("F3 a F2")
    #expect(lab.text.contains("F3 Agent 1/2  !"))
    #expect(!lab.text.contains("F2 Phone  !"))
  }

  @Test("What is said makes room for the hint after a while")
  func notice() throws {
    var lab = try LabDriver()
    try lab.press("h")
    lab.tick(7_999)
    #expect(lab.screen.textRows()[22].contains("on the hook"))
    lab.tick(1)
    #expect(lab.screen.textRows()[22].contains("next:"))
  }

  @Test("A key is lit for 150 ms")
  func lit() throws {
    var lab = try LabDriver()
    try lab.press("Enter n 5")
    #expect(lab.text.contains("[5 jkl"))
    lab.tick(149)
    #expect(lab.text.contains("[5 jkl"))
    lab.tick(1)
    #expect(!lab.text.contains("[5 jkl"))
  }
}
