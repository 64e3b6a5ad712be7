/// Decides whether a request for a callback is accepted, beside the callbacks there are.
///
/// In this order: the number, the time, the places of its bucket, the callbacks that wait, the rates
/// of the service, the day of the number, and last whether it is a duplicate.
/// Source: genesys-gms-callback reference, sections 2 and 3.
struct CallbackAdmission {
  let order: CallbackOrder
  let callbacks: [ServiceCallback]
  let now: SimulationTime

  private var options: CallbackOptions { order.options }
  private var isScheduled: Bool { order.desired.map { $0 > now } ?? false }

  /// Throws why it is refused; the ledger's policy has the last word elsewhere.
  func check() throws(GMSError) {
    if let desired = order.desired { try check(desired) }
    guard !isScheduled else { return }
    try checkOffice()
    try checkCap()
    try checkRates()
    try checkDay()
  }

  /// Whether a time can be had; one that is less than a bucket old counts as now.
  func check(
    _ desired: SimulationTime, named name: String = "_desired_time"
  ) throws(GMSError) {
    let bucket = options.bucketMinutes * 60_000
    guard desired.advanced(by: bucket) > now else {
      throw .parameter("\(name) \(ISOTime.text(desired)) is past.")
    }
    guard desired.since(now) <= options.horizon else {
      throw .parameter(
        "\(name) \(ISOTime.text(desired)) is too far ahead. "
          + "Check option _reject_future_desired_time")
    }
    guard desired > now else { return }
    let slots = CallbackSlots(options, callbacks.filter { $0.service == order.service.name })
    guard slots.slot(at: desired).free == 0 else { return }
    let near = slots.slots(
      from: max(now, desired.advanced(by: -12 * bucket)), to: desired.advanced(by: 86_400_000),
      most: 12, withFull: false)
    let why = slots.isOpen(at: desired) ? "No place is left" : "The office is closed"
    throw GMSError(
      400, .availability, "\(why) at \(ISOTime.text(desired)).", availability: near)
  }

  private func checkOffice() throws(GMSError) {
    let slots = CallbackSlots(options, [])
    guard options.isBoundToOfficeHours, !slots.isOpen(at: now) else { return }
    throw GMSError(
      400, .availability, "The office is closed.",
      availability: slots.slots(
        from: now, to: now.advanced(by: 2 * 86_400_000), most: 12, withFull: false))
  }

  /// The immediate callbacks of the service.
  private var immediate: [ServiceCallback] {
    callbacks.filter { $0.service == order.service.name && !$0.isScheduled }
  }

  private func checkCap() throws(GMSError) {
    guard immediate.count(where: { $0.phase != .over }) >= options.cap else { return }
    throw GMSError(
      503, .unavailable, "Limit of queued callbacks for \(order.service.name) is reached.")
  }

  private func checkRates() throws(GMSError) {
    for rate in options.rates {
      let count = immediate.count { now.since($0.requested) < rate.window }
      guard count >= rate.limit else { continue }
      throw GMSError(
        503, .unavailable,
        "\(order.service.name) was asked for \(count) callbacks within \(rate.window / 1000) s; "
          + "at most \(rate.limit) are accepted.")
    }
  }

  private func checkDay() throws(GMSError) {
    let day = now.advanced(by: -86_400_000)
    for key in options.throttledKeys {
      guard let value = value(of: key, order.number, order.properties) else { continue }
      let count = callbacks.count {
        !$0.isScheduled && $0.requested > day
          && self.value(of: key, $0.number, $0.properties) == value
      }
      guard count >= options.throttle else { continue }
      throw GMSError(
        503, .unavailable,
        "Callback for \(key)=\(value) rejected because previous callbacks for this parameter were "
          + "requested for more than \(options.throttle) times today.")
    }
  }

  private func value(
    of key: String, _ number: String, _ properties: [TaskAttribute]
  ) -> String? {
    if key == "_customer_number" { return number }
    return properties.first { $0.name == key }?.value
  }
}

extension PolicyDecision.Refusal {
  /// The refusal as the service's API gives it.
  func error(number: String, limit: Int) -> GMSError {
    switch self {
    case .premium:
      GMSError(
        400, .number,
        "Customer Number [\(number)] is disallowed, because it's a premium number. "
          + "Check option _disallow_premium_phone_numbers")
    case .impossible:
      GMSError(
        400, .number,
        "Customer Number [\(number)] is disallowed, because it's an impossible number. "
          + "Check option _disallow_impossible_phone_numbers")
    case .exception:
      GMSError(
        400, .number,
        "Customer Number [\(number)] is disallowed, because it's in the list of exceptions. "
          + "Check option _exceptions")
    case .duplicate(let task):
      GMSError(
        503, .unavailable,
        "Callback for _customer_number=\(number) rejected: callback \(task) waits already, and "
          + "option _enable_in_queue_checking allows \(limit).")
    case .numberThrottled, .queueThrottled, .queueFull:
      GMSError(503, .unavailable, "No callback to \(number): \(word).")
    }
  }
}
