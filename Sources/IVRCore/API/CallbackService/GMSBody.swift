import IVRLanguages

/// Reads the bodies of requests to the callback service and writes its dialogs.
enum GMSBody {
  /// The members of a body: a JSON object, or the pairs of a form.
  ///
  /// Throws 400.
  static func object(_ request: HTTPRequest) throws(GMSError) -> JSONObject {
    let type = request.header("Content-Type")?.lowercased() ?? ""
    if type.hasPrefix("application/x-www-form-urlencoded") { return form(request.body) }
    if !type.isEmpty, !type.contains("json") {
      throw GMSError(415, .parameter, "The body must be JSON or a form, not \"\(type)\".")
    }
    if request.body.trimmed.isEmpty { return [:] }
    do {
      let value = try JSONText.parse(request.body)
      guard let object = value.object else {
        throw GMSError.parameter("The body is not a JSON object.")
      }
      return object
    } catch let error as GMSError {
      throw error
    } catch let error as JSONError {
      let place = "line \(error.position.line), column \(error.position.column)"
      throw .parameter("The body is not JSON: \(place): \(error.message)")
    } catch {
      throw .parameter("The body is not JSON.")
    }
  }

  private static func form(_ text: String) -> JSONObject {
    JSONObject(URLParts("/?" + text.trimmed).query.map { ($0.name, .string($0.value)) })
  }

  /// What the customer's device is told after a request.
  ///
  /// Source: genesys-gms-callback reference, section 4.
  static func dialog(for callback: ServiceCallback, at now: SimulationTime) -> JSONValue {
    var body: JSONObject = ["_id": .string(callback.id.rawValue), "_dialog_id": "0"]
    if callback.phase == .awaitingCall {
      let end = now.advanced(by: callback.options.bookingTime)
      body["_action"] = "DialNumber"
      body["_tel_url"] = .string("tel:" + callback.options.accessNumber)
      body["_label"] = "Call now"
      body["_expiration_time"] = .string(ISOTime.text(end))
      if let code = callback.accessCode { body["_access_code"] = .string(code) }
      return .object(body)
    }
    body["_action"] = "ConfirmationDialog"
    body["_text"] = .string(
      callback.state == .scheduled
        ? "We will call you at \(ISOTime.text(callback.desired))."
        : callback.options.isUserOriginated
          ? "We will tell you when to call." : "We will call you as soon as it is your turn.")
    body["_ok_title"] = "Ok"
    return .object(body)
  }
}
