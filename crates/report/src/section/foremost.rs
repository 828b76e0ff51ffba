//! Which actors and pairs come first where not all can be shown: one rule for the whole page and for the terminal.
//!
//! Where there is an epidemic, those with most deaths; elsewhere those with the largest effort in the headline's issue. Efforts
//! within a factor of two count as equal, and equals stand as in the scenario: luck must not order them.

use lab::outcome::{ActorOutcome, PairOutcome};

use super::{View, left_out};
use crate::words;

impl<'a> View<'a> {
    /// Ids of all actors, each once, the most important first.
    pub fn actor_ids(&self) -> Vec<&'a str> {
        let mut ids: Vec<&str> = Vec::new();
        for actor in &self.outcome.actors {
            if !ids.contains(&actor.id.as_str()) {
                ids.push(&actor.id);
            }
        }
        let mut weighed: Vec<(f64, &str)> = ids.into_iter().map(|id| (self.weight(id), id)).collect();
        weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
        weighed.into_iter().map(|(_, id)| id).collect()
    }

    /// What an actor is ordered by; more is more important.
    fn weight(&self, id: &str) -> f64 {
        let of = |v: f64| if v.is_finite() && v > 0.0 { v } else { 0.0 };
        let health = &self.outcome.physics.health;
        if !health.is_empty() {
            let rows = health.iter().flat_map(|h| &h.actors).filter(|row| row.actor == id);
            return rows.filter_map(|row| row.deaths.mean.last()).map(|v| of(*v)).sum();
        }
        let main = &self.outcome.headline.issue;
        let own = |a: &&ActorOutcome| a.id == id && (a.issue == *main || main.is_empty());
        let effort = self.outcome.actors.iter().find(own).and_then(|a| a.effort.q50.first());
        effort.map_or(0.0, |v| of(*v)).log2().round()
    }

    /// Rows of actors, the most important first, as many as there is room for, and what to say about those left out.
    pub fn foremost<'r, T>(&self, rows: &'r [T], id: impl Fn(&T) -> &str) -> (Vec<&'r T>, String) {
        let order = self.actor_ids();
        let rank = |row: &&T| order.iter().position(|known| *known == id(row)).unwrap_or(order.len());
        let mut all: Vec<&T> = rows.iter().collect();
        all.sort_by_key(rank);
        all.truncate(self.limits.actors);
        (all, self.actors_left_out(rows.len()))
    }

    /// What to say where there are more actors than are shown.
    pub fn actors_left_out(&self, all: usize) -> String {
        let word = if self.outcome.physics.health.is_empty() { words::ACTORS_SHOWN } else { words::ACTORS_OF_MOST };
        if all > self.limits.actors { left_out(word, self.limits.actors, all) } else { String::new() }
    }

    /// The actors that get panels, in every issue, and what to say about those left out.
    pub fn shown_actors(&self) -> (Vec<&'a ActorOutcome>, String) {
        let ids = self.actor_ids();
        let mut note = self.actors_left_out(ids.len());
        let shown = &ids[..ids.len().min(self.limits.actors)];
        let rank = |a: &ActorOutcome| shown.iter().position(|id| *id == a.id);
        let issue = |a: &ActorOutcome| self.outcome.issues.iter().position(|i| i.id == a.issue);
        let mut actors: Vec<&ActorOutcome> = self.outcome.actors.iter().filter(|a| rank(a).is_some()).collect();
        actors.sort_by_key(|a| (issue(a), rank(a)));
        if actors.len() > self.limits.panels {
            note += &left_out(words::PANELS_SHOWN, self.limits.panels, actors.len());
            actors.truncate(self.limits.panels);
        }
        (actors, note)
    }

    /// All pairs in both directions: the headline's first, then by issue, then those of the most important actors.
    pub fn directed_pairs(&self) -> Vec<&'a PairOutcome> {
        let order: std::collections::BTreeMap<&str, usize> =
            self.actor_ids().into_iter().enumerate().map(|(i, id)| (id, i)).collect();
        let rank = |id: &str| order.get(id).copied().unwrap_or(order.len());
        let headline = &self.outcome.headline;
        let key = |p: &&PairOutcome| {
            let (a, b) = (rank(&p.from), rank(&p.to));
            let named = p.issue == headline.issue && headline.pair.contains(&p.from) && headline.pair.contains(&p.to);
            let issue = self.outcome.issues.iter().position(|i| i.id == p.issue);
            (!named, p.issue != headline.issue, issue, a.max(b), a.min(b))
        };
        let mut pairs: Vec<&PairOutcome> = self.outcome.pairs.iter().collect();
        pairs.sort_by_cached_key(key);
        pairs
    }

    /// Unordered pairs in the same order; every pair stands for both its directions.
    pub fn unordered_pairs(&self) -> Vec<&'a PairOutcome> {
        let mut seen = std::collections::BTreeSet::new();
        let key = |p: &'a PairOutcome| {
            let (a, b) = (p.from.as_str(), p.to.as_str());
            (p.issue.as_str(), a.min(b), a.max(b))
        };
        self.directed_pairs().into_iter().filter(|p| seen.insert(key(p))).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::sample;
    use crate::section::{GENEROUS, View};

    /// Deaths order actors where there is an epidemic, effort elsewhere, and luck never orders equals.
    #[test]
    fn contract_the_most_important_come_first() {
        let mut o = sample::outcome();
        let order = |o: &lab::outcome::Outcome| -> Vec<String> {
            View { outcome: o, limits: GENEROUS }.actor_ids().into_iter().map(str::to_owned).collect()
        };
        let ids = order(&o);
        let main = o.headline.issue.clone();
        let last = ids.last().cloned().unwrap_or_default();
        let mut lift = |factor: f64| {
            let least = o.actors.iter().filter(|a| a.issue == main).filter_map(|a| a.effort.q50.first()).copied();
            let least = least.fold(f64::MAX, f64::min);
            for a in o.actors.iter_mut().filter(|a| a.issue == main) {
                a.effort.q50[0] = if a.id == last { least * factor } else { least };
            }
            order(&o)
        };
        assert_eq!(lift(1.3).last(), Some(&last));
        assert_eq!(lift(9.0).first(), Some(&last));
        let mut o = sample::epidemic();
        for (i, row) in o.physics.health[0].actors.iter_mut().enumerate() {
            row.deaths.mean = vec![0.0, 10.0 * (i + 1) as f64];
        }
        let most = o.physics.health[0].actors.last().map(|row| row.actor.clone());
        assert_eq!(order(&o).first(), most.as_ref());
        let view = View { outcome: &o, limits: GENEROUS };
        let (rows, _) = view.foremost(&o.physics.health[0].actors, |row| &row.actor);
        assert_eq!(rows.first().map(|row| &row.actor), most.as_ref());
        let (first, headline) = (view.unordered_pairs()[0], &o.headline);
        assert!(headline.pair.contains(&first.from) && headline.pair.contains(&first.to));
    }
}
