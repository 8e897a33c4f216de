/// Measurements of one act, and the figures that sum them up.
struct Sample {
  private(set) var milliseconds: [Double] = []
  private(set) var bytes: [Double] = []
  /// Acts after which the program wrote nothing.
  private(set) var silent = 0

  mutating func add(_ measured: (milliseconds: Double, bytes: Int)?) {
    guard let measured else {
      silent += 1
      return
    }
    milliseconds.append(measured.milliseconds)
    bytes.append(Double(measured.bytes))
  }

  mutating func add(_ other: Sample) {
    milliseconds += other.milliseconds
    bytes += other.bytes
    silent += other.silent
  }

  mutating func add(milliseconds value: Double) { milliseconds.append(value) }

  var median: Double? { Sample.quantile(milliseconds, 0.5) }
  var p95: Double? { Sample.quantile(milliseconds, 0.95) }
  var p99: Double? { Sample.quantile(milliseconds, 0.99) }
  var medianBytes: Double? { Sample.quantile(bytes, 0.5) }

  /// The value at that share of the sorted values: the nearest rank.
  static func quantile(_ values: [Double], _ share: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let rank = Int((Double(sorted.count) * share).rounded(.up)) - 1
    return sorted[max(0, min(sorted.count - 1, rank))]
  }
}
