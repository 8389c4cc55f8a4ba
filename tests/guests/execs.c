/* Executions of every kind: execs say | ways FILE | memfd FILE | thread FILE | race WHAT ROUNDS | storm N.
 *
 * The files that are executed are copies of this program, which say their own name. */
#include "say.h"
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#ifndef AT_EXECVE_CHECK
#define AT_EXECVE_CHECK 0x10000
#endif

extern char **environ;
static atomic_int stop;
static volatile char name[64];

static int say_own_name(char **argv) {
  char exe[4096] = "", comm[64] = "";
  readlink("/proc/self/exe", exe, sizeof exe - 1);
  int fd = open("/proc/self/comm", O_RDONLY);
  ssize_t n = read(fd, comm, sizeof comm - 1);
  comm[n > 0 ? n - 1 : 0] = 0;
  printf("ran %s as %s, called %s\n", strrchr(exe, '/') ? strrchr(exe, '/') + 1 : exe, argv[0], comm);
  return 0;
}

/* How a child ended that tried. */
static void tell(const char *what, pid_t child) {
  int status;
  if (child < 0) {
    printf("%s: -%s\n", what, errname(errno));
    return;
  }
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status))
    printf("%s: signal %d\n", what, WTERMSIG(status));
  else if (WEXITSTATUS(status))
    printf("%s: -%s\n", what, errname(WEXITSTATUS(status)));
  fflush(stdout);
}

#define TRY(what, call)                                                                                                \
  do {                                                                                                                 \
    fflush(stdout);                                                                                                    \
    pid_t child = fork();                                                                                              \
    if (!child) {                                                                                                      \
      call;                                                                                                            \
      _exit(errno);                                                                                                    \
    }                                                                                                                  \
    tell(what, child);                                                                                                 \
  } while (0)

static int ways(char *file) {
  char *argv[] = {"zero", "say", NULL}, *sh[] = {"sh", "-c", "exec \"$0\" say", file, NULL};
  char *with_sh[] = {"sh", "./script", NULL};
  TRY("execve", execve(file, argv, environ));
  int dir = open(".", O_RDONLY | O_DIRECTORY), fd = open(file, O_RDONLY), path = open(file, O_PATH);
  TRY("execveat", syscall(SYS_execveat, dir, file, argv, environ, 0));
  TRY("execveat, by descriptor", syscall(SYS_execveat, fd, "", argv, environ, AT_EMPTY_PATH));
  TRY("execveat, by O_PATH", syscall(SYS_execveat, path, "", argv, environ, AT_EMPTY_PATH));
  TRY("execveat, a bad flag", syscall(SYS_execveat, dir, file, argv, environ, 0x40));
  TRY("execveat, no descriptor", syscall(SYS_execveat, 99, file, argv, environ, 0));
  char by[64];
  snprintf(by, sizeof by, "/proc/self/fd/%d", fd);
  TRY("by /proc/self/fd", execve(by, argv, environ));
  TRY("by a link", execve("link", argv, environ));
  TRY("by a link, not followed", syscall(SYS_execveat, dir, "link", argv, environ, AT_SYMLINK_NOFOLLOW));
  TRY("by a shell", execve("/bin/sh", sh, environ));
  TRY("a script", execve("./script", with_sh + 1, environ));
  TRY("nothing", execve("./absent", argv, environ));
  TRY("a folder", execve("/tmp", argv, environ));
  TRY("no memory", execve((char *)8, argv, environ));
  fflush(stdout);
  pid_t child = vfork();
  if (!child) {
    execve(file, argv, environ);
    _exit(errno);
  }
  tell("vfork", child);
  int error = posix_spawn(&child, file, NULL, NULL, argv, environ);
  errno = error;
  tell("posix_spawn", error ? -1 : child);
  return 0;
}

static int by_memfd(char *file) {
  char *argv[] = {"zero", "say", NULL}, buffer[65536], by[64];
  int from = open(file, O_RDONLY), fd = memfd_create("copy", 0);
  ssize_t n;
  if (fd < 0) {
    say("memfd_create", fd);
    return 0;
  }
  while ((n = read(from, buffer, sizeof buffer)) > 0)
    if (write(fd, buffer, n) != n)
      die("write");
  snprintf(by, sizeof by, "/proc/self/fd/%d", fd);
  TRY("memfd, by descriptor", syscall(SYS_execveat, fd, "", argv, environ, AT_EMPTY_PATH));
  TRY("memfd, by /proc/self/fd", execve(by, argv, environ));
  return 0;
}

static void *open_on(void *unused) {
  while (!stop)
    close(open("/etc/hostname", O_RDONLY | O_CLOEXEC));
  return unused;
}

static void *execute(void *file) {
  char *argv[] = {"zero", "say", NULL};
  execve(file, argv, environ);
  printf("-%s\n", errname(errno));
  exit(1);
}

/* Another thread than the first executes, while others are in the middle of calls. */
static int by_thread(char *file) {
  pthread_t thread;
  for (int i = 0; i < 20; i++)
    pthread_create(&thread, NULL, open_on, NULL);
  pthread_create(&thread, NULL, execute, file);
  for (;;)
    pause();
}

static void *flip_name(void *unused) {
  while (!stop) {
    memcpy((char *)name, "./good", 7);
    sched_yield();
    memcpy((char *)name, "./evil", 7);
    sched_yield();
  }
  return unused;
}

static void *flip_link(void *unused) {
  while (!stop)
    syscall(SYS_renameat2, AT_FDCWD, "link", AT_FDCWD, "other", 2);
  return unused;
}

/* Natively this ends once the file was executed that a policy could deny. Prints how often it was, how often the good one
 * was or nothing, and whether the kernel was asked to end a program that had begun. */
static int race(const char *what, int rounds) {
  char *argv[] = {"zero", "quiet", NULL};
  const char *path = strcmp(what, "name") ? "./link" : (const char *)name;
  int evil = 0, good = 0, refused = 0, killed = 0;
  pthread_t thread;
  pthread_create(&thread, NULL, strcmp(what, "name") ? flip_link : flip_name, NULL);
  for (int i = 0; rounds ? i < rounds : !evil; i++) {
    /* The thread must go on in the memory that the call reads. */
    pid_t child = vfork();
    if (!child) {
      execve(path, argv, environ);
      _exit(7);
    }
    int status;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
      killed++;
    else if (WEXITSTATUS(status) == 3)
      evil++;
    else if (WEXITSTATUS(status) == 7)
      refused++;
    else
      good++;
  }
  stop = 1;
  pthread_join(thread, NULL);
  printf("evil %d\nnot idle %d\nkilled %d\n", evil, good > 0 && refused + killed + evil > 0, killed);
  return 0;
}

/* Programs that die at any time of their start. */
static int storm(int count) {
  char *argv[] = {"zero", "say", NULL};
  int ended = 0;
  for (int i = 0; i < count; i++) {
    pid_t child = fork();
    if (!child) {
      close(1);
      execve("/proc/self/exe", argv, environ);
      _exit(1);
    }
    for (volatile int j = 0; j < i * 2000; j++)
      ;
    kill(child, i & 1 ? SIGKILL : SIGTERM);
    int status;
    ended += waitpid(child, &status, 0) == child;
  }
  printf("ended %d\n", ended);
  return 0;
}

/* Stopped and continued at any time, a program does what it does. */
static int stops(int count) {
  fflush(stdout);
  pid_t child = fork();
  if (!child) {
    int ok = 0;
    for (int i = 0; i < count; i++) {
      int fd = open(i & 1 ? "made" : "/etc/hostname", i & 1 ? O_CREAT | O_RDWR : O_RDONLY, 0600);
      ok += fd >= 0;
      close(fd);
      if (i % 50 == 0) {
        pid_t grandchild = fork();
        if (!grandchild)
          execl("/proc/self/exe", "zero", "quiet", NULL);
        int status;
        waitpid(grandchild, &status, 0);
        ok += WIFEXITED(status) && WEXITSTATUS(status) == 0;
      }
    }
    printf("opened %d of %d\n", ok, count + (count + 49) / 50);
    fflush(stdout);
    _exit(0);
  }
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    kill(child, SIGSTOP);
    sched_yield();
    kill(child, SIGCONT);
    sched_yield();
  }
  printf("exited %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
  return 0;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "say";
  if (!strcmp(what, "say"))
    return say_own_name(argv);
  if (!strcmp(what, "quiet")) {
    char exe[4096] = "";
    readlink("/proc/self/exe", exe, sizeof exe - 1);
    return strstr(exe, "evil") ? 3 : 0;
  }
  if (!strcmp(what, "ways"))
    return ways(argv[2]);
  if (!strcmp(what, "memfd"))
    return by_memfd(argv[2]);
  if (!strcmp(what, "thread"))
    return by_thread(argv[2]);
  if (!strcmp(what, "race"))
    return race(argv[2], atoi(argv[3]));
  if (!strcmp(what, "storm"))
    return storm(atoi(argv[2]));
  if (!strcmp(what, "stops"))
    return stops(atoi(argv[2]));
  return 2;
}
