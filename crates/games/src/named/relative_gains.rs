//! Relative gains: cooperation among actors that mind what the others get.

use super::dilemma::{LABELS, Payoffs, ordered, parameters};
use super::iterated::discount;
use super::{
    Analysis, Fault, Finding, Line, Mark, Named, Parameter, Picture, Value, Values, Words, real, whole, words,
};
use crate::number::Rational;

/// Most actors that are counted.
const MOST: i64 = 1000;

const PARAMETERS: [Parameter; 7] = {
    let [t, r, p, s] = parameters(["5", "3", "1", "0"]);
    let weight = real(
        "weight",
        "0.5",
        ["0", "1"],
        "r: weight of the others' average gain against one's own",
        "r：他方平均获益相对于自身获益的权重",
    );
    let actors = whole("actors", "2", ["2", "1000"], "n: number of actors", "n：行为体数目");
    [t, r, p, s, discount("0.6"), weight, actors]
};

/// Each pair plays its own game; each actor's concern is spread over all the others.
pub const GAME: Named = Named {
    id: "relative-gains",
    title: words("Relative gains", "相对收益"),
    story: words(
        "Each pair of actors meets again and again, and each actor minds what the others get on average. Between two \
         that concern can undo cooperation; among many it is spread thin.",
        "每对行为体反复相遇，各方都在意他方的平均所得。在两方之间，这种顾虑可使合作瓦解；在多方之间，它被摊薄。",
    ),
    source: "Snidal 1991, American Political Science Review 85(3), 701–726; Powell 1991, ibid. 85(4), 1303–1320",
    note: None,
    key: &["patience", "least_actors"],
    claims: &["A142", "A143"],
    parameters: &PARAMETERS,
    labels: LABELS,
    analyse,
};

/// One's own payoff less ρ times the other's, in the game of one pair: what the pair does leaves the rest as it was.
fn felt(p: &Payoffs, spread: &Rational) -> Payoffs {
    let less = |own: &Rational, other: &Rational| own - &(spread * other);
    Payoffs {
        temptation: less(&p.temptation, &p.sucker),
        reward: less(&p.reward, &p.reward),
        punishment: less(&p.punishment, &p.punishment),
        sucker: less(&p.sucker, &p.temptation),
    }
}

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    let order = words(
        "mutual cooperation must be better than mutual defection, and that better than being exploited: \
                       R > P > S, T > P",
        "须有 R > P > S 且 T > P：互相合作优于互相背叛，互相背叛优于被利用",
    );
    ordered(p.reward > p.punishment && p.punishment > p.sucker && p.temptation > p.punishment, order)?;
    let (weight, delta) = (values.of("weight"), values.of("discount"));
    let actors = values.of("actors");
    let spread = weight.over(&(&actors - &Rational::one())).unwrap_or_else(Rational::zero);
    let felt = felt(&p, &spread);
    let bound = most_spread(&p, &delta);
    let findings = vec![
        Finding::new(
            "spread",
            words("weight of one other actor's gain", "单个他方获益的权重"),
            "ρ = r / (n − 1)",
            spread.clone(),
        ),
        Finding::new(
            "patience",
            words(
                "least discount factor for cooperation under the grim trigger",
                "冷酷触发策略下合作所需的最小贴现因子",
            ),
            "[(T − R) + ρ(R − S)] / [(T − R) + ρ(R − S) + (R − P)(1 − ρ)]",
            patience(&felt),
        ),
        Finding::new(
            "felt_game",
            words("which game one meeting is as each pair feels it", "就单次相遇而言，每对行为体自觉所处的博弈"),
            "",
            kind(&felt),
        ),
        Finding::new(
            "switch",
            words(
                "weight per other actor above which defection pays even on one who cooperates",
                "对单个他方的权重超过此值时，即使对方合作，背叛也更有利",
            ),
            "(R − T) / (R − S)",
            (&p.reward - &p.temptation)
                .over(&(&p.reward - &p.sucker))
                .filter(|r| !r.is_negative())
                .map_or(Value::Absent(words("defection pays anyway", "背叛本来就更有利")), Value::Exact),
        ),
        Finding::new(
            "most_spread",
            words("greatest ρ at which cooperation holds at this discount factor", "该贴现因子下合作可维持的最大 ρ"),
            "[δ(T − P) − (T − R)] / [(R − S) − δ(P − S)]",
            bound.clone().map_or(Value::Absent(IMPATIENT), Value::Exact),
        ),
        Finding::new(
            "least_actors",
            words("least number of actors at which cooperation holds", "合作可维持的最少行为体数目"),
            words("least n with r / (n − 1) ≤ the greatest ρ", "满足 r / (n − 1) ≤ 最大 ρ 的最小 n"),
            least_actors(&weight, bound),
        ),
    ];
    let game = felt.game("Relative gains")?;
    Ok(Analysis { held: None, game: Some(game), findings, picture: Some(picture(&p, &weight, &actors, &delta)) })
}

const IMPATIENT: Words =
    words("not even without any concern for relative gains", "即使毫不在意相对收益，合作也无法维持");

/// (T − R)/(T − P) of the payoffs as they are felt; zero where cooperation needs no future, one where no future helps.
fn patience(felt: &Payoffs) -> Rational {
    if !felt.greed().is_positive() {
        return Rational::zero();
    }
    felt.greed().over(&(&felt.temptation - &felt.punishment)).unwrap_or_else(Rational::one)
}

/// What the felt payoffs make of one meeting. Fear, P − S + ρ(T − P), only grows with ρ, so cooperation never becomes
/// the safe choice.
fn kind(felt: &Payoffs) -> Words {
    let greed = felt.greed();
    if greed.is_zero() {
        words(
            "a border case: defection and cooperation pay the same on one who cooperates",
            "临界情形：对方合作时，背叛与合作收益相同",
        )
    } else if greed.is_negative() {
        words("stag hunt: cooperation holds itself up", "猎鹿博弈：合作可自我维持")
    } else if felt.reward > felt.punishment {
        words("prisoner's dilemma: defection is always better", "囚徒困境：背叛总是更好")
    } else {
        words("pure conflict: nothing is gained by cooperating", "纯粹冲突：合作毫无所得")
    }
}

/// The greatest ρ, at most one, at which the felt critical discount factor is no more than δ.
fn most_spread(p: &Payoffs, delta: &Rational) -> Option<Rational> {
    let room = &(delta * &(&p.temptation - &p.punishment)) - &p.greed();
    let slope = &(&p.reward - &p.sucker) - &(delta * &p.fear());
    room.over(&slope).filter(|bound| !bound.is_negative()).map(|bound| bound.min(Rational::one()))
}

fn least_actors(weight: &Rational, bound: Option<Rational>) -> Value {
    let Some(bound) = bound else { return Value::Absent(IMPATIENT) };
    let enough = (2..=MOST).map(Rational::from).find(|n| weight <= &(&bound * &(n - &Rational::one())));
    enough.map_or(Value::Absent(words("more than 1,000", "多于 1000 个")), Value::Exact)
}

fn picture(p: &Payoffs, weight: &Rational, actors: &Rational, delta: &Rational) -> Picture {
    let at = |n: i64| {
        let spread = weight.over(&Rational::from(n - 1)).unwrap_or_else(Rational::zero);
        (n as f64, patience(&felt(p, &spread)).to_f64())
    };
    let last = (actors.to_f64() as i64).max(20);
    let name = words("least discount factor", "最小贴现因子");
    let given = Line {
        name: words("this discount factor", "当前贴现因子"),
        points: vec![(2.0, delta.to_f64()), (last as f64, delta.to_f64())],
    };
    let spread = weight.over(&(actors - &Rational::one())).unwrap_or_else(Rational::zero);
    let here = (actors.to_f64(), patience(&felt(p, &spread)).to_f64());
    Picture {
        title: words("Patience that cooperation needs among many", "行为体众多时合作所需的耐心"),
        x: words("number of actors", "行为体数目"),
        y: words("discount factor", "贴现因子"),
        lines: vec![Line { name, points: (2..=last).map(at).collect() }, given],
        marks: vec![Mark { name: words("this case", "当前情形"), at: here }],
    }
}
