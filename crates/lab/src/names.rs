//! Names: what an identifier may look like, the number luck knows it by, and the nearest one to a misspelling.

/// Longest identifier, in characters.
pub const LONGEST_ID: usize = 64;

/// Lower-case letters, digits and hyphens, starting with a letter or a digit.
pub fn is_id(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    (1..=LONGEST_ID).contains(&name.len())
        && name.bytes().all(|b| plain(b) || b == b'-')
        && name.bytes().next().is_some_and(plain)
}

/// The number under which luck knows a name: FNV-1a, 32 bits. It does not depend on what else a scenario holds.
pub fn luck_id(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The candidate most like `word`, if any is near it.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if word.len() > 200 {
        return None;
    }
    // Near is: at most one edit for every three letters, and not more than four. A suggestion further off misleads.
    let near = |candidate: &str| {
        let edits = strsim::damerau_levenshtein(word, candidate);
        let letters = word.chars().count().max(candidate.chars().count());
        (edits <= 4 && edits * 3 <= letters).then_some(edits as f64 / letters.max(1) as f64)
    };
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let Some(this) = near(candidate) else { continue };
        if best.is_none_or(|(least, _)| this < least) {
            best = Some((this, candidate));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_luck_id_is_fnv_1a() {
        // Test vectors of the FNV page (Noll): "", "a", "foobar".
        assert_eq!(luck_id(""), 0x811c_9dc5);
        assert_eq!(luck_id("a"), 0xe40c_292c);
        assert_eq!(luck_id("foobar"), 0xbf9c_f968);
    }

    #[test]
    fn contract_nearest_finds_misspellings_and_nothing_else() {
        let keys = ["baseline", "responsiveness", "initial", "cap"];
        assert_eq!(nearest("basline", keys), Some("baseline".into()));
        assert_eq!(nearest("responsivness", keys), Some("responsiveness".into()));
        assert_eq!(nearest("zebra", keys), None);
        assert_eq!(nearest("teachers", ["leaders", "educators", "media", "public"]), None);
        assert_eq!(nearest("leeders", ["leaders", "educators", "media", "public"]), Some("leaders".into()));
        assert_eq!(nearest(&"x".repeat(100_000), keys), None);
    }

    #[test]
    fn contract_ids() {
        assert!(is_id("usa") && is_id("four-elements") && is_id("g7"));
        assert!(
            !is_id("") && !is_id("USA") && !is_id("a.b") && !is_id("-a") && !is_id("美国") && !is_id(&"a".repeat(65))
        );
    }
}
