//! The prisoner's dilemma with a future: how patient must both be for each threat to hold cooperation up?

use super::dilemma::{Payoffs, parameters};
use super::iterated::{choice_of_machines, dilemma, discount, quotient, stage, undecided};
use super::{Analysis, Fault, Finding, Line, Mark, Named, Parameter, Picture, Value, Values, Words, whole, words};
use crate::number::Rational;
use crate::repeated::Match;
use crate::repeated::automaton::{Automaton, Move, all_c, all_d, grim, limited_punishment, tit_for_tat};
use crate::repeated::patience::{narrow, simplest};
use crate::repeated::reply::{Solution, best_reply};
use crate::two::bimatrix::{Bimatrix, Player};

/// Longest punishment that is looked for.
const LONGEST: i64 = 500;

const PARAMETERS: [Parameter; 6] = {
    let [t, r, p, s] = parameters(["5", "3", "1", "0"]);
    let length = whole(
        "punishment_length",
        "2",
        ["1", "50"],
        "n: rounds for which a limited punishment lasts",
        "n：有限惩罚持续的轮数",
    );
    [t, r, p, s, discount("0.6"), length]
};

/// The shadow of the future.
pub const GAME: Named = Named {
    id: "repeated-dilemma",
    title: words("Repeated prisoner's dilemma", "重复囚徒困境"),
    story: words(
        "The same two meet again and again, and each can make the next round depend on this one. Whether cooperation \
         holds depends on how much the future counts and on how defection is answered.",
        "同样两方反复相遇，各自都能使下一轮取决于本轮。合作能否维持，取决于未来有多重要以及如何回应背叛。",
    ),
    source: "Friedman 1971, Review of Economic Studies 38(1), 1–12; Axelrod 1984, The Evolution of Cooperation, prop. 2",
    note: None,
    key: &["grim_holds", "patience_grim"],
    claims: &["A108"],
    parameters: &PARAMETERS,
    labels: &[
        words("one", "甲"),
        words("other", "乙"),
        words("always cooperate", "始终合作"),
        words("always defect", "始终背叛"),
        words("tit for tat", "以牙还牙"),
        words("grim trigger", "冷酷触发"),
    ],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    dilemma(&p)?;
    let (stage, delta) = (stage(&p)?, values.of("discount"));
    let length = values.real("punishment_length") as u8;
    let holds = |machine: &Automaton, solution| -> Result<Value, Fault> {
        let pair = Match::new(&stage, machine, machine, Rational::zero()).map_err(undecided)?;
        Ok(Value::Truth(pair.deviation(solution, &delta).map_err(undecided)?.is_none()))
    };
    let mut findings = thresholds(&p, length, &delta);
    for (id, name, machine, solution) in [
        (
            "grim_holds",
            words("whether the grim trigger holds cooperation up, credibly", "冷酷触发策略能否可信地维持合作"),
            grim(),
            Solution::SubgamePerfect,
        ),
        (
            "tit_for_tat_holds",
            words("whether tit for tat is a best reply to itself", "以牙还牙是否为对自身的最优反应"),
            tit_for_tat(),
            Solution::Nash,
        ),
        (
            "tit_for_tat_credible",
            words(
                "whether it is one after every history (subgame perfect)",
                "无论此前如何，是否仍为最优反应（子博弈完美）",
            ),
            tit_for_tat(),
            Solution::SubgamePerfect,
        ),
        (
            "limited_holds",
            words("whether n rounds of punishment hold cooperation up, credibly", "n 轮惩罚能否可信地维持合作"),
            limited_punishment(length),
            Solution::SubgamePerfect,
        ),
    ] {
        findings.push(Finding::new(id, name, "", holds(&machine, solution)?));
    }
    findings.push(reply_to_tit_for_tat(&stage, &delta)?);
    let machines = [
        ("always cooperate", all_c()),
        ("always defect", all_d()),
        ("tit for tat", tit_for_tat()),
        ("grim trigger", grim()),
    ];
    let title = "Repeated prisoner's dilemma";
    let game = choice_of_machines(title, &stage, &machines, &Rational::zero(), |pair| pair.discounted(&delta))?;
    Ok(Analysis {
        held: Some(words(
            "The table holds four plans for the whole game. The equilibria are checked against these four only; other deviations are checked in the results.",
            "表中为整局博弈的四种计划。所列均衡仅针对这四种计划检验；对其他偏离的检验见于结果。",
        )),
        game: Some(game),
        findings,
        picture: Some(picture(&p, &delta)),
    })
}

/// Least discount factors, by threat, and the least punishment.
fn thresholds(p: &Payoffs, length: u8, delta: &Rational) -> Vec<Finding> {
    let grim = quotient(&p.greed(), &(&p.temptation - &p.punishment));
    let match_it = quotient(&p.greed(), &(&p.reward - &p.sucker)).max(grim.clone());
    let match_it = if match_it < Rational::one() { Value::Exact(match_it) } else { Value::Absent(NEVER) };
    vec![
        Finding::new(
            "patience_grim",
            words("least discount factor for the grim trigger", "冷酷触发策略所需的最小贴现因子"),
            "(T − R) / (T − P)",
            grim,
        ),
        Finding::new(
            "patience_tit_for_tat",
            words("least discount factor for tit for tat", "以牙还牙策略所需的最小贴现因子"),
            "max{(T − R) / (T − P), (T − R) / (R − S)}",
            match_it,
        ),
        Finding::new(
            "patience_limited",
            words("least discount factor for n rounds of punishment", "n 轮惩罚所需的最小贴现因子"),
            "T − R = (R − P)(δ + … + δⁿ)",
            patience_limited(p, i64::from(length)),
        ),
        Finding::new(
            "length",
            words("least number of rounds of punishment at this discount factor", "该贴现因子下所需的最少惩罚轮数"),
            words("least n with T − R ≤ (R − P)(δ + … + δⁿ)", "满足 T − R ≤ (R − P)(δ + … + δⁿ) 的最小 n"),
            least_length(p, delta),
        ),
    ]
}

const NEVER: Words = words("no discount factor below one is enough", "任何小于一的贴现因子都不够");

/// Whether n rounds of mutual defection, from the next round on, cost at least what defecting once gains.
fn punished(p: &Payoffs, length: i64, delta: &Rational) -> bool {
    let loss = &p.reward - &p.punishment;
    // Horner: δ + … + δⁿ = δ(1 + δ(1 + …)).
    let sum = (0..length).fold(Rational::zero(), |sum, _| delta * &(&Rational::one() + &sum));
    p.greed() <= &loss * &sum
}

/// The root of T − R = (R − P)(δ + … + δⁿ), exactly where it is a fraction, else the middle of a bracket narrower
/// than 2⁻⁶⁰.
fn patience_limited(p: &Payoffs, length: i64) -> Value {
    let one = Rational::one();
    let loss = &p.reward - &p.punishment;
    if p.greed() >= &loss * &Rational::from(length) {
        return Value::Absent(NEVER);
    }
    let Some(width) = Rational::new(1.into(), (1_i64 << 60).into()) else { return Value::Absent(NEVER) };
    let asked = |delta: &Rational| Ok::<_, ()>(punished(p, length, delta));
    let Ok((fails, holds)) = narrow(Rational::zero(), one, &width, asked) else { return Value::Absent(NEVER) };
    let simple = simplest(&fails, &holds);
    // The sum grows with δ, so the border is where both sides are equal.
    let sum = (0..length).fold(Rational::zero(), |sum, _| &simple * &(&Rational::one() + &sum));
    if p.greed() == &loss * &sum { Value::Exact(simple) } else { Value::Real(holds.to_f64()) }
}

/// Least n for which the punishment is enough.
fn least_length(p: &Payoffs, delta: &Rational) -> Value {
    let need = quotient(&p.greed(), &(&p.reward - &p.punishment));
    let (mut sum, mut power) = (Rational::zero(), Rational::one());
    let enough = (1..=LONGEST).find(|_| {
        power = &power * delta;
        sum = &sum + &power;
        sum >= need
    });
    let none = words("no punishment of up to 500 rounds is enough", "500 轮以内的惩罚都不够");
    enough.map_or(Value::Absent(none), |n| Value::Exact(Rational::from(n)))
}

/// What pays best against tit for tat: the answer turns from defecting to taking turns to cooperating.
fn reply_to_tit_for_tat(stage: &Bimatrix, delta: &Rational) -> Result<Finding, Fault> {
    let reply = best_reply(stage, Player::Row, &tit_for_tat(), &Rational::zero(), delta).map_err(undecided)?;
    let at_least = |state: usize| {
        reply.pays.get(state).is_some_and(|pays| pays[Move::Cooperate.index()] >= pays[Move::Defect.index()])
    };
    let said = match (at_least(0), at_least(1)) {
        (true, _) => words("always to cooperate", "始终合作"),
        (false, true) => words("to defect and cooperate in turn", "背叛与合作交替"),
        (false, false) => words("always to defect", "始终背叛"),
    };
    let name = words("what pays best against tit for tat", "对以牙还牙的最优反应");
    Ok(Finding::new("reply", name, words("policy iteration in fractions", "以分数作策略迭代"), said))
}

fn picture(p: &Payoffs, delta: &Rational) -> Picture {
    let [t, r, q, s] = [&p.temptation, &p.reward, &p.punishment, &p.sucker].map(Rational::to_f64);
    let line = |name, pays: &dyn Fn(f64) -> f64| {
        let points = (0..100).map(|k| f64::from(k) / 100.0).map(|d| (d, pays(d))).collect();
        Line { name, points }
    };
    let lines = vec![
        line(words("always cooperate", "始终合作"), &|_| r),
        line(words("always defect", "始终背叛"), &|d| (1.0 - d) * t + d * q),
        line(words("defect and cooperate in turn", "背叛与合作交替"), &|d| (t + d * s) / (1.0 + d)),
    ];
    let here = Mark { name: words("this discount factor", "当前贴现因子"), at: (delta.to_f64(), r) };
    Picture {
        title: words("What pays against tit for tat", "对以牙还牙何者有利"),
        x: words("discount factor", "贴现因子"),
        y: words("payoff per round against tit for tat, utility", "对以牙还牙的每轮收益，效用"),
        lines,
        marks: vec![here],
    }
}
