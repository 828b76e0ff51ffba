//! Those who would change what actors are to each other.

use super::{Position, assumed, doctrine, rendered, words};

pub(super) const POSITIONS: &[Position] = &[WENDT, DEUTSCH];

/// Norms taken to heart, and self-binding.
const WENDT: Position = Position {
    id: "wendt",
    name: words("Alexander Wendt", "亚历山大·温特"),
    work: words("Social Theory of International Politics, 1999", "《国际政治的社会理论》，1999年"),
    summary: words(
        "Anarchy is what states make of it: whoever keeps norms long enough makes them its own.\n\
         States bind themselves where others can see it and give up a little, so that their motives are no longer feared.",
        "无政府状态是国家造就的：长期服从规范者，会将其内化。\n\
         国家在他者看得见之处自我约束，并作适度牺牲，使自己的意图不再令人担心。",
    ),
    settings: &[
        doctrine("bayesian", &["B92"], words("others' worries answer to what they see", "他国的担心随其所见而变")),
        assumed(
            "issues.*.mistrust",
            "0.2",
            (0.05, 0.4),
            &["B90"],
            words("those who keep norms are known not to plan their breach", "服从规范者为人所知并无破坏机制的企图"),
        ),
        assumed(
            "issues.*.rules",
            "0.4",
            (0.2, 0.8),
            &["B90", "B91"],
            words("compliance and democracy lower uncertainty", "服从规范与民主化降低不确定性"),
        ),
        assumed(
            "actors.*.care",
            "0.3",
            (0.1, 0.6),
            &["B92", "B93"],
            words("self-binding eases others' fear at a moderate sacrifice", "以适度牺牲的自我约束减轻他国的担心"),
        ),
        assumed(
            "actors.*.forgetting",
            "0",
            (0.0, 0.02),
            &["B90"],
            words("identities outlast governments", "身份比政府更持久"),
        ),
    ],
    by_construction: None,
    beware: words(
        "Anarchy remains: no authority is set. “Anarchy is what states make of it” is his phrase and not in the papers. Motives are \
         the scenario's own, so self-binding can be exploited (B88). Care is a term of its own beside foresight (X12). That \
         compliance takes hold with time (B90) is not in the kernel: its result is there from the start.",
        "无政府状态依旧：未设任何权威。“无政府状态是国家造就的”是他的话，不见于两篇论文。动机取自情景，因此自我约束可能被人利用（B88）。\
         关怀是与远见并列的另一项（X12）。规范随时间而内化（B90）：此处其结果从一开始便存在。",
    ),
};

/// One community, and war vanishes.
const DEUTSCH: Position = Position {
    id: "deutsch",
    name: words("Karl Deutsch", "卡尔·多伊奇"),
    work: words("Political Community and the North Atlantic Area, 1957", "《政治共同体与北大西洋地区》，1957年"),
    summary: words(
        "Within a security community war between members is no longer thought of.\n\
         Were the whole world one community, war would vanish by itself.",
        "在安全共同体之内，成员之间不再设想战争。\n\
         如果整个世界成为一个共同体，战争将自动消失。",
    ),
    settings: &[
        assumed(
            "issues.*.authority",
            "0.9",
            (0.5, 1.0),
            &["B94", "B95"],
            words("a community takes anarchy away and makes its victims whole", "共同体减少无政府性，并补偿受害者"),
        ),
        assumed(
            "actors.*.care",
            "1",
            (0.5, 2.0),
            &["B94", "B96"],
            words("a member's insecurity counts as much as one's own", "成员的不安全与自身的同等重要"),
        ),
        rendered(
            "issues.*.first_strike",
            "0",
            &["B94"],
            words("no member attacks another out of fear", "成员不会因恐惧而攻击彼此"),
        ),
    ],
    by_construction: Some(words(
        "So much authority and care leave little threat, so no run is a dilemma and hazard is low.",
        "权威与关怀如此之多，威胁所剩无几，故没有一次运行是困境，危险率也低。",
    )),
    beware: words(
        "The whole scenario becomes one community, greedy members included; a partial one needs groups of the scenario. What is worth \
         reading is the hazard that the greedy leave. That \
         communities lessen anarchy is Men Honghua's gloss (B95), and care for others Wei Ling's (B96); the paper sets \
         both beside Deutsch.",
        "整个情景成为一个共同体，贪婪的成员也在其中；部分的共同体需要用情景中的群体。值得看的是贪婪者留下的危险率。共同体减少无政府性是门洪华之说（B95），关照他者是魏玲之说（B96）；论文将二者与多伊奇并列。",
    ),
};
