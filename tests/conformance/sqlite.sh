#!/bin/bash
# Databases as sqlite3 keeps them, in each journal mode, by several processes at once: sqlite.sh OUTCOMES MODE
outcomes=$1 mode=$2
said() { tr '\n' ' ' | sed 's/ *$//'; }
try() {
	local name=$1
	shift
	printf '%s\t%s\n' "$name" "$("$@" 2>&1 | said)" >>"$outcomes"
}
sql() { sqlite3 -cmd '.timeout 60000' "$@"; }

try mode sql one.db "PRAGMA journal_mode=$mode; CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t(v) VALUES('a'),('b');"
try rows sql one.db "SELECT * FROM t;"
try rolled-back sql one.db "BEGIN; DELETE FROM t; ROLLBACK; SELECT count(*) FROM t;"
try vacuum sql one.db "VACUUM; PRAGMA integrity_check;"
try attached sql one.db "ATTACH 'two.db' AS two; CREATE TABLE two.t AS SELECT * FROM main.t; SELECT count(*) FROM two.t;"
try temporary sql one.db "PRAGMA temp_store=FILE; CREATE TEMP TABLE x AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<20000) SELECT i, hex(zeroblob(100)) AS z FROM n; SELECT count(*), max(i) FROM (SELECT * FROM x ORDER BY z, i DESC);"
for writer in 1 2 3 4; do
	for row in $(seq 50); do
		sql one.db "INSERT INTO t(v) VALUES('$writer-$row');" >>writers 2>&1
	done &
done
wait
try written-by-four sql one.db "SELECT count(*), count(DISTINCT v) FROM t; PRAGMA integrity_check;"
try what-writers-said cat writers
try backup sql one.db ".backup copy.db"
try copied sql copy.db "SELECT count(*) FROM t; PRAGMA integrity_check;"
try dumped sh -c 'sqlite3 one.db .dump | sqlite3 three.db && sqlite3 three.db "SELECT count(*) FROM t;"'
try read-only sql -readonly one.db "INSERT INTO t(v) VALUES('no');"
chmod 444 two.db
try not-writable sql two.db "INSERT INTO t(v) VALUES('no');"
try no-database sql missing/none.db "SELECT 1;"
try held sh -c "sqlite3 one.db 'BEGIN IMMEDIATE;' '.shell sqlite3 one.db \"BEGIN IMMEDIATE;\"' 'COMMIT;'"
try killed sh -c "sqlite3 one.db 'BEGIN IMMEDIATE;' 'DELETE FROM t;' '.shell kill -9 \$PPID'; sqlite3 one.db 'SELECT count(*) FROM t; PRAGMA integrity_check;'"
try files sh -c 'stat -c "%n %a" *'
