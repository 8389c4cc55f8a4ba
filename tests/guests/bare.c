/* cc: -nostartfiles
 *
 * A program with no start-up code: the only calls are those written here and in glibc's own _exit.
 * What it does is the first letter of its first argument. */
#include "say.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>

#ifdef __x86_64__
__asm__(".globl _start\n_start:\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call begin\n");
static long call(long nr, long a, long b, long c, long d) {
  long r;
  register long r10 __asm__("r10") = d;
  __asm__ volatile("syscall" : "=a"(r) : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10) : "rcx", "r11", "memory");
  return r;
}
#elif defined(__i386__)
__asm__(".globl _start\n_start:\n  mov %esp, %eax\n  and $-16, %esp\n  sub $12, %esp\n  push %eax\n  call begin\n");
static long call(long nr, long a, long b, long c, long d) {
  long r;
  __asm__ volatile("int $0x80" : "=a"(r) : "a"(nr), "b"(a), "c"(b), "d"(c), "S"(d) : "memory");
  return r;
}
#endif

#define PUT(text) call(SYS_write, 1, (long)text, sizeof text - 1, 0)

static void number(long value) {
  char text[24], *p = text + sizeof text;
  *--p = '\n';
  unsigned long v = value < 0 ? -value : value;
  do
    *--p = '0' + v % 10;
  while (v /= 10);
  if (value < 0)
    *--p = '-';
  call(SYS_write, 1, (long)p, text + sizeof text - p, 0);
}

__attribute__((used, noreturn)) void begin(long *stack) {
  char what = stack[0] > 1 ? ((char **)stack)[2][0] : 'g';
  char *path = stack[0] > 2 ? ((char **)stack)[3] : "file";
  PUT("alive\n");
  if (what == 'e') /* leaves by exit */
    call(SYS_exit, 3, 0, 0, 0);
  if (what == 'o' || what == 'a') { /* open or openat, read, write */
    char text[256];
    long fd = what == 'o' ? call(SYS_open, (long)path, O_RDONLY, 0, 0)
                          : call(SYS_openat, AT_FDCWD, (long)path, O_RDONLY, 0);
    if (fd >= 0)
      call(SYS_write, 1, (long)text, call(SYS_read, fd, (long)text, sizeof text, 0), 0);
    else
      number(fd);
  }
  if (what == 'm' || what == 'x') /* mprotect, not or made executable */
    number(call(SYS_mprotect, ((long)stack) & ~4095l, 4096, what == 'm' ? PROT_READ | PROT_WRITE : PROT_READ | PROT_EXEC | PROT_WRITE, 0));
  if (what == 'c') { /* execve */
    char *args[] = {"/bin/sh", NULL};
    number(call(SYS_execve, (long)"/bin/sh", (long)args, 0, 0));
  }
  if (what == 'p') { /* getppid, which no preset allows */
    number(call(SYS_getppid, 0, 0, 0, 0) > 0);
  }
  if (what == 'b') /* what stdio does first */
    number(call(SYS_brk, 0, 0, 0, 0) != 0);
#ifdef __i386__
  /* glibc's i386 _exit calls through the thread pointer, which only start-up code sets. */
  call(SYS_exit_group, 3, 0, 0, 0);
#endif
  _exit(3); /* glibc: exit_group */
}
