//! The catalogue: every parameter and every switchable assumption, described once.
//!
//! The checker, the JSON Schema, the starter scenario and the studio's form all read it.

/// Fixed words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

const fn words(en: &'static str, zh: &'static str) -> Words {
    Words { en, zh }
}

/// A kind of table in a scenario file: where a key may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file itself.
    Root,
    /// `[clock]`.
    Clock,
    /// `[ensemble]`.
    Ensemble,
    /// `[measures]`.
    Measures,
    /// `[assumptions]`.
    Assumptions,
    /// `[[groups]]`.
    Group,
    /// `[[actors]]`.
    Actor,
    /// `[[issues]]`.
    Issue,
    /// `[[issues.groups]]`.
    IssueGroup,
    /// `[[issues.actors]]`.
    IssueActor,
    /// `[[spillovers]]`.
    Spillover,
    /// A published series: `output`, `observed`.
    Series,
}

impl Place {
    /// As it is written in a file.
    pub fn label(self) -> &'static str {
        match self {
            Place::Root => "the top level",
            Place::Clock => "[clock]",
            Place::Ensemble => "[ensemble]",
            Place::Measures => "[measures]",
            Place::Assumptions => "[assumptions]",
            Place::Group => "[[groups]]",
            Place::Actor => "[[actors]]",
            Place::Issue => "[[issues]]",
            Place::IssueGroup => "[[issues.groups]]",
            Place::IssueActor => "[[issues.actors]]",
            Place::Spillover => "[[spillovers]]",
            Place::Series => "a series",
        }
    }

    /// Keys of this table that are not parameters.
    pub fn structure(self) -> &'static [&'static str] {
        match self {
            Place::Root => &[
                "format",
                "id",
                "title",
                "note",
                "clock",
                "ensemble",
                "measures",
                "assumptions",
                "groups",
                "actors",
                "issues",
                "spillovers",
            ],
            Place::Clock => &["start", "end", "steps_per_year"],
            Place::Ensemble => &["replications", "seed"],
            Place::Measures => &[],
            Place::Assumptions => ASSUMPTION_KEYS,
            Place::Group => &["id", "name", "within"],
            Place::Actor => &["id", "name", "within", "doctrine"],
            Place::Issue => &["id", "name", "kind", "effort_unit", "waste_unit", "groups", "actors"],
            Place::IssueGroup => &["group"],
            Place::IssueActor => &["actor", "output", "observed"],
            Place::Spillover => &["from", "to"],
            Place::Series => &["years", "values", "unit", "source", "note"],
        }
    }

    /// All keys of this table.
    pub fn keys(self) -> Vec<&'static str> {
        let parameters = PARAMETERS.iter().filter(|p| p.places.contains(&self)).map(|p| p.key);
        self.structure().iter().copied().chain(parameters).collect()
    }
}

/// Every kind of table.
pub const PLACES: &[Place] = &[
    Place::Root,
    Place::Clock,
    Place::Ensemble,
    Place::Measures,
    Place::Assumptions,
    Place::Group,
    Place::Actor,
    Place::Issue,
    Place::IssueGroup,
    Place::IssueActor,
    Place::Spillover,
    Place::Series,
];

/// Unit of the parameters that are measured in their issue's own `effort_unit`.
pub const EFFORT_UNIT: &str = "effort unit";

/// One parameter of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Key in a scenario file.
    pub key: &'static str,
    /// Symbol in the model.
    pub symbol: &'static str,
    /// Name for people.
    pub name: Words,
    /// Unit, or [`EFFORT_UNIT`].
    pub unit: &'static str,
    /// Smallest and largest allowed value.
    pub range: (f64, f64),
    /// Value where a file is silent; `None`: must be stated, or (`initial`) another number stands in.
    pub default: Option<f64>,
    /// What it does.
    pub explanation: Words,
    /// Tables it may stand in.
    pub places: &'static [Place],
    /// Whether it is a quantity of directed pairs.
    pub pairwise: bool,
}

impl Parameter {
    /// Whether a file must state it.
    pub fn required(&self) -> bool {
        self.default.is_none() && self.key != "initial"
    }
}

/// The parameter of this key.
pub fn parameter(key: &str) -> Option<&'static Parameter> {
    PARAMETERS.iter().find(|p| p.key == key)
}

/// Every parameter, in the order of the format page.
pub const PARAMETERS: &[Parameter] = &[
    Parameter {
        key: "baseline",
        symbol: "x0_i",
        name: words("baseline effort", "基线投入"),
        unit: EFFORT_UNIT,
        range: (1e-9, 1e12),
        default: None,
        explanation: words(
            "Effort the actor would make with no threat at all, at the start: domestic needs.",
            "完全没有威胁时行为体在起始年份的投入，即国内需要。",
        ),
        places: &[Place::IssueActor],
        pairwise: false,
    },
    Parameter {
        key: "responsiveness",
        symbol: "K_i",
        name: words("responsiveness", "反应强度"),
        unit: EFFORT_UNIT,
        range: (1e-9, 1e12),
        default: None,
        explanation: words(
            "Effort the actor would sustain against one equal, fully exposed, certainly greedy rival.",
            "面对一个实力相当、完全暴露且必定贪婪的对手时，行为体会维持的投入。",
        ),
        places: &[Place::IssueActor],
        pairwise: false,
    },
    Parameter {
        key: "initial",
        symbol: "x_i(0)",
        name: words("initial effort", "初始投入"),
        unit: EFFORT_UNIT,
        range: (1e-9, 1e12),
        default: None,
        explanation: words("Effort at the start; the baseline where not stated.", "起始时的投入；未注明时取基线投入。"),
        places: &[Place::IssueActor],
        pairwise: false,
    },
    Parameter {
        key: "cap",
        symbol: "x̄_i",
        name: words("largest effort", "投入上限"),
        unit: EFFORT_UNIT,
        range: (1e-9, 1e15),
        default: Some(1e15),
        explanation: words(
            "Effort the actor cannot exceed, whatever it fears.",
            "无论多么恐惧，行为体都无法超过的投入。",
        ),
        places: &[Place::IssueActor],
        pairwise: false,
    },
    Parameter {
        key: "greedy",
        symbol: "P(θ_i = 1)",
        name: words("probability of being greedy", "贪婪的概率"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.0),
        explanation: words(
            "Chance that the actor really is greedy (revisionist, free-riding) in this issue; 0 and 1 are certain.",
            "行为体在该议题上确实贪婪（改变现状、搭便车）的概率；0与1表示确定。",
        ),
        places: &[Place::IssueActor],
        pairwise: false,
    },
    Parameter {
        key: "greed_excess",
        symbol: "g",
        name: words("greed excess", "贪婪增量"),
        unit: "log",
        range: (0.01, 5.0),
        default: Some(0.5),
        explanation: words(
            "How much more effort, in logs, a greedy actor makes than a benign one with the same fears.",
            "恐惧相同时，贪婪者比善意者多作的投入（对数）。",
        ),
        places: &[Place::Issue],
        pairwise: false,
    },
    Parameter {
        key: "opacity",
        symbol: "s",
        name: words("opacity", "不透明度"),
        unit: "log per √year",
        range: (0.01, 10.0),
        default: Some(0.5),
        explanation: words("Noise with which effort is observed.", "观察他方投入时的噪声。"),
        places: &[Place::Issue],
        pairwise: false,
    },
    Parameter {
        key: "adjustment",
        symbol: "–",
        name: words("speed of adjustment", "调整速度"),
        unit: "per year",
        range: (0.001, 12.0),
        default: Some(1.0),
        explanation: words("Rate at which effort moves toward its target.", "投入向目标值靠拢的速率。"),
        places: &[Place::Issue],
        pairwise: false,
    },
    Parameter {
        key: "shock",
        symbol: "–",
        name: words("shock", "冲击"),
        unit: "log per √year",
        range: (0.0, 2.0),
        default: Some(0.05),
        explanation: words("Noise in effort that nobody intends.", "无人有意造成的投入波动。"),
        places: &[Place::Issue],
        pairwise: false,
    },
    Parameter {
        key: "first_strike",
        symbol: "ρ",
        name: words("first-strike advantage", "先发优势"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.2),
        explanation: words(
            "How far fear alone makes a benign actor attack: kill or perish.",
            "仅因恐惧而使善意者发动攻击的程度：不杀人便被杀。",
        ),
        places: &[Place::Issue],
        pairwise: false,
    },
    Parameter {
        key: "authority",
        symbol: "α",
        name: words("authority", "权威"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.0),
        explanation: words(
            "Adjudication by what stands above the actors: the share of a victim's threat that it takes away; 0 is anarchy.",
            "行为体之上的权威所作的裁决：替受害者消除的威胁份额；0即无政府状态。",
        ),
        places: &[Place::Issue, Place::IssueGroup],
        pairwise: false,
    },
    Parameter {
        key: "rules",
        symbol: "–",
        name: words("rules", "规则"),
        unit: "probability",
        range: (0.0, 0.95),
        default: Some(0.0),
        explanation: words(
            "Transparency from above: the share of opacity it removes.",
            "自上而下的透明度：消除的不透明度份额。",
        ),
        places: &[Place::Issue, Place::IssueGroup],
        pairwise: false,
    },
    Parameter {
        key: "sanction",
        symbol: "–",
        name: words("sanction", "制裁"),
        unit: "probability",
        range: (0.0, 0.99),
        default: Some(0.0),
        explanation: words(
            "Fines from above: the share of greed excess they remove.",
            "自上而下的惩罚：消除的贪婪增量份额。",
        ),
        places: &[Place::Issue, Place::IssueGroup],
        pairwise: false,
    },
    Parameter {
        key: "exposure",
        symbol: "R_ij",
        name: words("exposure", "暴露度"),
        unit: "per year",
        range: (0.0, 1000.0),
        default: Some(1.0),
        explanation: words(
            "How much one unit of the other's effort hurts: proximity, offence–defence balance, dependence.",
            "对方每单位投入造成的损害：邻近程度、攻防平衡、依赖程度。",
        ),
        places: &[Place::Issue],
        pairwise: true,
    },
    Parameter {
        key: "mistrust",
        symbol: "μ_ij(0)",
        name: words("initial mistrust", "初始猜疑"),
        unit: "probability",
        range: (0.0001, 0.9999),
        default: Some(0.2),
        explanation: words(
            "Probability, at the start, that the other is greedy, as one sees it.",
            "起始时一方眼中对方贪婪的概率。",
        ),
        places: &[Place::Issue],
        pairwise: true,
    },
    Parameter {
        key: "pair_authority",
        symbol: "α_ij",
        name: words("authority over a pair", "双边权威"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.0),
        explanation: words(
            "Bilateral adjudication on top of whatever encloses the pair; the same in both directions.",
            "在共同上级权威之外的双边裁决；两个方向相同。",
        ),
        places: &[Place::Issue],
        pairwise: true,
    },
    Parameter {
        key: "empathy",
        symbol: "ε_ij",
        name: words("empathy", "共情"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.3),
        explanation: words(
            "How far one understands that the other may fear it: trying on the other's shoes.",
            "一方在多大程度上理解对方可能惧怕自己，即换位思考。",
        ),
        places: &[Place::Root],
        pairwise: true,
    },
    Parameter {
        key: "worst_case",
        symbol: "ω",
        name: words("worst-case weight", "最坏情况权重"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(1.0),
        explanation: words(
            "How far the worst-case doctrine replaces belief by the worst; 1 is the offensive realist.",
            "“最坏情况”学说以最坏设想取代信念的程度；1为进攻性现实主义者。",
        ),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "ambiguity",
        symbol: "γ",
        name: words("ambiguity aversion", "模糊厌恶"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.5),
        explanation: words(
            "Where the ambiguity doctrine stands between belief (0) and the worst case (1).",
            "“模糊”学说在信念（0）与最坏情况（1）之间的位置。",
        ),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "fixed_weight",
        symbol: "w",
        name: words("fixed weight", "固定权重"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.5),
        explanation: words(
            "Weight that the capabilities-only doctrine gives every other actor, whatever it does.",
            "“只看实力”学说赋予每个他者的权重，不论其行为如何。",
        ),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "care",
        symbol: "u_i",
        name: words("care", "关怀"),
        unit: "share",
        range: (0.0, 10.0),
        default: Some(0.0),
        explanation: words(
            "How much the insecurity one causes others counts in one's own restraint.",
            "自己给他者造成的不安全在自我克制中的分量。",
        ),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "foresight",
        symbol: "d_i",
        name: words("foresight", "远见"),
        unit: "share",
        range: (0.0, 10.0),
        default: Some(0.0),
        explanation: words(
            "How much one's own insecurity after the others have reacted counts in one's restraint.",
            "他者作出反应之后自身的不安全在自我克制中的分量。",
        ),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "negativity",
        symbol: "–",
        name: words("negativity", "负面偏向"),
        unit: "ratio",
        range: (1.0, 10.0),
        default: Some(1.0),
        explanation: words("Bad news counts this many times.", "坏消息按此倍数计入。"),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "misperception",
        symbol: "–",
        name: words("misperception", "误判"),
        unit: "log",
        range: (-3.0, 3.0),
        default: Some(0.0),
        explanation: words(
            "Bias in reading others' effort; above 0 exaggerates it.",
            "解读他方投入时的偏差；大于0为夸大。",
        ),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "forgetting",
        symbol: "–",
        name: words("forgetting", "遗忘"),
        unit: "per year",
        range: (0.0, 12.0),
        default: Some(0.02),
        explanation: words(
            "Rate at which beliefs drift back to the prior: governments change.",
            "信念回到先验的速率：政府会更替。",
        ),
        places: &[Place::Actor],
        pairwise: false,
    },
    Parameter {
        key: "weight",
        symbol: "ψ",
        name: words("spillover weight", "外溢权重"),
        unit: "share",
        range: (-2.0, 2.0),
        default: Some(0.0),
        explanation: words(
            "How much evidence in one issue counts in the other.",
            "一个议题上的证据在另一议题上的分量。",
        ),
        places: &[Place::Spillover],
        pairwise: false,
    },
    Parameter {
        key: "satisfaction",
        symbol: "–",
        name: words("satisfaction level", "满意水平"),
        unit: "probability",
        range: (0.0, 1.0),
        default: Some(0.9),
        explanation: words(
            "Security over the whole period below which an option is unsatisfactory (definition D4).",
            "全期安全低于此值的选项即不能令人满意（定义D4）。",
        ),
        places: &[Place::Measures],
        pairwise: false,
    },
    Parameter {
        key: "pulse",
        symbol: "–",
        name: words("unexplained rise", "无法解释的增长"),
        unit: "log",
        range: (0.0, 2.0),
        default: Some(0.1),
        explanation: words(
            "Size of the rise of effort whose harm D1 and D2 measure.",
            "投入增长的幅度，其损害由定义D1与D2度量。",
        ),
        places: &[Place::Measures],
        pairwise: false,
    },
    Parameter {
        key: "dilemma_ratio",
        symbol: "–",
        name: words("dilemma ratio", "困境比率"),
        unit: "ratio",
        range: (1.0, 100.0),
        default: Some(1.25),
        explanation: words(
            "Effort over baseline from which a benign pair counts as being in a security dilemma.",
            "双方皆善意而投入与基线之比达到此值，即判为安全困境。",
        ),
        places: &[Place::Measures],
        pairwise: false,
    },
    Parameter {
        key: "option_size",
        symbol: "–",
        name: words("size of an option", "选项幅度"),
        unit: "log",
        range: (0.0, 5.0),
        default: Some(std::f64::consts::LN_2),
        explanation: words(
            "Change of target under the options arm and disarm (definition D4).",
            "“增加”与“削减”两个选项对目标的改变幅度（定义D4）。",
        ),
        places: &[Place::Measures],
        pairwise: false,
    },
    Parameter {
        key: "signal_cost",
        symbol: "c",
        name: words("cost of a signal", "信号成本"),
        unit: "log",
        range: (0.0, 5.0),
        default: Some(0.1),
        explanation: words(
            "Cost of one year's signal (definition D4), in logs of effort.",
            "发一年信号的成本（定义D4），以投入的对数计。",
        ),
        places: &[Place::Measures],
        pairwise: false,
    },
    Parameter {
        key: "signal_scale",
        symbol: "η",
        name: words("scale of bluffing", "伪装尺度"),
        unit: "log",
        range: (0.001, 5.0),
        default: Some(0.1),
        explanation: words(
            "Cost at which a greedy actor still signals with probability 1/e.",
            "贪婪者仍以1/e的概率发出信号时的成本。",
        ),
        places: &[Place::Measures],
        pairwise: false,
    },
];

/// A reading of the theory where the papers are silent or disagree (model §9).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Switch {
    /// Key in `[assumptions]`.
    pub key: &'static str,
    /// What is at issue.
    pub question: Words,
    /// Allowed values.
    pub allowed: &'static [&'static str],
    /// Meaning of each allowed value, in the same order.
    pub meanings: &'static [Words],
    /// Value where a file is silent.
    pub default: &'static str,
    /// Whether anything computed at present depends on it.
    pub acts: bool,
}

/// Keys of [`SWITCHES`], in order.
const ASSUMPTION_KEYS: &[&str] = &[
    "anarchy",
    "talk",
    "bargaining",
    "remedies",
    "objective",
    "decision",
    "authority-source",
    "link-target",
    "aggregate",
];

/// Every switchable assumption.
pub const SWITCHES: &[Switch] = &[
    Switch {
        key: "anarchy",
        question: words("What anarchy does by itself", "无政府状态本身的作用"),
        allowed: &["permissive", "sufficient"],
        meanings: &[
            words(
                "Anarchy permits the dilemma; fear and mistrust must cause it.",
                "无政府状态只是使困境成为可能，恐惧与猜疑才是其成因。",
            ),
            words("Anarchy alone suffices to cause the dilemma.", "仅有无政府状态便足以造成困境。"),
        ],
        default: "permissive",
        acts: false,
    },
    Switch {
        key: "talk",
        question: words("What words without cost can do", "无成本言辞的作用"),
        allowed: &["coordination", "uninformative", "informative"],
        meanings: &[
            words(
                "Cheap talk separates nobody, but can select the better equilibrium.",
                "空谈无法区分动机，但可促成较好的均衡。",
            ),
            words("Cheap talk does nothing.", "空谈毫无作用。"),
            words("Words are evidence of motives.", "言辞是动机的证据。"),
        ],
        default: "coordination",
        acts: false,
    },
    Switch {
        key: "bargaining",
        question: words("How issues are negotiated", "各议题如何谈判"),
        allowed: &["piecemeal", "linked", "mixed"],
        meanings: &[
            words("Case by case: a failure stays local.", "逐案谈判：失败限于局部。"),
            words("Linked: gains pool and failures spread.", "挂钩谈判：收益汇集，失败蔓延。"),
            words("Some issues linked, some not.", "部分议题挂钩，部分不挂钩。"),
        ],
        default: "mixed",
        acts: false,
    },
    Switch {
        key: "remedies",
        question: words("In which order remedies come", "缓解办法的次序"),
        allowed: &["sequential", "parallel"],
        meanings: &[
            words("The holding operation first, universalism after.", "先护持，再推行普世主义。"),
            words("Holding operation and universalism at once.", "护持与普世主义同时推行。"),
        ],
        default: "sequential",
        acts: false,
    },
    Switch {
        key: "objective",
        question: words("What actors want", "行为体追求什么"),
        allowed: &["security", "power"],
        meanings: &[
            words("Actors want security.", "行为体追求安全。"),
            words("Actors want power: everybody is greedy.", "行为体追求权力：人人贪婪。"),
        ],
        default: "security",
        acts: true,
    },
    Switch {
        key: "decision",
        question: words("How actors that state no doctrine decide", "未注明学说的行为体如何决策"),
        allowed: &["bayesian", "worst-case", "ambiguity"],
        meanings: &[
            words("Actors decide by what they believe.", "行为体依其信念决策。"),
            words("Actors decide by the worst that could be true.", "行为体依可能的最坏情况决策。"),
            words("Actors decide between belief and the worst.", "行为体的决策介于信念与最坏情况之间。"),
        ],
        default: "bayesian",
        acts: true,
    },
    Switch {
        key: "authority-source",
        question: words("Where authority comes from", "权威从何而来"),
        allowed: &["consent", "hegemon", "exogenous"],
        meanings: &[
            words("Authority comes from the consent of those under it.", "权威来自受其约束者的同意。"),
            words("Authority comes from a hegemon.", "权威来自霸权国。"),
            words("Authority is given from outside.", "权威由外生给定。"),
        ],
        default: "consent",
        acts: false,
    },
    Switch {
        key: "link-target",
        question: words("What exchange changes", "交流改变什么"),
        allowed: &["interest", "relations", "both"],
        meanings: &[
            words("Exchange changes interests.", "交流改变利益。"),
            words("Exchange changes relations.", "交流改变关系。"),
            words("Exchange changes interests and relations.", "交流既改变利益，也改变关系。"),
        ],
        default: "both",
        acts: false,
    },
    Switch {
        key: "aggregate",
        question: words("How the security of many becomes one number", "多方安全如何汇总为一个数"),
        allowed: &["average", "weakest-link"],
        meanings: &[
            words("The security of many is their average.", "多方的安全取全体平均。"),
            words("The security of many is that of the least secure.", "多方的安全取最不安全者。"),
        ],
        default: "average",
        acts: true,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_defaults_lie_in_their_ranges_and_keys_are_unique() {
        for (i, p) in PARAMETERS.iter().enumerate() {
            assert!(p.range.0 < p.range.1, "{}", p.key);
            assert!(p.default.is_none_or(|d| p.range.0 <= d && d <= p.range.1), "{}", p.key);
            assert!(PARAMETERS[..i].iter().all(|q| q.key != p.key), "{}", p.key);
            assert!(!p.places.is_empty() && !p.name.zh.is_empty() && !p.explanation.zh.is_empty());
        }
        let required: Vec<_> = PARAMETERS.iter().filter(|p| p.required()).map(|p| p.key).collect();
        assert_eq!(required, ["baseline", "responsiveness"]);
    }

    #[test]
    fn contract_every_reading_has_a_meaning_and_the_default_is_allowed() {
        let keys: Vec<_> = SWITCHES.iter().map(|s| s.key).collect();
        assert_eq!(keys, ASSUMPTION_KEYS);
        for s in SWITCHES {
            assert_eq!(s.allowed.len(), s.meanings.len(), "{}", s.key);
            assert!(s.allowed.contains(&s.default), "{}", s.key);
        }
    }
}
