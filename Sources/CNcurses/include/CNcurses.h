// The part of ncursesw that the toolkit uses, as plain functions on plain values.
//
// It is an ordinary C target and its header never includes ncurses.h, so that Swift sees no macros it
// cannot import and no C globals, and so that the signal handlers can be C: only C can be sure that it
// does nothing in a handler but what POSIX allows there.
#ifndef CNCURSES_H
#define CNCURSES_H
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>

#define NC_BOLD 1
#define NC_UNDERLINE 2
#define NC_REVERSE 4
#define NC_DIM 8
#define NC_ITALIC 16

#define NC_OPEN 0
#define NC_UNKNOWN_TERM 1
#define NC_CANNOT_ADDRESS 2

// A cell to paint. `glyph`: 21 bits of scalar (0: the right half of a wide character), and above them an
// index into a table of marks, 4 scalars an entry, 0 for none.
typedef struct {
  uint32_t glyph;
  uint16_t pair;
  uint16_t attributes;
} nc_cell;

// Columns that the C library gives a scalar: 0 for a combining one, -1 where it knows none.
int nc_width(uint32_t scalar);
// Sets the locale to one of UTF-8. The name of the character set that the environment asks for; NULL where
// it asks for none.
const char *nc_locale(void);

// `terminal`: the description to use, NULL for that of TERM.
int nc_open(const char *terminal, bool colour);
int nc_colours(void);
int nc_pair(int pair, int foreground, int background);
void nc_size(int *columns, int *rows);
void nc_resize(int columns, int rows);
void nc_put(int y, int x, const nc_cell *cells, int count, const uint32_t *marks);
void nc_repaint(void);
// Has ncurses write the next frame, and gives what it wrote instead of sending it, until the next call.
const uint8_t *nc_update(int y, int x, bool visible, long *count);
void nc_bell(void);
// A terminfo string, or NULL.
const char *nc_string(const char *name);
// Whether terminfo has a capability of this name that is set, by its own list or by extension.
bool nc_has(const char *name);
void nc_write(const void *bytes, long count);
bool nc_is_terminal(void);
bool nc_has_input(void);
// Whether the last read failed because the terminal is gone.
bool nc_lost_terminal(void);

// Signals. The descriptor gets a byte for each: the number of the signal.
int nc_guard(const char *enter, const char *leave, const char *message);
// From now on a crash leaves no file of what was in memory.
void nc_keep_memory_private(void);
long nc_read_bell(uint8_t *bytes, long count);
#define NC_SIGNAL_END 0
#define NC_SIGNAL_SIZE 1
#define NC_SIGNAL_STOP 2
#define NC_SIGNAL_CONTINUE 3
int nc_signal_kind(int signal_number);
// Whether a signal to end has come, or the terminal is gone, and the events do not say so yet.
bool nc_is_told_to_end(void);
void nc_stop(void);
// Leaves the screen: the shell's modes, cursor and screen are back. nc_enter takes it again.
void nc_leave(void);
// Leaves the screen to a child: Ctrl-C is for it alone.
void nc_lend(void);
void nc_enter(void);
// ppoll without a signal mask. nanoseconds < 0: for ever. Returns what ppoll does.
int nc_poll(struct pollfd *list, int count, int64_t nanoseconds);
int64_t nc_now(void);
long nc_read(uint8_t *bytes, long count);
#endif
