import IVRLanguages
import Testing

@Suite struct GraphQLSyntaxTests {
  typealias Fault = GraphQLSyntaxFault

  @Test(
    "a syntax error has a kind, a line and a column",
    arguments: [
      ("", Fault.unexpectedToken(found: "the end of the document", expected: nil), 1, 1),
      ("# c", .unexpectedToken(found: "the end of the document", expected: nil), 1, 4),
      ("{ a ; }", .unexpectedCharacter(";"), 1, 5),
      ("{ a\n  'b' }", .unexpectedCharacter("'"), 2, 3),
      ("{ é }", .unexpectedCharacter("é"), 1, 3),
      ("{ .. }", .unexpectedCharacter("."), 1, 3),
      ("{ a(b: \"c", .unterminatedString, 1, 10),
      ("{ a(b: \"c\n\") }", .unterminatedString, 1, 10),
      ("{ a(b: \"\"\"c\"\") }", .unterminatedString, 1, 17),
      ("{ a(b: 01) }", .leadingZero, 1, 9),
      ("{ a(b: -) }", .expectedDigit(found: ")"), 1, 9),
      ("{ a(b: 1.) }", .expectedDigit(found: ")"), 1, 10),
      ("{ a(b: 1e+x) }", .expectedDigit(found: "x"), 1, 11),
      ("{ a(b: 1x) }", .expectedDigit(found: "x"), 1, 9),
      ("{ a(b: 1", .unexpectedToken(found: "the end of the document", expected: "a name"), 1, 9),
      ("{ a(b: \"\\q\") }", .invalidEscape("\\q"), 1, 9),
      ("{ a(b: \"é\\uD800\") }", .invalidEscape("\\uD800"), 1, 10),
      ("{ a(b: \"\\u12G4\") }", .invalidEscape("\\u12G4"), 1, 9),
      ("{ a(b: \"\\u{110000}\") }", .invalidEscape("\\u{110000"), 1, 9),
      ("{ a(b: \"\\u{}\") }", .invalidEscape("\\u{"), 1, 9),
      ("{ }", .unexpectedToken(found: "\"}\"", expected: "a name"), 1, 3),
      ("{ a() }", .unexpectedToken(found: "\")\"", expected: "a name"), 1, 5),
      ("{ a(b) }", .unexpectedToken(found: "\")\"", expected: "\":\""), 1, 6),
      ("{ a(b: {c}) }", .unexpectedToken(found: "\"}\"", expected: "\":\""), 1, 10),
      (
        "query ($a: Int = $b) { a }",
        .unexpectedToken(found: "\"$\"", expected: "a constant value"), 1, 18
      ),
      (
        "fragment on on A { a }",
        .unexpectedToken(
          found: "\"on\"", expected: "the name of the fragment"), 1, 10
      ),
      ("fragment F { a }", .unexpectedToken(found: "\"{\"", expected: "\"on\""), 1, 12),
      ("quary { a }", .unexpectedToken(found: "\"quary\"", expected: nil), 1, 1),
      ("\"text\" { a }", .unexpectedToken(found: "the string \"text\"", expected: nil), 1, 1),
      (
        "enum A { true }",
        .unexpectedToken(
          found: "\"true\"", expected: "the name of an enum value"), 1, 10
      ),
      ("{ a }\r\n\r\n}", .unexpectedToken(found: "\"}\"", expected: nil), 3, 1),
    ])
  func fault(text: String, kind: Fault, line: Int, column: Int) throws {
    let error = try #require(throws: GraphQLError.self) { try GraphQLDocument(text) }
    #expect(error.kind == .syntax(kind))
    #expect([error.position.line, error.position.column] == [line, column])
    #expect(error.classification == "InvalidSyntax")
  }

  @Test("an error shows its line with a caret")
  func excerpt() throws {
    let error = try #require(throws: GraphQLError.self) { try GraphQLDocument("{ a\n  b(c: ]) }") }
    #expect(
      error.description == """
        2:8: Expected a value but found "]"
          b(c: ]) }
               ^
        """)
  }

  @Test(
    "a document is printed in the usual form",
    arguments: [
      ("{a,b}", "{\n  a\n  b\n}"),
      ("query{a}", "{\n  a\n}"),
      ("query Q($a:Int=1$b:[Long!]!@d){a}", "query Q($a: Int = 1, $b: [Long!]! @d) {\n  a\n}"),
      (
        "{x:a(b:1 c:[1 2],d:{e:$f g:null})@i(if:true)}",
        "{\n  x: a(b: 1, c: [1, 2], d: {e: $f, g: null}) @i(if: true)\n}"
      ),
      (
        "{...F...on A{b}...@i{c}}fragment F on A{d}",
        "{\n  ...F\n  ... on A {\n    b\n  }\n  ... @i {\n    c\n  }\n}\n\nfragment F on A {\n  d\n}"
      ),
      ("{a(s:\"\\u0041\\n\\u{1F600}\\u007f\")}", "{\n  a(s: \"A\\n😀\\u007F\")\n}"),
      ("{a(s:\"\"\"\n   b\n  c\n\"\"\")}", "{\n  a(s: \"\"\"\n   b\n  c\n  \"\"\")\n}"),
      ("\"why\" query Q{a}", "\"why\"\nquery Q {\n  a\n}"),
      (
        "type A implements B&C@d{\"x\" a(b:Int=1):[A!]!}",
        "type A implements B & C @d {\n  \"x\"\n  a(b: Int = 1): [A!]!\n}"
      ),
      ("extend union U=|A|B", "extend union U = A | B"),
      (
        "directive@d(a:Int)repeatable on FIELD|QUERY",
        "directive @d(a: Int) repeatable on FIELD | QUERY"
      ),
      (
        "schema{query:Q}enum E{A B@d}input I{a:Int=1}scalar S@d",
        "schema {\n  query: Q\n}\n\nenum E {\n  A\n  B @d\n}\n\ninput I {\n  a: Int = 1\n}\n\nscalar S @d"
      ),
    ])
  func printing(text: String, expected: String) throws {
    let printed = try GraphQLDocument(text).printed
    #expect(printed == expected)
    #expect(try GraphQLDocument(printed).printed == printed)
  }

  @Test("long arguments take a line each")
  func longArguments() throws {
    let name = String(repeating: "n", count: 50)
    let printed = try GraphQLDocument("{ \(name)(first: 1, second: \"\(name)\") }").printed
    #expect(printed == "{\n  \(name)(\n    first: 1\n    second: \"\(name)\"\n  )\n}")
    // Found by fuzzing: a long name without arguments got empty brackets.
    let long = String(repeating: "p", count: 100)
    #expect(try GraphQLDocument("{ \(long) }").printed == "{\n  \(long)\n}")
  }

  @Test("a document tells the names of its operations")
  func operationNames() throws {
    let document = try GraphQLDocument("query A { a } mutation B { b } subscription { c }")
    #expect(document.operationNames == ["A", "B", nil])
  }
}
