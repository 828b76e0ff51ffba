//! Imperfect public monitoring: keeping a bargain where all that is seen is a signal that may be wrong.

use theory::real::{exp, ln};

use super::iterated::{quotient, share};
use super::{Analysis, Fault, Finding, Line, Mark, Named, Picture, Value, Values, Words, real, words};
use crate::number::Rational;

/// Longest breakdown that is looked for, rounds. What is left of the future after it, δᵀ, is below 5·10⁻⁵ for every
/// δ in range: hardly anything tells a longer one from one for good.
const LONGEST: u32 = 100_000;

/// An institution is what makes the signal better.
pub const GAME: Named = Named {
    id: "public-monitoring",
    title: words("Imperfect public monitoring", "不完全公共监督"),
    story: words(
        "Nobody sees what the other did, only a public signal that is sometimes bad by mistake. A bad signal must be \
         answered with some rounds of defection, or cheating would pay; so even honest partners pay for bad \
         information, and an institution that improves it is worth what it saves.",
        "谁也看不到对方的行动，只能看到有时出错的公共信号。对坏信号须以若干轮背叛回应，否则欺骗便有利可图；因此诚实的伙伴也要为\
         信息不良付出代价，而改善信息的制度，其价值即在于由此省下的代价。",
    ),
    source: "Green & Porter 1984, Econometrica 52(1), 87–100; Downs & Rocke 1990, Tacit Bargaining, Arms Races, and Arms \
             Control",
    note: None,
    key: &["feasible", "kept", "institution_kept"],
    claims: &["B114"],
    parameters: &[
        real(
            "gain",
            "2",
            ["0.001", "1000000"],
            "g = T − R: gain from defecting once, utility",
            "g = T − R：背叛一次的获益，效用",
        ),
        real(
            "loss",
            "2",
            ["0.001", "1000000"],
            "L = R − P: what mutual cooperation is worth per round over mutual defection, utility",
            "L = R − P：互相合作每轮较互相背叛多得的收益，效用",
        ),
        real(
            "discount",
            "0.9",
            ["0.01", "0.9999"],
            "δ: what one unit in the next round is worth now",
            "δ：下一轮的一单位在当下的价值",
        ),
        real(
            "error",
            "0.05",
            ["0", "1"],
            "ε: probability of a bad signal although both cooperated",
            "ε：双方合作却出现坏信号的概率",
        ),
        real(
            "detection",
            "0.6",
            ["0", "1"],
            "q: probability of a bad signal after a defection",
            "q：背叛之后出现坏信号的概率",
        ),
        real(
            "institution_error",
            "0.01",
            ["0", "1"],
            "ε′: probability of such a false alarm under an institution",
            "ε′：有制度时的误报概率",
        ),
    ],
    labels: &[],
    analyse,
};

/// The bargain and what is seen of it.
struct Bargain {
    gain: Rational,
    loss: Rational,
    delta: Rational,
    error: Rational,
    detection: Rational,
}

/// How long cooperation stops after a bad signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Breakdown {
    /// This many rounds.
    Rounds(u32),
    /// For good: nothing shorter was found.
    ForGood,
}

impl Bargain {
    /// What information is worth to the threat: (q − ε)L − gε.
    fn bite(&self) -> Rational {
        &(&(&self.detection - &self.error) * &self.loss) - &(&self.gain * &self.error)
    }

    /// The least y = 1 − δᵀ that deters; `None` where no y does.
    ///
    /// Cheating gains (1−δ)g now and raises the chance of losing y·V, δ(q−ε)yV, where V is the value of the bargain.
    fn required(&self) -> Option<Rational> {
        let bite = self.bite();
        let waiting = &(&Rational::one() - &self.delta) * &self.gain;
        let y = waiting.over(&(&self.delta * &bite)).filter(|_| bite.is_positive())?;
        (y <= Rational::one()).then_some(y)
    }

    /// The shortest breakdown that deters; the shorter, the less honest partners lose.
    fn breakdown(&self) -> Option<Breakdown> {
        let stay = &Rational::one() - &self.required()?;
        if stay.is_zero() {
            return Some(Breakdown::ForGood);
        }
        let enough = |rounds: u32| below(&self.delta, rounds, &stay);
        // Doubling, then halving: δᵀ falls with T.
        let mut high = 1;
        while !enough(high) {
            if high >= LONGEST {
                return Some(Breakdown::ForGood);
            }
            high = (2 * high).min(LONGEST);
        }
        let mut low = high / 2;
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if enough(middle) { high = middle } else { low = middle }
        }
        Some(Breakdown::Rounds(high))
    }

    /// Share of full cooperation that honest partners keep, (1−δ)/(1−δ+δεy) with y = 1 − δᵀ. Rounded: as a fraction
    /// it is as long as the breakdown.
    fn kept(&self, breakdown: Breakdown) -> f64 {
        let [delta, error] = [&self.delta, &self.error].map(Rational::to_f64);
        let y = match breakdown {
            Breakdown::Rounds(rounds) => 1.0 - exp(f64::from(rounds) * ln(delta)),
            Breakdown::ForGood => 1.0,
        };
        (1.0 - delta) / (1.0 - delta + delta * error * y)
    }

    /// The same where a bad signal ends cooperation for good: (1−δ)/(1−δ+δε).
    fn kept_for_good(&self) -> Rational {
        let waiting = &Rational::one() - &self.delta;
        quotient(&waiting, &(&waiting + &(&self.delta * &self.error)))
    }

    /// The same with other false alarms.
    fn with_error(&self, error: Rational) -> Bargain {
        let [gain, loss, delta, detection] = [&self.gain, &self.loss, &self.delta, &self.detection].map(Clone::clone);
        Bargain { gain, loss, delta, error, detection }
    }

    /// The best share that can be kept: none where nothing deters.
    fn best(&self) -> f64 {
        self.breakdown().map_or(0.0, |breakdown| self.kept(breakdown))
    }

    /// The most false alarms at which a breakdown for good still deters: (qL − g(1−δ)/δ)/(L + g).
    fn most_error(&self) -> Rational {
        let waiting = &quotient(&(&Rational::one() - &self.delta), &self.delta) * &self.gain;
        quotient(&(&(&self.detection * &self.loss) - &waiting), &(&self.loss + &self.gain))
    }
}

/// Whether baseⁿ ≤ bound, without reducing the power.
fn below(base: &Rational, n: u32, bound: &Rational) -> bool {
    base.numerator().pow(n) * bound.denominator() <= bound.numerator() * base.denominator().pow(n)
}

const UNDETERRED: Words = words("no breakdown deters cheating", "无论合作中断多久都无法阻止欺骗");

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [gain, loss, delta, error, detection] =
        ["gain", "loss", "discount", "error", "detection"].map(|id| values.of(id));
    let now = Bargain { gain, loss, delta, error, detection };
    let then = now.with_error(values.of("institution_error"));
    if now.error >= now.detection {
        return Err(Fault::Together(words(
            "a defection must make a bad signal more likely: ε < q",
            "背叛须使坏信号更可能出现：ε < q",
        )));
    }
    if then.error > now.error {
        return Err(Fault::Together(words(
            "an institution must not make the signal worse: ε′ ≤ ε",
            "制度不得使信号变差：ε′ ≤ ε",
        )));
    }
    let mut findings = deterrence(&now);
    findings.extend(worth(&now, &then));
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture(&now, &then)) })
}

fn rounds(breakdown: Option<Breakdown>) -> Value {
    match breakdown {
        None => Value::Absent(UNDETERRED),
        Some(Breakdown::Rounds(rounds)) => Value::Exact(Rational::from(i64::from(rounds))),
        Some(Breakdown::ForGood) => {
            Value::Absent(words("more than 100,000 rounds; reckoned as for good", "多于 100000 轮；按永久计算"))
        }
    }
}

/// What it takes to deter.
fn deterrence(now: &Bargain) -> Vec<Finding> {
    let required = now.required();
    let bite = now.bite();
    let patience = now.gain.over(&(&now.gain + &bite)).filter(|_| bite.is_positive());
    let hopeless = words("none: patience cannot take the place of information", "不存在：耐心无法替代信息");
    vec![
        Finding::new(
            "feasible",
            words("whether any breakdown deters cheating", "是否存在足以阻止欺骗的合作中断"),
            "y ≤ 1",
            required.is_some(),
        ),
        Finding::new(
            "required",
            words("least share of the future that a bad signal must cost", "坏信号至少须使未来损失的份额"),
            "y = g(1 − δ) / (δ[(q − ε)L − gε])",
            required.map_or(Value::Absent(UNDETERRED), Value::Exact),
        ),
        Finding::new(
            "breakdown",
            words("shortest breakdown that deters, rounds", "足以阻止欺骗的最短合作中断，轮数"),
            words("least T with 1 − δᵀ ≥ y", "满足 1 − δᵀ ≥ y 的最小 T"),
            rounds(now.breakdown()),
        ),
        Finding::new(
            "patience",
            words("least discount factor at which any breakdown deters", "存在有效的合作中断所需的最小贴现因子"),
            "g / (g + (q − ε)L − gε)",
            patience.map_or(Value::Absent(hopeless), Value::Exact),
        ),
        Finding::new(
            "most_error",
            words(
                "most false alarms at which any breakdown deters, probability",
                "存在有效的合作中断所能容许的最大误报概率",
            ),
            "(qL − g(1 − δ)/δ) / (L + g)",
            Some(now.most_error()).filter(|e| !e.is_negative()).map_or(Value::Absent(UNDETERRED), Value::Exact),
        ),
    ]
}

/// What is kept, without and with an institution.
fn worth(now: &Bargain, then: &Bargain) -> Vec<Finding> {
    let formula = "(1 − δ) / (1 − δ + δεy), y = 1 − δᵀ";
    let best = |bargain: &Bargain| match bargain.breakdown() {
        Some(breakdown) => Value::Real(bargain.kept(breakdown)),
        None => Value::Absent(UNDETERRED),
    };
    let grim = now.required().map(|_| now.kept_for_good());
    vec![
        Finding::new(
            "kept",
            words("share of full cooperation that honest partners keep", "诚实伙伴所保有的完全合作份额"),
            formula,
            best(now),
        ),
        Finding::new(
            "kept_for_good",
            words("the same if a bad signal ends cooperation for good", "若坏信号使合作永久终止，所保有的份额"),
            "(1 − δ) / (1 − δ + δε)",
            grim.map_or(Value::Absent(UNDETERRED), Value::Exact),
        ),
        Finding::new(
            "institution_breakdown",
            words(
                "shortest breakdown that deters under the institution, rounds",
                "有制度时足以阻止欺骗的最短合作中断，轮数",
            ),
            words("least T with 1 − δᵀ ≥ y at ε′", "ε′ 之下满足 1 − δᵀ ≥ y 的最小 T"),
            rounds(then.breakdown()),
        ),
        Finding::new(
            "institution_kept",
            words("share of full cooperation kept under the institution", "有制度时所保有的完全合作份额"),
            formula,
            best(then),
        ),
        Finding::new(
            "institution_worth",
            words("what the institution is worth per round, utility", "制度每轮的价值，效用"),
            words("L · (share with − share without)", "L · (有制度时的份额 − 无制度时的份额)"),
            now.loss.to_f64() * (then.best() - now.best()),
        ),
    ]
}

/// What is kept by how often the signal is falsely bad.
fn picture(now: &Bargain, then: &Bargain) -> Picture {
    let at = |error: Rational| (error.to_f64(), now.with_error(error).best());
    let points = (0..100).map(|k| at(&now.detection * &share(k, 100))).collect();
    let marks = vec![
        Mark { name: words("without the institution", "无制度"), at: at(now.error.clone()) },
        Mark { name: words("with the institution", "有制度"), at: at(then.error.clone()) },
    ];
    Picture {
        title: words("How much cooperation survives false alarms", "误报之下能保有多少合作"),
        x: words("probability of a false alarm", "误报概率"),
        y: words("share of full cooperation that is kept", "所保有的完全合作份额"),
        lines: vec![Line { name: words("best that can be kept", "所能保有的最大份额"), points }],
        marks,
    }
}
