/// Entries of a line in order, with the place of each and the entry of each place found in
/// logarithmic time.
///
/// A list of short sorted lists, and a Fenwick tree over their lengths. A long line is only walked
/// when all of it is asked for.
struct LineIndex: Sendable {
  /// A list is split in two when it gets longer than this.
  private static let longestChunk = 256

  private var chunks: [[LineEntry]] = []
  /// The Fenwick tree: item i sums the lengths of the chunks that its lowest bit spans.
  private var sums: [Int] = []
  private(set) var count = 0

  /// All entries in order.
  var entries: [LineEntry] { Array(chunks.joined()) }

  var first: LineEntry? { chunks.first?.first }

  /// The entry of a place from 0; the place must exist.
  subscript(place: Int) -> LineEntry {
    var chunk = 0
    var rest = place
    var step = sums.count.highestBit
    while step > 0 {
      if chunk + step <= sums.count, sums[chunk + step - 1] <= rest {
        chunk += step
        rest -= sums[chunk - 1]
      }
      step /= 2
    }
    return chunks[chunk][rest]
  }

  /// How many entries go before this one, whether it is there or not.
  func rank(of entry: LineEntry) -> Int {
    guard !chunks.isEmpty else { return 0 }
    let chunk = chunk(for: entry)
    return total(before: chunk) + chunks[chunk].place(of: entry)
  }

  mutating func insert(_ entry: LineEntry) {
    count += 1
    guard !chunks.isEmpty else { return append([entry]) }
    let chunk = chunk(for: entry)
    let place = chunks[chunk].place(of: entry)
    let isFull = chunks[chunk].count >= Self.longestChunk
    if isFull, chunk == chunks.count - 1, place == chunks[chunk].count { return append([entry]) }
    chunks[chunk].insert(entry, at: place)
    if isFull { split(chunk) } else { change(chunk, by: 1) }
  }

  /// Takes out an entry that is there.
  mutating func remove(_ entry: LineEntry) {
    guard !chunks.isEmpty else { return }
    let chunk = chunk(for: entry)
    let place = chunks[chunk].place(of: entry)
    guard place < chunks[chunk].count, chunks[chunk][place] == entry else { return }
    count -= 1
    chunks[chunk].remove(at: place)
    if chunks[chunk].isEmpty {
      chunks.remove(at: chunk)
      rebuild()
    } else {
      change(chunk, by: -1)
    }
  }

  /// The last chunk that does not begin after an entry.
  private func chunk(for entry: LineEntry) -> Int {
    var low = 1
    var high = chunks.count
    while low < high {
      let middle = (low + high) / 2
      if entry.precedes(chunks[middle][0]) { high = middle } else { low = middle + 1 }
    }
    return low - 1
  }

  private mutating func split(_ chunk: Int) {
    let half = chunks[chunk].count / 2
    let upper = Array(chunks[chunk][half...])
    chunks[chunk].removeLast(upper.count)
    chunks.insert(upper, at: chunk + 1)
    rebuild()
  }

  private mutating func append(_ chunk: [LineEntry]) {
    chunks.append(chunk)
    sums.append(sum(at: chunks.count))
  }

  private mutating func rebuild() {
    sums.removeAll(keepingCapacity: true)
    for item in 1...max(1, chunks.count) where item <= chunks.count { sums.append(sum(at: item)) }
  }

  /// What an item of the tree holds, made of the items before it.
  private func sum(at item: Int) -> Int {
    var sum = chunks[item - 1].count
    var step = 1
    while step < item & -item {
      sum += sums[item - step - 1]
      step *= 2
    }
    return sum
  }

  private mutating func change(_ chunk: Int, by difference: Int) {
    var item = chunk + 1
    while item <= sums.count {
      sums[item - 1] += difference
      item += item & -item
    }
  }

  private func total(before chunk: Int) -> Int {
    var total = 0
    var item = chunk
    while item > 0 {
      total += sums[item - 1]
      item -= item & -item
    }
    return total
  }
}

extension [LineEntry] {
  /// How many of a sorted list go before an entry.
  fileprivate func place(of entry: LineEntry) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].precedes(entry) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Int {
  /// The largest power of two that is no larger; 0 for 0.
  fileprivate var highestBit: Int {
    self > 0 ? 1 << (Int.bitWidth - 1 - leadingZeroBitCount) : 0
  }
}
