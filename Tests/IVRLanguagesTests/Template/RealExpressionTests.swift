import Foundation
import IVRLanguages
import Testing

/// Compiles every expression that was found in real flows.
@Suite struct RealExpressionTests {
  @Test("expressions of real flows compile")
  func corpus() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    let file = folder.appendingPathComponent("shared/corpus/real-expressions.tsv")
    guard let lines = try? String(contentsOf: file, encoding: .utf8).split(separator: "\n") else {
      print("SUITE: RealExpressions skipped: no shared/corpus")
      return
    }
    var failed: [String] = []
    for line in lines.dropFirst() {
      let source = String(line.split(separator: "\t")[0])
      do throws(TemplateError) {
        _ = try Template(source)
      } catch {
        failed.append("\(source) \(error.position.column): \(error.message)")
      }
    }
    let count = lines.count - 1
    print("SUITE: RealExpressions \(count - failed.count) of \(count)")
    for failure in failed { print("  " + failure) }
    // A lab uses this one to raise an error on purpose.
    #expect(failed.allSatisfy { $0.hasPrefix("{{ ANI | 123 }}") })
  }

  @Test("worked expressions of real flows", arguments: worked)
  func work(_ source: String, _ text: String) { #expect(Self.scope.text(source) == text) }

  private static let scope = TestScope([
    "NewPhoneContact": ["ANI": "+14085551234", "DNIS": "+14085551234"], "EWT": 150_000,
    "F21c_GetQueueInfo": ["EWT": 61_000], "list": #"["A","B","ME"]"#, "TaskID": "ME",
    "counter": 3, "callbackOfferEvery": 4, "DigitsEntered": "1234", "queueList": "a,b,c,d",
    "aniTenDigit": "4085551234", "Extension": "1234", "sPosition": 1, "number": 2,
    "string": "x,y,z", "variable": "+445551234", "existingSkills": "", "answeredQueueID": "q",
    "queueTo": "r", "customerEmail": "ann@example.com", "JsonVar": ["a": ["b": [1, 2]]],
    "QueueLoopCount": 6, "AutoCSATVar": .number(JSONNumber(text: "4.5")),
  ])

  private static let worked = [
    ("{{ NewPhoneContact.DNIS | slice(2) }}", "4085551234"),
    ("{{ NewPhoneContact.ani }}", "+14085551234"),
    ("{{ EWT / 60000 + ((EWT % 60000) / 1000 >= 30 ? 1 : 0) }}", "3"),
    ("{{ (F21c_GetQueueInfo.EWT / 1000 + 59) / 60 }}", "2"),
    (#"{{ list | split(TaskID) | first | split(",") | length }}"#, "3"),
    (#"{{ list | split(TaskID) | last | split(",") | length }}"#, "1"),
    ("{{ ((counter + 1) % callbackOfferEvery) == 0 }}", "true"),
    ("{{ (QueueLoopCount % 3) == 0 }}", "true"),
    (#"{{ DigitsEntered | split("") | join(", ") }}"#, "1, 2, 3, 4"),
    (#"{{ (queueList | split(",") | length) > counter }}"#, "true"),
    (
      #"{{ "(" + (aniTenDigit | slice(0,3)) + ")" + " " + (aniTenDigit | slice(3,6)) + "-" + (aniTenDigit | slice(6,10)) }}"#,
      "(408) 555-1234"
    ),
    ("{{ Extension | slice (sPosition,sPosition+1) }}", "2"),
    ("{{ sPosition <= (Extension.length -1) }}", "true"),
    (#"{{ string|split(",")|slice(number-1,number)|first }}"#, "y"),
    (
      #"{{ string|split(",",string|split(",")|length-(string|split(",")|length-number))|last|split(",")|first }}"#,
      "y"
    ),
    (#"{{ ["+44","+31"] contains variable | slice(0,3) }}"#, "true"),
    ("{{ existingSkills is empty or answeredQueueID == queueTo }}", "true"),
    (#"{{ customerEmail | split("@") | last }}"#, "example.com"),
    ("{{ NewPhoneContact.ANI | replace({\"+\":\"\"}) }}", "14085551234"),
    ("{{JsonVar.a.b[0]}}", "1"),
    ("{{ AutoCSATVar>=4.0 }}", "true"),
    ("{{ variable | slice(variable | length - 4) }}", "1234"),
  ]
}
