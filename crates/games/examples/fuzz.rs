//! Broken files for the readers of games: `cargo run --release -p herz-games --example fuzz -- SECONDS [SEED] [FILE …]`.
//!
//! Seed files are changed by bytes and by words, and by crossing one with another; both readers read everything. What
//! is read must be written and read back as the same game. A panic, a difference, or more than one second for one
//! input ends the run with the input printed. Input k of a seed is always the same: luck is a function of (seed, k).

#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // an example may read clocks and files

use std::panic::catch_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use games::{gambit::efg, gambit::nfg};

/// Pseudo-random numbers that are a function of a counter (SplitMix64).
struct Luck(u64);

impl Luck {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e3779b97f4a7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d049bb133111eb);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }

    fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

const WORDS: [&str; 34] = [
    "{",
    "}",
    "\"",
    "\"\"",
    ",",
    "\\",
    "\\\"",
    "0",
    "1",
    "-1",
    "2",
    "1/2",
    "1/3",
    "0.5",
    "1e-3",
    "1e400",
    "1e-400",
    "1e9999999",
    "nan",
    "inf",
    "-0",
    "1/0",
    "99999999999999999999",
    "1024",
    "16",
    "c",
    "p",
    "t",
    "NFG",
    "EFG",
    "R",
    "\u{feff}",
    "甲",
    "\r\n",
];

const NFG: [&str; 3] = [
    "NFG 1 R \"a \\\"b\\\"\" { \"A\" \"B\" } { { \"x\" \"y\" } { \"u\" \"v\" \"w\" } }\n\"said\"\n1 2 1/3 -4 5e-1 6 7. .8 9 1e1 11 12\n",
    "NFG 1 D \"\" { \"1\" \"2\" \"3\" } { 2 2 2 }\n\n{ { \"\" 1, 2, 3 } { \"o\" 0.5 1/7 -3 } }\n1 2 0 1 2 2 1 0\n",
    "NFG 1 R \"\" { \"1\" } { 3 } 1 2 3",
];

const EFG: [&str; 2] = [
    "EFG 2 R \"t\" { \"A\" \"B\" }\n\"said\"\n\nc \"\" 1 \"\" { \"l\" 1/3 \"r\" 2/3 } 0\np \"n\" 1 1 \"s\" { \"a\" \"b\" } 0\nt \"\" 1 \"o\" { 1, -1 }\np \"\" 2 1 \"\" { \"c\" \"d\" } 2 \"toll\" { 1/2, 3 }\nt \"\" 1\nt \"\" 0\np \"\" 1 1 0 t \"\" 1 t \"\" 3 \"\" { 0.1 1e-2 }\n",
    "EFG 2 R \"\" { \"A\" } t \"\" 0",
];

/// A seed changed in one to sixteen places.
fn changed(seeds: &[Vec<u8>], luck: &mut Luck) -> Vec<u8> {
    let mut text = luck.one(seeds).clone();
    for _ in 0..1 << luck.below(5) {
        let at = luck.below(text.len() + 1);
        let reach = 1 << luck.below(8);
        let until = (at + luck.below(reach)).min(text.len());
        match luck.below(8) {
            0 => drop(text.splice(at..until, [])),
            1 => drop(text.splice(at..at, luck.one(&WORDS).bytes())),
            2 => {
                let padded = format!(" {} ", luck.one(&WORDS));
                drop(text.splice(at..until.min(at + 4), padded.into_bytes()));
            }
            3 => text.get_mut(at..).into_iter().flatten().take(1).for_each(|b| *b ^= 1 << luck.below(8)),
            4 => {
                let piece = text[at..until].to_vec();
                let most = 1 << luck.below(6);
                let times = 1 + luck.below(most);
                drop(text.splice(at..at, piece.repeat(times)));
            }
            5 => {
                let other = luck.one(seeds);
                let from = luck.below(other.len() + 1);
                drop(text.splice(at.., other[from..].iter().copied()));
            }
            6 => {
                let digits = "0123456789".repeat(1 + luck.below(90));
                drop(text.splice(at..at, digits.into_bytes()));
            }
            _ => text.truncate(at),
        }
        if text.len() > 20_000 {
            text.truncate(20_000);
        }
    }
    text
}

/// Reads both ways; whatever is read is written and read again. How many readers took it.
fn read_all(text: &str) -> Result<usize, String> {
    let mut taken = 0;
    match nfg::read(text) {
        Ok(read) => {
            let again = nfg::read(&nfg::write(&read.game, &read.comment));
            if again.as_ref() != Ok(&read) {
                return Err(format!("another game after a round trip: {again:?}"));
            }
            taken += 1;
        }
        Err(fault) => drop((fault.to_string(), fault.chinese())),
    }
    match efg::read(text) {
        Ok(read) => {
            let again = efg::read(&efg::write(&read.game, &read.comment));
            if again.as_ref() != Ok(&read) {
                return Err(format!("another tree after a round trip: {again:?}"));
            }
            taken += 1;
        }
        Err(fault) => drop((fault.to_string(), fault.chinese())),
    }
    Ok(taken)
}

/// Ends the program when one input takes five seconds: a reader that never comes back is a fault too.
fn watch(now: Arc<AtomicU64>, seed: u64) {
    std::thread::spawn(move || {
        let (mut last, mut since) = (u64::MAX, Instant::now());
        loop {
            std::thread::sleep(Duration::from_millis(200));
            let input = now.load(Ordering::Relaxed);
            if input != last {
                (last, since) = (input, Instant::now());
            } else if since.elapsed() > Duration::from_secs(5) {
                println!("input {input} of seed {seed} hangs");
                std::process::exit(1);
            }
        }
    });
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |k: usize, usual: u64| arguments.get(k).and_then(|a| a.parse().ok()).unwrap_or(usual);
    let (seconds, seed) = (number(1, 10), number(2, 1));
    let mut seeds: Vec<Vec<u8>> = NFG.iter().chain(&EFG).map(|s| s.as_bytes().to_vec()).collect();
    seeds.extend(arguments.iter().skip(3).filter_map(|path| std::fs::read(path).ok()));
    let clock = Instant::now();
    let now = Arc::new(AtomicU64::new(0));
    watch(Arc::clone(&now), seed);
    let (mut inputs, mut taken, mut slowest) = (0u64, 0usize, Duration::ZERO);
    while clock.elapsed().as_secs() < seconds {
        now.store(inputs, Ordering::Relaxed);
        let mut luck =
            Luck(seed.wrapping_mul(0xd1342543de82ef95).wrapping_add(inputs.wrapping_mul(0x2545f4914f6cdd1d)));
        let text = String::from_utf8_lossy(&changed(&seeds, &mut luck)).into_owned();
        let one = Instant::now();
        let outcome = catch_unwind(|| read_all(&text));
        let took = one.elapsed();
        slowest = slowest.max(took);
        match outcome {
            Ok(Ok(count)) if took < Duration::from_secs(1) => taken += count,
            other => {
                println!("input {inputs} of seed {seed}, {took:?}: {other:?}\n{text}");
                std::process::exit(1);
            }
        }
        inputs += 1;
    }
    println!("{inputs} inputs of seed {seed} in {seconds} s, {taken} read and written back; slowest {slowest:?}");
}
