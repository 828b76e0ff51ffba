//! The texts of the comparison's page and of its terminal summary.

crate::words::words! {
    // parts
    S_ALONE: "Each remedy alone" / "单项缓解办法";
    S_PAIRS: "Two together" / "两两并用";
    S_PACKAGES: "Packages" / "组合";
    S_COST: "Cost against gain" / "代价与收益";
    S_ORDER: "Which step comes first" / "两步孰先孰后";
    S_INTERPRETATION: "The dilemma of interpretation" / "解读的困境";
    S_ROBUST: "What holds in most worlds" / "何者在多数情形下可靠";
    S_TURNING: "Numbers on which the sign turns" / "使效应变号的数字";
    S_PAIRING: "What pairing saves" / "成对运行所省";
    S_DOCTRINES: "Doctrines side by side" / "各决策学说并列";
    TITLE: "{}: remedies compared" / "{}：缓解办法比较";
    // columns
    SECURITY: "security" / "安全";
    DELIBERATE: "deliberate attack" / "蓄意攻击";
    ACCIDENTAL: "accident" / "意外";
    DILEMMA: "dilemma" / "困境";
    WASTE: "waste" / "浪费";
    TRUST: "trust" / "信任";
    EFFORT: "effort" / "投入";
    RESOURCE: "resource left" / "资源存量";
    ENVIRONMENT: "environment" / "环境";
    COLLAPSED: "resource collapsed" / "资源崩溃";
    COMMONS_NOTE: "Resource left and environment stand at the end of the period: a share of capacity, and of unharmed (means, and 5–95 % of the runs); collapsed is the share of runs in which the resource fell under a tenth of capacity, with a 90 % interval." / "资源存量与环境为期末之值：占容量之比、与未受损时之比（均值及 5—95 % 的运行）；崩溃为资源曾降至容量十分之一以下的运行所占比例，附 90 % 区间。";
    DEATHS: "deaths, thousands" / "死亡（千人）";
    WORST: "deaths per million where worst" / "最重处每百万人死亡";
    LOSS: "output lost, % of a year" / "产出损失（占一年之%）";
    WORST_HIT: "hit worst most often" / "最常受害最重者";
    MORE_DEAD: "more dead" / "死亡更多";
    FEWER_DEAD: "fewer dead" / "死亡更少";
    COL_DEATHS: "Own deaths per million" / "自身每百万人死亡";
    OVER_BUDGET: "Over budget, not ranked: {}." / "超出预算，不参与排序：{}。";
    OVER_ONE: "{} ({} of baseline a year)" / "{}（每年为基线的 {}）";
    ALONE_NOTE_LIVES: "Lives that each remedy saves alone, in thousands, the most first." / "各项缓解办法单独施行所挽救的生命（千人），由多到少。";
    PACKAGE_NOTE_LIVES: "Sets of remedies that the scenario states, in force together: lives saved in thousands, the most first." / "情景所列的缓解办法组合同时施行：所挽救的生命（千人），由多到少。";
    PAIRS_NOTE_LIVES: "Lives saved with both in force, against none, in thousands; on the diagonal each remedy alone. Blue: fewer dead. Orange and hatched: more. Grey ±: undecided." / "两项并用与不用时相比所挽救的生命（千人）；对角线为单项。蓝色：死亡更少。橙色斜纹：更多。灰色 ±：未定。";
    PAIRS_CAPTION_LIVES: "Lives saved by two remedies together" / "两项缓解办法并用所挽救的生命";
    INTERACTIONS_NOTE_LIVES: "Lives saved by both together minus the sum of each alone, in thousands, the clearest first." / "两项并用所挽救的生命减去各自之和（千人），最明确者在前。";
    COST_NOTE_LIVES: "What the remedies cost all actors together in effort, against the lives they save: each alone, packages, and the best pairs. Signs that lie on each other share their numbers. Medicine passed on costs its giver lives too: see the last column of the table." / "缓解办法使全体行为体付出的投入代价，对照其挽救的生命：各单项、各组合及最佳的几对。重叠的符号合标其编号。出让物资也会使出让者付出生命：见表中末栏。";
    GAIN_AXIS_LIVES: "lives saved, thousands" / "挽救的生命（千人）";
    WHO_NOTE_LIVES: "Cost: mean, and 5–95 % of the runs. Own security: change of the actor's own chance of getting through, in percentage points. Own deaths: change of its dead per million of its own people; above zero it pays with lives." / "代价：均值及 5—95 % 的运行。自身安全：该行为体自身度过全期之概率的变化（百分点）。自身死亡：本国每百万人死亡的变化；大于零者以生命为代价。";
    ROBUST_NOTE_LIVES: "Over the scenario's uncertain numbers and luck, run by run. Regret is how many thousand lives more the best of all sets, pairs included, would have saved in the same world; the set with the least loses least by being chosen beforehand. Shares are of the runs, with a 90 % interval; the last column counts the runs in which it costs no actor lives, that is, in which nobody has more than a hundredth more dead than without any remedy. The least regret comes first." / "就情景中不确定的数字与随机因素，逐次运行计算。后悔值为同一情形下全部各组（含两两并用）中最佳者多挽救的生命（千人）；后悔值最小者，事先选定它的损失最小。各比例均占全部运行，附 90 % 区间；末栏为无人因此付出生命的运行，即各方死亡均不比不用任何缓解办法时多出百分之一以上。后悔值最小者在前。";
    TURNING_NOTE_LIVES: "Numbers of the scenario on which it depends whether a run saves lives or costs them: thousands of lives saved where the number lies below its median, and above." / "决定某组办法挽救还是耗费生命的情景数字：该数字低于其中位数时所挽救的生命（千人），以及高于时。";
    T_LIVES: "Without any: {} dead · worst {} per million (most often {}) · output lost {} % of a year" / "不用时：死亡 {} · 最重处每百万人 {}（最常为{}） · 产出损失为一年的 {} %";
    T_HEAD_LIVES: "1,000 lives saved, 95 %" / "挽救的生命（千人）";
    T_SECURITY: "sec" / "安";
    T_LOSS: "out" / "产";
    T_LEAST_LIVES: "least regret {} thousand lives: {} · best in {} · costs nobody lives in {}" / "后悔值最小（{} 千人）：{} · 最佳 {} · 无人付出生命 {}";
    T_LEGEND_LIVES: "Paired runs; brackets: 95 % interval. ± contains 0: undecided. + − = other effects rise, fall, stay (sec: security; out: output lost; wst: waste; tru: trust)." / "成对运行；方括号：95 % 区间。± 包含零：未定。+ − = 其他效应升、降、不变（安：安全；产：产出损失；浪：浪费；信：信任）。";
    COL_RUN: "Remedies" / "缓解办法";
    NO_REMEDY: "no remedy" / "不用任何缓解办法";
    BY_CONSTRUCTION: "by construction" / "由函数形式得出";
    PARTLY: "by construction in part: {}" / "部分由函数形式得出：{}";
    // answer
    DECIDED: "the runs decide" / "运行足以判定";
    NOT_DECIDED: "the runs do not decide" / "运行不足以判定";
    DECIDED_NOTE: "The first of the ranking (remedies alone and packages) helps, and its lead over the second is clear of zero." / "排名（单项与组合）第一者确有帮助，且领先第二者明显不为零。";
    NOT_DECIDED_NOTE: "Either nothing is shown to help, or the 95 % interval of the first's lead over the second contains zero: do not read the ranking as an order of merit." / "或者没有一项被证明有帮助，或者第一领先第二之差的 95 % 区间包含零：不可把排名当作优劣之序。";
    NO_ANSWER: "The comparison holds no answer." / "本次比较没有结论。";
    BASELINE: "Without any remedy" / "不用任何缓解办法时";
    BASELINE_NOTE: "Levels over the whole period: mean, and 5–95 % of the runs. Security is the chance of getting through unharmed, the mean over actors; hazards are summed over time and actors; waste is the share of effort that buys nobody security; trust is the mean of 1 − mistrust. Dilemma is the share of runs that end in one, among those in which neither of the main pair is greedy, with a 90 % interval." / "全期水平：均值及 5—95 % 的运行。安全为不受侵害而度过全期的概率（各行为体均值）；危险率按时间与行为体累加；浪费为未给任何人换来安全的投入所占比例；信任为 1 − 猜疑的均值。困境为主要行为体对皆不贪婪的运行中以困境告终的比例，附 90 % 区间。";
    KEY: "How to read an effect" / "如何读一项效应";
    KEY_NOTE: "Each run is repeated with the same luck but with the remedies in force; an effect is the mean difference, in brackets its 95 % interval." / "每次运行以相同的随机因素重做一遍，但施行缓解办法；效应为两者之差的均值，方括号内为其 95 % 区间。";
    KEY_BETTER: "for the better, clear of zero" / "改善，且明显不为零";
    KEY_WORSE: "for the worse, clear of zero" / "恶化，且明显不为零";
    KEY_CHANGED: "changed, neither good nor bad" / "有变化，无所谓好坏";
    KEY_OPEN: "±: the interval contains zero, undecided" / "±：区间包含零，未定";
    KEY_SAME: "0: the same in every run" / "0：每次运行皆不变";
    KEY_COLUMNS: "Security, dilemma, waste and trust change in percentage points, hazards in their own sums, “effort” in its logarithm; where there is a commons, what is left of its resource and of the environment changes in percentage points. Better means more security, trust, resource and environment, less hazard, waste and dilemma; effort is neither good nor bad. More trust is better only where it is deserved." / "安全、困境、浪费与信任的变化以百分点计，危险率以其总和计，“投入”以其对数计；若有公地，资源存量与环境的变化以百分点计。改善指：安全、信任、资源与环境增加，危险率、浪费与困境减少；投入无所谓好坏。信任增加只在对方值得信任时才是改善。";
    KEY_TAG: "“By construction” marks a result that follows from the form of the equations alone and says nothing about the world." / "“由函数形式得出”表示该结果仅由方程的形式决定，并不说明现实世界。";
    // alone, packages
    ALONE_NOTE: "Effect of each remedy alone on security, in percentage points, the largest first." / "各项缓解办法单独施行对安全的效应（百分点），由大到小。";
    PACKAGE_NOTE: "Sets of remedies that the scenario states, in force together: effect on security in percentage points, the largest first." / "情景所列的缓解办法组合同时施行：对安全的效应（百分点），由大到小。";
    LESS_SAFE: "less safe" / "更不安全";
    SAFER: "safer" / "更安全";
    EVERY_EFFECT: "Every effect" / "全部效应";
    DATES: "from {}, full after {}, open end" / "自 {} 年起，{}后全力，不设终期";
    DATES_END: "from {}, full after {}, until {}" / "自 {} 年起，{}后全力，至 {} 年";
    DATES_AT_ONCE: "from {} at full strength, open end" / "自 {} 年起即全力，不设终期";
    DATES_AT_ONCE_END: "from {} at full strength, until {}" / "自 {} 年起即全力，至 {} 年";
    EXERCISED: "in force for {} of full strength on average (a year at half strength counts half)" / "平均施行相当于全力的 {}（半力的一年计半年）";
    ACTS_ON: "acts on: {}" / "作用于：{}";
    CARRIED: "carried by {}" / "由{}承担";
    PAID: "cost, {}: {}" / "代价，{}：{}";
    PAID_ONE: "{} {} ({} of its effort)" / "{} {}（占其投入的 {}）";
    ONE_SIDED: "one-sided" / "单方";
    MUTUAL: "mutual" / "相互";
    MEMBERS: "holds: {}" / "包括：{}";
    ROWS_SHOWN: "Shown: the first {} of {}; the rest are in the files of the bundle." / "只显示前 {} 项（共 {} 项），其余见结果包中的文件。";
    NO_ALONE: "The scenario offers no remedy." / "本情景没有缓解办法。";
    NO_PACKAGES: "The scenario states no packages." / "本情景未列组合。";
    F_HOLDING: "holding" / "护持";
    F_UNIVERSALISM: "universalism" / "普世主义";
    F_SIGNALS: "signals" / "信号";
    F_INSTITUTIONS: "institutions" / "制度";
    F_EXCHANGE: "exchange" / "交流";
    F_BINDING: "self-binding" / "自我约束";
    F_COMMUNITY: "community" / "共同体";
    // pairs
    PAIRS_NOTE: "Security with both in force, against none, in percentage points; on the diagonal each remedy alone. Blue: safer. Orange and hatched: less safe. Grey ±: undecided." / "两项并用时的安全与不用时之差，以百分点计；对角线为单项。蓝色：更安全。橙色斜纹：更不安全。灰色 ±：未定。";
    PAIRS_TOGETHER: "▲ the two help each other, ▼ they stand in each other's way: both together minus the sum of each alone, 95 % interval clear of zero. No sign: undecided." / "▲ 两者相互促进，▼ 两者相互妨碍：并用的效应减去各自效应之和，95 % 区间明显不为零。无符号：未定。";
    PAIRS_CHANCE: "{} interactions were tested; were there none at all, about {} would still look clear of zero. {} do." / "共检验 {} 项交互作用；即使全无交互，也会有约 {} 项看似不为零。实际有 {} 项。";
    PAIRS_CAPTION: "Effect on security of two remedies together" / "两项缓解办法并用对安全的效应";
    MAP_SHOWN: "The map shows the {} remedies of {} that move security most; the rest of the pairs are in the files of the bundle." / "图中只列对安全影响最大的 {} 项（共 {} 项），其余各对见结果包中的文件。";
    INTERACTIONS: "Interactions clear of zero" / "明显不为零的交互作用";
    INTERACTIONS_NOTE: "Security of both together minus the sum of each alone, in percentage points, the clearest first. Where one remedy has removed most of the danger little is left for the other, so that an overlap is no fault of either: the safest pair of all can be in each other's way in this sense, and yet be safer than each alone." / "两项并用对安全的效应减去各自效应之和（百分点），最明确者在前。一项已消除大部分危险时，另一项所余无几，因此重叠并非任何一项之过：最安全的一对也可能在此意义上相互妨碍，却仍比各自单独施行更安全。";
    NO_INTERACTION: "No interaction is clear of zero: as far as these runs can tell, effects add up." / "没有明显不为零的交互作用：就这些运行所见，效应可以相加。";
    HINDER: "in each other's way" / "相互妨碍";
    HELP: "helping each other" / "相互促进";
    BEST_PAIRS: "The {} best pairs, every effect" / "最佳的 {} 对，全部效应";
    NO_PAIRS: "There are fewer than two remedies, so there are no pairs." / "缓解办法不足两项，故无从配对。";
    // cost
    COST_NOTE: "What the remedies cost all actors together, against the security they bring: each alone, packages, and the best pairs. Signs that lie on each other share their numbers." / "缓解办法使全体行为体付出的代价，对照其带来的安全：各单项、各组合及最佳的几对。重叠的符号合标其编号。";
    COST_AXIS: "cost, {}" / "代价，{}";
    GAIN_AXIS: "effect on security, percentage points" / "对安全的效应（百分点）";
    COST_KEY_ONE: "carried by one side" / "由单方承担";
    COST_KEY_MUTUAL: "mutual" / "相互";
    COST_KEY_PACKAGE: "several together" / "多项并用";
    COST_KEY_OPEN: "hollow: the effect is undecided" / "空心：效应未定";
    COL_ACTOR: "Who" / "承担者";
    COL_COST: "Cost" / "代价";
    COL_SHARE: "Share of its effort" / "占其投入";
    COL_OWN: "Own security" / "自身安全";
    WHO_PAID: "Who pays, and who gains" / "谁付出，谁得益";
    WHO_NOTE: "Cost: mean, and 5–95 % of the runs. Own security: change of the actor's own chance of getting through, in percentage points." / "代价：均值及 5—95 % 的运行。自身安全：该行为体自身度过全期之概率的变化（百分点）。";
    NO_COST: "No run reports costs." / "没有运行报告代价。";
    // order
    ORDER_NOTE: "The paper asks for one step before the other. Here the same remedies come in other orders, and one step alone." / "论文主张两步有先有后。此处以其他次序施行同样的缓解办法，并各取其一。";
    ORDER_NONE: "The scenario does not say which remedies are the first step and which the second, or all of one step are in force already, so the question of order was not asked." / "本情景未指明何者为第一步、何者为第二步，或其中一步均已实施，故未考察先后次序。";
    ORDER_FIRST: "the step that the paper puts first" / "论文列为第一步者";
    ORDER_SECOND: "the step that it puts second" / "论文列为第二步者";
    AGAINST_NONE: "Security in percentage points, against no remedy" / "安全（百分点），与不用任何缓解办法相比";
    AGAINST_NONE_LIVES: "Lives saved in thousands, against no remedy" / "挽救的生命（千人），与不用任何缓解办法相比";
    AGAINST_PAPER: "The same, against the paper's order" / "同上，与论文的次序相比";
    PAPER: "{} (the paper's order)" / "{}（论文的次序）";
    ORDER_SAFER: "Safer than the paper's order, clear of zero (points): {}." / "比论文的次序更安全，且明显不为零（百分点）：{}。";
    ORDER_LESS: "Less safe than the paper's order, clear of zero (points): {}." / "不如论文的次序安全，且明显不为零（百分点）：{}。";
    ORDER_SAVES: "More lives saved than in the paper's order, clear of zero (thousands): {}." / "比论文的次序挽救更多生命，且明显不为零（千人）：{}。";
    ORDER_LOSES: "Fewer lives saved than in the paper's order, clear of zero (thousands): {}." / "挽救的生命少于论文的次序，且明显不为零（千人）：{}。";
    ORDER_OPEN: "Undecided against the paper's order: {}." / "与论文的次序相比未定：{}。";
    ORDER_LEVEL: "chance of getting through {}" / "度过全期的概率 {}";
    ORDER_DILEMMA: "dilemma in {} of the benign runs" / "善意运行中 {} 为困境";
    // interpretation
    INT_NOTE: "An actor cannot see whether its partner is benign or greedy, and must read it one way. Each cell says what a reading does to it against carrying on as it is: its own hazard over the period, everybody's, and its effort." / "行为体看不出对方是善意还是贪婪，却必须择一解读。每格表示某种解读（与照旧相比）的后果：其自身的全期危险率、各方的危险率，以及自身投入。";
    INT_NONE: "Not examined in this comparison." / "本次比较未作考察。";
    INT_BENIGN: "partner really benign" / "对方确为善意";
    INT_GREEDY: "partner really greedy" / "对方确为贪婪";
    INT_TRUST: "trust: it restrains itself alone" / "信任：独自克制";
    INT_MISTRUST: "mistrust: it prepares for the worst" / "猜疑：从最坏处打算";
    INT_RIGHT_TRUST: "trust deserved" / "信任得当";
    INT_EXPLOITED: "trust exploited" / "信任遭利用";
    INT_NEEDLESS: "needless fear" / "无谓的恐惧";
    INT_RIGHT_FEAR: "caution deserved" / "戒备得当";
    INT_OWN: "own hazard {}" / "自身危险率 {}";
    INT_ALL: "everybody's {}" / "各方 {}";
    INT_EFFORT: "own effort {}" / "自身投入 {}";
    INT_RUNS: "{} runs" / "{} 次运行";
    INT_BOTH: "{}: misplaced trust and needless fear are both shown to cost it security. The dilemma is real." / "{}：错付的信任与无谓的恐惧均确证有损其安全，困境是真实的。";
    INT_ONE_TRUST: "{}: misplaced trust is shown to cost it security; needless fear is not." / "{}：错付的信任确证有损其安全，无谓的恐惧则未见如此。";
    INT_ONE_FEAR: "{}: needless fear is shown to cost it security; misplaced trust is not." / "{}：无谓的恐惧确证有损其安全，错付的信任则未见如此。";
    INT_OPEN: "{}: neither error is shown to cost it security." / "{}：两种误读均未确证有损其安全。";
    // robustness
    ROBUST_NOTE: "Over the scenario's uncertain numbers and luck, run by run. Regret is how much safer, in percentage points, the best of all sets, pairs included, would have been in the same world; the set with the least loses least by being chosen beforehand. “Best” and “satisfied” are shares of the runs with a 90 % interval; satisfied means that everybody's security reaches {}. The least regret comes first." / "就情景中不确定的数字与随机因素，逐次运行计算。后悔值为同一情形下全部各组（含两两并用）中最佳者比它更安全多少个百分点；后悔值最小者，事先选定它的损失最小。“最佳”与“满意”为占运行的比例，附 90 % 区间；满意指各方的安全均达到 {}。后悔值最小者在前。";
    NO_ROBUST: "Robustness was not computed." / "未计算稳健性。";
    COL_REGRET: "Regret: mean, 5–95 %" / "后悔值：均值、5—95 %";
    COL_BEST: "Best in" / "最佳";
    COL_SATISFIED: "Everybody satisfied in" / "各方皆满意";
    COL_SPARED: "Costs nobody lives in" / "无人付出生命";
    // turning
    TURNING_NOTE: "Numbers of the scenario on which the sign of a run's effect on security depends: the mean effect, in percentage points, where the number lies below its median, and above." / "使某组办法对安全之效应变号的情景数字：该数字低于其中位数时的平均效应（百分点），以及高于时的平均效应。";
    NO_TURNING: "No number was found on which the sign of an effect on security turns." / "未发现使安全效应变号的数字。";
    NO_TURNING_LIVES: "No number was found on which it turns whether a run saves lives or costs them." / "未发现决定某组办法挽救还是耗费生命的数字。";
    COL_NUMBER: "Number" / "数字";
    COL_BELOW: "Below its median" / "低于中位数";
    COL_ABOVE: "Above" / "高于中位数";
    TURNS: "the sign turns, clear of zero on both sides" / "变号，且两侧均明显不为零";
    MAY_TURN: "not clear on both sides" / "未在两侧都明确";
    // pairing
    PAIRING_NOTE: "How far an effect spreads between independent runs, over how far it spreads between paired ones. Precision grows with the square root of the number of runs, so at a factor f independent runs would have to be f² times as many. The median factor for security is {}: {} times as many, for the same precision." / "独立运行间效应的离散程度与成对运行间之比。精度随运行次数的平方根提高，故比值为 f 时，独立运行的次数须为 f² 倍。安全的中位比值为 {}：须为 {} 倍，方达同样精度。";
    NO_PAIRING: "What pairing saves was not computed." / "未计算成对运行所省。";
    FACTORS: "Every run" / "各组";
    TIMES: "{} ×" / "{} 倍";
    // doctrines
    DOCTRINE_NOTE: "The same scenario under other doctrines, without any remedy: levels, not effects. Mean, and 5–95 % of the runs; dilemma with a 90 % interval. What helps most is searched among packages and orders; its gain in security is in percentage points." / "同一情景采用不同的决策学说，且不用任何缓解办法：所列为水平而非效应。均值及 5—95 % 的运行；困境附 90 % 区间。“最有效者”在组合与次序中寻找，其安全收益以百分点计。";
    COL_DOCTRINE: "Doctrine" / "决策学说";
    AS_IS: "the scenario as it is" / "情景原样";
    COL_WAY_OUT: "What helps most" / "最有效者";
    STILL: "dilemma then {}" / "其后困境 {}";
    OVER_BASELINE: "effort over baseline" / "投入与基线之比";
    // basis
    COMPETITION: "Remedies that move the same term, and the rule that decides" / "作用于同一项的缓解办法，及其裁定规则";
    COMPETITION_IN: "{} (in {})" / "{}（见于 {}）";
    COMPETITION_MORE: "{}; {} more" / "{}；另有 {} 组";
    NO_COMPETITION: "No two remedies of one set move the same term of the same actor." / "同一组中没有两项缓解办法作用于同一行为体的同一项。";
    SOURCES: "Every number with its unit and source stands in the report of the plain run: herz run {}." / "全部数字及其单位与来源，见普通运行的报告：herz run {}。";
    CITATION: "The herz authors. herz {}: a laboratory of the security dilemma. Comparison of remedies in the scenario “{}” ({}, {}–{}), SHA-256 of the scenario {}, seed {}, {} runs." / "herz 作者。herz {}：安全困境实验室。情景“{}”中缓解办法的比较（{}，{}—{}年），情景 SHA-256 {}，种子 {}，{} 次运行。";
    HOLDS_FILES: "The bundle holds: {}." / "结果包包括：{}。";
    // terminal
    T_BASELINE: "Without any: security {} · attack {} · accident {} · dilemma {} · waste {} · trust {}" / "不用时：安全 {} · 攻击 {} · 意外 {} · 困境 {} · 浪费 {} · 信任 {}";
    T_ALONE: "alone" / "单项";
    T_PAIRS: "pairs" / "两两";
    T_PACKAGES: "packages" / "组合";
    T_ORDER: "order of the two steps" / "两步的次序";
    T_DECIDED: "Decided: what is ranked first helps, and its lead over what is ranked second is clear of zero." / "可以判定：排名第一者确有帮助，且领先排名第二者明显不为零。";
    T_NOT_DECIDED: "Not decided which helps most: what is ranked first is not clear of zero, or not of what is ranked second." / "何者最有帮助不能判定：排名第一者的区间触及零，或并不明显领先排名第二者。";
    T_NO_CLEAR: "none of {} interactions is clear of zero" / "{} 项交互作用中没有明显不为零者";
    T_ATTACK: "atk" / "攻";
    T_ACCIDENT: "acc" / "意";
    T_WASTE: "wst" / "浪";
    T_TRUST: "tru" / "信";
    T_HEAD: "security in points, 95 %" / "对安全的效应（百分点）";
    T_MORE: "{} · {} more in the report" / "{}（另有 {} 项见报告）";
    T_IDS: "Ids, for --remedy: {}." / "供 --remedy 使用的标识符：{}。";
    T_HELPS: "together more than the sum of each alone" / "并用的效应大于各自之和";
    T_HINDERS: "together less than the sum of each alone; where one has removed the danger, little is left for the other" / "并用的效应小于各自之和；一项已消除危险，另一项便所余无几";
    T_CLEAR: "{} of {} interactions clear of zero; clearest {}: {}" / "明显不为零的交互作用 {} 项（共 {} 项）；最明确：{}，{}";
    T_INT: "{}: own hazard if it wrongly trusts {}, if it wrongly mistrusts {}" / "{}：错信时自身危险率 {}，错疑时 {}";
    T_LEAST: "least regret {} points: {} · best in {} · satisfied in {}" / "后悔值最小（{} 个百分点）：{} · 最佳 {} · 满意 {}";
    T_REGRET: "Least regret: on average it loses least against what turns out best, pairs included, in the same run." / "后悔值最小：与同一次运行中事后最佳者（含两两并用）相比，平均所失最少。";
    T_SATISFIED: "Satisfied: the share of runs in which every actor gets through with a chance of at least {}." / "满意：每个行为体度过全期的概率均不低于 {} 的运行所占比例。";
    T_SPARED: "Costs nobody lives: the share of runs in which no actor has more than a hundredth more dead than without any." / "无人付出生命：各行为体的死亡均不比不用时多出百分之一以上的运行所占比例。";
    T_COMMONS: "Without any, at the end: resource {} % left · environment at {} % · collapsed in {} of runs" / "不用时，期末：资源存量 {} % · 环境 {} % · {} 的运行中崩溃";
    T_RESOURCE: "resource" / "资源";
    T_ENVIRONMENT: "environ." / "环境";
    T_LEGEND_COMMONS: "Paired runs; brackets: 95 % interval. ± contains 0: undecided. Resource, environment: what is left at the end, in percentage points. + − = other effects rise, fall, stay (atk: hazard; tru: trust)." / "成对运行；方括号：95 % 区间。± 包含零：未定。资源、环境：期末所余的变化（百分点）。+ − = 其他效应升、降、不变（攻：蓄意攻击；信：信任）。";
    T_DOCTRINE: "{}: security {} · dilemma {}{}" / "{}：安全 {} · 困境 {}{}";
    T_DOCTRINES: "doctrines, no remedy" / "决策学说，不用缓解办法";
    T_WAY_OUT: " · helps most: {} {}" / " · 最有效：{} {}";
    T_LEGEND: "Paired runs; brackets: 95 % interval. ± contains 0: undecided. + − = other effects rise, fall, stay (atk, acc: hazards; wst: waste; tru: trust)." / "成对运行；方括号：95 % 区间。± 包含零：未定。+ − = 其他效应升、降、不变（攻：蓄意攻击；意：意外；浪：浪费；信：信任）。";
    T_CONSTRUCTION: " * by construction." / " * 由函数形式得出。";
}

#[cfg(test)]
mod tests {
    #[test]
    fn contract_every_text_of_the_comparison_has_both_languages() {
        crate::words::tests::both_languages(super::ALL);
    }
}
