/* What the floors share: opens, timed, on a CPU. _GNU_SOURCE is defined before it is included. */
#ifndef OPENS_H
#define OPENS_H
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const char FILE_NAME[] = "/etc/hostname";

static void fail(const char *what) {
  fprintf(stderr, "%s: %s: %s\n", program_invocation_short_name, what, strerror(errno));
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static void pin(int cpu) {
  if (cpu < 0)
    return;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  if (sched_setaffinity(0, sizeof set, &set))
    fail("sched_setaffinity");
}

/* Nanoseconds of an open and its close. */
static double opens(int count) {
  double start = now();
  for (int i = 0; i < count; i++) {
    int fd = syscall(SYS_openat, AT_FDCWD, FILE_NAME, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
      fail("openat");
    close(fd);
  }
  return (now() - start) / count;
}

#endif
