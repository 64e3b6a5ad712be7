import IVRLanguages

/// A request for a web callback as it came, with what it names among the lab's tenants.
struct WebCallbackRequest: Sendable {
  let form: FormText
  /// The tenant that is named, where the lab has it.
  let tenant: WebCallbackTenant?
  /// Whether the service is said to be down.
  let isDown: Bool
  /// Whether the body could be read as a form.
  let isReadable: Bool

  /// The most of `extTransactionData`, in characters after decoding.
  static let longestData = 500

  init(_ request: HTTPRequest, _ lab: Lab, isDown: Bool) {
    let query = FormText(query: request.url)
    let type = (request.header("Content-Type") ?? "").prefix { $0 != ";" }.lowercased()
    isReadable =
      request.body.isEmpty || ["", "application/x-www-form-urlencoded"].contains(type.trimmed)
    form = isReadable ? query.overridden(by: FormText(body: request.body)) : query
    let name = form["tenant"]
    tenant = lab.webCallbackTenants.first { $0.name == name }
    self.isDown = isDown
  }

  /// The queue that is named.
  var queue: WebCallbackTenant.Queue? {
    tenant?.queues.first { $0.id == form["queue_id"]?.trimmed }
  }

  /// The channel that is named, where it has a script.
  var channel: WebCallbackTenant.Channel? {
    form["channel_number"].flatMap { tenant?.channel($0) }.flatMap {
      $0.entryPoint == nil ? nil : $0
    }
  }

  /// A number of seconds as the page says it.
  ///
  /// `numeric` is what PHP takes for a number: a sign, a fraction and an exponent are allowed.
  enum Seconds: Hashable {
    case none
    case notNumeric
    case some(Double)
  }

  func seconds(_ name: String) -> Seconds {
    guard let text = form[name]?.trimmed else { return .none }
    guard text.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
      let value = Double(text), value.isFinite
    else { return .notNumeric }
    return value > 0 ? .some(value) : .none
  }
}

/// One thing that is looked at before a web callback is taken.
///
/// The page gives no order. Ours: who asks and may they, before anything is told about queues; then
/// the shape; then what is named. The first hit is the answer.
/// Source: 8x8-webcallback reference, section 3.
struct WebCallbackCheck: Sendable {
  /// What is answered.
  let error: WebCallbackError
  /// Whether it is so.
  let isHit: @Sendable (WebCallbackRequest) -> Bool

  /// All checks, in their order.
  static let order: [WebCallbackCheck] = [
    WebCallbackCheck(error: .unavailable) { $0.isDown },
    WebCallbackCheck(error: .internalError) { !$0.isReadable },
    WebCallbackCheck(error: .tenantNotEnabled) { $0.tenant?.isEnabled != true },
    WebCallbackCheck(error: .notEnabled) { $0.tenant?.hasWebCallback != true },
    WebCallbackCheck(error: .badToken) { request in
      guard let token = request.tenant?.token, let given = request.form["token"] else {
        return true
      }
      return !TokenHash(of: given).isSame(as: TokenHash(of: token))
    },
    WebCallbackCheck(error: .typeMissing) { $0.form["callback_type"] == nil },
    WebCallbackCheck(error: .unknownType) { !["1", "2"].contains($0.form["callback_type"]) },
    WebCallbackCheck(error: .phoneMissing) { request in
      request.form["phone"].flatMap(PhoneDigits.read) == nil
    },
    WebCallbackCheck(error: .channelMissing) { $0.isNow && $0.form["channel_number"] == nil },
    WebCallbackCheck(error: .badChannel) { $0.isNow && $0.channel == nil },
    WebCallbackCheck(error: .delayNotNumeric) {
      $0.isNow && $0.seconds("callback_delay") == .notNumeric
    },
    WebCallbackCheck(error: .badQueue) { !$0.isNow && $0.queue == nil },
    WebCallbackCheck(error: .queueDisabled) { !$0.isNow && $0.queue?.isEnabled != true },
    WebCallbackCheck(error: .queueNotOutbound) { !$0.isNow && $0.queue?.direction != .outbound },
    WebCallbackCheck(error: .dataTooLong) { request in
      (request.form["extTransactionData"]?.unicodeScalars.count ?? 0)
        > WebCallbackRequest.longestData
    },
    WebCallbackCheck(error: .internalError) { request in
      request.tenant?.isStrict == true && !request.leftOut.isEmpty
    },
  ]

  /// The first thing that stands against a request.
  static func fault(_ request: WebCallbackRequest) -> WebCallbackError? {
    order.first { $0.isHit(request) }?.error
  }
}

extension WebCallbackRequest {
  /// Whether the customer is to be called without an agent.
  var isNow: Bool { form["callback_type"] == "1" }

  /// What the page leaves open and is not taken, one sentence each.
  var leftOut: [String] {
    var sentences: [String] = []
    if !isNow, seconds("expiration") == .notNumeric { sentences.append("expiration is no number") }
    if let plan = form["dialplan_id"]?.trimmed,
      tenant?.dialPlans.contains(where: { $0.id == plan }) != true
    {
      sentences.append("there is no dial plan \(VisibleText.line(plan))")
    }
    for name in ["ctl_userdata", "extTransactionData"] {
      if let text = form[name], BracketPairs.read(text) == nil {
        sentences.append("\(name) is no list of [name|value]")
      }
    }
    return sentences
  }
}
