/// `docs/KEYS.md`, made from the key table and the commands.
enum KeysDocument {
  static var text: String {
    let sections = HelpText.sections.map { section in
      "## \(section.title)\n\n| keys | what they do |\n|---|---|\n"
        + section.rows.map { "| `\($0.0.replacing("|", with: "\\|"))` | \(escaped($0.1)) |" }
        .joined(separator: "\n")
    }
    return "# Keys\n\n" + introduction + "\n\n" + sections.joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    Made from the key table (`Sources/ivr-tui/Keys`); a test compares it, and `IVR_RECORD=1 swift test
    --filter KeyTests` rewrites it. Inside the program `?` shows the same list. The bottom line of the
    screen shows the keys of the focused pane that do something now; a key that does nothing now says
    why.
    """

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("*", with: "\\*")
  }
}
