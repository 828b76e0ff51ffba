//! How the numbers of a remedy become levers, a rule and a signal.

use theory::luck::{Luck, Purpose};
use theory::real::ln;
use theory::remedy::{Lever, Remedy as Pull, Rule, Signal, Term};
use theory::world::LANES;

use super::{CARRIERS, kind_of};
use crate::draw::Lane;
use crate::names::luck_id;
use crate::scenario::{IssueKind, Remedy, Scenario};

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
    let issue = keep_from_medicine(&mut builder.levers, scenario, remedy);
    let mut pull = Pull {
        luck_id: luck_id(&remedy.id),
        carriers: remedy.carriers.clone(),
        partners: partners(remedy),
        issue,
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

/// A remedy of arms that names no issue works in every one but those of medicine; gives the issue it is confined to, if it is
/// one.
fn keep_from_medicine(levers: &mut Vec<Lever<LANES>>, scenario: &Scenario, remedy: &Remedy) -> Option<usize> {
    let about_arms = kind_of(remedy.kind).is_some_and(|kind| kind.needs.shuns_medicine());
    let mine = |k: &usize| scenario.issues[*k].kind != IssueKind::Health;
    let places: Vec<usize> = (0..scenario.issues.len()).filter(mine).collect();
    if remedy.issue.is_some() || !about_arms || places.len() == scenario.issues.len() {
        return remedy.issue;
    }
    let everywhere = std::mem::take(levers);
    let in_each = |lever: Lever<LANES>| places.iter().map(move |&k| Lever { issue: Some(k), ..lever });
    levers.extend(everywhere.into_iter().flat_map(in_each));
    if let [only] = places[..] { Some(only) } else { None }
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
            b.number(Term::Target, "signal_effort").number(Term::Posture, "defence").number(Term::Sharing, "delivered");
            let reneges = b.remedy.kind == "pledge" && b.remedy.mode == 1;
            signal = b.signal(b.get("signal_effort"), reneges);
        }
        "pool" | "share" | "open-reporting" | "close-borders" | "enforce-rules" | "no-blame" | "mitigation" => {
            rule = against_nature(b, scenario);
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

/// What is done about an epidemic, a commons, or the blame for trouble.
fn against_nature(b: &mut Builder<'_>, scenario: &Scenario) -> Rule<LANES> {
    match b.remedy.kind {
        "pool" => {
            b.number(Term::Sharing, "pooled");
            return Rule::Deciding {
                base: b.get("deliberation"),
                per_member: b.get("deliberation_per_member"),
                disagreement: b.get("deliberation_disagreement"),
            };
        }
        "share" => b.number(Term::Sharing, "passed_on"),
        "open-reporting" => b.number(Term::Candour, "candour").number(Term::Transparency, "transparency"),
        "close-borders" => b.number(Term::Border, "closing"),
        "enforce-rules" => b.number(Term::Enforcement, "policing"),
        // Words do nothing where they are taken to do nothing.
        "no-blame" if scenario.reading("talk") != "uninformative" => b.number(Term::Blame, "unblaming"),
        "mitigation" => b.number(Term::Mitigation, "mitigated"),
        _ => b,
    };
    Rule::Timed
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
