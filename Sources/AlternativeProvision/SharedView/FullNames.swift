/// The full names of many children, to find one that is written in another child's papers.
///
/// A forename or a surname alone is anybody's; side by side they are a child's. Only what tells two words
/// from others is kept of each name, so that a hundred thousand take a few megabytes.
public struct FullNames: Sendable {
  private var names: Set<Int> = []
  private var beginnings: Set<Int> = []
  private var count = 0

  /// Of more children than these the beginnings of surnames are not kept: a name is then found once it
  /// is typed whole.
  private static let mostWithBeginnings = 20_000
  private static let shortest = 3
  private static let longest = 7

  /// Whether it takes any two words with capitals for a name.
  private(set) var holdsAnyone = false

  /// A book without a name.
  public init() {}

  /// A book for where the names can't be read: any two words that begin with capitals may be one.
  public static let anyone: FullNames = {
    var book = FullNames()
    book.holdsAnyone = true
    return book
  }()

  /// Whether no name is in it.
  public var isEmpty: Bool { names.isEmpty && !holdsAnyone }

  /// Adds a child: each forename, and the name that it goes by, with each part of the surname.
  public mutating func add(forename: String, surname: String, preferred: String?) {
    count += 1
    let first = FullNames.parts(forename) + FullNames.parts(preferred ?? "")
    for last in FullNames.parts(surname) {
      for name in first {
        names.insert(FullNames.key(name, last))
        guard count <= FullNames.mostWithBeginnings, last.count > FullNames.shortest else {
          continue
        }
        for length in FullNames.shortest...min(FullNames.longest, last.count) {
          beginnings.insert(FullNames.key(name, String(last.prefix(length))))
        }
      }
    }
  }

  /// Whether a child has this forename and this surname, both as `NameCover` compares words.
  func holds(_ forename: String, _ surname: String) -> Bool {
    holdsAnyone || names.contains(FullNames.key(forename, surname))
  }

  /// Whether a child of this forename has a surname that begins so.
  func holds(_ forename: String, beginning surname: String) -> Bool {
    surname.count >= FullNames.shortest
      && beginnings.contains(
        FullNames.key(forename, String(surname.prefix(FullNames.longest))))
  }

  private static func parts(_ name: String) -> [String] {
    name.split(whereSeparator: { !$0.isLetter }).filter { $0.count > 1 }.map(NameCover.plain)
  }

  private static func key(_ forename: String, _ surname: String) -> Int {
    var hasher = Hasher()
    hasher.combine(forename)
    hasher.combine(surname)
    return hasher.finalize()
  }
}
