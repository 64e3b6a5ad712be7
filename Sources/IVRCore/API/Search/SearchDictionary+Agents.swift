extension SearchDictionary {
  /// The fields of an agent session, without its channels.
  ///
  /// Source: webex-search-api reference, section 7.3.
  static let agentSession = """
    isActive:Boolean agentId:String agentName:String agentSessionId:String
    agentSignOutReason:String userLoginId:String endTime:Long startTime:Long state:AgentState
    siteId:String siteName:String teamId:String teamName:String orgId:String orgName:String
    multiMediaProfileType:String skillsProfile:String agentSkills:JSON[-GF-] parentOrgId:String
    parentOrgName:String
    """

  /// The fields of a channel of an agent session.
  ///
  /// Source: webex-search-api reference, section 7.3.
  static let channel = """
    channelId:String channelType:String totalDuration:Long agentPhoneNumber:String
    currentState:String ringingDuration:Long ringingCount:Int outdialRingingCount:Int
    outdialRingingDuration:Long idleCount:Int idleDuration:Long availableCount:Int
    availableDuration:Long connectedCount:Int connectedDuration:Long outdialConnectedCount:Int
    outdialConnectedDuration:Long conferenceCount:Int conferenceDuration:Long
    outdialConferenceCount:Int outdialConferenceDuration:Long consultAnswerCount:Int
    consultAnswerDuration:Long outdialConsultAnswerCount:Int outdialConsultAnswerDuration:Long
    consultRequestCount:Int consultRequestDuration:Long outdialConsultRequestCount:Int
    outdialConsultRequestDuration:Long consultCount:Int consultDuration:Long
    outdialConsultCount:Int outdialConsultDuration:Long consultToQueueAnswerCount:Int
    consultToQueueAnswerDuration:Long outdialConsultToQueueAnswerCount:Int
    outdialConsultToQueueAnswerDuration:Long consultToQueueRequestCount:Int
    consultToQueueRequestDuration:Long outdialConsultToQueueRequestCount:Int
    outdialConsultToQueueRequestDuration:Long consultToQueueCount:Int
    consultToQueueDuration:Long holdCount:Int holdDuration:Long outdialHoldCount:Int
    outdialHoldDuration:Long notRespondedCount:Int notRespondedDuration:Long
    outdialNotRespondedCount:Int outdialNotRespondedDuration:Long wrapupCount:Int
    wrapupDuration:Long outdialWrapupCount:Int outdialWrapupDuration:Long disconnectedCount:Int
    agentToAgentTransferCount:Int outdialAgentToAgentTransferCount:Int
    outdialAgentTransferToQueueRequestCount:Int agentTransferToQueueRequestCount:Int
    blindTransferCount:Int outdialBlindTransferCount:Int outdialCount:Int
    outdialTransferCount:Int disconnectedHoldCallsCount:Int transferCount:Int
    subChannelType:String outdialConsultTransferDuration:Long callBackCount:Int
    lastActivityTime:Long idleCodeName:String consultToEpRequestedCount:Int
    consultToEpRequestedDuration:Long consultToEpAnsweredCount:Int
    consultToEpAnsweredDuration:Long outdialConsultToEpRequestedCount:Int
    outdialConsultToEpRequestedDuration:Long outdialConsultToEpAnsweredCount:Int
    outdialConsultToEpAnsweredDuration:Long totalReservationTime:Long reservationCount:Int
    postCallDuration:Long postCallCount:Int outdialPostCallDuration:Long
    outdialPostCallCount:Int postCallAssistanceDuration:Long postCallAssistanceCount:Int
    outdialPostCallAssistanceDuration:Long outdialPostCallAssistanceCount:Int
    manualAssignCount:Int
    """
}
