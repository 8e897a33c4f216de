// The terminal always comes back: after a fault, a signal, a stop, or an orderly end.
#include <fcntl.h>
#include <ncurses.h>
#include <poll.h>
#include <time.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include "screen.h"

static struct {
  struct termios shell;
  bool saved;
  volatile sig_atomic_t up;    // the screen is ours
  volatile sig_atomic_t lent;  // a child has the terminal
  volatile sig_atomic_t asked; // a signal to end has come and was not yet taken
  volatile time_t asked_at;    // when, by the clock that is never set
  int bell[2];                 // the self-pipe: a byte for each signal
  int terminal;                // the screen, whatever STDOUT_FILENO is at the moment
  int held, real;              // what was written to stderr meanwhile, and the stderr it was meant for
  char enter[256], rest[512], leave[704], message[256];
  char wipe[64]; // clears a screen that is the shell's too; empty where it gets its own back
} guard = {.bell = {-1, -1}, .held = -1, .real = -1, .terminal = STDOUT_FILENO};

static void say(int descriptor, const char *text) {
  size_t length = strlen(text);
  while (length > 0) {
    ssize_t wrote = write(descriptor, text, length);
    if (wrote <= 0) return;
    text += wrote;
    length -= (size_t)wrote;
  }
}

// Writes what was held back from stderr to it, at most 64 KiB. Only calls that a handler may make.
static void release_stderr(void) {
  if (guard.real < 0) return;
  dup2(guard.real, STDERR_FILENO);
  char bytes[4096];
  off_t at = 0;
  for (int i = 0; i < 16; i++) {
    ssize_t got = pread(guard.held, bytes, sizeof bytes, at);
    if (got <= 0) break;
    if (write(guard.real, bytes, (size_t)got) < 0) break;
    at += got;
  }
  if (at > 0 && ftruncate(guard.held, 0) == 0) lseek(guard.held, 0, SEEK_SET);
}

static void hold_stderr(void) {
  if (guard.real < 0) {
    if (!isatty(STDERR_FILENO)) return; // sent elsewhere already, where it disturbs nobody
    guard.held = memfd_create("held", MFD_CLOEXEC);
    if (guard.held < 0) return;
    guard.real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (guard.real < 0) return;
  }
  dup2(guard.held, STDERR_FILENO);
}

// The way out for a handler: no ncurses, no allocation, no locks.
static void restore_at_once(void) {
  if (!guard.up) return;
  guard.up = 0;
  say(guard.terminal, guard.leave);
  if (guard.saved) tcsetattr(STDIN_FILENO, TCSANOW, &guard.shell);
  release_stderr();
}

static void die_of(int signal_number) {
  signal(signal_number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  raise(signal_number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + signal_number);
}

static void on_fault(int signal_number) {
  bool was_up = guard.up;
  restore_at_once();
  if (was_up) say(STDERR_FILENO, guard.message);
  die_of(signal_number);
}

static void on_signal(int signal_number) {
  int kept = errno;
  bool ends = signal_number != SIGTSTP && signal_number != SIGCONT && signal_number != SIGWINCH;
  if (guard.lent && (signal_number == SIGINT || signal_number == SIGQUIT)) return;
  // A lost connection is told by the kernel, by the shell, and again when the shell ends: that is once.
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (signal_number == SIGHUP && guard.asked && (guard.lent || now.tv_sec - guard.asked_at < 2)) {
    errno = kept;
    return;
  }
  // Asked twice: the program is not listening. While an editor has the terminal it hears later, once what
  // was written there is taken back.
  if (ends && (guard.asked || (!guard.up && !guard.lent))) {
    restore_at_once();
    die_of(signal_number);
  }
  if (ends) {
    guard.asked = 1;
    guard.asked_at = now.tv_sec;
  }
  if (signal_number == SIGCONT && !guard.up) return; // nc_stop is already coming back
  unsigned char byte = (unsigned char)signal_number;
  if (write(guard.bell[1], &byte, 1) < 0) errno = 0; // a full pipe already says: look
  errno = kept;
}

static void catch(int signal_number, void (*handler)(int), int flags) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

int guard_terminal(void) { return guard.terminal; }

// A crash leaves no file of what was in memory: names would be in it. An editor inherits that.
void nc_keep_memory_private(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

// Before ncurses: it leaves alone the handlers that it finds.
void guard_prepare(void) {
  guard.saved = tcgetattr(STDIN_FILENO, &guard.shell) == 0;
  if (guard.terminal == STDOUT_FILENO) {
    int own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (own >= 0) guard.terminal = own;
  }
  if (guard.bell[0] < 0 && pipe2(guard.bell, O_CLOEXEC | O_NONBLOCK) != 0) return;
  static char stack[64 * 1024];
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  // The runtime's own handlers would start a backtracer that waits for a key on a raw screen.
  static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS};
  for (int i = 0; i < 7; i++) catch(faults[i], on_fault, SA_ONSTACK | SA_NODEFER);
  // Four that nobody sends meaning well would end the program as it stands, with the terminal raw.
  static const int told[] = {SIGTERM, SIGHUP,  SIGINT,   SIGQUIT, SIGTSTP, SIGCONT,
                             SIGWINCH, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU};
  sigset_t open;
  sigemptyset(&open);
  for (int i = 0; i < (int)(sizeof told / sizeof *told); i++) {
    sigaddset(&open, told[i]); // whoever started us may have them blocked
    struct sigaction before;
    bool ignored = sigaction(told[i], NULL, &before) == 0 && before.sa_handler == SIG_IGN;
    if (ignored && told[i] == SIGHUP) continue; // nohup
    catch(told[i], on_signal, SA_RESTART | SA_ONSTACK);
  }
  sigprocmask(SIG_UNBLOCK, &open, NULL);
}

// cbreak leaves the driver a few keys that a program wants: ^S, ^Q, ^V, ^O, and ^C, which would end it in
// the middle of a word. ^\ and ^Z stay the driver's own.
void guard_program_modes(void) {
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) != 0) return;
  modes.c_iflag &= (tcflag_t) ~(IXON | ICRNL | INLCR);
  modes.c_lflag &= (tcflag_t)~IEXTEN;
  modes.c_cc[VINTR] = _POSIX_VDISABLE;
  tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

static void append(char *target, size_t room, const char *text) {
  size_t length = strlen(target);
  if (text && length + strlen(text) < room) strcpy(target + length, text);
}

// terminfo strings may hold delays, $<5>, which only tputs understands and no terminal needs now.
static void append_without_delays(char *target, size_t room, const char *text) {
  char plain[128];
  size_t used = 0;
  for (; text && *text && used < sizeof plain - 1; text++) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end;
        continue;
      }
    }
    plain[used++] = *text;
  }
  plain[used] = 0;
  append(target, room, plain);
}

int nc_guard(const char *enter, const char *rest, const char *message) {
  guard.enter[0] = guard.rest[0] = guard.leave[0] = guard.message[0] = 0;
  append_without_delays(guard.enter, sizeof guard.enter, nc_string("smkx"));
  append(guard.enter, sizeof guard.enter, enter);
  append_without_delays(guard.rest, sizeof guard.rest, nc_string("rmkx"));
  append(guard.rest, sizeof guard.rest, rest);
  // ncurses takes the look to be plain between frames, but the last one may have left another.
  append_without_delays(guard.rest, sizeof guard.rest, nc_string("sgr0"));
  append_without_delays(guard.rest, sizeof guard.rest, nc_string("op"));
  append(guard.leave, sizeof guard.leave, guard.rest);
  static const char *const last[] = {"cnorm", "rmcup"};
  for (int i = 0; i < 2; i++)
    append_without_delays(guard.leave, sizeof guard.leave, nc_string(last[i]));
  // Where the shell's screen does not come back, ours would stay, with the names on it.
  guard.wipe[0] = 0;
  if (!nc_string("rmcup")) append_without_delays(guard.wipe, sizeof guard.wipe, nc_string("clear"));
  append(guard.leave, sizeof guard.leave, guard.wipe);
  append(guard.leave, sizeof guard.leave, "\r");
  append(guard.message, sizeof guard.message, message);
  guard.up = 1;
  hold_stderr();
  say(guard.terminal, guard.enter);
  return guard.bell[0];
}

void nc_enter(void) {
  hold_stderr();
  reset_prog_mode();
  nc_repaint();
  if (guard.lent) catch(SIGTSTP, on_signal, SA_RESTART | SA_ONSTACK);
  guard.up = 1;
  guard.lent = 0;
  say(guard.terminal, guard.enter);
}

// Leaves the screen so that something else can use the terminal. nc_enter takes it back.
void nc_leave(void) {
  if (!guard.up) return;
  say(guard.terminal, guard.rest);
  endwin();
  fflush(stdout);
  say(guard.terminal, guard.wipe);
  if (guard.saved) tcsetattr(STDIN_FILENO, TCSADRAIN, &guard.shell);
  guard.up = 0;
  release_stderr();
}

void nc_lend(void) {
  guard.lent = 1;
  nc_leave();
  signal(SIGTSTP, SIG_DFL); // an editor that is stopped stops its whole group, and is woken with it
}

long nc_read_bell(uint8_t *bytes, long count) { return read(guard.bell[0], bytes, (size_t)count); }

bool nc_is_told_to_end(void) {
  if (guard.asked) return true;
  struct pollfd terminal = {.fd = STDIN_FILENO, .events = 0};
  return poll(&terminal, 1, 0) > 0 && (terminal.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

int nc_signal_kind(int signal_number) {
  switch (signal_number) {
  case SIGWINCH: return NC_SIGNAL_SIZE;
  case SIGTSTP: return NC_SIGNAL_STOP;
  case SIGCONT: return NC_SIGNAL_CONTINUE;
  default: return NC_SIGNAL_END;
  }
}

// Stops the program as Ctrl-Z should, and comes back when it is continued.
void nc_stop(void) {
  // A session leader has no shell to come back from.
  if (getsid(0) == getpid()) return;
  nc_leave();
  signal(SIGTSTP, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(SIGTSTP); // by default, not SIGSTOP: the kernel refuses it where nobody could continue us
  catch(SIGTSTP, on_signal, SA_RESTART | SA_ONSTACK);
  nc_enter();
}
