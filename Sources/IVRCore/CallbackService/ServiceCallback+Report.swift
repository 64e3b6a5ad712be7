extension ServiceCallback {
  /// The attached data of the call that asked for it.
  ///
  /// Source: seed document 002, "Include the Originating Call in Callback Historical Reporting":
  /// whole seconds since 1970, the scheduled time where there is one.
  public var attachedData: [TaskAttribute] {
    var pairs = [
      pair("_CB_SERVICE_ID", id.rawValue), time("_CB_T_SERVICE_START", serviceStart),
      time("_CB_T_CALLBACK_ACCEPTED", accepted ?? requested),
    ]
    if let offered { pairs.append(time("_CB_T_CALLBACK_OFFERED", offered)) }
    return pairs
  }

  private var serviceStart: SimulationTime { isScheduled ? desired : requested }

  /// What reporting is told, once at the start and once at the end.
  ///
  /// Source: genesys-gms-callback reference, section 9.
  public func userEvent(isFinal: Bool) -> [TaskAttribute] {
    var pairs = attachedData
    pairs.append(pair("_CB_FINAL_RECORD", isFinal ? "1" : "0"))
    pairs.append(pair("_CB_DIM_CALL_DIRECTION", options.directionWord))
    pairs.append(
      pair("_CB_DIM_CONNECT_ORDER", options.isAgentFirst ? "AGENT_FIRST" : "CUSTOMER_FIRST"))
    pairs.append(pair("_CB_DIM_CALLBACK_OFFER_TYPE", isScheduled ? "SCHEDULED" : "IMMEDIATE"))
    if let originating { pairs.append(pair("_CB_ORIGINATION_IXN_ID", originating.rawValue)) }
    if let estimate {
      pairs.append(pair("_CB_EWT_WHEN_CALLBACK_WAS_OFFERED", String(estimate)))
    }
    if let position {
      pairs.append(pair("_CB_POS_WHEN_CALLBACK_WAS_OFFERED", String(position)))
    }
    return isFinal ? pairs + outcome : pairs
  }

  private var outcome: [TaskAttribute] {
    // Five results are documented.
    var pairs = results.prefix(5).enumerated().map { index, result in
      pair("_CB_DIAL_\(index + 1)_RESULT", result.rawValue)
    }
    pairs.append(pair("_CB_N_CALLBACK_ATTEMPTS", String(attempts)))
    if rejects > 0 { pairs.append(pair("_CB_N_AGENT_REJECTS", String(rejects))) }
    pairs += duration("_CB_D_CALLBACK_OFFER", offered, accepted ?? requested)
    pairs += duration("_CB_D_WAITING_FOR_AGENT_OFFLINE", queued, dialled ?? reached)
    pairs += duration("_CB_D_ESTABLISH_MEDIA_IXN", dialled, reached)
    pairs += duration("_CB_D_CUSTOMER_CONNECTED_WAITING_FOR_AGENT", reached, connected)
    if let reached { pairs.append(time("_CB_T_CUSTOMER_CONNECTED", reached)) }
    if let connected { pairs.append(time("_CB_T_AGENT_CONNECTED", connected)) }
    pairs.append(pair("_CB_DISPOSITION", reason?.name ?? "NOT_AVAILABLE"))
    return pairs
  }

  private func duration(
    _ name: String, _ start: SimulationTime?, _ end: SimulationTime?
  ) -> [TaskAttribute] {
    guard let start, let end, end >= start else { return [] }
    return [pair(name, String(end.since(start) / 1000))]
  }

  private func time(_ name: String, _ time: SimulationTime) -> TaskAttribute {
    pair(name, String(CivilTime.floorDivide(time.milliseconds, 1000)))
  }

  private func pair(_ name: String, _ value: String) -> TaskAttribute {
    TaskAttribute(name: name, value: value)
  }
}

extension CallbackOptions {
  /// The word of the API for who calls.
  var directionWord: String { isUserOriginated ? "USERORIGINATED" : "USERTERMINATED" }
}
