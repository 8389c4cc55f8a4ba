A = nr
X = 0
A /= X
return allow
