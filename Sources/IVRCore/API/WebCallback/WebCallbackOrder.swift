import IVRLanguages

/// A request for a web callback that was found in order.
struct WebCallbackOrder: Codable, Hashable, Sendable {
  /// What happens.
  enum Kind: Codable, Hashable, Sendable {
    /// The customer is called after so many milliseconds, and a flow speaks.
    case now(entryPoint: EntryPointID, guardQueue: QueueID?, delay: Int64)
    /// The callback waits in a queue, at most so many milliseconds.
    case whenAgentIsFree(QueueID, expiration: Int64?)
  }

  /// What the customer sees as the number that calls.
  enum CallerID: Codable, Hashable, Sendable {
    /// No number.
    case anonymous
    /// The number of the agent who calls.
    case ofAgent
    /// A number of the tenant.
    case number(String)
    /// The tenant's own.
    case standard
  }

  /// The tenant's name.
  let tenant: String
  let kind: Kind
  /// The number to call, in the form in which numbers compare.
  let number: String
  /// The number as it was given, digits only.
  let digits: String
  let callerID: CallerID
  /// What the agent sees.
  let data: [TaskAttribute]
  let userData: WebCallbackUserData
  /// Where the browser goes; nil where there is no page that may be gone to.
  let back: String?
  /// What was not taken of the request, one sentence each.
  let warnings: [String]
}

extension WebCallbackRequest {
  /// The order; throws the first thing that stands against it.
  func order() throws(WebCallbackError) -> WebCallbackOrder {
    if let fault = WebCallbackCheck.fault(self) { throw fault }
    guard let tenant, let digits = form["phone"].flatMap(PhoneDigits.read) else {
      throw .internalError
    }
    var warnings = leftOut
    let kind = try kind(tenant, &warnings)
    let userData = WebCallbackUserData(pairs("ctl_userdata"))
    let region = (plan(of: tenant) ?? tenant.dialPlans.first)?.region ?? "US"
    return WebCallbackOrder(
      tenant: tenant.name, kind: kind,
      number: DialledNumber(digits, region: region).normalised, digits: digits,
      callerID: callerID(tenant, &warnings), data: pairs("extTransactionData"),
      userData: userData, back: back, warnings: warnings + userData.warnings)
  }

  /// Where the browser goes; nil where none is given, or one that may not be gone to.
  var back: String? { form["back"].flatMap { WebAddress.isUsable($0) ? $0.trimmed : nil } }

  private func pairs(_ name: String) -> [TaskAttribute] {
    form[name].flatMap(BracketPairs.read) ?? []
  }

  private func plan(of tenant: WebCallbackTenant) -> WebCallbackTenant.DialPlan? {
    tenant.dialPlans.first { $0.id == form["dialplan_id"]?.trimmed }
  }

  private func kind(
    _ tenant: WebCallbackTenant, _ warnings: inout [String]
  ) throws(WebCallbackError) -> WebCallbackOrder.Kind {
    guard isNow else {
      guard let queue = queue?.queue else { throw .badQueue }
      return .whenAgentIsFree(
        queue, expiration: milliseconds("expiration", most: Self.longestExpiration))
    }
    guard let channel, let entry = channel.entryPoint else { throw .badChannel }
    // A fraction of a second is cut off.
    let delay = milliseconds("callback_delay", most: .max) ?? 0
    if delay > tenant.longestDelay {
      warnings.append("callback_delay is cut to \(tenant.longestDelay / 1000) s")
    }
    return .now(
      entryPoint: entry, guardQueue: channel.guardQueue, delay: min(delay, tenant.longestDelay))
  }

  /// A year, in milliseconds: longer than anything waits.
  private static let longestExpiration: Int64 = 31_536_000_000

  private func milliseconds(_ name: String, most: Int64) -> Int64? {
    guard case .some(let seconds) = seconds(name) else { return nil }
    let whole = Int64(min(seconds.rounded(.down), 1e12))
    return whole > 0 ? min(whole * 1000, most) : nil
  }

  private func callerID(
    _ tenant: WebCallbackTenant, _ warnings: inout [String]
  ) -> WebCallbackOrder.CallerID {
    guard let wish = form["caller_id"]?.trimmed else { return .standard }
    if wish.lowercased() == "anonymous" { return .anonymous }
    if wish == "-1" { return isNow ? .standard : .ofAgent }
    if let channel = tenant.channel(wish) { return .number(channel.number) }
    warnings.append("caller_id is none of the tenant's channels; the tenant's own is used")
    return .standard
  }
}
