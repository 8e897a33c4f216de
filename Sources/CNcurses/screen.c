#include "screen.h"

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

extern int tigetflag(const char *);
extern int tigetnum(const char *);
extern char *tigetstr(const char *); // <term.h> would bring macros named `lines` and `columns`

// wcwidth answers by the locale; a width asked for before the terminal is open, as in a test, must be
// the same as after.
static void prepare_widths(void) {
  if (MB_CUR_MAX < 4) setlocale(LC_CTYPE, "C.UTF-8");
}

int nc_width(uint32_t scalar) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, prepare_widths);
  return wcwidth((wchar_t)scalar);
}

static const char *wanted_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

const char *nc_locale(void) {
  static char codeset[64];
  const char *wanted = wanted_locale();
  if (setlocale(LC_CTYPE, "")) {
    snprintf(codeset, sizeof codeset, "%s", nl_langinfo(CODESET));
  } else {
    // This machine has not generated it; its name still says what the terminal can show.
    const char *dot = strchr(wanted, '.');
    snprintf(codeset, sizeof codeset, "%s", dot ? dot + 1 : wanted);
    codeset[strcspn(codeset, "@")] = 0;
  }
  // ncurses always speaks UTF-8, whatever becomes of it on its way out.
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  return *wanted ? codeset : NULL;
}

// No screen has more cells in a line, or more lines: a terminal that says so has miscounted.
enum { most = 1000 };

static int at_most(int cells) { return cells > most ? most : cells; }

int nc_open(const char *terminal, bool colour) {
  guard_prepare();
  set_escdelay(25);
  use_env(FALSE); // LINES and COLUMNS that a shell has exported are stale after the first resize
  struct winsize told = {0};
  bool lies = ioctl(STDOUT_FILENO, TIOCGWINSZ, &told) == 0 && (told.ws_col > most || told.ws_row > most);
  use_tioctl(!lies);
  if (!newterm(terminal, stdout, stdin)) return NC_UNKNOWN_TERM;
  if (!nc_string("cup") || !nc_string("clear")) {
    endwin();
    return NC_CANNOT_ADDRESS;
  }
  cbreak();
  noecho();
  nonl();
  typeahead(-1); // a frame is painted whole even when more keys wait: the input was drained before it
  leaveok(stdscr, FALSE);
  curs_set(0);
  guard_program_modes();
  def_prog_mode();
  if (colour && has_colors()) {
    start_color();
    use_default_colors();
  }
  return NC_OPEN;
}

int nc_colours(void) { return has_colors() ? COLORS : 0; }

int nc_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

void nc_size(int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    *columns = at_most(size.ws_col);
    *rows = at_most(size.ws_row);
  } else {
    *columns = COLS > 0 ? COLS : 80;
    *rows = LINES > 0 ? LINES : 24;
  }
}

void nc_resize(int columns, int rows) {
  if (columns != COLS || rows != LINES) resize_term(rows, columns);
}

static attr_t attributes_of(uint16_t bits) {
  attr_t result = A_NORMAL;
  if (bits & NC_BOLD) result |= A_BOLD;
  if (bits & NC_UNDERLINE) result |= A_UNDERLINE;
  if (bits & NC_REVERSE) result |= A_REVERSE;
  if (bits & NC_DIM) result |= A_DIM;
  if (bits & NC_ITALIC) result |= A_ITALIC;
  return result;
}

void nc_put(int y, int x, const nc_cell *cells, int count, const uint32_t *marks) {
  enum { chunk = 256 };
  cchar_t line[chunk];
  cchar_t last;
  uint32_t last_ink = UINT32_MAX;
  int start = x, used = 0;
  for (int i = 0; i < count; i++) {
    uint32_t scalar = cells[i].glyph & 0x1FFFFF, mark = cells[i].glyph >> 21;
    if (scalar == 0) continue; // ncurses makes the right half itself
    uint32_t ink = (uint32_t)cells[i].pair << 16 | cells[i].attributes;
    if (used == chunk) {
      mvwadd_wchnstr(stdscr, y, start, line, used);
      start = x + i;
      used = 0;
    }
    if (mark == 0 && ink == last_ink) {
      line[used] = last;
      line[used].chars[0] = (wchar_t)scalar;
    } else {
      wchar_t text[6] = {(wchar_t)scalar, 0};
      for (int k = 0; mark && k < 4; k++) text[k + 1] = (wchar_t)marks[(mark - 1) * 4 + k];
      int pair = cells[i].pair;
      if (setcchar(&line[used], text, attributes_of(cells[i].attributes),
                   (short)(pair > 32767 ? 32767 : pair), &pair) == ERR) {
        text[0] = L'?';
        text[1] = 0;
        setcchar(&line[used], text, A_NORMAL, 0, NULL);
      }
      if (mark == 0) {
        last = line[used];
        last_ink = ink;
      }
    }
    used++;
  }
  if (used > 0) mvwadd_wchnstr(stdscr, y, start, line, used);
}

void nc_repaint(void) { clearok(curscr, TRUE); }

// ncurses writes to a descriptor, by pieces. For the time of a frame that descriptor is a file in memory,
// so that the frame can be shortened and goes out in one write. Handlers have a descriptor of their own.
const uint8_t *nc_update(int y, int x, bool visible, long *count) {
  static bool shown = false;
  static int frame = -1;
  static uint8_t *bytes = NULL;
  static size_t room = 0;
  *count = 0;
  if (frame < 0) frame = memfd_create("frame", MFD_CLOEXEC);
  fflush(stdout);
  bool held = frame >= 0 && dup2(frame, STDOUT_FILENO) >= 0;
  if (shown) curs_set(0); // no cursor darts about while cells change
  wmove(stdscr, y, x);
  wnoutrefresh(stdscr);
  doupdate();
  if (visible) curs_set(1);
  shown = visible;
  fflush(stdout);
  if (!held) return bytes;
  off_t length = lseek(frame, 0, SEEK_CUR);
  dup2(guard_terminal(), STDOUT_FILENO);
  if (length > (off_t)room) {
    free(bytes);
    bytes = malloc((size_t)length);
    room = bytes ? (size_t)length : 0;
  }
  if (length > 0 && bytes) {
    ssize_t got = pread(frame, bytes, (size_t)length, 0);
    if (got > 0) *count = got;
  }
  lseek(frame, 0, SEEK_SET);
  return bytes;
}

void nc_bell(void) {
  beep();
  fflush(stdout);
}

const char *nc_string(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (const char *)-1 || !*value ? NULL : value;
}

bool nc_has(const char *name) {
  return tigetflag(name) > 0 || tigetnum(name) > 0 || nc_string(name) != NULL;
}

void nc_write(const void *from, long count) {
  const uint8_t *bytes = from;
  while (count > 0) {
    ssize_t wrote = write(STDOUT_FILENO, bytes, (size_t)count);
    if (wrote <= 0) {
      if (wrote < 0 && errno == EINTR) continue;
      return;
    }
    bytes += wrote;
    count -= wrote;
  }
}

int nc_poll(struct pollfd *list, int count, int64_t nanoseconds) {
  struct timespec limit = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  return ppoll(list, (nfds_t)count, nanoseconds < 0 ? NULL : &limit, NULL);
}

int64_t nc_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

long nc_read(uint8_t *bytes, long count) { return read(STDIN_FILENO, bytes, (size_t)count); }

bool nc_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

bool nc_has_input(void) {
  struct pollfd one = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&one, 1, 0) > 0 && (one.revents & POLLIN);
}

bool nc_lost_terminal(void) { return errno != EINTR && errno != EAGAIN; }
