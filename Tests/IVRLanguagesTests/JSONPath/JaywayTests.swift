import IVRLanguages
import Testing

/// Rules of Jayway beyond its vectors, as its source and documentation state them.
@Suite struct JaywayTests {
  private static let document: JSONValue = [
    "nums": [3, 1, 2, 10, -1], "strs": ["x", "yy", ""], "one": [7], "empty": [],
    "tasks": [
      ["id": "t1", "tags": ["a", "b"], "n": 12, "q": ["name": "S"]],
      ["id": "t2", "tags": [], "n": "12", "q": nil], ["id": "@x", "note": "it's"],
    ],
    "mixed": [1, "1", .number(JSONNumber(text: "1.0")), true, nil],
  ]

  @Test(
    "End functions",
    arguments: [
      ("$.nums.sum()", 15), ("$.nums.avg()", 3), ("$.nums.min()", -1), ("$.nums.max()", 10),
      ("$.nums.length()", 5), ("$.tasks[0].size()", 4),
      ("$.tasks[0].keys()", ["id", "tags", "n", "q"]),
      ("$.nums.first()", 3), ("$.nums.last()", -1), ("$.nums.index(1)", 1),
      ("$.nums.index(-2)", 10),
      ("$.one.last()", nil), ("$.empty.first()", nil), ("$.empty.sum()", nil),
      ("$.nums.nothing()", nil),
      ("$.strs.concat()", "xyy"), ("$.strs.concat(\"!\", $.nums[0])", "xyy!3"),
      ("$.nums.append(4)", [3, 1, 2, 10, -1, 4]), ("$.sum($.nums, 5)", 20), ("$..tags.length()", 2),
      ("$.tasks[*].tags.length()", [2, 0]), ("$.nums.length().x", nil),
      ("$.concat(\"a,b\", \"c\")", "a,bc"),
    ] as [(String, JSONValue?)])
  func functions(path: String, value: JSONValue?) throws {
    let found = try JSONPath(path, dialect: .jayway).value(in: Self.document)
    if let number = value?.number {
      #expect(found?.number?.double == number.double)
    } else {
      #expect(found == value)
    }
  }

  @Test(
    "Filters",
    arguments: [
      ("@.n == 12", ["t1", "t2"]), ("@.n === 12", ["t1"]), ("@.n == '12'", ["t1", "t2"]),
      ("@.n !== '12'", ["t1", "@x"]), ("@.n != 12", ["@x"]), ("@.n < 13", ["t1", "t2"]),
      ("@.n <= 12", ["t1", "t2"]),
      ("@.q", ["t1", "t2"]), ("!@.q", ["@x"]), ("!(@.q == null)", ["t1", "@x"]),
      ("@.q.name", ["t1"]),
      ("@.q == null", ["t2"]), ("@.id in ['t1', \"@x\"]", ["t1", "@x"]),
      ("@.id NIN [t1]", ["t2", "@x"]),
      ("@.id in 't1'", []), ("@.id nin 't1'", []), ("'a' in @.tags", ["t1"]),
      ("@.tags contains 'b'", ["t1"]),
      ("@.id contains 't'", ["t1", "t2"]), ("@.tags anyof ['b','z']", ["t1"]),
      ("@.tags noneof ['z']", ["t1", "t2"]),
      ("@.tags subsetof ['a','b','c']", ["t1", "t2"]), ("@.tags all ['a']", ["t1"]),
      ("@.tags size 2", ["t1"]),
      ("@.id size 2", ["t1", "t2", "@x"]), ("@.tags empty true", ["t2"]), ("@.tags empty 'x'", []),
      ("@.q empty false", ["t1"]), ("@.id =~ /T\\d/i", ["t1", "t2"]), ("@.id =~ /t/", []),
      ("/t.*/ =~ @.id", ["t1", "t2"]), ("@.tags =~ /a/", ["t1"]),
      ("@.id == 't1' || @.id == 't2' && @.n > 1", ["t1", "t2"]),
      ("@.tags == ['a','b']", ["t1"]), ("@.q == {'name':'S'}", ["t1"]),
      ("@.note == 'it\\'s'", ["@x"]),
      ("@.tags[?(@ == 'a')]", ["t1", "t2"]), ("$.nums[0] == 3", ["t1", "t2", "@x"]),
      ("@.id > 't1'", ["t2"]),
    ] as [(String, [String])])
  func filters(condition: String, ids: [String]) throws {
    let path = try JSONPath("$.tasks[?(\(condition))].id", dialect: .jayway)
    #expect(path.value(in: Self.document) == .array(ids.map(JSONValue.string)))
  }

  @Test(
    "Slices and oddities",
    arguments: [
      ("$.nums[9:]", []), ("$.nums[-9:]", [3, 1, 2, 10, -1]), ("$.nums[-2:1]", [10, -1, 3]),
      ("$.nums[1:-1]", []), ("$.nums[:-9]", []), ("$.nums[0,9,-9]", [3]), ("$.one[0]x", 7),
      ("one[0]", 7), ("@.one[0]", 7), ("one[0] ", 7),
      ("$.tasks[0]['id','n','z']", ["id": "t1", "n": 12]),
      ("$.tasks['0']['id','n'].x", []), ("$.missing[*]", []),
      ("$.mixed[?(@ == 1)]", [1, "1", .number(JSONNumber(text: "1.0"))]),
    ] as [(String, JSONValue?)])
  func oddities(path: String, value: JSONValue?) throws {
    let found = try JSONPath(path, dialect: .jayway).value(in: Self.document)
    #expect(found.map(JSONText.print) == value.map(JSONText.print))
  }
}
