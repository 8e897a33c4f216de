import AlternativeProvision

/// Rows of GIAS's later download under the header of its former one, as extracts that were put together
/// from both hold them.
///
/// The later layout has 135 columns for 120. The first 55 are the same; then three of Ofsted's were
/// dropped, so that what follows, the address among it, stands three places earlier; the new ones come
/// after all that an import takes. A row is read so only where a date and a postcode stand where it
/// would have them.
struct LaterLayout {
  private static let headerCount = 120
  private static let rowCount = 135
  /// The first place that differs, and by how much.
  private static let firstMoved = 55
  private static let shift = 3
  /// Where the later layout has the day of the last change, and the postcode.
  private static let changedOn = 55
  private static let postcode = 61

  /// For a header of the former layout; nil for any other.
  init?(under names: [String]) {
    guard names.count == LaterLayout.headerCount,
      headerKey(names[LaterLayout.firstMoved]) == "ofstedlastinsp",
      headerKey(names[LaterLayout.firstMoved + LaterLayout.shift]) == "lastchangeddate"
    else { return nil }
  }

  /// Whether the row on which a reader stands is of the later layout.
  func holds(of reader: CSVReader) -> Bool {
    guard reader.fieldCount == LaterLayout.rowCount else { return false }
    let (changed, postcode) = (
      reader.string(LaterLayout.changedOn), reader.string(LaterLayout.postcode)
    )
    return (try? Day(changed)) != nil && (postcode.isEmpty || LaterLayout.isPostcode(postcode))
  }

  /// Where what stands at a place of the header stands in such a row; nil for what it no longer has.
  func place(_ place: Int) -> Int? {
    if place < LaterLayout.firstMoved { return place }
    let moved = place - LaterLayout.shift
    return moved < LaterLayout.firstMoved ? nil : moved
  }

  /// "GU15 3QB": a district, then a digit and two letters.
  private static func isPostcode(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    guard parts.count == 2, (2...4).contains(parts[0].utf8.count),
      parts[0].first?.isLetter == true, parts[1].utf8.count == 3
    else { return false }
    return parts[1].first?.isNumber == true && parts[1].dropFirst().allSatisfy(\.isLetter)
  }
}
