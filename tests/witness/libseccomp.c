/* What libseccomp makes of rules, for the tests to compare with.
 *
 * Reads lines, writes the filter (struct sock_filter[]) to standard output:
 *   default ACTION             the first line
 *   arch NAME                  one more architecture; the native one is listed by itself
 *   rule ACTION NAME [ARG OP VALUE VALUE2]...
 * Actions are return values of filters in hex, OP is that of enum scmp_compare, numbers are hex.
 * A name that libseccomp does not know ends the program with status 3. */
#include <errno.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void fail(const char *what, int error)
{
	fprintf(stderr, "libseccomp: %s: %s\n", what, strerror(-error));
	exit(1);
}

int main(void)
{
	char line[4096];
	scmp_filter_ctx filter = NULL;
	/* Some shapes of rules keep libseccomp busy without an end. */
	alarm(20);
	while (fgets(line, sizeof line, stdin)) {
		char *kind = strtok(line, " \n");
		if (!kind)
			continue;
		char *word = strtok(NULL, " \n");
		if (!strcmp(kind, "default")) {
			filter = seccomp_init(strtoul(word, NULL, 16));
			/* Other architectures are killed, as profiles are read. */
			int error = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
			if (error)
				fail("bad arch", error);
		} else if (!strcmp(kind, "arch")) {
			int error = seccomp_arch_add(filter, seccomp_arch_resolve_name(word));
			if (error && error != -EEXIST)
				fail(word, error);
		} else {
			struct scmp_arg_cmp tests[6];
			unsigned count = 0;
			unsigned long action = strtoul(word, NULL, 16);
			char *name = strtok(NULL, " \n");
			int call = seccomp_syscall_resolve_name(name);
			if (call == __NR_SCMP_ERROR)
				exit(3);
			for (char *arg; count < 6 && (arg = strtok(NULL, " \n")); count++) {
				tests[count].arg = strtoul(arg, NULL, 16);
				tests[count].op = strtoul(strtok(NULL, " \n"), NULL, 16);
				tests[count].datum_a = strtoull(strtok(NULL, " \n"), NULL, 16);
				tests[count].datum_b = strtoull(strtok(NULL, " \n"), NULL, 16);
			}
			int error = seccomp_rule_add_array(filter, action, call, count, tests);
			if (error)
				fail(name, error);
		}
	}
	int error = seccomp_export_bpf(filter, STDOUT_FILENO);
	if (error)
		fail("export", error);
	return 0;
}
