import AlternativeProvision

/// A meeting's agenda as rows: what a member reads, or hears, before it.
public enum AgendaList {
  private static let columns = [
    TableColumn("number", title: "no.", alignment: .right), TableColumn("kind"),
    TableColumn("about"), TableColumn("child"), TableColumn("school"),
    TableColumn("minutes", title: "min", alignment: .right), TableColumn("state"),
  ]

  /// Every item in its order; those that were taken off stand last, with the word for that.
  ///
  /// - Parameter names: Whether names of children and families are reduced to initials.
  public static func table(_ facts: PaperFacts, names: PaperNames = .full) -> Table {
    let cover = names == .full ? NameCover() : facts.cover
    let items = facts.file.items
    var table = Table(columns: columns)
    var number = 0
    for entry in items.filter({ $0.item.value.state != .dropped })
      + items.filter({ $0.item.value.state == .dropped })
    {
      let item = entry.item.value
      let child = facts.children[entry.item.id]
      let isDropped = item.state == .dropped
      if !isDropped { number += 1 }
      table.rows.append([
        isDropped ? .none : .integer(number), .text(item.kind.title),
        .text(cover.covered(item.title)),
        .text(orNone: child.map { names == .full ? $0.pupil.displayName : $0.pupil.initials }),
        .text(orNone: child?.school?.name), .integer(item.minutesAllotted),
        .text(item.state.title),
      ])
    }
    return table
  }
}
