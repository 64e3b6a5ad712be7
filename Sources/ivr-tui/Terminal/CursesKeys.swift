import CNcurses

extension Key {
  /// The key for a code of curses' table; nil for codes that are no key of ours.
  init?(cursesCode code: Int32) {
    switch code {
    case KEY_UP: self = .up
    case KEY_DOWN: self = .down
    case KEY_LEFT, KEY_SLEFT: self = .left
    case KEY_RIGHT, KEY_SRIGHT: self = .right
    case KEY_SR: self = .up
    case KEY_SF: self = .down
    case KEY_HOME, KEY_SHOME: self = .home
    case KEY_END, KEY_SEND: self = .end
    case KEY_PPAGE, KEY_SPREVIOUS: self = .pageUp
    case KEY_NPAGE, KEY_SNEXT: self = .pageDown
    case KEY_B2: self = .character("5")
    case KEY_BTAB: self = .backTab
    case KEY_ENTER: self = .enter
    case KEY_BACKSPACE: self = .backspace
    case KEY_DC, KEY_SDC: self = .delete
    case KEY_IC, KEY_SIC: self = .insert
    case (KEY_F0 + 1)...(KEY_F0 + 63): self = .function(Int(code - KEY_F0))
    default:
      guard code > KEY_MAX, let name = keyname(code) else { return nil }
      self.init(extendedName: String(cString: name))
    }
  }

  /// Terminfo's names for keys with a modifier, such as `kRIT5` for Ctrl-Right; the modifier is
  /// ignored.
  private init?(extendedName name: String) {
    switch name.prefix(while: { !$0.isNumber }) {
    case "kUP": self = .up
    case "kDN": self = .down
    case "kLFT": self = .left
    case "kRIT": self = .right
    case "kHOM": self = .home
    case "kEND": self = .end
    case "kPRV": self = .pageUp
    case "kNXT": self = .pageDown
    case "kDC": self = .delete
    case "kIC": self = .insert
    default: return nil
    }
  }
}
