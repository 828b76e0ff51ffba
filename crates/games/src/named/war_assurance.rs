//! Assurance when defection is war: the trust that peace needs, from power, stakes, cost and the first strike.

use super::assurance::interim;
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
        real("win", "0.5", UNIT, "π: one's chance of winning if neither strikes first", "π：无人先动手时甲获胜的概率"),
        real(
            "first_strike",
            first_strike,
            UNIT,
            "φ: what striking first adds to the chance of winning and being struck first takes away",
            "φ：先动手所增、后动手所减的获胜概率",
        ),
        real("gain", "0.5", STAKE, "g: gain from winning, utility over the status quo", "g：获胜所得，较现状的效用"),
        real("loss", "1", STAKE, "l: loss from losing, utility under the status quo", "l：失败所失，较现状的效用"),
        real("cost", "0.5", STAKE, "c: cost of fighting, won or lost, utility", "c：作战的代价（无论胜负），效用"),
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
    source: "Jervis 1978, World Politics 30(2), 167–214; Kydd 1997, World Politics 49(3), 371–400",
    note: Some(words(
        "Offence and defence are Jervis's, trust is Kydd's; the formula is derived here.",
        "攻防之论出自 Jervis，信任之论出自 Kydd；公式由本程序推导。",
    )),
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

/// Whether keeping the peace is as good as striking first, against one that keeps it with probability `trust` and
/// strikes otherwise: trust · (R − T) ≥ (1 − trust) · (P − S).
fn keeps(p: &Payoffs, trust: &Rational) -> bool {
    mean(trust, &p.reward, &p.sucker) >= mean(trust, &p.temptation, &p.punishment)
}

/// φ(g+l)/(c + (1−π)l − πg): the least trust from which on [`keeps`] holds; none for a side that would strike even one
/// that surely does not. Such a side keeps the peace at no trust but 0, and there only where striking first is no
/// advantage: who is attacked in any case need not be first.
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

/// The threshold of one side: where striking first is no advantage, it does not mind waiting for a war that is sure.
fn least(p: &Payoffs, needed: &Option<Rational>) -> Value {
    if needed.is_some() || !p.fear().is_zero() {
        return told(needed);
    }
    Value::Absent(words(
        "no trust above 0 is enough: it gains by war; at 0 war is sure, and nothing is gained by being first",
        "大于 0 的信任都不够：战争对其有利；信任为 0 时战争必至，先动手也无所得",
    ))
}

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let war = War::of(values)?;
    let [one, other] = war.sides();
    let trust = values.of("trust");
    let needed = [&one, &other].map(minimum_trust);
    let [trust_one, trust_other] = needed.each_ref();
    const FORMULA: super::Words = words(
        "φ(g + l) / (c + (1 − π)l − πg); the other: 1 − π for π",
        "φ(g + l) / (c + (1 − π)l − πg)；乙以 1 − π 代 π",
    );
    let findings = vec![
        Finding::new(
            "first",
            words("value to one of striking first", "甲先动手的价值"),
            "f(π + φ), f(p) = pg − (1 − p)l − c",
            one.temptation.clone(),
        ),
        Finding::new(
            "both",
            words("value to one of a war in which neither strikes first", "无人先动手时战争对甲的价值"),
            "f(π)",
            one.punishment.clone(),
        ),
        Finding::new(
            "struck",
            words("value to one of being struck first", "甲遭先手打击的价值"),
            "f(π − φ)",
            one.sucker.clone(),
        ),
        Finding::new(
            "trust_one",
            words("least trust at which one keeps the peace", "甲保持和平所需的最小信任"),
            FORMULA,
            least(&one, trust_one),
        ),
        Finding::new(
            "trust_other",
            words("least trust at which the other keeps the peace", "乙保持和平所需的最小信任"),
            FORMULA,
            least(&other, trust_other),
        ),
        Finding::new(
            "one_keeps",
            words("whether one can keep the peace", "甲能否保持和平"),
            words("trust ≥ one's least trust", "trust ≥ 甲的最小信任"),
            keeps(&one, &trust),
        ),
        Finding::new(
            "peace",
            words("whether peace can hold between two who want it", "双方都愿意和平时，和平能否维持"),
            words("trust ≥ least trust of both", "trust ≥ 双方各自的最小信任"),
            keeps(&one, &trust) && keeps(&other, &trust),
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
