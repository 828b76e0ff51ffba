//! What was observed, day by day, as a Parquet file.

use std::collections::BTreeMap;

use bytes::Bytes;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::{Field, Row};
use parquet::schema::types::Type;

use super::Flaw;
use crate::scenario::Text;

/// Ends of quarters, and the year they stand for.
const QUARTERS: [(&str, f64); 8] = [
    ("2020-03-31", 2020.25),
    ("2020-06-30", 2020.5),
    ("2020-09-30", 2020.75),
    ("2020-12-31", 2021.0),
    ("2021-03-31", 2021.25),
    ("2021-06-30", 2021.5),
    ("2021-09-30", 2021.75),
    ("2021-12-31", 2022.0),
];

/// What was observed of one country.
#[derive(Clone, Debug, Default)]
pub(super) struct Series {
    /// Deaths, cases and doses so far at ends of quarters: (year, people or doses).
    pub cumulative: [Vec<(f64, f64)>; 3],
    /// Mean stringency of the second quarter of 2020, 0–100.
    pub stringency: Option<f64>,
    /// Doses given in the fastest month of 2021, per day.
    pub fastest: Option<f64>,
}

/// The columns that are read.
const COLUMNS: [&str; 6] = ["iso3", "date", "deaths_cum", "cases_cum", "vaccine_doses_cum", "stringency_index"];

/// Everything so far of one country.
#[derive(Default)]
struct Gathering {
    series: Series,
    /// Last doses known up to each end of quarter, and at each end of month of 2021.
    doses: [Option<f64>; 8],
    months: [Option<f64>; 13],
    stringency: (f64, f64),
}

/// Reads the file; by country code.
pub(super) fn read(file: &'static str, bytes: &[u8]) -> Result<BTreeMap<String, Series>, Flaw> {
    let flaw =
        |line: usize, en: String, zh: String| Flaw { file, line, column: String::new(), what: Text::new(&en, &zh) };
    let broken = |e: &dyn std::fmt::Display| {
        flaw(0, format!("not a Parquet file that can be read: {e}"), format!("无法作为Parquet文件读取：{e}"))
    };
    let reader = SerializedFileReader::new(Bytes::copy_from_slice(bytes)).map_err(|e| broken(&e))?;
    let schema = reader.metadata().file_metadata().schema();
    let mut fields = Vec::new();
    for name in COLUMNS {
        let field = schema.get_fields().iter().find(|f| f.name() == name && f.is_primitive());
        fields.push(field.cloned().ok_or_else(|| flaw(0, format!("no column `{name}`"), format!("缺少列`{name}`")))?);
    }
    let projection = Type::group_type_builder(schema.name()).with_fields(fields).build().map_err(|e| broken(&e))?;
    let mut all: BTreeMap<String, Gathering> = BTreeMap::new();
    let rows = reader.get_row_iter(Some(projection)).map_err(|e| broken(&e))?;
    for (at, row) in rows.enumerate() {
        let row = row.map_err(|e| broken(&e))?;
        file_row(&mut all, &row)
            .map_err(|(column, (en, zh))| Flaw { column: COLUMNS[column].to_owned(), ..flaw(at + 1, en, zh) })?;
    }
    Ok(all.into_iter().map(|(iso3, gathering)| (iso3, gathering.finish())).collect())
}

/// A number, or nothing where none is given.
fn number(field: &Field) -> Result<Option<f64>, (String, String)> {
    let value = match field {
        Field::Null => return Ok(None),
        Field::Int(v) => f64::from(*v),
        Field::Long(v) => *v as f64,
        Field::Float(v) => f64::from(*v),
        Field::Double(v) => *v,
        other => return Err((format!("`{other}` is not a number"), format!("`{other}`不是数字"))),
    };
    if value.is_finite() && value >= 0.0 {
        Ok(Some(value))
    } else if value.is_nan() {
        Ok(None)
    } else {
        Err((format!("{value} is not a count or an index"), format!("{value}不是计数或指数")))
    }
}

/// Files a row; what is wrong with it comes with the place of its column among [`COLUMNS`].
fn file_row(all: &mut BTreeMap<String, Gathering>, row: &Row) -> Result<(), (usize, (String, String))> {
    let (mut words, mut numbers) = ([None, None], [None; 4]);
    for (name, field) in row.get_column_iter() {
        let place = COLUMNS.iter().position(|c| c == name).unwrap_or(0);
        match (place, field) {
            (0 | 1, Field::Str(word)) => words[place] = Some(word.as_str()),
            (0 | 1, Field::Null) => return Ok(()),
            (0 | 1, other) => return Err((place, (format!("`{other}` is not text"), format!("`{other}`不是文字")))),
            _ => numbers[place - 2] = number(field).map_err(|what| (place, what))?,
        }
    }
    let [Some(iso3), Some(date)] = words else { return Ok(()) };
    if date.len() != 10 || !date.is_ascii() {
        let what = (format!("`{date}` is not a date (YYYY-MM-DD)"), format!("`{date}`不是日期（YYYY-MM-DD）"));
        return Err((1, what));
    }
    if !all.contains_key(iso3) {
        all.insert(iso3.to_owned(), Gathering::default());
    }
    if let Some(gathering) = all.get_mut(iso3) {
        gathering.file(date, numbers);
    }
    Ok(())
}

impl Gathering {
    fn file(&mut self, date: &str, [deaths, cases, doses, stringency]: [Option<f64>; 4]) {
        if let Some((_, year)) = QUARTERS.iter().find(|(end, _)| *end == date) {
            for (series, value) in self.series.cumulative.iter_mut().zip([deaths, cases]) {
                series.extend(value.filter(|v| *v > 0.0).map(|v| (*year, v)));
            }
        }
        if let Some(doses) = doses {
            let raise = |known: &mut Option<f64>| *known = Some(known.map_or(doses, |k: f64| k.max(doses)));
            self.doses
                .iter_mut()
                .zip(QUARTERS)
                .filter(|(_, (end, _))| date <= *end)
                .for_each(|(known, _)| raise(known));
            let ends = (0..13).map(|m| if m == 0 { "2020-12-31".to_owned() } else { format!("2021-{m:02}-31") });
            self.months
                .iter_mut()
                .zip(ends)
                .filter(|(_, end)| date <= end.as_str())
                .for_each(|(known, _)| raise(known));
        }
        if let Some(index) = stringency.filter(|_| ("2020-04-01".."2020-07-01").contains(&date)) {
            self.stringency.0 += index;
            self.stringency.1 += 1.0;
        }
    }

    fn finish(mut self) -> Series {
        let counts = self.doses.iter().zip(QUARTERS);
        self.series.cumulative[2] =
            counts.filter_map(|(doses, (_, year))| doses.filter(|d| *d > 0.0).map(|d| (year, d))).collect();
        let (sum, days) = self.stringency;
        self.series.stringency = (days > 0.0).then(|| sum / days);
        let month = |two: &[Option<f64>]| two[1].map(|after| (after - two[0].unwrap_or(0.0)) / 30.4);
        self.series.fastest = self.months.windows(2).filter_map(month).reduce(f64::max).filter(|d| *d > 0.0);
        for series in &mut self.series.cumulative {
            series.sort_by(|a, b| a.0.total_cmp(&b.0));
            series.dedup_by(|a, b| a.0 == b.0);
        }
        self.series
    }
}
