//! The kinds of remedy: family, what each moves, which numbers it has, and how these become levers (model §8).

use theory::luck::{Luck, Purpose};
use theory::real::ln;
use theory::remedy::{Lever, Remedy as Pull, Rule, Signal, Term};
use theory::world::LANES;

use crate::catalogue::Words;
use crate::draw::Lane;
use crate::names::luck_id;
use crate::scenario::{Remedy, Scenario};

/// One way of carrying out a kind of remedy, and the numbers it needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mode {
    /// As written after `mode =`; empty where there is only one.
    pub word: &'static str,
    /// Keys of its numbers.
    pub numbers: &'static [&'static str],
}

/// A kind of remedy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kind {
    /// As written after `kind =`.
    pub key: &'static str,
    /// Family of model §8.
    pub family: &'static str,
    /// Name.
    pub name: Words,
    /// What it moves and why.
    pub acts_on: Words,
    /// Fewest carriers.
    pub least: usize,
    /// Modes; the first is the default.
    pub modes: &'static [Mode],
    /// Whether two modes of it at one time contradict each other.
    pub exclusive: bool,
    /// Whether what it does to security follows from the form of a term alone.
    pub by_construction: bool,
}

const fn one(numbers: &'static [&'static str]) -> Mode {
    Mode { word: "", numbers }
}

const fn mode(word: &'static str, numbers: &'static [&'static str]) -> Mode {
    Mode { word, numbers }
}

const fn kind(
    key: &'static str,
    family: &'static str,
    name: (&'static str, &'static str),
    acts_on: (&'static str, &'static str),
    least: usize,
    modes: &'static [Mode],
) -> Kind {
    Kind {
        key,
        family,
        name: Words { en: name.0, zh: name.1 },
        acts_on: Words { en: acts_on.0, zh: acts_on.1 },
        least,
        modes,
        exclusive: false,
        by_construction: false,
    }
}

const fn exclusive(mut kind: Kind) -> Kind {
    kind.exclusive = true;
    kind
}

const fn by_construction(mut kind: Kind) -> Kind {
    kind.by_construction = true;
    kind
}

const SPREAD: [&[&str]; 6] = [
    &["care_gain", "leaders_rate", "leaders_ceiling", "seed", "awakening"],
    &["care_gain", "scholars_rate", "scholars_ceiling", "seed", "awakening"],
    &["care_gain", "educators_rate", "educators_ceiling", "seed", "awakening"],
    &["foresight_gain", "leaders_rate", "leaders_ceiling", "seed", "awakening"],
    &["foresight_gain", "scholars_rate", "scholars_ceiling", "seed", "awakening"],
    &["foresight_gain", "educators_rate", "educators_ceiling", "seed", "awakening"],
];
const UNIVERSAL: [&[&str]; 3] = [
    &["care_gain", "foresight_gain", "leaders_rate", "leaders_ceiling", "seed", "awakening"],
    &["care_gain", "foresight_gain", "scholars_rate", "scholars_ceiling", "seed", "awakening"],
    &["care_gain", "foresight_gain", "educators_rate", "educators_ceiling", "seed", "awakening"],
];
/// Who carries an attitude.
pub const CARRIERS: [&str; 3] = ["leaders", "scholars", "educators"];
const SIGNAL: &[&str] = &["signal_effort", "bluff_scale", "missed", "leadership"];

/// Every kind.
pub const REMEDIES: &[Kind] = &[
    kind(
        "parity",
        "holding",
        ("parity", "均等"),
        ("cap on effort relative to the other's: no bid for superiority", "相对于对方投入的上限：不谋求优势"),
        1,
        &[one(&["ratio"])],
    ),
    kind(
        "cut-arms",
        "holding",
        ("cut arms", "裁军"),
        ("target effort, by steps; baseline too if agreed", "分步降低目标投入；约定时亦降低基线"),
        1,
        &[one(&["cut", "baseline_cut"])],
    ),
    exclusive(kind(
        "spheres",
        "holding",
        ("spheres of influence", "势力范围"),
        (
            "exposure across the line, and greed's object; a line drawn by one side or on claims raises incidents",
            "跨线暴露与贪婪的对象；单方面或依据主张划线会增加事端",
        ),
        1,
        &[mode("status-quo", &["line", "incident", "explained"]), mode("claims", &["line", "incident", "explained"])],
    )),
    exclusive(kind(
        "define-aggression",
        "holding",
        ("define aggression", "定义侵略"),
        (
            "false alarms (attacks from fear) and the cost of a defined attack",
            "误报（出于恐惧的攻击）与已定义攻击的代价",
        ),
        2,
        &[
            mode("narrow", &["false_alarm", "miss", "false_alarm_before", "penalty"]),
            mode("broad", &["false_alarm_broad", "miss_broad", "false_alarm_before", "penalty"]),
        ],
    )),
    by_construction(kind(
        "limit-war",
        "holding",
        ("limit war", "限制战争"),
        ("odds of escalation; attacks too, if war seems safer", "升级的可能；若战争显得较安全，攻击亦受影响"),
        1,
        &[one(&["limit", "emboldening"])],
    )),
    exclusive(kind(
        "negotiate",
        "holding",
        ("negotiate", "谈判"),
        ("exposure, issue by issue or pooled; a linked failure spreads", "暴露：逐项谈判或挂钩谈判；挂钩失败会扩散"),
        2,
        &[
            mode("mixed", &["agreement", "concession", "rebound"]),
            mode("piecemeal", &["agreement", "concession"]),
            mode("linked", &["agreement", "concession", "rebound"]),
        ],
    )),
    kind(
        "cooling-off",
        "holding",
        ("cooling-off", "冷静期"),
        ("speed of reaction, first-strike advantage as seen, time to decide", "反应速度、所见先发制人之利、决策时间"),
        1,
        &[one(&["slowing", "calm", "time"])],
    ),
    kind(
        "stand-down",
        "holding",
        ("stand down", "降低戒备"),
        ("readiness of nuclear forces", "核力量的戒备程度"),
        1,
        &[one(&["standing_down", "time"])],
    ),
    kind(
        "secure-second-strike",
        "holding",
        ("secure second strike", "保障二次打击"),
        ("share of forces that survive a first strike", "能承受首次打击的力量份额"),
        1,
        &[one(&["hardening"])],
    ),
    kind(
        "care",
        "universalism",
        ("care for others", "关怀他者"),
        ("restraint u, as the attitude spreads", "随态度传播的克制u"),
        1,
        &[mode("leaders", SPREAD[0]), mode("scholars", SPREAD[1]), mode("educators", SPREAD[2])],
    ),
    kind(
        "foresight",
        "universalism",
        ("foresight", "远见"),
        ("restraint d, as the attitude spreads", "随态度传播的克制d"),
        1,
        &[mode("leaders", SPREAD[3]), mode("scholars", SPREAD[4]), mode("educators", SPREAD[5])],
    ),
    kind(
        "universalism",
        "universalism",
        ("universalism", "普世主义"),
        ("restraint u and d, as the attitude spreads", "随态度传播的克制u与d"),
        1,
        &[mode("leaders", UNIVERSAL[0]), mode("scholars", UNIVERSAL[1]), mode("educators", UNIVERSAL[2])],
    ),
    kind(
        "survival-research",
        "universalism",
        ("survival research", "生存研究"),
        ("rate at which attitudes spread", "态度传播的速率"),
        1,
        &[one(&["research"])],
    ),
    kind(
        "language",
        "signals",
        ("language", "语言信号"),
        (
            "enemy image (macro) or understanding (micro); separates nobody",
            "敌人形象（宏观）或理解（微观）；不区分动机",
        ),
        1,
        &[mode("macro", &["image"]), mode("micro", &["gesture"])],
    ),
    kind(
        "military-signal",
        "signals",
        ("military signal", "军事信号"),
        ("posture, effort, and evidence −c/η", "姿态、投入与证据−c/η"),
        1,
        &[one(&["defence", "signal_effort", "bluff_scale", "missed", "leadership"])],
    ),
    kind(
        "restraint-signal",
        "signals",
        ("non-military restraint", "非军事克制"),
        ("evidence −c/η", "证据−c/η"),
        1,
        &[one(SIGNAL)],
    ),
    exclusive(kind(
        "pledge",
        "signals",
        ("pledge", "承诺"),
        ("credit when delivered, bad news when not", "兑现时得信用，食言则为坏消息"),
        1,
        &[
            mode("deliver", &["window", "signal_effort", "bluff_scale", "missed", "leadership"]),
            mode("renege", &["window", "signal_effort", "bluff_scale", "missed", "leadership"]),
        ],
    )),
    kind(
        "reciprocation",
        "signals",
        ("Graduated Reciprocation", "渐进互惠"),
        (
            "own effort, for a time whatever the other does, then as it answers; evidence −c/η while kept up",
            "己方投入：先行克制一段时间，其后视对方回应；维持期间的证据−c/η",
        ),
        1,
        &[one(&["cut", "patience", "tolerance", "bluff_scale", "missed", "leadership"])],
    ),
    kind(
        "tit-for-tat",
        "signals",
        ("tit for tat in restraint", "克制上的以牙还牙"),
        ("own effort, only while the other restrains itself", "己方投入：仅当对方克制时"),
        1,
        &[one(&["cut", "tolerance"])],
    ),
    kind(
        "ladder",
        "institutions",
        ("ladder of institutions", "制度阶梯"),
        (
            "contact, dialogue, consultation, monitoring, rules with sanction, community: climbs on trust, falls on breach",
            "接触、对话、磋商、监督、带制裁的规则、共同体：因信任而升，因违约而降",
        ),
        2,
        &[one(&[
            "density",
            "understanding",
            "transparency",
            "adjudication",
            "fine",
            "care_gain",
            "delay",
            "dwell",
            "climb",
            "fall",
        ])],
    ),
    kind(
        "internalisation",
        "institutions",
        ("internalisation", "内化"),
        ("greed excess and care: compliance becomes preference and stays", "贪婪增量与关怀：遵从变为偏好并留存"),
        1,
        &[one(&["internalising", "fine", "care_gain"])],
    ),
    kind(
        "alliance",
        "institutions",
        ("alliance", "同盟"),
        (
            "threat inside falls, exposure to outsiders is shared, outsiders' exposure rises",
            "内部威胁下降，对外暴露分担，局外者暴露上升",
        ),
        2,
        &[one(&["adjudication", "lending", "outward"])],
    ),
    kind(
        "collective-security",
        "institutions",
        ("collective security", "集体安全"),
        ("all members stand together against whoever attacks one", "全体成员共同对付任何攻击者"),
        3,
        &[one(&["lending", "adjudication"])],
    ),
    kind(
        "balance-of-power",
        "institutions",
        ("balance of power", "均势"),
        ("each member lends effort against the one it fears most", "各成员借出投入以对付其最惧者"),
        3,
        &[one(&["lending"])],
    ),
    kind(
        "exchange",
        "exchange",
        ("exchange", "交往"),
        (
            "observations per year (density, breadth), empathy, cost of breaking (depth)",
            "每年的观察（密度、广度）、共情、决裂成本（深度）",
        ),
        2,
        &[one(&["density", "breadth", "understanding", "depth"])],
    ),
    kind(
        "self-binding",
        "self-binding",
        ("self-binding", "自我约束"),
        (
            "how well others see the carrier, how lasting that is, attack made costly",
            "他方对承担者的可见度、其持久性、攻击的代价",
        ),
        1,
        &[one(&["transparency", "locked", "depth"])],
    ),
    kind(
        "security-community",
        "community",
        ("pluralistic security community", "多元安全共同体"),
        ("mutual care, authority, attack out of the question", "相互关怀、权威、排除攻击"),
        2,
        &[one(&["care_gain", "adjudication", "depth"])],
    ),
];

/// The kind of this key.
pub fn kind_of(key: &str) -> Option<&'static Kind> {
    REMEDIES.iter().find(|k| k.key == key)
}

/// Whether it matters towards whom a remedy is carried: some lever of it works on its partners, or it answers them.
pub fn takes_toward(kind: &Kind, mode: usize) -> bool {
    match kind.key {
        "parity" | "spheres" | "define-aggression" | "limit-war" | "negotiate" => true,
        "military-signal" | "reciprocation" | "tit-for-tat" => true,
        "ladder" | "exchange" | "self-binding" | "security-community" => true,
        "language" => kind.modes[mode].word == "micro",
        _ => false,
    }
}

/// Every kind with its numbers, as a page: docs/remedies.md.
pub fn reference() -> String {
    let mut page = String::from(
        "# Remedies\n\nEvery kind of remedy that a scenario may offer, what it moves (model §8), and its numbers. None of these numbers has a \
         published\nestimate: defaults are assumed, and a scenario that states one says why. This page is written by the program.\n",
    );
    let mut family = "";
    for kind in REMEDIES {
        if kind.family != family {
            family = kind.family;
            page.push_str(&format!("\n## {family}\n"));
        }
        let built = if kind.by_construction { " *By construction.*" } else { "" };
        page.push_str(&format!(
            "\n### `{}` – {} {}\n\nMoves {}.{built}\n",
            kind.key, kind.name.en, kind.name.zh, kind.acts_on.en
        ));
        if kind.least > 1 {
            page.push_str(&format!("At least {} carriers.\n", kind.least));
        }
        if kind.exclusive {
            page.push_str("One mode at a time for any one carrier.\n");
        }
        let takes: Vec<bool> = (0..kind.modes.len()).map(|mode| takes_toward(kind, mode)).collect();
        match (takes.contains(&true), takes.contains(&false)) {
            (false, _) => page.push_str("Takes no `toward`.\n"),
            (true, true) => page.push_str("Only some modes take `toward`.\n"),
            (true, false) => {}
        }
        for mode in kind.modes {
            let title = if mode.word.is_empty() { String::new() } else { format!("mode `{}`\n\n", mode.word) };
            page.push_str(&format!(
                "\n{title}| number | unit | range | default | what it is |\n|---|---|---|---|---|\n"
            ));
            mode.numbers.iter().filter_map(|key| crate::catalogue::parameter(key)).for_each(|p| {
                let default = p.default.map_or("–".into(), |d| d.to_string());
                let (low, high) = p.range;
                page.push_str(&format!(
                    "| `{}` | {} | {low} … {high} | {default} | {} |\n",
                    p.key, p.unit, p.explanation.en
                ));
            });
        }
    }
    page
}

/// Everything a kind needs to become levers.
struct Builder<'a> {
    remedy: &'a Remedy,
    values: &'a [Lane],
    levers: Vec<Lever<LANES>>,
}

impl Builder<'_> {
    /// A number of the remedy.
    fn get(&self, key: &str) -> Lane {
        let id = self.remedy.numbers.iter().find(|(k, _)| *k == key).map(|(_, id)| *id);
        id.map_or([0.0; LANES], |id| self.values[id.index()])
    }
    fn add(&mut self, term: Term, size: Lane) -> &mut Self {
        self.at(term, 0, size)
    }
    fn at(&mut self, term: Term, rung: u8, size: Lane) -> &mut Self {
        self.levers.push(Lever { term, issue: self.remedy.issue, rung, size });
        self
    }
    fn number(&mut self, term: Term, key: &str) -> &mut Self {
        let size = self.get(key);
        self.add(term, size)
    }
    /// Fall of target effort that a cut means, in logs.
    fn cut(&mut self) -> &mut Self {
        let logs = self.get("cut").map(|c| -ln(1.0 - c));
        self.add(Term::Target, logs)
    }
    /// A signal whose cost is `cost`, in logs of effort per year.
    fn signal(&self, cost: Lane, reneges: bool) -> Option<Signal<LANES>> {
        let scale = self.get("bluff_scale");
        let credit = std::array::from_fn(|l| cost[l] / scale[l]);
        Some(Signal { credit, missed: self.get("missed"), leadership: self.get("leadership"), reneges })
    }
    fn spreading(&self) -> Rule<LANES> {
        let who = CARRIERS[self.remedy.mode];
        Rule::Spreading {
            rate: self.get(&format!("{who}_rate")),
            seed: self.get("seed"),
            ceiling: self.get(&format!("{who}_ceiling")),
            shock: self.get("awakening"),
        }
    }
}

/// A remedy as the kernel sees it, for replications `first`, `first + 1`, …
pub fn build(scenario: &Scenario, remedy: &Remedy, values: &[Lane], seed: u64, first: u32) -> Pull<LANES> {
    let begin = f64::from(scenario.clock.start);
    let year = |id: crate::scenario::NumberId| values[id.index()].map(|y| y - begin);
    let mut builder = Builder { remedy, values, levers: Vec::new() };
    let (rule, signal) = levers(&mut builder, scenario, seed, first);
    let mut pull = Pull {
        luck_id: luck_id(&remedy.id),
        carriers: remedy.carriers.clone(),
        partners: partners(remedy),
        issue: remedy.issue,
        start: year(remedy.start),
        ramp: values[remedy.ramp.index()],
        end: remedy.end.map_or([f64::INFINITY; LANES], year),
        rule,
        levers: builder.levers,
        signal,
        cost: values[remedy.cost.index()],
    };
    if remedy.kind == "pledge" {
        deliver(&mut pull, values, remedy);
    }
    pull
}

/// On whom a remedy acts. Where the file does not say, what several agree on – talks, a definition, a line, a ladder – is
/// between them; what one does by itself, and what all are meant to see, is towards everybody.
fn partners(remedy: &Remedy) -> Vec<usize> {
    let between =
        kind_of(remedy.kind).is_some_and(|kind| kind.least > 1) || ["parity", "spheres"].contains(&remedy.kind);
    if remedy.partners.is_empty() && between && remedy.carriers.len() > 1 {
        remedy.carriers.clone()
    } else {
        remedy.partners.clone()
    }
}

/// A pledge is cheap talk until it is due; then it is delivered, or not, for all to see.
fn deliver(pull: &mut Pull<LANES>, values: &[Lane], remedy: &Remedy) {
    let window = remedy.numbers.iter().find(|(k, _)| *k == "window").map_or([1.0; LANES], |(_, id)| values[id.index()]);
    for l in 0..LANES {
        pull.start[l] += pull.ramp[l];
        pull.end[l] = pull.end[l].min(pull.start[l] + window[l]);
        pull.ramp[l] = 0.0;
    }
}

fn levers(b: &mut Builder<'_>, scenario: &Scenario, seed: u64, first: u32) -> (Rule<LANES>, Option<Signal<LANES>>) {
    let mut signal = None;
    let mut rule = Rule::Timed;
    match b.remedy.kind {
        "cut-arms" => {
            b.cut().number(Term::Baseline, "baseline_cut");
        }
        "limit-war" => {
            let bold = b.get("emboldening").map(|e| -e);
            b.number(Term::Escalation, "limit").add(Term::Attack, bold);
        }
        "cooling-off" => {
            b.number(Term::Pace, "slowing").number(Term::Caution, "calm").number(Term::DecisionTime, "time");
        }
        "stand-down" => {
            b.number(Term::Readiness, "standing_down").number(Term::DecisionTime, "time");
        }
        "secure-second-strike" => {
            b.number(Term::SecondStrike, "hardening");
        }
        "parity" => {
            let logs = b.get("ratio").map(ln);
            b.add(Term::Parity, logs);
        }
        "spheres" => spheres(b),
        "define-aggression" => definition(b),
        "negotiate" => negotiation(b, scenario, seed, first),
        "care" | "foresight" | "universalism" => {
            rule = b.spreading();
            b.number(Term::Care, "care_gain").number(Term::Foresight, "foresight_gain");
        }
        "survival-research" => {
            b.number(Term::Research, "research");
        }
        "language" => signal = language(b, scenario),
        "tit-for-tat" | "reciprocation" => {
            rule = Rule::Answering { patience: b.get("patience"), tolerance: b.get("tolerance") };
            b.cut();
            if b.remedy.kind == "reciprocation" {
                let cost = b.get("cut").map(|c| -ln(1.0 - c));
                signal = b.signal(cost, false);
            }
        }
        "military-signal" | "restraint-signal" | "pledge" => {
            b.number(Term::Target, "signal_effort").number(Term::Posture, "defence");
            let reneges = b.remedy.kind == "pledge" && b.remedy.mode == 1;
            signal = b.signal(b.get("signal_effort"), reneges);
        }
        "internalisation" => {
            rule = Rule::Internalised { rate: b.get("internalising") };
            b.number(Term::Sanction, "fine").number(Term::Care, "care_gain");
        }
        "exchange" => {
            let seen: Lane = std::array::from_fn(|l| b.get("density")[l] + b.get("breadth")[l]);
            b.add(Term::Density, seen).number(Term::Empathy, "understanding").number(Term::Attack, "depth");
        }
        "self-binding" => {
            b.number(Term::Transparency, "transparency").number(Term::Lasting, "locked").number(Term::Attack, "depth");
        }
        "security-community" => {
            b.number(Term::Care, "care_gain").number(Term::Authority, "adjudication").number(Term::Attack, "depth");
        }
        _ => rule = institution(b),
    }
    b.levers.retain(|lever| lever.size.iter().any(|&s| s != 0.0) || lever.term == Term::Parity);
    (rule, signal)
}

/// Institutions: the ladder with its rungs, alliances, collective security, balance of power.
fn institution(b: &mut Builder<'_>) -> Rule<LANES> {
    match b.remedy.kind {
        "alliance" => {
            b.number(Term::Authority, "adjudication").number(Term::Pool, "lending").number(Term::Outward, "outward");
        }
        "collective-security" => {
            b.number(Term::Authority, "adjudication").number(Term::Pool, "lending");
        }
        "balance-of-power" => {
            b.number(Term::Balance, "lending");
        }
        "ladder" => {
            let half = |v: Lane| v.map(|x| 0.5 * x);
            let (seen, law) = (b.get("transparency"), b.get("adjudication"));
            let (density, empathy, fine, care) =
                (b.get("density"), b.get("understanding"), b.get("fine"), b.get("care_gain"));
            b.at(Term::Density, 1, density)
                .at(Term::Empathy, 2, empathy)
                .at(Term::Opacity, 3, half(seen))
                .at(Term::Opacity, 4, half(seen))
                .at(Term::Authority, 5, law)
                .at(Term::Sanction, 5, fine)
                .at(Term::Care, 6, care);
            let delay = b.get("delay");
            b.at(Term::Pace, 3, delay);
            return Rule::Climbing { rungs: 6, dwell: b.get("dwell"), climb: b.get("climb"), fall: b.get("fall") };
        }
        other => unreachable!("kind `{other}` has levers of its own"),
    }
    Rule::Timed
}

/// A line both accept on the status quo lowers exposure and takes away greed's object; another raises incidents.
fn spheres(b: &mut Builder<'_>) {
    let (line, explained, incident) = (b.get("line"), b.get("explained"), b.get("incident"));
    if b.remedy.mode == 0 && b.remedy.carriers.len() > 1 {
        let held: Lane = std::array::from_fn(|l| line[l] * explained[l]);
        b.add(Term::Exposure, held);
    } else {
        let worse = incident.map(|i| -i);
        b.add(Term::Exposure, worse);
    }
}

/// Fewer false alarms make fear-driven attacks rarer; a recognised attack costs more.
fn definition(b: &mut Builder<'_>) {
    let (alarm, miss) = if b.remedy.mode == 0 { ("false_alarm", "miss") } else { ("false_alarm_broad", "miss_broad") };
    let (alarm, miss, before, penalty) = (b.get(alarm), b.get(miss), b.get("false_alarm_before"), b.get("penalty"));
    b.add(Term::Caution, std::array::from_fn(|l| 1.0 - alarm[l] / before[l]));
    b.add(Term::Attack, std::array::from_fn(|l| penalty[l] * (1.0 - miss[l])));
}

/// Talks: piecemeal, each issue settles or fails by itself; linked, what one side gains in one pays for the other in
/// another, so all settle if they do on average, and all suffer if not. Mixed: half the stake either way.
fn negotiation(b: &mut Builder<'_>, scenario: &Scenario, seed: u64, first: u32) {
    let linked = match (scenario.reading("bargaining"), b.remedy.mode) {
        (_, 1) | ("piecemeal", 0) => 0.0,
        (_, 2) | ("linked", 0) => 1.0,
        _ => 0.5,
    };
    let issues: Vec<usize> = b.remedy.issue.map_or((0..scenario.issues.len()).collect(), |k| vec![k]);
    let luck = Luck::new(seed, Purpose::Signal, luck_id(&b.remedy.id));
    let draw = |k: usize| {
        let id = luck_id(&scenario.issues[k].id);
        luck.uniforms::<LANES>(first, u32::MAX, id, id)[0]
    };
    let draws: Vec<Lane> = issues.iter().map(|&k| draw(k)).collect();
    let (chance, gain, loss) = (b.get("agreement"), b.get("concession"), b.get("rebound"));
    let count = draws.len() as f64;
    for (&k, own) in issues.iter().zip(&draws) {
        let size: Lane = std::array::from_fn(|l| {
            let mean = draws.iter().map(|u| u[l]).sum::<f64>() / count;
            let alone = if own[l] < chance[l] { gain[l] } else { 0.0 };
            let pooled = if mean < chance[l] { gain[l] } else { -loss[l] };
            (1.0 - linked) * alone + linked * pooled
        });
        b.levers.push(Lever { term: Term::Exposure, issue: Some(k), rung: 0, size });
    }
}

/// Words cost nothing and separate nobody: they soften how the *other* is read, or do nothing, or – under the reading
/// `talk = informative` – count as evidence of an eighth of a log-odds a year.
fn language(b: &mut Builder<'_>, scenario: &Scenario) -> Option<Signal<LANES>> {
    match scenario.reading("talk") {
        "uninformative" => None,
        talk => {
            if b.remedy.mode == 0 {
                b.number(Term::Negativity, "image").number(Term::Misperception, "image");
            } else {
                b.number(Term::Empathy, "gesture");
            }
            (talk == "informative").then_some(Signal {
                credit: [0.125; LANES],
                missed: [0.05; LANES],
                leadership: [0.0; LANES],
                reneges: false,
            })
        }
    }
}
