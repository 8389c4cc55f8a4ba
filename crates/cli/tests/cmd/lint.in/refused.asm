A = data[70]
return allow
