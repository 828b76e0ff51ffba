//! The world of the user's tables: what is read, what is left out and said so, what is refused and where.

use std::sync::Arc;

use lab::check::check;
use lab::scenario::Lang;
use lab::world::{Flaw, NEEDS, Tables, World, build, needs};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

const COUNTRIES: &str = "iso3,name,name_zh,extant_2016
CHN,Aland,甲国,1
BBB,Beland,乙国,1
CCC,Celand,丙国,1
DDD,Deland,丁国,1
EEE,Eland,戊国,1
OLD,Oldland,故国,0
";

const PEOPLE: &str = "iso3,country,population,aged_65_older,gdp_per_capita,people_vaccinated_per_hundred_2021_10,people_vaccinated_per_hundred_2023_04
CHN,Aland,80000000,20,40000,70,80
BBB,Beland,30000000,5,3000,,20
CCC,Celand,1000000,,,,
DDD,Deland,5000000,10,10000,30,40
EEE,Eland,,10,10000,30,40
XXX,Exland,1000,10,10000,30,40
";

const ROUTES: &str = "iso3_origin,iso3_destination,n_airline_routes
CHN,BBB,20
BBB,CHN,20
BBB,CCC,1
CCC,BBB,1
";

/// A row of the daily table: country, day, deaths, cases, doses, stringency.
type Day = (&'static str, &'static str, [Option<f64>; 4]);

const DAYS: [Day; 4] = [
    ("CHN", "2020-05-15", [None, None, None, Some(80.0)]),
    ("CHN", "2020-12-31", [Some(9000.0), Some(400_000.0), None, None]),
    ("CHN", "2021-12-31", [Some(20_000.0), None, Some(90e6), None]),
    ("BBB", "2021-12-31", [Some(1500.0), Some(70_000.0), None, None]),
];

fn daily(days: &[Day]) -> Vec<u8> {
    let schema = "message days { required binary iso3 (UTF8); required binary date (UTF8); optional double deaths_cum;
        optional double cases_cum; optional double vaccine_doses_cum; optional double stringency_index; }";
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let mut bytes = Vec::new();
    let mut file =
        SerializedFileWriter::new(&mut bytes, schema, Arc::new(WriterProperties::default())).expect("a writer");
    let mut group = file.next_row_group().expect("a group");
    for word in [|d: &Day| d.0, |d: &Day| d.1] {
        let values: Vec<ByteArray> = days.iter().map(|d| ByteArray::from(word(d))).collect();
        let mut column = group.next_column().expect("a column").expect("a column");
        column.typed::<ByteArrayType>().write_batch(&values, None, None).expect("written");
        column.close().expect("closed");
    }
    for place in 0..4 {
        let values: Vec<f64> = days.iter().filter_map(|d| d.2[place]).collect();
        let given: Vec<i16> = days.iter().map(|d| i16::from(d.2[place].is_some())).collect();
        let mut column = group.next_column().expect("a column").expect("a column");
        column.typed::<DoubleType>().write_batch(&values, Some(&given), None).expect("written");
        column.close().expect("closed");
    }
    group.close().expect("closed");
    file.close().expect("closed");
    bytes
}

fn world(countries: &str, people: &str, routes: &str, days: Vec<u8>) -> Result<World, Flaw> {
    build(&Tables { files: [countries.into(), people.into(), routes.into(), days] })
}

#[test]
fn contract_a_world_is_the_countries_with_people_and_routes() {
    let world = world(COUNTRIES, PEOPLE, ROUTES, daily(&DAYS)).expect("a world");
    let left: Vec<(&str, &str)> =
        world.left_out.iter().map(|left| (left.name.en.as_str(), left.reason.en.as_str())).collect();
    let why = [
        ("Deland", "no airline route in 2014"),
        ("Eland", "no population"),
        ("Exland", "not a state of countries.csv"),
    ];
    assert_eq!((world.countries, left), (3, why.to_vec()));
    let scenario = check(&world.text, &[]).expect("a scenario without faults");
    let ids: Vec<&str> = scenario.actors.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["chn", "bbb", "ccc"]);
    for (name, _) in why {
        assert!(scenario.note.en.contains(name), "{name} is left out and not named");
    }
}

#[test]
fn contract_what_was_not_observed_stays_missing() {
    let world = world(COUNTRIES, PEOPLE, ROUTES, daily(&DAYS)).expect("a world");
    let scenario = check(&world.text, &[]).expect("a scenario without faults");
    let health = scenario.issues[0].physics.health.as_ref().expect("an epidemic");
    let seen: Vec<[Vec<(f64, f64)>; 3]> = health
        .observed
        .iter()
        .map(|of| {
            std::array::from_fn(|k| {
                of[k].as_ref().map_or(Vec::new(), |s| s.years.iter().copied().zip(s.values.iter().copied()).collect())
            })
        })
        .collect();
    let deaths = vec![(2021.0, 9000.0), (2022.0, 20_000.0)];
    assert_eq!(seen[0], [deaths, vec![(2021.0, 400_000.0)], vec![(2022.0, 90e6)]]);
    assert_eq!(seen[1], [vec![(2022.0, 1500.0)], vec![(2022.0, 70_000.0)], vec![]]);
    assert_eq!(seen[2], [vec![], vec![], vec![]]);
}

#[test]
fn contract_a_bad_table_is_refused_with_its_file_line_and_column() {
    let good = daily(&DAYS);
    let twice = PEOPLE.replace("XXX,Exland", "CHN,Aland");
    let words = PEOPLE.replace("30000000,5", "many,5");
    let negative = ROUTES.replace("CCC,1", "CCC,-1");
    let headless = COUNTRIES.replace("name_zh", "chinese");
    let mut cut = good.clone();
    cut.truncate(good.len() / 2);
    let elsewhere = COUNTRIES.replace("CHN", "CHX");
    let later = daily(&[DAYS[1], ("CHN", "tomorrow", [Some(1.0), None, None, None])]);
    let infinite = daily(&[DAYS[1], DAYS[2], ("BBB", "2021-12-31", [Some(f64::INFINITY), None, None, None])]);
    let cases = [
        (world(COUNTRIES, &twice, ROUTES, good.clone()), 1, 7, "iso3"),
        (world(COUNTRIES, &words, ROUTES, good.clone()), 1, 3, "population"),
        (world(COUNTRIES, PEOPLE, &negative, good.clone()), 2, 4, "n_airline_routes"),
        (world(&headless, PEOPLE, ROUTES, good.clone()), 0, 1, ""),
        (world(&elsewhere, PEOPLE, ROUTES, good.clone()), 1, 0, "iso3"),
        (world(COUNTRIES, PEOPLE, "iso3_origin,iso3_destination,n_airline_routes\n", good), 1, 0, "iso3"),
        (world(COUNTRIES, PEOPLE, ROUTES, cut), 3, 0, ""),
        (world(COUNTRIES, PEOPLE, ROUTES, later), 3, 2, "date"),
        (world(COUNTRIES, PEOPLE, ROUTES, infinite), 3, 3, "deaths_cum"),
        (world(COUNTRIES, PEOPLE, ROUTES, Vec::new()), 3, 0, ""),
    ];
    for (case, (answer, file, line, column)) in cases.into_iter().enumerate() {
        let flaw = answer.err().unwrap_or_else(|| panic!("case {case} is accepted"));
        assert_eq!((flaw.file, flaw.line), (NEEDS[file].file, line), "case {case}: {}", flaw.say(Lang::En));
        assert_eq!(flaw.column, column, "case {case}: {}", flaw.say(Lang::En));
        for lang in [Lang::En, Lang::Zh] {
            assert_eq!(flaw.say(lang).contains(&format!("`{column}`")), !column.is_empty(), "{}", flaw.say(lang));
        }
    }
}

#[test]
fn contract_without_tables_each_needed_file_is_named() {
    for lang in [Lang::En, Lang::Zh] {
        let text = needs(lang);
        assert!(text.contains("--data") && NEEDS.iter().all(|need| text.contains(need.file)), "{text}");
    }
}

#[test]
fn contract_the_users_tables_make_a_world() {
    let Some(folder) = std::env::var_os("HERZ_DATA") else {
        println!("skipped, no data: set HERZ_DATA to the folder that holds {}", NEEDS.map(|n| n.file).join(", "));
        return;
    };
    let read = |file: &str| std::fs::read(std::path::Path::new(&folder).join(file)).expect("a table");
    let world = build(&Tables { files: NEEDS.map(|need| read(need.file)) }).expect("a world");
    assert!(world.countries > 180, "{} countries", world.countries);
    check(&world.text, &[]).expect("a scenario without faults");
}
