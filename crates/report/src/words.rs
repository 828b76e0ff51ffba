//! Every text of the page and of the terminal summary, in English and Chinese, in one table.
//!
//! `{}` stands for a value, filled in order. Chinese terms follow the papers' glossary.

use lab::scenario::Text;

use crate::Lang;

/// Something with a wording in both languages.
pub trait Say {
    /// The wording.
    fn say(&self) -> Text;
}

/// A fixed text.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

impl Say for Word {
    fn say(&self) -> Text {
        Text::new(self.en, self.zh)
    }
}

impl Say for Text {
    fn say(&self) -> Text {
        self.clone()
    }
}

impl Say for String {
    fn say(&self) -> Text {
        Text::same(self)
    }
}

impl Say for &str {
    fn say(&self) -> Text {
        Text::same(self)
    }
}

/// The wording in one language.
pub fn pick(text: &dyn Say, lang: Lang) -> String {
    let text = text.say();
    let (en, zh) = crate::html::fallback(&text);
    if lang == Lang::En { en.into() } else { zh.into() }
}

/// Fills the places `{}` of a text, in order.
pub fn fill(word: Word, values: &[&dyn Say]) -> Text {
    let mut out = Text::default();
    let (mut en, mut zh) = (word.en.split("{}"), word.zh.split("{}"));
    out.en.push_str(en.next().unwrap_or(""));
    out.zh.push_str(zh.next().unwrap_or(""));
    for value in values {
        let value = value.say();
        let (value_en, value_zh) = crate::html::fallback(&value);
        if let Some(rest) = en.next() {
            out.en.push_str(value_en);
            out.en.push_str(rest);
        }
        if let Some(rest) = zh.next() {
            out.zh.push_str(value_zh);
            out.zh.push_str(rest);
        }
    }
    out
}

/// Two texts, one after the other.
pub fn join(a: &dyn Say, between: Word, b: &dyn Say) -> Text {
    let (a, b) = (a.say(), b.say());
    Text { en: a.en + between.en + &b.en, zh: a.zh + between.zh + &b.zh }
}

/// A table of texts; in tests `ALL` lists them.
macro_rules! words {
    ($($name:ident: $en:literal / $zh:literal;)*) => {
        $(pub const $name: $crate::words::Word = $crate::words::Word { en: $en, zh: $zh };)*
        #[cfg(test)]
        const ALL: &[(&str, $crate::words::Word)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use words;

words! {
    // frame of the page
    SUBTITLE: "{}–{} · {} runs · seed {} · herz {}" / "{}—{}年 · {} 次运行 · 种子 {} · herz {}";
    INTERRUPTED: "Interrupted: {} of {} runs finished. Every figure below rests on the finished ones." / "运行中断：完成 {} 次，原定 {} 次。以下所有数字只依据已完成的运行。";
    POSITION: "Position: {} (--doctrine {})" / "立场：{}（--doctrine {}）";
    SHORTENED: "This page was shortened to stay under one megabyte; the tables beside it are complete." / "为使本页小于一兆字节，内容已作删节；同目录下的数据表是完整的。";
    S_ANSWER: "The answer" / "结论";
    S_EFFORT: "Effort against observation" / "自助投入与观测值";
    S_EFFORT_ONLY: "Effort" / "自助投入";
    S_MISTRUST: "Mistrust against truth" / "猜疑与真实动机";
    S_HAZARD: "Hazard: feared and real" / "危险率：感知的与客观的";
    S_DEFINITIONS: "The four definitions" / "安全困境的四种定义";
    S_PHASE: "Where history decides" / "历史决定走向之处";
    S_WASTE: "Waste" / "浪费";
    S_SPIRAL: "The spiral rate" / "恶性循环速率";
    S_BASIS: "What it rests on" / "依据";
    S_CITE: "To cite and to repeat" / "引用与重算";
    // verdicts
    HARMONY: "harmony" / "和谐";
    DILEMMA: "security dilemma" / "安全困境";
    PREDATION: "predation" / "掠夺";
    RIVALRY: "rivalry of greed" / "贪婪之争";
    UNDECIDED: "undecided" / "未定";
    IF_BENIGN: "security dilemma, if neither is greedy" / "若皆不贪婪：安全困境";
    // answer
    SURE: "Of {} runs {} show {} (90 % simulation error {})." / "{} 次运行中有 {} 为{}（90 % 模拟误差 {}）。";
    SURE_NOTE: "Simulation error comes only from the finite number of runs; it is no confidence about the world. The scenario's distributions are drawn anew in every run; its plain values, even those with a stated range, are held fixed." / "模拟误差只来自运行次数有限，并非对现实的把握。情景中的分布在每次运行中重新抽取；单一数值（即使注明范围）则保持不变。";
    MOTIVES_LAST: "The last bar of each pair, which takes only the runs in which neither side is greedy, does not." / "每对的最后一个条形只取双方皆不贪婪的运行，故不随之而变。";
    IN_ISSUE: " ({})" / "（{}）";
    FRAMES_NOTE: "Harmony: nobody greedy, effort near baseline. Security dilemma: nobody greedy, yet effort well over baseline. Predation: one side greedy, so deterrence is the right frame. Rivalry of greed: both greedy. Effort is taken over all years, so a dilemma can end low. Bars are shares of the runs; whiskers are 90 % simulation error." / "和谐：无人贪婪，投入接近基线。安全困境：无人贪婪，投入却远高于基线。掠夺：一方贪婪，应以威慑来理解。贪婪之争：双方皆贪婪。投入按所有年份计，因此困境的末期也可能很低。条形为占全部运行的比例，误差线为 90 % 模拟误差。";
    RATIO_NOTE: "{} – {}{}, runs in which neither is greedy: the share that counts as a dilemma depends on where the line is drawn (effort over baseline)." / "{} – {}{}，双方皆不贪婪的运行：算作困境的比例取决于界线划在何处（投入与基线之比）。";
    RATIO_STATED: "The line is drawn at effort {} times baseline." / "本情景的界线是投入为基线的 {} 倍。";
    IN_BRACKETS_STATED: " (stated)" / "（本情景）";
    MOTIVES: "Motives are assumed, not found: the scenario makes {}. The four shares move with that assumption." / "动机是假定的，不是发现的：本情景假定{}。四项比例随此假定而变。";
    GREEDY_SHARE: "{} greedy in {} of the runs" / "{}在 {} 的运行中贪婪";
    NO_BENIGN: "no run has two benign motives" / "没有一次运行是双方皆善意的";
    PAIRS_SHOWN: "Shown: the first {} of {} pairs; the rest are in the tables." / "只显示 {} 对（共 {} 对），其余见数据表。";
    MORE_PAIRS: "{} more pairs" / "另有 {} 对";
    NO_PAIRS: "The run holds no pairs, so there is no verdict to show." / "本次运行没有行为体对，故无判定可列。";
    CAVEATS: "What this rests on, and where it could be wrong" / "此结论的依据，以及可能出错之处";
    // charts in general
    MEDIAN: "median" / "中位数";
    OBSERVED: "observed" / "观测值";
    BAND90: "90 % of runs" / "90 % 的运行";
    BAND50: "50 % of runs" / "50 % 的运行";
    LOG_AXIS: "logarithmic axis" / "对数坐标";
    START_END: "Median {} → {}; at the end 90 % of runs lie in {}." / "中位数 {} → {}；期末 90 % 的运行落在 {}。";
    ACTORS_OF_MOST: "Shown: the {} of {} actors with most deaths; the rest are in the tables." / "只显示死亡最多的 {} 个行为体（共 {} 个），其余见数据表。";
    ACTORS_SHOWN: "Shown: the {} of {} actors with the largest effort; the rest are in the tables." / "只显示投入最大的 {} 个行为体（共 {} 个），其余见数据表。";
    ALL_ZERO: "Zero throughout, in every run: nothing to draw." / "所有运行中始终为零，无可绘制。";
    SKEWED: "Where a few runs are far above the others the mean can lie outside this range: that is no error." / "少数运行远高于其他时，均值可落在该区间之外，并非错误。";
    PANELS_SHOWN: "Shown: the first {} of {} panels; the rest are in the tables." / "只显示前 {} 幅图（共 {} 幅），其余见数据表。";
    NO_DATA: "There is nothing to draw here: the run left no usable values." / "此处无图：本次运行没有可用的数值。";
    PER_YEAR: "per year" / "每年";
    // effort
    EFFORT_NOTE: "Self-help effort of each actor. Bands show the runs: what luck and the scenario's distributions make possible, its plain values held fixed." / "各行为体的自助投入。色带表示各次运行：随机因素与情景中各分布所允许的范围，单一数值保持不变。";
    EFFORT_DOTS: "Dots are published figures. The model does not read them, but whoever wrote the scenario may have known them." / "圆点为已发表的数字；模型运行时并不读取，但情景作者设定参数时可能已知晓。";
    COVERAGE: "{} of observed points inside the 90 % band, {} inside the 50 % band ({} points)." / "{} 的观测点落在 90 % 色带内，{} 落在 50 % 色带内（共 {} 点）。";
    NO_OBSERVED: "No observed series." / "无观测序列。";
    // mistrust
    MISTRUST: "mistrust" / "猜疑";
    MISTRUST_NOTE: "Mistrust is one actor's probability that the other is greedy. The diamond marks the truth: the share of runs in which the other really is." / "猜疑是一方认为另一方贪婪的概率。菱形标出真相：另一方确实贪婪的运行所占的比例。";
    ABOUT: "{} about {}" / "{}对{}";
    TRUTH: "truth (share greedy)" / "真相（贪婪的比例）";
    TRUTH_IS: "Truth {}; mean mistrust at the end {}; mean misreading {} (5–95 % of runs)." / "真相 {}；期末平均猜疑 {}；平均误读 {}（5—95 % 的运行）。";
    PAIRS_TRACKED: "Shown: {} of {} tracked pairs; {} further pairs were not tracked over time." / "显示 {} 对（共追踪 {} 对）；另有 {} 对未作逐年追踪。";
    PAIRS_ALL_TRACKED: "Shown: {} of {} pairs, the most important first." / "显示 {} 对（共 {} 对），重要者在前。";
    NO_MISTRUST: "No pair was tracked over time, so there is no mistrust to draw." / "没有逐年追踪的行为体对，故无猜疑图。";
    // hazard
    PERCEIVED: "perceived" / "感知";
    OBJECTIVE: "objective" / "客观";
    HAZARD_NOTE: "Hazard per year that each actor perceives (solid, blue) and that it is really under (dashed, red). A gap is fear without danger, or danger without fear." / "各行为体每年感知的危险率（蓝色实线）与客观承受的危险率（红色虚线）。两者之差，是没有危险的恐惧，或没有恐惧的危险。";
    SECURITY: "Security over the whole period" / "全期安全";
    SECURITY_NOTE: "Chance of coming through the period unharmed, exp(−∫ hazard): mean with the 5–95 % range of the runs." / "全期不受侵害的概率 exp(−∫ 危险率)：均值及各次运行的 5—95 % 范围。";
    // what happened
    S_HAPPENED: "What happened in the runs" / "运行中发生了什么";
    WARS: "Wars" / "战争";
    WARS_BEGUN: "wars per run" / "每次运行的战争次数";
    WARS_ANY: "runs with a war" / "至少有一场战争的运行";
    WARS_TRAGIC: "wars, both sides benign" / "双方皆善意的战争";
    WARS_NOTE: "Mean with the 5–95 % range of the runs for the number of wars; shares with 90 % simulation error. A war between two benign actors is the tragic one: neither wanted more than safety." / "战争次数为均值及各次运行的 5—95 % 范围；各比例附 90 % 模拟误差。双方所求都不过是安全而仍然开战，才是悲剧性的战争：谁也无意于此。";
    WARHEADS: "Warheads" / "核弹头";
    WARHEADS_NOTE: "Two hazards, kept apart: deterrence holds down attack that is meant; it does nothing against war that nobody meant." / "两种危险率，分别计算：威慑能抑制有意的攻击，却奈何不了无人有意的战争。";
    WARHEADS_KEY: "Hazard summed over the period, ∫ hazard. Dot: mean, line: 5–95 % of runs." / "全期危险率的累积，∫ 危险率。圆点：均值，横线：5—95 % 的运行。";
    DELIBERATE: "Deliberate attack" / "蓄意攻击";
    ALL_ATTACKERS: "by anybody" / "任何一方发动";
    ACCIDENTAL: "War by accident" / "意外引发的战争";
    ALL_CAUSES: "all causes" / "全部起因";
    FALSE_WARNING: "false warnings" / "误报预警";
    UNAUTHORISED: "unauthorised use" / "未经授权的使用";
    TECHNICAL: "technical faults" / "技术故障";
    NOT_USED: "Nuclear weapons are not used" / "核武器未被使用";
    WHOLE_PERIOD: "whole period" / "全期";
    NOT_USED_NOTE: "exp(−∫ both): the one figure that takes the two hazards together. Mean and 5–95 % of runs." / "exp(−∫ 两者)：唯一把两种危险率合在一起的数字。均值及 5—95 % 的运行。";
    ACCIDENT_RATE: "War by accident: {} a year on average." / "意外引发的战争：平均每年 {}。";
    RATES_NOTE: "What each rate rests on, and what has been published for orientation, stands in the " / "各项发生率的依据，以及可供参照的已发表数字，见";
    RATES_LINK: "list of numbers" / "数字清单";
    RATES_CONTESTED: " Called contested there: {}." / "其中注明有争议者：{}。";
    STOP: "." / "。";
    POWER_NOTE: "Damage is the share of what the other values that the warheads surviving a first strike can destroy. Usable power is that damage times the chance of carrying the threat out although the answer would come. Where usable power stays well below damage, absolute power is absolute impotence (Herz)." / "毁伤：经受首次打击后幸存的弹头所能摧毁的、对方所珍视之物的份额。可用力量：毁伤乘以在明知会遭报复时仍将威胁付诸实施的概率。可用力量远低于毁伤之处，绝对的力量即绝对的无力（赫兹）。";
    POWER_UNIT: "share, median and 90 % of runs" / "份额，中位数及 90 % 的运行";
    DAMAGE: "damage" / "毁伤";
    USABLE: "usable" / "可用";
    POWER_ENDS: "At the end: damage {}, usable power {} (medians)." / "期末：毁伤 {}，可用力量 {}（中位数）。";
    LEVELS: "Levels" / "层次";
    LEVELS_NOTE: "Authority inside a group for which one actor stands outward. A threat from outside unites the group; one beyond its means breaks it for good." / "由一个行为体对外代表的群体，其内部的权威。外来威胁使群体团结；超出其承受力的威胁则使之永久破裂。";
    AUTHORITY_INSIDE: "authority inside, 0 is anarchy" / "内部权威，0 为无政府状态";
    BROKEN: "Broken by a threat from outside in {} of the runs (90 % simulation error {})." / "在 {} 的运行中因外来威胁而破裂（90 % 模拟误差 {}）。";
    REMEDIES: "Remedies in force" / "已实施的缓解办法";
    REMEDIES_NOTE: "Mean and 5–95 % of runs. Years at full strength, a year at half strength counting half. Cost is what each carrier pays; what a remedy changes shows only beside the same runs without it." / "均值及 5—95 % 的运行。年数按完全实施折算，实施一半的一年计半年。代价为各承担者所付；缓解办法改变了什么，只有与没有它的同样运行对照才能看出。";
    COL_REMEDY: "Remedy" / "缓解办法";
    COL_YEARS: "Years at full strength" / "折合全力年数";
    COL_COST: "Cost, {}" / "代价，{}";
    // definitions
    D1: "D1 · Harm" / "D1 · 损害";
    D2: "D2 · Self-defeat" / "D2 · 自我挫败";
    D3: "D3 · Uncertainty" / "D3 · 不确定性";
    D4: "D4 · No way out" / "D4 · 无路可走";
    YES: "holds" / "成立";
    NO: "does not hold" / "不成立";
    D_NOTE: "Collins's four definitions, each measured. D1 and D2 come from paired runs with the same luck: one benign actor's target is raised for good by a step that its public needs do not explain, and everything else is left as it was." / "柯林斯的四种定义，逐一度量。D1 与 D2 取自随机因素相同的成对运行：令一个善意行为体的目标永久提高一步，且其公开需求无法解释这一提高，其余一概不变。";
    D_ISSUE: "D1 and D2 overall take, in each run, the mean over that run’s benign raisers{}." / "D1 与 D2 的总效应取每次运行中各善意增加投入者的均值{}。";
    D1_SAYS: "My safety hurts yours, unintentionally: change of the others' cumulative hazard." / "我求安全，无意间损害了你：他者累积危险率的变化。";
    D2_SAYS: "I end up less safe: change of the raiser's own cumulative hazard; and, in the second paper's reading, of everyone's." / "我反而更不安全：增加投入者自身累积危险率的变化；以及（按第二篇论文）所有各方累积危险率的变化。";
    D3_SAYS: "Nobody knows who is what: entropy of mistrust (1 bit = total ignorance) and Brier score against the true motives (0.25 = a coin)." / "谁善意、谁贪婪，无人知晓：猜疑的熵（1 比特 = 一无所知）与对真实动机的布里尔评分（0.25 = 抛硬币）。";
    D4_SAYS: "Every option of one's own is unsatisfactory, some joint option is not: objective security under each, against the satisfaction level (line, {})." / "单方的每种选择都不令人满意，而某种共同选择令人满意：各选择下的客观安全，对照满意水平（竖线，{}）。";
    D4_SHARE: "So it is in {} of the cases (each actor in each run); the definition holds from the line, {} of the cases." / "如此的情形（每个行为体的每次运行）占 {}；达到界线（占 {}）即成立。";
    EXAMINED_IN: "Examined: {}, in the first {} of {} runs: in a world of many actors only those are run again." / "所考察者：{}；仅限前 {} 次运行（共 {} 次）：行为体众多时只重算这些运行。";
    T_FIRST_RUNS: "{} · D1, D2, D4: first {} runs" / "{} · D1、D2、D4：前 {} 次运行";
    EXAMINED: "Examined: {}." / "所考察者：{}。";
    OVERALL: "all raisers, by run{}" / "全体增加投入者，按运行计{}";
    RAISER: "{} raises" / "{}增加投入";
    AMONG_BENIGN: "where nobody is greedy" / "无人贪婪的运行中";
    EVERYONE: "everyone's hazard" / "所有各方的危险率";
    OWN: "own hazard, all raisers, by run{}" / "自身危险率，按运行计{}";
    EFFECT_KEY: "Dot: mean. Thick: 95 % interval of the mean. Thin: 5–95 % of runs. Right: the mean, the share of runs in which the effect is over zero, and the interval of the mean." / "圆点：均值。粗线：均值的 95 % 区间。细线：5—95 % 的运行。右侧：均值、效应大于零的运行所占比例、均值的区间。";
    OPTION_KEY: "Dot: mean. Line: 5–95 % of runs." / "圆点：均值。横线：5—95 % 的运行。";
    ENTROPY: "entropy" / "熵";
    BRIER: "Brier score" / "布里尔评分";
    D3_VALUES: "Mean entropy {} bits (the definition holds over the line, {} bits); mean Brier score {}." / "平均熵 {} 比特（高于界线 {} 比特即成立）；平均布里尔评分 {}。";
    TOGETHER: "together" / "共同";
    ARM: "raise" / "增加";
    HOLD: "hold" / "维持";
    DISARM: "lower" / "削减";
    SIGNAL: "signal" / "发信号";
    AS_IS: "as it is" / "照旧";
    POSITIVE: "{} over 0" / "{} 大于 0";
    EFFECT_UNKNOWN: "No run counts: the raiser would have to be benign in at least one." / "没有可用的运行：增加投入者至少须在一次运行中为善意。";
    NUMBERING: "The same four, as the two papers number them" / "两篇论文对四种定义的编号";
    COL_CONTENT: "Content" / "内容";
    COL_FIRST: "First paper (Yuan 2015)" / "第一篇论文（员欣依 2015）";
    COL_SECOND: "Second paper (non-traditional dilemma)" / "第二篇论文（非传统安全困境）";
    COL_MEASURE: "Measured" / "度量";
    COL_HOLDS: "In this run" / "本次运行";
    A_HARM: "1 · harm to neighbours (Jervis, Buzan)" / "1 · 无意间损害邻国安全（杰维斯、布赞）";
    A_DEFEAT: "2 · self-defeat: the actor itself is less secure (Lieber, Posen)" / "2 · 自我挫败：自身较之前更不安全（莱伯、波森）";
    A_UNCERTAIN: "3 · uncertainty (Butterfield, Wheeler, Booth)" / "3 · 不确定性（巴特菲尔德、惠勒、布思）";
    A_NOWAY: "4 · hopeless situation: every choice is unsatisfactory" / "4 · 绝望处境：任何选择都无法令人满意";
    B_HARM: "1 · an unintended act makes others suffer (Buzan)" / "1 · 无意的行动致使他国受害（布赞）";
    B_DEFEAT: "2 · the security of all is frustrated (Posen)" / "2 · 各方面安全的受挫（波森）";
    B_NOWAY: "3 · no suitable course: insecure if one acts, insecure if one does not" / "3 · 缺乏合适的政策：行动与否都不安全";
    B_UNCERTAIN: "4 · uncertain intentions, assurance withheld (Hobbesian fear)" / "4 · 意图的不确定性，不愿做出保证（霍布斯恐惧）";
    C_HARM: "harm" / "损害他者";
    C_OWN: "self-defeat, own" / "自我挫败（自身）";
    C_ALL: "self-defeat, everyone's" / "自我挫败（各方）";
    C_UNCERTAIN: "uncertainty" / "不确定性";
    C_NOWAY: "no way out" / "无路可走";
    // phase
    SUSPICION_FEEDS: "mistrust feeds itself" / "猜疑自我滋长";
    TRUST_WINS: "trust wins" / "信任胜出";
    EFFORT_AXIS: "effort ÷ baseline (logarithmic)" / "投入 ÷ 基线（对数坐标）";
    PHASE_NOTE: "{} – {}{}. Each line is one run, from the small grey ring to the coloured sign. The boundary (P4) is that of two equals whose effort has settled at its need: above it mistrust grows by itself, below it fades. Effort that still lags behind its need looks like restraint and lets trust in, above the boundary too. The same actors can end in either basin; where they start, and luck, decide. The sign is the verdict on the run’s whole path over all years, so a dilemma can end low." / "{} – {}{}。每条线是一次运行，由灰色小圆环走向彩色符号。边界（P4）所说的是投入已稳定于其需要的两个对等者：边界以上，猜疑自我滋长；边界以下，猜疑消退。投入若仍落后于需要，便看似克制，即使在边界以上也会让信任进来。同样的行为体可以落入任何一个吸引域，由起点与随机因素决定。符号是对该次运行所有年份的判定，因此困境的末期也可能很低。";
    BOUNDARY: "basin boundary (P4) with its 25–75 % range" / "吸引域边界（P4）及其 25—75 % 范围";
    RUNS: "{}: {} runs" / "{}：{} 次运行";
    PHASE_START: "{} of runs start above the boundary for settled effort; whether mistrust then grows depends on how far effort lags." / "{} 的运行从边界（以投入已稳定为准）以上出发；猜疑此后是否滋长，取决于投入落后多少。";
    PHASE_EMPATHY: "No spiral is possible where empathy is over {} (e⁻ᵍ, median); that is so in {} of runs." / "共情高于 {}（e⁻ᵍ，中位数）时不可能出现恶性循环；{} 的运行如此。";
    PHASE_SIZE: "The picture shows {} of {} runs." / "图中显示 {} 次运行（共 {} 次）。";
    // waste
    WASTE_NOTE: "Effort that all could give up in proportion without changing anybody's hazard: it buys nobody security." / "各方可按比例同时放弃而不改变任何人危险率的投入：它没有为任何人换来安全。";
    WASTE_TOTAL: "{} of all effort" / "占全部投入的 {}";
    WASTE_AMOUNT: " ({} in 90 % of runs). In amounts: {} {} ({}). Medians." / "（90 % 的运行：{}）。数额：{} {}（{}）。均为中位数。";
    MEDIAN_RANGE: "dot: median, line: 5–95 % of runs" / "圆点：中位数，横线：5—95 % 的运行";
    ALL_ACTORS: "all actors" / "所有行为体";
    NO_WASTE: "No issue reports waste." / "没有议题报告浪费。";
    // spiral
    SPIRAL: "spiral rate" / "恶性循环速率";
    SPIRAL_NOTE: "Leading eigenvalue of the linearised model, beliefs included, per year. Over zero a small disturbance grows; under zero it dies out." / "线性化模型（含信念）的主特征值（每年）。大于零，小扰动会增长；小于零，则会消退。";
    SPIRAL_VALUES: "At the start {}, highest {}, at the end {} (median and 90 % of {} runs)." / "期初 {}，最高 {}，期末 {}（中位数及 90 % 的运行，共 {} 次）。";
    DOUBLES: "At its highest, a disturbance doubles in {} years (median)." / "最高时，扰动每 {} 年翻一番（中位数）。";
    SIGN_OPEN: "Even at its highest the sign is open: 90 % of the runs reach from below zero (dying out) to above it (growing)." / "即使在最高时，其正负也未定：90 % 的运行从零以下（消退）延伸到零以上（增长）。";
    // basis
    READINGS: "Readings taken where the papers are silent or disagree" / "论文未言明或有分歧处所取的解读";
    COL_READING: "Reading" / "解读";
    COL_CHOSEN: "Chosen" / "选定";
    COL_OTHERS: "Others" / "其他可选";
    COL_MEANING: "Meaning" / "含义";
    IDLE: "does not act in this run" / "在本次运行中不起作用";
    NUMBERS: "Every number with its unit and source ({} numbers, {} of them assumed)" / "全部数字及其单位与来源（共 {} 个，其中 {} 个为假定）";
    NUMBERS_SHOWN: "Shown: the first {} of {} numbers; the rest are in the scenario file of the bundle." / "只显示前 {} 个数字（共 {} 个），其余见结果包中的情景文件。";
    COL_PARAMETER: "Parameter" / "参数";
    COL_VALUE: "Value" / "数值";
    COL_UNIT: "Unit" / "单位";
    COL_BASIS: "Source or assumption" / "来源或假定";
    ASSUMED: "assumed" / "假定";
    FILTER: "Filter" / "筛选";
    OBSERVED_SERIES: "Observed series and their caveats" / "观测序列及其注意事项";
    COL_SERIES: "Series" / "序列";
    COL_POINTS: "Points" / "点数";
    COL_SOURCE: "Source" / "来源";
    COL_CAVEATS: "Caveats" / "注意事项";
    NO_SERIES: "The scenario holds no observed series: nothing here has been confronted with data." / "本情景没有观测序列：以上结果未与数据对照。";
    // cite
    CITE: "Cite as" / "引用格式";
    CITATION: "The herz authors. herz {}: a laboratory of the security dilemma. Report on the scenario “{}” ({}, {}–{}), SHA-256 of the scenario {}, seed {}, {} runs." / "herz 作者。herz {}：安全困境实验室。情景“{}”的报告（{}，{}—{}年），情景 SHA-256 {}，种子 {}，{} 次运行。";
    REPEAT: "Repeat it" / "重新计算";
    REPEAT_NOTE: "The first command, given in the bundle’s folder, repeats exactly this run: scenario.toml there is the scenario as it was run, with everything that was set on the command line. The second does so only if nothing was set. The same inputs give the same bytes on any number of threads." / "在结果包的目录内执行第一条命令，即精确重算本次运行：其中的 scenario.toml 就是本次所用的情景，命令行所设各项均已写入。第二条仅在命令行未设任何项时相同。输入相同，则无论线程多少，结果逐字节相同。";
    COMMENT_FILE: "in the bundle’s folder" / "在结果包的目录内";
    COMMENT_PRESET: "if it is a preset and nothing was set" / "若为预设情景且未设任何项";
    ASKED: "Asked for {} runs, finished {}; {} steps a year." / "要求 {} 次运行，完成 {} 次；每年 {} 步。";
    BESIDE: "The bundle holds: {}. Single events (trust lost and won, effort doubled and back) are not on this page; they are in the events table." / "结果包包括：{}。单个事件（失去与赢得信任、投入翻倍与回落）不在本页，见事件表。";
    LANGUAGE: "中文" / "English";
    // terminal
    BITS: "{} bits" / "{} 比特";
    T_EFFORT: "effort {} → {}" / "投入 {} → {}";
    T_EFFORT_SEEN: "effort {} → {} · {} of data in band" / "投入 {} → {} · {} 的数据在带内";
    T_MISTRUST: "mistrust of {} {} → {} · truth {}" / "对{}的猜疑 {} → {} · 真相 {}";
    T_HAZARD: "hazard perceived {}, objective {} per year" / "每年危险率：感知 {}，客观 {}";
    T_MORE: "… and {} more actors in the report" / "……另有 {} 个行为体，见报告";
    T_MORE_ONE: "… and {} more actor in the report" / "……另有 {} 个行为体，见报告";
    T_OTHER_PAIRS: "{} other pairs in the tables" / "另有 {} 对，见数据表";
    T_OTHER_PAIR: "{} other pair in the tables" / "另有 {} 对，见数据表";
    T_OTHER_ISSUES: "{} other issues" / "另有 {} 个议题";
    T_OTHER_ISSUE: "{} other issue" / "另有 {} 个议题";
    T_SHARES: "{} – {}, {}: share of the runs" / "{} – {}，{}：占全部运行的比例";
    T_BRACKETS: "Brackets: verdicts and D4, 90 % simulation error; D1–D2, 95 % interval of the mean; others, 5–95 % of runs. Mistrust, D1–D4: means; the rest: medians." / "方括号：判定与 D4 为 90 % 模拟误差；D1—D2 为均值的 95 % 区间；其余为 5—95 % 的运行。猜疑与 D1—D4 为均值，其他数值为中位数。";
    T_MEANS: "Brackets: verdicts, D4: 90 % simulation error; D1–D2: 95 % interval of the mean; others: 5–95 % of runs. Means: mistrust, D1–D4, war to remedies; else medians." / "方括号：判定与 D4 为 90 % 模拟误差；D1—D2 为均值的 95 % 区间；其余为 5—95 % 的运行。猜疑、D1—D4、战争至办法为均值，其他为中位数。";
    T_WAR: "war" / "战争";
    T_WARS: "{} per run, in {} of runs" / "每次运行 {} 场，{} 的运行有战争";
    T_TRAGIC: "; in {} of wars both are benign" / "；其中 {} 在两个善意者之间";
    T_WARHEADS: "warheads" / "核弹头";
    T_NUCLEAR: "accident ∫ {}, deliberate ∫ {} · not used {}" / "意外 ∫ {}，蓄意 ∫ {} · 未被使用 {}";
    T_LEVELS: "levels" / "层次";
    T_NODE: "{}: authority {} → {}, broken in {}" / "{}：权威 {} → {}，{} 破裂";
    T_REMEDIES: "remedies" / "缓解办法";
    T_REMEDY: "{}: {}, cost {} {}" / "{}：{}，代价 {} {}";
    FULL_YEAR: "{} full year" / "折合全力 {} 年";
    FULL_YEARS: "{} full years" / "折合全力 {} 年";
    ONE_YEAR: "{} year" / "{} 年";
    MANY_YEARS: "{} years" / "{} 年";
    T_RATIOS: "at {} × baseline: {} %" / "基线的 {} 倍：{} %";
    T_BENIGN: " dilemma if none greedy" / " 困境，若双方皆不贪婪";
    T_RESTS: "rests on" / "依据";
    T_RESTS_ON: "{} numbers, {} of them assumed; motives assumed, share greedy: {}" / "{} 个数字，其中 {} 个为假定；动机为假定，贪婪的比例：{}";
    T_REPORT: "report" / "报告";
    T_SPIRAL: "start {} · peak {} · end {} per year" / "每年：期初 {} · 最高 {} · 期末 {}";
    T_WASTE: "{} of effort: {} {}" / "占投入的 {}：{} {}";
    T_SEEKERS: "{} · none greedy: {}, {}" / "{} · 无人贪婪时：{}，{}";
    T_SEEKERS_FEW: "{} · none greedy: {}, {} ({} runs)" / "{} · 无人贪婪时：{}，{}（{} 次运行）";
    T_UNCLEAR: "not clear" / "不明";
    T_NO_SEEKERS: "{} · no run has none greedy" / "{} · 没有无人贪婪的运行";
    T_POSITIVE: "{} · {} > 0" / "{} · {} 大于 0";
    T_MEDIAN: ", median {}" / "，中位数 {}";
    T_SHARE: "{} of cases (actor × run), line {}" / "{} 的情形（行为体 × 运行），界线 {}";
    T_ENTROPY: "entropy {} bits, line {} · Brier {}" / "熵 {} 比特，界线 {} · 布里尔评分 {}";
    T_YES: "yes" / "是";
    T_NO: "no" / "否";
}

/// So many years, written already: "1 year", "2.5 years".
pub fn years(count: &str) -> Text {
    fill(if count == "1" { ONE_YEAR } else { MANY_YEARS }, &[&count])
}

/// So many years at full strength: "1 full year", "2.5 full years".
pub fn full_years(count: &str) -> Text {
    fill(if count == "1" { FULL_YEAR } else { FULL_YEARS }, &[&count])
}

/// A note on means and ranges, with a word on means that lie outside them.
pub fn skewed(note: Word) -> Text {
    join(&note, Word { en: " ", zh: "" }, &SKEWED)
}

/// Units of the catalogue.
pub const UNITS: &[Word] = &[
    Word { en: "probability", zh: "概率" },
    Word { en: "share", zh: "份额" },
    Word { en: "ratio", zh: "比率" },
    Word { en: "log", zh: "对数" },
    Word { en: "log per √year", zh: "对数/√年" },
    Word { en: "per year", zh: "每年" },
    Word { en: "days", zh: "天" },
    Word { en: "deaths per million per day", zh: "每日每百万人死亡数" },
    Word { en: "doses", zh: "剂" },
    Word { en: "doses per year", zh: "剂/年" },
    Word { en: "log-odds per year", zh: "对数几率/年" },
    Word { en: "people", zh: "人" },
    Word { en: "people supplied", zh: "可供应人数" },
    Word { en: "share per day", zh: "比例/日" },
    Word { en: "share per year", zh: "比例/年" },
    Word { en: "share per year per effort unit", zh: "比例/年/投入单位" },
    Word { en: "weight", zh: "权重" },
    Word { en: "years", zh: "年" },
    Word { en: "year", zh: "公历年份" },
];

/// For tests of tables of texts.
#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Every text has both languages with as many places, and the Chinese is Chinese.
    pub(crate) fn both_languages(all: &[(&str, Word)]) {
        for (name, word) in all {
            assert!(!word.en.is_empty() && !word.zh.is_empty(), "{name}");
            assert_eq!(word.en.matches("{}").count(), word.zh.matches("{}").count(), "{name}");
            assert!(
                word.zh.chars().any(|c| c as u32 > 0x2e80 || !word.en.contains(char::is_alphabetic))
                    || *name == "LANGUAGE",
                "{name} is not Chinese"
            );
        }
    }

    #[test]
    fn contract_every_text_has_both_languages_and_the_same_places() {
        both_languages(ALL);
    }

    #[test]
    fn contract_every_unit_of_the_catalogue_has_both_languages() {
        use lab::catalogue::{EFFORT_UNIT, PARAMETERS};
        for unit in PARAMETERS.iter().map(|p| p.unit).filter(|unit| *unit != EFFORT_UNIT) {
            assert!(UNITS.iter().any(|known| known.en == unit), "{unit}");
        }
    }

    #[test]
    fn contract_values_are_filled_in_order() {
        let text = fill(ABOUT, &[&Text::new("China", "中国"), &"X"]);
        assert_eq!((text.en.as_str(), text.zh.as_str()), ("China about X", "中国对X"));
        let odd = fill(ABOUT, &[&"{}", &"{}"]);
        assert_eq!(odd.en, "{} about {}");
    }
}
