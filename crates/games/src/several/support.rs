//! One support profile: which actions everybody uses, and the equations and inequalities an equilibrium on it obeys.

use crate::normal::NormalForm;
use crate::number::Rational;
use crate::several::interval::Interval;
use crate::several::isolate::System;
use crate::several::multilinear::{Axis, Multilinear};

/// A difference between what two actions of a player pay, over the others' used actions; exact.
///
/// The table has one axis per player who mixes, as in [`Multilinear`]; the first axis changes fastest.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Whose actions.
    pub player: usize,
    /// The coefficients.
    pub table: Vec<Rational>,
}

/// A support profile of a game.
pub struct Support<'a> {
    game: &'a NormalForm,
    /// The actions in use, in order, per player.
    pub used: &'a [Vec<usize>],
}

impl<'a> Support<'a> {
    /// The used actions must exist.
    pub fn new(game: &'a NormalForm, used: &'a [Vec<usize>]) -> Support<'a> {
        Support { game, used }
    }

    /// The same game with other actions in use.
    pub fn with<'b>(&self, used: &'b [Vec<usize>]) -> Support<'b>
    where
        'a: 'b,
    {
        Support { game: self.game, used }
    }

    /// Players who mix.
    pub fn mixers(&self) -> Vec<usize> {
        (0..self.used.len()).filter(|&p| self.used[p].len() > 1).collect()
    }

    /// `better`'s payoff minus `base`'s in every profile of the others' used actions, first player fastest.
    fn gains(&self, player: usize, better: usize, base: usize) -> Vec<Rational> {
        let counts = self.game.counts();
        let strides: Vec<usize> = (0..counts.len()).map(|p| counts[..p].iter().product()).collect();
        let mut places = vec![0usize];
        for (other, used) in self.used.iter().enumerate().filter(|(other, _)| *other != player) {
            let step = strides[other];
            let add = |&action: &usize| places.iter().map(move |place| place + action * step).collect();
            places = used.iter().map(add).collect::<Vec<Vec<usize>>>().concat();
        }
        let pays = self.game.payoffs(player);
        let own = |action: usize| action * strides[player];
        places.iter().map(|place| &pays[place + own(better)] - &pays[place + own(base)]).collect()
    }

    /// Whether some used action never pays more than another of `open` and sometimes less, whatever the others do
    /// within the support: then no equilibrium uses exactly these actions (Porter, Nudelman & Shoham 2008, §3).
    pub fn is_dominated(&self, open: &[Vec<usize>]) -> bool {
        (0..self.used.len()).any(|player| {
            let pairs = self.used[player].iter().flat_map(|&base| open[player].iter().map(move |&b| (b, base)));
            pairs.into_iter().filter(|(better, base)| better != base).any(|(better, base)| {
                let gains = self.gains(player, better, base);
                !gains.iter().any(Rational::is_negative) && gains.iter().any(Rational::is_positive)
            })
        })
    }

    /// The player's gain from `better` over its first used action, as a table of coefficients: every axis goes from
    /// values at the actions to the first value and differences from it.
    fn difference(&self, player: usize, better: usize) -> Difference {
        let mut table = self.gains(player, better, self.used[player][0]);
        let mut stride = 1;
        for (_, used) in self.used.iter().enumerate().filter(|(other, _)| *other != player) {
            let size = used.len();
            for k in (0..table.len()).filter(|k| k / stride % size > 0) {
                let base = k - k / stride % size * stride;
                table[k] = &table[k] - &table[base];
            }
            stride *= size;
        }
        Difference { player, table }
    }

    /// What must vanish: the gains among used actions.
    pub fn indifferences(&self) -> Vec<Difference> {
        let gains = |p: usize| self.used[p].iter().skip(1).map(move |&action| self.difference(p, action));
        (0..self.used.len()).flat_map(gains).collect()
    }

    /// What must not be above zero: the gains of actions that are open but not used.
    pub fn temptations(&self, open: &[Vec<usize>]) -> Vec<Difference> {
        let outside = |p: usize| open[p].iter().filter(move |a| !self.used[p].contains(a));
        (0..self.used.len()).flat_map(|p| outside(p).map(move |&a| self.difference(p, a))).collect()
    }

    /// The system of equations and barriers in intervals, each scaled to size one.
    pub fn system(&self, equations: &[Difference], barriers: &[Difference]) -> System {
        let all = |list: &[Difference]| list.iter().map(|d| self.enclosed(d)).collect();
        let groups = self.mixers().iter().map(|&p| self.used[p].len() - 1).collect();
        System { functions: all(equations), barriers: all(barriers), groups }
    }

    fn enclosed(&self, difference: &Difference) -> Multilinear {
        let axis = |&p: &usize| Axis { free: self.used[p].len() - 1, used: p != difference.player };
        let size = |c: &Rational| if c.is_negative() { -c } else { c.clone() };
        let scale = difference.table.iter().map(size).max().filter(Rational::is_positive);
        let scaled = |c: &Rational| scale.as_ref().and_then(|s| c.over(s)).unwrap_or_else(Rational::zero);
        let table = difference.table.iter().map(|c| Interval::of(&scaled(c))).collect();
        Multilinear::new(self.mixers().iter().map(axis).collect(), table)
    }

    /// Mixes over all actions from the free chances; the first used action takes the rest.
    pub fn mixes(&self, free: &[Rational]) -> Vec<Vec<Rational>> {
        let counts = self.game.counts();
        let mut chances = free.iter();
        let one = |(used, count): (&Vec<usize>, usize)| {
            let mut mix = vec![Rational::zero(); count];
            let mut rest = Rational::one();
            for (&action, chance) in used.iter().skip(1).zip(&mut chances) {
                rest = &rest - chance;
                mix[action] = chance.clone();
            }
            mix[used[0]] = rest;
            mix
        };
        self.used.iter().zip(counts).map(one).collect()
    }

    /// Bounds of all chances from bounds of the free ones.
    pub fn bounds(&self, free: &[Interval]) -> Vec<Vec<Interval>> {
        let counts = self.game.counts();
        let mut chances = free.iter();
        let one = |(used, count): (&Vec<usize>, usize)| {
            let mut mix = vec![Interval::ZERO; count];
            let mut rest = Interval::point(1.0);
            for (&action, chance) in used.iter().skip(1).zip(&mut chances) {
                rest = rest.minus(*chance);
                mix[action] = *chance;
            }
            mix[used[0]] = rest;
            mix
        };
        self.used.iter().zip(counts).map(one).collect()
    }
}
