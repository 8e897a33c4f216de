/// One mark in a register: a child, a session and the code entered.
public struct AttendanceMark: Hashable, Sendable {
  /// The child.
  public var pupil: Identifier<Pupil>
  /// The provider at which the session was to be attended.
  public var provider: Identifier<Provider>
  /// The day.
  public var day: Day
  /// Morning or afternoon.
  public var session: Session
  /// The register code: one or two characters, as in "/", "K" or "Y1".
  public var code: String

  /// A mark as the register has it.
  public init(
    pupil: Identifier<Pupil>, provider: Identifier<Provider>, day: Day, session: Session,
    code: String
  ) {
    self.pupil = pupil
    self.provider = provider
    self.day = day
    self.session = session
    self.code = code
  }
}
