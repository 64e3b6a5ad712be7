import IVRLanguages

/// The global variables of the tenant.
///
/// Source: webex-tasks-api reference, section 10: a flow changes an emergency variable this way.
/// Calls that begin afterwards start with the new value.
enum VariableEndpoint {
  static let body: [ValueShape] = [
    .required("defaultValue", .any), .optional("name", .text(limit: 100)),
    .optional("id", .text(limit: 100)), .optional("organizationId", .text(limit: 100)),
    .optional("variableType", .text(limit: 40)), .optional("active", .flag),
    .optional("agentEditable", .flag), .optional("agentViewable", .flag),
    .optional("reportable", .flag), .optional("desktopLabel", .any), .optional("version", .any),
  ]

  static let shape = ValueShape.Kind.named(
    "GlobalVariable",
    .object([
      .required("id", .words), .required("name", .words), .required("organizationId", .words),
      .required("active", .flag), .required("defaultValue", .words),
      .required("reportable", .flag),
    ]))

  static func get(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    .json(card(try variable(engine, call), engine))
  }

  static func replace(_ engine: inout Engine, _ call: APICall) throws(APIError) -> APIAnswer {
    let variable = try variable(engine, call)
    if let name = call.body["name"]?.string, name != variable.name {
      throw APIError(400, "The variable is called \(variable.name), not \"\(name)\".")
    }
    let value = call.body["defaultValue"]?.flowText ?? ""
    guard value.utf8.count <= 1_024 else {
      throw APIError(400, "defaultValue is longer than 1024 bytes.")
    }
    engine.state.globals[variable.name] = value
    let shown = variable.isSecure ? SecretMask.mark : value
    engine.trace(.note("global variable \(variable.name) is \(shown)"))
    return .json(card(variable, engine))
  }

  private static func variable(
    _ engine: Engine, _ call: APICall
  ) throws(APIError) -> GlobalVariable {
    try call.checkOrganisation(engine.world.lab)
    let id = call.path["id"] ?? ""
    let variables = engine.world.lab.globalVariables
    guard let found = variables.first(where: { $0.id == id || $0.name == id }) else {
      throw APIError(404, "There is no global variable \"\(id)\".")
    }
    return found
  }

  private static func card(_ variable: GlobalVariable, _ engine: Engine) -> JSONValue {
    let value = engine.state.globals[variable.name] ?? variable.value
    return [
      "id": .string(variable.id), "name": .string(variable.name),
      "organizationId": .string(engine.world.lab.orgID), "active": true,
      "defaultValue": .string(variable.isSecure ? "" : value),
      "reportable": .bool(variable.isReported),
    ]
  }
}

extension RouteFamily {
  /// Global variables.
  static let variables = RouteFamily(
    name: "Global variables",
    routes: [
      Route(
        "GET", "/organization/{orgId}/cad-variable/{id}", "Tells a global variable.",
        scopes: ["cjp:config", "cjp:config_read", "cjp:config_write"], VariableEndpoint.get
      ).telling(.json(VariableEndpoint.shape)),
      Route(
        "PUT", "/organization/{orgId}/cad-variable/{id}", "Changes a global variable.",
        scopes: ["cjp:config", "cjp:config_write"], body: VariableEndpoint.body,
        VariableEndpoint.replace
      ).telling(.json(VariableEndpoint.shape)),
    ],
    authorize: Authorization.user)
}
