// Installs filters in the ways that programs do, one a word of the command line. Prints what each call
// answered, so that a run under a watcher can be compared with one without.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sock_filter refuse_getcwd[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getcwd, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOTTY),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};
static struct sock_filter trace_getcwd[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getcwd, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE | 7),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};
static struct sock_filter invalid[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 2)};

static struct sock_fprog program = {4, refuse_getcwd};
static struct sock_fprog tracing = {4, trace_getcwd};
static struct sock_fprog bad = {1, invalid};
static struct sock_fprog empty = {0, invalid};

static void say(const char *what, long result) {
  char line[100];
  int n = snprintf(line, sizeof line, "%s %ld %s\n", what, result, result < 0 ? strerrorname_np(errno) : "-");
  if (write(1, line, n) != n) _exit(99);
}

static long install(unsigned flags, struct sock_fprog *fprog) { return syscall(SYS_seccomp, 1, flags, fprog); }

static void *in_thread(void *arg) {
  (void)arg;
  say("thread", install(SECCOMP_FILTER_FLAG_LOG, &program));
  return NULL;
}

static void handler(int signal) { say("signal", signal); }

int main(int argc, char **argv) {
  for (int at = 1; at < argc; at++) {
    const char *what = argv[at];
    if (!strcmp(what, "privs")) {
      say(what, prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    } else if (!strcmp(what, "ask")) {
      say("ask-privs", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
      say("ask-mode", prctl(PR_GET_SECCOMP));
    } else if (!strcmp(what, "prctl")) {
      say(what, prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
    } else if (!strcmp(what, "seccomp")) {
      say(what, install(0, &program));
    } else if (!strcmp(what, "tsync")) {
      say(what, install(SECCOMP_FILTER_FLAG_TSYNC, &program));
    } else if (!strcmp(what, "tracing")) {
      say(what, install(0, &tracing));
    } else if (!strcmp(what, "bad")) {
      say(what, install(0, &bad));
    } else if (!strcmp(what, "empty")) {
      say(what, install(0, &empty));
    } else if (!strcmp(what, "unreadable")) {
      say(what, install(0, (struct sock_fprog *)16));
    } else if (!strcmp(what, "flags")) {
      say(what, install(0x4000, &program));
    } else if (!strcmp(what, "getcwd")) {
      char buffer[4096];
      say(what, syscall(SYS_getcwd, buffer, sizeof buffer) > 0 ? 1 : -1);
    } else if (!strcmp(what, "thread")) {
      pthread_t thread;
      pthread_create(&thread, NULL, in_thread, NULL);
      pthread_join(thread, NULL);
    } else if (!strcmp(what, "child")) {
      int status;
      pid_t pid = fork();
      if (pid == 0) {
        say(what, prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
        _exit(5);
      }
      waitpid(pid, &status, 0);
      say("child-status", WEXITSTATUS(status));
    } else if (!strcmp(what, "vfork")) {
      pid_t pid = vfork();
      if (pid == 0) {
        execl(argv[0], argv[0], "child", (char *)NULL);
        _exit(98);
      }
      waitpid(pid, NULL, 0);
    } else if (!strcmp(what, "strict")) {
      say(what, prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT));
    } else if (!strcmp(what, "strict-too")) {
      say(what, syscall(SYS_seccomp, 0, 0, NULL));
    } else if (!strcmp(what, "leave")) {
      syscall(SYS_exit, 6);
    } else if (!strcmp(what, "signal")) {
      signal(SIGUSR1, handler);
      raise(SIGUSR1);
    } else if (!strcmp(what, "stop")) {
      raise(SIGSTOP);
    } else if (!strcmp(what, "crash")) {
      raise(SIGSEGV);
    } else if (!strcmp(what, "exec")) {
      argv[at] = argv[0];
      execv(argv[0], argv + at);
    } else if (!strcmp(what, "busy")) {
      for (int n = 0; n < 1000000; n++) syscall(SYS_getppid);
    } else if (!strcmp(what, "switches")) {
      // A tracer that stops every call makes millions of them.
      struct rusage usage;
      getrusage(RUSAGE_SELF, &usage);
      say(what, usage.ru_nvcsw > 100000);
    } else if (!strcmp(what, "in-kernel")) {
      // A parent of a vfork waits uninterruptibly (state D) until its child executes or ends.
      say(what, 0);
      if (vfork() == 0) {
        pause();
        _exit(0);
      }
    } else if (!strcmp(what, "orphan")) {
      // A grandchild goes on when the program has ended.
      int ends[2], here = pipe(ends);
      if (fork() == 0) {
        close(ends[1]);
        char byte;
        here += read(ends[0], &byte, 1);
        say("orphan", prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
        _exit(here);
      }
    } else if (!strcmp(what, "wait")) {
      say(what, 0);
      pause();
    } else {
      return atoi(what);
    }
  }
  return 0;
}
