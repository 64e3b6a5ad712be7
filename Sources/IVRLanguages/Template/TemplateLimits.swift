/// How large templates and what they make may grow; beyond is an error, never a crash.
enum TemplateLimits {
  /// Bytes of one template.
  static let sourceBytes = 1 << 20
  /// Levels of brackets within brackets, and of operands whose operators bind tighter and tighter.
  static let nesting = 64
  /// Levels of the tree of one expression, which rows of operators make deeper, too.
  static let expressionHeight = 150
  /// Levels of tags within tags.
  static let tagDepth = 24
  /// Levels that macros and blocks may add while a template is rendered.
  static let callHeight = 300
  /// Bytes of one text value, and of the whole output.
  static let textBytes = 4 << 20
  /// Members of one list.
  static let listMembers = 100_000
  /// Turns of all loops, calls, and looks at large or nested values, in one rendering.
  static let steps = 300_000
  /// Steps that the call of a macro or block counts as, since it does far more than a turn.
  static let callSteps = 8
  /// Levels of lists within lists.
  static let valueDepth = 200
}
