//! First-strike stability: what many warheads on few targets do to a crisis.

use super::parts::{UNIT, need, table};
use super::{Analysis, Fault, Finding, Game, Named, Value, Values, real, whole, words};
use crate::number::Rational;
use theory::closed_form::deterrence::{kent_thaler_type_cost, kent_thaler_type_index, kill_by_shots};
use theory::real::exp;

/// ln 5: what leaves one fifth undamaged.
const LN_5: f64 = 1.609_437_912_434_100_3;

/// Two equal forces; one shot at each silo, everything else at what the other values.
pub const GAME: Named = Named {
    id: "first-strike",
    title: words("First-strike stability", "首次打击稳定性"),
    story: words(
        "In a crisis each compares the cost of striking first with that of being struck. A warhead that can kill a silo \
         with several warheads makes haste pay; forces that cannot be found take the haste away.",
        "危机中各方比较先动手与遭先手打击的代价。若一枚弹头可摧毁载有多枚弹头的发射井，抢先动手便有利；无法被发现的力量则消除这种急迫。",
    ),
    source: "Kent & Thaler 1989, RAND R-3765-AF, 22, 26–29 and app. C, p. 61",
    note: Some(words(
        "Cost and index are theirs; the exchange and the damage curve are ours and stand in for theirs.",
        "代价与指数出自该报告；交战推演与毁伤曲线为本程序自拟，以代其原式。",
    )),
    key: &["index", "panic"],
    claims: &["A67", "A68"],
    parameters: &[
        whole("silos", "1000", ["1", "100000"], "silos of each side", "每方的发射井数"),
        whole("warheads", "3", ["1", "20"], "warheads in each silo", "每个发射井的弹头数"),
        real("kill", "0.8", UNIT, "probability that a shot destroys a silo", "一次射击摧毁一个发射井的概率"),
        real("safe", "0", ["0", "1000000"], "warheads of each side that cannot be found", "每方无法被发现的弹头数"),
        real(
            "scale",
            "1000",
            ["1", "1000000"],
            "warheads that leave one fifth of what a side values undamaged",
            "使一方所珍视之物仅余五分之一完好的弹头数",
        ),
    ],
    labels: &[words("one", "甲"), words("other", "乙"), words("wait", "等待"), words("strike", "动手")],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [silos, each, kill, safe, scale] = ["silos", "warheads", "kill", "safe", "scale"].map(|id| values.real(id));
    let left = silos * (1.0 - kill_by_shots(kill, 1)) * each + safe;
    let sent = silos * (each - 1.0) + safe;
    let damage = |warheads: f64| 1.0 - exp(-LN_5 * warheads / scale);
    let (own, enemy) = (damage(left), damage(sent));
    let (first, second) = (kent_thaler_type_cost(own, enemy), kent_thaler_type_cost(enemy, own));
    need(second > 0.0, words("being struck must cost something", "遭打击须有代价"))?;
    let index = kent_thaler_type_index([first; 2], [second; 2]);
    let absent =
        Value::Absent(words("striking first is no cheaper: nobody is in haste", "先动手并不更省：无人急于动手"));
    let panic = if first < second { Value::Real(2.0 * first / (first + second)) } else { absent };
    let findings = vec![
        Finding::new(
            "left",
            words("warheads left to the one that was struck", "遭打击一方所余弹头"),
            "A = silos · (1 − kill) · warheads + safe",
            left,
        ),
        Finding::new(
            "damage_first",
            words("damage to the one that strikes first, part of what it values", "先动手一方受损的比例"),
            "D₁ = 1 − 5^(−A / scale)",
            own,
        ),
        Finding::new(
            "damage_second",
            words("damage to the one that is struck", "遭打击一方受损的比例"),
            "D₂ = 1 − 5^(−(silos · (warheads − 1) + safe) / scale)",
            enemy,
        ),
        Finding::new(
            "cost_first",
            words("cost of striking first", "先动手的代价"),
            "K₁ = D₁^0.75 + 0.3 (1 − D₂^0.75)",
            first,
        ),
        Finding::new(
            "cost_second",
            words("cost of being struck first", "遭先手打击的代价"),
            "K₂ = D₂^0.75 + 0.3 (1 − D₁^0.75)",
            second,
        ),
        Finding::new(
            "index",
            words("stability: 1 where nobody gains by striking first", "稳定性：无人因先动手得利时为 1"),
            "min(1, K₁ / K₂)²",
            index,
        ),
        Finding::new(
            "panic",
            words("probability of being struck over which it is better to strike", "宜先动手的遭袭概率门槛"),
            "2K₁ / (K₁ + K₂)",
            panic,
        ),
    ];
    Ok(Analysis { held: None, game: Some(crisis(first, second)?), findings, picture: None })
}

/// Nobody strikes: nothing is lost. Both at once: each is as likely to be first.
fn crisis(first: f64, second: f64) -> Result<Game, Fault> {
    let exact = |value: f64| Rational::from_f64(-value).unwrap_or_else(Rational::zero);
    table("First strike", ["one", "other"], [&["wait", "strike"]; 2], |i, j| {
        let costs = |own: usize, other: usize| match (own, other) {
            (0, 0) => Rational::zero(),
            (0, _) => exact(second),
            (_, 0) => exact(first),
            _ => super::parts::half(&(&exact(first) + &exact(second))),
        };
        [costs(i, j), costs(j, i)]
    })
}
