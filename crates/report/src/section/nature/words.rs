//! Texts of the parts on epidemics, commons and trouble, and of their lines in the terminal.

use crate::words::words;

words! {
    S_EPIDEMIC: "Epidemic" / "疫情";
    S_COMMONS: "Commons" / "公地";
    S_TROUBLE: "Trouble" / "艰难处境";
    // epidemic over time
    WORLD: "In the world {} of every million people die of it, found or not; by the end each person has been infected {} times. Of the doses made, {} still lie in store." / "全世界每百万人中有 {} 人因此死亡（无论是否被发现）；到期末，人均感染 {} 次。已生产的疫苗中有 {} 仍在库存。";
    DEATHS: "Deaths reported so far" / "累计报告死亡";
    CASES: "Cases reported so far" / "累计报告病例";
    DOSES: "Doses given so far" / "累计接种剂数";
    OVER_TIME_NOTE: "Logarithmic axes, one panel for each actor. Dots are published figures, which the model does not read; whoever wrote the scenario may have known them." / "对数坐标，每个行为体一图。圆点为已发表的数字；模型运行时并不读取，但情景作者设定参数时可能已知晓。";
    AXES_NOTE: "Logarithmic axes, one panel for each actor." / "对数坐标，每个行为体一图。";
    DOSES_NOTE: "Axes from zero." / "坐标自零起。";
    INSIDE: "{} of {} points inside the 90 % band" / "90 % 色带内 {} 点（共 {} 点）";
    INSIDE_ALL: "Of {} observed points {} lie inside the 90 % band and {} inside the 50 % band; bands that were right would hold about {} and {}." / "共 {} 个观测点，{} 个落在 90 % 色带内，{} 个落在 50 % 色带内；若色带恰当，应约为 {} 个与 {} 个。";
    NO_POINTS: "no observed points" / "无观测点";
    RULES: "Restriction and compliance" / "管控与遵守";
    RULES_NOTE: "How strict the rules are and what share of people keep to them: median and 90 % of runs." / "管控的严格程度与遵守者的比例：中位数及 90 % 的运行。";
    RESTRICTION: "restriction, 1 is the strictest" / "管控，1 为最严";
    COMPLIANCE: "share of people who comply" / "遵守者的比例";
    // three insecurities
    THREE: "Three insecurities, kept apart" / "三种不安全，分别计算";
    THREE_NOTE: "Whose insecurity? That of the world, of a nation, of a person are different quantities; they are never added. Mean and 5–95 % of runs; dead are all dead, found or not." / "谁的不安全？世界的、国家的、个人的，是不同的量，从不相加。均值及 5—95 % 的运行；死亡数包括未被发现者。";
    INTERNATIONAL: "International: dead per million people in the world {}; dead in all {}." / "国际：全世界每百万人死亡 {}；死亡总数 {}。";
    COL_ACTOR: "Actor" / "行为体";
    NATIONAL: "National" / "国家";
    INDIVIDUAL: "Individual" / "个人";
    COL_DEAD: "dead per million" / "每百万人死亡";
    COL_LOSS: "years of output lost" / "损失的产出（年）";
    COL_INFECTED: "infections per person" / "人均感染次数";
    COL_BURDEN: "years under full restriction" / "受完全管控的年数";
    GOODS: "Who made, sent, got and gave doses" / "疫苗的生产、送出、收到与接种";
    GOODS_NOTE: "Doses{}; shortage counts years without any of the supplies that were needed. Mean and 5–95 % of runs." / "剂数{}；短缺按所需物资全无的年数计。均值及 5—95 % 的运行。";
    MILLIONS: " in millions" / "以百万计";
    MADE: "made" / "生产";
    SENT: "sent" / "送出";
    RECEIVED: "received" / "收到";
    GIVEN: "given" / "接种";
    COL_SHORTAGE: "shortage, years" / "短缺（年）";
    // three contradictions
    CONTRADICTIONS: "Three contradictions, measured" / "三种矛盾，逐一度量";
    CONTRADICTIONS_NOTE: "What is good for one side can be bad for the other. Each line compares the same runs with and without one change, with the same luck; left of zero is better, right of zero worse, on both sides. Two columns that point in opposite ways are the contradiction. Mean change with its 95 % interval; “opposed” is the share of runs in which the two changes have opposite signs." / "对一方有利，可能对另一方有害。每一行在随机因素相同的条件下比较有无某一改变的同样运行；两侧均以零线左边为好，右边为坏。两列指向相反，即为矛盾。均值变化及其 95 % 区间；“相反”指两者变化方向相反的运行所占比例。";
    INTERNATIONAL_NATIONAL: "International or national" / "国际与国家";
    INTERNATIONAL_NATIONAL_SAYS: "One actor alone withholds nothing: what does that do to its own dead, and to the dead of all others?" / "一个行为体单独毫无保留：自身的死亡如何变化？其他各方的死亡又如何变化？";
    MULTILATERAL_UNILATERAL: "Multilateral or unilateral" / "多边与单边";
    MULTILATERAL_UNILATERAL_SAYS: "All others withhold nothing already: what if this actor joins them instead of going it alone?" / "其他各方已毫无保留：若此行为体加入它们而不是单独行事，会怎样？";
    NATIONAL_INDIVIDUAL: "National or individual" / "国家与个人";
    NATIONAL_INDIVIDUAL_SAYS: "Rules everywhere are a tenth stricter: fewer of the nation die, but each person lives longer under restriction. The second column therefore has another unit: years." / "各地管控均严格十分之一：国家的死亡减少，个人却更久地生活在管控之下。因此第二列的单位不同：年。";
    OWN_DEAD: "own dead per million" / "自身每百万人死亡";
    OTHERS_DEAD: "others’ dead per million" / "其他各方每百万人死亡";
    OWN_BURDEN: "its people’s years under restriction" / "其民众受管控的年数";
    OPPOSED: "opposed: {}" / "相反：{}";
    BETTER_WAY: "fewer" / "减少";
    WORSE_WAY: "more" / "增加";
    NO_CONTRADICTIONS: "With more than one epidemic the contradictions are not measured." / "有多场疫情时，不度量这些矛盾。";
    // caveats
    CAUTION: "What to keep in mind" / "注意事项";
    CAUTION_TRAVEL: "Travel between countries is hardly published. Where routes of airlines stand in for it they are a proxy, and the order in which countries are struck rests on it." / "各国之间的往来极少有公布的数字。以航线代替，只是替代指标；各国受冲击的先后即取决于此。";
    CAUTION_REPORTED: "Reported is not true. Bands and dots above are reported deaths; the insecurities and the contradictions count all dead. What lies between is assumed: infections found, deaths hidden, delay." / "报告数不等于真实数。以上色带与圆点为报告的死亡；三种不安全与三种矛盾则计入全部死亡。两者之差取决于假定：感染报告率、隐瞒与滞后。";
    CAUTION_BLAME: "By construction, not found: trouble ascribed to another breeds blame, trouble that is one’s own alone more so, a common enemy unites, and prior trust decides which of these weighs more. The sign of what spills over into other issues follows these four; only its size is a result." / "以下出自模型构造，而非发现：归因于他者的灾难产生归咎，仅自身遭受时尤甚；共同敌人促成团结；何者更重，取决于先前的信任。外溢到其他议题的正负号由此四者决定；只有其大小才是结果。";
    CAUTION_RULES: "By construction: everybody hoards only what it makes over its fair part, nobody breaks a contract, and what one’s compliance protects in others is in nobody’s choice." / "以下出自模型构造：各行为体只囤积其产量超出应得份额的部分，无人违约；个人遵守管控而保护到他人，不计入任何人的选择。";
    // commons
    COMMONS_NOTE: "What all live on: the resource that is left, as a share of what it could be at most, and the state of the environment." / "各方赖以生存之物：资源存量（占最大容量的份额）与环境状况。";
    RESOURCE: "Resource left" / "资源存量";
    RESOURCE_UNIT: "share of capacity" / "占容量的份额";
    ENVIRONMENT: "Environment" / "环境";
    ENVIRONMENT_UNIT: "1 is unharmed" / "1 为未受损";
    COLLAPSED: "The resource collapses (falls under a tenth of capacity) in {} of runs (90 % simulation error {})." / "{} 的运行中资源崩溃（降至容量的十分之一以下；90 % 模拟误差 {}）。";
    COLLAPSED_WHEN: " Where it does, in {} (median; 5–95 % {}–{})." / "崩溃的时间：{}年（中位数；5—95 %：{}—{}年）。";
    USERS: "Population and scarcity" / "人口与稀缺";
    USERS_NOTE: "Population over that at the start, and the share of need that is not met: median and 90 % of runs." / "人口与期初之比，以及未满足的需求份额：中位数及 90 % 的运行。";
    POPULATION: "population, 1 at the start" / "人口，期初为 1";
    SCARCITY: "scarcity" / "稀缺";
    CAUGHT: "caught in all: {} of capacity" / "累计获取：容量的 {} 倍";
    // trouble
    TROUBLE_NOTE: "Severity of what befalls each actor, 0–1: what nature, scarcity or a blow from outside does to it. Trouble raises what everybody sees it needs, makes losses weigh more, and feeds blame and fellowship." / "各行为体遭遇的严重程度，0—1：自然、稀缺或外来打击所致。处境越严重，众所周知的需要越大，损失的分量越重，并助长归咎或同舟共济。";
    // terminal
    T_EPIDEMIC: "epidemic" / "疫情";
    T_CONTRADICTIONS: "contradictions" / "三种矛盾";
    T_DEAD: "dead per million {} · most {} {}, least {} {}" / "每百万人死亡 {} · 最多{} {}，最少{} {}";
    T_SEEN: "observed deaths inside the 90 % band: {} of {} points" / "观测死亡落在 90 % 色带内：{} 点，共 {} 点";
    T_DOSES_SEEN: "observed doses: {} of {}" / "观测接种剂量：{} 点，共 {} 点";
    T_STORE: "doses left in store {}" / "疫苗库存 {}";
    T_ALONE: "{} shares alone: own {}, others {} · {}" / "{}单独不保留：自身 {}，他方 {} · {}";
    T_JOINS: "{} joins sharers: own {}, others {} · {}" / "{}加入不保留：自身 {}，他方 {} · {}";
    T_STRICTER: "all stricter, {}: dead {}, years {} · {}" / "各方更严，{}：死亡 {}，年数 {} · {}";
    T_READ: "Brackets: verdicts, D4: 90 % simulation error; D1–D2: 95 % interval of the mean; others: 5–95 % of runs. Contradictions: change of dead per million where sharpest (years: under restriction), lower is better; % of runs in which both sides are opposed. Means: mistrust, D1–D4, epidemic." / "方括号：判定与 D4 为 90 % 模拟误差；D1—D2 为均值的 95 % 区间；其余为 5—95 % 的运行。三种矛盾：最尖锐处每百万人死亡的变化（年数：受管控），以低为好；两侧相反的运行所占比例。猜疑、D1—D4 与疫情为均值。";
    T_COMMONS: "commons" / "公地";
    T_LEFT: "resource {} left, collapsed in {} of runs" / "期末资源存量 {}，{} 的运行中崩溃";
    T_WHEN: " (median {})" / "（中位数 {}年）";
}

/// For tests of tables of texts.
#[cfg(test)]
mod tests {
    #[test]
    fn contract_every_text_of_nature_has_both_languages() {
        crate::words::tests::both_languages(super::ALL);
    }
}
