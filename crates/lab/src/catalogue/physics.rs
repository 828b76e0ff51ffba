//! Parameters of what happens physically: technology and posture, war, warheads, levels (model §6, §7).
//!
//! None of these has a published estimate as a default; where figures point to one, the comment says which.

use super::{EFFORT_UNIT, Parameter, Place, of, words};

const PER_YEAR: &str = "per year";
const SHARE: &str = "share";
const LOG: &str = "log";
const PROBABILITY: &str = "probability";
/// Most of anything that happens at a rate, per year.
const OFTEN: f64 = 100.0;

const ISSUE: &[Place] = &[Place::Issue];
const WAR: &[Place] = &[Place::War];
const NUCLEAR: &[Place] = &[Place::Nuclear];
const FORCES: &[Place] = &[Place::IssueActor];
const LEVEL: &[Place] = &[Place::Group];

/// In the order of the format page.
pub(super) const PARAMETERS: &[Parameter] = &[
    of(
        ISSUE,
        ("offence_advantage", "B"),
        words("offence–defence balance", "攻防平衡"),
        LOG,
        (-5.0, 5.0),
        Some(0.0),
        words(
            "What technology adds to exposure, in logs; above 0 attack has the advantage.",
            "技术使暴露度增加多少（对数）；大于0则进攻占优。",
        ),
    ),
    of(
        ISSUE,
        ("posture_weight", "κ"),
        words("weight of posture", "态势权重"),
        LOG,
        (0.0, 5.0),
        Some(0.5),
        words(
            "How much one side's posture, from 0 to 1, adds to the exposure of both, in logs.",
            "一方态势由0至1使双方暴露度增加多少（对数）。",
        ),
    ),
    of(
        ISSUE,
        ("distinguishability", "D"),
        words("distinguishability of posture", "态势的可区分度"),
        SHARE,
        (0.0, 1.0),
        Some(0.0),
        words(
            "How far offensive and defensive postures can be told apart: benign actors then choose defence, and posture is evidence.",
            "进攻态势与防御态势可区分的程度：可区分时善意者选择防御，态势本身即为证据。",
        ),
    ),
    of(
        ISSUE,
        ("transition", "–"),
        words("dread of decline", "衰落之惧"),
        "years",
        (0.0, 50.0),
        Some(0.0),
        words(
            "Power transition: the largest actor exaggerates others' effort, in logs, by this times the growth per year by which the fastest riser outpaces it.",
            "权力转移：最大的行为体夸大他方投入，其幅度（对数）为此数乘以崛起最快者每年超出它的增长。",
        ),
    ),
    of(
        FORCES,
        ("posture", "φ_i"),
        words("posture", "态势"),
        SHARE,
        (-1.0, 1.0),
        Some(0.0),
        words("From −1, purely defensive, to 1, purely offensive.", "从−1（纯防御）到1（纯进攻）。"),
    ),
    of(
        WAR,
        ("war_rate", "c"),
        words("rate of war", "战争频率"),
        "ratio",
        (0.0, OFTEN),
        Some(1.0),
        words(
            "Wars per unit of objective hazard between equals; 1: the hazard is the rate at which wars break out.",
            "实力相当者之间每单位客观的危险率引发的战争数；1表示危险率即战争爆发率。",
        ),
    ),
    // 95 wars 1823–2003 (Sarkees & Wayman 2010; V36): median length 12 months, that is ln 2 / 0.75 = 0.92 years.
    of(
        WAR,
        ("war_ending", "–"),
        words("rate of peace", "停战频率"),
        PER_YEAR,
        (0.001, OFTEN),
        Some(0.75),
        words("Rate at which a war ends.", "战争结束的速率。"),
    ),
    // Of the same wars 0.44 left the lowest class and 0.11 reached the highest; 0.4 gives 0.35 and 0.12.
    of(
        WAR,
        ("war_escalation", "–"),
        words("rate of escalation", "升级频率"),
        PER_YEAR,
        (0.0, OFTEN),
        Some(0.4),
        words(
            "Rate at which a war goes one stage further: limited, extended, total.",
            "战争升一级的速率：有限战争、扩大的战争、全面战争。",
        ),
    ),
    // Battle deaths over peak personnel of losers: median .03, upper quartile .13, top decile .38; equipment doubles it.
    of(
        WAR,
        ("attrition_limited", "–"),
        words("attrition in limited war", "有限战争的损耗"),
        PER_YEAR,
        (0.0, 10.0),
        Some(0.05),
        words(
            "Rate at which a limited war destroys effort on each side between equals; both lose the same amount.",
            "有限战争摧毁双方投入的速率（双方相等时）；双方损失的数额相同。",
        ),
    ),
    of(
        WAR,
        ("attrition_extended", "–"),
        words("attrition in extended war", "扩大战争的损耗"),
        PER_YEAR,
        (0.0, 10.0),
        Some(0.2),
        words(
            "Rate at which an extended war destroys effort on each side between equals; both lose the same amount.",
            "扩大的战争摧毁双方投入的速率（双方相等时）；双方损失的数额相同。",
        ),
    ),
    of(
        WAR,
        ("attrition_total", "–"),
        words("attrition in total war", "全面战争的损耗"),
        PER_YEAR,
        (0.0, 10.0),
        Some(0.4),
        words(
            "Rate at which a total war destroys effort on each side between equals; both lose the same amount.",
            "全面战争摧毁双方投入的速率（双方相等时）；双方损失的数额相同。",
        ),
    ),
    of(
        WAR,
        ("spoils", "–"),
        words("spoils of war", "战利"),
        SHARE,
        (0.0, 0.95),
        Some(0.2),
        words(
            "Share of the loser's resources that a total war moves to the winner; an extended one moves a tenth of that, a limited one a hundredth.",
            "全面战争使败者资源转归胜者的份额；扩大的战争为其十分之一，有限战争为其百分之一。",
        ),
    ),
    of(
        WAR,
        ("shock_to_trust", "–"),
        words("shock to trust", "信任冲击"),
        LOG,
        (0.0, 18.0),
        Some(2.0),
        words(
            "Most that one attack adds to anybody's mistrust of the attacker, in log-odds.",
            "一次攻击最多使任何一方对攻击者的猜疑增加多少（对数几率）。",
        ),
    ),
    of(
        NUCLEAR,
        ("rational_control", "–"),
        words("rational control", "理性控制"),
        PROBABILITY,
        (0.0, 1.0),
        Some(0.95),
        words(
            "Share of decisions on nuclear use that weigh what would come back; the rest is not deterred.",
            "关于使用核武器的决策中权衡报复后果者的份额；其余不受威慑。",
        ),
    ),
    of(
        NUCLEAR,
        ("checking", "–"),
        words("checking of warnings", "预警核查"),
        LOG,
        (0.0, 20.0),
        Some(std::f64::consts::LN_2),
        words(
            "Each further unit of decision time leaves e^−this of the false warnings.",
            "决策时间每增加一个单位，误报只剩e的负此数次方。",
        ),
    ),
    of(
        NUCLEAR,
        ("escalation_calm", "–"),
        words("escalation in calm", "平时的升级概率"),
        PROBABILITY,
        (0.0, 1.0),
        Some(0.02),
        words(
            "Chance that an accident becomes nuclear war where the other side is held to be surely harmless.",
            "确信对方无害时，一次事故演变为核战争的概率。",
        ),
    ),
    // With calm 0.02, crisis 0.5 and even odds the chance is 0.1: 0.2 warnings a year then give Barrett et al. (2013; V51).
    of(
        NUCLEAR,
        ("escalation_crisis", "–"),
        words("escalation in crisis", "危机中的升级概率"),
        PROBABILITY,
        (0.0, 1.0),
        Some(0.5),
        words(
            "The same where the other side is held to be surely hostile; between the two, geometric.",
            "确信对方敌对时的同一概率；两者之间按几何插值。",
        ),
    ),
    of(
        NUCLEAR,
        ("shadow", "–"),
        words("nuclear shadow", "核阴影"),
        SHARE,
        (0.0, 1.0),
        Some(0.0),
        words(
            "Share of nuclear deterrence that also holds off attacks in other issues.",
            "核威慑中同时遏制其他议题上的攻击的份额。",
        ),
    ),
    Parameter {
        key: "ideology",
        symbol: "–",
        name: words("distance of ideologies", "意识形态距离"),
        unit: SHARE,
        range: (0.0, 1.0),
        default: Some(0.0),
        explanation: words(
            "How far creeds are apart: raises what is at stake beyond what can be destroyed, so that deterrence holds less.",
            "信条相去多远：使利害超出可被摧毁者，威慑因而减弱。",
        ),
        places: NUCLEAR,
        pairwise: true,
    },
    of(
        FORCES,
        ("second_strike", "s_i"),
        words("second strike", "二次打击"),
        SHARE,
        (0.0, 1.0),
        Some(0.2),
        words(
            "Share of the warheads that survive a first strike and can answer it.",
            "经受首次打击后仍能还击的弹头份额。",
        ),
    ),
    of(
        FORCES,
        ("damage_scale", "χ_i"),
        words("scale of damage", "毁伤尺度"),
        EFFORT_UNIT,
        (1e-9, 1e12),
        None,
        words(
            "Warheads arriving that destroy 63 % of what the actor values; required where there is [issues.nuclear].",
            "摧毁该行为体所珍视之物的63%所需的弹头数；有[issues.nuclear]时必填。",
        ),
    ),
    // For each side half of V54's seven to nine dated warnings of the pair in 43 years.
    of(
        FORCES,
        ("false_warning", "–"),
        words("false warnings", "误报预警"),
        PER_YEAR,
        (0.0, OFTEN),
        Some(0.1),
        words(
            "False warnings of attack per year that reach those who could answer, at full readiness.",
            "完全戒备时，每年送达有权还击者的攻击误报次数。",
        ),
    ),
    of(
        FORCES,
        ("unauthorised_use", "–"),
        words("unauthorised use", "未经授权的使用"),
        PER_YEAR,
        (0.0, OFTEN),
        Some(0.005),
        words(
            "Attempts at use without authority per year, at full readiness.",
            "完全戒备时，每年未经授权的使用企图次数。",
        ),
    ),
    of(
        FORCES,
        ("technical_fault", "–"),
        words("technical faults", "技术故障"),
        PER_YEAR,
        (0.0, OFTEN),
        Some(0.003),
        words(
            "Technical faults per year that end in an explosion or a launch, at full readiness.",
            "完全戒备时，每年导致爆炸或发射的技术故障次数。",
        ),
    ),
    of(
        FORCES,
        ("readiness", "–"),
        words("readiness", "戒备程度"),
        SHARE,
        (0.0, 1.0),
        Some(0.35),
        words("Share of the forces that can fire within minutes.", "数分钟内即可发射的力量份额。"),
    ),
    of(
        FORCES,
        ("decision_time", "–"),
        words("decision time", "决策时间"),
        "ratio",
        (0.01, 1000.0),
        Some(1.0),
        words(
            "Time to decide over what it was when the rates of accident were estimated.",
            "决策时间与估计事故率时的决策时间之比。",
        ),
    ),
    of(
        LEVEL,
        ("unity", "χ"),
        words("unity under threat", "外患凝聚力"),
        "years",
        (0.0, 1000.0),
        Some(3.0),
        words(
            "How readily an outside threat unites a group that an actor represents: authority inside closes 1 − e^−(this × hazard) of its gap to 1.",
            "外来威胁使有代表的群体团结的程度：内部权威弥合其与1之差的1−e^−(此数×危险率)。",
        ),
    ),
    of(
        LEVEL,
        ("collapse", "–"),
        words("hazard of collapse", "崩溃的危险率"),
        PER_YEAR,
        (0.0, 1e9),
        Some(1e9),
        words(
            "Perceived hazard from outside beyond which the group breaks, for good.",
            "来自外部的感知的危险率超过此数，群体即告破裂，不再恢复。",
        ),
    ),
    of(
        LEVEL,
        ("falls", "–"),
        words("year of the fall", "权威衰落之年"),
        "year",
        (-1e5, 1e5),
        None,
        words(
            "Calendar year in which the group's own authority begins to fall for reasons of its own; never where not stated.",
            "群体自身的权威因内因开始衰落的公历年份；未注明则不衰落。",
        ),
    ),
    of(
        LEVEL,
        ("falls_over", "–"),
        words("length of the fall", "权威衰落期"),
        "years",
        (0.0, 1000.0),
        Some(1.0),
        words("Years until that authority is gone.", "该权威完全消失所需的年数。"),
    ),
];
