//! Those who begin with structure, and quarrel over how to read suspicion (A154, A168).

use super::{Position, assumed, benign, doctrine, rendered, unprotected, unpunished, unseen, words};

pub(super) const POSITIONS: &[Position] = &[WALTZ, JERVIS, MEARSHEIMER, TANG];

/// Herz with attitudes held fixed (A31).
const WALTZ: Position = Position {
    id: "waltz",
    name: words("Kenneth Waltz", "肯尼思·华尔兹"),
    work: words("Theory of International Politics, 1979", "《国际政治理论》，1979年"),
    summary: words(
        "Anarchy and capabilities explain; motives do not.\n\
         Suspicion is a constant that nothing anybody does can change, so the dilemma is coped with and never solved.",
        "起解释作用的是无政府状态与实力，而不是动机。\n\
         猜疑是常数，无论各方做什么都不会改变，因此困境只能应对，无法解决。",
    ),
    settings: &[
        unprotected(&["A132"]),
        unseen(&["A132"]),
        unpunished(&["A132"]),
        benign(&["A134"], words("conflict is passive: forced on actors by insecurity", "冲突是被动的：由不安全迫使")),
        doctrine(
            "capabilities-only",
            &["A31", "A167"],
            words("attitudes are fixed and nothing is learnt: the leanest theory", "态度固定，无所学习：最简约的理论"),
        ),
        assumed(
            "actors.*.fixed_weight",
            "0.5",
            (0.1, 1.0),
            &["A165"],
            words("a suspicion that stays: coped with, more or less easily", "挥之不去的猜疑：只能加以或难或易的应对"),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed; a suspicion that never moves keeps effort up, so nearly every run is a dilemma.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争；不变的猜疑使投入居高，故几乎每次运行都是困境。",
    )),
    beware: words(
        "The floor under fear is the claim itself (A165): with nothing learnt, the dilemma cannot be solved. Whether that is so \
         is a question for the run under other positions (X7), such as `herz-survival`. The first paper equates new, \
         structural and defensive realism in one place and separates them in another (X15); this is Waltz and not a school.",
        "恐惧的下限正是其主张（A165）：既然无所学习，困境便无法解决。是否如此，要看其他立场下的运行（X7），如`herz-survival`。\
         第一篇论文有一处把新现实主义、结构现实主义与防御性现实主义等同，另一处又加以区分（X15）；此处指华尔兹本人，而非某一流派。",
    ),
};

/// Suspicion read in the best light.
///
/// His two variables, which side of the offence–defence balance has the advantage and whether the two can be told apart
/// (A170, A171, B31), are to be set here once an issue has them: `issues.*.offence_advantage` below 0, for through most of
/// history defence has had the advantage, and `issues.*.distinguishability` above 0, both for military issues only.
const JERVIS: Position = Position {
    id: "jervis",
    name: words("Robert Jervis", "罗伯特·杰维斯"),
    work: words("Cooperation under the security dilemma, 1978", "《安全困境下的合作》，1978年"),
    summary: words(
        "All are powers of the status quo, and suspicion can be read in a good light: the dilemma is apparent rather than real.\n\
         Whoever sees that arms will be answered chooses policies that frighten nobody; through most of history defence has \
         had the advantage.",
        "各方都是维持现状国家，猜疑可以作善意的解释：困境貌似而非真实。\n\
         看到扩军必遭回应者，会选择不令人恐惧的政策；历史上大部分时期防御占优。",
    ),
    settings: &[
        benign(&["A157"], words("all are status-quo powers", "所有行为体都是维持现状者")),
        doctrine("bayesian", &["A168", "A174"], words("suspicion follows the evidence", "猜疑随证据而变")),
        assumed(
            "issues.*.mistrust",
            "0.2",
            (0.05, 0.5),
            &["A168", "A174"],
            words("a benign interpretation to begin with", "起始即作善意的解释"),
        ),
        assumed(
            "actors.*.foresight",
            "0.25",
            (0.0, 0.5),
            &["A172", "A173"],
            words(
                "the others' answer cancels the gain, so policies are inclusive",
                "他国的回应抵消所得，故采取包容性政策",
            ),
        ),
        assumed(
            "issues.*.first_strike",
            "0.1",
            (0.0, 0.2),
            &["A171"],
            words("in most of history defence has had the advantage", "历史上大部分时期防御占优"),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed. The low propensity to strike lowers hazard by itself.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争。低的先发倾向本身即降低危险率。",
    )),
    beware: words(
        "His two variables, who has the advantage and whether offence and defence can be told apart (A170), are not part of this \
         table yet. His psychology (A175) is named without a direction: try `--set actors.ID.negativity=2`. Apparent is said \
         of the conflict of interest and not of the incentive, which is real (X31).",
        "他的两个变量（何者占优、攻防能否区分，A170）尚未列入此表。他的心理学（A175）只是提及而未说明方向：可试`--set actors.ID.negativity=2`。\
         “貌似”指利益冲突，而不是动因，动因是真实的（X31）。",
    ),
};

/// Suspicion read in the worst light.
const MEARSHEIMER: Position = Position {
    id: "mearsheimer",
    name: words("John Mearsheimer", "约翰·米尔斯海默"),
    work: words("The Tragedy of Great Power Politics, 2001", "《大国政治的悲剧》，2001年"),
    summary: words(
        "With nobody above to protect them, states that only want to survive must expect the worst of all others.\n\
         The best way to survive is the most relative power, the best defence a good offence, and almost nothing helps.",
        "其上无人保护，只求生存的国家必须对所有他者作最坏的设想。\n\
         最佳的生存之道是最大化相对权力，最好的防御是一种有效的进攻，几乎没有任何措施能够改善。",
    ),
    settings: &[
        rendered(
            "issues.*.authority",
            "0",
            &["A169"],
            words("no higher authority gives protection", "没有更高的权威提供保护"),
        ),
        rendered(
            "assumptions.objective",
            "security",
            &["A169"],
            words("the aim is survival; power is the way to it (X21)", "目的是生存；权力是手段（X21）"),
        ),
        benign(&["A35", "A169"], words("true heir of the original meaning", "原始含义的真正继承者")),
        doctrine("worst-case", &["A154", "A168"], words("intent is read in the worst light", "往坏的方面理解意图")),
        assumed(
            "actors.*.worst_case",
            "1",
            (0.5, 1.0),
            &["A169"],
            words("nothing anybody does or says relieves it", "任何言行都不能使之缓解"),
        ),
        assumed(
            "issues.*.first_strike",
            "0.5",
            (0.2, 1.0),
            &["A168", "A169"],
            words("pre-emption: the best defence is a good offence", "先下手为强：最好的防御是有效的进攻"),
        ),
        rendered(
            "actors.*.care",
            "0",
            &["A169"],
            words("nobody restrains itself for another's sake", "无人为他者而自我克制"),
        ),
        rendered("actors.*.foresight", "0", &["A169"], words("nor for fear of the answer", "也无人因惧怕回应而克制")),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed; the decision weight is at its most whatever is believed, so nearly every run is a dilemma. The high propensity to strike raises hazard by itself.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争；无论相信什么，决策权重都取最大值，故几乎每次运行都是困境。高的先发倾向本身即提高危险率。",
    )),
    beware: words(
        "The papers call him the true heir of a concept whose third element is benign intent, and say that he has states \
         maximise power (X21). Here fear does all the work. `--set assumptions.objective=power` is the other reading: \
         everybody is greedy, every pair a rivalry of greed, and nothing of Herz is left. With the weight at its most, beliefs \
         are still formed and nobody acts on them.",
        "论文称他为此概念的真正继承者，而此概念的第三个要素是善意；又说他让国家最大化权力（X21）。此处一切出于恐惧。\
         另一种解读是`--set assumptions.objective=power`：人人贪婪，每一对都是贪婪之争，赫兹的概念荡然无存。\
         权重取最大值时，信念仍会形成，但无人据以行动。",
    ),
};

/// Uncertainty first, then fear, mismatch of information, traps of cognition.
const TANG: Position = Position {
    id: "tang",
    name: words("Tang Shiping", "唐世平"),
    work: words("The security dilemma: a conceptual analysis, 2009", "《安全困境：概念分析》，2009年"),
    summary: words(
        "Uncertainty is the core; fear, mismatched information and traps of cognition add to it.\n\
         In defensive realism the dilemma is general.",
        "不确定性是核心因素；恐惧、信息不协调与认知陷阱使之加重。\n\
         在防御性现实主义中，困境是普遍存在的现象。",
    ),
    settings: &[
        benign(&["B32"], words("the states of defensive realism", "防御性现实主义所说的国家")),
        assumed(
            "issues.*.mistrust",
            "0.5",
            (0.1, 0.9),
            &["B32"],
            words("uncertainty is the core factor: even odds", "不确定性是核心因素：各占一半"),
        ),
        doctrine("ambiguity", &["B32"], words("fear adds to belief", "恐惧加于信念之上")),
        assumed(
            "actors.*.ambiguity",
            "0.25",
            (0.0, 0.5),
            &["B32"],
            words("fear, one factor among several", "恐惧，诸因素之一"),
        ),
        assumed("issues.*.opacity", "1", (0.7, 2.0), &["B32"], words("mismatched information", "信息不协调")),
        assumed(
            "actors.*.negativity",
            "2",
            (1.0, 4.0),
            &["B32"],
            words("a trap of cognition: bad news weighs double", "认知陷阱：坏消息加倍计入"),
        ),
    ],
    by_construction: Some(words(
        "Nobody is greedy by assumption, so no run is predation or a rivalry of greed; a floor under the decision weight lifts effort whatever is believed, so nearly every run is a dilemma.",
        "假定无人贪婪，故没有一次运行是掠夺或贪婪之争；决策权重有下限，无论相信什么，投入都会上升，故几乎每次运行都是困境。",
    )),
    beware: words(
        "The paper lists the factors and gives neither sizes nor mechanisms: which bias the traps are is our choice. Whether \
         uncertainty is the core is a question for the run (X28): set one factor back at a time.",
        "论文列出诸因素，未给出大小与机制：认知陷阱指哪种偏差，由我们选定。不确定性是否为核心，要由运行回答（X28）：可逐一还原各因素。",
    ),
};
