//! `cadseq serve`: the workbench in a browser.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroUsize;

use anyhow::{Context, Result, ensure};
use cadseq_server::{Access, Limits, Server, ServerConfig, Token};
use clap::{Args, ValueEnum};

use super::network::NetworkArguments;
use crate::exit_code::ExitCode;
use crate::interrupt;
use crate::terminal::say;

/// Serves the workbench: a page on which a picture becomes a part to turn, edit and save.
///
/// Prints the address and answers until Ctrl-C; then it finishes what it has begun. Only this
/// machine can reach it unless --reachable is given.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq serve --open\n  cadseq serve --port 0 --workers 4 --log json\n  cadseq serve --host 0.0.0.0 --reachable"
)]
pub(crate) struct Arguments {
    /// Port; 0 takes any free one.
    #[arg(long, default_value_t = 7823)]
    port: u16,
    /// Address to listen on; another than this machine's own needs --reachable.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "ADDRESS")]
    host: IpAddr,
    /// Lets other machines reach the server. They need the token: the one given, or one made anew.
    #[arg(long)]
    reachable: bool,
    /// Token that every request must show: 16 or more letters, digits, - and _.
    #[arg(
        long,
        env = "CADSEQ_TOKEN",
        hide_env_values = true,
        value_name = "TOKEN"
    )]
    token: Option<String>,
    /// Opens the page in the browser.
    #[arg(long)]
    open: bool,
    /// Threads for building; reconstruction gets half as many [default: one a core].
    #[arg(long, value_name = "N")]
    workers: Option<NonZeroUsize>,
    /// A line a request on standard error: method, route, status, time and bytes, nothing of users.
    #[arg(long, value_enum, default_value_t = Log::Plain, value_name = "FORM")]
    log: Log,
    #[command(flatten)]
    network: NetworkArguments,
}

/// The form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Log {
    /// For people.
    Plain,
    /// For programs: one JSON object a line.
    Json,
    /// None.
    Off,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let config = ServerConfig {
        address: SocketAddr::new(arguments.host, arguments.port),
        access: access(arguments)?,
        limits: Limits::default(),
        workers: arguments.workers.unwrap_or_else(cores),
    };
    start_log(arguments.log);
    let server = Server::bind(&config, arguments.network.reconstructor()?)?;
    let stopper = server.stopper();
    interrupt::on_first(move || {
        eprintln!("stopping; Ctrl-C again does not wait for what is being done");
        stopper.stop();
    })?;
    let url = server.url();
    say(&url)?;
    if arguments.open && open::that_detached(&url).is_err() {
        eprintln!("no browser could be opened; open the address yourself");
    }
    server.run()?;
    Ok(ExitCode::Success)
}

/// Who may ask: whoever has the token, where there is one, and there is one wherever others can reach
/// the server.
fn access(arguments: &Arguments) -> Result<Access> {
    let host = arguments.host;
    ensure!(
        host.is_loopback() || arguments.reachable,
        "--host {host} can be reached from other machines; add --reachable if that is meant"
    );
    match &arguments.token {
        Some(text) => {
            let token = Token::chosen(text).context("--token (or CADSEQ_TOKEN)")?;
            Ok(Access::Token(token))
        }
        None if host.is_loopback() => Ok(Access::Loopback),
        None => Ok(Access::Token(Token::random()?)),
    }
}

fn cores() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

fn start_log(log: Log) {
    let lines = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_target(false);
    match log {
        Log::Plain => lines.init(),
        Log::Json => lines.json().flatten_event(true).init(),
        Log::Off => {}
    }
}
