//! The table of kinds: what each moves and which numbers it has.

use super::{Kind, Mode, Needs};
use crate::catalogue::Words;

const fn one(numbers: &'static [&'static str]) -> Mode {
    Mode { word: "", numbers }
}

const fn mode(word: &'static str, numbers: &'static [&'static str]) -> Mode {
    Mode { word, numbers }
}

const fn kind(
    key: &'static str,
    family: &'static str,
    name: (&'static str, &'static str),
    acts_on: (&'static str, &'static str),
    least: usize,
    modes: &'static [Mode],
) -> Kind {
    Kind {
        key,
        family,
        name: Words { en: name.0, zh: name.1 },
        acts_on: Words { en: acts_on.0, zh: acts_on.1 },
        least,
        modes,
        exclusive: false,
        by_construction: false,
        needs: Needs::Stakes,
    }
}

const fn needing(needs: Needs, mut kind: Kind) -> Kind {
    kind.needs = needs;
    kind
}

const fn exclusive(mut kind: Kind) -> Kind {
    kind.exclusive = true;
    kind
}

const fn by_construction(mut kind: Kind) -> Kind {
    kind.by_construction = true;
    kind
}

const SPREAD: [&[&str]; 6] = [
    &["care_gain", "leaders_rate", "leaders_ceiling", "seed", "awakening"],
    &["care_gain", "scholars_rate", "scholars_ceiling", "seed", "awakening"],
    &["care_gain", "educators_rate", "educators_ceiling", "seed", "awakening"],
    &["foresight_gain", "leaders_rate", "leaders_ceiling", "seed", "awakening"],
    &["foresight_gain", "scholars_rate", "scholars_ceiling", "seed", "awakening"],
    &["foresight_gain", "educators_rate", "educators_ceiling", "seed", "awakening"],
];
const UNIVERSAL: [&[&str]; 3] = [
    &["care_gain", "foresight_gain", "leaders_rate", "leaders_ceiling", "seed", "awakening"],
    &["care_gain", "foresight_gain", "scholars_rate", "scholars_ceiling", "seed", "awakening"],
    &["care_gain", "foresight_gain", "educators_rate", "educators_ceiling", "seed", "awakening"],
];
const SIGNAL: &[&str] = &["signal_effort", "bluff_scale", "missed", "leadership"];

/// Every kind.
pub const REMEDIES: &[Kind] = &[
    needing(
        Needs::Arms,
        kind(
            "parity",
            "holding",
            ("parity", "均等"),
            ("cap on effort relative to the other's: no bid for superiority", "相对于对方投入的上限：不谋求优势"),
            1,
            &[one(&["ratio"])],
        ),
    ),
    needing(
        Needs::Arms,
        kind(
            "cut-arms",
            "holding",
            ("cut arms", "裁军"),
            ("target effort, by steps; baseline too if agreed", "分步降低目标投入；约定时亦降低基线"),
            1,
            &[one(&["cut", "baseline_cut"])],
        ),
    ),
    needing(
        Needs::Arms,
        exclusive(kind(
            "spheres",
            "holding",
            ("spheres of influence", "势力范围"),
            (
                "exposure across the line, and greed's object; a line drawn by one side or on claims raises incidents",
                "跨线暴露与贪婪的对象；单方面或依据主张划线会增加事端",
            ),
            1,
            &[
                mode("status-quo", &["line", "incident", "explained"]),
                mode("claims", &["line", "incident", "explained"]),
            ],
        )),
    ),
    needing(
        Needs::Arms,
        exclusive(kind(
            "define-aggression",
            "holding",
            ("define aggression", "定义侵略"),
            (
                "false alarms (attacks from fear) and the cost of a defined attack",
                "误报（出于恐惧的攻击）与已定义攻击的代价",
            ),
            2,
            &[
                mode("narrow", &["false_alarm", "miss", "false_alarm_before", "penalty"]),
                mode("broad", &["false_alarm_broad", "miss_broad", "false_alarm_before", "penalty"]),
            ],
        )),
    ),
    needing(
        Needs::Escalation,
        by_construction(kind(
            "limit-war",
            "holding",
            ("limit war", "限制战争"),
            ("odds of escalation; attacks too, if war seems safer", "升级的可能；若战争显得较安全，攻击亦受影响"),
            1,
            &[one(&["limit", "emboldening"])],
        )),
    ),
    exclusive(kind(
        "negotiate",
        "holding",
        ("negotiate", "谈判"),
        ("exposure, issue by issue or pooled; a linked failure spreads", "暴露：逐项谈判或挂钩谈判；挂钩失败会扩散"),
        2,
        &[
            mode("mixed", &["agreement", "concession", "rebound"]),
            mode("piecemeal", &["agreement", "concession"]),
            mode("linked", &["agreement", "concession", "rebound"]),
        ],
    )),
    needing(
        Needs::Arms,
        kind(
            "cooling-off",
            "holding",
            ("cooling-off", "冷静期"),
            (
                "speed of reaction, first-strike advantage as seen, time to decide",
                "反应速度、所见先发制人之利、决策时间",
            ),
            1,
            &[one(&["slowing", "calm", "time"])],
        ),
    ),
    needing(
        Needs::Warheads,
        kind(
            "stand-down",
            "holding",
            ("stand down", "降低戒备"),
            ("readiness of nuclear forces", "核力量的戒备程度"),
            1,
            &[one(&["standing_down", "time"])],
        ),
    ),
    needing(
        Needs::Warheads,
        kind(
            "secure-second-strike",
            "holding",
            ("secure second strike", "保障二次打击"),
            ("share of forces that survive a first strike", "能承受首次打击的力量份额"),
            1,
            &[one(&["hardening"])],
        ),
    ),
    needing(
        Needs::Health,
        kind(
            "close-borders",
            "holding",
            ("close borders", "关闭边境"),
            ("travel that the carrier lets through", "承担者放行的跨国往来"),
            1,
            &[one(&["closing"])],
        ),
    ),
    needing(
        Needs::Health,
        kind(
            "enforce-rules",
            "holding",
            ("enforce rules at home", "国内执行管控"),
            ("weight of punishment among the carrier's people", "承担者民众所受惩罚的权重"),
            1,
            &[one(&["policing"])],
        ),
    ),
    needing(
        Needs::Commons,
        kind(
            "mitigation",
            "holding",
            ("mitigation", "减排"),
            ("share of emission mitigated, each carrier its part of all", "减排份额，各承担者按其在全体中的一份"),
            1,
            &[one(&["mitigated"])],
        ),
    ),
    kind(
        "care",
        "universalism",
        ("care for others", "关怀他者"),
        ("restraint u, as the attitude spreads", "随态度传播的克制u"),
        1,
        &[mode("leaders", SPREAD[0]), mode("scholars", SPREAD[1]), mode("educators", SPREAD[2])],
    ),
    kind(
        "foresight",
        "universalism",
        ("foresight", "远见"),
        ("restraint d, as the attitude spreads", "随态度传播的克制d"),
        1,
        &[mode("leaders", SPREAD[3]), mode("scholars", SPREAD[4]), mode("educators", SPREAD[5])],
    ),
    kind(
        "universalism",
        "universalism",
        ("universalism", "普世主义"),
        ("restraint u and d, as the attitude spreads", "随态度传播的克制u与d"),
        1,
        &[mode("leaders", UNIVERSAL[0]), mode("scholars", UNIVERSAL[1]), mode("educators", UNIVERSAL[2])],
    ),
    kind(
        "survival-research",
        "universalism",
        ("survival research", "生存研究"),
        ("rate at which attitudes spread", "态度传播的速率"),
        1,
        &[one(&["research"])],
    ),
    kind(
        "language",
        "signals",
        ("language", "语言信号"),
        (
            "enemy image (macro) or understanding (micro); separates nobody",
            "敌人形象（宏观）或理解（微观）；不区分动机",
        ),
        1,
        &[mode("macro", &["image"]), mode("micro", &["gesture"])],
    ),
    needing(
        Needs::Trouble,
        kind(
            "no-blame",
            "signals",
            ("language without an enemy", "不树敌的语言"),
            (
                "evidence that the carrier finds in its own trouble against those it ascribes it to",
                "承担者从自身困难中得出的、不利于归因对象的证据",
            ),
            1,
            &[one(&["unblaming"])],
        ),
    ),
    needing(
        Needs::Arms,
        kind(
            "military-signal",
            "signals",
            ("military signal", "军事信号"),
            ("posture, effort, and evidence −c/η", "姿态、投入与证据−c/η"),
            1,
            &[one(&["defence", "signal_effort", "bluff_scale", "missed", "leadership"])],
        ),
    ),
    kind(
        "restraint-signal",
        "signals",
        ("non-military restraint", "非军事克制"),
        ("evidence −c/η", "证据−c/η"),
        1,
        &[one(SIGNAL)],
    ),
    exclusive(kind(
        "pledge",
        "signals",
        ("pledge", "承诺"),
        (
            "credit when delivered, bad news when not; in an epidemic a share of surplus medicine too",
            "兑现时得信用，食言则为坏消息；在疫情中并交出一部分多余的医疗物资",
        ),
        1,
        &[
            mode("deliver", &["window", "signal_effort", "bluff_scale", "missed", "leadership", "delivered"]),
            mode("renege", &["window", "signal_effort", "bluff_scale", "missed", "leadership"]),
        ],
    )),
    kind(
        "reciprocation",
        "signals",
        ("Graduated Reciprocation", "渐进互惠"),
        (
            "own effort, for a time whatever the other does, then as it answers; evidence −c/η while kept up",
            "己方投入：先行克制一段时间，其后视对方回应；维持期间的证据−c/η",
        ),
        1,
        &[one(&["cut", "patience", "tolerance", "bluff_scale", "missed", "leadership"])],
    ),
    kind(
        "tit-for-tat",
        "signals",
        ("tit for tat in restraint", "克制上的以牙还牙"),
        ("own effort, only while the other restrains itself", "己方投入：仅当对方克制时"),
        1,
        &[one(&["cut", "tolerance"])],
    ),
    kind(
        "ladder",
        "institutions",
        ("ladder of institutions", "制度阶梯"),
        (
            "contact, dialogue, consultation, monitoring, rules with sanction, community: climbs on trust, falls on breach",
            "接触、对话、磋商、监督、带制裁的规则、共同体：因信任而升，因违约而降",
        ),
        2,
        &[one(&[
            "density",
            "understanding",
            "transparency",
            "adjudication",
            "fine",
            "care_gain",
            "delay",
            "dwell",
            "climb",
            "fall",
        ])],
    ),
    kind(
        "internalisation",
        "institutions",
        ("internalisation", "内化"),
        ("greed excess and care: compliance becomes preference and stays", "贪婪增量与关怀：遵从变为偏好并留存"),
        1,
        &[one(&["internalising", "fine", "care_gain"])],
    ),
    needing(
        Needs::Arms,
        kind(
            "alliance",
            "institutions",
            ("alliance", "同盟"),
            (
                "threat inside falls, exposure to outsiders is shared, outsiders' exposure rises",
                "内部威胁下降，对外暴露分担，局外者暴露上升",
            ),
            2,
            &[one(&["adjudication", "lending", "outward"])],
        ),
    ),
    needing(
        Needs::Arms,
        kind(
            "collective-security",
            "institutions",
            ("collective security", "集体安全"),
            ("all members stand together against whoever attacks one", "全体成员共同对付任何攻击者"),
            3,
            &[one(&["lending", "adjudication"])],
        ),
    ),
    needing(
        Needs::Arms,
        kind(
            "balance-of-power",
            "institutions",
            ("balance of power", "均势"),
            ("each member lends effort against the one it fears most", "各成员借出投入以对付其最惧者"),
            3,
            &[one(&["lending"])],
        ),
    ),
    needing(
        Needs::Medicine,
        kind(
            "pool",
            "institutions",
            ("common pool of medicine", "医疗物资共享池"),
            (
                "share of surplus medicine that goes by need; decided together, better but later",
                "按需分配的多余医疗物资份额；共同决定，更好但更迟",
            ),
            2,
            &[one(&["pooled", "deliberation", "deliberation_per_member", "deliberation_disagreement"])],
        ),
    ),
    kind(
        "exchange",
        "exchange",
        ("exchange", "交往"),
        (
            "observations per year (density, breadth), empathy, cost of breaking (depth)",
            "每年的观察（密度、广度）、共情、决裂成本（深度）",
        ),
        2,
        &[one(&["density", "breadth", "understanding", "depth"])],
    ),
    needing(
        Needs::Health,
        kind(
            "open-reporting",
            "exchange",
            ("open reporting", "公开通报"),
            (
                "deaths and cases that the carrier hides, and how well others see it",
                "承担者隐瞒的死亡与病例，以及他方对它的可见度",
            ),
            1,
            &[one(&["candour", "transparency"])],
        ),
    ),
    kind(
        "self-binding",
        "self-binding",
        ("self-binding", "自我约束"),
        (
            "how well others see the carrier, how lasting that is, attack made costly",
            "他方对承担者的可见度、其持久性、攻击的代价",
        ),
        1,
        &[one(&["transparency", "locked", "depth"])],
    ),
    needing(
        Needs::Medicine,
        kind(
            "share",
            "self-binding",
            ("share of surplus", "出让余量"),
            (
                "share of surplus medicine passed on by need, at once and whatever others do",
                "立即按需出让的多余医疗物资份额，不论他方如何",
            ),
            1,
            &[one(&["passed_on"])],
        ),
    ),
    kind(
        "security-community",
        "community",
        ("pluralistic security community", "多元安全共同体"),
        ("mutual care, authority, attack out of the question", "相互关怀、权威、排除攻击"),
        2,
        &[one(&["care_gain", "adjudication", "depth"])],
    ),
];
