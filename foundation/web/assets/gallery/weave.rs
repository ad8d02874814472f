//! Prints one drawing of the weave, for the gallery: `weave card|banner|mix NAME 12,20,6,4,1`.
//! Not part of the product; `serve.mjs` compiles and calls it.

#[path = "../../src/weave.rs"]
mod weave;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let [kind, name, shares] = asked.as_slice() else {
        eprintln!("usage: weave card|banner|mix NAME SHARES");
        std::process::exit(2);
    };
    let mut threads = [0; weave::SECTORS];
    for (thread, share) in threads.iter_mut().zip(shares.split(',')) {
        *thread = share.parse().expect("a share is a whole number");
    }
    print!(
        "{}",
        match kind.as_str() {
            "card" => weave::cover(name, threads, weave::Shape::Card),
            "banner" => weave::cover(name, threads, weave::Shape::Banner),
            _ => weave::mix_bar(threads),
        }
    );
}
