import AlternativeProvision
import CaseStore

/// A caseload of nobody, made so that the program can be shown, tested and measured on it.
///
/// Every child, officer, school, provider and authority in it is invented. The same size, seed and
/// day make the same caseload; its dates follow `today`, so that there is always somebody who
/// reaches the sixth day this week.
public struct MadeUpCaseload: Sendable {
  /// How much of it there is.
  public let size: CaseloadSize
  /// The day on which it is opened; registers end the day before.
  public let today: Day
  /// From what its chance is drawn.
  public let seed: UInt64

  /// What the journal names as the author of it all.
  public static let author = "made up"

  /// A caseload of that size for that day.
  public init(_ size: CaseloadSize = .team, today: Day, seed: UInt64 = 6) {
    self.size = size
    self.today = today
    self.seed = seed
  }

  /// How far `fill` has come.
  public struct Progress: Sendable {
    /// Authorities finished.
    public var authorities: Int
    /// Authorities in all.
    public var ofAuthorities: Int
    /// Marks put so far.
    public var marks: Int
  }

  /// Puts it all into an empty caseload, one change for the schools and one for each authority.
  ///
  /// No more than one authority is held in memory.
  ///
  /// - Parameters:
  ///   - withRegisters: false leaves the marks out, to be imported from a file.
  ///   - withPanels: false leaves out the first authority's panels and the children whom they speak
  ///     about.
  ///   - progress: told after each authority.
  /// - Throws: `StoreError`, if the file cannot be written.
  public func fill(
    _ caseload: Caseload, withRegisters: Bool = true, withPanels: Bool = true,
    progress: ((Progress) -> Void)? = nil
  ) throws {
    let time = Instant(day: today, hour: 8)
    let count = Scale.authorities(size)
    var filling = Filling(today: today)
    try caseload.change(by: MadeUpCaseload.author, at: time, cause: "made-up schools") { door in
      // All calendars go in before the first case: a calendar that comes later would have every
      // clock in the caseload counted again.
      for setting in settings() { try filling.put(setting, into: &door) }
      try filling.putBankHolidays(into: &door)
    }
    for (index, setting) in settings().enumerated() {
      let story = AuthorityStory(in: setting)
      try caseload.change(by: MadeUpCaseload.author, at: time, cause: "made-up caseload") { door in
        try filling.put(story, withRegisters: withRegisters, into: &door)
      }
      if withPanels, index == 0 {
        var panels = PanelFilling(PanelStory(in: story), into: caseload)
        try panels.fill(&filling, withRegisters: withRegisters)
      }
      progress?(
        Progress(authorities: index + 1, ofAuthorities: count, marks: filling.marks))
    }
  }

  /// One line of a register as a provider would send it.
  public struct RegisterLine: Sendable {
    /// The reference of the child.
    public var pupil: String
    /// The reference of the provider.
    public var provider: String
    /// The day.
    public var day: Day
    /// Morning or afternoon.
    public var session: Session
    /// The register code.
    public var code: String
  }

  /// Every mark of the caseload, child by child in the order of time, without a store.
  public func registers(_ body: (RegisterLine) -> Void) {
    for setting in settings() {
      let story = AuthorityStory(in: setting)
      var register = RegisterWriter(story)
      for child in story.children {
        register.write(child)
        for mark in register.marks {
          body(
            RegisterLine(
              pupil: child.pupil.reference,
              provider: story.providers.entries[mark.provider].provider.reference, day: mark.day,
              session: mark.session,
              code: String(
                decoding: mark.second == 0 ? [mark.first] : [mark.first, mark.second],
                as: UTF8.self)))
        }
      }
    }
  }

  /// The authorities' settings, one at a time, since all of England's would be many.
  private func settings() -> some Sequence<AuthoritySetting> {
    var next = 0
    var firstURN = 900_001
    return AnyIterator {
      guard next < Scale.authorities(size) else { return nil }
      let setting = AuthoritySetting(
        index: next, size: size, firstURN: firstURN, today: today, seed: seed)
      next += 1
      firstURN += setting.schools.entries.count
      return setting
    }
  }
}
