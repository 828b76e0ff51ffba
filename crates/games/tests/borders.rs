//! Named games exactly at their thresholds and at the ends of their ranges: who is indifferent keeps the peace, and what is
//! said in words agrees with the payoffs there.

mod ask;

use ask::*;
use games::Rational;
use games::named::Value;

/// Assurance: trust exactly at the minimum is enough, the least bit less is not.
#[test]
fn theorem_the_least_trust_is_enough() {
    let at = |trust| ask("assurance", &[("trust_one", trust), ("trust_other", "2/3")]);
    assert_eq!(exact(&at("2/3"), "tragic"), Rational::zero());
    assert_eq!(exact(&at("0.666"), "tragic"), over(111, 250));
    let war = |trust| ask("war-assurance", &[("trust", trust)]);
    let least = exact(&war("0"), "trust_one").to_string();
    assert!(truth(&war(&least), "one_keeps") && !truth(&war("0"), "one_keeps"));
}

/// f(π + φ) = 0: only full trust keeps the peace. No advantage of the first strike and a war that costs: none is needed.
#[test]
fn theorem_trust_at_the_ends_of_the_first_strike() {
    let sets = [("win", "1/2"), ("first_strike", "1/4"), ("gain", "1"), ("loss", "1"), ("cost", "1/2")];
    assert_eq!(exact(&ask("war-assurance", &sets), "trust_one"), Rational::one());
    for cost in ["1/2", "0"] {
        let sets =
            [("win", "1/2"), ("first_strike", "0"), ("gain", "1"), ("loss", "1"), ("cost", cost), ("trust", "0")];
        let found = ask("war-assurance", &sets);
        assert_eq!(exact(&found, "trust_one"), Rational::zero());
        assert!(truth(&found, "peace"));
    }
}

/// A side that gains by war keeps the peace at no trust, but for one edge: at no trust at all, and where being first is no
/// advantage, it may as well wait; the solver says so too. Full trust is not enough for it, and more than enough for others.
#[test]
fn theorem_trust_at_the_ends_of_the_war() {
    for (first, trust, gain, keeps) in [
        ("0", "0", "3", true),
        ("0", "0.001", "3", false),
        ("0", "1", "3", false),
        ("0.1", "0", "3", false),
        ("0.1", "1", "3", false),
        ("0.1", "1", "0.5", true),
        ("0", "0", "0.5", true),
        ("0", "1", "0.5", true),
        // f(π + φ) = 0 exactly.
        ("0.25", "1", "1", true),
        ("0.25", "0.999", "1", false),
        ("0", "0", "2", true),
        ("0", "1", "2", true),
    ] {
        let sets = [("first_strike", first), ("trust", trust), ("gain", gain), ("loss", "1"), ("cost", "0.5")];
        let found = ask("war-assurance", &sets);
        assert_eq!([truth(&found, "one_keeps"), truth(&found, "peace")], [keeps; 2], "{sets:?}");
        assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), keeps, "{sets:?}");
        assert_eq!(absent(&found, "trust_one"), gain == "3", "{sets:?}");
    }
    let said = |first| match value(&ask("war-assurance", &[("first_strike", first), ("gain", "3")]), "trust_one") {
        Value::Absent(words) => words.en,
        other => panic!("{other:?}"),
    };
    assert!(said("0").starts_with("no trust above 0") && said("0.1").starts_with("no trust is enough"));
    // Nothing is asked of a posture where no trust is needed or nobody doubts.
    let ratio = |trust, first| exact(&ask("worlds", &[("trust", trust), ("first_strike", first)]), "ratio_needed");
    assert_eq!([ratio("0", "0"), ratio("1", "0.1"), ratio("1", "0.5")], [0, 0, 0].map(Rational::from));
}

/// The decliner cannot lose more than it has, and a surety cannot give more than it has.
#[test]
fn theorem_nobody_loses_or_lends_more_than_there_is() {
    // δ = 1: brake = cost_decliner + cost_riser = 1/5.
    let at = |now| {
        let sets = [("now", now), ("later", "0"), ("discount", "1"), ("cost_decliner", "0.1"), ("cost_riser", "0.1")];
        ask("preventive-war", &sets)
    };
    assert_eq!(exact(&at("0.201"), "bearable"), over(1, 5));
    assert!(truth(&at("0.201"), "unavoidable"));
    for now in ["0.2", "0.1", "0"] {
        assert!(said(&at(now), "bearable").starts_with("any") && !truth(&at(now), "unavoidable"), "{now}");
    }
    assert!(said(&ask("preventive-war", &[("discount", "0")]), "bearable").starts_with("any"));
    // δ = 1/2: slack of B 3 − 1 = 2, of A 1 − gain.
    let surety = |gain| ask("issue-linkage", &[("gain_a", gain), ("loss_a", "1"), ("gain_b", "1"), ("loss_b", "3")]);
    assert_eq!(exact(&surety("2"), "surety"), over(1, 2));
    assert_eq!(exact(&surety("3"), "surety"), Rational::one());
    assert!(absent(&surety("3.001"), "surety") && absent(&surety("1"), "surety"));
}

/// Reassurance: both ends of the window reassure, and a window of one point is a window.
#[test]
fn theorem_the_ends_of_the_window_reassure() {
    let found = ask("reassurance", &[]);
    let step = |first: &Rational| truth(&ask_at("reassurance", &[("first", first.clone())]), "reassures");
    let [least, most] = ["smallest", "largest"].map(|id| exact(&found, id));
    let bit = over(1, 1000);
    assert!(step(&least) && step(&most) && !step(&(&least - &bit)) && !step(&(&most + &bit)));
    // 1/2 from both sides: t(R − P)/((1 − t)(P − S) + t(T − P)) = 1/2 = t·3/((1 − t)·2 + t·4) of the untrustworthy.
    let one = [
        ("temptation", "2"),
        ("reward", "3"),
        ("punishment", "2"),
        ("sucker", "0"),
        ("bad_temptation", "5"),
        ("bad_reward", "4"),
        ("bad_punishment", "2"),
        ("bad_sucker", "0"),
        ("trust", "1/2"),
        ("first", "1/2"),
    ];
    let found = ask("reassurance", &one);
    assert_eq!(["smallest", "largest"].map(|id| exact(&found, id)), [over(1, 2), over(1, 2)]);
    assert!(truth(&found, "possible") && truth(&found, "reassures"));
}

/// War that is worth exactly as much as the best peace is not unavoidable.
#[test]
fn theorem_an_indifferent_decliner_keeps_the_peace() {
    let sets = [("now", "3/5"), ("discount", "1/2"), ("cost_decliner", "1/20"), ("cost_riser", "0")];
    let at = |later| ask("preventive-war", &[&sets[..], &[("later", later)]].concat());
    let border = at("1/10");
    assert_eq!(exact(&border, "pull"), exact(&border, "brake"));
    assert_eq!(exact(&border, "war"), exact(&border, "peace"));
    assert!(!truth(&border, "unavoidable") && truth(&at("0.099"), "unavoidable"));
}

/// Bluffing that gains nothing is not done; where there is nothing to gain, no cost of backing down is needed.
#[test]
fn theorem_an_indifferent_bluffer_keeps_quiet() {
    let at = |audience| ask("costly-signals", &[("audience", audience)]);
    assert_eq!(exact(&at("1"), "audience_needed"), Rational::one());
    assert!(truth(&at("1"), "no_bluff") && !truth(&at("0.999"), "no_bluff"));
    // The cost of the war that it would rather fight is exactly enough.
    let found = ask("costly-signals", &[("cost", "3/2"), ("audience", "5")]);
    assert_eq!(exact(&found, "audience_needed"), Rational::one());
    assert!(truth(&found, "no_bluff"));
    for q in ["0", "1/2", "1"] {
        let found = ask("costly-signals", &[("stake_low", "0"), ("audience", "0"), ("undeterred", q)]);
        assert!(truth(&found, "no_bluff"));
        assert_eq!(exact(&found, "audience_needed"), Rational::zero());
    }
}

/// Exactly at the threshold fear does nothing yet; a loss as large as the highest cost makes the race certain.
#[test]
fn theorem_fear_at_its_thresholds() {
    let rash = |p| said(&ask("reciprocal-fear", &[("rash_one", p), ("rash_other", "0")]), "outcome");
    assert_eq!((rash("1/6"), rash("0.1667")), ("restraint holds", "both strike"));
    let race = |d| ask("fear-multiplier", &[("exposure", d)]);
    assert!(truth(&race("1"), "certain") && !truth(&race("0.999"), "certain"));
    assert_eq!(exact(&race("1"), "arms"), Rational::one());
    let risk = |r| said(&ask("strategic-risk", &[("reward", r), ("error", "3/10")]), "regime");
    assert!(risk("2.9").starts_with("peace holds") && risk("2.899").starts_with("peace would hold"));
}

/// What pays exactly nothing is shared, deters, and is saved.
#[test]
fn theorem_cooperation_at_its_thresholds() {
    let share = |mistrust| {
        ask("mutual-insurance", &[("cost", "1"), ("benefit", "4"), ("discount", "1/2"), ("mistrust", mistrust)])
    };
    assert!(truth(&share("1/2"), "pays") && !truth(&share("0.501"), "pays"));
    assert_eq!(exact(&share("1/2"), "threshold"), over(1, 2));
    let free = ask("mutual-insurance", &[("cost", "0"), ("mistrust", "1")]);
    assert!(truth(&free, "pays"));
    assert_eq!(exact(&free, "patience"), Rational::zero());
    // g = 1, L = 1, q = 1 and no error: δ = 1/2 deters, and only for good.
    let watched = |delta| {
        let sets = [("gain", "1"), ("loss", "1"), ("detection", "1"), ("error", "0"), ("institution_error", "0")];
        ask("public-monitoring", &[&sets[..], &[("discount", delta)]].concat())
    };
    let border = watched("1/2");
    assert!(truth(&border, "feasible") && absent(&border, "breakdown") && !truth(&watched("0.499"), "feasible"));
    assert_eq!((exact(&border, "required"), exact(&border, "kept_for_good")), (Rational::one(), Rational::one()));
    // Together they are exactly worth keeping: Σg = ΣL at δ = 1/2.
    let linked = |gain| {
        said(&ask("issue-linkage", &[("gain_a", gain), ("loss_a", "1"), ("gain_b", "1"), ("loss_b", "3")]), "effect")
    };
    assert!(linked("3").starts_with("it saves") && linked("3.001").starts_with("it brings down"));
    // As many countries as must abate together.
    let members = |countries| ask("self-enforcing-agreements", &[("countries", countries), ("cost", "7")]);
    assert_eq!(exact(&members("7"), "binary"), Rational::from(7));
    assert!(absent(&members("6"), "binary"));
}

/// Nobody can have more than the pie: every division in the range is one that both prefer to war, and no other is.
#[test]
fn theorem_the_range_of_bargains_lies_within_the_pie() {
    for (win, cost, highest) in [("1/2", "1/10", "2/5"), ("0", "1/2", "1"), ("1", "0", "1"), ("9/10", "1", "1000000")] {
        let found = ask("bargaining", &[("win", win), ("cost", cost), ("highest", highest)]);
        let [win, cost, highest] = [win, cost, highest].map(|text| text.parse::<Rational>().expect("a number"));
        let low = exact(&found, "range_low");
        let high = &low + &exact(&found, "range_width");
        assert!(low >= Rational::zero() && high <= Rational::one(), "{low} {high}");
        for k in 0..=100 {
            let share = over(k, 100);
            // A has at least its war, and B, at its mean cost, at least its own.
            let both = &share + &cost >= win && share <= &win + &(&over(1, 2) * &highest);
            assert_eq!(both, share >= low && share <= high, "{share}");
        }
    }
}

/// Who is nearly sure to win asks for all there is, and no more.
#[test]
fn theorem_nobody_asks_for_more_than_the_pie() {
    let found = ask("bargaining", &[("win", "9/10"), ("cost", "0"), ("highest", "1")]);
    let [demand, war, payoff] = ["demand", "war", "payoff"].map(|id| exact(&found, id));
    assert_eq!((demand, war, payoff), (Rational::one(), over(1, 10), over(99, 100)));
}
