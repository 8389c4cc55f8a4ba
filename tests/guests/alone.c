/* alone COMMAND [ARG…]: closes everything above the standard streams, gives every signal its default
 * action and unblocks it, then becomes the command: what a test's caller left must not change a result. */
#include "say.h"
#include <signal.h>

int main(int argc, char **argv) {
  if (syscall(436, 3, ~0u, 0))
    die("close_range");
  for (int number = 1; number < NSIG; number++)
    signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execv(argv[1], argv + 1);
  die(argv[1]);
}
