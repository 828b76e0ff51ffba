//! Issue linkage: one threat for two issues, so that what one has to spare holds up the other.

use super::iterated::{discount, quotient, share};
use super::{Analysis, Fault, Finding, Line, Mark, Named, Picture, Value, Values, Words, real, words};
use crate::number::Rational;

const WIDE: [&str; 2] = ["0.001", "1000000"];

/// Two issues between the same two.
pub const GAME: Named = Named {
    id: "issue-linkage",
    title: words("Issue linkage", "议题挂钩"),
    story: words(
        "Two actors keep two agreements. Each tempts: whoever breaks it gains at once and loses its fruits from then on. \
         Linked, a breach of either ends both, so the safer agreement stands surety for the weaker.",
        "双方订有两项协议，各有违约的诱惑：违约即刻获益，此后则失去其收益。一经挂钩，违反其一即两项俱废，较稳固的协议遂为较脆弱者作保。",
    ),
    source: "Bernheim & Whinston 1990, RAND Journal of Economics 21(1), 1–26; Lohmann 1997, Journal of Conflict \
             Resolution 41(1), 38–67",
    note: None,
    key: &["effect", "patience_linked"],
    claims: &["A102", "B124"],
    parameters: &[
        real(
            "gain_a",
            "2",
            WIDE,
            "g₁: gain from breaking agreement A once, utility",
            "g₁：违反协议 A 一次的获益，效用",
        ),
        real("loss_a", "1", WIDE, "L₁: fruits of agreement A per round, utility", "L₁：协议 A 每轮的收益，效用"),
        real(
            "gain_b",
            "1",
            WIDE,
            "g₂: gain from breaking agreement B once, utility",
            "g₂：违反协议 B 一次的获益，效用",
        ),
        real("loss_b", "3", WIDE, "L₂: fruits of agreement B per round, utility", "L₂：协议 B 每轮的收益，效用"),
        discount("0.5"),
    ],
    labels: &[],
    analyse,
};

/// What breaking gains at once and loses in every round after.
struct Stake {
    gain: Rational,
    loss: Rational,
}

impl Stake {
    /// Least δ at which the fruits still to come outweigh the gain.
    fn patience(&self) -> Rational {
        quotient(&self.gain, &(&self.gain + &self.loss))
    }

    /// Fruits still to come less the gain: δ/(1−δ)·L − g. The range of δ keeps 1 − δ above zero.
    fn slack(&self, delta: &Rational) -> Rational {
        &(&quotient(delta, &(&Rational::one() - delta)) * &self.loss) - &self.gain
    }

    /// Both at once.
    fn with(&self, other: &Stake) -> Stake {
        Stake { gain: &self.gain + &other.gain, loss: &self.loss + &other.loss }
    }
}

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let delta = values.of("discount");
    let a = Stake { gain: values.of("gain_a"), loss: values.of("loss_a") };
    let b = Stake { gain: values.of("gain_b"), loss: values.of("loss_b") };
    let both = a.with(&b);
    let mut findings = Vec::new();
    for (id, name, formula, stake) in [
        (
            "patience_a",
            words("least discount factor for agreement A alone", "协议 A 单独维持所需的最小贴现因子"),
            "g₁ / (g₁ + L₁)",
            &a,
        ),
        (
            "patience_b",
            words("least discount factor for agreement B alone", "协议 B 单独维持所需的最小贴现因子"),
            "g₂ / (g₂ + L₂)",
            &b,
        ),
        (
            "patience_linked",
            words("least discount factor for both, linked", "两项挂钩后所需的最小贴现因子"),
            "Σg / (Σg + ΣL)",
            &both,
        ),
    ] {
        findings.push(Finding::new(id, name, formula, stake.patience()));
    }
    let slacks = [&a, &b, &both].map(|stake| stake.slack(&delta));
    for (id, name, slack) in [
        ("slack_a", words("slack of agreement A, utility", "协议 A 的余裕，效用"), &slacks[0]),
        ("slack_b", words("slack of agreement B, utility", "协议 B 的余裕，效用"), &slacks[1]),
        ("slack_linked", words("slack of both together, utility", "两项合计的余裕，效用"), &slacks[2]),
    ] {
        findings.push(Finding::new(id, name, "δL / (1 − δ) − g", slack.clone()));
    }
    findings.push(surety(&slacks[0], &slacks[1]));
    findings.push(Finding::new(
        "effect",
        words("what linking does at this discount factor", "在该贴现因子下挂钩的作用"),
        "",
        effect(&slacks),
    ));
    let [least, most] = [a.patience().min(b.patience()), a.patience().max(b.patience())];
    for (id, name, value) in [
        (
            "helps",
            words(
                "width of the range of discount factors in which linking saves an agreement",
                "挂钩可挽救协议的贴现因子区间宽度",
            ),
            &most - &both.patience(),
        ),
        (
            "harms",
            words(
                "width of the range in which linking would bring down one that holds alone",
                "挂钩会拖垮本可自立的协议的贴现因子区间宽度",
            ),
            &both.patience() - &least,
        ),
    ] {
        findings.push(Finding::new(id, name, "", value));
    }
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture([&a, &b, &both], &delta)) })
}

/// How much of one agreement's slack goes into the other's deficit.
fn surety(a: &Rational, b: &Rational) -> Finding {
    let (spare, lacking) = (a.max(b), a.min(b));
    let name = words(
        "share of the stronger agreement's slack that carries the weaker",
        "较强协议的余裕用于支撑较弱协议的份额",
    );
    let value = if !lacking.is_negative() {
        Value::Absent(words("neither is in deficit", "两者皆无亏缺"))
    } else if !spare.is_positive() {
        Value::Absent(words("neither has any to spare", "两者皆无余裕"))
    } else {
        let part = quotient(&-lacking, spare);
        let short = words("all of it, and that is not enough", "全部投入仍不足");
        if part > Rational::one() { Value::Absent(short) } else { Value::Exact(part) }
    };
    Finding {
        id: "surety", name, formula: words("−(lesser slack) / (greater slack)", "−较小余裕 / 较大余裕"), value
    }
}

fn effect([a, b, both]: &[Rational; 3]) -> Words {
    match (a.is_negative(), b.is_negative(), both.is_negative()) {
        (false, false, _) => words("none: both hold alone", "无：两者皆可自立"),
        (true, true, _) => words("none: both fail, alone and linked", "无：无论挂钩与否，两者皆不可维持"),
        (_, _, false) => words("it saves the agreement that fails alone", "挽救了无法自立的协议"),
        (_, _, true) => words("it brings down the agreement that holds alone", "拖垮了本可自立的协议"),
    }
}

/// Slack weighed per round, (1−δ)·slack = δL − (1−δ)g: a straight line that crosses zero at the threshold.
fn picture(stakes: [&Stake; 3], delta: &Rational) -> Picture {
    let even = |stake: &Stake, d: &Rational| &(d * &stake.loss) - &(&(&Rational::one() - d) * &stake.gain);
    let names = [words("agreement A", "协议 A"), words("agreement B", "协议 B"), words("linked", "挂钩")];
    let line = |(name, stake): (Words, &Stake)| {
        let points = (0..=20).map(|k| share(k, 20)).map(|d| (d.to_f64(), even(stake, &d).to_f64())).collect();
        Line { name, points }
    };
    let mark = |(name, stake): (Words, &Stake)| Mark { name, at: (stake.patience().to_f64(), 0.0) };
    let here = Mark { name: words("this discount factor", "当前贴现因子"), at: (delta.to_f64(), 0.0) };
    Picture {
        title: words("When agreements hold, alone and linked", "协议单独与挂钩时何时可守"),
        x: words("discount factor", "贴现因子"),
        y: words("slack per round, utility", "每轮余裕，效用"),
        lines: names.into_iter().zip(stakes).map(line).collect(),
        marks: names.into_iter().zip(stakes).map(mark).chain([here]).collect(),
    }
}
