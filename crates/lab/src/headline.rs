//! The answer in one line, and what it rests on.

mod lead;
mod pressed;

use lead::lead;
pub use pressed::pressed;

use crate::measure::Reader;
use crate::outcome::{AtRatio, Definitions, Estimate, Headline, PairOutcome, PhysicsOutcome};
use crate::scenario::{IssueKind, Text};
use crate::statistics::probability;

/// What the headline is drawn from.
#[derive(Clone, Copy)]
pub struct Findings<'a> {
    /// Verdicts and mistrust.
    pub pairs: &'a [PairOutcome],
    /// D1–D4.
    pub definitions: &'a Definitions,
    /// What happened, and what nature did.
    pub physics: &'a PhysicsOutcome,
}

/// The headline: what the scenario is about where that is not the pair itself, then the first of the couples in the first issue
/// that are under most pressure, and which others are alike.
pub fn headline(reader: Reader<'_>, pressed: &[usize], found: &Findings<'_>) -> Headline {
    let (scenario, pairs, k) = (reader.scenario, found.pairs, 0);
    let couple = pressed.first().and_then(|&c| reader.ensemble.couples.get(c));
    let Some(&(i, j)) = couple else { return nobody() };
    let (a, b) = (&scenario.actors[i], &scenario.actors[j]);
    let issue = &scenario.issues[k];
    let Some(pair) = pairs.iter().find(|p| p.from == a.id && p.to == b.id && p.issue == issue.id) else {
        return nobody();
    };
    let v = &pair.verdict;
    let frames = [
        ("security-dilemma", v.security_dilemma),
        ("harmony", v.harmony),
        ("predation", v.predation),
        ("rivalry", v.rivalry),
    ];
    let likeliest = frames.iter().fold(frames[0], |best, &f| if f.1.mean > best.1.mean { f } else { best });
    let (verdict, probability) = if likeliest.1.mean >= 0.5 { likeliest } else { ("undecided", likeliest.1) };
    let judged = sentence(verdict, likeliest, &a.name, &b.name, &issue.name, pair.dilemma_if_benign);
    let parts = [lead(reader, found), Some(judged), alike(reader, pressed)].into_iter().flatten();
    let sentence = parts.reduce(|a, b| Text::new(&format!("{} {}", a.en, b.en), &(a.zh + &b.zh))).unwrap_or_default();
    let mut caveats = vec![motives(pair, reader.scenario.objective_is_power())];
    caveats.push(self_defeat(found.definitions, issue.kind));
    if issue.observed.iter().any(Option::is_some) {
        caveats.push(Text::new(
            "The bands show what the scenario's distributions make possible; plain values are held fixed. The run does not \
             read the observed figures; whoever wrote the scenario may have had them in view.",
            "色带表示情景中各分布所允许的范围；单一数值则保持不变。运行时并不读取观测值，但情景作者设定参数时可能已知晓。",
        ));
    }
    caveats.push(Text::new(
        "The observer of this model expects a benign actor's effort to meet its need at once. Slow build-up and growing \
         output therefore look like restraint, and trust comes too easily: the share of dilemmas is probably too low.",
        "本模型的观察者预期善意行为体的投入立即达到其需要。缓慢的扩充与增长的产出因而看似克制，信任来得过于容易：\
         安全困境的比例可能偏低。",
    ));
    Headline {
        verdict: verdict.into(),
        probability,
        pair: [a.id.clone(), b.id.clone()],
        issue: issue.id.clone(),
        sentence,
        caveats,
        by_ratio: by_ratio(reader, k, i, j),
    }
}

/// Thresholds at which the share of dilemmas is shown beside the stated one.
const RATIOS: [f64; 4] = [1.1, 1.25, 1.5, 2.0];

/// Share of dilemmas among the runs in which neither of the pair is greedy, threshold by threshold.
fn by_ratio(reader: Reader<'_>, k: usize, i: usize, j: usize) -> Vec<AtRatio> {
    let n = reader.n();
    let mut pressures = Vec::new();
    for block in &reader.ensemble.blocks {
        for l in 0..block.active {
            if block.greedy[k * n + i][l] < 0.5 && block.greedy[k * n + j][l] < 0.5 {
                pressures.push(reader.pressure(block, k, i, j, l));
            }
        }
    }
    let stated = reader.scenario.number(reader.scenario.measures.dilemma_ratio);
    let mut ratios = RATIOS.to_vec();
    ratios.push(stated.distribution.quantile(0.5, stated.range));
    ratios.sort_by(f64::total_cmp);
    ratios.dedup();
    if pressures.is_empty() {
        return Vec::new();
    }
    let share = |ratio: f64| probability(pressures.iter().filter(|&&p| p > ratio).count(), pressures.len());
    ratios.into_iter().map(|ratio| AtRatio { ratio, share: share(ratio) }).collect()
}

fn percent(p: f64) -> String {
    match p {
        p if p <= 0.0 => "0 %".into(),
        p if p < 0.01 => "<1 %".into(),
        p if p >= 1.0 => "100 %".into(),
        p if p > 0.99 => ">99 %".into(),
        p => format!("{} %", (100.0 * p).round()),
    }
}

fn sentence(
    verdict: &str,
    likeliest: (&str, Estimate),
    a: &Text,
    b: &Text,
    issue: &Text,
    if_benign: Option<Estimate>,
) -> Text {
    let share = percent(likeliest.1.mean);
    let (en, zh) = match verdict {
        "security-dilemma" => (
            format!(
                "{}–{} ({}) is a security dilemma in {share} of the runs: nobody means harm, yet effort stays well over what safety alone would need.",
                a.en, b.en, issue.en
            ),
            format!(
                "{}与{}（{}）在 {share} 的运行中是安全困境：无人怀有恶意，投入却远高于安全本身所需。",
                a.zh, b.zh, issue.zh
            ),
        ),
        "harmony" => (
            format!(
                "{}–{} ({}) stays in harmony in {share} of the runs: neither means harm, and the two do not drive each other's effort well over its baseline.",
                a.en, b.en, issue.en
            ),
            format!(
                "{}与{}（{}）在 {share} 的运行中保持和谐：双方均无恶意，也未使彼此的投入远高于基线。",
                a.zh, b.zh, issue.zh
            ),
        ),
        "predation" => (
            format!(
                "{}–{} ({}) is predation in {share} of the runs, not a security dilemma: one side is greedy by assumption, and deterrence is the right frame.",
                a.en, b.en, issue.en
            ),
            format!(
                "{}与{}（{}）在 {share} 的运行中是掠夺而非安全困境：按假定一方贪婪，应以威慑来理解。",
                a.zh, b.zh, issue.zh
            ),
        ),
        "rivalry" => (
            format!(
                "{}–{} ({}) is a rivalry of greed in {share} of the runs, not a security dilemma: both sides are greedy by assumption.",
                a.en, b.en, issue.en
            ),
            format!("{}与{}（{}）在 {share} 的运行中是贪婪之争而非安全困境：双方皆贪婪。", a.zh, b.zh, issue.zh),
        ),
        _ => {
            let (en, zh) = name(likeliest.0);
            (
                format!(
                    "{}–{} ({}): no verdict reaches one half; the likeliest is {en} with {share} of the runs.",
                    a.en, b.en, issue.en
                ),
                format!(
                    "{}与{}（{}）：没有一种判定达到半数；最可能的是{zh}，占 {share} 的运行。",
                    a.zh, b.zh, issue.zh
                ),
            )
        }
    };
    match if_benign {
        Some(p) if verdict != "harmony" || p.mean > 0.0 => Text::new(
            &format!("{en} Where neither side is greedy, {} of the runs are a dilemma.", percent(p.mean)),
            &format!("{zh}在双方皆不贪婪的运行中，{} 为安全困境。", percent(p.mean)),
        ),
        _ => Text::new(&en, &zh),
    }
}

fn name(verdict: &str) -> (&'static str, &'static str) {
    match verdict {
        "security-dilemma" => ("a security dilemma", "安全困境"),
        "harmony" => ("harmony", "和谐"),
        "predation" => ("predation", "掠夺"),
        _ => ("a rivalry of greed", "贪婪之争"),
    }
}

/// Couples named as under as much pressure; of more the number is given.
const NAMED: usize = 2;

/// Which other couples are under as much pressure as the one named first; nothing where there are none.
fn alike(reader: Reader<'_>, pressed: &[usize]) -> Option<Text> {
    let actors = &reader.scenario.actors;
    let others = pressed.get(1..)?.iter().filter_map(|&c| reader.ensemble.couples.get(c));
    let names: Vec<(String, String)> = others
        .map(|&(i, j)| (&actors[i].name, &actors[j].name))
        .map(|(a, b)| (format!("{}–{}", a.en, b.en), format!("{}与{}", a.zh, b.zh)))
        .collect();
    let shown = &names[..names.len().min(NAMED)];
    let (en, zh): (Vec<&str>, Vec<&str>) = shown.iter().map(|(en, zh)| (en.as_str(), zh.as_str())).unzip();
    let (en, zh) = (en.join(", "), zh.join("、"));
    match names.len() - shown.len() {
        0 if names.is_empty() => None,
        0 => Some(Text::new(&format!("Under about as much pressure: {en}."), &format!("受压程度相近者：{zh}。"))),
        more => Some(Text::new(
            &format!("Under about as much pressure: {en} and {more} more."),
            &format!("受压程度相近者：{zh}等（另有 {more} 对）。"),
        )),
    }
}

/// What raising one's effort is called in an issue: at the start of a sentence, inside one, and in Chinese.
fn raising(kind: IssueKind) -> [&'static str; 3] {
    match kind {
        IssueKind::Military | IssueKind::Nuclear => ["Arming", "arming", "扩军"],
        IssueKind::Health => ["Hoarding", "hoarding", "囤积"],
        IssueKind::Commons => ["Taking more", "taking more", "多取"],
        IssueKind::Generic => ["Effort", "effort", "投入"],
    }
}

/// Runs in which nobody is greedy from which D2 among security seekers is told.
const ENOUGH: u64 = 20;

/// What D2 says, among security seekers and over all runs, in the words of the issue.
fn self_defeat(definitions: &Definitions, kind: IssueKind) -> Text {
    let d = &definitions.self_defeat;
    let [first, it, zh] = raising(kind);
    let (en, zh) = if d.among_benign.replications == 0 {
        (
            format!(
                "There is no run in which nobody is greedy, so self-defeat among security seekers (definition D2) cannot \
                 be measured here; what is measured is {it} in the face of greed."
            ),
            format!(
                "没有无人贪婪的运行，因此此处无法衡量安全寻求者之间的自我挫败（定义 D2）；所衡量的是面对贪婪者的{zh}。"
            ),
        )
    } else if d.among_benign.replications < ENOUGH {
        let n = d.among_benign.replications;
        (
            format!(
                "Nobody is greedy in {n} of the runs, too few to tell whether {it} that no public need explains is \
                 self-defeating among security seekers (definition D2)."
            ),
            format!(
                "无人贪婪的运行只有 {n} 次，不足以判断公开需要所不能解释的{zh}在安全寻求者之间是否自我挫败（定义 D2）。"
            ),
        )
    } else {
        match (d.holds_among_benign, d.holds) {
            (true, true) => (
                format!(
                    "{first} that no public need explains makes its author less safe on average, whether or not the other \
                     side is greedy (definition D2)."
                ),
                format!("公开需要所不能解释的{zh}，平均而言使其自身更不安全，无论对方是否贪婪（定义 D2）。"),
            ),
            (true, false) => (
                format!(
                    "Where nobody is greedy, {it} that no public need explains makes its author less safe on average \
                     (definition D2); where the other side is greedy after all it deters, and over all runs that weighs as \
                     much or more."
                ),
                format!(
                    "在无人贪婪的运行中，公开需要所不能解释的{zh}平均而言使其自身更不安全（定义 D2）；若对方确实贪婪，则有威慑之效，\
                     就全部运行而言，后者的分量相当甚至更大。"
                ),
            ),
            (false, true) => (
                format!(
                    "{first} that no public need explains makes its author less safe over all runs (definition D2), but that \
                     is not shown where nobody is greedy."
                ),
                format!(
                    "就全部运行而言，公开需要所不能解释的{zh}使其自身更不安全（定义 D2），但在无人贪婪的运行中未获证实。"
                ),
            ),
            (false, false) => (
                format!(
                    "{first} that no public need explains is not shown to be self-defeating here (definition D2): once the \
                     spiral has closed, joining it can be individually rational."
                ),
                format!(
                    "此处未能证实公开需要所不能解释的{zh}是自我挫败（定义 D2）：恶性循环一旦闭合，加入其中对单个行为体而言可能是理性的。"
                ),
            ),
        }
    };
    Text::new(&en, &zh)
}

fn motives(pair: &PairOutcome, power: bool) -> Text {
    if power {
        return Text::new(
            "Everybody is greedy by assumption (objective = power); the verdict follows from that.",
            "按假定（objective = power，即追求权力）人人贪婪；判定由此而来。",
        );
    }
    let greedy = pair.verdict.predation.mean + pair.verdict.rivalry.mean;
    Text::new(
        &format!(
            "Motives are assumed, not inferred: in {} of the runs at least one side is greedy by assumption, and those \
             runs are never called a dilemma.",
            percent(greedy)
        ),
        &format!(
            "动机是假定的，不是推断的：在 {} 的运行中至少一方按假定贪婪，这些运行一概不判为安全困境。",
            percent(greedy)
        ),
    )
}

fn nobody() -> Headline {
    let sentence = Text::new("There is no pair to judge.", "没有可供判定的行为体对。");
    Headline {
        verdict: "undecided".into(),
        probability: Estimate::default(),
        pair: [String::new(), String::new()],
        issue: String::new(),
        sentence,
        caveats: Vec::new(),
        by_ratio: Vec::new(),
    }
}
