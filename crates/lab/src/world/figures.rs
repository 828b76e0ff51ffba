//! The few figures that no table of the folder holds, as the preset `covid-2020` states them.

/// Names of 2020 where the table of states has those of the whole period since 1816.
pub(super) const TODAY: [(&str, &str, &str); 1] = [("SRB", "Serbia", "塞尔维亚")];

/// Where the epidemic begins.
pub(super) const ORIGIN: &str = "CHN";

/// Counted with China: the table of deaths does so.
pub(super) const WITH_CHINA: [&str; 2] = ["HKG", "MAC"];

/// Output per head where no figure is known, international dollars of 2011.
pub(super) const INCOME: f64 = 10_000.0;
/// Output per head from which a country counts as rich here.
pub(super) const RICH: f64 = 25_000.0;
/// Output per head from which no more than the age curve of deaths per infection is assumed.
pub(super) const HOSPITALS: f64 = 15_000.0;

/// Members of the European Union in 2020.
pub(super) const UNION: [&str; 27] = [
    "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL", "ITA", "LVA",
    "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE",
];

/// Doses supplied by the end of 2021 and where the figure comes from. What the world made beyond these (about 0.2 billion, in Switzerland,
/// Japan and elsewhere) has no figure by country and is made by nobody.
pub(super) const VACCINES: [(&str, f64, &str); 9] = [
    (
        "CHN",
        4998e6,
        "4.998 billion supplied by end 2021, derived from the printed cumulative shares of a tracker of 31 December 2021",
    ),
    (
        "EU",
        2677e6,
        "the Union’s 2.677 billion by end 2021 (tracker of 31 December 2021), shared by output among its members",
    ),
    ("USA", 1117e6, "1.117 billion supplied by end 2021 (tracker of 31 December 2021)"),
    ("IND", 1712e6, "1.712 billion by end 2021, derived from the printed cumulative shares of the same tracker"),
    ("RUS", 253.5e6, "253.5 million supplied by end 2021 (tracker of 31 December 2021)"),
    ("KOR", 189.7e6, "189.7 million supplied by end 2021 (same tracker)"),
    ("ZAF", 82.3e6, "82.3 million filled and finished by end 2021 (same tracker)"),
    ("BRA", 250e6, "150 to 250 million filled from imported substance"),
    ("SRB", 3e6, "a guess, 1 to 6 million"),
];

/// Share of the ramp of production that had passed by the end of 2021.
pub(super) const PASSED: f64 = 0.65;

/// Parts of the world's exports of medical and protective goods; the rest goes by output among all others.
pub(super) const MEDICAL: [(&str, f64); 7] =
    [("USA", 0.12), ("CHN", 0.17), ("EU", 0.42), ("IND", 0.017), ("BRA", 0.002), ("ZAF", 0.001), ("SRB", 0.0005)];

/// What `covid-2020` assumes of its own actors.
pub(super) struct Own {
    /// Code; `EU` for its members.
    pub code: &'static str,
    /// Share of deaths that is found and told.
    pub seen: f64,
    /// Reported deaths per million and day at which severity is one half.
    pub scale: f64,
    /// Weight of punishment.
    pub enforcement: f64,
}

/// The actors of `covid-2020`.
pub(super) const OWN: [Own; 7] = [
    Own { code: "USA", seen: 0.8, scale: 1.0, enforcement: 0.5 },
    Own { code: "CHN", seen: 0.3, scale: 0.01, enforcement: 4.0 },
    Own { code: "EU", seen: 0.75, scale: 1.0, enforcement: 1.0 },
    Own { code: "IND", seen: 0.11, scale: 0.3, enforcement: 0.5 },
    Own { code: "BRA", seen: 0.85, scale: 1.5, enforcement: 0.2 },
    Own { code: "ZAF", seen: 0.33, scale: 0.5, enforcement: 0.5 },
    Own { code: "SRB", seen: 0.25, scale: 1.0, enforcement: 0.5 },
];

/// The code under which a figure for a country is filed.
pub(super) fn filed(iso3: &str) -> &str {
    if UNION.contains(&iso3) { "EU" } else { iso3 }
}
