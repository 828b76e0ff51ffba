//! Launch on warning: what an alarm proves when attacks are rare.

use super::parts::{UNIT, curve, mark, rest};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, real, whole, words};
use crate::number::Rational;
use theory::closed_form::deterrence::{attack_given_alarms, evidence_bits};

/// Independent sensors that all sound the alarm.
pub const GAME: Named = Named {
    id: "false-alarm",
    title: words("Launch on warning", "预警即发射"),
    story: words(
        "In quiet times an alarm is nearly always false, however good the sensor. In a crisis attack is thought likely \
         beforehand, and the same false alarm becomes convincing: the danger lies in the crisis, not in the sensor.",
        "平静时期，无论传感器多好，警报几乎总是误报。危机之中，事前便以为攻击可能，同样的误报于是令人信服：危险在于危机，不在于传感器。",
    ),
    source: "Sagan 1993, The Limits of Safety",
    note: Some(words(
        "The mechanism is Sagan's; the probabilities follow from Bayes' rule.",
        "机制出自 Sagan；概率依贝叶斯法则推得。",
    )),
    key: &["attack", "launches", "sensors_needed"],
    claims: &["A61", "A62", "A65"],
    parameters: &[
        real(
            "prior",
            "1e-7",
            ["1e-12", "0.999999"],
            "π: probability of an attack in the interval before any alarm",
            "π：警报之前，时段内发生攻击的概率",
        ),
        real("detection", "0.99", UNIT, "s: probability that a sensor sees an attack", "s：传感器发现攻击的概率"),
        real(
            "false_alarm",
            "0.0001",
            ["1e-12", "1"],
            "f: probability of a false alarm of a sensor in the interval",
            "f：时段内传感器误报的概率",
        ),
        whole("sensors", "1", ["1", "20"], "k: independent sensors that sound the alarm", "k：同时报警的独立传感器数"),
        real(
            "needed",
            "0.9",
            ["0.001", "0.999999"],
            "probability at which somebody would launch",
            "足以促成发射的概率",
        ),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [prior, detection, false_alarm, needed] =
        ["prior", "detection", "false_alarm", "needed"].map(|id| values.of(id));
    let count = values.real("sensors") as u32;
    let posterior = |sensors: u32| {
        let both = |p: &Rational| (0..sensors).fold(Rational::one(), |product, _| &product * p);
        let attack = &prior * &both(&detection);
        attack.over(&(&attack + &(&rest(&prior) * &both(&false_alarm)))).unwrap_or_else(Rational::zero)
    };
    let enough = (1..=20).find(|sensors| posterior(*sensors) >= needed);
    let none = Value::Absent(words("not even twenty", "二十个也不够"));
    let now = posterior(count);
    let fires = now >= needed;
    let findings = vec![
        Finding::new(
            "attack",
            words("probability of an attack, given the alarm", "警报之下发生攻击的概率"),
            "π s^k / (π s^k + (1 − π) f^k)",
            now,
        ),
        Finding::new(
            "launches",
            words("whether that is enough to launch", "是否足以促成发射"),
            words("P(attack | alarm) ≥ needed", "P(攻击 | 警报) ≥ needed"),
            fires,
        ),
        Finding::new(
            "bits",
            words("evidence needed from the prior to there, bits", "从先验到该概率所需的证据，比特"),
            "log₂[needed / (1 − needed) · (1 − π) / π]",
            if prior > needed {
                Value::Absent(words("none: it would be launched without any", "无需证据：没有警报也会发射"))
            } else {
                evidence_bits(prior.to_f64(), needed.to_f64()).into()
            },
        ),
        Finding::new(
            "sensors_needed",
            words("how many sensors must agree", "须有几个传感器一致报警"),
            words("least k with P(attack | alarm) ≥ needed", "满足 P(攻击 | 警报) ≥ needed 的最小 k"),
            enough.map_or(none, |k| Value::Exact(Rational::from(i64::from(k)))),
        ),
    ];
    let (s, f) = (detection.to_f64(), false_alarm.to_f64());
    // Over powers of ten: quiet times and crises lie many of them apart.
    let at = move |power: f64| attack_given_alarms(theory::real::exp(power * std::f64::consts::LN_10), s, f, count);
    let here = theory::real::ln(prior.to_f64()) / std::f64::consts::LN_10;
    let picture = Picture {
        title: words("What an alarm proves", "警报能证明什么"),
        x: words("probability of an attack before the alarm, powers of ten", "警报之前的攻击概率，以十的幂次计"),
        y: words("probability after it", "警报之后的概率"),
        lines: vec![curve(words("given the alarm", "警报之下"), -12.0, -0.01, at)],
        marks: vec![mark(words("here", "当前"), here, at(here))],
    };
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture) })
}
