//! Every text of the mechanism page and of its terminal summary, in English and Chinese.

use crate::words::words;

words! {
    // parts of the page
    S_FORMATION: "How the dilemma forms" / "困境如何形成";
    S_RESOLUTION: "How it is resolved" / "困境如何化解";
    S_NONTRADITIONAL: "How the non-traditional dilemma forms" / "非传统安全困境如何形成";
    S_STAGGERING: "What staggering nets out to" / "先后错开的净效果";
    S_FIGURE: "A further figure" / "另一幅图";
    S_SHARES: "Which cause adds how much" / "各成因的份额";
    // findings
    AS_STATED: "as stated" / "与论文一致";
    NONE: "no effect shown" / "未见效应";
    OPPOSITE: "opposite" / "与论文相反";
    CONSTRUCTED: "by construction" / "由设定得出";
    UNMEASURED: "not measured" / "未测";
    UNKNOWN: "unknown finding" / "结果不明";
    // figures
    TALLY: "{} of {} arrows as the paper states them" / "{} 个箭头与论文一致（共 {} 个）";
    TALLY_NONE: "{} with no effect shown" / "{} 个未见效应";
    TALLY_OPPOSITE: "{} opposite" / "{} 个与论文相反";
    TALLY_UNMEASURED: "{} not measured" / "{} 个未测";
    TALLY_BUILT: "Of all, {} by construction: the functional form already contains them, so that they test nothing." / "其中 {} 个由设定得出：函数形式已包含该效应，因此不构成检验。";
    FIGURE_NOTE: "Every arrow was tested on its own, with all luck kept: once with it and once without. Its label says what it adds to the measure of the box it points to, with the 95 % interval of the mean. Numbers lead to the list below, which says the same in words." / "逐一检验每个箭头，随机因素保持不变：有它时运行一次，无它时再运行一次。标签给出它使所指方框的度量增加多少，并附均值的 95 % 区间。编号对应下方列表，列表以文字说明同样的内容。";
    KEY_STATED: "as stated in the paper" / "与论文一致";
    KEY_NONE: "no effect shown: the interval holds 0 or the effect is under the margin" / "未见效应：区间含 0，或效应小于界限";
    KEY_OPPOSITE: "opposite to the paper" / "与论文相反";
    KEY_UNMEASURED: "not measured: the model has nothing to cut there; the list says why" / "未测：模型在该处无可剪断，列表说明缘由";
    KEY_WIDTH: "the wider, the more the arrow adds to the outcome (up to {} in this figure)" / "越粗，对结果的贡献越大（本图最大 {}）";
    KEY_GIVEN: "a condition: nothing is measured there" / "前提条件：此处不作度量";
    LEFT_OUT: "Shown: {} of {} arrows; the rest are in the tables." / "只显示 {} 个箭头（共 {} 个），其余见数据表。";
    NO_ARROWS: "This figure has no arrows." / "本图没有箭头。";
    // list of arrows
    COL_ARROW: "Arrow" / "箭头";
    COL_CUT: "Tested by" / "检验方式";
    COL_EFFECT: "What it adds" / "增加多少";
    COL_OUTCOME: "To the outcome" / "对结果的贡献";
    COL_FINDING: "Finding" / "判断";
    COL_LINES: "In the paper" / "论文出处";
    RAISES: "raises what is measured" / "使度量值上升";
    LOWERS: "lowers what is measured" / "使度量值下降";
    PAPER_SAYS: "paper: {}" / "论文：{}";
    POSITIVE: "over 0 in {} of runs" / "{} 的运行大于 0";
    OUT_RAISES: "raises everybody's hazard" / "使各方危险率上升";
    OUT_LOWERS: "lowers everybody's hazard" / "使各方危险率下降";
    ILL_RAISES: "raises the world’s deaths" / "使全世界死亡数上升";
    ILL_LOWERS: "lowers the world’s deaths" / "使全世界死亡数下降";
    ILL_NOTE: "“What it adds” is in the unit of the box the arrow points to. “To the outcome” is the change of the outcome, {}: the same unit for all arrows. The finding is about the box alone: an arrow can be as the paper states it there and still lower the outcome. Brackets: 95 % interval of the mean. Lines are those of the paper on the non-traditional dilemma; † marks a connection that its text implies but does not state." / "“增加多少”以箭头所指方框的单位计。“对结果的贡献”为结果（{}）的变化，各箭头单位相同。判断只就所指方框而言：箭头在该处可与论文一致，却仍使结果下降。方括号为均值的 95 % 区间。行号指关于非传统安全困境的论文；† 表示文中未明言、由上下文推得的联系。";
    OUTCOME_NOTE: "“What it adds” is in the unit of the box the arrow points to. “To the outcome” is the change of everybody’s hazard of deliberate attack, summed over actors and the whole period: the same unit for all arrows. The finding is about the box alone: an arrow can be as the paper states it there and still lower everybody’s hazard, because effort also deters. Figures are numbered as in that paper. Brackets: 95 % interval of the mean. Lines are those of the paper on the non-traditional dilemma; † marks a connection that its text implies but does not state." / "“增加多少”以箭头所指方框的单位计。“对结果的贡献”为各方所受蓄意攻击危险率之和在全期累积的变化，各箭头单位相同。判断只就所指方框而言：箭头在该处可与论文一致，却仍使各方危险率下降，因为投入也起威慑作用。图号与该论文相同。方括号为均值的 95 % 区间。行号指关于非传统安全困境的论文；† 表示文中未明言、由上下文推得的联系。";
    // shares
    SHARES_NOTE: "Causes are switched off in every combination, luck kept, and the outcome is divided among them by Shapley values: each cause gets the mean of what it adds to every set of the others. The parts add up to the whole. A share under zero means that the cause, on the whole, lowers the outcome." / "以各种组合关闭各成因，随机因素保持不变，并按夏普利值在各成因之间分摊结果：每一成因所得，是它加入其他成因的每一种组合时所增加之量的平均。各部分之和等于总体。份额小于零，表示该成因总体上使结果下降。";
    WHOLE: "All causes on minus all off: {}." / "全部开启减全部关闭：{}。";
    BAR_KEY: "Bar: share of the whole. Whisker: its 95 % interval. In figures: the share with its interval, and the amount." / "条形：占总体的份额。误差线：其 95 % 区间。数字：份额及其区间、数额。";
    SHARED_OUT: "Shares of the change in {}" / "变化的份额：{}";
    T_SHARED_OUT: "Shares of the change in {} (all causes on minus all off: {})" / "变化的份额：{}（全部开启减全部关闭：{}）";
    SUM: "sum" / "合计";
    SWITCHED: "off: {}" / "关闭：{}";
    TIED: "The 95 % intervals of {} overlap: the bars alone do not decide which is the largest." / "{}的 95 % 区间相互重叠：仅凭各条形不能断定何者最大。";
    NO_SHARES: "Nothing was shared out." / "未作分摊。";
    AND: " and " / "与";
    COMMA: ", " / "、";
    // staggering
    STAGGERING_NOTE: "The same runs twice, luck kept: {}." / "同样的运行进行两次，随机因素保持不变：{}。";
    COL_SIDE: "What it changes" / "改变什么";
    COL_BY: "By how much" / "改变多少";
    // basis and citation
    CITATION: "The herz authors. herz {}: a laboratory of the security dilemma. Measured mechanism of the scenario “{}” ({}, {}–{}), SHA-256 of the scenario {}, seed {}, {} runs." / "herz 作者。herz {}：安全困境实验室。情景“{}”的机制度量（{}，{}—{}年），情景 SHA-256 {}，种子 {}，{} 次运行。";
    ASKED: "Asked for {} runs, finished {}." / "要求 {} 次运行，完成 {} 次。";
    BESIDE: "The bundle holds: {}." / "结果包包括：{}。";
    // terminal
    T_TALLY: "{} of {} as stated" / "与论文一致 {}/{}";
    T_TALLY_NONE: "{} none shown" / "未见 {}";
    T_TALLY_OPPOSITE: "{} opposite" / "相反 {}";
    T_TALLY_UNMEASURED: "{} not measured" / "未测 {}";
    T_AS_STATED: "as stated" / "一致";
    T_NONE: "none shown" / "未见";
    T_OPPOSITE: "OPPOSITE" / "相反";
    T_UNKNOWN: "?" / "？";
    T_BRACKETS: "Brackets: 95 % interval of the mean. Each arrow was tested with and without, luck kept." / "方括号：均值的 95 % 区间。每个箭头在有无两种情形下检验，随机因素保持不变。";
    T_SIGN: "+ − before an arrow: the paper has it raise or lower what is measured at its end; the finding says whether it does." / "箭头前的 + −：论文称其使所指之处的度量值上升或下降；判断说明是否如此。";
    T_STAR: "* by construction: the functional form already contains it." / "* 由设定得出：函数形式已包含该效应。";
    T_HEADING: "{}: {}" / "{}：{}";
    T_MORE: "… and {} more in the report" / "……另有 {} 项，见报告";
}

#[cfg(test)]
mod tests {
    #[test]
    fn contract_every_text_has_both_languages_and_the_same_places() {
        crate::words::tests::both_languages(super::ALL);
    }
}
