//! What an effect says, and how it is written: a finding with its interval, or undecided.

use lab::comparison::Effects;
use lab::outcome::Effect;

use super::words;
use crate::chart::mark::Mark;
use crate::chart::svg::drawable;
use crate::html::escape;
use crate::numbers::{NOTHING, signed_with_interval};
use crate::words::Word;

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither.
    Neither,
}

/// What the runs say. The interval must be clear of zero; a single run has none and decides nothing.
pub fn judge(e: &Effect, sense: Sense) -> Mark {
    if e.replications == 0 || !drawable(e.mean) {
        return Mark::Missing;
    }
    if e.mean == 0.0 && e.q05 == 0.0 && e.q95 == 0.0 {
        return Mark::Same;
    }
    let [low, high] = e.ci95;
    let up = match (drawable(low) && drawable(high), low > 0.0, high < 0.0) {
        (true, true, _) => true,
        (true, _, true) => false,
        _ => return Mark::Open,
    };
    match sense {
        Sense::Neither => Mark::Changed,
        Sense::More if up => Mark::Better,
        Sense::Less if !up => Mark::Better,
        _ => Mark::Worse,
    }
}

/// Value and interval as text: `+0.12` and `[+0.10, +0.14]`; undecided is `±`, never a number.
pub fn written(e: &Effect, mark: Mark) -> (String, String) {
    let range = drawable(e.ci95[0]) && drawable(e.ci95[1]);
    let (mean, interval) = signed_with_interval(e.mean, e.ci95[0], e.ci95[1]);
    let interval = if range { interval } else { String::new() };
    match mark {
        Mark::Missing => (NOTHING.into(), String::new()),
        Mark::Same => ("0".into(), String::new()),
        Mark::Open => ("±".into(), interval),
        _ => (mean, interval),
    }
}

/// An effect for HTML: sign, value, interval.
pub fn shown(e: &Effect, sense: Sense) -> String {
    let mark = judge(e, sense);
    let (value, interval) = written(e, mark);
    // In a narrow column a power of ten goes on a line of its own.
    let (value, interval) = (escape(&value).replace('×', "<wbr>×"), escape(&interval));
    let range = if interval.is_empty() { String::new() } else { format!(" <small>{interval}</small>") };
    format!("<span class=\"fx {}\"><b><i>{}</i>{value}</b>{range}</span>", mark.class(), mark.sign())
}

/// The same as per cent of what it changes.
pub fn shown_percent(e: &Effect, sense: Sense) -> String {
    let (scaled, mark) = (points(e), judge(e, sense));
    let (value, interval) = written(&scaled, mark);
    // The unit stands once, after all its figures.
    let unit = if mark.decided() || !interval.is_empty() { "\u{a0}%" } else { "" };
    let range = if interval.is_empty() { String::new() } else { format!(" <small>{}</small>", escape(&interval)) };
    format!("<span class=\"fx {}\"><b><i>{}</i>{}</b>{range}{unit}</span>", mark.class(), mark.sign(), escape(&value))
}

/// What a run changes, in the order of the columns.
pub const COLUMNS: [(Word, Sense); 7] = [
    (words::SECURITY, Sense::More),
    (words::DELIBERATE, Sense::Less),
    (words::ACCIDENTAL, Sense::Less),
    (words::DILEMMA, Sense::Less),
    (words::WASTE, Sense::Less),
    (words::TRUST, Sense::More),
    (words::EFFORT, Sense::Neither),
];

/// The effects of a run in the order of [`COLUMNS`]; shares and probabilities in percentage points.
pub fn columns(e: &Effects) -> [Effect; 7] {
    [points(&e.security), e.deliberate, e.accidental, points(&e.dilemma), points(&e.waste), points(&e.trust), e.effort]
}

/// What a run changes: in an epidemic, in front of [`columns`], thousands of dead, dead per million where it is worst, output lost as a
/// percentage of a year's; in a commons, beside security, what is left of the resource and of the environment in percentage points.
pub fn every_column(e: &Effects) -> Vec<(Word, Sense, Effect)> {
    let lives = e.lives.iter().flat_map(|lives| {
        [
            (words::DEATHS, Sense::Less, times(&lives.deaths, 1e-3)),
            (words::WORST, Sense::Less, lives.worst),
            (words::LOSS, Sense::Less, points(&lives.loss)),
        ]
    });
    let commons = e.commons.iter().flat_map(|c| {
        [(words::RESOURCE, Sense::More, points(&c.resource)), (words::ENVIRONMENT, Sense::More, points(&c.environment))]
    });
    let mut plain = COLUMNS.into_iter().zip(columns(e)).map(|((word, sense), e)| (word, sense, e));
    let security = plain.next();
    lives.chain(security).chain(commons).chain(plain).collect()
}

/// The change of a share or of a probability in percentage points.
pub fn points(e: &Effect) -> Effect {
    times(e, 100.0)
}

/// An effect in another unit.
pub fn times(e: &Effect, factor: f64) -> Effect {
    let times = |v: f64| v * factor;
    Effect {
        mean: times(e.mean),
        q05: times(e.q05),
        q50: times(e.q50),
        q95: times(e.q95),
        ci95: e.ci95.map(times),
        ..*e
    }
}

/// The same effect counted the other way.
pub fn turned(e: &Effect) -> Effect {
    Effect {
        mean: -e.mean,
        q05: -e.q95,
        q50: -e.q50,
        q95: -e.q05,
        ci95: [-e.ci95[1], -e.ci95[0]],
        positive: 1.0 - e.positive,
        ..*e
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effect(mean: f64, low: f64, high: f64) -> Effect {
        Effect { mean, q05: mean - 1.0, q50: mean, q95: mean + 1.0, ci95: [low, high], positive: 0.5, replications: 9 }
    }

    #[test]
    fn contract_an_interval_with_zero_is_no_finding() {
        for (e, mark) in [
            (effect(0.2, 0.1, 0.3), Mark::Better),
            (effect(-0.2, -0.3, -0.1), Mark::Worse),
            (effect(0.2, -0.001, 0.4), Mark::Open),
            (effect(0.2, 0.0, 0.4), Mark::Open),
            (effect(0.2, f64::NAN, 0.4), Mark::Open),
            (effect(f64::NAN, 0.1, 0.4), Mark::Missing),
            (Effect { replications: 0, ..effect(0.2, 0.1, 0.3) }, Mark::Missing),
            (Effect { q05: 0.0, q95: 0.0, ..effect(0.0, 0.0, 0.0) }, Mark::Same),
        ] {
            assert_eq!(judge(&e, Sense::More), mark, "{e:?}");
        }
        assert_eq!(judge(&effect(0.2, 0.1, 0.3), Sense::Less), Mark::Worse);
        assert_eq!(judge(&effect(0.2, 0.1, 0.3), Sense::Neither), Mark::Changed);
        let open = shown(&effect(0.2, -0.1, 0.5), Sense::More);
        assert!(open.contains("±") && !open.contains("0.2") && open.contains("open"), "{open}");
    }
}
