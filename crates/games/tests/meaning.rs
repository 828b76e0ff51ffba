//! Whatever the primitives, a finding means what it says: what is called a probability or a share lies within zero and
//! one, what is counted or spent is not negative, and nothing is infinite.

mod random;

use std::collections::BTreeMap;

use games::Rational;
use games::named::{ALL, Fault, Named, Values};
use random::Luck;

const TIMES: usize = 100;

/// A value of the primitive: an end of its range, its default, near it, or anywhere, by factors where the range is wide.
fn drawn(named: &Named, id: &str, luck: &mut Luck) -> Rational {
    let p = named.parameters.iter().find(|p| p.id == id).expect("a primitive");
    let number = |text: &str| text.parse::<Rational>().expect("a number");
    let [low, high, usual] = [p.range[0], p.range[1], p.default].map(number);
    let part = Rational::new(luck.below(101).into(), 100.into()).expect("not over zero");
    let between = |low: &Rational, high: &Rational| low + &(&(high - low) * &part);
    let twice = &usual + &usual;
    let drawn = match luck.below(12) {
        0 => low,
        1 => high,
        2 | 3 => usual,
        4..=8 => between(&low, &twice.clone().max(low.clone()).min(high)),
        9 => between(&low, &Rational::one().max(low.clone()).min(high)),
        _ => between(&low, &high),
    };
    if p.whole { drawn.floor() } else { drawn }
}

fn values(named: &Named, luck: &mut Luck) -> Values {
    let start = named.defaults().expect("defaults");
    named.parameters.iter().fold(start, |values, p| {
        // Half of them stay, or most draws would make another game.
        if luck.below(2) == 0 {
            return values;
        }
        named.set(&values, p.id, &drawn(named, p.id, luck).to_string()).expect("within its range")
    })
}

/// Words of what lies within zero and one.
const PARTS: [&str; 14] = [
    "probability",
    "share ",
    ", share",
    "part of",
    "largest annual risk",
    "risk ",
    "trust ",
    "discount factor",
    "how likely",
    "how often",
    "least δ",
    "mistrust up to",
    "Shapley",
    "patience",
];

/// Words of what is never less than nothing.
const AMOUNTS: [&str; 16] = [
    "how many",
    "number of",
    "duration",
    "rate at",
    "spen",
    "gives",
    "provide",
    "effort",
    "cost ",
    "damage",
    "warheads",
    "rounds",
    "lost",
    "least that",
    "needed",
    "arms of",
];

/// What a finding called so may be.
fn meant(name: &str) -> [f64; 2] {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    // “How many times fear multiplies the share that arms” counts, “least R at which … risk dominant, utility” does not
    // mean a risk, and a payoff is no amount.
    let counts = name.starts_with("how many") || name.starts_with("least number") || name.ends_with("utility");
    if has(&PARTS) && !counts {
        [0.0, 1.0]
    } else if has(&AMOUNTS)
        && (!name.starts_with("value of") || name.contains("lost to"))
        && !name.starts_with("what it then has")
    {
        [0.0, f64::MAX]
    } else {
        [f64::MIN, f64::MAX]
    }
}

#[test]
fn contract_findings_stay_within_their_meaning() {
    let (mut luck, mut wrong, mut held) = (Luck(20), BTreeMap::new(), [0, 0]);
    for named in ALL {
        let mut analysed = 0;
        for _ in 0..20 * TIMES {
            if analysed == TIMES {
                break;
            }
            let values = values(named, &mut luck);
            let analysis = match (named.analyse)(&values) {
                Ok(analysis) => analysis,
                Err(Fault::Together(_)) => continue,
                Err(fault) => panic!("{}: {fault}", named.id),
            };
            analysed += 1;
            for f in &analysis.findings {
                let [low, high] = meant(f.name.en);
                held[0] += usize::from(high == 1.0);
                held[1] += usize::from(low == 0.0);
                let inside = f.value.to_f64().is_none_or(|x| (low..=high).contains(&x));
                if !inside {
                    wrong.entry((named.id, f.id)).or_insert_with(|| format!("{:?} at {values:?}", f.value));
                }
            }
        }
        assert!(analysed > TIMES / 2, "{}: {analysed}", named.id);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(held.iter().all(|&count| count > 50 * TIMES), "{held:?}");
}
