//! Normal forms and subgame-perfect equilibria: published games, theorems on random trees, brute force.

mod grow;
mod random;

use std::collections::BTreeSet;

use games::extensive::play::Behaviour;
use games::extensive::strategic::{StrategicError, normal_form};
use games::extensive::subgame::{Coverage, roots, solve_subgames, verify};
use games::extensive::tree::{Kind, Tree};
use games::two::certificate;
use games::{Profile, Rational};
use grow::{choice, end, grown, pure, text, tree};
use random::Luck;

fn certain(behaviour: &Behaviour) -> Vec<Option<Vec<Rational>>> {
    behaviour.iter().cloned().map(Some).collect()
}

/// The mixes as text, "·" where the player's own choice rules the set out.
fn shown(mixes: &[Option<Vec<Rational>>]) -> String {
    let mix = |m: &Option<Vec<Rational>>| m.as_ref().map_or("·".into(), |m| text(std::slice::from_ref(m)));
    mixes.iter().map(mix).collect::<Vec<_>>().join(" | ")
}

fn solutions(tree: &Tree) -> (Vec<String>, Coverage) {
    let answer = solve_subgames(tree).expect("solvable");
    (answer.equilibria.iter().map(|e| shown(&e.mixes)).collect(), answer.coverage)
}

/// One market of the chain store: Selten (1978, Theory and Decision 9, 127–159, table 1). The entrant enters and is
/// let in; staying out for fear of a fight is an equilibrium, but not a perfect one.
#[test]
fn published_selten_chain_store_one_market() {
    let store = tree(
        2,
        vec![
            choice(0, 1, &["in", "out"]),
            choice(1, 1, &["cooperate", "fight"]),
            end(&[2, 2]),
            end(&[0, 0]),
            end(&[1, 5]),
        ],
    );
    assert_eq!(solutions(&store), (vec!["1 0 | 1 0".into()], Coverage::Complete));
    let form = normal_form(&store).expect("small");
    assert_eq!(games::two::pure::equilibria(&form.game), [(0, 0), (1, 1)]);
}

/// A centipede of six legs (Rosenthal 1981, J. Econ. Theory 25, 92–100): whoever may stop does.
#[test]
fn published_centipede_stops_everywhere() {
    let mut list = Vec::new();
    for leg in 0..6_i64 {
        let (mine, other) = (leg + 1, leg - 1);
        let paid = if leg % 2 == 0 { [mine, other] } else { [other, mine] };
        list.extend([choice((leg % 2) as usize, leg as u64, &["stop", "go"]), end(&paid)]);
    }
    list.push(end(&[6, 5]));
    let centipede = tree(2, list);
    let stops = ["1 0"; 6].join(" | ");
    assert_eq!(solutions(&centipede), (vec![stops], Coverage::Complete));
    let form = normal_form(&centipede).expect("small");
    assert_eq!(
        (form.game.rows(), form.game.columns()),
        (4, 4),
        "reduced plans: stop first, second, third time, or never"
    );
    for equilibrium in games::solve(&form.game).equilibria {
        assert_eq!(equilibrium.certificate.payoffs[0], Rational::one(), "every equilibrium stops at once");
    }
}

/// The battle of the sexes with an outside option worth 2 (van Damme 1989, J. Econ. Theory 48, 476–496): three
/// equilibria of the subgame make three perfect ones.
#[test]
fn published_outside_option_keeps_every_equilibrium_of_the_subgame() {
    let battle = tree(
        2,
        vec![
            choice(0, 1, &["out", "in"]),
            end(&[2, 2]),
            choice(0, 2, &["s", "w"]),
            choice(1, 1, &["s", "w"]),
            end(&[3, 1]),
            end(&[0, 0]),
            choice(1, 1, &["s", "w"]),
            end(&[0, 0]),
            end(&[1, 3]),
        ],
    );
    let wanted = ["0 1 | 1 0 | 1 0", "1 0 | 0 1 | 0 1", "1 0 | 3/4 1/4 | 1/4 3/4"];
    let (mut found, coverage) = solutions(&battle);
    found.sort();
    assert_eq!((found, coverage), (wanted.map(String::from).to_vec(), Coverage::Complete));
    assert_eq!(roots(&battle), [0, 2]);
}

/// What backward induction gives where no payoff ties: one action per set.
fn induced(tree: &Tree) -> Vec<usize> {
    let mut worth: Vec<Vec<Rational>> = vec![Vec::new(); tree.nodes().len()];
    let mut chosen = vec![0; tree.sets().len()];
    for (index, node) in tree.nodes().iter().enumerate().rev() {
        worth[index] = match &node.kind {
            Kind::End(payoffs) => payoffs.clone(),
            Kind::Chance { chances, .. } => {
                (0..2).map(|p| node.children.iter().zip(chances).map(|(&c, q)| q * &worth[c][p]).sum()).collect()
            }
            Kind::Decision(set) => {
                let player = tree.sets()[*set].player;
                let best = (0..node.children.len()).max_by_key(|&a| worth[node.children[a]][player].clone());
                chosen[*set] = best.expect("an action");
                worth[node.children[chosen[*set]]].clone()
            }
        };
    }
    chosen
}

#[test]
fn cross_backward_induction_agrees_where_everybody_knows_everything() {
    let mut luck = Luck(21);
    let mut large = 0;
    for _ in 0..200 {
        let tree = grown(&mut luck, 6, 0, 1_000_000);
        assert!(tree.is_perfect_information());
        let answer = solve_subgames(&tree).expect("solvable");
        assert_eq!((answer.equilibria.len(), answer.coverage), (1, Coverage::Complete));
        for (mix, action) in answer.equilibria[0].mixes.iter().zip(induced(&tree)) {
            assert_eq!(mix.as_ref().map(|m| m[action].clone()), Some(Rational::one()));
        }
        large += usize::from(tree.sets().len() > 10);
    }
    assert!(large > 50, "{large}");
}

/// Each is an equilibrium of the whole normal form and passes the check that knows no solver; one always exists.
#[test]
fn theorem_subgame_perfect_equilibria_exist_and_are_equilibria() {
    let mut luck = Luck(22);
    let (mut mixed, mut several, mut bounded) = (0, 0, 0);
    for k in 0..200 {
        let tree = if k % 2 == 0 { grown(&mut luck, 3, 8, 4) } else { grown(&mut luck, 4, 8, 100) };
        let Ok(answer) = solve_subgames(&tree) else { panic!("{tree:?}") };
        assert!(!answer.equilibria.is_empty());
        bounded += usize::from(answer.coverage == Coverage::OutOfBudget);
        let form = normal_form(&tree);
        for found in &answer.equilibria {
            assert_eq!(verify(&tree, &found.mixes), Ok(true), "{}", shown(&found.mixes));
            mixed +=
                usize::from(found.mixes.iter().flatten().flatten().any(|p| p.is_positive() && *p != Rational::one()));
            let Ok(form) = &form else { continue };
            let filled = |(set, mix): (usize, &Option<Vec<Rational>>)| {
                let count = tree.sets()[set].actions.len() as i64;
                mix.clone().unwrap_or_else(|| {
                    vec![Rational::one().over(&Rational::from(count)).expect("not zero"); count as usize]
                })
            };
            let behaviour: Behaviour = found.mixes.iter().enumerate().map(filled).collect();
            let profile = Profile { mixes: [0, 1].map(|side| form.mix_of(side, &behaviour)) };
            let checked = certificate::verify(&form.game, &profile).expect("an equilibrium");
            assert_eq!(checked.payoffs.to_vec(), [0, 1].map(|s| found.payoffs[form.players[s]].clone()));
        }
        several += usize::from(answer.subgames > 1 && !tree.is_perfect_information());
    }
    assert!(mixed > 50 && several > 50 && bounded < 10, "{mixed} {several} {bounded}");
}

/// Without ties the pure ones are exactly the pure behaviours that pass the check.
#[test]
fn cross_brute_force_finds_the_same_pure_subgame_perfect_equilibria() {
    let mut luck = Luck(23);
    let mut compared = 0;
    for _ in 0..300 {
        let tree = grown(&mut luck, 4, 8, 1_000_000);
        let all = tree.sets().iter().map(|s| s.actions.len()).product::<usize>();
        let answer = solve_subgames(&tree).expect("solvable");
        if all > 500 || answer.coverage != Coverage::Complete {
            continue;
        }
        compared += 1;
        let passes: BTreeSet<Behaviour> =
            pure(&tree).into_iter().filter(|b| verify(&tree, &certain(b)) == Ok(true)).collect();
        let fits = |b: &Behaviour| {
            let same = |(mix, own): (&Option<Vec<Rational>>, &Vec<Rational>)| mix.as_ref().is_none_or(|mix| mix == own);
            answer.equilibria.iter().any(|e| e.mixes.iter().zip(b).all(same))
        };
        assert_eq!(pure(&tree).into_iter().filter(fits).collect::<BTreeSet<_>>(), passes);
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn contract_trees_that_cannot_be_solved_are_refused() {
    let many: Vec<_> = (0..7).flat_map(|_| [end(&[0, 0])]).collect();
    let names = ["a", "b", "c", "d", "e", "f", "g"];
    let mut wide = vec![choice(0, 1, &names)];
    wide.extend(many);
    assert!(normal_form(&tree(2, wide)).is_ok());
    let forgetful =
        tree(2, vec![choice(0, 1, &["a", "b"]), choice(0, 1, &["a", "b"]), end(&[0, 0]), end(&[0, 0]), end(&[0, 0])]);
    let forgotten = forgetful.forgotten().expect("no perfect recall");
    assert_eq!(forgotten.set, 0);
    assert_eq!(normal_form(&forgetful), Err(StrategicError::Forgetful(forgotten.clone())));
    assert_eq!(solve_subgames(&forgetful), Err(StrategicError::Forgetful(forgotten)));
    // Eight own sets that nature alone leads to: 2⁸ plans.
    let mut deep = Vec::new();
    for k in 0..8_u64 {
        deep.extend([grow::chance(&["1/2", "1/2"]), choice(0, k, &["a", "b"]), end(&[0, 0]), end(&[1, 0])]);
    }
    deep.push(end(&[0, 0]));
    assert_eq!(normal_form(&tree(2, deep)), Err(StrategicError::TooManyPlans));
    // Selten's horse: no proper subgame, three movers.
    let horse = tree(
        3,
        vec![
            choice(0, 1, &["a", "b"]),
            choice(1, 1, &["a", "b"]),
            choice(2, 1, &["a", "b"]),
            end(&[0, 0, 0]),
            end(&[0, 0, 0]),
            end(&[0, 0, 0]),
            choice(2, 1, &["a", "b"]),
            end(&[0, 0, 0]),
            end(&[0, 0, 0]),
        ],
    );
    assert_eq!(solve_subgames(&horse), Err(StrategicError::Movers(3)));
}

/// A game that ends at once, and one only nature plays.
#[test]
fn contract_games_without_decisions_have_one_equilibrium() {
    let over = solve_subgames(&tree(2, vec![end(&[3, 4])])).expect("solvable");
    assert_eq!(over.coverage, Coverage::Complete);
    let lottery = tree(2, vec![grow::chance(&["1/4", "3/4"]), end(&[0, 4]), end(&[4, 0])]);
    let answer = solve_subgames(&lottery).expect("solvable");
    assert_eq!(answer.equilibria.len(), 1);
    assert_eq!(answer.equilibria[0].payoffs, [Rational::from(3), Rational::from(1)]);
}
