/// Columns side by side that show how many there are of each, with one of them marked: how many children
/// are on which day, say.
public struct Histogram: Sendable {
  /// One column.
  public struct Bucket: Hashable, Sendable {
    /// What it counts, as briefly as an axis says it.
    public var label: String
    /// How many there are.
    public var count: Int
    /// Its look.
    public var style: Style

    /// Makes a column.
    public init(_ label: String, _ count: Int, _ style: Style = Style(.barFilled)) {
      self.label = label
      self.count = max(0, count)
      self.style = style
    }
  }

  /// The columns, from left to right.
  public var buckets: [Bucket]
  /// The column at whose left edge a rule stands, such as that of day six.
  public var marked: Int?
  /// The look of the rule and of what the axis says under it.
  public var markStyle: Style

  /// Makes a histogram.
  public init(_ buckets: [Bucket], marked: Int? = nil, markStyle: Style = Style(.heading)) {
    self.buckets = buckets
    self.marked = marked
    self.markStyle = markStyle
  }

  /// Draws the columns with the axis under them, in eighths of a cell, and above each how many it counts,
  /// where its own width holds that; the tallest says it always, and is the scale of the others. A column
  /// with anything in it shows. Columns for which there is no room at the right become one, which
  /// `+` after its label tells.
  public func draw(on surface: inout Surface, in rect: Rect) {
    guard rect.height >= 2, rect.width > 0, !buckets.isEmpty else { return }
    let shown = gathered(in: rect.width)
    let pitch = max(1, min(8, rect.width / shown.count))
    // A row above the tallest is for its number.
    let rows = rect.height - (rect.height >= 4 ? 2 : 1)
    let tallest = shown.indices.max { shown[$0].count < shown[$1].count } ?? 0
    let most = max(1, shown.map(\.count).max() ?? 1)
    // Columns without a gap leave one for the rule where there is a cell to spare.
    let gap = pitch == 1 && shown.count < rect.width ? 1 : 0
    func left(_ index: Int) -> Int {
      rect.x + index * pitch + (marked.map { index >= $0 } == true ? gap : 0)
    }
    let inset = pitch > 1 ? 1 : 0
    let rest =
      rect.right - (shown.count < buckets.count ? TextWidth.of(shown.last?.label ?? "") + 1 : 0)
    surface.clipped(to: rect) { surface in
      var free = rect.x
      for (index, bucket) in shown.enumerated() {
        let x = left(index)
        let isMarked = index == marked
        var eighths = bucket.count * rows * 8 / most
        if bucket.count > 0 && eighths == 0 { eighths = 1 }
        for row in 0..<rows {
          let here = min(8, max(0, eighths - row * 8))
          let y = rect.bottom - 2 - row
          // The rule stands in the gap, or shows above the column where there is none.
          if isMarked && (pitch > 1 || gap > 0 || here == 0) {
            surface.set(x - gap, y, "┊", style: markStyle)
          }
          guard here > 0 else { continue }
          for column in inset..<pitch {
            surface.set(x + column, y, Sparkline.levels[here - 1], style: bucket.style)
          }
        }
        let count = String(bucket.count)
        let top = rect.bottom - 2 - (eighths + 7) / 8
        if top >= rect.y, bucket.count > 0,
          inset > 0 && count.utf8.count <= pitch - inset || index == tallest
        {
          surface.put(
            count, x: min(x + inset, rect.right - count.utf8.count), y: top, style: Style(.muted))
        }
        // The last says that others stand in it with its own, wherever that has to begin.
        let isRest = index == shown.count - 1 && shown.count < buckets.count
        let label = isRest ? min(x + inset, rect.right - TextWidth.of(bucket.label)) : x + inset
        let style = isMarked ? markStyle : Style(.muted)
        let width = TextWidth.of(bucket.label)
        guard label >= free || isMarked || isRest, label + width <= rest || isRest else { continue }
        // A label that the marked one needs the room of gives way.
        if let marked, index < marked, label + width >= left(marked) + inset { continue }
        surface.put(bucket.label, x: label, y: rect.bottom - 1, style: style)
        free = label + width + 1
      }
    }
  }

  /// The columns that fit, the last of them all that are left.
  private func gathered(in width: Int) -> [Bucket] {
    guard buckets.count > width else { return buckets }
    var shown = Array(buckets.prefix(width))
    let rest = buckets.dropFirst(width).reduce(0) { $0 + $1.count }
    shown[width - 1].count += rest
    shown[width - 1].label += "+"
    return shown
  }

  /// The same as text: a line for each column, and what the mark says at its own.
  public func numbers(markedBy remark: String = "") -> [String] {
    let margin = buckets.map { TextWidth.of($0.label) }.max() ?? 0
    let digits = buckets.map { String($0.count).count }.max() ?? 0
    return buckets.enumerated().map { index, bucket in
      let count = String(bucket.count)
      let line =
        bucket.label + String(repeating: " ", count: margin - TextWidth.of(bucket.label) + 2)
        + String(repeating: " ", count: digits - count.count) + count
      return index == marked && !remark.isEmpty ? line + "  " + remark : line
    }
  }
}
