//! Dual numbers: a value and its derivative along one direction, carried together.
//!
//! One evaluation of the kernel over `Dual` is one exact product of its Jacobian with a vector.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::real::Real;

/// value + tangent·ε with ε² = 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dual {
    /// Value.
    pub value: f64,
    /// Derivative along the chosen direction.
    pub tangent: f64,
}

impl Add for Dual {
    type Output = Dual;
    #[inline(always)]
    fn add(self, o: Dual) -> Dual {
        Dual { value: self.value + o.value, tangent: self.tangent + o.tangent }
    }
}

impl Sub for Dual {
    type Output = Dual;
    #[inline(always)]
    fn sub(self, o: Dual) -> Dual {
        Dual { value: self.value - o.value, tangent: self.tangent - o.tangent }
    }
}

impl Mul for Dual {
    type Output = Dual;
    #[inline(always)]
    fn mul(self, o: Dual) -> Dual {
        Dual { value: self.value * o.value, tangent: self.value * o.tangent + self.tangent * o.value }
    }
}

impl Div for Dual {
    type Output = Dual;
    #[inline(always)]
    fn div(self, o: Dual) -> Dual {
        let value = self.value / o.value;
        Dual { value, tangent: (self.tangent - value * o.tangent) / o.value }
    }
}

impl Neg for Dual {
    type Output = Dual;
    #[inline(always)]
    fn neg(self) -> Dual {
        Dual { value: -self.value, tangent: -self.tangent }
    }
}

impl Real for Dual {
    #[inline(always)]
    fn of(value: f64) -> Dual {
        Dual { value, tangent: 0.0 }
    }
    #[inline(always)]
    fn value(self) -> f64 {
        self.value
    }
    #[inline(always)]
    fn exp(self) -> Dual {
        let value = crate::real::exp(self.value);
        Dual { value, tangent: value * self.tangent }
    }
    #[inline(always)]
    fn ln(self) -> Dual {
        Dual { value: crate::real::ln(self.value), tangent: self.tangent / self.value }
    }
    #[inline(always)]
    fn sqrt(self) -> Dual {
        let value = self.value.sqrt();
        Dual { value, tangent: self.tangent / (2.0 * value) }
    }
}
