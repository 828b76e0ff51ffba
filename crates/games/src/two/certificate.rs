//! What proves an equilibrium: what every own action would pay against the other's mix.

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player, Profile};

/// The proof of one profile. Whoever doubts it multiplies one row of payoffs by one mix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// What each player expects from the profile.
    pub payoffs: [Rational; 2],
    /// What each own action would pay against the other's mix: one list per player.
    pub values: [Vec<Rational>; 2],
}

/// Why a profile is not an equilibrium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A mix with the wrong number of actions.
    Length(Player),
    /// A mix with a negative part, or that does not add up to one.
    NotAMix(Player),
    /// The player uses the first action although the second pays more, by so much.
    BetterReply(Player, usize, usize, Rational),
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refusal::Length(player) => {
                write!(f, "player {}: the mix does not have one number per action", player.index() + 1)
            }
            Refusal::NotAMix(player) => {
                write!(f, "player {}: the mix is negative somewhere or does not add up to 1", player.index() + 1)
            }
            Refusal::BetterReply(player, used, better, by) => {
                let (player, used, better) = (player.index() + 1, used + 1, better + 1);
                write!(f, "player {player} plays action {used} although action {better} pays {by} more")
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// What each action of `player` pays against the other's mix.
pub fn values(game: &Bimatrix, player: Player, other_mix: &[Rational]) -> Vec<Rational> {
    let known = other_mix.len().min(game.count(player.other()));
    let used: Vec<usize> = (0..known).filter(|&k| !other_mix[k].is_zero()).collect();
    let pays = |own: usize| Rational::weighted(used.iter().map(|&k| (&other_mix[k], game.own(player, own, k))));
    (0..game.count(player)).map(pays).collect()
}

/// Checks a profile from the payoffs alone, without anything the solver knows.
///
/// # Errors
/// The first fault: a wrong length, a list that is no mix, or an action in use that is not a best reply.
pub fn verify(game: &Bimatrix, profile: &Profile) -> Result<Certificate, Refusal> {
    for player in Player::BOTH {
        let mix = profile.of(player);
        if mix.len() != game.count(player) {
            return Err(Refusal::Length(player));
        }
        let one = Rational::one();
        let total = Rational::weighted(mix.iter().map(|p| (p, &one)));
        if mix.iter().any(Rational::is_negative) || total != one {
            return Err(Refusal::NotAMix(player));
        }
    }
    let values = Player::BOTH.map(|player| values(game, player, profile.of(player.other())));
    for player in Player::BOTH {
        let own = &values[player.index()];
        let best = (0..own.len()).fold(0, |best, k| if own[k] > own[best] { k } else { best });
        if let Some(&used) = profile.support(player).iter().find(|&&k| own[k] < own[best]) {
            return Err(Refusal::BetterReply(player, used, best, &own[best] - &own[used]));
        }
    }
    let payoffs = Player::BOTH.map(|player| {
        Rational::weighted(profile.of(player).iter().zip(&values[player.index()]).filter(|(p, _)| !p.is_zero()))
    });
    Ok(Certificate { payoffs, values })
}
