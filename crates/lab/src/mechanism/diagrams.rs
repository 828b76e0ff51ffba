//! The two figures: their nodes, their arrows, how each arrow is measured, and what the whole has to say.

use super::cuts::Cut;
use super::engine::{Explained, Variant};
use super::generic::Generic;
use super::measured::At;
use super::{ArrowRow, Diagram, Mechanism, NodeRow, shares};
use crate::outcome::{Effect, Files};
use crate::scenario::{Lang, Scenario, Text};
use crate::statistics::effect;

type Both = (&'static str, &'static str);

const NOTHING: Both = ("", "");
const BITS: Both = ("bits", "比特");
const CHANCE: Both = ("probability", "概率");
const LOGS: Both = ("log", "对数");
const OVER_NEED: Both = ("log of effort over need", "投入÷所需的对数");
const YEARLY: Both = ("per year", "每年");
const HAZARD: Both = ("∫ hazard", "∫ 危险率");
const RUNGS: Both = ("rungs", "级");

struct Node(&'static str, Both, Both, (f64, f64));

const FORMATION_NODES: &[Node] = &[
    Node("preferences", ("defensive preferences of all", "各方的防御性偏好"), NOTHING, (0.0, 0.0)),
    Node("anarchy", ("anarchy", "无政府状态"), NOTHING, (1.0, 0.0)),
    Node(
        "strengthening",
        ("self-strengthening for security", "为求安全加强自身实力"),
        ("ln(effort over baseline), mean", "ln(投入÷基线)，均值"),
        (0.0, 1.0),
    ),
    Node(
        "uncertainty",
        ("uncertainty of intentions", "意图的不确定性"),
        ("entropy of mistrust, mean, bits", "猜疑的熵，均值，比特"),
        (1.0, 1.0),
    ),
    Node("bias", ("cognitive bias", "认知偏差"), NOTHING, (2.0, 1.0)),
    Node("sensitivity", ("hegemon’s sensitivity to challenge", "霸权国对挑战的敏感"), NOTHING, (3.0, 2.0)),
    Node("fear", ("the other’s fear", "他国的恐惧"), ("perceived hazard per year", "每年感知的危险率"), (0.0, 2.0)),
    Node(
        "misreading",
        ("misreading defence as offence", "误判：把防御读作进攻"),
        ("|mistrust − truth|, mean", "|猜疑−真相|，均值"),
        (2.0, 2.0),
    ),
    Node(
        "counter",
        ("counter-measures", "相对措施"),
        ("ln(need over baseline) from fear, mean", "恐惧使需要超出基线的对数，均值"),
        (1.0, 3.0),
    ),
    Node(
        "insecurity",
        ("insecurity of both", "双方持续恶化的不安全"),
        ("∫ hazard of deliberate attack, sum over actors", "全期蓄意攻击危险率的累积，各方之和"),
        (1.0, 4.0),
    ),
];

const RESOLUTION_NODES: &[Node] = &[
    Node("commitment", ("great powers’ commitment", "大国的示范与承诺"), NOTHING, (0.0, 0.0)),
    Node(
        "signals",
        ("self-binding and goodwill signals", "自我约束与善意信号"),
        ("trust won by them", "由其赢得的信任"),
        (1.0, 0.0),
    ),
    Node(
        "compliance",
        ("compliance with mechanisms", "遵守机制"),
        ("ln(effort over benign need), mean: less is more compliance", "ln(投入÷善意者所需)，均值：越小越守约"),
        (3.0, 0.0),
    ),
    Node("credibility", ("credibility", "可信度"), ("trust in the benign, mean", "对善意者的信任，均值"), (0.5, 1.0)),
    Node("benign", ("others’ benign interaction", "其他国家的良性互动"), NOTHING, (3.0, 2.0)),
    Node(
        "mechanism",
        ("stronger multilateral mechanism", "多边机制加强"),
        ("rung of the ladder, mean", "制度阶梯的级，均值"),
        (3.0, 1.0),
    ),
    Node(
        "uncertainty",
        ("uncertainty of intentions", "意图的不确定性"),
        ("entropy of mistrust, mean, bits", "猜疑的熵，均值，比特"),
        (1.5, 2.0),
    ),
    Node(
        "eased",
        ("the dilemma that remains", "尚存的困境"),
        ("∫ hazard of deliberate attack, sum over actors", "全期蓄意攻击危险率的累积，各方之和"),
        (1.5, 3.0),
    ),
];

/// How an arrow is measured.
enum Test {
    /// Whole minus the run with this cut.
    Cut(Cut),
    /// With this put in, minus without.
    PutIn(Generic),
    /// With both, minus with the second alone.
    Beside(Generic, Generic),
    /// What the first does beside the second, minus what it does alone.
    Reinforces(Generic, Generic),
}

struct Arrow {
    from: &'static str,
    to: &'static str,
    sign: &'static str,
    test: Test,
    at: At,
    unit: Both,
    cut: Both,
    text: &'static str,
    by_construction: bool,
}

const fn arrow(
    from: &'static str,
    to: &'static str,
    sign: &'static str,
    (test, at, unit): (Test, At, Both),
    cut: Both,
    text: &'static str,
) -> Arrow {
    Arrow { from, to, sign, test, at, unit, cut, text, by_construction: false }
}

const fn built_in(mut arrow: Arrow) -> Arrow {
    arrow.by_construction = true;
    arrow
}

const FORMATION: &[Arrow] = &[
    arrow(
        "anarchy",
        "uncertainty",
        "+",
        (Test::Cut(Cut::Anarchy), At::Uncertainty, BITS),
        ("full authority over every pair", "对每一对行为体取充分权威"),
        "L101-106 †",
    ),
    built_in(arrow(
        "preferences",
        "strengthening",
        "+",
        (Test::Cut(Cut::SelfHelp), At::Strengthening, LOGS),
        ("nobody helps himself: effort is baseline", "无人自助：投入等于基线"),
        "L91, L125-127",
    )),
    arrow(
        "strengthening",
        "fear",
        "+",
        (Test::Cut(Cut::Felt), At::Fear, YEARLY),
        ("fear looks at baselines, not at what was built up", "恐惧只看基线，不看所增强者"),
        "L127",
    ),
    arrow(
        "uncertainty",
        "misreading",
        "+",
        (Test::Cut(Cut::Uncertainty), At::Misreading, CHANCE),
        ("motives known from the start", "动机从一开始即为人所知"),
        "L125-131",
    ),
    arrow(
        "bias",
        "misreading",
        "+",
        (Test::Cut(Cut::Bias), At::Misreading, CHANCE),
        ("bad news counts once, no misperception, full empathy", "坏消息只计一次，无误判，充分共情"),
        "L127",
    ),
    arrow(
        "sensitivity",
        "misreading",
        "+",
        (Test::Cut(Cut::Sensitivity), At::Misreading, CHANCE),
        ("the largest misreads nobody for rising", "最大者不因他国崛起而误判"),
        "L129-131",
    ),
    built_in(arrow(
        "fear",
        "counter",
        "+",
        (Test::Cut(Cut::Felt), At::Counter, LOGS),
        ("fear looks at baselines, not at what was built up", "恐惧只看基线，不看所增强者"),
        "L93",
    )),
    arrow(
        "misreading",
        "counter",
        "+",
        (Test::Cut(Cut::Reading), At::Counter, LOGS),
        ("decisions rest on the mistrust of the start", "决策依期初的猜疑"),
        "L93",
    ),
    arrow(
        "counter",
        "insecurity",
        "+",
        (Test::Cut(Cut::Harm), At::Insecurity, HAZARD),
        ("hazard looks at baselines, not at efforts", "危险率只看基线，不看投入"),
        "L93",
    ),
    arrow(
        "insecurity",
        "strengthening",
        "+",
        (Test::Cut(Cut::Feedback), At::Strengthening, LOGS),
        ("effort stays where it started", "投入停在期初"),
        "L93-95 †",
    ),
];

const RESOLUTION: &[Arrow] = &[
    built_in(arrow(
        "signals",
        "credibility",
        "+",
        (Test::PutIn(Generic::Signals), At::Credibility, CHANCE),
        ("costly signals and self-binding by all, or none", "各方有无高成本信号与自我约束之别"),
        "L278-280",
    )),
    built_in(arrow(
        "commitment",
        "credibility",
        "+",
        (Test::PutIn(Generic::Commitment), At::Credibility, CHANCE),
        ("costly signals by the largest, or none", "最大者有无高成本信号之别"),
        "L280-282",
    )),
    arrow(
        "credibility",
        "uncertainty",
        "-",
        (Test::PutIn(Generic::Signals), At::Uncertainty, BITS),
        ("costly signals and self-binding by all, or none", "各方有无高成本信号与自我约束之别"),
        "L278-280",
    ),
    arrow(
        "benign",
        "uncertainty",
        "-",
        (Test::PutIn(Generic::Interaction), At::Uncertainty, BITS),
        ("denser exchange of all but the largest, or none", "除最大者外有无更密交往之别"),
        "L282",
    ),
    arrow(
        "mechanism",
        "compliance",
        "-",
        (Test::PutIn(Generic::Mechanism), At::Compliance, OVER_NEED),
        ("a ladder of institutions for all, or none", "有无面向各方的制度阶梯之别"),
        "L284-286",
    ),
    arrow(
        "signals",
        "mechanism",
        "+",
        (Test::Beside(Generic::Signals, Generic::Mechanism), At::Mechanism, RUNGS),
        ("the ladder with signals, or without", "阶梯有无信号相助之别"),
        "L286",
    ),
    arrow(
        "mechanism",
        "signals",
        "+",
        (Test::Reinforces(Generic::Signals, Generic::Mechanism), At::Credibility, CHANCE),
        ("what signals gain beside the ladder, against alone", "信号在有无阶梯时所得信任之差"),
        "L286",
    ),
    arrow(
        "mechanism",
        "uncertainty",
        "-",
        (Test::PutIn(Generic::Mechanism), At::Uncertainty, BITS),
        ("a ladder of institutions for all, or none", "有无面向各方的制度阶梯之别"),
        "L223, L284-286",
    ),
    arrow(
        "uncertainty",
        "eased",
        "+",
        (Test::Cut(Cut::Uncertainty), At::Insecurity, HAZARD),
        ("motives known from the start", "动机从一开始即为人所知"),
        "L223, L278-286",
    ),
];

/// Every run that the figures and the shares need, each once.
pub fn variants() -> Vec<Variant> {
    let mut all = shares::variants();
    let mut want = |v: Variant| {
        if !all.contains(&v) {
            all.push(v);
        }
    };
    want(Variant::whole());
    for arrow in FORMATION.iter().chain(RESOLUTION) {
        match arrow.test {
            Test::Cut(cut) => want(Variant::without(cut)),
            Test::PutIn(node) => want(Variant::with(&[node])),
            Test::Beside(a, b) | Test::Reinforces(a, b) => {
                [vec![a, b], vec![a], vec![b]].iter().for_each(|nodes| want(Variant::with(nodes)));
            }
        }
    }
    all
}

fn measured(explained: &Explained, test: &Test, at: At) -> Effect {
    let whole = Variant::whole();
    match *test {
        Test::Cut(cut) => explained.effect(&whole, &Variant::without(cut), at),
        Test::PutIn(node) => explained.effect(&Variant::with(&[node]), &whole, at),
        Test::Beside(a, b) => explained.effect(&Variant::with(&[a, b]), &Variant::with(&[b]), at),
        Test::Reinforces(a, b) => {
            let beside = explained.differences(&Variant::with(&[a, b]), &Variant::with(&[b]), at);
            let alone = explained.differences(&Variant::with(&[a]), &whole, at);
            effect(&beside.iter().zip(&alone).map(|(x, y)| x - y).collect::<Vec<_>>())
        }
    }
}

/// Effects smaller than this are none, whatever their interval: rounding, not findings.
const MARGIN: f64 = 1e-9;

fn finding(effect: &Effect, sign: &str) -> &'static str {
    let clear = effect.ci95[0] > 0.0 || effect.ci95[1] < 0.0;
    if !clear || effect.mean.abs() < MARGIN {
        "none"
    } else if (effect.mean > 0.0) == (sign == "+") {
        "as-stated"
    } else {
        "opposite"
    }
}

fn diagram(explained: &Explained, id: &str, title: Both, nodes: &[Node], arrows: &[Arrow]) -> Diagram {
    let text = |both: Both| Text::new(both.0, both.1);
    Diagram {
        id: id.into(),
        title: text(title),
        nodes: nodes
            .iter()
            .map(|Node(id, name, measure, at)| NodeRow {
                id: (*id).into(),
                name: text(*name),
                measure: text(*measure),
                at: *at,
            })
            .collect(),
        arrows: arrows
            .iter()
            .map(|a| {
                let effect = measured(explained, &a.test, a.at);
                ArrowRow {
                    from: a.from.into(),
                    to: a.to.into(),
                    sign: a.sign.into(),
                    text: a.text.into(),
                    cut: text(a.cut),
                    finding: finding(&effect, a.sign).into(),
                    unit: text(a.unit),
                    on_outcome: measured(explained, &a.test, At::Insecurity),
                    by_construction: a.by_construction,
                    effect,
                }
            })
            .collect(),
    }
}

/// The whole document, but for the files.
pub fn document(scenario: &Scenario, explained: &Explained, version: &str, hash: String) -> Mechanism {
    let formation = ("Figure 1 · Formation of the traditional security dilemma", "图1 · 传统安全困境的形成");
    let resolution =
        ("Figure 3 · Logic of resolution, unilateral and multilateral", "图3 · 化解的逻辑：单边路径与多边路径");
    let diagrams = vec![
        diagram(explained, "formation", formation, FORMATION_NODES, FORMATION),
        diagram(explained, "resolution", resolution, RESOLUTION_NODES, RESOLUTION),
    ];
    Mechanism {
        herz: version.into(),
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        note: scenario.note.clone(),
        start: scenario.clock.start,
        end: scenario.clock.end,
        seed: scenario.ensemble.seed,
        replications: explained.replications() as u64,
        requested: u64::from(explained.requested),
        scenario_hash: hash,
        assumptions: scenario.assumptions.clone(),
        sharing: shares::shares(explained),
        sentences: diagrams.iter().map(sentence).collect(),
        caveats: caveats(),
        diagrams,
        files: Files::default(),
    }
}

/// How many arrows of a figure are borne out, and which run the other way, by their numbers in the figure.
fn sentence(diagram: &Diagram) -> Text {
    let count = |what: &str| diagram.arrows.iter().filter(|a| a.finding == what).count();
    let tested = diagram.arrows.iter().filter(|a| a.finding == "as-stated" && !a.by_construction).count();
    let (as_stated, all) = (count("as-stated"), diagram.arrows.len());
    let list = |what: &str, lang: Lang| -> String {
        let numbered = diagram.arrows.iter().enumerate().filter(|(_, a)| a.finding == what);
        let found: Vec<String> = numbered.map(|(at, _)| (at + 1).to_string()).collect();
        match (found.is_empty(), lang) {
            (true, Lang::En) => "none".into(),
            (true, Lang::Zh) => "无".into(),
            (false, Lang::En) => found.join(", "),
            (false, Lang::Zh) => found.join("、"),
        }
    };
    Text::new(
        &format!(
            "{}: {as_stated} of {all} arrows run as the paper says, {tested} of them not by construction. The other way: {}; no effect shown: {} (numbers of the arrows).",
            diagram.title.en,
            list("opposite", Lang::En),
            list("none", Lang::En)
        ),
        &format!(
            "{}：{all}支箭头中{as_stated}支与论文一致，其中{tested}支并非出自函数形式。方向相反：{}；未见效应：{}（箭头编号）。",
            diagram.title.zh,
            list("opposite", Lang::Zh),
            list("none", Lang::Zh)
        ),
    )
}

fn caveats() -> Vec<Text> {
    vec![
        Text::new(
            "In figure 1 each arrow is cut alone, luck kept: two arrows that stand in for each other both look weak.",
            "图1每次只剪断一支箭头并保持随机因素不变：可相互替代的两支箭头都会显得较弱。",
        ),
        Text::new(
            "Cognitive bias includes the want of empathy: seeing the act and not the situation (Jervis 1976).",
            "认知偏差包含共情的缺乏：只见行为而不见处境（Jervis 1976）。",
        ),
        Text::new(
            "Figure 3 is tested with the catalogue’s own signals, self-binding, exchange and ladder from the first year, in every scenario the same; their sizes are assumed.",
            "图3以参数目录中的信号、自我约束、交往与制度阶梯自首年起检验，各情景相同；其大小为假定。",
        ),
    ]
}
