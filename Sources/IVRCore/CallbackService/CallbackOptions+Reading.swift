import IVRLanguages

extension CallbackOptions {
  /// Reads options as a lab document or a request writes them; what is not there has its default.
  ///
  /// Throws the first option that cannot be.
  init(_ values: JSONObject) throws(CallbackOptionFault) {
    let reader = OptionReader(values: values)
    try readWay(reader)
    try readDialling(reader)
    try readTimes(reader)
    try readLimits(reader)
    mandatoryKeys = reader.words("_mandatory_customer_lookup_keys") ?? mandatoryKeys
    connectTreatment = reader.text("_treatment_customer_connect") ?? ""
    waitTreatment = reader.text("_treatment_waiting_for_agent") ?? ""
    failTreatment = reader.text("_treatment_find_agent_fail") ?? ""
    machineTreatment = reader.text("_treatment_call_failure_answering_machine") ?? ""
    if waitsForConfirmation, !waitsForAgent {
      throw CallbackOptionFault(
        option: "_wait_for_user_confirm",
        message: "_wait_for_user_confirm is only possible with _wait_for_agent=true.")
    }
    if isUserOriginated, accessNumber.isEmpty {
      throw CallbackOptionFault(
        option: "_access_number", message: "A user-originated service needs _access_number.")
    }
  }

  private mutating func readWay(_ reader: OptionReader) throws(CallbackOptionFault) {
    let direction = try reader.choice("_call_direction", ["USERTERMINATED", "USERORIGINATED"])
    isUserOriginated = direction == "USERORIGINATED"
    waitsForAgent = try reader.flag("_wait_for_agent") ?? waitsForAgent
    waitsForConfirmation = try reader.flag("_wait_for_user_confirm") ?? waitsForConfirmation
    confirmTimeout = try reader.seconds("_user_confirm_timeout") ?? confirmTimeout
    let words = ["CONNECT-ANYWAY", "BAIL-OUT"]
    connectsAnyway = try reader.choice("_on_user_confirm_timeout", words) != "BAIL-OUT"
    mostConfirmations =
      try reader.count("_max_number_of_user_availability_confirmation_attempts", least: 1)
      ?? mostConfirmations
    let first = try reader.choice("_userterminated_first_connect_party", ["CUSTOMER", "AGENT"])
    hasPreview = try reader.flag("_agent_preview") ?? hasPreview
    isAgentFirst = !isUserOriginated && (first == "AGENT" || hasPreview)
    allowedRejects = try reader.count("_agent_preview_allow_reject") ?? allowedRejects
    accessNumber = reader.text("_access_number") ?? accessNumber
    providesCode = try reader.flag("_provide_code") ?? providesCode
    mostUserCalls = try reader.count("_userorig_connect_limit", least: 1) ?? mostUserCalls
    bookingTime = try reader.seconds("_booking_expiration_timeout") ?? bookingTime
  }

  private mutating func readDialling(_ reader: OptionReader) throws(CallbackOptionFault) {
    detectsProgress = try reader.flag("_cpd_enable") ?? detectsProgress
    mostAttempts = try reader.count("_max_dial_attempts", least: 1) ?? mostAttempts
    retryTime = try reader.seconds("_dial_retry_timeout") ?? retryTime
    guard let words = reader.words("_retry_on") else { return }
    retried = words.compactMap(DialResult.init(rawValue:))
    guard retried.count == words.count else {
      throw CallbackOptionFault(
        option: "_retry_on", message: "_retry_on names something that is no result of a call.")
    }
  }

  private mutating func readTimes(_ reader: OptionReader) throws(CallbackOptionFault) {
    lifetime = try reader.seconds("_ttl") ?? lifetime
    leadTime = try reader.seconds("_request_execution_time_buffer") ?? leadTime
    longestWaitOnLine =
      try reader.seconds("_max_time_to_wait_for_agent_on_the_call") ?? longestWaitOnLine
    bucketMinutes = Int64(try reader.count("_request_time_bucket", least: 1) ?? 5)
    guard [5, 10, 15, 20, 30, 60, 120].contains(bucketMinutes) else {
      throw CallbackOptionFault(
        option: "_request_time_bucket",
        message: "_request_time_bucket must be 5, 10, 15, 20, 30, 60 or 120.")
    }
    bucketCapacity = try reader.count("_max_request_by_time_bucket") ?? bucketCapacity
    horizon = try reader.period("_reject_future_desired_time") ?? horizon
    officeHours = try reader.hours("_business_hours")
    isBoundToOfficeHours = try reader.flag("_enable_reject_out_of_office_hours") ?? false
  }

  private mutating func readLimits(_ reader: OptionReader) throws(CallbackOptionFault) {
    switch try reader.choice("_enable_in_queue_checking", ["true", "strict", "false"]) {
    case "strict": limit = .strict
    case "false": limit = .none
    default: limit = .two
    }
    throttledKeys = reader.words("_throttle_request_parameters") ?? throttledKeys
    throttle = try reader.count("_throttle_request_parameters_limit") ?? throttle
    for place in rates.indices {
      let limit = try reader.count("_throttle_callbacks_per_service_\(place + 1)")
      let window = try reader.seconds("_throttle_ttl_\(place + 1)")
      rates[place] = DuplicatePolicy.Throttle(
        limit: limit ?? rates[place].limit, window: window ?? rates[place].window)
    }
    cap = try reader.count("_max_queued_callbacks_per_service") ?? cap
    refusesImpossible =
      try reader.flag("_disallow_impossible_phone_numbers") ?? refusesImpossible
    refusesPremium = try reader.flag("_disallow_premium_phone_numbers") ?? refusesPremium
    exceptions = reader.words("_exceptions") ?? exceptions
  }

  /// The options that are read; others are kept beside them without effect.
  static let known: [String] = [
    "_call_direction", "_wait_for_agent", "_wait_for_user_confirm", "_user_confirm_timeout",
    "_on_user_confirm_timeout", "_max_number_of_user_availability_confirmation_attempts",
    "_userterminated_first_connect_party", "_agent_preview", "_agent_preview_allow_reject",
    "_access_number", "_provide_code", "_userorig_connect_limit", "_booking_expiration_timeout",
    "_cpd_enable", "_max_dial_attempts", "_dial_retry_timeout", "_retry_on", "_ttl",
    "_request_execution_time_buffer", "_max_time_to_wait_for_agent_on_the_call",
    "_request_time_bucket", "_max_request_by_time_bucket", "_reject_future_desired_time",
    "_business_hours", "_enable_reject_out_of_office_hours", "_enable_in_queue_checking",
    "_throttle_request_parameters", "_throttle_request_parameters_limit",
    "_throttle_callbacks_per_service_1", "_throttle_ttl_1", "_throttle_callbacks_per_service_2",
    "_throttle_ttl_2", "_max_queued_callbacks_per_service", "_disallow_impossible_phone_numbers",
    "_disallow_premium_phone_numbers", "_exceptions", "_mandatory_customer_lookup_keys",
    "_treatment_customer_connect", "_treatment_waiting_for_agent", "_treatment_find_agent_fail",
    "_treatment_call_failure_answering_machine", "_overwritable_options", "_customer_number",
  ]
}
