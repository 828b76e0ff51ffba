//! Which figures a scenario has, which runs they need, and what the whole has to say.

use super::diagrams::{Figure, sentence};
use super::engine::{Explained, Variant};
use super::illness::{ill, of_arms};
use super::{Mechanism, figures, nontraditional, shares, staggering};
use crate::outcome::Files;
use crate::scenario::{Scenario, Text};

/// Whether figure 1 is drawn: always, but for an epidemic without arms.
fn traditional(scenario: &Scenario) -> bool {
    ill(scenario).is_none() || !of_arms(scenario).is_empty()
}

/// The figures of a scenario, in the order of the paper.
fn figures_of(scenario: &Scenario) -> Vec<Figure> {
    let ill = ill(scenario).is_some();
    let first = traditional(scenario).then_some(figures::FIRST);
    let second = ill.then(|| nontraditional::second(!of_arms(scenario).is_empty()));
    first.into_iter().chain(second).chain([Figure { ill, ..figures::THIRD }]).collect()
}

/// Every run that the figures and the shares need, each once.
pub fn variants(scenario: &Scenario) -> Vec<Variant> {
    let mut all = Vec::new();
    let mut want = |v: Variant| {
        if !all.contains(&v) {
            all.push(v);
        }
    };
    if traditional(scenario) {
        shares::TRADITIONAL.variants().into_iter().for_each(&mut want);
    }
    want(Variant::whole());
    figures_of(scenario).iter().flat_map(Figure::variants).for_each(&mut want);
    if ill(scenario).is_some() {
        shares::UNCERTAINTIES.variants().into_iter().for_each(&mut want);
        staggering::variants().into_iter().for_each(&mut want);
    }
    all
}

/// The whole document, but for the files.
pub fn document(scenario: &Scenario, explained: &Explained, version: &str, hash: String) -> Mechanism {
    let diagrams: Vec<_> = figures_of(scenario).iter().map(|figure| figure.measured(explained)).collect();
    let with_epidemic = ill(scenario).is_some();
    let staggering = with_epidemic.then(|| staggering::net(explained));
    let mut sharing = if traditional(scenario) { shares::traditional(explained) } else { Vec::new() };
    let mut sentences: Vec<Text> = diagrams.iter().map(sentence).collect();
    if with_epidemic {
        let (uncertainties, core) = shares::uncertainties(explained);
        sharing.extend(uncertainties);
        sentences.push(core);
        sentences.extend(staggering.as_ref().map(|s| s.sentence.clone()));
    }
    Mechanism {
        herz: version.into(),
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        note: scenario.note.clone(),
        start: scenario.clock.start,
        end: scenario.clock.end,
        seed: scenario.ensemble.seed,
        replications: explained.replications() as u64,
        requested: u64::from(explained.requested),
        scenario_hash: hash,
        assumptions: scenario.assumptions.clone(),
        sharing,
        staggering,
        sentences,
        caveats: caveats(scenario),
        diagrams,
        files: Files::default(),
    }
}

fn caveats(scenario: &Scenario) -> Vec<Text> {
    let first = Text::new(
        "In figure 1 each arrow is cut alone, luck kept: two arrows that stand in for each other both look weak.",
        "图1每次只剪断一支箭头并保持随机因素不变：可相互替代的两支箭头都会显得较弱。",
    );
    let bias = Text::new(
        "Cognitive bias includes the want of empathy: seeing the act and not the situation (Jervis 1976).",
        "认知偏差包含共情的缺乏：只见行为而不见处境（Jervis 1976）。",
    );
    let third = Text::new(
        "Figure 3 is tested with the catalogue’s own signals, self-binding, exchange and ladder from the first year, in every scenario the same; their sizes are assumed.",
        "图3以参数目录中的信号、自我约束、交往与制度阶梯自首年起检验，各情景相同；其大小为假定。",
    );
    let of_arms = if traditional(scenario) { vec![first, bias] } else { Vec::new() };
    let of_epidemic = if ill(scenario).is_some() { nontraditional::caveats() } else { Vec::new() };
    of_arms.into_iter().chain([third]).chain(of_epidemic).collect()
}
