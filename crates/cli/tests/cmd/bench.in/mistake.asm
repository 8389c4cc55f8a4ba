A = nr
if A == opennat goto end
end: return allow
