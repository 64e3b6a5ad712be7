/// The fields of a task that Search knows, by their names in the product's dictionary.
///
/// Source: webex-search-api reference, section 7.1. Most of them the lab never fills; they are here
/// so that real queries are answered with nulls rather than refused.
enum SearchFields {
  /// A field without parts.
  struct Leaf {
    let name: String
    let type: String
  }

  /// A field with parts.
  struct Object {
    let name: String
    let typeName: String
    let fields: [Leaf]
  }

  /// The fields without parts.
  static let leaves = list(
    """
    id:String status:String channelType:ChannelTypes createdTime:Long endedTime:Long
    origin:String destination:String contactReason:String direction:String
    terminationType:String channelSubType:String isActive:Boolean isCampaign:Boolean
    outdialType:String isCallback:Boolean cpaStatus:String recordingLocation:String
    preferredAgentSystemId:String terminationReason:String ivrScriptName:String
    ivrScriptTagName:String abandonedType:String contactHandleType:String firstQueueName:String
    terminatingEnd:String lastWrapUpCodeId:String lastWrapupCodeName:String abandonedSlCount:Int
    agentHangupCount:Int botName:String chainedInToEPCount:Int chainedInToQueueCount:Int
    emailBody:String emailContent:String emailContentType:String emailDate:Long
    emailFullMessage:String emailMessageId:String emailRef:String emailReplyBody:String
    emailReplyContentType:String epTransferToEPCount:Int firstQueueId:String
    fullMonitoringCount:Int isHandledByPreferredAgent:Boolean ivrEndedCount:Int
    midcallMonitoringCount:Int emailBccList:String emailCcList:String emailReplyTo:String
    emailToList:String isEmailSent:Boolean emailHasAttachments:Boolean routingType:String
    ivrScriptId:String ivrScriptTagId:String campaignId:String campaignName:String
    campaignStatus:String flowActivityName:String flowActivitySequence:String totalDuration:Long
    csatScore:Int blindTransferCount:Int conferenceCount:Int conferenceDuration:Long
    consultCount:Int consultDuration:Long holdCount:Int holdDuration:Long selfserviceCount:Int
    selfserviceDuration:Long connectedCount:Int connectedDuration:Long consultToQueueCount:Int
    consultToQueueDuration:Long transferCount:Int wrapupDuration:Long ringingDuration:Long
    queueDuration:Long queueCount:Int captureRequested:Boolean isTranscriptionAvailable:Boolean
    consultToEPCount:Int consultToEPDuration:Long outdialConsultToEPCount:Int
    outdialConsultToEPDuration:Long agentToDnTransferCount:Int agentToAgentTransferCount:Int
    callCompletedCount:Int autoCsat:String matchedSkillsProfile:String skillsAssignedIn:String
    isWithInServiceLevel:Boolean isContactOffered:Boolean transferErrorCount:Int
    isContactEscalatedToQueue:Boolean isOptOutOfQueue:Boolean isContactHandled:Boolean
    outdialConsultToQueueCount:Int outdialConsultCount:Int overflowCount:Int pausedCount:Int
    pausedDuration:Long previousAgentId:String previousAgentSessionId:String
    previousAgentName:String queueTransferToEPCount:Int queueTransferToQueueCount:Int
    recordingFileSize:Long recordingCount:Int recordingErrorCount:Int resumedCount:Int
    shortInIVRCount:Int shortInQueueCount:Int silentMonitoringCount:Int
    recordingStereoBlobId:String suddenDisconnectCount:Int totalMonitoringCount:Int
    outdialConsultToQueueDuration:Long transferInToEPCount:Int isOutdial:Boolean
    monitoringTimestamp:Long isRecordingDeleted:Boolean isMonitored:Boolean
    monitorFullName:String isBarged:Boolean bargedInDuration:Long bargedInCount:Int
    bargedInFailedCount:Int preferredAgentName:String agentTransferedInCount:Int
    agentToEntrypointTransferCount:Int agentToQueueTransferCount:Int totalBnrDuration:Long
    lastActivityTime:Long postCallDuration:Long manualAssignCount:Int contactPriority:Int
    transferEpDN:String topicName:String contactDriver:String
    """)

  /// The fields with parts.
  static let objects = [
    object(
      "customer", "Customer",
      """
      name:String phoneNumber:String email:String
      """),
    object(
      "callbackData", "CallbackData",
      """
      callbackRequestTime:Long callbackConnectTime:Long callbackNumber:String
      callbackStatus:String callbackOrigin:String callbackType:String callbackQueueName:String
      callbackAgentName:String callbackTeamName:String callbackRetryCount:Int
      """),
    object(
      "lastQueue", "LastQueue",
      """
      id:String name:String duration:Long
      """),
    object(
      "lastSite", "LastSite",
      """
      id:String name:String
      """),
    object(
      "lastTeam", "LastTeam",
      """
      id:String name:String
      """),
    object(
      "lastEntryPoint", "LastEntryPoint",
      """
      id:String name:String
      """),
    object(
      "previousQueue", "PreviousQueue",
      """
      id:String name:String
      """),
    object(
      "feedback", "Feedback",
      """
      surveyOptIn:String type:String questionsAnswered:Int surveyCompleted:Boolean
      questionsPresented:Int comment:String
      """),
    object(
      "lastAgent", "LastAgent",
      """
      id:String name:String signInId:String sessionId:String phoneNumber:String channelId:String
      """),
    object(
      "owner", "AgentInfo",
      """
      id:String name:String signInId:String sessionId:String phoneNumber:String channelId:String
      """),
  ]

  private static func object(_ name: String, _ typeName: String, _ fields: String) -> Object {
    Object(name: name, typeName: typeName, fields: list(fields))
  }

  /// Reads `name:Type` words.
  private static func list(_ text: String) -> [Leaf] {
    text.split { $0 == " " || $0 == "\n" }.compactMap { word in
      let parts = word.split(separator: ":")
      return parts.count == 2 ? Leaf(name: String(parts[0]), type: String(parts[1])) : nil
    }
  }
}
