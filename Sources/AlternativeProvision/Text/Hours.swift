/// Hours a week as people write them.
public enum Hours {
  /// Hours without a needless fraction: "25", "12.5".
  public static func words(_ hours: Double) -> String {
    hours == hours.rounded() && hours.magnitude < 1e6 ? String(Int(hours)) : String(hours)
  }

  /// The hours of a text such as "25", "12.5"; nil for anything else that a computer would take for a
  /// number, and for a thousand and more.
  public static func reading(_ text: String) -> Double? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...3).contains(parts[0].count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return Double(text)
  }
}
