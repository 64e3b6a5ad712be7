extension SearchDictionary {
  /// The fields of a leg of a task.
  ///
  /// The last ones are in no dictionary, but queries of the product ask for them.
  /// Source: webex-search-api reference, section 7.5.
  static let leg = """
    id:String taskId:String createdTime:Long[AG-S] endedTime:Long[AG-S] lastActivityTime:Long
    isActive:Boolean status:String contactState:String destination:String origin:String
    channelType:ChannelTypes channelSubType:String entryPoint.id:String entryPoint.name:String
    isWithinServiceLevel:Boolean queue.id:String queue.name:String queue.duration:Long
    ringingDuration:Long owner.id:String owner.name:String owner.signInId:String
    owner.sessionId:String owner.phoneNumber:String owner.channelId:String site.id:String
    site.name:String team.id:String team.name:String direction:String ivrScriptId:String
    ivrScriptName:String ivrScriptTagId:String ivrScriptTagName:String terminatingEnd:String
    terminationReason:String customer.name:String customer.phoneNumber:String
    customer.email:String preferredAgentSystemId:String preferredAgentName:String
    isHandledByPreferredAgent:Boolean routingType:String callType:String
    lastWrapupCodeName:String wrapupDuration:Long isOutdial:Boolean abandonedType:String
    blindTransferCount:Int transferCount:Int queueCount:Int transferErrorCount:Int
    taskLegCount:Int handleType:String isTaskLegHandled:Boolean isOptOutOfQueue:Boolean
    optOutOfQueueTimestamp:Long connectedCount:Int connectedDuration:Long holdCount:Int
    holdDuration:Long consultDuration:Long outdialConsultCount:Int outdialConsultDuration:Long
    outdialConferenceCount:Int outdialConferenceDuration:Long conferenceDuration:Long
    selfserviceDuration:Long selfserviceCount:Int consultToQueueCount:Int
    consultToQueueDuration:Long outdialConsultToQueueCount:Int
    outdialConsultToQueueDuration:Long slaValue:String handleTime:Long consultEpId:String
    consultEpName:String childContactId:String childContactType:String consultToEPCount:Int
    consultToEPDuration:Long outdialConsultToEPCount:Int outdialConsultToEPDuration:Long
    nextDestination.agent.id:String nextDestination.agent.name:String
    nextDestination.agent.signInId:String[--FS] nextDestination.agent.sessionId:String
    nextDestination.agent.phoneNumber:String nextDestination.agent.channelId:String
    nextDestination.team.id:String nextDestination.team.name:String
    nextDestination.queue.id:String nextDestination.queue.name:String abandonedSlCount:Int
    agentToDnTransferCount:Int agentTransferedInCount:Int
    integerGlobalVariables.name:String[--FS] integerGlobalVariables.value:Int
    stringGlobalVariables.name:String[--FS] stringGlobalVariables.value:String
    longGlobalVariables.name:String[--FS] longGlobalVariables.value:Long
    doubleGlobalVariables.name:String[--FS] doubleGlobalVariables.value:Float
    booleanGlobalVariables.name:String[--FS] booleanGlobalVariables.value:Boolean
    matchedSkills:JSON[-GF-] requiredSkills:JSON[-GF-] matchedSkillsProfile:String[AGF-]
    skillsAssignedIn:String[AGF-] consultToQueueHandledCount:Int
    outdialConsultToQueueHandledCount:Int interQueueBlindTransferCount:Int
    interQueueConsultTransferCount:Int consultSuccessCount:Int conferenceSuccessCount:Int
    blindTransferToAgentCount:Int queuedTo:String[AGF-] consultToAgentErrorCount:Int
    consultToQueueErrorCount:Int outdialConsultToQueueErrorCount:Int consultToEpErrorCount:Int
    consultToDnErrorCount:Int postCallDuration:Long manualAssignCount:Int transferEpDN:String
    isChildLeg:Boolean consultCount:Int queueDuration:Long
    """
}
