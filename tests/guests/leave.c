/* Ways out of a tracer's sight: leave door | leave inside.
 *
 * `door` is a tracer itself, and shows that its tracee leaves it in these ways. */
#include "say.h"
#include "filter.h"
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#ifndef SECCOMP_FILTER_FLAG_NEW_LISTENER
#define SECCOMP_FILTER_FLAG_NEW_LISTENER (1UL << 3)
#endif

static long tracer_of(void) {
  char line[256];
  long tracer = -1;
  FILE *status = fopen("/proc/self/status", "r");
  while (status && fgets(line, sizeof line, status))
    sscanf(line, "TracerPid: %ld", &tracer);
  if (status)
    fclose(status);
  return tracer;
}

static void *pass_all(void *listener) {
  for (;;) {
    struct seccomp_notif call;
    struct seccomp_notif_resp answer = {0};
    memset(&call, 0, sizeof call);
    if (ioctl((int)(long)listener, SECCOMP_IOCTL_NOTIF_RECV, &call))
      return NULL;
    answer.id = call.id;
    answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
    ioctl((int)(long)listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
  }
}

/* A child that asks not to be traced; its exit code says whether it is. */
static int untraced_child(void) {
  pid_t child = syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, 0, 0, 0, 0);
  int status = -1;
  if (!child)
    _exit(tracer_of() > 0);
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void tracee(void) {
  raise(SIGSTOP);
  printf("its child is traced: %d\n", untraced_child());
  answer_one(0, 0, SYS_getppid, SECCOMP_RET_TRACE);
  syscall(SYS_getppid);
  long listener = answer_one(0, SECCOMP_FILTER_FLAG_NEW_LISTENER, SYS_getppid, SECCOMP_RET_USER_NOTIF);
  pthread_t thread;
  pthread_create(&thread, NULL, pass_all, (void *)listener);
  syscall(SYS_getppid);
  fflush(stdout);
  _exit(0);
}

static int door(void) {
  int status, stops = 0;
  fflush(stdout);
  pid_t child = fork();
  if (!child)
    tracee();
  waitpid(child, &status, WUNTRACED);
  long options = PTRACE_O_TRACEFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SEIZE, child, 0, options))
    die("PTRACE_SEIZE");
  kill(child, SIGCONT);
  for (;;) {
    pid_t stopped = waitpid(-1, &status, __WALL);
    if (stopped < 0)
      break;
    if (!WIFSTOPPED(status))
      continue;
    stops += status >> 16 == PTRACE_EVENT_SECCOMP;
    ptrace(PTRACE_CONT, stopped, 0, status >> 16 ? 0 : WSTOPSIG(status));
  }
  printf("stops of two calls: %d\n", stops);
  return 0;
}

static int inside(void) {
  printf("a child is traced: %d\n", untraced_child());
  fflush(stdout);
  pid_t child = syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, 0, 0, 0, 0);
  if (!child) {
    say_ok("its open of what is denied", open("forbidden-file", O_RDONLY));
    _exit(0);
  }
  waitpid(child, NULL, 0);
#ifdef __x86_64__
  unsigned long flags = CLONE_UNTRACED | SIGCHLD, first = flags, result = SYS_clone;
  register unsigned long r10 asm("r10") = 0, r8 asm("r8") = 0;
  asm volatile("syscall" : "+a"(result), "+D"(first) : "S"(0), "d"(0), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
  if (!result)
    _exit(0);
  waitpid(result, NULL, 0);
  printf("the register is kept: %d\n", first == flags);
#endif
  say("a listener of its own", answer_one(0, SECCOMP_FILTER_FLAG_NEW_LISTENER, SYS_getppid, SECCOMP_RET_USER_NOTIF));
  int hold[2];
  char c;
  pipe(hold);
  fflush(stdout);
  child = fork();
  if (!child) {
    close(hold[1]);
    read(hold[0], &c, 1);
    _exit(0);
  }
  close(hold[0]);
  say("tracing a child", ptrace(PTRACE_SEIZE, child, 0, 0));
  say("being traced by the parent", ptrace(PTRACE_TRACEME, 0, 0, 0));
  close(hold[1]);
  waitpid(child, NULL, 0);
  return 0;
}

int main(int argc, char **argv) { return argc > 1 && !strcmp(argv[1], "door") ? door() : inside(); }
