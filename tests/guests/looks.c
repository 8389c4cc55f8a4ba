/* Every call that looks a name up, on each name given: what it returns, and every byte that it wrote. */
#include "say.h"
#include <fcntl.h>
#include <linux/fs.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/xattr.h>

#ifndef SYS_getxattrat
#define SYS_getxattrat 464
#define SYS_listxattrat 465
#endif
#ifndef SYS_file_getattr
#define SYS_file_getattr 468
#endif
#ifndef SYS_faccessat2
#define SYS_faccessat2 439
#endif

static unsigned char buffer[512];
static const char *name;

static long call(long nr, long a, long b, long c, long d, long e) {
  memset(buffer, 0xa5, sizeof buffer);
  return syscall(nr, a, b, c, d, e);
}

/* The result, and what is no longer as it was. */
static void tell(const char *what, long ret) {
  printf("%s %s: ", name, what);
  if (ret == -1)
    printf("-%s", errname(errno));
  else
    printf("%ld", ret);
  size_t end = sizeof buffer;
  while (end && buffer[end - 1] == 0xa5)
    end--;
  for (size_t i = 0; i < end; i++)
    printf("%s%02x", i % 8 ? "" : " ", buffer[i]);
  putchar('\n');
}

#define TELL(nr, ...) tell(#nr " " #__VA_ARGS__, call(SYS_##nr, __VA_ARGS__))

/* Whatever differs from file system to file system and from moment to moment is left out. */
static void file_system(const char *what, long ret) {
  memset(buffer + 2 * sizeof(long), 0xa5, sizeof buffer - 2 * sizeof(long));
  tell(what, ret);
}

static void lookups(long folder) {
  long n = (long)name, b = (long)buffer, cwd = AT_FDCWD;
  TELL(stat, n, b, 0, 0, 0);
  TELL(lstat, n, b, 0, 0, 0);
#ifdef SYS_stat64
  TELL(stat64, n, b, 0, 0, 0);
  TELL(lstat64, n, b, 0, 0, 0);
  TELL(fstatat64, cwd, n, b, 0, 0);
  TELL(fstatat64, folder, n, b, AT_SYMLINK_NOFOLLOW, 0);
  file_system("statfs64", call(SYS_statfs64, n, 84, b, 0, 0));
  TELL(statfs64, n, 88, b, 0, 0);
#else
  TELL(newfstatat, cwd, n, b, 0, 0);
  TELL(newfstatat, folder, n, b, AT_SYMLINK_NOFOLLOW, 0);
  TELL(newfstatat, cwd, n, b, AT_EMPTY_PATH, 0);
  TELL(newfstatat, cwd, n, b, 0x40000000, 0);
#endif
  TELL(statx, cwd, n, 0, STATX_BASIC_STATS | STATX_BTIME, b);
  TELL(statx, folder, n, AT_SYMLINK_NOFOLLOW, STATX_ALL, b);
  TELL(statx, cwd, n, AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT, 0, b);
  TELL(statx, cwd, n, 0, 0x80000000, b);
  file_system("statfs", call(SYS_statfs, n, b, 0, 0, 0));
  TELL(access, n, F_OK, 0, 0, 0);
  TELL(access, n, R_OK | X_OK, 0, 0, 0);
  TELL(access, n, 8, 0, 0, 0);
  TELL(faccessat, folder, n, W_OK, 0, 0);
  TELL(faccessat2, cwd, n, R_OK, AT_EACCESS, 0);
  TELL(faccessat2, cwd, n, X_OK, AT_SYMLINK_NOFOLLOW, 0);
  TELL(faccessat2, cwd, n, X_OK, 0x800, 0);
  TELL(readlink, n, b, 100, 0, 0);
  TELL(readlink, n, b, 3, 0, 0);
  TELL(readlink, n, b, 0, 0, 0);
  TELL(readlinkat, folder, n, b, 100, 0);
  TELL(getxattr, n, (long)"user.mark", b, 100, 0);
  TELL(getxattr, n, (long)"user.mark", b, 0, 0);
  TELL(getxattr, n, (long)"user.mark", b, 2, 0);
  TELL(lgetxattr, n, (long)"user.mark", b, 100, 0);
  TELL(listxattr, n, b, 100, 0, 0);
  TELL(llistxattr, n, 0, 0, 0, 0);
  TELL(listxattrat, folder, n, 0, b, 100);
  struct {
    uint64_t value;
    uint32_t size, flags;
  } args = {(uint64_t)(uintptr_t)buffer, 100, 0};
  memset(buffer, 0xa5, sizeof buffer);
  tell("getxattrat", syscall(SYS_getxattrat, folder, n, 0, "user.mark", &args, sizeof args));
  TELL(file_getattr, folder, n, b, 24, 0);
  TELL(file_getattr, cwd, n, b, 64, AT_SYMLINK_NOFOLLOW);
  int watch = inotify_init1(0);
  TELL(inotify_add_watch, watch, n, IN_CREATE, 0, 0);
  TELL(inotify_add_watch, watch, n, IN_ATTRIB | IN_DONT_FOLLOW | IN_ONLYDIR, 0, 0);
  close(watch);
  unsigned handle[36] = {128};
  int mount = -1;
  memset(buffer, 0xa5, sizeof buffer);
  long ret = syscall(SYS_name_to_handle_at, folder, n, handle, &mount, 0);
  printf("%s handle %u %d\n", name, ret ? 0 : handle[0], mount != -1);
  tell("name_to_handle_at", ret);
  handle[0] = 1;
  tell("short handle", syscall(SYS_name_to_handle_at, AT_FDCWD, n, handle, &mount, AT_SYMLINK_FOLLOW));
  printf("%s handle %u\n", name, errno == EOVERFLOW ? handle[0] : 0);
}

/* Calls that open or change what the name leads to. */
static void others(long folder) {
  tell("open", open(name, O_RDONLY | O_NONBLOCK));
  tell("open for writing", open(name, O_WRONLY | O_NONBLOCK));
  tell("openat", openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW));
  tell("truncate", truncate(name, 3));
  tell("chmod", chmod(name, 0750));
  tell("chown", chown(name, getuid(), -1));
  tell("utimensat", utimensat(AT_FDCWD, name, (struct timespec[]){{5, 0}, {6, 0}}, 0));
  tell("setxattr", setxattr(name, "user.mark", "other", 5, 0));
  tell("removexattr", lremovexattr(name, "user.none"));
  tell("rename", rename(name, "/nowhere/at/all"));
  tell("link", link(name, "/nowhere/at/all"));
  tell("rmdir a file in it", rmdir(name) && errno == ENOTEMPTY ? 0 : -1);
  struct sockaddr_un to = {.sun_family = AF_UNIX};
  strncpy(to.sun_path, name, sizeof to.sun_path - 1);
  int s = socket(AF_UNIX, SOCK_DGRAM, 0);
  tell("connect", connect(s, (void *)&to, sizeof to));
  tell("sendto", sendto(s, "x", 1, 0, (void *)&to, sizeof to));
  close(s);
}

/* Links of /proc that say to each reader something else. */
static void *own_links(void *unused) {
  char text[300], expected[300];
  pid_t tid = syscall(SYS_gettid);
  text[readlink("/proc/self", text, sizeof text - 1)] = 0;
  printf("self %d\n", atoi(text) == getpid() && !strchr(text, '/'));
  memset(text, 0, sizeof text);
  readlink("/proc/thread-self", text, sizeof text - 1);
  snprintf(expected, sizeof expected, "%d/task/%d", getpid(), tid);
  printf("thread-self %d\n", !strcmp(text, expected));
  int link = open("/proc/self", O_PATH | O_NOFOLLOW);
  memset(text, 0, sizeof text);
  readlinkat(link, "", text, sizeof text - 1);
  printf("an open self %d\n", atoi(text) == getpid());
  close(link);
  memset(text, 0, sizeof text);
  readlink("/proc/self/cwd", text, sizeof text - 1);
  getcwd(expected, sizeof expected);
  printf("cwd %d\n", !strcmp(text, expected));
  memset(text, 0, sizeof text);
  say("exe", readlink("/proc/self/exe", text, sizeof text - 1) > 0 ? 0 : -1);
  printf("exe %s\n", strrchr(text, '/'));
  int file = open("file", O_RDONLY);
  char path[64];
  snprintf(path, sizeof path, "/proc/thread-self/fd/%d", file);
  memset(text, 0, sizeof text);
  say("fd", readlink(path, text, sizeof text - 1) > 0 ? 0 : -1);
  printf("fd %s\n", strrchr(text, '/'));
  struct stat a, b;
  say("stat fd", stat(path, &a));
  fstat(file, &b);
  printf("same file %d\n", a.st_ino == b.st_ino);
  say("stat link", lstat(path, &a));
  printf("a link %d\n", S_ISLNK(a.st_mode));
  say("stat comm", stat("/proc/thread-self/comm", &a));
  say("access own", access("/proc/self/environ", R_OK));
  say("not a link", readlinkat(file, "", text, 10));
  say("cwd is no link", readlinkat(AT_FDCWD, "", text, 10));
  say("bad", readlinkat(999, "", text, 10));
  close(file);
  return NULL;
}

/* access(2) asks for the real ids, as few other calls do. */
static void rights(void) {
  say("as root", access("closed/file", R_OK));
  syscall(SYS_setresuid, -1, 64321, -1);
  say("real ids", access("closed/file", R_OK));
  say("real ids, x", access("closed/file", X_OK));
  say("effective ids", faccessat(AT_FDCWD, "closed/file", R_OK, AT_EACCESS));
  struct stat st;
  say("stat", stat("closed/file", &st));
  syscall(SYS_setresuid, 64321, 0, 0);
  say("real user", access("closed/file", R_OK));
  say("real user, world", access("world", R_OK));
  say("real user, w", access("world", W_OK));
  say("effective root", faccessat(AT_FDCWD, "closed/file", R_OK, AT_EACCESS));
  say("stat", stat("closed/file", &st));
  char text[20];
  syscall(SYS_setresuid, 64321, 64321, 64321);
  say("own exe", readlink("/proc/self/exe", text, 10) > 0 ? 0 : -1);
  say("closed", readlink("closed/link", text, 10));
}

int main(int argc, char **argv) {
  long folder = open(".", O_RDONLY | O_DIRECTORY);
  const char *what = argc > 1 ? argv[1] : "";
  if (!strcmp(what, "self")) {
    own_links(NULL);
    pthread_t thread;
    pthread_create(&thread, NULL, own_links, NULL);
    pthread_join(thread, NULL);
  } else if (!strcmp(what, "rights")) {
    rights();
  }
  for (int i = 2; i < argc; i++) {
    name = argv[i];
    lookups(folder);
    if (!strcmp(what, "all"))
      others(folder);
  }
  return 0;
}
