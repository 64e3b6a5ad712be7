import IVRLanguages

/// Writes shapes as JSON Schema.
///
/// Source: JSON Schema 2020-12, which OpenAPI 3.1 uses.
struct SchemaWriter {
  /// Where a value stands, which decides what counts as missing.
  enum Use {
    /// A member of a JSON body: null or blank text is as good as nothing.
    case body
    /// A parameter or a member of a form: always text, which may be blank.
    case parameter
    /// A gap of a path, never empty.
    case gap
    /// A member of an answer: what may be missing may also be null.
    case answer
  }

  /// The schemas that have names, in the order in which they were met.
  private(set) var named = JSONObject()

  /// The schema of a value that may or must be there.
  mutating func schema(_ shape: ValueShape, _ use: Use) -> JSONValue {
    var schema = schema(shape.kind, use)
    if shape.isRequired { schema = Self.present(schema, use) }
    let mayBeNull = use == .body || use == .answer
    return mayBeNull && !shape.isRequired ? Self.nullable(schema) : schema
  }

  /// The schema of an object of shapes.
  mutating func object(_ shapes: [ValueShape], _ use: Use) -> JSONValue {
    var object: JSONObject = ["type": "object"]
    var properties = JSONObject()
    for shape in shapes {
      var property = schema(shape, use)
      if !shape.note.isEmpty, var members = property.object {
        members["description"] = .string(shape.note)
        property = .object(members)
      }
      properties[shape.name] = property
    }
    let required = shapes.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !properties.isEmpty { object["properties"] = .object(properties) }
    if !required.isEmpty { object["required"] = .array(required) }
    return .object(object)
  }

  /// The schema of a kind.
  mutating func schema(_ kind: ValueShape.Kind, _ use: Use) -> JSONValue {
    switch kind {
    case .text(let limit): Self.limited(["type": "string"], "maxLength", limit, use)
    case .choice(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
    case .flag: ["type": "boolean"]
    case .whole(let bounds): Self.whole(bounds)
    case .number: ["type": "number"]
    case .object(let shapes): object(shapes, use)
    case .list(let element, let limit):
      Self.limited(
        ["type": "array", "items": schema(element, use)], "maxItems", limit, use)
    case .map(let element, let limit):
      Self.limited(
        ["type": "object", "additionalProperties": schema(element, use)], "maxProperties", limit,
        use)
    case .either(let kinds): ["anyOf": .array(kinds.map { schema($0, use) })]
    case .named(let name, let kind): reference(name, kind, use)
    case .any: [:]
    }
  }

  private mutating func reference(
    _ name: String, _ kind: ValueShape.Kind, _ use: Use
  ) -> JSONValue {
    if named[name] == nil {
      // Its place is taken first, so that the order is that of the first meeting.
      named[name] = .null
      named[name] = schema(kind, use)
    }
    return ["$ref": .string("#/components/schemas/" + name)]
  }

  private static func whole(_ bounds: ClosedRange<Int64>) -> JSONValue {
    [
      "type": "integer", "minimum": .integer(bounds.lowerBound),
      "maximum": .integer(bounds.upperBound),
    ]
  }

  /// Limits are promises of clients, not of the lab.
  private static func limited(
    _ schema: JSONObject, _ word: String, _ limit: Int, _ use: Use
  ) -> JSONValue {
    guard limit != .max, use != .answer else { return .object(schema) }
    var schema = schema
    schema[word] = .integer(Int64(limit))
    return .object(schema)
  }

  /// What must be there is neither blank text nor null.
  private static func present(_ schema: JSONValue, _ use: Use) -> JSONValue {
    guard var members = schema.object, use == .body || use == .parameter else { return schema }
    if members["type"] == "string", members["enum"] == nil { members["pattern"] = #"\S"# }
    if members.isEmpty { members["type"] = ["string", "number", "boolean", "object", "array"] }
    return .object(members)
  }

  private static func nullable(_ schema: JSONValue) -> JSONValue {
    guard var members = schema.object, !members.isEmpty else { return schema }
    guard let type = members["type"] else { return ["anyOf": [schema, ["type": "null"]]] }
    members["type"] = [type, "null"]
    if let words = members["enum"]?.array { members["enum"] = .array(words + [.null]) }
    return .object(members)
  }
}
