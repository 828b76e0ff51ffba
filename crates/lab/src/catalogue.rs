//! The catalogue: every parameter and every switchable assumption, described once.
//!
//! The checker, the JSON Schema, the starter scenario and the studio's form all read it.

mod countries;
mod health;
mod kernel;
mod physics;
mod trouble;

use crate::remedy_parameters::REMEDY_PARAMETERS;

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
    /// `[issues.war]`.
    War,
    /// `[issues.nuclear]`.
    Nuclear,
    /// `[issues.health]`.
    Health,
    /// `[[issues.health.variants]]`.
    Variant,
    /// `[[issues.health.seeds]]`.
    Seed,
    /// `[issues.commons]`.
    Commons,
    /// `[issues.adversity]`.
    Adversity,
    /// `[[issues.adversity.blows]]`.
    Blow,
    /// `[[spillovers]]`.
    Spillover,
    /// `[[remedies]]`.
    Remedy,
    /// `[[packages]]`.
    Package,
    /// `[order]`.
    Order,
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
            Place::War => "[issues.war]",
            Place::Nuclear => "[issues.nuclear]",
            Place::Health => "[issues.health]",
            Place::Variant => "[[issues.health.variants]]",
            Place::Seed => "[[issues.health.seeds]]",
            Place::Commons => "[issues.commons]",
            Place::Adversity => "[issues.adversity]",
            Place::Blow => "[[issues.adversity.blows]]",
            Place::Spillover => "[[spillovers]]",
            Place::Remedy => "[[remedies]]",
            Place::Package => "[[packages]]",
            Place::Order => "[order]",
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
                "remedies",
                "packages",
                "order",
            ],
            Place::Clock => &["start", "end", "steps_per_year", "records_per_year"],
            Place::Ensemble => &["replications", "seed"],
            Place::Measures => &[],
            Place::Assumptions => ASSUMPTION_KEYS,
            Place::Group => &["id", "name", "within"],
            Place::Actor => &["id", "name", "within", "represents", "doctrine"],
            Place::Issue => &[
                "id",
                "name",
                "kind",
                "effort_unit",
                "waste_unit",
                "war",
                "nuclear",
                "health",
                "commons",
                "adversity",
                "groups",
                "actors",
            ],
            Place::IssueGroup => &["group"],
            Place::IssueActor => {
                &["actor", "output", "observed", "observed_deaths", "observed_cases", "observed_doses"]
            }
            Place::War | Place::Nuclear | Place::Commons | Place::Variant => &[],
            Place::Health => &["variants", "seeds"],
            Place::Adversity => &["blows"],
            Place::Seed | Place::Blow => &["actor"],
            Place::Spillover => &["from", "to"],
            Place::Remedy => &["id", "name", "note", "kind", "mode", "carriers", "toward", "issue", "in_force"],
            Place::Package => &["id", "name", "remedies"],
            Place::Order => &["first_step", "second_step", "names", "first", "gap"],
            Place::Series => &["years", "values", "unit", "source", "note"],
        }
    }

    /// All keys of this table.
    pub fn keys(self) -> Vec<&'static str> {
        let parameters = parameters().filter(|p| p.places.contains(&self)).map(|p| p.key);
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
    Place::War,
    Place::Nuclear,
    Place::Health,
    Place::Variant,
    Place::Seed,
    Place::Commons,
    Place::Adversity,
    Place::Blow,
    Place::Spillover,
    Place::Remedy,
    Place::Package,
    Place::Order,
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
    /// Value where a file is silent; `None`: must be stated, or (`initial`, `end`, `falls`) silence has a sense.
    pub default: Option<f64>,
    /// What it does.
    pub explanation: Words,
    /// Tables it may stand in.
    pub places: &'static [Place],
    /// Whether it is a quantity of directed pairs.
    pub pairwise: bool,
}

/// A parameter of single actors, not of pairs.
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

impl Parameter {
    /// Whether a file must state it wherever it has a use.
    pub fn required(&self) -> bool {
        self.default.is_none() && !matches!(self.key, "initial" | "end" | "falls")
    }
}

/// The parameter of this key.
pub fn parameter(key: &str) -> Option<&'static Parameter> {
    parameters().find(|p| p.key == key)
}

/// Every parameter: those of the kernel and its physics, then those of remedies.
pub fn parameters() -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().chain(REMEDY_PARAMETERS.into_iter().flatten())
}

/// Parts of the catalogue, in the order of the format page.
const PARTS: &[&[Parameter]] =
    &[kernel::PARAMETERS, physics::PARAMETERS, health::PARAMETERS, countries::PARAMETERS, trouble::PARAMETERS];

/// Every parameter, in the order of the format page.
pub const PARAMETERS: &[Parameter] = &joined::<{ count(PARTS) }>(PARTS);

/// How many parameters the parts have together.
const fn count(parts: &[&[Parameter]]) -> usize {
    let (mut part, mut sum) = (0, 0);
    while part < parts.len() {
        sum += parts[part].len();
        part += 1;
    }
    sum
}

/// The parts as one list of `N` parameters.
const fn joined<const N: usize>(parts: &[&[Parameter]]) -> [Parameter; N] {
    let mut all = [parts[0][0]; N];
    let (mut part, mut next) = (0, 0);
    while part < parts.len() {
        let mut at = 0;
        while at < parts[part].len() {
            all[next] = parts[part][at];
            next += 1;
            at += 1;
        }
        part += 1;
    }
    all
}

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
        acts: true,
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
        acts: true,
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
        let nature = ["reproduction", "population", "since", "arrives", "people"];
        let trouble = ["strikes", "weight_of_blow", "regrowth", "catchability"];
        let kernel = ["baseline", "responsiveness", "damage_scale"];
        assert_eq!(required, [kernel.as_slice(), &nature, &trouble].concat());
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
