import IVRCore
import IVRLanguages
import Testing

@Suite struct ExpressionScopeTests {
  private static let variables: JSONObject = [
    "a": ["Name": "x", "n": 1], "json": "{\"a\":[1,{\"b\":2}]}",
    "s": .string(String(repeating: "a", count: 40) + "!"),
  ]

  private static func text(
    _ source: String, _ reading: ExpressionScope.Reading = .flow
  ) -> String {
    let scope = ExpressionScope(variables, now: 1_738_876_142_712, reading: reading)
    do throws(TemplateError) {
      return try Template(source).render(in: scope)
    } catch {
      return error.message
    }
  }

  @Test("variables are read as in a flow, or as Java reads JSON")
  func readings() {
    #expect(Self.text("{{ a.name }}") == "x")
    #expect(Self.text("{{ a.name }}", .java) == "")
    #expect(Self.text("{{ [1] contains a.n }}") == "true")
    #expect(Self.text("{{ now() }}") == "2025-02-06T21:09:02.712Z[UTC]")
  }

  @Test("the filter jsonPath gives values, nothing, lists, or says why it gives none")
  func jsonPath() {
    #expect(Self.text("{{ json | jsonPath('$.a[1].b') }}") == "2")
    #expect(Self.text("{{ json | jsonPath('$.zz') }}") == "")
    #expect(Self.text("{{ json | jsonPath('$..zz') }}") == "[]")
    #expect(Self.text("{{ json | jsonPath('$[') }}").hasPrefix("The path $[ cannot be read"))
    #expect(
      Self.text("{{ [s] | jsonPath('$[?(@ =~ /(a+)+$/)]') }}").hasSuffix(
        "a regular expression of the path takes too long on this document"))
  }
}
