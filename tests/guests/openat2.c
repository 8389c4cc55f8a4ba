/* openat2(2): sizes of the structure, unknown flags, every RESOLVE_ flag. */
#include "say.h"
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#ifndef SYS_openat2
#define SYS_openat2 437
#endif

static void at(const char *what, int dirfd, const char *name, uint64_t flags, uint64_t mode, uint64_t resolve) {
  struct open_how how = {.flags = flags, .mode = mode, .resolve = resolve};
  long fd = syscall(SYS_openat2, dirfd, name, &how, sizeof how);
  printf("%s %s flags %llx mode %llo resolve %llx: ", what, name, (unsigned long long)flags,
         (unsigned long long)mode, (unsigned long long)resolve);
  if (fd < 0)
    printf("-%s\n", errname(errno));
  else
    printf("fd %ld\n", fd);
  if (fd >= 0)
    close(fd);
}

int main(int argc, char **argv) {
  put("plain", "x");
  mkdir("a", 0755);
  mkdir("a/b", 0755);
  put("a/b/deep", "x");
  put("etc-like", "x");
  symlink("b/deep", "a/rel");
  symlink("/etc/hostname", "a/abs");
  symlink("../plain", "a/back");
  symlink("/proc/self/cwd", "a/magic");
  symlink("/b/deep", "a/rooted");
  symlink("/proc/self/exe", "a/exe");
  int a = open("a", O_PATH);
  if (argc > 1) {
    /* What a supervisor may answer otherwise, and programs must bear: these fall back. */
    at("path", a, "b/deep", O_PATH, 0, 0);
    at("cached", a, "b/deep", O_RDONLY, 0, RESOLVE_CACHED);
    return 0;
  }
  const uint64_t RESOLVES[] = {0, RESOLVE_NO_XDEV, RESOLVE_NO_MAGICLINKS, RESOLVE_NO_SYMLINKS, RESOLVE_BENEATH,
                               RESOLVE_IN_ROOT, RESOLVE_BENEATH | RESOLVE_IN_ROOT,
                               RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS, RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS, 1ull << 40,
                               1ull << 6};
  const char *NAMES[] = {"b/deep", "rel", "abs", "back", "../plain", "b/../rel", "b/../../plain", "rooted", "exe",
                         "magic", "magic/plain", "/etc/hostname", "/b/deep", "/", ".", "..", "", "missing", "/proc/self/exe",
                         "/proc/self/comm", "/dev/null"};
  for (unsigned r = 0; r < sizeof RESOLVES / sizeof *RESOLVES; r++)
    for (unsigned n = 0; n < sizeof NAMES / sizeof *NAMES; n++)
      at("resolve", a, NAMES[n], O_RDONLY, 0, RESOLVES[r]);
  at("mode", AT_FDCWD, "plain", O_RDONLY, 0600, 0);
  at("mode", AT_FDCWD, "made", O_CREAT | O_WRONLY, 0600, 0);
  at("mode", AT_FDCWD, "made2", O_CREAT | O_WRONLY, 0100600, 0);
  at("mode", AT_FDCWD, "made3", O_CREAT | O_WRONLY, 07777, 0);
  at("flags", AT_FDCWD, "plain", 1ull << 33, 0, 0);
  at("flags", AT_FDCWD, "plain", 1ull << 31, 0, 0);
  at("flags", AT_FDCWD, ".", O_TMPFILE | O_RDWR, 0600, 0);
  at("flags", AT_FDCWD, ".", O_TMPFILE | O_RDWR, 0, 0);
  at("flags", AT_FDCWD, "plain", O_CREAT | O_DIRECTORY, 0600, 0);
  at("cached", AT_FDCWD, "never-cached", O_CREAT | O_WRONLY, 0600, RESOLVE_CACHED);
  at("cached", AT_FDCWD, "plain", O_TRUNC | O_WRONLY, 0, RESOLVE_CACHED);
  at("dirfd", 999, "plain", O_RDONLY, 0, 0);
  at("dirfd", 999, "/etc/hostname", O_RDONLY, 0, 0);
  at("dirfd", 999, "/etc/hostname", O_RDONLY, 0, RESOLVE_BENEATH);

  long page = sysconf(_SC_PAGESIZE);
  char *map = mmap(NULL, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(map + 2 * page, page);
  for (long size = 0; size <= 40; size += 4) {
    memset(map, 0, page);
    long fd = syscall(SYS_openat2, AT_FDCWD, "plain", map, size);
    printf("size %ld zero: %s\n", size, fd < 0 ? errname(errno) : "ok");
    if (fd >= 0)
      close(fd);
    if (size > 24) {
      map[size - 1] = 1;
      fd = syscall(SYS_openat2, AT_FDCWD, "plain", map, size);
      printf("size %ld set: %s\n", size, fd < 0 ? errname(errno) : "ok");
    }
  }
  memset(map, 0, page);
  const long sizes[] = {64, 4095, 4096, 4097, 8192, 1 << 30, -1};
  for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    long fd = syscall(SYS_openat2, AT_FDCWD, "plain", map, sizes[i]);
    printf("size %ld: %s\n", sizes[i], fd < 0 ? errname(errno) : "ok");
    if (fd >= 0)
      close(fd);
  }
  say("how at the edge", syscall(SYS_openat2, AT_FDCWD, "plain", map + 2 * page - 24, 24));
  say("how over the edge", syscall(SYS_openat2, AT_FDCWD, "plain", map + 2 * page - 16, 24));
  say("how null", syscall(SYS_openat2, AT_FDCWD, "plain", NULL, 24));
  say("name null", syscall(SYS_openat2, AT_FDCWD, NULL, map, 24));
  say("both null", syscall(SYS_openat2, AT_FDCWD, NULL, NULL, 24));
  map[2 * page - 1] = 1;
  say("larger over the edge", syscall(SYS_openat2, AT_FDCWD, "plain", map + 2 * page - 24, 32));
  return 0;
}
