//! The JSON Schema of the event log: what `callgate schema events` prints.

use serde_json::{Value, json};

/// The schema of one line, JSON Schema 2020-12. Readers must ignore fields they do not know.
pub fn events() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "callgate event log, version 1",
        "description": "One line of a callgate event log (JSONL). Fields may be added within a version: ignore those you do not know. Strings of type `bytes` hold bytes of the target: text stays as it is, a backslash is written as two, a byte that is not part of valid UTF-8 as \\xNN.",
        "type": "object",
        "required": ["v", "seq", "ts", "run", "type"],
        "properties": {
            "v": { "const": 1, "description": "Version of this schema." },
            "seq": { "type": "integer", "minimum": 1, "description": "Place in the run, from 1." },
            "ts": { "type": "string", "format": "date-time", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$", "description": "RFC 3339, UTC, milliseconds." },
            "run": { "type": "string", "description": "Id of the run." },
            "type": { "enum": ["start", "call", "ask", "exec", "exit", "limit", "end"] }
        },
        "oneOf": [
            variant("start", "The run begins; the first event.", json!({
                "version": { "type": "string", "description": "callgate's version." },
                "command": { "type": "array", "items": { "$ref": "#/$defs/bytes" }, "description": "Program and arguments." },
                "policy": { "type": "array", "items": { "type": "string" }, "description": "Files, presets and `flags` that contributed." },
                "name": { "type": ["string", "null"], "description": "The policy's name." },
                "pid": { "type": ["integer", "null"], "minimum": 1 },
                "cwd": { "$ref": "#/$defs/bytes", "description": "Where the program starts." },
                "mode": { "$ref": "#/$defs/mode" },
                "plan": { "$ref": "#/$defs/plan" },
                "seed": { "type": ["integer", "null"], "minimum": 0, "description": "Seed of [faults]." }
            }), &[]),
            variant("call", "A call was judged.", json!({
                "pid": { "type": "integer", "minimum": 1 },
                "tid": { "type": "integer", "minimum": 1 },
                "exe": { "oneOf": [{ "$ref": "#/$defs/bytes" }, { "type": "null" }], "description": "The program that the process runs." },
                "call": { "$ref": "#/$defs/call" },
                "op": { "$ref": "#/$defs/op" },
                "target": { "oneOf": [{ "$ref": "#/$defs/target" }, { "type": "null" }] },
                "redirect": { "oneOf": [{ "$ref": "#/$defs/bytes" }, { "type": "null" }], "description": "What was used instead." },
                "fault": { "type": ["string", "null"], "description": "Id of the fault that was injected." },
                "verdict": { "enum": ["allow", "log", "deny", "trap", "kill-thread", "kill"] },
                "errno": { "type": ["string", "null"], "description": "What the call returned, where callgate chose it: EACCES." },
                "rule": { "oneOf": [{ "$ref": "#/$defs/rule" }, { "type": "null" }], "description": "The rule that decided; null for the default." },
                "via": { "enum": ["bpf", "landlock", "notify", "ptrace"], "description": "The mechanism that decided." },
                "mode": { "$ref": "#/$defs/mode" },
                "us": { "type": "integer", "minimum": 0, "description": "Microseconds until the answer." },
                "count": { "type": "integer", "minimum": 1, "description": "Equal events this one stands for." },
                "fix": { "type": "string", "description": "The flag or edit that would allow it; on refusals." },
                "at": { "$ref": "#/$defs/code", "description": "Where the call was made from; on kills." }
            }), &["fix", "at"]),
            variant("ask", "The user was asked.", json!({
                "pid": { "type": "integer", "minimum": 1 },
                "tid": { "type": "integer", "minimum": 1 },
                "exe": { "oneOf": [{ "$ref": "#/$defs/bytes" }, { "type": "null" }] },
                "op": { "$ref": "#/$defs/op" },
                "target": { "oneOf": [{ "$ref": "#/$defs/target" }, { "type": "null" }] },
                "rule": { "oneOf": [{ "$ref": "#/$defs/rule" }, { "type": "null" }] },
                "answer": { "enum": ["allow", "deny"] },
                "by": { "enum": ["user", "timeout"] },
                "us": { "type": "integer", "minimum": 0 }
            }), &[]),
            variant("exec", "A process of the run runs another program.", json!({
                "pid": { "type": "integer", "minimum": 1 },
                "exe": { "$ref": "#/$defs/bytes" },
                "argv": { "type": "array", "items": { "$ref": "#/$defs/bytes" } }
            }), &[]),
            variant("exit", "A process of the run ended.", json!({
                "pid": { "type": "integer", "minimum": 1 },
                "exe": { "oneOf": [{ "$ref": "#/$defs/bytes" }, { "type": "null" }] },
                "status": { "$ref": "#/$defs/status" }
            }), &[]),
            variant("limit", "A limit was reached.", json!({
                "limit": { "enum": ["wall", "cpu", "memory", "processes", "open-files"] },
                "pid": { "type": ["integer", "null"], "minimum": 1 },
                "value": { "type": "integer", "minimum": 0, "description": "Milliseconds for times, bytes for memory, else a number." }
            }), &[]),
            variant("end", "The run is over; the last event, and the authority on how it ended.", json!({
                "status": { "oneOf": [{ "$ref": "#/$defs/status" }, { "type": "null" }], "description": "How the program ended; null when it never started." },
                "exit": { "type": "integer", "minimum": 0, "maximum": 255, "description": "callgate's own exit code." },
                "mode": { "$ref": "#/$defs/mode", "description": "Whether refusals were carried out." },
                "totals": { "$ref": "#/$defs/totals" },
                "us": { "type": "integer", "minimum": 0, "description": "Microseconds from start to end." },
                "error": { "type": "string", "description": "Why callgate ended with an exit code of its own." }
            }), &["error"])
        ],
        "$defs": {
            "bytes": { "type": "string", "pattern": "^([^\\\\]|\\\\\\\\|\\\\x[0-9a-f]{2})*$" },
            "mode": { "enum": ["enforce", "observe"] },
            "op": { "enum": ["fs.read", "fs.write", "fs.exec", "fs.hide", "net.connect", "net.bind", "net.listen", "net.send", null], "description": "Null when a rule of [syscalls] decided on the call itself." },
            "call": object(&json!({
                "name": { "type": "string" },
                "arch": { "type": "string" },
                "args": { "type": "array", "items": { "type": "string" }, "description": "Decoded." }
            }), &[]),
            "target": object(&json!({
                "given": { "$ref": "#/$defs/bytes", "description": "As the program wrote it." },
                "resolved": { "$ref": "#/$defs/bytes", "description": "As it was judged." }
            }), &[]),
            "rule": object(&json!({
                "id": { "type": "string" },
                "file": { "type": "string" },
                "line": { "type": "integer", "minimum": 0 },
                "text": { "type": "string", "description": "As written." },
                "reason": { "type": "string", "description": "Why a preset has it." }
            }), &["text", "reason"]),
            "code": object(&json!({
                "address": { "$ref": "#/$defs/hex" },
                "file": { "oneOf": [{ "$ref": "#/$defs/bytes" }, { "type": "null" }], "description": "What is mapped there." },
                "offset": { "$ref": "#/$defs/hex", "description": "Offset in that file." }
            }), &[]),
            "hex": { "type": "string", "pattern": "^0x[0-9a-f]{1,16}$" },
            "status": {
                "oneOf": [
                    object(&json!({ "code": { "type": "integer", "minimum": 0, "maximum": 255 } }), &[]),
                    object(&json!({ "signal": { "type": "integer", "minimum": 1 } }), &[])
                ]
            },
            "plan": object(&json!({
                "rules": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 }, "description": "Rules per mechanism." },
                "notified": { "type": "array", "items": { "type": "string" }, "description": "Calls that notify the supervisor." },
                "instructions": { "type": "integer", "minimum": 0, "description": "Length of the filter." },
                "unenforced": { "type": "array", "items": { "type": "string" }, "description": "Ids of rules named in --allow-unenforced." }
            }), &[]),
            "totals": object(&json!({
                "judged": { "type": "integer", "minimum": 0 },
                "denied": { "type": "integer", "minimum": 0 },
                "killed": { "type": "integer", "minimum": 0 },
                "notifications": { "type": "integer", "minimum": 0 }
            }), &[])
        }
    })
}

/// An object whose properties are required but for the optional ones.
fn object(properties: &Value, optional: &[&str]) -> Value {
    let required: Vec<&String> = properties
        .as_object()
        .into_iter()
        .flatten()
        .map(|(k, _)| k)
        .filter(|k| !optional.contains(&k.as_str()))
        .collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn variant(name: &str, description: &str, mut properties: Value, optional: &[&str]) -> Value {
    properties["type"] = json!({ "const": name });
    let mut variant = object(&properties, optional);
    variant["description"] = description.into();
    variant
}

#[cfg(test)]
pub(crate) fn sample_call() -> crate::CallEvent {
    match samples().into_iter().find_map(|r| match r.event {
        crate::Event::Call(call) => Some(call),
        _ => None,
    }) {
        Some(call) => call,
        None => unreachable!("the samples hold a call"),
    }
}

/// One record of each type, the first call that of the documentation, and the odd cases.
#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::Record> {
    use crate::*;
    use callgate_abi::Errno;
    use callgate_policy::Operation;
    let call = CallEvent {
        pid: 4242,
        tid: 4243,
        exe: Some("/usr/bin/node".into()),
        call: Call {
            name: "openat".into(),
            arch: "x86_64".into(),
            args: vec!["AT_FDCWD".into(), "\"../.ssh/config\"".into(), "O_RDONLY".into()],
        },
        op: Some(Operation::FsRead),
        target: Some(Target { given: "../.ssh/config".into(), resolved: "/home/u/.ssh/config".into() }),
        redirect: None,
        fault: None,
        verdict: Verdict::Deny,
        errno: Some(Errno::EACCES),
        rule: Some(RuleRef {
            id: "fs.deny.all[1]".into(),
            file: "npm.toml".into(),
            line: 14,
            ..RuleRef::default()
        }),
        via: Mechanism::Notify,
        mode: Mode::Enforce,
        us: 38,
        count: 1,
        fix: None,
        at: None,
    };
    let kill = CallEvent {
        exe: None,
        op: None,
        target: None,
        verdict: Verdict::Kill,
        errno: None,
        rule: Some(RuleRef {
            id: "secrets".into(),
            file: "preset:strict".into(),
            line: 3,
            text: "kill".into(),
            reason: Some("because".into()),
        }),
        via: Mechanism::Bpf,
        fix: Some("--syscall allow:exit_group".into()),
        at: Some(CodeAddress { address: u64::MAX, file: Some("/usr/lib/libc.so.6".into()), offset: 0x1234 }),
        ..call.clone()
    };
    let events = vec![
        Event::Start(StartEvent {
            version: "0.1.0".into(),
            command: vec![Bytes(b"/bin/\xff\\".to_vec()), "a".into()],
            policy: vec!["npm.toml".into(), "preset:base".into()],
            plan: PlanSummary {
                rules: [("notify".to_owned(), 3)].into(),
                notified: vec!["openat".into()],
                instructions: 12,
                unenforced: vec!["fs.exec[0]".into()],
            },
            cwd: "/project".into(),
            pid: Some(4242),
            ..StartEvent::default()
        }),
        Event::Call(call.clone()),
        Event::Call(CallEvent {
            errno: Some(Errno(512)),
            redirect: Some("/to".into()),
            mode: Mode::Observe,
            ..call.clone()
        }),
        Event::Call(kill),
        Event::Ask(AskEvent {
            pid: 1,
            tid: 1,
            exe: None,
            op: call.op,
            target: call.target.clone(),
            rule: call.rule.clone(),
            answer: Answer::Deny,
            by: AskedBy::Timeout,
            us: 30_000_000,
        }),
        Event::Exec(ExecEvent { pid: 4244, exe: "/bin/sh".into(), argv: vec!["sh".into(), "-c".into()] }),
        Event::Exit(ExitEvent { pid: 4244, exe: Some("/bin/sh".into()), status: Status::Code(1) }),
        Event::Limit(LimitEvent { limit: Limit::OpenFiles, pid: None, value: 10 }),
        Event::End(EndEvent {
            status: Some(Status::Signal(31)),
            exit: 121,
            mode: Mode::Enforce,
            totals: Totals { judged: 4, denied: 2, killed: 1, notifications: 5 },
            us: 1_234_567,
            error: None,
        }),
        Event::End(EndEvent { exit: 125, error: Some("no listener".into()), ..EndEvent::default() }),
    ];
    let mut recorder = Recorder::new();
    events.into_iter().map(|event| recorder.record(event)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Errors of `value` against `schema`, for the keywords this schema uses. Unlike a validator of
    /// JSON Schema it also refuses fields the schema does not name: every field must be described.
    fn check(root: &Value, schema: &Value, value: &Value, at: &str, errors: &mut Vec<String>) {
        let Some(keywords) = schema.as_object() else { return errors.push(format!("{at}: no schema")) };
        if let Some(target) = keywords.get("$ref") {
            let pointer = target.as_str().unwrap().trim_start_matches('#');
            check(root, root.pointer(pointer).expect(pointer), value, at, errors);
        }
        for (keyword, want) in keywords {
            let ok = match keyword.as_str() {
                "const" => want == value,
                "enum" => want.as_array().unwrap().contains(value),
                "type" => {
                    let names: Vec<&Value> = want.as_array().map_or(vec![want], |a| a.iter().collect());
                    names.iter().any(|name| match name.as_str().unwrap() {
                        "object" => value.is_object(),
                        "array" => value.is_array(),
                        "string" => value.is_string(),
                        "integer" => value.is_u64() || value.is_i64(),
                        "null" => value.is_null(),
                        other => panic!("type {other}"),
                    })
                }
                "minimum" => value.as_i64().is_none_or(|n| n >= want.as_i64().unwrap()),
                "maximum" => value.as_i64().is_none_or(|n| n <= want.as_i64().unwrap()),
                "required" => {
                    want.as_array().unwrap().iter().all(|k| value.get(k.as_str().unwrap()).is_some())
                }
                "items" => {
                    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                        check(root, want, item, &format!("{at}[{n}]"), errors);
                    }
                    true
                }
                "properties" => {
                    for (key, schema) in want.as_object().unwrap() {
                        if let Some(field) = value.get(key) {
                            check(root, schema, field, &format!("{at}.{key}"), errors);
                        }
                    }
                    true
                }
                "oneOf" => {
                    let matching = want.as_array().unwrap().iter().filter(|option| {
                        let mut errors = Vec::new();
                        check(root, option, value, at, &mut errors);
                        errors.is_empty()
                    });
                    matching.count() == 1
                }
                "additionalProperties"
                | "pattern"
                | "format"
                | "description"
                | "title"
                | "$ref"
                | "$schema"
                | "$defs" => true,
                other => panic!("keyword {other}"),
            };
            if !ok {
                errors.push(format!("{at}: {keyword} {want} does not hold for {value}"));
            }
        }
    }

    /// Names that the schema describes for an object, `oneOf` branches that match included.
    fn described(root: &Value, schema: &Value, value: &Value, names: &mut Vec<String>) {
        if let Some(target) = schema.get("$ref") {
            described(
                root,
                root.pointer(target.as_str().unwrap().trim_start_matches('#')).unwrap(),
                value,
                names,
            );
        }
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            names.extend(properties.keys().cloned());
        }
        for option in schema.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
            let mut errors = Vec::new();
            check(root, option, value, "", &mut errors);
            if errors.is_empty() {
                described(root, option, value, names);
            }
        }
    }

    #[test]
    fn samples_fit_the_schema_field_by_field() {
        let schema = events();
        for record in samples() {
            let value = serde_json::to_value(&record).unwrap();
            let mut errors = Vec::new();
            check(&schema, &schema, &value, "$", &mut errors);
            assert_eq!(errors, Vec::<String>::new(), "{value}");
            let mut names = Vec::new();
            described(&schema, &schema, &value, &mut names);
            for key in value.as_object().unwrap().keys() {
                assert!(names.contains(key), "{key} of {value} is not described");
            }
            assert_eq!(serde_json::from_value::<crate::Record>(value).unwrap(), record);
        }
    }

    #[test]
    fn the_schema_refuses_what_is_no_event() {
        let schema = events();
        let good = serde_json::to_value(&samples()[1]).unwrap();
        let refused = |change: &dyn Fn(&mut Value)| {
            let mut value = good.clone();
            change(&mut value);
            let mut errors = Vec::new();
            check(&schema, &schema, &value, "$", &mut errors);
            !errors.is_empty()
        };
        assert!(!refused(&|_| {}));
        assert!(refused(&|v| v["v"] = json!(2)));
        assert!(refused(&|v| v["type"] = json!("other")));
        assert!(refused(&|v| v["pid"] = json!("4242")));
        assert!(refused(&|v| v["verdict"] = json!("perhaps")));
        assert!(refused(&|v| v["rule"] = json!({ "id": "x" })));
        assert!(refused(&|v| {
            v.as_object_mut().unwrap().remove("tid");
        }));
    }

    #[test]
    fn the_documented_sample_is_what_is_written() {
        let text = r#"{"v":1,"seq":17,"ts":"2026-01-01T00:00:00.000Z","run":"a1b2","type":"call","pid":4242,"tid":4243,"exe":"/usr/bin/node","call":{"name":"openat","arch":"x86_64","args":[]},"op":"fs.read","target":{"given":"../.ssh/config","resolved":"/home/u/.ssh/config"},"redirect":null,"fault":null,"verdict":"deny","errno":"EACCES","rule":{"id":"fs.deny.all[1]","file":"npm.toml","line":14},"via":"notify","mode":"enforce","us":38,"count":1}"#;
        let record: crate::Record = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&record).unwrap(), text);
    }
}
