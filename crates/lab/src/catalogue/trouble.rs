//! Parameters of the commons, and of what trouble does to conduct and reading (model §6, second paper).
//!
//! Defaults are assumed; where a published estimate exists, the presets state it with its source.

use super::{Parameter, Place, Words, words};

const fn of(
    places: &'static [Place],
    (key, symbol): (&'static str, &'static str),
    name: Words,
    unit: &'static str,
    range: (f64, f64),
    default: Option<f64>,
    explanation: Words,
) -> Parameter {
    Parameter { key, symbol, name, unit, range, default, explanation, places, pairwise: false }
}

const COMMONS: &[Place] = &[Place::Commons];
const ADVERSITY: &[Place] = &[Place::Adversity];
const BLOW: &[Place] = &[Place::Blow];
const ACTORS: &[Place] = &[Place::IssueActor];

/// In the order of the format page.
pub(super) const PARAMETERS: &[Parameter] = &[
    of(
        ADVERSITY,
        ("urgency", "–"),
        words("urgency", "迫切程度"),
        "ratio",
        (0.0, 100.0),
        Some(1.0),
        words(
            "Rise of the effort that everybody sees an actor needs, at full severity.",
            "严重程度最高时，众所共见的行为体所需投入的增加倍数。",
        ),
    ),
    of(
        ADVERSITY,
        ("loss_sensitivity", "λ"),
        words("loss sensitivity", "损失敏感"),
        "ratio",
        (1.0, 10.0),
        Some(2.0),
        words("How much more a loss weighs than a gain of the same size.", "同等大小的损失相对收益的分量。"),
    ),
    of(
        ADVERSITY,
        ("distraction", "–"),
        words("distraction", "无暇他顾"),
        "share",
        (0.0, 0.95),
        Some(0.3),
        words(
            "Share of clarity of view abroad lost at full severity at home.",
            "本国严重程度最高时，对外观察清晰度的损失比例。",
        ),
    ),
    of(
        ADVERSITY,
        ("own_reference", "–"),
        words("own reference", "以己度人"),
        "share",
        (0.0, 1.0),
        Some(0.3),
        words("Share of the difference of situations that is read as excess.", "处境差异中被当作过度行为解读的比例。"),
    ),
    of(
        ADVERSITY,
        ("blame", "–"),
        words("blame", "归咎"),
        "log-odds per year",
        (0.0, 100.0),
        Some(1.0),
        words(
            "Evidence per year against those to whom an actor ascribes trouble that is its own alone, at full mistrust.",
            "完全猜疑时，行为体每年对其所归咎者形成的不利证据。",
        ),
    ),
    of(
        ADVERSITY,
        ("union", "–"),
        words("common enemy", "共同敌人"),
        "log-odds per year",
        (0.0, 100.0),
        Some(0.5),
        words(
            "Evidence per year for the other when trouble is ascribed to nobody, at full trust.",
            "完全信任时，无所归咎的困境每年带来的有利证据。",
        ),
    ),
    of(
        ADVERSITY,
        ("relative_gains", "κ"),
        words("relative gains", "相对收益"),
        "ratio",
        (0.0, 10.0),
        Some(0.0),
        words(
            "Further share of exposure felt because the other's gain is one's own loss.",
            "因视他方所得为己方所失而额外感到的暴露度比例。",
        ),
    ),
    Parameter {
        pairwise: true,
        ..of(
            ADVERSITY,
            ("attribution", "A"),
            words("attribution", "归因"),
            "share",
            (0.0, 1.0),
            Some(0.0),
            words(
                "Share of its trouble that the first actor ascribes to the second.",
                "前一行为体将自身困境归因于后一行为体的比例。",
            ),
        )
    },
    of(
        BLOW,
        ("strikes", "–"),
        words("time of a blow", "打击时间"),
        "year",
        (-1.0e5, 1.0e5),
        None,
        words(
            "Calendar year, with decimals, of a blow from outside the model.",
            "来自模型之外的打击发生的公历年份（可带小数）。",
        ),
    ),
    of(
        BLOW,
        ("weight_of_blow", "–"),
        words("severity of a blow", "打击的严重程度"),
        "share",
        (0.0, 1.0),
        None,
        words("Severity at once.", "当时的严重程度。"),
    ),
    of(
        BLOW,
        ("fading", "–"),
        words("fading of a blow", "打击的消退"),
        "years",
        (0.001, 1000.0),
        Some(1.0),
        words("Years until 1/e of it is left.", "消退至1/e所需的年数。"),
    ),
    of(
        COMMONS,
        ("regrowth", "r"),
        words("regrowth", "再生率"),
        "per year",
        (0.0, 10.0),
        None,
        words("Intrinsic rate of regrowth of the resource.", "资源的内禀再生率。"),
    ),
    of(
        COMMONS,
        ("stock", "B"),
        words("stock", "存量"),
        "share",
        (1.0e-4, 1.0),
        Some(1.0),
        words("What is left of the resource at the start, share of capacity.", "起始时资源存量占容量的比例。"),
    ),
    of(
        COMMONS,
        ("catchability", "q"),
        words("catchability", "捕获系数"),
        "share per year per effort unit",
        (0.0, 1.0e9),
        None,
        words("Share of the stock that one unit of effort takes per year.", "单位投入每年取走的存量比例。"),
    ),
    of(
        COMMONS,
        ("technology", "–"),
        words("technology", "技术进步"),
        "per year",
        (-1.0, 1.0),
        Some(0.0),
        words(
            "Growth of catchability: the same effort reaches farther and spares less.",
            "捕获系数的增长率：同样的投入所及更广、所留更少。",
        ),
    ),
    of(
        COMMONS,
        ("famine", "–"),
        words("famine", "饥荒"),
        "per year",
        (0.0, 10.0),
        Some(0.02),
        words("Fall of population per year when nothing is caught.", "毫无所获时人口每年的下降率。"),
    ),
    of(
        COMMONS,
        ("emission", "–"),
        words("emission", "排放"),
        "per year",
        (0.0, 10.0),
        Some(0.01),
        words(
            "Damage to the environment per year while everybody's effort stands at baseline.",
            "各方投入处于基线时每年对环境的损害。",
        ),
    ),
    of(
        COMMONS,
        ("recovery", "–"),
        words("recovery", "恢复"),
        "per year",
        (0.0, 10.0),
        Some(0.02),
        words("Recovery of the environment.", "环境的恢复速度。"),
    ),
    of(
        COMMONS,
        ("mitigation", "–"),
        words("mitigation", "减排"),
        "share",
        (0.0, 1.0),
        Some(0.2),
        words("Share of emission mitigated while arms stand at baseline.", "军备处于基线时所减少的排放比例。"),
    ),
    of(
        COMMONS,
        ("crowding", "–"),
        words("arms against mitigation", "军备挤出减排"),
        "share",
        (0.0, 10.0),
        Some(0.5),
        words(
            "Share of mitigation lost while arms stand at twice their baseline.",
            "军备达基线两倍时所损失的减排比例。",
        ),
    ),
    of(
        COMMONS,
        ("weather", "–"),
        words("weather", "气候波动"),
        "log per √year",
        (0.0, 3.0),
        Some(0.1),
        words("S.d. of good and bad years in the log-odds of the stock.", "丰歉年波动的标准差（以存量的对数几率计）。"),
    ),
    of(
        COMMONS,
        ("rivalry", "–"),
        words("rivalry over scarcity", "稀缺之争"),
        "ratio",
        (0.0, 100.0),
        Some(1.0),
        words("Rise of exposure as the resource is used up.", "资源耗尽时暴露度的增加倍数。"),
    ),
    of(
        COMMONS,
        ("resource_war", "–"),
        words("scarcity into arms", "稀缺转为军备"),
        "ratio",
        (0.0, 100.0),
        Some(0.5),
        words(
            "Rise of responsiveness in military issues at full scarcity.",
            "完全稀缺时军事议题中反应强度的增加倍数。",
        ),
    ),
    of(
        ACTORS,
        ("need", "–"),
        words("need of the resource", "资源需求"),
        "share per year",
        (0.0, 100.0),
        Some(0.05),
        words(
            "Catch that the actor needs per year at the start, shares of capacity.",
            "起始时每年所需的资源占容量的比例。",
        ),
    ),
    of(
        ACTORS,
        ("growth", "–"),
        words("growth of population", "人口增长"),
        "per year",
        (-1.0, 1.0),
        Some(0.0),
        words("Growth of population while the need is met.", "需求得到满足时的人口增长率。"),
    ),
];
