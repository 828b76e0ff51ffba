//! The scenarios that come with the program.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its `id`, by which it can be named instead of a file.
    pub id: &'static str,
    /// The file.
    pub text: &'static str,
}

/// All of them: what is stylised first, then history in order.
pub const PRESETS: &[Preset] = &[
    Preset { id: "four-elements", text: include_str!("../../../scenarios/four-elements.toml") },
    Preset { id: "wolf-pack", text: include_str!("../../../scenarios/wolf-pack.toml") },
    Preset { id: "survival", text: include_str!("../../../scenarios/survival.toml") },
    Preset { id: "naval-race", text: include_str!("../../../scenarios/naval-race.toml") },
    Preset { id: "interwar", text: include_str!("../../../scenarios/interwar.toml") },
    Preset { id: "cold-war", text: include_str!("../../../scenarios/cold-war.toml") },
    Preset { id: "india-pakistan", text: include_str!("../../../scenarios/india-pakistan.toml") },
    Preset { id: "state-collapse", text: include_str!("../../../scenarios/state-collapse.toml") },
    Preset { id: "us-china", text: include_str!("../../../scenarios/us-china.toml") },
    Preset { id: "nine-eleven", text: include_str!("../../../scenarios/nine-eleven.toml") },
    Preset { id: "climate-pillar", text: include_str!("../../../scenarios/climate-pillar.toml") },
    Preset { id: "covid-2020", text: include_str!("../../../scenarios/covid-2020.toml") },
];

/// The preset of this id.
pub fn find(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;

    #[test]
    fn contract_every_preset_passes_and_has_its_own_id() {
        for preset in PRESETS {
            match check(preset.text, &[]) {
                Ok(scenario) => assert_eq!(scenario.id, preset.id),
                Err(faults) => panic!("{}: {faults:#?}", preset.id),
            }
            assert_eq!(find(preset.id), Some(preset));
        }
        assert_eq!(find("no-such"), None);
    }

    #[test]
    fn contract_every_file_of_the_folder_is_a_preset() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios");
        for entry in std::fs::read_dir(folder).expect("the folder of scenarios") {
            let path = entry.expect("readable").path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let id = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
                assert!(find(id).is_some(), "{id} is not embedded");
            }
        }
    }
}
