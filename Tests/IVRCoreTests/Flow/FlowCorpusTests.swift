import Foundation
import IVRCore
import IVRLanguages
import IVRTestSupport
import Testing

/// Real exports, read from the shared data beside the project because of their licences.
@Suite struct FlowCorpusTests {
  private static let folder = SharedData.path("corpus/webex-flows")

  @Test("every real export loads unchanged, with the counts that are expected of it")
  func counts() throws {
    guard let folder = Self.folder,
      let expected = try? String(contentsOfFile: folder + "/expected.json", encoding: .utf8)
    else {
      print("SKIPPED: the real flows of ../shared/corpus/webex-flows are not here")
      return
    }
    let table = try #require(try JSONText.parse(expected).object)
    for member in table.members {
      let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + member.key))
      let result = FlowLoader.load(file: member.key, bytes: Array(bytes))
      let flow = try #require(result.flow, "\(result.findings.map(\.text))")
      #expect(flow.name == member.value["name"]?.string)
      #expect(flow.main.activities.count == Int(member.value["activities"]?.int64 ?? -1))
      #expect(flow.events.activities.count == Int(member.value["eventActivities"]?.int64 ?? -1))
      #expect(flow.main.linkCount == Int(member.value["links"]?.int64 ?? -1))
      #expect(flow.events.linkCount == Int(member.value["eventLinks"]?.int64 ?? -1))
      #expect(flow.handlers.count == Int(member.value["eventHandlers"]?.int64 ?? -1))
      #expect(flow.variables.count == Int(member.value["variables"]?.int64 ?? -1))
    }
    print("CORPUS FLOWS: \(table.count) of \(table.count)")
  }

  @Test("the Zendesk export is called, with unmocked requests answered 200")
  func zendesk() throws {
    guard let folder = Self.folder,
      let bytes = FileManager.default.contents(atPath: folder + "/zendesk-http-connector.json")
    else {
      print("SKIPPED: the real flows of ../shared/corpus/webex-flows are not here")
      return
    }
    let flow = try #require(FlowLoader.load(file: "z", bytes: Array(bytes)).flow)
    let world = World(
      lab: SampleLab.lab().adopting(flow), flows: [flow.name: flow], prompts: [:], unmocked: .ok)
    var driver = CallDriver(world)
    driver.act(.dial("1", number: Lab.trialNumber))
    let isQueued = driver.hear("♪")
    #expect(isQueued)
    #expect(driver.heard[1].hasPrefix("Hello, null ! It looks like there is no Open ticket"))
    #expect(driver.outcomes.suffix(3).first == "ConditionCheck true")
    #expect(driver.outcomes.last == "QueueContact default")
    let notes = driver.records.flatMap(\.details).filter { $0.name == "note" }
    #expect(notes.count == 2 && notes.allSatisfy { $0.value.hasPrefix("unmocked") })
    driver.act(.agent("a-1", .available))
    driver.act(.agent("a-1", .accept))
    #expect(driver.task?.status == .connected)
  }
}
