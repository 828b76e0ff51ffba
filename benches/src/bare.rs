//! The bare loop: the kernel's exp, ln, √ and divisions on arrays of the same size, and nothing else.
//!
//! Per directed pair and step: 1 exp, 2 ln (attribution and noise), 2 divisions (belief, first-strike fear). Per actor and
//! step: 1 exp, 2 ln (target and noise), 2 divisions (1/x, 1/hold). `exp` and `ln` are the kernel's own (ln holds one
//! division itself), so the ratio shows what the rest – luck, sums, selects, memory – adds.

use std::hint::black_box;

use theory::real::{exp, ln};
use theory::world::LANES;

type Lane = [f64; LANES];

/// Arrays as large as the kernel's.
pub struct Arrays {
    pairs: Vec<Lane>,
    weights: Vec<Lane>,
    constants: [Vec<Lane>; 4],
    actors: Vec<Lane>,
}

impl Arrays {
    /// For `n` actors.
    pub fn new(n: usize) -> Arrays {
        let off_diagonal = n * (n - 1);
        let of = |v: f64| vec![[v; LANES]; off_diagonal];
        Arrays {
            pairs: of(0.3),
            weights: of(0.5),
            constants: [of(0.1), of(0.2), of(0.3), of(0.4)],
            actors: vec![[0.7; LANES]; n],
        }
    }

    /// The same number of steps as the kernel, on the widest instructions there are.
    pub fn run(&mut self, steps: u32) {
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512dq") {
                // SAFETY: the processor has just said that it has these instructions.
                return unsafe { self.run_avx512(steps) };
            }
            if is_x86_feature_detected!("avx2") {
                // SAFETY: as above.
                return unsafe { self.run_avx2(steps) };
            }
        }
        self.run_here(steps);
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512dq,avx512vl,avx512bw")]
    fn run_avx512(&mut self, steps: u32) {
        self.run_here(steps);
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn run_avx2(&mut self, steps: u32) {
        self.run_here(steps);
    }

    #[inline(always)]
    fn run_here(&mut self, steps: u32) {
        for _ in 0..steps {
            for a in &mut self.actors {
                for l in 0..LANES {
                    let x = exp(a[l]);
                    let y = ln(1.0 + x) + ln(2.0 + x);
                    a[l] = (1.0 / x + 1.0 / (1.0 + y)) * 0.25;
                }
            }
            for p in 0..self.pairs.len() {
                let [c0, c1, c2, c3] = &self.constants;
                let (state, weight) = (&mut self.pairs[p], &mut self.weights[p]);
                let (c0, c1, c2, c3) = (&c0[p], &c1[p], &c2[p], &c3[p]);
                for l in 0..LANES {
                    let e = 1.0 / (1.0 + exp(-state[l]));
                    let h = e / (1.0 + weight[l]);
                    let y = ln(e + c0[l]) + ln(h + c1[l]);
                    weight[l] = h;
                    state[l] = c2[l] + y * c3[l];
                }
            }
        }
        black_box(&self.pairs);
    }
}
