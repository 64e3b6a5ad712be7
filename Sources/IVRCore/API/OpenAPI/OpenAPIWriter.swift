import IVRLanguages

/// Writes the routes of a document in OpenAPI 3.1, in the order of the table.
///
/// Source: OpenAPI Specification 3.1.1, sections 4.8 and 4.8.24.
struct OpenAPIWriter {
  private var schemas = SchemaWriter()
  private var responses = JSONObject()

  /// The whole document.
  static func document(_ document: APIDocument) -> JSONValue {
    var writer = OpenAPIWriter()
    var paths = JSONObject()
    for family in document.families {
      for route in family.routes {
        let path = route.template.text
        var item = paths[path]?.object ?? [:]
        item[route.method.lowercased()] = writer.operation(route, family)
        paths[path] = .object(item)
      }
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": .string(document.title), "version": "1",
        "description": .string(document.introduction),
      ],
      "servers": .array([document.server]),
      "tags": .array(document.families.map { ["name": .string($0.name)] }),
      "paths": .object(paths), "components": writer.components,
    ]
  }

  private var components: JSONValue {
    [
      "schemas": .object(schemas.named), "responses": .object(responses),
      "headers": .object(ResponseHeader.all),
      "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
    ]
  }

  private mutating func operation(_ route: Route, _ family: RouteFamily) -> JSONValue {
    var operation: JSONObject = [
      "operationId": .string(route.operationID), "summary": .string(route.summary),
      "tags": [.string(family.name)], "security": .array(family.security(of: route)),
    ]
    let parameters = parameters(of: route)
    if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
    if let body = route.toldBody { operation["requestBody"] = requestBody(body) }
    operation["responses"] = .object(responses(of: route, family))
    return .object(operation)
  }

  private mutating func parameters(of route: Route) -> [JSONValue] {
    let gaps = route.template.names.map { name in
      route.facts.path.first { $0.name == name } ?? .required(name, .words)
    }
    return gaps.map { parameter($0, in: "path") }
      + (route.query + route.facts.query).map { parameter($0, in: "query") }
  }

  private mutating func parameter(_ shape: ValueShape, in place: String) -> JSONValue {
    let use: SchemaWriter.Use = place == "path" ? .gap : .parameter
    var parameter: JSONObject = ["name": .string(shape.name), "in": .string(place)]
    if shape.isRequired { parameter["required"] = true }
    if !shape.note.isEmpty { parameter["description"] = .string(shape.note) }
    parameter["schema"] = schemas.schema(shape, use)
    return .object(parameter)
  }

  private mutating func requestBody(_ body: RouteFacts.Body) -> JSONValue {
    let content = body.types.map { type -> (String, JSONValue) in
      let use: SchemaWriter.Use = type == "application/json" ? .body : .parameter
      return (type, ["schema": schemas.object(body.members, use)])
    }
    return ["required": .bool(body.isRequired), "content": .object(JSONObject(content))]
  }
}

// MARK: Answers

extension OpenAPIWriter {
  /// What a route may answer, by status.
  private mutating func responses(of route: Route, _ family: RouteFamily) -> JSONObject {
    var result = JSONObject()
    let success = RouteFacts.Answer(status: route.success, content: route.facts.success)
    for answer in [success] + route.facts.answers {
      result[String(answer.status)] = response(answer, family)
    }
    for status in family.refusals(of: route) where result[status] == nil {
      result[status] = refusal(status, family.refusals)
    }
    let sorted = result.members.sorted { $0.key < $1.key }
    return JSONObject(sorted.map { ($0.key, $0.value) })
  }

  private mutating func response(
    _ answer: RouteFacts.Answer, _ family: RouteFamily
  ) -> JSONValue {
    var response: JSONObject = ["description": .string(StatusWords.of(String(answer.status)))]
    response["headers"] = ResponseHeader.references(["X-IVR-Time"] + answer.headers)
    var content = JSONObject()
    switch answer.content {
    case .nothing: break
    case .json(let kind):
      content["application/json"] = ["schema": schemas.schema(kind, .answer)]
    case .media(let types): for type in types { content[type] = Self.text(type) }
    }
    // What is refused before the route's handler runs has a status in common with it.
    if answer.status >= 400 {
      for member in refusal(family.refusals).members { content[member.key] = member.value }
    }
    if !content.isEmpty { response["content"] = .object(content) }
    return .object(response)
  }

  /// A refusal, which all routes of its form share.
  private mutating func refusal(_ status: String, _ form: RefusalForm) -> JSONValue {
    let name = "\(form.rawValue)\(status)"
    responses[name] = [
      "description": .string(StatusWords.of(status)),
      "headers": ResponseHeader.references(["X-IVR-Time"] + ResponseHeader.ofRefusal(status)),
      "content": .object(refusal(form)),
    ]
    return ["$ref": .string("#/components/responses/" + name)]
  }

  private mutating func refusal(_ form: RefusalForm) -> JSONObject {
    guard let shape = form.shape else { return ["text/html": Self.text("text/html")] }
    return ["application/json": ["schema": schemas.schema(shape, .answer)]]
  }

  /// Text of a media type; a schema would be about the events of a stream, not about the whole.
  private static func text(_ type: String) -> JSONValue {
    type == "text/event-stream" ? [:] : ["schema": ["type": "string"]]
  }
}

extension RouteFamily {
  /// The alternatives of a route's security: a token with any one of its scopes.
  fileprivate func security(of route: Route) -> [JSONValue] {
    guard needsToken else { return [] }
    guard !route.scopes.isEmpty else { return [["token": []]] }
    return route.scopes.map { ["token": [.string($0)]] }
  }

  /// The statuses with which a route may refuse: those of every request, of its token, path and
  /// body, and its own.
  fileprivate func refusals(of route: Route) -> [String] {
    var statuses = StatusWords.ofEveryRequest + route.facts.refusals
    if needsToken { statuses += [401, 403] }
    if !route.template.names.isEmpty { statuses.append(404) }
    if route.needsBody { statuses.append(411) }
    return statuses.map(String.init) + (fault == nil ? [] : ["5XX"])
  }
}

extension Route {
  /// A name for programs that are made from the document, for example `getV1Tasks`.
  var operationID: String {
    let words = template.text.split { !$0.isLetter && !$0.isNumber }
    return words.reduce(method.lowercased()) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}
