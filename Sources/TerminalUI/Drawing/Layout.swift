/// One part of a split: how much of the room it asks for.
public enum Share: Hashable, Sendable {
  /// So many cells, whatever there is.
  case fixed(Int)
  /// A share of what is left by weight, at least so many cells.
  case weight(Int, minimum: Int = 0)
}

extension Rect {
  /// Splits into columns side by side, with a gap between them.
  public func columns(_ shares: [Share], gap: Int = 0) -> [Rect] {
    var start = x
    return Layout.lengths(width, shares, gap: gap).map { length in
      defer { start += length + gap }
      return Rect(x: start, y: y, width: length, height: height)
        .intersection(self)
    }
  }

  /// Splits into rows one below the other, with a gap between them.
  public func rows(_ shares: [Share], gap: Int = 0) -> [Rect] {
    var start = y
    return Layout.lengths(height, shares, gap: gap).map { length in
      defer { start += length + gap }
      return Rect(x: x, y: start, width: width, height: length)
        .intersection(self)
    }
  }
}

/// Divides a length among shares.
public enum Layout {
  /// The length of each share: fixed ones first, then minimums, then the rest by weight. Where there is
  /// too little, the last shares go short, so that what matters belongs first.
  public static func lengths(_ total: Int, _ shares: [Share], gap: Int = 0) -> [Int] {
    var left = max(0, total - gap * max(0, shares.count - 1))
    var result = [Int](repeating: 0, count: shares.count)
    var weights = 0
    for (index, share) in shares.enumerated() {
      let wanted: Int
      switch share {
      case .fixed(let cells): wanted = cells
      case .weight(let weight, let minimum):
        wanted = minimum
        weights += max(0, weight)
      }
      result[index] = min(max(0, wanted), left)
      left -= result[index]
    }
    // By weight of the whole, not of what the minimums left over, so that a minimum is a floor and
    // not a head start: hand out cell by cell to whoever is furthest below its share.
    guard weights > 0, left > 0 else { return result }
    var pool = left
    var active: [Int] = []
    for (index, share) in shares.enumerated() {
      if case .weight(let weight, _) = share, weight > 0 {
        active.append(index)
        pool += result[index]
      }
    }
    while true {
      let sum = active.reduce(0) { $0 + Self.weight(shares[$1]) }
      let over = active.filter { result[$0] * sum > pool * Self.weight(shares[$0]) }
      if over.isEmpty { break }
      for index in over { pool -= result[index] }
      active.removeAll { over.contains($0) }
    }
    var sum = active.reduce(0) { $0 + Self.weight(shares[$1]) }
    for index in active {
      let weight = Self.weight(shares[index])
      result[index] = pool * weight / sum
      pool -= result[index]
      sum -= weight
    }
    return result
  }

  private static func weight(_ share: Share) -> Int {
    if case .weight(let weight, _) = share { return max(0, weight) }
    return 0
  }
}
