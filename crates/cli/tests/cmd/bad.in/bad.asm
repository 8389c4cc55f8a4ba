A = nr
if A == 1 goto nowhere
return allow
