//! The scenario as a file. What is common to all countries is taken from the preset `covid-2020`, word for word.

use std::fmt::Write as _;

use super::figures::{HOSPITALS, INCOME, MEDICAL, OWN, Own, PASSED, RICH, UNION, VACCINES, filed};
use super::{Country, Left};

const PRESET: &str = include_str!("../../../../scenarios/covid-2020.toml");

/// Travellers of a country abroad at any time for each of its airline routes.
const TRAVELLERS: f64 = 3000.0;
/// Most of a people's contacts that are with people abroad.
const MOST_ABROAD: f64 = 0.1;

/// A piece of the preset: from the line `from` up to the line `to`.
fn piece(from: &str, to: &str) -> &'static str {
    let start = PRESET.find(&format!("\n{from}\n")).map_or(0, |at| at + 1);
    let end = PRESET[start..].find(&format!("\n{to}\n")).map_or(PRESET.len(), |at| start + at + 1);
    &PRESET[start..end]
}

/// The whole file.
pub(super) fn scenario(all: &[Country], left_out: &[Left]) -> String {
    let mut out = head(left_out);
    for country in all {
        let (id, en, zh) = (country.id(), quoted(&country.name.en), quoted(&country.name.zh));
        let _ = writeln!(out, "[[actors]]\nid = \"{id}\"\nname = {{ en = {en}, zh = {zh} }}");
        number(
            &mut out,
            "forgetting",
            "uniform = [0.02, 0.1]",
            "per year",
            &assumed("governments and generations change: a prior returns in 10 to 50 years", None),
        );
        out.push('\n');
    }
    out +=
        "[empathy]\nuniform = [0, 0.8]\nunit = \"probability\"\nassumed = \"no estimate; as in the other presets\"\n\n";
    out += piece("[[issues]]", "[issues.mistrust]");
    mistrust(&mut out, all);
    out += &piece("[issues.health]", "[issues.health.travel]").replace("actor = \"china\"", "actor = \"chn\"");
    travel(&mut out, all);
    out += piece("[issues.adversity]", "[issues.adversity.attribution]");
    attribution(&mut out, all);
    let parts = Parts::of(all);
    for country in all {
        stake(&mut out, country, &parts);
    }
    out
}

fn head(left_out: &[Left]) -> String {
    let list = |pick: fn(&Left) -> (&str, &str)| -> String {
        let mut reasons: Vec<&str> = left_out.iter().map(|l| pick(l).1).collect();
        reasons.sort_unstable();
        reasons.dedup();
        let names = |reason: &str| {
            let of = left_out.iter().map(pick).filter(|(_, r)| *r == reason).map(|(name, _)| name);
            of.collect::<Vec<_>>().join(", ")
        };
        reasons.iter().map(|r| format!("{r}: {}", names(r))).collect::<Vec<_>>().join("; ")
    };
    let (en, zh) = (list(|l| (&l.name.en, &l.reason.en)), list(|l| (&l.name.zh, &l.reason.zh)));
    let note_en = format!(
        "Every country with people and routes in the tables. Effort is hoarding of medical goods: of what a country makes over its fair part \
         of world production it keeps x/(1+x). Rules are those of covid-2020, country by country; nothing was fitted to what was observed. \
         Contacts abroad follow airline routes of 2014, a proxy. Hong Kong and Macau are counted with China, as in the table of deaths. \
         About 0.2 billion doses made outside the countries with a figure are made by nobody. Observed deaths are those reported; in many \
         countries true deaths were several times higher. Left out – {en}."
    );
    let note_zh = format!(
        "数据表中凡有人口与航线的国家。投入是囤积医疗物资：产量超出应得份额的部分，留下x/(1+x)。规则同covid-2020，逐国适用；未按观测值拟合。\
         跨国接触依据2014年航线，只是替代指标。中国含香港与澳门，与死亡数据一致。约两亿剂疫苗的产地没有分国数字，不归任何一方。\
         观测的死亡数为报告数；许多国家的真实死亡数要高出数倍。未列入：{zh}。"
    );
    format!(
        "# COVID-19 in every country with data, 2020-2021. Made by the program from tables; the rules stand in crates/lab/src/world.\n\
         format = 1\nid = \"{}\"\n\
         title = {{ en = \"COVID-19 in every country with data, 2020–2021\", zh = \"新冠疫情：所有有数据的国家（2020—2021）\" }}\n\
         note = {{ en = {}, zh = {} }}\n\n\
         [clock]\nstart = 2020\nend = 2022\nsteps_per_year = 52\nrecords_per_year = 4\n\n\
         [ensemble]\nreplications = 200\nseed = 1\n\n",
        super::ID,
        quoted(&note_en),
        quoted(&note_zh)
    )
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out + "\""
}

/// `source = …`.
fn source(words: &str) -> String {
    format!("source = {}", quoted(words))
}

/// `assumed = …`, with a range for a plain value.
fn assumed(words: &str, range: Option<(f64, f64)>) -> String {
    let range = range.map_or(String::new(), |(low, high)| format!(", range = [{}, {}]", round(low), round(high)));
    format!("assumed = {}{range}", quoted(words))
}

/// Three digits, as the shortest text.
fn round(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

fn number(out: &mut String, key: &str, value: &str, unit: &str, basis: &str) {
    let _ = writeln!(out, "{key} = {{ {value}, unit = \"{unit}\", {basis} }}");
}

fn mistrust(out: &mut String, all: &[Country]) {
    out.push_str("[issues.mistrust]\n");
    let ground = assumed("one in five, the share assumed to ride free", None);
    number(out, "default", "beta = [2, 8]", "probability", &ground);
    let american = "unfavourable views of China in the United States rose from 47 % (2018) to 66 % (March 2020, Pew); as in covid-2020";
    let indian = "strategic rivals (Thompson, Sakuwa & Suhas 2021)";
    let rivals = [("usa", "chn", "4.2, 5.8", american), ("ind", "chn", "4, 4", indian)];
    let there = |id: &str| all.iter().any(|c| c.id() == id);
    out.push_str("pairs = [\n");
    for (a, b, shape, why) in rivals.into_iter().filter(|(a, b, ..)| there(a) && there(b)) {
        for (from, to) in [(a, b), (b, a)] {
            let why = assumed(why, None);
            let _ = writeln!(
                out,
                "  {{ from = \"{from}\", to = \"{to}\", beta = [{shape}], unit = \"probability\", {why} }},"
            );
        }
    }
    out.push_str("]\n\n");
}

fn travel(out: &mut String, all: &[Country]) {
    out.push_str("[issues.health.travel]\n");
    let none = assumed("no direct route in 2014", Some((0.0, 0.0001)));
    number(out, "default", "value = 0", "share", &none);
    out.push_str("pairs = [\n");
    for country in all {
        let whole: f64 = country.routes.values().sum::<f64>() * TRAVELLERS / country.population;
        let cut = if whole > MOST_ABROAD { MOST_ABROAD / whole } else { 1.0 };
        for (&to, routes) in &country.routes {
            let share = round(routes * TRAVELLERS / country.population * cut);
            let rule = if cut < 1.0 { "; cut to a tenth of all contacts together" } else { "" };
            let words =
                format!("{routes} airline routes (OpenFlights 2014) × 3 000 travellers abroad at any time{rule}");
            let basis = assumed(&words, Some((0.0, (share * 5.0).min(1.0))));
            let (from, to) = (country.id(), all[to].id());
            let _ =
                writeln!(out, "  {{ from = \"{from}\", to = \"{to}\", value = {share}, unit = \"share\", {basis} }},");
        }
    }
    out.push_str("]\n\n");
}

fn attribution(out: &mut String, all: &[Country]) {
    out.push_str("[issues.adversity.attribution]\n");
    let little = assumed("little is ascribed to most", Some((0.0, 0.2)));
    number(out, "default", "value = 0.05", "share", &little);
    out.push_str("pairs = [\n");
    let said = "what governments and publics said in 2020; a belief, not a finding about the origin";
    let to_china = [("USA", "4, 6"), ("IND", "3, 7"), ("EU", "2, 8"), ("BRA", "2, 8")];
    let there = |iso3: &str| all.iter().any(|c| c.iso3 == iso3);
    for country in all.iter().filter(|_| there("CHN")) {
        let shape = to_china.iter().find(|(code, _)| *code == filed(&country.iso3)).map(|(_, shape)| *shape);
        let (from, basis) = (country.id(), assumed(said, None));
        if let Some(shape) = shape {
            let _ =
                writeln!(out, "  {{ from = \"{from}\", to = \"chn\", beta = [{shape}], unit = \"share\", {basis} }},");
        }
    }
    if there("CHN") && there("USA") {
        let basis = assumed("counter-accusations of spring 2020", None);
        let _ = writeln!(out, "  {{ from = \"chn\", to = \"usa\", beta = [1, 9], unit = \"share\", {basis} }},");
    }
    out.push_str("]\n\n");
}

/// Sums by which figures for groups are shared out.
struct Parts {
    people: f64,
    union: f64,
    others: f64,
}

impl Parts {
    fn of(all: &[Country]) -> Parts {
        let named = |c: &&Country| MEDICAL.iter().any(|(code, _)| *code == filed(&c.iso3));
        let output = |of: &mut dyn Iterator<Item = &Country>| of.map(Country::output).sum::<f64>();
        Parts {
            people: all.iter().map(|c| c.population).sum(),
            union: output(&mut all.iter().filter(|c| UNION.contains(&c.iso3.as_str()))),
            others: output(&mut all.iter().filter(|c| !named(c))),
        }
    }

    /// A figure by country or for the Union, as this country's part of it.
    fn share(&self, country: &Country, figures: impl IntoIterator<Item = (&'static str, f64)>) -> Option<f64> {
        let code = filed(&country.iso3);
        let (_, figure) = figures.into_iter().find(|(known, _)| *known == code)?;
        Some(if code == "EU" { figure * country.output() / self.union } else { figure })
    }
}

/// One country in the issue.
fn stake(out: &mut String, country: &Country, parts: &Parts) {
    let _ = writeln!(out, "[[issues.actors]]\nactor = \"{}\"", country.id());
    let kept = "kept for each passed on";
    let mut put = |key: &str, value: String, unit: &str, basis: String| number(out, key, &value, unit, &basis);
    put("baseline", "lognormal = [0.25, 0.3]".into(), kept, assumed("in calm a fifth of any surplus is kept", None));
    let wholly = "against one certain free-rider on whom it wholly depends two thirds of any surplus are kept";
    put("responsiveness", "lognormal = [2, 0.5]".into(), kept, assumed(wholly, None));
    put(
        "greedy",
        "value = 0.2".into(),
        "probability",
        assumed("one in five keeps both readings open", Some((0.05, 0.4))),
    );
    let owid = "Our World in Data, October 2021 (UN World Population Prospects 2019)";
    put("population", format!("value = {:.0}", country.population), "people", source(owid));
    let (value, basis) = fatality(country);
    put("fatality", value, "share", basis);
    medicine(&mut put, country, parts);
    restraint(&mut put, country);
    told(&mut put, country);
    let (value, basis) = (
        format!("value = {}", round(country.output())),
        match country.income {
            Some(_) => source(
                "output per head (constant international dollars of 2011, World Bank, in Our World in Data) times people, billion",
            ),
            None => {
                let words = "no figure of output: 10 000 international dollars of 2011 per head, times people, billion";
                assumed(words, Some((country.output() / 5.0, country.output() * 5.0)))
            }
        },
    );
    put("economy", value, "weight", basis);
    observed(out, country);
}

/// Deaths per infection from the share of old people: 0.055 % for each hundredth of people of 65 and more.
fn fatality(country: &Country) -> (String, String) {
    let (aged, spread, gap) = match country.aged {
        Some(aged) => (aged, 0.35, ""),
        None => (9.3, 0.7, "; no figure of ages here: the world’s 9.3 %, wide"),
    };
    let poor = country.income.is_none_or(|income| income < HOSPITALS);
    let factor = if country.iso3 == "ZAF" {
        2.5
    } else if poor {
        1.5
    } else {
        1.0
    };
    let words = format!(
        "0.055 % for each hundredth of people of 65 and more (fits the eight values of covid-2020, which come from whole age tables, within 7 %), \
         times {factor} (1.5 under 15 000 dollars a head, 2.5 in South Africa){gap}"
    );
    let median = round(0.00055 * aged.max(0.5) * factor);
    (format!("lognormal = [{median}, {spread}]"), assumed(&words, None))
}

fn medicine(put: &mut impl FnMut(&str, String, &str, String), country: &Country, parts: &Parts) {
    let made = VACCINES.map(|(code, doses, _)| (code, doses));
    if let Some(doses) = parts.share(country, made) {
        let why = VACCINES.iter().find(|(code, ..)| *code == filed(&country.iso3)).map_or("", |(_, _, why)| *why);
        let words = format!("{why}; over the part of the ramp passed by then");
        put(
            "doses_capacity",
            format!("lognormal = [{}, 0.15]", round(doses / PASSED)),
            "doses per year",
            assumed(&words, None),
        );
    }
    let rest = 1.0 - MEDICAL.iter().map(|(_, share)| share).sum::<f64>();
    let share = parts.share(country, MEDICAL).unwrap_or_else(|| rest * country.output() / parts.others);
    let supplied = share * 0.5 * parts.people;
    let words = format!(
        "{} of the world’s output (shares of exports of medical and protective goods 2019, WTO 2020, partly guessed; by output within the \
         European Union and among all others), which serves half of all people",
        round(share)
    );
    put(
        "supplies_capacity",
        format!("value = {}", round(supplied)),
        "people supplied",
        assumed(&words, Some((0.0, 2.0 * supplied))),
    );
    let (uptake, words) = match country.vaccinated {
        Some((percent, when)) => {
            let share = ((percent / 5.0).round() * 0.05).min(0.95);
            let most = if when == "October 2021" { share.max(0.6) } else { share };
            (
                most,
                format!(
                    "share with at least one dose in {when} (Our World in Data), rounded; at least 0.6 where only October 2021 is known"
                ),
            )
        }
        None => (0.7, "no figure".to_owned()),
    };
    let uptake = round(uptake);
    put(
        "uptake",
        format!("value = {uptake}"),
        "share",
        assumed(&words, Some(((uptake - 0.3).max(0.0), (uptake + 0.2).min(1.0)))),
    );
    let fastest =
        country.observed.fastest.map(|doses| (0.5 * doses / country.population * 1000.0).round().max(0.5) / 1000.0);
    let speed = round(fastest.unwrap_or(0.003).min(0.02));
    let words = match fastest {
        Some(_) => "half the fastest month of doses per head in 2021 (Our World in Data), rounded",
        None => "no figure",
    };
    put(
        "vaccination_speed",
        format!("value = {speed}"),
        "share per day",
        assumed(words, Some((speed / 2.0, speed * 2.0))),
    );
    put(
        "ban_price",
        "lognormal = [2, 0.5]".into(),
        "ratio",
        assumed("most producers curbed exports by April 2020 (WTO 2020)", None),
    );
}

fn own(country: &Country) -> Option<&'static Own> {
    OWN.iter().find(|own| own.code == filed(&country.iso3))
}

fn rich(country: &Country) -> bool {
    country.income.is_some_and(|income| income >= RICH)
}

fn restraint(put: &mut impl FnMut(&str, String, &str, String), country: &Country) {
    let scale = own(country).map_or(if rich(country) { 1.0 } else { 0.4 }, |own| own.scale);
    let words = "as for this actor in covid-2020, or 1 from 25 000 dollars a head on and 0.4 below; not fitted";
    put("severity_scale", format!("lognormal = [{scale}, 0.5]"), "deaths per million per day", assumed(words, None));
    let (value, basis) = match country.observed.stringency {
        Some(index) => {
            let words = "Oxford COVID-19 Government Response Tracker (Hale et al. 2021): mean stringency of the second quarter of 2020 over 100";
            ((index.min(100.0)).round() / 100.0, source(words))
        }
        None => (0.75, assumed("not followed by the tracker: as most", Some((0.3, 1.0)))),
    };
    put("strictness", format!("value = {value}"), "share", basis);
    let enforcement = own(country).map_or(0.5, |own| own.enforcement);
    put(
        "enforcement",
        format!("value = {enforcement}"),
        "ratio",
        assumed("no estimate; as in covid-2020", Some((0.0, 6.0))),
    );
}

/// What is found and told.
fn told(put: &mut impl FnMut(&str, String, &str, String), country: &Country) {
    let found = round((country.income.unwrap_or(INCOME) / 120_000.0).clamp(0.02, 0.3));
    let words = "infections found: output per head over 120 000 dollars, 0.02 to 0.3; differs more than tenfold between countries";
    put(
        "ascertainment",
        format!("value = {found}"),
        "share",
        assumed(words, Some((found / 3.0, (found * 2.5).min(1.0)))),
    );
    let seen = own(country).map_or(if rich(country) { 0.75 } else { 0.3 }, |own| own.seen);
    let hidden = round(1.0 - seen);
    let words = "deaths not found or hidden: as for this actor in covid-2020, or 0.25 from 25 000 dollars a head on and 0.7 below";
    let range = ((1.0 - seen * 3.0).max(0.0), 1.0 - seen * 0.4);
    put("concealment", format!("value = {hidden}"), "share", assumed(words, Some(range)));
}

fn observed(out: &mut String, country: &Country) {
    let deaths = "Johns Hopkins CSSE (Dong, Du & Gardner 2020), cumulative, reported";
    let doses = "Our World in Data (Mathieu et al. 2021), cumulative, given; the last figure known at each date";
    let kinds = [("deaths", "people", deaths), ("cases", "people", deaths), ("doses", "doses", doses)];
    for ((kind, unit, from), series) in kinds.into_iter().zip(&country.observed.cumulative) {
        if series.is_empty() {
            continue;
        }
        let list =
            |pick: fn(&(f64, f64)) -> f64| series.iter().map(|p| pick(p).to_string()).collect::<Vec<_>>().join(", ");
        let (years, values) = (list(|p| p.0), list(|p| p.1));
        let _ = writeln!(
            out,
            "\n[issues.actors.observed_{kind}]\nunit = \"{unit}\"\n{}\nyears = [{years}]\nvalues = [{values}]",
            source(from)
        );
    }
    out.push('\n');
}
