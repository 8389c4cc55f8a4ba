/* What a created file gets and what stops an open: umask, default ACL, limits, the lowest number. */
#include "say.h"
#include <fcntl.h>
#include <stdint.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>

static void mode_of(const char *name) {
  struct stat st;
  if (stat(name, &st))
    printf("%s: -%s\n", name, errname(errno));
  else
    printf("%s: %o\n", name, st.st_mode);
  fflush(stdout);
}

static void *other_umask(void *unused) {
  /* umask belongs to the process unless the thread has unshared it. */
  unshare(CLONE_FS);
  umask(0111);
  close(open("thread", O_CREAT | O_WRONLY, 0777));
  mode_of("thread");
  chdir("sub");
  close(open("thread-in-sub", O_CREAT | O_WRONLY, 0777));
  return unused;
}

int main(void) {
  const int masks[] = {0, 022, 077, 0777, 0200};
  char name[64];
  for (int i = 0; i < 5; i++) {
    umask(masks[i]);
    snprintf(name, sizeof name, "file-%o", masks[i]);
    close(open(name, O_CREAT | O_WRONLY, 0666));
    mode_of(name);
    snprintf(name, sizeof name, "odd-%o", masks[i]);
    close(open(name, O_CREAT | O_WRONLY, 06751));
    mode_of(name);
    snprintf(name, sizeof name, "dir-%o", masks[i]);
    mkdir(name, 01777);
    mode_of(name);
  }
  umask(022);
  if (!fork()) {
    umask(0);
    close(open("child", O_CREAT | O_WRONLY, 0666));
    _exit(0);
  }
  wait(NULL);
  mode_of("child");
  close(open("parent", O_CREAT | O_WRONLY, 0666));
  mode_of("parent");
  mkdir("sub", 0755);
  pthread_t thread;
  pthread_create(&thread, NULL, other_umask, NULL);
  pthread_join(thread, NULL);
  close(open("after", O_CREAT | O_WRONLY, 0777));
  mode_of("after");
  mode_of("sub/thread-in-sub");

  /* A default ACL replaces the umask: user::rwx group::r-x mask? other::rw-. */
  mkdir("acl", 0755);
  struct {
    uint32_t version;
    struct {
      uint16_t tag, perm;
      uint32_t id;
    } e[3];
  } acl = {2, {{1, 7, -1}, {4, 5, -1}, {0x20, 6, -1}}};
  int has = !setxattr("acl", "system.posix_acl_default", &acl, sizeof acl, 0);
  printf("default acl %d\n", has);
  umask(0777);
  close(open("acl/file", O_CREAT | O_WRONLY, 0666));
  mode_of("acl/file");
  mkdir("acl/dir", 0777);
  mode_of("acl/dir");
  umask(022);
  chmod("acl", 02755);
  close(open("acl/setgid", O_CREAT | O_WRONLY, 0666));
  mode_of("acl/setgid");

  /* The lowest free number, also in the middle. */
  int fds[8];
  for (int i = 0; i < 8; i++)
    fds[i] = open("parent", O_RDONLY);
  close(fds[3]);
  close(fds[5]);
  int first = open("parent", O_RDONLY), second = open("parent", O_RDONLY);
  printf("reuse %d %d\n", first == fds[3], second == fds[5]);
  int in = dup(0);
  close(0);
  say("stdin", open("parent", O_RDONLY));
  dup2(in, 0);
  close(in);

  /* The limit is the target's, and full tables say EMFILE. */
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  rlim_t before = limit.rlim_cur;
  limit.rlim_cur = 20;
  setrlimit(RLIMIT_NOFILE, &limit);
  int last = -1, fd;
  while ((fd = open("parent", O_RDONLY)) >= 0)
    last = fd;
  printf("last %d: -%s\n", last, errname(errno));
  say("missing at the limit", open("missing", O_RDONLY));
  say("creat at the limit", open("at-limit", O_CREAT | O_WRONLY, 0600));
  mode_of("at-limit");
  say("directory at the limit", open("sub", O_WRONLY));
  close(last);
  say("again", open("parent", O_RDONLY));
  limit.rlim_cur = before;
  setrlimit(RLIMIT_NOFILE, &limit);
  /* As many as ever are open, but a lowered limit leaves some above it: the numbers below it count. */
  for (int i = 12; i < 20; i++)
    close(i);
  for (int i = 30; i < 50; i++)
    dup2(11, i);
  limit.rlim_cur = 20;
  setrlimit(RLIMIT_NOFILE, &limit);
  say("below the limit", open("parent", O_RDONLY));
  say("missing below the limit", open("missing", O_RDONLY));
  say("creat below the limit", open("below-limit", O_CREAT | O_WRONLY, 0600));
  mode_of("below-limit");
  limit.rlim_cur = before;
  setrlimit(RLIMIT_NOFILE, &limit);

  signal(SIGXFSZ, SIG_IGN);
  struct rlimit size = {10, 10};
  setrlimit(RLIMIT_FSIZE, &size);
  fd = open("big", O_CREAT | O_WRONLY, 0600);
  say("write 20", write(fd, "12345678901234567890", 20));
  say("write more", write(fd, "1", 1));
  return 0;
}
