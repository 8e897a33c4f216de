import TerminalUI

/// The lines of a chooser: their titles at once, by which they are found, the rest when they are drawn.
///
/// England has twenty thousand schools; making a line of each before the first is shown takes longer
/// than a person should wait for a list.
struct ChooserLines {
  /// What each line is called.
  let titles: [String]
  /// Columns of the longest title.
  let nameWidth: Int
  private let notes: [Int]
  private let abouts: ((Int) -> String)?
  private let make: (Int) -> ChooserScreen.Item

  /// Lines that are all there.
  init(_ items: [ChooserScreen.Item]) {
    var notes: [Int] = []
    for item in items {
      for (index, note) in item.notes.enumerated() {
        if index == notes.count { notes.append(0) }
        notes[index] = max(notes[index], note.width)
      }
    }
    self.init(
      titles: items.map(\.title), noteWidths: notes,
      about: items.contains { !$0.about.isEmpty } ? { items[$0].about } : nil
    ) { items[$0] }
  }

  /// Lines that are made when they are wanted.
  ///
  /// - Parameters:
  ///   - titles: what each is called.
  ///   - noteWidths: the columns that each column of notes takes at most.
  ///   - about: words that find a line besides those of its title.
  ///   - make: makes the line at a place.
  init(
    titles: [String], noteWidths: [Int], about: ((Int) -> String)? = nil,
    make: @escaping (Int) -> ChooserScreen.Item
  ) {
    self.titles = titles
    self.make = make
    abouts = about
    notes = noteWidths
    // No character takes more columns than bytes, so few of thousands need be measured.
    var widest = 0
    for title in titles where title.utf8.count > widest {
      widest = max(widest, TextWidth.of(title))
    }
    nameWidth = widest
  }

  /// How many there are.
  var count: Int { titles.count }

  /// The line at a place.
  func line(_ place: Int) -> ChooserScreen.Item { make(place) }

  /// Words that find a line besides those of its title.
  func about(_ place: Int) -> String { abouts?(place) ?? "" }

  /// The columns of the notes, no narrower than what stands over them.
  func noteWidths(under heads: [String]) -> [Int] {
    (0..<max(notes.count, heads.count)).map { index in
      max(
        index < notes.count ? notes[index] : 0,
        index < heads.count ? TextWidth.of(heads[index]) : 0)
    }
  }
}
