/* The floor: the fewest kernel calls by which a second process can open a file for the first.
 *
 * floor notify N PIN   N openat calls of the target, each answered by: receive, read the path, open, put the
 *                      file and answer in one call. Synchronous wake-up where the kernel has it. PIN is a CPU
 *                      for both processes, or -1. Prints nanoseconds a call.
 * floor native N PIN   the same calls without a filter.
 * floor opens N PIN    the target's half alone: what a supervisor under test is given to run. Prints
 *                      nanoseconds a call.
 * floor getppid N PIN  N getppid calls, for filters that allow by number.
 * floor allow N PIN    the same under a filter of one instruction that allows everything.
 * floor start N PIN COMMAND…  starts the command N times by posix_spawn and waits for it each time.
 * floor cost N PIN COMMAND…  the same, its output thrown away and its input the same file each time. Prints the
 *                      median of the N, the most memory it ever held in kilobytes, and how it ended.
 * floor run COMMAND…   runs any program, with each of its opens performed so.
 * floor hold N         N processes that open one file each, then wait for the end of standard input. */
#define _GNU_SOURCE
#include "opens.h"
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <sys/wait.h>

#ifndef SECCOMP_ADDFD_FLAG_SEND
#define SECCOMP_ADDFD_FLAG_SEND (1u << 1)
#endif
#ifndef SECCOMP_IOCTL_NOTIF_SET_FLAGS
#define SECCOMP_IOCTL_NOTIF_SET_FLAGS _IOW('!', 4, uint64_t)
#endif

extern char **environ;

static int longer(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

/* Prints what a command costs. */
static int cost(int count, char **command) {
  double *took = calloc(count, sizeof *took);
  long most = 0;
  int status = 0;
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
  for (int i = 0; i < count; i++) {
    pid_t pid;
    struct rusage usage;
    lseek(0, 0, SEEK_SET);
    double start = now();
    if (posix_spawnp(&pid, command[0], &quiet, NULL, command, environ))
      fail(command[0]);
    wait4(pid, &status, 0, &usage);
    took[i] = now() - start;
    most = usage.ru_maxrss > most ? usage.ru_maxrss : most;
  }
  qsort(took, count, sizeof *took, longer);
  printf("%.0f %ld %d\n", took[count / 2], most, WIFEXITED(status) ? WEXITSTATUS(status) : -1);
  return 0;
}

static double getppids(int count) {
  double start = now();
  for (int i = 0; i < count; i++)
    syscall(SYS_getppid);
  return (now() - start) / count;
}

static int install(struct sock_filter *insns, unsigned short len, unsigned flags) {
  struct sock_fprog program = {.len = len, .filter = insns};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    fail("no_new_privs");
  int got = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
  if (got < 0)
    fail("seccomp");
  return got;
}

/* The path at `address` in the memory of `tid`. */
static int read_path(pid_t tid, uint64_t address, char path[8192]) {
  size_t length = 0;
  while (length < 4096) {
    size_t left = 4096 - ((address + length) & 4095);
    struct iovec here = {path + length, left}, there = {(void *)(uintptr_t)(address + length), left};
    ssize_t count = process_vm_readv(tid, &here, 1, &there, 1, 0);
    if (count <= 0)
      return -1;
    if (memchr(path + length, 0, count))
      return 0;
    length += count;
  }
  errno = ENAMETOOLONG;
  return -1;
}

/* Where a relative path of `tid` begins. */
static int base_of(pid_t tid, int dirfd) {
  if (dirfd == AT_FDCWD) {
    char cwd[32];
    snprintf(cwd, sizeof cwd, "/proc/%d/cwd", tid);
    return open(cwd, O_PATH | O_CLOEXEC);
  }
  int pidfd = syscall(SYS_pidfd_open, tid, 0200 /* PIDFD_THREAD */);
  int base = syscall(SYS_pidfd_getfd, pidfd, dirfd, 0);
  close(pidfd);
  return base;
}

/* The supervisor: everything it does for a call with an absolute path is these four system calls and a close. */
static void supervise(int listener) {
  uint64_t sync = 1;
  ioctl(listener, SECCOMP_IOCTL_NOTIF_SET_FLAGS, sync);
  for (;;) {
    struct seccomp_notif call;
    memset(&call, 0, sizeof call);
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &call)) {
      struct pollfd ends = {listener, POLLIN, 0};
      if (errno != EINTR && (errno != ENOENT || (poll(&ends, 1, 0) >= 0 && ends.revents & POLLHUP)))
        _exit(errno != ENOENT);
      continue;
    }
    const __u64 *args = call.data.args;
    int at = call.data.nr == SYS_openat;
    int flags = call.data.nr == SYS_creat ? O_CREAT | O_WRONLY | O_TRUNC : (int)args[1 + at];
    mode_t mode = call.data.nr == SYS_creat ? args[1] : args[2 + at];
    char path[8192];
    int base = AT_FDCWD, fd = -1;
    if (!read_path(call.pid, args[at], path) &&
        (*path == '/' || (base = base_of(call.pid, at ? (int)args[0] : AT_FDCWD)) >= 0))
      fd = openat(base, path, flags | O_CLOEXEC | O_NOCTTY, mode);
    int error = fd < 0 ? errno : 0;
    if (base >= 0)
      close(base);
    struct seccomp_notif_addfd give = {
        .id = call.id, .flags = SECCOMP_ADDFD_FLAG_SEND, .srcfd = fd, .newfd_flags = flags & O_CLOEXEC};
    if (!error && ioctl(listener, SECCOMP_IOCTL_NOTIF_ADDFD, &give) < 0 && errno != ENOENT)
      error = errno;
    if (fd >= 0)
      close(fd);
    if (error) {
      struct seccomp_notif_resp answer = {.id = call.id, .error = -error};
      ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    }
  }
}

/* The target puts its listener's number where both see it; the supervisor fetches it by pidfd_getfd. */
static double notify(int count, int cpu, char **command) {
  struct shared {
    volatile int listener;
    volatile int taken;
    volatile double result;
  } *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pid_t target = fork();
  if (!target) {
    pin(cpu);
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_open, 4, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_creat, 5, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
        BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[1])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_PATH, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    shared->listener = install(filter, sizeof filter / sizeof *filter, SECCOMP_FILTER_FLAG_NEW_LISTENER);
    while (!shared->taken)
      sched_yield();
    close(shared->listener);
    if (command) {
      execvp(*command, command);
      fail(*command);
    }
    shared->result = opens(count);
    _exit(0);
  }
  pid_t supervisor = fork();
  if (!supervisor) {
    pin(cpu);
    while (!shared->listener)
      sched_yield();
    int pidfd = syscall(SYS_pidfd_open, target, 0);
    int listener = syscall(SYS_pidfd_getfd, pidfd, shared->listener, 0);
    if (listener < 0)
      fail("pidfd_getfd");
    shared->taken = 1;
    supervise(listener);
  }
  int status;
  waitpid(target, &status, 0);
  kill(supervisor, SIGKILL);
  waitpid(supervisor, NULL, 0);
  if (status)
    exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
  return shared->result;
}

int main(int argc, char **argv) {
  if (argc < 3)
    return 2;
  const char *what = argv[1];
  if (!strcmp(what, "run")) {
    notify(0, -1, argv + 2);
    return 0;
  }
  int count = atoi(argv[2]), cpu = argc > 3 ? atoi(argv[3]) : -1;
  double result = 0;
  if (!strcmp(what, "notify"))
    result = notify(count, cpu, NULL);
  else if (!strcmp(what, "native") || !strcmp(what, "opens")) {
    pin(cpu);
    opens(count / 10 + 1);
    result = opens(count);
  } else if (!strcmp(what, "getppid")) {
    pin(cpu);
    getppids(count / 10 + 1);
    result = getppids(count);
  } else if (!strcmp(what, "allow")) {
    pin(cpu);
    struct sock_filter filter[] = {BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    install(filter, 1, 0);
    getppids(count / 10 + 1);
    result = getppids(count);
  } else if (!strcmp(what, "start") && argc > 4) {
    pin(cpu);
    double start = now();
    for (int i = 0; i < count; i++) {
      pid_t pid;
      int status;
      if (posix_spawnp(&pid, argv[4], NULL, NULL, argv + 4, environ))
        fail(argv[4]);
      waitpid(pid, &status, 0);
      if (status)
        return 1;
    }
    result = (now() - start) / count;
  } else if (!strcmp(what, "cost") && argc > 4) {
    pin(cpu);
    return cost(count, argv + 4);
  } else if (!strcmp(what, "hold")) {
    for (int i = 1; i < count; i++)
      if (!fork()) {
        int fd = open(FILE_NAME, O_RDONLY);
        close(fd);
        pause();
      }
    puts("ready");
    fflush(stdout);
    char c;
    while (read(0, &c, 1) > 0)
      ;
    signal(SIGTERM, SIG_IGN);
    kill(0, SIGTERM);
    return 0;
  } else
    return 2;
  printf("%.1f\n", result);
  return 0;
}
