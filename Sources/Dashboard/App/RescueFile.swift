/// Where words go that the caseload takes no more, as when its file was deleted or its disk is gone.
public struct RescueFile {
  /// The file that is proposed, of a name that nothing has yet.
  public var proposed: () -> String
  /// Writes a text to a new file that only its owner can read; gives its whole path.
  public var write: (_ text: String, _ path: String) throws -> String

  /// A way to another file.
  public init(
    proposed: @escaping () -> String,
    write: @escaping (_ text: String, _ path: String) throws -> String
  ) {
    self.proposed = proposed
    self.write = write
  }
}
