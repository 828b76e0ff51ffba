//! What a measured arrow says about the paper's.

use lab::mechanism::{ArrowRow, Diagram};
use lab::outcome::Effect;

use super::words as say;
use crate::chart::svg::drawable;
use crate::numbers::signed_with_interval;
use crate::words::Word;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The stated sign.
    Stated,
    /// Nothing that can be told from nothing.
    Nothing,
    /// The other sign.
    Opposite,
    /// No run counts.
    Unmeasured,
    /// A word this page does not know.
    Other,
}

/// The finding of an arrow.
pub fn finding(arrow: &ArrowRow) -> Finding {
    if arrow.effect.replications == 0 || !drawable(arrow.effect.mean) {
        return Finding::Unmeasured;
    }
    match arrow.finding.as_str() {
        "as-stated" => Finding::Stated,
        "none" => Finding::Nothing,
        "opposite" => Finding::Opposite,
        _ => Finding::Other,
    }
}

impl Finding {
    /// How it is drawn.
    pub fn class(self) -> &'static str {
        match self {
            Finding::Stated => "stated",
            Finding::Opposite => "against",
            Finding::Unmeasured => "open",
            _ => "absent",
        }
    }

    /// What a label says of it; nothing where the paper is borne out.
    pub fn word(self) -> Option<Word> {
        (self != Finding::Stated).then(|| self.full())
    }

    /// In words.
    pub fn full(self) -> Word {
        match self {
            Finding::Stated => say::AS_STATED,
            Finding::Nothing => say::NONE,
            Finding::Opposite => say::OPPOSITE,
            Finding::Unmeasured => say::UNMEASURED,
            Finding::Other => say::UNKNOWN,
        }
    }

    /// In a word.
    pub fn short(self) -> Word {
        match self {
            Finding::Stated => say::T_AS_STATED,
            Finding::Nothing => say::T_NONE,
            Finding::Opposite => say::T_OPPOSITE,
            Finding::Unmeasured => say::UNMEASURED,
            Finding::Other => say::T_UNKNOWN,
        }
    }
}

/// Mean and interval of an effect; the second empty where there is none or it adds nothing.
pub fn with_range(e: &Effect) -> (String, String) {
    let [low, high] = e.ci95;
    let (mean, range) = signed_with_interval(e.mean, low, high);
    let bare = !drawable(low) || !drawable(high) || (low == e.mean && high == e.mean);
    (mean, if bare { String::new() } else { range })
}

/// How many arrows of a diagram have a finding.
pub fn count(diagram: &Diagram, wanted: Finding) -> u64 {
    diagram.arrows.iter().filter(|a| finding(a) == wanted).count() as u64
}
