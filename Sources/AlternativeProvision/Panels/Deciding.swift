/// Who decides on one item: those present, without observers and those with an interest in it.
public struct Deciding: Hashable, Sendable {
  /// Who decides.
  public let members: [PanelMember]
  /// Who is present and does not decide, with the interest that each declared.
  public let interested: [Interest]
  /// What is missing for a quorum among those who decide; empty if there is one.
  public let shortfalls: [QuorumShortfall]
  /// Who takes the chair.
  public let chairing: Chairing

  /// Works out who decides, from everyone at the meeting and the interests declared in the item.
  public init(
    attendees: [Attendee], interests: [Interest] = [], quorum: Quorum
  ) {
    let present = attendees.filter { $0.presence == .present }.map(\.member)
    let named = Set(interests.map { plainName($0.member) })
    members = present.filter { $0.role != .observer && !named.contains(plainName($0.name)) }
    let here = Set(present.map { plainName($0.name) })
    interested = interests.filter { here.contains(plainName($0.member)) }
    shortfalls = quorum.shortfalls(attending: members)
    chairing = Chairing(attendees: attendees, interests: interests)
  }

  /// Whether those who decide are a quorum.
  public var hasQuorum: Bool { shortfalls.isEmpty }
}

/// Who takes the chair on one item, and so acts where the chair acts alone: the chair, or the deputy where
/// the chair has an interest or is not there.
public struct Chairing: Hashable, Sendable {
  /// Who is in the chair; nil where nobody can be.
  public let member: PanelMember?
  /// The chairs and deputies whom an interest keeps from it.
  public let interested: [PanelMember]
  /// Those who have no interest and are not recorded as here.
  public let away: [PanelMember]

  /// Works out who takes the chair. Before anybody is recorded as present, as where the chair acts
  /// between two meetings, whoever is expected counts as there.
  init(attendees: [Attendee], interests: [Interest]) {
    let here: Presence =
      attendees.contains { $0.presence == .present } ? .present : .expected
    let heads = [PanelRole.chair, .deputy].flatMap { role in
      attendees.filter { $0.member.role == role }
    }
    func isInterested(_ attendee: Attendee) -> Bool {
      interests.contains { $0.isDeclared(by: attendee.member) }
    }
    let free = heads.filter { !isInterested($0) }
    member = free.first { $0.presence == here }?.member
    interested = heads.filter(isInterested).map(\.member)
    away = free.filter { $0.presence != here }.map(\.member)
  }
}
