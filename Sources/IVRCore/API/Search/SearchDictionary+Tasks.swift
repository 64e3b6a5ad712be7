extension SearchDictionary {
  /// The fields of a task.
  ///
  /// The last ones are in no dictionary, but queries of the product ask for them.
  /// Source: webex-search-api reference, section 7.1.
  static let task = """
    id:String status:String channelType:ChannelTypes createdTime:Long[AG-S] endedTime:Long
    origin:String destination:String contactReason:String direction:String
    terminationType:String channelSubType:String customer.name:String
    customer.phoneNumber:String customer.email:String isActive:Boolean isCampaign:Boolean
    outdialType:String isCallback:Boolean cpaStatus:String channelMetaData.email.subject:String
    channelMetaData.email.metadata:String channelMetaData.chat.chatReason:String
    channelMetaData.inBoundTranscript:String[AGF-]
    channelMetaData.outBoundTranscript:String[AGF-] callbackData.callbackRequestTime:Long
    callbackData.callbackConnectTime:Long callbackData.callbackNumber:String
    callbackData.callbackStatus:String callbackData.callbackOrigin:String
    callbackData.callbackType:String callbackData.callbackQueueName:String
    callbackData.callbackAgentName:String callbackData.callbackTeamName:String
    callbackData.callbackRetryCount:Int recordingLocation:String[AG-S] lastQueue.id:String
    lastQueue.name:String lastQueue.duration:Long lastSite.id:String lastSite.name:String
    lastTeam.id:String lastTeam.name:String lastEntryPoint.id:String lastEntryPoint.name:String
    previousQueue.id:String previousQueue.name:String preferredAgentSystemId:String
    terminationReason:String ivrScriptName:String ivrScriptTagName:String abandonedType:String
    contactHandleType:String feedback.surveyOptIn:String feedback.type:String
    feedback.questionsAnswered:Int feedback.surveyCompleted:Boolean
    feedback.questionsPresented:Int feedback.comment:String firstQueueName:String
    terminatingEnd:String lastWrapUpCodeId:String lastWrapupCodeName:String lastAgent.id:String
    lastAgent.name:String lastAgent.signInId:String lastAgent.sessionId:String
    lastAgent.phoneNumber:String lastAgent.channelId:String abandonedSlCount:Int
    agentHangupCount:Int botName:String chainedInToEPCount:Int chainedInToQueueCount:Int
    emailBody:String emailContent:String emailContentType:String emailDate:Long
    emailFullMessage:String emailMessageId:String emailRef:String emailReplyBody:String
    emailReplyContentType:String epTransferToEPCount:Int firstQueueId:String[--FS]
    fullMonitoringCount:Int isHandledByPreferredAgent:Boolean ivrEndedCount:Int
    midcallMonitoringCount:Int emailBccList:String emailCcList:String emailReplyTo:String
    emailToList:String isEmailSent:Boolean emailHasAttachments:Boolean routingType:String
    ivrScriptId:String ivrScriptTagId:String campaignId:String campaignName:String
    campaignStatus:String flowActivityName:String flowActivitySequence:String totalDuration:Long
    csatScore:Int blindTransferCount:Int conferenceCount:Int conferenceDuration:Long[AG-S]
    consultCount:Int consultDuration:Long[AG-S] holdCount:Int holdDuration:Long
    selfserviceCount:Int selfserviceDuration:Long connectedCount:Int connectedDuration:Long
    consultToQueueCount:Int consultToQueueDuration:Long[AG-S] transferCount:Int
    wrapupDuration:Long ringingDuration:Long queueDuration:Long queueCount:Int
    captureRequested:Boolean isTranscriptionAvailable:Boolean consultToEPCount:Int[AG-S]
    consultToEPDuration:Long[AG-S] outdialConsultToEPCount:Int
    outdialConsultToEPDuration:Long[AG-S] agentToDnTransferCount:Int
    agentToAgentTransferCount:Int callCompletedCount:Int autoCsat:String[---S]
    integerGlobalVariables.name:String[--FS] integerGlobalVariables.value:Int
    stringGlobalVariables.name:String[--FS] stringGlobalVariables.value:String
    longGlobalVariables.name:String[--FS] longGlobalVariables.value:Long
    doubleGlobalVariables.name:String[--FS] doubleGlobalVariables.value:Float
    booleanGlobalVariables.name:String[--FS] booleanGlobalVariables.value:Boolean
    globalVariables:JSON[----] matchedSkills:JSON[-GF-] requiredSkills:JSON[-GF-]
    matchedSkillsProfile:String[AGF-] skillsAssignedIn:String[AGF-] isWithInServiceLevel:Boolean
    isContactOffered:Boolean transferErrorCount:Int isContactEscalatedToQueue:Boolean
    isOptOutOfQueue:Boolean isContactHandled:Boolean outdialConsultToQueueCount:Int
    outdialConsultCount:Int overflowCount:Int pausedCount:Int pausedDuration:Long
    previousAgentId:String previousAgentSessionId:String previousAgentName:String
    queueTransferToEPCount:Int queueTransferToQueueCount:Int recordingFileSize:Long
    recordingCount:Int recordingErrorCount:Int resumedCount:Int shortInIVRCount:Int
    shortInQueueCount:Int silentMonitoringCount:Int recordingStereoBlobId:String
    suddenDisconnectCount:Int totalMonitoringCount:Int outdialConsultToQueueDuration:Long
    transferInToEPCount:Int isOutdial:Boolean monitoringTimestamp:Long
    isRecordingDeleted:Boolean isMonitored:Boolean monitorFullName:String isBarged:Boolean
    bargedInDuration:Long bargedInCount:Int bargedInFailedCount:Int preferredAgentName:String
    agentTransferedInCount:Int agentToEntrypointTransferCount:Int agentToQueueTransferCount:Int
    totalBnrDuration:Long[--FS] lastActivityTime:Long postCallDuration:Long
    manualAssignCount:Int contactPriority:Int transferEpDN:String topicName:String
    contactDriver:String owner.id:String owner.name:String owner.signInId:String
    owner.sessionId:String owner.phoneNumber:String owner.channelId:String sentiment:String
    autoEvalScore:Float customerSentimentScore:Float isWithinSLA:Boolean
    """
}
