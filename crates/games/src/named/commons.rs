//! The commons: each takes as if the others' loss were none of its business.

use super::parts::{crowd, curve, few, half, mark, need, table, twice};
use super::{Analysis, Fault, Finding, Game, Named, Picture, Values, Words, real, whole, words};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];

/// The average product falls in a straight line with the effort of all.
pub const GAME: Named = Named {
    id: "commons",
    title: words("The commons", "公地"),
    story: words(
        "Every boat at sea makes every other catch less. Each counts its own catch only, so together they fish too much, \
         and the more of them there are, the less of the sea's worth is left to anybody.",
        "海上每多一艘船，他船所获就少一些。各方只计自己的收获，故合计过度捕捞；人数越多，海洋所余的价值越少。",
    ),
    source: "Gordon 1954, Journal of Political Economy 62(2), 124–142; Hardin 1968, Science 162, 1243–1248",
    note: None,
    key: &["effort", "best", "kept"],
    claims: &["A75", "A84"],
    parameters: &[
        whole("users", "5", ["1", "10000"], "N: how many use the commons", "N：使用者人数"),
        real(
            "product",
            "10",
            MONEY,
            "a: what a unit of effort yields while nobody else is there",
            "a：无他人使用时每单位投入的产出",
        ),
        real(
            "slope",
            "1",
            MONEY,
            "how much each unit of effort lowers that for all",
            "每增一单位投入使众人单位产出的下降",
        ),
        real("cost", "4", MONEY, "cost of a unit of effort", "每单位投入的成本"),
    ],
    labels: &[
        words("one", "甲"),
        words("another", "乙"),
        words("a third", "丙"),
        words("a fourth", "丁"),
        words("a fifth", "戊"),
        words("restrain", "节制"),
        words("take", "攫取"),
    ],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [users, product, slope, cost] = ["users", "product", "slope", "cost"].map(|id| values.of(id));
    need(
        product > cost && slope.is_positive(),
        words("needs product > cost and slope > 0", "要求 product > cost 且 slope > 0"),
    )?;
    let one = Rational::one();
    let over = |above: &Rational, below: &Rational| above.over(below).unwrap_or_else(Rational::zero);
    let room = over(&(&product - &cost), &slope);
    let more = &users + &one;
    let (best, nash) = (half(&room), over(&(&users * &room), &more));
    let rent = |effort: &Rational| &(effort * &slope) * &(&room - effort);
    let findings = vec![
        Finding::new(
            "effort",
            words("effort of all in equilibrium", "均衡总投入"),
            "N / (N + 1) · (a − cost) / slope",
            nash.clone(),
        ),
        Finding::new(
            "best",
            words("effort that is best for all together", "全体最优总投入"),
            "(a − cost) / (2 · slope)",
            best.clone(),
        ),
        Finding::new(
            "excess",
            words("equilibrium over best", "均衡与最优之比"),
            "2N / (N + 1)",
            over(&(&users + &users), &more),
        ),
        Finding::new(
            "rent",
            words("what the commons is worth to all in equilibrium", "均衡时公地对全体的价值"),
            words("effort · (a − slope · effort − cost)", "总投入 · (a − slope · 总投入 − cost)"),
            rent(&nash),
        ),
        Finding::new(
            "kept",
            words("part of its best worth that is left", "所余价值占最优价值的比例"),
            "4N / (N + 1)²",
            over(&twice(&twice(&users)), &(&more * &more)),
        ),
    ];
    let shares = [over(&best, &users), over(&nash, &users)];
    let (game, held) = match few(&users) {
        Some(all) => (Some(everybody(all, &room, &slope, &shares)?), Some(TWO_EFFORTS)),
        None if users > one => (Some(pair(&users, &room, &slope, &shares)?), Some(TWO_USERS)),
        None => (None, None),
    };
    Ok(Analysis { held, game, findings, picture: Some(picture(values)) })
}

const TWO_EFFORTS: Words = words(
    "All users are in the table, but each has only two efforts to choose from: its share of the best, or its effort in equilibrium. Taking is the better reply to everything the others do.",
    "表中包括所有使用者，但各方只能在两种投入之间选择：最优总投入的份额，或均衡投入。无论他方如何，攫取总是更好的应对。",
);

const TWO_USERS: Words = words(
    "The table shows two users; all others are held at their effort in equilibrium.",
    "表中只有两个使用者；其余使用者的投入固定为均衡水平。",
);

/// All users, each at its share of the best or at its equilibrium effort.
fn everybody(users: usize, room: &Rational, slope: &Rational, efforts: &[Rational; 2]) -> Result<Game, Fault> {
    let [restrained, taking] = efforts;
    let effort = |k: usize| if k == 0 { restrained } else { taking };
    let pays = |own: usize, restraining: usize| {
        let others = &(&Rational::from(restraining as i64) * restrained)
            + &(&Rational::from((users - 1 - restraining) as i64) * taking);
        &(effort(own) * slope) * &(&(room - &others) - effort(own))
    };
    crowd("The commons", users, ["restrain", "take"], pays)
}

/// Two of the users, each at its share of the best or at its equilibrium effort, while all others take theirs.
fn pair(users: &Rational, room: &Rational, slope: &Rational, efforts: &[Rational; 2]) -> Result<Game, Fault> {
    let [restrained, taking] = efforts;
    let left = room - &(&(users - &Rational::from(2)) * taking);
    table("The commons, two of the users", ["one", "another"], [&["restrain", "take"]; 2], |i, j| {
        let effort = |k: usize| if k == 0 { restrained } else { taking };
        let all = effort(i) + effort(j);
        [i, j].map(|k| &(effort(k) * slope) * &(&left - &all))
    })
}

/// Rent over the effort of all.
fn picture(values: &Values) -> Picture {
    let [users, product, slope, cost] = ["users", "product", "slope", "cost"].map(|id| values.real(id));
    let rent = move |x: f64| x * (product - cost - slope * x);
    let room = (product - cost) / slope;
    let nash = users / (users + 1.0) * room;
    Picture {
        title: words("What the commons is worth at each effort", "各投入水平下公地的价值"),
        x: words("effort of all", "总投入"),
        y: words("worth to all", "对全体的价值"),
        lines: vec![curve(words("worth", "价值"), 0.0, room, rent)],
        marks: vec![
            mark(words("best", "最优"), 0.5 * room, rent(0.5 * room)),
            mark(words("equilibrium", "均衡"), nash, rent(nash)),
        ],
    }
}
