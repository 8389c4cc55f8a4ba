/* What a call costs under a filter.
 *
 * filtered FILTER CPU N NR ARG0 ARG1 ARG2   makes the call N times on this CPU under the filter, struct sock_filter[] in
 *                                           a file (- for none), and prints nanoseconds a call. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
  static struct sock_filter insns[4096];
  if (argc != 8)
    return 2;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(atoi(argv[2]), &set);
  sched_setaffinity(0, sizeof set, &set);
  int count = atoi(argv[3]);
  long nr = atol(argv[4]), args[3];
  for (int i = 0; i < 3; i++)
    args[i] = strtoul(argv[5 + i], NULL, 0);
  if (strcmp(argv[1], "-")) {
    int fd = open(argv[1], O_RDONLY | O_CLOEXEC);
    ssize_t size = fd < 0 ? -1 : read(fd, insns, sizeof insns);
    struct sock_fprog program = {.len = size / 8, .filter = insns};
    if (size <= 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) {
      perror(argv[1]);
      return 1;
    }
  }
  for (int i = 0; i < count / 10; i++)
    syscall(nr, args[0], args[1], args[2]);
  double start = now();
  for (int i = 0; i < count; i++)
    syscall(nr, args[0], args[1], args[2]);
  printf("%f\n", (now() - start) / count);
  return 0;
}
