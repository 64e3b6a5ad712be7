#ifndef IVR_CNCURSES_SHIM_H
#define IVR_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncursesw/curses.h>

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// ---- what Swift cannot import: globals, macros with casts, two declarations ----

// <term.h> would bring hundreds of short macros along.
extern int setupterm(const char *type, int descriptor, int *error);
extern int wcwidth(wchar_t character);

static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }
static inline int cn_rows(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }
static inline int cn_colors(void) { return COLORS; }

static const attr_t CN_BOLD = A_BOLD;
static const attr_t CN_DIM = A_DIM;
static const attr_t CN_UNDERLINE = A_UNDERLINE;
static const attr_t CN_REVERSE = A_REVERSE;

static inline int cn_locale_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// A string capability of the terminal that setupterm found, or NULL.
static inline const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// Bytes that wait to be read; -1 when the descriptor cannot tell.
static inline int cn_waiting_bytes(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}

static inline int cn_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return *rows > 0 && *columns > 0;
}

// ---- signals: what runs inside a handler is C and calls async-signal-safe functions only ----
//
// The state is static, so every object file that uses it would get its own: all functions named
// cn_guard_... are for TerminalGuard.swift alone.

enum { CN_GUARD_CRASHES = 8, CN_GUARD_REQUESTS = 11, CN_GUARD_ERRORS = 2 };

struct cn_guard_state {
  int descriptor;             // the terminal
  int wake;                   // a pipe's end to write to, or -1
  int has_modes;
  struct termios modes;       // as they were found
  char bytes[512];            // what brings the screen back
  size_t length;
  char note[1024];            // the crash note's path, or empty
  volatile sig_atomic_t armed;
  volatile sig_atomic_t dying;
  volatile sig_atomic_t requested;
  volatile sig_atomic_t suspend;
  int installed;
  int registered;
  struct sigaction crashes[CN_GUARD_CRASHES];
  struct sigaction requests[CN_GUARD_REQUESTS];
  struct sigaction errors[CN_GUARD_ERRORS];
  struct sigaction alarm, stop, resize;
  char stack[65536];          // a stack overflow leaves no other to run on
};

// The initializer matters: Swift emits no tentative definition.
static struct cn_guard_state cn_guard = {0};

static const int cn_guard_crashes[CN_GUARD_CRASHES] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV,
                                                       SIGBUS,  SIGFPE,  SIGQUIT, SIGSYS};
static const int cn_guard_requests[CN_GUARD_REQUESTS] = {
    SIGTERM,   SIGHUP,  SIGINT, SIGUSR1, SIGUSR2,  SIGXCPU,
    SIGVTALRM, SIGPROF, SIGIO,  SIGPWR,  SIGSTKFLT};
// A reader that went away or a file too large is an error of the write: no reason to end.
static const int cn_guard_errors[CN_GUARD_ERRORS] = {SIGPIPE, SIGXFSZ};

// Writes all, or gives up after a bounded number of tries.
static inline void cn_guard_write(int descriptor, const char *bytes, size_t length) {
  for (int tries = 0; length > 0 && tries < 50; tries++) {
    ssize_t written = write(descriptor, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct timespec moment = {0, 10000000};
      nanosleep(&moment, NULL);
    } else if (written < 0 && errno != EINTR) {
      return;
    }
  }
}

static inline void cn_guard_text(int descriptor, const char *text) {
  cn_guard_write(descriptor, text, strlen(text));
}

// Each step runs whether or not the one before it worked.
static inline void cn_guard_restore(void) {
  if (!cn_guard.armed) return;
  cn_guard.armed = 0;
  cn_guard_write(cn_guard.descriptor, cn_guard.bytes, cn_guard.length);
  tcflush(cn_guard.descriptor, TCIFLUSH);
  if (cn_guard.has_modes) tcsetattr(cn_guard.descriptor, TCSANOW, &cn_guard.modes);
}

static inline const char *cn_guard_crash_name(int signal) {
  switch (signal) {
    case SIGILL: return "ivr-tui crashed: signal SIGILL (a trap in the program)\n";
    case SIGTRAP: return "ivr-tui crashed: signal SIGTRAP (a trap in the program)\n";
    case SIGABRT: return "ivr-tui crashed: signal SIGABRT (it gave up)\n";
    case SIGSEGV: return "ivr-tui crashed: signal SIGSEGV (wrong memory, or stack overflow)\n";
    case SIGBUS: return "ivr-tui crashed: signal SIGBUS (wrong memory)\n";
    case SIGFPE: return "ivr-tui crashed: signal SIGFPE (arithmetic)\n";
    case SIGSYS: return "ivr-tui crashed: signal SIGSYS (a forbidden system call)\n";
    default: return NULL;
  }
}

static inline void cn_guard_report(int signal) {
  const char *sentence = cn_guard_crash_name(signal);
  if (!sentence) return;
  cn_guard_text(STDERR_FILENO, sentence);
  if (!cn_guard.note[0]) return;
  int note = open(cn_guard.note, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (note < 0) return;
  cn_guard_text(note, sentence);
  close(note);
  cn_guard_text(STDERR_FILENO, "A note is in ");
  cn_guard_text(STDERR_FILENO, cn_guard.note);
  cn_guard_text(STDERR_FILENO, "\n");
}

// Ends the process by the signal, as if there had been no handler.
static inline void cn_guard_end(int number) {
  sigset_t only;
  signal(number, SIG_DFL);
  raise(number);
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + number);
}

static inline void cn_guard_die(int number) {
  if (!cn_guard.dying) {
    cn_guard.dying = 1;
    cn_guard_restore();
    cn_guard_report(number);
  }
  cn_guard_end(number);
}

static inline void cn_guard_wake(void) {
  if (cn_guard.wake >= 0 && write(cn_guard.wake, "", 1) < 0) return;
}

// The first request lets the program end by itself; a second, or three seconds, ends it here.
static inline void cn_guard_on_request(int number) {
  int error = errno;
  if (cn_guard.wake < 0 || cn_guard.requested) cn_guard_die(number);
  cn_guard.requested = number;
  cn_guard_wake();
  alarm(3);
  errno = error;
}

static inline void cn_guard_on_alarm(int number) {
  cn_guard_die(cn_guard.requested ? (int)cn_guard.requested : number);
}

static inline void cn_guard_on_stop(int number) {
  int error = errno;
  (void)number;
  cn_guard.suspend = 1;
  cn_guard_wake();
  errno = error;
}

// curses' own handler only sets a flag; poll would not see it when it comes just before the wait.
static inline void cn_guard_on_resize(int number) {
  int error = errno;
  void (*curses)(int) = cn_guard.resize.sa_handler;
  if (curses != SIG_DFL && curses != SIG_IGN) curses(number);
  cn_guard_wake();
  errno = error;
}

static inline void cn_guard_catch(int number, void (*handler)(int), int flags,
                                  struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  // All signals wait, SIGTTOU above all: tcsetattr from the background must not stop us.
  sigfillset(&action.sa_mask);
  sigaction(number, NULL, before);
  // What nohup or a shell chose to ignore stays ignored.
  int is_request = handler == cn_guard_on_request || handler == cn_guard_on_stop;
  if (is_request && before->sa_handler == SIG_IGN) return;
  sigaction(number, &action, NULL);
}

// Remembers the terminal's modes and what restores it; handlers come with cn_guard_install.
static inline void cn_guard_prepare(int descriptor, int wake, const char *note) {
  cn_guard.descriptor = descriptor;
  cn_guard.wake = wake;
  cn_guard.length = 0;
  cn_guard.note[0] = 0;
  cn_guard.dying = cn_guard.requested = cn_guard.suspend = 0;
  if (note && strlen(note) < sizeof cn_guard.note) strcpy(cn_guard.note, note);
  cn_guard.has_modes = tcgetattr(descriptor, &cn_guard.modes) == 0;
}

// Adds bytes to what restores the screen, without terminfo's padding marks.
static inline void cn_guard_add_bytes(const char *bytes) {
  while (bytes && *bytes && cn_guard.length < sizeof cn_guard.bytes) {
    const char *end = bytes[0] == '$' && bytes[1] == '<' ? strchr(bytes, '>') : NULL;
    if (end) bytes = end + 1;
    else cn_guard.bytes[cn_guard.length++] = *bytes++;
  }
}

static inline void cn_guard_install(void) {
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = cn_guard.stack;
  stack.ss_size = sizeof cn_guard.stack;
  sigaltstack(&stack, NULL);
  for (int i = 0; i < CN_GUARD_CRASHES; i++)
    cn_guard_catch(cn_guard_crashes[i], cn_guard_die, SA_ONSTACK, &cn_guard.crashes[i]);
  for (int i = 0; i < CN_GUARD_REQUESTS; i++)
    cn_guard_catch(cn_guard_requests[i], cn_guard_on_request, SA_ONSTACK, &cn_guard.requests[i]);
  cn_guard_catch(SIGALRM, cn_guard_on_alarm, SA_ONSTACK, &cn_guard.alarm);
  for (int i = 0; i < CN_GUARD_ERRORS; i++)
    cn_guard_catch(cn_guard_errors[i], SIG_IGN, 0, &cn_guard.errors[i]);
  if (!cn_guard.registered) cn_guard.registered = atexit(cn_guard_restore) == 0;
  cn_guard.installed = 1;
  cn_guard.armed = 1;
}

// After newterm, which installs handlers of its own for these two.
static inline void cn_guard_install_over_curses(void) {
  cn_guard_catch(SIGTSTP, cn_guard_on_stop, SA_ONSTACK | SA_RESTART, &cn_guard.stop);
  cn_guard_catch(SIGWINCH, cn_guard_on_resize, SA_ONSTACK | SA_RESTART, &cn_guard.resize);
}

static inline void cn_guard_uninstall(void) {
  if (!cn_guard.installed) return;
  cn_guard.installed = 0;
  cn_guard.armed = 0;
  alarm(0);
  for (int i = 0; i < CN_GUARD_CRASHES; i++)
    sigaction(cn_guard_crashes[i], &cn_guard.crashes[i], NULL);
  for (int i = 0; i < CN_GUARD_REQUESTS; i++)
    sigaction(cn_guard_requests[i], &cn_guard.requests[i], NULL);
  sigaction(SIGALRM, &cn_guard.alarm, NULL);
  for (int i = 0; i < CN_GUARD_ERRORS; i++)
    sigaction(cn_guard_errors[i], &cn_guard.errors[i], NULL);
  signal(SIGTSTP, cn_guard.stop.sa_handler == SIG_IGN ? SIG_IGN : SIG_DFL);
  signal(SIGWINCH, SIG_DFL);
  if (cn_guard.has_modes) tcsetattr(cn_guard.descriptor, TCSANOW, &cn_guard.modes);
}

static inline int cn_guard_requested(void) { return (int)cn_guard.requested; }

static inline int cn_guard_take_suspend(void) {
  int asked = (int)cn_guard.suspend;
  cn_guard.suspend = 0;
  return asked;
}

// Stops the process as the terminal would on Ctrl-Z; returns when it continues. 0: not wanted.
static inline int cn_guard_stop(void) {
  if (cn_guard.stop.sa_handler == SIG_IGN) return 0;
  struct sigaction ours;
  cn_guard.armed = 0;
  sigaction(SIGTSTP, NULL, &ours);
  signal(SIGTSTP, SIG_DFL);
  // A program that is not its group's leader was started by another one that has to stop as well.
  if (getpgrp() == getpid()) raise(SIGTSTP);
  else kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  cn_guard.armed = 1;
  return 1;
}

#endif
