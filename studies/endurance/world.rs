//! Sixteen states on a map without an edge, as a scenario file. `war_rate` and `spoils` were fitted so that the median state is
//! seen to end; everything else was settled before any result was looked at.

use std::fmt::Write as _;

use theory::luck::{Luck, Purpose, normal_quantile};
use theory::real::exp;

/// Rows and columns; the edges of the map meet, so that every state has four neighbours.
const MAP: (usize, usize) = (4, 4);
/// States.
pub const STATES: usize = MAP.0 * MAP.1;
/// Runs on one map.
pub const RUNS: u32 = 16;

/// Standard deviation of ln capability: that of ln CINC among major powers, mean over 1816–1913.
const SPREAD: f64 = 0.69;
/// Exposure between neighbours, per year, as in `studies/wars`.
const EXPOSURE: f64 = 0.6;
/// Share of the loser's resources that a total war moves.
const SPOILS: f64 = 0.4;

/// Who wants what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motives {
    /// One in five is greedy, as in the presets.
    Mixed,
    /// Everybody is: the nearest to the states of realpolitik.
    Power,
    /// Nobody is; the frightened strike first, and what is learnt is forgotten in two years.
    Fear,
}

impl Motives {
    /// Chance that a state is greedy; `first_strike`; `forgetting` per year; `war_rate`.
    pub fn numbers(self) -> [f64; 4] {
        match self {
            Motives::Mixed => [0.2, 0.2, 0.02, 0.6],
            Motives::Power => [1.0, 0.2, 0.02, 0.1],
            Motives::Fear => [0.0, 1.0, 0.5, 0.8],
        }
    }
}

/// Whether two places have an edge in common.
fn neighbours(a: usize, b: usize) -> bool {
    let place = |s: usize| (s / MAP.1, s % MAP.1);
    let apart = |x: usize, y: usize, round: usize| x.abs_diff(y).min(round - x.abs_diff(y));
    let ((i, j), (k, l)) = (place(a), place(b));
    apart(i, k, MAP.0) + apart(j, l, MAP.1) == 1
}

/// Capabilities: mid-quantiles of a lognormal with median 1, dealt out over map `map`.
fn capabilities(map: u32) -> Vec<f64> {
    let luck = Luck::new(16, Purpose::Parameter, map);
    let mut order: Vec<(f64, usize)> = (0..STATES).map(|s| (luck.uniforms::<1>(0, s as u32, 0, 0)[0][0], s)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    order.iter().map(|&(_, rank)| exp(SPREAD * normal_quantile((rank as f64 + 0.5) / STATES as f64))).collect()
}

/// The scenario on map `map`, for so many years.
pub fn scenario(map: u32, motives: Motives, years: i32) -> String {
    let [greedy, first_strike, forgetting, war_rate] = motives.numbers();
    let mut text = format!(
        "# Written by studies/endurance (map {map}); see studies/endurance/README.md.\n\
         format = 1\nid = \"endurance-{map}\"\ntitle = {{ en = \"Sixteen states, map {map}\", zh = \"十六国，地图{map}\" }}\n\
         [clock]\nstart = 0\nend = {years}\nsteps_per_year = 12\n[ensemble]\nreplications = {RUNS}\nseed = {map}\n"
    );
    for s in 0..STATES {
        let _ = writeln!(
            text,
            "[[actors]]\nid = \"s{s}\"\nname = {{ en = \"State {s}\", zh = \"第{s}国\" }}\n\
             forgetting = {{ value = {forgetting}, unit = \"per year\", assumed = \"by world\", range = [0, 1] }}"
        );
    }
    let _ = writeln!(
        text,
        "[[issues]]\nid = \"arms\"\nname = {{ en = \"Arms\", zh = \"军备\" }}\nkind = \"military\"\n\
         effort_unit = {{ en = \"capability of the median state\", zh = \"中位国家之实力\" }}\n\
         waste_unit = {{ en = \"capability years of the median state\", zh = \"中位国家之实力年\" }}\n\
         first_strike = {{ value = {first_strike}, unit = \"probability\", assumed = \"by world\", range = [0, 1] }}\n\
         offence_advantage = {{ value = 0, unit = \"log\", assumed = \"varied\", range = [-2, 2] }}\n\
         [issues.exposure]\nunit = \"per year\"\nrange = [0, 3]\nassumed = \"as in studies/wars\"\nmatrix = ["
    );
    for i in 0..STATES {
        let exposure = |j: usize| if neighbours(i, j) { EXPOSURE } else { 0.0 };
        let row: Vec<String> = (0..STATES).map(|j| format!("{}", exposure(j))).collect();
        let _ = writeln!(text, "[{}],", row.join(", "));
    }
    let _ = writeln!(
        text,
        "]\n[issues.war]\nwar_rate = {{ value = {war_rate}, unit = \"ratio\", assumed = \"so that the median state is seen to \
         end\", range = [0, 2] }}\nspoils = {{ value = {SPOILS}, unit = \"share\", assumed = \"likewise\", range = [0, 0.95] }}"
    );
    for (s, x) in capabilities(map).iter().enumerate() {
        let number = |key: &str| {
            format!(
                "{key} = {{ value = {x:.6}, unit = \"capability of the median state\", assumed = \"spread of CINC\", \
                 range = [1e-3, 1e3] }}"
            )
        };
        let _ = writeln!(
            text,
            "[[issues.actors]]\nactor = \"s{s}\"\n{}\n{}\ngreedy = {{ value = {greedy}, unit = \"probability\", assumed = \
             \"by world\", range = [0, 1] }}",
            number("baseline"),
            number("responsiveness"),
        );
    }
    text
}
