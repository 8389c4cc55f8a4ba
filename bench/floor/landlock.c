/* The floor of a run that Landlock holds: the same domain, set by hand, and nothing else.
 *
 * landlock LAYERS FOLDER... -- PROGRAM ARGUMENTS
 *
 * Only what is beneath the folders, and /dev/null, can be changed; everything can be read. LAYERS is `one`, or `refer`:
 * another domain is around that one, which handles renames and grants them everywhere. Compare the processor time of the
 * program, natively and so. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { WRITE_FILE = 1 << 1, NAMES = 0x1ff << 4, REFER = 1 << 13, TRUNCATE = 1 << 14 };
enum { SOCKETS = 1, SIGNALS = 2 };

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int ruleset(uint64_t files, uint64_t scopes) {
  uint64_t handled[3] = {files, 0, scopes};
  int fd = syscall(SYS_landlock_create_ruleset, handled, sizeof handled, 0);
  if (fd < 0)
    fail("landlock_create_ruleset");
  return fd;
}

static void grant(int fd, const char *path, uint64_t access) {
  struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = open(path, O_PATH | O_CLOEXEC)};
  if (rule.parent_fd < 0 || syscall(SYS_landlock_add_rule, fd, LANDLOCK_RULE_PATH_BENEATH, &rule, 0))
    fail(path);
  close(rule.parent_fd);
}

static void restrict_self(int fd) {
  if (syscall(SYS_landlock_restrict_self, fd, 0))
    fail("landlock_restrict_self");
  close(fd);
}

int main(int argc, char **argv) {
  if (argc < 4)
    return 2;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    fail("prctl");
  if (!strcmp(argv[1], "refer")) {
    int around = ruleset(REFER, SIGNALS);
    grant(around, "/", REFER);
    restrict_self(around);
  }
  int fd = ruleset(WRITE_FILE | NAMES | REFER | TRUNCATE, SOCKETS | SIGNALS), at = 2;
  grant(fd, "/", REFER);
  grant(fd, "/dev/null", WRITE_FILE | TRUNCATE);
  for (; at < argc && strcmp(argv[at], "--"); at++)
    grant(fd, argv[at], WRITE_FILE | NAMES | TRUNCATE);
  restrict_self(fd);
  if (at + 1 < argc)
    execvp(argv[at + 1], argv + at + 1);
  fail("execvp");
}
