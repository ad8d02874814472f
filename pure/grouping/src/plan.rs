//! The answer: who sits where in each round.
//!
//! A plan is only seats; whether it keeps the rules is [`crate::verify()`]'s to say.

use crate::instance::{BadInput, Instance};
use serde::Deserialize;

/// The group a person sits in; `None` when absent.
pub type Seat = Option<usize>;

/// Seats per round and person, both counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Plan {
    pub seats: Vec<Vec<Seat>>,
}

#[derive(Deserialize)]
struct Written {
    assign: Vec<Vec<i64>>,
}

impl Plan {
    /// Reads `{"assign": [[group or -1 per person] per round]}` for `instance`.
    ///
    /// Rules are not checked, but the shape is: one row per round, one seat per person, and no
    /// group that does not exist.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub fn read(json: &[u8], instance: &Instance) -> Result<Self, BadInput> {
        let written: Written = serde_json::from_slice(json)
            .map_err(|error| BadInput(format!("The plan cannot be read: {error}.")))?;
        let people = instance.people.len();
        if written.assign.len() != instance.rounds
            || written.assign.iter().any(|row| row.len() != people)
        {
            return Err(BadInput(format!(
                "The plan does not have {} rounds of {people} seats.",
                instance.rounds
            )));
        }
        let groups = instance.groups.len();
        let seat = |written: i64| match usize::try_from(written) {
            Ok(group) if group < groups => Ok(Some(group)),
            Err(_) if written == -1 => Ok(None),
            _ => {
                Err(BadInput(format!("The plan names the group {written}, which does not exist.")))
            }
        };
        let seats = written
            .assign
            .into_iter()
            .map(|row| row.into_iter().map(seat).collect())
            .collect::<Result<_, _>>()?;
        Ok(Self { seats })
    }

    /// The rows of `assign` as the exchange format writes them.
    #[must_use]
    pub fn rows(&self) -> String {
        let mut text = String::from("[");
        for (round, row) in self.seats.iter().enumerate() {
            text.push_str(if round == 0 { "[" } else { ",[" });
            for (person, seat) in row.iter().enumerate() {
                if person > 0 {
                    text.push(',');
                }
                match seat {
                    Some(group) => text.push_str(&group.to_string()),
                    None => text.push_str("-1"),
                }
            }
            text.push(']');
        }
        text.push(']');
        text
    }

    /// Writes `{"assign": …}`.
    #[must_use]
    pub fn write(&self) -> String {
        format!("{{\"assign\":{}}}", self.rows())
    }

    /// How many seats (person and round) differ.
    #[must_use]
    pub fn distance(&self, other: &Self) -> usize {
        self.seats
            .iter()
            .zip(&other.seats)
            .map(|(a, b)| a.iter().zip(b).filter(|(a, b)| a != b).count())
            .sum()
    }
}
