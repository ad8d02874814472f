//! The command line `divide` without the machine: arguments and file contents in, exit code and
//! text out. Whoever calls it reads the files, the clock and prints.

use crate::engine::{Budget, Division, MoveLimit, Outcome, Repair, Request, World, divide};
use crate::instance::{BadInput, Instance};
use crate::plan::Plan;

/// What the caller shall print and how it shall end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// 0 a plan, 2 bad input, 3 infeasible, 4 neither plan nor proof.
    pub exit: u8,
    pub stdout: String,
    /// One line, without the line break.
    pub stderr: String,
}

/// How the command is called.
pub const USAGE: &str = "divide INSTANCE.json [--seconds S | --steps N] [--seed N] [--threads N] \
    [--base OLD.json [--max-moved K | --move-price N]]";

/// What the options mean and how the command ends.
pub const HELP: &str = "\
Options:
  --seconds S     Search for S seconds of CPU time, all threads together [default: 10]
  --steps N       Search for N steps: those an earlier answer printed give its plan again
  --seed N        Where chance begins [default: 1]
  --threads N     Accepted: one thread does all the work, so the answer is the same [default: 1]
  --base OLD.json Repair this plan: say which seats changed, and why
  --max-moved K   Change at most K seats of the old plan
  --move-price N  Add N to the cost for each changed seat [default: 0]

People, groups and rounds are counted from 0.

Ends with 0 and the plan, 2 and a sentence for what cannot be read, 3 and a proof that no plan
exists, 4 where neither plan nor proof was found in the time.";

#[derive(Debug, Clone, PartialEq, Default)]
struct Arguments {
    instance: Option<String>,
    seconds: Option<f64>,
    steps: Option<u64>,
    seed: Option<u64>,
    threads: Option<usize>,
    base: Option<String>,
    max_moved: Option<usize>,
    move_price: Option<i64>,
}

/// Runs the command with the arguments that follow its name.
///
/// `read` gives a file's bytes or says, as a part of a sentence, why it cannot.
pub fn run(
    arguments: &[String],
    read: &dyn Fn(&str) -> Result<Vec<u8>, String>,
    world: &mut World,
) -> Printed {
    let started = (world.cpu_now)();
    match prepare(arguments, read) {
        Ok((instance, request)) => {
            let outcome = divide(&instance, &request, world);
            print(&instance, &request, outcome, (world.cpu_now)() - started)
        }
        Err(BadInput(sentence)) => {
            Printed { exit: 2, stdout: String::new(), stderr: one_line(&sentence) }
        }
    }
}

fn prepare(
    arguments: &[String],
    read: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<(Instance, Request), BadInput> {
    let arguments = parse(arguments)?;
    let file = |path: &str| {
        read(path).map_err(|reason| BadInput(format!("The file {path} cannot be read: {reason}.")))
    };
    let Some(path) = &arguments.instance else {
        return Err(BadInput(format!("An instance is missing: {USAGE}.")));
    };
    let instance = Instance::read(&file(path)?)?;
    let repair = match &arguments.base {
        None => None,
        Some(path) => Some(Repair {
            base: Plan::read(&file(path)?, &instance)?,
            limit: match (arguments.max_moved, arguments.move_price) {
                (Some(most), _) => MoveLimit::Most(most),
                (None, price) => MoveLimit::Price(price.unwrap_or(0)),
            },
        }),
    };
    let budget = match (arguments.seconds, arguments.steps) {
        (_, Some(steps)) => Budget::Steps(steps),
        (seconds, None) => Budget::Seconds(seconds.unwrap_or(10.0)),
    };
    let request = Request {
        budget,
        seed: arguments.seed.unwrap_or(1),
        threads: arguments.threads.unwrap_or(1),
        repair,
        ..Request::default()
    };
    Ok((instance, request))
}

fn parse(words: &[String]) -> Result<Arguments, BadInput> {
    let mut arguments = Arguments::default();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if !word.starts_with("--") {
            if arguments.instance.replace(word.clone()).is_some() {
                return Err(BadInput(format!("There is more than one instance: {USAGE}.")));
            }
            continue;
        }
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        let mut value = || {
            let value = inline.clone().or_else(|| rest.next().cloned());
            value.ok_or_else(|| BadInput(format!("The option {name} needs a value.")))
        };
        match name {
            "--seconds" => arguments.seconds = Some(seconds(&value()?)?),
            "--steps" => arguments.steps = Some(number(name, &value()?)?),
            "--seed" => arguments.seed = Some(number(name, &value()?)?),
            "--threads" => arguments.threads = Some(number(name, &value()?)?),
            "--base" => arguments.base = Some(value()?),
            "--max-moved" => arguments.max_moved = Some(number(name, &value()?)?),
            "--move-price" => {
                arguments.move_price = Some(number::<u32>(name, &value()?)?.into());
            }
            _ => return Err(BadInput(format!("The option {name} is not known: {USAGE}."))),
        }
    }
    let refused = |text: &str| Err(BadInput(text.into()));
    if arguments.seconds.is_some() && arguments.steps.is_some() {
        return refused("The options --seconds and --steps exclude each other.");
    }
    if arguments.threads == Some(0) {
        return refused("The option --threads needs at least 1.");
    }
    if arguments.max_moved.is_some() && arguments.move_price.is_some() {
        return refused("The options --max-moved and --move-price exclude each other.");
    }
    if arguments.base.is_none() && (arguments.max_moved.or(None).is_some()) {
        return refused("The option --max-moved needs --base.");
    }
    if arguments.base.is_none() && arguments.move_price.is_some() {
        return refused("The option --move-price needs --base.");
    }
    Ok(arguments)
}

fn number<N: std::str::FromStr>(name: &str, text: &str) -> Result<N, BadInput> {
    text.parse()
        .map_err(|_| BadInput(format!("The option {name} needs a whole number, not {text:?}.")))
}

fn seconds(text: &str) -> Result<f64, BadInput> {
    match text.parse::<f64>() {
        Ok(seconds) if seconds.is_finite() && seconds >= 0.0 => Ok(seconds),
        _ => {
            Err(BadInput(format!("The option --seconds needs a number of seconds, not {text:?}.")))
        }
    }
}

fn print(instance: &Instance, request: &Request, outcome: Outcome, cpu_s: f64) -> Printed {
    match outcome {
        Outcome::Divided(division) => Printed {
            exit: 0,
            stdout: solution(&division, request.repair.is_some()),
            stderr: summary(&division, cpu_s),
        },
        Outcome::Infeasible(reason) => {
            Printed { exit: 3, stdout: reason.write(), stderr: one_line(&reason.because_en) }
        }
        Outcome::NotFound => Printed {
            exit: 4,
            stdout: String::new(),
            stderr: format!(
                "Neither a plan for the {} people nor a proof that there is none was found in the \
                 time given.",
                instance.people.len()
            ),
        },
    }
}

fn solution(division: &Division, repair: bool) -> String {
    if !repair {
        return division.plan.write();
    }
    let moves: Vec<serde_json::Value> = division
        .moves
        .iter()
        .map(|m| {
            serde_json::json!({
                "person": m.person,
                "round": m.round,
                "from": m.from.map_or(-1, |group| group as i64),
                "to": m.to,
                "forced": m.forced,
                "gain": m.gain,
            })
        })
        .collect();
    let moves = serde_json::Value::Array(moves);
    format!("{{\"assign\":{},\"moves\":{moves}}}", division.plan.rows())
}

fn summary(division: &Division, cpu_s: f64) -> String {
    let score = &division.score;
    format!(
        "{{\"J\":{},\"W\":{},\"D\":{},\"M\":{},\"bound\":{},\"steps\":{},\"cpu_s\":{:.3},\
         \"violations\":0}}",
        score.total, score.wishes, score.mix, score.repeats, division.bound, division.steps, cpu_s
    )
}

fn one_line(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}
