import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

@Suite struct SearchRecordTests {
  @Test("a handled, an abandoned and a waiting contact tell their times")
  func times() throws {
    var lab = SearchedLab()
    let rows = try lab.rows(
      """
      { task(FROM TO) { tasks { status queueDuration connectedDuration holdDuration ringingDuration
      wrapupDuration totalDuration holdCount terminationType terminatingEnd abandonedType
      consultCount csatScore lastQueue { duration } lastAgent { id } previousQueue { id } } } }
      """)
    #expect(
      rows.map(JSONText.print) == [
        #"{"status":"parked","queueDuration":60000,"connectedDuration":0,"holdDuration":0,"ringingDuration":0,"wrapupDuration":0,"totalDuration":60000,"holdCount":0,"terminationType":null,"terminatingEnd":null,"abandonedType":null,"consultCount":0,"csatScore":null,"lastQueue":{"duration":60000},"lastAgent":{"id":null},"previousQueue":{"id":null}}"#,
        #"{"status":"ended","queueDuration":20000,"connectedDuration":0,"holdDuration":0,"ringingDuration":0,"wrapupDuration":0,"totalDuration":20000,"holdCount":0,"terminationType":"abandoned","terminatingEnd":"Customer","abandonedType":"queue","consultCount":0,"csatScore":null,"lastQueue":{"duration":20000},"lastAgent":{"id":null},"previousQueue":{"id":null}}"#,
        #"{"status":"ended","queueDuration":34000,"connectedDuration":80000,"holdDuration":10000,"ringingDuration":4000,"wrapupDuration":15000,"totalDuration":139000,"holdCount":1,"terminationType":"normal","terminatingEnd":"Agent","abandonedType":null,"consultCount":0,"csatScore":null,"lastQueue":{"duration":34000},"lastAgent":{"id":"a-1"},"previousQueue":{"id":null}}"#,
      ])
  }

  @Test("the activities of a task come newest first, page by page, and can be picked")
  func activities() throws {
    var lab = SearchedLab()
    let filter = #"filter: {origin: {equals: "+12025550101"}}"#
    let first = try lab.rows(
      "{ taskDetails(FROM TO \(filter)) { tasks { activities(first: 4) { totalCount nodes { eventName duration } pageInfo { hasNextPage endCursor } } } } }"
    )
    let page = first[0]["activities"]
    #expect(page?["totalCount"] == 11)
    let events = page?["nodes"]?.array?.compactMap { $0["eventName"]?.string }
    #expect(events == ["ended", "WrapUp", "connected", "hold-done"])
    let cursor = try #require(page?["pageInfo"]?["endCursor"]?.string)
    let next = try lab.rows(
      "{ taskDetails(FROM TO \(filter)) { tasks { activities(after: \"\(cursor)\") { nodes { eventName } pageInfo { hasNextPage } } } } }"
    )
    let rest = next[0]["activities"]?["nodes"]?.array?.compactMap { $0["eventName"]?.string }
    #expect(
      rest == ["on-hold", "connected", "connect", "parked", "ivr-done", "ivr-connected", "new"])
    let parked = try lab.rows(
      #"{ taskDetails(FROM TO extFilter: {activities: {nodes: {eventName: {equals: "on-hold"}}}}) { tasks { origin activities { nodes { eventName agentName } } } } }"#
    )
    #expect(
      parked.map(JSONText.print) == [
        #"{"origin":"+12025550101","activities":{"nodes":[{"eventName":"on-hold","agentName":"Agent 1"}]}}"#
      ])
  }

  @Test("agent sessions tell states, and are filtered by their channel")
  func sessions() throws {
    var lab = SearchedLab()
    let rows = try lab.rows(
      """
      { agentSession(FROM TO filter: {agentId: {equals: "a-1"} channelInfo: {channelType:
      {equals: "telephony"}}}) { agentSessions { state isActive channelInfo { idleCodeName
      connectedCount connectedDuration holdCount wrapupDuration activities(first: 2) { nodes {
      state idleCode { name } } } } } } }
      """)
    #expect(
      rows.map(JSONText.print) == [
        #"{"state":"idle","isActive":true,"channelInfo":[{"idleCodeName":"Lunch","connectedCount":1,"connectedDuration":80000,"holdCount":1,"wrapupDuration":15000,"activities":{"nodes":[{"state":"idle","idleCode":{"name":"Lunch"}},{"state":"available","idleCode":{"name":null}}]}}]}"#
      ])
    #expect(
      try lab.rows(
        "{ agentSession(FROM TO filter: {state: {equals: idle}}) { agentSessions { agentId } } }"
      ).count == 2)
    #expect(
      try lab.rows(
        #"{ agentSession(FROM TO filter: {channelInfo: {channelType: {equals: "chat"}}}) { agentSessions { agentId } } }"#
      ).isEmpty)
  }

  @Test("the schema tells about itself only where the lab has that on")
  func introspection() throws {
    let query = "{ __schema { queryType { name } } }"
    var closed = SearchedLab()
    #expect(try closed.search(query).status == 400)
    var open = SearchedLab { $0.hasIntrospection = true }
    #expect(try open.search(query).body["data"]?["__schema"]?["queryType"]?["name"] == "Query")
  }

  @Test("global variables that the tenant reports are found by name, with filters on one entry")
  func variables() throws {
    var lab = SearchedLab {
      $0.globalVariables = [GlobalVariable(name: "Message", value: "")]
    }
    let fields =
      #"{ origin stringGlobalVariables(name: "Message") { name value } other: stringGlobalVariables(name: "X") { name value } }"#
    func rows(_ filter: String) throws -> [String] {
      try lab.rows(
        "{ taskDetails(FROM TO filter: {stringGlobalVariables: {\(filter)}}) { tasks \(fields) } }"
      )
      .map(JSONText.print)
    }
    #expect(
      try rows(#"name: {equals: "Message"} value: {equals: "tester"}"#) == [
        #"{"origin":"14085267209","stringGlobalVariables":{"name":"Message","value":"tester"},"other":{"name":null,"value":null}}"#
      ])
    #expect(try rows(#"name: {equals: "Message"} value: {equals: "other"}"#).isEmpty)
    #expect(try rows(#"name: {equals: "To Queue"}"#).isEmpty)
  }
}
