import AlternativeProvision
import CaseStore

/// How a file is to be imported.
public struct ImportOptions {
  /// Who imports, as the journal shall say.
  public var author: String
  /// When.
  public var time: Instant
  /// The day that counts as today: nothing can have happened after it.
  public var today: Day
  /// Whether sound rows are imported though others are not.
  public var skipBadRows = false
  /// Whether to say what would change, and change nothing.
  public var dryRun = false
  /// Where refused rows are written; nil puts them beside the file, under a name not yet taken.
  public var refusedPath: String?
  /// Told every few thousand rows how far it is; what it throws stops the import and takes it back.
  public var progress: ((ImportProgress) throws -> Void)?

  /// Options with the facts that every import needs.
  public init(author: String, time: Instant, today: Day) {
    self.author = author
    self.time = time
    self.today = today
  }
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Rows read.
  public var rows: Int
  /// Bytes of text read.
  public var bytes: Int
  /// Bytes of text in all.
  public var totalBytes: Int
}
