//! The kernel against the reference kernel's figures (written apart, in another language).

/// 19 cases, every quantity, to a relative 1e-9.
#[test]
fn cross_kernel_agrees_with_the_reference() {
    let book =
        xtask::oracle::parse(include_str!("../fixtures/reference-cases.json")).expect("the fixture is a case file");
    assert_eq!(book.cases.len(), 19);
    for case in &book.cases {
        let found = xtask::oracle::compare(case).expect("the case runs");
        assert!(found.difference <= 1e-9, "{}: {:e} at {}", case.id, found.difference, found.at);
    }
}

/// 15 random unequal worlds with every term at once (care, foresight, misperception, authority, caps, spillover, motives
/// per issue, one to 52 steps a year), computed by the reference kernel.
#[test]
fn cross_kernel_agrees_with_the_reference_in_random_worlds() {
    let book =
        xtask::oracle::parse(include_str!("../fixtures/reference-random.json")).expect("the fixture is a case file");
    assert_eq!(book.cases.len(), 15);
    for case in &book.cases {
        let found = xtask::oracle::compare(case).expect("the case runs");
        assert!(found.difference <= 1e-9, "{}: {:e} at {}", case.id, found.difference, found.at);
    }
}

/// The comparison itself can fail: a figure that is off by 1e-8 is found.
#[test]
fn cross_comparison_notices_a_wrong_figure() {
    let mut book: serde_json::Value =
        serde_json::from_str(include_str!("../fixtures/reference-cases.json")).expect("JSON");
    let figure = &mut book["cases"][3]["expect"][2]["issues"]["military"]["effort"][1];
    *figure = serde_json::json!(figure.as_f64().expect("a number") * (1.0 + 1e-8));
    let book = xtask::oracle::parse(&book.to_string()).expect("a case file");
    assert!(xtask::oracle::compare(&book.cases[3]).expect("runs").difference > 1e-9);
}
