/// Money as people write it; it is kept in pence.
public enum Pence {
  /// An amount in pounds: "£425", "£425.50".
  public static func words(_ pence: Int) -> String {
    let sign = pence < 0 ? "-" : ""
    let pounds = pence.magnitude / 100
    let rest = pence.magnitude % 100
    return rest == 0 ? "\(sign)£\(pounds)" : "\(sign)£\(pounds).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The pence of an amount as people write it: "425", "£1,250.50"; nil for anything else.
  public static func reading(_ text: String) -> Int? {
    let plain = text.filter { $0 != "£" && $0 != "," && $0 != " " }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, first.utf8.allSatisfy(isDigit),
      let pounds = Int(first), pounds <= 10_000_000
    else { return nil }
    guard parts.count == 2 else { return pounds * 100 }
    let fraction = parts[1]
    guard (1...2).contains(fraction.utf8.count), fraction.utf8.allSatisfy(isDigit),
      let pence = Int(fraction)
    else { return nil }
    return pounds * 100 + (fraction.utf8.count == 1 ? pence * 10 : pence)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
