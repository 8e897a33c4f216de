/// Where the look of the screens is kept from one time to the next, if anywhere.
///
/// Neither reading nor writing can fail as far as the dashboard is concerned: a look that is lost is no
/// reason to stop. Nothing about a child belongs in it.
public struct LookMemory {
  /// What was kept; nil for nothing.
  public var read: () -> [UInt8]?
  /// Keeps something in its place.
  public var write: ([UInt8]) -> Void

  /// Makes a memory, one that forgets unless told.
  public init(
    read: @escaping () -> [UInt8]? = { nil }, write: @escaping ([UInt8]) -> Void = { _ in }
  ) {
    self.read = read
    self.write = write
  }
}
