//! Work that is done in lots: what comes while an earlier lot is under way goes with the next one.
//!
//! Nobody waits for a lot to fill. Who comes when nothing is under way is served at once and alone;
//! the more come together, the larger the lots, and the less each of them costs.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// Does a lot of one line: an answer for each piece of work, in their order.
type Serve<J, A> =
    dyn Fn(String, Vec<J>) -> Pin<Box<dyn Future<Output = Vec<A>> + Send>> + Send + Sync;

/// The lines in which work waits, by name. Cheap to clone.
pub struct Gather<J, A>(Arc<Parts<J, A>>);

struct Parts<J, A> {
    /// How many lots of one line may be under way at the same time.
    lanes: usize,
    lot_max: usize,
    serve: Box<Serve<J, A>>,
    lines: Mutex<HashMap<String, Line<J, A>>>,
}

struct Line<J, A> {
    waiting: Vec<(J, oneshot::Sender<A>)>,
    /// How many lanes are open. A line without one is not kept.
    lanes: usize,
}

impl<J, A> Clone for Gather<J, A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<J: Send + 'static, A: Send + 'static> Gather<J, A> {
    pub fn new<F>(
        lanes: usize,
        lot_max: usize,
        serve: impl Fn(String, Vec<J>) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Vec<A>> + Send + 'static,
    {
        let serve = Box::new(move |line, lot| Box::pin(serve(line, lot)) as Pin<Box<_>>);
        Self(Arc::new(Parts { lanes, lot_max, serve, lines: Mutex::default() }))
    }

    /// The answer to a piece of work that stands in this line; `None` when its lot broke down.
    ///
    /// Whoever stops waiting has handed their work in all the same.
    pub async fn ask(&self, line: String, job: J) -> Option<A> {
        let (answer, wait) = oneshot::channel();
        if self.join(&line, job, answer) {
            tokio::spawn(self.clone().serve_lane(line));
        }
        wait.await.ok()
    }

    /// Puts work in a line; whether another lane shall be opened for it.
    fn join(&self, name: &str, job: J, answer: oneshot::Sender<A>) -> bool {
        let mut lines = self.lines();
        let line =
            lines.entry(name.to_owned()).or_insert_with(|| Line { waiting: Vec::new(), lanes: 0 });
        line.waiting.push((job, answer));
        let opens = line.lanes < self.0.lanes;
        line.lanes += usize::from(opens);
        opens
    }

    async fn serve_lane(self, name: String) {
        while let Some(lot) = self.next_lot(&name) {
            let (jobs, answers): (Vec<J>, Vec<_>) = lot.into_iter().unzip();
            // In a task of its own: a lot that panics must not end the lane that others wait for.
            let (gather, line) = (self.clone(), name.clone());
            let serving = tokio::spawn(async move { (gather.0.serve)(line, jobs).await });
            let Ok(said) = serving.await else { continue };
            for (answer, said) in answers.into_iter().zip(said) {
                // Who asked may have gone away.
                let _ = answer.send(said);
            }
        }
    }

    /// The next lot, or the end of the lane, and of the line with its last lane.
    fn next_lot(&self, name: &str) -> Option<Vec<(J, oneshot::Sender<A>)>> {
        let mut lines = self.lines();
        let line = lines.get_mut(name)?;
        if line.waiting.is_empty() {
            line.lanes -= 1;
            if line.lanes == 0 {
                lines.remove(name);
            }
            return None;
        }
        let count = line.waiting.len().min(self.0.lot_max);
        Some(line.waiting.drain(..count).collect())
    }

    fn lines(&self) -> MutexGuard<'_, HashMap<String, Line<J, A>>> {
        self.0.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::join_all;
    use tokio::sync::Semaphore;

    /// Answers each number with itself and the size of its lot; a lot with a 13 panics. Each lot
    /// waits until the gate lets it through.
    fn counting(lanes: usize, lot_max: usize, gate: &Arc<Semaphore>) -> Gather<u32, (u32, usize)> {
        let gate = gate.clone();
        Gather::new(lanes, lot_max, move |_, lot: Vec<u32>| {
            let gate = gate.clone();
            async move {
                gate.acquire().await.expect("the gate stays open").forget();
                assert!(!lot.contains(&13));
                lot.iter().map(|number| (*number, lot.len())).collect()
            }
        })
    }

    async fn all(gather: &Gather<u32, (u32, usize)>, jobs: &[u32]) -> Vec<Option<(u32, usize)>> {
        join_all(jobs.iter().map(|job| gather.ask("line".to_owned(), *job))).await
    }

    #[tokio::test]
    async fn who_comes_while_others_are_served_goes_with_the_next_lot() {
        let gather = counting(1, 3, &Arc::new(Semaphore::new(100)));
        let answers: Vec<_> = all(&gather, &[1, 2, 3, 4, 5]).await.into_iter().flatten().collect();
        // All stood in line before the lane was opened, and a lot holds three.
        assert_eq!(answers, [(1, 3), (2, 3), (3, 3), (4, 2), (5, 2)]);
        assert_eq!(all(&gather, &[6]).await, [Some((6, 1))]);
        assert!(gather.lines().is_empty(), "an empty line is kept");
    }

    #[tokio::test]
    async fn no_more_lots_are_under_way_than_there_are_lanes() {
        let gate = Arc::new(Semaphore::new(0));
        let gather = counting(2, 1, &gate);
        let asked = tokio::spawn({
            let gather = gather.clone();
            async move { all(&gather, &[1, 2, 3, 4]).await }
        });
        let waiting = || gather.lines().get("line").map(|line| line.waiting.len());
        while waiting() != Some(2) {
            tokio::task::yield_now().await;
        }
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        assert_eq!(waiting(), Some(2), "a third lot was begun");
        gate.add_permits(4);
        assert_eq!(asked.await.unwrap().into_iter().flatten().count(), 4);
    }

    #[tokio::test]
    async fn a_lot_that_breaks_down_ends_nothing_but_itself() {
        let gather = counting(1, 2, &Arc::new(Semaphore::new(100)));
        let answers = all(&gather, &[12, 13, 14]).await;
        assert_eq!(answers, [None, None, Some((14, 1))]);
        assert_eq!(all(&gather, &[15]).await, [Some((15, 1))]);
    }
}
