//! The weave: woven ribbons that stand where a photograph is missing, and small bars that show a mix.
//!
//! People from different sectors are different threads in one cloth. A ribbon is drawn from a name (an event's slug, say)
//! and from how much of each sector takes part: the same name and the same numbers always give the same ribbon.
//! The picture is an ornament, hidden from screen readers; whoever shows it says the same thing in words beside it.
//!
//! Not here: colours. They live in the style sheet, under `.thread-1` to `.thread-5`, so that dark mode and paper can
//! choose their own.

use std::fmt::Write as _;

/// How many sectors there are: public, civil society, business, academia, other, always in this order.
pub const SECTORS: usize = 5;

/// Pixels from thread to thread, in both directions.
const PITCH: usize = 8;

/// Where a ribbon stands, which decides how many threads high it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// On top of a card in a list.
    Card,
    /// Across a whole page, above its title.
    Banner,
}

impl Shape {
    /// Threads in the ribbon; odd, so that there is one in the middle to mirror around.
    fn rows(self) -> usize {
        match self {
            Self::Card => 13,
            Self::Banner => 15,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Card => "weave weave-card",
            Self::Banner => "weave weave-banner",
        }
    }
}

/// A woven ribbon as one SVG element, as wide as its place and of a fixed height.
///
/// `threads` are the shares of the sectors in any unit (invited, registered); all zero means equal shares. The figures
/// follow from `seed` alone, so a ribbon keeps its pattern while its colours shift with who takes part. At most 4 kB.
pub fn cover(seed: &str, threads: [u32; SECTORS], shape: Shape) -> String {
    let draft = Draft::from_seed(seed, threads, shape.rows());
    let (width, height) = (draft.columns * PITCH, shape.rows() * PITCH);
    // Numbers alone are in the id, whatever the seed holds: nothing to escape.
    let id = format!("weave-{:016x}-{}", fingerprint(seed, threads), shape.rows());
    let mut svg = format!(
        "<svg class=\"{}\" width=\"100%\" height=\"{height}\" aria-hidden=\"true\" focusable=\"false\">\
         <defs><pattern id=\"{id}\" width=\"{width}\" height=\"{height}\" patternUnits=\"userSpaceOnUse\">",
        shape.class()
    );
    let thickness = PITCH * 9 / 10;
    for sector in 0..SECTORS {
        let path = draft.warp_path(sector);
        if !path.is_empty() {
            write!(
                svg,
                "<path class=\"thread-{}\" stroke-width=\"{thickness}\" d=\"{path}\"/>",
                sector + 1
            )
            .expect("writing to a String does not fail");
        }
    }
    write!(
        svg,
        "<path class=\"weft\" stroke-width=\"{}\" stroke-linecap=\"round\" d=\"{}\"/>\
         </pattern></defs><rect width=\"100%\" height=\"{height}\" fill=\"url(#{id})\"/></svg>",
        PITCH * 3 / 4,
        draft.weft_path(),
    )
    .expect("writing to a String does not fail");
    svg
}

/// A small bar of the same threads: each sector as wide as its share, told apart by stitch as well as by colour.
///
/// All zero gives an empty bar. The numbers in words stand beside it and are the caller's to write.
pub fn mix_bar(parts: [u32; SECTORS]) -> String {
    let total: u64 = parts.iter().map(|&part| u64::from(part)).sum();
    let mut svg = String::from(
        "<svg class=\"mix\" width=\"100%\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">",
    );
    let mut before: u64 = 0;
    for (sector, &part) in parts.iter().enumerate() {
        if part == 0 {
            continue;
        }
        let (from, to) = (per_mille(before, total), per_mille(before + u64::from(part), total));
        before += u64::from(part);
        let number = sector + 1;
        let line = format!(
            "x1=\"{}.{}%\" x2=\"{}.{}%\" y1=\"8\" y2=\"8\"/>",
            from / 10,
            from % 10,
            to / 10,
            to % 10
        );
        write!(
            svg,
            "<line class=\"thread-{number}\" {line}<line class=\"stitch stitch-{number}\" {line}"
        )
        .expect("writing to a String does not fail");
    }
    svg.push_str("</svg>");
    svg
}

/// `part` of `total` in thousandths; the caller sees to it that `total` is not zero.
fn per_mille(part: u64, total: u64) -> u64 {
    part * 1000 / total
}

/// What a weaver would write down: which thread lies in which row, and where the weft passes over it.
struct Draft {
    columns: usize,
    /// The sector of each row.
    warp: Vec<usize>,
    /// `over[column][row]`: the weft lies on top.
    over: Vec<Vec<bool>>,
}

impl Draft {
    fn from_seed(seed: &str, threads: [u32; SECTORS], rows: usize) -> Self {
        let mut chance = Chance(fingerprint(seed, [0; SECTORS]));
        let warp = lay_warp(&mut chance, threads, rows);
        let mut over = Vec::new();
        // Two or three motifs after one another, each mirrored, so that the ribbon repeats seldom enough to look made by hand.
        let motifs = 2 + chance.below(2);
        for _ in 0..motifs {
            let motif = Motif::draw(&mut chance);
            let half = 6 + chance.below(4);
            let from_middle = rows / 2;
            for column in (0..half).chain((1..half - 1).rev()) {
                let column_over = (0..rows)
                    .map(|row| {
                        let along = row.abs_diff(from_middle);
                        // The outermost threads are the selvage, which holds the band together.
                        along < from_middle && motif.weft_is_over(half - 1 - column, along)
                    })
                    .collect();
                over.push(column_over);
            }
        }
        Self { columns: over.len(), warp, over }
    }

    /// The lying threads of one sector, each a line through the whole tile.
    fn warp_path(&self, sector: usize) -> String {
        let mut path = String::new();
        for (row, _) in self.warp.iter().enumerate().filter(|&(_, &s)| s == sector) {
            let y = row * PITCH + PITCH / 2;
            write!(path, "M0 {y}h{}", self.columns * PITCH)
                .expect("writing to a String does not fail");
        }
        path
    }

    /// The standing threads where they show: up to three neighbours in a column are one stitch.
    fn weft_path(&self) -> String {
        let mut path = String::new();
        for (column, over) in self.over.iter().enumerate() {
            let x = column * PITCH + PITCH / 2;
            let mut row = 0;
            while row < over.len() {
                // A thread that lies loose over more than three others would catch on things.
                let length = over[row..].iter().take(3).take_while(|&&up| up).count();
                if length > 0 {
                    // A little longer than wide, as a stitch is.
                    let y = row * PITCH + PITCH / 2 - 1;
                    write!(path, "M{x} {y}v{}", (length - 1) * PITCH + 2)
                        .expect("writing to a String does not fail");
                }
                row += length.max(1);
            }
        }
        path
    }
}

/// Which sector lies in which row: as many rows as its share, in stripes mirrored around the middle as in a woven band.
fn lay_warp(chance: &mut Chance, threads: [u32; SECTORS], rows: usize) -> Vec<usize> {
    let shares = if threads == [0; SECTORS] { [1; SECTORS] } else { threads };
    let half = rows / 2 + 1;
    let counts = apportion(shares, half);
    let mut order: Vec<usize> = (0..SECTORS).collect();
    for last in (1..SECTORS).rev() {
        order.swap(last, chance.below(last + 1));
    }
    let outwards: Vec<usize> =
        order.into_iter().flat_map(|sector| std::iter::repeat_n(sector, counts[sector])).collect();
    (0..rows).map(|row| outwards[row.abs_diff(rows / 2)]).collect()
}

/// Divides `seats` after `shares`; whoever has a share at all gets a seat as long as there are enough.
fn apportion(shares: [u32; SECTORS], seats: usize) -> [usize; SECTORS] {
    let total: u64 = shares.iter().map(|&share| u64::from(share)).sum();
    let mut counts = [0usize; SECTORS];
    let mut left = seats;
    for (count, _) in counts.iter_mut().zip(shares).filter(|&(_, share)| share > 0) {
        if left > 0 {
            *count = 1;
            left -= 1;
        }
    }
    // Then one seat at a time to whoever is furthest below its share.
    for _ in 0..left {
        let neediest = (0..SECTORS)
            .filter(|&sector| shares[sector] > 0)
            .max_by_key(|&sector| {
                let due = u64::from(shares[sector]) * seats as u64;
                let has = counts[sector] as u64 * total;
                (i128::from(due) - i128::from(has), SECTORS - sector)
            })
            .expect("at least one share is above zero");
        counts[neediest] += 1;
    }
    counts
}

/// A figure of the old band weavers, told by how far one is from its middle.
#[derive(Debug, Clone, Copy)]
enum Motif {
    /// Rings around a lozenge.
    Diamond { ring: usize },
    /// Slanting bands that turn in the middle.
    Herringbone,
    /// An upright cross with four buds.
    Cross { arm: usize },
    /// Eight petals.
    Star { petal: usize },
    /// Two lozenges that meet, point to point.
    Hourglass,
}

impl Motif {
    fn draw(chance: &mut Chance) -> Self {
        match chance.below(5) {
            0 => Self::Diamond { ring: 3 + chance.below(2) },
            1 => Self::Herringbone,
            2 => Self::Cross { arm: 4 + chance.below(2) },
            3 => Self::Star { petal: 4 + chance.below(2) },
            _ => Self::Hourglass,
        }
    }

    fn weft_is_over(self, across: usize, along: usize) -> bool {
        match self {
            Self::Diamond { ring } => (across + along) % ring < ring - 2 || across + along == 0,
            Self::Herringbone => (across + 8 - along % 8) % 4 < 2,
            Self::Cross { arm } => {
                let on_arm = (across <= 1 || along <= 1) && across + along <= arm + 1;
                on_arm || across.abs_diff(arm - 1) + along.abs_diff(arm - 1) <= 1
            }
            Self::Star { petal } => {
                let (long, short) = (across.max(along), across.min(along));
                let in_petal =
                    short > 0 && long != short && long <= petal && long + short <= petal + 2;
                in_petal || across + along == petal + 4
            }
            Self::Hourglass => across.abs_diff(along) <= 1 || (across == 0 && along > 4),
        }
    }
}

/// FNV-1a over the name and the shares: short, the same on every machine, and not asked to keep secrets.
fn fingerprint(seed: &str, threads: [u32; SECTORS]) -> u64 {
    let shares = threads.iter().flat_map(|share| share.to_le_bytes());
    seed.bytes().chain(shares).fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Choices that follow from the seed alone (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        // `limit` is at most a few dozen, so the remainder's bias is too small to see in a ribbon.
        (mixed % limit as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED: [u32; SECTORS] = [12, 20, 6, 4, 1];

    #[test]
    fn the_same_name_gives_the_same_weave() {
        for shape in [Shape::Card, Shape::Banner] {
            assert_eq!(
                cover("var-dag-raknas", MIXED, shape),
                cover("var-dag-raknas", MIXED, shape)
            );
        }
    }

    #[test]
    fn the_weave_of_a_name_is_kept_between_releases() {
        let drawn = [Shape::Card, Shape::Banner].map(|shape| cover("var-dag-raknas", MIXED, shape));
        // People know their event by its ribbon. Change these numbers only when the ribbons are meant to change.
        assert_eq!(
            drawn.map(|svg| fingerprint(&svg, [0; SECTORS])),
            [0x5b95_1954_c2b6_e2d5, 0x4e35_a982_e3b8_a777]
        );
    }

    #[test]
    fn names_hardly_ever_share_a_weave() {
        let drawn: std::collections::BTreeSet<String> = (0..200)
            .map(|n| {
                let svg = cover(&format!("traff-{n}"), MIXED, Shape::Card);
                // Without its id, which differs by design.
                svg.split_once("<path")
                    .expect("a ribbon has paths")
                    .1
                    .split_once("</pattern>")
                    .expect("and a pattern")
                    .0
                    .to_owned()
            })
            .collect();
        assert!(drawn.len() >= 190, "only {} of 200 weaves differ", drawn.len());
    }

    #[test]
    fn a_ribbon_is_small() {
        for n in 0..500 {
            for shape in [Shape::Card, Shape::Banner] {
                let svg = cover(&format!("traff-{n}"), MIXED, shape);
                assert!(svg.len() <= 4096, "{} bytes for {n} {shape:?}", svg.len());
            }
        }
    }

    #[test]
    fn no_seed_reaches_the_markup() {
        for seed in
            ["", "\"><script>alert(1)</script>", "å ä ö & ' #", "\u{0}\u{202e}", "style=\"x\""]
        {
            let svg = cover(seed, MIXED, Shape::Banner);
            assert!(!svg.contains("script") && !svg.contains(" style="), "{svg}");
            let id = svg
                .split_once(" id=\"")
                .expect("the pattern has an id")
                .1
                .split_once('"')
                .expect("which ends")
                .0;
            assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{id}");
            assert!(svg.contains(&format!("url(#{id})")));
        }
    }

    #[test]
    fn ribbons_of_one_page_have_their_own_ids() {
        let id =
            |svg: String| svg.split_once(" id=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        let ids = [
            id(cover("a", MIXED, Shape::Card)),
            id(cover("b", MIXED, Shape::Card)),
            id(cover("a", MIXED, Shape::Banner)),
            id(cover("a", [1; SECTORS], Shape::Card)),
        ];
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
    }

    #[test]
    fn rows_follow_the_shares() {
        assert_eq!(apportion([1, 1, 1, 1, 1], 10), [2; SECTORS]);
        assert_eq!(apportion([90, 10, 0, 0, 0], 10), [9, 1, 0, 0, 0]);
        assert_eq!(apportion([1000, 1, 0, 0, 0], 7), [6, 1, 0, 0, 0], "the few are seen");
        assert_eq!(apportion([u32::MAX; SECTORS], 5), [1; SECTORS]);
        for (row, sector) in lay_warp(&mut Chance(1), [0, 3, 0, 0, 0], 13).into_iter().enumerate() {
            assert_eq!(sector, 1, "row {row}");
        }
    }

    #[test]
    fn nobody_counted_yet_is_an_even_weave() {
        let svg = cover("ny", [0; SECTORS], Shape::Card);
        for sector in 1..=SECTORS {
            assert!(svg.contains(&format!("thread-{sector}")));
        }
    }

    #[test]
    fn a_bar_is_divided_whole() {
        assert_eq!(
            mix_bar([1, 0, 3, 0, 0]).matches("<line").count(),
            4,
            "a thread and its stitch for each sector that takes part"
        );
        assert!(mix_bar([1, 0, 3, 0, 0]).contains("x1=\"25.0%\" x2=\"100.0%\""));
        assert!(!mix_bar([0; SECTORS]).contains("<line"));
        assert!(mix_bar([u32::MAX; SECTORS]).contains("x2=\"100.0%\""));
    }
}
