//! Medicine (model §6): what is sent is got, hoarding runs from allocation by need to autarky, bans cascade as on paper.

use proptest::prelude::*;
use theory::closed_form::trade::ExportBans;
use theory::issue::health::dependence;
use theory::issue::supply::{Parcels, Shares, share_out};
use theory::world::LANES;

use crate::cases;

type Lanes = Vec<[f64; LANES]>;

fn lanes(values: &[f64]) -> Lanes {
    values.iter().map(|v| [*v; LANES]).collect()
}

fn shared(made: &Lanes, need: &Lanes, kept: f64, pooled: f64, trust: &[f64], whole: bool) -> Parcels<LANES> {
    let n = made.len();
    let log_odds: Lanes = trust.iter().map(|t| [((1.0 - t) / t).ln().clamp(-30.0, 30.0); LANES]).collect();
    let (kept, pooled) = (vec![[kept; LANES]; n], vec![[pooled; LANES]; n]);
    share_out(Shares { made, need, kept: &kept, pooled: &pooled, log_odds: &log_odds, politics: [1.0; LANES], whole })
}

fn amounts() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    (2..7usize).prop_flat_map(|n| (prop::collection::vec(0.0..1e9f64, n), prop::collection::vec(0.0..1e9f64, n)))
}

proptest! {
    #![proptest_config(cases())]

    /// What is sent is got, to the last dose; nobody sends more than it makes, and only whole doses travel.
    #[test]
    fn theorem_what_is_sent_is_got((made, need) in amounts(), kept in 0.0..1.0f64, pooled in 0.0..1.0f64,
                                   trust in prop::collection::vec(0.0..1.0f64, 36)) {
        let n = made.len();
        let made = lanes(&made.iter().map(|m| m.floor()).collect::<Vec<_>>());
        let trust: Vec<f64> = (0..n * n).map(|p| trust[p % 36]).collect();
        let parcels = shared(&made, &lanes(&need), kept, pooled, &trust, true);
        let sum = |lanes: &Lanes| lanes.iter().map(|x| x[0]).sum::<f64>();
        prop_assert_eq!(sum(&parcels.sent), sum(&parcels.got));
        for i in 0..n {
            prop_assert!(parcels.sent[i][0] >= 0.0 && parcels.sent[i][0] <= made[i][0] + 1e-6);
            prop_assert!(parcels.got[i][0].fract() == 0.0 && parcels.sent[i][0] * parcels.got[i][0] == 0.0);
        }
    }

    /// With nothing kept everybody ends with its fair part; with a pool too, whatever is kept.
    #[test]
    fn theorem_no_hoarding_is_allocation_by_need((made, need) in amounts(), kept in 0.0..1.0f64) {
        let all: f64 = need.iter().sum();
        prop_assume!(all > 1.0);
        let total: f64 = made.iter().sum();
        let (made, need) = (lanes(&made), lanes(&need));
        for (kept, pooled) in [(0.0, 0.0), (kept, 1.0)] {
            let parcels = shared(&made, &need, kept, pooled, &[], false);
            for i in 0..made.len() {
                let has = made[i][0] - parcels.sent[i][0] + parcels.got[i][0];
                prop_assert!((has - total * need[i][0] / all).abs() < 1e-6 * total.max(1.0));
            }
        }
    }

    /// The more is kept, the less travels; if all is kept, nothing does.
    #[test]
    fn theorem_hoarding_is_monotone_and_ends_in_autarky((made, need) in amounts()) {
        let (made, need) = (lanes(&made), lanes(&need));
        let sent = |kept: f64| -> f64 {
            shared(&made, &need, kept, 0.0, &[], false).sent.iter().map(|x| x[0]).sum()
        };
        prop_assert!(sent(0.2) >= sent(0.7) && sent(0.7) >= sent(0.95));
        prop_assert_eq!(sent(1.0), 0.0);
    }

    /// Who is liked twice as much gets twice as much of a seller's surplus, need for need.
    #[test]
    fn theorem_sellers_serve_whom_they_like(needs in (1.0..9.0f64, 1.0..9.0f64), trust in (0.1..1.0f64, 0.1..1.0f64)) {
        let (made, need) = (lanes(&[100.0, 0.0, 0.0]), lanes(&[0.0, needs.0, needs.1]));
        let mut all = [1.0; 9];
        (all[1], all[2]) = trust;
        let parcels = shared(&made, &need, 0.5, 0.0, &all, false);
        let ratio = parcels.got[1][0] / parcels.got[2][0];
        prop_assert!((ratio - needs.0 * trust.0 / (needs.1 * trust.1)).abs() < 1e-9 * ratio);
    }
}

/// V67 through the physics of a health issue: exporters with thresholds spread over [a, b] ban one after the other until
/// the banned share is the smallest fixed point on paper – or, past the fold, all of it.
#[test]
fn theorem_v67_export_bans_cascade_to_the_fixed_point() {
    use crate::scene::{Scene, actor, numbers};
    const IDS: [&str; 60] = [
        "b00", "b01", "b02", "b03", "b04", "b05", "b06", "b07", "b08", "b09", "b10", "b11", "b12", "b13", "b14", "b15",
        "b16", "b17", "b18", "b19", "b20", "b21", "b22", "b23", "b24", "b25", "b26", "b27", "b28", "b29", "b30", "b31",
        "b32", "b33", "b34", "b35", "b36", "b37", "b38", "b39", "b40", "b41", "b42", "b43", "b44", "b45", "b46", "b47",
        "b48", "b49", "b50", "b51", "b52", "b53", "b54", "b55", "b56", "b57", "b58", "b59",
    ];
    let bans = ExportBans { low: 0.1, high: 1.0, most: 0.6 };
    for shock in [0.12, 0.2, 0.3, 0.4, 0.45] {
        let exporter = |at: usize| {
            let threshold = bans.low + (bans.high - bans.low) * (at as f64 + 0.5) / 60.0;
            let own = [("population", 1.0), ("supplies_capacity", 100.0), ("ban_price", threshold)];
            actor(IDS[at], 1.0, 1.0, &own)
        };
        // Six tenths of production stand under a threshold, four tenths never do; need is `shock` times all of it.
        let rest = actor("rest", 1.0, 1.0, &[("population", 10_000.0 * shock - 60.0), ("supplies_capacity", 4000.0)]);
        let actors: Vec<_> = (0..60).map(exporter).chain([rest]).collect();
        let scene = Scene { kind: "health", ..Scene::of(20, actors) };
        let quiet = [("reproduction", 0.0), ("ordinary", 1.0), ("supplies_ramp", 0.0)];
        let mut world = scene.issue("[issues.health]").issue(&numbers(&quiet)).start();
        world.advance(12 * 20, None);
        let banned = world.course.state.nature[0].emergency.as_ref().expect("a health issue").banned.clone();
        let share = banned.iter().map(|b| b[0]).sum::<f64>() * 0.6 / 60.0;
        assert!((share - bans.banned(shock)).abs() <= 0.6 / 60.0 + 1e-9, "{shock}: {share} {}", bans.banned(shock));
    }
}

proptest! {
    #![proptest_config(cases())]

    /// Of a surplus that somebody lacks all is sent or withheld; withheld is what hoarding keeps after the pledge of each.
    #[test]
    fn theorem_a_surplus_is_sent_or_withheld((made, need) in amounts(), kept in prop::collection::vec(0.0..1.0f64, 6),
                                             pooled in prop::collection::vec(0.0..1.0f64, 6)) {
        let all: f64 = need.iter().sum();
        prop_assume!(all > 1.0);
        let (n, total): (usize, f64) = (made.len(), made.iter().sum());
        let (of_made, of_need, of_kept, of_pooled) = (lanes(&made), lanes(&need), lanes(&kept[..n]), lanes(&pooled[..n]));
        let (kept_of, politics) = (&of_kept, [0.0; LANES]);
        let shares = Shares { made: &of_made, need: &of_need, kept: kept_of, pooled: &of_pooled, log_odds: &[], politics, whole: false };
        let parcels = share_out(shares);
        for i in 0..n {
            let over = (made[i] - total * need[i] / all).max(0.0);
            let held = over * (1.0 - pooled[i]) * kept[i];
            prop_assert!((parcels.withheld[i][0] - held).abs() < 1e-6 * total.max(1.0));
            prop_assert!((parcels.sent[i][0] + held - over).abs() < 1e-6 * total.max(1.0));
        }
        // Where nobody lacks anything all of what is over stays.
        let parcels = share_out(Shares { need: &lanes(&vec![0.0; n]), ..shares });
        prop_assert_eq!(parcels.withheld, of_made.clone());
    }

    /// Of two in equal need a seller serves the second less by its trust in it, to the power of politics.
    #[test]
    fn theorem_liking_is_trust_to_the_power_of_politics(mu in (0.001..0.999f64, 0.001..0.999f64), politics in 0.0..5.0f64) {
        let (made, need) = (lanes(&[100.0, 0.0, 0.0]), lanes(&[0.0, 3.0, 3.0]));
        let mut log_odds = vec![[0.0; LANES]; 9];
        let odds = |mu: f64| [(mu / (1.0 - mu)).ln(); LANES];
        (log_odds[1], log_odds[2]) = (odds(mu.0), odds(mu.1));
        let none = lanes(&[0.0; 3]);
        let shares = Shares { made: &made, need: &need, kept: &none, pooled: &none, log_odds: &log_odds, politics: [politics; LANES], whole: false };
        let parcels = share_out(shares);
        let (got, paper) = (parcels.got[2][0] / parcels.got[1][0], ((1.0 - mu.1) / (1.0 - mu.0)).powf(politics));
        prop_assert!((got - paper).abs() < 1e-9 * paper, "{got} {paper}");
    }

    /// What i depends on in all is its deficit over its fair part, and it falls on others as the surplus is theirs.
    #[test]
    fn theorem_dependence_is_deficit_by_whose_surplus((made, need) in amounts()) {
        let all: f64 = need.iter().sum();
        prop_assume!(all > 1.0 && need.iter().all(|w| *w > 1.0));
        let (n, total): (usize, f64) = (made.len(), made.iter().sum());
        let over: Vec<f64> = (0..n).map(|i| (made[i] - total * need[i] / all).max(0.0)).collect();
        let depends = dependence(&lanes(&made), &lanes(&need));
        for i in 0..n {
            let short = (1.0 - made[i] * all / (total * need[i])).max(0.0);
            let row: f64 = (0..n).map(|j| depends[i * n + j][0]).sum();
            prop_assert!((row - short).abs() < 1e-6, "{} {}", row, short);
            for j in 0..n {
                let part = short * over[j] / over.iter().sum::<f64>().max(1e-300);
                prop_assert!((depends[i * n + j][0] - part).abs() < 1e-6);
            }
        }
    }
}
