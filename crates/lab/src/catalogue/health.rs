//! Parameters of epidemics: the virus, what states and people do, medicine (model §6, second paper).
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

const HEALTH: &[Place] = &[Place::Health];
const VARIANT: &[Place] = &[Place::Variant];
const SEED: &[Place] = &[Place::Seed];
const ACTORS: &[Place] = &[Place::IssueActor];

/// In the order of the format page.
pub(super) const PARAMETERS: &[Parameter] = &[
    of(HEALTH, ("reproduction", "R0"), words("reproduction number", "基本再生数"), "ratio", (0.0, 30.0), None, words("People one infectious person infects where nobody is immune and nobody takes care.", "在无人免疫、无人防护时，一名感染者平均感染的人数。")),
    of(HEALTH, ("latent", "–"), words("latent period", "潜隐期"), "days", (0.1, 60.0), Some(3.0), words("Mean days from infection to infectiousness.", "从感染到具有传染性的平均天数。")),
    of(HEALTH, ("infectious", "–"), words("infectious period", "传染期"), "days", (0.1, 120.0), Some(7.0), words("Mean days of infectiousness.", "具有传染性的平均天数。")),
    of(HEALTH, ("shield", "–"), words("protection by vaccine", "疫苗防感染保护率"), "share", (0.0, 1.0), Some(0.8), words("Share of infections that a vaccine prevents while no variant evades it.", "在没有变异株逃逸时，疫苗所能防止的感染比例。")),
    of(HEALTH, ("immunity", "–"), words("protection by past infection", "既往感染保护率"), "share", (0.0, 1.0), Some(0.95), words("Share of infections that a past infection prevents while no variant evades it.", "在没有变异株逃逸时，既往感染所能防止的再感染比例。")),
    of(HEALTH, ("rescue", "–"), words("protection against death", "防死亡保护率"), "share", (0.0, 1.0), Some(0.9), words("Share of deaths that protection prevents among those infected all the same.", "受保护者仍被感染时，所能防止的死亡比例。")),
    of(HEALTH, ("mixing", "–"), words("travel", "跨国往来"), "ratio", (0.0, 100.0), Some(1.0), words("Factor on all shares of contacts abroad.", "对一切跨国接触比例的总倍数。")),
    of(HEALTH, ("course", "–"), words("doses per course", "每人疗程剂数"), "doses", (1.0, 10.0), Some(2.0), words("Doses that protect one person.", "使一人获得保护所需的剂数。")),
    of(HEALTH, ("doses_from", "–"), words("first doses", "疫苗问世"), "year", (-1.0e5, 1.0e5), Some(1.0e5), words("Calendar year, with decimals, when doses begin to be made; 100000: never.", "开始生产疫苗的公历年份（可带小数）；100000表示永不。")),
    of(HEALTH, ("doses_ramp", "–"), words("build-up of doses", "疫苗增产期"), "years", (0.0, 50.0), Some(0.5), words("Years until doses are made at full capacity.", "疫苗达到满负荷产能所需的年数。")),
    of(HEALTH, ("supplies_ramp", "–"), words("build-up of supplies", "物资增产期"), "years", (0.0, 50.0), Some(0.5), words("Years from the start until supplies are made at full capacity.", "医疗物资自起始至满负荷产能所需的年数。")),
    of(HEALTH, ("ordinary", "–"), words("ordinary need of supplies", "平时物资需求"), "share", (0.0, 1.0), Some(0.1), words("Share of people who need supplies without an epidemic.", "无疫情时需要医疗物资的人口比例。")),
    of(HEALTH, ("protection", "–"), words("supplies against transmission", "物资的防传播作用"), "share", (0.0, 1.0), Some(0.2), words("Share of transmission that full supplies prevent at full severity.", "疫情最重且物资充足时所能防止的传播比例。")),
    of(HEALTH, ("treatment", "–"), words("supplies against death", "物资的救治作用"), "share", (0.0, 1.0), Some(0.3), words("Share of deaths that full supplies prevent.", "物资充足时所能防止的死亡比例。")),
    of(HEALTH, ("politics", "–"), words("politics of trade", "贸易的政治性"), "ratio", (0.0, 10.0), Some(0.0), words("Exponent of trust in the choice of buyers: 0 sells to all alike.", "选择买方时信任的指数：0表示一视同仁。")),
    of(ACTORS, ("severity_scale", "–"), words("deaths that alarm", "引起警觉的死亡率"), "deaths per million per day", (0.001, 1000.0), Some(2.0), words("Reported deaths per million people and day at which the actor feels half of the worst.", "行为体感到最坏程度之一半时，每日每百万人的报告死亡数。")),
    of(HEALTH, ("alarm", "–"), words("alarm at others' trouble", "对他国疫情的警觉"), "share", (0.0, 1.0), Some(0.5), words("How far the severity elsewhere counts as one's own in deciding.", "决策时将他国严重程度视同己方的比例。")),
    of(HEALTH, ("restriction_effect", "–"), words("effect of restrictions", "管控效果"), "share", (0.0, 1.0), Some(0.7), words("Share of transmission at home that full restriction, obeyed by all, prevents.", "全面管控且人人遵守时所能防止的境内传播比例。")),
    of(HEALTH, ("decision_pace", "–"), words("pace of decisions", "决策速度"), "per year", (0.0, 400.0), Some(17.0), words("Speed at which restriction follows alarm.", "管控力度跟随警觉程度变化的速度。")),
    of(HEALTH, ("policy_error", "–"), words("error of policy analysis", "政策分析误差"), "log", (0.0, 3.0), Some(0.2), words("S.d. in logs of a state's error in its own analysis, drawn anew at every step.", "国家自身分析误差的对数标准差，每步重新抽取。")),
    of(HEALTH, ("closure", "–"), words("closing of borders", "边境关闭"), "share", (0.0, 1.0), Some(0.8), words("Share of travel that full restriction on one side stops.", "一方全面管控时所阻断的跨国往来比例。")),
    of(HEALTH, ("report_delay", "–"), words("delay of reports", "报告滞后"), "days", (0.0, 365.0), Some(14.0), words("Mean days until a death is reported.", "死亡得到报告的平均天数。")),
    of(HEALTH, ("risk", "–"), words("own risk", "自身风险的分量"), "ratio", (0.0, 50.0), Some(3.0), words("Weight of one's own risk at full severity in the choice to comply.", "疫情最重时，自身风险在遵守与否选择中的分量。")),
    of(HEALTH, ("burden", "–"), words("burden of restrictions", "管控负担的分量"), "ratio", (0.0, 50.0), Some(1.0), words("Weight of the burden of restrictions in the same choice.", "管控负担在同一选择中的分量。")),
    of(HEALTH, ("fatigue", "–"), words("fatigue", "疲劳"), "per year", (0.0, 50.0), Some(1.0), words("Growth of that burden per year of full restriction lived through.", "每经历一年全面管控，该负担的增加倍数。")),
    of(HEALTH, ("custom", "–"), words("custom", "从众"), "ratio", (0.0, 4.0), Some(1.0), words("Weight of what others do in the same choice.", "他人做法在同一选择中的分量。")),
    of(HEALTH, ("habit", "–"), words("pace of habits", "习惯变化速度"), "per year", (0.0, 400.0), Some(26.0), words("Speed at which people's conduct follows their choice.", "人们行为跟随其选择变化的速度。")),
    of(HEALTH, ("caution", "–"), words("own caution", "自发防护"), "share", (0.0, 1.0), Some(0.2), words("Share of contacts given up at full severity whatever the state says.", "疫情最重时，不论国家如何要求，人们自行减少的接触比例。")),
    of(HEALTH, ("restriction_cost", "–"), words("cost of restrictions", "管控的经济代价"), "share per year", (0.0, 1.0), Some(0.1), words("Share of output lost per year under full restriction.", "全面管控一年所损失的产出比例。")),
    of(HEALTH, ("sickness_cost", "–"), words("cost of sickness", "患病的经济代价"), "share per year", (0.0, 5.0), Some(0.5), words("Share of output lost per year while everybody is infectious.", "若人人患病，一年所损失的产出比例。")),
    of(HEALTH, ("linkage", "–"), words("linkage of economies", "经济联动"), "share", (0.0, 1.0), Some(0.2), words("Share of a country's loss that follows the world's instead of its own.", "一国损失中随世界而非随本国变化的比例。")),
    Parameter { pairwise: true, ..of(HEALTH, ("travel", "–"), words("contacts abroad", "跨国接触比例"), "share", (0.0, 1.0), Some(0.0), words("Share of the contacts of the first actor's people that are with people of the second, when borders are open.", "边境开放时，前一行为体民众的接触中与后一行为体民众接触的比例。")) },
    of(ACTORS, ("population", "N"), words("population", "人口"), "people", (1.0, 1.0e11), None, words("People at the start.", "起始人口。")),
    of(ACTORS, ("fatality", "–"), words("infection fatality", "感染死亡率"), "share", (0.0, 1.0), Some(0.005), words("Deaths per infection among people without protection.", "无保护者每次感染的死亡比例。")),
    of(ACTORS, ("doses_capacity", "Q"), words("doses made", "疫苗产能"), "doses per year", (0.0, 1.0e12), Some(0.0), words("Doses made per year at full capacity.", "满负荷时每年生产的剂数。")),
    of(ACTORS, ("supplies_capacity", "–"), words("supplies made", "物资产能"), "people supplied", (0.0, 1.0e12), Some(0.0), words("People whom the supplies made at full capacity keep fully supplied.", "满负荷产能可足额供应的人数。")),
    of(ACTORS, ("uptake", "–"), words("uptake", "接种意愿"), "share", (0.0, 1.0), Some(0.75), words("Share of people who will be vaccinated at most.", "最终愿意接种的人口比例。")),
    of(ACTORS, ("vaccination_speed", "–"), words("pace of vaccination", "接种速度"), "share per day", (0.0, 1.0), Some(0.005), words("Share of its people that a country can vaccinate per day at most.", "一国每日最多可接种的人口比例。")),
    of(ACTORS, ("ban_price", "–"), words("price that brings a ban", "触发禁令的价格"), "ratio", (0.0, 1.0e9), Some(1.0e9), words("Price of supplies over the usual one beyond which exports of them are banned.", "物资价格超过平时若干倍时即禁止其出口。")),
    of(ACTORS, ("strictness", "–"), words("strictness", "管控力度"), "share", (0.0, 1.0), Some(0.8), words("Restriction at full alarm.", "全面警觉时的管控力度。")),
    of(ACTORS, ("enforcement", "–"), words("enforcement", "执法力度"), "ratio", (0.0, 50.0), Some(1.0), words("Weight of the state's punishment in people's choice to comply: authority inside.", "国家惩罚在民众遵守与否选择中的分量：国内权威。")),
    of(ACTORS, ("ascertainment", "–"), words("infections reported", "感染报告率"), "share", (0.0, 1.0), Some(0.2), words("Share of infections that are found and reported.", "被发现并报告的感染比例。")),
    of(ACTORS, ("concealment", "–"), words("concealment", "隐瞒"), "share", (0.0, 1.0), Some(0.0), words("Share of deaths and cases that a state hides; it clouds others' view of it as much.", "国家隐瞒的死亡与病例比例；他国对其了解也相应模糊。")),
    of(ACTORS, ("economy", "–"), words("size of economy", "经济规模"), "weight", (0.0, 1.0e15), Some(1.0), words("Weight of the economy in the world's, in any one unit.", "该经济体在世界中的权重，单位统一即可。")),
    of(VARIANT, ("since", "–"), words("variant at", "变异株时间"), "year", (-1.0e5, 1.0e5), None, words("Calendar year, with decimals, when the virus is as stated; linear in between.", "病毒达到所述状态的公历年份（可带小数）；其间线性变化。")),
    of(VARIANT, ("transmissibility", "–"), words("transmissibility", "传播力"), "ratio", (0.0, 50.0), Some(1.0), words("Transmissibility over that of the first strain.", "传播力为原始毒株的多少倍。")),
    of(VARIANT, ("lethality", "–"), words("lethality", "致死力"), "ratio", (0.0, 50.0), Some(1.0), words("Fatality over that of the first strain.", "致死率为原始毒株的多少倍。")),
    of(VARIANT, ("escape", "–"), words("escape", "免疫逃逸"), "share", (0.0, 1.0), Some(0.0), words("Share of protection against infection that it evades.", "所逃逸的防感染保护比例。")),
    of(SEED, ("arrives", "–"), words("arrival", "传入时间"), "year", (-1.0e5, 1.0e5), None, words("Calendar year, with decimals, when infected people arrive from nowhere in the model.", "感染者自模型之外传入的公历年份（可带小数）。")),
    of(SEED, ("people", "–"), words("people infected", "传入人数"), "people", (0.0, 1.0e9), None, words("How many.", "传入的人数。")),
];
