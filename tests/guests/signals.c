/* Signals while opens are supervised: a fast timer, handlers that open files themselves, sigreturn. */
#include "say.h"
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>

static atomic_int ticks, nested;
static void tick(int sig) {
  (void)sig;
  int saved = errno;
  ticks++;
  errno = saved;
}

static void tick_open(int sig) {
  (void)sig;
  int saved = errno;
  ticks++;
  int fd = open("/etc/hostname", O_RDONLY);
  nested += fd >= 0;
  close(fd);
  errno = saved;
}

static void timer(long us) {
  struct itimerval t = {{0, us}, {0, us}};
  setitimer(ITIMER_REAL, &t, NULL);
}

static int open_one(void) {
  int fd = open("/etc/hostname", O_RDONLY);
  return fd < 0 ? -1 : close(fd);
}

static int change_a_name(void) {
  static int made;
  int result = made ? rmdir("made") : mkdir("made", 0700);
  made ^= !result;
  return result;
}

static int (*act_once)(void) = open_one;

static void loop(const char *what, void (*handler)(int), int flags, int count) {
  struct sigaction act = {.sa_handler = handler, .sa_flags = flags};
  sigaction(SIGALRM, &act, NULL);
  ticks = nested = 0;
  timer(1000);
  int good = 0, interrupted = 0, other = 0;
  while (good + interrupted + other < count || ticks < 50) {
    if (act_once() == 0)
      good++;
    else if (errno == EINTR)
      interrupted++;
    else
      other++;
    if (good + interrupted + other > 2000000)
      break;
  }
  timer(0);
  printf("%s: interrupted %d other %d nested %d\n", what, interrupted, other, nested == ticks || !nested);
}

int main(int argc, char **argv) {
  int count = argc > 2 ? atoi(argv[2]) : 2000;
  if (argc > 1 && !strcmp(argv[1], "no-restart"))
    loop("no restart", tick, 0, count);
  else if (argc > 1 && !strcmp(argv[1], "names")) {
    act_once = change_a_name;
    loop("names", tick, 0, count);
  }
  else {
    loop("restart", tick, SA_RESTART, count);
    loop("nested", tick_open, SA_RESTART, count);
  }
  return 0;
}
