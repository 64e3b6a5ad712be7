import IVRCore
import Testing

@testable import ivr_tui

@Suite("The user's settings")
struct SettingsFileTests {
  @Test("Keys move, looks change, remarks are skipped")
  func reads() throws {
    let file = SettingsFile(
      """
      # mine
      theme = light   # at day

      pause = F9 space
      phone.dial = Enter
      agent.decline = x
      help = none
      borders = ascii
      mouse = off
      hints = off
      phone.hang-up = #
      """, path: "s")
    #expect(file.findings == [])
    let settings = file.settings
    #expect(settings.looks.theme == .light && settings.looks.borders == .ascii)
    #expect(!settings.looks.hasMouse && !settings.showsHints)
    var lab = try LabDriver()
    lab.state.keyMap = settings.keyMap
    #expect(settings.keyMap.resolve(.function(9), lab.state) == .action(.clock(.togglePause)))
    #expect(settings.keyMap.resolve(.character("?"), lab.state) == .unknown)
    #expect(settings.keyMap.resolve(.character("d"), lab.state) == .unknown)
    // The keypad lost its # to the hook: what has a key no longer is not told either.
    #expect(lab.screen.textRows()[23].contains("Enter dial"))
    try lab.press("Enter F9")
    #expect(lab.state.clock.isPaused)
    try lab.press("#")
    #expect(lab.text.contains("you hung up") || lab.text.contains("○"))
  }

  @Test("All findings are told with line and column")
  func findings() {
    let file = SettingsFile(
      """
      theme = pink
      paus = x
      pause x
        pause = Entr
      step = Ctrl-C
      step = q
      guard = q
      """, path: "s")
    #expect(
      file.findings.map(\.text)
        == [
          "s:1:9: error IVR300: theme is default, light, safe, mono.",
          "s:2:1: error IVR300: There is no setting \"paus\"; did you mean \"pause\"?",
          "s:3:1: error IVR300: A line is NAME = VALUE, with blanks around the =.",
          "s:4:11: error IVR300: There is no key \"Entr\"; did you mean \"Enter\"?",
          "s:5:8: error IVR300: Ctrl-C keeps its meaning.",
          "s:7:9: error IVR300: q has a meaning already, from line 6.",
        ].map { $0 + "\n  hint: " + Strings.UserFile.hint })
  }

  @Test("A file that is not there is a finding, unless it was not asked for")
  func missing() {
    #expect(SettingsFile.load("/nonexistent/settings").findings.map(\.code) == ["IVR100"])
  }

  @Test("Every name of a meaning stands once, and every key has a name that is read back")
  func names() {
    let names = KeyMap().names
    #expect(Set(names).count == names.count)
    for key in KeyTable.all.flatMap(\.keys) { #expect(Key(name: key.name) == key) }
  }
}
