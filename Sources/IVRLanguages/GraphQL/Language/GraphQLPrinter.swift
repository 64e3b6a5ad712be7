/// Writes a document in the usual form: two spaces a level, one selection a line.
///
/// Reading the printed text gives the same document. Lists of arguments and variables that do not
/// fit in 80 columns take a line for each.
struct GraphQLPrinter {
  private static let lineWidth = 80

  /// All definitions with a blank line between them.
  static func written(_ definitions: [GraphQLDefinitionSyntax]) -> String {
    definitions.map(written).joined(separator: "\n\n")
  }

  private static func written(_ definition: GraphQLDefinitionSyntax) -> String {
    switch definition {
    case .operation(let operation): written(operation)
    case .fragment(let fragment): written(fragment)
    case .schema(let schema): written(schema)
    case .type(let type): written(type)
    case .directive(let directive): written(directive)
    }
  }

  private static func written(_ operation: GraphQLOperationSyntax) -> String {
    let isShort =
      operation.kind == .query && operation.name == nil && operation.variables.isEmpty
      && operation.directives.isEmpty && operation.description == nil
    let body = written(operation.selectionSet)
    if isShort { return body }
    let name = (operation.name?.text ?? "") + list(operation.variables.map(written))
    return described(
      operation.description,
      joined([operation.kind.rawValue, name, written(operation.directives), body]))
  }

  private static func written(_ fragment: GraphQLFragmentSyntax) -> String {
    described(
      fragment.description,
      joined([
        "fragment \(fragment.name.text) on \(fragment.condition.text)",
        written(fragment.directives), written(fragment.selectionSet),
      ]))
  }

  private static func written(_ variable: GraphQLVariableSyntax) -> String {
    let value = variable.defaultValue.map { " = " + written($0) } ?? ""
    let head = "$\(variable.name.text): \(variable.type.type)\(value)"
    return described(variable.description, joined([head, written(variable.directives)]))
  }

  private static func written(_ set: GraphQLSelectionSet) -> String {
    block(set.selections.map(written))
  }

  private static func written(_ selection: GraphQLSelection) -> String {
    switch selection {
    case .field(let field): written(field)
    case .spread(let spread): joined(["...\(spread.name.text)", written(spread.directives)])
    case .inline(let inline):
      joined([
        "...", inline.condition.map { "on \($0.text)" } ?? "", written(inline.directives),
        written(inline.selectionSet),
      ])
    }
  }

  private static func written(_ field: GraphQLFieldSyntax) -> String {
    let name = (field.alias.map { $0.text + ": " } ?? "") + field.name.text
    let arguments = field.arguments.map(written)
    var head = name + wrapped("(", arguments, ", ", ")")
    if head.count > lineWidth, !arguments.isEmpty {
      head = name + "(\n" + indented(arguments.joined(separator: "\n")) + "\n)"
    }
    let body = field.selectionSet.map(written) ?? ""
    return joined([head, written(field.directives), body])
  }

  private static func written(_ argument: GraphQLArgumentSyntax) -> String {
    "\(argument.name.text): \(written(argument.value))"
  }

  static func written(_ directives: [GraphQLDirectiveSyntax]) -> String {
    joined(
      directives.map {
        "@\($0.name.text)" + wrapped("(", $0.arguments.map(written), ", ", ")")
      })
  }
}

extension GraphQLPrinter {
  /// A value; block strings keep their form.
  static func written(_ literal: GraphQLLiteral) -> String {
    switch literal.kind {
    case .variable(let name): "$" + name
    case .int(let text), .float(let text), .enumeration(let text): text
    case .string(let text, isBlock: true): GraphQLBlockString.printed(text)
    case .string(let text, isBlock: false): quoted(text)
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    case .list(let items): "[" + items.map(written).joined(separator: ", ") + "]"
    case .object(let fields):
      "{" + fields.map { "\($0.name): \(written($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// A value on one line, as messages and introspection show it.
  static func inline(_ literal: GraphQLLiteral) -> String {
    switch literal.kind {
    case .string(let text, _): quoted(text)
    case .list(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
    case .object(let fields):
      "{" + fields.map { "\($0.name): \(inline($0.value))" }.joined(separator: ", ") + "}"
    default: written(literal)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let code = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The parts that are not empty, with a blank between them.
  static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The items between two marks, or nothing where there are none.
  static func wrapped(
    _ open: String, _ items: [String], _ separator: String, _ close: String
  ) -> String {
    items.isEmpty ? "" : open + items.joined(separator: separator) + close
  }

  /// Items in round brackets, each on a line of its own where one of them has several.
  static func list(_ items: [String]) -> String {
    guard items.contains(where: { $0.contains("\n") }) else {
      return wrapped("(", items, ", ", ")")
    }
    return "(\n" + indented(items.joined(separator: "\n")) + "\n)"
  }

  /// A text with its description on the lines before.
  static func described(_ description: GraphQLLiteral?, _ text: String) -> String {
    description.map { written($0) + "\n" + text } ?? text
  }

  /// Curly brackets around lines of their own, or nothing where there are none.
  static func block(_ lines: [String]) -> String {
    lines.isEmpty ? "" : "{\n" + indented(lines.joined(separator: "\n")) + "\n}"
  }

  /// Every line two blanks further in.
  static func indented(_ text: String) -> String {
    "  " + text.replacing("\n", with: "\n  ")
  }
}
