/// Who decides on one item: those present, without observers and those with an interest in it.
public struct Deciding: Hashable, Sendable {
  /// Who decides.
  public let members: [PanelMember]
  /// Who is present and does not decide, with the interest that each declared.
  public let interested: [Interest]
  /// What is missing for a quorum among those who decide; empty if there is one.
  public let shortfalls: [QuorumShortfall]

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
  }

  /// Whether those who decide are a quorum.
  public var hasQuorum: Bool { shortfalls.isEmpty }
}
