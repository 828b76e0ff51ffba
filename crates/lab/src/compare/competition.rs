//! Where several remedies move the same term of the same actors, and the rule that decides (model §8).

use std::collections::BTreeMap;

use theory::remedy::{Lever, Remedy as Pull, Rule, Term};
use theory::world::LANES;

use super::Compared;
use crate::remedies::build;
use crate::scenario::{Scenario, Text};

/// A word in English and in Chinese.
type Both = (&'static str, &'static str);

/// The terms that two remedies both move in some replication, by the indices of the two in the file, smaller first.
pub(super) struct Competition(BTreeMap<(usize, usize), Vec<Term>>);

impl Competition {
    /// Looks through every replication that was run.
    pub(super) fn of(scenario: &Scenario, c: &Compared) -> Competition {
        let mut met: BTreeMap<(usize, usize), Vec<Term>> = BTreeMap::new();
        for block in &c.blocks {
            let pulls: Vec<Pull<LANES>> =
                scenario.remedies.iter().map(|r| build(scenario, r, &block.values, c.seed, block.first)).collect();
            for b in 0..pulls.len() {
                for a in 0..b {
                    let terms = met.entry((a, b)).or_default();
                    for term in shared(&pulls[a], &pulls[b], scenario.size(), block.active) {
                        if !terms.iter().any(|known| words(*known) == words(term)) {
                            terms.push(term);
                        }
                    }
                }
            }
        }
        Competition(met)
    }

    /// Among the members of a run, and between these and what is in force in every run.
    pub(super) fn in_run(&self, scenario: &Scenario, members: &[usize]) -> Vec<Text> {
        let in_force: Vec<usize> =
            (0..scenario.remedies.len()).filter(|r| scenario.remedies[*r].in_force && !members.contains(r)).collect();
        let mut said = self.among(scenario, members);
        for &a in members {
            in_force.iter().for_each(|&b| said.extend(self.between(scenario, a, b)));
        }
        said
    }

    /// Between any two of a list.
    pub(super) fn among(&self, scenario: &Scenario, list: &[usize]) -> Vec<Text> {
        let pairs = list.iter().enumerate().flat_map(|(at, &a)| list[at + 1..].iter().map(move |&b| (a, b)));
        pairs.flat_map(|(a, b)| self.between(scenario, a, b)).collect()
    }

    /// One sentence for each rule that decides between two.
    fn between(&self, scenario: &Scenario, a: usize, b: usize) -> Vec<Text> {
        let mut rules: Vec<(Both, Vec<Both>)> = Vec::new();
        for &term in self.0.get(&(a.min(b), a.max(b))).into_iter().flatten() {
            match rules.iter_mut().find(|(known, _)| *known == rule(term)) {
                Some((_, terms)) => terms.push(words(term)),
                None => rules.push((rule(term), vec![words(term)])),
            }
        }
        let (one, other) = (named(scenario, a), named(scenario, b));
        let sentence = |(rule, terms): (Both, Vec<Both>)| {
            let list = |by: &str, pick: fn(&Both) -> &'static str| terms.iter().map(pick).collect::<Vec<_>>().join(by);
            let (en, zh) = (list(", ", |t| t.0), list("、", |t| t.1));
            Text::new(
                &format!("{} and {} both move {en}: {}", one.en, other.en, rule.0),
                &format!("{}与{}都作用于{zh}：{}", one.zh, other.zh, rule.1),
            )
        };
        rules.into_iter().map(sentence).collect()
    }
}

fn named(scenario: &Scenario, r: usize) -> Text {
    let remedy = &scenario.remedies[r];
    let (en, zh) = if remedy.in_force { (" (in force)", "（已实施）") } else { ("", "") };
    Text::new(&format!("{}{en}", remedy.name.en), &format!("{}{zh}", remedy.name.zh))
}

/// Terms that both move of the same actors in the same issue, in a replication in which both have a size and are in force
/// at one time.
fn shared(one: &Pull<LANES>, other: &Pull<LANES>, actors: usize, active: usize) -> Vec<Term> {
    let at_once: Vec<usize> = (0..active)
        .filter(|&l| {
            one.start[l] < lasts(other, l) && other.start[l] < lasts(one, l) && exists(one, l) && exists(other, l)
        })
        .collect();
    if at_once.is_empty() {
        return Vec::new();
    }
    let (mine, theirs) = (moves(one), moves(other));
    let meet = |v: &Lever<LANES>, w: &Lever<LANES>| {
        words(v.term) == words(w.term)
            && (v.issue.is_none() || w.issue.is_none() || v.issue == w.issue)
            && at_once.iter().any(|&l| acts(v, l) && acts(w, l))
            && touched(one, v.term, actors).iter().any(|at| touched(other, w.term, actors).contains(at))
    };
    mine.iter().filter(|v| theirs.iter().any(|w| meet(v, w))).map(|v| v.term).collect()
}

/// Its levers, and the public evidence of its signals as one more.
fn moves(remedy: &Pull<LANES>) -> Vec<Lever<LANES>> {
    let shown = |credit: [f64; LANES]| Lever { term: Term::Shown, issue: remedy.issue, rung: 0, size: credit };
    remedy.levers.iter().copied().chain(remedy.signal.as_ref().map(|s| shown(s.credit))).collect()
}

fn acts(lever: &Lever<LANES>, l: usize) -> bool {
    lever.size[l] != 0.0 || lever.term == Term::Parity
}

fn exists(remedy: &Pull<LANES>, l: usize) -> bool {
    remedy.start[l] < remedy.end[l]
}

/// When its effect is over: an attitude and what is internalised stay.
fn lasts(remedy: &Pull<LANES>, l: usize) -> f64 {
    match remedy.rule {
        Rule::Spreading { .. } | Rule::Internalised { .. } => f64::INFINITY,
        _ => remedy.end[l],
    }
}

/// Which cells of a term a lever moves: (i, i) for what belongs to actor i, (i, j) for what j is to i, how i reads j.
fn touched(remedy: &Pull<LANES>, term: Term, actors: usize) -> Vec<(usize, usize)> {
    let carriers = &remedy.carriers;
    let own = || carriers.iter().map(|&i| (i, i)).collect();
    let pairs = |other: &dyn Fn(usize, usize) -> bool| -> Vec<(usize, usize)> {
        let all = carriers.iter().flat_map(|&i| (0..actors).map(move |j| (i, j)));
        all.filter(|&(i, j)| i != j && other(i, j)).collect()
    };
    let swapped = |cells: Vec<(usize, usize)>| -> Vec<(usize, usize)> { cells.iter().map(|&(i, j)| (j, i)).collect() };
    let towards = || pairs(&|i, j| remedy.faces(i, j));
    match term {
        Term::Target | Term::Baseline | Term::Parity | Term::Care | Term::Foresight | Term::Negativity => own(),
        Term::Misperception | Term::Forgetting | Term::Sanction | Term::Pace | Term::Caution | Term::Shown => own(),
        Term::Readiness | Term::DecisionTime | Term::Escalation | Term::SecondStrike => own(),
        Term::Empathy | Term::Opacity | Term::Density => towards(),
        Term::Exposure | Term::Attack | Term::Transparency => swapped(towards()),
        Term::Posture => [towards(), swapped(towards())].concat(),
        Term::Lasting => towards().iter().map(|&(_, j)| (j, j)).collect(),
        Term::Authority => pairs(&|_, j| carriers.contains(&j)),
        Term::Pool | Term::Balance => pairs(&|_, _| true),
        Term::Outward => swapped(pairs(&|_, j| !carriers.contains(&j))),
        Term::Sharing | Term::Border | Term::Candour | Term::Blame | Term::Enforcement => own(),
        // Mitigation and the spread of attitudes are one for all.
        Term::Mitigation | Term::Research => vec![(0, 0)],
    }
}

/// A term in words; terms of the same words are the same cells of the kernel.
fn words(term: Term) -> Both {
    match term {
        Term::Target => ("target effort", "目标投入"),
        Term::Baseline => ("baseline", "基线投入"),
        Term::Parity => ("the cap on effort", "投入上限"),
        Term::Care => ("care", "关怀"),
        Term::Foresight => ("foresight", "远见"),
        Term::Negativity => ("the weight of bad news", "坏消息的权重"),
        Term::Misperception => ("bias of reading", "解读偏差"),
        Term::Forgetting | Term::Lasting => ("motive drift", "动机漂移"),
        Term::Sanction => ("greed excess", "贪婪增量"),
        Term::Pace => ("speed of adjustment", "调整速度"),
        Term::Caution => ("first-strike advantage as seen", "所见先发制人之利"),
        Term::Shown => ("public evidence", "公开证据"),
        Term::Exposure | Term::Posture | Term::Outward | Term::Pool | Term::Balance => ("exposure", "暴露"),
        Term::Attack => ("propensity to attack", "攻击倾向"),
        Term::Empathy => ("empathy", "共情"),
        Term::Opacity | Term::Transparency | Term::Density => ("opacity", "不透明度"),
        Term::Authority => ("authority", "权威"),
        Term::Readiness => ("readiness", "戒备程度"),
        Term::DecisionTime => ("time to decide", "决策时间"),
        Term::Escalation => ("escalation", "升级"),
        Term::SecondStrike => ("second strike", "二次打击"),
        Term::Research => ("the spread of attitudes", "态度的传播"),
        Term::Sharing => ("the common pool", "公共分配"),
        Term::Border => ("travel", "跨国往来"),
        Term::Candour => ("concealment", "隐瞒"),
        Term::Blame => ("blame", "归咎"),
        Term::Enforcement => ("enforcement among people", "国内执法"),
        Term::Mitigation => ("mitigation", "减排"),
    }
}

fn rule(term: Term) -> Both {
    match term {
        Term::Parity => ("the tighter cap holds", "取较紧的上限"),
        Term::Target
        | Term::Care
        | Term::Foresight
        | Term::DecisionTime
        | Term::Research
        | Term::Shown
        | Term::Enforcement => ("their effects add up", "作用相加"),
        _ => ("their factors multiply, so the second works on what the first has left", "因子相乘，后者作用于前者所余"),
    }
}
