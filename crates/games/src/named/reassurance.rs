//! Reassurance: a first step small enough to risk and large enough to tell.

use super::parts::{UNIT, curve, mark, mean, need, ratio, table};
use super::{Analysis, Fault, Finding, Named, Parameter, Picture, Values, Words, real, words};
use crate::number::Rational;

const WIDE: [&str; 2] = ["-1000000", "1000000"];

/// Two rounds; the first counts α, the second 1 − α.
pub const GAME: Named = Named {
    id: "reassurance",
    title: words("Reassurance by a costly first step", "以有代价的第一步作保证"),
    story: words(
        "What matters is split into a small first round and a large second one. The trustworthy risk the first; the \
         untrustworthy would rather exploit at once than pretend. Then the first round tells them apart.",
        "利害分为较小的第一轮与较大的第二轮。可信者敢于在第一轮冒险，不可信者则宁可立即得利，也不愿伪装。于是第一轮即可分辨二者。",
    ),
    source: "Kydd 2000, International Organization 54(2), 325–357",
    note: Some(words("The idea is Kydd's; both bounds are derived here.", "思想出自 Kydd；两个界限由本程序推导。")),
    key: &["possible", "reassures", "smallest", "largest"],
    claims: &["B86", "B93", "B105"],
    parameters: &PARAMETERS,
    labels: &[
        words("one", "甲"),
        words("other", "乙"),
        words("good: reach out; bad: defect", "可信者：示好；不可信者：背叛"),
        words("good: reach out; bad: pretend", "可信者：示好；不可信者：伪装"),
        words("good: hold back; bad: defect", "可信者：观望；不可信者：背叛"),
        words("good: hold back; bad: pretend", "可信者：观望；不可信者：伪装"),
    ],
    analyse,
};

const STRATEGIES: [&str; 4] = [
    "good: reach out; bad: defect",
    "good: reach out; bad: pretend",
    "good: hold back; bad: defect",
    "good: hold back; bad: pretend",
];

const PARAMETERS: [Parameter; 10] = [
    real(
        "temptation",
        "3",
        WIDE,
        "T of the trustworthy: defecting on one who cooperates, utility",
        "可信者的 T：对方合作而己方背叛，效用",
    ),
    real("reward", "4", WIDE, "R of the trustworthy: mutual cooperation, utility", "可信者的 R：双方合作，效用"),
    real("punishment", "2", WIDE, "P of the trustworthy: mutual defection, utility", "可信者的 P：双方背叛，效用"),
    real(
        "sucker",
        "0",
        WIDE,
        "S of the trustworthy: cooperating with one who defects, utility",
        "可信者的 S：己方合作而对方背叛，效用",
    ),
    real("bad_temptation", "4", WIDE, "T of the untrustworthy, utility", "不可信者的 T，效用"),
    real("bad_reward", "3", WIDE, "R of the untrustworthy, utility", "不可信者的 R，效用"),
    real("bad_punishment", "2", WIDE, "P of the untrustworthy, utility", "不可信者的 P，效用"),
    real("bad_sucker", "0", WIDE, "S of the untrustworthy, utility", "不可信者的 S，效用"),
    real("trust", "0.3", UNIT, "t: probability that the other is trustworthy", "t：对方可信的概率"),
    real(
        "first",
        "0.3",
        UNIT,
        "α: weight of the first round; the second has the rest",
        "α：第一轮的权重，其余归第二轮",
    ),
];

/// Payoffs of one type: T, R, P, S.
#[derive(Clone)]
struct Motive([Rational; 4]);

impl Motive {
    /// What a round pays; `true` is cooperation.
    fn round(&self, own: bool, other: bool) -> &Rational {
        let [t, r, p, s] = &self.0;
        match (own, other) {
            (true, true) => r,
            (true, false) => s,
            (false, true) => t,
            (false, false) => p,
        }
    }
}

/// What a type does: its first move, and whether it cooperates again after mutual cooperation.
#[derive(Clone, Copy)]
struct Plan {
    first: bool,
    again: bool,
}

/// Reach out, hold back; defect, pretend.
const GOOD: [Plan; 2] = [Plan { first: true, again: true }, Plan { first: false, again: false }];
const BAD: [Plan; 2] = [Plan { first: false, again: false }, Plan { first: true, again: false }];

struct Rounds {
    good: Motive,
    bad: Motive,
    trust: Rational,
    first: Rational,
}

impl Rounds {
    fn of(values: &Values) -> Result<Rounds, Fault> {
        let good = ["temptation", "reward", "punishment", "sucker"].map(|id| values.of(id));
        let bad = ["bad_temptation", "bad_reward", "bad_punishment", "bad_sucker"].map(|id| values.of(id));
        let [t, r, p, s] = &good;
        let order = words("the trustworthy need R > T ≥ P > S", "可信者要求 R > T ≥ P > S");
        need(r > t && t >= p && p > s, order)?;
        let [t, r, p, s] = &bad;
        let order = words("the untrustworthy need T > R ≥ P > S", "不可信者要求 T > R ≥ P > S");
        need(t > r && r >= p && p > s, order)?;
        Ok(Rounds { good: Motive(good), bad: Motive(bad), trust: values.of("trust"), first: values.of("first") })
    }

    /// t(R−P) / ((1−t)(P−S) + t(T−P)), above and below the line.
    fn most(&self) -> (Rational, Rational) {
        let [t, r, p, s] = &self.good.0;
        (&self.trust * &(r - p), mean(&self.trust, &(t - p), &(p - s)))
    }

    /// t(T−P) / ((1−t)(P−S) + t(2T−P−R)) of the untrustworthy, above and below the line.
    fn least(&self) -> (Rational, Rational) {
        let [t, r, p, s] = &self.bad.0;
        (&self.trust * &(t - p), mean(&self.trust, &(&(t - p) + &(t - r)), &(p - s)))
    }

    /// What both rounds pay one of this motive.
    fn both_rounds(&self, motive: &Motive, own: Plan, other: Plan) -> Rational {
        let met = own.first && other.first;
        let second = motive.round(met && own.again, met && other.again);
        mean(&self.first, motive.round(own.first, other.first), second)
    }

    /// Expected before anybody knows any type, strategies numbered as in the list.
    fn expected(&self, own: usize, other: usize) -> Rational {
        let facing = |motive: &Motive, plan: Plan| {
            let good = self.both_rounds(motive, plan, GOOD[other / 2 % 2]);
            mean(&self.trust, &good, &self.both_rounds(motive, plan, BAD[other % 2]))
        };
        mean(&self.trust, &facing(&self.good, GOOD[own / 2 % 2]), &facing(&self.bad, BAD[own % 2]))
    }
}

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let rounds = Rounds::of(values)?;
    let [t, r, p, s] = &rounds.good.0;
    let ((above_most, below_most), (above_least, below_least)) = (rounds.most(), rounds.least());
    let not_large = &rounds.first * &below_most <= above_most;
    let not_small = &rounds.first * &below_least >= above_least;
    let window = &above_least * &below_most <= &above_most * &below_least;
    // At small trust only the ratios count; where they are equal, the next order decides.
    let [bad_t, bad_r, bad_p, bad_s] = &rounds.bad.0;
    let (ours, theirs) = (&(r - p) * &(bad_p - bad_s), &(bad_t - bad_p) * &(p - s));
    let next = &(r - p) * &(&(bad_t - bad_p) + &(bad_t - bad_r)) >= &(bad_t - bad_p) * &(t - p);
    let always = ours > theirs || (ours == theirs && next);
    const NONE: Words = words("any step will do", "任何步幅皆可");
    let capped = if above_most >= below_most { Rational::one().into() } else { ratio(&above_most, &below_most, NONE) };
    let findings = vec![
        Finding::new(
            "one_shot",
            words("trust needed if there is only one round", "仅有一轮时所需的信任"),
            "(P − S) / ((P − S) + (R − T))",
            ratio(&(p - s), &(&(p - s) + &(r - t)), NONE),
        ),
        Finding::new(
            "largest",
            words("largest first step that the trustworthy risk", "可信者敢于承担的最大第一步"),
            words(
                "t(R − P) / ((1 − t)(P − S) + t(T − P)), at most 1",
                "t(R − P) / ((1 − t)(P − S) + t(T − P))，至多为 1",
            ),
            capped,
        ),
        Finding::new(
            "smallest",
            words("smallest first step that the untrustworthy would not fake", "不可信者不愿伪装的最小第一步"),
            words(
                "t(T − P) / ((1 − t)(P − S) + t(2T − P − R)) of the untrustworthy",
                "t(T − P) / ((1 − t)(P − S) + t(2T − P − R))，取不可信者的收益",
            ),
            ratio(&above_least, &below_least, NONE),
        ),
        Finding::new(
            "possible",
            words("whether some first step reassures at this trust", "在此信任水平上是否存在能作保证的第一步"),
            words("smallest ≤ largest", "最小第一步 ≤ 最大第一步"),
            window,
        ),
        Finding::new(
            "reassures",
            words("whether this first step reassures", "当前的第一步能否作保证"),
            words("smallest ≤ α ≤ largest", "最小第一步 ≤ α ≤ 最大第一步"),
            not_small && not_large,
        ),
        Finding::new(
            "however_little",
            words(
                "whether some first step reassures however little trust there is",
                "无论信任多小是否都有能作保证的第一步",
            ),
            words(
                "(R − P) / (P − S) of the trustworthy > (T − P) / (P − S) of the untrustworthy; where they are equal, the next order in t decides",
                "可信者的 (R − P) / (P − S) > 不可信者的 (T − P) / (P − S)；二者相等时由 t 的下一阶项决定",
            ),
            always,
        ),
    ];
    let game = table("Reassurance", ["one", "other"], [&STRATEGIES; 2], |i, j| {
        [rounds.expected(i, j), rounds.expected(j, i)]
    })?;
    Ok(Analysis {
        held: Some(words(
            "The table holds four plans of each side. The equilibria are checked against these four only; other deviations are checked in the results.",
            "表中为每方的四种计划。所列均衡仅针对这四种计划检验；对其他偏离的检验见于结果。",
        )),
        game: Some(game),
        findings,
        picture: Some(picture(&rounds)),
    })
}

/// The window of first steps over trust.
fn picture(rounds: &Rounds) -> Picture {
    let [t, r, p, s] = rounds.good.0.each_ref().map(Rational::to_f64);
    let [bt, br, bp, bs] = rounds.bad.0.each_ref().map(Rational::to_f64);
    let largest = move |x: f64| (x * (r - p) / ((1.0 - x) * (p - s) + x * (t - p))).min(1.0);
    let smallest = move |x: f64| x * (bt - bp) / ((1.0 - x) * (bp - bs) + x * (2.0 * bt - bp - br));
    Picture {
        title: words("First steps that reassure", "能使人安心的第一步"),
        x: words("probability that the other is trustworthy", "对方可信的概率"),
        y: words("weight of the first round", "第一轮的权重"),
        lines: vec![
            curve(words("largest that the trustworthy risk", "可信者敢冒的最大值"), 0.0, 1.0, largest),
            curve(words("smallest that the untrustworthy do not fake", "不可信者不愿伪装的最小值"), 0.0, 1.0, smallest),
        ],
        marks: vec![mark(words("here", "当前"), rounds.trust.to_f64(), rounds.first.to_f64())],
    }
}
