//! The measures of figure 2 that an epidemic adds, against the years of a run watched by hand.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use herz_tests::remedies::{Numbers, remedy_text, whole_ground};
use lab::draw::draw;
use lab::ensemble::{Moment, simulate};
use lab::mechanism::{Variant, run};
use lab::remedies::kind_of;
use lab::scenario::Scenario;
use theory::issue::health::{Emergency, dependence};
use theory::issue::supply::{Shares, share_out};
use theory::world::LANES;

use super::{N, PILLS, health, near};
use crate::remedies::{by_run, running};

/// Bans at every price, and a pool of medicine decided together.
fn scenario() -> Scenario {
    let pool = remedy_text("it", kind_of("pool").expect("a kind"), 0, &["ada", "bob"], true, &Numbers::default());
    let doses = ("issues.pills.health.doses_from", "2000.2");
    whole_ground(&[pool], &[("clock.end", "2002"), doses, ("issues.pills.actors.ada.ban_price", "0.5")])
}

/// Adds what this moment shows, one share of all moments.
fn look(moment: &Moment<'_>, share: f64, want: &mut BTreeMap<&'static str, [f64; LANES]>) {
    let issue = &moment.terms.issues[PILLS];
    let state = &moment.course.state.nature[PILLS];
    let (h, e) = (health(&moment.course.now.issues[PILLS]), state.emergency.as_ref().expect("an epidemic"));
    for l in 0..LANES {
        let mut add = |name, value: f64| want.entry(name).or_insert([0.0; LANES])[l] += share * value;
        let felt: Vec<f64> = (0..N).map(|i| e.reported[i][l] / (e.reported[i][l] + h.state.scale[i][l])).collect();
        let middle = felt.iter().sum::<f64>() / 4.0;
        add("apart", (felt.iter().map(|s| s * s).sum::<f64>() / 4.0 - middle * middle).max(0.0).sqrt());
        let distraction = issue.physics.adversity.as_ref().expect("trouble").distraction[l];
        for i in 0..N {
            let x = moment.readings[PILLS].effort[i][l];
            add("hoarding", 0.25 * (1.0 - 1.0 / (1.0 + x)));
            add("inattention", 0.25 * distraction * state.severity[i][l]);
            add("unilateral", 0.125 * (e.banned[i][l] + h.state.closure[l] * e.restriction[i][l]));
        }
    }
}

/// Of both goods made at this moment: the share of what is over that nobody in need gets, and the need for supplies met from abroad.
fn goods(moment: &Moment<'_>, share: f64, want: &mut BTreeMap<&'static str, [f64; LANES]>) {
    let e = moment.course.state.nature[PILLS].emergency.as_ref().expect("an epidemic");
    let h = health(&moment.terms.issues[PILLS]);
    let people = &h.epidemic.population;
    let each = |of: &dyn Fn(usize, usize) -> f64| -> Vec<[f64; LANES]> {
        (0..N).map(|i| std::array::from_fn(|l| of(i, l))).collect()
    };
    let ill = |i: usize, l: usize| e.reported[i][l] / (e.reported[i][l] + h.state.scale[i][l]);
    let need = each(&|i, l| people[i][l] * (1.0 - (1.0 - h.ordinary[l]) * (1.0 - ill(i, l))));
    let willing = |i: usize, l: usize| h.uptake[i][l] * (people[i][l] - e.outbreak.dead[i][l]) - e.protected[i][l];
    let doses = each(&|i, l| f64::max(h.course[l] * willing(i, l) - e.stock[i][l], 0.0));
    let kept = each(&|i, l| 1.0 - 1.0 / (1.0 + moment.readings[PILLS].effort[i][l]));
    let shut = each(&|i, l| if e.banned[i][l] > 0.0 { 1.0 } else { kept[i][l] });
    let parcels = [(&h.supplies, &need, &shut), (&h.doses, &doses, &kept)].map(|(good, need, kept)| {
        let made: Vec<_> = (0..N).map(|i| good.rate(i, moment.time)).collect();
        share_out(Shares {
            made: &made,
            need,
            kept,
            pooled: &h.pooled,
            log_odds: &[],
            politics: [0.0; LANES],
            whole: false,
        })
    });
    let sum = |lanes: &[[f64; LANES]], l: usize| lanes.iter().map(|x| x[l]).sum::<f64>();
    for l in 0..LANES {
        let mut add = |name, value: f64| want.entry(name).or_insert([0.0; LANES])[l] += share * value;
        add("help", sum(&parcels[0].got, l) / sum(&need, l));
        let over = parcels.each_ref().map(|p| (sum(&p.withheld, l), sum(&p.withheld, l) + sum(&p.sent, l)));
        let some: Vec<f64> = over.iter().filter(|(_, all)| *all > 0.0).map(|(kept, all)| kept / all).collect();
        add("withheld", if some.is_empty() { 0.0 } else { some.iter().sum::<f64>() / some.len() as f64 });
    }
}

/// Deaths and want at the end of two years.
fn close(e: &Emergency<LANES>, depends: &[[f64; LANES]], l: usize) -> [(&'static str, f64); 5] {
    let people = [200_000.0, 300_000.0, 100_000.0, 400_000.0];
    let on = |i: usize| (0..N).map(|j| depends[i * N + j][l]).sum::<f64>();
    let sum = |of: &dyn Fn(usize) -> f64| (0..N).map(of).sum::<f64>();
    let most = |of: &dyn Fn(usize) -> f64| (0..N).map(of).fold(0.0, f64::max);
    let dead = |i: usize| e.outbreak.dead[i][l];
    [
        ("others_deaths", 1e6 * sum(&|i| on(i) * dead(i)) / sum(&|i| on(i) * people[i])),
        ("world_deaths", sum(&dead)),
        ("worst_deaths", most(&|i| 1e6 * dead(i) / people[i])),
        ("worst_unmet", most(&|i| e.shortage[i][l] / 2.0)),
        ("unmet", sum(&|i| e.shortage[i][l] / 2.0 * people[i] / 1e6)),
    ]
}

#[test]
fn cross_measures_of_an_epidemic_are_what_the_years_show() {
    let (scenario, stop) = (scenario(), AtomicBool::new(false));
    let (_, got) = by_run(&run(&scenario, vec![Variant::whole()], running(&stop)).table()).pop_first().expect("a run");
    let drawn = draw(&scenario, 1950, 0);
    let (mut want, share) = (BTreeMap::new(), 1.0 / scenario.clock.records() as f64);
    let done = simulate(&scenario, &drawn, &drawn.terms, running(&stop), 0, false, |_, moment| {
        look(moment, share, &mut want);
        goods(moment, share, &mut want);
    });
    let done = done.expect("nobody stops it");
    let h = health(&drawn.terms.issues[PILLS]);
    let willing: Vec<[f64; LANES]> =
        (0..N).map(|i| std::array::from_fn(|l| h.epidemic.population[i][l] * h.uptake[i][l])).collect();
    let doses = dependence(&h.doses.capacity, &willing);
    let supplies = dependence(&h.supplies.capacity, &h.epidemic.population);
    let depends: Vec<[f64; LANES]> =
        (0..N * N).map(|p| std::array::from_fn(|l| 0.5 * (doses[p][l] + supplies[p][l]))).collect();
    for l in 0..LANES {
        for (name, value) in close(done.state.nature[PILLS].emergency.as_ref().expect("an epidemic"), &depends, l) {
            want.entry(name).or_insert([0.0; LANES])[l] = value;
        }
        // In force for what is left of the two years.
        want.entry("delay").or_insert([0.0; LANES])[l] = 2.0 - done.state.remedies[0].exercised[l];
    }
    for (name, values) in &want {
        values.iter().zip(&got[name]).for_each(|(want, got)| near(*got, *want, name));
        assert!(values.iter().any(|v| *v > 0.0), "{name} is something");
    }
}
