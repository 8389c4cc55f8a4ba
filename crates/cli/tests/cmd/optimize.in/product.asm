   0: A = data[16]
   1: X = A
   2: A = data[24]
   3: A *= X
   4: if A == 0x12345677 goto 6
   5: return allow
   6: return kill-thread
