import Foundation
import IVRTestSupport
import Testing

@testable import IVRLanguages

/// Compares `docs/languages/PEBBLE.md` with what the language has.
@Suite struct PebblePageTests {
  @Test(
    "every name is described and used in an example of its section",
    arguments: [
      ("## Filters", TemplateFilters.names, "| "), ("## Functions", TemplateFunctions.names, ""),
      ("## Tests", TemplateTests.names, "is "), ("## Tags", TemplateTags.names, "{% "),
      ("## Tags", TemplateTags.needingFiles, ""),
    ])
  func names(section: String, names: [String], before: String) throws {
    let path = SharedData.root + "/docs/languages/PEBBLE.md"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(page.range(of: section + "\n")).upperBound
    let end = page[start...].range(of: "\n## ")?.lowerBound ?? page.endIndex
    let text = page[start..<end]
    for name in names {
      #expect(text.contains("`\(name)`") || text.contains("`\(name)("), "\(name) is not described")
      guard section != "## Tags" || TemplateTags.names.contains(name) else { continue }
      #expect(text.contains(before + name), "\(name) is in no example")
    }
  }
}
