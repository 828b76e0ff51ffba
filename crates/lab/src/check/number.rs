//! A number table: what is believed, in which unit, and why.

use super::Checker;
use crate::catalogue::{EFFORT_UNIT, Parameter, parameter};
use crate::draft::{Section, Value, figure, listing, say};
use crate::scenario::{Basis, Distribution, Number, NumberId, Text};

/// The ways to state a number; a table has exactly one of them.
pub(crate) const KINDS: &[&str] = &["value", "uniform", "normal", "lognormal", "beta", "triangular", "choice"];
/// The other keys of a number table.
pub(crate) const TRIMMINGS: &[&str] = &["weights", "unit", "source", "assumed", "range"];
/// `assumed` of a number that stands where a file was silent, as `as_run` writes it.
pub(crate) const DEFAULT_NOTE: &str = "default";
/// `assumed` of a number that was set on the command line, as `as_run` writes it.
pub(crate) const COMMAND_LINE_NOTE: &str = "set on the command line";

/// Most alternatives of a `choice`.
const MOST_CHOICES: usize = 1000;
/// Shape parameters of `beta` and spreads beyond this are no belief that anybody holds.
const LARGEST_SHAPE: f64 = 1e6;
/// Least probability that a distribution must leave inside the allowed range.
const LEAST_MASS: f64 = 0.01;

/// What a number table says.
pub(super) type Stated = (Distribution, Basis);

impl<'t> Checker<'t> {
    /// The number of this key in a section: set, stated or default. A faulty one is filed and replaced.
    pub(super) fn number(&mut self, section: &Section<'t>, key: &str, effort_unit: Option<&str>) -> NumberId {
        let parameter = parameter(key).expect("every key asked for is in the catalogue");
        let path = section.path_to(key);
        self.number_at(section, key, path, parameter, effort_unit)
    }

    /// The same under a path of its own.
    pub(super) fn number_at(
        &mut self,
        section: &Section<'t>,
        key: &str,
        path: String,
        parameter: &'static Parameter,
        effort_unit: Option<&str>,
    ) -> NumberId {
        let unit = unit_of(parameter, effort_unit);
        let value = section.get(key);
        let stated = value.and_then(|value| self.number_table(value, &path, parameter, unit));
        let set = self.set_number(&path, parameter);
        if value.is_none() && parameter.required() && !self.settings.has(&path) {
            self.missing(section, key, &path);
        }
        let standing = parameter.default.unwrap_or(parameter.range.0);
        let (distribution, basis) = set.or(stated).unwrap_or((Distribution::Value(standing), Basis::Default));
        self.file(path, parameter, unit, distribution, basis)
    }

    fn missing(&mut self, section: &Section<'t>, key: &str, path: &str) {
        let what = say(format!("`{key}` is missing"), format!("缺少`{key}`"));
        let form = Text::same(r#"{ value = …, unit = "…", source = "…" }"#);
        self.draft.fault(section.span.clone(), path, what).allowed(form).absence();
    }

    /// Enters a number among the scenario's.
    pub(super) fn file(
        &mut self,
        path: String,
        parameter: &'static Parameter,
        unit: Option<&str>,
        distribution: Distribution,
        basis: Basis,
    ) -> NumberId {
        let id = NumberId(self.numbers.len() as u32);
        let unit = unit.unwrap_or_default().to_owned();
        self.numbers.push(Number { path, parameter: parameter.key, distribution, unit, basis, range: parameter.range });
        id
    }

    /// What the command line says about a number.
    pub(super) fn set_number(&mut self, path: &str, parameter: &Parameter) -> Option<Stated> {
        let text = self.settings.take(path)?;
        let number = text.parse::<f64>().ok().filter(|x| x.is_finite());
        let at = self.settings.place(path)?;
        let Some(x) = number else {
            let what = say(format!("`{text}` is not a finite number"), format!("`{text}`不是有限的数"));
            self.draft.fault_at(at, path, what).allowed(interval(parameter.range));
            return None;
        };
        if let Some(what) = outside(x, parameter.range) {
            self.draft.fault_at(at, path, what).allowed(interval(parameter.range));
            return None;
        }
        Some((Distribution::Value(x), Basis::CommandLine))
    }

    /// A number table; anything else is a fault.
    pub(super) fn number_table(
        &mut self,
        value: &'t Value<'t>,
        path: &str,
        parameter: &Parameter,
        unit: Option<&str>,
    ) -> Option<Stated> {
        let Some(table) = value.get_ref().as_table() else {
            self.draft.wrong_kind(
                value,
                path,
                r#"{ value = …, unit = "…", source = "…" }"#,
                r#"{ value = …, unit = "…", source = "…" }"#,
            );
            return None;
        };
        let section = Section::new(table, value.span(), path.to_owned());
        self.stated(&section, parameter, unit, &[])
    }

    /// What a number table says; `extra` keys are allowed beside the usual ones.
    pub(super) fn stated(
        &mut self,
        section: &Section<'t>,
        parameter: &Parameter,
        unit: Option<&str>,
        extra: &[&str],
    ) -> Option<Stated> {
        let known: Vec<&str> = KINDS.iter().chain(TRIMMINGS).chain(extra).copied().collect();
        self.draft.keys_of(section, &known);
        self.unit(section, unit);
        let distribution = self.distribution(section, parameter);
        let basis = self.basis(section, distribution.as_ref(), parameter);
        Some((distribution?, basis?))
    }

    /// Checks the unit of a number table; an unknown expectation (its issue is faulty) is not checked.
    pub(super) fn unit(&mut self, section: &Section<'t>, expected: Option<&str>) {
        let Some((unit, span)) = self.draft.optional_word(section, "unit") else {
            if !section.has("unit") {
                let allowed = Text::same(expected.unwrap_or("…"));
                self.draft.missing(section, "unit").allowed(allowed);
            }
            return;
        };
        let Some(expected) = expected.filter(|expected| *expected != unit) else { return };
        let short: String = unit.chars().take(80).collect();
        let what = say(format!("wrong unit `{short}`"), format!("单位`{short}`不对"));
        self.draft
            .fault(span, &section.path_to("unit"), what)
            .allowed(Text::same(expected))
            .nearest(Some(expected.to_owned()));
    }

    fn distribution(&mut self, section: &Section<'t>, parameter: &Parameter) -> Option<Distribution> {
        let kinds: Vec<&str> = KINDS.iter().copied().filter(|kind| section.has(kind)).collect();
        if section.has("weights") && !section.has("choice") {
            let what = say("`weights` goes with `choice`", "`weights`只能与`choice`同用");
            self.draft.fault(section.span_of("weights"), &section.path_to("weights"), what);
        }
        match kinds[..] {
            [kind] => self.shape(section, kind, parameter),
            [] => {
                let what = say("the number itself is missing", "缺少数值本身");
                self.draft
                    .fault(section.span.clone(), &section.path, what)
                    .allowed(listing(KINDS.iter().copied()))
                    .absence();
                None
            }
            [first, second, ..] => {
                let what =
                    say(format!("both `{first}` and `{second}` are stated"), format!("同时写了`{first}`与`{second}`"));
                let one = say("exactly one of them", "只能有其中之一");
                self.draft.fault(section.span_of(second), &section.path, what).allowed(one);
                None
            }
        }
    }

    fn shape(&mut self, section: &Section<'t>, kind: &str, parameter: &Parameter) -> Option<Distribution> {
        let value = section.get(kind)?;
        let path = section.path_to(kind);
        let distribution = match kind {
            "value" => Distribution::Value(self.draft.real(value, &path)?),
            "choice" => {
                let options = self.draft.reals(value, &path);
                let weights =
                    section.get("weights").map(|weights| self.draft.reals(weights, &section.path_to("weights")));
                let options = options?;
                let even = vec![1.0; options.len()];
                Distribution::Choice(options, weights.unwrap_or(Some(even))?)
            }
            _ => {
                let numbers = self.draft.reals(value, &path)?;
                let (built, form) = from_numbers(kind, &numbers);
                if built.is_none() {
                    let what = say(format!("`{kind}` takes other numbers"), format!("`{kind}`所需的数不同"));
                    self.draft.fault(value.span(), &path, what).allowed(Text::same(form));
                }
                built?
            }
        };
        if let Some((what, allowed)) = flaw(&distribution, parameter.range) {
            self.draft.fault(value.span(), &path, what).allowed(allowed);
            return None;
        }
        Some(distribution)
    }

    /// Why a number should be believed.
    pub(super) fn basis(
        &mut self,
        section: &Section<'t>,
        distribution: Option<&Distribution>,
        parameter: &Parameter,
    ) -> Option<Basis> {
        let source = self.draft.optional_word(section, "source");
        let assumed = self.draft.optional_word(section, "assumed");
        match (section.has("source"), section.has("assumed")) {
            (true, false) => {
                self.no_range(section, say("`range` goes with `assumed`", "`range`只能与`assumed`同用"));
                Some(Basis::Source { citation: source?.0.to_owned() })
            }
            (false, true) => self.assumed(section, assumed?.0, distribution, parameter),
            (true, true) => {
                let what = say("both `source` and `assumed` are stated", "同时写了`source`与`assumed`");
                self.draft.fault(section.span_of("assumed"), &section.path, what);
                None
            }
            (false, false) => {
                let what = say("neither `source` nor `assumed` is stated", "既无`source`也无`assumed`");
                let allowed = Text::same(r#"source = "…" | assumed = "…""#);
                self.draft.fault(section.span.clone(), &section.path, what).allowed(allowed).absence();
                None
            }
        }
    }

    fn assumed(
        &mut self,
        section: &Section<'t>,
        note: &str,
        distribution: Option<&Distribution>,
        parameter: &Parameter,
    ) -> Option<Basis> {
        let plain = matches!(distribution, Some(Distribution::Value(_)));
        match note {
            DEFAULT_NOTE if plain && !section.has("range") => return Some(Basis::Default),
            COMMAND_LINE_NOTE if plain && !section.has("range") => return Some(Basis::CommandLine),
            _ => {}
        }
        let own = distribution.filter(|_| !plain).map(|d| d.reach(parameter.range));
        let range = match (own, distribution) {
            (Some(range), _) => {
                self.no_range(section, say("a distribution states its own range", "分布本身已给出范围"));
                range
            }
            (None, Some(Distribution::Value(x))) => self.stated_range(section, *x, parameter)?,
            (None, _) => return None,
        };
        Some(Basis::Assumed { range, note: note.to_owned() })
    }

    fn no_range(&mut self, section: &Section<'t>, what: Text) {
        if section.has("range") {
            self.draft.fault(section.span_of("range"), &section.path_to("range"), what);
        }
    }

    /// `range = [low, high]` around an assumed value.
    pub(super) fn stated_range(&mut self, section: &Section<'t>, x: f64, parameter: &Parameter) -> Option<(f64, f64)> {
        let path = section.path_to("range");
        let Some(value) = section.get("range") else {
            let form =
                say("range = [low, high]: where reasonable people might put it", "range = [低, 高]：合理的取值范围");
            self.draft.missing(section, "range").allowed(form);
            return None;
        };
        let numbers = self.draft.reals(value, &path)?;
        let (low, high) = parameter.range;
        match numbers[..] {
            [a, b] if low <= a && a <= x && x <= b && b <= high => Some((a, b)),
            _ => {
                let what = say("not a range around the value", "不是包含该值的范围");
                let allowed = format!("{} ≤ low ≤ {} ≤ high ≤ {}", figure(low), figure(x), figure(high));
                self.draft.fault(value.span(), &path, what).allowed(Text::same(&allowed));
                None
            }
        }
    }
}

/// The unit a parameter must be stated in, if it is known.
pub(super) fn unit_of<'u>(parameter: &Parameter, effort_unit: Option<&'u str>) -> Option<&'u str> {
    if parameter.unit == EFFORT_UNIT { effort_unit } else { Some(parameter.unit) }
}

/// An interval for people.
pub(super) fn interval((low, high): (f64, f64)) -> Text {
    Text::same(&format!("{} … {}", figure(low), figure(high)))
}

/// What is wrong with a value, if it lies outside.
pub(super) fn outside(x: f64, (low, high): (f64, f64)) -> Option<Text> {
    let x_shown = figure(x);
    match () {
        () if x < low => Some(say(
            format!("{x_shown} is below the smallest allowed value, {}", figure(low)),
            format!("{x_shown}小于允许的最小值{}", figure(low)),
        )),
        () if x > high => Some(say(
            format!("{x_shown} is above the largest allowed value, {}", figure(high)),
            format!("{x_shown}大于允许的最大值{}", figure(high)),
        )),
        () => None,
    }
}

fn from_numbers(kind: &str, numbers: &[f64]) -> (Option<Distribution>, &'static str) {
    match (kind, numbers) {
        ("uniform", [a, b]) => (Some(Distribution::Uniform(*a, *b)), ""),
        ("normal", [m, s]) => (Some(Distribution::Normal(*m, *s)), ""),
        ("lognormal", [m, s]) => (Some(Distribution::Lognormal(*m, *s)), ""),
        ("beta", [a, b]) => (Some(Distribution::Beta(*a, *b)), ""),
        ("triangular", [a, m, b]) => (Some(Distribution::Triangular(*a, *m, *b)), ""),
        ("uniform", _) => (None, "uniform = [low, high]"),
        ("normal", _) => (None, "normal = [mean, sd]"),
        ("lognormal", _) => (None, "lognormal = [median, sd of the log]"),
        ("beta", _) => (None, "beta = [a, b]"),
        _ => (None, "triangular = [low, mode, high]"),
    }
}

/// Why no number can follow this distribution in this range, and what would do.
fn flaw(distribution: &Distribution, range: (f64, f64)) -> Option<(Text, Text)> {
    let sound = |x: f64| x > 0.0 && x <= LARGEST_SHAPE;
    let order = |allowed: &str| Some((say("impossible distribution", "不可能的分布"), Text::same(allowed)));
    match distribution {
        Distribution::Value(_) => {}
        Distribution::Uniform(a, b) if a >= b => return order("low < high"),
        Distribution::Normal(_, s) if *s <= 0.0 => return order("sd > 0"),
        Distribution::Lognormal(m, s) if !(*m > 0.0 && *s > 0.0 && *s <= 100.0) => {
            return order("median > 0, 0 < sd ≤ 100");
        }
        Distribution::Beta(a, b) if !(sound(*a) && sound(*b) && a.min(*b) >= 0.01) => {
            return order("0.01 ≤ a, b ≤ 1e6");
        }
        Distribution::Triangular(a, m, b) if !(a <= m && m <= b && a < b) => {
            return order("low ≤ mode ≤ high, low < high");
        }
        Distribution::Choice(values, _) if values.is_empty() || values.len() > MOST_CHOICES => {
            return order("1 … 1000");
        }
        Distribution::Choice(values, weights) => {
            let good = weights.len() == values.len()
                && weights.iter().all(|w| *w > 0.0)
                && weights.iter().sum::<f64>().is_finite();
            if !good {
                return order("weights: as many as alternatives, each > 0");
            }
        }
        _ => {}
    }
    let strange = || say("almost none of it lies inside the allowed range", "几乎完全落在允许范围之外");
    match distribution {
        Distribution::Normal(..) | Distribution::Lognormal(..) | Distribution::Beta(..) => {
            let inside = distribution.mass(range);
            (inside.is_nan() || inside < LEAST_MASS).then(|| (strange(), interval(range)))
        }
        _ => {
            let (low, high) = distribution.reach(range);
            outside(low, range).or_else(|| outside(high, range)).map(|what| (what, interval(range)))
        }
    }
}
