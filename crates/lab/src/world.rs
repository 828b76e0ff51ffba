//! `covid-world`: the scenario of every country with data, made from tables that the user has.
//!
//! Bytes in, the text of a scenario and a list of what was left out come out; nobody opens a file here. The rules are those of the preset
//! `covid-2020`, applied country by country; where that preset states a figure of its own for an actor, `figures` repeats it.

mod csv;
mod figures;
mod panel;
mod text;

use std::collections::BTreeMap;

use crate::catalogue::Words;
use crate::scenario::{Lang, Text};
use csv::Sheet;
use panel::Series;

/// The name by which the scenario is run.
pub const ID: &str = "covid-world";

/// A file that is needed: its name, what it is for, and where such a table comes from.
#[derive(Clone, Copy, Debug)]
pub struct Need {
    /// Name in the folder.
    pub file: &'static str,
    /// What for, with the columns that are read.
    pub purpose: Words,
    /// Who publishes it.
    pub origin: &'static str,
}

const fn both(en: &'static str, zh: &'static str) -> Words {
    Words { en, zh }
}

/// The files, in the order of [`Tables`].
pub const NEEDS: [Need; 4] = [
    Need {
        file: "countries.csv",
        purpose: both(
            "names and codes: iso3, name, name_zh, extant_2016",
            "国名与代码：iso3、name、name_zh、extant_2016",
        ),
        origin: "Correlates of War state system 2016; countrycode (Arel-Bundock et al. 2018); Unicode CLDR",
    },
    Need {
        file: "covid_country_snapshot.csv",
        purpose: both(
            "people, ages, output, people vaccinated: iso3, country, population, aged_65_older, gdp_per_capita, \
             people_vaccinated_per_hundred_2021_10, people_vaccinated_per_hundred_2023_04",
            "人口、年龄、产出、接种：iso3、country、population、aged_65_older、gdp_per_capita、\
             people_vaccinated_per_hundred_2021_10、people_vaccinated_per_hundred_2023_04",
        ),
        origin: "Our World in Data COVID-19 (Mathieu et al. 2020-), https://github.com/owid/covid-19-data",
    },
    Need {
        file: "air_routes_country_pairs.csv",
        purpose: both(
            "contacts abroad: iso3_origin, iso3_destination, n_airline_routes",
            "跨国接触：iso3_origin、iso3_destination、n_airline_routes",
        ),
        origin: "OpenFlights routes 2014, summed by country, https://openflights.org/data",
    },
    Need {
        file: "covid_country_day.parquet",
        purpose: both(
            "what was observed, a row per country and day: iso3, date, cases_cum, deaths_cum, vaccine_doses_cum, stringency_index",
            "逐日观测：iso3、date、cases_cum、deaths_cum、vaccine_doses_cum、stringency_index",
        ),
        origin: "Johns Hopkins CSSE (Dong, Du & Gardner 2020); Our World in Data (Mathieu et al. 2021); OxCGRT (Hale et al. 2021)",
    },
];

/// The files as they are.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Contents, in the order of [`NEEDS`].
    pub files: [Vec<u8>; 4],
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Which file.
    pub file: &'static str,
    /// Line (of a table as text) or row (of the other), from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Name of the column; empty where no one of them is meant.
    pub column: String,
    /// What.
    pub what: Text,
}

impl Flaw {
    /// In words: file, line, column, what.
    pub fn say(&self, lang: Lang) -> String {
        let mut said = self.file.to_owned();
        if self.line > 0 {
            said += &match lang {
                Lang::En => format!(", line {}", self.line),
                Lang::Zh => format!("第{}行", self.line),
            };
        }
        if !self.column.is_empty() {
            said += &match lang {
                Lang::En => format!(", column `{}`", self.column),
                Lang::Zh => format!("`{}`列", self.column),
            };
        }
        said + if lang == Lang::En { ": " } else { "：" } + self.what.get(lang)
    }
}

/// A country that is no actor, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Name.
    pub name: Text,
    /// Why.
    pub reason: Text,
}

/// The scenario and what is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// Text of the scenario.
    pub text: String,
    /// Countries.
    pub countries: usize,
    /// Who was left out.
    pub left_out: Vec<Left>,
}

/// A country with what the tables say of it.
#[derive(Debug)]
struct Country {
    iso3: String,
    name: Text,
    population: f64,
    /// Share of people of 65 and more, %.
    aged: Option<f64>,
    /// Output per head, international dollars of 2011.
    income: Option<f64>,
    /// People with at least one dose, %, and when.
    vaccinated: Option<(f64, &'static str)>,
    /// Airline routes by destination.
    routes: BTreeMap<usize, f64>,
    observed: Series,
}

impl Country {
    fn id(&self) -> String {
        self.iso3.to_ascii_lowercase()
    }
    /// Output, billion international dollars; where no figure is known, from an assumed income.
    fn output(&self) -> f64 {
        self.income.unwrap_or(figures::INCOME) * self.population / 1e9
    }
}

/// Makes the scenario.
pub fn build(tables: &Tables) -> Result<World, Flaw> {
    let [countries, snapshot, routes, days] = &tables.files;
    let names = names(&Sheet::read(NEEDS[0].file, countries)?)?;
    let (mut all, mut left_out) = people(&Sheet::read(NEEDS[1].file, snapshot)?, &names)?;
    let known =
        |name: &Text| all.iter().map(|c| &c.name).chain(left_out.iter().map(|left| &left.name)).any(|n| n == name);
    let absent: Vec<_> = names.iter().filter(|(_, name)| !known(name)).collect();
    let nobody = |name: &Text| Left {
        name: name.clone(),
        reason: Text::new("no row in covid_country_snapshot.csv", "covid_country_snapshot.csv中没有该行"),
    };
    left_out.extend(absent.into_iter().map(|(_, name)| nobody(name)));
    let flights = flights(&Sheet::read(NEEDS[2].file, routes)?)?;
    let mut gone = drop_unconnected(&mut all, &flights);
    left_out.append(&mut gone);
    connect(&mut all, &flights);
    let mut observed = panel::read(NEEDS[3].file, days)?;
    for country in &mut all {
        country.observed = observed.remove(&country.iso3).unwrap_or_default();
    }
    if !all.iter().any(|c| c.iso3 == figures::ORIGIN) {
        let what = Text::new(
            "CHN is missing or has no people or routes: the epidemic begins there",
            "缺少CHN，或其没有人口或航线：疫情由此开始",
        );
        return Err(Flaw { file: NEEDS[1].file, line: 0, column: "iso3".into(), what });
    }
    if all.len() < 2 {
        let what = Text::new("fewer than two countries have people and routes", "同时有人口与航线的国家不足两个");
        return Err(Flaw { file: NEEDS[1].file, line: 0, column: String::new(), what });
    }
    left_out.sort_by(|a, b| a.name.en.cmp(&b.name.en));
    Ok(World { text: text::scenario(&all, &left_out), countries: all.len(), left_out })
}

/// Names of the countries that exist, by code.
fn names(sheet: &Sheet<'_>) -> Result<BTreeMap<String, Text>, Flaw> {
    let [iso3, en, zh, extant] = sheet.columns(["iso3", "name", "name_zh", "extant_2016"])?;
    let mut names = BTreeMap::new();
    for row in sheet.rows() {
        let name = figures::TODAY.iter().find(|(code, ..)| *code == row.word(iso3));
        let name = name.map_or_else(|| Text::new(row.word(en), row.word(zh)), |(_, en, zh)| Text::new(en, zh));
        let listed = !row.word(iso3).is_empty() && row.word(extant) == "1";
        if listed && names.insert(row.word(iso3).to_owned(), name).is_some() {
            return Err(row.flaw(iso3, "this iso3 stands there twice", "iso3重复"));
        }
    }
    Ok(names)
}

/// The countries with people, and those without. What is counted with China joins it.
fn people(sheet: &Sheet<'_>, names: &BTreeMap<String, Text>) -> Result<(Vec<Country>, Vec<Left>), Flaw> {
    let [iso3, label, population, aged, income, early, late] = sheet.columns([
        "iso3",
        "country",
        "population",
        "aged_65_older",
        "gdp_per_capita",
        "people_vaccinated_per_hundred_2021_10",
        "people_vaccinated_per_hundred_2023_04",
    ])?;
    let (mut all, mut left, mut joined): (Vec<Country>, Vec<Left>, f64) = (Vec::new(), Vec::new(), 0.0);
    for row in sheet.rows() {
        let code = row.word(iso3);
        let people = row.number(population, (1.0, 1e11))?;
        if figures::WITH_CHINA.contains(&code) {
            joined += people.unwrap_or(0.0);
            continue;
        }
        let Some(name) = names.get(code) else {
            let reason = Text::new("not a state of countries.csv", "不在countries.csv的国家之列");
            left.push(Left { name: Text::same(row.word(label)), reason });
            continue;
        };
        let Some(population) = people else {
            left.push(Left { name: name.clone(), reason: Text::new("no population", "没有人口数") });
            continue;
        };
        if all.iter().any(|c| c.iso3 == code) {
            return Err(row.flaw(iso3, "this country stands there twice", "国家重复"));
        }
        let percent = (0.0, 200.0);
        let late = row.number(late, percent)?.map(|v| (v, "April 2023"));
        let early = row.number(early, percent)?.map(|v| (v, "October 2021"));
        all.push(Country {
            iso3: code.to_owned(),
            name: name.clone(),
            population,
            aged: row.number(aged, (0.0, 100.0))?,
            income: row.number(income, (1.0, 1e7))?,
            vaccinated: late.or(early),
            routes: BTreeMap::new(),
            observed: Series::default(),
        });
    }
    if let Some(china) = all.iter_mut().find(|c| c.iso3 == figures::ORIGIN) {
        china.population += joined;
    }
    Ok((all, left))
}

/// Routes between countries, by code.
type Flights = BTreeMap<(String, String), f64>;

fn flights(sheet: &Sheet<'_>) -> Result<Flights, Flaw> {
    let [from, to, count] = sheet.columns(["iso3_origin", "iso3_destination", "n_airline_routes"])?;
    let home =
        |code: &str| if figures::WITH_CHINA.contains(&code) { figures::ORIGIN.to_owned() } else { code.to_owned() };
    let mut flights = Flights::new();
    for row in sheet.rows() {
        let pair = (home(row.word(from)), home(row.word(to)));
        let routes = row.number(count, (0.0, 1e6))?;
        if pair.0 != pair.1 {
            *flights.entry(pair).or_insert(0.0) += routes.unwrap_or(0.0);
        }
    }
    Ok(flights)
}

/// Takes out the countries without any route to or from another of them.
fn drop_unconnected(all: &mut Vec<Country>, flights: &Flights) -> Vec<Left> {
    let codes: Vec<String> = all.iter().map(|c| c.iso3.clone()).collect();
    let known = |code: &String| codes.contains(code);
    let met: Vec<&String> = flights
        .iter()
        .filter(|((a, b), routes)| **routes > 0.0 && known(a) && known(b))
        .flat_map(|((a, b), _)| [a, b])
        .collect();
    let reason = Text::new("no airline route in 2014", "2014年没有航线");
    let (kept, gone) = std::mem::take(all).into_iter().partition(|c| met.contains(&&c.iso3));
    *all = kept;
    gone.into_iter().map(|c: Country| Left { name: c.name, reason: reason.clone() }).collect()
}

fn connect(all: &mut [Country], flights: &Flights) {
    let place: BTreeMap<String, usize> = all.iter().enumerate().map(|(i, c)| (c.iso3.clone(), i)).collect();
    for ((from, to), routes) in flights {
        if let (Some(&i), Some(&j)) = (place.get(from), place.get(to))
            && *routes > 0.0
        {
            all[i].routes.insert(j, *routes);
        }
    }
}

/// What a user without the tables has to know.
pub fn needs(lang: Lang) -> String {
    let mut out = match lang {
        Lang::En => format!(
            "{ID} is made from tables that do not come with the program: name their folder with --data DIR.\n\
             The folder needs four files:\n"
        ),
        Lang::Zh => format!("{ID}由程序之外的数据表生成：请用 --data DIR 指明其文件夹。\n该文件夹需含四个文件：\n"),
    };
    for need in NEEDS {
        let (purpose, origin) = match lang {
            Lang::En => (need.purpose.en, "from"),
            Lang::Zh => (need.purpose.zh, "来源："),
        };
        out += &format!("  {}\n      {purpose}\n      {origin} {}\n", need.file, need.origin);
    }
    out
}
