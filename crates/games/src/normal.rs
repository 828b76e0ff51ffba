//! A finite game of any number of players in normal form, and the proof that a profile is an equilibrium of it.

use std::fmt;

use crate::number::Rational;
use crate::said::{Said, say};
use crate::two::bimatrix::{Bimatrix, GameError, Player};

/// Most players a game may have.
pub const MAX_PLAYERS: usize = 16;

/// Most actions one player may have.
pub const MAX_ACTIONS: usize = 1024;

/// Most payoffs a game may have: pure profiles times players. At the digits a number may have they fill some
/// 100 MB at worst.
pub const MAX_PAYOFFS: usize = 1 << 18;

/// One mix per player: how likely each own action is.
pub type Mixes = Vec<Vec<Rational>>;

/// A checked game: at least one player, each with at least one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormalForm {
    title: String,
    players: Vec<String>,
    actions: Vec<Vec<String>>,
    /// Per player, by number of the pure profile: the first player's action changes fastest.
    payoffs: Vec<Vec<Rational>>,
}

/// Why payoffs do not make a game. Players are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NormalError {
    /// No player, or more than [`MAX_PLAYERS`]; how many.
    Players(usize),
    /// The player has no action, or more than [`MAX_ACTIONS`]; how many.
    Actions(usize, usize),
    /// More than [`MAX_PAYOFFS`] payoffs.
    TooManyPayoffs,
    /// As many lists of names as given, where so many are needed.
    Names(usize, usize),
    /// Payoffs of the player: how many there are, how many there should be.
    Payoffs(usize, usize, usize),
}

impl NormalError {
    /// The fault, in words.
    pub fn said(&self) -> Said {
        match self {
            NormalError::Players(count) => say(
                format!("{count} players; a game has 1 to {MAX_PLAYERS}"),
                format!("有 {count} 名参与者；一个博弈须有 1 至 {MAX_PLAYERS} 名"),
            ),
            NormalError::Actions(player, count) => say(
                format!("player {} has {count} actions; each has 1 to {MAX_ACTIONS}", player + 1),
                format!("参与者 {} 有 {count} 个行动；每人须有 1 至 {MAX_ACTIONS} 个", player + 1),
            ),
            NormalError::TooManyPayoffs => say(
                format!("too large: at most {MAX_PAYOFFS} payoffs (pure profiles × players) can be read"),
                format!("博弈过大：收益（纯策略组合数 × 参与者数）至多 {MAX_PAYOFFS} 个"),
            ),
            NormalError::Names(found, wanted) => say(
                format!("{found} lists of action names where {wanted} are needed, one per player"),
                format!("有 {found} 组行动名称；须有 {wanted} 组，每名参与者一组"),
            ),
            NormalError::Payoffs(player, found, wanted) => say(
                format!("player {}: {found} payoffs where {wanted} are needed, one per pure profile", player + 1),
                format!("参与者 {}：有 {found} 个收益；须有 {wanted} 个，每个纯策略组合一个", player + 1),
            ),
        }
    }
}

impl fmt::Display for NormalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for NormalError {}

/// How many pure profiles there are when players have so many actions: nothing is allocated to find out.
///
/// # Errors
/// The first limit that the sizes break.
pub fn profiles_of(counts: &[usize]) -> Result<usize, NormalError> {
    if counts.is_empty() || counts.len() > MAX_PLAYERS {
        return Err(NormalError::Players(counts.len()));
    }
    if let Some(player) = counts.iter().position(|&count| count == 0 || count > MAX_ACTIONS) {
        return Err(NormalError::Actions(player, counts[player]));
    }
    let mut profiles = 1usize;
    for count in counts {
        profiles = profiles.saturating_mul(*count);
        if profiles.saturating_mul(counts.len()) > MAX_PAYOFFS {
            return Err(NormalError::TooManyPayoffs);
        }
    }
    Ok(profiles)
}

impl NormalForm {
    /// Checks sizes and keeps the game. `payoffs[i][k]` is what player i gets in pure profile k; profiles are
    /// numbered with the first player's action changing fastest.
    ///
    /// # Errors
    /// Too few or too many players, actions or payoffs, or lists of unequal length.
    pub fn new(
        title: impl Into<String>,
        players: Vec<String>,
        actions: Vec<Vec<String>>,
        payoffs: Vec<Vec<Rational>>,
    ) -> Result<NormalForm, NormalError> {
        if actions.len() != players.len() {
            return Err(NormalError::Names(actions.len(), players.len()));
        }
        let profiles = profiles_of(&actions.iter().map(Vec::len).collect::<Vec<_>>())?;
        for player in 0..players.len() {
            let found = payoffs.get(player).map_or(0, Vec::len);
            if found != profiles {
                return Err(NormalError::Payoffs(player, found, profiles));
            }
        }
        if payoffs.len() != players.len() {
            return Err(NormalError::Players(payoffs.len()));
        }
        Ok(NormalForm { title: title.into(), players, actions, payoffs })
    }

    /// A game whose players and actions are numbered from 1 and whose payoffs are given by a function of player
    /// and pure profile. Errors as [`NormalForm::new`].
    pub fn from_rule(counts: &[usize], rule: impl Fn(usize, &[usize]) -> Rational) -> Result<NormalForm, NormalError> {
        let profiles = profiles_of(counts)?;
        let numbered = |count: usize| (1..=count).map(|k| k.to_string()).collect::<Vec<_>>();
        let pays = |player| (0..profiles).map(|k| rule(player, &choices_of(counts, k))).collect();
        let payoffs = (0..counts.len()).map(pays).collect();
        NormalForm::new("", numbered(counts.len()), counts.iter().map(|&c| numbered(c)).collect(), payoffs)
    }

    /// The name of the game; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names of the players.
    pub fn players(&self) -> &[String] {
        &self.players
    }

    /// The names of every player's actions.
    pub fn actions(&self) -> &[Vec<String>] {
        &self.actions
    }

    /// How many actions every player has.
    pub fn counts(&self) -> Vec<usize> {
        self.actions.iter().map(Vec::len).collect()
    }

    /// How many pure profiles there are.
    pub fn profiles(&self) -> usize {
        self.actions.iter().map(Vec::len).product()
    }

    /// The actions in pure profile `number`, one per player.
    pub fn choices(&self, number: usize) -> Vec<usize> {
        choices_of(&self.counts(), number)
    }

    /// The number of a pure profile; `None` where it has too few choices or one that does not exist.
    pub fn number(&self, choices: &[usize]) -> Option<usize> {
        let fits = choices.len() == self.players.len();
        let mut all = self.actions.iter().zip(choices);
        let first = (0usize, 1usize);
        let place = all.try_fold(first, |(number, stride), (names, &choice)| {
            (choice < names.len()).then(|| (number + choice * stride, stride * names.len()))
        });
        place.filter(|_| fits).map(|(number, _)| number)
    }

    /// What the player gets in every pure profile, in their order; panics where there is no such player, as a
    /// slice does.
    pub fn payoffs(&self, player: usize) -> &[Rational] {
        &self.payoffs[player]
    }

    /// The whole game in two lines, where all players have the same two actions and only their number counts: what the
    /// first and what the second action pays, by how many of the others take the first. `None` of any other game.
    pub fn by_number(&self) -> Option<[Vec<Rational>; 2]> {
        let n = self.players.len();
        let [names, others @ ..] = self.actions.as_slice() else { return None };
        if names.len() != 2 || others.iter().any(|other| other != names) {
            return None;
        }
        // Bit k of the number of a profile is the action of player k.
        let first = |profile: usize| n - profile.count_ones() as usize;
        let pays = |own: usize, count: usize| {
            let example = (0..1usize << n).find(|&k| k & 1 == own && first(k) == count + 1 - own);
            example.map(|k| self.payoffs[0][k].clone())
        };
        let lines = [0, 1].map(|own| (0..n).map(|count| pays(own, count)).collect::<Option<Vec<_>>>());
        let [Some(one), Some(other)] = lines else { return None };
        let lines = [one, other];
        let alike = |player: usize, k: usize| {
            let own = k >> player & 1;
            self.payoffs[player][k] == lines[own][first(k) + own - 1]
        };
        (0..n).all(|player| (0..1usize << n).all(|k| alike(player, k))).then_some(lines)
    }

    /// What each action of the player pays when the others mix: the one sum that a proof of equilibrium needs.
    /// `None` where there is no such player or the mixes do not fit.
    pub fn values(&self, player: usize, mixes: &[Vec<Rational>]) -> Option<Vec<Rational>> {
        let counts = self.counts();
        if player >= counts.len() || mixes.len() != counts.len() {
            return None;
        }
        if (0..counts.len()).any(|k| k != player && mixes[k].len() != counts[k]) {
            return None;
        }
        let mut left = self.payoffs[player].clone();
        // The last player's axis is the slowest; those before the player go in the second sweep.
        for other in (player + 1..counts.len()).rev() {
            let lower = left.len() / counts[other];
            left = (0..lower).map(|k| mixed(&mixes[other], |t| &left[k + t * lower])).collect();
        }
        for other in 0..player {
            let size = counts[other];
            left = (0..left.len() / size).map(|k| mixed(&mixes[other], |t| &left[k * size + t])).collect();
        }
        Some(left)
    }
}

/// Σ mix·value over the actions in use.
fn mixed<'a>(mix: &'a [Rational], value: impl Fn(usize) -> &'a Rational) -> Rational {
    Rational::weighted(mix.iter().enumerate().filter(|(_, p)| !p.is_zero()).map(|(t, p)| (p, value(t))))
}

/// The actions in pure profile `number` of players with so many actions.
fn choices_of(counts: &[usize], number: usize) -> Vec<usize> {
    let mut rest = number;
    let digit = |&count: &usize| {
        let choice = rest % count;
        rest /= count;
        choice
    };
    counts.iter().map(digit).collect()
}

impl From<&Bimatrix> for NormalForm {
    fn from(game: &Bimatrix) -> NormalForm {
        let pays = |player: Player| {
            let cells = (0..game.columns()).flat_map(|j| (0..game.rows()).map(move |i| (i, j)));
            cells.map(|(i, j)| game.at(player, i, j).clone()).collect()
        };
        NormalForm {
            title: game.title().into(),
            players: Player::BOTH.map(|p| game.player(p).to_string()).to_vec(),
            actions: Player::BOTH.map(|p| game.actions(p).to_vec()).to_vec(),
            payoffs: Player::BOTH.map(pays).to_vec(),
        }
    }
}

/// Why a game is no two-player game that [`crate::solve`] takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTwo {
    /// It has so many players.
    Players(usize),
    /// It is too large.
    Game(GameError),
}

impl TryFrom<&NormalForm> for Bimatrix {
    type Error = NotTwo;

    fn try_from(game: &NormalForm) -> Result<Bimatrix, NotTwo> {
        let ([first, second], [rows, columns]) = (game.players.as_slice(), game.actions.as_slice()) else {
            return Err(NotTwo::Players(game.players.len()));
        };
        let (m, n) = (rows.len(), columns.len());
        let matrix = |player: usize| {
            let line = |i: usize| (0..n).map(|j| game.payoffs[player][i + j * m].clone()).collect();
            (0..m).map(line).collect::<Vec<Vec<_>>>()
        };
        let (players, actions) = ([first.clone(), second.clone()], [rows.clone(), columns.clone()]);
        Bimatrix::new(game.title.clone(), players, actions, [matrix(0), matrix(1)]).map_err(NotTwo::Game)
    }
}

/// The proof of one profile: what every action pays each player against the others' mixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// What each player expects from the profile.
    pub payoffs: Vec<Rational>,
    /// What each own action would pay: one list per player.
    pub values: Vec<Vec<Rational>>,
}

/// Why a profile is not an equilibrium. Players and actions are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// So many mixes where so many are needed.
    Players(usize, usize),
    /// The player's mix has the wrong number of actions.
    Length(usize),
    /// The player's mix has a negative part, or does not add up to one.
    NotAMix(usize),
    /// The player uses the first action although the second pays more, by so much.
    BetterReply(usize, usize, usize, Rational),
}

impl Refusal {
    /// The reason, in words.
    pub fn said(&self) -> Said {
        match self {
            Refusal::Players(found, wanted) => {
                say(format!("{found} mixes for {wanted} players"), format!("{wanted} 名参与者却有 {found} 个混合策略"))
            }
            Refusal::Length(player) => say(
                format!("player {}: the mix does not have one number per action", player + 1),
                format!("参与者 {}：混合策略的数目与行动数不符", player + 1),
            ),
            Refusal::NotAMix(player) => say(
                format!("player {}: the mix is negative somewhere or does not add up to 1", player + 1),
                format!("参与者 {}：混合策略含负数，或总和不为 1", player + 1),
            ),
            Refusal::BetterReply(player, used, better, by) => {
                let (player, used, better) = (player + 1, used + 1, better + 1);
                say(
                    format!("player {player} plays action {used} although action {better} pays {by} more"),
                    format!("参与者 {player} 采用行动 {used}，但行动 {better} 的收益高出 {by}"),
                )
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for Refusal {}

/// Checks a profile from the payoffs alone, in exact arithmetic, without anything a solver knows.
///
/// # Errors
/// The first fault: a wrong length, a list that is no mix, or an action in use that is not a best reply.
pub fn verify(game: &NormalForm, mixes: &[Vec<Rational>]) -> Result<Certificate, Refusal> {
    if mixes.len() != game.players.len() {
        return Err(Refusal::Players(mixes.len(), game.players.len()));
    }
    for (player, mix) in mixes.iter().enumerate() {
        if mix.len() != game.actions[player].len() {
            return Err(Refusal::Length(player));
        }
        let total: Rational = mix.iter().cloned().sum();
        if mix.iter().any(Rational::is_negative) || total != Rational::one() {
            return Err(Refusal::NotAMix(player));
        }
    }
    let values: Vec<Vec<Rational>> = (0..mixes.len())
        .map(|player| game.values(player, mixes).ok_or(Refusal::Length(player)))
        .collect::<Result<_, _>>()?;
    for (player, own) in values.iter().enumerate() {
        let best = (0..own.len()).fold(0, |best, k| if own[k] > own[best] { k } else { best });
        if let Some(used) = (0..own.len()).find(|&k| !mixes[player][k].is_zero() && own[k] < own[best]) {
            return Err(Refusal::BetterReply(player, used, best, &own[best] - &own[used]));
        }
    }
    let payoffs = mixes.iter().zip(&values).map(|(mix, own)| mixed(mix, |k| &own[k])).collect();
    Ok(Certificate { payoffs, values })
}
