import Dashboard
import TerminalUI

/// The files that `sixthday config` gives a person to start from.
enum ConfigText {
  /// Every command with its keys and what it does, as a keymap file whose lines are comments.
  static func keys(_ table: KeyTable<DashboardCommand>) -> String {
    """
    # The keys of Sixthday. Take the # and the blank off a line and change its keys; sixthday config
    # check says what is wrong with it. "board.zoom = z, ctrl+w z" gives a command these keys and no
    # others, "board.zoom += Z" one more, "unbind board.zoom" none. A name says where the keys hold.

    """ + table.keyMapText(in: DashboardKeys.contexts)
  }
}
