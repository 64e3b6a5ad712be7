extension SearchDictionary {
  /// The fields of an activity of a task.
  ///
  /// Source: webex-search-api reference, section 7.2.
  static let activity = """
    id:String isActive:Boolean createdTime:Long[AGFS] endedTime:Long[AGFS] agentId:String
    agentName:String agentPhoneNumber:String agentSessionId:String agentChannelId:String
    entrypointId:String entrypointName:String queueId:String queueName:String siteId:String
    siteName:String teamId:String teamName:String transferType:String activityType:String
    activityName:String eventName:String previousState:String nextState:String
    consultEpId:String consultEpName:String childContactId:String childContactType:String
    duration:Long destinationAgentPhoneNumber:Long destinationAgentId:String
    destinationAgentName:String destinationAgentSessionId:String
    destinationAgentChannelId:String destinationAgentTeamId:String
    destinationAgentTeamName:String destinationQueueName:String destinationQueueId:String
    terminationReason:String ivrScriptId:String ivrScriptName:String ivrScriptTagId:String
    ivrScriptTagName:String bnrMode:String[----] lastActivityTime:Long skillsAssignedIn:String
    emailHasAttachments:Boolean[AGFS] contactAssignmentType:String[AGFS]
    """

  /// The fields of an activity of an agent.
  ///
  /// Source: webex-search-api reference, section 7.4.
  static let agentActivity = """
    id:String startTime:Long[AG--] endTime:Long[AG--] duration:Long state:String
    idleCode.id:String idleCode.name:String taskId:String queue.id:String queue.name:String
    wrapupCode.id:String wrapupCode.name:String isOutdial:Boolean outboundType:String
    isCurrentActivity:Boolean isLoginActivity:Boolean isLogoutActivity:Boolean
    changedById:String changedByName:String contactAssignmentType:String
    """
}
