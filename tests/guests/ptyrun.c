/* Runs a command on a terminal of its own, plays a script to it, and prints what the terminal showed.
 *
 * ptyrun SCRIPT COMMAND [ARG…]; a script is words: "expect:TEXT" waits until the terminal has shown
 * TEXT, "send:TEXT" types it (^C, ^Z, ^D, ^\ and ^M are the control characters), "eof" waits for the
 * end. Prints "exit N" or "signal N" at last. */
#include "say.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>

static char shown[1 << 20];
static size_t have, seen;

/* Reads until TEXT was shown; 0 at the end of the terminal. */
static int until(int fd, const char *text) {
  for (;;) {
    if (text && have > seen) {
      char *hit = memmem(shown + seen, have - seen, text, strlen(text));
      if (hit) {
        seen = hit - shown + strlen(text);
        return 1;
      }
    }
    struct pollfd p = {.fd = fd, .events = POLLIN};
    if (poll(&p, 1, 40000) == 0) {
      fprintf(stderr, "ptyrun: waited in vain for %s; the terminal showed:\n%s\n", text ? text : "the end", shown);
      return -1;
    }
    ssize_t n = read(fd, shown + have, sizeof shown - have - 1);
    if (n <= 0)
      return 0;
    have += n;
  }
}

int main(int argc, char **argv) {
  char **command = argv + 1;
  while (*command && strcmp(*command, "--"))
    command++;
  if (!*command)
    return 2;
  *command++ = NULL;
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0 || grantpt(master) || unlockpt(master))
    die("pty");
  struct winsize size = {.ws_row = 24, .ws_col = 200};
  ioctl(master, TIOCSWINSZ, &size);
  char *name = ptsname(master);
  pid_t pid = fork();
  if (!pid) {
    setsid();
    int fd = open(name, O_RDWR);
    ioctl(fd, TIOCSCTTY, 0);
    struct termios t;
    tcgetattr(fd, &t);
    t.c_oflag &= ~OPOST;
    t.c_lflag &= ~ECHO;
    tcsetattr(fd, TCSANOW, &t);
    for (int i = 0; i < 3; i++)
      dup2(fd, i);
    if (fd > 2)
      close(fd);
    close(master);
    execvp(command[0], command);
    _exit(127);
  }
  int failed = 0;
  for (char **step = argv + 1; *step && !failed; step++) {
    if (!strncmp(*step, "expect:", 7)) {
      int got = until(master, *step + 7);
      if (got <= 0) {
        fprintf(stderr, "ptyrun: %s never shown; the terminal showed:\n%s\n", *step, shown);
        failed = 1;
      }
    } else if (!strncmp(*step, "send:", 5)) {
      for (const char *p = *step + 5; *p; p++) {
        char c = *p;
        if (c == '^' && p[1])
          c = *++p & 0x1f;
        write(master, &c, 1);
      }
    } else if (!strcmp(*step, "eof"))
      failed = until(master, NULL) < 0;
  }
  if (failed)
    kill(-pid, SIGKILL), kill(pid, SIGKILL);
  int status;
  waitpid(pid, &status, 0);
  fwrite(shown, 1, have, stdout);
  if (WIFEXITED(status))
    printf("exit %d\n", WEXITSTATUS(status));
  else
    printf("signal %d\n", WTERMSIG(status));
  return failed ? 98 : 0;
}
