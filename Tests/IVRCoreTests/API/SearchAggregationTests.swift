import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct SearchAggregationTests {
  private func rows(_ query: String) throws -> String {
    var lab = SearchedLab()
    return JSONText.print(.array(try lab.rows(query)))
  }

  @Test(
    "figures over all records and over groups",
    arguments: [
      (
        #"{ task(FROM TO aggregations: [{field: "id" type: count name: "n"}]) { tasks { aggregation { name value } } } }"#,
        #"[{"aggregation":[{"name":"n","value":3.0}]}]"#
      ),
      (
        #"{ task(FROM TO aggregation: {aggr: [{field: totalDuration type: max name: "m"}]}) { tasks { aggregation { value } } } }"#,
        #"[{"aggregation":[{"value":139000.0}]}]"#
      ),
      (
        #"{ taskDetails(FROM TO aggregations: {field: "id" type: count name: "n"}) { tasks { terminationType aggregation { value } } } }"#,
        #"[{"terminationType":"abandoned","aggregation":[{"value":1.0}]},{"terminationType":"normal","aggregation":[{"value":1.0}]},{"terminationType":null,"aggregation":[{"value":1.0}]}]"#
      ),
      (
        #"{ taskDetails(FROM TO aggregations: [{field: "lastAgent.id" type: cardinality name: "agents"} {field: "id" type: count name: "callbacks" filter: {isCallback: {equals: true}}} {field: "holdDuration" type: sum name: "hold"} {field: "csatScore" type: average name: "none"}]) { tasks { aggregation { name value } } } }"#,
        #"[{"aggregation":[{"name":"agents","value":1.0},{"name":"callbacks","value":1.0},{"name":"hold","value":10000.0},{"name":"none","value":null}]}]"#
      ),
      (
        #"{ taskDetails(FROM TO extFilter: {activities: {nodes: {eventName: {equals: "parked"}}}} aggregations: {field: "activities.nodes.duration" type: max name: "m"}) { tasks { activities { nodes { queueName } } aggregation { value } } } }"#,
        #"[{"activities":{"nodes":[{"queueName":"Outdial_Queue"}]},"aggregation":[{"value":60000.0}]},{"activities":{"nodes":[{"queueName":"Support_Queue"}]},"aggregation":[{"value":30000.0}]}]"#
      ),
      (
        #"{ taskDetails(FROM TO aggregations: [{field: "id" type: count name: "tasks"} {field: "activities.nodes.id" type: count name: "nodes"} {field: "activities.nodes.id" type: count name: "holds" extFilter: {activities: {nodes: {eventName: {equals: "on-hold"}}}}}]) { tasks { origin aggregation { value } } } }"#,
        #"[{"origin":"+12025550101","aggregation":[{"value":1.0},{"value":11.0},{"value":1.0}]},{"origin":"+13035550142","aggregation":[{"value":1.0},{"value":5.0},{"value":0.0}]},{"origin":"14085267209","aggregation":[{"value":1.0},{"value":2.0},{"value":0.0}]}]"#
      ),
      (
        #"{ agentSession(FROM TO aggregations: [{field: "channelInfo.idleCount" type: sum name: "i"} {field: "channelInfo.connectedDuration" type: max name: "c"} {field: "agentId" type: cardinality name: "a"}]) { agentSessions { channelInfo { channelType } aggregation { value } } } }"#,
        #"[{"channelInfo":[{"channelType":"telephony"}],"aggregation":[{"value":3.0},{"value":80000.0},{"value":2.0}]}]"#
      ),
      (
        #"{ agentSession(FROM TO aggregations: {field: "channelInfo.activities.nodes.id" type: count name: "n"}) { agentSessions { channelInfo { activities { nodes { state } } } aggregation { value } } } }"#,
        #"[{"channelInfo":[{"activities":{"nodes":[{"state":"available"}]}}],"aggregation":[{"value":2.0}]}"#
      ),
      (
        #"{ taskLegDetails(FROM TO aggregations: {field: "queueCount" type: sum name: "n"}) { taskLegs { queue { name } handleType aggregation { value } } } }"#,
        #"[{"queue":{"name":"Outdial_Queue"},"handleType":"park","aggregation":[{"value":1.0}]},{"queue":{"name":"Support_Queue"},"handleType":"abandoned","aggregation":[{"value":1.0}]},{"queue":{"name":"Support_Queue"},"handleType":"normal","aggregation":[{"value":1.0}]}]"#
      ),
    ])
  func figures(query: String, expected: String) throws {
    let found = try rows(query)
    #expect(found.hasPrefix(expected))
  }

  @Test(
    "records are counted by the buckets of a time zone",
    arguments: [
      ("DAILY", "UTC", "2026-01-05T00:00:00Z"), ("DAILY", "Asia/Kolkata", "2026-01-04T18:30:00Z"),
      ("DAILY", "America/New_York", "2026-01-05T05:00:00Z"),
      ("WEEKLY", "UTC", "2026-01-05T00:00:00Z"), ("MONTHLY", "UTC", "2026-01-01T00:00:00Z"),
      ("HOURLY", "UTC", "2026-01-05T10:00:00Z"), ("HOURLY", "+05:30", "2026-01-05T09:30:00Z"),
    ])
  func intervals(interval: String, zone: String, start: String) throws {
    let found = try rows(
      """
      { task(FROM TO aggregations: {field: "id" type: count name: "n"} filter: {isCallback:
      {equals: false}} aggregationInterval: {interval: \(interval) timezone: "\(zone)"})
      { tasks { intervalStartTime aggregation { value } } } }
      """)
    let instant = try #require(CivilTime.parse(start)?.milliseconds)
    #expect(found == #"[{"intervalStartTime":\#(instant),"aggregation":[{"value":2.0}]}]"#)
  }

  @Test(
    "what a query may not ask is refused with 400 and a reason",
    arguments: [
      (#"aggregations: {field: "idd" type: count name: "n"}"#, "did you mean \\\"id\\\""),
      (#"aggregations: {field: "origin" type: sum name: "n"}"#, "sum needs a number"),
      (#"aggregations: {field: "id" type: avg name: "n"}"#, "avg"),
      (
        #"aggregations: {field: "id" type: count name: "n"} aggregationInterval: {interval: DAILY timezone: "Mars"}"#,
        "Mars"
      ),
      (#"filter: {createdTime: {gt: 1}}"#, "createdTime"),
      (#"filter: {status: {in: ["parked"]}}"#, "in"),
      (#"pagination: {cursor: "zzz"}"#, "endCursor"), (#"pagination: {cursor: "-5"}"#, "endCursor"),
      (#"pagination: {cursor: "99999999999999999999"}"#, "endCursor"),
    ])
  func refused(argument: String, reason: String) throws {
    var lab = SearchedLab()
    let answer = try lab.search("{ task(FROM TO \(argument)) { tasks { id } } }")
    #expect(answer.status == 400)
    let text = JSONText.print(answer.body)
    #expect(text.contains(reason), "\(text)")
  }

  @Test("windows that are too long for their buckets or for activities are refused")
  func windows() throws {
    var lab = SearchedLab()
    let day: Int64 = 86_400_000
    func status(_ days: Int64, _ rest: String, _ fields: String) throws -> Int {
      try lab.search(
        "{ taskDetails(from: \(lab.now - days * day) TO \(rest)) { tasks { \(fields) } } }"
      ).status
    }
    let count = #"aggregations: {field: "id" type: count name: "n"} aggregationInterval: "#
    #expect(try status(1, count + "{interval: FIFTEEN_MINUTES}", "id") == 200)
    #expect(try status(2, count + "{interval: FIFTEEN_MINUTES}", "id") == 400)
    #expect(try status(7, count + "{interval: HOURLY}", "id") == 200)
    #expect(try status(8, count + "{interval: HOURLY}", "id") == 400)
    #expect(try status(300, count + "{interval: DAILY}", "id") == 200)
    #expect(try status(400, "", "id") == 400)
    #expect(try status(30, "", "activities { nodes { id } }") == 200)
    #expect(try status(31, "", "activities { nodes { id } }") == 400)
    #expect(try status(31, "", "id") == 200)
  }
}
