//! Small worlds that tests are made of.

pub mod remedies;
pub mod scene;

use theory::course::Course;
use theory::real::{ln, logit};
use theory::step::{Instructions, Stretch, advance, read};
use theory::world::{Conduct, IssueTerms, LANES, Ledger, OutputPath, Physics, Reading, Terms, World};

/// A world in one lane shape, ready to run.
#[derive(Clone, Debug)]
pub struct Lab {
    /// Terms; change them before `start`.
    pub terms: Terms<LANES>,
    /// Starting efforts of the one issue.
    pub initial: Vec<[f64; LANES]>,
    /// Step length, years.
    pub dt: f64,
}

/// A running world.
#[derive(Clone, Debug)]
pub struct Running {
    /// Terms.
    pub terms: Terms<LANES>,
    /// What the run carries with it.
    pub course: Course<LANES>,
    /// World.
    pub world: World<f64, LANES>,
    /// Reading of the one issue.
    pub readings: Vec<Reading<f64, LANES>>,
    /// Ledger of the one issue.
    pub ledgers: Vec<Ledger<LANES>>,
    /// Step length, years.
    pub dt: f64,
    /// Steps done.
    pub done: u32,
}

impl Lab {
    /// `n` benign Bayesian equals in one issue: no care, foresight, authority, noise or forgetting.
    pub fn equals(n: usize, baseline: f64, responsiveness: f64, mistrust: f64, empathy: f64, g: f64) -> Lab {
        let actors = |v: f64| vec![[v; LANES]; n];
        let pairs = |v: f64| vec![[v; LANES]; n * n];
        let issue = IssueTerms {
            luck_id: 1,
            baseline: actors(baseline),
            responsiveness: actors(responsiveness),
            output: vec![OutputPath::default(); n],
            greedy: actors(0.0),
            greed_excess: actors(g),
            log_cap: actors(40.0),
            push: actors(0.0),
            shown: actors(0.0),
            told: Vec::new(),
            circle: vec![0; n],
            reach: pairs(1.0),
            clarity: pairs(2.0),
            prior: pairs(logit(mistrust)),
            adjustment: [1.0; LANES],
            shock: [0.0; LANES],
            first_strike: [0.2; LANES],
            conduct: Conduct::usual(n),
            physics: Physics::default(),
        };
        let terms = Terms {
            actors: n,
            luck_ids: (0..n as u32).map(|i| 1000 + 17 * i).collect(),
            floor: actors(0.0),
            slope: actors(1.0),
            learning: actors(1.0),
            care: actors(0.0),
            foresight: actors(0.0),
            negativity: actors(1.0),
            misperception: actors(0.0),
            forgetting: actors(0.0),
            empathy: pairs(empathy),
            issues: vec![issue],
            spillovers: Vec::new(),
            nodes: Vec::new(),
            remedies: Vec::new(),
        };
        Lab { terms, initial: actors(baseline), dt: 1.0 / 12.0 }
    }

    /// The same with every weight fixed at `weight` and beliefs that never move (capabilities only).
    pub fn fixed_weight(mut self, weight: f64) -> Lab {
        for i in 0..self.terms.actors {
            self.terms.floor[i] = [weight; LANES];
            self.terms.slope[i] = [0.0; LANES];
            self.terms.learning[i] = [0.0; LANES];
        }
        self
    }

    /// The same from this effort.
    pub fn from_effort(mut self, effort: f64) -> Lab {
        self.initial = vec![[effort; LANES]; self.terms.actors];
        self
    }

    /// Begins.
    pub fn start(self) -> Running {
        let n = self.terms.actors;
        let world = World::begin(&self.terms, &[self.initial]);
        Running {
            course: Course::begin(&self.terms, &world, true),
            world,
            readings: vec![Reading::new(n)],
            ledgers: vec![Ledger::new(n)],
            dt: self.dt,
            done: 0,
            terms: self.terms,
        }
    }
}

impl Running {
    /// Advances `steps` steps, with noise if a seed is given.
    pub fn advance(&mut self, steps: u32, seed: Option<u64>) -> &mut Running {
        let stretch = Stretch { first: self.done, count: steps, dt: self.dt, seed, replication: 0 };
        advance(
            &self.terms,
            &mut self.course,
            &mut self.world,
            &mut self.readings,
            &mut self.ledgers,
            stretch,
            Instructions::Widest,
        );
        self.done += steps;
        self.look();
        self
    }
    /// Refreshes the reading.
    pub fn look(&mut self) -> &Reading<f64, LANES> {
        let time = f64::from(self.done) * self.dt;
        self.course.stand(&self.terms, &self.world, time);
        let now = if self.course.still { &self.terms } else { &self.course.now };
        read(now, 0, &self.world, &mut self.readings[0], time);
        &self.readings[0]
    }
    /// x_i in the first lane.
    pub fn effort(&mut self, i: usize) -> f64 {
        self.look().effort[i][0]
    }
    /// x*_i in the first lane.
    pub fn need(&mut self, i: usize) -> f64 {
        self.look().need_squared[i][0].sqrt()
    }
    /// ℓ_ij in the first lane.
    pub fn log_odds(&self, i: usize, j: usize) -> f64 {
        self.world.issues[0].log_odds[i * self.terms.actors + j][0]
    }
    /// Puts all efforts on the need curve of the present beliefs, by iterating K3 (a contraction by P7).
    pub fn settle(&mut self) -> &mut Running {
        for _ in 0..200 {
            self.look();
            for i in 0..self.terms.actors {
                for l in 0..LANES {
                    self.world.issues[0].log_effort[i][l] = 0.5 * ln(self.readings[0].need_squared[i][l]);
                }
            }
        }
        self.look();
        self
    }
}

/// A scenario of `n` equals as a file, for tests of size.
pub fn many(n: usize, years: u32, replications: u32) -> String {
    use std::fmt::Write as _;
    let mut text = format!(
        "format = 1\nid = \"many\"\ntitle = {{ en = \"Many\", zh = \"众\" }}\n[clock]\nstart = 0\nend = {years}\nsteps_per_year = 12\n\
         [ensemble]\nreplications = {replications}\nseed = 1\n"
    );
    for i in 0..n {
        let _ = write!(text, "[[actors]]\nid = \"a{i}\"\nname = {{ en = \"A{i}\", zh = \"甲{i}\" }}\n");
    }
    let share = 1.0 / (n.max(2) as f64 - 1.0);
    let _ = write!(
        text,
        "[[issues]]\nid = \"military\"\nname = {{ en = \"Arms\", zh = \"军备\" }}\nkind = \"military\"\n\
         effort_unit = {{ en = \"units\", zh = \"单位\" }}\nwaste_unit = {{ en = \"unit-years\", zh = \"单位年\" }}\n\
         exposure = {{ value = {share}, unit = \"per year\", assumed = \"test\", range = [0, 1] }}\n"
    );
    for i in 0..n {
        let _ = write!(
            text,
            "[[issues.actors]]\nactor = \"a{i}\"\nbaseline = {{ value = 1, unit = \"units\", assumed = \"test\", range = [0.5, 2] }}\n\
             responsiveness = {{ value = 5, unit = \"units\", assumed = \"test\", range = [1, 10] }}\n"
        );
    }
    text
}
