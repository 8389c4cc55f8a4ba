.abi x86_64
   0: A = arch
   1: if A != x86_64 goto 4
   2: A = nr
   3: if A == write goto 5
   4: return allow
   5: return errno EBADF
