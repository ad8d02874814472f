//! In which order items stand: by day, and within a day as the organiser put them.

use crate::event::Event;
use crate::programme::ProgrammeItem;
use crate::programme_desk::types::Direction;
use jiff::civil::Date;
use shared::ids::ProgrammeItemId;

/// The items by day; those of one day keep their order.
pub fn day_order(event: &Event, programme: &[ProgrammeItem]) -> Vec<ProgrammeItemId> {
    let mut items: Vec<(Date, ProgrammeItemId)> =
        programme.iter().map(|it| (day(event, it), it.id)).collect();
    items.sort_by_key(|(day, _)| *day);
    items.into_iter().map(|(_, id)| id).collect()
}

/// The order with one item a step further up or down in its day; the same where that day has no
/// more steps. `None`: there is no such item.
pub fn moved(
    event: &Event,
    programme: &[ProgrammeItem],
    id: ProgrammeItemId,
    direction: Direction,
) -> Option<Vec<ProgrammeItemId>> {
    let mut order = day_order(event, programme);
    let at = order.iter().position(|it| *it == id)?;
    let neighbour = match direction {
        Direction::Up => at.checked_sub(1),
        Direction::Down => Some(at + 1).filter(|it| *it < order.len()),
    };
    let day_of = |id| programme.iter().find(|it| it.id == id).map(|it| day(event, it));
    if let Some(neighbour) = neighbour
        && day_of(order[neighbour]) == day_of(id)
    {
        order.swap(at, neighbour);
    }
    Some(order)
}

fn day(event: &Event, item: &ProgrammeItem) -> Date {
    item.day.unwrap_or_else(|| event.first_day().day)
}
