//! Guns and butter: the least arms that make a surprise attack not worth it.

use super::parts::{UNIT, curve, mark, need};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, Words, real, words};

/// Two equals, arms that last one period, a contest decided by the share of arms, a winner who keeps all.
pub const GAME: Named = Named {
    id: "guns-and-butter",
    title: words("Guns and butter", "大炮与黄油"),
    story: words(
        "Arms eat what they protect. Each must keep enough that the other gains nothing by arming in secret and taking \
         everything. The more the future counts, the more there is to take: patience makes this peace harder, not easier.",
        "军备消耗其所保护之物。各方须保有足够军备，使对方暗中扩军、夺取一切也无利可图。未来越重要，可夺取的就越多：耐心使这种和平更难，而非更易。",
    ),
    source: "Powell 1993, American Political Science Review 87(1), 115–132",
    note: Some(words(
        "The idea is Powell's; the closed forms are derived here.",
        "思想出自 Powell；闭式由本程序推导。",
    )),
    key: &["possible", "least"],
    claims: &["A22", "A160"],
    parameters: &[
        real("income", "1", ["0", "1000000"], "r: what each has per period", "r：每方每期的资源"),
        real("destroyed", "0.4", UNIT, "d: part of everything that a war destroys", "d：战争毁坏的比例"),
        real("discount", "0.6", ["0", "0.999"], "δ: what the next period counts today", "δ：下一期的现值系数"),
    ],
    labels: &[],
    analyse,
};

/// Income, destruction, patience.
#[derive(Clone, Copy)]
struct State {
    income: f64,
    destroyed: f64,
    discount: f64,
}

impl State {
    /// √(δW), W = 2r(1 − d)/(1 − δ): the root of what a winner has from tomorrow on, valued today.
    fn root_of_prize(self) -> f64 {
        (self.discount * 2.0 * self.income * (1.0 - self.destroyed) / (1.0 - self.discount)).sqrt()
    }

    /// Least and most arms of both at which peace holds, for d ≥ δ/2.
    fn window(self) -> [f64; 2] {
        // At d = δ/2 rounding may leave less than nothing under the root.
        let spread = (self.discount * self.income * (2.0 * self.destroyed - self.discount)).max(0.0).sqrt();
        let middle = (1.0 - self.discount) * self.root_of_prize();
        let square = |root: f64| (root / (2.0 - self.discount)) * (root / (2.0 - self.discount));
        let most = square(middle + spread);
        // So large an attack could not be paid for: all of income is the best that is left.
        let bounded = || self.income * (1.0 - 2.0 * self.discount * (1.0 - self.destroyed)).max(0.0).sqrt();
        // Against so many arms no attack pays at all, and the most that is gained is one period without arms.
        let disarmed = self.discount * self.income;
        let most = if self.root_of_prize() * self.root_of_prize() <= disarmed {
            disarmed
        } else if self.surprise(most) > self.income {
            bounded()
        } else {
            most
        };
        [square((middle - spread).max(0.0)), most]
    }

    /// Arms of the best surprise attack on arms m if income allows: √(δWm) − m.
    fn surprise(self, arms: f64) -> f64 {
        (arms.sqrt() * self.root_of_prize() - arms).max(0.0)
    }

    /// What the best surprise attack on arms m > 0 is worth: r + (√(δW) − √m)² where income allows its arms.
    fn attack(self, arms: f64) -> f64 {
        let root = self.root_of_prize();
        let own = self.surprise(arms).min(self.income);
        let win = if arms > 0.0 { own / (own + arms) } else { 1.0 };
        self.income - own + win * root * root
    }

    /// What peace at arms m is worth: (r − m)/(1 − δ).
    fn peace(self, arms: f64) -> f64 {
        (self.income - arms) / (1.0 - self.discount)
    }
}

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let state =
        State { income: values.real("income"), destroyed: values.real("destroyed"), discount: values.real("discount") };
    need(state.income > 0.0, words("income must be above 0", "income 须大于 0"))?;
    let possible = super::parts::twice(&values.of("destroyed")) >= values.of("discount");
    const NONE: Words = words("no arms are enough", "多少军备都不够");
    let window = possible.then(|| state.window());
    let told = |value: Option<f64>| value.map_or(Value::Absent(NONE), Value::Real);
    let least = window.map(|[least, _]| least);
    let findings = vec![
        Finding::new(
            "possible",
            words("whether some arms keep the peace", "是否存在能维持和平的军备水平"),
            "d ≥ δ/2",
            possible,
        ),
        Finding::new(
            "least",
            words(
                "least arms of both that keep the peace, in units of income",
                "维持和平所需的最小军备（与资源同单位）",
            ),
            words(
                "√m = ((1 − δ)w − √(δr(2d − δ))) / (2 − δ), w² = 2δr(1 − d)/(1 − δ); 0 if d ≥ 1/2",
                "√m = ((1 − δ)w − √(δr(2d − δ))) / (2 − δ)，w² = 2δr(1 − d)/(1 − δ)；d ≥ 1/2 时为 0",
            ),
            told(least),
        ),
        Finding::new(
            "most",
            words("most arms of both at which peace is still worth keeping", "和平仍值得维持的最大军备"),
            words(
                "the same with + √(δr(2d − δ)); r√(1 − 2δ(1 − d)) where the attack would cost more than r; δr where none pays",
                "同上，改为 + √(δr(2d − δ))；突袭所需超过 r 时为 r√(1 − 2δ(1 − d))；任何突袭都不合算时为 δr",
            ),
            told(window.map(|[_, most]| most)),
        ),
        Finding::new(
            "butter",
            words("what is left to live on", "余下的民生资源"),
            "r − m",
            told(least.map(|m| state.income - m)),
        ),
        Finding::new(
            "surprise",
            words("arms of the best surprise attack on the least arms", "对最小军备发动最优突袭所需的军备"),
            "√m · w − m",
            told(least.map(|m| state.surprise(m))),
        ),
        Finding::new(
            "attack",
            words("value of that attack", "该突袭的价值"),
            "r + (w − √m)²",
            told(least.map(|m| state.attack(m))),
        ),
        Finding::new(
            "peace",
            words("value of peace at the least arms", "最小军备下和平的价值"),
            "(r − m) / (1 − δ)",
            told(least.map(|m| state.peace(m))),
        ),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture(state, least)) })
}

/// Peace and the best attack over arms.
fn picture(state: State, least: Option<f64>) -> Picture {
    Picture {
        title: words("Arms that keep the peace", "维持和平所需的军备"),
        x: words("arms of both", "双方军备"),
        y: words("value, in units of income", "价值（与资源同单位）"),
        lines: vec![
            curve(words("peace", "和平"), 0.0, state.income, move |m| state.peace(m)),
            curve(words("surprise attack", "突袭"), 0.0, state.income, move |m| state.attack(m)),
        ],
        marks: least.map(|m| mark(words("least arms", "最小军备"), m, state.peace(m))).into_iter().collect(),
    }
}
