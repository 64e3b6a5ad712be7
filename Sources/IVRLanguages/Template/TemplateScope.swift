/// Where a template finds its variables, its clock and filters that live elsewhere.
public protocol TemplateScope {
  /// The variable of that name; `nil` where it is undefined, which prints nothing.
  func value(named name: String) -> TemplateValue?

  /// The same for a name whose hash is known, for scopes that keep a table by it.
  func value(of name: TemplateName) -> TemplateValue?

  /// Milliseconds since 1970 of the simulated clock, for `now()`.
  var now: Int64 { get }

  /// The result of a filter that templates do not know themselves, such as `jsonPath`.
  ///
  /// `nil` means that there is no such filter, which is an error of the template.
  func filtered(
    _ input: TemplateValue, by name: String, arguments: TemplateArguments
  ) throws(TemplateRefusal) -> TemplateValue?
}

extension TemplateScope {
  /// The variable of the name's text.
  public func value(of name: TemplateName) -> TemplateValue? { value(named: name.text) }

  /// No filter but the built-in ones.
  public func filtered(
    _ input: TemplateValue, by name: String, arguments: TemplateArguments
  ) throws(TemplateRefusal) -> TemplateValue? { nil }
}

/// The arguments of a filter that the scope provides.
public struct TemplateArguments: Hashable, Sendable {
  /// An argument with its name.
  public struct Named: Hashable, Sendable {
    /// The name before the equals sign.
    public let name: String
    /// The value.
    public let value: TemplateValue
  }

  /// The arguments without a name, in order.
  public let positional: [TemplateValue]
  /// The arguments with a name, in order.
  public let named: [Named]

  /// The argument of that name, else the one at that place.
  public func value(named name: String, at place: Int) -> TemplateValue? {
    if let found = named.first(where: { $0.name == name }) { return found.value }
    return positional.indices.contains(place) ? positional[place] : nil
  }
}

/// Why a filter of the scope cannot take its input.
public struct TemplateRefusal: Error, Hashable, Sendable {
  /// One sentence.
  public let message: String

  /// A refusal with its sentence.
  public init(_ message: String) {
    self.message = message
  }
}

/// A variable or attribute that a template read, with what it held.
public struct TemplateRead: Hashable, Sendable {
  /// The whole chain as it was read, for example `HTTPRequest.items[0].id`.
  public let path: String
  /// The value at the end of the chain; `null` where it is undefined.
  public let value: TemplateValue

  /// A read of a path.
  public init(path: String, value: TemplateValue) {
    self.path = path
    self.value = value
  }
}

/// What rendering gives: the text, and what was read to make it.
public struct TemplateOutput: Hashable, Sendable {
  /// The rendered text.
  public let text: String
  /// Every variable that was read, in the order of reading, each path once.
  ///
  /// Operands that `and`, `or` or a ternary skipped are not listed.
  public let reads: [TemplateRead]
}
