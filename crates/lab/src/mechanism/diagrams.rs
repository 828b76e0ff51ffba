//! What a figure is made of, how each arrow is measured, and what was found.

use super::cuts::Cut;
use super::engine::{Explained, Variant};
use super::generic::Generic;
use super::measured::At;
use super::{ArrowRow, Diagram, NodeRow};
use crate::outcome::Effect;
use crate::scenario::{Lang, Text};
use crate::statistics::effect;

/// English and Chinese.
pub(super) type Both = (&'static str, &'static str);

/// Where nothing is measured.
pub(super) const NOTHING: Both = ("", "");

/// A box: id, name, what is measured there, column and row.
pub(super) struct Node(pub &'static str, pub Both, pub Both, pub (f64, f64));

/// How an arrow is measured.
pub(super) enum Test {
    /// Whole minus the run with this cut.
    Cut(Cut),
    /// Whole minus the run with all of these cut.
    Cuts(&'static [Cut]),
    /// With this put in, minus without.
    PutIn(Generic),
    /// With the first put in, minus with the second put in.
    Instead(Generic, Generic),
    /// With both, minus with the second alone.
    Beside(Generic, Generic),
    /// What the first does beside the second, minus what it does alone.
    Reinforces(Generic, Generic),
    /// Not at all: the model has nothing to cut there.
    Nothing,
}

/// An arrow of a figure.
pub(super) struct Arrow {
    pub from: &'static str,
    pub to: &'static str,
    pub sign: &'static str,
    pub test: Test,
    pub at: At,
    pub unit: Both,
    pub cut: Both,
    pub text: &'static str,
    pub by_construction: bool,
}

/// An arrow that the functional form does not contain yet.
pub(super) const fn arrow(
    from: &'static str,
    to: &'static str,
    sign: &'static str,
    (test, at, unit): (Test, At, Both),
    cut: Both,
    text: &'static str,
) -> Arrow {
    Arrow { from, to, sign, test, at, unit, cut, text, by_construction: false }
}

/// One that it contains.
pub(super) const fn built_in(mut arrow: Arrow) -> Arrow {
    arrow.by_construction = true;
    arrow
}

/// A figure.
pub(super) struct Figure {
    pub id: &'static str,
    pub title: Both,
    pub nodes: &'static [Node],
    pub arrows: &'static [Arrow],
    /// Whether it is about the issue with the epidemic, not about all.
    pub ill: bool,
}

/// The outcome of arrows about an epidemic.
const DEATHS: Both = ("deaths per million people of the world", "全世界每百万人死亡数");
/// What is left of the dilemma in an epidemic, and its unit.
const EASED: (Both, Both) = (("share of a surplus kept, mean", "盈余中留下的份额，均值"), ("share", "份额"));

impl Test {
    /// The runs it takes, beside the whole.
    fn variants(&self) -> Vec<Variant> {
        match *self {
            Test::Cut(cut) => vec![Variant::without(cut)],
            Test::Cuts(cuts) => vec![Variant::without_all(cuts)],
            Test::PutIn(node) => vec![Variant::with(&[node])],
            Test::Instead(a, b) => vec![Variant::with(&[a]), Variant::with(&[b])],
            Test::Beside(a, b) | Test::Reinforces(a, b) => {
                [vec![a, b], vec![a], vec![b]].iter().map(|nodes| Variant::with(nodes)).collect()
            }
            Test::Nothing => Vec::new(),
        }
    }

    fn measured(&self, explained: &Explained, at: At) -> Effect {
        let whole = Variant::whole();
        match *self {
            Test::Cut(cut) => explained.effect(&whole, &Variant::without(cut), at),
            Test::Cuts(cuts) => explained.effect(&whole, &Variant::without_all(cuts), at),
            Test::PutIn(node) => explained.effect(&Variant::with(&[node]), &whole, at),
            Test::Instead(a, b) => explained.effect(&Variant::with(&[a]), &Variant::with(&[b]), at),
            Test::Beside(a, b) => explained.effect(&Variant::with(&[a, b]), &Variant::with(&[b]), at),
            Test::Reinforces(a, b) => {
                let beside = explained.differences(&Variant::with(&[a, b]), &Variant::with(&[b]), at);
                let alone = explained.differences(&Variant::with(&[a]), &whole, at);
                effect(&beside.iter().zip(&alone).map(|(x, y)| x - y).collect::<Vec<_>>())
            }
            Test::Nothing => Effect::default(),
        }
    }
}

/// Effects smaller than this are none, whatever their interval: rounding, not findings.
const MARGIN: f64 = 1e-9;

fn finding(effect: &Effect, sign: &str) -> &'static str {
    let clear = effect.ci95[0] > 0.0 || effect.ci95[1] < 0.0;
    if effect.replications == 0 {
        "unmeasured"
    } else if !clear || effect.mean.abs() < MARGIN {
        "none"
    } else if (effect.mean > 0.0) == (sign == "+") {
        "as-stated"
    } else {
        "opposite"
    }
}

/// The same measure in the issue with the epidemic.
fn of_ill(at: At) -> At {
    match at {
        At::Uncertainty => At::IllUncertainty,
        At::Misreading => At::IllMisreading,
        At::Credibility => At::IllCredibility,
        At::Compliance => At::IllCompliance,
        At::Insecurity => At::Hoarding,
        other => other,
    }
}

impl Figure {
    /// The runs that its arrows take, beside the whole.
    pub fn variants(&self) -> impl Iterator<Item = Variant> {
        self.arrows.iter().flat_map(|arrow| arrow.test.variants())
    }

    /// The figure, measured.
    pub fn measured(&self, explained: &Explained) -> Diagram {
        let arrows = self.arrows.iter().map(|a| self.row(explained, a)).collect();
        let nodes = self.nodes.iter().map(|node| self.node(node)).collect();
        let outcome = self.ill.then(|| text(DEATHS));
        Diagram { id: self.id.into(), title: text(self.title), outcome, nodes, arrows }
    }

    fn node(&self, Node(id, name, measure, at): &Node) -> NodeRow {
        let measure = if self.ill && *id == "eased" { EASED.0 } else { *measure };
        NodeRow { id: (*id).into(), name: text(*name), measure: text(measure), at: *at }
    }

    fn row(&self, explained: &Explained, a: &Arrow) -> ArrowRow {
        let (at, outcome) = if self.ill { (of_ill(a.at), At::WorldDeaths) } else { (a.at, At::Insecurity) };
        let unit = if self.ill && matches!(a.at, At::Insecurity) { EASED.1 } else { a.unit };
        let effect = a.test.measured(explained, at);
        let found = finding(&effect, a.sign);
        ArrowRow {
            from: a.from.into(),
            to: a.to.into(),
            sign: a.sign.into(),
            text: a.text.into(),
            cut: text(a.cut),
            // What runs the other way was not built in: other things than the form of the function decided.
            by_construction: a.by_construction && found == "as-stated",
            finding: found.into(),
            unit: text(unit),
            on_outcome: a.test.measured(explained, outcome),
            effect,
        }
    }
}

fn text(both: Both) -> Text {
    Text::new(both.0, both.1)
}

/// How many arrows of a figure are borne out, and which run the other way, by their numbers in the figure.
pub(super) fn sentence(diagram: &Diagram) -> Text {
    let count = |what: &str| diagram.arrows.iter().filter(|a| a.finding == what).count();
    let tested = diagram.arrows.iter().filter(|a| a.finding == "as-stated" && !a.by_construction).count();
    let (as_stated, all) = (count("as-stated"), diagram.arrows.len());
    let list = |what: &str, lang: Lang| -> String {
        let numbered = diagram.arrows.iter().enumerate().filter(|(_, a)| a.finding == what);
        let found: Vec<String> = numbered.map(|(at, _)| (at + 1).to_string()).collect();
        match (found.is_empty(), lang) {
            (true, Lang::En) => "none".into(),
            (true, Lang::Zh) => "无".into(),
            (false, Lang::En) => found.join(", "),
            (false, Lang::Zh) => found.join("、"),
        }
    };
    let (open, open_zh) = match count("unmeasured") {
        0 => (String::new(), String::new()),
        _ => (
            format!("; not measured: {}", list("unmeasured", Lang::En)),
            format!("；未测：{}", list("unmeasured", Lang::Zh)),
        ),
    };
    Text::new(
        &format!(
            "{}: {as_stated} of {all} arrows run as the paper says, {tested} of them not by construction. The other way: {}; no effect shown: {}{open} (numbers of the arrows).",
            diagram.title.en,
            list("opposite", Lang::En),
            list("none", Lang::En)
        ),
        &format!(
            "{}：{all}支箭头中{as_stated}支与论文一致，其中{tested}支并非出自函数形式。方向相反：{}；未见效应：{}{open_zh}（箭头编号）。",
            diagram.title.zh,
            list("opposite", Lang::Zh),
            list("none", Lang::Zh)
        ),
    )
}
