/* The tracer's memory in this program, attacked from within: sealed door | sealed attack.
 *
 * `door` shows that each attack gets through where a protective step is left out. */
#define _FILE_OFFSET_BITS 64
#include "say.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#ifndef F_SEAL_FUTURE_WRITE
#define F_SEAL_FUTURE_WRITE 0x0010
#endif
#define MSEAL 462

/* The first mapping of the tracer's memory; its line in /proc/self/maps. */
static int find(unsigned long *start, unsigned long *end, char *line, size_t size) {
  FILE *maps = fopen("/proc/self/maps", "r");
  int found = 0;
  while (!found && fgets(line, size, maps))
    found = strstr(line, "memfd:callgate") && sscanf(line, "%lx-%lx", start, end) == 2;
  fclose(maps);
  return found;
}

/* Writes by the file that shows this program's memory. */
static int write_by_mem(const char *file, void *at) {
  int mem = open(file, O_RDWR | O_CLOEXEC);
  if (mem < 0)
    return -1;
  ssize_t n = pwrite(mem, "written", 7, (off_t)(unsigned long)at);
  close(mem);
  return n == 7 ? 0 : -1;
}

static void *map(int flags, int seals) {
  int fd = memfd_create("own", MFD_ALLOW_SEALING);
  if (fd < 0 || ftruncate(fd, 4096) || fcntl(fd, F_ADD_SEALS, seals))
    die("memfd");
  void *at = mmap(NULL, 4096, PROT_READ, flags, fd, 0);
  close(fd);
  return at == MAP_FAILED ? (die("mmap"), at) : at;
}

static int door(void) {
  printf("private, by /proc/self/mem: %d\n", write_by_mem("/proc/self/mem", map(MAP_PRIVATE, F_SEAL_FUTURE_WRITE)) == 0);
  printf("shared, by /proc/self/mem: %d\n", write_by_mem("/proc/self/mem", map(MAP_SHARED, F_SEAL_FUTURE_WRITE)) == 0);
  void *open_to_writing = map(MAP_SHARED, F_SEAL_SHRINK), *not = map(MAP_SHARED, F_SEAL_FUTURE_WRITE);
  printf("without F_SEAL_FUTURE_WRITE, by mprotect: %d\n", mprotect(open_to_writing, 4096, PROT_READ | PROT_WRITE) == 0);
  printf("with it: %d\n", mprotect(not, 4096, PROT_READ | PROT_WRITE) == 0);
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, both = PROT_READ | PROT_WRITE;
  printf("without mseal, by MAP_FIXED: %d\n", mmap(not, 4096, both, flags, -1, 0) == not);
  not = map(MAP_SHARED, F_SEAL_FUTURE_WRITE);
  if (syscall(MSEAL, not, 4096, 0))
    die("mseal");
  printf("with it: %d\n", mmap(not, 4096, both, flags, -1, 0) == not);
  return 0;
}

static void attempt(const char *what, int success) { printf("%s: %s\n", what, success ? "DONE" : "refused"); }

static int attack(void) {
  unsigned long start, end;
  char before[512], after[512], name[128];
  /* The first judged call has it mapped. */
  close(open("/dev/null", O_RDONLY));
  if (!find(&start, &end, before, sizeof before)) {
    puts("no sealed memory");
    return 1;
  }
  void *at = (void *)start;
  size_t len = end - start;
  int fixed = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, both = PROT_READ | PROT_WRITE;
  attempt("munmap", munmap(at, len) == 0);
  attempt("munmap of its middle", munmap((char *)at + 4096, 4096) == 0);
  attempt("mprotect to write", mprotect(at, len, both) == 0);
  attempt("mprotect to nothing", mprotect(at, len, PROT_NONE) == 0);
  attempt("MAP_FIXED", mmap(at, len, both, fixed, -1, 0) == at);
  attempt("MAP_FIXED around it", mmap((char *)at - 4096, len + 8192, both, fixed, -1, 0) != MAP_FAILED);
  attempt("mremap away", mremap(at, len, len, MREMAP_MAYMOVE | MREMAP_FIXED, mmap(NULL, len, both, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) != MAP_FAILED);
  attempt("mremap to less", mremap(at, len, 4096, 0) != MAP_FAILED);
  void *other = mmap(NULL, len, both, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  attempt("mremap onto it", mremap(other, len, len, MREMAP_MAYMOVE | MREMAP_FIXED, at) != MAP_FAILED);
  attempt("madvise remove", madvise(at, len, MADV_REMOVE) == 0);
  int shm = shmget(IPC_PRIVATE, len, 0600);
  attempt("shmat", shm >= 0 && shmat(shm, at, SHM_REMAP) != (void *)-1);
  shmctl(shm, IPC_RMID, NULL);
  attempt("remap_file_pages", syscall(SYS_remap_file_pages, at, 4096, 0, 1, 0) == 0);
  attempt("/proc/self/mem", write_by_mem("/proc/self/mem", at) == 0);
  struct iovec here = {"written", 7}, there = {at, 7};
  attempt("process_vm_writev", process_vm_writev(getpid(), &here, 1, &there, 1, 0) == 7);
  snprintf(name, sizeof name, "/proc/self/map_files/%lx-%lx", start, end);
  int file = open(name, O_RDWR);
  attempt("map_files", file >= 0 && pwrite(file, "written", 7, 0) == 7);
  fflush(stdout);
  pid_t parent = getpid(), child = fork();
  if (!child) {
    attempt("process_vm_writev by a child", process_vm_writev(parent, &here, 1, &there, 1, 0) == 7);
    snprintf(name, sizeof name, "/proc/%d/mem", parent);
    attempt("its memory by a child", write_by_mem(name, at) == 0);
    attempt("ptrace by a child", ptrace(PTRACE_SEIZE, parent, 0, 0) == 0);
    attempt("munmap in a child", munmap(at, len) == 0);
    fflush(stdout);
    _exit(0);
  }
  waitpid(child, NULL, 0);
  int same = find(&start, &end, after, sizeof after) && !strcmp(before, after);
  printf("as before: %d\n", same);
  say_ok("open", open("permitted-file", O_RDONLY));
  say_ok("open of what is denied", open("forbidden-file", O_RDONLY));
  return 0;
}

int main(int argc, char **argv) { return argc > 1 && !strcmp(argv[1], "door") ? door() : attack(); }
