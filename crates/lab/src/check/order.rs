//! `[order]`: the question of order, its steps, when they come, and whether it puts what contradicts to work at once.

use std::collections::BTreeMap;

use super::remedies::{Lifetime, meet, opposed};
use super::{Checker, People};
use crate::catalogue::Place;
use crate::draft::{Section, Span, listing, say};
use crate::scenario::{Clock, Order, Remedy, Text};

impl<'t> Checker<'t> {
    /// Reads it, if there is one.
    pub(super) fn order(
        &mut self,
        root: &Section<'t>,
        index: &BTreeMap<&'t str, usize>,
        ids: &[&'t str],
        clock: Option<&Clock>,
    ) -> Option<Order> {
        let table = self.draft.table(root, "order")?;
        self.draft.keys_at(&table, Place::Order);
        let one = self.members_of(&table, "first_step", index, ids);
        let other = self.members_of(&table, "second_step", index, ids);
        let names = self.step_names(&table);
        // The first step is taken within the clock, and leaves at least a year for the second.
        let years =
            clock.map_or((-100_000, 100_000), |c| (i128::from(c.start), i128::from(c.end.max(c.start + 2) - 2)));
        let first = self.first(&table, years);
        let gap = self.whole(&table, "gap", (1, 10_000));
        let (one, other, names) = (one?, other?, names?);
        if let Some(both) = one.iter().find(|r| other.contains(r)) {
            let span: Span = table.span_of("second_step");
            let what = say(format!("`{}` cannot be both steps", ids[*both]), format!("`{}`不能同属两步", ids[*both]));
            self.draft.fault(span, &table.path_to("second_step"), what);
        }
        let (first, gap) = (first? as i32, gap? as i32);
        if let Some(clock) = clock.filter(|clock| first + gap >= clock.end) {
            let (second, last) = (first + gap, clock.end);
            let what = say(
                format!("the second step starts ({second}) after the clock has run out ({last})"),
                format!("第二步（{second}）在时间跨度结束（{last}）之后才开始"),
            );
            let at = self.blame(&table, "gap", &["order.first", "clock.end"]);
            let most = (last - first - 1).max(1);
            let (en, zh) = (format!("1 … {most}, or an earlier first"), format!("1 … {most}，或提前first"));
            self.draft.fault_at(at, &table.path_to("gap"), what).allowed(say(en, zh));
        }
        Some(Order { steps: [one, other], names, first, gap })
    }

    /// The year of the first step; of a clock that the command line has moved that is blamed, not the file.
    fn first(&mut self, table: &Section<'t>, (low, high): (i128, i128)) -> Option<i128> {
        let first = self.whole(table, "first", (-100_000, 100_000))?;
        if (low..=high).contains(&first) {
            return Some(first);
        }
        let what = say("not a whole number in the allowed range", "不是允许范围内的整数");
        let at = self.blame(table, "first", if first < low { &["clock.start"] } else { &["clock.end"] });
        self.draft.fault_at(at, &table.path_to("first"), what).allowed(Text::same(&format!("{low} … {high}")));
        None
    }

    /// Names of the two steps, if they have their own.
    fn step_names(&mut self, table: &Section<'t>) -> Option<Option<[Text; 2]>> {
        let Some(value) = table.get("names") else { return Some(None) };
        let path = table.path_to("names");
        let items: Option<Vec<_>> = value.get_ref().as_array().map(|items| items.iter().collect());
        let Some([one, other]) = items.as_deref() else {
            self.draft.wrong_kind(value, &path, "two names, each { en, zh }", "两个名称，各为 { en, zh }");
            return None;
        };
        let names = [one, other].map(|item| self.draft.text_value(item, &path));
        let [Some(one), Some(other)] = names else { return None };
        Some(Some([one, other]))
    }

    /// The order question moves remedies: no case of it may put two modes to work at once that exclude each other.
    pub(super) fn order_contradicts(
        &mut self,
        root: &Section<'t>,
        order: &Order,
        remedies: &[Remedy],
        people: &People<'t>,
    ) {
        let Some(table) = self.draft.table(root, "order") else { return };
        // With all of a step in force anyway the question is not asked.
        if order.steps.iter().any(|step| step.iter().all(|&r| remedies[r].in_force)) {
            return;
        }
        let lifetimes: Vec<Lifetime> = remedies.iter().map(|r| self.lifetime(r)).collect();
        let mut found: Vec<(usize, usize)> = Vec::new();
        for starts in cases(order) {
            let at = |r: usize| when(order, starts, r, &remedies[r], lifetimes[r]);
            for b in 0..remedies.len() {
                for a in (0..b).filter(|&a| !opposed(&remedies[a], &remedies[b]).is_empty()) {
                    let at_once = at(a).is_some_and(|one| at(b).is_some_and(|other| meet(one, other)));
                    if at_once && !found.contains(&(a, b)) {
                        found.push((a, b));
                    }
                }
            }
        }
        for (a, b) in found {
            let who = listing(opposed(&remedies[a], &remedies[b]).iter().map(|i| people.actor_ids[*i])).en;
            let (one, other) = (&remedies[a].id, &remedies[b].id);
            let what = say(
                format!(
                    "puts `{one}` and `{other}` to work at once, which contradict each other: {who} cannot carry both"
                ),
                format!("使相互矛盾的`{one}`与`{other}`同时实施：{who}不能同时承担二者"),
            );
            let moved = |r: &usize| order.steps[1].contains(r) && !remedies[*r].in_force;
            let key = if moved(&a) || moved(&b) { "second_step" } else { "first_step" };
            let modes = [one, other].map(|id| format!("remedies.{id}.mode"));
            let at = self.blame(&table, key, &[&modes[0], &modes[1]]);
            self.draft.fault_at(at, &table.path_to(key), what).allowed(say(
                "of a kind, one mode only for each carrier, whatever their dates: the steps move them",
                "同一类办法，每个承担者只取一种方式，不论其日期：两步会移动日期",
            ));
        }
    }
}

/// Starts of the two steps in each case of the question (`lab::compare::sets`).
fn cases(order: &Order) -> [[Option<i32>; 2]; 5] {
    let (first, second) = (Some(order.first), Some(order.first + order.gap));
    [[first, None], [None, first], [first, second], [second, first], [first, first]]
}

/// From when to when remedy `r` works in a case, if it does: what is in force anyway keeps its dates, what is moved its
/// duration.
fn when(order: &Order, starts: [Option<i32>; 2], r: usize, remedy: &Remedy, own: Lifetime) -> Option<Lifetime> {
    if remedy.in_force {
        return Some(own);
    }
    let start = order.steps.iter().zip(starts).find(|(step, _)| step.contains(&r)).and_then(|(_, start)| start)?;
    Some((f64::from(start), f64::from(start) + (own.1 - own.0)))
}
