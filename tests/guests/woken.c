/* A signal without effect does not wake a program, however long it has waited. */
#include "say.h"
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>

static int deliveries(const char *state, pid_t child) {
  char file[64], text[64] = "";
  snprintf(file, sizeof file, "/proc/%d/stat", child);
  FILE *stat = fopen(file, "r");
  int found = stat && fscanf(stat, "%*d %*s %1s", text) == 1 && strchr(state, text[0]);
  if (stat)
    fclose(stat);
  return found;
}

static void await(const char *state, pid_t child) {
  while (!deliveries(state, child))
    ;
}

static void ignore(int signal, void *handler) { sigaction(signal, &(struct sigaction){.sa_handler = handler}, NULL); }

int main(void) {
  int event = eventfd(0, 0), waits = epoll_create1(0);
  struct epoll_event wanted = {.events = EPOLLIN};
  epoll_ctl(waits, EPOLL_CTL_ADD, event, &wanted);
  fflush(stdout);
  pid_t child = fork();
  if (!child) {
    ignore(SIGUSR1, SIG_IGN);
    struct epoll_event got;
    say("epoll_wait", epoll_wait(waits, &got, 1, -1));
    _exit(0);
  }
  for (int i = 0; i < 20; i++) {
    int signals[] = {SIGCHLD, SIGURG, SIGWINCH, SIGUSR1, SIGCONT};
    await("S", child);
    kill(child, signals[i % 5]);
  }
  await("S", child);
  write(event, &(long){1}, 8);
  waitpid(child, NULL, 0);
  return 0;
}
