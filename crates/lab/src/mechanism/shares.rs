//! Sharing out an outcome among causes: Shapley values over cuts (model §10), replication by replication.

use super::cuts::Cut;
use super::engine::{Explained, Variant};
use super::measured::At;
use super::{ShapleyRow, Sharing};
use crate::scenario::Text;
use crate::statistics::{effect, mean};
use crate::wording::rounded;

/// A cause: how it is switched off, its id, its name and its cut in both languages.
type Cause = (Cut, &'static str, &'static str, &'static str, &'static str, &'static str);

/// Causes among which an outcome is shared out, in a fixed order.
pub(super) struct Causes(&'static [Cause]);

/// Those of the traditional dilemma.
pub(super) const TRADITIONAL: Causes = Causes(&[
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
]);

/// The three uncertainties of the non-traditional one.
pub(super) const UNCERTAINTIES: Causes = Causes(&[
    (
        Cut::Uncertainty,
        "intention-uncertainty",
        "uncertainty of intentions",
        "意图的不确定性",
        "motives known from the start",
        "动机从一开始即为人所知",
    ),
    (
        Cut::PolicyError,
        "policy-error",
        "uncertainty of policy analysis",
        "政策分析的不确定性",
        "states make no error in their own analysis",
        "国家自身的分析毫无误差",
    ),
    (
        Cut::Nature,
        "nature",
        "uncertainty of nature",
        "自然的不确定性",
        "what the virus is and does is its median in every run",
        "病毒的各项性质在每次运行中均取中位数",
    ),
]);

impl Causes {
    fn count(&self) -> usize {
        self.0.len()
    }

    /// The run in which only the causes of `mask` are on.
    fn only(&self, mask: usize) -> Variant {
        let cuts = (0..self.count()).filter(|c| mask & (1 << c) == 0).map(|c| self.0[c].0).collect();
        Variant { cuts, remedies: Vec::new() }
    }

    /// Every run that sharing out needs.
    pub fn variants(&self) -> Vec<Variant> {
        (0..1 << self.count()).map(|mask| self.only(mask)).collect()
    }

    /// Weight of a coalition of `size` others: s!(n−s−1)!/n! (Shapley 1953).
    fn weight(&self, size: usize) -> f64 {
        let factorial = |n: usize| (1..=n).product::<usize>() as f64;
        factorial(size) * factorial(self.count() - size - 1) / factorial(self.count())
    }

    /// Shapley value of cause `c` in every replication; `outcome[mask]` holds the outcome with only `mask` on.
    fn value(&self, outcome: &[Vec<f64>], c: usize) -> Vec<f64> {
        let mut total = vec![0.0; outcome[0].len()];
        for mask in (0..1usize << self.count()).filter(|mask| mask & (1 << c) == 0) {
            let w = self.weight(mask.count_ones() as usize);
            for ((sum, with), without) in total.iter_mut().zip(&outcome[mask | (1 << c)]).zip(&outcome[mask]) {
                *sum += w * (with - without);
            }
        }
        total
    }

    /// An outcome shared out, and the value of every cause in every replication.
    fn share_out(&self, explained: &Explained, id: &str, at: At, outcome: Text) -> (Sharing, Vec<Vec<f64>>) {
        let (count, on) = (self.count(), (1 << self.count()) - 1);
        let run = |mask| explained.values(explained.find(&self.only(mask)), at);
        let table: Vec<Vec<f64>> = (0..=on).map(run).collect();
        let whole: Vec<f64> = table[on].iter().zip(&table[0]).map(|(on, off)| on - off).collect();
        let values: Vec<Vec<f64>> = (0..count).map(|c| self.value(&table, c)).collect();
        let causes = self.0.iter().zip(&values).map(|((_, id, en, zh, cut, cut_zh), values)| ShapleyRow {
            id: (*id).into(),
            name: Text::new(en, zh),
            cut: Text::new(cut, cut_zh),
            value: effect(values),
            share: share(values, &whole),
        });
        let (causes, sentence) = (causes.collect(), self.sentence(&values));
        (Sharing { id: id.into(), outcome, whole: effect(&whole), causes, sentence }, values)
    }

    /// Which cause is largest, and whether the runs decide.
    fn sentence(&self, values: &[Vec<f64>]) -> Text {
        let mut order: Vec<usize> = (0..self.count()).collect();
        order.sort_by(|&a, &b| mean(&values[b]).total_cmp(&mean(&values[a])));
        let (first, second) = (order[0], order[1]);
        let name = |c: usize| (self.0[c].2, self.0[c].3);
        let ((a, a_zh), (b, b_zh)) = (name(first), name(second));
        if ahead(&values[first], &values[second]) {
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
}

/// Whether the first is clearly larger than the second.
fn ahead(first: &[f64], second: &[f64]) -> bool {
    let lead: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
    effect(&lead).ci95[0] > 0.0
}

/// Without shares, where the runs cannot tell the whole from nothing.
fn only_clear((mut sharing, values): (Sharing, Vec<Vec<f64>>)) -> (Sharing, Vec<Vec<f64>>) {
    let [low, high] = sharing.whole.ci95;
    if low <= 0.0 && high >= 0.0 {
        sharing.causes.iter_mut().for_each(|cause| cause.share = [f64::NAN; 3]);
        sharing.sentence = Text::new(
            "The runs cannot tell from nothing what the three together change, so no shares are given.",
            "三者合计的变化与零不可区分，故不列份额。",
        );
    }
    (sharing, values)
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

/// Both outcomes of the traditional dilemma shared out.
pub(super) fn traditional(explained: &Explained) -> Vec<Sharing> {
    let hazard = Text::new(
        "∫ hazard of deliberate attack over the period, sum over actors",
        "全期所受蓄意攻击危险率的累积，各方之和",
    );
    let effort =
        Text::new("effort over baseline, in logs, mean over actors and years", "投入与基线之比的对数，各方各年均值");
    vec![
        TRADITIONAL.share_out(explained, "hazard", At::Insecurity, hazard).0,
        TRADITIONAL.share_out(explained, "effort", At::Strengthening, effort).0,
    ]
}

/// Hoarding and deaths shared out among the three uncertainties, and whether that of intentions is the core.
pub(super) fn uncertainties(explained: &Explained) -> (Vec<Sharing>, Text) {
    let hoarding = Text::new("share of a surplus that is hoarded, mean", "囤积盈余的份额，均值");
    let deaths = Text::new("deaths per million people of the world", "全世界每百万人死亡数");
    let (of_hoarding, in_hoarding) = only_clear(UNCERTAINTIES.share_out(explained, "hoarding", At::Hoarding, hoarding));
    let (of_deaths, in_deaths) = only_clear(UNCERTAINTIES.share_out(explained, "deaths", At::WorldDeaths, deaths));
    let amount = |values: &[Vec<f64>], at: At| {
        (Standing::of(values), mean(&values[0]), mean(&explained.values(explained.find(&Variant::whole()), at)))
    };
    let core = core([amount(&in_hoarding, At::Hoarding), amount(&in_deaths, At::WorldDeaths)]);
    (vec![of_hoarding, of_deaths], core)
}

/// What the runs say of “the uncertainty of intentions is the core cause” of one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It adds to the outcome, and more than either of the others.
    Core,
    /// Another adds more, or it adds nothing.
    Not,
    /// They do not decide.
    Open,
}

impl Standing {
    /// Of Shapley values by cause, that of intentions first.
    fn of(values: &[Vec<f64>]) -> Standing {
        let [low, high] = effect(&values[0]).ci95;
        if high <= 0.0 || values[1..].iter().any(|other| ahead(other, &values[0])) {
            Standing::Not
        } else if low > 0.0 && values[1..].iter().all(|other| ahead(&values[0], other)) {
            Standing::Core
        } else {
            Standing::Open
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Standing::Core => ("holds", "成立"),
            Standing::Not => ("does not hold", "不成立"),
            Standing::Open => ("is not decided by these runs", "这些运行不足以判定"),
        }
    }
}

/// The claim for both outcomes, with what intentions add and the level they add it to.
fn core([(hoarding, kept, of_kept), (deaths, dead, of_dead)]: [(Standing, f64, f64); 2]) -> Text {
    let ((a, a_zh), (b, b_zh)) = (hoarding.words(), deaths.words());
    let kept = format!("{kept:+.4}").replace('-', "−");
    let dead = if dead > 0.0 { format!("+{}", rounded(dead)) } else { rounded(dead) };
    let of_dead = rounded(of_dead);
    Text::new(
        &format!(
            "That the uncertainty of intentions is the core cause, ahead of one’s own analysis and of nature, {a} for hoarding ({kept} of a share kept of {of_kept:.3}) and {b} for the world’s deaths ({dead} of {of_dead} per million)."
        ),
        &format!(
            "“意图的不确定性是核心成因，先于自身分析与自然”这一论断：就囤积而言，{a_zh}（在留存份额{of_kept:.3}之中占{kept}）；就全世界死亡而言，{b_zh}（在每百万人{of_dead}之中占{dead}）。"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_the_core_is_found_in_the_runs_not_stated() {
        let around = |middle: f64| (0..40).map(|l| middle + 0.1 * f64::from(l % 5)).collect::<Vec<f64>>();
        let (large, small, under) = (around(3.0), around(1.0), around(-2.0));
        assert_eq!(Standing::of(&[large.clone(), small.clone(), under.clone()]), Standing::Core);
        assert_eq!(Standing::of(&[small.clone(), large, under.clone()]), Standing::Not);
        assert_eq!(Standing::of(&[under.clone(), small.clone(), under.clone()]), Standing::Not);
        assert_eq!(Standing::of(&[under.clone(), under.clone(), under.clone()]), Standing::Not);
        assert_eq!(Standing::of(&[small.clone(), small, under]), Standing::Open);
    }
}
