//! Every text of a game's page and of its terminal summary, in English and Chinese.

use crate::words::words;

words! {
    // parts of the page
    S_EQUILIBRIA: "Equilibria" / "均衡";
    S_GAME: "The game" / "博弈";
    S_FOLLOWS: "What follows from the primitives" / "由基本参数得出的结果";
    S_PICTURE: "Pictures" / "图";
    S_VARIED: "As one number varies" / "某一参数变化时";
    COLON: ": " / "：";
    // the first sentence
    H_NONE: "There is no {}" / "不存在{}";
    H_NONE_FOUND: "No {} was found before the search ended; every finite game has one" / "搜索结束前未找到{}；但任何有限博弈都存在均衡";
    H_ONLY: "{}: the only {}" / "{}：这是唯一的{}";
    H_ONE_FOUND: "{}: the one {} that was found, perhaps not the only one" / "{}：这是所找到的{}，未必唯一";
    H_MANY: "{} {}" / "{} 个{}";
    H_MANY_FOUND: "{} {} were found, perhaps not all" / "找到 {} 个{}，未必是全部";
    H_CONTINUA: "{} {}, and what lies between some of them" / "{} 个{}，以及其中若干个之间的混合";
    H_LIST: "{}: {}" / "{}：{}";
    H_TIMES: "in {} of them {}" / "其中 {} 个：{}";
    H_IN_ALL: "in all of them {}" / "其中每一个：{}";
    H_PURE: "{} of them without any chance" / "其中 {} 个为纯策略均衡";
    H_EXPECTS: "{} expects {} to {}" / "{}的期望收益为 {} 至 {}";
    H_BOTH: "both choose {}" / "双方都选择{}";
    H_ALL: "all {} choose {}" / "{} 方都选择{}";
    H_DOES: "{} chooses {}" / "{}选择{}";
    H_DO: "{} choose {}" / "{}选择{}";
    H_SOME: "{} of them choose {}" / "其中 {} 方选择{}";
    H_AT: "{} ({})" / "{}（{}）";
    H_WITH: "{} ({})" / "{}（{}）";
    H_MIXES: "one of {} actions by chance" / "随机选择 {} 种行动之一";
    H_MORE: "{} more" / "另有 {} 项";
    H_NOBODY: "nobody has anything to decide" / "无人需要决定";
    H_HELD: "in the finite game shown, {}" / "在所示的有限博弈中，{}";
    H_FINDING: "{}: {}" / "{}：{}";
    // answer
    SUBTITLE: "formal game, in exact arithmetic · herz {}" / "形式博弈，精确算术 · herz {}";
    COUNT_ONE: "One equilibrium ({})." / "一个均衡（{}）。";
    COUNT_MANY: "{} equilibria ({})." / "{} 个均衡（{}）。";
    COUNT_NONE: "No equilibrium found ({})." / "未找到均衡（{}）。";
    INFINITE: "This is not solved as a finite game of moves: the closed forms below are the answer." / "本题不作为有限博弈求解：以下闭式解即为答案。";
    NEVER_WRONG: "Every number is exact unless it carries ≈: then it is rounded to the digits shown, and zeros at its end count among them. Where the exact value of an equilibrium is no fraction it is proved to lie within bounds that summary.json gives." / "除标有≈者外，所有数字均为精确值；标有≈者四舍五入到所示位数，末尾的零也计入位数。均衡中的精确值不是分数时，已证明其位于 summary.json 所给的界限之内。";
    // game
    PAYOFFS: "Payoffs: {} chooses the row, {} the column; theirs in this order. Best replies are underlined." / "收益：{}选行，{}选列，依此顺序列出。最优反应加下划线。";
    PAYOFFS_PLAIN: "{} chooses the row, {} the column; payoffs in this order" / "{}选行，{}选列；收益依此顺序";
    CUT_GAME: "Shown: {} of {} rows and {} of {} columns." / "只显示 {} 行（共 {} 行）、{} 列（共 {} 列）。";
    COL_PAYOFFS: "Payoffs, in the order of the players" / "收益（按参与者顺序）";
    BY_NUMBER: "What each gets, by how many of the others choose {}: the game is the same for all {}." / "各方所得，按他方中选{}者的人数列出：{} 方处境相同。";
    CUT_OUTCOMES: "Shown: {} of {} outcomes." / "只显示 {} 种结果（共 {} 种）。";
    LARGE_TREE: "A tree of {} nodes, {} information sets and {} ends: too large to draw." / "博弈树有 {} 个节点、{} 个信息集、{} 个终点：过大，不作图。";
    TREE_NOTE: "Squares are nature's moves, dots players'; moves that a player cannot tell apart are joined by a dashed line; at the ends, payoffs in the order of the players." / "方块为自然的行动，圆点为参与者的行动；参与者无法区分的节点以虚线相连；末端为按参与者顺序的收益。";
    CUT_TREE: "… and {} more nodes" / "……另有 {} 个节点";
    NATURE: "nature" / "自然";
    COL_PRIMITIVE: "Primitive" / "基本参数";
    COL_VALUE: "Value" / "数值";
    COL_RANGE: "Allowed" / "允许范围";
    COL_MEANING: "What it is" / "含义";
    COL_RESULT: "Result" / "结果";
    COL_FORMULA: "Closed form" / "闭式";
    YES: "yes" / "是";
    NO: "no" / "否";
    // equilibria
    COL_WHO: "Who" / "谁";
    COL_WHERE: "Where" / "何处";
    COL_ACTION: "Action" / "行动";
    COL_LIKELY: "Played with" / "采用概率";
    COL_PAYS: "Would pay" / "可得收益";
    COL_BELIEF: "Believes" / "信念";
    EQUILIBRIUM: "Equilibrium {}" / "均衡 {}";
    EXPECTED: "{} expects {}" / "{}的期望收益为 {}";
    OFF_PATH_IN_BRACKETS: " (not reached)" / "（不在均衡路径上）";
    OFF_PATH: "not reached" / "不在均衡路径上";
    CERTIFICATE_NOTE: "To check one by hand: no action would pay more than an action that is played." / "手工验证方法：任何行动的收益都不高于所采用的行动。";
    CONTINUUM: "Continuum: every mixture of {} is an equilibrium." / "连续统：{} 的任何混合都是均衡。";
    MORE: "{} more: --all lists them, --json has them exactly" / "另有 {} 个：--all 全部列出，--json 给出精确值";
    MORE_PAGE: "Shown: {} of {} equilibria; summary.json has all." / "只显示 {} 个均衡（共 {} 个）；summary.json 中有全部。";
    // pictures
    REPLIES: "Best replies" / "最优反应";
    REPLIES_NOTE: "What each would do at every likelihood of the other's action; equilibria where the two lines meet." / "对方每一行动概率下各自的选择；两线相交处即为均衡。";
    LIKELY: "{}: probability of {}" / "{}：{}的概率";
    REPLY_OF: "best reply of {}" / "{}的最优反应";
    QUANTAL: "If players err" / "若参与者会出错";
    QUANTAL_NOTE: "Logit responses (McKelvey & Palfrey 1995): errors are the rarer the more they cost. From equal chances the path leads to one equilibrium." / "Logit 随机最优反应（McKelvey 与 Palfrey 1995）：代价越大，错误越少。路径由等概率通向某一均衡。";
    CHARTS: "charts on the page: {}" / "页面上的图：{}";
    CHART_TREE: "the tree" / "博弈树";
    CHART_VARIED: "as {} varies" / "{} 变化时";
    PRECISION: "precision of choice λ" / "选择精度 λ";
    // varied
    VARIED_NOTE: "{} from {} to {}, {} values, all else as above." / "{} 从 {} 到 {}，共 {} 个取值，其余不变。";
    VARIED_ACTION: "{}: probability of {} in each equilibrium" / "{}：各均衡中{}的概率";
    ELSEWHERE: "At {} of {} values it is another game: {}" / "{} 个取值（共 {} 个）下已是另一种博弈：{}";
    CHANGES: "The list of equilibria changes in kind {}." / "均衡清单的构成在{}改变。";
    BETWEEN: "between {} and {}" / " {} 与 {} 之间";
    AND_BETWEEN: ", and " / "，以及";
    ALSO_BETWEEN: ", " / "，";
    MORE_BETWEEN: ", and at {} more places" / "，以及另外 {} 处";
    UNTIL: "{} until {}" / "{}（至 {} 为止）";
    FROM_TO: ", {} from {} to {}" / "，{}（{} 至 {}）";
    FROM: ", {} from {}" / "，{}（自 {} 起）";
    MORE_TURNS: ", and {} more turns" / "，另有 {} 次转变";
    A_NUMBER: "a number" / "数值";
    NONE_THERE: "none ({})" / "不存在（{}）";
    QUOTED: "“{}”" / "“{}”";
    CHANGES_NOT: "The list of equilibria is of the same kind at every value." / "均衡清单的构成在各取值下相同。";
    GOES: "{}: {} → {}" / "{}：{} → {}";
    RANGES: "{}: between {} and {}" / "{}：介于 {} 与 {} 之间";
    UNCHANGED: "Do not change: {}." / "不变的有：{}。";
    APART: "; " / "；";
    HERE: "The thin upright line in each chart is the game's own value, {}." / "各图中的细竖线为博弈自身的取值 {}。";
    NOTHING_VARIES: "No finding of this game is a number, and it has no finite list of equilibria." / "本博弈没有数值结果，也没有有限的均衡清单。";
    // populations
    S_SIMULATED: "Simulated actors" / "模拟行为体";
    SIMULATED_NOTE: "Nobody in the population knows the threshold: actors go by what they were paid and what they saw. Where most of them turn, at the primitives of the worked example, beside where the closed form puts it; agreement means within four standard errors." / "群体中无人知道门槛：行为体依据所得收益与所见行为行动。下表为在示例参数下多数行为体转向之处，与闭式解对照；四个标准误之内视为一致。";
    SIMULATED_AT: "Worked example: {}." / "示例参数：{}。";
    COL_TURNS: "What turns" / "转折";
    COL_CLOSED: "Closed form" / "闭式解";
    COL_SIMULATED: "Simulated (standard error)" / "模拟（标准误）";
    COL_AGREES: "Agree" / "一致";
    SIMULATED_LINE: "{}: closed form {}, simulated {} (s.e. {}); {}" / "{}：闭式解 {}，模拟 {}（标准误 {}）；{}";
    AGREES: "{} standard errors apart: they agree (four are allowed)" / "相差 {} 个标准误：一致（容许四个）";
    DISAGREES: "{} standard errors apart: they do not agree (four are allowed)" / "相差 {} 个标准误：不一致（容许四个）";
    // basis
    SOURCE: "Source: {}" / "来源：{}";
    SOURCE_NOTE: "Source: {}. {}" / "来源：{}。{}";
    CLAIMS: "Claims of the papers it serves: {} (docs/claims.md)" / "所对应的论文论点：{}（docs/claims.md）";
    COVERAGE: "The list of equilibria is {}" / "均衡清单：{}";
    CITATION: "herz {}, formal game “{}”." / "herz {}，形式博弈“{}”。";
    BESIDE: "Beside this page: {}." / "同目录文件：{}。";
}

#[cfg(test)]
mod tests {
    #[test]
    fn contract_every_text_has_both_languages_and_the_same_places() {
        for (name, word) in super::ALL {
            assert!(!word.en.is_empty() && !word.zh.is_empty(), "{name}");
            assert_eq!(word.en.matches("{}").count(), word.zh.matches("{}").count(), "{name}");
        }
    }
}
