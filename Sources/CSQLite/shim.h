#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H
#include <sqlite3.h>
#include <sys/vfs.h>

// sqlite3_config takes any number of arguments, which Swift cannot give. It must come before the first
// connection; after that it is refused, which does no harm.
static inline void csqlite_leave_statistics(void) {
  (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// The kind of file system that holds a file, which Swift's module of the C library leaves out; 0 where it
// can't be told.
static inline long csqlite_file_system(const char *path) {
  struct statfs facts;
  return statfs(path, &facts) == 0 ? (long)facts.f_type : 0;
}
#endif
