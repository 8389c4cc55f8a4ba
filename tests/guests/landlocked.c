/* Puts itself in a Landlock domain that grants reading below the first argument only, then opens and
 * prints the other arguments: by name, with a bad pointer, with an over-long name. */
#include "say.h"
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>

struct ruleset {
  uint64_t fs, net, scoped;
};
struct __attribute__((packed)) beneath {
  uint64_t access;
  int32_t parent;
};

int main(int argc, char **argv) {
  struct ruleset attr = {.fs = 1 << 2 | 1 << 3}; /* READ_FILE, READ_DIR */
  int ruleset = syscall(444, &attr, 8, 0);
  if (ruleset < 0)
    die("landlock_create_ruleset");
  struct beneath rule = {1 << 2 | 1 << 3, open(argv[1], O_PATH)};
  if (rule.parent < 0 || syscall(445, ruleset, 1, &rule, 0))
    die("landlock_add_rule");
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (syscall(446, ruleset, 0))
    die("landlock_restrict_self");
  for (char **name = argv + 2; *name; name++) {
    char text[256] = "";
    int fd = open(*name, O_RDONLY);
    if (fd < 0) {
      printf("%s: -%s\n", *name, errname(errno));
      continue;
    }
    read(fd, text, sizeof text - 1);
    printf("%s: %s\n", *name, text);
    close(fd);
  }
  char *page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  say("unreadable pointer", open(page, O_RDONLY));
  static char longest[6000];
  memset(longest, 'x', sizeof longest - 1);
  say("over-long", open(longest, O_RDONLY));
  return 0;
}
