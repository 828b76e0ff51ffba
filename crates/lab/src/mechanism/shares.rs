//! Sharing out an outcome among causes: Shapley values over cuts (model §10), replication by replication.

use super::cuts::Cut;
use super::engine::{Explained, Variant};
use super::measured::At;
use super::{ShapleyRow, Sharing};
use crate::scenario::Text;
use crate::statistics::{effect, mean};

/// The causes, in a fixed order, and how each is switched off.
const CAUSES: [(Cut, &str, &str, &str, &str, &str); 5] = [
    (Cut::Anarchy, "anarchy", "anarchy", "无政府状态", "full authority over every pair", "对每一对行为体取充分权威"),
    (
        Cut::Uncertainty,
        "intention-uncertainty",
        "uncertainty of intentions",
        "意图的不确定性",
        "motives known from the start",
        "动机从一开始即为人所知",
    ),
    (
        Cut::Bias,
        "cognitive-bias",
        "cognitive bias",
        "认知偏差",
        "bad news counts once, no misperception, full empathy",
        "坏消息只计一次，无误判，充分共情",
    ),
    (
        Cut::PowerChange,
        "power-change",
        "change of power",
        "实力变化",
        "output stays as it was at the start",
        "产出保持期初值",
    ),
    (
        Cut::FirstStrike,
        "first-strike-fear",
        "fear of the first strike",
        "对先发制人的恐惧",
        "striking first brings nothing",
        "先发制人无利可得",
    ),
];
const COUNT: usize = CAUSES.len();

/// The run in which only the causes of `mask` are on.
fn only(mask: usize) -> Variant {
    let cuts = (0..COUNT).filter(|c| mask & (1 << c) == 0).map(|c| CAUSES[c].0).collect();
    Variant { cuts, remedies: Vec::new() }
}

/// Every run that sharing out needs.
pub(super) fn variants() -> Vec<Variant> {
    (0..1 << COUNT).map(only).collect()
}

/// Weight of a coalition of `size` others in a game of [`COUNT`] players: s!(n−s−1)!/n! (Shapley 1953).
fn weight(size: usize) -> f64 {
    let factorial = |n: usize| (1..=n).product::<usize>() as f64;
    factorial(size) * factorial(COUNT - size - 1) / factorial(COUNT)
}

/// Shapley value of cause `c` in every replication; `outcome[mask]` holds the outcome with only `mask` on.
fn value(outcome: &[Vec<f64>], c: usize) -> Vec<f64> {
    let mut total = vec![0.0; outcome[0].len()];
    for mask in (0..1usize << COUNT).filter(|mask| mask & (1 << c) == 0) {
        let w = weight(mask.count_ones() as usize);
        for ((sum, with), without) in total.iter_mut().zip(&outcome[mask | (1 << c)]).zip(&outcome[mask]) {
            *sum += w * (with - without);
        }
    }
    total
}

/// A share of the whole: ratio of means, with a 95 % interval by the delta method.
fn share(part: &[f64], whole: &[f64]) -> [f64; 3] {
    let (a, b, n) = (mean(part), mean(whole), part.len() as f64);
    if b.abs() < 1e-12 {
        return [0.0, 0.0, 0.0];
    }
    let ratio = a / b;
    let square: f64 = part.iter().zip(whole).map(|(p, w)| (p - ratio * w) * (p - ratio * w)).sum();
    let half = if n > 1.0 { 1.96 * (square / (n * (n - 1.0))).sqrt() / b.abs() } else { f64::INFINITY };
    [ratio, ratio - half, ratio + half]
}

fn sharing(explained: &Explained, id: &str, at: At, outcome: Text) -> Sharing {
    let table: Vec<Vec<f64>> = (0..1 << COUNT).map(|mask| explained.values(explained.find(&only(mask)), at)).collect();
    let whole: Vec<f64> = table[(1 << COUNT) - 1].iter().zip(&table[0]).map(|(on, off)| on - off).collect();
    let values: Vec<Vec<f64>> = (0..COUNT).map(|c| value(&table, c)).collect();
    let causes = CAUSES.iter().zip(&values).map(|((_, id, en, zh, cut, cut_zh), values)| ShapleyRow {
        id: (*id).into(),
        name: Text::new(en, zh),
        cut: Text::new(cut, cut_zh),
        value: effect(values),
        share: share(values, &whole),
    });
    Sharing { id: id.into(), outcome, whole: effect(&whole), causes: causes.collect(), sentence: sentence(&values) }
}

/// Which cause is largest, and whether the runs decide.
fn sentence(values: &[Vec<f64>]) -> Text {
    let mut order: Vec<usize> = (0..COUNT).collect();
    order.sort_by(|&a, &b| mean(&values[b]).total_cmp(&mean(&values[a])));
    let (first, second) = (order[0], order[1]);
    let lead: Vec<f64> = values[first].iter().zip(&values[second]).map(|(a, b)| a - b).collect();
    let name = |c: usize| (CAUSES[c].2, CAUSES[c].3);
    let ((a, a_zh), (b, b_zh)) = (name(first), name(second));
    if effect(&lead).ci95[0] > 0.0 {
        Text::new(
            &format!("The largest share falls to {a}, ahead of {b}."),
            &format!("最大份额归于{a_zh}，其次为{b_zh}。"),
        )
    } else {
        Text::new(
            &format!("The runs do not decide whether {a} or {b} has the larger share."),
            &format!("运行不足以判定{a_zh}与{b_zh}何者份额更大。"),
        )
    }
}

/// Both outcomes shared out.
pub(super) fn shares(explained: &Explained) -> Vec<Sharing> {
    vec![
        sharing(
            explained,
            "hazard",
            At::Insecurity,
            Text::new(
                "∫ hazard of deliberate attack over the period, sum over actors",
                "全期所受蓄意攻击危险率的累积，各方之和",
            ),
        ),
        sharing(
            explained,
            "effort",
            At::Strengthening,
            Text::new(
                "effort over baseline, in logs, mean over actors and years",
                "投入与基线之比的对数，各方各年均值",
            ),
        ),
    ]
}
