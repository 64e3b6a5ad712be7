/// The functions that may end a path.
///
/// Source: Jayway JsonPath, README, "Functions".
struct JaywayFunctions {
  let evaluator: JaywayEvaluator

  /// The result of a function on what the path led to.
  func call(
    _ name: String, _ arguments: [JaywayArgument], on model: JSONValue
  ) throws(JaywayFailure) -> JSONValue {
    switch name {
    case "length", "size": return try length(arguments, on: model)
    case "min", "max", "avg", "sum", "stddev":
      return try .number(JSONNumber(aggregate(name, numbers(arguments, on: model))))
    case "first": return try element(0, of: model)
    case "last": return try element(-1, of: model)
    case "index": return try element(index(arguments), of: model)
    case "keys": return model.object.map { .array($0.keys.map(JSONValue.string)) } ?? .null
    case "concat": return try concatenation(arguments, on: model)
    case "append":
      guard case .array(let elements) = model else { return model }
      try evaluator.budget.spend(elements.count)
      return try .array(elements + values(of: arguments))
    default: throw .notApplicable
    }
  }

  /// The number of members or elements; with a path, of what the path gives.
  ///
  /// A definite path is counted only where its first element is an array, else the model is: so
  /// `$.length($.list)` mostly counts the members of the root.
  private func length(
    _ arguments: [JaywayArgument], on model: JSONValue
  ) throws(JaywayFailure) -> JSONValue {
    if let argument = arguments.first {
      guard case .path(let path) = argument else { throw .failed }
      let counted =
        path.endsInFunction
        ? path : JaywayPath(isRoot: path.isRoot, tokens: path.tokens + [.wildcard])
      let results = try JaywayEvaluator(root: model, budget: evaluator.budget).results(
        of: counted, at: model)
      if !path.isDefinite { return .integer(Int64(results.count)) }
      guard let first = results.first else { throw .notFound }
      if let elements = first.array { return .integer(Int64(elements.count)) }
    }
    switch model {
    case .array(let elements): return .integer(Int64(elements.count))
    case .object(let object): return .integer(Int64(object.count))
    default: return .null
    }
  }

  private func values(of arguments: [JaywayArgument]) throws(JaywayFailure) -> [JSONValue] {
    var values: [JSONValue] = []
    for argument in arguments {
      switch argument {
      case .path(let path):
        values.append(
          try JaywayEvaluator(root: evaluator.root, budget: evaluator.budget).value(
            of: path, at: evaluator.root))
      case .json(let value):
        guard let value else { throw .failed }
        values.append(value)
      }
    }
    return values
  }

  /// The numbers of the model, then those of the arguments; there must be one.
  private func numbers(
    _ arguments: [JaywayArgument], on model: JSONValue
  ) throws(JaywayFailure) -> [Double] {
    let own = model.array ?? []
    let given = try values(of: arguments).flatMap { $0.array ?? [$0] }
    let numbers = (own + given).compactMap { $0.number?.double }
    guard !numbers.isEmpty else { throw .failed }
    return numbers
  }

  private func aggregate(_ name: String, _ numbers: [Double]) -> Double {
    let sum = numbers.reduce(0, +)
    let count = Double(numbers.count)
    switch name {
    case "min": return numbers.min() ?? 0
    case "max": return numbers.max() ?? 0
    case "sum": return sum
    case "avg": return sum / count
    default:
      let squares = numbers.reduce(0) { $0 + $1 * $1 }
      return (squares / count - sum * sum / count / count).squareRoot()
    }
  }

  /// An element; one counted from the end cannot be the first.
  private func element(_ index: Int, of model: JSONValue) throws(JaywayFailure) -> JSONValue {
    guard case .array(let elements) = model else { throw .failed }
    let place = index < 0 ? elements.count + index : index
    guard elements.indices.contains(place), index >= 0 || place > 0 else { throw .failed }
    return elements[place]
  }

  private func index(_ arguments: [JaywayArgument]) throws(JaywayFailure) -> Int {
    let numbers = try values(of: arguments).flatMap { $0.array ?? [$0] }.compactMap { $0.number }
    guard let first = numbers.first, let index = Int(exactly: first.double.rounded(.towardZero))
    else { throw .failed }
    return index
  }

  /// The texts of an array and the arguments, written one after the other.
  private func concatenation(
    _ arguments: [JaywayArgument], on model: JSONValue
  ) throws(JaywayFailure) -> JSONValue {
    let own = (model.array ?? []).compactMap(\.string)
    let given = try values(of: arguments).filter { !$0.isNull }
    let bytes = (own + given.compactMap(\.string)).reduce(0) { $0 &+ $1.utf8.count }
    try evaluator.budget.spend(bytes >> 4)
    return .string((own + given.map { $0.string ?? JSONText.print($0) }).joined())
  }
}
