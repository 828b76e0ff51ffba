//! Two costly signals: spending beforehand, and standing to lose face.

use super::parts::{UNIT, curve, mark, mean, need, ratio, rest};
use super::{Analysis, Fault, Finding, Game, Named, Picture, Value, Values, real, words};
use crate::extensive::signalling::{Cell, Message, Signalling};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];

/// A defender, resolved or not; a challenger who cannot tell which.
pub const GAME: Named = Named {
    id: "costly-signals",
    title: words("Sinking costs and tying hands", "沉没成本与自缚双手"),
    story: words(
        "A defender who cares much wants to be told apart from one who cares little. It can spend beforehand what the other \
         would not (sinking costs), or stake its standing on not backing down (tying hands): the first costs money, the \
         second risks war.",
        "利害重大的守方希望与利害较小者区别开来。它可以事先付出对方不愿付出的代价（沉没成本），或以不退让赌上声望（自缚双手）：前者耗费钱财，后者冒战争之险。",
    ),
    source: "Fearon 1997, Journal of Conflict Resolution 41(1), 68–90",
    note: Some(words("The idea is Fearon's; the bounds are derived here.", "思想出自 Fearon；界限由本程序推导。")),
    key: &["no_bluff", "audience_needed"],
    claims: &["B86", "B87", "B105"],
    parameters: &[
        real(
            "stake_low",
            "1",
            MONEY,
            "what the defender who cares little has at stake, utility",
            "利害较小的守方的利害，效用",
        ),
        real(
            "stake_high",
            "6",
            MONEY,
            "what the defender who cares much has at stake, utility",
            "利害重大的守方的利害，效用",
        ),
        real("win", "0.5", UNIT, "the defender's chance of winning a war", "守方赢得战争的概率"),
        real("cost", "2", MONEY, "the defender's cost of war, utility", "守方的战争成本，效用"),
        real(
            "audience",
            "1.2",
            MONEY,
            "cost of backing down after a public stand, utility",
            "公开表态后退让的代价，效用",
        ),
        real(
            "undeterred",
            "0.5",
            UNIT,
            "q: probability of a challenge that no stand deters",
            "q：出现任何表态都无法威慑的挑战的概率",
        ),
        real("resolved", "0.5", ["0.01", "0.99"], "probability that the defender cares much", "守方利害重大的概率"),
        real(
            "prize",
            "2",
            MONEY,
            "what the challenger gains where the defender gives way, utility",
            "守方退让时挑战方的所得，效用",
        ),
        real("war", "1", MONEY, "what the challenger loses by a war, utility", "挑战方因战争的损失，效用"),
    ],
    labels: &[
        words("defender", "守方"),
        words("challenger", "挑战方"),
        words("cares little", "利害较小"),
        words("cares much", "利害重大"),
        words("stand", "公开表态"),
        words("quiet", "沉默"),
        words("challenge", "挑战"),
        words("desist", "罢手"),
    ],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [low, high, win, cost] = ["stake_low", "stake_high", "win", "cost"].map(|id| values.of(id));
    let [audience, undeterred] = ["audience", "undeterred"].map(|id| values.of(id));
    let war = |stake: &Rational| &(&win * stake) - &cost;
    let (war_low, war_high) = (war(&low), war(&high));
    let order = words(
        "the defender must fight for the high stake and not for the low one: win · low < cost ≤ win · high",
        "守方须为高利害而战、不为低利害而战：win · low < cost ≤ win · high",
    );
    need(low < high && war_low.is_negative() && !war_high.is_negative(), order)?;
    // The sum m is believed if the low defender would not spend it, (1 − q)·low − m ≤ 0, and the high one would,
    // (1 − q)·high + q·war_high − m ≥ war_high: there is one exactly if high − low ≥ war_high, whatever q < 1. As
    // cost > win·low, war_high < win·(high − low): where the low defender would not fight there always is.
    let spent = &high - &low;
    let separates = spent >= war_high;
    let bluff_gain = &rest(&undeterred) * &low;
    let bluff_loss = &undeterred * &audience.min(-&war_low);
    let tied = mean(&undeterred, &war_high, &high);
    let findings = vec![
        Finding::new(
            "sunk",
            words(
                "least that must be spent to be believed, if who is believed is challenged by nobody, utility",
                "令人信服所需的最小事先花费（设被相信者无人挑战），效用",
            ),
            "stake_low",
            low.clone(),
        ),
        Finding::new(
            "sunk_defied",
            words(
                "least that must be spent, if the undeterred challenge all the same, utility",
                "令人信服所需的最小事先花费（不受威慑者仍会挑战），效用",
            ),
            "(1 − q) · stake_low",
            bluff_gain.clone(),
        ),
        Finding::new(
            "sunk_separates",
            words(
                "whether the defender who cares much spends it (whatever q; always, as the other would not fight)",
                "利害重大的守方是否愿意花费（与 q 无关；因另一方不愿开战，总是愿意）",
            ),
            "stake_high − stake_low ≥ win · stake_high − cost",
            separates,
        ),
        Finding::new(
            "sunk_payoff",
            words("what it then has, if nobody challenges it, utility", "其所得（设无人挑战），效用"),
            "stake_high − stake_low",
            spent,
        ),
        Finding::new(
            "sunk_defied_payoff",
            words(
                "what it then has, if the undeterred challenge all the same, utility",
                "其所得（不受威慑者仍会挑战），效用",
            ),
            "(1 − q) · (stake_high − stake_low) + q · (win · stake_high − cost)",
            &tied - &bluff_gain,
        ),
        Finding::new(
            "bluff_gain",
            words("what bluffing gains the one who cares little, utility", "利害较小的守方虚张声势的所得，效用"),
            "(1 − q) · stake_low",
            bluff_gain.clone(),
        ),
        Finding::new(
            "bluff_loss",
            words("what bluffing costs the one who cares little, utility", "利害较小的守方虚张声势的代价，效用"),
            "q · min(audience, cost − win · stake_low)",
            bluff_loss.clone(),
        ),
        Finding::new(
            "no_bluff",
            words("whether tied hands are believed: nobody bluffs", "自缚双手是否可信，即无人虚张声势"),
            words("cost of bluffing ≥ gain by bluffing", "虚张声势的代价 ≥ 虚张声势的所得"),
            bluff_loss >= bluff_gain,
        ),
        Finding::new(
            "audience_needed",
            words("least audience cost at which nobody bluffs, utility", "无人虚张声势所需的最小观众成本，效用"),
            words(
                "(1 − q) · stake_low / q, if at most cost − win · stake_low",
                "(1 − q) · stake_low / q，须不超过 cost − win · stake_low",
            ),
            needed(&bluff_gain, &undeterred, &war_low),
        ),
        Finding::new(
            "tied_payoff",
            words(
                "what the defender who cares much has with tied hands, utility",
                "利害重大的守方自缚双手的所得，效用",
            ),
            "(1 − q) · stake_high + q · (win · stake_high − cost)",
            tied,
        ),
        Finding::new(
            "tied_war",
            words(
                "probability of war for the defender who cares much and is believed, by tied hands or by sunk costs",
                "利害重大且被相信的守方（自缚双手或沉没成本）遭遇战争的概率",
            ),
            "q",
            undeterred,
        ),
    ];
    Ok(Analysis { held: None, game: Some(tied_hands(values)?), findings, picture: Some(picture(values)) })
}

/// Tying hands as a game of signals: the defender takes a stand or not, one that can be deterred challenges or not; with
/// probability q another challenges in any case.
fn tied_hands(values: &Values) -> Result<Game, Fault> {
    let [win, cost, audience, undeterred] = ["win", "cost", "audience", "undeterred"].map(|id| values.of(id));
    let [resolved, prize, war] = ["resolved", "prize", "war"].map(|id| values.of(id));
    need(prize.is_positive() && war.is_positive(), words("prize and war must be above 0", "prize 与 war 须大于 0"))?;
    let cell = |stake: &Rational, stands: bool| -> Cell {
        let fights = &(&win * stake) - &cost;
        let yields = if stands { -&audience } else { Rational::zero() };
        let taken = if fights > yields { -&war } else { prize.clone() };
        let challenged = fights.max(yields);
        let left = mean(&undeterred, &challenged, stake);
        Some(vec![[challenged, taken], [left, Rational::zero()]])
    };
    let stakes = ["stake_low", "stake_high"].map(|id| values.of(id));
    let message = |name: &str| Message { name: name.into(), replies: ["challenge", "desist"].map(String::from).into() };
    Signalling::new(
        "Tying hands",
        ["defender", "challenger"].map(String::from),
        vec![("cares little".into(), rest(&resolved)), ("cares much".into(), resolved)],
        ["stand", "quiet"].map(message).into(),
        stakes.iter().map(|stake| [true, false].map(|stands| cell(stake, stands)).into()).collect(),
    )
    .map(|game| Game::Tree(game.tree().clone()))
    .map_err(|_| Fault::Together(words("the payoffs make no game", "这些收益不构成博弈")))
}

fn needed(gain: &Rational, undeterred: &Rational, war_low: &Rational) -> Value {
    let none = words("none is enough: it would rather fight than pay more", "多少都不够：宁可开战也不愿多付");
    if gain.is_zero() {
        Value::Exact(Rational::zero())
    } else if *gain > -&(undeterred * war_low) {
        Value::Absent(none)
    } else {
        ratio(gain, undeterred, none)
    }
}

/// Gain and loss of bluffing over the cost of backing down.
fn picture(values: &Values) -> Picture {
    let [low, win, cost, q] = ["stake_low", "win", "cost", "undeterred"].map(|id| values.real(id));
    let audience = values.real("audience");
    let loss = move |a: f64| q * a.min(cost - win * low);
    Picture {
        title: words("What tied hands deter from bluffing", "自缚双手如何遏止虚张声势"),
        x: words("cost of backing down, utility", "退让的代价，效用"),
        y: words("gain and loss by bluffing, utility", "虚张声势的得与失，效用"),
        lines: vec![
            curve(words("loss by bluffing", "虚张声势的代价"), 0.0, 2.0 * (cost - win * low).max(audience), loss),
            curve(
                words("gain by bluffing", "虚张声势的所得"),
                0.0,
                2.0 * (cost - win * low).max(audience),
                move |_| (1.0 - q) * low,
            ),
        ],
        marks: vec![mark(words("here", "当前"), audience, loss(audience))],
    }
}
