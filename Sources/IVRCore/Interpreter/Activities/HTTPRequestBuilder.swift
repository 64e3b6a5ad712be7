import IVRLanguages

extension HTTPRequestSettings {
  /// The request as it goes out.
  func buildRequest(_ context: ActivityContext) throws(ActivityFailure) -> HTTPRequest {
    let credentials = connector.flatMap { context.world.lab.connector($0) }
    var request = HTTPRequest(method: method, url: try url(credentials, context))
    for pair in headers {
      request.headers.append(
        HTTPHeader(try context.render(pair.name), try context.render(pair.value)))
    }
    if let token = credentials?.token {
      request.headers.append(HTTPHeader("Authorization", "Bearer \(token)"))
    }
    if ["POST", "PUT", "PATCH"].contains(method) { try addBody(to: &request, context) }
    return request
  }

  private func url(
    _ credentials: Connector?, _ context: ActivityContext
  ) throws(ActivityFailure) -> String {
    var url = try context.render(target).trimmed
    if let connector {
      let base = credentials?.baseURL ?? "connector:" + connector.shownName
      url = base + (url.hasPrefix("/") ? "" : "/") + url
    }
    return try context.address(url, query)
  }

  private func addBody(
    to request: inout HTTPRequest, _ context: ActivityContext
  ) throws(ActivityFailure) {
    switch body {
    case .text(let text, let contentType):
      request.body = try context.render(text)
      addContentType(contentType, to: &request)
    case .graphQL(let query, let variables):
      let text = try context.render(variables).trimmed
      let values = text.isEmpty ? JSONValue.object([:]) : try parsed(text)
      let pairs: [(String, JSONValue)] = [
        ("query", .string(try context.render(query))), ("variables", values),
      ]
      request.body = JSONText.print(.object(JSONObject(pairs)))
      addContentType("application/json", to: &request)
    }
  }

  private func addContentType(_ type: String, to request: inout HTTPRequest) {
    guard !type.isEmpty, request.header("Content-Type") == nil else { return }
    request.headers.append(HTTPHeader("Content-Type", type))
  }

  private func parsed(_ text: String) throws(ActivityFailure) -> JSONValue {
    do {
      return try JSONText.parse(text)
    } catch {
      throw ActivityFailure(
        message: "The GraphQL variables are not JSON: line \(error.position.line), "
          + "column \(error.position.column): \(error.message)")
    }
  }
}

extension ActivityContext {
  /// An address with the pairs of a query appended, behind those it may have already.
  func address(_ base: String, _ query: [SettingPair]) throws(ActivityFailure) -> String {
    var address = base
    for pair in query {
      let name = PercentEncoding.encode(try render(pair.name))
      address += address.contains("?") ? "&" : "?"
      address += name + "=" + PercentEncoding.encode(try render(pair.value))
    }
    return address
  }
}

extension Lab {
  /// The connector that a flow names, by id or by name.
  func connector(_ reference: ConnectorReference) -> Connector? {
    connectors.first { $0.id == reference.id }
      ?? connectors.first { $0.name == (reference.name ?? reference.id) }
  }
}

/// Percent-encoding of query text.
///
/// Source: RFC 3986, section 2; a blank becomes `%20`, and only unreserved characters stay.
enum PercentEncoding {
  static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  /// The text that an encoded one stands for; `+` stays, faulty escapes stay as they are.
  static func decode(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == 37, index + 2 < source.count,
        let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
