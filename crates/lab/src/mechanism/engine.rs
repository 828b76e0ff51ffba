//! Runs with arrows cut, causes switched off and remedies put in, all with the same luck.

use rayon::prelude::*;
use theory::remedy::Remedy as Pull;
use theory::world::{LANES, Terms};

use super::cuts::Cut;
use super::generic::{Generic, generic};
use super::measured::{At, Measured, NAMES, PLAIN, measure};
use crate::draw::{Drawn, draw};
use crate::ensemble::Running;
use crate::outcome::Effect;
use crate::scenario::Scenario;
use crate::statistics::effect;
use crate::table::{Column, MOST_ROWS, Table};

/// One run: what is cut and which remedies of the figure are put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Cuts.
    pub cuts: Vec<Cut>,
    /// Remedies of figure 3.
    pub remedies: Vec<Generic>,
}

impl Variant {
    /// Nothing cut, nothing put in.
    pub fn whole() -> Variant {
        Variant { cuts: Vec::new(), remedies: Vec::new() }
    }
    /// One thing cut.
    pub fn without(cut: Cut) -> Variant {
        Variant { cuts: vec![cut], remedies: Vec::new() }
    }
    /// Some things cut together.
    pub fn without_all(cuts: &[Cut]) -> Variant {
        Variant { cuts: cuts.to_vec(), remedies: Vec::new() }
    }
    /// Some remedies put in.
    pub fn with(remedies: &[Generic]) -> Variant {
        Variant { cuts: Vec::new(), remedies: remedies.to_vec() }
    }
    /// Name in tables: what is cut and what put in.
    fn name(&self) -> String {
        let cuts = self.cuts.iter().map(|c| format!("-{c:?}"));
        let parts: Vec<String> = cuts.chain(self.remedies.iter().map(|r| format!("+{r:?}"))).collect();
        if parts.is_empty() { "whole".into() } else { parts.join(" ").to_lowercase() }
    }
    /// The scenario with numbers set as the cuts want them; none where they want none.
    fn settled(&self, scenario: &Scenario) -> Option<Scenario> {
        let mut settled = scenario.clone();
        self.cuts.iter().for_each(|cut| cut.settle(&mut settled));
        (settled.numbers != scenario.numbers).then_some(settled)
    }
    fn terms(&self, scenario: &Scenario, drawn: &Drawn, seed: u64, first: u32) -> Terms<LANES> {
        let mut terms = drawn.terms.clone();
        let pulls: Vec<Pull<LANES>> =
            self.remedies.iter().flat_map(|&g| generic(scenario, g, drawn, seed, first)).collect();
        terms.remedies.extend(pulls);
        for cut in &self.cuts {
            cut.apply(&mut terms, drawn);
        }
        terms
    }
}

/// Every variant of one block.
#[derive(Clone, Debug)]
struct Block {
    /// First replication.
    first: u32,
    /// Replications that count.
    active: usize,
    /// One per variant.
    runs: Vec<Measured>,
}

/// Everything that was run.
#[derive(Clone, Debug)]
pub struct Explained {
    /// What was run.
    pub variants: Vec<Variant>,
    /// Those that finished, in order.
    blocks: Vec<Block>,
    /// Replications asked for.
    pub requested: u32,
}

impl Explained {
    /// Replications that finished.
    pub fn replications(&self) -> usize {
        self.blocks.iter().map(|b| b.active).sum()
    }
    /// One row per variant and replication: every measure. Beyond [`MOST_ROWS`] only the first replications are kept.
    pub fn table(&self) -> Table {
        let kept = (MOST_ROWS / self.variants.len().max(1)).min(self.replications());
        let (mut variant, mut replication) = (Vec::new(), Vec::new());
        let measures = self.blocks.first().map_or(PLAIN, |b| b.runs[0].len());
        let mut columns: Vec<Vec<f64>> = vec![Vec::new(); measures];
        for at in 0..self.variants.len() {
            let rows = self.blocks.iter().flat_map(|b| (0..b.active).map(move |l| (b, l)));
            for (b, l) in rows.take(kept) {
                variant.push(at as u32);
                replication.push(b.first as i32 + l as i32);
                columns.iter_mut().zip(&b.runs[at]).for_each(|(column, measure)| column.push(measure[l]));
            }
        }
        let names = self.variants.iter().map(Variant::name).collect();
        let mut all = vec![("run", Column::Word(names, variant)), ("replication", Column::Whole(replication))];
        all.extend(NAMES.into_iter().zip(columns).map(|(name, values)| (name, Column::Real(values))));
        Table { columns: all }
    }
    /// Where a variant stands. Every variant asked for was run.
    pub fn find(&self, variant: &Variant) -> usize {
        self.variants.iter().position(|v| v == variant).expect("every variant that is read was run")
    }
    /// One value per replication.
    pub fn values(&self, variant: usize, at: At) -> Vec<f64> {
        self.blocks.iter().flat_map(|b| b.runs[variant][at as usize][..b.active].to_vec()).collect()
    }
    /// (first − second), replication by replication.
    pub fn differences(&self, first: &Variant, second: &Variant, at: At) -> Vec<f64> {
        let (a, b) = (self.values(self.find(first), at), self.values(self.find(second), at));
        a.iter().zip(&b).map(|(a, b)| a - b).collect()
    }
    /// Mean difference with its interval.
    pub fn effect(&self, first: &Variant, second: &Variant, at: At) -> Effect {
        effect(&self.differences(first, second, at))
    }
}

/// Units of work, for progress.
pub fn work(scenario: &Scenario, variants: usize) -> u64 {
    let blocks = u64::from(scenario.ensemble.replications.div_ceil(LANES as u32));
    blocks * variants as u64 * scenario.clock.records() as u64
}

/// Runs every variant on the current rayon pool.
pub fn run(scenario: &Scenario, variants: Vec<Variant>, running: Running<'_>) -> Explained {
    let settled: Vec<Option<Scenario>> = variants.iter().map(|v| v.settled(scenario)).collect();
    let blocks: Vec<Option<Block>> = (0..running.replications.div_ceil(LANES as u32))
        .into_par_iter()
        .map(|b| {
            let first = b * LANES as u32;
            let active = (running.replications - first).min(LANES as u32) as usize;
            let drawn = draw(scenario, running.seed, first);
            let one = |(v, settled): (&Variant, &Option<Scenario>)| {
                let redrawn = settled.as_ref().map(|settled| draw(settled, running.seed, first));
                let drawn = redrawn.as_ref().unwrap_or(&drawn);
                measure(scenario, drawn, &v.terms(scenario, drawn, running.seed, first), running, first)
            };
            let runs = variants.iter().zip(&settled).map(one).collect::<Option<Vec<_>>>()?;
            Some(Block { first, active, runs })
        })
        .collect();
    Explained { blocks: blocks.into_iter().flatten().collect(), variants, requested: running.replications }
}
