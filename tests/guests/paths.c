/* How names are walked: dirfds, `..`, symlinks, /proc, deleted and renamed folders. */
#include "say.h"
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* Opens, says the result, and reads the first bytes. */
static void at(int dirfd, const char *name, int flags) {
  char text[64] = "";
  int fd = openat(dirfd, name, flags, 0600);
  if (fd < 0) {
    printf("%s %o: -%s\n", name, flags, errname(errno));
    return;
  }
  ssize_t n = read(fd, text, sizeof text - 1);
  if (n < 0)
    snprintf(text, sizeof text, "-%s", errname(errno));
  text[strcspn(text, "\n")] = 0;
  printf("%s %o: fd %d %s\n", name, flags, fd, text);
  close(fd);
}

static void *thread_comm(void *unused) {
  int fd = open("/proc/thread-self/comm", O_WRONLY);
  if (fd < 0 || write(fd, "renamed", 7) != 7)
    printf("thread comm: -%s\n", errname(errno));
  close(fd);
  at(AT_FDCWD, "/proc/thread-self/comm", O_RDONLY);
  char name[64];
  snprintf(name, sizeof name, "/proc/self/task/%d/comm", gettid());
  int own = open(name, O_RDONLY);
  printf("own task: %s\n", own < 0 ? errname(errno) : "ok");
  close(own);
  return unused;
}

int main(void) {
  put("plain", "plain text");
  mkdir("a", 0755);
  mkdir("a/b", 0755);
  put("a/b/deep", "deep text");
  put("a/up", "upper text");
  symlink("b/deep", "a/rel");
  symlink("../plain", "a/back");
  symlink("/proc/self/cwd/plain", "via-proc");
  symlink("../../plain", "a/b/far");
  symlink("b", "a/link-b");
  symlink("link-b/..", "a/dotdot");
  int a = open("a", O_RDONLY | O_DIRECTORY), b = open("a/b", O_PATH);
  const char *names[] = {"b/deep", "rel", "back", "../plain", "../a/../plain", "b/../up", "b/../../plain",
                         "link-b/deep", "link-b/../up", "dotdot/up", "b/far", "./././up", "../../../../../../../../etc/hostname",
                         "nothing/../up", "up/../up", "up/", "/../../etc/hostname"};
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    at(a, names[i], O_RDONLY);
  at(b, "deep", O_RDONLY);
  at(b, "../up", O_RDONLY);
  at(b, "", O_RDONLY);
  at(-1, "plain", O_RDONLY);
  at(-1, "/etc/hostname", O_RDONLY);
  at(-7, "plain", O_RDONLY);
  at(999, "plain", O_RDONLY);
  at(1, "plain", O_RDONLY);
  int file = open("plain", O_RDONLY);
  at(file, "x", O_RDONLY);
  at(AT_FDCWD, "via-proc", O_RDONLY);

  /* Chains of links: forty are followed, the next is ELOOP. */
  char from[32], to[32];
  for (int i = 0; i < 45; i++) {
    snprintf(from, sizeof from, "chain%d", i);
    snprintf(to, sizeof to, i ? "chain%d" : "plain", i - 1);
    symlink(to, from);
  }
  at(AT_FDCWD, "chain38", O_RDONLY);
  at(AT_FDCWD, "chain39", O_RDONLY);
  at(AT_FDCWD, "chain40", O_RDONLY);
  at(AT_FDCWD, "chain44", O_RDONLY);
  at(AT_FDCWD, "chain5", O_RDONLY | O_NOFOLLOW);
  symlink("self", "self");
  at(AT_FDCWD, "self", O_RDONLY);
  at(AT_FDCWD, "self/x", O_RDONLY);

  /* /proc: one's own. */
  char exe[4096], name[4096];
  ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
  exe[n < 0 ? 0 : n] = 0;
  struct stat one, two;
  int fd = open("/proc/self/exe", O_RDONLY);
  say_ok("exe", fd);
  if (fd >= 0) {
    fstat(fd, &one);
    stat(exe, &two);
    printf("exe same %d\n", one.st_ino == two.st_ino);
    close(fd);
  }
  fd = open("/proc/self/status", O_RDONLY);
  n = read(fd, name, sizeof name - 1);
  name[n < 0 ? 0 : n] = 0;
  char *pid = strstr(name, "\nPid:");
  printf("status pid own %d\n", pid && atoi(pid + 5) == getpid());
  close(fd);
  snprintf(name, sizeof name, "/proc/%d/stat", getpid());
  fd = open(name, O_RDONLY);
  n = read(fd, name, sizeof name - 1);
  printf("stat pid own %d\n", n > 0 && atoi(name) == getpid());
  close(fd);
  fd = open("/proc/self", O_RDONLY | O_DIRECTORY);
  at(fd, "cwd/plain", O_RDONLY);
  at(fd, "root/etc/hostname", O_RDONLY);
  at(fd, "task/../cwd/a/up", O_RDONLY);
  close(fd);
  at(AT_FDCWD, "/proc/self/cwd/../w/plain", O_RDONLY);
  at(AT_FDCWD, "/proc/self/comm", O_RDONLY);
  at(AT_FDCWD, "/proc/./self/../self/comm", O_RDONLY);
  at(AT_FDCWD, "/proc/self/exe/x", O_RDONLY);
  at(AT_FDCWD, "/proc/self/exe", O_RDONLY | O_NOFOLLOW);
  at(AT_FDCWD, "/proc/self/nothing", O_RDONLY);
  at(AT_FDCWD, "/proc/self/fd/999", O_RDONLY);
  at(AT_FDCWD, "/proc/2147483647/comm", O_RDONLY);
  pthread_t thread;
  pthread_create(&thread, NULL, thread_comm, NULL);
  pthread_join(thread, NULL);
  at(AT_FDCWD, "/proc/thread-self/comm", O_RDONLY);

  /* Descriptors by name: reopened, not shared. */
  char dev[64];
  lseek(file, 6, SEEK_SET);
  snprintf(dev, sizeof dev, "/proc/self/fd/%d", file);
  at(AT_FDCWD, dev, O_RDONLY);
  snprintf(dev, sizeof dev, "/dev/fd/%d", file);
  at(AT_FDCWD, dev, O_RDONLY);
  snprintf(dev, sizeof dev, "/dev/fd/%d/deep", b);
  at(AT_FDCWD, dev, O_RDONLY);
  snprintf(dev, sizeof dev, "/proc/self/fd/%d/../up", b);
  at(AT_FDCWD, dev, O_RDONLY);
  snprintf(dev, sizeof dev, "/proc/thread-self/fd/%d", file);
  at(AT_FDCWD, dev, O_RDONLY);
  int pipes[2];
  pipe(pipes);
  write(pipes[1], "piped\n", 6);
  snprintf(dev, sizeof dev, "/proc/self/fd/%d", pipes[0]);
  at(AT_FDCWD, dev, O_RDONLY);
  int memory = memfd_create("m", 0);
  write(memory, "memory\n", 7);
  snprintf(dev, sizeof dev, "/proc/self/fd/%d", memory);
  at(AT_FDCWD, dev, O_RDONLY);
  at(AT_FDCWD, dev, O_RDWR);
  int unlinked = open("gone", O_CREAT | O_RDWR, 0600);
  write(unlinked, "unlinked\n", 9);
  unlink("gone");
  snprintf(dev, sizeof dev, "/proc/self/fd/%d", unlinked);
  at(AT_FDCWD, dev, O_RDONLY);
  snprintf(dev, sizeof dev, "/proc/self/fd/%d", b);
  at(AT_FDCWD, dev, O_RDONLY);

  /* O_TMPFILE gets a name afterwards. */
  int tmp = open(".", O_TMPFILE | O_RDWR, 0640);
  say_ok("tmpfile", tmp);
  if (tmp >= 0) {
    write(tmp, "from nowhere\n", 13);
    snprintf(dev, sizeof dev, "/proc/self/fd/%d", tmp);
    say("linkat", linkat(AT_FDCWD, dev, AT_FDCWD, "named", AT_SYMLINK_FOLLOW));
    at(AT_FDCWD, "named", O_RDONLY);
    close(tmp);
  }

  /* A folder that is gone or has another name still is the current one. */
  mkdir("home", 0755);
  chdir("home");
  put("kept", "kept text");
  rename("../home", "../house");
  at(AT_FDCWD, "kept", O_RDONLY);
  at(AT_FDCWD, "../plain", O_RDONLY);
  at(AT_FDCWD, "../house/kept", O_RDONLY);
  at(AT_FDCWD, "../home/kept", O_RDONLY);
  unlink("kept");
  rmdir("../house");
  at(AT_FDCWD, "kept", O_RDONLY);
  at(AT_FDCWD, ".", O_RDONLY);
  at(AT_FDCWD, "..", O_RDONLY);
  at(AT_FDCWD, "new", O_CREAT | O_WRONLY);
  at(AT_FDCWD, "/etc/hostname", O_RDONLY);
  fflush(stdout);

  /* A child's current folder is its own. */
  chdir("/");
  if (!fork()) {
    chdir("/etc");
    at(AT_FDCWD, "hostname", O_RDONLY);
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
  at(AT_FDCWD, "hostname", O_RDONLY);
  DIR *dir = opendir("/proc/self/fd");
  say_ok("list fds", dir ? 0 : -1);
  return 0;
}
