//! `cadseq gym`: the server of the Fusion 360 Gym without Fusion 360.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use anyhow::{Context, Result, ensure};
use cadseq_gym::{Limits, Server, ServerConfig};
use clap::Args;

use crate::exit_code::ExitCode;
use crate::interrupt;
use crate::terminal::say;

/// Serves the Fusion 360 Gym: its public client designs here as it does in Fusion 360, without a window.
///
/// Prints the addresses and answers until Ctrl-C, or until the client detaches them all. Each port is an
/// environment of its own. The protocol knows no passwords, so only this machine can reach it unless --reachable
/// is given.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cadseq gym\n  cadseq gym --port 8080 --instances 4")]
pub(crate) struct Arguments {
    /// Port; 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Environments, on this many ports from --port on.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    instances: u16,
    /// Address to listen on; another than this machine's own needs --reachable.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "ADDRESS")]
    host: IpAddr,
    /// Lets whoever reaches the address design there.
    #[arg(long)]
    reachable: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let host = arguments.host;
    ensure!(
        host.is_loopback() || arguments.reachable,
        "--host {host} can be reached from other machines; add --reachable if that is meant"
    );
    let ports = (0..arguments.instances).map(|number| match arguments.port {
        0 => Some(0),
        first => first.checked_add(number),
    });
    let addresses = ports
        .map(|port| port.map(|port| SocketAddr::new(host, port)))
        .collect::<Option<_>>()
        .context("--instances: there are no ports beyond 65535")?;
    let server = Server::bind(&ServerConfig {
        addresses,
        limits: Limits::default(),
    })?;
    let stopper = server.stopper();
    interrupt::on_first(move || {
        eprintln!("stopping; Ctrl-C again does not wait for what is being done");
        stopper.stop();
    })?;
    for address in server.addresses() {
        say(format!("http://{address}/"))?;
    }
    server.run()?;
    Ok(ExitCode::Success)
}
