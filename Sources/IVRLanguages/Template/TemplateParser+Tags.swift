/// The tags that exist, for suggestions.
enum TemplateTags {
  /// Tags that load other templates.
  static let needingFiles = ["embed", "extends", "from", "import", "include"]

  static let names = [
    "autoescape", "block", "cache", "filter", "flush", "for", "if", "macro", "parallel", "set",
    "verbatim", "else", "elseif", "endif", "endfor", "endfilter", "endblock", "endmacro",
  ]
}

extension TemplateParser {
  /// One tag up to its end, with the current token at its name; `nil` where it renders nothing.
  mutating func tag(_ name: TemplateToken) throws(TemplateFault) -> (any StatementNode)? {
    try descend(to: TemplateLimits.tagDepth)
    advance()
    let statement = try statement(name)
    depth -= 1
    return statement
  }

  private mutating func statement(
    _ name: TemplateToken
  ) throws(TemplateFault) -> (any StatementNode)? {
    switch name.value {
    case "if": return try ifTag(name)
    case "for": return try forTag(name)
    case "set": return try setTag()
    case "filter": return try filterTag(name)
    case "autoescape": return try autoescapeTag()
    case "block": return try blockTag()
    case "macro": return try macroTag(name)
    case "cache":
      _ = try expression()
      return GroupNode(try rest(until: "endcache"))
    case "parallel": return GroupNode(try rest(until: "endparallel"))
    case "flush":
      try take(.executeEnd, "\"%}\"")
      return nil
    default:
      let isKnown = TemplateTags.needingFiles.contains(name.value)
      throw TemplateFault(
        isKnown ? .unsupportedTag(name.value) : .unknownTag(name.value), at: name.offset)
    }
  }

  /// The end of the opening tag, the body and the whole closing tag.
  private mutating func rest(until end: String) throws(TemplateFault) -> TemplateBody {
    try take(.executeEnd, "\"%}\"")
    let inner = try body(until: [end])
    advance()
    try take(.executeEnd, "\"%}\"")
    return inner
  }

  private mutating func ifTag(_ name: TemplateToken) throws(TemplateFault) -> any StatementNode {
    var branches: [(condition: any ExpressionNode, body: TemplateBody)] = []
    var otherwise: TemplateBody?
    repeat {
      let condition = try expression()
      try take(.executeEnd, "\"%}\"")
      branches.append((condition, try body(until: ["elseif", "else", "endif"])))
      let isElseIf = current.value == "elseif"
      guard isElseIf else { break }
      advance()
    } while true
    if current.value == "else" {
      advance()
      otherwise = try rest(until: "endif")
    } else {
      advance()
      try take(.executeEnd, "\"%}\"")
    }
    return IfNode(branches, otherwise: otherwise, at: name.offset)
  }

  private mutating func forTag(_ name: TemplateToken) throws(TemplateFault) -> any StatementNode {
    let variable = try newName("the name of a variable")
    guard current.isName("in") else { throw unexpected("\"in\"") }
    advance()
    let list = try expression()
    try take(.executeEnd, "\"%}\"")
    let inner = try body(until: ["else", "endfor"])
    var otherwise: TemplateBody?
    let hasElse = current.value == "else"
    advance()
    if hasElse {
      otherwise = try rest(until: "endfor")
    } else {
      try take(.executeEnd, "\"%}\"")
    }
    return ForNode(
      variable, in: list, body: inner, otherwise: otherwise, usesLoop: usesLoop,
      at: name.offset)
  }

  private mutating func setTag() throws(TemplateFault) -> any StatementNode {
    let variable = try newName("the name of a variable")
    try take(.assign)
    let value = try expression()
    try take(.executeEnd, "\"%}\"")
    return SetNode(variable, value)
  }

  /// The body is not escaped by itself, the result of the filters is.
  private mutating func filterTag(
    _ name: TemplateToken
  ) throws(TemplateFault) -> any StatementNode {
    let start = place
    var filters = 0
    repeat {
      if filters > 0 { advance() }
      _ = try filter(LiteralNode(.null))
      filters += 1
    } while isAt(.filter)
    escaping.append(nil)
    let inner = try rest(until: "endfilter")
    escaping.removeLast()
    let end = place
    place = start
    var node: any ExpressionNode = RenderedNode(inner)
    for index in 0..<filters {
      if index > 0 { advance() }
      node = try filter(node)
    }
    place = end
    return PrintNode(escaped(node, at: name.offset), at: name.offset)
  }

  private mutating func autoescapeTag() throws(TemplateFault) -> any StatementNode {
    var isActive = true
    var strategy = "html"
    if current.kind == .name {
      isActive = current.value.lowercased() == "true"
      advance()
    }
    if current.kind == .string {
      strategy = current.value
      advance()
    }
    escaping.append(isActive ? strategy : nil)
    defer { escaping.removeLast() }
    return GroupNode(try rest(until: "endautoescape"))
  }

  private mutating func blockTag() throws(TemplateFault) -> any StatementNode {
    let name = current
    guard name.kind == .name || name.kind == .string else {
      throw unexpected("the name of a block")
    }
    advance()
    try take(.executeEnd, "\"%}\"")
    let inner = try body(until: ["endblock"])
    advance()
    if current.kind == .name || current.kind == .string, current.value == name.value { advance() }
    try take(.executeEnd, "\"%}\"")
    blocks[name.value] = inner
    return GroupNode(inner)
  }

  private mutating func macroTag(
    _ tag: TemplateToken
  ) throws(TemplateFault) -> (any StatementNode)? {
    let name = try take(.name, "the name of a macro")
    let parameters = try parameters()
    let inner = try rest(until: "endmacro")
    guard macros[name.value] == nil else {
      throw TemplateFault(.duplicateMacro(name.value), at: name.offset)
    }
    macros[name.value] = TemplateMacro(name: name.value, parameters: parameters, body: inner)
    return nil
  }

  private mutating func parameters() throws(TemplateFault) -> [(
    name: String, value: (any ExpressionNode)?
  )] {
    var parameters: [(name: String, value: (any ExpressionNode)?)] = []
    try take(.leftParenthesis)
    while !isAt(.rightParenthesis) {
      if !parameters.isEmpty { try take(.comma) }
      let name = try newName("the name of a parameter")
      var value: (any ExpressionNode)?
      if isAt(.assign) {
        advance()
        value = try expression()
      }
      parameters.append((name, value))
    }
    advance()
    return parameters
  }
}
