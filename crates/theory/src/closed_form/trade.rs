//! Food prices when each country protects its own: insulation against the world price, and bans on exports.
//!
//! Changes of price are shares of the price before (0.5: half as much again), small enough for a linear market, or
//! changes of its logarithm at constant elasticities.

/// Countries that act alike on one market.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Share σ of the market, in [0, 1]: of what demand and supply together give way when the price rises.
    pub share: f64,
    /// Part τ of a change of the world price that reaches buyers and sellers at home: 1 open, 0 fully insulated.
    pub transmission: f64,
}

/// Share of the rise of the world price that is due to insulation: Σσ(1−τ) = 1 − 1/multiplier.
///
/// Whoever is in no group lets the whole price through; the shares add up to at most 1.
pub fn due_to_insulation(groups: &[Group]) -> f64 {
    groups.iter().map(|group| group.share * (1.0 - group.transmission)).sum()
}

/// How many times as much the world price rises as it would in open markets, given the share of its rise that is `due`
/// to insulation, in [0, 1]: 1/(1 − due). Infinite at 1.
///
/// Rice and wheat in 2006–08: 45 % and 30 % (Martin & Anderson 2011, World Bank Policy Research Working Paper 5645,
/// abstract).
pub fn multiplier(due: f64) -> f64 {
    1.0 / (1.0 - due)
}

/// How many times as much the world price rises as in open markets: 1/(1 − Σσ(1−τ)), ≥ 1.
///
/// The market gives way as far as prices at home make it, so their mean must rise as in open markets: what one group
/// does not bear the others do.
pub fn world_multiplier(groups: &[Group]) -> f64 {
    multiplier(due_to_insulation(groups))
}

/// Rise of the price at home in `group`, in rises of the open market's price: τ times the world multiplier.
///
/// 1 where all insulate alike, whatever τ > 0: then insulation protects nobody.
pub fn domestic_multiplier(group: Group, groups: &[Group]) -> f64 {
    group.transmission * world_multiplier(groups)
}

/// Exporters that close their borders one after the other as the world price passes what each can bear.
///
/// The thresholds spread evenly from `low` to `high` over exporters with the share `most` of world exports. A share s
/// of exports banned makes the price shock/(1−s), where `shock` is the price with none banned, in the unit of the
/// thresholds. "Multiplier effect" type (Giordani, Rocha & Ruta 2016, *J. Int. Econ.* 101); derived here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExportBans {
    /// Lowest threshold a ≥ 0.
    pub low: f64,
    /// Highest threshold b > a.
    pub high: f64,
    /// Share of exports of all that would ever ban, in (0, 1).
    pub most: f64,
}

impl ExportBans {
    /// Rise of the price per share banned that calls forth just that share: A = (b−a)/s_max.
    fn slope(&self) -> f64 {
        (self.high - self.low) / self.most
    }

    /// The shock at which just the share `banned` in (0, s_max) is at rest: (a + As)(1−s).
    pub fn shock_at(&self, banned: f64) -> f64 {
        (self.low + self.slope() * banned) * (1.0 - banned)
    }

    /// Share banned just before the cascade: (A−a)/(2A), within 0 and s_max.
    pub fn fold_share(&self) -> f64 {
        (0.5 * (1.0 - self.low / self.slope())).clamp(0.0, self.most)
    }

    /// Largest shock that does not close every border: (A+a)²/(4A) where the fold (A−a)/(2A) lies within 0 and s_max.
    ///
    /// With the fold under 0 it is a: the first ban brings all others. With the fold over s_max it is b(1−s_max), and
    /// there is no jump.
    pub fn critical_shock(&self) -> f64 {
        self.shock_at(self.fold_share())
    }

    /// Share of exports banned after a `shock` ≥ 0 to a market without bans: the smallest s at rest; s_max over the
    /// critical shock.
    pub fn banned(&self, shock: f64) -> f64 {
        if shock <= self.low {
            return 0.0;
        }
        if shock > self.critical_shock() {
            return self.most;
        }
        // The smaller root of A s² − (A−a) s + (shock − a) = 0, written so that no digits cancel.
        let (slope, middle) = (self.slope(), self.slope() - self.low);
        let root = (middle * middle - 4.0 * slope * (shock - self.low)).max(0.0).sqrt();
        (2.0 * (shock - self.low) / (middle + root)).min(self.most)
    }
}
