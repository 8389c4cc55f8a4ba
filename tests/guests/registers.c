/* What a call leaves in the registers: everything as it was but its result. */
#include "say.h"
#include <fcntl.h>
#include <signal.h>

static unsigned long kept;

#ifdef __x86_64__
static long call(long nr, unsigned long a, unsigned long b, unsigned long c, unsigned long d) {
  long result = nr;
  unsigned long rdi = a, rsi = b, rdx = c, flags;
  register unsigned long r10 asm("r10") = d;
  register unsigned long r8 asm("r8") = 0x8888;
  register unsigned long r9 asm("r9") = 0x9999;
  unsigned long rbx = 0xbbbb;
  asm volatile("stc\n\tsyscall\n\tpushfq\n\tpop %[flags]"
               : "+a"(result), "+D"(rdi), "+S"(rsi), "+d"(rdx), "+r"(r10), "+r"(r8), "+r"(r9), "+b"(rbx), [flags] "=&r"(flags)
               :
               : "rcx", "r11", "memory", "cc");
  kept = rdi == a && rsi == b && rdx == c && r10 == d && r8 == 0x8888 && r9 == 0x9999 && rbx == 0xbbbb && (flags & 1);
  return result;
}
#else
static long call(long nr, unsigned long a, unsigned long b, unsigned long c, unsigned long d) {
  long result = nr;
  unsigned long ebx = a, ecx = b, edx = c, esi = d, edi = 0xdddd, flags;
  asm volatile("stc\n\tint $0x80\n\tpushf\n\tpop %[flags]"
               : "+a"(result), "+b"(ebx), "+c"(ecx), "+d"(edx), "+S"(esi), "+D"(edi), [flags] "=m"(flags)
               :
               : "memory", "cc");
  kept = ebx == a && ecx == b && edx == c && esi == d && edi == 0xdddd && (flags & 1);
  return result;
}
#endif

static void tell(const char *what, long result) {
  if (result >= 0)
    close(result);
  printf("%s: %s, kept %lu\n", what, result < 0 ? errname(-result) : "ok", kept);
}

#define P(path) ((unsigned long)(path))
#define HERE ((unsigned long)AT_FDCWD)

int main(void) {
  put("file", "text\n");
  symlink("file", "link");
  symlink("link", "loop/x");
  char here[4096], absolute[4200], *none[] = {NULL};
  getcwd(here, sizeof here);
  for (int i = 0; i < 3; i++) {
    snprintf(absolute, sizeof absolute, "%s/file", here);
    tell("openat, absolute", call(SYS_openat, HERE, P(absolute), O_RDONLY, 0x1234));
    tell("openat, relative", call(SYS_openat, HERE, P("file"), O_RDWR, 0));
    tell("openat, a bad flag", call(SYS_openat, HERE, P("file"), O_RDONLY | O_DIRECTORY, 0));
    snprintf(absolute, sizeof absolute, "%s/link", here);
    tell("openat, a link", call(SYS_openat, HERE, P(absolute), O_RDONLY, 0));
    tell("openat, not a link", call(SYS_openat, HERE, P(absolute), O_RDONLY | O_NOFOLLOW, 0));
    tell("openat, nothing", call(SYS_openat, HERE, P("nothing"), O_RDONLY, 0));
    tell("openat, no memory", call(SYS_openat, HERE, 8, O_RDONLY, 0));
    tell("openat, creating", call(SYS_openat, HERE, P("new"), O_CREAT | O_WRONLY, 0600));
#ifdef SYS_open
    tell("open", call(SYS_open, P("file"), O_RDONLY, 0x77, 0x78));
#endif
    tell("openat, a magic link", call(SYS_openat, HERE, P("/proc/self/exe"), O_RDONLY, 0));
    tell("execve, nothing", call(SYS_execve, P("nothing"), P(none), P(none), 0x55));
    tell("execve, no program", call(SYS_execve, P("file"), P(none), P(none), 0x55));
  }
  return 0;
}
