/* What a program opens without a path: the other end of its own terminal, message queues. */
#include "say.h"
#include <fcntl.h>
#include <mqueue.h>
#include <sys/ioctl.h>

int main(int argc, char **argv) {
  if (argc > 1 && !strcmp(argv[1], "queue")) {
    /* The name is the kernel's, not a path. */
    mqd_t queue = mq_open("/callgate-test", O_CREAT | O_RDWR, 0600, NULL);
    say_ok("for writing", queue);
    say("sent", mq_send(queue, "text", 4, 1));
    say_ok("for reading", mq_open("/callgate-test", O_RDONLY));
    say("removed", mq_unlink("/callgate-test"));
    return 0;
  }
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  unlockpt(master);
  int peer = ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY);
  say_ok("for writing", peer);
  say("sent", write(peer, "text\n", 5));
  say_ok("for reading", ioctl(master, TIOCGPTPEER, O_RDONLY | O_NOCTTY));
  return 0;
}
