//! A few great powers, and every way of standing together that is compared, as a scenario file.

use std::fmt::Write as _;

use theory::luck::normal_quantile;
use theory::real::exp;

/// Length of a run in years.
pub const YEARS: i32 = 100;

/// Standard deviation of ln CINC among major powers, mean over 1816–1913.
const MULTIPOLAR: f64 = 0.69;
/// Shares of the two largest among major powers, means over 1946–1989: 0.69 together, the second 0.76 of the first.
const BIPOLAR: [f64; 2] = [0.39, 0.30];
/// Exposure of each power to all others together, per year: with mistrust 0.2 an equal then answers its rivals' arms
/// with an elasticity of 0.22.
const EXPOSURE: f64 = 2.96;
/// Share of it that is left between a power apart, across water, and the rest.
const APART: f64 = 0.25;

/// How power is spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Poles {
    /// As among the major powers of 1816–1913.
    Many,
    /// As many, and the second largest lies apart.
    ManyOneApart,
    /// As among those of 1946–1989.
    Two,
}

/// Capabilities, largest first; the sum is that of the multipolar world.
pub fn capabilities(powers: usize, poles: Poles) -> Vec<f64> {
    let many = |i: usize| exp(MULTIPOLAR * normal_quantile(1.0 - (i as f64 + 0.5) / powers as f64));
    let all: f64 = (0..powers).map(many).sum();
    let rest = (1.0 - BIPOLAR[0] - BIPOLAR[1]) / (powers as f64 - 2.0);
    let two = |i: usize| all * BIPOLAR.get(i).copied().unwrap_or(rest);
    (0..powers).map(|i| if poles == Poles::Two { two(i) } else { many(i) }).collect()
}

/// Who stands apart.
pub const ISLAND: usize = 1;

/// The two blocs: each of the two largest with two of the smaller ones.
pub const BLOCS: [[usize; 3]; 2] = [[0, 3, 5], [1, 2, 4]];

/// One remedy: its id, kind, carriers, and numbers that are not at their defaults.
fn remedy(text: &mut String, id: &str, kind: &str, carriers: &[usize], numbers: &[(&str, &str, f64)]) {
    let carriers: Vec<String> = carriers.iter().map(|i| format!("\"p{i}\"")).collect();
    let _ = writeln!(
        text,
        "[[remedies]]\nid = \"{id}\"\nname = {{ en = \"{id}\", zh = \"{id}\" }}\nkind = \"{kind}\"\ncarriers = [{}]\n\
         start = {{ value = 0, unit = \"year\", assumed = \"from the start\", range = [0, 1] }}\n\
         ramp = {{ value = 0, unit = \"years\", assumed = \"at once\", range = [0, 1] }}",
        carriers.join(", ")
    );
    for (key, unit, value) in numbers {
        let _ = writeln!(
            text,
            "{key} = {{ value = {value:?}, unit = \"{unit}\", assumed = \"studied apart\", range = [0, 1] }}"
        );
    }
}

/// Every power but one.
fn without(powers: usize, one: usize) -> Vec<usize> {
    (0..powers).filter(|&i| i != one).collect()
}

/// The scenario.
pub fn scenario(powers: usize, poles: Poles) -> String {
    let size = capabilities(powers, poles);
    let id = format!("balance-{powers}-{poles:?}").to_lowercase();
    let mut text = format!(
        "# Written by studies/balance; see studies/balance/README.md.\nformat = 1\nid = \"{id}\"\n\
         title = {{ en = \"{powers} powers\", zh = \"{powers}强\" }}\n[clock]\nstart = 0\nend = {YEARS}\nsteps_per_year = 12\n\
         [ensemble]\nreplications = 512\nseed = 1\n"
    );
    for i in 0..powers {
        let _ = writeln!(text, "[[actors]]\nid = \"p{i}\"\nname = {{ en = \"Power {i}\", zh = \"第{i}强\" }}");
    }
    let each = EXPOSURE / (powers as f64 - 1.0);
    let exposure = |i: usize, j: usize| match (i == j, poles == Poles::ManyOneApart && (i == ISLAND || j == ISLAND)) {
        (true, _) => 0.0,
        (false, true) => APART * each,
        (false, false) => each,
    };
    let _ = writeln!(
        text,
        "[[issues]]\nid = \"arms\"\nname = {{ en = \"Arms\", zh = \"军备\" }}\nkind = \"military\"\n\
         effort_unit = {{ en = \"units\", zh = \"单位\" }}\nwaste_unit = {{ en = \"unit-years\", zh = \"单位年\" }}\n\
         [issues.exposure]\nunit = \"per year\"\nrange = [0, 3]\nassumed = \"elasticity 0.22 to rivals' arms\"\nmatrix = ["
    );
    for i in 0..powers {
        let row: Vec<String> = (0..powers).map(|j| format!("{:.4}", exposure(i, j))).collect();
        let _ = writeln!(text, "[{}],", row.join(", "));
    }
    let _ = writeln!(
        text,
        "]\n[issues.war]\nwar_rate = {{ value = 0.05, unit = \"ratio\", assumed = \"about 0.013 wars a year in a pair of major \
         powers\", range = [0.001, 1] }}"
    );
    for (i, x) in size.iter().enumerate() {
        let number = |key: &str| {
            format!("{key} = {{ value = {x:.6}, unit = \"units\", assumed = \"spread of CINC\", range = [0.01, 100] }}")
        };
        let _ = writeln!(
            text,
            "[[issues.actors]]\nactor = \"p{i}\"\n{}\n{}\ngreedy = {{ value = 0.2, unit = \"probability\", assumed = \
             \"as in the presets, no estimate\", range = [0, 0.6] }}",
            number("baseline"),
            number("responsiveness")
        );
    }
    remedies(&mut text, powers);
    text
}

fn remedies(text: &mut String, powers: usize) {
    if powers < 3 {
        return; // There is nobody to stand together with.
    }
    let everybody: Vec<usize> = (0..powers).collect();
    remedy(text, "balance", "balance-of-power", &everybody, &[]);
    remedy(text, "knowledge", "exchange", &everybody, &[("density", "ratio", 0.0), ("depth", "share", 0.0)]);
    remedy(text, "values", "exchange", &everybody, &[("density", "ratio", 0.0), ("understanding", "share", 0.0)]);
    if powers < 6 {
        return;
    }
    for one in 0..powers {
        remedy(text, &format!("balance-without-{one}"), "balance-of-power", &without(powers, one), &[]);
    }
    remedy(text, "balance-of-three", "balance-of-power", &[0, 2, 4], &[]);
    remedy(text, "security", "collective-security", &everybody, &[]);
    remedy(text, "lending", "collective-security", &everybody, &[("adjudication", "share", 0.0)]);
    for (bloc, members) in BLOCS.iter().enumerate() {
        let alone = [("adjudication", "share", 0.0), ("outward", "share", 0.0)];
        remedy(text, &format!("lock-{bloc}"), "alliance", members, &alone);
        remedy(text, &format!("bloc-{bloc}"), "alliance", members, &[]);
    }
}
