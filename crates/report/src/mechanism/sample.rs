//! An invented mechanism with the look of a real one: the figures of formation and resolution. For tests and for the eye.

use lab::mechanism::*;
use lab::outcome::{Effect, Files};
use lab::scenario::{Assumption, Text};

fn effect(mean: f64, low: f64, high: f64) -> Effect {
    let spread = (high - low) * 4.0;
    Effect {
        mean,
        q05: mean - spread,
        q50: mean,
        q95: mean + spread,
        ci95: [low, high],
        positive: (0.5 + mean / (2.0 * spread)).clamp(0.02, 0.99),
        replications: 862,
    }
}

/// Id, English name / Chinese name, measure in both, column and row.
const FORMATION_NODES: &str = "
preferences | defensive preferences of all / 各方的防御性偏好 | / | 0 0
anarchy | anarchy / 无政府状态 | / | 1 0
strengthening | self-strengthening for security / 为求安全加强自身实力 | effort over baseline, mean / 投入 ÷ 基线，均值 | 0 1
uncertainty | uncertainty of intentions / 意图的不确定性 | entropy of mistrust, mean, bits / 猜疑的熵，均值，比特 | 1 1
bias | cognitive bias / 认知偏差 | / | 2 1
sensitivity | hegemon’s sensitivity to challenge / 霸权国对挑战的敏感 | / | 3 2
fear | the other’s fear / 他国的恐惧 | perceived hazard per year / 每年感知的危险率 | 0 2
misreading | misreading defence as offence / 误判：把防御读作进攻 | mistrust minus truth / 猜疑减真相 | 2 2
counter | counter-measures / 相对措施 | effort in answer, over baseline / 应对投入 ÷ 基线 | 1 3
insecurity | insecurity of both / 双方持续恶化的不安全 | objective hazard over the period, sum / 全期客观危险率，各方之和 | 1 4
";

/// Ends, stated sign, lines, how it is cut, effect with interval and unit, the same on the outcome, finding.
const FORMATION: &str = "
anarchy > uncertainty | + | L101-106 † | authority α = 1 over every pair / 对每一对行为体取权威 α = 1 | 0.213 0.188 0.238 | bits / 比特 | 0.61 0.52 0.70 | as-stated
preferences > strengthening | + | L91, L125-127 | effort held at its baseline / 投入保持在基线 | 0.34 0.31 0.37 | × baseline / × 基线 | 0.88 0.79 0.97 | as-stated *
strengthening > fear | + | L127 | others’ effort enters fear at its start / 他者投入按期初值计入恐惧 | 0.0412 0.0377 0.0447 | per year / 每年 | 0.83 0.74 0.92 | as-stated *
uncertainty > misreading | + | L125-131 | motives known from the start / 动机从一开始即为人所知 | 0.262 0.241 0.283 | probability / 概率 | 0.57 0.49 0.65 | as-stated
bias > misreading | + | L127 | misperception and negativity set to 0 / 误判与负面偏向取 0 | 0.057 0.041 0.073 | probability / 概率 | 0.12 0.07 0.17 | as-stated
sensitivity > misreading | + | L129-131 | the hegemon reads as everybody does / 霸权国与其他各方同样解读 | 0.004 -0.009 0.017 | probability / 概率 | 0.01 -0.03 0.05 | none
fear > counter | + | L93 | need ignores the hazard perceived / 需要不计感知的危险率 | 0.51 0.46 0.56 | × baseline / × 基线 | 0.79 0.70 0.88 | as-stated *
misreading > counter | + | L93 | need uses the true motive / 需要依真实动机计算 | 0.27 0.22 0.32 | × baseline / × 基线 | 0.41 0.33 0.49 | as-stated
counter > insecurity | + | L93 | effort in answer adds no exposure / 应对投入不增加暴露 | -0.062 -0.081 -0.043 | ∫ hazard / ∫ 危险率 | -0.06 -0.08 -0.04 | opposite
insecurity > strengthening | + | L93-95 † | effort answers only the first year / 投入只应对第一年 | 0.19 0.15 0.23 | × baseline / × 基线 | 0.36 0.28 0.44 | as-stated
";

const RESOLUTION_NODES: &str = "
commitment | great powers’ commitment / 大国的示范与承诺 | / | 0 0
signals | self-binding and goodwill signals / 自我约束与善意信号 | trust won by them / 由其赢得的信任 | 1 0
mechanism | stronger multilateral mechanism / 多边机制加强 | rung of the ladder, mean / 制度阶梯的级，均值 | 3 1
credibility | credibility / 可信度 | trust in the benign, mean / 对善意者的信任，均值 | 0.5 1
compliance | compliance with mechanisms / 遵守机制 | ln(effort over benign need), mean: less is more compliance / ln(投入÷善意者所需)，均值：越小越守约 | 3 0
uncertainty | uncertainty of intentions / 意图的不确定性 | entropy of mistrust, mean, bits / 猜疑的熵，均值，比特 | 1.5 2
benign | others’ benign interaction / 其他国家的良性互动 | / | 3 2
eased | the dilemma that remains / 尚存的困境 | objective hazard over the period, sum / 全期客观危险率，各方之和 | 1.5 3
";

const RESOLUTION: &str = "
signals > credibility | + | L278-280 | costly signals and self-binding by all, or none / 各方有无高成本信号与自我约束之别 | 0.174 0.149 0.199 | probability / 概率 | -0.33 -0.41 -0.25 | as-stated *
commitment > credibility | + | L280-282 | costly signals by the largest, or none / 最大者有无高成本信号之别 | 0.093 0.065 0.121 | probability / 概率 | -0.18 -0.24 -0.12 | as-stated *
credibility > uncertainty | - | L278-280 | costly signals and self-binding by all, or none / 各方有无高成本信号与自我约束之别 | -0.141 -0.163 -0.119 | bits / 比特 | -0.27 -0.34 -0.20 | as-stated
benign > uncertainty | - | L282 | denser exchange of all but the largest, or none / 除最大者外有无更密交往之别 | 0.011 -0.006 0.028 | bits / 比特 | 0.01 -0.02 0.04 | none
mechanism > compliance | - | L284-286 | a ladder of institutions for all, or none / 有无面向各方的制度阶梯之别 | -0.118 -0.139 -0.097 | log of effort over need / 投入÷所需的对数 | -0.22 -0.29 -0.15 | as-stated
signals > mechanism | + | L286 | the ladder with signals, or without / 阶梯有无信号相助之别 | 0.63 0.44 0.82 | rungs / 级 | -0.11 -0.16 -0.06 | as-stated
mechanism > signals | + | L286 | what signals gain beside the ladder, against alone / 信号在有无阶梯时所得信任之差 | -0.031 -0.049 -0.013 | probability / 概率 | 0.05 0.01 0.09 | opposite
mechanism > uncertainty | - | L223, L284-286 | a ladder of institutions for all, or none / 有无面向各方的制度阶梯之别 | -0.208 -0.229 -0.187 | bits / 比特 | -0.44 -0.52 -0.36 | as-stated
uncertainty > eased | + | L223, L278-286 | motives known from the start / 动机从一开始即为人所知 | 0.71 0.61 0.81 | ∫ hazard / ∫ 危险率 | 0.71 0.61 0.81 | as-stated
";

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|l| !l.is_empty()).map(|l| l.split('|').map(str::trim).collect())
}

fn text(both: &str) -> Text {
    let (en, zh) = both.split_once('/').unwrap_or((both, both));
    Text::new(en.trim(), zh.trim())
}

fn numbers(list: &str) -> Vec<f64> {
    list.split_whitespace().filter_map(|n| n.parse().ok()).collect()
}

fn measured(list: &str) -> Effect {
    let n = numbers(list);
    effect(n[0], n[1], n[2])
}

fn node(row: Vec<&str>) -> NodeRow {
    let at = numbers(row[3]);
    NodeRow { id: row[0].into(), name: text(row[1]), measure: text(row[2]), at: (at[0], at[1]) }
}

fn arrow(row: Vec<&str>) -> ArrowRow {
    let (from, to) = row[0].split_once(" > ").unwrap_or_default();
    ArrowRow {
        from: from.into(),
        to: to.into(),
        sign: row[1].into(),
        text: row[2].into(),
        cut: text(row[3]),
        effect: measured(row[4]),
        unit: text(row[5]),
        on_outcome: measured(row[6]),
        finding: row[7].trim_end_matches(" *").into(),
        by_construction: row[7].ends_with('*'),
    }
}

fn diagram(id: &str, title: Text, nodes: &str, arrows: &str) -> Diagram {
    let (nodes, arrows) = (rows(nodes).map(node).collect(), rows(arrows).map(arrow).collect());
    Diagram { id: id.into(), title, outcome: None, nodes, arrows }
}

fn diagrams() -> Vec<Diagram> {
    let formation = Text::new("Figure 1 · Formation of the traditional security dilemma", "图1 · 传统安全困境的形成");
    let resolution = Text::new(
        "Figure 3 · Logic of resolution, unilateral and multilateral",
        "图3 · 化解的逻辑：单边路径与多边路径",
    );
    vec![
        diagram("formation", formation, FORMATION_NODES, FORMATION),
        diagram("resolution", resolution, RESOLUTION_NODES, RESOLUTION),
    ]
}

fn cause(id: &str, name: (&str, &str), cut: (&str, &str), whole: f64, share: [f64; 3]) -> ShapleyRow {
    let [mean, low, high] = share.map(|s| s * whole);
    let (name, cut) = (Text::new(name.0, name.1), Text::new(cut.0, cut.1));
    ShapleyRow { id: id.into(), name, cut, value: effect(mean, low, high), share }
}

fn sharing(id: &str, outcome: Text, whole: f64, shares: [[f64; 3]; 5], sentence: Text) -> Sharing {
    let first = ("fear of the first strike", "对先发打击的恐惧");
    let rows = [
        ("anarchy", ("anarchy", "无政府状态"), ("authority α = 1", "权威 α = 1")),
        ("intention-uncertainty", ("uncertainty of intentions", "意图的不确定性"), ("motives known", "动机为人所知")),
        ("cognitive-bias", ("cognitive bias", "认知偏差"), ("misperception and negativity 0", "误判与负面偏向取 0")),
        ("power-change", ("change of power", "实力变化"), ("output held at its start", "产出保持期初值")),
        ("first-strike-fear", first, ("first-strike advantage ρ = 0", "先发优势 ρ = 0")),
    ];
    let causes = rows.iter().zip(shares).map(|((id, name, cut), share)| cause(id, *name, *cut, whole, share)).collect();
    Sharing { id: id.into(), outcome, whole: effect(whole, whole * 0.91, whole * 1.09), causes, sentence }
}

fn shares() -> Vec<Sharing> {
    let hazard = Text::new(
        "∫ hazard of deliberate attack over the period, sum over actors",
        "全期所受蓄意攻击危险率的累积，各方之和",
    );
    let effort = Text::new(
        "effort over baseline, mean over actors and years, × baseline",
        "投入 ÷ 基线，对行为体与年份取均值，× 基线",
    );
    let first = [[0.41, 0.36, 0.46], [0.36, 0.31, 0.41], [0.08, 0.05, 0.11], [0.19, 0.13, 0.25], [-0.04, -0.07, -0.01]];
    let second = [[0.22, 0.19, 0.25], [0.53, 0.49, 0.57], [0.11, 0.08, 0.14], [0.13, 0.09, 0.17], [0.01, -0.01, 0.03]];
    let open = Text::new(
        "Anarchy has the largest share, but these runs do not decide between it and the uncertainty of intentions.",
        "无政府状态的份额最大，但这些运行不能断定它与意图的不确定性孰大。",
    );
    let sure = Text::new(
        "The uncertainty of intentions has the largest share, and these runs decide it.",
        "意图的不确定性份额最大，这些运行足以断定。",
    );
    vec![sharing("hazard", hazard, 1.86, first, open), sharing("effort", effort, 0.74, second, sure)]
}

fn sentences() -> Vec<Text> {
    vec![
        Text::new(
            "Of the paper’s ten arrows of formation eight are borne out, one shows no effect and one runs the other way.",
            "论文关于形成的十个箭头中，八个得到印证，一个未见效应，一个方向相反。",
        ),
        Text::new(
            "Arming in answer lowers the hazard of attack here, because against greedy partners it deters.",
            "在此情景中，应对性的投入反而降低蓄意攻击的危险率，因为它对贪婪的对手起威慑作用。",
        ),
    ]
}

/// The document.
pub fn mechanism() -> Mechanism {
    let caveats = vec![
        Text::new(
            "Each arrow is cut alone: two arrows that stand in for each other both look weak.",
            "每个箭头单独切断：彼此可以替代的两个箭头都会显得很弱。",
        ),
        Text::new("Motives are assumed, not found.", "动机是假定的，不是发现的。"),
    ];
    let decision = Text::new("Actors act on the probability they hold.", "行为体依其所持概率行事。");
    Mechanism {
        herz: "0.1.0".into(),
        scenario: "cold-war".into(),
        title: Text::new("The Cold War arms race, 1949–1991: mechanism", "冷战军备竞赛，1949—1991：机制"),
        note: Text::new("Two blocs reduced to their leading powers.", "两个集团简化为各自的主导大国。"),
        start: 1949,
        end: 1991,
        seed: 1,
        replications: 1000,
        requested: 1000,
        scenario_hash: "9f2c4e0b6a51d7738f0e1c2d3b4a59687f6e5d4c3b2a190817263544d5e6f708".into(),
        assumptions: vec![Assumption {
            key: "decision",
            value: "bayesian".into(),
            allowed: &["bayesian", "worst-case", "ambiguity"],
            acts: true,
            meaning: decision,
        }],
        diagrams: diagrams(),
        sharing: shares(),
        staggering: None,
        sentences: sentences(),
        caveats,
        files: Files {
            folder: "herz-out/cold-war-mechanism".into(),
            names: ["report.html", "summary.json", "runs.parquet", "scenario.toml", "manifest.json"]
                .map(String::from)
                .into(),
        },
    }
}
