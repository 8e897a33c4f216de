import CNcurses

/// Keeps what is in memory, people's names among it, out of the file that a crash would leave behind.
public enum PrivateMemory {
  /// From now on no such file is made, neither of this program nor of one that it starts.
  public static func keep() { nc_keep_memory_private() }
}
