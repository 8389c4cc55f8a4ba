#!/usr/bin/env python3.11
"""CPython's own tests: cpython.py OUTCOMES MODULE [TEST...] adds a line for each test and subtest to OUTCOMES."""

import os
import sys
import unittest


class Outcomes(unittest.TestResult):
    """Writes each outcome when it is known, so that a crash leaves what came before it."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.open_test = None

    def say(self, test, outcome, detail=""):
        words = " ".join(str(detail).split()[:40])
        # Opened anew each time: tests compare the numbers of open files.
        with open(self.path, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{' '.join(test.id().split())}\t{outcome} {words}".rstrip() + "\n")

    @staticmethod
    def last_line(error):
        return f"{error[0].__name__}: {error[1]}".strip().splitlines()[0]

    def startTest(self, test):
        super().startTest(test)
        self.open_test = test

    def addSuccess(self, test):
        self.say(test, "ok")

    def addSkip(self, test, reason):
        self.say(test, "skipped", reason)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.say(test, "failed", self.last_line(error))

    def addError(self, test, error):
        super().addError(test, error)
        self.say(test, "failed", self.last_line(error))

    def addExpectedFailure(self, test, error):
        self.say(test, "failed as expected")

    def addUnexpectedSuccess(self, test):
        self.say(test, "succeeded unexpectedly")

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.say(subtest, "failed", self.last_line(error))


def main():
    path, module, *names = sys.argv[1:]
    # No network beyond this machine, nothing large, nothing that takes minutes of processor time.
    from test import support
    support.use_resources = []
    from test.support import os_helper
    with os_helper.temp_cwd(quiet=True):
        names = names or [f"test.{module}"]
        unittest.defaultTestLoader.loadTestsFromNames(names).run(Outcomes(path))
    support.reap_children()
    os._exit(0)


if __name__ == "__main__":
    main()
