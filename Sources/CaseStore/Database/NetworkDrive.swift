import CSQLite

/// Drives that several machines have at once, told by the system's number of their kind.
enum NetworkDrive {
  /// NFS, SMB, CIFS, SMB 2, AFS, 9P, Ceph.
  private static let kinds: Set<UInt32> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x0102_1997, 0x00C3_6400,
  ]

  /// Whether a file system of this kind may be mounted by several machines.
  static func isOne(kind: UInt32) -> Bool { kinds.contains(kind) }

  /// Whether a file lies on one; false where that can't be told.
  static func holds(_ path: String) -> Bool {
    isOne(kind: UInt32(truncatingIfNeeded: csqlite_file_system(path)))
  }
}

extension Caseload {
  /// Whether the file lies on a drive that other machines may have too.
  ///
  /// Programs of one machine see each other's log and take turns. Those of two machines don't, and would
  /// damage the file.
  public var isOnNetworkDrive: Bool { NetworkDrive.holds(path) }
}
