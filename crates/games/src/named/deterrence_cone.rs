//! Mutual deterrence: stockpiles from which neither side can disarm the other.

use super::parts::{curve, mark};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, Words, real, words};
use crate::number::Rational;

const WARHEADS: [&str; 2] = ["0", "1000000"];
const KILLS: [&str; 2] = ["0", "100"];

/// After a first strike enough must be left to deter the one that struck.
pub const GAME: Named = Named {
    id: "deterrence-cone",
    title: words("The cone of mutual deterrence", "相互威慑的锥形区"),
    story: words(
        "A side is deterred if, after all it can destroy in a first strike, enough would still come back. Where one \
         warhead destroys less than one, large stockpiles are safe; where it destroys more, none is, however large.",
        "若一方在首次打击中尽其所能摧毁之后，对方仍有足够弹头反击，则该方受到威慑。若一枚弹头平均摧毁的对方弹头不足一枚，库存足够大即可安全；若超过一枚，则库存再大也不安全。",
    ),
    source: "Intriligator 1975, Journal of Political Economy 83(2), 339–353; Intriligator & Brito 1984, Journal of \
             Conflict Resolution 28(1), 63–84",
    note: None,
    key: &["regime", "vertex_one", "vertex_other"],
    claims: &["A57", "A166"],
    parameters: &[
        real(
            "deter_one",
            "400",
            WARHEADS,
            "N_one: warheads that, arriving on one, deter it",
            "N甲：落于甲方即足以威慑甲方的弹头数",
        ),
        real(
            "deter_other",
            "400",
            WARHEADS,
            "N_other: warheads that, arriving on the other, deter it",
            "N乙：落于乙方即足以威慑乙方的弹头数",
        ),
        real(
            "destroys_one",
            "0.5",
            KILLS,
            "f_one: enemy warheads that one warhead of one destroys in a first strike",
            "f甲：甲方首次打击中一枚弹头摧毁的敌方弹头数",
        ),
        real(
            "destroys_other",
            "0.5",
            KILLS,
            "f_other: enemy warheads that one warhead of the other destroys in a first strike",
            "f乙：乙方首次打击中一枚弹头摧毁的敌方弹头数",
        ),
        real("stock_one", "1000", WARHEADS, "M_one: warheads of one", "M甲：甲方的弹头数"),
        real("stock_other", "1000", WARHEADS, "M_other: warheads of the other", "M乙：乙方的弹头数"),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [deter_one, deter_other] = ["deter_one", "deter_other"].map(|id| values.of(id));
    let [destroys_one, destroys_other] = ["destroys_one", "destroys_other"].map(|id| values.of(id));
    let [stock_one, stock_other] = ["stock_one", "stock_other"].map(|id| values.of(id));
    let product = &destroys_one * &destroys_other;
    let room = &Rational::one() - &product;
    const NONE: Words = words("no stockpile is enough, however large", "再大的库存都不够");
    let vertex = |above: Rational| {
        let at = above.over(&room).filter(|_| room.is_positive());
        at.map_or(Value::Absent(NONE), Value::Exact)
    };
    let vertex_one = vertex(&deter_other + &(&destroys_other * &deter_one));
    let vertex_other = vertex(&deter_one + &(&destroys_one * &deter_other));
    // What one has left after a first strike, and what is left of the other.
    let left_one = (&stock_one - &(&destroys_other * &stock_other)).max(Rational::zero());
    let left_other = (&stock_other - &(&destroys_one * &stock_one)).max(Rational::zero());
    let regime = match (left_other >= deter_one, left_one >= deter_other) {
        (true, true) => words("both are deterred", "双方皆受威慑"),
        (true, false) => words("only one is deterred; the other can strike first", "仅甲方受威慑，乙方可先发制人"),
        (false, true) => words("only the other is deterred; one can strike first", "仅乙方受威慑，甲方可先发制人"),
        (false, false) => words("neither is deterred: each can strike first", "双方皆未受威慑，均可先发制人"),
    };
    let drawn = [&vertex_one, &vertex_other].map(Value::to_f64);
    let findings = vec![
        Finding::new(
            "exchange",
            words("enemy warheads destroyed per warhead, product of both", "每枚弹头摧毁的敌方弹头数，双方之积"),
            words("f_one · f_other; deterrence needs less than 1", "f甲 · f乙；威慑要求小于 1"),
            product,
        ),
        Finding::new(
            "vertex_one",
            words("fewest warheads of one with which both are deterred", "双方皆受威慑时甲方的最少弹头数"),
            words("(N_other + f_other · N_one) / (1 − f_one · f_other)", "(N乙 + f乙 · N甲) / (1 − f甲 · f乙)"),
            vertex_one,
        ),
        Finding::new(
            "vertex_other",
            words("fewest warheads of the other with which both are deterred", "双方皆受威慑时乙方的最少弹头数"),
            words("(N_one + f_one · N_other) / (1 − f_one · f_other)", "(N甲 + f甲 · N乙) / (1 − f甲 · f乙)"),
            vertex_other,
        ),
        Finding::new(
            "left_one",
            words("what one has left after being struck", "甲方遭首次打击后所余弹头"),
            words("max(0, M_one − f_other · M_other)", "max(0, M甲 − f乙 · M乙)"),
            left_one,
        ),
        Finding::new(
            "left_other",
            words("what the other has left after being struck", "乙方遭首次打击后所余弹头"),
            words("max(0, M_other − f_one · M_one)", "max(0, M乙 − f甲 · M甲)"),
            left_other,
        ),
        Finding::new(
            "regime",
            words("at these stockpiles", "在当前库存下"),
            words(
                "M_one ≥ N_other + f_other · M_other, M_other ≥ N_one + f_one · M_one",
                "M甲 ≥ N乙 + f乙 · M乙，M乙 ≥ N甲 + f甲 · M甲",
            ),
            regime,
        ),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture(values, drawn)) })
}

/// Both borders of the cone, with the vertex where there is one.
fn picture(values: &Values, vertex: [Option<f64>; 2]) -> Picture {
    let [n_one, n_other] = ["deter_one", "deter_other"].map(|id| values.real(id));
    let [f_one, f_other] = ["destroys_one", "destroys_other"].map(|id| values.real(id));
    let [m_one, m_other] = ["stock_one", "stock_other"].map(|id| values.real(id));
    let wide = 1.5 * m_one.max(vertex[0].unwrap_or(0.0)).max(n_other).max(1.0);
    let deters_other = move |x: f64| if x < n_other || f_other <= 0.0 { f64::NAN } else { (x - n_other) / f_other };
    let mut marks = vec![mark(words("here", "当前"), m_one, m_other)];
    if let [Some(x), Some(y)] = vertex {
        marks.push(mark(words("fewest that deter both", "足以相互威慑的最小库存"), x, y));
    }
    Picture {
        title: words("Stockpiles at which both are deterred", "双方均受威慑的核武库规模"),
        x: words("warheads of one", "甲方弹头数"),
        y: words("warheads of the other", "乙方弹头数"),
        lines: vec![
            curve(words("one is deterred above", "线上方甲方受威慑"), 0.0, wide, move |x| n_one + f_one * x),
            curve(words("the other is deterred below", "线下方乙方受威慑"), 0.0, wide, deters_other),
        ],
        marks,
    }
}
