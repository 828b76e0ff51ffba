//! Graduated reciprocation: out of mutual defection by concessions of one's own.

use super::dilemma::{Payoffs, parameters};
use super::iterated::{choice_of_machines, dilemma, discount, share, stage, undecided};
use super::{Analysis, Fault, Finding, Line, Mark, Named, Parameter, Picture, Value, Values, real, whole, words};
use crate::number::Rational;
use crate::repeated::Match;
use crate::repeated::automaton::{all_d, graduated_reciprocation, guarded};
use crate::two::bimatrix::{Bimatrix, Player};

/// Most concessions that are tried.
const MOST: u8 = 40;

const PARAMETERS: [Parameter; 8] = {
    let [t, r, p, s] = parameters(["5", "3", "1", "0"]);
    let concessions = whole(
        "concessions",
        "2",
        ["1", "20"],
        "k: concessions made in a row, whatever comes back",
        "k：无论对方如何回应而连续作出的让步次数",
    );
    let caution = whole(
        "caution",
        "1",
        ["1", "20"],
        "m: concessions in a row that the other wants to see before it returns them",
        "m：对方回报之前要看到的连续让步次数",
    );
    let belief = real(
        "belief",
        "0.5",
        ["0", "1"],
        "p: probability that the other returns concessions and does not always defect",
        "p：对方会回报让步而非始终背叛的概率",
    );
    [t, r, p, s, discount("0.9"), concessions, caution, belief]
};

/// Osgood's way out.
pub const GAME: Named = Named {
    id: "graduated-reciprocation",
    title: words("Graduated reciprocation (GRIT)", "渐进互惠（GRIT）"),
    story: words(
        "Both defect because the other does. One side announces a few concessions and makes them without waiting for an \
         answer; if they are returned, it goes on, and if not, it returns to guard.",
        "双方皆因对方背叛而背叛。一方宣布若干让步，不待回应即付诸实行；若得到回报则继续，否则恢复戒备。",
    ),
    source: "Osgood 1962, An Alternative to War or Surrender",
    note: None,
    key: &["worthwhile", "threshold", "outcome"],
    claims: &["A95", "A101", "B97"],
    parameters: &PARAMETERS,
    labels: &[
        words("one", "甲"),
        words("other", "乙"),
        words("begin", "率先让步"),
        words("wait and return", "等待并回报"),
        words("always defect", "始终背叛"),
    ],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    dilemma(&p)?;
    let (stage, delta, belief) = (stage(&p)?, values.of("discount"), values.of("belief"));
    let [concessions, caution] = ["concessions", "caution"].map(|id| values.real(id) as u8);
    let (begin, wait) = (graduated_reciprocation(concessions), guarded(caution));
    let worth = |other| -> Result<Rational, Fault> {
        let pair = Match::new(&stage, &begin, other, Rational::zero()).map_err(undecided)?;
        Ok(pair.discounted(&delta).map_err(undecided)?.payoff(&stage, Player::Row))
    };
    let gain = &worth(&wait)? - &p.punishment;
    let loss = &p.punishment - &worth(&all_d())?;
    let expected = &(&belief * &gain) - &(&(&Rational::one() - &belief) * &loss);
    // What just pays is worth while if it is sure to be returned: a threshold of 1. The loss is never 0, as k ≥ 1 and δ < 1.
    let threshold = if !gain.is_negative() { loss.over(&(&loss + &gain)) } else { None };
    let mut findings = stakes(&gain, &loss, threshold.clone(), expected);
    findings.push(outcome(&stage, concessions, caution)?);
    findings.push(enough(&stage, caution)?);
    findings.push(Finding::new(
        "patience",
        words("least value of δᵐ at which concessions that are returned pay", "得到回报的让步划算所需的 δᵐ 的最小值"),
        words("δᵐ ≥ (P − S) / (R − S), where k > m", "δᵐ ≥ (P − S) / (R − S)，其中 k > m"),
        p.fear().over(&(&p.reward - &p.sucker)).unwrap_or_else(Rational::zero),
    ));
    let machines = [("begin", begin), ("wait and return", wait), ("always defect", all_d())];
    let title = "Graduated reciprocation";
    let game = choice_of_machines(title, &stage, &machines, &Rational::zero(), |pair| pair.discounted(&delta))?;
    Ok(Analysis { held: None, game: Some(game), findings, picture: Some(picture(&gain, &loss, threshold)) })
}

fn stakes(gain: &Rational, loss: &Rational, threshold: Option<Rational>, expected: Rational) -> Vec<Finding> {
    let never = words("it does not pay even if returned for certain", "即使必得回报也不划算");
    vec![
        Finding::new(
            "gain",
            words(
                "gain per round over mutual defection if concessions are returned, utility",
                "让步得到回报时，较互相背叛的每轮所得，效用",
            ),
            words("(1 − δᵐ)S + δᵐR − P, where k > m", "(1 − δᵐ)S + δᵐR − P，其中 k > m"),
            gain.clone(),
        ),
        Finding::new(
            "loss",
            words("loss per round if the other always defects, utility", "对方始终背叛时的每轮所失，效用"),
            "(1 − δᵏ)(P − S)",
            loss.clone(),
        ),
        Finding::new(
            "threshold",
            words("least probability of return at which it pays", "划算所需的最小回报概率"),
            words("loss / (loss + gain)", "所失 / (所失 + 所得)"),
            threshold.map_or(Value::Absent(never), Value::Exact),
        ),
        Finding::new(
            "worthwhile",
            words("whether it pays at this belief", "在此信念下是否划算"),
            "",
            !expected.is_negative(),
        ),
        Finding::new(
            "expected",
            words("expected gain per round, utility", "每轮的期望所得，效用"),
            words("p · gain − (1 − p) · loss", "p · 所得 − (1 − p) · 所失"),
            expected,
        ),
    ]
}

/// Where it ends with one who returns.
fn outcome(stage: &Bimatrix, concessions: u8, caution: u8) -> Result<Finding, Fault> {
    let said = match cooperation(stage, concessions, caution)? {
        both if both == Rational::one() => words("lasting mutual cooperation", "持久的互相合作"),
        both if both.is_zero() => words("mutual defection again", "重回互相背叛"),
        _ => words("taking turns at exploiting each other, for ever", "永远轮流利用对方"),
    };
    Ok(Finding::new("outcome", words("where it ends if concessions are returned", "让步得到回报时的结局"), "", said))
}

/// Least number of concessions that ends in lasting cooperation.
fn enough(stage: &Bimatrix, caution: u8) -> Result<Finding, Fault> {
    let name = words("least number of concessions that ends the lock-in for good", "彻底走出僵局所需的最少让步次数");
    for count in 1..=MOST {
        if cooperation(stage, count, caution)? == Rational::one() {
            return Ok(Finding::new("enough", name, "m + 1", Rational::from(i64::from(count))));
        }
    }
    let none = Value::Absent(words("more than 40", "多于 40 次"));
    Ok(Finding { id: "enough", name, formula: "m + 1".into(), value: none })
}

/// How often the one who began cooperates in the long run.
fn cooperation(stage: &Bimatrix, concessions: u8, caution: u8) -> Result<Rational, Fault> {
    let (begin, wait) = (graduated_reciprocation(concessions), guarded(caution));
    let pair = Match::new(stage, &begin, &wait, Rational::zero()).map_err(undecided)?;
    Ok(pair.long_run().map_err(undecided)?.cooperation(Player::Row))
}

fn picture(gain: &Rational, loss: &Rational, threshold: Option<Rational>) -> Picture {
    let expected = |p: &Rational| &(p * gain) - &(&(&Rational::one() - p) * loss);
    let points = (0..=20).map(|k| share(k, 20)).map(|p| (p.to_f64(), expected(&p).to_f64())).collect();
    let mark = threshold.map(|p| Mark { name: words("begins to pay", "开始划算"), at: (p.to_f64(), 0.0) });
    Picture {
        title: words("When announced concessions pay", "宣布让步何时值得"),
        x: words("probability that concessions are returned", "让步得到回报的概率"),
        y: words("expected gain per round over mutual defection, utility", "相对互相背叛的每轮期望所得，效用"),
        lines: vec![Line { name: words("expected gain", "期望所得"), points }],
        marks: mark.into_iter().collect(),
    }
}
