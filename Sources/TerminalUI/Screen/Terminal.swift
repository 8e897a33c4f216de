import CNcurses

/// The terminal: the only user of ncurses. It shows surfaces, and waits for what happens.
///
/// It is a class because there is one, with a state outside the program; it belongs to the thread that
/// opened it.
public final class Terminal {
  /// How to open a terminal.
  public struct Options: Sendable {
    /// What roles look like.
    public var theme: Theme
    /// False for NO_COLOR.
    public var usesColour = true
    /// The value of COLORTERM: `truecolor` and `24bit` say that the terminal has 24 bits of colour.
    public var colourTerm = ""
    /// The most colours to use, fewer where the terminal has fewer.
    public var mostColours = ColourDepth.direct
    /// The most characters to use, fewer where the locale has fewer: `ascii` suits a font that lacks the
    /// rest.
    public var mostCharacters = Repertoire.unicode
    /// How long to wait after an Escape for the rest of a key's sequence.
    public var escapeDelay: Duration = .milliseconds(15)
    /// False to leave the mouse to the terminal, for those who select text with it.
    public var usesMouse = true
    /// Whether the title becomes `S` and the number of events taken when a frame is settled, for tests
    /// that drive the program from outside.
    public var marksFrames = false
    /// The value of TERM, for messages.
    public var name = ""
    /// What a fault says once the terminal is whole again, with `\n`.
    public var faultMessage = "The program stopped by a fault. What was saved is safe.\n"

    /// Makes options with a theme.
    public init(theme: Theme) { self.theme = theme }
  }

  /// Columns and rows.
  public private(set) var size: Size
  /// How many colours there are.
  public let depth: ColourDepth
  /// Which characters it can be given.
  public let repertoire: Repertoire
  /// Events given out so far.
  public private(set) var eventCount = 0

  private var options: Options
  private var painter: Painter
  private var squeezer: LookSqueezer
  private var frame: [UInt8] = []
  var decoder: InputDecoder
  var clicks = ClickCounter()
  private let bell: Int32
  /// Whether the terminal is of the family that knows modes by number.
  private let speaksXterm: Bool
  private var modes: TerminalModes
  private var marked = -1
  private var isOpen = true
  private var escapeDeadline: Int64?
  private var hasHungUp = false
  /// Whether the terminal can be told a column in the form that ``CursorKeeper`` uses.
  private let takesColumns: Bool
  /// Whether it takes every move of the cursor in the form that ``FrameSorter`` uses.
  private let takesPlaces: Bool
  /// Where the last frame left the cursor, and whether nothing else has written since.
  private var cursorPlace = Point(x: 0, y: 0)
  private var knowsPlace = false
  /// A frame up to so many bytes, as for one row down, is not worth sorting.
  private static let longFrame = 400

  /// Opens the terminal that is the program's input and output.
  ///
  /// - Throws: ``TerminalError`` where there is none, or none that can show a screen.
  public init(_ options: Options) throws(TerminalError) {
    guard nc_is_terminal() else { throw .notATerminal }
    let codeset = nc_locale().map { String(cString: $0) }
    repertoire = min(
      Repertoire(codeset: codeset), options.mostCharacters, Repertoire.most(on: options.name))
    var opened = nc_open(nil, options.usesColour)
    if opened == NC_UNKNOWN_TERM, TerminalFamily.speaksXterm(options.name) {
      opened = nc_open("xterm-256color", options.usesColour)
    }
    switch opened {
    case NC_OPEN: break
    case NC_CANNOT_ADDRESS: throw .tooSimple(options.name)
    default: throw .unknownTerminal(options.name)
    }
    self.options = options
    let said = options.usesColour ? ColourDepth(colours: Int(nc_colours())) : .none
    let usesSlots =
      said == .indexed && options.mostColours == .direct && TrueColour.isThere(options)
    depth = usesSlots ? .direct : min(said, options.mostColours)
    painter = Painter(
      inking: Inking(
        depth: depth, repertoire: repertoire, theme: options.theme,
        palette: .shown(on: options.name)),
      usesSlots: usesSlots)
    squeezer = LookSqueezer(endsSingly: depth != .none)
    decoder = InputDecoder(sequences: Self.sequences(), isLatin: repertoire == .latin1)
    takesColumns = repertoire == .unicode && Self.takes("hpa", Self.column)
    takesPlaces =
      Self.takes("cup", "\u{1B}[%i%p1%d;%p2%dH") && Self.takes("hpa", Self.column)
      && Self.takes("vpa", "\u{1B}[%i%p1%dd") && Self.takes("cuf", "\u{1B}[%p1%dC")
    // Only a terminal that says it has a mouse is of the family that knows these modes.
    speaksXterm = nc_string("kmous") != nil
    modes = TerminalModes(mouse: options.usesMouse)
    bell = nc_guard(
      speaksXterm ? modes.enter : "", speaksXterm ? modes.leave : "", options.faultMessage)
    size = Self.measure()
    nc_resize(Int32(size.width), Int32(size.height))
  }

  deinit { close() }

  /// Gives the terminal back. Doing it twice does no harm.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    nc_leave()
  }

  /// Takes the mouse, or leaves it to the terminal for someone who wants to select text with it.
  public var usesMouse: Bool {
    get { modes.mouse }
    set { change(to: TerminalModes(mouse: newValue, title: modes.title)) }
  }

  /// Takes other modes, also for the way out by whatever way.
  private func change(to wanted: TerminalModes) {
    guard isOpen, speaksXterm, wanted != modes else { return }
    // Taken on again as they are wanted: a second title would be put upon the first.
    send(modes.leave)
    modes = wanted
    _ = nc_guard(modes.enter, modes.leave, options.faultMessage)
  }

  /// Changes what roles look like; the next frame shows it.
  public func use(_ theme: Theme) {
    options.theme = theme
    painter.use(theme)
  }

  /// Shows a surface: only what differs from the last one is sent.
  public func show(_ surface: Surface) {
    guard isOpen else { return }
    painter.paint(surface, on: size)
    sendFrame(surface.cursor ?? Cursor(x: 0, y: size.height - 1, isVisible: false))
  }

  /// Shows one row over what is there, as while the rest can't be drawn: a surface of a single row, as
  /// wide as the screen.
  public func show(line: Surface, at row: Int) {
    guard isOpen else { return }
    painter.paint(line: line, at: row)
    sendFrame(Cursor(x: cursorPlace.x, y: cursorPlace.y, isVisible: false))
  }

  private func sendFrame(_ cursor: Cursor) {
    let x = min(max(0, cursor.point.x), max(0, size.width - 1))
    let y = min(max(0, cursor.point.y), max(0, size.height - 1))
    var count = 0
    let bytes = nc_update(Int32(y), Int32(x), cursor.isVisible, &count)
    frame.removeAll(keepingCapacity: true)
    if let slots = painter.slots { squeezer.meanings = slots.meanings }
    let written = UnsafeBufferPointer(start: bytes, count: count)
    var sorting = squeezer
    squeezer.squeeze(written, into: &frame)
    if takesColumns && painter.isRisky {
      var keeper = CursorKeeper(width: size.width, at: cursorPlace)
      frame = keeper.keep(frame)
    } else if takesPlaces, frame.count > Self.longFrame,
      let sorted = FrameSorter.sorted(
        written, from: knowsPlace ? cursorPlace : nil, on: size, squeezer: &sorting),
      sorted.count < frame.count
    {
      frame = sorted
      squeezer = sorting
    }
    cursorPlace = Point(x: x, y: y)
    knowsPlace = true
    if repertoire == .latin1 { frame = Repertoire.latinBytes(frame) }
    frame.withUnsafeBytes { nc_write($0.baseAddress, $0.count) }
  }

  /// Waits until something happens, and gives all that has: input is drained, up to 1,024 events.
  ///
  /// An empty answer means that the time was up. Without a time it waits without waking.
  public func wait(for descriptors: [Int32] = [], atMost limit: Duration? = nil) -> [Event] {
    guard isOpen else { return [.quit(0)] }
    let deadline = limit.map { nc_now() + $0.nanoseconds }
    var events: [Event] = []
    while true {
      collect(descriptors, waitingUntil: 0, into: &events)
      if !events.isEmpty { break }
      markFrame()
      let until = [deadline, escapeDeadline].compactMap { $0 }.min()
      collect(descriptors, waitingUntil: until, into: &events)
      if !events.isEmpty { break }
      if let deadline, nc_now() >= deadline { break }
    }
    for event in events {
      switch event {
      case .wake, .quit: break
      default: eventCount += 1
      }
    }
    return events
  }

  /// Whether the program was told to end, or the terminal is gone, which events will say only later: as
  /// when a program to which it was lent went down with the connection.
  public var isToldToEnd: Bool { nc_is_told_to_end() }

  /// Lends the terminal to something else, such as an editor, and takes it back afterwards.
  public func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    nc_lend()
    defer {
      nc_enter()
      repaint()
    }
    return try body()
  }

  /// Puts text on the clipboard of the machine at which the person sits (OSC 52), at most 74 KB of it:
  /// terminals refuse more. False where it is too long.
  ///
  /// tmux passes it on where its `set-clipboard` is `on`, or `allow-passthrough` is; GNU screen always.
  public func copy(_ text: String) -> Bool {
    guard let sequence = ClipboardText.sequence(text, on: options.name) else { return false }
    send(sequence)
    return true
  }

  /// Sets the title of the terminal's window, which has its own again at the end. Nothing personal
  /// belongs there. While frames are marked for a test the title is the mark's.
  public func setTitle(_ title: String) {
    guard !options.marksFrames else { return }
    let harmless = String(
      String.UnicodeScalarView(title.unicodeScalars.filter { !PlainText.isUnseen($0) }))
    change(to: TerminalModes(mouse: modes.mouse, title: harmless))
  }

  /// Rings the bell.
  public func ring() { nc_bell() }

  /// Paints everything again at the next frame, as after another program has written on the screen.
  public func repaint() {
    nc_repaint()
    painter.forget()
    squeezer.forget()
    knowsPlace = false
  }

  // MARK: Waiting

  private func collect(
    _ descriptors: [Int32], waitingUntil until: Int64?, into events: inout [Event]
  ) {
    var list = [
      pollfd(fd: hasHungUp ? -1 : 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: bell, events: Int16(POLLIN), revents: 0),
    ]
    for descriptor in descriptors {
      list.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    let wait: Int64 = until.map { max(0, $0 == 0 ? 0 : $0 - nc_now()) } ?? -1
    let ready = list.withUnsafeMutableBufferPointer {
      nc_poll($0.baseAddress, Int32($0.count), wait)
    }
    if ready > 0 {
      if list[1].revents != 0 { takeSignals(into: &events) }
      if list[0].revents != 0 { takeInput(into: &events) }
      for entry in list.dropFirst(2) where entry.revents != 0 { events.append(.wake(entry.fd)) }
    }
    if let deadline = escapeDeadline, nc_now() >= deadline {
      escapeDeadline = nil
      while let event = decoder.next(isFinal: true) { add(event, to: &events) }
    }
  }

  private func takeInput(into events: inout [Event]) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while events.count < 1024 {
      let count = nc_read(&bytes, bytes.count)
      guard count > 0 else {
        if count == 0 || nc_lost_terminal() {
          hasHungUp = true
          events.append(.quit(1))
        }
        break
      }
      decoder.feed(bytes[0..<count])
      while let event = decoder.next(isFinal: false) { add(event, to: &events) }
      if !nc_has_input() { break }
    }
    escapeDeadline = decoder.waitsForMore ? nc_now() + options.escapeDelay.nanoseconds : nil
  }

  private func add(_ event: Event, to events: inout [Event]) {
    guard case .mouse(var mouse) = event else {
      events.append(event)
      return
    }
    mouse.clicks = clicks.count(mouse, at: nc_now())
    events.append(.mouse(mouse))
  }

  private func takeSignals(into events: inout [Event]) {
    var bytes = [UInt8](repeating: 0, count: 64)
    var count = nc_read_bell(&bytes, bytes.count)
    var anew = false
    while count > 0 {
      for byte in bytes[0..<count] {
        switch nc_signal_kind(Int32(byte)) {
        case NC_SIGNAL_SIZE: break
        case NC_SIGNAL_STOP:
          nc_stop()
          anew = true
        case NC_SIGNAL_CONTINUE:
          nc_enter()
          anew = true
        default: events.append(.quit(Int32(byte)))
        }
      }
      count = nc_read_bell(&bytes, bytes.count)
    }
    let now = Self.measure()
    if anew || now != size {
      size = now
      nc_resize(Int32(size.width), Int32(size.height))
      repaint()
      events.append(.resize(size))
    }
  }

  private func markFrame() {
    guard options.marksFrames, marked != eventCount, !decoder.waitsForMore else { return }
    marked = eventCount
    send("\u{1B}]2;S\(eventCount)\u{07}")
  }

  private func send(_ text: String) {
    guard isOpen else { return }
    var text = text
    text.withUTF8 { nc_write($0.baseAddress, $0.count) }
  }

  /// How a terminal's description says that it takes columns.
  private static let column = "\u{1B}[%i%p1%dG"

  /// Whether this terminal's description has a capability in a form.
  private static func takes(_ name: String, _ form: String) -> Bool {
    nc_string(name).map { String(cString: $0) } == form
  }

  private static func measure() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    nc_size(&columns, &rows)
    return Size(width: Int(columns), height: Int(rows))
  }

  /// What this terminal says its keys send, beyond what all of them do.
  private static func sequences() -> [InputDecoder.Sequence] {
    let names: [(String, Key.Code)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kent", .enter), ("kf1", .function(1)), ("kf2", .function(2)),
      ("kf3", .function(3)), ("kf4", .function(4)), ("kf5", .function(5)), ("kf6", .function(6)),
      ("kf7", .function(7)), ("kf8", .function(8)), ("kf9", .function(9)),
      ("kf10", .function(10)), ("kf11", .function(11)), ("kf12", .function(12)),
    ]
    return names.compactMap { name, code in
      guard let text = nc_string(name) else { return nil }
      let bytes = Array(String(cString: text).utf8)
      guard bytes.count > 1, bytes[0] == 0x1B else { return nil }
      return InputDecoder.Sequence(bytes: bytes, key: Key(code))
    }
  }
}

extension Duration {
  /// Nanoseconds, at most what 64 bits hold.
  fileprivate var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? Int64.max / 4 : min(product + attoseconds / 1_000_000_000, Int64.max / 4)
  }
}
