/// A key made ready for looking up in many objects.
struct JSONKey: Hashable, Sendable {
  /// The key.
  let text: String
  /// Its UTF-8.
  let bytes: [UInt8]
  /// What most other keys differ in.
  let tag: UInt64
  let isASCII: Bool

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    tag = bytes.withUnsafeBufferPointer(JSONObject.Member.tag)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }
}

/// A value inside another, reached without copying it.
///
/// Only good while the outermost value is alive and unchanged, so it never leaves the functions
/// that walk one: copying a value counts references twice a step, which is what walking costs.
struct JSONPlace {
  let pointer: UnsafePointer<JSONValue>

  /// A copy of the value.
  var value: JSONValue { pointer.pointee }

  /// Whether there is anything inside.
  var isContainer: Bool {
    switch pointer.pointee {
    case .array, .object: true
    default: false
    }
  }

  /// The member with a key, where this is an object that has it.
  func member(_ key: JSONKey) -> JSONPlace? {
    guard case .object(let object) = pointer.pointee else { return nil }
    return object.members.withUnsafeBufferPointer { members in
      if object.hasSlots {
        let place = key.bytes.withUnsafeBufferPointer { object.place(of: $0, tag: key.tag) }
        return place.flatMap { Self.value(in: members, at: $0) }
      }
      for index in members.indices where members[index].hasKey(key) {
        return Self.value(in: members, at: index)
      }
      return nil
    }
  }

  /// The element at an index, counted from the end where it is below 0.
  func element(_ index: Int) -> JSONPlace? {
    guard case .array(let elements) = pointer.pointee else { return nil }
    return elements.withUnsafeBufferPointer { elements in
      let place = index < 0 ? elements.count + index : index
      guard elements.indices.contains(place), let base = elements.baseAddress else { return nil }
      return JSONPlace(pointer: base + place)
    }
  }

  /// Calls `body` for each element or member value, in order.
  func forEachChild(_ body: (JSONPlace) -> Void) {
    switch pointer.pointee {
    case .array(let elements):
      elements.withUnsafeBufferPointer { elements in
        guard let base = elements.baseAddress else { return }
        for index in elements.indices { body(JSONPlace(pointer: base + index)) }
      }
    case .object(let object):
      object.members.withUnsafeBufferPointer { members in
        for index in members.indices {
          if let place = Self.value(in: members, at: index) { body(place) }
        }
      }
    default: return
    }
  }

  /// A member starts with its value.
  private static func value(
    in members: UnsafeBufferPointer<JSONObject.Member>, at index: Int
  ) -> JSONPlace? {
    guard let base = members.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base + index)
    return JSONPlace(pointer: raw.assumingMemoryBound(to: JSONValue.self))
  }
}
