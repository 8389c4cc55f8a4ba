/* Every open call on every kind of name with every flag: result, status flags, descriptor flags. */
#include "say.h"
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>

#ifndef SYS_openat2
#define SYS_openat2 437
#endif
#ifdef __i386__
#define KERNEL_LARGEFILE 0100000
#else
#define KERNEL_LARGEFILE 0
#endif

static const struct {
  const char *name;
  int flags;
} FLAGS[] = {
    {"RDONLY", O_RDONLY},
    {"WRONLY", O_WRONLY},
    {"RDWR", O_RDWR},
    {"ACC3", 3},
    {"CREAT|WRONLY", O_CREAT | O_WRONLY},
    {"CREAT|RDONLY", O_CREAT},
    {"CREAT|EXCL|RDWR", O_CREAT | O_EXCL | O_RDWR},
    {"TRUNC|WRONLY", O_TRUNC | O_WRONLY},
    {"TRUNC|RDONLY", O_TRUNC},
    {"APPEND|WRONLY", O_APPEND | O_WRONLY},
    {"DIRECTORY", O_DIRECTORY},
    {"CREAT|DIRECTORY", O_CREAT | O_DIRECTORY},
    {"NOFOLLOW", O_NOFOLLOW},
    {"CREAT|NOFOLLOW|WRONLY", O_CREAT | O_NOFOLLOW | O_WRONLY},
    {"PATH", O_PATH},
    {"PATH|NOFOLLOW", O_PATH | O_NOFOLLOW},
    {"PATH|DIRECTORY|CLOEXEC", O_PATH | O_DIRECTORY | O_CLOEXEC},
    {"PATH|CREAT|WRONLY", O_PATH | O_CREAT | O_WRONLY},
    {"TMPFILE|RDWR", O_TMPFILE | O_RDWR},
    {"TMPFILE|WRONLY|EXCL", O_TMPFILE | O_WRONLY | O_EXCL},
    {"TMPFILE|RDONLY", O_TMPFILE},
    {"CLOEXEC", O_CLOEXEC},
    {"NONBLOCK", O_NONBLOCK},
    {"NONBLOCK|WRONLY", O_NONBLOCK | O_WRONLY},
    {"NOATIME", O_NOATIME},
    {"NOCTTY|RDWR", O_NOCTTY | O_RDWR},
    {"SYNC|WRONLY", O_SYNC | O_WRONLY},
    {"DSYNC|WRONLY", O_DSYNC | O_WRONLY},
    {"ASYNC", O_ASYNC},
    {"unknown", 1 << 30},
};

static const char *NAMES[] = {"plain",      "missing",     "folder",       "link-to-plain", "link-to-folder",
                              "dangling",   "loop-a",      "closed",       "fifo",          "folder/",
                              "plain/",     "missing/",    "folder/.",     "folder/..",     "plain/.",
                              "",           ".",           "..",           "/",             "//",
                              "folder/in",  "link-to-folder/in", "./folder/../plain", "folder//in", "nowhere/in",
                              "readonly",   "/dev/null",   "/dev/zero",    "link-to-plain/", "link-to-folder/",
                              "socket",     "noexec/in",   "dangling/",    "dangling-new"};

static void show(const char *call, const char *name, const char *flags, long fd) {
  if (fd == -1) {
    printf("%s %s %s: -%s\n", call, name, flags, errname(errno));
    return;
  }
  struct stat st;
  fstat(fd, &st);
  int fl = fcntl(fd, F_GETFL) & ~KERNEL_LARGEFILE;
  printf("%s %s %s: fd %ld fl %o fd %x mode %o size %lld\n", call, name, flags, fd, fl, fcntl(fd, F_GETFD),
         st.st_mode, S_ISREG(st.st_mode) ? (long long)st.st_size : -1);
  close(fd);
}

static void world(void) {
  unlink("missing");
  unlink("new");
  put("plain", "plain text");
  chmod("plain", 0640);
}

int main(int argc, char **argv) {
  umask(027);
  static char buffer[1 << 16];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  mkdir("folder", 0755);
  put("folder/in", "inside");
  symlink("plain", "link-to-plain");
  symlink("folder", "link-to-folder");
  symlink("missing", "dangling");
  symlink("new", "dangling-new");
  symlink("loop-b", "loop-a");
  symlink("loop-a", "loop-b");
  put("closed", "closed");
  chmod("closed", 0);
  put("readonly", "readonly");
  chmod("readonly", 0444);
  mkfifo("fifo", 0644);
  mknod("socket", S_IFSOCK | 0644, 0);
  mkdir("noexec", 0755);
  put("noexec/in", "hidden");
  chmod("noexec", 0600);
  const char *what = argc > 1 ? argv[1] : "openat";
  /* The same names, absolute: a supervisor may treat them in another way. */
  int absolute = argc > 2;
  char here[4096];
  getcwd(here, sizeof here);
  for (unsigned n = 0; n < sizeof NAMES / sizeof *NAMES; n++)
    for (unsigned f = 0; f < sizeof FLAGS / sizeof *FLAGS; f++) {
      const char *name = NAMES[n];
      int flags = FLAGS[f].flags;
      char full[8192];
      if (absolute && *name && *name != '/') {
        snprintf(full, sizeof full, "%s/%s", here, name);
        name = full;
      }
      /* A blocking open of a FIFO has its own guest. */
      if (!strcmp(NAMES[n], "fifo") && !(flags & (O_NONBLOCK | O_PATH)) && (flags & 3) != O_RDWR && (flags & 3) != 3)
        if ((flags & (O_CREAT | O_EXCL)) != (O_CREAT | O_EXCL) && !(flags & O_DIRECTORY))
          continue;
      world();
      if (!strcmp(what, "open"))
        show("open", NAMES[n], FLAGS[f].name, syscall(SYS_open, name, flags, 0666));
      else if (!strcmp(what, "openat"))
        show("openat", NAMES[n], FLAGS[f].name, syscall(SYS_openat, AT_FDCWD, name, flags, 0666));
      else if (!strcmp(what, "creat")) {
        if (f || !strcmp(NAMES[n], "fifo"))
          continue;
        show("creat", NAMES[n], "-", syscall(SYS_creat, name, 04755));
      } else if (!strcmp(what, "openat2")) {
        /* In memory, so no filter can let it pass; and no such descriptor can be handed over: ENOSYS. */
        if (flags & O_PATH)
          continue;
        struct open_how how = {.flags = (unsigned)flags,
                               .mode = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? 0666 : 0};
        show("openat2", NAMES[n], FLAGS[f].name, syscall(SYS_openat2, AT_FDCWD, name, &how, sizeof how));
      }
    }
  chmod("noexec", 0700);
  return 0;
}
