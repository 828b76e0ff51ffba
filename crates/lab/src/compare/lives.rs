//! What remedies do in an epidemic: deaths in the world and where it is worst, output lost, and the sentences on who gains and who pays.

use theory::world::Terms;

use super::answer::{interval, named};
use super::document::differences;
use super::{Block, Compared, LANES, Measured};
use crate::comparison::{BaselineLives, CostRow, Lives, RunRow};
use crate::draw::Lane;
use crate::outcome::Effect;
use crate::scenario::{Scenario, Text};
use crate::statistics::{effect, estimate};
use crate::wording::{places, rounded};

/// Index of the run without any remedy.
const NONE: usize = 0;

/// People and size of economy of each actor in the first epidemic; nothing where there is none.
pub(super) fn people(terms: &Terms<LANES>) -> Vec<[Lane; 2]> {
    let health = terms.issues.iter().find_map(|issue| issue.physics.health.as_ref());
    health.map_or(Vec::new(), |h| {
        let both = h.epidemic.population.iter().zip(&h.economy.size);
        both.map(|(people, size)| [*people, *size]).collect()
    })
}

/// Deaths per million people of actor `i`.
fn rate(b: &Block, m: &Measured, i: usize, l: usize) -> f64 {
    1e6 * m.tolls[i].deaths[l] / b.people[i][0][l].max(1.0)
}

/// Deaths per million people where they are most.
pub(super) fn worst(b: &Block, m: &Measured, l: usize) -> f64 {
    (0..m.tolls.len()).map(|i| rate(b, m, i, l)).fold(0.0, f64::max)
}

/// Years of the world's output lost: each actor's, weighted by its economy.
pub(super) fn loss(b: &Block, m: &Measured, l: usize) -> f64 {
    let size: f64 = b.people.iter().map(|[_, size]| size[l]).sum();
    let lost: f64 = m.tolls.iter().zip(&b.people).map(|(toll, [_, size])| toll.loss[l] * size[l]).sum();
    if size > 0.0 { lost / size } else { 0.0 }
}

fn has_epidemic(c: &Compared) -> bool {
    c.blocks.first().is_some_and(|b| !b.people.is_empty())
}

/// Deaths of an actor that rise by less than this share of those without any remedy count as unchanged (assumed, a convention of ours).
const MATERIAL: f64 = 0.01;

/// Whether a run costs no actor lives: nobody has more than a hundredth more dead than without any remedy.
pub(super) fn spares(b: &Block, run: usize, l: usize) -> bool {
    let dead = |run: usize| b.runs[run].tolls.iter().map(move |toll| toll.deaths[l]);
    dead(run).zip(dead(NONE)).all(|(with, without)| with <= (1.0 + MATERIAL) * without)
}

/// Change of a run against none; nothing where there is no epidemic.
pub(super) fn lives(c: &Compared, run: usize) -> Option<Lives> {
    let change = |pick: fn(&Block, &Measured, usize) -> f64| {
        effect(&c.each(|b, l| pick(b, &b.runs[run], l) - pick(b, &b.runs[NONE], l)))
    };
    has_epidemic(c).then(|| Lives {
        deaths: effect(&differences(c, run, NONE, Measured::deaths)),
        worst: change(worst),
        loss: change(loss),
    })
}

/// Levels without any remedy, and who is hit worst most often.
pub(super) fn baseline(scenario: &Scenario, c: &Compared) -> Option<BaselineLives> {
    let level = |pick: fn(&Block, &Measured, usize) -> f64| estimate(&c.each(|b, l| pick(b, &b.runs[NONE], l)));
    has_epidemic(c).then(|| {
        let n = scenario.size();
        let first = |b: &Block, l: usize| {
            let m = &b.runs[NONE];
            (0..n).fold(0, |a, i| if rate(b, m, i, l) > rate(b, m, a, l) { i } else { a })
        };
        let mut times = vec![0usize; n];
        c.each(|b, l| first(b, l) as f64).into_iter().for_each(|i| times[i as usize] += 1);
        let most = (0..n).fold(0, |a, i| if times[i] > times[a] { i } else { a });
        BaselineLives {
            deaths: estimate(&c.each(|b, l| b.runs[NONE].deaths(l))),
            worst: level(worst),
            loss: level(loss),
            worst_hit: scenario.actors[most].id.clone(),
        }
    })
}

/// Change of deaths per million of one actor's people; nothing where there is no epidemic.
pub(super) fn of_actor(c: &Compared, run: usize, i: usize) -> Option<Effect> {
    has_epidemic(c).then(|| effect(&c.each(|b, l| rate(b, &b.runs[run], i, l) - rate(b, &b.runs[NONE], i, l))))
}

/// The first sentence where lives come first: what saves most, and whether the runs decide. `first` is ahead of `second`.
pub(super) fn best(first: &RunRow, second: Option<&RunRow>, without: f64) -> Text {
    let Some(lives) = &first.effects.lives else { return Text::default() };
    let (change, zh_change) = (interval(&lives.deaths, people_in_words), interval(&lives.deaths, people_in_chinese));
    let bare = |text: String| text.replace('+', "");
    let (all, zh_all, name) = (bare(people_in_words(without)), bare(people_in_chinese(without)), &first.name);
    let (mut en, mut zh) = (
        format!("{} saves most lives: {change} deaths in the world, of {all} without.", name.en),
        format!("“{}”挽救的生命最多：全世界死亡人数变化{zh_change}，原为{zh_all}。", name.zh),
    );
    if let Some(second) = second {
        en.push_str(&format!(" The runs do not decide between it and {}.", second.name.en));
        zh.push_str(&format!("运行不足以判定它与“{}”孰优。", second.name.zh));
    }
    Text::new(&en, &zh)
}

/// Where nothing is shown to save lives; `clear` is what is, behind a `first` whose interval reaches zero.
pub(super) fn undecided(clear: Option<&RunRow>, first: &RunRow) -> Text {
    let Some((run, lives)) = clear.and_then(|run| Some((run, run.effects.lives.as_ref()?))) else {
        return Text::new(
            "No remedy is shown to save lives: every interval reaches zero or lies above it.",
            "没有任何缓解办法被证明能挽救生命：各区间都触及零或在零以上。",
        );
    };
    let (name, other) = (&run.name, &first.name);
    let (change, zh_change) = (interval(&lives.deaths, people_in_words), interval(&lives.deaths, people_in_chinese));
    Text::new(
        &format!(
            "{} saves lives: {change} deaths in the world. {} may save more, but its interval reaches zero.",
            name.en, other.en
        ),
        &format!("“{}”挽救生命：全世界死亡人数变化{zh_change}。“{}”或许更多，但其区间触及零。", name.zh, other.zh),
    )
}

/// Who gains and who pays under the first of the ranking, in deaths per million of their own people; and what else it does.
pub(super) fn sides(scenario: &Scenario, run: &RunRow) -> Option<Text> {
    let clear = |row: &&CostRow, up: bool| {
        let found = |e: &Effect| if up { e.ci95[0] > 0.0 } else { e.ci95[1] < 0.0 };
        row.deaths.as_ref().is_some_and(found)
    };
    let told = |up: bool| -> Vec<(&CostRow, &Effect)> {
        let mut rows: Vec<_> =
            run.costs.iter().filter(|row| clear(row, up)).filter_map(|row| Some((row, row.deaths.as_ref()?))).collect();
        rows.sort_by(|a, b| b.1.mean.abs().total_cmp(&a.1.mean.abs()));
        rows.truncate(3);
        rows
    };
    run.effects.lives.as_ref()?;
    let (gain, pay) = (told(false), told(true));
    let list = |rows: &[(&CostRow, &Effect)], zh: bool| {
        let one = |(row, e): &(&CostRow, &Effect)| {
            let name = named(scenario, &row.actor);
            let (name, size) = (if zh { name.zh } else { name.en }, people_in_words(e.mean));
            if zh { format!("{name}（{size}）") } else { format!("{name} ({size})") }
        };
        let by = if zh { "、" } else { ", " };
        if rows.is_empty() {
            return if zh { "无" } else { "nobody that the runs can name" }.to_owned();
        }
        rows.iter().map(one).collect::<Vec<_>>().join(by)
    };
    Some(Text::new(
        &format!(
            "Per million of their own people, deaths fall most in {}; they rise in {}.",
            list(&gain, false),
            list(&pay, false)
        ),
        &format!("按本国每百万人计，死亡下降最多者：{}；上升者：{}。", list(&gain, true), list(&pay, true)),
    ))
}

/// A number of people with its sign, to about three digits.
pub(super) fn people_in_words(x: f64) -> String {
    let size = x.abs();
    let text = match size {
        999_500.0.. => format!("{:.*} million", places(size / 1e6), size / 1e6),
        1.0.. => rounded(size),
        _ => format!("{size:.2}"),
    };
    if x < 0.0 { format!("−{text}") } else { format!("+{text}") }
}

/// The same as Chinese counts: by ten thousands.
pub(super) fn people_in_chinese(x: f64) -> String {
    let size = x.abs();
    if size < 1e4 {
        return people_in_words(x);
    }
    let (unit, word) = if size < 99_950_000.0 { (1e4, "万") } else { (1e8, "亿") };
    format!("{}{}{word}", if x < 0.0 { "−" } else { "+" }, rounded(size / unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_people_are_written_short_and_with_their_sign() {
        let said = [1.5e6, 38.84e6, -123_456.0, -1234.0, 999_600.0, 512.4, -3.2, 0.0].map(people_in_words);
        let want = ["+1.50 million", "+38.8 million", "−123,000", "−1,230", "+1.00 million", "+512", "−3.2", "+0.00"];
        assert_eq!(said, want);
        let said = [-5.49e6, 38.84e6, 12_345.0, 999.0, 1.234e9].map(people_in_chinese);
        assert_eq!(said, ["−549万", "+3,880万", "+1.2万", "+999", "+12.3亿"]);
    }

    fn run(costs: &[(&str, f64, f64)]) -> RunRow {
        let row = |(actor, mean, half): &(&str, f64, f64)| CostRow {
            actor: (*actor).into(),
            cost: Default::default(),
            share: Default::default(),
            security: Effect::default(),
            deaths: Some(Effect {
                mean: *mean,
                ci95: [mean - half, mean + half],
                replications: 9,
                ..Effect::default()
            }),
        };
        RunRow {
            id: "share".into(),
            name: Text::same("share"),
            kind: "alone".into(),
            members: Vec::new(),
            effects: crate::comparison::Effects { lives: Some(Lives::default()), ..Default::default() },
            costs: costs.iter().map(row).collect(),
            running: Default::default(),
            over_budget: false,
            interaction: None,
            exercised: 0.0,
            competition: Vec::new(),
        }
    }

    /// Who gains and who pays: only what is clear of zero, the largest three of either side, each on its own side.
    #[test]
    fn contract_those_who_gain_and_those_who_pay_are_told_apart() {
        let preset = crate::presets::PRESETS.iter().find(|p| p.id == "covid-2020").expect("a preset");
        let scenario = crate::check::check(preset.text, &[]).expect("presets are fine");
        let said = |costs: &[(&str, f64, f64)]| sides(&scenario, &run(costs)).expect("an epidemic");
        let text = said(&[
            ("usa", 311.0, 20.0),
            ("china", -40.0, 5.0),
            ("india", -1520.0, 90.0),
            ("serbia", -1360.0, 80.0),
            ("south-africa", -1060.0, 80.0),
            ("brazil", -900.0, 901.0),
        ]);
        assert_eq!(
            text.en,
            "Per million of their own people, deaths fall most in India (−1,520), Serbia (−1,360), South Africa (−1,060); \
             they rise in United States (+311)."
        );
        assert!(
            text.zh.contains("印度（−1,520）、塞尔维亚（−1,360）") && text.zh.contains("上升者：美国（+311）"),
            "{}",
            text.zh
        );
        let nobody = said(&[("usa", 3.0, 4.0)]);
        assert_eq!(nobody.en.matches("nobody that the runs can name").count(), 2);
        assert!(nobody.zh.contains("最多者：无") && nobody.zh.contains("上升者：无"), "{}", nobody.zh);
        let mut plain = run(&[]);
        plain.effects.lives = None;
        assert_eq!(sides(&scenario, &plain), None);
    }
}
