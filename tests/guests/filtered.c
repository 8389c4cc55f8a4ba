/* Programs with filters of their own, which see what a tracer changes: every answer must be as natively.
 * filtered seccomp | prctl | tsync | trace */
#include "say.h"
#include "filter.h"
#include <fcntl.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/wait.h>
#ifndef SYS_openat2
#define SYS_openat2 437
#endif

static long install(const char *how, unsigned call, unsigned answer) {
  unsigned flags = strcmp(how, "tsync") ? 0 : SECCOMP_FILTER_FLAG_TSYNC;
  return answer_one(!strcmp(how, "prctl"), flags, call, answer);
}

static void opens(const char *who) {
  struct open_how how = {.flags = O_RDONLY};
  char name[64];
  printf("%s\n", who);
  say_ok("openat", openat(AT_FDCWD, "/etc/hostname", O_RDONLY));
  say_ok("openat, relative", openat(AT_FDCWD, "file", O_RDWR));
  say_ok("openat, through a link", openat(AT_FDCWD, "link", O_RDONLY));
  say_ok("openat, nothing there", openat(AT_FDCWD, "absent", O_RDONLY));
  snprintf(name, sizeof name, "made-by-%s", who);
  say_ok("openat, creating", openat(AT_FDCWD, name, O_CREAT | O_EXCL | O_WRONLY, 0640));
  say_ok("openat2", syscall(SYS_openat2, AT_FDCWD, "/etc/hostname", &how, sizeof how));
}

static int ready[2];

static void *wait_and_open(void *unused) {
  char c;
  read(ready[0], &c, 1);
  opens("thread");
  return unused;
}

int main(int argc, char **argv) {
  const char *how = argc > 1 ? argv[1] : "seccomp";
  if (argc > 2) {
    opens("program");
    return 0;
  }
  put("file", "text\n");
  symlink("file", "link");
  if (!strcmp(how, "trace")) {
    /* Nobody is there who could be asked. */
    say("filter", install("seccomp", SYS_getppid, SECCOMP_RET_TRACE | 1));
    say("getppid", syscall(SYS_getppid));
    say("filter", install("seccomp", SYS_openat, SECCOMP_RET_TRACE | 1));
    say_ok("openat", syscall(SYS_openat, AT_FDCWD, "file", O_RDONLY));
    return 0;
  }
  pthread_t thread;
  pipe(ready);
  pthread_create(&thread, NULL, wait_and_open, NULL);
  opens("before");
  say("filter", install(how, SYS_openat2, SECCOMP_RET_ERRNO | E2BIG));
  opens("after");
  write(ready[1], "x", 1);
  pthread_join(thread, NULL);
  fflush(stdout);
  pid_t child = fork();
  if (!child) {
    opens("child");
    fflush(stdout);
    execl("/proc/self/exe", argv[0], how, "again", NULL);
    _exit(1);
  }
  waitpid(child, NULL, 0);
  return 0;
}
