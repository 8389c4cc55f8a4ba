/* A program on a terminal: whose it is, and what its keys do. */
#include "say.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>

static volatile sig_atomic_t got;
static void note(int sig) { got = sig; }

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "facts";
  setvbuf(stdout, NULL, _IOLBF, 0);
  if (!strcmp(what, "facts")) {
    int tty = open("/dev/tty", O_RDWR);
    say_ok("/dev/tty", tty);
    printf("isatty %d %d %d\n", isatty(0), isatty(1), isatty(tty));
    printf("foreground %d\n", tcgetpgrp(0) == getpgrp());
    printf("session %d\n", tcgetsid(0) == getsid(0));
    char *name = ttyname(0);
    int again = open(name ? name : "", O_RDWR);
    say_ok("by name", again);
    dprintf(tty, "to the terminal\n");
  } else if (!strcmp(what, "new-session")) {
    /* A session leader without a terminal gets the one it opens, unless it says O_NOCTTY. */
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    grantpt(master);
    unlockpt(master);
    char *name = ptsname(master);
    fflush(stdout);
    int out = dup(1);
    if (fork() == 0) {
      setsid();
      dprintf(out, "tty without one: %s\n", open("/dev/tty", O_RDWR) < 0 ? errname(errno) : "ok");
      int quiet = open(name, O_RDWR | O_NOCTTY);
      dprintf(out, "noctty: %s\n", open("/dev/tty", O_RDWR) < 0 ? errname(errno) : "ok");
      int slave = open(name, O_RDWR);
      dprintf(out, "ctty: %s\n", open("/dev/tty", O_RDWR) < 0 ? errname(errno) : "ok");
      _exit(slave < 0 || quiet < 0);
    }
    int status;
    wait(&status);
  } else if (!strcmp(what, "catch")) {
    struct sigaction act = {.sa_handler = note};
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTSTP, &act, NULL);
    sigaction(SIGQUIT, &act, NULL);
    /* What comes from now on waits until it is waited for. */
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    puts("ready");
    while (!got)
      sigsuspend(&before);
    printf("caught %d\n", got);
    return 4;
  } else if (!strcmp(what, "fifo")) {
    puts("ready");
    int fd = open("fifo", O_RDONLY);
    printf("fifo %d\n", fd);
  } else if (!strcmp(what, "wait")) {
    puts("ready");
    for (;;)
      pause();
  } else if (!strcmp(what, "read")) {
    puts("ready");
    char line[64];
    ssize_t n = read(0, line, sizeof line);
    printf("read %.*s", (int)n, line);
  } else if (!strcmp(what, "inject")) {
    say("TIOCSTI", ioctl(0, TIOCSTI, "x"));
  }
  return 0;
}
