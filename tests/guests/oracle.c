/* Asks the kernel what a filter does: reads questions on stdin, prints one line for each.
 *
 * A question: u32 flags (1: a filter follows, 2: only try to install it, 4: int 0x80), u32 number of
 * instructions, u32 call number, u32 unused, u64 args[6], then the instructions, 8 bytes each.
 * Answers: "refused ERRNO", "installed", "value N", "trap SI_ERRNO SI_SYSCALL SI_ARCH",
 * "signal N", "exit N", "stuck". The first line is "after HEX HEX": the instruction pointers that a
 * filter sees for calls by syscall and by int 0x80.
 *
 * The child that makes the call writes what it saw to shared memory and ends by an illegal
 * instruction, so that no call but the asked one meets the filter. */
#include "say.h"
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

struct question {
  uint32_t flags, len, nr, unused;
  uint64_t args[6];
};

struct answer {
  volatile int state; /* 0 not installed, 1 refused, 2 installed, 3 returned, 4 trapped */
  volatile long value;
  volatile int trap_errno, trap_call;
  volatile unsigned trap_arch;
};

static struct answer *answer;

#ifdef __x86_64__
long call64(uint64_t nr, const uint64_t *args);
long call32(uint64_t nr, const uint64_t *args);
extern char after64[], after32[];
__asm__(".text\n"
        ".globl call64, call32, after64, after32\n"
        "call64:\n"
        "  mov %rdi, %rax\n  mov %rsi, %r11\n"
        "  mov 0(%r11), %rdi\n  mov 16(%r11), %rdx\n  mov 24(%r11), %r10\n"
        "  mov 32(%r11), %r8\n  mov 40(%r11), %r9\n  mov 8(%r11), %rsi\n"
        "  syscall\n"
        "after64:\n  ret\n"
        "call32:\n"
        "  push %rbx\n  push %rbp\n  mov %edi, %eax\n  mov %rsi, %r11\n"
        "  mov 0(%r11), %ebx\n  mov 8(%r11), %ecx\n  mov 16(%r11), %edx\n"
        "  mov 24(%r11), %esi\n  mov 32(%r11), %edi\n  mov 40(%r11), %ebp\n"
        "  int $0x80\n"
        "after32:\n  pop %rbp\n  pop %rbx\n  cltq\n  ret\n");
#define END __builtin_trap()
#else
static char after64[1], after32[1];
static long call64(uint64_t nr, const uint64_t *a) {
  long r = syscall(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
  return r == -1 ? -errno : r;
}
static long call32(uint64_t nr, const uint64_t *a) { return call64(nr, a); }
#define END __builtin_trap()
#endif

static void trapped(int sig, siginfo_t *info, void *context) {
  (void)sig;
  (void)context;
  answer->trap_errno = info->si_errno;
  answer->trap_call = info->si_syscall;
  answer->trap_arch = info->si_arch;
  answer->state = 4;
  END;
}

static void child(const struct question *q, struct sock_filter *insns) {
  struct sigaction act = {.sa_sigaction = trapped, .sa_flags = SA_SIGINFO};
  sigaction(SIGSYS, &act, NULL);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  int null = open("/dev/null", O_RDWR);
  for (int fd = 0; fd < 3; fd++)
    dup2(null, fd);
  close(null);
  if (q->flags & 1) {
    struct sock_fprog prog = {.len = q->len, .filter = insns};
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &prog)) {
      answer->value = errno;
      answer->state = 1;
      END;
    }
  }
  answer->state = 2;
  if (q->flags & 2)
    END;
  answer->value = q->flags & 4 ? call32(q->nr, q->args) : call64(q->nr, q->args);
  answer->state = 3;
  END;
}

int main(void) {
  answer = mmap(NULL, sizeof *answer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (answer == MAP_FAILED)
    die("mmap");
  printf("after %lx %lx\n", (unsigned long)after64, (unsigned long)after32);
  struct question q;
  while (fread(&q, sizeof q, 1, stdin) == 1) {
    struct sock_filter *insns = calloc(q.len + 1, sizeof *insns);
    if (q.len && fread(insns, sizeof *insns, q.len, stdin) != q.len)
      die("short question");
    fflush(stdout);
    memset((void *)answer, 0, sizeof *answer);
    pid_t pid = fork();
    if (pid < 0)
      die("fork");
    if (!pid)
      child(&q, insns);
    int pidfd = syscall(SYS_pidfd_open, pid, 0);
    struct pollfd end = {.fd = pidfd, .events = POLLIN};
    int stuck = poll(&end, 1, 20000) == 0;
    if (stuck)
      kill(pid, SIGKILL);
    int status;
    if (waitpid(pid, &status, 0) != pid)
      die("waitpid");
    close(pidfd);
    free(insns);
    if (stuck)
      puts("stuck");
    else if (answer->state == 1)
      printf("refused %ld\n", answer->value);
    else if (answer->state == 3)
      printf("value %ld\n", answer->value);
    else if (answer->state == 4)
      printf("trap %d %d %u\n", answer->trap_errno, answer->trap_call, answer->trap_arch);
    else if (WIFEXITED(status))
      printf("exit %d\n", WEXITSTATUS(status));
    else if (answer->state == 2 && (q.flags & 2))
      puts("installed");
    else
      printf("signal %d\n", WTERMSIG(status));
  }
  fflush(stdout);
  return 0;
}
