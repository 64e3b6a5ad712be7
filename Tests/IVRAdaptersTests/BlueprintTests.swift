import IVRAdapters
import IVRCore
import IVRTestSupport
import Testing

/// Document 000 beside its shipped, corrected form.
@Suite struct BlueprintTests {
  private func driver(token: String?) throws -> CallDriver {
    var world = try #require(WorldFolder(root: SharedData.root).load().world)
    if let token {
      for index in world.lab.globalVariables.indices
      where world.lab.globalVariables[index].name == "AT" {
        world.lab.globalVariables[index].value = token
      }
    }
    var driver = CallDriver(world)
    driver.act(.dial("1", number: "+14694096864"))
    driver.hear("All agents are busy")
    driver.press("1")
    driver.run { $0.event.name == "call-ended" }
    driver.act(.dial("1", number: "+14694096864"))
    return driver
  }

  @Test("with a token the waiting callback is found, and the token is never shown")
  func found() throws {
    var driver = try driver(token: nil)
    driver.run { $0.event.name == "call-ended" }
    #expect(driver.heard.last?.contains("1st in line") == true)
    let token = try #require(driver.engine.world.lab.connectors[0].token)
    #expect(!driver.lines.joined().contains(token))
  }

  @Test(
    "without a token, or with one that has expired, the search answers 401 and the call goes on",
    arguments: ["", "an-expired-token"])
  func refused(token: String) throws {
    var driver = try driver(token: token)
    let isOffered = driver.hear("All agents are busy")
    #expect(isOffered)
    let responses = driver.records.flatMap(\.details).filter { $0.name == "response" }
    #expect(responses.last?.value.hasPrefix("401") == true)
    #expect(driver.outcomes.contains("HasCallback false"))
  }

  @Test("the second query as document 000 prints it is malformed JSON: the trace shows the 400")
  func malformed() {
    let body = """
      {\\"query\\":\\"query PIQlist($from:Long! $to:Long! $timeComparator:QueryTimeType \
      $filter:TaskFilters){task(from:$from,to:$to,timeComparator:$timeComparator,filter:$filter)\
      {tasks{id}}}\\",\\"variables\\":{\\"from\\":\\"{{now()|epoch (inMillis=true) - 86400000 }}\\",\
      \\"to\\":\\"{{now()|epoch (inMillis=true)}}\\",\\"filter\\":{\\"and\\":[{\\"origin\\":\
      {\\"equals\\":\\"{{ANI}}\\"}},\\"timeComparator\\":\\"createdTime\\",\\"filter\\":{\\"and\\":\
      [{\\"isActive\\":{\\"equals\\":true}},{\\"lastQueue\\":{\\"id\\":{\\"equals\\":\
      \\"{{queueID}}\\"}}}]}}}
      """
    var driver = CallDriver(
      SampleFlow(
        [
          """
          Ask: http-request-v2 {"authenticated":true,"connectorId":"WxCC_API",
          "httpRequestPath":"/search","httpRequestMethod":"POST","httpRequestBody":"\(body)"}
          """, "End: end {}",
        ], ["Start.out > Ask", "Ask.default > End"], variables: ["ANI STRING", "queueID STRING"]
      ).world())
    driver.dial()
    driver.advance(1_000)
    let response = driver.records[1].details.last?.value ?? ""
    #expect(response.hasPrefix("400") && response.contains("The body is not JSON"))
    #expect(driver.outcomes == ["Start out", "Ask default", "End ended"])
  }
}
