import TerminalUI
import Testing

@testable import Dashboard

/// A way through the program along which screens are looked at, each by a name that its files have.
struct Walk: CustomTestStringConvertible, Sendable {
  /// One screen as it stands on the way.
  struct Shot {
    let name: String
    let surface: Surface
    /// The screens that are on top of one another, the lowest first.
    let screens: [String]
  }

  /// Collects what is seen on the way.
  final class Album {
    private(set) var shots: [Shot] = []

    /// What else is done with the program at each screen, which is as it was afterwards.
    private let examine: ((String, DashboardApp) -> Void)?

    init(examining examine: ((String, DashboardApp) -> Void)? = nil) { self.examine = examine }

    /// Takes the screen as it is now.
    func take(_ name: String, _ app: DashboardApp) {
      shots.append(
        Shot(
          name: name, surface: app.draw(),
          screens: app.screens.map { String(describing: type(of: $0)) }))
      guard let examine else { return }
      let (screens, message) = (app.screens, app.message)
      examine(name, app)
      (app.screens, app.message) = (screens, message)
      app.redrawAll()
    }
  }

  let title: String
  /// The names of what is seen, in their order.
  let shots: [String]
  let sizes: [Size]
  private let way: @Sendable (Int, Int, Album) throws -> Void

  var testDescription: String { title }

  /// The sizes at which every screen is looked at: the smallest that is of use, the usual and a roomy one.
  static let sizes = [
    Size(width: 60, height: 20), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ]

  /// - Parameter wide: One more size, for what has more to show where there is room.
  init(
    _ title: String, shows shots: [String], wide: Size? = nil, sizes: [Size] = Walk.sizes,
    _ way: @escaping @Sendable (Int, Int, Album) throws -> Void
  ) {
    self.title = title
    self.shots = shots
    self.sizes = sizes + [wide].compactMap { $0 }
    self.way = way
  }

  /// Goes the way at a size.
  func seen(
    at size: Size, examining examine: ((String, DashboardApp) -> Void)? = nil
  ) throws -> [Shot] {
    let album = Album(examining: examine)
    try way(size.width, size.height, album)
    return album.shots
  }
}

/// Every screen of the program, by the ways on which one comes to it.
enum Gallery {
  static let walks = board + cases + acts + panels + meetings

  /// A walk at one of its sizes, as a test is given it.
  struct Visit: CustomTestStringConvertible, Sendable {
    let walk: Walk
    let size: Size

    var testDescription: String { "\(walk.title) at \(size.width) by \(size.height)" }
  }

  static let visits = walks.flatMap { walk in walk.sizes.map { Visit(walk: walk, size: $0) } }

  static let roomy = Size(width: 200, height: 60)
  static let projector = Size(width: 160, height: 45)
}
