import AlternativeProvision
import CaseStore

/// How the papers of a meeting are written, which the screens are told and do not know themselves.
public struct PanelPapers {
  /// The minutes as Markdown, names in full or as initials.
  public var minutes: (Caseload, Identifier<Meeting>, _ inFull: Bool) throws -> String
  /// The minutes as they are to be approved: in full, and with initials.
  public var toApprove:
    (Caseload, Identifier<Meeting>, _ by: String, _ on: Day) throws -> (
      full: String, covered: String
    )
  /// The folder that is proposed for the papers of a meeting.
  public var folder: (Panel, Meeting) -> String
  /// Writes every paper of a meeting to a folder.
  public var write: (Caseload, Identifier<Meeting>, Order) throws -> Outcome

  /// What is to be written where.
  public struct Order {
    /// The folder, as the person typed it.
    public var folder: String
    /// The day of the letters.
    public var day: Day
    /// Whether papers of the same name that are there already are to be replaced.
    public var replaces: Bool

    /// An order for papers.
    public init(folder: String, day: Day, replaces: Bool) {
      self.folder = folder
      self.day = day
      self.replaces = replaces
    }
  }

  /// What became of an order.
  public enum Outcome: Equatable {
    /// So many papers are in that folder; with what there is to say of letters that were not written.
    case written(count: Int, folder: String, notes: [String])
    /// Nothing was written, since papers of these names are there already.
    case exists([String])
  }

  /// Papers by the functions that write them.
  public init(
    minutes: @escaping (Caseload, Identifier<Meeting>, _ inFull: Bool) throws -> String,
    toApprove:
      @escaping (Caseload, Identifier<Meeting>, _ by: String, _ on: Day) throws -> (
        full: String, covered: String
      ),
    folder: @escaping (Panel, Meeting) -> String,
    write: @escaping (Caseload, Identifier<Meeting>, Order) throws -> Outcome
  ) {
    self.minutes = minutes
    self.toApprove = toApprove
    self.folder = folder
    self.write = write
  }
}
