/// Finds the words that two texts have in common, in order.
enum WordDifference {
  /// For each word of `left` its place in `right`, or nil where it has none: a longest common
  /// subsequence, by Myers' method, which is quick where little differs.
  static func matches(_ left: Words, _ right: Words) -> [Int?] {
    var found = [Int?](repeating: nil, count: left.count)
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] {
      found[start] = start
      start += 1
    }
    var leftEnd = left.count
    var rightEnd = right.count
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
      found[leftEnd] = rightEnd
    }
    let size = (leftEnd - start, rightEnd - start)
    guard size.0 > 0, size.1 > 0 else { return found }
    for (inLeft, inRight) in path(left, right, from: start, counts: size) {
      found[start + inLeft] = start + inRight
    }
    return found
  }

  /// The matching pairs between the two middles, counted from `start`.
  private static func path(
    _ left: Words, _ right: Words, from start: Int, counts: (Int, Int)
  ) -> [(Int, Int)] {
    let most = min(counts.0 + counts.1, furthest)
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    var history: [[Int]] = []
    let middle = most + 1
    for distance in 0...most {
      // No more of it than the way back needs: the diagonals that so few steps can reach.
      history.append(Array(reach[(middle - distance - 1)...(middle + distance + 1)]))
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let goesDown =
          diagonal == -distance
          || (diagonal != distance
            && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
        var inLeft =
          goesDown ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1
        var inRight = inLeft - diagonal
        while inLeft < counts.0, inRight < counts.1,
          left[start + inLeft] == right[start + inRight]
        {
          inLeft += 1
          inRight += 1
        }
        reach[middle + diagonal] = inLeft
        if inLeft >= counts.0, inRight >= counts.1 {
          return walkBack(history, counts: counts)
        }
      }
    }
    return []
  }

  /// Texts that differ in more words than this are taken to have nothing in common: both stay whole.
  static let furthest = 2000

  private static func walkBack(
    _ history: [[Int]], counts: (Int, Int)
  ) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var inLeft = counts.0
    var inRight = counts.1
    for distance in stride(from: history.count - 1, through: 0, by: -1) {
      let reach = history[distance]
      let middle = distance + 1
      let diagonal = inLeft - inRight
      let goesDown =
        diagonal == -distance
        || (diagonal != distance && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
      let before = goesDown ? diagonal + 1 : diagonal - 1
      let startLeft = distance == 0 ? 0 : reach[middle + before]
      let startRight = distance == 0 ? 0 : startLeft - before
      while inLeft > startLeft, inRight > startRight {
        inLeft -= 1
        inRight -= 1
        pairs.append((inLeft, inRight))
      }
      inLeft = startLeft
      inRight = startRight
    }
    return pairs
  }
}
