//! An invented comparison with the look of a real one: eight remedies, two rivals. For tests and for the eye.

use lab::comparison::*;
use lab::outcome::{Effect, Estimate, Files};
use lab::scenario::{Assumption, Text};

/// Noise without a generator: a fixed function of two whole numbers, within ±1.
fn wobble(a: usize, b: usize) -> f64 {
    let x = (a as f64 * 12.9898 + b as f64 * 78.233).sin() * 43758.5453;
    2.0 * (x - x.floor()) - 1.0
}

fn estimate(mean: f64, spread: f64) -> Estimate {
    Estimate { mean, q05: mean - spread, q50: mean, q95: mean + spread }
}

fn share(mean: f64, spread: f64) -> Estimate {
    Estimate { mean, q05: (mean - spread).max(0.0), q50: mean, q95: (mean + spread).min(1.0) }
}

/// A paired effect with the half width of its 95 % interval.
fn effect(mean: f64, half: f64) -> Effect {
    let spread = half * 16.0;
    let positive = (0.5 + mean / (4.0 * half)).clamp(0.02, 0.98);
    Effect {
        mean,
        q05: mean - 1.6 * spread,
        q50: mean,
        q95: mean + 1.6 * spread,
        ci95: [mean - half, mean + half],
        positive,
        replications: 1000,
    }
}

/// Exactly nothing.
fn still() -> Effect {
    Effect { replications: 1000, ..Effect::default() }
}

/// Id, English, Chinese, family, security, accident, cost, mutual, by construction.
type Given = (&'static str, &'static str, &'static str, &'static str, f64, f64, f64, bool, bool);

const GIVEN: [Given; 8] = [
    ("parity", "parity", "均等", "holding", 0.084, -0.021, 420.0, true, false),
    ("cut-arms", "cut arms", "裁军", "holding", 0.061, -0.048, 190.0, false, false),
    ("stand-down", "stand down", "降低戒备", "holding", 0.047, -0.083, 95.0, true, false),
    ("limit-war", "limit war", "限制战争", "holding", 0.022, 0.0, 60.0, true, true),
    ("universalism", "universalism", "普世主义", "universalism", 0.132, -0.012, 310.0, true, false),
    ("language", "language (macro)", "语言信号（宏观）", "signals", -0.026, 0.0, 12.0, false, false),
    ("military-signal", "military signal", "军事信号", "signals", 0.011, -0.004, 140.0, false, false),
    ("exchange", "exchange", "交流", "exchange", 0.004, 0.0, 75.0, true, false),
];

const HALF: f64 = 0.012;

fn effects(security: f64, accidental: f64, k: usize) -> Effects {
    Effects {
        security: effect(security, HALF),
        deliberate: effect(-1.6 * security + 0.004 * wobble(k, 1), 0.021),
        accidental: if accidental == 0.0 { still() } else { effect(accidental, 0.006) },
        waste: effect(-0.7 * security + 0.01 * wobble(k, 2), 0.015),
        trust: effect(1.1 * security + 0.02 * wobble(k, 3), 0.013),
        effort: effect(-1.3 * security + 0.03 * wobble(k, 4), 0.024),
        dilemma: effect(-1.2 * security + 0.02 * wobble(k, 5), 0.026),
        lives: None,
        commons: None,
    }
}

fn costs(total: f64, security: f64, mutual: bool) -> Vec<CostRow> {
    let one = |actor: &str, part: f64, tilt: f64| CostRow {
        actor: actor.into(),
        cost: estimate(total * part, total * part * 0.3),
        share: estimate(total * part / 9000.0, total * part * 0.3 / 9000.0),
        security: effect(security + tilt, HALF * 1.3),
        deaths: None,
    };
    if mutual {
        vec![one("usa", 0.55, 0.01), one("ussr", 0.45, -0.01)]
    } else {
        vec![one("usa", 1.0, -0.02), one("ussr", 0.0, 0.02)]
    }
}

fn remedies() -> Vec<RemedyRow> {
    let one = |(k, g): (usize, &Given)| RemedyRow {
        id: g.0.into(),
        name: Text::new(g.1, g.2),
        kind: g.0.into(),
        family: g.3.into(),
        acts_on: Text::new("target effort and what is read into it", "目标投入及其所被解读的含义"),
        side: if g.7 { "mutual".into() } else { "one-sided".into() },
        carriers: if g.7 { vec!["usa".into(), "ussr".into()] } else { vec!["usa".into()] },
        start: 1955.0 + k as f64,
        ramp: if k == 5 { 0.0 } else { 3.0 + k as f64 / 2.0 },
        end: (k == 6).then_some(1975.0),
        by_construction: g.8,
    };
    GIVEN.iter().enumerate().map(one).collect()
}

fn alone(k: usize, g: &Given) -> RunRow {
    RunRow {
        id: g.0.into(),
        name: Text::new(g.1, g.2),
        kind: "alone".into(),
        members: vec![g.0.into()],
        effects: effects(g.4, g.5, k),
        costs: costs(g.6, g.4, g.7),
        running: estimate(0.004, 0.002),
        over_budget: false,
        interaction: None,
        exercised: 34.2 - k as f64,
        competition: vec![],
    }
}

fn pair(i: usize, j: usize) -> RunRow {
    let (a, b) = (&GIVEN[i], &GIVEN[j]);
    let together = 0.028 * wobble(i + 3, j + 11);
    let security = a.4 + b.4 + together;
    let rule = Text::new(
        "parity and cut-arms move the same term (target): their effects add up",
        "均等与裁军作用于同一项（目标）：作用相加",
    );
    RunRow {
        id: format!("{} + {}", a.0, b.0),
        name: Text::new(&format!("{} + {}", a.1, b.1), &format!("{}＋{}", a.2, b.2)),
        kind: "pair".into(),
        members: vec![a.0.into(), b.0.into()],
        effects: effects(security, a.5 + b.5, 10 + 8 * i + j),
        costs: costs(a.6 + b.6, security, true),
        running: estimate(0.004, 0.002),
        over_budget: false,
        interaction: Some(effect(together, 0.015)),
        exercised: 33.0,
        competition: if (i, j) == (0, 1) { vec![rule] } else { vec![] },
    }
}

fn package(id: &str, name: Text, members: &[usize], security: f64) -> RunRow {
    let accidental = members.iter().map(|m| GIVEN[*m].5).sum();
    let cost = members.iter().map(|m| GIVEN[*m].6).sum();
    RunRow {
        id: id.into(),
        name,
        kind: "package".into(),
        members: members.iter().map(|m| GIVEN[*m].0.into()).collect(),
        effects: effects(security, accidental, 90 + members.len()),
        costs: costs(cost, security, true),
        running: estimate(0.004, 0.002),
        over_budget: false,
        interaction: None,
        exercised: 30.4,
        competition: vec![],
    }
}

fn runs() -> Vec<RunRow> {
    let mut runs: Vec<RunRow> = GIVEN.iter().enumerate().map(|(k, g)| alone(k, g)).collect();
    for i in 0..GIVEN.len() {
        runs.extend((i + 1..GIVEN.len()).map(|j| pair(i, j)));
    }
    runs.push(package("two-step", Text::new("the two-step strategy", "两步走方略"), &[0, 1, 2, 4], 0.241));
    runs.push(package("arms-control", Text::new("arms control", "军备控制"), &[0, 1, 3], 0.118));
    runs.push(package("words-only", Text::new("words only", "只用言语"), &[5, 7], -0.009));
    runs
}

fn order() -> Vec<OrderRow> {
    let rows = [
        ("none", "neither", "两者皆无", 0.0, -0.198, 0.004),
        ("first-only", "hold only", "只护持", 0.128, -0.07, 0.006),
        ("second-only", "universalise only", "只普世主义", 0.117, -0.081, 0.006),
        ("first-then-second", "hold, then universalise", "先护持后普世主义", 0.198, 0.0, 0.0),
        ("second-then-first", "universalise, then hold", "先普世主义后护持", 0.176, -0.022, 0.009),
        ("together", "both at once", "两者同时", 0.203, 0.005, 0.008),
    ];
    let row = |(k, (id, en, zh, security, against, half)): (usize, (&str, &str, &str, f64, f64, f64))| OrderRow {
        id: id.into(),
        name: Text::new(en, zh),
        effects: if k == 0 {
            Effects {
                security: still(),
                deliberate: still(),
                accidental: still(),
                waste: still(),
                trust: still(),
                effort: still(),
                dilemma: still(),
                lives: None,
                commons: None,
            }
        } else {
            effects(security, -0.06, 200 + k)
        },
        against_papers_order: if half == 0.0 { still() } else { effect(against, half) },
        security: share(0.5 + security, 0.24),
        dilemma: share(0.61 - security, 0.03),
    };
    rows.into_iter().enumerate().map(row).collect()
}

fn interpretation() -> Vec<InterpretationRow> {
    let cases = [
        ("trust", "benign", -0.021, -0.074, -0.32, 512),
        ("trust", "greedy", 0.184, 0.102, -0.31, 241),
        ("mistrust", "benign", 0.046, 0.131, 0.41, 512),
        ("mistrust", "greedy", -0.058, 0.012, 0.39, 241),
    ];
    let mut rows = Vec::new();
    for (k, actor) in ["usa", "ussr"].into_iter().enumerate() {
        for (reading, partner, own, all, effort, replications) in cases {
            let half = if k == 1 && reading == "mistrust" { 0.06 } else { 0.014 };
            rows.push(InterpretationRow {
                actor: actor.into(),
                reading: reading.into(),
                partner: partner.into(),
                hazard: effect(own * (1.0 - 0.2 * k as f64), half),
                everyone: effect(all, 0.02),
                effort: effect(effort, 0.03),
                replications,
            });
        }
    }
    rows
}

fn robustness() -> Vec<RobustnessRow> {
    let row = |(id, regret, best, satisfied): (&str, f64, f64, f64)| RobustnessRow {
        id: id.into(),
        regret: Estimate { mean: regret, q05: 0.0, q50: regret * 0.8, q95: regret * 2.6 },
        best: share(best, 0.025),
        satisfied: share(satisfied, 0.026),
    };
    [
        ("none", 0.262, 0.004, 0.21),
        ("parity", 0.178, 0.012, 0.29),
        ("cut-arms", 0.201, 0.009, 0.26),
        ("universalism", 0.13, 0.05, 0.37),
        ("two-step", 0.021, 0.71, 0.58),
        ("arms-control", 0.144, 0.03, 0.33),
        ("words-only", 0.271, 0.002, 0.2),
    ]
    .map(row)
    .into()
}

fn turning() -> Vec<TurningRow> {
    let row = |id: &str, number: &str, name: Text, below: f64, above: f64| TurningRow {
        id: id.into(),
        number: number.into(),
        name,
        below: effect(below, 0.014),
        above: effect(above, 0.014),
    };
    vec![
        row("language", "issues.military.opacity", Text::new("opacity", "不透明度"), 0.021, -0.064),
        row("words-only", "empathy", Text::new("empathy", "共情"), -0.033, 0.009),
    ]
}

fn doctrines() -> Vec<DoctrineRow> {
    let row = |id: &str, name: Text, security: f64, note: Text| DoctrineRow {
        id: id.into(),
        name,
        security: share(security, 0.23),
        deliberate: estimate(1.7 - 1.6 * security, 0.4),
        waste: share(0.66 - 0.4 * security, 0.14),
        trust: share(0.1 + 0.6 * security, 0.12),
        effort: estimate(3.1 - 2.2 * security, 0.5),
        dilemma: Some(share(0.95 - 0.8 * security, 0.03)),
        note,
        way_out: (!id.is_empty()).then(|| WayOut {
            name: Text::new("hold, then universalise", "先护持后普世主义"),
            gain: effect(0.08 * security, 0.01),
            dilemma: Some(share(0.5 - 0.4 * security, 0.03)),
        }),
    };
    vec![
        row("", Text::default(), 0.5, Text::default()),
        row("bayesian", Text::new("Bayesian", "贝叶斯学说"), 0.52, Text::default()),
        row("worst-case", Text::new("worst case", "最坏情况学说"), 0.29, Text::default()),
        row(
            "trusting",
            Text::new("trusting", "信任学说"),
            0.57,
            Text::new("arms for nobody, by construction", "由函数形式得出：不为任何人而扩军"),
        ),
    ]
}

fn assumptions() -> Vec<Assumption> {
    let one =
        |key, value: &str, allowed, acts, meaning| Assumption { key, value: value.into(), allowed, acts, meaning };
    vec![
        one(
            "remedies",
            "sequential",
            &["sequential", "parallel"][..],
            true,
            Text::new("Hold first, universalise after.", "先护持，后推行普世主义。"),
        ),
        one(
            "talk",
            "coordination",
            &["coordination", "uninformative", "informative"][..],
            true,
            Text::new("Cheap talk coordinates; it separates nobody.", "空谈只起协调作用，不能区分动机。"),
        ),
    ]
}

fn conditions() -> Vec<Text> {
    vec![Text::new(
        "In force in every run, also in the one without: spheres. Effects are what the others add to it.",
        "各次运行（包括对照运行）均已实施：势力范围。效应为其他办法在此之上所增加者。",
    )]
}

fn answer() -> Answer {
    Answer {
        sentences: vec![
            Text::new(
                "The two-step strategy makes everybody safest: it raises the chance of getting through unharmed from 0.50 to 0.74.",
                "两步走方略使各方最为安全：不受侵害而度过全期的概率由 0.50 升至 0.74。",
            ),
            Text::new(
                "Alone, universalism does most; macro language makes things worse. Whether exchange helps at all these runs do not decide.",
                "单项之中以普世主义收效最大，宏观的语言信号则使情况恶化。交流是否有益，这些运行不足以判定。",
            ),
            Text::new(
                "Holding first is better than universalism first, and as good as both at once.",
                "先护持优于先普世主义，与两者同时不相上下。",
            ),
        ],
        decided: true,
        caveats: vec![
            Text::new(
                "Strengths of the remedies are assumed; no published estimate stands behind them.",
                "各缓解办法的强度为假定，并无已发表的估计。",
            ),
            Text::new("Costs are counted, but nobody refuses to pay them.", "代价已计入，但无人拒绝付出。"),
        ],
    }
}

/// The comparison.
pub fn comparison() -> Comparison {
    let pairing = |(id, security, effort): (&str, f64, f64)| PairingRow { id: id.into(), security, effort };
    Comparison {
        herz: "0.2.0".into(),
        scenario: "cold-war".into(),
        title: Text::new("The Cold War arms race, 1949–1991", "冷战军备竞赛，1949—1991"),
        note: Text::new("Two blocs reduced to their leading powers.", "两个集团简化为各自的主导大国。"),
        start: 1949,
        end: 1991,
        seed: 1,
        replications: 1000,
        requested: 1000,
        scenario_hash: "9f2c4e0b6a51d7738f0e1c2d3b4a59687f6e5d4c3b2a190817263544d5e6f708".into(),
        assumptions: assumptions(),
        actors: vec![
            ActorRow { id: "usa".into(), name: Text::new("United States", "美国") },
            ActorRow { id: "ussr".into(), name: Text::new("Soviet Union", "苏联") },
        ],
        cost_unit: Text::new("billion 2023 US dollars", "十亿美元（2023年价）"),
        satisfaction: 0.9,
        baseline: BaselineRow {
            security: share(0.5, 0.22),
            deliberate: estimate(1.21, 0.6),
            accidental: estimate(0.173, 0.08),
            waste: share(0.45, 0.16),
            trust: share(0.31, 0.12),
            dilemma: share(0.61, 0.03),
            lives: None,
            commons: None,
        },
        measure: "security".into(),
        budget: None,
        remedies: remedies(),
        runs: runs(),
        order: order(),
        interpretation: interpretation(),
        robustness: robustness(),
        turning: turning(),
        pairing: [("parity", 2.9, 4.1), ("universalism", 2.4, 3.6), ("two-step", 1.9, 2.7)].map(pairing).into(),
        doctrines: doctrines(),
        conditions: conditions(),
        answer: answer(),
        files: Files {
            folder: "herz-out/cold-war-compare".into(),
            names: ["compare.html", "compare.json", "scenario.toml", "manifest.json"].map(String::from).into(),
        },
    }
}

/// The same in an epidemic, where lives come first; the last run is over budget.
#[allow(dead_code, reason = "the example that prints the sample has no use for it")]
pub fn in_an_epidemic() -> Comparison {
    let mut c = comparison();
    (c.measure, c.budget) = ("lives".into(), Some(0.01));
    c.baseline.lives = Some(BaselineLives {
        deaths: estimate(15.2e6, 6e6),
        worst: estimate(4100.0, 900.0),
        loss: estimate(0.061, 0.02),
        worst_hit: "ussr".into(),
    });
    for run in &mut c.runs {
        let size = run.effects.security.mean;
        run.effects.lives = Some(Lives {
            deaths: effect(-9e6 * size, 1.1e5),
            worst: effect(-3000.0 * size, 40.0),
            loss: effect(0.02 * size, 0.0004),
        });
        run.interaction = run.interaction.map(|e| effect(9e6 * e.mean, 1.1e5));
        for (k, row) in run.costs.iter_mut().enumerate() {
            row.deaths = Some(effect(if k == 0 { 90.0 } else { -400.0 }, 30.0));
        }
    }
    if let Some(last) = c.runs.last_mut() {
        (last.over_budget, last.running) = (true, estimate(0.034, 0.01));
    }
    c
}

/// The same with a commons beside the arms.
#[allow(dead_code, reason = "the example that prints the sample has no use for it")]
pub fn with_a_commons() -> Comparison {
    let mut c = comparison();
    c.baseline.commons = Some(CommonsLevels {
        resource: share(0.054, 0.05),
        environment: share(0.28, 0.2),
        collapsed: share(0.88, 0.05),
    });
    let orders = c.order.iter_mut().map(|o| &mut o.effects);
    for e in c.runs.iter_mut().map(|r| &mut r.effects).chain(orders) {
        let size = e.security.mean;
        e.commons =
            Some(CommonsEffects { resource: effect(0.4 * size, 0.013), environment: effect(-0.1 * size, 0.02) });
    }
    c
}

/// The same with nothing in it.
#[allow(dead_code, reason = "the example that prints the sample has no use for it")]
pub fn empty() -> Comparison {
    Comparison {
        assumptions: vec![],
        actors: vec![],
        baseline: BaselineRow::default(),
        remedies: vec![],
        runs: vec![],
        order: vec![],
        interpretation: vec![],
        robustness: vec![],
        turning: vec![],
        pairing: vec![],
        doctrines: vec![],
        conditions: vec![],
        answer: Answer { sentences: vec![], decided: false, caveats: vec![] },
        files: Files::default(),
        replications: 0,
        ..comparison()
    }
}
