/// Walks a document in reading order and tells every rule of every node, types worked out.
struct GraphQLWalker {
  let context: GraphQLValidation
  private let rules: [any GraphQLRule]
  private let listeners: [[Int]]

  init(_ context: GraphQLValidation, _ set: GraphQLRuleSet) {
    self.context = context
    rules = set.rules()
    listeners = set.listeners
  }

  func walk(_ document: GraphQLDocument) {
    tell(.document) { $0.enter(document: document, context) }
    for definition in document.definitions {
      switch definition {
      case .operation(let operation): walk(operation)
      case .fragment(let fragment): walk(fragment)
      case .schema(let schema): walk(schema)
      case .type(let type): walk(type)
      case .directive(let directive): walk(directive.arguments)
      }
    }
    tell(.document) { $0.leave(document: document, context) }
  }

  func tell(_ kind: GraphQLInterests, _ event: (any GraphQLRule) -> Void) {
    let numbers = listeners[kind.number]
    guard !numbers.isEmpty, !context.isFull else { return }
    for number in numbers { event(rules[number]) }
  }

  private func walk(_ operation: GraphQLOperationSyntax) {
    context.type = context.schema.roots[operation.kind].map { .named($0) }
    tell(.operation) { $0.enter(operation: operation, context) }
    for variable in operation.variables { walk(variable) }
    walk(operation.directives, at: operation.kind.rawValue.uppercased())
    walk(operation.selectionSet)
    tell(.operation) { $0.leave(operation: operation, context) }
    context.type = nil
  }

  private func walk(_ fragment: GraphQLFragmentSyntax) {
    context.type = .named(fragment.condition.text)
    tell(.fragment) { $0.enter(fragment: fragment, context) }
    tell(.typeName) { $0.enter(typeName: fragment.condition, context) }
    walk(fragment.directives, at: "FRAGMENT_DEFINITION")
    walk(fragment.selectionSet)
    context.type = nil
  }

  private func walk(_ variable: GraphQLVariableSyntax) {
    tell(.variable) { $0.enter(variable: variable, context) }
    tell(.typeName) { $0.enter(typeName: variable.type.innermost, context) }
    if let literal = variable.defaultValue {
      let isInput = context.schema.definition(of: variable.type.type)?.kind.isInput ?? false
      walk(literal, type: isInput ? variable.type.type : nil, hasDefault: false)
    }
    walk(variable.directives, at: "VARIABLE_DEFINITION")
  }

  private func walk(_ set: GraphQLSelectionSet) {
    let outer = context.parentType
    context.parentType = context.type.flatMap { context.schema.definition(of: $0) }
      .flatMap { $0.kind.isComposite ? $0 : nil }
    tell(.selectionSet) { $0.enter(selectionSet: set, context) }
    for selection in set.selections {
      switch selection {
      case .field(let field): walk(field)
      case .inline(let inline): walk(inline)
      case .spread(let spread):
        tell(.spread) { $0.enter(spread: spread, context) }
        walk(spread.directives, at: "FRAGMENT_SPREAD")
      }
    }
    context.parentType = outer
  }

  private func walk(_ field: GraphQLFieldSyntax) {
    let (outerField, outerType) = (context.field, context.type)
    let definition = context.parentType.flatMap {
      context.schema.field(field.name.text, of: $0)
    }
    context.field = definition
    context.type = definition?.type
    context.fieldPath.append(field.name.text)
    tell(.field) { $0.enter(field: field, context) }
    for argument in field.arguments { walk(argument, definition?.arguments) }
    walk(field.directives, at: "FIELD")
    if let set = field.selectionSet { walk(set) }
    context.field = definition
    tell(.field) { $0.leave(field: field, context) }
    context.fieldPath.removeLast()
    (context.field, context.type) = (outerField, outerType)
  }

  private func walk(_ inline: GraphQLInlineSyntax) {
    let outer = context.type
    let name = inline.condition?.text ?? context.parentType?.name
    context.type = name.map { .named($0) }
    tell(.inline) { $0.enter(inline: inline, context) }
    if let condition = inline.condition {
      tell(.typeName) { $0.enter(typeName: condition, context) }
    }
    walk(inline.directives, at: "INLINE_FRAGMENT")
    walk(inline.selectionSet)
    context.type = outer
  }

  func walk(_ directives: [GraphQLDirectiveSyntax], at location: String) {
    guard !directives.isEmpty else { return }
    tell(.directive) { $0.enter(directives: directives, at: location, context) }
    for directive in directives {
      let definition = context.schema.directives[directive.name.text]
      (context.directive, context.isInDirective) = (definition, true)
      tell(.directive) { $0.enter(directive: directive, at: location, context) }
      for argument in directive.arguments { walk(argument, definition?.arguments) }
      tell(.directive) { $0.leave(directive: directive, context) }
      (context.directive, context.isInDirective) = (nil, false)
    }
  }
}

extension GraphQLWalker {
  private func walk(
    _ argument: GraphQLArgumentSyntax, _ definitions: GraphQLNamedList<GraphQLInputDefinition>?
  ) {
    let definition = definitions?[argument.name.text]
    tell(.argument) { $0.enter(argument: argument, context) }
    walk(argument.value, type: definition?.type, hasDefault: definition?.defaultValue != nil)
  }

  private func walk(_ value: GraphQLLiteral, type: GraphQLType?, hasDefault: Bool) {
    let outer = (context.inputType, context.hasDefault)
    (context.inputType, context.hasDefault) = (type, hasDefault)
    tell(.value) { $0.enter(value: value, context) }
    switch value.kind {
    case .list(let items):
      for item in items { walk(item, type: type.map { $0.item ?? $0.nullable }, hasDefault: false) }
    case .object(let fields): walk(fields, of: type)
    default: break
    }
    (context.inputType, context.hasDefault) = outer
  }

  private func walk(_ fields: [GraphQLLiteralField], of type: GraphQLType?) {
    let owner = type.flatMap { context.schema.definition(of: $0) }
    for field in fields {
      let definition = owner?.inputFields[field.name]
      tell(.value) { $0.enter(objectField: field, of: owner, context) }
      walk(field.value, type: definition?.type, hasDefault: definition?.defaultValue != nil)
    }
  }
}
