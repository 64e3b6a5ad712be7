import Foundation
import IVRLanguages
import Testing

/// Runs every case of `shared/conformance/pebble`, whatever their number.
@Suite struct PebbleConformanceTests {
  @Test("templates give what the reference engine gives")
  func allCases() throws {
    guard let suite = try PebbleSuite.load() else {
      print("SUITE: PebbleConformance skipped: no shared/conformance/pebble")
      return
    }
    let failures = suite.cases.compactMap { suite.failure(of: $0) }
    print("SUITE: PebbleConformance \(suite.cases.count - failures.count) of \(suite.cases.count)")
    for failure in failures { print("  " + failure) }
    #expect(failures.count * 100 <= suite.cases.count)
  }

  @Test("templates give what the older engine gives where it differs")
  func olderEngine() throws {
    guard let suite = try PebbleSuite.load() else { return }
    let cases = suite.cases.filter { $0["differs"] != nil }
    let failures = cases.compactMap { suite.olderFailure(of: $0) }
    print("SUITE: PebbleConformance 3.2 \(cases.count - failures.count) of \(cases.count)")
    for failure in failures { print("  " + failure) }
    #expect(failures.count * 100 <= cases.count)
  }

  @Test("templates give what the engine gives when every integer is long")
  func longIntegers() throws {
    guard let suite = try PebbleSuite.load() else { return }
    let failures = suite.cases.compactMap { suite.longFailure(of: $0) }
    print("SUITE: PebbleConformance long \(suite.cases.count - failures.count)")
    for failure in failures { print("  " + failure) }
    #expect(failures.count * 100 <= suite.cases.count)
  }
}
