//! What a finding is, and the sign it is drawn with: a shape for each, so that a grey print can be read.

use super::svg::Svg;

/// What the runs say about an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// For the better, and the 95 % interval is clear of zero.
    Better,
    /// For the worse, and clear of zero.
    Worse,
    /// Clear of zero where neither way is better.
    Changed,
    /// The 95 % interval contains zero, or there is none: no finding.
    Open,
    /// Zero in every run.
    Same,
    /// No run counts.
    Missing,
}

impl Mark {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Mark::Better => "better",
            Mark::Worse => "worse",
            Mark::Changed => "changed",
            Mark::Open => "open",
            Mark::Same => "same",
            Mark::Missing => "missing",
        }
    }

    /// Its sign in running text.
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Better => "●",
            Mark::Worse => "◆",
            Mark::Changed => "■",
            Mark::Open | Mark::Same => "○",
            Mark::Missing => "",
        }
    }

    /// Is it clear of zero?
    pub fn decided(self) -> bool {
        matches!(self, Mark::Better | Mark::Worse | Mark::Changed)
    }

    /// Draws the sign.
    pub fn draw(self, svg: &mut Svg, at: (f64, f64)) {
        let (x, y) = at;
        let class = format!("mk {}", self.class());
        match self {
            Mark::Better => svg.dot(&class, at, 4.4),
            Mark::Worse => svg.shape(&class, &[(x, y - 5.6), (x + 5.6, y), (x, y + 5.6), (x - 5.6, y)]),
            Mark::Changed => svg.rect(&class, (x - 3.8, y - 3.8), (x + 3.8, y + 3.8)),
            Mark::Open | Mark::Same => svg.dot(&class, at, 3.8),
            Mark::Missing => {}
        }
    }
}
