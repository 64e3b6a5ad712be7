import IVRCore
import IVRLanguages

/// A crowded lab from the start.
extension AppState {
  /// Lets so many callbacks be asked for through the Tasks API before the first key; false where
  /// the lab has no entry point for them.
  ///
  /// Nothing of it is noted in transcript and trace, and the clock has not begun.
  mutating func crowd(_ count: Int) -> Bool {
    guard
      let entry = lab.entryPoints.first(where: { $0.direction == .outbound && $0.queue != nil }),
      let host = lab.servedHosts.first
    else { return false }
    for number in 0..<count {
      let body: JSONValue = [
        "entryPointId": .string(entry.id.rawValue), "mediaType": "telephony",
        "outboundType": "CALLBACK",
        "callback": ["callbackOrigin": "web", "callbackType": "immediate"],
        "destination": .string("+1408\(2_000_000 + number)"), "attributes": [:],
      ]
      var request = HTTPRequest(
        method: "POST", url: "https://\(host)/v1/tasks",
        headers: [HTTPHeader("Content-Type", "application/json")], body: JSONText.print(body))
      request.isOwn = true
      engine.submit(.request(RequestID(number: UInt64(number)), request))
    }
    let end = now.advanced(by: lab.latency.tasks + 1)
    while let next = engine.nextEventTime, next <= end { _ = engine.step() }
    queueChoice = entry.queue
    return true
  }
}
