/// Where words go that the caseload takes no more, as when its file was deleted or its disk is gone.
public struct RescueFile {
  /// The files that may take them, the best first, each of a name that nothing has yet.
  public var places: () -> [String]
  /// Writes a text to a new file that only its owner can read; gives its whole path.
  public var write: (_ text: String, _ path: String) throws -> String

  /// A way to another file.
  public init(
    places: @escaping () -> [String],
    write: @escaping (_ text: String, _ path: String) throws -> String
  ) {
    self.places = places
    self.write = write
  }
}

extension RescueFile {
  /// The file that is proposed.
  var proposed: String { places().first ?? "" }

  /// Writes a text to the first of the places that takes it, since the disk of the best may be full.
  ///
  /// - Throws: What was wrong with the last of them.
  func write(_ text: String) throws -> String {
    let places = places()
    for place in places.dropLast() {
      if let path = try? write(text, place) { return path }
    }
    return try write(text, places.last ?? "")
  }
}
