/* What every guest needs to say what happened in one line that is equal natively and supervised. */
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The name of an errno: numbers differ in nothing here, but names read better in a failing test. */
static inline const char *errname(int e) {
  const char *n = strerrorname_np(e);
  return n ? n : "?";
}

/* "what: value" or "what: -ENAME"; evaluates the call's errno before anything can change it. */
static inline long say(const char *what, long ret) {
  int e = errno;
  if (ret == -1)
    printf("%s: -%s\n", what, errname(e));
  else
    printf("%s: %ld\n", what, ret);
  fflush(stdout);
  return ret;
}

/* As say, but a success is only "ok": for values that differ from run to run. */
static inline long say_ok(const char *what, long ret) {
  int e = errno;
  printf("%s: %s%s\n", what, ret == -1 ? "-" : "ok", ret == -1 ? errname(e) : "");
  fflush(stdout);
  return ret;
}

static inline void die(const char *what) {
  fprintf(stderr, "guest: %s: %s\n", what, strerror(errno));
  exit(99);
}

static inline void put(const char *path, const char *text) {
  FILE *f = fopen(path, "w");
  if (!f || fputs(text, f) < 0 || fclose(f))
    die(path);
}
