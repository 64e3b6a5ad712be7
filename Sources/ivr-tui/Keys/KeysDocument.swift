/// `docs/KEYS.md`, made from the key table and the commands.
enum KeysDocument {
  static var text: String {
    let sections = HelpText.sections(KeyMap()).map { section in
      "## \(section.title)\n\n| keys | what they do |\n|---|---|\n"
        + section.rows.map { "| `\($0.0.replacing("|", with: "\\|"))` | \(escaped($0.1)) |" }
        .joined(separator: "\n")
    }
    let names = KeyTable.all.map { binding in
      "| \(binding.choices.map { "`\($0.name)`" }.joined(separator: " ")) | `\(binding.shown)` |"
    }
    return "# Keys\n\n" + introduction + "\n\n" + sections.joined(separator: "\n\n") + "\n\n"
      + settings + "\n\n| names | keys |\n|---|---|\n" + names.joined(separator: "\n") + "\n"
  }

  private static let introduction = """
    Made from the key table (`Sources/ivr-tui/Keys`); a test compares it, and `IVR_RECORD=1 swift test
    --filter KeyTests` rewrites it. Inside the program `?` shows the same list. The bottom line of the
    screen shows the keys of the focused pane that do something now; a key that does nothing now says
    why.
    """

  private static let settings = """
    ## Your own keys

    `~/.config/ivr-tui/settings` (or `$XDG_CONFIG_HOME/ivr-tui/settings`, or the file that
    `--settings` names) changes keys and looks, a line for each. A line `NAME = KEY KEY` gives a
    meaning new keys and takes them from what had them in the same pane; `none` leaves it without.
    `#` begins a remark. Keys are written as in the tables above; Ctrl-C, Ctrl-L and Ctrl-Z stay
    as they are. The looks are `theme` (default, light, safe, mono), `borders` (lines, ascii),
    `mouse` and `hints` (on, off).

    ```
    theme = light
    mouse = off
    pause = F9 space
    phone.dial = Enter
    agent.decline = x
    ```
    """

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("*", with: "\\*")
  }
}
