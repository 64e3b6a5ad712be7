/// Where the values of an answer go as they are completed.
///
/// Values come in the order of the answer, keys before their values. What was put since a mark can
/// be taken back, since an error makes null of everything around it that may not be null.
protocol GraphQLOutput: ~Copyable {
  /// How much was put so far.
  var mark: Int { get }
  /// Takes back what was put since a mark.
  mutating func takeBack(to mark: Int)
  /// Puts a whole value.
  mutating func put(_ value: JSONValue)
  /// Starts an object; every call is matched by `endObject` or taken back.
  mutating func beginObject()
  /// Puts the key whose value comes next.
  mutating func put(keyOf field: GraphQLPlannedField, isFirst: Bool)
  /// Ends the object that was begun at a mark.
  mutating func endObject(_ plan: GraphQLSelectionPlan, from mark: Int)
  /// Starts an array; every call is matched by `endArray` or taken back.
  mutating func beginArray()
  /// Comes before each element.
  mutating func beginElement(isFirst: Bool)
  /// Ends the array that was begun at a mark.
  mutating func endArray(from mark: Int)
}

/// Makes the answer a value: finished values wait on a stack until what holds them ends.
struct GraphQLValueOutput: GraphQLOutput {
  private var values: [JSONValue] = []

  /// The answer.
  var value: JSONValue { values.last ?? .null }

  var mark: Int { values.count }

  mutating func takeBack(to mark: Int) { values.removeSubrange(mark...) }
  mutating func put(_ value: JSONValue) { values.append(value) }
  mutating func beginObject() {}
  mutating func put(keyOf field: GraphQLPlannedField, isFirst: Bool) {}

  mutating func endObject(_ plan: GraphQLSelectionPlan, from mark: Int) {
    var members: [JSONObject.Member] = []
    members.reserveCapacity(plan.fields.count)
    for (field, value) in zip(plan.fields, values[mark...]) { members.append(field.member(value)) }
    takeBack(to: mark)
    values.append(.object(JSONObject(distinct: members)))
  }

  mutating func beginArray() {}
  mutating func beginElement(isFirst: Bool) {}

  mutating func endArray(from mark: Int) {
    let elements = Array(values[mark...])
    takeBack(to: mark)
    values.append(.array(elements))
  }
}

/// Writes the answer as JSON text; a tree of values would cost more than all the rest of it.
struct GraphQLTextOutput: GraphQLOutput, ~Copyable {
  private var printer = JSONPrinter(indent: nil)

  /// The answer.
  var text: String { printer.text }

  var mark: Int { printer.count }

  mutating func takeBack(to mark: Int) { printer.takeBack(to: mark) }
  mutating func put(_ value: JSONValue) { printer.append(value, depth: 0) }
  mutating func beginObject() { printer.append(raw: UInt8(ascii: "{")) }

  /// A name needs no escapes, so that its key is made once with all that stands around it.
  mutating func put(keyOf field: GraphQLPlannedField, isFirst: Bool) {
    if !isFirst { printer.append(raw: UInt8(ascii: ",")) }
    printer.append(raw: field.keyText)
  }

  mutating func endObject(_ plan: GraphQLSelectionPlan, from mark: Int) {
    printer.append(raw: UInt8(ascii: "}"))
  }

  mutating func beginArray() { printer.append(raw: UInt8(ascii: "[")) }

  mutating func beginElement(isFirst: Bool) {
    if !isFirst { printer.append(raw: UInt8(ascii: ",")) }
  }

  mutating func endArray(from mark: Int) { printer.append(raw: UInt8(ascii: "]")) }
}
