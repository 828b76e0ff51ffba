//! Assurance when defection is war: the trust that peace needs, from power, stakes, cost and the first strike.

use super::assurance::{interim, sufficient};
use super::dilemma::Payoffs;
use super::parts::{UNIT, curve, mark, mean, need, rest};
use super::{Analysis, Fault, Finding, Named, Parameter, Picture, Value, Values, Words, real, words};
use crate::number::Rational;

const STAKE: [&str; 2] = ["0", "1000000"];

/// What players and actions are called.
pub(super) const LABELS: &[Words] =
    &[words("one", "甲"), words("other", "乙"), words("cooperate", "不先动手"), words("defect", "动手")];

/// The primitives of a war, shared with Jervis's worlds.
pub(super) const fn parameters(first_strike: &'static str) -> [Parameter; 5] {
    [
        real("win", "0.5", UNIT, "one's chance of winning if neither strikes first", "无人先动手时甲获胜的概率"),
        real(
            "first_strike",
            first_strike,
            UNIT,
            "what striking first adds to the chance of winning and being struck first takes away",
            "先动手所增、后动手所减的获胜概率",
        ),
        real("gain", "0.5", STAKE, "gain from winning, utility over the status quo", "获胜所得，较现状的效用"),
        real("loss", "1", STAKE, "loss from losing, utility under the status quo", "失败所失，较现状的效用"),
        real("cost", "0.5", STAKE, "cost of fighting, won or lost, utility", "作战的代价（无论胜负），效用"),
    ]
}

/// The status quo is worth 0; war is a lottery.
pub const GAME: Named = Named {
    id: "war-assurance",
    title: words("Assurance between armed states", "武装国家之间的保证博弈"),
    story: words(
        "Whoever strikes first fights at better odds, and nobody knows whether the other would rather keep the peace. \
         Power, stakes and the advantage of the offensive say how much trust peace needs.",
        "先动手者胜算更大，而谁也不知道对方是否宁愿保持和平。实力、利害与进攻优势决定和平需要多少信任。",
    ),
    source: "Jervis 1978, World Politics 30(2), 167–214 (offence and defence); Kydd 1997, World Politics 49(3), 371–400 \
             (trust); Kydd-type: the formula is derived here",
    key: &["peace", "trust_one", "trust_other"],
    claims: &["A168", "A170", "A171"],
    parameters: &{
        let [win, first, gain, loss, cost] = parameters("0.1");
        [
            win,
            first,
            gain,
            loss,
            cost,
            real("trust", "0.3", UNIT, "probability that the other would keep the peace", "认为对方愿意保持和平的概率"),
        ]
    },
    labels: LABELS,
    analyse,
};

/// A war seen from both sides.
pub(super) struct War {
    win: Rational,
    first: Rational,
    gain: Rational,
    loss: Rational,
    cost: Rational,
}

impl War {
    /// Read from the primitives.
    ///
    /// # Errors
    /// Chances of winning outside 0–1.
    pub fn of(values: &Values) -> Result<War, Fault> {
        let [win, first, gain, loss, cost] = ["win", "first_strike", "gain", "loss", "cost"].map(|id| values.of(id));
        let inside = &win - &first >= Rational::zero() && &win + &first <= Rational::one();
        need(inside, words("win ± first_strike must stay within 0 … 1", "win ± first_strike 须在 0 … 1 之内"))?;
        Ok(War { win, first, gain, loss, cost })
    }

    /// What a war is worth that is won with this chance.
    fn value(&self, win: &Rational) -> Rational {
        &mean(win, &self.gain, &-&self.loss) - &self.cost
    }

    /// What a side gets that wins with chance `win` if neither strikes first.
    fn payoffs(&self, win: &Rational) -> Payoffs {
        Payoffs {
            temptation: self.value(&(win + &self.first)),
            reward: Rational::zero(),
            punishment: self.value(win),
            sucker: self.value(&(win - &self.first)),
        }
    }

    /// Payoffs of one and of the other.
    pub fn sides(&self) -> [Payoffs; 2] {
        [self.payoffs(&self.win), self.payoffs(&rest(&self.win))]
    }
}

/// φ(g+l)/(c + (1−π)l − πg); none for a side that would strike even one that surely does not.
pub(super) fn minimum_trust(p: &Payoffs) -> Option<Rational> {
    if p.temptation > p.reward {
        return None;
    }
    let fear = p.fear();
    if fear.is_zero() { Some(fear) } else { fear.over(&(&fear - &p.greed())) }
}

/// The threshold as a value.
pub(super) fn told(needed: &Option<Rational>) -> Value {
    let never =
        words("no trust is enough: it gains by striking even the peaceful", "多少信任都不够：攻击爱好和平者亦有利");
    needed.clone().map_or(Value::Absent(never), Value::Exact)
}

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let war = War::of(values)?;
    let [one, other] = war.sides();
    let trust = values.of("trust");
    let needed = [&one, &other].map(minimum_trust);
    let [trust_one, trust_other] = needed.each_ref();
    const FORMULA: &str = "φ(g + l) / (c + (1 − π)l − πg), the other with 1 − π";
    let findings = vec![
        Finding::new(
            "first",
            words("value of striking first, one", "甲先动手的价值"),
            "f(π + φ)",
            one.temptation.clone(),
        ),
        Finding::new(
            "both",
            words("value of war with neither first, one", "无人先动手之战对甲的价值"),
            "f(π)",
            one.punishment.clone(),
        ),
        Finding::new(
            "struck",
            words("value of being struck first, one", "甲遭先手打击的价值"),
            "f(π − φ)",
            one.sucker.clone(),
        ),
        Finding::new(
            "trust_one",
            words("least trust at which one keeps the peace", "甲保持和平所需的最小信任"),
            FORMULA,
            told(trust_one),
        ),
        Finding::new(
            "trust_other",
            words("least trust at which the other does", "乙保持和平所需的最小信任"),
            FORMULA,
            told(trust_other),
        ),
        Finding::new(
            "one_keeps",
            words("whether one can keep the peace", "甲能否保持和平"),
            "trust ≥ trust_one",
            sufficient(&trust, trust_one.as_ref()),
        ),
        Finding::new(
            "peace",
            words("whether peace can hold between two who want it", "两个愿意和平者之间和平能否维持"),
            "trust ≥ both",
            needed.iter().all(|m| m.as_ref().is_some_and(|m| trust >= *m)),
        ),
    ];
    let game = interim("Assurance between armed states", [&one, &other], [&trust, &trust])?;
    Ok(Analysis { held: None, game: Some(game), findings, picture: Some(picture(values)) })
}

/// Minimum trust over the first-strike advantage.
fn picture(values: &Values) -> Picture {
    let war = |win: f64, first: f64| theory::closed_form::trust::War {
        win,
        first_strike: first,
        gain: values.real("gain"),
        loss: values.real("loss"),
        cost: values.real("cost"),
    };
    let (win, first) = (values.real("win"), values.real("first_strike"));
    let needed = move |win: f64| move |first: f64| war(win, first).minimum_trust().unwrap_or(f64::NAN);
    let most = win.min(1.0 - win);
    Picture {
        title: words("Trust that peace needs as striking first pays more", "先动手越有利，和平所需的信任越多"),
        x: words("advantage of striking first, in chance of winning", "先动手的优势（获胜概率）"),
        y: words("trust: probability that the other would keep the peace", "信任：对方愿守和平的概率"),
        lines: vec![
            curve(words("least trust of one", "甲的最小信任"), 0.0, most, needed(win)),
            curve(words("least trust of the other", "乙的最小信任"), 0.0, most, needed(1.0 - win)),
        ],
        marks: vec![mark(words("here", "当前"), first, values.real("trust"))],
    }
}
