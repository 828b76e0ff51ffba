//! Contests: what is spent on winning what spending does not make larger.

use super::parts::{curve, mark, need};
use super::{Analysis, Fault, Finding, Named, Picture, Values, real, whole, words};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];

/// Chances in proportion to effort.
pub const GAME: Named = Named {
    id: "contest",
    title: words("A contest of arms", "军备竞争"),
    story: words(
        "Each one's chance of the prize is in proportion to what it spends, and what is spent is gone. Among many equals nearly the \
         whole prize is spent on winning it, and nobody stands better than if all had spent nothing.",
        "各方获胜机会与投入成正比，而投入一去不返。在众多势均力敌者之间，几乎整个标的都耗于争夺，而各方的处境并不比皆不投入时更好。",
    ),
    source: "Tullock 1980, Efficient rent seeking, in Buchanan, Tollison & Tullock (eds), 97–112; Hirshleifer 1989, \
             Public Choice 63(2), 101–112",
    note: None,
    key: &["win", "dissipated"],
    claims: &["A11", "A172"],
    parameters: &[
        real("prize_one", "100", MONEY, "what the prize is worth to one", "标的对甲的价值"),
        real("prize_other", "50", MONEY, "what it is worth to the other", "标的对乙的价值"),
        whole(
            "rivals",
            "5",
            ["2", "10000"],
            "n: how many contend, where all value it as one does",
            "n：各方估价皆与甲相同时的竞争者人数",
        ),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [one, other, rivals] = ["prize_one", "prize_other", "rivals"].map(|id| values.of(id));
    need(one.is_positive() && other.is_positive(), words("both prizes must be above 0", "标的价值须大于 0"))?;
    let over = |above: &Rational, below: &Rational| above.over(below).unwrap_or_else(Rational::zero);
    let win = over(&one, &(&one + &other));
    let unit = over(&(&one * &other), &(&(&one + &other) * &(&one + &other)));
    let (effort_one, effort_other) = (&unit * &one, &unit * &other);
    let fewer = &rivals - &Rational::one();
    let spent = over(&fewer, &rivals);
    let findings = vec![
        Finding::new(
            "effort_one",
            words("what one spends against the other", "甲的投入"),
            "prize_one² · prize_other / (prize_one + prize_other)²",
            effort_one.clone(),
        ),
        Finding::new(
            "effort_other",
            words("what the other spends", "乙的投入"),
            "prize_one · prize_other² / (prize_one + prize_other)²",
            effort_other.clone(),
        ),
        Finding::new(
            "win",
            words("probability that one wins against the other", "甲战胜乙的概率"),
            "prize_one / (prize_one + prize_other)",
            win,
        ),
        Finding::new(
            "effort_each",
            words("what each of the equals spends", "势均力敌者各自的投入"),
            "(n − 1) · prize_one / n²",
            over(&(&spent * &one), &rivals),
        ),
        Finding::new(
            "dissipated",
            words("part of the prize that n equals spend together", "n 个势均力敌者合计耗费占标的的比例"),
            "(n − 1) / n",
            spent,
        ),
    ];
    let (v_one, v_other) = (one.to_f64(), other.to_f64());
    let most = 0.5 * v_one.max(v_other);
    let reply = |value: f64| move |spent: f64| ((value * spent).sqrt() - spent).max(0.0);
    let mut of_one = curve(words("best reply of one", "甲的最优反应"), 0.0, most, reply(v_one));
    // One's reply is read from the other axis.
    of_one.points.iter_mut().for_each(|(x, y)| std::mem::swap(x, y));
    let picture = Picture {
        title: words("What each spends in reply to the other", "各方对对方投入的回应"),
        x: words("what one spends", "甲的投入"),
        y: words("what the other spends", "乙的投入"),
        lines: vec![curve(words("best reply of the other", "乙的最优反应"), 0.0, most, reply(v_other)), of_one],
        marks: vec![mark(words("equilibrium", "均衡"), effort_one.to_f64(), effort_other.to_f64())],
    };
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture) })
}
