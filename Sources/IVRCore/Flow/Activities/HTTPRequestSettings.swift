import IVRLanguages

/// HTTP Request: calls a service and takes values out of the answer.
struct HTTPRequestSettings: ActivitySettings {
  static let descriptor = ActivityDescriptor(
    "http-request-v2", aliases: ["http-request"], title: "HTTP Request",
    summary: "Calls a service; every status leaves by default, only transport faults are errors.",
    successPort: "default", requiredPorts: ["default"], errorPort: "error",
    read: { HTTPRequestSettings(&$0) })

  /// What the body is.
  enum Body: Hashable, Sendable {
    /// Text of a content type.
    case text(TemplateText, contentType: String)
    /// A query and its variables, sent as one JSON object.
    case graphQL(query: TemplateText, variables: TemplateText)
  }

  let connector: ConnectorReference?
  /// The path behind a connector, else the whole address.
  let target: TemplateText
  let method: String
  let query: [SettingPair]
  let headers: [SettingPair]
  let body: Body
  let timeout: NumberSetting
  let retries: NumberSetting
  let outputs: [ParsedOutput]

  init(_ reader: inout SettingsReader) {
    let isAuthenticated = reader.flag("authenticated")
    let field = isAuthenticated ? "httpRequestPath" : "httpRequestUrl"
    reader.requireFilled(field, isAuthenticated ? "the request path" : "the request URL")
    connector = isAuthenticated ? ConnectorReference(reader) : nil
    target = reader.template(field)
    method = (reader.filled("httpRequestMethod") ?? "GET").uppercased()
    query = reader.pairs("httpQueryParameters")
    headers = reader.pairs("httpRequestHeaders")
    body = Self.body(reader)
    timeout = reader.number("httpResponseTimeout")
    retries = reader.number("retryAttempts")
    outputs = ParsedOutput.read(&reader)
  }

  var templates: [TemplateText] {
    let pairs = (query + headers).flatMap { [$0.name, $0.value] }
    return [target] + pairs + timeout.templates + retries.templates + bodyTemplates
  }

  private var bodyTemplates: [TemplateText] {
    switch body {
    case .text(let text, _): [text]
    case .graphQL(let query, let variables): [query, variables]
    }
  }

  private static func body(_ reader: SettingsReader) -> Body {
    let type = reader.filled("httpContentType") ?? "Application/JSON"
    if type.lowercased() == "graphql", let fields = reader.value("httpRequestBodyGQL")?.object {
      return .graphQL(
        query: TemplateText(fields["query"]?.string ?? ""),
        variables: TemplateText(fields["variables"]?.string ?? ""))
    }
    return .text(reader.template("httpRequestBody"), contentType: contentType(type))
  }

  private static func contentType(_ name: String) -> String {
    switch name.lowercased() {
    case "form url encoded": "application/x-www-form-urlencoded"
    case "xml": "application/xml"
    case "yaml": "application/yaml"
    case "toml": "application/toml"
    case "none", "other": ""
    default: name.lowercased()
    }
  }
}

/// A connector that a flow names.
struct ConnectorReference: Hashable, Sendable {
  let id: String
  let name: String?

  init(_ reader: SettingsReader) {
    id = reader.text("connectorId") ?? ""
    name = reader.filled("connectorId:name")
  }

  /// What to call it.
  var shownName: String { name ?? id }
}
