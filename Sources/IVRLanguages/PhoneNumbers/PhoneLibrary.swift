internal import CPhone

/// Passes texts to the library and back.
enum PhoneLibrary {
  /// Calls with the bytes of a text, their number, and a region as the library knows it.
  static func withText<Result>(
    _ text: String, _ region: String?,
    _ body: (UnsafePointer<CChar>?, Int, UnsafePointer<CChar>?) -> Result
  ) -> Result {
    var text = text
    return withRegion(region ?? "") { region in
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count, region) }
      }
    }
  }

  /// Calls with a region in capital letters; with `ZZ`, which is none, where it is no two letters.
  static func withRegion<Result>(
    _ region: String, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    let isCode = region.utf8.count == 2 && region.utf8.allSatisfy { isLetter($0) }
    return (isCode ? region.uppercased() : "ZZ").withCString { body($0) }
  }

  /// The text that a function writes; empty where it gives up.
  static func text(_ write: (UnsafeMutablePointer<CChar>?, Int) -> Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CPHONE_TEXT_BYTES)) { buffer in
      let length = Int(write(buffer.baseAddress, buffer.count))
      let bytes = buffer.prefix(min(max(0, length), buffer.count))
      return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The extension among the fields of a number.
  static func extensionDigits(_ fields: cphone_number) -> String {
    withUnsafeBytes(of: fields.extension) {
      String(decoding: $0.prefix(Int(max(0, fields.extension_length))), as: UTF8.self)
    }
  }

  /// Writes an extension into the fields of a number, as far as it fits.
  static func setExtension(_ digits: String, of fields: inout cphone_number) {
    fields.extension_length = withUnsafeMutableBytes(of: &fields.extension) { bytes in
      let kept = digits.utf8.prefix(bytes.count)
      bytes.copyBytes(from: kept)
      return Int32(clamping: kept.count)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
