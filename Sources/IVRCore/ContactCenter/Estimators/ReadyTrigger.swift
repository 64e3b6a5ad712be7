/// When a callback is so near to its turn that the customer should be called: not an estimate to
/// speak but a trigger.
///
/// Source: queueing reference, section 1, row Genesys GMS: `0:10,10:5,20:2,30:1,40:0`, read as
/// "from so many seconds of estimated wait on, up to which position".
public enum ReadyTrigger {
  private static let steps: [(seconds: Int64, position: Int)] = [
    (0, 10), (10, 5), (20, 2), (30, 1), (40, 0),
  ]

  /// Whether it is time; whoever is first always is.
  public static func isReady(position: Int, seconds: Int64) -> Bool {
    if position <= 1 { return true }
    let limit = steps.last { $0.seconds <= seconds }?.position ?? 0
    return position < limit
  }
}
