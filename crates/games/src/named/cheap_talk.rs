//! Cheap talk before an arms race: words that cost nothing and still tell something.

use super::parts::{curve, mark, need, private_costs};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, Words, words};

/// The game of `fear-multiplier`, with one message of each before anybody arms.
pub const GAME: Named = Named {
    id: "cheap-talk",
    title: words("Cheap talk before an arms race", "军备竞赛前的空谈"),
    story: words(
        "Each says dove or hawk, which costs nothing, and then arms or not. If nobody listens, nothing changes. But words \
         can sort: the fairly tough say hawk and are met with arms unless the other says hawk too; the rest say dove, and \
         two doves stay unarmed but for the few who would arm in any case.",
        "各方先无代价地表态“鸽”或“鹰”，再决定是否扩军。若无人理会，一切照旧。但言辞可以区分类型：较强硬者称鹰，除非对方亦称鹰，否则便招致对方扩军；其余称鸽，两鸽相遇则不扩军，唯无论如何都会扩军的少数例外。",
    ),
    source: "Baliga & Sjöström 2004, Review of Economic Studies 71(2), 351–369",
    note: Some(words(
        "The idea is theirs; the equilibrium for uniform costs is derived here.",
        "思想出自该文；成本均匀分布时的均衡由本程序推导。",
    )),
    key: &["sorts", "silent", "arms"],
    claims: &["B105", "B110"],
    parameters: &private_costs("0.01", "1.2"),
    labels: &[],
    analyse,
};

/// Gain μ, loss d and highest cost.
#[derive(Clone, Copy)]
struct Setting {
    gain: f64,
    exposure: f64,
    highest: f64,
}

/// Costs up to `tough` say dove and arm; up to `hawk` they say hawk; above they say dove.
#[derive(Clone, Copy)]
struct Talk {
    tough: f64,
    hawk: f64,
}

impl Setting {
    /// The sorting in which `part` of all say hawk and the toughest hawk is indifferent to passing for a dove and
    /// arming: μ·P(weak) = cost·P(hawk).
    fn sorted(self, part: f64) -> Talk {
        let tough = self.gain * (1.0 - part) / (part + self.gain / self.highest);
        Talk { tough, hawk: tough + self.highest * part }
    }

    /// What the softest hawk would gain by saying dove and staying unarmed among doves; 0 in equilibrium.
    fn imbalance(self, part: f64) -> f64 {
        let Talk { tough, hawk } = self.sorted(part);
        hawk * (1.0 - 2.0 * part) - self.exposure * tough / self.highest
    }

    /// Parts of the tough, the hawks and the weak.
    fn parts(self, talk: Talk) -> [f64; 3] {
        [talk.tough, talk.hawk - talk.tough, self.highest - talk.hawk].map(|width| width / self.highest)
    }

    /// What cost `cost` expects that says this and arms or not after a dove and after a hawk, given what others do.
    fn expects(self, talk: Talk, cost: f64, says_hawk: bool, arms: [bool; 2]) -> f64 {
        let [tough, hawks, weak] = self.parts(talk);
        let meets = |own: bool, other: bool| match (own, other) {
            (true, true) => -cost,
            (true, false) => self.gain - cost,
            (false, true) => -self.exposure,
            (false, false) => 0.0,
        };
        let [after_dove, after_hawk] = arms;
        // Whoever hears dove and said hawk meets arms; two hawks stay unarmed, and so do the weak who hear dove.
        let doves = if says_hawk {
            (tough + weak) * meets(after_dove, true)
        } else {
            tough * meets(after_dove, true) + weak * meets(after_dove, false)
        };
        doves + hawks * meets(after_hawk, !says_hawk)
    }

    /// Whether no cost gains by other words or other deeds. What a course brings is linear in cost, so that the ends
    /// of the three ranges decide.
    fn holds(self, talk: Talk) -> bool {
        let ordered = 0.0 < talk.tough && talk.tough < talk.hawk && talk.hawk < self.highest;
        let best = |cost: f64| {
            let courses = (0..8u8).map(|k| self.expects(talk, cost, k & 1 > 0, [k & 2 > 0, k & 4 > 0]));
            courses.fold(f64::NEG_INFINITY, f64::max)
        };
        let content = |costs: [f64; 2], says_hawk, arms| {
            costs
                .iter()
                .all(|&c| self.expects(talk, c, says_hawk, arms) >= best(c) - 1e-9 * (self.exposure + self.highest))
        };
        ordered
            && content([0.0, talk.tough], false, [true, true])
            && content([talk.tough, talk.hawk], true, [true, false])
            && content([talk.hawk, self.highest], false, [false, true])
    }

    /// Probability that a side arms.
    fn arms(self, talk: Talk) -> f64 {
        let [tough, hawks, weak] = self.parts(talk);
        tough + hawks * (1.0 - hawks) + weak * hawks
    }

    /// Has the sign of [`Setting::imbalance`] at every part above 0. With s = μ/highest and e = d/highest the imbalance
    /// times (part + s)/highest is (s + part²)(1 − 2·part) − e·s·(1 − part).
    fn cubic(self, part: f64) -> f64 {
        let [s, e] = [self.gain, self.exposure].map(|v| v / self.highest);
        (s + part * part) * (1.0 - 2.0 * part) - e * s * (1.0 - part)
    }

    /// The sorting with the least arming among those that hold; none found where words cannot sort like this. Between
    /// the turning points of the cubic there is at most one balance each, however small the gain.
    fn sorting(self) -> Option<Talk> {
        let [s, e] = [self.gain, self.exposure].map(|v| v / self.highest);
        let slope = s * (e - 2.0);
        let root = (1.0 + 6.0 * slope).max(0.0).sqrt();
        let turns = [0.0, -slope / (1.0 + root), (1.0 + root) / 6.0, 0.5].map(|part| part.clamp(0.0, 0.5));
        let balance = |ends: &[f64]| {
            let &[mut low, mut high] = ends else { return None };
            let rising = self.cubic(low) < 0.0;
            if (self.cubic(high) < 0.0) == rising {
                return None;
            }
            // Halving until nothing lies between: a balance may be as small as the root of the gain.
            loop {
                let middle = 0.5 * (low + high);
                if middle <= low || middle >= high {
                    return Some(self.sorted(middle));
                }
                if (self.cubic(middle) < 0.0) == rising { low = middle } else { high = middle }
            }
        };
        let sound = turns.windows(2).filter_map(balance).filter(|talk| self.holds(*talk));
        sound.min_by(|a, b| self.arms(*a).total_cmp(&self.arms(*b)))
    }
}

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [gain, exposure, highest] = ["gain", "exposure", "highest"].map(|id| values.real(id));
    let order = words("talk needs 0 < gain < exposure and highest > 0", "空谈要求 0 < gain < exposure 且 highest > 0");
    need(gain > 0.0 && gain < exposure && highest > 0.0, order)?;
    let setting = Setting { gain, exposure, highest };
    let silent = if exposure < highest { gain / (highest - exposure + gain) } else { 1.0 };
    let talk = setting.sorting();
    const NONE: Words = words("at these values words do not sort like this", "在这些取值下，言辞无法如此区分类型");
    let told = |value: Option<f64>| value.map_or(Value::Absent(NONE), Value::Real);
    let arms = talk.map(|talk| setting.arms(talk));
    let findings = vec![
        Finding::new(
            "silent",
            words("probability that a side arms if nobody listens", "无人理会言辞时一方扩军的概率"),
            words("μ / (highest − d + μ) if d < highest, else 1", "d < highest 时为 μ / (highest − d + μ)，否则为 1"),
            silent,
        ),
        Finding::new("sorts", words("whether words can sort", "言辞能否区分类型"), "", talk.is_some()),
        Finding::new(
            "tough",
            words("cost up to which one says dove and arms, utility", "称鸽而扩军的最高成本，效用"),
            words(
                "μ · P(weak) / P(hawk); weak: says dove, arms only against a hawk",
                "μ · P(弱) / P(鹰)；弱：称鸽，仅对称鹰者扩军",
            ),
            told(talk.map(|t| t.tough)),
        ),
        Finding::new(
            "hawk",
            words("cost up to which one says hawk, utility", "称鹰的最高成本，效用"),
            words(
                "d · P(tough) / (1 − 2 P(hawk)); tough: says dove and arms",
                "d · P(强) / (1 − 2 P(鹰))；强：称鸽而扩军",
            ),
            told(talk.map(|t| t.hawk)),
        ),
        Finding::new(
            "arms",
            words("probability that a side then arms", "此时一方扩军的概率"),
            words("P(tough) + P(hawk)(1 − P(hawk)) + P(weak) P(hawk)", "P(强) + P(鹰)(1 − P(鹰)) + P(弱) P(鹰)"),
            told(arms),
        ),
        Finding::new(
            "relief",
            words("how much less likely arming becomes by talk", "空谈使扩军概率降低多少"),
            words("P(arms if nobody listens) − P(arms then)", "P(无人理会时扩军) − P(此时扩军)"),
            told(arms.map(|arms| silent - arms)),
        ),
    ];
    let picture = Picture {
        title: words("Who would rather say dove", "谁更愿称鸽"),
        x: words("part that says hawk", "称鹰的比例"),
        y: words("what the softest hawk would gain by saying dove, utility", "最不强硬的称鹰者改称鸽的所得，效用"),
        lines: vec![
            curve(words("gain", "所得"), 0.001, 0.5, move |part| setting.imbalance(part)),
            curve(words("none", "零"), 0.001, 0.5, |_| 0.0),
        ],
        marks: talk
            .map(|t| mark(words("equilibrium", "均衡"), (t.hawk - t.tough) / highest, 0.0))
            .into_iter()
            .collect(),
    };
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture) })
}
