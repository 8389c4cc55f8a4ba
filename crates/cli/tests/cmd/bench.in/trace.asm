return trace 3
