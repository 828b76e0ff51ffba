//! Insulation and export bans: printed numbers, markets cleared by halving, and cascades played out.

use proptest::prelude::*;
use theory::closed_form::trade::{
    ExportBans, Group, domestic_multiplier, due_to_insulation, multiplier, world_multiplier,
};

use crate::{cases, near};

#[test]
fn published_v66_insulation() {
    let half = Group { share: 0.5, transmission: 0.5 };
    near(world_multiplier(&[half]), 1.3333, 5e-5);
    near(domestic_multiplier(half, &[half]), 0.6667, 5e-5);
    // All insulate alike: exactly as much at home as if none did.
    let all = Group { share: 1.0, transmission: 0.5 };
    assert_eq!([world_multiplier(&[all]), domestic_multiplier(all, &[all])], [2.0, 1.0]);
    assert_eq!(world_multiplier(&[]), 1.0);
}

/// V66: shares of the rises of 2006–08 due to insulation, as printed, and what the whole market transmitted.
#[test]
fn published_v66_rice_and_wheat() {
    for (due, want, transmitted) in [(0.45, 1.818, 0.55), (0.30, 1.429, 0.70)] {
        near(multiplier(due), want, 5e-4);
        let market = [Group { share: 1.0, transmission: transmitted }];
        near(due_to_insulation(&market), due, 1e-12);
        near(world_multiplier(&market), want, 5e-4);
    }
}

/// The bans of V67.
const BANS: ExportBans = ExportBans { low: 0.1, high: 1.0, most: 0.6 };

#[test]
fn published_v67_export_bans() {
    for (shock, want) in [(0.12, 0.014_511), (0.2, 0.077_937), (0.3, 0.176_073), (0.4, 0.333_333), (0.45, 0.6)] {
        near(BANS.banned(shock), want, 5.1e-7);
    }
    near(BANS.critical_shock(), 0.426_667, 5.1e-7);
    assert_eq!([BANS.banned(0.0), BANS.banned(0.1)], [0.0, 0.0]);
}

/// Share that bans when, from none, everybody looks at the price again and again; and whether it came to rest.
fn cascade(bans: ExportBans, shock: f64) -> (f64, bool) {
    let mut banned = 0.0;
    for _ in 0..200_000 {
        let price = shock / (1.0 - banned);
        let next = bans.most * ((price - bans.low) / (bans.high - bans.low)).clamp(0.0, 1.0);
        if (next - banned).abs() < 1e-15 {
            return (next, true);
        }
        banned = next;
    }
    (banned, false)
}

proptest! {
    #![proptest_config(cases())]

    /// V66: supply and demand of each group linear in its own price; the world price that clears the market, by
    /// halving, with and without insulation.
    #[test]
    fn theorem_v66_clearing_the_market(
        slopes in prop::collection::vec(0.1..5.0f64, 1..8), parts in prop::collection::vec(0.05..1.0f64, 8),
        rest in 0.0..5.0f64, shortage in 0.01..0.5f64,
    ) {
        let clears = |part: &dyn Fn(usize) -> f64| {
            let relief = |price: f64| -> f64 {
                rest * price + slopes.iter().enumerate().map(|(i, slope)| slope * part(i) * price).sum::<f64>()
            };
            let (mut low, mut high) = (0.0, 1000.0);
            for _ in 0..100 {
                let middle = 0.5 * (low + high);
                if relief(middle) < shortage { low = middle } else { high = middle }
            }
            0.5 * (low + high)
        };
        let (open, insulated) = (clears(&|_| 1.0), clears(&|i| parts[i]));
        let whole = rest + slopes.iter().sum::<f64>();
        let groups: Vec<Group> =
            slopes.iter().zip(&parts).map(|(slope, &transmission)| Group { share: slope / whole, transmission }).collect();
        let world = world_multiplier(&groups);
        prop_assert!((world - insulated / open).abs() < 1e-9 * world, "{} {}", world, insulated / open);
        prop_assert!((due_to_insulation(&groups) - (1.0 - open / insulated)).abs() < 1e-9);
        // What reaches home, and nothing is gained on average.
        let mut mean = rest / whole * world;
        for (i, &group) in groups.iter().enumerate() {
            let home = domestic_multiplier(group, &groups);
            prop_assert!((home - parts[i] * insulated / open).abs() < 1e-9 * world);
            mean += group.share * home;
        }
        prop_assert!((mean - 1.0).abs() < 1e-9);
    }

    /// V66: if all insulate alike, the price at home is the open market's, whatever they let through.
    #[test]
    fn theorem_v66_futility(transmission in 0.01..1.0f64, cut in 0.0..1.0f64) {
        let groups = [cut, 1.0 - cut].map(|share| Group { share, transmission });
        prop_assert!((domestic_multiplier(groups[0], &groups) - 1.0).abs() < 1e-9);
    }

    /// V67: bans played out from none; at the fold itself they take for ever.
    #[test]
    fn theorem_v67_played_out(low in 0.0..1.0f64, width in 0.05..2.0f64, most in 0.05..0.95f64, shock in 0.0..2.0f64) {
        let bans = ExportBans { low, high: low + width, most };
        let critical = bans.critical_shock();
        prop_assume!((shock / critical - 1.0).abs() > 1e-3 && (shock / low - 1.0).abs() > 1e-3);
        let (played, rests) = cascade(bans, shock);
        prop_assert!(rests, "{} against {}", shock, critical);
        prop_assert!((bans.banned(shock) - played).abs() < 1e-9, "{} {}", bans.banned(shock), played);
        // The critical shock, found by playing.
        for (part, full) in [(0.998, false), (1.002, true)] {
            let (played, rests) = cascade(bans, part * critical);
            prop_assert!(rests && (played > most - 1e-12) == full, "{} at {} of {}", played, part, critical);
            prop_assert!((bans.banned(part * critical) - played).abs() < 1e-6, "{} of {}", part, critical);
        }
        // What is at rest is called forth by its own shock; each further shock adds more than the one before.
        let (s, more) = (bans.banned(shock), 1e-3 * critical);
        if s > 0.0 && shock < critical {
            prop_assert!((bans.shock_at(s) - shock).abs() < 1e-9);
        }
        if shock - more > low && shock + more < critical {
            prop_assert!(bans.banned(shock + more) + bans.banned(shock - more) >= 2.0 * s - 1e-12);
        }
    }
}
