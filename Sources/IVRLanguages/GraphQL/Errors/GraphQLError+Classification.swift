extension GraphQLError {
  /// The name of graphql-java's `ErrorType`, which the product's answers carry.
  public var classification: String {
    switch kind {
    case .request(.unsupportedOperation): return "OperationNotSupported"
    case .execution(.nullForNonNull): return "NullValueInNonNullableField"
    default: break
    }
    return switch phase {
    case .syntax: "InvalidSyntax"
    case .execution, .ok: "DataFetchingException"
    case .validation, .request: "ValidationError"
    }
  }

  /// The name of graphql-java's `ValidationErrorType`, for validation errors that have one.
  ///
  /// Its messages read `Validation error (FieldUndefined@[task/tasks/queue])`, with `fieldPath`
  /// between the brackets.
  public var validationType: String? {
    switch kind {
    case .operation(let fault): fault.validationType
    case .field(let fault): fault.validationType
    case .fragment(let fault): fault.validationType
    case .variable(let fault): fault.validationType
    case .value(let fault): fault.validationType
    case .directive(let fault): fault.validationType
    case .request(.operationNameRequired), .request(.unknownOperation): "UnknownOperation"
    default: nil
    }
  }
}

extension GraphQLOperationFault {
  fileprivate var validationType: String {
    switch self {
    case .notExecutable: "NonExecutableDefinition"
    case .duplicate: "DuplicateOperationName"
    case .anonymousNotAlone: "LoneAnonymousOperationViolation"
    case .subscriptionFields: "SubscriptionMultipleRootFields"
    case .unknownType: "UnknownType"
    }
  }
}

extension GraphQLFieldFault {
  fileprivate var validationType: String {
    switch self {
    case .unknown: "FieldUndefined"
    case .selectionRequired: "SubselectionRequired"
    case .selectionNotAllowed: "SubselectionNotAllowed"
    case .unknownArgument: "UnknownArgument"
    case .duplicateArgument: "DuplicateArgumentNames"
    case .missingArgument(_, let owner, _):
      owner.hasPrefix("@") ? "MissingDirectiveArgument" : "MissingFieldArgument"
    case .conflict: "FieldsConflict"
    }
  }
}

extension GraphQLFragmentFault {
  fileprivate var validationType: String {
    switch self {
    case .unknown: "UndefinedFragment"
    case .duplicate: "DuplicateFragmentName"
    case .unused: "UnusedFragment"
    case .cycle: "FragmentCycle"
    case .notComposite(nil, _): "InlineFragmentTypeConditionInvalid"
    case .notComposite: "FragmentTypeConditionInvalid"
    case .impossible: "InvalidFragmentType"
    }
  }
}

extension GraphQLVariableFault {
  fileprivate var validationType: String {
    switch self {
    case .duplicate: "DuplicateVariableName"
    case .undefined: "UndefinedVariable"
    case .unused: "UnusedVariable"
    case .notInputType: "NonInputTypeOnVariable"
    case .wrongPosition: "VariableTypeMismatch"
    }
  }
}

extension GraphQLValueFault {
  fileprivate var validationType: String {
    switch self {
    case .duplicateField: "UniqueObjectFieldName"
    default: "WrongType"
    }
  }
}

extension GraphQLDirectiveFault {
  fileprivate var validationType: String {
    switch self {
    case .unknown: "UnknownDirective"
    case .misplaced: "MisplacedDirective"
    case .duplicate: "DuplicateDirectiveName"
    }
  }
}
