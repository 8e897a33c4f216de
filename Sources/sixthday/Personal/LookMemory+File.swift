import Dashboard

extension LookMemory {
  /// The memory that is a file in the person's folder of states; one that forgets where there is none.
  ///
  /// A folder that cannot be made, a full disk or a file that is no file leave the program as it was.
  init(_ folders: PersonalFolders) {
    guard let folder = folders.state, let file = folders.look else {
      self.init()
      return
    }
    self.init(
      read: { (try? TextFile.read(file)) ?? nil },
      write: { bytes in
        try? TextFile.makeFolder(folder)
        try? TextFile.write(bytes, to: file)
      })
  }
}
