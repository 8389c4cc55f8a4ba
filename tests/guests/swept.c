/* Processes killed at every point of what they do: swept WHAT ROUNDS.
 *
 * A child does one thing that a tracer has to take part in; the parent kills it after so many turns of an empty loop as the
 * round says, so that the kill falls at the start, at the end, and at each stop in between. Prints how many came
 * to an end, and that the parent still can do the same. */
#include "say.h"
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

extern char **environ;
static char *self;

static void *opener(void *unused) {
  for (;;)
    close(open("permitted-file", O_RDONLY | O_CLOEXEC));
  return unused;
}

static void *executer(void *unused) {
  char *args[] = {self, "end", "0", NULL};
  execve(self, args, environ);
  _exit(9);
  return unused;
}

/* What the child does; it ends by _exit(0) or not at all. */
static void act(const char *what) {
  pthread_t thread;
  if (!strcmp(what, "open")) {
    /* The first open of a program is where the tracer maps its memory. */
    for (int i = 0; i < 3; i++)
      close(open("permitted-file", O_RDONLY | O_CLOEXEC));
    open("forbidden-file", O_RDONLY);
  } else if (!strcmp(what, "make")) {
    mkdir("made", 0755);
    rename("made", "renamed");
    rmdir("renamed");
  } else if (!strcmp(what, "exec")) {
    executer(NULL);
  } else if (!strcmp(what, "thread-exec")) {
    pthread_create(&thread, NULL, opener, NULL);
    pthread_create(&thread, NULL, executer, NULL);
    opener(NULL);
  } else if (!strcmp(what, "fork")) {
    for (int i = 0; i < 2; i++)
      if (!fork()) {
        close(open("permitted-file", O_RDONLY | O_CLOEXEC));
        _exit(0);
      }
    while (wait(NULL) > 0)
      ;
  } else if (!strcmp(what, "vfork")) {
    if (!vfork())
      executer(NULL);
    wait(NULL);
  } else if (!strcmp(what, "signal")) {
    signal(SIGUSR1, SIG_IGN);
    for (int i = 0; i < 4; i++) {
      kill(getpid(), i % 2 ? SIGUSR1 : SIGCONT);
      close(open("permitted-file", O_RDONLY | O_CLOEXEC));
    }
  } else if (!strcmp(what, "stop")) {
    raise(SIGSTOP);
  }
  _exit(0);
}

int main(int argc, char **argv) {
  if (argc < 3)
    return 2;
  self = argv[0];
  if (!strcmp(argv[1], "end"))
    return 0;
  int rounds = atoi(argv[2]), ended = 0;
  for (int i = 0; i < rounds; i++) {
    pid_t pid = fork();
    if (!pid) {
      act(argv[1]);
    }
    for (volatile int turn = 0; turn < i * i * 10; turn++)
      if (turn % 256 == 0)
        sched_yield();
    kill(pid, SIGKILL);
    int status;
    waitpid(pid, &status, 0);
    ended++;
  }
  printf("ended %d of %d\n", ended, rounds);
  int fd = open("permitted-file", O_RDONLY);
  printf("still opens %d\n", fd >= 0);
  /* What the children left behind (the kill of a parent spares them) comes to its end by itself. */
  return 0;
}
