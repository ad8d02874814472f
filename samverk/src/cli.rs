//! What can be asked on a command line. The doing is elsewhere.

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

/// A platform for regional collaboration across sectors.
#[derive(Debug, Parser)]
#[command(name = "samverk", version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve an instance until it is told to stop
    Serve(Serve),
    /// Bring the tables of an instance up to date
    Migrate(Instance),
    /// Print a one-time link that signs somebody in
    ///
    /// On an instance without people, whoever is named becomes its first administrator.
    SignIn(SignIn),
    /// Divide people into groups by wishes, mix and rules
    Divide(Divide),
    /// Print what a file says of an event, as JSON
    Extract(Extract),
    /// Take something that there is already into an instance
    #[command(subcommand)]
    Import(Import),
}

#[derive(Debug, Args)]
pub struct Extract {
    /// The file to read: text, web page, mail, Word, PDF with text, calendar, schedule
    pub file: PathBuf,
}

#[derive(Debug, Subcommand)]
pub enum Import {
    /// Make a draft event of a page, an invitation or another text in a file
    Page(ImportPage),
}

#[derive(Debug, Args)]
pub struct ImportPage {
    /// The file to read
    pub file: PathBuf,
    #[command(flatten)]
    pub instance: Instance,
}

#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub instance: Instance,
    /// The address to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Fill an empty instance with a demonstration
    #[arg(long)]
    pub demo: bool,
    /// Start the demonstration's clock at this instant (RFC 3339)
    #[arg(long, value_name = "INSTANT", requires = "demo")]
    pub now: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub struct SignIn {
    /// Whom the link is for
    pub email: String,
    #[command(flatten)]
    pub instance: Instance,
}

/// What `divide` is told is read by the crate that divides, so that everything wrong with it is
/// answered alike, in one sentence.
#[derive(Debug, Args)]
#[command(override_usage = format!("samverk {}", grouping::command::USAGE))]
#[command(after_help = grouping::command::HELP)]
#[command(help_template = "{about}\n\nUsage: {usage}{after-help}")]
pub struct Divide {
    /// The people and groups, as JSON, and options
    #[arg(value_name = "WORD", hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    pub words: Vec<OsString>,
}

/// Which instance is meant; every command that opens one takes this.
#[derive(Debug, Clone, Args)]
pub struct Instance {
    /// The folder that holds the instance
    #[arg(long, value_name = "FOLDER", default_value = "./samverk-data")]
    pub data: PathBuf,
    /// The configuration, in TOML; the environment (SAMVERK_…) goes before it
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// A PostgreSQL database in place of SQLite in the folder
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::error::ErrorKind;

    fn read(words: &[&str]) -> Result<Cli, ErrorKind> {
        Cli::try_parse_from(["samverk"].iter().chain(words)).map_err(|it| it.kind())
    }

    #[test]
    fn a_clock_is_moved_only_in_a_demonstration() {
        let now = "2027-05-24T05:59:50Z";
        assert!(read(&["serve", "--demo", "--now", now]).is_ok());
        assert!(read(&["serve", "--demo", "--now", "2027-05-24T07:59:50+02:00"]).is_ok());
        assert_eq!(read(&["serve", "--now", now]).err(), Some(ErrorKind::MissingRequiredArgument));
        assert_eq!(
            read(&["serve", "--demo", "--now", "yesterday"]).err(),
            Some(ErrorKind::ValueValidation)
        );
    }

    #[test]
    fn every_command_takes_the_instance_it_opens() {
        let instance = ["--data", "d", "--config", "c", "--database", "postgres://x"];
        let commands = [
            vec!["serve"],
            vec!["migrate"],
            vec!["sign-in", "a@example.org"],
            vec!["import", "page", "page.txt"],
        ];
        for command in commands {
            let words: Vec<&str> = command.into_iter().chain(instance).collect();
            assert!(read(&words).is_ok(), "{words:?}");
        }
    }
}
