/* What libseccomp takes to make a filter.
 *
 * libseccomp RULES OPTIMIZE N OUT   makes the filter of the rules N times, writes it to OUT as struct sock_filter[],
 *                                   and prints the median of the nanoseconds of one. OPTIMIZE is the value of
 *                                   SCMP_FLTATR_CTL_OPTIMIZE.
 *
 * Lines of RULES, in the form of tests/witness/libseccomp.c:
 *   default ACTION, arch NAME, rule ACTION NAME [ARG OP VALUE VALUE2]...
 * The lines are read before the clock runs, and names are resolved then. Names that libseccomp does not know are
 * left out, as runtimes do, and so are calls whose rule is its default. */
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct rule {
  uint32_t action;
  int call;
  unsigned count;
  struct scmp_arg_cmp tests[6];
};

static uint32_t standard, arches[8];
static unsigned arch_count, rule_count;
static struct rule rules[8192];

static void fail(const char *what, int error) {
  fprintf(stderr, "libseccomp: %s: %s\n", what, strerror(-error));
  exit(1);
}

static void read_rules(const char *path) {
  char line[4096];
  FILE *file = fopen(path, "r");
  if (!file)
    fail(path, -errno);
  while (fgets(line, sizeof line, file)) {
    char *kind = strtok(line, " \n");
    char *word = kind ? strtok(NULL, " \n") : NULL;
    if (!word)
      continue;
    if (!strcmp(kind, "default")) {
      standard = strtoul(word, NULL, 16);
    } else if (!strcmp(kind, "arch") && arch_count < 8) {
      arches[arch_count++] = seccomp_arch_resolve_name(word);
    } else if (rule_count < sizeof rules / sizeof *rules) {
      struct rule *rule = &rules[rule_count];
      rule->action = strtoul(word, NULL, 16);
      rule->call = seccomp_syscall_resolve_name(strtok(NULL, " \n"));
      if (rule->call == __NR_SCMP_ERROR || rule->action == standard)
        continue;
      for (char *arg; rule->count < 6 && (arg = strtok(NULL, " \n")); rule->count++) {
        struct scmp_arg_cmp *test = &rule->tests[rule->count];
        test->arg = strtoul(arg, NULL, 16);
        test->op = strtoul(strtok(NULL, " \n"), NULL, 16);
        test->datum_a = strtoull(strtok(NULL, " \n"), NULL, 16);
        test->datum_b = strtoull(strtok(NULL, " \n"), NULL, 16);
      }
      rule_count++;
    }
  }
  fclose(file);
}

static void make(unsigned optimize, int out) {
  scmp_filter_ctx filter = seccomp_init(standard);
  if (!filter)
    fail("init", -ENOMEM);
  int error = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, optimize);
  if (!error)
    error = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  for (unsigned i = 0; !error && i < arch_count; i++) {
    error = seccomp_arch_add(filter, arches[i]);
    if (error == -EEXIST)
      error = 0;
  }
  for (unsigned i = 0; !error && i < rule_count; i++)
    error = seccomp_rule_add_array(filter, rules[i].action, rules[i].call, rules[i].count, rules[i].tests);
  if (!error)
    error = seccomp_export_bpf(filter, out);
  if (error)
    fail("the filter", error);
  seccomp_release(filter);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static int by_size(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

int main(int argc, char **argv) {
  static double turns[1001];
  if (argc != 5)
    return 2;
  unsigned optimize = atoi(argv[2]), count = atoi(argv[3]);
  if (!count || count > sizeof turns / sizeof *turns)
    return 2;
  /* Some shapes of rules keep libseccomp busy without an end. */
  alarm(60);
  read_rules(argv[1]);
  int out = open(argv[4], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (out < 0)
    fail(argv[4], -errno);
  for (unsigned i = 0; i < count; i++) {
    if (lseek(out, 0, SEEK_SET) || ftruncate(out, 0))
      fail(argv[4], -errno);
    double start = now();
    make(optimize, out);
    turns[i] = now() - start;
  }
  qsort(turns, count, sizeof *turns, by_size);
  printf("%f\n", turns[count / 2]);
  return 0;
}
