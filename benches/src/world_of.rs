//! A plain world of n equals for timing: every term present, nothing special.

use theory::real::logit;
use theory::world::{Conduct, IssueTerms, LANES, OutputPath, Physics, Terms};

/// Terms and starting efforts of `n` benign equals with some of everything.
pub fn equals(n: usize) -> (Terms<LANES>, Vec<Vec<[f64; LANES]>>) {
    let actors = |v: f64| vec![[v; LANES]; n];
    let pairs = |v: f64| vec![[v; LANES]; n * n];
    let share = 1.0 / (n as f64 - 1.0);
    let issue = IssueTerms {
        luck_id: 7,
        baseline: actors(1.0),
        responsiveness: actors(5.0),
        output: vec![OutputPath::default(); n],
        greedy: actors(0.0),
        greed_excess: actors(0.5),
        log_cap: actors(30.0),
        push: actors(0.0),
        shown: actors(0.0),
        told: Vec::new(),
        circle: vec![0; n],
        reach: pairs(share),
        clarity: pairs(2.0),
        prior: pairs(logit(0.3)),
        adjustment: [1.0; LANES],
        shock: [0.05; LANES],
        first_strike: [0.2; LANES],
        conduct: Conduct::usual(n),
        physics: Physics::default(),
    };
    let terms = Terms {
        actors: n,
        luck_ids: (0..n as u32).map(|i| i.wrapping_mul(2_654_435_761)).collect(),
        floor: actors(0.0),
        slope: actors(1.0),
        learning: actors(1.0),
        care: actors(0.1),
        foresight: actors(0.1),
        negativity: actors(1.2),
        misperception: actors(0.0),
        forgetting: actors(0.02),
        empathy: pairs(0.3),
        issues: vec![issue],
        spillovers: Vec::new(),
        nodes: Vec::new(),
        remedies: Vec::new(),
    };
    (terms, vec![actors(1.0)])
}
