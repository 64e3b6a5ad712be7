import IVRAdapters

/// What the command line says about the limits of the server.
extension HTTPLimits {
  /// So many requests of a client in a second, twice as many at once; 0 for any number.
  mutating func setRate(_ number: Int) {
    requestsPerSecond = number == 0 ? nil : number
    burst = 2 * number
  }

  /// How long a client may take for each part of an exchange, in seconds.
  mutating func setPatience(_ seconds: Int) {
    let milliseconds = Int64(seconds) * 1_000
    headerTime = milliseconds
    bodyTime = milliseconds
    responseTime = milliseconds
  }
}
