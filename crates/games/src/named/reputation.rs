//! Deterrence by reputation: who fights the first challenger to be feared by the next.

use std::cmp::Ordering;

use super::branches::{choice, end, nature, tree};
use super::parts::{curve, mark, need, rest};
use super::{Analysis, Fault, Finding, Game, Named, Picture, Value, Values, real, words};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];

/// Most challengers in a row that are counted.
const MOST: u64 = 40;

/// A defender who may be bound to fight, and two challengers in turn.
pub const GAME: Named = Named {
    id: "reputation",
    title: words("Deterrence by reputation", "以声誉威慑"),
    story: words(
        "Two challengers come one after the other. The defender may be one that always fights; the other kind would give \
         way, were there no tomorrow. By fighting the first it can be taken for the steadfast one and be left alone by \
         the second, so that even a small doubt deters.",
        "两个挑战者先后而来。守方或属逢战必应者；另一种若无来日便会退让。它应战第一个挑战者，就可能被当作坚定者而使第二个罢手，因此些许疑虑即足以威慑。",
    ),
    source: "Kreps & Wilson 1982, Journal of Economic Theory 27(2), 253–279; Selten 1978, Theory and Decision 9, 127–159",
    note: Some(words(
        "The chain store, read as deterrence; here the steadfast defender has no choice.",
        "连锁店博弈，读作威慑；此处坚定的守方无从选择。",
    )),
    key: &["first_deterred", "met"],
    claims: &["A37", "B86", "B105"],
    parameters: &[
        real(
            "steadfast",
            "0.1",
            ["0.001", "0.999"],
            "p: probability that the defender always fights",
            "p：守方逢战必应的概率",
        ),
        real(
            "prize",
            "1",
            MONEY,
            "what a challenger gains where the defender gives way, utility",
            "守方退让时挑战者的所得，效用",
        ),
        real("war", "1", MONEY, "what a challenger loses by a fight, utility", "挑战者因交战的损失，效用"),
        real(
            "stake",
            "4",
            MONEY,
            "what it is worth to the defender not to be challenged, utility",
            "未遭挑战对守方的价值，效用",
        ),
        real(
            "cost",
            "2",
            MONEY,
            "what a fight costs the defender that would give way, utility",
            "会退让的守方的交战成本，效用",
        ),
    ],
    labels: &[
        words("defender", "守方"),
        words("first challenger", "第一个挑战者"),
        words("second challenger", "第二个挑战者"),
        words("steadfast", "坚定"),
        words("yielding", "会退让"),
        words("stay out", "罢手"),
        words("challenge", "挑战"),
        words("give way", "退让"),
        words("fight", "应战"),
        words("unknowing", "不知守方类型"),
        words("first", "第一回"),
        words("second after quiet", "平静之后的第二回"),
        words("second after a fight", "应战之后的第二回"),
        words("second after giving way", "退让之后的第二回"),
        words("after quiet", "平静之后"),
        words("after a fight", "应战之后"),
        words("after giving way", "退让之后"),
    ],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [steadfast, prize, war] = ["steadfast", "prize", "war"].map(|id| values.of(id));
    let [stake, cost] = ["stake", "cost"].map(|id| values.of(id));
    need(prize.is_positive() && war.is_positive(), words("prize and war must be above 0", "prize 与 war 须大于 0"))?;
    need(
        stake > cost && cost.is_positive(),
        words("a reputation must be worth a fight: stake > cost > 0", "声誉须值得一战：stake > cost > 0"),
    )?;
    let doubt = prize.over(&(&prize + &war)).unwrap_or_else(Rational::zero);
    let first = &doubt * &doubt;
    let sure = steadfast >= doubt;
    let bluff = if sure {
        Rational::one()
    } else {
        (&steadfast * &rest(&doubt)).over(&(&rest(&steadfast) * &doubt)).unwrap_or_else(Rational::zero)
    };
    let met = &steadfast + &(&rest(&steadfast) * &bluff);
    let most = &Rational::one() - &cost.over(&stake).unwrap_or_else(Rational::zero);
    // Who expects the same either way may do either; the second then as often as does not keep the defender from fighting.
    let again = match steadfast.cmp(&doubt) {
        Ordering::Less => Value::Exact(most),
        Ordering::Equal => Value::Absent(words(
            "p = b, so it does not mind: anything from 0 to 1 − cost / stake",
            "p = b，两者无异：0 至 1 − cost / stake 皆可",
        )),
        Ordering::Greater => Value::Exact(Rational::zero()),
    };
    let deterred = if steadfast == first {
        Value::Said(words("perhaps: it expects the same either way", "未定：两者所得相同"))
    } else {
        (steadfast > first).into()
    };
    let findings = vec![
        Finding::new(
            "doubt",
            words(
                "b: belief in a steadfast defender that deters a challenger with nobody to come after",
                "b：足以威慑最后一个挑战者的疑虑（相信守方坚定的概率）",
            ),
            "prize / (prize + war)",
            doubt.clone(),
        ),
        Finding::new(
            "first_deterred",
            words("whether the first of two is deterred", "两个挑战者中的第一个是否被威慑"),
            "p > b²",
            deterred,
        ),
        Finding::new(
            "bluff",
            words("how often the defender that would give way fights the first", "会退让的守方应战第一个挑战者的概率"),
            "min(1, p(1 − b) / ((1 − p)b))",
            bluff,
        ),
        Finding::new(
            "met",
            words("how often a first challenge meets a fight", "第一次挑战遭遇应战的概率"),
            "min(1, p / b)",
            met,
        ),
        Finding::new(
            "again",
            words("how often the second still challenges after a fight", "应战之后第二个仍然挑战的概率"),
            "(1 − cost / stake) · [p < b]",
            again,
        ),
        Finding::new(
            "needed",
            words(
                "challengers in a row from which on this doubt deters the first",
                "至少有多少挑战者相继而来，此疑虑才足以威慑第一个",
            ),
            "min{n : bⁿ < p}",
            needed(&steadfast, &doubt),
        ),
    ];
    let held = words(
        "The steadfast defender never chooses, and the game counts nothing for it: what the defender expects is what the other kind has, times its probability.",
        "坚定的守方无从选择，博弈不计其收益：守方的期望收益是另一种守方的所得乘以其概率。",
    );
    Ok(Analysis { held: Some(held), game: Some(game(values)?), findings, picture: Some(picture(values, &doubt)) })
}

/// The least number of challengers at which bⁿ < p (Kreps & Wilson 1982, 261–265).
fn needed(steadfast: &Rational, doubt: &Rational) -> Value {
    let mut power = Rational::one();
    for n in 1..=MOST {
        power = &power * doubt;
        if power < *steadfast {
            return Value::Exact(Rational::from(n as i64));
        }
    }
    Value::Absent(words("more than 40", "多于 40"))
}

/// The second challenger knows what the first did and how it was met.
fn game(values: &Values) -> Result<Game, Fault> {
    const OUT_IN: [&str; 2] = ["stay out", "challenge"];
    let [prize, war, stake, cost] = ["prize", "war", "stake", "cost"].map(|id| values.of(id));
    let zero = Rational::zero;
    let mut nodes = vec![nature(["steadfast", "yielding"], &values.of("steadfast"))];
    // What the steadfast defender has does not matter: it never chooses.
    let fought = |first: Rational, second: Rational| end(vec![zero(), first, second]);
    nodes.push(choice(1, (1, "unknowing"), OUT_IN));
    nodes.push(choice(2, (1, "after quiet"), OUT_IN));
    nodes.extend([fought(zero(), zero()), fought(zero(), -&war)]);
    nodes.push(choice(2, (2, "after a fight"), OUT_IN));
    nodes.extend([fought(-&war, zero()), fought(-&war, -&war)]);

    // The second round against a defender that would give way, after what both have from the first.
    let round = |nodes: &mut Vec<_>, seen: (u64, &str), met: (u64, &str), had: [Rational; 2]| {
        let [own, first] = had;
        nodes.push(choice(2, seen, OUT_IN));
        nodes.push(end(vec![&own + &stake, first.clone(), zero()]));
        nodes.push(choice(0, met, ["fight", "give way"]));
        nodes.push(end(vec![&own - &cost, first.clone(), -&war]));
        nodes.push(end(vec![own, first, prize.clone()]));
    };
    nodes.push(choice(1, (1, "unknowing"), OUT_IN));
    round(&mut nodes, (1, "after quiet"), (2, "second after quiet"), [stake.clone(), zero()]);
    nodes.push(choice(0, (1, "first"), ["fight", "give way"]));
    round(&mut nodes, (2, "after a fight"), (3, "second after a fight"), [-&cost, -&war]);
    round(&mut nodes, (3, "after giving way"), (4, "second after giving way"), [zero(), prize.clone()]);
    tree("Deterrence by reputation", &["defender", "first challenger", "second challenger"], nodes)
}

/// How often a first challenge is met by a fight, over the doubt, beside what deters.
fn picture(values: &Values, doubt: &Rational) -> Picture {
    let (b, p) = (doubt.to_f64(), values.real("steadfast"));
    let met = move |p: f64| (p / b).min(1.0);
    Picture {
        title: words("How much doubt deters the first", "多大的疑虑足以威慑第一个"),
        x: words("probability that the defender always fights", "守方逢战必应的概率"),
        y: words("probability", "概率"),
        lines: vec![
            curve(words("a first challenge is fought", "第一次挑战遭遇应战"), 0.0, 1.0, met),
            curve(words("what deters it", "足以威慑"), 0.0, 1.0, move |_| b),
        ],
        marks: vec![mark(words("here", "当前"), p, met(p))],
    }
}
