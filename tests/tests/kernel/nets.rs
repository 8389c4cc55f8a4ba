//! Sockets: as natively where allowed, refused and named where not.

use crate::case::Case;
use callgate_tests::scene::{ALLOW_LIST, JUDGE_ALL};
use callgate_tests::{Need, Scene, Variant};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];
const NATIVE: &[Variant] = &[Variant::Dynamic];
const COMPAT: &[Variant] = &[Variant::I386];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/nets/tcp4", needs: NOTIFY, run: |scene| same(scene, "tcp4", NATIVE) },
    Case { name: "user/nets/tcp6", needs: NOTIFY, run: |scene| same(scene, "tcp6", NATIVE) },
    Case { name: "user/nets/non-blocking", needs: NOTIFY, run: |scene| same(scene, "nonblocking", NATIVE) },
    Case { name: "user/nets/unix", needs: NOTIFY, run: |scene| unix(scene, NATIVE) },
    Case { name: "user/nets/abstract", needs: NOTIFY, run: |scene| same(scene, "abstract", NATIVE) },
    Case { name: "user/nets/udp", needs: NOTIFY, run: |scene| same(scene, "udp", NATIVE) },
    Case { name: "user/nets/tcp4-i386", needs: IA32, run: |scene| same(scene, "tcp4", COMPAT) },
    Case { name: "user/nets/unix-i386", needs: IA32, run: |scene| unix(scene, COMPAT) },
    Case { name: "user/nets/udp-i386", needs: IA32, run: |scene| same(scene, "udp", COMPAT) },
    Case { name: "user/nets/denied-connect", needs: NOTIFY, run: denied_connect },
    Case { name: "user/nets/denied-listen", needs: NOTIFY, run: denied_listen },
    Case { name: "user/nets/denied-unix", needs: NOTIFY, run: denied_unix },
    Case { name: "user/nets/served-client", needs: NOTIFY, run: served },
];

fn same(scene: &Scene, what: &str, variants: &[Variant]) {
    scene.same("sockets", variants, &[what], &|_| ());
}

/// SO_PEERCRED names the supervisor's process, with the target's uid and gid: `docs/semantics.md`.
fn unix(scene: &Scene, variants: &[Variant]) {
    let documented = [
        ("peer of client is us 1 1", "peer of client is us 0 1"),
        ("peer of server is us 1 1 1", "peer of server is us 0 1 1"),
    ];
    scene.same_but(&documented, &[JUDGE_ALL, ALLOW_LIST], "sockets", variants, &["unix"], &|_| ());
}

fn denied_connect(scene: &Scene) {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = server.local_addr().expect("an address").port().to_string();
    let client = scene.guests.find("sockets", Variant::Dynamic);
    let policy =
        format!("callgate = 1\ndefault = \"allow\"\n[net]\ndeny.connect = [\"tcp:127.0.0.0/8:{port}\"]\n");
    let outcome = scene.supervised(&policy, &client, &["client", "tcp", "127.0.0.1", &port]);
    outcome.ends(1).prints("-EACCES").says("net.connect").says(&format!("tcp:127.0.0.1:{port}"));
    outcome.says("net.deny.connect[0]").says("EACCES");
    server.set_nonblocking(true).expect("own socket");
    assert!(server.accept().is_err(), "the denied connection arrived");
    let policy = "callgate = 1\ndefault = \"deny\"\nuse = [\"base\"]\n[fs]\nread = [\"/\"]\nexec = [\"/\"]\n";
    let outcome = scene.supervised(policy, &client, &["client", "tcp", "127.0.0.1", &port]);
    outcome.ends(1).prints("-EACCES").says("--connect");
    assert!(server.accept().is_err(), "the denied connection arrived");
    scene.supervised(JUDGE_ALL, &client, &["client", "tcp", "127.0.0.1", &port]).ends(0);
    assert!(server.accept().is_ok(), "the allowed connection did not arrive");
}

fn denied_listen(scene: &Scene) {
    let port = free_port();
    let policy = format!("callgate = 1\ndefault = \"allow\"\n[net]\ndeny.listen = [\"tcp:*:{port}\"]\n");
    let program = scene.guests.find("sockets", Variant::Dynamic);
    let outcome = scene.supervised(&policy, &program, &["serve", &port]);
    outcome.ends(8).prints(&format!("bind {port}: 0")).prints(&format!("listen {port}: -EACCES"));
    outcome.says("net.listen").says(&format!(":{port}")).says("net.deny.listen[0]");
}

fn denied_unix(scene: &Scene) {
    use std::os::unix::net::UnixListener;
    let policy = "callgate = 1\ndefault = \"allow\"\n[net]\ndeny.connect = [\"unix:$CWD/agent\"]\n";
    let client = scene.guests.find("sockets", Variant::Dynamic);
    let server = UnixListener::bind(scene.work().join("agent")).expect("a socket");
    server.set_nonblocking(true).expect("own socket");
    std::os::unix::fs::symlink("agent", scene.work().join("link")).expect("a link");
    for name in ["agent", "./agent", "link", "/proc/self/cwd/agent"] {
        scene.native(&client, &["client", "unix", name]).ends(0);
        server.accept().expect("natively it connects");
        let outcome = scene.supervised(policy, &client, &["client", "unix", name]);
        outcome.ends(1).prints("-EACCES").says("net.connect").says("agent");
        assert!(server.accept().is_err(), "the denied connection arrived by {name}");
    }
}

/// A server under supervision serves a client that is not.
fn served(scene: &Scene) {
    let (denied, allowed) = (free_port(), free_port());
    let policy = format!("callgate = 1\ndefault = \"allow\"\n[net]\ndeny.listen = [\"tcp:*:{denied}\"]\n");
    let program = scene.guests.find("sockets", Variant::Dynamic);
    let mut command = scene.run_command(&policy, &program, &["serve", &denied, &allowed]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("callgate starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let said: Vec<String> = lines.by_ref().take(4).collect();
    assert_eq!(
        said,
        [
            format!("bind {denied}: 0"),
            format!("listen {denied}: -EACCES"),
            format!("bind {allowed}: 0"),
            format!("listen {allowed}: 0")
        ]
    );
    let mut stream = TcpStream::connect(format!("127.0.0.1:{allowed}")).expect("the server listens");
    stream.write_all(b"a real client").expect("the server reads");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("the server answers");
    assert_eq!(text, "served a real client");
    assert_eq!(child.wait().expect("it ends").code(), Some(7), "the server's status");
}

/// A port nobody has at the moment.
pub(crate) fn free_port() -> String {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    socket.local_addr().expect("an address").port().to_string()
}
