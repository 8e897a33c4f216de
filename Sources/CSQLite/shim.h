#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H
#include <sqlite3.h>

// sqlite3_config takes any number of arguments, which Swift cannot give. It must come before the first
// connection; after that it is refused, which does no harm.
static inline void csqlite_leave_statistics(void) {
  (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
#endif
