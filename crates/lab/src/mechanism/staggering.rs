//! What staggering nets out to: it hinders understanding, and it frees capacity to help (second paper, §2.2 and §3.2).

use super::cuts::Cut;
use super::engine::{Explained, Variant};
use super::measured::At;
use super::{Balance, Staggering};
use crate::outcome::Effect;
use crate::scenario::Text;
use crate::statistics::mean;

/// Id, name and unit in both languages, and the measure.
type Side = (&'static str, &'static str, &'static str, &'static str, &'static str, At);

const SIDES: [Side; 5] = [
    (
        "misreading",
        "misreading: |mistrust − truth|, mean",
        "误读：|猜疑−真相|，均值",
        "probability",
        "概率",
        At::IllMisreading,
    ),
    ("help", "need for supplies met from abroad, mean", "由国外满足的物资需求，均值", "share", "份额", At::Help),
    ("worst-deaths", "deaths of the worst hit", "受害最重者的死亡数", "per million", "每百万人", At::WorstDeaths),
    (
        "worst-unmet",
        "unmet need for supplies of the worst off",
        "最缺物资者未获满足的需求",
        "share",
        "份额",
        At::WorstUnmet,
    ),
    ("world-deaths", "deaths of the world", "全世界死亡数", "per million", "每百万人", At::WorldDeaths),
];

/// The runs it takes.
pub(super) fn variants() -> Vec<Variant> {
    vec![Variant::whole(), Variant::without(Cut::Staggering)]
}

/// Staggered minus at once everywhere.
pub(super) fn net(explained: &Explained) -> Staggering {
    let [whole, at_once] = [Variant::whole(), Variant::without(Cut::Staggering)];
    let rows: Vec<Balance> = SIDES
        .iter()
        .map(|(id, en, zh, unit, unit_zh, at)| Balance {
            id: (*id).into(),
            name: Text::new(en, zh),
            unit: Text::new(unit, unit_zh),
            effect: explained.effect(&whole, &at_once, *at),
        })
        .collect();
    let level = |at: At| mean(&explained.values(explained.find(&whole), at)).abs();
    let way = |side: usize| direction(&rows[side].effect, level(SIDES[side].5));
    let sentence = sentence([way(0), way(1), way(2), way(3)]);
    let cut = Text::new(
        "as it is, minus a run in which the infection begins everywhere at the time and with the people of its first arrival, in proportion to population",
        "现状减去另一种运行：感染在首次传入之时、以首次传入的人数按人口比例同时始于各地",
    );
    Staggering { cut, rows, sentence }
}

/// Smallest change that counts, as a share of the level.
const MATERIAL: f64 = 0.01;

/// Up, down, or neither: the runs do not tell, or too little to matter.
fn direction(e: &Effect, level: f64) -> i8 {
    match e.ci95 {
        _ if e.mean.abs() < MATERIAL * level => 0,
        [low, _] if low > 0.0 => 1,
        [_, high] if high < 0.0 => -1,
        _ => 0,
    }
}

/// The net: whether it hinders understanding, whether it frees help, and what becomes of those worst hit.
fn sentence([misreading, help, deaths, unmet]: [i8; 4]) -> Text {
    let pick = |way: i8, [less, none, more]: [(&'static str, &'static str); 3]| match way {
        1 => more,
        -1 => less,
        _ => none,
    };
    let reads = pick(
        misreading,
        [
            ("makes reading truer", "使解读更接近真相"),
            ("leaves misreading as it is", "不改变误读"),
            ("adds to misreading", "加深误读"),
        ],
    );
    let helps = pick(
        help,
        [
            ("lets less help through", "使援助减少"),
            ("frees no help", "并未腾出援助之力"),
            ("frees capacity to help", "腾出援助之力"),
        ],
    );
    let dies = pick(
        deaths,
        [
            ("fewer of the worst hit die", "受害最重者死亡减少"),
            ("as many of the worst hit die", "受害最重者死亡不变"),
            ("more of the worst hit die", "受害最重者死亡增加"),
        ],
    );
    let lacks = pick(
        unmet,
        [
            ("the worst off lack less", "最缺物资者所缺减少"),
            ("the worst off lack as much", "最缺物资者所缺不变"),
            ("the worst off lack more", "最缺物资者所缺增加"),
        ],
    );
    let net = match deaths + unmet {
        sum if sum < 0 => ("on balance staggering helps", "总体而言，先后错开利大于弊"),
        sum if sum > 0 => ("on balance staggering harms", "总体而言，先后错开弊大于利"),
        _ => ("on balance these runs find neither help nor harm", "总体而言，这些运行未见其利弊孰大"),
    };
    Text::new(
        &format!(
            "That the epidemic arrives in one place after another {} and {}; {}, {}: {}. What changes by less than 1 % of its level counts as unchanged.",
            reads.0, helps.0, dies.0, lacks.0, net.0
        ),
        &format!(
            "疫情先后到达各地，{}，{}；{}，{}：{}。变化不足其水平的 1 % 者视为不变。",
            reads.1, helps.1, dies.1, lacks.1, net.1
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effect(mean: f64, half: f64) -> Effect {
        Effect { mean, ci95: [mean - half, mean + half], replications: 9, ..Effect::default() }
    }

    /// Up or down only where the interval is clear of zero and the change is a hundredth of the level or more.
    #[test]
    fn contract_a_direction_is_clear_and_material() {
        for (mean, half, level, way) in [
            (2.0, 1.0, 100.0, 1),
            (-2.0, 1.0, 100.0, -1),
            (2.0, 2.5, 100.0, 0),
            (-2.0, 2.5, 100.0, 0),
            (0.9, 0.1, 100.0, 0),
            (-0.9, 0.1, 100.0, 0),
            (0.9, 0.1, 80.0, 1),
            (-0.9, 0.1, 80.0, -1),
            (0.0, 0.0, 0.0, 0),
        ] {
            assert_eq!(direction(&effect(mean, half), level), way, "{mean} ± {half} of {level}");
        }
    }

    /// Each of the four says its own part, and the net follows deaths and want of those worst hit alone.
    #[test]
    fn contract_the_net_is_that_of_those_worst_hit() {
        let en = |ways: [i8; 4]| sentence(ways).en;
        for (ways, net) in [
            ([1, 0, -1, 0], "staggering helps"),
            ([1, 0, 0, -1], "staggering helps"),
            ([0, 1, 1, 0], "staggering harms"),
            ([0, 1, 0, 1], "staggering harms"),
            ([1, 1, 0, 0], "neither help nor harm"),
            ([-1, -1, 1, -1], "neither help nor harm"),
        ] {
            assert!(en(ways).contains(net), "{ways:?}: {}", en(ways));
        }
        let parts = [
            ["makes reading truer", "leaves misreading as it is", "adds to misreading"],
            ["lets less help through", "frees no help", "frees capacity to help"],
            ["fewer of the worst hit die", "as many of the worst hit die", "more of the worst hit die"],
            ["the worst off lack less", "the worst off lack as much", "the worst off lack more"],
        ];
        for (side, words) in parts.iter().enumerate() {
            for (way, word) in [-1, 0, 1].into_iter().zip(words) {
                let mut ways = [0; 4];
                ways[side] = way;
                assert!(en(ways).contains(word), "{ways:?}: {}", en(ways));
            }
        }
        let zh = sentence([1, 0, -1, 0]).zh;
        assert!(zh.contains("加深误读") && zh.contains("死亡减少") && zh.contains("利大于弊"), "{zh}");
    }
}
