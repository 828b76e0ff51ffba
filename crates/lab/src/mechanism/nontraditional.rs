//! Figure 2, formation of the non-traditional security dilemma: its boxes, its arrows, and how each arrow is measured.

use super::cuts::Cut;
use super::diagrams::{Arrow, Both, Figure, NOTHING, Node, Test, arrow, built_in};
use super::generic::Generic;
use super::measured::At;
use crate::scenario::Text;

const BITS: Both = ("bits", "比特");
const CHANCE: Both = ("probability", "概率");
const SHARE: Both = ("share", "份额");
const YEARS: Both = ("years", "年");
const SPREAD: Both = ("s.d. of severity", "严重程度的标准差");
const DEATHS: Both = ("deaths per million", "每百万人死亡数");

const NODES: &[Node] = &[
    Node("origin", ("natural origin", "非人为因素"), NOTHING, (0.0, 0.0)),
    Node("transmissibility", ("high transmissibility", "传播性极强"), NOTHING, (1.0, 0.0)),
    Node("staggering", ("staggering in time and space", "时间及空间上的差距"), NOTHING, (2.0, 0.0)),
    Node("anarchy", ("anarchy", "无政府状态"), NOTHING, (3.0, 0.0)),
    Node("urgency", ("domestic urgency", "急于控制国内疫情"), NOTHING, (1.0, 4.0)),
    Node(
        "uncertainty",
        ("uncertainty of intentions", "意图的不确定性"),
        ("entropy of mistrust, mean, bits", "猜疑的熵，均值，比特"),
        (1.0, 1.0),
    ),
    Node("authority", ("missing authority of governance bodies", "治理机构权威的缺失"), NOTHING, (3.0, 1.0)),
    Node(
        "inattention",
        ("inattentive reading of signals", "缺乏细致解读"),
        ("clarity of view abroad lost, mean", "对外观察清晰度的损失，均值"),
        (1.0, 3.0),
    ),
    Node("loss", ("loss sensitivity", "损失敏感"), NOTHING, (0.0, 2.0)),
    Node("gains", ("relative gains", "相对收益"), NOTHING, (0.0, 3.0)),
    Node(
        "misjudgement",
        ("misjudgement of intentions", "对他国意图的误判"),
        ("|mistrust − truth|, mean", "|猜疑−真相|，均值"),
        (2.0, 2.0),
    ),
    Node("self-help", ("self-help", "自助"), ("share of a surplus kept, mean", "盈余中留下的份额，均值"), (3.0, 3.0)),
    Node("threat", ("heterogeneous threat", "威胁程度及重点的不同"), NOTHING, (0.0, 4.0)),
    Node(
        "unilateral",
        ("unilateral strategy", "单边主义策略"),
        ("exports banned, travel stopped, mean", "禁止出口与停止往来，均值"),
        (1.0, 5.0),
    ),
    Node(
        "shifting",
        ("burden shifting", "转嫁矛盾"),
        ("share of the world’s surplus withheld, mean", "世界盈余中被扣留的份额，均值"),
        (3.0, 4.0),
    ),
    Node("participation", ("differing participation", "参与度不同"), NOTHING, (2.0, 7.0)),
    Node("credibility", ("differing credibility", "可信度不同"), NOTHING, (2.0, 8.0)),
    Node("consensus", ("high consensus requirement", "高度共识的要求"), NOTHING, (0.0, 5.0)),
    Node(
        "delay",
        ("inefficiency in emergencies", "应对突发事件的低效"),
        ("years until decided together", "共同作出决定所需年数"),
        (0.0, 6.0),
    ),
    Node(
        "contradictions",
        ("contradictions", "矛盾"),
        (
            "national–international, multilateral–unilateral: s.d. of severity, mean",
            "国家与国际、多边与单边：严重程度的标准差，均值",
        ),
        (1.0, 6.0),
    ),
    Node(
        "others",
        ("others at a disadvantage", "其他国家处于不利境况"),
        ("deaths per million of those who depend on others", "依赖他国者每百万人死亡数"),
        (3.0, 6.0),
    ),
    Node(
        "governance",
        ("governance dilemma", "治理困境"),
        ("world’s unmet need for supplies, mean", "全世界未获满足的物资需求，均值"),
        (3.0, 7.0),
    ),
    Node("sacrifice", ("cooperation asks for sacrifice", "合作需作出牺牲"), NOTHING, (0.0, 7.0)),
    Node("betrayal", ("betrayal", "背信弃义"), NOTHING, (1.0, 7.0)),
    // The last box and the last arrow stand only where there are arms.
    Node(
        "traditional",
        ("traditional security suffers", "波及传统安全"),
        ("mistrust in arms, mean", "军备议题中的猜疑，均值"),
        (2.0, 6.0),
    ),
];

const ARROWS: &[Arrow] = &[
    arrow(
        "anarchy",
        "authority",
        "+",
        (Test::Nothing, At::Uncertainty, NOTHING),
        (
            "not measured: in the model anarchy is the want of authority (α = 0); one term stands for both, so that cutting it would test nothing",
            "未测：在模型中，无政府状态即权威的缺失（α＝0）；二者是同一项，剪断它并不构成检验",
        ),
        "L143, L194 †",
    ),
    arrow(
        "authority",
        "uncertainty",
        "+",
        (Test::Cut(Cut::Authority), At::IllUncertainty, BITS),
        ("an authority whose rules take half of the opacity away", "权威以规则消除一半的不透明度"),
        "L192-196",
    ),
    arrow(
        "loss",
        "misjudgement",
        "+",
        (Test::Cut(Cut::LossSensitivity), At::IllMisreading, CHANCE),
        ("a loss weighs no more than a gain (λ = 1)", "损失与收益分量相同（λ＝1）"),
        "L180-184",
    ),
    arrow(
        "gains",
        "misjudgement",
        "+",
        (Test::Cut(Cut::RelativeGains), At::IllMisreading, CHANCE),
        ("no exposure from the other’s gain (κ = 0)", "他国之得不增加暴露度（κ＝0）"),
        "L180-184",
    ),
    built_in(arrow(
        "urgency",
        "inattention",
        "+",
        (Test::Cut(Cut::Distraction), At::Inattention, SHARE),
        ("a reader in trouble looks abroad as carefully as ever", "身处疫情者对外观察细致如常"),
        "L184-186",
    )),
    arrow(
        "origin",
        "uncertainty",
        "+",
        (Test::Cut(Cut::Nature), At::IllUncertainty, BITS),
        ("what the virus is and does is its median in every run", "病毒的各项性质在每次运行中均取中位数"),
        "L186-188",
    ),
    arrow(
        "transmissibility",
        "uncertainty",
        "+",
        (Test::Cut(Cut::Travel), At::IllUncertainty, BITS),
        ("no travel: the infection stays where it begins", "无跨国往来：感染止于发生地"),
        "L188-192",
    ),
    arrow(
        "staggering",
        "uncertainty",
        "+",
        (Test::Cut(Cut::Staggering), At::IllUncertainty, BITS),
        ("the infection begins everywhere at once, in proportion to population", "感染按人口比例同时始于各地"),
        "L188-192",
    ),
    arrow(
        "uncertainty",
        "misjudgement",
        "+",
        (Test::Cut(Cut::Uncertainty), At::IllMisreading, CHANCE),
        ("motives known from the start", "动机从一开始即为人所知"),
        "L180-192 †",
    ),
    arrow(
        "inattention",
        "misjudgement",
        "+",
        (Test::Cut(Cut::Distraction), At::IllMisreading, CHANCE),
        ("a reader in trouble looks abroad as carefully as ever", "身处疫情者对外观察细致如常"),
        "L180-192 †",
    ),
    arrow(
        "misjudgement",
        "self-help",
        "+",
        (Test::Cut(Cut::Uncertainty), At::Hoarding, SHARE),
        ("nobody is misjudged: motives known from the start", "无人被误判：动机从一开始即为人所知"),
        "L143-145",
    ),
    arrow(
        "authority",
        "self-help",
        "+",
        (Test::Cut(Cut::Anarchy), At::Hoarding, SHARE),
        ("full authority over every pair", "对每一对行为体取充分权威"),
        "L143-145",
    ),
    built_in(arrow(
        "self-help",
        "shifting",
        "+",
        (Test::Cut(Cut::Hoarding), At::Withheld, SHARE),
        ("nothing is hoarded", "无人囤积"),
        "L145-147",
    )),
    arrow(
        "threat",
        "unilateral",
        "+",
        (Test::Cut(Cut::Heterogeneity), At::Unilateral, SHARE),
        (
            "deaths that alarm, strictness and fatality the same everywhere",
            "引起警觉的死亡率、管控力度与感染死亡率各地相同",
        ),
        "L152-154, L203-207",
    ),
    arrow(
        "participation",
        "governance",
        "+",
        (Test::Instead(Generic::Unequal, Generic::Alike), At::Unmet, SHARE),
        (
            "a pool of medicine that all but the largest maker fill, or all to the same mean degree",
            "除最大生产者外各方均参与的医疗物资共享池，与各方按相同平均程度参与之别",
        ),
        "L150-152",
    ),
    built_in(arrow(
        "consensus",
        "delay",
        "+",
        (Test::Instead(Generic::Consensus, Generic::Pool), At::Delay, YEARS),
        ("a pool of medicine once all agree, or at once", "全体同意后汇集医疗物资与立即汇集之别"),
        "L175-179",
    )),
    arrow(
        "delay",
        "contradictions",
        "+",
        (Test::Instead(Generic::Consensus, Generic::Pool), At::Apart, SPREAD),
        ("a pool of medicine once all agree, or at once", "全体同意后汇集医疗物资与立即汇集之别"),
        "L177-179",
    ),
    arrow(
        "sacrifice",
        "betrayal",
        "+",
        (Test::Nothing, At::Uncertainty, NOTHING),
        (
            "not measured: in the model agreements are kept whatever they cost; a pledge is broken only where the scenario says so, so no cost can be cut that leads to it",
            "未测：模型中的协议无论代价大小均得到遵守；承诺仅在情景写明时才被违背，故无从剪断导致背信的代价",
        ),
        "L166-168",
    ),
    arrow(
        "shifting",
        "others",
        "+",
        (Test::Cuts(&[Cut::Hoarding, Cut::Politics]), At::OthersDeaths, DEATHS),
        ("nothing is hoarded, buyers not chosen by trust", "无人囤积，出售不以信任择人"),
        "L147-148",
    ),
    arrow(
        "unilateral",
        "others",
        "+",
        (Test::Cuts(&[Cut::Bans, Cut::Borders]), At::OthersDeaths, DEATHS),
        ("no export bans, borders stay open", "不禁出口，边境保持开放"),
        "L147-148, L169-173",
    ),
    arrow(
        "shifting",
        "contradictions",
        "+",
        (Test::Cuts(&[Cut::Hoarding, Cut::Politics]), At::Apart, SPREAD),
        ("nothing is hoarded, buyers not chosen by trust", "无人囤积，出售不以信任择人"),
        "L147-148",
    ),
    arrow(
        "unilateral",
        "contradictions",
        "+",
        (Test::Cuts(&[Cut::Bans, Cut::Borders]), At::Apart, SPREAD),
        ("no export bans, borders stay open", "不禁出口，边境保持开放"),
        "L169-173",
    ),
    arrow(
        "contradictions",
        "uncertainty",
        "+",
        (Test::Cuts(&[Cut::OwnReference, Cut::Blame]), At::IllUncertainty, BITS),
        (
            "differences of situation tell nothing: no own reference, no blame, no common enemy",
            "处境之差不说明任何事：无以己度人，无归咎，无共同敌人",
        ),
        "L60-62 †",
    ),
    arrow(
        "credibility",
        "governance",
        "+",
        (Test::Cut(Cut::Credibility), At::Unmet, SHARE),
        ("everybody hides as much as the mean over people", "各方隐瞒程度均取按人口的平均"),
        "L150-152",
    ),
    built_in(arrow(
        "contradictions",
        "traditional",
        "+",
        (Test::Cuts(&[Cut::OwnReference, Cut::Blame]), At::ArmsMistrust, CHANCE),
        (
            "differences of situation tell nothing: no own reference, no blame, no common enemy",
            "处境之差不说明任何事：无以己度人，无归咎，无共同敌人",
        ),
        "L60-62",
    )),
];

/// Figure 2; where the scenario has issues of arms, with what spills over into them.
pub(super) fn second(arms: bool) -> Figure {
    let left_out = usize::from(!arms);
    Figure {
        id: "formation-nontraditional",
        title: ("Figure 2 · Formation of the non-traditional security dilemma", "图2 · 非传统安全困境的形成"),
        nodes: &NODES[..NODES.len() - left_out],
        arrows: &ARROWS[..ARROWS.len() - left_out],
        ill: true,
    }
}

/// What to bear in mind about figure 2 and what hangs on it.
pub(super) fn caveats() -> Vec<Text> {
    vec![
        Text::new(
            "Figures 2 and 3 are measured in the issue with the epidemic; the outcome is the world’s deaths per million.",
            "图2与图3在疫情所在的议题中度量；结果为全世界每百万人死亡数。",
        ),
        Text::new(
            "No actor in the model infers what the virus is. Holding nature at its medians takes away the spread among histories, not ignorance in anybody’s mind; the luck of single infections stays.",
            "模型中没有行为体推断病毒为何物。令自然取中位数，消除的是各种历史之间的差别，而非任何人心中的无知；个别感染的随机因素仍在。",
        ),
        Text::new(
            "Participation is put in, since nothing in force asks anybody to take part: a common pool, at once, without the largest maker is set beside one to which all give the same mean share. Credibility is candour.",
            "现行安排并未要求任何一方参与，故参与度为另行加入：将最大生产者不参加的即时共享池，与各方一律出让同一平均份额的共享池相比较。可信度以坦诚程度衡量。",
        ),
        Text::new(
            "Time to agree is assumed: 0.1 year, 0.05 more per member, and one more per standard deviation of severity among them.",
            "达成一致所需时间为假定：0.1年，每一成员增加0.05年，成员间严重程度每一标准差再增加1年。",
        ),
    ]
}
