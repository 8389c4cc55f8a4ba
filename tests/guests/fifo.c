/* Opens of FIFOs block: many at once, interrupted with and without SA_RESTART, killed. */
#include "say.h"
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

static atomic_int hits;
static void hit(int sig) {
  (void)sig;
  hits++;
}

/* Waits until a thread of ours sits in the call: natively its state is S; a notified one is S too, a held one t. */
static void until_blocked(pid_t pid, pid_t tid) {
  char name[64], line[512];
  snprintf(name, sizeof name, "/proc/%d/task/%d/stat", pid, tid);
  for (int calm = 0; calm < 50;) {
    /* By a syscall that no policy here judges: the file was opened before any blocking began. */
    int fd = open(name, O_RDONLY);
    ssize_t n = fd < 0 ? -1 : read(fd, line, sizeof line - 1);
    if (fd >= 0)
      close(fd);
    if (n <= 0)
      return;
    line[n] = 0;
    char *state = strrchr(line, ')');
    calm = state && (state[2] == 'S' || state[2] == 't') ? calm + 1 : 0;
    sched_yield();
  }
}

static void handler(int flags) {
  struct sigaction act = {.sa_handler = hit, .sa_flags = flags};
  sigaction(SIGUSR1, &act, NULL);
}

static void *opener(void *fd) {
  long got = open("fifo", O_RDONLY);
  return (void *)got;
}

/* A child opens the FIFO; the parent sends signals, then opens the other end or kills. */
static void interrupted(const char *what, int flags, int then_open) {
  int out[2];
  pipe(out);
  handler(flags);
  pid_t pid = fork();
  if (!pid) {
    int fd = open("fifo", O_RDONLY);
    char line[64];
    int n = snprintf(line, sizeof line, "%s: %s, handler ran %d", what, fd < 0 ? errname(errno) : "ok", hits);
    write(out[1], line, n);
    _exit(0);
  }
  close(out[1]);
  until_blocked(pid, pid);
  kill(pid, SIGUSR1);
  if (then_open) {
    /* The handler has run and the call is blocked again. */
    until_blocked(pid, pid);
    int fd = open("fifo", O_WRONLY);
    char line[64] = "";
    read(out[0], line, sizeof line - 1);
    printf("%s\n", line);
    close(fd);
  } else {
    char line[64] = "";
    read(out[0], line, sizeof line - 1);
    printf("%s\n", line);
  }
  close(out[0]);
  int status;
  waitpid(pid, &status, 0);
  fflush(stdout);
}

int main(int argc, char **argv) {
  mkfifo("fifo", 0600);
  const char *what = argc > 1 ? argv[1] : "pair";
  if (!strcmp(what, "pair")) {
    pid_t pid = fork();
    if (!pid) {
      int fd = open("fifo", O_WRONLY);
      write(fd, "through the fifo\n", 17);
      _exit(0);
    }
    char text[64] = "";
    int fd = open("fifo", O_RDONLY);
    ssize_t n = read(fd, text, sizeof text - 1);
    printf("%d: %.*s", fd, (int)n, text);
    waitpid(pid, NULL, 0);
    say("no reader", open("fifo", O_WRONLY | O_NONBLOCK));
    say("no writer", open("fifo", O_RDONLY | O_NONBLOCK));
  } else if (!strcmp(what, "many")) {
    /* Many block; opens of others go on; then a writer frees them all. */
    int count = argc > 2 ? atoi(argv[2]) : 200;
    pid_t pids[1000];
    for (int i = 0; i < count; i++) {
      pids[i] = fork();
      if (!pids[i])
        _exit(open("fifo", O_RDONLY) < 0);
    }
    for (int i = 0; i < count; i++)
      until_blocked(pids[i], pids[i]);
    int good = 0;
    for (int i = 0; i < 500; i++) {
      int fd = open("/etc/hostname", O_RDONLY);
      good += fd >= 0;
      close(fd);
    }
    printf("meanwhile %d\n", good);
    int fd = open("fifo", O_WRONLY), ended = 0;
    for (int i = 0; i < count; i++) {
      int status;
      waitpid(pids[i], &status, 0);
      ended += WIFEXITED(status) && !WEXITSTATUS(status);
    }
    printf("freed %d\n", ended);
    close(fd);
  } else if (!strcmp(what, "threads")) {
    pthread_t threads[50];
    for (int i = 0; i < 50; i++)
      pthread_create(&threads[i], NULL, opener, NULL);
    int fd = open("fifo", O_WRONLY), good = 0;
    for (int i = 0; i < 50; i++) {
      void *got;
      /* Whoever came late still finds the writer open. */
      pthread_join(threads[i], &got);
      good += (long)got >= 0;
    }
    close(fd);
    printf("threads %d\n", good);
  } else if (!strcmp(what, "signals")) {
    interrupted("without SA_RESTART", 0, 0);
    interrupted("with SA_RESTART", SA_RESTART, 1);
    /* Killed while blocked. */
    pid_t pid = fork();
    if (!pid)
      _exit(open("fifo", O_RDONLY) < 0);
    until_blocked(pid, pid);
    kill(pid, SIGKILL);
    int status;
    waitpid(pid, &status, 0);
    printf("killed by %d\n", WTERMSIG(status));
    pid = fork();
    if (!pid)
      _exit(open("fifo", O_RDONLY) < 0);
    until_blocked(pid, pid);
    kill(pid, SIGTERM);
    waitpid(pid, &status, 0);
    printf("terminated by %d\n", WTERMSIG(status));
    pid = fork();
    if (!pid) {
      signal(SIGUSR1, SIG_IGN);
      _exit(open("fifo", O_RDONLY) < 0);
    }
    until_blocked(pid, pid);
    kill(pid, SIGUSR1);
    until_blocked(pid, pid);
    say("still waits", waitpid(pid, &status, WNOHANG));
    int fd = open("fifo", O_WRONLY);
    waitpid(pid, &status, 0);
    printf("ignored signal: %d\n", WEXITSTATUS(status));
    close(fd);
    /* Nobody is left: the reader that was killed does not count as one. */
    say("no reader left", open("fifo", O_WRONLY | O_NONBLOCK));
  } else if (!strcmp(what, "alone"))
    /* Blocks for good; the test signals the whole run. */
    open("fifo", O_RDONLY);
  return 0;
}
