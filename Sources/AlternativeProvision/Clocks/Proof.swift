/// How a deadline was worked out: the rule, each day counted, each day skipped and why, and remarks.
public struct Proof: Sendable, Hashable {
  /// What the rule says, in a sentence.
  public let rule: String
  /// The provision.
  public let reference: String
  /// On whose authority.
  public let basis: ClockBasis
  /// The calendar by which days were counted, as in "Lancashire"; nil where none was needed or known.
  public let calendar: String?
  /// The days of exclusion whose total set the clock running, where a total did.
  public let grounds: [ProofStep]
  /// The days, in order.
  public let steps: [ProofStep]
  /// What came of it, in a sentence.
  public let conclusion: String
  /// What a reader should know besides.
  public let remarks: [String]
}

/// One day of a proof.
public struct ProofStep: Sendable, Hashable {
  /// The day.
  public let day: Day
  /// What was made of it.
  public let mark: ProofMark

  /// A day and what was made of it.
  public init(day: Day, mark: ProofMark) {
    self.day = day
    self.mark = mark
  }

  /// The step in words, as in "day 3" or "not counted: weekend".
  public var words: String { mark.words }
}

/// What a proof made of a day.
public enum ProofMark: Sendable, Hashable {
  /// The day on which the clock starts, where it is not itself counted.
  case start(String)
  /// Counted, as the n-th.
  case counted(Int)
  /// Counted by half days: how many that day, and how many so far.
  case halfDays(Int, total: Int)
  /// Counted by half days, under codes that the register has.
  case marked(String, halves: Int, total: Int)
  /// Counted by half days though not yet on record, as if the absence goes on.
  case expected(Int, total: Int)
  /// A working day counted towards the service of a notice, as the n-th.
  case workingDay(Int)
  /// Not a school day, or not a working day, and why.
  case skipped(ClosureReason)
  /// A school day that does not count, and why.
  case passedOver(String)
  /// Not known: counting stops here.
  case unknown

  /// Whether the day added to the count.
  public var counts: Bool {
    switch self {
    case .counted, .halfDays, .marked, .expected, .workingDay: true
    case .start, .skipped, .passedOver, .unknown: false
    }
  }

  /// The mark in words.
  public var words: String {
    switch self {
    case .start(let event): event
    case .counted(let number): "day \(number)"
    case .halfDays(let halves, let total):
      "\(HalfDays.words(halves)) day, \(HalfDays.words(total)) in all"
    case .marked(let codes, let halves, let total):
      "\(HalfDays.words(halves)) day marked \(codes), \(HalfDays.words(total)) in all"
    case .expected(let halves, let total):
      "\(HalfDays.words(halves)) day expected, \(HalfDays.words(total)) in all"
    case .workingDay(let number): "working day \(number) of post"
    case .skipped(let reason): "not counted: \(reason.words)"
    case .passedOver(let reason): "not counted: \(reason)"
    case .unknown: "not known"
    }
  }
}
