//! Figures 1 and 3: their nodes, their arrows, and how each arrow is measured.

use super::cuts::Cut;
use super::diagrams::{Arrow, Both, Figure, NOTHING, Node, Test, arrow, built_in};
use super::generic::Generic;
use super::measured::At;

const BITS: Both = ("bits", "比特");
const CHANCE: Both = ("probability", "概率");
const LOGS: Both = ("log", "对数");
const OVER_NEED: Both = ("log of effort over need", "投入÷所需的对数");
const YEARLY: Both = ("per year", "每年");
const HAZARD: Both = ("∫ hazard", "∫ 危险率");
const RUNGS: Both = ("rungs", "级");

/// Boxes of figure 1.
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

/// Boxes of figure 3.
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

/// Arrows of figure 1.
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

/// Arrows of figure 3.
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

/// Figure 1.
pub(super) const FIRST: Figure = Figure {
    id: "formation",
    title: ("Figure 1 · Formation of the traditional security dilemma", "图1 · 传统安全困境的形成"),
    nodes: FORMATION_NODES,
    arrows: FORMATION,
    ill: false,
};

/// Figure 3.
pub(super) const THIRD: Figure = Figure {
    id: "resolution",
    title: ("Figure 3 · Logic of resolution, unilateral and multilateral", "图3 · 化解的逻辑：单边路径与多边路径"),
    nodes: RESOLUTION_NODES,
    arrows: RESOLUTION,
    ill: false,
};
