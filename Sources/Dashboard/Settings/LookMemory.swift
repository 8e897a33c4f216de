/// Where the look of the screens is kept from one time to the next, if anywhere.
///
/// Neither reading nor writing can fail as far as the dashboard is concerned: a look that is lost is no
/// reason to stop. Nothing about a child belongs in it.
public struct LookMemory {
  /// What was kept; nil for nothing.
  public var read: () -> [UInt8]?
  /// Keeps something in its place.
  public var write: ([UInt8]) -> Void

  /// Whether what is kept is there the next time.
  public let isLasting: Bool

  /// Makes a memory that forgets.
  public init() { (read, write, isLasting) = ({ nil }, { _ in }, false) }

  /// Makes a memory that keeps.
  public init(read: @escaping () -> [UInt8]?, write: @escaping ([UInt8]) -> Void) {
    (self.read, self.write, isLasting) = (read, write, true)
  }

  /// The theme that was chosen on the screen; nil for none.
  public var theme: String? { read().flatMap { LookBook($0) }?.theme }
}
