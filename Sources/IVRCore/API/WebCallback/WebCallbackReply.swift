/// What the visitor's browser is answered.
///
/// With `back`: 302 to that page, unchanged after success, with `ctl_error` after a refusal. Without:
/// plain text, 200 or the status of the error; the page says nothing about that.
/// Source: 8x8-webcallback reference, section 3, "Success and failure output".
enum WebCallbackReply {
  /// The callback was taken.
  static func accepted(_ task: TaskID, back: String?) -> HTTPResponse {
    back.map { redirect($0) } ?? text(200, "OK \(task)")
  }

  /// The callback was refused, with the status of the error unless another one says more.
  static func refused(
    _ error: WebCallbackError, back: String?, status: Int? = nil
  ) -> HTTPResponse {
    var response: HTTPResponse
    if let back {
      response = redirect(WebAddress.adding("ctl_error", String(error.rawValue), to: back))
    } else {
      let label = error.isOfSimulator ? " (a code of the simulator, not of 8x8)" : ""
      response = text(
        status ?? error.status, "ctl_error=\(error.rawValue) \(error.text)\(label)")
    }
    if error.isOfSimulator {
      response.headers.append(HTTPHeader("X-IVR-Simulator", "ctl_error \(error.rawValue)"))
    }
    return response
  }

  /// The connection is not encrypted.
  static let notEncrypted = text(
    403,
    "The web callback API answers on HTTPS only; nothing was done. "
      + "ivr-tui serve tells its https address when it starts.")

  private static func redirect(_ address: String) -> HTTPResponse {
    HTTPResponse(
      status: 302, headers: [HTTPHeader("Location", WebAddress.headerText(address))], body: "")
  }

  private static func text(_ status: Int, _ line: String) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "text/plain; charset=utf-8")],
      body: line + "\n")
  }
}
