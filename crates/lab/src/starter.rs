//! The scenario that `herz scenario new` writes: complete, commented, ready to be changed.

/// Its text.
pub const STARTER: &str = include_str!("starter.toml");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{PARAMETERS, SWITCHES};
    use crate::check::check;

    #[test]
    fn contract_the_starter_passes_and_mentions_everything() {
        if let Err(faults) = check(STARTER, &[]) {
            panic!("{faults:#?}");
        }
        let keys = PARAMETERS.iter().map(|p| p.key).chain(SWITCHES.iter().map(|s| s.key));
        for key in keys {
            assert!(STARTER.contains(key), "{key} is not explained in the starter");
        }
    }

    #[test]
    fn contract_the_starter_also_passes_with_its_optional_lines() {
        // Every comment that is a line of TOML (`#| …`) may be switched on.
        let open = STARTER.replace("#| ", "");
        assert_ne!(open, STARTER);
        if let Err(faults) = check(&open, &[]) {
            panic!("{}", crate::fault::render(&faults, "starter", crate::scenario::Lang::En, false));
        }
    }
}
