import IVRCore
import IVRLanguages

extension Strings {
  /// What is said about the lab's HTTP server.
  enum Service {
    static let stopped = "The lab serves no longer."
    static let stops = "The server answers what is under way and stops."
    static let ends = "The lab ends."
    static let startsAgain = "The lab was started again."
    static let isOff = "The lab does not serve; serve starts it."
    static let badPort = "A port is a number from 1 to 65535: serve 8080; serve off stops it."
    static let onlyScreen = "serve belongs to the screen; without one: ivr-tui serve"

    static let title = "The lab serves"
    static let tokenIsShownOnce =
      "The token is shown this once. Put the second line into \"tokens\" of the lab document."

    static func serves(_ address: String) -> String { "Serves \(address)" }

    /// What is shown once on the screen when serving begins.
    static func shown(
      _ service: LabService, _ address: String, _ token: String?
    ) -> [String] {
      var lines = ["HTTP    \(address)", "page    \(address)/demo"]
      if let secure = service.secureAddress { lines.append("8x8     \(secure)/SC/webcallback.php") }
      if let path = service.certificatePath { lines.append("        \(path)") }
      guard let token else { return lines + ["", "The token was shown when serving began."] }
      return lines + [
        "", "A token for everything, until the lab serves no longer:", "", token, "",
        "It is shown this once. Tokens of the lab document are", "good as well.",
      ]
    }

    static func noHTTPS(_ reason: String) -> String {
      "ivr-tui: no HTTPS, so no web callback of 8x8: \(reason)"
    }

    static func secure(_ address: String, _ certificate: String?) -> String {
      "8x8 web callback: \(address)/SC/webcallback.php"
        + (certificate.map { ", certificate \($0)" } ?? "")
    }

    /// What `serve` says at its start.
    static func greeting(
      _ address: String, _ lab: Lab, secure: String?, token: String
    ) -> [String] {
      var lines = ["\(VisibleText.line(lab.name)) is served at \(address)"]
      if let secure { lines.append(secure) }
      lines.append("page \(address)/demo, wall board \(address)/demo/board")
      lines.append("token \(token)")
      lines.append("It may do everything and is shown this once; it ends with the server.")
      let entry = lab.entryPoints.first { $0.direction == .outbound }?.id.rawValue ?? "ENTRY-POINT"
      lines += [
        "",
        "curl -i \(address)/v1/tasks -H 'Authorization: Bearer \(token)' \\",
        "  -H 'Content-Type: application/json' \\",
        "  -d '{\"entryPointId\":\"\(entry)\",\"destination\":\"+14085267209\",",
        "       \"mediaType\":\"telephony\",\"outboundType\":\"CALLBACK\",\"attributes\":{},",
        "       \"callback\":{\"callbackOrigin\":\"web\",\"callbackType\":\"immediate\"}}'",
        "", "Ctrl-C answers what is under way and stops.",
      ]
      return lines
    }
  }
}
