//! An invented outcome with the look of a real one: two rivals, one issue, 43 years. For tests and for the eye.

#[path = "sample/nature.rs"]
mod nature;

use lab::outcome::*;
use lab::scenario::{Assumption, Text};

const YEARS: usize = 43;

/// Noise without a generator: a fixed function of two whole numbers, within ±1.
fn wobble(a: usize, b: usize) -> f64 {
    let x = (a as f64 * 12.9898 + b as f64 * 78.233).sin() * 43758.5453;
    2.0 * (x - x.floor()) - 1.0
}

fn estimate(mean: f64, spread: f64) -> Estimate {
    Estimate { mean, q05: mean - spread, q50: mean, q95: mean + spread }
}

/// A band around a median, wider with time; `ratio` spreads by factors, otherwise by sums.
fn band(median: impl Fn(f64) -> f64, width: f64, ratio: bool) -> Band {
    let mut b = Band::default();
    for i in 0..YEARS {
        let t = i as f64;
        let (m, w) = (median(t), width * (0.25 + (t / 14.0).min(1.0)));
        let at = |z: f64| if ratio { m * (z * w).exp() } else { m + z * w };
        b.year.push(1949.0 + t);
        b.mean.push(m);
        b.q05.push(at(-1.64));
        b.q25.push(at(-0.67));
        b.q50.push(m);
        b.q75.push(at(0.67));
        b.q95.push(at(1.64));
    }
    b
}

/// A band of shares, held inside zero and one.
fn share_band(median: impl Fn(f64) -> f64, width: f64) -> Band {
    let mut b = band(median, width, false);
    for column in [&mut b.mean, &mut b.q05, &mut b.q25, &mut b.q50, &mut b.q75, &mut b.q95] {
        column.iter_mut().for_each(|v| *v = v.clamp(0.004, 0.996));
    }
    b
}

fn actor(id: &str, name: Text, level: f64, slope: f64, k: usize) -> ActorOutcome {
    let path = move |t: f64| level * (1.0 + slope * (1.0 - (-t / 9.0).exp()) + 0.10 * (t / 5.0 + k as f64).sin());
    let years: Vec<f64> = (0..YEARS).map(|i| 1949.0 + i as f64).filter(|y| *y != 1956.0).collect();
    let values = years.iter().enumerate().map(|(i, y)| path(y - 1949.0) * (0.22 * wobble(i, k)).exp()).collect();
    let note = Text::new(
        "Estimates before 1960 differ by a third between editions.",
        "1960年以前的估计值，各版之间相差三分之一。",
    );
    ActorOutcome {
        id: id.into(),
        name,
        issue: "military".into(),
        greedy: if k == 0 { 0.1 } else { 0.25 },
        effort: band(path, 0.26, true),
        effort_over_baseline: band(move |t| path(t) / level, 0.26, true),
        observed: Some(Observed {
            years,
            values,
            unit: "billion 2023 US dollars per year".into(),
            source: "SIPRI Military Expenditure Database 1949–2024".into(),
            note,
            coverage50: 0.476,
            coverage90: 0.881,
        }),
        perceived_hazard: band(
            move |t| 0.03 + 0.05 * (1.0 - (-t / 7.0).exp()) + 0.008 * (t / 4.0 + k as f64).sin(),
            0.35,
            true,
        ),
        objective_hazard: band(move |t| 0.012 + 0.006 * (t / 6.0).sin() + 0.004 * k as f64, 0.5, true),
        security: estimate(0.55 - 0.1 * k as f64, 0.2),
        perceived_security: estimate(0.06, 0.05),
        waste: Estimate { mean: 8120.0, q05: 3020.0, q50: 7740.0 - 1500.0 * k as f64, q95: 14900.0 },
    }
}

fn pair(from: &str, to: &str, truth: f64) -> PairOutcome {
    let p = |mean: f64| Estimate { mean, q05: mean - 0.025, q50: mean, q95: (mean + 0.024).min(1.0) };
    PairOutcome {
        from: from.into(),
        to: to.into(),
        issue: "military".into(),
        verdict: Verdict {
            harmony: p(0.062),
            security_dilemma: p(0.615),
            predation: p(0.298),
            rivalry: Estimate { mean: 0.025, q05: 0.018, q50: 0.025, q95: 0.035 },
        },
        dilemma_if_benign: Some(p(0.908)),
        mistrust: Some(share_band(move |t| 0.28 + 0.55 * (1.0 - (-t / 6.0).exp()) - truth * 0.3, 0.16)),
        truth,
        misreading: estimate(0.52 - truth, 0.38),
    }
}

fn effect(mean: f64, spread: f64) -> Effect {
    Effect {
        mean,
        q05: mean - 1.6 * spread,
        q50: mean,
        q95: mean + 1.9 * spread,
        ci95: [mean - spread * 0.12, mean + spread * 0.12],
        positive: 0.83,
        replications: 862,
    }
}

fn definitions() -> Definitions {
    let by = |a: f64, b: f64| {
        [("usa", a), ("ussr", b)].map(|(id, m)| ActorEffect {
            actor: id.into(),
            issue: "military".into(),
            effect: effect(m, 0.2),
        })
    };
    let option = |actor: Option<&str>, option: &str, m: f64| OptionOutcome {
        actor: actor.map(String::from),
        option: option.into(),
        security: Estimate { mean: m, q05: (m - 0.22).max(0.0), q50: m, q95: (m + 0.16).min(1.0) },
    };
    let mut options = Vec::new();
    for (i, id) in ["usa", "ussr"].into_iter().enumerate() {
        for (j, name) in ["arm", "hold", "disarm", "signal"].into_iter().enumerate() {
            options.push(option(Some(id), name, 0.52 - 0.08 * i as f64 - 0.05 * ((j + i) % 4) as f64));
        }
    }
    options.extend([("as-is", 0.5), ("disarm", 0.93), ("signal", 0.81)].map(|(n, m)| option(None, n, m)));
    Definitions {
        harm: Harm {
            overall: effect(0.42, 0.3),
            among_benign: effect(0.44, 0.3),
            by_actor: by(0.49, 0.35).into(),
            holds: true,
            holds_among_benign: true,
        },
        self_defeat: SelfDefeat {
            overall: effect(0.06, 0.25),
            among_benign: effect(0.11, 0.25),
            by_actor: by(0.11, -0.02).into(),
            everyone: effect(0.48, 0.4),
            holds: true,
            holds_everyone: true,
            holds_among_benign: true,
        },
        uncertainty: Uncertainty {
            entropy: estimate(0.71, 0.12),
            brier: estimate(0.31, 0.15),
            entropy_by_year: share_band(|t| 0.55 + 0.35 * (-((t - 9.0) / 9.0).powi(2)).exp(), 0.08),
            brier_by_year: share_band(|t| 0.12 + 0.25 * (1.0 - (-t / 8.0).exp()), 0.1),
            holds: true,
        },
        no_way_out: NoWayOut {
            share: Estimate { mean: 0.71, q05: 0.69, q50: 0.71, q95: 0.73 },
            satisfaction: 0.9,
            options,
            holds: true,
        },
        examined: vec!["usa".into(), "ussr".into()],
        paired: 1000,
        issue: "military".into(),
    }
}

fn phase() -> Phase {
    let verdicts = ["dilemma", "dilemma", "predation", "dilemma", "harmony", "dilemma", "rivalry", "dilemma"];
    let path = |r: usize| {
        let verdict = verdicts[r % 8];
        let (to_effort, to_mistrust) =
            if verdict == "harmony" { (1.05, 0.06) } else { (1.8 + 0.5 * wobble(r, 3), 0.85 + 0.1 * wobble(r, 5)) };
        let (e0, m0) = (1.05 + 0.1 * wobble(r, 1).abs(), 0.26 + 0.12 * wobble(r, 2));
        let step = |i: usize| 1.0 - (-(i as f64) / (7.0 + 3.0 * wobble(r, 4))).exp();
        let effort =
            (0..YEARS).map(|i| e0 + (to_effort - e0) * step(i) * (0.7 + 0.3 * step(i)) + 0.03 * wobble(i, r)).collect();
        let mistrust =
            (0..YEARS).map(|i| (m0 + (to_mistrust - m0) * step(i) + 0.02 * wobble(r, i)).clamp(0.01, 0.99)).collect();
        Path { replication: r as u64, effort, mistrust, verdict: verdict.into() }
    };
    let effort: Vec<f64> = (0..60).map(|i| 0.5 * 1.05f64.powi(i)).collect();
    let line = |k: f64| -> Vec<f64> { effort.iter().map(|x| k / x).collect() };
    Phase {
        a: "usa".into(),
        b: "ussr".into(),
        issue: "military".into(),
        paths: (0..40).map(path).collect(),
        boundary_mistrust: line(0.27),
        boundary_q25: line(0.21),
        boundary_q75: line(0.36),
        boundary_effort: effort,
        critical_empathy: 0.607,
        safe_share: 0.042,
        starts_above: 0.58,
    }
}

fn numbers() -> Vec<NumberRow> {
    let row = |path: &str, name: Text, symbol: &str, value: &str, unit: &str, basis: Text, assumed: bool| NumberRow {
        path: path.into(),
        name,
        symbol: symbol.into(),
        value: value.into(),
        unit: unit.into(),
        basis,
        assumed,
    };
    let dollars = "billion 2023 US dollars per year";
    vec![
        row(
            "issues.military.actors.usa.baseline",
            Text::new("baseline", "基线"),
            "x0_i",
            "250",
            dollars,
            Text::same("SIPRI Military Expenditure Database 1949–2024"),
            false,
        ),
        row(
            "issues.military.actors.ussr.responsiveness",
            Text::new("responsiveness", "反应强度"),
            "K_i",
            "uniform(120, 480)",
            dollars,
            Text::new("no published estimate; half to twice the baseline", "无已发表估计；基线的一半至两倍"),
            true,
        ),
        row(
            "issues.military.actors.usa.false_warning",
            Text::new("false warnings", "误报预警"),
            "",
            "lognormal(median 0.19, 0.35)",
            "per year",
            Text::new("dated warnings, doubtful ones left out; contested", "有日期可考的误报，存疑者不计；有争议"),
            true,
        ),
        row(
            "measures.dilemma_ratio",
            Text::new("dilemma ratio", "困境比率"),
            "",
            "1.25",
            "ratio",
            Text::new("assumed, range 1.1–2", "假定，范围 1.1—2"),
            true,
        ),
        row(
            "empathy",
            Text::new("empathy", "共情"),
            "ε_ij",
            "uniform(0.1, 0.5)",
            "probability",
            Text::new("no estimate; wide", "无估计；取宽范围"),
            true,
        ),
        row(
            "actors.usa.forgetting",
            Text::new("forgetting", "遗忘"),
            "",
            "0.02",
            "per year",
            Text::new("governments last about eight years; range 0–0.1", "政府约八年一换；范围 0—0.1"),
            true,
        ),
    ]
}

fn assumptions() -> Vec<Assumption> {
    let one =
        |key, value: &str, allowed, acts, meaning| Assumption { key, value: value.into(), allowed, acts, meaning };
    vec![
        one(
            "anarchy",
            "permissive",
            &["permissive", "sufficient"][..],
            false,
            Text::new(
                "Anarchy permits the dilemma but does not by itself cause it.",
                "无政府状态容许困境，但本身不足以造成困境。",
            ),
        ),
        one(
            "decision",
            "bayesian",
            &["bayesian", "worst-case", "ambiguity"][..],
            true,
            Text::new(
                "Actors act on the probability they hold, not on the worst case.",
                "行为体依其所持概率行事，而非从最坏处打算。",
            ),
        ),
        one(
            "talk",
            "coordination",
            &["coordination", "uninformative", "informative"][..],
            false,
            Text::new("Cheap talk coordinates; it separates nobody.", "空谈只起协调作用，不能区分动机。"),
        ),
    ]
}

fn headline() -> Headline {
    Headline {
        verdict: "security-dilemma".into(),
        probability: Estimate { mean: 0.615, q05: 0.59, q50: 0.615, q95: 0.64 },
        pair: ["usa".into(), "ussr".into()],
        issue: "military".into(),
        sentence: Text::new(
            "Most likely a security dilemma: two powers that mostly wanted to be safe armed to about twice what they needed, because each read the other's fear as greed.",
            "最可能是安全困境：两个大体只求安全的大国，因各自把对方的恐惧读成贪婪，而扩军至所需的两倍左右。",
        ),
        caveats: vec![
            Text::new(
                "Motives are assumed; with both certainly benign the probability is 0.91.",
                "动机为假定；若双方必为善意，则概率为 0.91。",
            ),
            Text::new("Empathy has no published estimate and matters most.", "共情没有已发表的估计，而它影响最大。"),
        ],
        by_ratio: [(1.1, 0.97), (1.25, 0.908), (1.5, 0.71), (2.0, 0.33)]
            .map(|(ratio, share)| lab::outcome::AtRatio { ratio, share: estimate(share, 0.02) })
            .to_vec(),
    }
}

/// Wars in one run of three, warheads more likely by accident than on purpose, one bloc, one remedy.
fn physics() -> PhysicsOutcome {
    let spread = |mean: f64, q05: f64, q50: f64, q95: f64| Estimate { mean, q05, q50, q95 };
    let power = |actor: &str, delay: f64| {
        let damage = move |t: f64| 1.0 - (-((t - delay).max(0.0) / 9.0).powi(2)).exp();
        let usable = move |t: f64| damage(t) * (1.0 - 0.55 * damage(t));
        PowerRow { actor: actor.into(), damage: share_band(damage, 0.05), usable: share_band(usable, 0.08) }
    };
    let cause = |id: &str, mean: f64| (id.to_string(), spread(mean, 0.01 * mean, 0.5 * mean, 3.5 * mean));
    PhysicsOutcome {
        wars: vec![WarOutcome {
            issue: "military".into(),
            begun: spread(0.66, 0.0, 0.0, 3.0),
            any: spread(0.32, 0.296, 0.32, 0.345),
            tragic: Some(spread(0.02, 0.013, 0.02, 0.031)),
        }],
        nuclear: vec![NuclearOutcome {
            issue: "military".into(),
            deliberate: spread(0.19, 0.0001, 0.0007, 1.6),
            accidental: spread(0.82, 0.012, 0.5, 2.9),
            by_cause: vec![
                cause("false-warning", 0.74),
                cause("unauthorised-use", 0.06),
                cause("technical-fault", 0.02),
            ],
            accident_rate: spread(0.019, 0.0003, 0.012, 0.067),
            survival: spread(0.53, 0.04, 0.55, 0.99),
            power: vec![power("usa", 0.0), power("ussr", 4.0)],
        }],
        remedies: vec![RemedyOutcome {
            id: "cooling-off".into(),
            name: Text::new("Cooling-off and a line to talk", "冷静期与热线"),
            exercised: spread(28.5, 28.5, 28.5, 28.5),
            costs: vec![("usa".into(), spread(17.1, 3.4, 12.9, 39.0)), ("ussr".into(), spread(11.8, 2.3, 10.3, 27.6))],
        }],
        nodes: vec![NodeOutcome {
            face: "ussr".into(),
            name: Text::new("Eastern bloc", "东方集团"),
            authority: share_band(
                |t| 0.72 + 0.2 * (1.0 - (-t / 6.0).exp()) - 0.0011 * (t - 20.0).max(0.0).powi(2),
                0.1,
            ),
            broken: spread(0.03, 0.022, 0.03, 0.04),
        }],
        ..PhysicsOutcome::default()
    }
}

/// The same two powers in an epidemic, on a fishery, and in trouble, without wars or warheads.
pub fn epidemic() -> Outcome {
    let mut o = outcome();
    (o.scenario, o.start, o.end, o.steps_per_year) = ("pandemic".into(), 2020, 2022, 52);
    o.title = Text::new("A pandemic, 2020–2021", "大疫，2020—2021");
    o.headline.sentence = Text::new(
        "By the end of 2021, 5,190 [2,290, 8,090] of every million people have died of it in the model. Had nobody hoarded, 12 fewer would have (95 % interval of the mean −5 to 29).",
        "到2021年底，模型中每百万人已有 5,190 [2,290, 8,090] 人因此死亡。若无人囤积，可少死 12 人（均值的 95 % 区间：−5 至 29）。",
    );
    let medicine = IssueRow {
        id: "medicine".into(),
        name: Text::new("Medicine", "医疗物资"),
        effort_unit: Text::new("kept for each passed on", "留存与出让之比"),
    };
    o.issues.insert(0, medicine);
    o.physics = PhysicsOutcome {
        health: vec![nature::health()],
        commons: vec![nature::fishery()],
        trouble: vec![nature::trouble()],
        ..PhysicsOutcome::default()
    };
    o.files.folder = "herz-out/pandemic".into();
    o
}

/// The outcome.
pub fn outcome() -> Outcome {
    let names = [Text::new("United States", "美国"), Text::new("Soviet Union", "苏联")];
    let [usa, ussr] = names;
    let waste = Estimate { mean: 15000.0, q05: 6020.0, q50: 14_200.0, q95: 27_100.0 };
    Outcome {
        herz: "0.1.0".into(),
        scenario: "cold-war".into(),
        title: Text::new("The Cold War arms race, 1949–1991", "冷战军备竞赛，1949—1991"),
        note: Text::new("Two blocs reduced to their leading powers.", "两个集团简化为各自的主导大国。"),
        start: 1949,
        end: 1991,
        steps_per_year: 12,
        seed: 1,
        replications: 1000,
        requested: 1000,
        scenario_hash: "9f2c4e0b6a51d7738f0e1c2d3b4a59687f6e5d4c3b2a190817263544d5e6f708".into(),
        assumptions: assumptions(),
        doctrine: None,
        headline: headline(),
        issues: vec![IssueRow {
            id: "military".into(),
            name: Text::new("Arms", "军备"),
            effort_unit: Text::new("billion 2023 US dollars per year", "十亿美元/年（2023年价）"),
        }],
        actors: vec![actor("usa", usa, 260.0, 1.1, 0), actor("ussr", ussr, 170.0, 1.4, 1)],
        pairs: vec![pair("usa", "ussr", 0.25), pair("ussr", "usa", 0.1)],
        definitions: definitions(),
        spiral_rate: SpiralRate {
            peak: estimate(0.41, 0.3),
            at_start: estimate(0.22, 0.25),
            at_end: estimate(-0.05, 0.04),
            by_year: band(|t| 0.42 * (-((t - 5.0) / 8.0).powi(2)).exp() - 0.05, 0.06, false),
            replications: 200,
        },
        security: ["usa", "ussr"]
            .map(|id| Security { actor: id.into(), objective: estimate(0.5, 0.22), perceived: estimate(0.06, 0.05) })
            .into(),
        physics: physics(),
        waste: vec![Waste {
            issue: "military".into(),
            unit: Text::new("billion 2023 US dollars", "十亿美元（2023年价）"),
            total: waste,
            share: Estimate { mean: 0.44, q05: 0.25, q50: 0.45, q95: 0.61 },
        }],
        phase: phase(),
        numbers: numbers(),
        files: Files {
            folder: "herz-out/cold-war".into(),
            names: [
                "report.html",
                "summary.json",
                "actors.parquet",
                "pairs.parquet",
                "events.parquet",
                "scenario.toml",
                "manifest.json",
            ]
            .map(String::from)
            .into(),
        },
    }
}
