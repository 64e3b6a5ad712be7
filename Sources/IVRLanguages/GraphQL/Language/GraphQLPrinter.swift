/// Writes a document in the usual form: two spaces a level, one selection a line.
///
/// Reading the printed text gives the same document. Lists of arguments and variables that do not
/// fit in 80 columns take a line for each.
struct GraphQLPrinter {
  private static let lineWidth = 80

  /// All definitions with a blank line between them.
  static func print(_ definitions: [GraphQLDefinitionSyntax]) -> String {
    definitions.map(print).joined(separator: "\n\n")
  }

  private static func print(_ definition: GraphQLDefinitionSyntax) -> String {
    switch definition {
    case .operation(let operation): print(operation)
    case .fragment(let fragment): print(fragment)
    case .schema(let schema): print(schema)
    case .type(let type): print(type)
    case .directive(let directive): print(directive)
    }
  }

  private static func print(_ operation: GraphQLOperationSyntax) -> String {
    let isShort =
      operation.kind == .query && operation.name == nil && operation.variables.isEmpty
      && operation.directives.isEmpty && operation.description == nil
    let body = print(operation.selectionSet)
    if isShort { return body }
    let name = (operation.name?.text ?? "") + list(operation.variables.map(print))
    return described(
      operation.description,
      joined([operation.kind.rawValue, name, print(operation.directives), body]))
  }

  private static func print(_ fragment: GraphQLFragmentSyntax) -> String {
    described(
      fragment.description,
      joined([
        "fragment \(fragment.name.text) on \(fragment.condition.text)",
        print(fragment.directives), print(fragment.selectionSet),
      ]))
  }

  private static func print(_ variable: GraphQLVariableSyntax) -> String {
    let value = variable.defaultValue.map { " = " + print($0) } ?? ""
    let head = "$\(variable.name.text): \(variable.type.type)\(value)"
    return described(variable.description, joined([head, print(variable.directives)]))
  }

  private static func print(_ set: GraphQLSelectionSet) -> String {
    block(set.selections.map(print))
  }

  private static func print(_ selection: GraphQLSelection) -> String {
    switch selection {
    case .field(let field): print(field)
    case .spread(let spread): joined(["...\(spread.name.text)", print(spread.directives)])
    case .inline(let inline):
      joined([
        "...", inline.condition.map { "on \($0.text)" } ?? "", print(inline.directives),
        print(inline.selectionSet),
      ])
    }
  }

  private static func print(_ field: GraphQLFieldSyntax) -> String {
    let name = (field.alias.map { $0.text + ": " } ?? "") + field.name.text
    let arguments = field.arguments.map(print)
    var head = name + wrapped("(", arguments, ", ", ")")
    if head.count > lineWidth {
      head = name + "(\n" + indented(arguments.joined(separator: "\n")) + "\n)"
    }
    let body = field.selectionSet.map(print) ?? ""
    return joined([head, print(field.directives), body])
  }

  private static func print(_ argument: GraphQLArgumentSyntax) -> String {
    "\(argument.name.text): \(print(argument.value))"
  }

  static func print(_ directives: [GraphQLDirectiveSyntax]) -> String {
    joined(
      directives.map {
        "@\($0.name.text)" + wrapped("(", $0.arguments.map(print), ", ", ")")
      })
  }
}

extension GraphQLPrinter {
  /// A value; block strings keep their form.
  static func print(_ literal: GraphQLLiteral) -> String {
    switch literal.kind {
    case .variable(let name): "$" + name
    case .int(let text), .float(let text), .enumeration(let text): text
    case .string(let text, isBlock: true): GraphQLBlockString.printed(text)
    case .string(let text, isBlock: false): quoted(text)
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    case .list(let items): "[" + items.map(print).joined(separator: ", ") + "]"
    case .object(let fields):
      "{" + fields.map { "\($0.name): \(print($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// A value on one line, as messages and introspection show it.
  static func inline(_ literal: GraphQLLiteral) -> String {
    switch literal.kind {
    case .string(let text, _): quoted(text)
    case .list(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
    case .object(let fields):
      "{" + fields.map { "\($0.name): \(inline($0.value))" }.joined(separator: ", ") + "}"
    default: print(literal)
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
    description.map { print($0) + "\n" + text } ?? text
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
