//! The corners of a set of numbers ≥ 0 under linear conditions, when the conditions keep it bounded.
//!
//! Double description (Motzkin, Raiffa, Thompson & Thrall 1953; Fukuda & Prodon 1996): start from the cone of all
//! numbers ≥ 0, put in one condition after the other, and join neighbours on either side of each.

use crate::extensive::linear::Condition;
use crate::number::Rational;

/// Most rays kept on the way.
pub const MAX_RAYS: usize = 4_000;

/// A direction of the cone over the region, and which conditions it meets with equality.
#[derive(Clone)]
struct Ray {
    parts: Vec<Rational>,
    tight: u128,
}

/// All corners of {x ≥ 0, equal(x) = bound, least(x) ≥ bound}, in order; empty where nothing fits. `None` where
/// there are more than 128 conditions and unknowns or more than [`MAX_RAYS`] rays on the way.
pub fn corners(unknowns: usize, equal: &[Condition], least: &[Condition]) -> Option<Vec<Vec<Rational>>> {
    let width = unknowns + 1;
    if width + equal.len() + least.len() > 128 {
        return None;
    }
    let all_but = |k: usize| (u128::MAX >> (128 - width)) & !(1 << k);
    let unit = |k: usize| (0..width).map(|c| Rational::from(i64::from(c == k))).collect();
    let mut rays: Vec<Ray> = (0..width).map(|k| Ray { parts: unit(k), tight: all_but(k) }).collect();
    let conditions = equal.iter().map(|c| (c, true)).chain(least.iter().map(|c| (c, false)));
    for (place, (condition, exact)) in conditions.enumerate() {
        rays = cut(&rays, condition, 1 << (width + place), exact);
        if rays.len() > MAX_RAYS {
            return None;
        }
    }
    let point = |ray: Ray| {
        let scale = ray.parts.last()?.clone();
        ray.parts[..unknowns].iter().map(|v| v.over(&scale)).collect::<Option<Vec<_>>>()
    };
    let mut found: Vec<Vec<Rational>> = rays.into_iter().filter_map(point).collect();
    found.sort();
    found.dedup();
    Some(found)
}

/// The rays of the cone once a condition holds.
fn cut(rays: &[Ray], condition: &Condition, bit: u128, exact: bool) -> Vec<Ray> {
    let minus = -&condition.bound;
    let weights: Vec<&Rational> = condition.coefficients.iter().chain([&minus]).collect();
    let height = |ray: &Ray| Rational::weighted(weights.iter().copied().zip(&ray.parts));
    let heights: Vec<Rational> = rays.iter().map(height).collect();
    let mut next: Vec<Ray> = Vec::new();
    for (ray, height) in rays.iter().zip(&heights) {
        if height.is_zero() {
            next.push(Ray { parts: ray.parts.clone(), tight: ray.tight | bit });
        } else if height.is_positive() && !exact {
            next.push(ray.clone());
        }
    }
    for above in (0..rays.len()).filter(|&k| heights[k].is_positive()) {
        for below in (0..rays.len()).filter(|&k| heights[k].is_negative()) {
            let shared = rays[above].tight & rays[below].tight;
            let between = |k: usize| k != above && k != below && rays[k].tight & shared == shared;
            if !(0..rays.len()).any(between) {
                let (up, down) = (&heights[above], &-&heights[below]);
                let mix = |(a, b): (&Rational, &Rational)| &(a * down) + &(b * up);
                let parts: Vec<Rational> = rays[above].parts.iter().zip(&rays[below].parts).map(mix).collect();
                next.push(Ray { parts: unit_sum(parts), tight: shared | bit });
            }
        }
    }
    next
}

/// The same direction with parts that add up to one, which keeps numbers short.
fn unit_sum(parts: Vec<Rational>) -> Vec<Rational> {
    let total: Rational = parts.iter().cloned().sum();
    parts.iter().map(|v| v.over(&total).unwrap_or_else(Rational::zero)).collect()
}
