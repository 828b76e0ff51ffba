//! Sixty states on a map, as a scenario file. Every number was settled before any result was looked at.

use std::fmt::Write as _;

use theory::luck::{Luck, Purpose, normal_quantile};
use theory::real::exp;

/// Rows and columns of the map.
const MAP: (usize, usize) = (6, 10);
/// States.
pub const STATES: usize = MAP.0 * MAP.1;
/// The largest so many reach everybody.
const MAJORS: usize = 5;
/// Years before anything is counted.
pub const WARM_UP: i32 = 60;
/// Years that are counted: as many as the Correlates of War list spans, 1823–2003.
pub const YEARS: i32 = 181;
/// Independent runs on one map.
pub const RUNS: u32 = 16;

/// Standard deviation of the logs of the Composite Index of National Capability, mean over the years 1823–2003 (all
/// states; military spending gives 2.04).
pub const SPREAD: f64 = 1.94;
/// Exposure between neighbours with an edge in common, per year; see `README.md`.
pub const EDGE: f64 = 0.6;
/// Onsets of militarised disputes a year in pairs of each class, over those in pairs that share a land border and of
/// which neither is a major power: 0.0124, 0.0103 and 0.0842 over 0.0635.
const CORNER: f64 = 0.20;
const ONE_MAJOR: f64 = 0.16;
const BOTH_MAJOR: f64 = 1.33;

/// Exposure of i to j, per year: the same both ways.
fn exposure(i: usize, j: usize, major: &[bool], edge: f64) -> f64 {
    let place = |s: usize| (s / MAP.1, s % MAP.1);
    let ((a, b), (c, d)) = (place(i), place(j));
    let near = match (a.abs_diff(c), b.abs_diff(d)) {
        (0, 1) | (1, 0) => edge,
        (1, 1) => edge * CORNER,
        _ => 0.0,
    };
    let far = match (major[i], major[j]) {
        (true, true) => edge * BOTH_MAJOR,
        (true, false) | (false, true) => edge * ONE_MAJOR,
        (false, false) => 0.0,
    };
    f64::max(near, far)
}

/// Capabilities: the sixty mid-quantiles of a lognormal, dealt out over map `map`; the median is 1.
fn capabilities(map: u32, spread: f64) -> Vec<f64> {
    let luck = Luck::new(60, Purpose::Parameter, map);
    let mut order: Vec<(f64, usize)> = (0..STATES).map(|s| (luck.uniforms::<1>(0, s as u32, 0, 0)[0][0], s)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    order.iter().map(|&(_, rank)| exp(spread * normal_quantile((rank as f64 + 0.5) / STATES as f64))).collect()
}

/// What distinguishes one world from another.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Standard deviation of ln capability.
    pub spread: f64,
    /// Exposure between neighbours with an edge in common, per year.
    pub edge: f64,
    /// Length of the run.
    pub years: i32,
    /// Wars per unit of objective hazard between equals.
    pub war_rate: f64,
}

/// The scenario on map `map`.
pub fn scenario(map: u32, shape: Shape) -> String {
    let Shape { spread, edge, years, war_rate } = shape;
    let size = capabilities(map, spread);
    let mut ranked: Vec<usize> = (0..STATES).collect();
    ranked.sort_by(|&a, &b| size[b].total_cmp(&size[a]).then(a.cmp(&b)));
    let major: Vec<bool> = (0..STATES).map(|s| ranked[..MAJORS].contains(&s)).collect();
    let mut text = format!(
        "# Written by studies/wars (map {map}); see studies/wars/README.md.\n\
         format = 1\nid = \"wars-{map}\"\ntitle = {{ en = \"Sixty states, map {map}\", zh = \"六十国，地图{map}\" }}\n\
         [clock]\nstart = 0\nend = {years}\nsteps_per_year = 12\n[ensemble]\nreplications = {RUNS}\nseed = {map}\n"
    );
    for s in 0..STATES {
        let _ = writeln!(text, "[[actors]]\nid = \"s{s}\"\nname = {{ en = \"State {s}\", zh = \"第{s}国\" }}");
    }
    let _ = writeln!(
        text,
        "[[issues]]\nid = \"arms\"\nname = {{ en = \"Arms\", zh = \"军备\" }}\nkind = \"military\"\n\
         effort_unit = {{ en = \"capability of the median state\", zh = \"中位国家之实力\" }}\n\
         waste_unit = {{ en = \"capability years of the median state\", zh = \"中位国家之实力年\" }}\n\
         [issues.exposure]\nunit = \"per year\"\nrange = [0, 3]\nassumed = \"ratios: onsets of militarised disputes by class of pair, \
         1816–2010 (GML-MID 2.2.1, COW contiguity and major powers); level: elasticity 0.22 to rivals' arms\"\nmatrix = ["
    );
    for i in 0..STATES {
        let row: Vec<String> = (0..STATES)
            .map(|j| if i == j { 0.0 } else { exposure(i, j, &major, edge) })
            .map(|r| format!("{r:.4}"))
            .collect();
        let _ = writeln!(text, "[{}],", row.join(", "));
    }
    let _ = writeln!(
        text,
        "]\n[issues.war]\nwar_rate = {{ value = {war_rate}, unit = \"ratio\", assumed = \"so that 0.52 wars begin a year, \
         the one figure fitted\", range = [0.001, 1] }}"
    );
    for (s, x) in size.iter().enumerate() {
        let number = |key: &str, what: &str| {
            format!(
                "{key} = {{ value = {x:.6}, unit = \"capability of the median state\", assumed = \"{what}\", \
                 range = [1e-4, 1e4] }}"
            )
        };
        let _ = writeln!(
            text,
            "[[issues.actors]]\nactor = \"s{s}\"\n{}\n{}\ngreedy = {{ value = 0.2, unit = \"probability\", \
             assumed = \"as in the presets, no estimate\", range = [0, 0.6] }}",
            number("baseline", "lognormal, spread of COW capabilities (CINC) 1823–2003"),
            number("responsiveness", "as much as the baseline"),
        );
    }
    text
}
