//! Who there is: groups, actors, and which actor stands outward for which group.

use std::collections::BTreeMap;

use super::{Checker, DOCTRINES, People, Tables};
use crate::catalogue::Place;
use crate::draft::{Section, say};
use crate::scenario::physics::Level;
use crate::scenario::{Actor, DoctrineKind, Group, Text};

/// Numbers of a group that an actor represents.
const LEVEL: [&str; 4] = ["unity", "collapse", "falls", "falls_over"];

/// The actor that represents each group.
type Faces = BTreeMap<usize, usize>;

impl<'t> Checker<'t> {
    /// Ids of groups and actors, and their tables.
    pub(super) fn people(&mut self, root: &Section<'t>) -> (People<'t>, Tables<'t>, Tables<'t>) {
        let mut taken = BTreeMap::new();
        let groups = self.identified(root, "groups", &mut taken);
        let actors = self.identified(root, "actors", &mut taken);
        let ids = |tables: &Tables<'t>| tables.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        let index =
            |ids: &[&'t str]| ids.iter().enumerate().map(|(index, id)| (*id, index)).collect::<BTreeMap<_, _>>();
        let (group_ids, actor_ids) = (ids(&groups), ids(&actors));
        let people = People { actors: index(&actor_ids), groups: index(&group_ids), actor_ids, group_ids };
        (people, groups, actors)
    }

    /// Groups and actors themselves.
    pub(super) fn society(
        &mut self,
        groups: &Tables<'t>,
        actors: &Tables<'t>,
        people: &People<'t>,
        usual: DoctrineKind,
    ) -> (Option<Vec<Group>>, Option<Vec<Actor>>) {
        let faces = self.faces(actors, people);
        let group_list = self.groups(groups, people, &faces);
        let actor_list = self.actors(actors, people, usual, &faces, group_list.as_deref());
        if let (Some(groups), Some(all)) = (&group_list, &actor_list) {
            self.inhabited(actors, groups, all);
        }
        (group_list, actor_list)
    }

    /// Who represents which group. Two for one group are a fault.
    fn faces(&mut self, tables: &Tables<'t>, people: &People<'t>) -> Faces {
        let mut faces = Faces::new();
        for (actor, (_, table)) in tables.iter().enumerate() {
            let Some((name, span)) = self.draft.optional_word(table, "represents") else { continue };
            let path = table.path_to("represents");
            match people.groups.get(name) {
                None => self.nobody(name, span, &path, &people.group_ids),
                Some(group) => {
                    if let Some(other) = faces.insert(*group, actor) {
                        let other = people.actor_ids[other];
                        let what = say(
                            format!("`{name}` is already represented by `{other}`"),
                            format!("`{name}`已由`{other}`代表"),
                        );
                        self.draft
                            .fault(span, &path, what)
                            .allowed(say("one actor for each group", "每个群体一个代表"));
                    }
                }
            }
        }
        faces
    }

    fn groups(&mut self, tables: &Tables<'t>, people: &People<'t>, faces: &Faces) -> Option<Vec<Group>> {
        let mut groups = Vec::with_capacity(tables.len());
        for (index, (id, table)) in tables.iter().enumerate() {
            self.draft.keys_at(table, Place::Group);
            let name = self.draft.text(table, "name");
            let within = self.within(table, people);
            let level = self.level(table, id, faces.get(&index).copied());
            groups.push(Group { id: (*id).to_owned(), name: name.unwrap_or_default(), within, level });
        }
        if let Some(index) = on_a_cycle(&groups) {
            let table = &tables[index].1;
            let what = say("this group is inside itself", "该群体处于自身之内");
            self.draft.fault(table.span_of("within"), &table.path_to("within"), what);
            return None;
        }
        Some(groups)
    }

    /// What happens inside a group that somebody represents; its numbers do nothing in another.
    fn level(&mut self, table: &Section<'t>, id: &str, face: Option<usize>) -> Option<Level> {
        let Some(face) = face else {
            for key in LEVEL.into_iter().filter(|key| table.has(key)) {
                let what = say(
                    format!("`{key}` does nothing: no actor represents this group"),
                    format!("`{key}`不起作用：没有行为体代表该群体"),
                );
                let right = Text::same(&format!("represents = \"{id}\" ([[actors]])"));
                self.draft.fault(table.span_of(key), &table.path_to(key), what).allowed(right);
            }
            return None;
        };
        let (unity, collapse) = (self.number(table, "unity", None), self.number(table, "collapse", None));
        let falls = table.has("falls") || self.settings.has(&table.path_to("falls"));
        if !falls {
            self.settings.take(&table.path_to("falls"));
        }
        if !falls && table.has("falls_over") {
            let what = say("`falls_over` goes with `falls`", "`falls_over`须与`falls`同用");
            self.draft.fault(table.span_of("falls_over"), &table.path_to("falls_over"), what);
        }
        let fall = falls.then(|| (self.number(table, "falls", None), self.number(table, "falls_over", None)));
        Some(Level { face, unity, collapse, fall })
    }

    fn within(&mut self, table: &Section<'t>, people: &People<'t>) -> Option<usize> {
        let (name, span) = self.draft.optional_word(table, "within")?;
        let found = people.groups.get(name).copied();
        if found.is_none() {
            self.nobody(name, span, &table.path_to("within"), &people.group_ids);
        }
        found
    }

    fn actors(
        &mut self,
        tables: &Tables<'t>,
        people: &People<'t>,
        usual: DoctrineKind,
        faces: &Faces,
        groups: Option<&[Group]>,
    ) -> Option<Vec<Actor>> {
        let names: Vec<&str> = DOCTRINES.iter().map(|(name, _)| *name).collect();
        let mut actors = Vec::with_capacity(tables.len());
        for (index, (id, table)) in tables.iter().enumerate() {
            self.draft.keys_at(table, Place::Actor);
            let name = self.draft.text(table, "name");
            let represents = faces.iter().find(|(_, face)| **face == index).map(|(group, _)| *group);
            let stated = self.within(table, people);
            let within = match (represents, groups) {
                (Some(group), Some(groups)) => self.beside(table, stated, group, groups),
                _ => stated,
            };
            let doctrine = self.chosen(table, "doctrine", &names).map_or(usual, |index| DOCTRINES[index].1);
            let mut number = |key| self.number(table, key, None);
            actors.push(Actor {
                id: (*id).to_owned(),
                name: name.unwrap_or_default(),
                within,
                represents,
                doctrine,
                worst_case: number("worst_case"),
                ambiguity: number("ambiguity"),
                fixed_weight: number("fixed_weight"),
                care: number("care"),
                foresight: number("foresight"),
                negativity: number("negativity"),
                misperception: number("misperception"),
                forgetting: number("forgetting"),
            });
        }
        (!actors.is_empty()).then_some(actors)
    }

    /// Where an actor that represents `group` stands: beside it, in the group that encloses it.
    fn beside(&mut self, table: &Section<'t>, stated: Option<usize>, group: usize, groups: &[Group]) -> Option<usize> {
        let parent = groups[group].within;
        if table.has("within") && stated.is_some() && stated != parent {
            let id = &groups[group].id;
            let what = say(
                format!("who represents `{id}` stands where `{id}` stands"),
                format!("代表`{id}`者须与`{id}`处于同一上级群体"),
            );
            let right = match parent {
                Some(parent) => Text::same(&format!("within = \"{}\"", groups[parent].id)),
                None => say("no `within`", "不写`within`"),
            };
            self.draft.fault(table.span_of("within"), &table.path_to("within"), what).allowed(right);
        }
        parent
    }

    /// Refuses to represent a group in which nobody is.
    fn inhabited(&mut self, tables: &Tables<'t>, groups: &[Group], actors: &[Actor]) {
        let inside = |actor: &Actor, group: usize| {
            std::iter::successors(actor.within, |at| groups[*at].within).any(|at| at == group)
        };
        for (actor, (_, table)) in actors.iter().zip(tables) {
            let Some(group) = actor.represents.filter(|group| !actors.iter().any(|a| inside(a, *group))) else {
                continue;
            };
            let id = &groups[group].id;
            let what = say(format!("nobody is inside `{id}`"), format!("`{id}`之内没有行为体"));
            let right = Text::same(&format!("within = \"{id}\" ([[actors]])"));
            self.draft.fault(table.span_of("represents"), &table.path_to("represents"), what).allowed(right).absence();
        }
    }
}

/// A group that is inside itself, if there is one.
fn on_a_cycle(groups: &[Group]) -> Option<usize> {
    // Each group is visited once: 0 unknown, otherwise the number of the walk that came by.
    let mut walk = vec![0; groups.len()];
    for start in 0..groups.len() {
        let mut here = Some(start);
        while let Some(index) = here.filter(|index| walk[*index] == 0) {
            walk[index] = start + 1;
            here = groups[index].within;
        }
        if let Some(index) = here.filter(|index| walk[*index] == start + 1) {
            return Some(index);
        }
    }
    None
}
