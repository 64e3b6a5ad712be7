import Testing

/// Keeps the cut of the project: who imports whom, and what the pure modules may not touch.
@Suite struct ArchitectureTests {
  /// The hard cap of a source file.
  static let lineCap = 500
  /// Files that may be longer, each with the reason beside it.
  static let longFiles: [String] = []

  @Test("modules import only what lies below them")
  func imports() throws {
    expectNone(try SourceFile.all.get().flatMap(ImportRule.findings))
  }

  @Test("no module uses a banned name")
  func bannedNames() throws {
    expectNone(BannedName.findings(in: try SourceFile.all.get()))
  }

  @Test("no file is longer than the cap")
  func length() throws {
    let long = try SourceFile.all.get().filter {
      $0.lineCount > Self.lineCap && !Self.longFiles.contains($0.path)
    }
    expectNone(
      long.map {
        Finding(
          path: $0.path, line: Self.lineCap + 1,
          message: "\($0.lineCount) lines; \(Self.lineCap) is the cap")
      })
  }

  @Test("every module is looked at")
  func modules() throws {
    let modules = Set(try SourceFile.all.get().map(\.module))
    #expect(modules == Set(ImportRule.allowed.keys))
  }

  private func expectNone(_ findings: [Finding], at location: SourceLocation = #_sourceLocation) {
    let list = findings.map { "\n" + $0.description }.joined()
    #expect(findings.isEmpty, "\(list)", sourceLocation: location)
  }
}
